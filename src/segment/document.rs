//! Units and their segments: from leaf blocks to what is translated.
//!
//! A unit's text is its inline Markdown without container prefixes; soft line breaks are joined, a
//! hard break ends a segment and leaves `\` as its last character. Units with nothing to translate
//! (only code, a URL, a number, a symbol, a shortcode) are not extracted.

use std::borrow::Cow;

use crate::markdown::{self, Inline, InlineKind, Leaf, LeafKind, Options, Parsed};
use crate::segment::{Mask, MaskKind, sentences};
use crate::text::{LineIndex, Span, is_one_line, join_lines, lines};

/// A translatable block.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// What it is.
    pub kind: LeafKind,
    /// Its leaf: an index into `Document::parsed.leaves`.
    pub leaf: usize,
    /// The bytes of its text in the source.
    pub span: Span,
    /// Its first line, from 1.
    pub line: usize,
    /// Its last line, inclusive.
    pub end_line: usize,
    /// Its sentences.
    pub segments: Vec<String>,
    /// The heading it stands under: an index into `Document::headings`. For a heading, the one above it.
    pub heading: Option<usize>,
}

impl Unit {
    /// Returns the segments joined to one text, as they are compared.
    pub fn joined(&self) -> String {
        join_lines(&self.segments)
    }

    /// Returns where the segment at `index` stands in `source`; the whole unit where wrapping hides it.
    pub fn segment_span(&self, source: &str, index: usize) -> Span {
        let segment = self.segments[index].trim_end_matches('\\');
        match source[self.span.clone()].find(segment) {
            Some(at) => self.span.start + at..self.span.start + at + segment.len(),
            None => self.span.clone(),
        }
    }
}

/// A heading, for the context of what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its visible text.
    pub text: String,
    /// Its level, 1 to 6.
    pub level: u8,
    /// The heading above it with a lower level.
    pub parent: Option<usize>,
    /// Its leaf.
    pub leaf: usize,
}

/// A document cut into units.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The blocks.
    pub parsed: Parsed,
    /// The units in source order.
    pub units: Vec<Unit>,
    /// The headings in source order, translatable or not.
    pub headings: Vec<Heading>,
}

impl Document {
    /// Returns the texts of the headings a unit stands under, outermost first.
    pub fn context(&self, unit: &Unit) -> Vec<&str> {
        let mut path = Vec::new();
        let mut at = unit.heading;
        while let Some(heading) = at.and_then(|index| self.headings.get(index)) {
            path.push(heading.text.as_str());
            at = heading.parent;
        }
        path.reverse();
        path
    }

    /// Returns the leaf of a unit.
    pub fn leaf(&self, unit: &Unit) -> &Leaf {
        &self.parsed.leaves[unit.leaf]
    }
}

/// Cuts a document into units. `language` is the primary language of the source, such as `en`.
pub fn split(source: &str, language: &str, options: &Options) -> Document {
    let parsed = markdown::parse(source, options);
    let index = LineIndex::new(source);
    let mut document = Document::default();
    document.units.reserve(parsed.leaves.len());
    let mut above: Vec<usize> = Vec::new();
    let mut parts = Vec::new();
    for (at, leaf) in parsed.leaves.iter().enumerate() {
        parts.clear();
        leaf_parts(source, &parsed, leaf, &mut parts);
        let mut heading = above.last().copied();
        if leaf.kind == LeafKind::Heading {
            while above.last().is_some_and(|&last| document.headings[last].level >= leaf.level) {
                above.pop();
            }
            heading = above.last().copied();
            let text = markdown::visible(&join_lines(parts.iter().map(|part| &part.text)));
            document.headings.push(Heading { text, level: leaf.level, parent: heading, leaf: at });
            above.push(document.headings.len() - 1);
        }
        if leaf.skipped || !is_translatable(leaf, &parts) {
            continue;
        }
        document.units.push(Unit {
            kind: leaf.kind,
            leaf: at,
            span: leaf.span.clone(),
            line: index.line(leaf.span.start),
            end_line: index.line(leaf.span.end.saturating_sub(1).max(leaf.span.start)),
            segments: segments(leaf.kind, &mut parts, language),
            heading,
        });
    }
    document.parsed = parsed;
    document
}

