//! Text to one physical line of a Fluent pattern and back; both directions accept everything.
//!
//! A line of a message holds one segment and is never blank. What the stock parser would change or
//! refuse stands in a string literal (`{"["}1]`), everything else is verbatim, so that most lines
//! are plain Markdown. Reading is lenient, because people type these lines: what was not escaped is
//! taken as it stands and reported as a `Slip`. Indentation and line ends are the file reader's.

use crate::text::{Span, find_either};

/// Braces and control characters closer than this share one literal.
const NEAR: usize = 16;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Characters that mean themselves.
    Text(String),
    /// A reference to a term: its id without the dash.
    Term(String),
}

/// What a line of a target message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `{""}`: not translated yet.
    Missing,
    /// `{"^"}`: said in the line above.
    Above,
    /// A translation: never empty, texts merged.
    Text(Vec<Piece>),
}

impl Value {
    /// Returns the value that says `text`; an empty text is `Missing`.
    pub fn from_text(text: &str) -> Value {
        if text.is_empty() { Value::Missing } else { Value::Text(vec![Piece::Text(text.to_owned())]) }
    }

    /// Returns the text as people read it, terms shown as `{ -id }`; empty for `Missing` and `Above`.
    pub fn plain(&self) -> String {
        self.pieces()
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Term(id) => term(id),
            })
            .collect()
    }

    /// Returns the ids of the terms referred to, in order, without the dash.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.pieces().iter().filter_map(|piece| match piece {
            Piece::Term(id) => Some(id.as_str()),
            Piece::Text(_) => None,
        })
    }

    fn pieces(&self) -> &[Piece] {
        match self {
            Value::Text(pieces) => pieces,
            Value::Missing | Value::Above => &[],
        }
    }
}

/// Something a strict reader would have refused or changed, and what was made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slip {
    /// The line starts with a bare `.`, `[` or `*`: taken as text.
    UnescapedStart,
    /// A brace that opens or closes neither a literal nor a term: taken as text.
    UnescapedBrace,
    /// Bare blanks at the start or end of the line (dropped), or a tab or wide blank inside `{ }` (skipped).
    Blank,
    /// A marker typed with full-width quotes or braces: taken as the marker meant.
    WideMarker,
}

/// Returns the line for a text: no indentation, no line break, never blank.
///
/// Invariant: `decode(encode(text)) == (Value::from_text(text), [])` for every text.
pub fn encode(text: &str) -> String {
    encode_value(&Value::from_text(text))
}

/// Returns the line for a value; a term whose id Fluent would refuse is written as the text `{ -id }`.
pub fn encode_value(value: &Value) -> String {
    let pieces = match value {
        Value::Missing => return r#"{""}"#.to_owned(),
        Value::Above => return r#"{"^"}"#.to_owned(),
        Value::Text(pieces) => merged(pieces),
    };
    let mut line = String::new();
    let last = pieces.len().saturating_sub(1);
    for (i, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Term(id) => line.push_str(&term(id)),
            Piece::Text(text) => {
                let lead = if i == 0 { lead(text) } else { 0 };
                let tail = if i == last { text.trim_end().len() } else { text.len() };
                push_text(&mut line, text, lead, tail);
            }
        }
    }
    if line.is_empty() { r#"{""}"#.to_owned() } else { line }
}

/// Reads a line given without indentation and line end. Each kind of slip is reported once.
pub fn decode(line: &str) -> (Value, Vec<Slip>) {
    let body = line.trim();
    let mut slips = Vec::new();
    if body.len() != line.len() {
        note(&mut slips, Slip::Blank);
    }
    if let Some(value) = marker(body) {
        if !body.chars().all(|ch| matches!(ch, '{' | '}' | '"' | '^' | ' ')) {
            note(&mut slips, Slip::WideMarker);
        }
        return (value, slips);
    }
    if body.starts_with(['.', '[', '*']) {
        note(&mut slips, Slip::UnescapedStart);
    }
    let pieces = read_pieces(body, &mut slips);
    let value = if pieces.is_empty() { Value::Missing } else { Value::Text(pieces) };
    (value, slips)
}

