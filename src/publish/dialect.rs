//! Dialects: what the reader of a page can render. A new one is one more record.
//!
//! Layouts write GitHub's Markdown; [`lower`](super::lower) then writes what a dialect puts otherwise.

/// What a reader does with raw HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Html {
    /// Renders it.
    Rendered,
    /// Renders it as JSX: every tag closed, no comments, no `<https://…>`.
    Jsx,
    /// Leaves it out, with its text.
    Dropped,
}

/// A reader of Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// Its name in duizhao.toml.
    pub name: &'static str,
    /// What becomes of raw HTML.
    pub html: Html,
    /// Whether `[^1]` is a footnote.
    pub footnotes: bool,
    /// Whether tables are rendered.
    pub tables: bool,
    /// Whether `## Heading {#id}` sets the anchor; elsewhere it shows as text.
    pub ids: bool,
    /// Whether headings have anchors at all.
    pub anchors: bool,
    /// Whether `{{ … }}` in text is replaced by a value.
    pub interpolates: bool,
}

const COMMON: Dialect = Dialect {
    name: "",
    html: Html::Rendered,
    footnotes: true,
    tables: true,
    ids: false,
    anchors: true,
    interpolates: false,
};

/// Every dialect.
pub static DIALECTS: &[Dialect] = &[
    Dialect { name: "gfm", ..COMMON },
    // With its default settings: `markup.goldmark.renderer.unsafe` is off.
    Dialect { name: "hugo", html: Html::Dropped, ids: true, ..COMMON },
    Dialect { name: "vitepress", footnotes: false, ids: true, interpolates: true, ..COMMON },
    Dialect { name: "docusaurus", html: Html::Jsx, ids: true, ..COMMON },
    Dialect { name: "mdbook", ids: true, ..COMMON },
    Dialect { name: "starlight", ..COMMON },
    Dialect { name: "commonmark", footnotes: false, tables: false, anchors: false, ..COMMON },
    // Zhihu, Juejin and CSDN: what all editors that import Markdown are known to take.
    Dialect { name: "cn-editor", html: Html::Dropped, footnotes: false, anchors: false, ..COMMON },
];

/// Returns the dialect with a name.
pub fn dialect(name: &str) -> Option<&'static Dialect> {
    DIALECTS.iter().find(|dialect| dialect.name == name)
}
