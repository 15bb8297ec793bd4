//! The laws of the codec, with the stock parser and serializer as the second opinion.

use duizhao::catalog;
use duizhao::fluent::codec::{Value, decode, decode_comment, encode, encode_comment};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use fluent_syntax::{parser, serializer};
use proptest::prelude::*;

const AWKWARD: [&str; 48] = [
    "{",
    "}",
    "[",
    "*",
    ".",
    "#",
    "\"",
    "\\",
    " ",
    "  ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{1b}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{3000}",
    "\u{feff}",
    "\u{200b}",
    "\u{200d}",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}",
    "\u{301}",
    "e\u{301}",
    "😊",
    "👩‍💻",
    "{\"\"}",
    "{\"^\"}",
    "{ -a }",
    "{$x}",
    "{{",
    "\\u0041",
    "｛",
    "｝",
    "“",
    "”",
    "＝",
    "：",
    "-",
    "=",
    "a = b",
    "汉字",
    "はい",
    "en: ",
];

fn awkward() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::collection::vec(prop::sample::select(AWKWARD.as_slice()), 0..9).prop_map(|it| it.concat()),
        1 => any::<String>(),
    ]
}

/// Returns a record that says the texts of the texts.
fn record(texts: &[String], line_end: &str) -> String {
    let mut out = String::new();
    for text in texts {
        out.push_str(format!("# en: {}", encode_comment(text)).trim_end());
        out.push_str(line_end);
    }
    out.push_str("an-id =");
    for text in texts {
        out.push_str(&format!("{line_end}    {}", encode(text)));
    }
    out.push_str(line_end);
    out
}

/// Returns the sources and the targets of the only record of a file, as our own reader sees them.
fn ours(file: &str) -> (Vec<String>, Vec<Value>) {
    let catalog = catalog::read(file.to_owned(), "en");
    let [record] = &catalog.records[..] else { return (vec![], vec![]) };
    let sources = record.sources.iter().map(|source| source.text.clone()).collect();
    let targets = record.targets.iter().map(|target| target.value.clone()).collect();
    assert_eq!(record.slips, 0, "{file}");
    (sources, targets)
}

/// Returns the value of the only message of a file, as the stock parser reads it.
fn stock(file: &str) -> Option<String> {
    let resource = parser::parse(file).ok()?;
    let [Entry::Message(message)] = &resource.body[..] else { return None };
    let mut text = String::new();
    for element in &message.value.as_ref()?.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(&unescape_unicode_to_string(value));
            }
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(text)
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn every_text_is_read_back(text in awkward()) {
        prop_assert_eq!(decode(&encode(&text)), (Value::from_text(&text), vec![]));
        prop_assert_eq!(decode_comment(&encode_comment(&text)), text);
    }

    #[test]
    fn all_readers_agree_on_a_record(texts in prop::collection::vec(awkward(), 1..5)) {
        let values: Vec<Value> = texts.iter().map(|text| Value::from_text(text)).collect();
        for line_end in ["\n", "\r\n"] {
            let file = record(&texts, line_end);
            prop_assert_eq!(ours(&file), (texts.clone(), values.clone()), "ours, {:?}", file);
            prop_assert_eq!(stock(&file), Some(texts.join("\n")), "stock, {:?}", file);
            let parsed = parser::parse(file.as_str()).expect("no junk");
            let written = serializer::serialize(&parsed);
            prop_assert_eq!(ours(&written), (texts.clone(), values.clone()), "serialized, {:?}", written);
        }
    }
}
