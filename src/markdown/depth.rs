//! Lines in more containers than anybody writes are hidden from the parser.
//!
//! For every lazy line behind a line of n markers the parser goes through n containers: half a
//! megabyte of `>>>>` with text below takes seconds. Such a line is read as a blank one; it holds no
//! unit, and its bytes are copied like all that is no unit.

use std::borrow::Cow;

use crate::text::{lines, trim_line_end};

/// The most containers that one line may open.
pub(super) const DEEPEST: usize = 128;

/// Returns the text, every byte where it was, with blanks in the place of lines that are too deep.
pub(super) fn without_deep_lines(text: Cow<'_, str>) -> Cow<'_, str> {
    if !may_be_deep(&text) {
        return text;
    }
    let deep: Vec<_> = lines(&text)
        .map(|span| span.start..span.start + trim_line_end(&text[span.clone()]).len())
        .filter(|span| span.len() > DEEPEST && markers(&text[span.clone()]) > DEEPEST)
        .collect();
    if deep.is_empty() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for span in deep {
        out.push_str(&text[out.len()..span.start]);
        out.extend(std::iter::repeat_n(' ', span.len()));
    }
    out.push_str(&text[out.len()..]);
    Cow::Owned(out)
}

/// Returns whether so many characters in a row can all be markers: a look at every 129th byte tells it
/// of nearly all texts.
fn may_be_deep(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_marker =
        |at: &usize| matches!(bytes[*at], b' ' | b'\t' | b'>' | b'-' | b'+' | b'*' | b'.' | b')' | b'0'..=b'9');
    (DEEPEST..bytes.len()).step_by(DEEPEST + 1).filter(is_marker).any(|at| {
        let before = (0..at).rev().take(DEEPEST).take_while(is_marker).count();
        let behind = (at + 1..bytes.len()).take(DEEPEST).take_while(is_marker).count();
        before + behind >= DEEPEST
    })
}

/// Returns how many block quotes and list items a line seems to open or continue.
fn markers(line: &str) -> usize {
    let mut rest = line.trim_start_matches([' ', '\t']);
    let mut count = 0;
    while let Some(length) = marker_length(rest) {
        rest = rest[length..].trim_start_matches([' ', '\t']);
        count += 1;
    }
    count
}

fn marker_length(text: &str) -> Option<usize> {
    if text.starts_with('>') {
        return Some(1);
    }
    let digits = text.bytes().take(10).take_while(u8::is_ascii_digit).count();
    let signs: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '+', '*'] };
    let behind = text[digits..].strip_prefix(signs)?;
    (behind.is_empty() || behind.starts_with([' ', '\t'])).then_some(digits + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Options, parse};

    #[track_caller]
    fn check(marker: &str, count: usize, leaves: &[&str]) {
        let source = format!("Above.\n\n{}Deep.\r\n\nBelow.\n", marker.repeat(count));
        let found: Vec<_> = parse(&source, &Options::default()).leaves;
        assert_eq!(found.iter().map(|leaf| &source[leaf.span.clone()]).collect::<Vec<_>>(), leaves);
    }

    #[test]
    fn a_line_in_too_many_containers_is_no_text() {
        for marker in [">", "> ", "- ", "1. ", "+\t", "> 12) "] {
            let most = DEEPEST / marker.matches(['>', '-', '.', '+', ')']).count();
            check(marker, most, &["Above.", "Deep.", "Below."]);
            check(marker, most + 1, &["Above.", "Below."]);
        }
        check("-", 200, &["Above.", &format!("{}Deep.", "-".repeat(200)), "Below."]);
    }
}
