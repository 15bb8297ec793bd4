//! The checks of numbers on published translations: few alarms, and changed numbers are found. What they find in
//! our own sentences is measured in `seeds`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use duizhao::checks::{self, Pair, Profile, Settings, Shared};
use duizhao::glossary::Glossary;
use duizhao::markdown::{LeafKind, view};
use serde_json::Value;

/// The checks under test.
const CODES: &[&str] = &[
    "numbers",
    "number-order",
    "dates",
    "weekday",
    "time-of-day",
    "percent",
    "currency-unit",
    "number-words",
    "id-tokens",
];

/// Returns what the checks say about a pair: code and evidence.
fn found(source: &str, target: &str) -> Vec<(&'static str, String)> {
    let (source, target) = (view(source, ""), view(target, ""));
    let pair = Pair {
        source: &source,
        target: &target,
        kind: LeafKind::Paragraph,
        whole: true,
        source_locale: "en",
        locale: "zh-CN",
        glossary: &Glossary::default(),
        settings: &Settings::default(),
        shared: Shared::default(),
    };
    let faults = checks::faults(&pair, Profile::Work).into_iter();
    let own = faults.filter(|(check, ..)| CODES.contains(&check.code()));
    own.map(|(check, _, fault)| (check.code(), fault.evidence)).collect()
}

fn shared(relative: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let path = std::env::var_os("DUIZHAO_SHARED").map_or_else(beside, PathBuf::from).join(relative);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: no shared/{relative}");
    None
}

/// The pairs of a file that `wanted` picks.
fn pairs(path: &Path, wanted: impl Fn(&Value) -> bool) -> Vec<(String, String, String)> {
    let text = fs::read_to_string(path).expect("a corpus");
    let rows = text.lines().map(|line| serde_json::from_str(line).expect("a pair"));
    let field = |row: &Value, name: &str| row[name].as_str().expect("a text").to_owned();
    rows.filter(wanted).map(|row| (field(&row, "id"), field(&row, "en"), field(&row, "zh"))).collect()
}

/// How often each check may report something in 1000 published pairs.
const ALARMS: &[(&str, usize)] = &[
    ("numbers", 1),
    ("number-order", 1),
    ("dates", 1),
    ("weekday", 1),
    ("time-of-day", 1),
    ("percent", 1),
    ("currency-unit", 1),
    ("number-words", 5),
    ("id-tokens", 5),
];

#[test]
fn published_pairs_give_few_alarms() {
    let Some(path) = shared("corpora/D-qa/clean-pairs.jsonl") else { return };
    for tier in ["strict", "human"] {
        let rows = pairs(&path, |row| row["tier"] == tier);
        let all: Vec<_> = rows
            .iter()
            .flat_map(|(id, en, zh)| found(en, zh).into_iter().map(move |(code, evidence)| (code, id, evidence)))
            .collect();
        for (code, most) in ALARMS {
            let fires: Vec<_> = all.iter().filter(|(own, ..)| own == code).collect();
            eprintln!("{tier:<7} {code:<14} {:>3} of {}", fires.len(), rows.len());
            let ids: BTreeSet<_> = fires.iter().map(|(_, id, _)| id).collect();
            assert!(tier != "strict" || ids.len() * 1000 <= most * rows.len(), "{code}: {fires:#?}");
        }
        all.iter().filter(|_| tier == "human").for_each(|fire| eprintln!("{fire:?}"));
    }
}

#[test]
fn changed_numbers_of_published_pairs_are_found() {
    let Some(path) = shared("corpora/D-qa/seeded.jsonl") else { return };
    // A number inside `[^1]` is a label of a footnote, which another check compares.
    let rows = pairs(&path, |row| {
        row["defect"] == "number_changed" && !row["en"].as_str().is_some_and(|text| text.contains("[^"))
    });
    let missed: Vec<_> = rows.iter().filter(|(_, en, zh)| found(en, zh).is_empty()).collect();
    eprintln!("{} of {} changed numbers found", rows.len() - missed.len(), rows.len());
    assert!(missed.len() * 20 <= rows.len(), "{missed:#?}");
}
