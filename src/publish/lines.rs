//! From segments to the lines of a block, safe where a line's start means something to Markdown.

use crate::markdown::{Leaf, LeafKind};
use crate::text::{is_wide, push_joined};

/// What is written for a leaf, and what must be read there again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// The bytes, continuation prefixes included.
    pub(super) bytes: String,
    /// The joined text.
    pub(super) text: String,
}

/// Joins segments to lines: one a paragraph (rule S4), a new one behind a hard break.
pub fn unit_lines<S: AsRef<str>>(segments: &[S]) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (at, segment) in segments.iter().enumerate() {
        let segment = segment.as_ref().trim();
        let broken = at + 1 < segments.len() && ends_in_hard_break(segment);
        if let Some(line) = lines.last_mut() {
            push_sentence(line, segment);
        }
        if broken {
            lines.push(String::new());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Appends a sentence. Full-width punctuation brings its own space (clreq, "punctuation marks"): behind
/// `。`, `。”`, `……` and `。[^1]` there is none, also before a Latin word.
fn push_sentence(line: &mut String, sentence: &str) {
    let mut end = line.as_str();
    while let Some((rest, _)) = end.strip_suffix(']').and_then(|open| open.rsplit_once("[^")) {
        end = rest;
    }
    let shared = end.trim_end_matches(['”', '’', '…', '—']);
    let last = shared.chars().next_back();
    let ends_wide = last.is_some_and(|last| is_wide(last) && (shared.len() < end.len() || !last.is_alphanumeric()));
    if ends_wide { line.push_str(sentence) } else { push_joined(line, sentence) }
}

/// Whether a segment's last character is the `\` of a hard break: not an escaped backslash.
fn ends_in_hard_break(segment: &str) -> bool {
    (segment.len() - segment.trim_end_matches('\\').len()) % 2 == 1
}

/// Returns the prefix of a continuation line: the first line's with everything but `>` and blanks
/// turned into spaces, so that `> 1. ` becomes `>    `.
pub(super) fn prefix(source: &str, leaf: &Leaf) -> String {
    let start = source[..leaf.span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let blank = |ch| if matches!(ch, '>' | ' ' | '\t') { ch } else { ' ' };
    let first = source[start..leaf.span.start].trim_start_matches('\u{feff}');
    if leaf.kind == LeafKind::Heading { String::new() } else { without_marks(first).chars().map(blank).collect() }
}

/// Drops the box of a task, which is no indentation, and puts four spaces for the label of a footnote:
/// what belongs to it is indented by four, however long the label is (rule F-1).
fn without_marks(first: &str) -> String {
    let boxes = ["[ ]", "[x]", "[X]"];
    let first = boxes.iter().find_map(|mark| first.trim_end().strip_suffix(mark)).unwrap_or(first);
    match first.split_once("[^").and_then(|(before, rest)| Some((before, rest.split_once("]:")?.1))) {
        Some((before, behind)) => format!("{before}    {}", behind.trim_start_matches([' ', '\t'])),
        None => first.to_owned(),
    }
}

/// Writes lines for a leaf.
pub(super) fn write(lines: &[String], leaf: &Leaf, prefix: &str, line_end: &str) -> Written {
    if leaf.kind.is_one_line() {
        let mut text = String::new();
        for line in lines {
            let line = if ends_in_hard_break(line) && lines.len() > 1 { &line[..line.len() - 1] } else { line };
            push_joined(&mut text, line.trim());
        }
        let text = match leaf.kind {
            LeafKind::TableCell => with_pipes_escaped(&text),
            // A heading that is underlined begins at the start of its line, as a paragraph does.
            LeafKind::Heading if leaf.block.start == leaf.span.start => with_start_escaped(&text),
            LeafKind::Heading => with_closing_hashes_escaped(&text),
            LeafKind::Attribute => leaf.quote.map_or_else(|| text.clone(), |quote| quote.escaped(&text)),
            _ => text,
        };
        return Written { bytes: text.clone(), text };
    }
    let mut bytes = String::new();
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        let line = if leaf.kind == LeafKind::Html { line.clone() } else { with_start_escaped(line) };
        if at > 0 {
            bytes.push_str(line_end);
            bytes.push_str(prefix);
        }
        bytes.push_str(&line);
        let shown = if at + 1 < lines.len() { line.strip_suffix('\\').unwrap_or(&line).trim_end() } else { &line };
        push_joined(&mut text, shown);
    }
    Written { bytes, text }
}

/// A pipe ends a cell, also inside code (GFM tables extension).
pub(super) fn with_pipes_escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut backslashes = 0;
    for ch in text.chars() {
        if ch == '|' && backslashes % 2 == 0 {
            out.push('\\');
        }
        backslashes = if ch == '\\' { backslashes + 1 } else { 0 };
        out.push(ch);
    }
    out
}

/// Rule S7: a list behind a list is one list, unless its markers are others. Returns a list with other ones.
pub(super) fn with_other_markers(list: &str) -> String {
    let indent = list.len() - list.trim_start_matches(' ').len();
    let digits = |line: &str| line.len() - line.trim_start_matches(|ch: char| ch.is_ascii_digit()).len();
    let marker = |line: &str| line[indent + digits(&line[indent..])..].chars().next();
    let Some(own) = marker(list) else { return list.to_owned() };
    let other = match own {
        '-' | '+' => "*",
        '*' => "-",
        '.' => ")",
        _ => ".",
    };
    let mut out = String::with_capacity(list.len());
    for line in list.split_inclusive('\n') {
        // What belongs to an item is indented further than its marker.
        let is_item = line.len() > indent
            && line[..indent].trim().is_empty()
            && line.is_char_boundary(indent)
            && marker(line) == Some(own)
            && line[indent + digits(&line[indent..]) + 1..].starts_with([' ', '\t', '\n', '\r']);
        if is_item {
            let at = indent + digits(&line[indent..]);
            out.push_str(&format!("{}{other}{}", &line[..at], &line[at + 1..]));
        } else {
            out.push_str(line);
        }
    }
    out
}

/// `## C #` would lose its last word (CommonMark 4.2).
fn with_closing_hashes_escaped(text: &str) -> String {
    let body = text.trim_end_matches('#');
    if body.len() < text.len() && (body.is_empty() || body.ends_with([' ', '\t'])) {
        return format!("{body}\\{}", &text[body.len()..]);
    }
    text.to_owned()
}

/// Rule S5: a line of text that would open a block gets a backslash before the character that does.
pub(super) fn with_start_escaped(line: &str) -> String {
    match block_start(line) {
        Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
        None => line.to_owned(),
    }
}

/// Returns the byte before which a backslash keeps a line from opening a block.
fn block_start(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let behind = |at: usize| line[at..].chars().next();
    let blank = |ch: Option<char>| ch.is_none_or(|ch| ch == ' ' || ch == '\t');
    let only = |ch: char| line.chars().all(|other| other == ch || other == ' ' || other == '\t');
    match first {
        '>' | '|' => Some(0),
        '#' => {
            let marks = line.len() - line.trim_start_matches('#').len();
            (marks <= 6 && blank(behind(marks))).then_some(0)
        }
        '-' | '+' | '*' if blank(behind(1)) => Some(0),
        '-' | '*' if only(first) && line.matches(first).count() >= 3 => Some(0),
        '-' | '=' if only(first) => Some(0),
        '_' if only('_') && line.matches('_').count() >= 3 => Some(0),
        ':' if blank(behind(1)) || line.starts_with(":::") => Some(0),
        '`' | '~' if line.starts_with("```") || line.starts_with("~~~") => {
            // A fence's info string holds no backtick; with one it is a code span.
            let run = line.len() - line.trim_start_matches(first).len();
            (first == '~' || !line[run..].contains('`')).then_some(0)
        }
        '0'..='9' => {
            let digits = line.len() - line.trim_start_matches(|ch: char| ch.is_ascii_digit()).len();
            let mark = line[digits..].chars().next();
            (digits <= 9 && matches!(mark, Some('.' | ')')) && blank(behind(digits + 1))).then_some(digits)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(with_start_escaped(line), expected);
    }

    #[test]
    fn only_lines_that_open_a_block_are_escaped() {
        check("2020. 年度", "2020\\. 年度");
        check("2020.5 是", "2020.5 是");
        check("- 一", "\\- 一");
        check("-1 度", "-1 度");
        check("# 标题", "\\# 标题");
        check("#1 号", "#1 号");
        check("*强调* 一下", "*强调* 一下");
        check("***", "\\***");
        check("==", "\\==");
        check("```rust` 是", "```rust` 是");
        check("> 引", "\\> 引");
        check("", "");
    }

    #[test]
    fn a_hard_break_starts_a_new_line_and_nothing_else_does() {
        assert_eq!(unit_lines(&["甲，\\", "乙。", "丙。"]), ["甲，\\", "乙。丙。"]);
        assert_eq!(unit_lines(&["C:\\\\", "two"]), ["C:\\\\ two"]);
    }
}
