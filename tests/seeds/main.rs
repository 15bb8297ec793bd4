//! Slips seeded into good translations: how many of them the checks find, and how often the checks speak where
//! nothing is wrong. `make bench-checks` prints the table, which stands in `docs/checks.md`.
//!
//! `MISSED="5 16a"` prints what was not found of these operators.

mod clean;
mod marks;
mod markup;
mod measure;
mod numbers;
mod operators;
mod slip;
mod store;
mod table;
mod words;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use clean::World;
use duizhao::finding::Severity;
use measure::{Score, reported, scores};
use operators::{Aim, OPERATORS, SHORTFALLS};
use table::{GATE, gate, per_thousand};

const BEGIN: &str = "<!-- Measured: SNAPSHOTS=overwrite cargo test --test seeds -->\n";
const END: &str = "<!-- Measured up to here -->\n";

/// All in one test: measuring is what takes the time.
#[test]
fn slips_are_found_and_good_translations_left_alone() {
    let world = World::load();
    let scores = scores(&world, OPERATORS);
    let table = table::table(&world, &scores);
    println!("{table}");
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        reported(&world, severity).iter().for_each(|alarm| println!("{} {alarm}", severity.name()));
    }
    print_missed(&scores);
    let wrong = wrong(&world, &scores);
    assert!(wrong.is_empty(), "{wrong:#?}");
    compare(&table);
}

fn print_missed(scores: &HashMap<&str, Score>) {
    let wanted = std::env::var("MISSED").unwrap_or_default();
    for number in wanted.split(' ').filter(|number| scores.contains_key(number)) {
        println!("\n{number}");
        scores[number].missed.iter().for_each(|missed| println!("  {missed}"));
    }
}

/// Which aims are not met.
fn wrong(world: &World, scores: &HashMap<&str, Score>) -> Vec<String> {
    let mut wrong = Vec::new();
    for operator in OPERATORS {
        let (score, number) = (&scores[operator.number], operator.number);
        let recall = score.recall();
        let least = match (&operator.aim, operator.shortfall()) {
            (Aim::Found(aim), Some(shortfall)) => {
                if recall >= *aim {
                    wrong.push(format!("{number}: {recall:.1} % reaches the aim, it is no shortfall"));
                }
                shortfall.floor
            }
            (Aim::Found(aim), None) => *aim,
            _ => 0.0,
        };
        let spoken = matches!(operator.aim, Aim::Silent) && score.found > 0;
        if score.tried == 0 || recall < least || spoken {
            wrong.push(format!("{number} {}: {recall:.1} % of {}, aim {least}", operator.name, score.tried));
        }
        let alarms = per_thousand(world, score.alarms);
        if operator.alarms.is_some_and(|most| alarms > most) {
            wrong.push(format!("{number} {}: {alarms:.1} alarms", operator.name));
        }
    }
    let gate = gate(world, scores);
    if gate.recall < GATE.recall || gate.errors > GATE.errors || gate.warnings > GATE.warnings {
        wrong.push(format!("the gate: {:.1} %, {:.1} errors, {:.1} warnings", gate.recall, gate.errors, gate.warnings));
    }
    let known = |number: &str| OPERATORS.iter().any(|operator| operator.number == number);
    wrong.extend(SHORTFALLS.iter().filter(|it| !known(it.number)).map(|it| format!("no operator {}", it.number)));
    wrong
}

/// Holds the document to what was measured.
fn compare(table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    let text = fs::read_to_string(&path).expect("the document");
    let (before, rest) = text.split_once(BEGIN).expect("the beginning of the table");
    let (shown, after) = rest.split_once(END).expect("the end of the table");
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        fs::write(path, format!("{before}{BEGIN}{table}{END}{after}")).expect("written");
    } else {
        let diff = similar::TextDiff::from_lines(shown, table);
        assert!(shown == table, "docs/checks.md is behind:\n{}", diff.unified_diff().context_radius(0));
    }
}