/// Returns the text of every leaf, also of those that are no units, joined: what must come back
/// when an emitted document is read again.
pub fn leaf_texts(source: &str, options: &Options) -> Vec<(LeafKind, String)> {
    let parsed = markdown::parse(source, options);
    let text = |leaf: &Leaf| {
        let mut parts = Vec::new();
        leaf_parts(source, &parsed, leaf, &mut parts);
        join_lines(parts.into_iter().map(|part| part.text))
    };
    parsed.leaves.iter().map(|leaf| (leaf.kind, text(leaf))).collect()
}

/// The text between two hard breaks; borrowed where it stands like that in the source.
struct Part<'s> {
    text: Cow<'s, str>,
    masks: Vec<Mask>,
    /// Whether a hard break ends it.
    broken: bool,
}

/// Adds the parts of a leaf to `parts`, a buffer that one document's leaves share.
fn leaf_parts<'s>(source: &'s str, parsed: &'s Parsed, leaf: &Leaf, parts: &mut Vec<Part<'s>>) {
    if let Some(field) = leaf.field
        && let Some(front) = &parsed.front_matter
    {
        let text = Cow::Borrowed(front.fields[field].value.as_str());
        return parts.push(Part { text, masks: Vec::new(), broken: false });
    }
    let raw = &source[leaf.span.clone()];
    let inlines = &parsed.inlines[leaf.inlines.clone()];
    if is_one_line(raw) {
        let masks = masks(inlines, |offset| offset - leaf.span.start);
        return parts.push(Part { text: Cow::Borrowed(raw.trim_end()), masks, broken: false });
    }
    joined_parts(source, leaf, inlines, parts);
}

/// Joins the lines of a leaf, hard breaks apart, and moves the masks along.
fn joined_parts<'s>(source: &'s str, leaf: &Leaf, inlines: &[Inline], parts: &mut Vec<Part<'s>>) {
    let mut text = String::with_capacity(leaf.span.len());
    // Where each line's content begins, in the source and in the part.
    let mut anchors: Vec<(usize, usize)> = Vec::new();
    let mut part_start = leaf.span.start;
    let mut breaks = inlines.iter().filter(|inline| inline.kind == InlineKind::HardBreak).peekable();
    let mut window = Window { coming: inlines, open: Vec::new() };
    for line in lines(&source[leaf.span.clone()]) {
        let start = leaf.span.start + line.start;
        let raw = &source[start..leaf.span.start + line.end];
        let prefix = if line.start == 0 { 0 } else { markdown::prefix_length(raw, leaf.quotes) };
        let end = leaf.span.start + line.end;
        let mut broken = false;
        while let Some(at) = breaks.next_if(|inline| inline.span.start < end) {
            broken |= at.span.start >= start;
        }
        let mut content = raw[prefix..].trim_end();
        if broken {
            content = content.strip_suffix('\\').unwrap_or(content).trim_end();
        }
        if !content.is_empty() {
            let tight = text.is_empty() || crate::text::joins_tight(&text, content);
            if !tight {
                text.push(' ');
            }
            anchors.push((start + prefix, text.len()));
            text.push_str(content);
        }
        if broken {
            parts.push(finished(
                std::mem::take(&mut text),
                &std::mem::take(&mut anchors),
                &window.inside(part_start..end),
                true,
            ));
            part_start = end;
        }
    }
    if !text.is_empty() || parts.is_empty() {
        parts.push(finished(text, &anchors, &window.inside(part_start..leaf.span.end), false));
    } else if let Some(last) = parts.last_mut() {
        last.broken = false;
    }
}

/// The inlines of a leaf, handed out part by part: looking through all of them for each of many
/// parts would take quadratic time.
struct Window<'i> {
    /// Those that begin behind the last part.
    coming: &'i [Inline],
    /// Those that reach beyond the last part.
    open: Vec<Inline>,
}

impl Window<'_> {
    /// Returns the inlines that overlap `span`. Each span begins where the one before ended.
    fn inside(&mut self, span: Span) -> Vec<Inline> {
        let mut inside = std::mem::take(&mut self.open);
        let begun = self.coming.iter().take_while(|inline| inline.span.start < span.end).count();
        let (now, coming) = self.coming.split_at(begun);
        inside.extend(now.iter().filter(|inline| inline.span.end > span.start).cloned());
        self.coming = coming;
        self.open.extend(inside.iter().filter(|inline| inline.span.end > span.end).cloned());
        inside
    }
}

