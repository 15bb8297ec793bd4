//! A sentence in pieces: words, and what stands for itself (code, addresses, tags).
//!
//! One pass, linear in the length of the text. What looks like a piece and is not closed is text.

use crate::text::{Span, is_wide};

/// What a piece of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words and punctuation.
    Text,
    /// A code span with its backticks, or a shortcode with its braces.
    Code,
    /// Where a link or an image leads, or the label of a reference.
    Address,
    /// The brackets around an address.
    Joint,
    /// An HTML tag, less the addresses in it.
    Tag,
}

/// Returns the pieces of a text, in order; they tile it.
pub(super) fn pieces(text: &str) -> Vec<(Piece, Span)> {
    let mut scan = Scan { text, pieces: Vec::new(), start: 0, unclosed: [false; MOST_TICKS], no_tag_end: false };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        at = match bytes[at] {
            b'\\' => at + 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
            b'`' => scan.code(at),
            b'{' => scan.shortcode(at),
            b']' => scan.link(at),
            b'<' => scan.tag(at),
            b'h' | b'w' => scan.bare(at),
            _ => at + 1,
        };
    }
    scan.flush(bytes.len());
    scan.pieces
}

/// Longer runs of backticks are text.
const MOST_TICKS: usize = 16;

struct Scan<'t> {
    text: &'t str,
    pieces: Vec<(Piece, Span)>,
    /// Where the text that is no piece yet begins.
    start: usize,
    /// For each number of backticks whether no such run follows: it is looked for once.
    unclosed: [bool; MOST_TICKS],
    no_tag_end: bool,
}

