//! Layout `quote`: the first language as it is, below each block the second one in a block quote.
//!
//! Headings, tables, images and notes hold both languages as in `interleaved`. A list is followed by the whole other
//! list in one quote, a quote by a quote within a quote.

use crate::markdown::BlockKind;
use crate::publish::compose::{Pair, Piece, always_woven, compose};
use crate::publish::{Dialect, Emitted, Layout, Page};

pub(super) static LAYOUT: Quote = Quote;

pub(super) struct Quote;

impl Layout for Quote {
    fn name(&self) -> &'static str {
        "quote"
    }

    fn suits(&self, _: &Dialect) -> bool {
        true
    }

    fn emit(&self, page: &Page<'_>) -> Emitted {
        compose(page, always_woven, &|pairs| {
            let texts = pairs.iter().enumerate().filter(|(_, pair)| pair.is_text());
            texts.map(|(at, pair)| piece(at, pair, pairs.get(at + 1))).collect()
        })
    }
}

fn piece(at: usize, pair: &Pair<'_>, next: Option<&Pair<'_>>) -> Piece {
    let Some(second) = pair.second else { return pair.alone(at) };
    let mut text = match pair.kind {
        // The mark of an alert stands once; the second language is a quote within it.
        BlockKind::Quote { alert: true } => {
            let words = second.split_once('\n').map_or("", |(_, words)| words);
            format!("{}\n>\n{}", pair.first, quoted(words))
        }
        _ => format!("{}\n\n{}", pair.first, quoted(second)),
    };
    // What follows at once would run on into the quote (rule S7).
    if next.is_some_and(|next| next.tight) {
        text.push('\n');
    }
    Piece::Instead(at..at + 1, text, pair.leaves())
}

/// Returns Markdown in a block quote.
fn quoted(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
