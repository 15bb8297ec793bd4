//! Front matter: YAML between `---` lines, TOML between `+++` lines, read and edited by byte range.
//!
//! Only top-level string values of the wanted keys are fields. A value is written back in its own
//! style; where that style cannot hold the text, in double quotes. Nothing else of the block changes.

use crate::text::{Span, lines, trim_line_end};

/// How a value is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Style {
    /// YAML without quotes.
    Plain,
    /// `'…'`: YAML single quotes or a TOML literal string.
    Single,
    /// `"…"`: the same escapes in YAML and TOML.
    Double,
    /// `|` or `>` with its header line, and the indentation of the lines below it.
    Block {
        /// The header as written, such as `>-`.
        header: String,
        /// The blanks before each line.
        indent: String,
    },
    /// TOML `"""` or `'''`.
    Multiline,
}

/// A value that can be translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: String,
    /// The bytes of the value, quotes included.
    pub span: Span,
    /// The decoded value, without a final line end.
    pub value: String,
    /// How it is written.
    pub style: Style,
}

/// A front-matter block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    /// Its bytes, delimiter lines included.
    pub span: Span,
    /// Whether it is TOML.
    pub toml: bool,
    /// The wanted values in source order.
    pub fields: Vec<Field>,
    /// All top-level keys.
    pub keys: Vec<String>,
    /// Where the line behind the opening delimiter begins.
    pub inside: usize,
}

/// Front matter longer than this is not front matter.
const LONGEST: usize = 64 * 1024;

/// Returns the front matter that starts at byte `start` of `source`, with the values of `wanted` keys.
pub fn front_matter(source: &str, start: usize, wanted: &[String]) -> Option<FrontMatter> {
    let text = &source[start..];
    let toml = text.starts_with("+++");
    if !toml && !text.starts_with("---") {
        return None;
    }
    let mut spans = lines(text);
    let first = spans.next()?;
    let fence = trim_line_end(&text[first.clone()]).trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let inside = first.end;
    let mut close = None;
    for span in spans {
        if span.start > LONGEST {
            break;
        }
        let line = trim_line_end(&text[span.clone()]).trim_end();
        if line == fence || (!toml && line == "...") {
            close = Some(span);
            break;
        }
    }
    let close = close?;
    let body = &text[inside..close.start];
    if !(if toml { is_toml(body) } else { is_mapping(body) }) {
        return None;
    }
    let entries = if toml { toml_entries(body) } else { yaml_entries(body) };
    let keys = entries.iter().map(|entry| entry.key.to_owned()).collect();
    let offset = start + inside;
    let fields = entries
        .iter()
        .filter(|entry| wanted.iter().any(|key| key == entry.key))
        .filter_map(|entry| field(body, entry, toml))
        .map(|field| Field { span: field.span.start + offset..field.span.end + offset, ..field })
        .collect();
    Some(FrontMatter { span: start..start + close.end, toml, fields, keys, inside: offset })
}

/// Whether a block reads as a YAML mapping: else `---` is a thematic break.
fn is_mapping(body: &str) -> bool {
    body.lines().all(|line| {
        let plain = line.trim_end();
        plain.is_empty()
            || plain.starts_with(['#', ' ', '\t', '}', ']', '{'])
            // A list, and both lines of an explicit key: `? key`, `: value`.
            || ["- ", "? ", ": "].iter().any(|mark| plain.starts_with(mark))
            || plain == "-"
            || yaml_key(plain).is_some()
    })
}

fn is_toml(body: &str) -> bool {
    body.parse::<toml::Table>().is_ok()
}

struct Entry<'t> {
    key: &'t str,
    /// From behind the `:` or `=` to the end of the entry's last line.
    rest: Span,
}

fn yaml_key(line: &str) -> Option<(&str, usize)> {
    // A colon inside a word belongs to the key: `cSpell:ignore: words`.
    let ends_key = |&(at, _): &(usize, &str)| line[at + 1..].is_empty() || line[at + 1..].starts_with([' ', '\t']);
    let (colon, _) = line.match_indices(':').find(ends_key)?;
    let key = line[..colon].trim_end();
    let plain = !key.is_empty() && !key.starts_with(['"', '\'', '-', '?', '!', '&', '*', '[', '%', '@', '`']);
    let quoted =
        key.len() > 2 && (key.starts_with('"') && key.ends_with('"') || key.starts_with('\'') && key.ends_with('\''));
    (plain || quoted).then_some((key, colon + 1))
}

fn yaml_entries(body: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for span in lines(body) {
        let line = trim_line_end(&body[span.clone()]);
        let continues = line.is_empty() || line.starts_with([' ', '\t', '#', '}', ']']) || line.starts_with('-');
        match yaml_key(line) {
            Some((key, colon)) if !continues => {
                let key = key.trim_matches(['"', '\'']);
                entries.push(Entry { key, rest: span.start + colon..span.start + line.len() });
            }
            _ => {
                let blank = line.trim().is_empty() || line.starts_with('#');
                if let Some(entry) = entries.last_mut()
                    && !blank
                {
                    entry.rest.end = span.start + line.len();
                }
            }
        }
    }
    entries
}