impl Scan<'_> {
    fn flush(&mut self, end: usize) {
        if self.start < end {
            self.pieces.push((Piece::Text, self.start..end));
        }
        self.start = end;
    }

    /// Adds a piece and returns where it ends.
    fn push(&mut self, piece: Piece, span: Span) -> usize {
        self.flush(span.start);
        self.start = span.end;
        let end = span.end;
        if !span.is_empty() {
            self.pieces.push((piece, span));
        }
        end
    }

    fn code(&mut self, at: usize) -> usize {
        let ticks = run(&self.text[at..], '`');
        if ticks >= MOST_TICKS || self.unclosed[ticks] {
            return at + ticks;
        }
        let mut from = at + ticks;
        while let Some(next) = self.text[from..].find('`') {
            let length = run(&self.text[from + next..], '`');
            from += next + length;
            if length == ticks {
                return self.push(Piece::Code, at..from);
            }
        }
        self.unclosed[ticks] = true;
        at + ticks
    }

    fn shortcode(&mut self, at: usize) -> usize {
        for (open, close) in [("{{", "}}"), ("{%", "%}")] {
            if let Some(rest) = self.text[at..].strip_prefix(open)
                && let Some(end) = head(rest).find(close)
            {
                return self.push(Piece::Code, at..at + open.len() + end + close.len());
            }
        }
        at + 1
    }

    /// `](address)`, `](address "title")`, `][label]`.
    fn link(&mut self, at: usize) -> usize {
        let rest = &self.text[at + 1..];
        if let Some(label) = rest.strip_prefix('[') {
            let Some(end) = label.find(['[', ']']).filter(|&end| label[end..].starts_with(']')) else { return at + 1 };
            self.push(Piece::Joint, at..at + 2);
            self.push(Piece::Address, at + 2..at + 2 + end);
            return self.push(Piece::Joint, at + 2 + end..at + 3 + end);
        }
        let Some(inside) = rest.strip_prefix('(') else { return at + 1 };
        let start = at + 2;
        let (from, to) = match inside.strip_prefix('<') {
            Some(inner) => match inner.find(['>', '<']).filter(|&end| inner[end..].starts_with('>')) {
                Some(end) => (1, end + 1),
                None => return at + 1,
            },
            None => match address_end(inside) {
                Some(end) => (0, end),
                None => return at + 1,
            },
        };
        let behind = &inside[to..];
        let behind = behind.strip_prefix('>').filter(|_| from == 1).unwrap_or(behind);
        let title = &inside[inside.len() - behind.len()..];
        let Some(close) = title_end(title) else { return at + 1 };
        let close = start + inside.len() - title.len() + close;
        self.push(Piece::Joint, at..start + from);
        self.push(Piece::Address, start + from..start + to);
        if from == 1 {
            self.push(Piece::Joint, start + to..start + to + 1);
        }
        self.push(Piece::Joint, close..close + 1)
    }

    fn tag(&mut self, at: usize) -> usize {
        let inside = &self.text[at + 1..];
        if self.no_tag_end || !inside.starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '/' || ch == '!') {
            return at + 1;
        }
        let Some(end) = inside.find('>') else {
            self.no_tag_end = true;
            return at + 1;
        };
        let inner = &inside[..end];
        if !inner.contains([' ', '<']) && inner.contains([':', '@']) {
            self.push(Piece::Joint, at..at + 1);
            self.push(Piece::Address, at + 1..at + 1 + end);
            return self.push(Piece::Joint, at + 1 + end..at + 2 + end);
        }
        let mut from = at;
        for name in [" href=\"", " src=\"", " href='", " src='"] {
            let Some(place) = inner.find(name) else { continue };
            let value = at + 1 + place + name.len();
            let quote = if name.ends_with('"') { '"' } else { '\'' };
            let Some(length) = self.text[value..at + 1 + end].find(quote) else { continue };
            if value >= from {
                self.push(Piece::Tag, from..value);
                from = self.push(Piece::Address, value..value + length);
            }
        }
        self.push(Piece::Tag, from..at + 2 + end)
    }

    /// `https://…` and `www.…` without brackets.
    fn bare(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let begins = ["https://", "http://", "www."].iter().any(|head| rest.starts_with(head));
        let before = self.text[..at].chars().next_back();
        if !begins || before.is_some_and(|ch| ch.is_alphanumeric() && !is_wide(ch)) {
            return at + 1;
        }
        let stops = |ch: char| ch.is_whitespace() || is_wide(ch) || "<>\"`[]".contains(ch);
        let address = &rest[..rest.find(stops).unwrap_or(rest.len())];
        let mut address = address.trim_end_matches(|ch: char| ".,;:!?'*_~…”’".contains(ch));
        let mut extra = address.matches(')').count().saturating_sub(address.matches('(').count());
        while extra > 0 && address.ends_with(')') {
            address = address[..address.len() - 1].trim_end_matches(['.', ',', ';', ':', '!', '?']);
            extra -= 1;
        }
        self.push(Piece::Address, at..at + address.len())
    }
}

/// The beginning of a text: shortcodes and titles are not longer, and the search stays linear.
fn head(text: &str) -> &str {
    text.char_indices().nth(400).map_or(text, |(end, _)| &text[..end])
}

fn run(text: &str, mark: char) -> usize {
    text.len() - text.trim_start_matches(mark).len()
}

/// Where an address without angle brackets ends: at a space, or at the bracket that closes the link.
fn address_end(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut escaped = false;
    for (at, ch) in text.char_indices() {
        match ch {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            // As in CommonMark: deeper brackets are no address.
            '(' if depth == 32 => return None,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            ch if ch.is_whitespace() => return Some(at),
            _ => {}
        }
    }
    None
}

/// Where the bracket behind an address stands: at once, or behind a title.
fn title_end(text: &str) -> Option<usize> {
    let title = text.trim_start();
    let skipped = text.len() - title.len();
    if title.starts_with(')') {
        return Some(skipped);
    }
    let quote = title.chars().next().filter(|ch| "\"'(".contains(*ch))?;
    let close = if quote == '(' { ')' } else { quote };
    let end = 1 + head(&title[1..]).find(close)? + 1;
    let behind = title[end..].trim_start();
    behind.starts_with(')').then(|| text.len() - behind.len())
}

