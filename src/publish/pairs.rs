//! The blocks of a page with both languages in them, for formats that are no Markdown.

use std::collections::VecDeque;

use crate::markdown::LeafKind;
use crate::markdown::tree::{Column, Inline, Item, Node, Table, tree};
use crate::publish::Page;
use crate::publish::anchors::{self, Anchors, Links};
use crate::publish::compose::{Halves, Side};
use crate::publish::side::{Language, Writing};
use crate::text::join_lines;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Both {
    /// What it says in the source.
    pub source: Vec<Inline>,
    /// What it says in the target language; `None` where it says the same, or nobody has translated it.
    pub target: Option<Vec<Inline>>,
}

/// A block in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pair {
    /// A heading: its level, its anchor, which is that of the source in every language (rule H-1), and its text.
    Heading(u8, String, Both),
    /// A paragraph.
    Paragraph(Both),
    /// A list; the number of its first item where it is an ordered one.
    List(Option<u64>, Vec<PairItem>),
    /// A block quote; `note`, `tip`, … where it is one of GitHub's alerts.
    Quote(Option<&'static str>, Vec<Pair>),
    /// Code: the first word behind the fence, and the lines.
    Code(String, String),
    /// A table.
    Table(PairTable),
    /// A block of HTML as it is written.
    Html(String),
    /// A thematic break.
    Rule,
    /// What a footnote says, by its label.
    Note(String, Vec<Pair>),
    /// Blocks that have no counterparts: those of the source, then those of the target language.
    Apart(Vec<Node>, Vec<Node>),
}

/// An item of a list in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairItem {
    /// For a task whether it is done.
    pub task: Option<bool>,
    /// What it says.
    pub blocks: Vec<Pair>,
}

/// A table in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairTable {
    /// How each column is aligned.
    pub columns: Vec<Column>,
    /// The first row.
    pub head: Vec<Both>,
    /// The others.
    pub rows: Vec<Vec<Both>>,
}

/// A page as blocks in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paired {
    /// The blocks.
    pub blocks: Vec<Pair>,
    /// Units whose translation could not be put there.
    pub refused: Vec<usize>,
}

/// Returns the blocks of a page in both languages, with links and images that hold where the page is.
pub fn placed_pairs(page: &Page<'_>) -> Paired {
    paired(page, |side| page.relinked(&side.text, side.body))
}

/// Returns the blocks of a page in both languages, with links and images as the document has them.
pub fn pairs(page: &Page<'_>) -> Paired {
    paired(page, |side| side.text.clone())
}

fn paired(page: &Page<'_>, text: impl Fn(&Side) -> String) -> Paired {
    let definitions = anchors::definitions(page);
    // Links within the page lead to the anchors of the source, which all headings keep.
    let anchors = Anchors::default();
    let writing = Writing { anchors: &anchors, definitions: &definitions, links: Links::Inline };
    let source = Side::new(page, Language::Source, &writing, &[], Halves::Together);
    let target = Side::new(page, Language::Target, &writing, &[], Halves::Together);
    let mut ids = anchors::source_ids(page).into();
    let blocks = zipped(tree(&text(&source)[source.body..]), tree(&text(&target)[target.body..]), &mut ids);
    let notice = page.notice().into_iter();
    // The credits are a line of the target language alone.
    let credits = page.credits().map(|line| Pair::Apart(Vec::new(), vec![Node::Paragraph(line)]));
    Paired { blocks: notice.chain(blocks).chain(credits).collect(), refused: target.refused }
}

/// Returns a value of the front matter in both languages; the second one where it says something else.
pub fn front_value(page: &Page<'_>, key: &str) -> Option<(String, Option<String>)> {
    let front = page.document.parsed.front_matter.as_ref()?;
    let field = front.fields.iter().position(|field| field.key == key)?;
    let unit = page
        .document
        .units
        .iter()
        .position(|unit| unit.kind == LeafKind::FrontMatter && page.document.leaf(unit).field == Some(field));
    let Some(unit) = unit else { return Some((front.fields[field].value.clone(), None)) };
    let source = join_lines(&page.document.units[unit].segments);
    let target = page.translation(unit).map(|lines| lines.join(" ")).filter(|target| *target != source);
    Some((source, target))
}

fn zipped(source: Vec<Node>, target: Vec<Node>, ids: &mut VecDeque<String>) -> Vec<Pair> {
    if source.len() != target.len() || source.iter().zip(&target).any(|(one, other)| !alike(one, other)) {
        return vec![apart(source, target, ids)];
    }
    source.into_iter().zip(target).map(|(source, target)| pair(source, target, ids)).collect()
}

/// Whether two blocks are of one kind and as large.
fn alike(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Heading(level, ..), Node::Heading(same, ..)) => level == same,
        (Node::List(_, items), Node::List(_, others)) => items.len() == others.len(),
        (Node::Table(table), Node::Table(other)) => {
            let shape = |table: &Table| (table.head.len(), table.rows.iter().map(Vec::len).collect::<Vec<_>>());
            shape(table) == shape(other)
        }
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

fn pair(source: Node, target: Node, ids: &mut VecDeque<String>) -> Pair {
    match (source, target) {
        (Node::Heading(level, _, source), Node::Heading(_, _, target)) => {
            Pair::Heading(level, ids.pop_front().unwrap_or_default(), both(source, target))
        }
        (Node::Paragraph(source), Node::Paragraph(target)) => Pair::Paragraph(both(source, target)),
        (Node::List(start, source), Node::List(_, target)) => {
            let item = |(source, target): (Item, Item)| PairItem {
                task: source.task,
                blocks: zipped(source.blocks, target.blocks, ids),
            };
            Pair::List(start, source.into_iter().zip(target).map(item).collect())
        }
        (Node::Quote(alert, source), Node::Quote(_, target)) => Pair::Quote(alert, zipped(source, target, ids)),
        (Node::Code(language, text), _) => Pair::Code(language, text),
        (Node::Table(source), Node::Table(target)) => {
            let row = |(source, target): (Vec<Vec<Inline>>, Vec<Vec<Inline>>)| -> Vec<Both> {
                source.into_iter().zip(target).map(|(source, target)| both(source, target)).collect()
            };
            Pair::Table(PairTable {
                columns: source.columns,
                head: row((source.head, target.head)),
                rows: source.rows.into_iter().zip(target.rows).map(row).collect(),
            })
        }
        (Node::Html(html), Node::Html(target)) if html == target => Pair::Html(html),
        (Node::Rule, _) => Pair::Rule,
        (Node::Note(label, source), Node::Note(_, target)) => Pair::Note(label, zipped(source, target, ids)),
        (source, target) => apart(vec![source], vec![target], ids),
    }
}

/// Blocks without counterparts. Headings of the source take their anchors with them, so that those behind keep theirs.
fn apart(mut source: Vec<Node>, target: Vec<Node>, ids: &mut VecDeque<String>) -> Pair {
    anchored(&mut source, ids);
    Pair::Apart(source, target)
}

fn anchored(nodes: &mut [Node], ids: &mut VecDeque<String>) {
    for node in nodes {
        match node {
            Node::Heading(_, id, _) => *id = ids.pop_front(),
            Node::List(_, items) => items.iter_mut().for_each(|item| anchored(&mut item.blocks, ids)),
            Node::Quote(_, blocks) | Node::Note(_, blocks) => anchored(blocks, ids),
            _ => {}
        }
    }
}

fn both(source: Vec<Inline>, target: Vec<Inline>) -> Both {
    let target = (source != target).then_some(target);
    Both { source, target }
}