fn toml_entries(body: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut multiline: Option<&str> = None;
    for span in lines(body) {
        let line = trim_line_end(&body[span.clone()]);
        if let Some(close) = multiline {
            if let Some(entry) = entries.last_mut() {
                entry.rest.end = span.start + line.len();
            }
            if line.contains(close) {
                multiline = None;
            }
            continue;
        }
        if line.trim_start().starts_with('[') {
            // A table begins, or an array goes on; neither holds a top-level string of ours.
            if line.trim_end().ends_with(']') {
                break;
            }
            continue;
        }
        let Some(equals) = line.find('=') else { continue };
        let key = line[..equals].trim();
        if key.is_empty()
            || key.starts_with('#')
            || !key.chars().all(|ch| ch.is_ascii_alphanumeric() || "_-".contains(ch))
        {
            continue;
        }
        let rest = &line[equals + 1..];
        for quotes in ["\"\"\"", "'''"] {
            let value = rest.trim_start();
            if value.starts_with(quotes) && !value[3..].contains(quotes) {
                multiline = Some(quotes);
            }
        }
        entries.push(Entry { key, rest: span.start + equals + 1..span.start + line.len() });
    }
    entries
}

fn field(body: &str, entry: &Entry<'_>, toml: bool) -> Option<Field> {
    let raw = &body[entry.rest.clone()];
    let start = entry.rest.start + (raw.len() - raw.trim_start().len());
    let raw = body[start..entry.rest.end].trim_end();
    let first = raw.chars().next()?;
    let (length, style) = match first {
        '"' | '\'' if toml && (raw.starts_with("\"\"\"") || raw.starts_with("'''")) => {
            (3 + raw[3..].find(&raw[..3])? + 3, Style::Multiline)
        }
        '"' => (double_quoted_length(raw)?, Style::Double),
        '\'' => (single_quoted_length(raw, toml)?, Style::Single),
        '|' | '>' if !toml => {
            let style = block_style(raw)?;
            (raw.len(), style)
        }
        '[' | '{' | '&' | '*' | '!' | '#' | '%' | '@' | '`' => return None,
        _ if toml => return None,
        _ => (plain_length(raw), Style::Plain),
    };
    let span = start..start + length;
    let value = decode(&body[span.clone()], &style, toml)?;
    let value = value.trim_end_matches(['\n', '\r']).to_owned();
    (!value.trim().is_empty()).then(|| Field { key: entry.key.to_owned(), span, value, style })
}