/// Returns a text without the marks of emphasis that open and close, `*` and `_` alike.
///
/// A mark within a word stays: `2*3*4` and `a_b_c` are no emphasis to us. Code and addresses stay too.
pub(super) fn without_emphasis(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(['*', '_']) {
        return text.into();
    }
    let mut open: Vec<(Span, u8)> = Vec::new();
    let mut gone: Vec<Span> = Vec::new();
    let bytes = text.as_bytes();
    for (_, span) in pieces(text).into_iter().filter(|(piece, _)| *piece == Piece::Text) {
        let mut at = span.start;
        while at < span.end {
            if bytes[at] == b'\\' {
                at += 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8);
                continue;
            }
            if !matches!(bytes[at], b'*' | b'_') {
                at += 1;
                continue;
            }
            let mark = bytes[at];
            let end = at + run(&text[at..span.end], mark as char);
            let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
            let closed = closes(before, after);
            let partner =
                open.iter().rev().take(MOST_OPEN).position(|(it, kind)| *kind == mark && it.len() == end - at);
            match partner.filter(|_| closed) {
                Some(back) => {
                    let index = open.len() - 1 - back;
                    gone.push(open[index].0.clone());
                    gone.push(at..end);
                    open.truncate(index);
                }
                None if closes(after, before) => open.push((at..end, mark)),
                None => {}
            }
            at = end;
        }
    }
    gone.sort_unstable_by_key(|span| span.start);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for span in gone {
        out.push_str(&text[from..span.start]);
        from = span.end;
    }
    out.push_str(&text[from..]);
    out.into()
}

/// So many open marks are looked through for a partner: the search stays linear.
const MOST_OPEN: usize = 16;

/// Whether a run of marks between these characters closes emphasis; the other way round, opens it.
fn closes(inside: Option<char>, outside: Option<char>) -> bool {
    let within_word = outside.is_some_and(|ch| ch.is_alphanumeric() && !is_wide(ch));
    inside.is_some_and(|ch| !ch.is_whitespace()) && !within_word
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows the pieces as `c:` code, `a:` address, `t:` tag and text; joints are `|`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown = |(piece, span): (Piece, Span)| match piece {
            Piece::Text => text[span].to_owned(),
            Piece::Code => format!("c:{}", &text[span]),
            Piece::Address => format!("a:{}", &text[span]),
            Piece::Joint => "|".to_owned(),
            Piece::Tag => format!("t:{}", &text[span]),
        };
        let found = pieces(text);
        assert_eq!(found.iter().map(|(_, span)| &text[span.clone()]).collect::<String>(), text);
        assert_eq!(found.into_iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn addresses_stand_apart() {
        check("See [a](b.md), now.", &["See [a", "|", "a:b.md", "|", ", now."]);
        check("![a](b \"c\")", &["![a", "|", "a:b", " \"c\"", "|"]);
        check("[a](<b c>)", &["[a", "|", "a:b c", "|", "|"]);
        check("[a][b] and [c][]", &["[a", "|", "a:b", "|", " and [c", "|", "|"]);
        check("<https://a.b> https://c.d/e_f.", &["|", "a:https://a.b", "|", " ", "a:https://c.d/e_f", "."]);
        check("<a href=\"b\">c</a>", &["t:<a href=\"", "a:b", "t:\">", "c", "t:</a>"]);
        check("(https://a.b/c_(d))", &["(", "a:https://a.b/c_(d)", ")"]);
    }

    #[test]
    fn code_stands_apart() {
        check("Run `a` or ``b`c``.", &["Run ", "c:`a`", " or ", "c:``b`c``", "."]);
        check("{{< x >}} `a", &["c:{{< x >}}", " `a"]);
        check("\\`a\\` 1 < 2", &["\\`a\\` 1 < 2"]);
    }

    #[test]
    fn paired_emphasis_goes() {
        let check = |text: &str, expected: &str| assert_eq!(without_emphasis(text), expected);
        check("a **b _c_** d", "a b c d");
        check("是**重点**的", "是重点的");
        check("2*3*4 a_b_c 5 * 3 * 2", "2*3*4 a_b_c 5 * 3 * 2");
        check("\\*a\\* *b", "\\*a\\* *b");
        check("`*a*` [*b*](*c*)", "`*a*` [b](*c*)");
    }
}
