//! One language of a page, put into the blocks of the source.

use crate::markdown::LeafKind;
use crate::publish::anchors::{self, Anchors, Links};
use crate::publish::split::newline;
use crate::publish::{Page, Patch, Target, lines};
use crate::text::Edit;

/// One of the two languages of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Source,
    Target,
}

/// How texts are written.
pub(super) struct Writing<'w> {
    pub(super) anchors: &'w Anchors,
    /// What defines the references of the page.
    pub(super) definitions: &'w str,
    pub(super) links: Links,
}

/// Returns a patch for every unit that is written otherwise in a language than it stands in the source.
pub(super) fn patches(page: &Page<'_>, language: Language, writing: &Writing<'_>) -> Vec<Patch> {
    // Wrapped lines stay where nothing has to be written anew.
    let still = writing.links == Links::AsWritten && writing.anchors.is_identity();
    let mut patches = Vec::new();
    for (at, unit) in page.document.units.iter().enumerate() {
        if language == Language::Target && page.targets[at] == Target::Omitted {
            continue;
        }
        let source = || lines::unit_lines(&unit.segments);
        let written = match language {
            Language::Source => None,
            Language::Target => page.translation(at),
        };
        if still && written.as_ref().is_none_or(|written| *written == source()) {
            continue;
        }
        let written: Vec<String> = written
            .unwrap_or_else(source)
            .iter()
            .map(|line| match unit.kind {
                LeafKind::Attribute => line.clone(),
                _ => writing.anchors.rewrite(line, writing.definitions, writing.links),
            })
            .collect();
        // The label of an image is its text: it is written out with the address, also where the text stays.
        let image = unit.kind == LeafKind::Alt && writing.links == Links::Inline;
        if image || written != unit.segments {
            patches.push(replacement(page, at, &written, writing));
        }
    }
    patches
}

/// Puts `written` where the unit at `at` stands.
fn replacement(page: &Page<'_>, at: usize, written: &[String], writing: &Writing<'_>) -> Patch {
    let unit = &page.document.units[at];
    let leaf = page.document.leaf(unit);
    let line_end = newline(page.source);
    let (bytes, text) = match (leaf.field, &page.document.parsed.front_matter) {
        (Some(field), Some(front)) => {
            let value = written.join(" ");
            (front.fields[field].written(&value, front.toml, line_end), value)
        }
        _ => {
            let written = lines::write(written, leaf, &lines::prefix(page.source, leaf), line_end);
            (written.bytes, written.text)
        }
    };
    let mut edits = vec![Edit::new(leaf.span.clone(), bytes)];
    if leaf.kind == LeafKind::Alt {
        edits.extend(anchors::image_tail(page, leaf, writing.definitions, writing.links));
    }
    Patch { units: at..at + 1, leaves: unit.leaf..unit.leaf + 1, edits, expected: vec![(leaf.kind, text)] }
}
