//! What an article is told besides its page: the settings of the output, what is known of its pictures, its words.

use std::collections::BTreeMap;

use crate::publish::Order;

/// The words that an article adds, by the ids of their messages. `{alt}`, `{path}`, `{count}` and `{most}` in them
/// are filled in.
pub type Words = BTreeMap<&'static str, String>;

/// The ids of the messages that an article needs in both of its languages.
pub static WORDS: &[&str] = &[
    "page-references",
    "page-note-sign",
    "page-image",
    "page-alert-note",
    "page-alert-tip",
    "page-alert-important",
    "page-alert-warning",
    "page-alert-caution",
    "page-preview",
    "page-copy",
    "page-copied",
    "page-copy-by-hand",
    "page-digest",
    "page-length",
];

/// What happens to an article that is over a limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Limits {
    /// It is pasted into the editor, which takes more than the interface: a warning.
    #[default]
    Paste,
    /// A program hands it to the interface, which refuses it: an error.
    Api,
}

/// What is known of the file of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImageFile {
    /// Where it lies in the workspace.
    pub path: String,
    /// How the files of the page reach it.
    pub src: String,
    /// How large it is; `None` where there is no such file.
    pub bytes: Option<u64>,
    /// What it is by its first bytes: `jpg`, `png`, `gif`, `webp`, `svg`; empty where that is not known.
    pub kind: &'static str,
}

/// What an article is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Who wrote it.
    pub author: Option<String>,
    /// Where the original stands (阅读原文).
    pub source_url: Option<String>,
    /// What happens where it is over a limit.
    pub limits: Limits,
    /// Where pictures were uploaded to, by their paths in the workspace or as the page has them; `None` without a map.
    pub uploads: Option<BTreeMap<String, String>>,
    /// The files of its pictures, by the destinations that the page has.
    pub images: BTreeMap<String, ImageFile>,
    /// Its words in the source and in the target language.
    pub words: (Words, Words),
}

impl Article {
    /// Returns a word in the target language.
    pub(super) fn word(&self, id: &str) -> &str {
        self.words.1.get(id).map_or("", String::as_str)
    }

    /// Returns a word in both languages, in the order of a page; one where they are equal.
    pub(super) fn both(&self, id: &str, order: Order) -> String {
        joined(self.words.0.get(id).map_or("", String::as_str), self.word(id), order)
    }
}

/// Returns two words in the order of a page; one where they are equal.
pub(super) fn joined(source: &str, target: &str, order: Order) -> String {
    match order.of(source, target) {
        (first, second) if first == second || second.is_empty() => first.to_owned(),
        ("", second) => second.to_owned(),
        (first, second) => format!("{first} {second}"),
    }
}

/// Fills the places of a text.
pub(super) fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let value =
            values.iter().find(|(name, _)| rest[1..].strip_prefix(name).is_some_and(|rest| rest.starts_with('}')));
        let taken = value.map_or(1, |(name, _)| name.len() + 2);
        out.push_str(value.map_or("{", |(_, value)| value));
        rest = &rest[taken..];
    }
    out + rest
}
