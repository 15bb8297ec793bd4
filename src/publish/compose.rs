//! Pages of both languages that are put together from whole blocks.
//!
//! Each language is written on its own first, into the blocks of the source, so that the two have the same blocks in
//! the same order. A layout then says what becomes of a block and its counterpart; headings, tables, images and notes
//! hold both languages themselves in every layout.

use std::ops::Range;

use crate::markdown::{self, Block, BlockKind, LeafKind};
use crate::publish::additions;
use crate::publish::anchors::{self, Links};
use crate::publish::side::{self, Language, Writing};
use crate::publish::split::front_matter_keys;
use crate::publish::weave::Weaver;
use crate::publish::{Emitted, Page, Patch, Style, settle};
use crate::segment::{self, leaf_texts};
use crate::text::Edit;

/// What is read in a leaf.
pub(super) type LeafText = (LeafKind, String);

/// Returns a page with these patches of both languages made.
pub(super) fn settled(page: &Page<'_>, weaver: &Weaver<'_>, patches: Vec<Patch>) -> Emitted {
    let mut base = front_matter_keys(page, &keys(page));
    base.extend(anchors::ids(page, ""));
    let (text, mut refused) = without_definitions(page, &weaver.definitions, base, &patches);
    refused.dedup();
    Emitted { text, refused }
}

/// Makes patches that write every link inline, and takes away the definitions, which then have nothing left to define.
/// They stay where a reference stands in no unit, or in one whose patch is refused.
fn without_definitions(
    page: &Page<'_>,
    definitions: &str,
    mut base: Vec<Edit>,
    patches: &[Patch],
) -> (String, Vec<usize>) {
    let (text, refused) = settle(page.source, &page.options, &base, patches);
    if !refused.is_empty() || anchors::has_fixed_references(page, definitions) {
        return (text, refused);
    }
    let removed = anchors::definitions_removed(page);
    if removed.is_empty() {
        return (text, refused);
    }
    base.extend(removed);
    let (shorter, refused_now) = settle(page.source, &page.options, &base, patches);
    if refused_now.is_empty() { (shorter, refused) } else { (text, refused) }
}

/// The keys that the front matter of a page in both languages has (rule FM-1).
fn keys(page: &Page<'_>) -> [(&'static str, String); 3] {
    let languages = match &page.document.parsed.front_matter {
        Some(front) if front.toml => format!("[\"{}\", \"{}\"]", page.source_locale, page.locale),
        _ => format!("[{}, {}]", page.source_locale, page.locale),
    };
    [("lang", page.locale.to_owned()), ("languages", languages), ("translationKey", page.key.clone())]
}

/// Whether the two languages of a page are put together block by block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Halves {
    /// Both have the same blocks, also those that only the target language has.
    Together,
    /// Each is as it is.
    Apart,
}

/// One language of a page as Markdown of its own, links inline, each paragraph on one line.
pub(super) struct Side {
    pub(super) text: String,
    /// The byte behind its front matter.
    pub(super) body: usize,
    pub(super) refused: Vec<usize>,
}

impl Side {
    /// Returns a language of a page. `base` are edits that no leaf notices.
    pub(super) fn new(
        page: &Page<'_>,
        language: Language,
        writing: &Writing<'_>,
        base: &[Edit],
        halves: Halves,
    ) -> Side {
        let mut patches = side::patches(page, language, writing);
        if halves == Halves::Apart && language == Language::Source {
            additions::without(&page.style.added, page.document, &mut patches);
        }
        let (text, refused) = without_definitions(page, writing.definitions, base.to_vec(), &patches);
        let start = markdown::content_start(&text);
        let front = markdown::front_matter(&text, start, &page.options.front_matter);
        let body = front.map_or(start, |front| front.span.end);
        Side { text, body, refused }
    }
}

/// A language of a page, cut into its outermost blocks.
struct Cut {
    side: Side,
    blocks: Vec<Block>,
    leaves: Vec<LeafText>,
}

impl Cut {
    fn new(page: &Page<'_>, side: Side) -> Cut {
        let blocks = markdown::blocks(&side.text, side.body);
        let leaves = leaf_texts(&side.text, &page.options);
        Cut { side, blocks, leaves }
    }

    fn block(&self, at: usize) -> &str {
        &self.side.text[self.blocks[at].span.clone()]
    }
}

