//! A page as a tree of blocks with their inline content, for what is no Markdown any more.
//!
//! Spans are not kept: a tree is shown, never edited. It holds what a reader of GitHub's Markdown sees; front
//! matter is none of it, and lines of other languages are text as they are for any reader.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, LinkType, Parser, Tag};

use crate::markdown::walk;

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A heading of a level from 1 to 6, with the `{#id}` that it is given.
    Heading(u8, Option<String>, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; the number of its first item where it is an ordered one.
    List(Option<u64>, Vec<Item>),
    /// A block quote; `note`, `tip`, … where it is one of GitHub's alerts.
    Quote(Option<&'static str>, Vec<Node>),
    /// Code: the first word behind the fence, and the lines.
    Code(String, String),
    /// A table.
    Table(Table),
    /// A block of HTML as it is written.
    Html(String),
    /// A thematic break.
    Rule,
    /// What a footnote says, by its label.
    Note(String, Vec<Node>),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// For a task whether it is done.
    pub task: Option<bool>,
    /// What it says.
    pub blocks: Vec<Node>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How each column is aligned.
    pub columns: Vec<Column>,
    /// The first row.
    pub head: Vec<Vec<Inline>>,
    /// The others.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Nothing is said.
    Plain,
    /// To the left.
    Left,
    /// In the middle.
    Centre,
    /// To the right.
    Right,
}

/// Inline content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// A code span.
    Code(String),
    /// `*…*`
    Emphasis(Vec<Inline>),
    /// `**…**`
    Strong(Vec<Inline>),
    /// `~~…~~`
    Strike(Vec<Inline>),
    /// A link: destination, title, text.
    Link(String, String, Vec<Inline>),
    /// An image: destination, title, alternative text.
    Image(String, String, String),
    /// An HTML tag as it is written.
    Html(String),
    /// A hard line break.
    Break,
    /// `[^label]`
    Note(String),
}

/// Returns the blocks of Markdown. Never fails.
pub fn tree(text: &str) -> Vec<Node> {
    let mut builder = Builder { open: vec![Open::default()] };
    for event in Parser::new_ext(text, walk::options()) {
        builder.event(event);
    }
    builder.open.drain(..).next().map(Open::into_blocks).unwrap_or_default()
}

/// Returns the words of inline content: what a reader without a screen would hear, without tags and marks.
pub fn words(inlines: &[Inline]) -> String {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Image(_, _, text) => words.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(_, _, inner) => {
                words.push_str(&self::words(inner));
            }
            Inline::Break => words.push(' '),
            Inline::Html(_) | Inline::Note(_) => {}
        }
    }
    words
}

/// An element whose end is still to come, and what it holds so far.
#[derive(Default)]
struct Open<'t> {
    /// What it is; the page itself is none.
    tag: Option<Tag<'t>>,
    blocks: Vec<Node>,
    inlines: Vec<Inline>,
    items: Vec<Item>,
    cells: Vec<Vec<Inline>>,
    rows: Vec<Vec<Vec<Inline>>>,
    /// Lines of code or HTML.
    text: String,
    task: Option<bool>,
}

impl Open<'_> {
    /// Makes a paragraph of the words of a tight list item, which no paragraph surrounds.
    fn flush(&mut self) {
        let inlines = std::mem::take(&mut self.inlines);
        if !inlines.is_empty() {
            self.blocks.push(Node::Paragraph(inlines));
        }
    }

    fn into_blocks(mut self) -> Vec<Node> {
        self.flush();
        self.blocks
    }
}

/// Elements from the page to the innermost one.
struct Builder<'t> {
    open: Vec<Open<'t>>,
}

