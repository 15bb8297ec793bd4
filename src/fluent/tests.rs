//! The laws of the codec, on awkward strings, with the stock parser as the second opinion.
//!
//! `DUIZHAO_CASES` sets the number of cases per law (5000 without it).

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, Resource};
use fluent_syntax::unicode::unescape_unicode_to_string;
use fluent_syntax::{parser, serializer};
use proptest::prelude::*;

use crate::fluent::codec::{Value, decode, decode_comment, encode, encode_comment, encode_value};

/// Returns how many cases a property test runs.
#[allow(clippy::disallowed_methods, reason = "only tests are configured by the environment")]
pub(crate) fn cases() -> u32 {
    std::env::var("DUIZHAO_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(5000)
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() }
}

const NASTY: [&str; 44] = [
    "[",
    "*",
    ".",
    "}",
    "{",
    "#",
    "\\",
    "\"",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "\0",
    "\u{FEFF}",
    "\u{2028}",
    "\u{85}",
    "\u{A0}",
    "\u{3000}",
    "\u{202E}",
    "\u{7F}",
    "\\u0041",
    "\\U01F60A",
    "\\uD800",
    "{\"",
    "\"}",
    "{\"\"}",
    "{\"^\"}",
    "{-a}",
    "{ -b-c ",
    "{{< x >}}",
    "^",
    "“",
    "”",
    "｛",
    "｝",
    "……",
    " ",
    "   ",
    "汉字",
    "=",
    "-",
    "a",
    "b c",
    "😊",
];

fn awkward() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => prop::collection::vec(prop::sample::select(NASTY.as_slice()), 0..12).prop_map(|pieces| pieces.concat()),
        4 => any::<String>(),
        1 => "[{｛][\"“”＂][\\^＾…]{0,2}[\"“”＂][}｝]",
    ]
}

/// Returns whether no editor breaks or trims the line.
fn is_one_line(line: &str) -> bool {
    line.trim() == line && !line.contains(['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'])
}

fn message(texts: &[String]) -> String {
    let lines: String = texts.iter().map(|text| format!("    {}\n", encode(text))).collect();
    format!("id =\n{lines}")
}

/// Returns the text of the only message of a file, as the stock parser reads it; none if anything else is in it.
fn stock(file: &str) -> Option<String> {
    let Resource { body } = parser::parse(file).ok()?;
    let [Entry::Message(message)] = body.as_slice() else { return None };
    let mut text = String::new();
    for element in &message.value.as_ref()?.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(&unescape_unicode_to_string(value))
            }
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(text)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_written_is_read_back(text in awkward()) {
        let line = encode(&text);
        prop_assert!(is_one_line(&line) && !line.is_empty());
        prop_assert_eq!(decode(&line), (Value::from_text(&text), vec![]));
    }

    #[test]
    fn the_stock_parser_agrees(texts in prop::collection::vec(awkward(), 1..=5)) {
        let file = message(&texts);
        let expected = Some(texts.join("\n"));
        prop_assert_eq!(&stock(&file), &expected);
        let parsed = parser::parse(file.as_str()).expect("no junk");
        prop_assert_eq!(&stock(&serializer::serialize(&parsed)), &expected);
        prop_assert_eq!(&stock(&file.replace('\n', "\r\n")), &expected);
    }

    #[test]
    fn comments_are_read_back(text in awkward()) {
        let line = encode_comment(&text);
        prop_assert!(is_one_line(&line));
        prop_assert_eq!(decode_comment(&line), text);
        let file = format!("# en: {line}\nid = x\n");
        let parsed = parser::parse(file.as_str()).expect("no junk");
        let Some(Entry::Message(message)) = parsed.body.first() else { return Err(TestCaseError::fail("no message")) };
        let comment = message.comment.as_ref().expect("a comment");
        prop_assert_eq!(comment.content.join("\n"), format!("en: {line}"));
    }

    #[test]
    fn reading_never_fails_and_settles(line in awkward()) {
        let (value, _) = decode(&line);
        prop_assert_eq!(decode(&encode_value(&value)), (value, vec![]));
        let text = decode_comment(&line);
        prop_assert_eq!(decode_comment(&encode_comment(&text)), text);
    }
}
