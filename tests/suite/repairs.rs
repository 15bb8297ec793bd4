//! The safe repairs of the checks of Chinese text: they come to rest, and they touch nothing but what they are about.

use duizhao::checks::{Fault, Pair, Profile, Settings, faults};
use duizhao::finding::Safety;
use duizhao::glossary::Glossary;
use duizhao::markdown::{LeafKind, View, view};
use duizhao::text::{Edit, apply, composed};
use proptest::prelude::*;

use crate::material::{json_values, shared};

/// After so many rounds nothing may be left to repair.
const ROUNDS: usize = 5;

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

/// Returns what the checks find in a translation, with their codes.
fn found(source: &View, target: &str) -> Vec<(&'static str, Fault)> {
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
    };
    let found = faults(&pair, Profile::Work).into_iter();
    found.map(|(check, _, fault)| (check.code(), fault)).filter(|(code, _)| CODES.contains(code)).collect()
}

/// Returns a translation with every safe repair made that overlaps no other, and how many were made.
fn repaired(source: &View, target: &str) -> (String, usize) {
    let mut edits: Vec<Edit> = Vec::new();
    let mut count = 0;
    for (_, fault) in found(source, target) {
        let Some(fix) = fault.fix.filter(|fix| fix.safety == Safety::Safe) else { continue };
        let meets =
            |edit: &Edit| edits.iter().any(|own| own.span.start < edit.span.end && edit.span.start < own.span.end);
        if !fix.edits.iter().any(meets) {
            edits.extend(fix.edits);
            count += 1;
        }
    }
    (apply(target, edits), count)
}

/// What no repair may change: code, addresses, tags, emphasis, letters and digits.
fn kept(target: &str) -> impl PartialEq + std::fmt::Debug + use<> {
    let view = view(target, "");
    let texts = |parts: &[duizhao::markdown::Part]| parts.iter().map(|part| part.text.clone()).collect::<Vec<_>>();
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
    let mut text = target.to_owned();
    for _ in 0..ROUNDS {
        let (next, count) = repaired(&source, &text);
        if count == 0 {
            break;
        }
        text = next;
    }
    let (again, count) = repaired(&source, &text);
    if count > 0 {
        return Some(format!("never at rest: {target:?}\n  became {text:?}\n  then {again:?}"));
    }
    (kept(&text) != kept(target)).then(|| {
        format!("changed more than it may: {target:?}\n  became {text:?}\n  {:?}\n  {:?}", kept(target), kept(&text))
    })
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
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
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
    let (mut wrong, mut before, mut after) = (Vec::new(), 0, 0);
    for row in json_values(&path) {
        let (source, target) = (row["en"].as_str().expect("a text"), row["zh"].as_str().expect("a text"));
        wrong.extend(broken(source, target));
        let source = view(source, "");
        let with_repair = |target: &str| {
            let found = found(&source, target).into_iter().filter_map(|(_, fault)| fault.fix);
            found.filter(|fix| fix.safety == Safety::Safe).count()
        };
        before += with_repair(target);
        after += with_repair(&repaired(&source, target).0);
    }
    assert_eq!(wrong, [] as [String; 0]);
    assert!(before > 50, "only {before} findings");
    assert!(after * 100 <= before, "{after} of {before} are left after one round");
}