impl<'t> Builder<'t> {
    fn event(&mut self, event: Event<'t>) {
        match event {
            Event::Start(tag) => self.open.push(Open { tag: Some(tag), ..Open::default() }),
            Event::End(_) => self.end(),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.push(Inline::Code(code.into_string())),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Html(html) => self.text(&html),
            Event::InlineHtml(html) => {
                let is_break = html.starts_with("<br") && !html.starts_with("<br-");
                self.push(if is_break { Inline::Break } else { Inline::Html(html.into_string()) });
            }
            Event::FootnoteReference(label) => self.push(Inline::Note(label.into_string())),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => self.block(Node::Rule),
            Event::TaskListMarker(done) => {
                if let Some(item) = self.open.iter_mut().rev().find(|open| matches!(open.tag, Some(Tag::Item))) {
                    item.task = Some(done);
                }
            }
        }
    }

    /// Closes the innermost element and gives it to the one around it.
    fn end(&mut self) {
        // The page itself is never closed: every end has its start.
        let Some(mut open) = self.open.pop() else { return };
        let Some(tag) = open.tag.take() else { return };
        match tag {
            Tag::Emphasis | Tag::Superscript | Tag::Subscript => self.push(Inline::Emphasis(open.inlines)),
            Tag::Strong => self.push(Inline::Strong(open.inlines)),
            Tag::Strikethrough => self.push(Inline::Strike(open.inlines)),
            Tag::Link { link_type, dest_url, title, .. } => {
                let mail = if link_type == LinkType::Email { "mailto:" } else { "" };
                self.push(Inline::Link(format!("{mail}{dest_url}"), title.into_string(), open.inlines));
            }
            Tag::Image { dest_url, title, .. } => {
                self.push(Inline::Image(dest_url.into_string(), title.into_string(), words(&open.inlines)));
            }
            Tag::Paragraph => self.block(Node::Paragraph(open.inlines)),
            Tag::Heading { level, id, .. } => {
                self.block(Node::Heading(level as u8, id.map(|id| id.into_string()), open.inlines));
            }
            Tag::BlockQuote(kind) => self.block(Node::Quote(kind.map(alert), open.into_blocks())),
            Tag::FootnoteDefinition(label) => self.block(Node::Note(label.into_string(), open.into_blocks())),
            Tag::List(first) => self.block(Node::List(first, open.items)),
            Tag::Item => {
                let item = Item { task: open.task, blocks: open.into_blocks() };
                self.parent(|list| list.items.push(item));
            }
            Tag::CodeBlock(kind) => {
                let info = if let CodeBlockKind::Fenced(info) = kind { info.into_string() } else { String::new() };
                let word = info.split([' ', ',', '\t']).next().unwrap_or_default().to_owned();
                self.block(Node::Code(word, open.text));
            }
            Tag::HtmlBlock => self.block(Node::Html(open.text)),
            Tag::TableCell => self.parent(|row| row.cells.push(open.inlines)),
            Tag::TableHead | Tag::TableRow => self.parent(|table| table.rows.push(open.cells)),
            Tag::Table(columns) => {
                let mut rows = open.rows.into_iter();
                let head = rows.next().unwrap_or_default();
                let columns = columns.into_iter().map(column).collect();
                self.block(Node::Table(Table { columns, head, rows: rows.collect() }));
            }
            _ => {}
        }
    }

    fn parent(&mut self, then: impl FnOnce(&mut Open<'t>)) {
        if let Some(open) = self.open.last_mut() {
            then(open);
        }
    }

    fn text(&mut self, text: &str) {
        self.parent(|open| match open.tag {
            Some(Tag::CodeBlock(_) | Tag::HtmlBlock) => open.text.push_str(text),
            _ => match open.inlines.last_mut() {
                Some(Inline::Text(before)) => before.push_str(text),
                _ => open.inlines.push(Inline::Text(text.to_owned())),
            },
        });
    }

    fn push(&mut self, inline: Inline) {
        self.parent(|open| open.inlines.push(inline));
    }

    fn block(&mut self, node: Node) {
        self.parent(|open| {
            open.flush();
            open.blocks.push(node);
        });
    }
}

fn column(alignment: Alignment) -> Column {
    match alignment {
        Alignment::None => Column::Plain,
        Alignment::Left => Column::Left,
        Alignment::Center => Column::Centre,
        Alignment::Right => Column::Right,
    }
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}
