//! Reports as Markdown, for a comment on a pull request or the summary of a job.
//!
//! Documents and catalogs are written by whoever sent the change. What stands outside of code is escaped,
//! so that it can add no markup, break no table and call nobody. Changes are HTML, because `~~` and `**`
//! depend on what stands beside them.

mod check;
mod diff;
mod impact;

use std::fmt::Write;

use duizhao::finding::Message;

pub(super) use check::check;
pub(super) use diff::diff;
pub(super) use impact::impact;

use crate::ui::{Ui, on_one_line};

/// GitHub takes 65,536 characters. What is beyond this is counted, not shown.
const ROOM: usize = 50_000;

/// Returns as many of the parts as there is room for behind `used` bytes, and how many are left out.
fn fitting(ui: &Ui, used: usize, parts: impl Iterator<Item = String>) -> String {
    let (mut shown, mut left_out) = (String::new(), 0);
    for part in parts {
        if left_out == 0 && used + shown.len() + part.len() < ROOM {
            shown.push_str(&part);
        } else {
            left_out += 1;
        }
    }
    if left_out > 0 {
        let more = ui.text(&Message::new("impact-more").with("count", left_out));
        let _ = writeln!(shown, "\n{}\n", escaped(&more));
    }
    shown
}

/// A place and texts below it, each behind its label, so that none can begin a block.
fn item(at: &str, texts: &[(&str, String)]) -> String {
    let mut out = format!("- {at}\n");
    out.extend(texts.iter().map(|(label, text)| format!("  - {}: {text}\n", escaped(label))));
    out
}

/// Returns a text in which nothing is Markdown, HTML, a table cell's end, a mention or a reference.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = on_one_line(text);
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            // Entities alone would not do: people and issues are looked for in the page, after the Markdown.
            '@' | '#' => {
                let _ = write!(out, "&#{};\u{200b}", u32::from(ch));
            }
            // GitHub makes a link of what begins like an address.
            '.' if out.ends_with("www") => out.push_str("&#46;"),
            ':' if chars.peek().is_none_or(|next| *next == ' ' || next.is_ascii_digit()) => out.push(':'),
            ',' | ';' | '.' | '-' | '/' | '(' | ')' => out.push(ch),
            ch if ch.is_ascii_punctuation() || ch == '\t' => {
                let _ = write!(out, "&#{};", u32::from(ch));
            }
            ch => out.push(ch),
        }
    }
    out
}
