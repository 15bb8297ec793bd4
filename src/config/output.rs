//! What `build` makes: the settings of one output, and where its pages go.

use serde::Deserialize;

use crate::config::problem;
use crate::finding::Message;

/// One thing that `build` makes of every document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Output {
    /// Its name, for `build NAME`.
    pub name: String,
    /// What kind of files it is made of.
    #[serde(default = "markdown")]
    pub format: String,
    /// Its layout; that of its format if nothing is said.
    pub layout: Option<String>,
    /// What its readers can render.
    #[serde(default = "gfm")]
    pub dialect: String,
    /// Which language stands first; that of its format if nothing is said.
    pub order: Option<Order>,
    /// Between the two languages of a heading, a cell, a title.
    pub separator: Option<String>,
    /// The names of the two languages on the page.
    pub labels: Option<Labels>,
    /// Whether emphasis of Chinese is strong.
    #[serde(default)]
    pub emphasis: Emphasis,
    /// How much one `<details>` holds.
    #[serde(default)]
    pub granularity: Granularity,
    /// How wide the cells of layout `table` may be on the average, in columns.
    pub cell_width: Option<usize>,
    /// The address of the folder that `path` begins with.
    pub base_url: Option<String>,
    /// A file in place of our style sheet.
    pub css: Option<String>,
    /// A file in place of our template.
    pub template: Option<String>,
    /// Whether a page of HTML has a table of contents.
    #[serde(default = "yes")]
    pub toc: bool,
    /// Where it goes: `{path}`, `{dir}`, `{stem}`, `{name}`, `{locale}`.
    pub path: String,
    /// A folder that is taken off the front of a document's path before the template is filled in.
    #[serde(default)]
    pub strip: String,
    /// Only these documents: globs; all if empty.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Only these locales; all targets if empty.
    #[serde(default)]
    pub locales: Vec<String>,
}

/// Which language stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The source.
    SourceFirst,
    /// The target.
    TargetFirst,
}

/// What emphasis of Chinese is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Emphasis {
    /// Strong: Chinese has no italics.
    #[default]
    Strong,
    /// As the translation has it.
    Keep,
}

/// How much of the second language one `<details>` holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Granularity {
    /// What stands under one heading.
    #[default]
    Section,
    /// The whole page.
    Document,
    /// One block.
    Block,
}

/// The names of the two languages on the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Labels {
    /// The source language.
    pub source: Option<String>,
    /// The target language.
    pub target: Option<String>,
}

fn markdown() -> String {
    "markdown".to_owned()
}

fn gfm() -> String {
    "gfm".to_owned()
}

fn yes() -> bool {
    true
}

impl Output {
    pub(super) fn checked(&self) -> Result<(), Message> {
        let mut rest = self.path.as_str();
        while let Some(open) = rest.find('{') {
            let close = rest[open..].find('}').map(|at| open + at);
            let word = close.map(|close| &rest[open + 1..close]).unwrap_or("");
            if !["path", "dir", "stem", "name", "locale"].contains(&word) {
                let wrong = problem("settings-placeholder").with("name", self.name.as_str());
                return Err(wrong.with("word", format!("{{{word}}}")));
            }
            rest = &rest[close.unwrap_or(rest.len() - 1) + 1..];
        }
        match &self.base_url {
            Some(url) if !is_address(url) => {
                let wrong = problem("settings-base-url").with("name", self.name.as_str());
                Err(wrong.with("word", url.as_str()))
            }
            _ => Ok(()),
        }
    }

    /// Returns the path of a page below the folder that the template begins with, the one of `base-url`.
    pub fn below_base<'p>(&self, path: &'p str) -> &'p str {
        let fixed = self.path.split('{').next().unwrap_or_default();
        let folder = fixed.rfind('/').map_or("", |at| &fixed[..=at]);
        path.strip_prefix(folder.trim_start_matches('/')).unwrap_or(path)
    }

    /// Returns where a document goes in a locale.
    pub fn path_for(&self, document: &str, locale: &str) -> String {
        let document = document.strip_prefix(self.strip.trim_end_matches('/')).unwrap_or(document);
        let document = document.trim_start_matches('/');
        let (dir, name) = document.rsplit_once('/').unwrap_or(("", document));
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let path = self
            .path
            .replace("{path}", document)
            .replace("{dir}", dir)
            .replace("{stem}", stem)
            .replace("{name}", name)
            .replace("{locale}", locale);
        path.replace("//", "/").trim_start_matches('/').to_owned()
    }
}

/// Whether a text is an address of the web that a path can be put behind.
fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| host.starts_with(char::is_alphanumeric))
        && !text.contains(|ch: char| ch.is_whitespace() || ch.is_control() || "?#\"<>".contains(ch))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_scheme_a_host_and_no_query() {
        for good in ["https://example.org", "http://localhost:8000/a/"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["example.org", "/a/", "https://", "https://a b", "https://a/?q", "javascript:alert(1)"] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn the_base_is_the_folder_that_a_path_begins_with() {
        let output = |path: &str| {
            let toml = format!("name = \"page\"\npath = \"{path}\"");
            toml::from_str::<Output>(&toml).unwrap()
        };
        assert_eq!(output("out/page/{dir}/{stem}.html").below_base("out/page/content/a.html"), "content/a.html");
        assert_eq!(output("out/page-{stem}.html").below_base("out/page-a.html"), "page-a.html");
        assert_eq!(output("{stem}.html").below_base("a.html"), "a.html");
    }
}
