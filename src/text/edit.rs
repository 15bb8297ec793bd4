//! Replacing byte ranges of a text in one pass.

use crate::text::Span;

/// One replacement: the bytes of `span` become `replacement`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; an empty span inserts.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
}

impl Edit {
    /// Returns an edit that replaces `span` with `replacement`.
    pub fn new(span: Span, replacement: impl Into<String>) -> Edit {
        Edit { span, replacement: replacement.into() }
    }
}

/// Returns `text` with all `edits` made. Bytes outside the spans are copied.
///
/// Edits may come in any order; those with equal starts are made in the order given. Where two
/// spans overlap the later one is dropped: an edit never eats the result of another.
pub fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.span.start);
    let grown: usize = edits.iter().map(|edit| edit.replacement.len()).sum();
    let mut out = String::with_capacity(text.len() + grown);
    let mut done = 0;
    for edit in edits {
        if edit.span.start < done {
            continue;
        }
        out.push_str(&text[done..edit.span.start]);
        out.push_str(&edit.replacement);
        done = edit.span.end;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_apply_in_any_order_and_overlaps_are_dropped() {
        let edits = vec![Edit::new(4..5, "E"), Edit::new(0..1, "A"), Edit::new(0..2, "x"), Edit::new(5..5, "!")];
        assert_eq!(apply("abcde", edits), "AbcdE!");
    }
}
