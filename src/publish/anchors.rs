//! Anchors and links: in-page links follow their heading into the output, reference links become
//! inline, bare addresses get their angle brackets.

use std::collections::{HashMap, HashSet};

use crate::markdown::{self, Leaf, LeafKind};
use crate::publish::Page;
use crate::text::{Edit, apply, line_end};

/// From the anchor a heading has in the source to the one it has in the output.
#[derive(Debug, Clone, Default)]
pub(super) struct Anchors {
    map: HashMap<String, String>,
}

/// Returns the anchors of a page whose headings will read `shown(leaf)`.
///
/// Rule H-1 and H-3: without explicit ids a heading's anchor is what GitHub computes; equal ones are
/// told apart by `-1`, `-2`.
pub(super) fn anchors(page: &Page<'_>, keep_ids: bool, shown: impl Fn(usize) -> Option<String>) -> Anchors {
    half(page, keep_ids, "", &mut HashMap::new(), shown)
}

/// Like [`anchors`], for one of the halves of a page: `after` counts the anchors of both, `suffix` is put behind ids.
pub(super) fn half(
    page: &Page<'_>,
    keep_ids: bool,
    suffix: &str,
    after: &mut HashMap<String, usize>,
    shown: impl Fn(usize) -> Option<String>,
) -> Anchors {
    let mut map = HashMap::new();
    let mut before = HashMap::new();
    for heading in &page.document.headings {
        let leaf = &page.document.parsed.leaves[heading.leaf];
        let explicit = leaf.anchor.clone();
        let source = explicit.clone().unwrap_or_else(|| unique(markdown::slug(&heading.text), &mut before));
        let text = shown(heading.leaf).map_or_else(|| heading.text.clone(), |text| markdown::visible(&text));
        let target = match explicit {
            _ if page.style.dialect.ids && !source.is_empty() => format!("{source}{suffix}"),
            Some(id) if keep_ids => id,
            _ => unique(markdown::slug(&text), after),
        };
        map.entry(source).or_insert(target);
    }
    Anchors { map }
}

/// Returns the anchors that the headings of a page have in the source, in order.
pub(super) fn source_ids(page: &Page<'_>) -> Vec<String> {
    let mut seen = HashMap::new();
    let headings = page.document.headings.iter();
    headings
        .map(|heading| {
            let own = page.document.parsed.leaves[heading.leaf].anchor.clone();
            own.unwrap_or_else(|| unique(markdown::slug(&heading.text), &mut seen))
        })
        .collect()
}

/// Returns, for each anchor of a document, the one that the same heading has on a page made of it, as GitHub computes
/// it. Of the halves of a page the first counts.
pub fn followed(source: &str, page: &str, options: &markdown::Options) -> HashMap<String, String> {
    let ids = |text: &str| -> Vec<String> {
        let parsed = markdown::parse(text, options);
        let headings = parsed.leaves.iter().filter(|leaf| leaf.kind == LeafKind::Heading);
        let mut seen = HashMap::new();
        let slug = |leaf: &Leaf| {
            leaf.anchor
                .clone()
                .unwrap_or_else(|| unique(markdown::slug(&markdown::visible(&text[leaf.span.clone()])), &mut seen))
        };
        headings.map(slug).collect()
    };
    let (before, after) = (ids(source), ids(page));
    // A page in halves has a title of its own before each where the document has none.
    let skipped = after.len() / 2 - before.len().min(after.len() / 2);
    let skipped = if after.len() > before.len() { skipped.min(1) } else { 0 };
    before.into_iter().zip(after.into_iter().skip(skipped)).collect()
}

/// Returns links within a page that lead to no heading and no `id`, with the units they stand in (rule H-4).
pub(super) fn dead(page: &Page<'_>) -> Vec<(usize, String)> {
    let mut known: Option<HashSet<String>> = None;
    let mut found = Vec::new();
    for (at, unit) in page.document.units.iter().enumerate() {
        let source = &page.source[unit.span.clone()];
        if !source.contains("](#") {
            continue;
        }
        for leads in markdown::leads(source) {
            let Some(anchor) = source[leads.span].strip_prefix('#').filter(|anchor| !anchor.is_empty()) else {
                continue;
            };
            let known = known.get_or_insert_with(|| source_ids(page).into_iter().collect());
            let decoded = decoded(anchor);
            let in_html = || ["id", "name"].iter().any(|key| page.source.contains(&format!("{key}=\"{decoded}\"")));
            if !known.contains(&decoded) && !in_html() {
                found.push((at, anchor.to_owned()));
            }
        }
    }
    found
}