/// A block and its counterpart, in the order of the page.
pub(super) struct Pair<'s> {
    pub(super) kind: BlockKind,
    /// The block in the language that stands first.
    pub(super) first: &'s str,
    /// The block in the other language; `None` where it says the same.
    pub(super) second: Option<&'s str>,
    pub(super) first_leaves: &'s [LeafText],
    pub(super) second_leaves: &'s [LeafText],
    /// Whether the block holds both languages itself: a heading, a table, an image, a note.
    woven: bool,
    /// Whether it stands on the line directly behind the block before it.
    pub(super) tight: bool,
    /// The bytes of the block in the source.
    span: Range<usize>,
    units: Range<usize>,
    leaves: Range<usize>,
}

/// What a layout makes of some blocks.
pub(super) enum Piece {
    /// These blocks become this text, in which these leaves are read.
    Instead(Range<usize>, String, Vec<LeafText>),
    /// Behind the block before this one stands this text. The blocks are those whose second language it holds.
    Before(usize, Range<usize>, String, Vec<LeafText>),
}

/// Returns a page put together by a layout from its blocks. Those that are `woven` stand as in `interleaved`.
pub(super) fn compose(
    page: &Page<'_>,
    is_woven: fn(BlockKind) -> bool,
    layout: &dyn Fn(&[Pair<'_>]) -> Vec<Piece>,
) -> Emitted {
    if page.source.contains('\r') {
        return with_line_feeds(page, |page| compose(page, is_woven, layout));
    }
    let weaver = Weaver::new(page);
    let writing = Writing { anchors: &weaver.anchors, definitions: &weaver.definitions, links: Links::Inline };
    let cut = |language| Cut::new(page, Side::new(page, language, &writing, &[], Halves::Together));
    let (source, target) = (cut(Language::Source), cut(Language::Target));
    let blocks = markdown::blocks(page.source, source_body(page));
    let alike = |side: &Cut| {
        side.blocks.len() == blocks.len() && side.blocks.iter().zip(&blocks).all(|(one, other)| one.kind == other.kind)
    };
    if !alike(&source) || !alike(&target) {
        // No reader of Markdown gives another outline for these; the page stays in one language.
        return settled(page, &weaver, weaver.patches(|unit| page.document.units[unit].kind == LeafKind::FrontMatter))
            .with_refused(0..page.document.units.len());
    }
    let pairs = pairs(page, &blocks, &source, &target, is_woven);
    let woven = |unit: usize| {
        let at = pairs.partition_point(|pair| pair.units.end <= unit);
        pairs.get(at).is_none_or(|pair| !pair.units.contains(&unit) || pair.woven)
    };
    let mut patches = weaver.patches(woven);
    patches.extend(layout(&pairs).into_iter().map(|piece| patch(page, &pairs, piece)));
    patches.sort_by_key(|patch| (patch.leaves.start, patch.leaves.end));
    settled(page, &weaver, patches).with_refused(target.side.refused)
}

/// Rule S10: a page of both languages has line feeds. Returns what is made of the same page with them.
pub(super) fn with_line_feeds(page: &Page<'_>, emit: impl FnOnce(&Page<'_>) -> Emitted) -> Emitted {
    let source = page.source.replace("\r\n", "\n").replace('\r', "\n");
    let language = page.source_locale.split('-').next().unwrap_or_default();
    let document = segment::split(&source, language, &page.options);
    // Lone carriage returns within HTML or code may be read otherwise; then nothing can be said about the units.
    if document.units.len() != page.document.units.len() {
        return Emitted { text: source, refused: (0..page.targets.len()).collect() };
    }
    let at = |at: usize| page.source[..at].replace("\r\n", "\n").len();
    let moved = |span: &Range<usize>| at(span.start)..at(span.end);
    let style = Style { added: page.style.added.iter().map(moved).collect(), ..page.style.clone() };
    emit(&Page { source: &source, document: &document, style, ..page.copied() })
}

impl Emitted {
    fn with_refused(mut self, more: impl IntoIterator<Item = usize>) -> Emitted {
        self.refused.extend(more);
        self.refused.sort_unstable();
        self.refused.dedup();
        self
    }
}

fn source_body(page: &Page<'_>) -> usize {
    let front = page.document.parsed.front_matter.as_ref();
    front.map_or(markdown::content_start(page.source), |front| front.span.end)
}

fn pairs<'s>(
    page: &Page<'_>,
    blocks: &[Block],
    source: &'s Cut,
    target: &'s Cut,
    is_woven: fn(BlockKind) -> bool,
) -> Vec<Pair<'s>> {
    let (first, second) = page.style.order.of(source, target);
    let leaves = &page.document.parsed.leaves;
    let mut pairs = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let from = leaves.partition_point(|leaf| leaf.block.start < block.span.start);
        let to = leaves.partition_point(|leaf| leaf.block.start < block.span.end);
        let units = &page.document.units;
        let units = units.partition_point(|unit| unit.leaf < from)..units.partition_point(|unit| unit.leaf < to);
        let (one, other) = (first.block(at), second.block(at));
        let gap = if at > 0 { &page.source[blocks[at - 1].span.end..block.span.start] } else { "\n\n" };
        // An image that stands alone holds both languages; so does a paragraph with lines of another language in it,
        // which must stand once.
        let whole = |leaf: &markdown::Leaf| leaf.kind != LeafKind::Alt && leaf.span == block.span;
        let holds = |span: &Range<usize>| span.start <= block.span.start && block.span.end <= span.end;
        let is_added = page.style.added.iter().any(holds);
        let mixed = block.kind == BlockKind::Paragraph && !(to == from + 1 && whole(&leaves[from]));
        pairs.push(Pair {
            kind: block.kind,
            first: one,
            second: (one != other).then_some(other),
            first_leaves: &first.leaves[from..to],
            second_leaves: &second.leaves[from..to],
            // Rule S8: a note within a quote or a list has one label, so both languages stand in it.
            // A shortcode stands once, with both languages in its attributes; so does what only one language has.
            woven: mixed
                || is_added
                || is_woven(block.kind)
                || leaves[from..to].iter().any(|leaf| matches!(leaf.kind, LeafKind::Footnote | LeafKind::Attribute)),
            tight: gap.lines().count() < 2,
            span: block.span.clone(),
            units,
            leaves: from..to,
        });
    }
    pairs
}

