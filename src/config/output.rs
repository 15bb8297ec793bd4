//! What `build` makes: the settings of one output, and where its pages go.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::config::problem;
use crate::config::sites::{Naming, SITES, Site, Tags, site_named};
use crate::config::template::{self, Facts};
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
    pub dialect: Option<String>,
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
    /// The generator of sites that reads it; it says where pages lie and what renders them.
    pub target: Option<String>,
    /// The folder that the site's tree lies in.
    pub root: Option<String>,
    /// Where it goes, as a template; that of its target if nothing is said.
    #[serde(default)]
    pub path: String,
    /// A folder that is taken off the front of a document's path before the template is filled in.
    pub strip: Option<String>,
    /// What languages are called in paths, where that is not what its target calls them.
    #[serde(default)]
    pub langs: BTreeMap<String, String>,
    /// What becomes of images and other files that a page refers to.
    #[serde(default)]
    pub assets: Option<Assets>,
    /// Whether a page says at its top what of its translation is missing, unconfirmed or behind.
    #[serde(default)]
    pub notices: bool,
    /// Whether a page names at its end who made its translation.
    #[serde(default)]
    pub credits: bool,
    /// Only these documents: globs; all if empty.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Only these locales; all targets if empty.
    #[serde(default)]
    pub locales: Vec<String>,
    /// Format `wechat`: who wrote the articles.
    pub author: Option<String>,
    /// Format `wechat`: where the original stands: `{path}`, `{dir}`, `{stem}`, `{name}`, `{slug}`, `{locale}`.
    pub source_url: Option<String>,
    /// Format `wechat`: the file that says where pictures were uploaded to.
    pub image_map: Option<String>,
    /// Format `wechat`: whether what is over a limit is a warning or an error.
    #[serde(default)]
    pub limits: Limits,
}

/// How articles come to WeChat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limits {
    /// Pasted into its editor.
    #[default]
    Paste,
    /// Handed to its interface.
    Api,
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

/// What becomes of images and other files that a page refers to by a relative path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assets {
    /// Links lead to where the files are.
    Link,
    /// The files are copied beside the page.
    Copy,
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

/// The dialect of a page of which nothing else is said.
const GFM: &str = "gfm";

fn yes() -> bool {
    true
}

impl Output {
    pub(super) fn checked(&self) -> Result<(), Message> {
        let wrong = |id| problem(id).with("name", self.name.as_str());
        if let Some(target) = &self.target
            && self.site().is_none()
        {
            let known: Vec<&str> = SITES.iter().map(|site| site.name).collect();
            return Err(wrong("settings-target-site").with("word", target.as_str()).with("known", known.join(", ")));
        }
        if self.path.is_empty() && self.target.is_none() {
            return Err(wrong("settings-no-path"));
        }
        if let Some(word) = template::unknown(&self.path) {
            return Err(wrong("settings-placeholder").with("word", format!("{{{word}}}")));
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

    /// Returns the site that the output is a tree of.
    pub fn site(&self) -> Option<&'static Site> {
        self.target.as_deref().and_then(site_named)
    }

    /// Returns the name of the dialect.
    pub fn dialect(&self) -> &str {
        self.dialect.as_deref().unwrap_or_else(|| self.site().map_or(GFM, |site| site.dialect))
    }

    /// Returns what becomes of files that a page refers to: a tree that is built elsewhere needs them in it.
    pub fn assets(&self) -> Assets {
        let copied = self.target.is_some() && self.root().is_some_and(|root| root != ".");
        self.assets.unwrap_or(if copied { Assets::Copy } else { Assets::Link })
    }

    /// The folder of a site's tree.
    fn root(&self) -> Option<String> {
        let site = self.site()?;
        Some(self.root.clone().unwrap_or_else(|| format!("out/{}", site.name)))
    }

    fn template(&self, is_source: bool) -> &str {
        match self.site() {
            Some(site) if self.path.is_empty() => {
                if is_source {
                    site.source
                } else {
                    site.target
                }
            }
            _ => &self.path,
        }
    }

    fn tags(&self) -> Tags<'_> {
        Tags { own: &self.langs, naming: self.site().map_or(Naming::Tag, |site| site.naming) }
    }

    /// Returns whether the page's place depends on the front matter of its document.
    pub fn reads_front_matter(&self) -> bool {
        template::reads_front_matter(self.template(false))
    }

    /// Returns where the page of a document goes. `source` is the language that the workspace's documents have.
    pub fn path_of(&self, facts: &Facts<'_>, source: &str) -> String {
        let path = stripped(facts.path, &self.strips(source));
        let filled = template::filled(self.template(facts.is_source), &Facts { path, ..*facts }, &self.tags());
        match self.root() {
            Some(root) if root != "." => format!("{}/{filled}", root.trim_end_matches('/')),
            _ => filled,
        }
    }

    /// The folders of which one is taken off the front of a document's path.
    fn strips(&self, source: &str) -> Vec<String> {
        match (&self.strip, self.site()) {
            (Some(strip), _) => vec![strip.clone()],
            (None, Some(site)) => site.strip.iter().map(|folder| folder.replace("{source}", source)).collect(),
            (None, None) => Vec::new(),
        }
    }
}

fn stripped<'p>(path: &'p str, folders: &[String]) -> &'p str {
    let folders = folders.iter().map(|folder| folder.trim_end_matches('/')).filter(|folder| !folder.is_empty());
    folders.filter_map(|folder| path.strip_prefix(folder)?.strip_prefix('/')).next().unwrap_or(path)
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
