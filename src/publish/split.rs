//! Layout `split`: one file a language. The translated units take the place of the source's bytes;
//! everything else is copied.

use crate::markdown::{LeafKind, double_quoted};
use crate::publish::anchors::{self, Links};
use crate::publish::side::{self, Language, Writing};
use crate::publish::{Dialect, Emitted, Layout, Page, Patch, Target, settle};
use crate::text::{Edit, Span, line_end, lines as text_lines, trim_line_end};

pub(super) static LAYOUT: Split = Split;

pub(super) struct Split;

impl Layout for Split {
    fn name(&self) -> &'static str {
        "split"
    }

    fn suits(&self, _: &Dialect) -> bool {
        true
    }

    fn emit(&self, page: &Page<'_>) -> Emitted {
        let definitions = anchors::definitions(page);
        let anchors = anchors::anchors(page, true, |leaf| {
            let unit = page.document.units.binary_search_by_key(&leaf, |unit| unit.leaf).ok()?;
            page.translation(unit).map(|lines| lines.join(" "))
        });
        let writing = Writing { anchors: &anchors, definitions: &definitions, links: Links::AsWritten };
        let mut patches = side::patches(page, Language::Target, &writing);
        let omitted = (0..page.targets.len()).filter(|at| page.targets[*at] == Target::Omitted);
        patches.extend(omitted.filter_map(|at| omission(page, at)));
        patches.sort_by_key(|patch| patch.leaves.start);
        let keys = [("lang", page.locale.to_owned()), ("translationKey", page.key.clone())];
        let mut base = front_matter_keys(page, &keys);
        if page.style.dialect.ids {
            base.extend(anchors::ids(page, ""));
        }
        let (text, refused) = settle(page.source, &page.options, &base, &patches);
        Emitted { text, refused }
    }
}

/// The line end that the source uses first.
pub(super) fn newline(source: &str) -> &'static str {
    match source.find(['\n', '\r']) {
        Some(at) if source[at..].starts_with("\r\n") => "\r\n",
        Some(at) if source[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// Leaves a block out with its lines, where it has lines of its own; else the source stays.
fn omission(page: &Page<'_>, at: usize) -> Option<Patch> {
    let unit = &page.document.units[at];
    let leaf = page.document.leaf(unit);
    if !can_be_left_out(leaf.kind) {
        return None;
    }
    let start = page.source[..leaf.block.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let mut end = line_end(page.source, leaf.block.end);
    if trim_line_end(&page.source[end..line_end(page.source, end)]).trim().is_empty() {
        end = line_end(page.source, end);
    }
    Some(Patch {
        units: at..at + 1,
        leaves: unit.leaf..unit.leaf + 1,
        edits: vec![Edit::new(start..end, "")],
        expected: Vec::new(),
    })
}

/// Whether a block of a kind can go with its lines.
pub(super) fn can_be_left_out(kind: LeafKind) -> bool {
    matches!(kind, LeafKind::Paragraph | LeafKind::Heading | LeafKind::ListItem | LeafKind::Html)
}

/// Returns the edits that add keys to the front matter where they are not there yet (rule FM-1).
pub(super) fn front_matter_keys(page: &Page<'_>, keys: &[(&str, String)]) -> Vec<Edit> {
    let Some(front) = &page.document.parsed.front_matter else { return Vec::new() };
    let line_end = newline(page.source);
    let mut added = String::new();
    let mut edits = Vec::new();
    for (key, value) in keys {
        if front.keys.iter().any(|own| own == key) {
            // Rule FM-1: the page is in another language than its source says.
            let span = (*key == "lang").then(|| value_span(page.source, &front.span, key)).flatten();
            edits.extend(span.map(|span| Edit::new(span, if front.toml { written(value) } else { value.clone() })));
            continue;
        }
        let value = if front.toml || !is_plain(value) { written(value) } else { value.clone() };
        let sign = if front.toml { " =" } else { ":" };
        added.push_str(&format!("{key}{sign} {value}{line_end}"));
    }
    if !added.is_empty() {
        edits.push(Edit::new(front.inside..front.inside, added));
    }
    edits
}

/// Returns the bytes of the value of a top-level key that stands on one line.
fn value_span(source: &str, front: &Span, key: &str) -> Option<Span> {
    text_lines(&source[front.clone()]).find_map(|line| {
        let line = front.start + line.start..front.start + line.end;
        let rest = source[line.clone()].strip_prefix(key)?.trim_start().strip_prefix([':', '='])?;
        let value = rest.trim();
        let start = line.end - rest.len() + (rest.len() - rest.trim_start().len());
        (!value.is_empty()).then_some(start..start + value.len())
    })
}

/// Lists are written by their maker.
fn written(value: &str) -> String {
    if value.starts_with('[') { value.to_owned() } else { double_quoted(value) }
}

fn is_plain(value: &str) -> bool {
    value.starts_with('[')
        || (value.starts_with(|ch: char| ch.is_ascii_alphabetic())
            && value.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '-')
            && !matches!(value, "no" | "yes" | "on" | "off" | "true" | "false" | "null" | "y" | "n"))
}
