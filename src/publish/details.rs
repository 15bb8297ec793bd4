//! Layout `details`: the first language as it is, the second one collapsed below each section.
//!
//! Headings, tables, images and notes hold both languages as in `interleaved`: the outline of the page stands once.

use crate::markdown::{self, BlockKind, LeafKind};
use crate::publish::compose::{LeafText, Pair, Piece, always_woven, compose, ordered_labels, ordered_locales};
use crate::publish::dialect::Html;
use crate::publish::{Dialect, Emitted, Granularity, Layout, Page, lines};
use crate::segment::leaf_texts;

pub(super) static LAYOUT: Details = Details;

pub(super) struct Details;

impl Layout for Details {
    fn name(&self) -> &'static str {
        "details"
    }

    fn suits(&self, dialect: &Dialect) -> bool {
        dialect.html != Html::Dropped
    }

    fn emit(&self, page: &Page<'_>) -> Emitted {
        compose(page, always_woven, &|pairs| {
            let texts = pairs.iter().enumerate().filter(|(_, pair)| pair.is_text());
            let mut pieces: Vec<Piece> = texts.map(|(at, pair)| pair.alone(at)).collect();
            let groups = groups(pairs, page.style.granularity);
            pieces.extend(groups.into_iter().filter_map(|group| collapsed(page, pairs, group)));
            pieces
        })
    }
}

/// Returns the runs of blocks that are collapsed together.
fn groups(pairs: &[Pair<'_>], granularity: Granularity) -> Vec<std::ops::Range<usize>> {
    let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let begins = match granularity {
            Granularity::Document => false,
            Granularity::Section => pair.kind == BlockKind::Heading,
            Granularity::Block => true,
        };
        match groups.last_mut() {
            Some(group) if !begins => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

/// The second language of some blocks in one `<details>`, behind the last of them that is no note.
fn collapsed(page: &Page<'_>, pairs: &[Pair<'_>], mut group: std::ops::Range<usize>) -> Option<Piece> {
    while group.end > group.start && pairs[group.end - 1].kind == BlockKind::Note {
        group.end -= 1;
    }
    let mut body = String::new();
    let mut leaves: Vec<LeafText> = Vec::new();
    let mut last = BlockKind::Shared;
    for pair in &pairs[group.clone()] {
        let Some(second) = pair.second else { continue };
        let text = match pair.kind {
            BlockKind::Heading if page.style.granularity == Granularity::Document => {
                let bold = bold(&pair.second_leaves.first()?.1);
                leaves.push((LeafKind::Paragraph, bold.clone()));
                bold
            }
            _ if !pair.is_text() => continue,
            // Rule S7.
            BlockKind::List if last == BlockKind::List => lines::with_other_markers(second),
            _ => second.to_owned(),
        };
        if pair.is_text() {
            leaves.extend(pair.second_leaves.iter().cloned());
        }
        // Two lists with other markers are followed by one with the first again.
        last = if pair.kind == BlockKind::List && last == BlockKind::List { BlockKind::Shared } else { pair.kind };
        body.push_str(&text);
        body.push_str("\n\n");
    }
    if body.is_empty() {
        return None;
    }
    let (locale, label) = (ordered_locales(page).1, ordered_labels(page).1);
    let (open, close) = (format!("<details lang=\"{locale}\">\n<summary>{label}</summary>"), "</details>");
    let mut expected = leaf_texts(&open, &page.options);
    expected.extend(leaves);
    let mut text = format!("{open}\n\n{body}{close}");
    if pairs.get(group.end).is_some_and(|next| next.tight) {
        text.push('\n');
    }
    Some(Piece::Before(group.end, group, text, expected))
}

/// A heading as a bold line: the outline stands once.
fn bold(heading: &str) -> String {
    let plain = if heading.contains('*') {
        markdown::with_literal_marks_escaped(&markdown::visible(heading))
    } else {
        heading.to_owned()
    };
    format!("**{plain}**")
}
