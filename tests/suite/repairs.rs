//! The safe repairs of the checks of Chinese text: they come to rest, and they touch nothing but what they are about.

use duizhao::checks::{Fault, Pair, Profile, Settings, Shared, Wanted, faults, fixed};
use duizhao::finding::Safety;
use duizhao::glossary::Glossary;
use duizhao::markdown::{LeafKind, References, View, view};
use duizhao::text::composed;
use proptest::prelude::*;

use crate::material::{json_values, shared};

/// The checks whose repairs are meant: those of punctuation, spaces and characters.
const CODES: &[&str] = &[
    "bidi-control",
    "compat-han",
    "control-char",
    "dash",
    "double-space",
    "duplicate-punct",
    "ellipsis",
    "end-punctuation",
    "fullwidth-alnum",
    "halfwidth-punct",
    "interpunct",
    "invisible-char",
    "leading-trailing-space",
    "nbsp-ideographic-space",
    "nfc",
    "number-unit-space",
    "paren-mixed",
    "quotes-style",
    "space-between-han",
    "space-cjk-latin",
    "space-fullwidth-punct",
    "traditional-in-simplified",
];

/// Does something with a translation as the checks see it.
fn with_pair<T>(source: &View, target: &str, then: impl FnOnce(&Pair<'_>) -> T) -> T {
    let target = view(target, "");
    let pair = Pair {
        source,
        target: &target,
        kind: LeafKind::Paragraph,
        whole: true,
        source_locale: "en",
        locale: "zh-CN",
        glossary: &Glossary::default(),
        settings: &Settings::default(),
        shared: Shared::default(),
    };
    then(&pair)
}

/// Returns the codes of what could be repaired safely.
fn open(source: &View, target: &str) -> Vec<&'static str> {
    let repairable = |fault: &Fault| fault.fix.as_ref().is_some_and(|fix| fix.safety == Safety::Safe);
    with_pair(source, target, |pair| {
        let found = faults(pair, Profile::Release).into_iter();
        found.filter(|(_, _, fault)| repairable(fault)).map(|(check, ..)| check.code()).collect()
    })
}

/// Returns a translation with its safe repairs made, and the checks that made them.
fn repaired(source: &View, target: &str) -> (String, Vec<&'static str>) {
    let fixed = with_pair(source, target, |pair| fixed(pair, &References::default(), &Wanted::default()));
    fixed.unwrap_or_else(|| (target.to_owned(), Vec::new()))
}

fn hidden(ch: char) -> bool {
    ch.is_control() || matches!(ch, '\u{200B}' | '\u{200D}' | '\u{202E}')
}

/// What no repair may change: code, addresses, tags, emphasis, letters and digits.
fn kept(target: &str) -> impl PartialEq + std::fmt::Debug + use<> {
    let view = view(target, "");
    // What nobody sees may go anywhere.
    let shown = |text: &str| text.chars().filter(|ch| !hidden(*ch)).collect::<String>();
    let texts = |parts: &[duizhao::markdown::Part]| parts.iter().map(|part| shown(&part.text)).collect::<Vec<_>>();
    let urls = |links: &[duizhao::markdown::Destination]| links.iter().map(|link| link.url.clone()).collect::<Vec<_>>();
    let narrow = |ch: char| match ch {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(ch as u32 - 0xFEE0).expect("an ASCII character"),
        _ => ch,
    };
    let letters: String = composed(&view.visible).chars().map(narrow).filter(char::is_ascii_alphanumeric).collect();
    let emphasis: Vec<_> = view.emphasis.iter().map(|emphasis| (emphasis.kind, emphasis.depth)).collect();
    let lists = [texts(&view.codes), texts(&view.tags), texts(&view.placeables), texts(&view.footnotes)];
    (lists, urls(&view.links), urls(&view.images), emphasis, letters)
}

/// Says why the repairs of a translation break a law.
fn broken(source: &str, target: &str) -> Option<String> {
    let source = view(source, "");
    let (text, codes) = repaired(&source, target);
    let left = open(&source, &text);
    if !left.is_empty() {
        return Some(format!("never at rest: {target:?}\n  became {text:?}\n  left are {left:?}"));
    }
    // Repairs of links and emphasis change them.
    let typography = codes.iter().all(|code| CODES.contains(code));
    (typography && kept(&text) != kept(target)).then(|| {
        format!("changed more than it may: {target:?}\n  became {text:?}\n  {:?}\n  {:?}", kept(target), kept(&text))
    })
}

/// A text without empty lines: a translation is one block.
fn one_block(mut text: String) -> String {
    while text.contains("\n\n") {
        text = text.replace("\n\n", "\n");
    }
    text.trim_matches('\n').to_owned()
}

fn hazards() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "的",
        "中",
        "中文",
        "年",
        "7",
        "12",
        "A",
        "Go",
        "km",
        "５",
        "Ａ",
        "％",
        "%",
        "℃",
        "體",
        "⼈",
        "テ",
        "e\u{301}",
        "é",
        " ",
        "  ",
        "\u{3000}",
        "\u{A0}",
        "\u{200B}",
        "\u{202E}",
        "\u{8}",
        "，",
        "。",
        "、",
        "：",
        "！",
        "？",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "‘",
        "’",
        "「",
        "」",
        ",",
        ".",
        ":",
        ";",
        "!",
        "?",
        "...",
        "…",
        "——",
        "—",
        "--",
        "-",
        "·",
        "•",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "`a`",
        "`中，`",
        "[中](/a)",
        "[中 Go](/a \"t\")",
        "![图](/b)",
        "<b>",
        "</b>",
        "<br>",
        "<https://a.b>",
        "https://a.b/c",
        "{name}",
        "{{< x >}}",
        "[^1]",
        "&amp;",
        "\\*",
        "\\",
        "\n",
        "😀",
        "👨\u{200D}👩",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| one_block(pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, rng_seed: prop::test_runner::RngSeed::Fixed(20_201_107), ..ProptestConfig::default() })]

    #[test]
    fn repairs_come_to_rest_and_keep_what_is_no_typography(target in hazards()) {
        let broken = broken("One. Two.", &target);
        prop_assert!(broken.is_none(), "{}", broken.unwrap_or_default());
    }
}

#[test]
fn repairs_of_real_translations_hold() {
    let Some(path) = shared("corpora/D-qa/clean-pairs.jsonl") else { return };
    let (mut wrong, mut before) = (Vec::new(), 0);
    for row in json_values(&path) {
        let (source, target) = (row["en"].as_str().expect("a text"), row["zh"].as_str().expect("a text"));
        before += open(&view(source, ""), target).len();
        wrong.extend(broken(source, target));
    }
    assert!(before > 50, "only {before} findings");
    assert_eq!(wrong, [] as [String; 0]);
}