/// Returns the text as it stands behind a key in a comment: no line break, empty stays empty.
///
/// Like `encode`, but nothing forbids how a line starts.
pub fn encode_comment(text: &str) -> String {
    let mut line = String::new();
    push_text(&mut line, text, blank_lead(text), text.trim_end().len());
    line
}

/// Returns the text of a comment line, whoever wrote it. The reverse of `encode_comment`.
pub fn decode_comment(line: &str) -> String {
    Value::Text(read_pieces(line.trim(), &mut Vec::new())).plain()
}

/// Returns the pieces with neighbouring texts joined and impossible terms made text.
fn merged(pieces: &[Piece]) -> Vec<Piece> {
    let mut merged = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Term(id) if term_id(id) == id && !id.is_empty() => merged.push(piece.clone()),
            Piece::Term(id) => push_piece(&mut merged, &term(id)),
            Piece::Text(text) => push_piece(&mut merged, text),
        }
    }
    merged
}

/// Appends text to the last piece, if that is text, so that equal lines have equal pieces.
fn push_piece(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(Piece::Text(last)) => last.push_str(text),
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

fn term(id: &str) -> String {
    format!("{{ -{id} }}")
}

/// Returns how many bytes at the start of a line must stand in a literal.
fn lead(text: &str) -> usize {
    match text.chars().next() {
        Some('.' | '[' | '*') => 1,
        Some(brace @ '｛') if marker(text).is_some() => brace.len_utf8(),
        _ => blank_lead(text),
    }
}

fn blank_lead(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Appends `text` with literals where needed; the first `lead` bytes and those from `tail` on always need one.
fn push_text(line: &mut String, text: &str, lead: usize, tail: usize) {
    let mut done = 0;
    for span in literals(text, lead, tail) {
        line.push_str(&text[done..span.start]);
        push_literal(line, &text[span.clone()]);
        done = span.end;
    }
    line.push_str(&text[done..]);
}

/// Returns what of `text` goes into literals, in order and apart from each other.
fn literals(text: &str, lead: usize, tail: usize) -> Vec<Span> {
    if lead == 0 && tail == text.len() && is_plain(text) {
        return Vec::new();
    }
    let mut spans: Vec<Span> = Vec::new();
    // Characters since the last span, and how many there may be for the next one to join it.
    let (mut gap, mut near) = (0, 0);
    for (at, ch) in text.char_indices() {
        let edge = at < lead || at >= tail;
        if !edge && !matches!(ch, '{' | '}') && !needs_escape(ch) {
            gap += 1;
            continue;
        }
        let end = at + ch.len_utf8();
        match spans.last_mut() {
            Some(last) if gap == 0 || (!edge && gap < near) => last.end = end,
            _ => spans.push(at..end),
        }
        (gap, near) = (0, if edge { 0 } else { NEAR });
    }
    spans
}

/// Returns whether a text certainly holds no brace and nothing that `needs_escape`: a look at its bytes,
/// since nearly all texts are so.
fn is_plain(text: &str) -> bool {
    let odd = |pair: &[u8]| match pair[0] {
        b'{' | b'}' | 0x7F => true,
        byte if byte < 0x20 => byte != b'\t',
        // The first two bytes of U+0080..U+009F, U+061C, U+2000..U+207F and U+FEFF.
        0xC2 => pair[1] < 0xA0,
        0xD8 => pair[1] == 0x9C,
        0xE2 => matches!(pair[1], 0x80 | 0x81),
        0xEF => pair[1] == 0xBB,
        _ => false,
    };
    let bytes = text.as_bytes();
    let ends = bytes.last().is_none_or(|last| !odd(&[*last, 0xFF]));
    ends && !bytes.windows(2).any(odd)
}

/// Returns whether a character cannot be seen in a review or would not survive an editor.
fn needs_escape(ch: char) -> bool {
    let bidi = matches!(ch, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    (ch.is_control() && ch != '\t') || bidi || matches!(ch, '\u{FEFF}' | '\u{2028}' | '\u{2029}')
}

fn push_literal(line: &mut String, text: &str) {
    line.push_str("{\"");
    for ch in text.chars() {
        match ch {
            '"' => line.push_str("\\\""),
            '\\' => line.push_str("\\\\"),
            _ if needs_escape(ch) || ch == '\t' => line.push_str(&format!("\\u{:04X}", u32::from(ch))),
            _ => line.push(ch),
        }
    }
    line.push_str("\"}");
}

/// Returns the marker a whole line stands for, also if an input method typed it.
fn marker(line: &str) -> Option<Value> {
    let inner = line.strip_prefix(['{', '｛'])?.strip_suffix(['}', '｝'])?.trim();
    let inner = inner.strip_prefix(is_quote)?.strip_suffix(is_quote)?;
    // `{"＾"}` is a valid literal and says what it says.
    let typed = !line.starts_with('{') || !line.ends_with('}') || line.chars().any(|ch| ch != '"' && is_quote(ch));
    match inner {
        "" => Some(Value::Missing),
        "^" => Some(Value::Above),
        // Shift+6 gives `……` in Chinese mode.
        "＾" | "……" if typed => Some(Value::Above),
        _ => None,
    }
}

fn is_quote(ch: char) -> bool {
    matches!(ch, '"' | '“' | '”' | '„' | '‟' | '＂')
}

/// Reads a line that is no marker. Linear: a failed attempt at a group stops at the next quote at the latest.
fn read_pieces(body: &str, slips: &mut Vec<Slip>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = body;
    while let Some(at) = find_either(rest, b'{', b'}') {
        push_piece(&mut pieces, &rest[..at]);
        rest = &rest[at..];
        let Some((group, len)) = read_group(rest, slips) else {
            // `{{ "x" }}` is a template of some site generator, not a literal in a pair of braces.
            let run = rest.len() - rest.trim_start_matches('{').len();
            note(slips, Slip::UnescapedBrace);
            push_piece(&mut pieces, &rest[..run.max(1)]);
            rest = &rest[run.max(1)..];
            continue;
        };
        match group {
            Piece::Text(text) => push_piece(&mut pieces, &text),
            Piece::Term(_) => pieces.push(group),
        }
        rest = &rest[len..];
    }
    push_piece(&mut pieces, rest);
    pieces
}

/// Reads `{"literal"}` or `{ -term }` at the start of `text`; returns it with its length.
fn read_group(text: &str, slips: &mut Vec<Slip>) -> Option<(Piece, usize)> {
    let inner = text.strip_prefix('{')?;
    let start = inner.trim_start();
    let (piece, len) = if let Some(literal) = start.strip_prefix('"') {
        let (literal, len) = read_literal(literal)?;
        (Piece::Text(literal), len + 1)
    } else {
        let id = term_id(start.strip_prefix('-')?);
        (Piece::Term(id.to_owned()), id.len() + 1)
    };
    let end = start[len..].trim_start();
    let after = end.strip_prefix('}')?;
    if piece == Piece::Term(String::new()) {
        return None;
    }
    let blanks = [&inner[..inner.len() - start.len()], &start[len..start.len() - end.len()]];
    if blanks.concat().bytes().any(|byte| byte != b' ') {
        note(slips, Slip::Blank);
    }
    Some((piece, text.len() - after.len()))
}

/// Reads up to the closing quote; returns the text and the length read, closing quote included.
fn read_literal(source: &str) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut rest = source;
    loop {
        let at = rest.find(['"', '\\'])?;
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('"') {
            return Some((text, source.len() - after.len()));
        }
        let (ch, len) = read_escape(rest)?;
        text.push(ch);
        rest = &rest[len..];
    }
}

/// Reads `\"`, `\\`, `\uXXXX` or `\UXXXXXX`; none for an escape that names no character.
fn read_escape(text: &str) -> Option<(char, usize)> {
    let digits = match text.as_bytes().get(1)? {
        b'"' => return Some(('"', 2)),
        b'\\' => return Some(('\\', 2)),
        b'u' => text.get(2..6)?,
        b'U' => text.get(2..8)?,
        _ => return None,
    };
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let ch = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((ch, digits.len() + 2))
}

/// Returns the Fluent identifier at the start of `text`, or nothing.
fn term_id(text: &str) -> &str {
    if !text.starts_with(|ch: char| ch.is_ascii_alphabetic()) {
        return "";
    }
    let end = text.find(|ch: char| !ch.is_ascii_alphanumeric() && ch != '-' && ch != '_');
    &text[..end.unwrap_or(text.len())]
}

fn note(slips: &mut Vec<Slip>, slip: Slip) {
    if !slips.contains(&slip) {
        slips.push(slip);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, line: &str) {
        assert_eq!(encode(text), line);
        assert_eq!(decode(line), (Value::from_text(text), vec![]));
    }

    #[track_caller]
    fn check_read(line: &str, plain: &str, slips: &[Slip]) {
        let (value, found) = decode(line);
        assert_eq!((value.plain().as_str(), found.as_slice()), (plain, slips));
        let written = encode_value(&value);
        assert_eq!(decode(&written), (value, vec![]), "{written}");
    }

    #[track_caller]
    fn check_marker(line: &str, value: Value, slips: &[Slip]) {
        assert_eq!(decode(line), (value, slips.to_vec()));
    }

    #[track_caller]
    fn check_comment(text: &str, line: &str) {
        assert_eq!(encode_comment(text), line);
        assert_eq!(decode_comment(line), text);
    }

    #[test]
    fn ordinary_text_is_verbatim() {
        check("三家机构的代表为当天的活动致辞。", "三家机构的代表为当天的活动致辞。");
        check("# a = b \\ \"c\" 'd'", "# a = b \\ \"c\" 'd'");
        check("a\tb", "a\tb");
        check("^", "^");
        check("-term", "-term");
        check("｛注｝", "｛注｝");
    }

    #[test]
    fn start_of_a_line_is_escaped() {
        check("[docs](x)", r#"{"["}docs](x)"#);
        check("*x*", r#"{"*"}x*"#);
        check(".net", r#"{"."}net"#);
        check("}x", r#"{"}"}x"#);
        check("  .x", r#"{"  "}.x"#);
    }

    #[test]
    fn blanks_at_the_edges_survive() {
        check("  a  ", r#"{"  "}a{"  "}"#);
        check("\ta\t", r#"{"\u0009"}a{"\u0009"}"#);
        check("　　深圳", r#"{"　　"}深圳"#);
        check(" ", r#"{" "}"#);
    }

    #[test]
    fn near_braces_share_a_literal() {
        check("`HashMap<K, {V}>`", r#"`HashMap<K, {"{V}"}>`"#);
        check("{a} and {b}", r#"{"{a} and {b}"}"#);
        check("{a} 0123456789012345 {b}", r#"{"{a}"} 0123456789012345 {"{b}"}"#);
        check("  1. see `{` ", r#"{"  "}1. see `{"{"}`{" "}"#);
        check("  {x}", r#"{"  {x}"}"#);
        check(r#"{"a\b"}"#, r#"{"{\"a\\b\"}"}"#);
    }

    #[test]
    fn invisible_characters_are_escaped() {
        check("a\r\nb", r#"a{"\u000D\u000A"}b"#);
        check("\u{FEFF}a\u{0}", r#"{"\uFEFFa\u0000"}"#);
        check("a\u{202E}b\u{85}c", r#"a{"\u202Eb\u0085"}c"#);
    }

    #[test]
    fn markers_and_texts_like_them_differ() {
        check("", r#"{""}"#);
        check(r#"{""}"#, r#"{"{\"\"}"}"#);
        check(r#"{"^"}"#, r#"{"{\"^\"}"}"#);
        check("｛“”｝", r#"{"｛"}“”｝"#);
        check("{“^”}", r#"{"{“^”}"}"#);
        check_marker(r#"{ "" }"#, Value::Missing, &[]);
        check_marker(r#"{"^"}"#, Value::Above, &[]);
        check_marker(r#"{"\u005E"}"#, Value::from_text("^"), &[]);
        check_marker(r#"{"＾"}"#, Value::from_text("＾"), &[]);
        check_marker("", Value::Missing, &[]);
    }

    #[test]
    fn markers_of_an_input_method_are_understood() {
        for line in ["{“”}", "{＂＂}", "｛\"\"｝", "｛“”｝", "{”“}", "{ “” }", "{\"\"｝", "{\t\"\"}"]
        {
            check_marker(line, Value::Missing, &[Slip::WideMarker]);
        }
        for line in ["{“^”}", "{＂^＂}", "｛\"^\"｝", "｛“……”｝", "{“＾”}"] {
            check_marker(line, Value::Above, &[Slip::WideMarker]);
        }
        check_marker("{\"\"} ", Value::Missing, &[Slip::Blank]);
        check_read("{“甲”}", "{“甲”}", &[Slip::UnescapedBrace]);
        check_read("见{“”}", "见{“”}", &[Slip::UnescapedBrace]);
    }

    #[test]
    fn terms_are_kept() {
        let (value, slips) = decode("由{-pengcheng-lab}和{  -b }发起");
        assert_eq!(value.terms().collect::<Vec<_>>(), ["pengcheng-lab", "b"]);
        assert_eq!((value.plain().as_str(), slips.len()), ("由{ -pengcheng-lab }和{ -b }发起", 0));
        assert_eq!(encode_value(&value), "由{ -pengcheng-lab }和{ -b }发起");
        check("{ -a }", r#"{"{ -a }"}"#);
        check_read("{ -a } b ", "{ -a } b", &[Slip::Blank]);
        check_read("{　-a}", "{ -a }", &[Slip::Blank]);
        check_read("{ -a.b }{ -a(c: 1) }{ - }{ -1 }", "{ -a.b }{ -a(c: 1) }{ - }{ -1 }", &[Slip::UnescapedBrace]);
    }

    #[test]
    fn values_made_by_hand_are_written_readably() {
        let text = |text: &str| Piece::Text(text.to_owned());
        let term = |id: &str| Piece::Term(id.to_owned());
        assert_eq!(encode_value(&Value::Text(vec![])), r#"{""}"#);
        assert_eq!(encode_value(&Value::Text(vec![text("｛\""), text("\"｝")])), "{\"｛\"}\"\"｝");
        assert_eq!(encode_value(&Value::Text(vec![term("a b")])), r#"{"{ -a b }"}"#);
        assert_eq!(encode_value(&Value::Text(vec![text(" "), term("a"), text(" b ")])), r#"{" "}{ -a } b{" "}"#);
    }

    #[test]
    fn what_was_not_escaped_is_text() {
        check_read("[a](b)", "[a](b)", &[Slip::UnescapedStart]);
        check_read("a { b } $ {x}", "a { b } $ {x}", &[Slip::UnescapedBrace]);
        check_read("{ $var }", "{ $var }", &[Slip::UnescapedBrace]);
        check_read(r#"{{< ref "a" >}}"#, r#"{{< ref "a" >}}"#, &[Slip::UnescapedBrace]);
        check_read(r#"{{ "a" }}"#, r#"{{ "a" }}"#, &[Slip::UnescapedBrace]);
        check_read(r#"{"a"#, r#"{"a"#, &[Slip::UnescapedBrace]);
        check_read(r#"{"\q"} {"\uD800"} {"\u+041"}"#, r#"{"\q"} {"\uD800"} {"\u+041"}"#, &[Slip::UnescapedBrace]);
        check_read(r#"*x {"{"}}"#, "*x {}", &[Slip::UnescapedStart, Slip::UnescapedBrace]);
        check_read("\ta\t", "a", &[Slip::Blank]);
        check_read(r#"{"\U01F60A\u0041"}"#, "😊A", &[]);
    }

    #[test]
    fn comments_start_as_they_like() {
        check_comment("", "");
        check_comment("[a](b)", "[a](b)");
        check_comment("^", "^");
        check_comment(r#"{""}"#, r#"{"{\"\"}"}"#);
        check_comment(" a\nb ", r#"{" "}a{"\u000A"}b{" "}"#);
        check_comment("｛“”｝", "｛“”｝");
        assert_eq!(decode_comment("  {{ x } "), "{{ x }");
    }

    #[test]
    fn long_runs_of_openers_take_linear_time() {
        for piece in ["{", "{\"", "{ ", "{\"\\\"", "{-a", "{\"\\u0041", "{  \"\" "] {
            let line = piece.repeat(200_000);
            decode(&line);
        }
    }
}