/// Returns the edits that give every heading of a page the anchor that it has in the source (rule H-2), or, for
/// readers that would show `{#id}` as text, that take it away. No leaf notices them. `suffix` tells the halves of a
/// page apart.
pub(super) fn ids(page: &Page<'_>, suffix: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (heading, id) in page.document.headings.iter().zip(source_ids(page)) {
        let leaf = &page.document.parsed.leaves[heading.leaf];
        if page.style.dialect.ids && !id.is_empty() {
            match (&leaf.anchor, suffix) {
                (None, _) => edits.push(id_added(page.source, leaf, &format!("{id}{suffix}"))),
                (Some(_), "") => {}
                (Some(_), _) => edits.extend(id_suffixed(page.source, leaf, &id, suffix)),
            }
        } else if leaf.anchor.is_some() {
            edits.extend(id_removed(page.source, leaf));
        }
    }
    edits
}

/// Writes `{#id}` behind a heading, in place of closing hashes.
fn id_added(source: &str, leaf: &Leaf, id: &str) -> Edit {
    let end = line_end(source, leaf.span.end);
    let rest = source[leaf.span.end..end].trim_end();
    match rest.find('{') {
        // `{.class}` becomes `{#id .class}`.
        Some(at) if rest.ends_with('}') => Edit::new(leaf.span.end + at + 1..leaf.span.end + at + 1, format!("#{id} ")),
        _ => Edit::new(leaf.span.end..leaf.span.end + rest.len(), format!(" {{#{id}}}")),
    }
}

fn id_suffixed(source: &str, leaf: &Leaf, id: &str, suffix: &str) -> Option<Edit> {
    let end = line_end(source, leaf.span.end);
    let at = source[leaf.span.end..end].find(&format!("#{id}"))? + leaf.span.end + 1 + id.len();
    Some(Edit::new(at..at, suffix))
}

fn id_removed(source: &str, leaf: &Leaf) -> Option<Edit> {
    let end = line_end(source, leaf.span.end);
    let rest = &source[leaf.span.end..end];
    let open = rest.find('{')?;
    let close = open + rest[open..].find('}')? + 1;
    let open = rest[..open].trim_end().len();
    Some(Edit::new(leaf.span.end + open..leaf.span.end + close, ""))
}

/// Returns the edits that take away the definitions of links, once every reference has become an inline link.
pub(super) fn definitions_removed(page: &Page<'_>) -> Vec<Edit> {
    let source = page.source;
    let definitions = page.document.parsed.definitions.iter();
    definitions
        .map(|definition| {
            let start = source[..definition.span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
            let end = line_end(source, definition.span.end.saturating_sub(1).max(start));
            Edit::new(start..end, "")
        })
        .collect()
}

pub(super) fn unique(slug: String, seen: &mut HashMap<String, usize>) -> String {
    let count = seen.entry(slug.clone()).or_insert(0);
    *count += 1;
    if *count == 1 { slug } else { format!("{slug}-{}", *count - 1) }
}

/// How links are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// As they are; only in-page links follow their headings.
    AsWritten,
    /// Rules L-1 and S3: inline, and no bare addresses.
    Inline,
}

impl Anchors {
    /// Returns where a heading with this anchor in the source is found on the page.
    pub(super) fn of(&self, source: &str) -> Option<&str> {
        self.map.get(source).map(String::as_str)
    }

    /// Returns whether every anchor stays what it is.
    pub(super) fn is_identity(&self) -> bool {
        self.map.iter().all(|(from, to)| from == to)
    }