fn double_quoted_length(raw: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, ch) in raw.char_indices().skip(1) {
        match ch {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn single_quoted_length(raw: &str, toml: bool) -> Option<usize> {
    let mut rest = raw.char_indices().skip(1).peekable();
    while let Some((at, ch)) = rest.next() {
        if ch == '\'' {
            if toml || rest.peek().is_none_or(|&(_, next)| next != '\'') {
                return Some(at + 1);
            }
            rest.next();
        }
    }
    None
}

/// A plain value ends before ` #`; it may run over indented lines.
fn plain_length(raw: &str) -> usize {
    let end = raw.find(" #").or_else(|| raw.find("\t#")).unwrap_or(raw.len());
    raw[..end].trim_end().len()
}

fn block_style(raw: &str) -> Option<Style> {
    let mut spans = lines(raw);
    let header = trim_line_end(&raw[spans.next()?]).trim_end().to_owned();
    // An explicit indentation indicator or a comment is rare: left alone.
    if header.len() > 2 || header.contains(|ch: char| ch.is_ascii_digit()) {
        return None;
    }
    let line = spans.map(|span| &raw[span]).find(|line| !line.trim().is_empty())?;
    let indent = line[..line.len() - line.trim_start_matches(' ').len()].to_owned();
    (!indent.is_empty()).then_some(Style::Block { header, indent })
}

fn decode(raw: &str, style: &Style, toml: bool) -> Option<String> {
    match style {
        Style::Plain if !raw.contains(['\n', '\r']) && yaml_reads_as(raw, raw) => Some(raw.to_owned()),
        Style::Single if toml => Some(raw[1..raw.len() - 1].to_owned()),
        Style::Multiline => toml_string(raw),
        Style::Double if toml => toml_string(raw),
        _ => yaml_string(raw),
    }
}

/// Whether a plain scalar is surely that string for YAML: cheaper than a parse, and asked first.
fn yaml_reads_as(raw: &str, value: &str) -> bool {
    let simple = raw.chars().next().is_some_and(char::is_alphabetic)
        && raw.chars().all(|ch| ch.is_alphanumeric() || " ,.()/'&+-—–!?;".contains(ch))
        && !raw.ends_with(' ')
        && raw.contains(' ');
    simple || yaml_string(raw).as_deref() == Some(value)
}

fn yaml_string(raw: &str) -> Option<String> {
    let snippet = format!("k: {}\n", raw.replace("\r\n", "\n").replace('\r', "\n"));
    let map: std::collections::BTreeMap<String, String> = serde_saphyr::from_str(&snippet).ok()?;
    map.into_values().next()
}

fn toml_string(raw: &str) -> Option<String> {
    let table: toml::Table = format!("k = {}\n", raw.replace("\r\n", "\n")).parse().ok()?;
    table.get("k")?.as_str().map(str::to_owned)
}

impl Field {
    /// Returns the bytes that say `value` in this field's own style, or in double quotes.
    ///
    /// `line_end` is the document's line end.
    pub fn written(&self, value: &str, toml: bool, line_end: &str) -> String {
        let own = match &self.style {
            Style::Plain if plain_is_safe(value) => Some(value.to_owned()),
            Style::Single if toml && !value.contains('\'') => Some(format!("'{value}'")),
            Style::Single if !toml => Some(format!("'{}'", value.replace('\'', "''"))),
            Style::Block { header, indent } => {
                let lines: Vec<String> = value.lines().map(|line| format!("{indent}{line}")).collect();
                Some(format!("{header}{line_end}{}", lines.join(line_end)))
            }
            _ => None,
        };
        own.filter(|own| {
            let read = decode(own, &self.style, toml);
            read.is_some_and(|read| read.trim_end_matches('\n') == value)
        })
        .unwrap_or_else(|| double_quoted(value))
    }
}

/// Plain YAML holds the text for every reader: no `: `, no ` #`, no quotes, no Chinese punctuation
/// that an old reader may trip over.
fn plain_is_safe(value: &str) -> bool {
    !value.contains([
        ':', '#', '"', '\'', '：', '“', '”', '\n', '{', '}', '[', ']', '，', '&', '*', '!', '|', '>', '%', '@', '`',
    ]) && value.trim() == value
        && !value.starts_with(['-', '?'])
}

/// Returns a double-quoted string that YAML and TOML read alike.
pub(crate) fn double_quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for ch in value.chars() {
        match ch {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ch if ch.is_control() || ch == '\u{feff}' || ch == '\u{2028}' || ch == '\u{2029}' => {
                out.push_str(&format!("\\u{:04X}", ch as u32));
            }
            ch => out.push(ch),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(&str, &str)]) {
        let wanted = ["title".to_owned(), "description".to_owned()];
        let front = front_matter(source, 0, &wanted).expect("front matter");
        let seen: Vec<_> = front.fields.iter().map(|field| (field.key.as_str(), field.value.as_str())).collect();
        assert_eq!(seen, expected);
        for field in &front.fields {
            for value in ["新的标题", "带：冒号 # 和 \"引号\" 'x' \\ {a}", "- 破折", "null"] {
                let written = field.written(value, front.toml, "\n");
                let edited = source.replacen(&source[field.span.clone()], &written, 1);
                let again = front_matter(&edited, 0, &wanted).expect("still front matter");
                let read = again.fields.iter().find(|other| other.key == field.key).expect("the field");
                assert_eq!(read.value, value, "{edited}");
            }
        }
    }

    #[test]
    fn every_yaml_style_is_read_and_written_in_kind() {
        check("---\ntitle: Opening night\n---\n", &[("title", "Opening night")]);
        check(
            "---\ntitle: 'It''s on' # note\ndescription: \"a \\\"b\\\" \\u4e2d\"\n---\n",
            &[("title", "It's on"), ("description", "a \"b\" 中")],
        );
        check("---\ndescription: >-\n  one\n  two\ntags: [a, b]\n---\n", &[("description", "one two")]);
        check("---\ntitle: |\n  one\n  two\n---\n", &[("title", "one\ntwo")]);
        check("---\ntitle: a long\n  plain one\nx: 1\n---\n", &[("title", "a long plain one")]);
        check("---\ntitle: One night\ncSpell:ignore: otel\n? a b\n: c\n---\n", &[("title", "One night")]);
    }

    #[test]
    fn every_toml_style_is_read_and_written_in_kind() {
        check(
            "+++\ntitle = \"Opening \\\"night\\\"\"\ndescription = 'C:\\x'\n[extra]\ntitle = \"no\"\n+++\n",
            &[("title", "Opening \"night\""), ("description", "C:\\x")],
        );
        check("+++\ndescription = \"\"\"\none\ntwo\"\"\"\n+++\n", &[("description", "one\ntwo")]);
    }

    #[test]
    fn values_that_are_no_text_and_rules_that_are_no_fence_are_left_alone() {
        assert_eq!(front_matter("---\nA break.\n---\n", 0, &[]), None);
        assert_eq!(front_matter("----\ntitle: a\n----\n", 0, &[]), None);
        check("---\ntitle: [a, b]\ndescription:\n---\n", &[]);
        check("---\n---\n", &[]);
    }
}
