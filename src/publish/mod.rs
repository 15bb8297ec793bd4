//! Publishing: from units and their translations to pages. One file a layout, a dialect a record, one file a format.
//!
//! A layout says where the two languages go, a dialect what the reader of a page can render, a format what kind of
//! file is made. Layouts write GitHub's Markdown: they hand patches over the source's bytes to `settle`, which reads
//! the result again and takes back every patch that would change anything else. `lower` then writes what a dialect
//! puts otherwise. Formats that are no Markdown walk the `pairs` of a page.

mod additions;
mod anchors;
mod aside;
mod choose;
mod compose;
mod details;
mod dialect;
mod html;
mod interleaved;
mod lines;
mod lower;
mod markdown_page;
mod marker;
mod page;
mod pairs;
mod places;
mod quote;
mod roundtrip;
mod safe;
mod sections;
mod settle;
mod side;
mod split;
mod standing;
mod style;
mod table;
mod weave;
pub mod wechat;

pub use additions::{Addition, Beside, Extended, extended};
pub use anchors::followed;
pub use aside::Notice;
pub use choose::{Marks, Policies, Policy, Used, choose};
pub use dialect::{DIALECTS, Dialect, Html, dialect};
pub use html::template_fault;
pub use lines::unit_lines;
pub use marker::{Marked, mark_of, marked, marked_jsx, same_lines};
pub use page::{Page, Target};
pub use pairs::{Both, Pair, PairItem, PairTable, Paired, front_value, pairs, placed_pairs};
pub use places::{Pages, Places, folder, references, relative, relinked, resolved};
pub use roundtrip::{Pseudo, pseudo, rebuilt};
pub use settle::{Patch, settle};
pub use standing::{Standing, standing};
pub use style::{Granularity, Labels, Order, Style, Web, WebWords};

use crate::finding::{Message, Severity};

/// Every layout, by name. The order is that of the documentation.
pub static LAYOUTS: &[&dyn Layout] =
    &[&split::LAYOUT, &interleaved::LAYOUT, &quote::LAYOUT, &sections::LAYOUT, &table::LAYOUT, &details::LAYOUT];

/// Every format, by name.
pub static FORMATS: &[&dyn Format] = &[&markdown_page::FORMAT, &html::FORMAT, &wechat::FORMAT];

/// Where the two languages go on a page of Markdown.
pub trait Layout: Sync {
    /// Returns the name used in duizhao.toml.
    fn name(&self) -> &'static str;

    /// Returns whether a page in this layout loses nothing in a reader of this dialect.
    fn suits(&self, dialect: &Dialect) -> bool;

    /// Returns the page as GitHub's Markdown, and the units whose translation could not be put there.
    fn emit(&self, page: &Page<'_>) -> Emitted;
}

/// Returns the layout with a name.
pub fn layout(name: &str) -> Option<&'static dyn Layout> {
    LAYOUTS.iter().copied().find(|layout| layout.name() == name)
}

/// What kind of files are made of a page.
pub trait Format: Sync {
    /// Returns the name used in duizhao.toml.
    fn name(&self) -> &'static str;

    /// Returns the layouts that it knows, the one it has by default first.
    fn layouts(&self) -> &'static [&'static str];

    /// Returns the order that its readers expect where the settings say none.
    fn order(&self) -> Order;

    /// Returns what stands in place of the ending of a page's path for each of its files; nothing for the page itself.
    fn endings(&self) -> &'static [&'static str] {
        &[""]
    }

    /// Returns the destinations of the pictures of a page whose files it must know; the page's style then has them.
    /// `None` if it asks for nothing of the disk.
    fn images(&self, _: &Page<'_>) -> Option<Vec<String>> {
        None
    }

    /// Returns the files made of a page in one of its layouts.
    fn files(&self, page: &Page<'_>, layout: &str) -> Made;
}

/// Returns the format with a name.
pub fn format(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.name() == name)
}

/// A page that a layout made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Emitted {
    /// The Markdown.
    pub text: String,
    /// Units whose translation would have changed the structure: the source stands in its place.
    pub refused: Vec<usize>,
}

/// What a format made of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// The files, the page itself first.
    pub files: Vec<File>,
    /// Units whose translation could not be put there: the source stands in its place.
    pub refused: Vec<usize>,
    /// What else is worth telling.
    pub notes: Vec<Note>,
}

/// A file that a format made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What stands in place of the ending of the page's path, with its dot; empty for the page itself.
    pub ending: &'static str,
    /// What is in it.
    pub text: String,
    /// How it is known again.
    pub seal: Seal,
}

/// How a file shows that we made it and that nobody edited it since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// A comment in its last line.
    Comment,
    /// A comment of MDX in its last line.
    Jsx,
    /// A field of JSON.
    Field,
    /// It has no room for one: its hash stands in the first file of this page that is sealed by a field.
    Beside,
}

/// Something about a page that its editor should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The unit it is about, if it is about one.
    pub unit: Option<usize>,
    /// The sentence.
    pub message: Message,
}
