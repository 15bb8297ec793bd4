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
        Ok(())
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
