//! Published translations, and the same with one slip put into each: how often the checks speak of the first, and how
//! many of the second they find. `make score` prints it in full.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use duizhao::checks::{Profile, Settings};
use duizhao::finding::{Finding, Severity};
use duizhao::glossary::Glossary;
use duizhao::project::pairs::{self, Rules};
use serde_json::Value;

use crate::material::{json_values, shared};

/// At most so many errors, and errors and warnings, on 1000 good pairs.
const ERRORS: usize = 5;
const WARNINGS: usize = 20;

/// At least so many slips of 100, in all and of each kind.
const FOUND: usize = 95;
const OF_A_KIND: usize = 90;

/// What no check can be sure of in a text that is not cut into sentences: these are counted in all, and not each.
const TOLD: [&str; 2] = ["negation_dropped", "sentence_dropped"];

/// Returns the errors and warnings about the pairs of a file.
fn grave(path: &Path) -> Vec<Finding> {
    let rules = Rules {
        settings: Settings::default(),
        glossary: Glossary::default(),
        locale: "zh-CN".to_owned(),
        profile: Profile::Work,
    };
    let (findings, _) = pairs::check(path, &rules).expect("pairs");
    findings.into_iter().filter(|finding| finding.severity != Severity::Info).collect()
}

/// The checks that spoke of each pair.
fn codes(findings: Vec<Finding>) -> HashMap<String, HashSet<&'static str>> {
    let mut codes: HashMap<String, HashSet<&str>> = HashMap::new();
    for finding in findings {
        codes.entry(finding.pair.expect("a pair")).or_default().insert(finding.code);
    }
    codes
}

fn text<'v>(row: &'v Value, field: &str) -> &'v str {
    row[field].as_str().expect("a text")
}

#[test]
fn published_translations_give_few_alarms_and_slips_in_them_are_found() {
    let Some(clean) = shared("corpora/D-qa/clean-pairs.jsonl") else { return };
    let Some(seeded) = shared("corpora/D-qa/seeded.jsonl") else { return };
    let mut findings = grave(&clean);
    let rows = json_values(&clean);
    // In the others numbers, links or code differ: there is something to say about them.
    let strict: HashSet<&str> = rows.iter().filter(|row| row["tier"] == "strict").map(|row| text(row, "id")).collect();
    let all = findings.clone();
    findings.retain(|finding| finding.pair.as_deref().is_some_and(|pair| strict.contains(pair)));
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    assert!(errors * 1000 <= ERRORS * strict.len(), "{errors} errors on {} pairs", strict.len());
    assert!(findings.len() * 1000 <= WARNINGS * strict.len(), "{} findings on {} pairs", findings.len(), strict.len());

    let (before, after) = (codes(all), codes(grave(&seeded)));
    let mut kinds: HashMap<String, [usize; 2]> = HashMap::new();
    for row in json_values(&seeded) {
        let none = HashSet::new();
        let known = before.get(text(&row, "of")).unwrap_or(&none);
        let found = after.get(text(&row, "id")).is_some_and(|codes| codes.iter().any(|code| !known.contains(code)));
        let count = kinds.entry(text(&row, "defect").to_owned()).or_default();
        *count = [count[0] + usize::from(found), count[1] + 1];
    }
    let [found, tried] = kinds.values().fold([0, 0], |sum, count| [sum[0] + count[0], sum[1] + count[1]]);
    assert!(found * 100 >= FOUND * tried, "{found} of {tried}: {kinds:?}");
    for (kind, [found, tried]) in kinds {
        assert!(TOLD.contains(&kind.as_str()) || found * 100 >= OF_A_KIND * tried, "{kind}: {found} of {tried}");
    }
}