    /// Returns a segment's text with its links rewritten.
    pub(super) fn rewrite(&self, text: &str, definitions: &str, links: Links) -> String {
        if !text.contains([']', '/']) {
            return text.to_owned();
        }
        let mut edits = Vec::new();
        for link in markdown::inlines(text, definitions) {
            if link.autolink {
                continue;
            }
            let moved = link.url.strip_prefix('#').and_then(|anchor| self.map.get(&decoded(anchor)));
            let url = match moved {
                Some(to) if !link.image => format!("#{to}"),
                _ => link.url.clone(),
            };
            let inline = link.by_reference && links == Links::Inline;
            if url == link.url && !inline {
                continue;
            }
            if link.by_reference && !inline {
                continue;
            }
            edits.push(Edit::new(link.text.end..link.span.end, tail(&url, &link.title)));
        }
        let text = apply(text, edits);
        match links {
            Links::Inline => with_bracketed_addresses(&text, |_| true),
            Links::AsWritten => separated(&text),
        }
    }
}

/// Returns the edit that keeps an image found whose alternative text, of its own leaf, is replaced: in
/// `![stage][]` that text is the label too.
pub(super) fn image_tail(page: &Page<'_>, leaf: &Leaf, definitions: &str, links: Links) -> Option<Edit> {
    let start = leaf.span.end;
    let written = page.source.get(start..leaf.block.end)?.trim_end();
    let span = start..start + written.len();
    let label = leaf_lines(&page.source[leaf.span.clone()], leaf.quotes);
    if links == Links::AsWritten {
        return matches!(written, "]" | "][]").then(|| Edit::new(span, format!("][{label}]")));
    }
    let whole = format!("![{label}{}", leaf_lines(written, leaf.quotes));
    let image = markdown::inlines(&whole, definitions).into_iter().next()?;
    image.by_reference.then(|| Edit::new(span, tail(&image.url, &image.title)))
}

/// The lines of a leaf without their container prefixes, a space between them.
fn leaf_lines(text: &str, quotes: usize) -> String {
    let mut lines = text.lines();
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push(' ');
        out.push_str(&line[markdown::prefix_length(line, quotes)..]);
    }
    out
}

/// Returns whether a link by reference stands where no unit is: nothing will make it inline.
pub(super) fn has_fixed_references(page: &Page<'_>, definitions: &str) -> bool {
    let mut units = page.document.units.iter().map(|unit| unit.leaf).peekable();
    page.document.parsed.leaves.iter().enumerate().any(|(at, leaf)| {
        if units.next_if_eq(&at).is_some() {
            return false;
        }
        // The block, not the span: an image without a word in it is a leaf of its alternative text.
        let text = &page.source[leaf.block.clone()];
        text.contains(']') && markdown::inlines(text, definitions).iter().any(|link| link.by_reference)
    })
}

/// `](destination "title")`.
fn tail(url: &str, title: &str) -> String {
    let plain =
        !url.is_empty() && !url.contains(|ch: char| ch.is_whitespace() || ch.is_control() || "()<>\\".contains(ch));
    let url = if plain { url.to_owned() } else { format!("<{}>", url.replace('<', "\\<").replace('>', "\\>")) };
    if title.is_empty() {
        return format!("]({url})");
    }
    format!("]({url} \"{}\")", title.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Percent escapes of an anchor, as browsers undo them.
pub(super) fn decoded(anchor: &str) -> String {
    let bytes = anchor.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = anchor.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| anchor.to_owned())
}

/// Puts `<…>` around bare addresses that Chinese stands behind: readers take `。` for a part of them.
pub(super) fn separated(text: &str) -> String {
    with_bracketed_addresses(text, |next| !next.is_ascii())
}

/// Puts `<…>` around bare addresses; `wanted` looks at the character behind one.
fn with_bracketed_addresses(text: &str, wanted: impl Fn(char) -> bool) -> String {
    let edits = markdown::bare_addresses(text)
        .into_iter()
        .filter(|span| wanted(text[span.end..].chars().next().unwrap_or(' ')))
        .map(|span| {
            let bracketed = format!("<{}>", &text[span.clone()]);
            Edit::new(span, bracketed)
        })
        .collect();
    apply(text, edits)
}

/// Returns the definitions of a page as Markdown, for reading its texts one by one.
pub(super) fn definitions(page: &Page<'_>) -> String {
    let definitions = page.document.parsed.definitions.iter();
    definitions
        .map(|definition| {
            let span = definition.span.clone();
            format!("{}\n", page.source[span].lines().map(str::trim).collect::<Vec<_>>().join(" "))
        })
        .collect()
}
