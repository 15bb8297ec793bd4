//! Lines and columns of a text, and the three kinds of line end (CommonMark 0.31 section 2.1).

use crate::text::Span;

/// A place as people count it: line and column from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// The starts of a text's lines, for turning offsets into positions.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Returns the index of `text`.
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let ends_line = |&at: &usize| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(ends_line);
        LineIndex { starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect() }
    }

    /// Returns the line (from 1) that holds the byte at `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).max(1)
    }

    /// Returns line and column of the byte at `offset` in `text`, the text the index was made of.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.line(offset);
        let start = self.starts[line - 1];
        // A byte order mark is no character that an editor counts.
        let before = text[start..offset.min(text.len())].trim_start_matches('\u{feff}');
        Position { line, column: before.chars().count() + 1 }
    }
}

/// Returns the end of the line that starts at or holds `offset`, its line end included.
pub fn line_end(text: &str, offset: usize) -> usize {
    let rest = text.as_bytes().get(offset..).unwrap_or_default();
    match memchr::memchr2(b'\n', b'\r', rest) {
        Some(length) if rest[length..].starts_with(b"\r\n") => offset + length + 2,
        Some(length) => offset + length + 1,
        None => offset + rest.len(),
    }
}

/// Returns whether there is no line end in a text.
pub fn is_one_line(text: &str) -> bool {
    memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_none()
}

/// Returns whether a string stands in a text; faster than `contains` where it is rare.
pub fn has(text: &str, needle: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), needle.as_bytes()).is_some()
}

/// Returns whether one of three bytes stands in a text.
pub fn has_any(text: &str, bytes: [u8; 3]) -> bool {
    memchr::memchr3(bytes[0], bytes[1], bytes[2], text.as_bytes()).is_some()
}

/// Returns the spans of all lines of a text, line ends included; none for an empty text.
pub fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let end = line_end(text, start);
        let span = start..end;
        start = end;
        Some(span)
    })
}

/// Returns a line without its line end.
pub fn trim_line_end(line: &str) -> &str {
    line.strip_suffix("\r\n").or_else(|| line.strip_suffix(['\n', '\r'])).unwrap_or(line)
}

/// Returns where the first of two ASCII characters stands.
pub fn find_either(text: &str, one: u8, other: u8) -> Option<usize> {
    memchr::memchr2(one, other, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_line_ends_count() {
        let text = "a\r\nb\rc\n对d\n";
        let index = LineIndex::new(text);
        assert_eq!(lines(text).count(), 4);
        let at = text.find('d').expect("in the text");
        assert_eq!(index.position(text, at), Position { line: 4, column: 2 });
        assert_eq!(index.line(text.len()), 5);
        assert_eq!(LineIndex::new("").line(0), 1);
    }
}
