//! Layout `table`: a table of two columns, a row for each paragraph.
//!
//! Whatever is no paragraph closes the table and stands as in `interleaved`; the next paragraph opens a new one.

use unicode_width::UnicodeWidthStr;

use crate::markdown::{self, BlockKind, LeafKind};
use crate::publish::compose::{LeafText, Pair, Piece, compose, ordered_labels};
use crate::publish::{Dialect, Emitted, Layout, Page, lines};

pub(super) static LAYOUT: Table = Table;

pub(super) struct Table;

impl Layout for Table {
    fn name(&self) -> &'static str {
        "table"
    }

    fn suits(&self, dialect: &Dialect) -> bool {
        dialect.tables
    }

    fn emit(&self, page: &Page<'_>) -> Emitted {
        compose(page, |kind| kind != BlockKind::Paragraph, &|pairs| {
            let mut pieces = Vec::new();
            let mut at = 0;
            while at < pairs.len() {
                let rows = pairs[at..].iter().take_while(|pair| is_row(pair)).count();
                if pairs[at..at + rows].iter().any(|pair| pair.second.is_some()) {
                    pieces.push(table(page, pairs, at..at + rows));
                } else if rows > 0 {
                    pieces.extend((at..at + rows).map(|at| pairs[at].alone(at)));
                } else if pairs[at].is_text() {
                    pieces.push(below(at, &pairs[at], pairs.get(at + 1)));
                }
                at += rows.max(1);
            }
            pieces
        })
    }
}

/// A paragraph is a row. In a cell `\|` is a pipe, also in code, so one that says it otherwise is none.
fn is_row(pair: &Pair<'_>) -> bool {
    pair.is_text() && ![pair.first, pair.second.unwrap_or_default()].iter().any(|text| text.contains("\\|"))
}

/// A paragraph that is no row: one language below the other.
fn below(at: usize, pair: &Pair<'_>, next: Option<&Pair<'_>>) -> Piece {
    let Some(second) = pair.second else { return pair.alone(at) };
    let gap = if next.is_some_and(|next| next.tight) { "\n" } else { "" };
    Piece::Instead(at..at + 1, format!("{}\n\n{second}{gap}", pair.first), pair.leaves())
}

fn table(page: &Page<'_>, pairs: &[Pair<'_>], rows: std::ops::Range<usize>) -> Piece {
    let (first, second) = ordered_labels(page);
    let mut text = format!("| {first} | {second} |\n| --- | --- |");
    let cell = |text: &str| (LeafKind::TableCell, text.to_owned());
    let mut leaves: Vec<LeafText> = vec![cell(first), cell(second)];
    for pair in &pairs[rows.clone()] {
        // What says the same in both languages stands in both columns: an empty cell looks like a gap.
        let cells = [pair.first, pair.second.unwrap_or(pair.first)].map(one_line);
        text.push_str(&format!("\n| {} | {} |", cells[0], cells[1]));
        leaves.extend(cells.iter().map(|text| cell(text)));
    }
    if pairs.get(rows.end).is_some_and(|next| next.tight) {
        text.push('\n');
    }
    Piece::Instead(rows, text, leaves)
}

/// A paragraph as the text of a cell.
fn one_line(paragraph: &str) -> String {
    let last = paragraph.lines().count().saturating_sub(1);
    let joined = paragraph.lines().enumerate().map(|(at, line)| match line.trim().strip_suffix('\\') {
        // A hard break; at the very end it is a backslash.
        Some(text) if at < last => text.trim_end(),
        _ => line.trim(),
    });
    lines::with_pipes_escaped(joined.collect::<Vec<_>>().join(" ").trim())
}

/// Returns how wide the cells of a page would be on the average, in columns.
pub(super) fn mean_width(page: &Page<'_>) -> usize {
    let paragraphs = page.document.units.iter().enumerate().filter(|(_, unit)| unit.kind == LeafKind::Paragraph);
    let widths: Vec<usize> = paragraphs
        .flat_map(|(at, unit)| [Some(lines::unit_lines(&unit.segments)), page.translation(at)])
        .flatten()
        .map(|lines| markdown::visible(&lines.join(" ")).width())
        .collect();
    widths.iter().sum::<usize>() / widths.len().max(1)
}