fn patch(page: &Page<'_>, pairs: &[Pair<'_>], piece: Piece) -> Patch {
    let whole = |range: &Range<usize>, part: for<'r> fn(&'r Pair<'_>) -> &'r Range<usize>| {
        part(&pairs[range.start]).start..part(&pairs[range.end - 1]).end
    };
    match piece {
        Piece::Instead(range, text, expected) => Patch {
            units: whole(&range, |pair| &pair.units),
            leaves: whole(&range, |pair| &pair.leaves),
            edits: vec![Edit::new(whole(&range, |pair| &pair.span), text)],
            expected,
        },
        Piece::Before(at, range, text, expected) => {
            let before = &pairs[at - 1];
            let leaf = before.leaves.end;
            let end = crate::text::line_end(page.source, before.span.end);
            let end = before.span.end + crate::text::trim_line_end(&page.source[before.span.end..end]).len();
            Patch {
                units: whole(&range, |pair| &pair.units),
                leaves: leaf..leaf,
                edits: vec![Edit::new(end..end, format!("\n\n{text}"))],
                expected,
            }
        }
    }
}

/// Headings, tables and notes hold both languages in every layout.
pub(super) fn always_woven(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Heading | BlockKind::Table | BlockKind::Note)
}

impl Pair<'_> {
    /// The leaves of both languages, one behind the other.
    pub(super) fn leaves(&self) -> Vec<LeafText> {
        self.first_leaves.iter().chain(self.second_leaves).cloned().collect()
    }

    /// The block in the language that stands first, alone.
    pub(super) fn alone(&self, at: usize) -> Piece {
        Piece::Instead(at..at + 1, self.first.to_owned(), self.first_leaves.to_vec())
    }

    /// Whether a layout decides where its second language goes.
    pub(super) fn is_text(&self) -> bool {
        !self.woven && self.kind != BlockKind::Shared
    }
}

/// Returns the order in which the two names of a page's languages are given.
pub(super) fn ordered_labels<'p>(page: &'p Page<'_>) -> (&'p str, &'p str) {
    page.style.order.of(page.style.labels.source.as_str(), page.style.labels.target.as_str())
}

/// Returns the locales in the order of the page.
pub(super) fn ordered_locales<'p>(page: &'p Page<'_>) -> (&'p str, &'p str) {
    page.style.order.of(page.source_locale, page.locale)
}