fn finished<'s>(text: String, anchors: &[(usize, usize)], inside: &[Inline], broken: bool) -> Part<'s> {
    let place = |offset: usize| match anchors.partition_point(|&(source, _)| source <= offset) {
        0 => 0,
        after => {
            let (source, place) = anchors[after - 1];
            let limit = anchors.get(after).map_or(text.len(), |&(_, next)| next);
            let mut at = (place + (offset - source)).min(limit).min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        }
    };
    let masks = masks(inside, place);
    Part { text: Cow::Owned(text), masks, broken }
}

fn masks(inlines: &[Inline], place: impl Fn(usize) -> usize) -> Vec<Mask> {
    let mut masks = Vec::with_capacity(inlines.len());
    for inline in inlines {
        let kind = match inline.kind {
            InlineKind::Opaque => MaskKind::Opaque,
            InlineKind::Break => MaskKind::Break,
            InlineKind::FootnoteReference => MaskKind::FootnoteReference,
            InlineKind::LinkText => MaskKind::LinkText,
            InlineKind::LinkEdge => MaskKind::LinkEdge,
            InlineKind::Emphasis => MaskKind::Emphasis,
            InlineKind::HardBreak => continue,
        };
        let span = place(inline.span.start)..place(inline.span.end);
        if span.start < span.end {
            masks.push(Mask { span, kind });
        }
    }
    masks
}

fn segments(kind: LeafKind, parts: &mut Vec<Part<'_>>, language: &str) -> Vec<String> {
    let whole = kind.is_one_line() || matches!(kind, LeafKind::FrontMatter | LeafKind::Html);
    if whole && parts.len() > 1 {
        // A heading stays on one line: its breaks are spaces.
        return vec![join_lines(parts.drain(..).map(|part| part.text))];
    }
    let mut segments = Vec::new();
    let last = parts.len().saturating_sub(1);
    for (at, part) in parts.drain(..).enumerate() {
        let hard = part.broken && at < last;
        let spans = if whole { Vec::new() } else { sentences(&part.text, &part.masks, language) };
        match &spans[..] {
            [] if !whole => {}
            [span] if *span != (0..part.text.len()) => segments.push(part.text[span.clone()].to_owned()),
            [] | [_] => segments.push(part.text.into_owned()),
            _ => segments.extend(spans.into_iter().map(|span| part.text[span].to_owned())),
        }
        if hard && let Some(last) = segments.last_mut() {
            last.push('\\');
        }
    }
    segments
}

/// Whether there is a letter outside code, addresses, entities and shortcodes.
fn is_translatable(leaf: &Leaf, parts: &[Part]) -> bool {
    leaf.kind == LeafKind::Html || parts.iter().any(|part| has_words(&part.text, &part.masks))
}

fn has_words(text: &str, masks: &[Mask]) -> bool {
    let mut at = 0;
    for mask in masks {
        let hides =
            matches!(mask.kind, MaskKind::Opaque | MaskKind::FootnoteReference | MaskKind::LinkEdge | MaskKind::Break);
        if !hides || mask.span.start < at {
            continue;
        }
        if words_in(&text[at..mask.span.start]) {
            return true;
        }
        at = mask.span.end;
    }
    words_in(&text[at..])
}

fn words_in(text: &str) -> bool {
    // Nearly every text begins with a plain word.
    let bytes = text.as_bytes();
    let word = bytes.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(bytes.len());
    if word > 0 && bytes.get(word).is_none_or(u8::is_ascii_whitespace) {
        return true;
    }
    text.split_whitespace().any(|token| {
        let address =
            token.contains("://") || token.starts_with("www.") || (token.contains('@') && token.contains('.'));
        let entity = token.starts_with('&') && token.ends_with(';');
        !address && !entity && token.chars().any(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_over_a_hard_break_is_opaque_on_both_lines() {
        let units = split("Start ![One. Two\\\nThree. Four](x). End.\n", "en", &Options::default()).units;
        assert_eq!(units[0].segments, ["Start ![One. Two\\", "Three. Four](x).", "End."]);
    }
}
