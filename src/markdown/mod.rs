//! Markdown as leaf blocks with byte spans. The only importer of pulldown-cmark and of the YAML reader.
//!
//! `parse` never fails and never rewrites: it says where in the source the translatable text stands,
//! and everything else is a gap that is copied. CommonMark 0.31 and GFM (tables, footnotes, alerts,
//! task lists, strikethrough), heading attributes, YAML and TOML front matter, and the lines of
//! other languages that live in Markdown files (Hugo, Liquid, Jinja, MDX, VitePress).

mod attributes;
mod blocks;
mod depth;
mod destinations;
mod foreign;
mod front_matter;
mod inline;
pub mod tree;
mod view;
mod walk;

pub use attributes::{ATTRIBUTES, Quote};
pub use blocks::{Block, BlockKind, Mark, blocks, marks, whole_lines};
pub use destinations::{Leads, leads};
pub use foreign::shortcodes;
pub(crate) use front_matter::double_quoted;
pub use front_matter::{Field, FrontMatter, Style, front_matter};
pub use inline::{
    Destination, Inline, InlineKind, as_markdown, bare_addresses, inlines, literal_marks, slug, visible,
    with_literal_marks_escaped,
};
pub use view::{Emphasis, EmphasisKind, OPAQUE, Part, References, View, view};
pub use walk::parse;
pub use walk::prefix_length;

use crate::text::Span;

/// What `parse` may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The front-matter keys whose values are translated.
    pub front_matter: Vec<String>,
    /// Whether HTML blocks with visible text are leaves.
    pub html: bool,
    /// The attributes of shortcodes and components whose values are leaves: `NAME.ATTRIBUTE`.
    pub attributes: Vec<String>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            front_matter: ["title", "description", "summary"].map(str::to_owned).to_vec(),
            html: false,
            attributes: ATTRIBUTES.iter().map(|entry| (*entry).to_owned()).collect(),
        }
    }
}

/// What a leaf block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeafKind {
    /// A paragraph, also one in a block quote.
    Paragraph,
    /// A heading, ATX or setext.
    Heading,
    /// The text of a list item (its first paragraph where the list is loose).
    ListItem,
    /// One cell of a table.
    TableCell,
    /// The value of a front-matter key.
    FrontMatter,
    /// A paragraph of a footnote definition.
    Footnote,
    /// The alternative text of an image that stands alone in its paragraph.
    Alt,
    /// An HTML block with visible text.
    Html,
    /// The value of an attribute of a shortcode or a component that stands for itself.
    Attribute,
}

impl LeafKind {
    /// Returns the name used in JSON and in ids.
    pub fn name(self) -> &'static str {
        match self {
            LeafKind::Paragraph => "paragraph",
            LeafKind::Heading => "heading",
            LeafKind::ListItem => "list-item",
            LeafKind::TableCell => "table-cell",
            LeafKind::FrontMatter => "front-matter",
            LeafKind::Footnote => "footnote",
            LeafKind::Alt => "alt",
            LeafKind::Html => "html",
            LeafKind::Attribute => "attribute",
        }
    }

    /// Returns whether the text of such a leaf must stay on one line.
    pub fn is_one_line(self) -> bool {
        matches!(self, LeafKind::Heading | LeafKind::TableCell | LeafKind::Alt | LeafKind::Attribute)
    }
}

/// A leaf block: text that a translation can replace.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// What it is.
    pub kind: LeafKind,
    /// The bytes of its inline content in the source, container prefixes of continuation lines included.
    pub span: Span,
    /// The bytes of the whole block: marks, pipes and underline included, line end excluded.
    pub block: Span,
    /// How many block quotes it stands in.
    pub quotes: usize,
    /// Heading level, 1 to 6; 0 for anything else.
    pub level: u8,
    /// For a heading with `{#id}`: that id.
    pub anchor: Option<String>,
    /// For a table cell: index of the table, row, column.
    pub cell: Option<(usize, usize, usize)>,
    /// For the value of an attribute: what stands around it.
    pub quote: Option<Quote>,
    /// For a front-matter value: index of the field in `Parsed::front_matter`.
    pub field: Option<usize>,
    /// Its inline markup: a range of `Parsed::inlines`, sorted by start.
    pub inlines: std::ops::Range<usize>,
    /// Whether a directive says that it is not translated.
    pub skipped: bool,
    /// What a `note:` directive tells the translator.
    pub note: Option<String>,
}

/// A table, for layouts that print it twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its bytes, from the first row to the last without the line end.
    pub span: Span,
}

/// What was found in a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parsed {
    /// The front matter, if there is any.
    pub front_matter: Option<FrontMatter>,
    /// All leaf blocks in source order; they do not overlap.
    pub leaves: Vec<Leaf>,
    /// The inline markup of all leaves.
    pub inlines: Vec<Inline>,
    /// The tables.
    pub tables: Vec<Table>,
    /// Link reference definitions: label, span, destination, title.
    pub definitions: Vec<Definition>,
    /// `skip-start` without end, or an unknown word behind `duizhao:`: span and the word.
    pub odd_directives: Vec<(Span, String)>,
}

/// A link reference definition (CommonMark 4.7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The label as written.
    pub label: String,
    /// Its bytes in the source.
    pub span: Span,
    /// Where it leads.
    pub destination: String,
    /// Its title.
    pub title: Option<String>,
}

/// Returns the byte at which front matter or body begins: behind a byte order mark.
pub(crate) fn content_start(source: &str) -> usize {
    if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}
