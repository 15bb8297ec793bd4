//! How a page is to look: what the settings say about an output, and the words that a page itself adds.

use crate::publish::dialect::DIALECTS;
use crate::publish::wechat::Article;
use crate::publish::{Dialect, Notice, Places};
use crate::text::Span;

/// Prose in narrow columns cannot be read: a table whose cells are wider on the average is not made.
const WIDEST_MEAN: usize = 240;

/// Which language stands first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// The source.
    #[default]
    SourceFirst,
    /// The target.
    TargetFirst,
}

impl Order {
    /// Returns two things in this order, given the one of the source and the one of the target.
    pub fn of<T>(self, source: T, target: T) -> (T, T) {
        match self {
            Order::SourceFirst => (source, target),
            Order::TargetFirst => (target, source),
        }
    }
}

/// How much of the second language one `<details>` holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Granularity {
    /// What stands under one heading.
    #[default]
    Section,
    /// The whole page.
    Document,
    /// One block.
    Block,
}

/// The words that a page adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The name of the source language in itself.
    pub source: String,
    /// The name of the target language in itself.
    pub target: String,
    /// What stands above the notes of a reader without footnotes, in the source and in the target language.
    pub notes: (String, String),
    /// The words of a page of HTML, in the source and in the target language.
    pub page: (WebWords, WebWords),
}

/// The words that a page of HTML adds, in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WebWords {
    /// Above its table of contents.
    pub contents: String,
    /// On the link that leads past everything before the text.
    pub skip: String,
    /// What the buttons choose.
    pub switch: String,
    /// What the arrow behind a note does.
    pub back: String,
    /// Above the alerts of GitHub: note, tip, important, warning, caution.
    pub alerts: [String; 5],
}

/// What a page of HTML needs to know besides its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Web {
    /// The address of the folder that the output's path begins with; what needs an address is left out without it.
    pub base_url: Option<String>,
    /// The path of the page below that folder.
    pub path: String,
    /// The pages of the same document in this output: locale, and path below that folder. This page is one of them.
    pub siblings: Vec<(String, String)>,
    /// What stands in place of our style sheet.
    pub css: Option<String>,
    /// What stands in place of our template.
    pub template: Option<String>,
    /// Whether there is a table of contents.
    pub toc: bool,
}

impl Default for Web {
    fn default() -> Web {
        let path = String::new();
        Web { base_url: None, path, siblings: Vec::new(), css: None, template: None, toc: true }
    }
}

/// How a page is to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// What its readers render.
    pub dialect: &'static Dialect,
    /// Which language stands first.
    pub order: Order,
    /// Between the two languages of a heading, a cell, a title (rule H-5).
    pub separator: String,
    /// Whether emphasis of Chinese is strong (rule S6).
    pub strong: bool,
    /// How much one `<details>` holds.
    pub granularity: Granularity,
    /// How wide the cells of layout `table` may be on the average, in columns.
    pub cell_width: usize,
    /// The words that it adds.
    pub labels: Labels,
    /// What lies around it.
    pub places: Places,
    /// What an article is told besides (format `wechat`).
    pub article: Article,
    /// What only a page of HTML needs.
    pub web: Web,
    /// The bytes of its source that only the target language has.
    pub added: Vec<Span>,
    /// What it says about the state of its translation, at its top.
    pub notice: Option<Notice>,
    /// Who made its translation, as one line of Markdown at its end.
    pub credits: Option<String>,
}

impl Default for Style {
    fn default() -> Style {
        Style {
            dialect: &DIALECTS[0],
            order: Order::SourceFirst,
            separator: " / ".to_owned(),
            strong: true,
            granularity: Granularity::Section,
            cell_width: WIDEST_MEAN,
            labels: Labels {
                source: "English".to_owned(),
                target: "中文".to_owned(),
                notes: ("Notes".to_owned(), "注释".to_owned()),
                page: Default::default(),
            },
            places: Places::default(),
            article: Article::default(),
            web: Web::default(),
            added: Vec::new(),
            notice: None,
            credits: None,
        }
    }
}

impl Style {
    /// Returns both languages of a heading, a cell or a title; one where they are equal or one says nothing.
    pub(super) fn merged(&self, source: &str, target: &str) -> String {
        if target.trim().is_empty() || source.trim() == target.trim() {
            return source.to_owned();
        }
        let (first, second) = self.order.of(source, target);
        format!("{first}{}{second}", self.separator)
    }
}
