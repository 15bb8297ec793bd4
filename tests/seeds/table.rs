//! The table of what was measured, as it stands in `docs/checks.md`.

use std::collections::HashMap;
use std::fmt::Write;

use duizhao::finding::Severity;

use crate::clean::World;
use crate::measure::{Score, reported, share};
use crate::operators::{Aim, OPERATORS, Operator, SHORTFALLS, Seed, Shortfall};

/// What the checks do as one gate.
pub(crate) struct Gate {
    /// The share of the slips found that the gate is there for, in percent.
    pub(crate) recall: f64,
    /// Errors and warnings on 1000 clean pairs.
    pub(crate) errors: f64,
    pub(crate) warnings: f64,
}

pub(crate) const GATE: Gate = Gate { recall: 98.0, errors: 5.0, warnings: 20.0 };

/// The operators whose slips nobody may publish.
const GRAVE: [u32; 21] = [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 18, 20, 21, 23, 30, 33];
const ENCODING: u32 = 35;

impl Operator {
    pub(crate) fn shortfall(&self) -> Option<&'static Shortfall> {
        SHORTFALLS.iter().find(|shortfall| shortfall.number == self.number)
    }

    /// Whether the gate is there for it.
    fn is_grave(&self) -> bool {
        let number: u32 = self.number.trim_end_matches(|ch: char| ch.is_ascii_lowercase()).parse().expect("a number");
        (GRAVE.contains(&number) || number == ENCODING) && matches!(self.aim, Aim::Found(_))
    }
}

/// How many of 1000 clean pairs.
pub(crate) fn per_thousand(world: &World, count: usize) -> f64 {
    10.0 * share(count, world.pairs.len())
}

pub(crate) fn gate(world: &World, scores: &HashMap<&str, Score>) -> Gate {
    let grave = || OPERATORS.iter().filter(|operator| operator.is_grave()).map(|operator| &scores[operator.number]);
    let found = grave().map(|score| score.found).sum();
    let alarms = |severity| per_thousand(world, reported(world, severity).len());
    Gate {
        recall: share(found, grave().map(|score| score.tried).sum()),
        errors: alarms(Severity::Error),
        warnings: alarms(Severity::Warning),
    }
}

/// Returns the table in Markdown, with the shortfalls below it.
pub(crate) fn table(world: &World, scores: &HashMap<&str, Score>) -> String {
    let mut out = format!("{} pairs.\n\n", world.pairs.len());
    out += "| no. | slip | reported by | tried | found | any | aim | alarms | aim |\n";
    out += "|---|---|---|--:|--:|--:|--:|--:|--:|\n";
    for operator in OPERATORS {
        out += &row(world, operator, &scores[operator.number]);
    }
    let gate = gate(world, scores);
    let _ = write!(
        out,
        "\nAs one gate the checks find {:.1} % of the slips that must not be published (1–8, 10–16, 18, 20, 21, 23, 30, 33 and 35; aim {} %).\n\
         On 1000 good pairs that is {:.1} errors (aim {}) and {:.1} warnings (aim {}).\n",
        gate.recall, GATE.recall, gate.errors, GATE.errors, gate.warnings, GATE.warnings,
    );
    if !SHORTFALLS.is_empty() {
        out += "\nWhere the aim is not reached:\n\n| no. | least | why |\n|---|--:|---|\n";
    }
    for Shortfall { number, floor, why } in SHORTFALLS {
        let _ = writeln!(out, "| {number} | {floor} % | {why} |");
    }
    out
}

fn row(world: &World, operator: &Operator, score: &Score) -> String {
    let codes: Vec<String> = operator.expected.iter().map(|code| format!("`{code}`")).collect();
    let codes = match (codes.is_empty(), &operator.seed) {
        (false, _) => codes.join(", "),
        (true, Seed::Stored(_)) => "any finding".to_owned(),
        (true, _) => "any error or warning".to_owned(),
    };
    let aim = match operator.aim {
        Aim::Found(aim) => format!("{aim} %"),
        Aim::Silent => "silent".to_owned(),
        Aim::Told => "–".to_owned(),
    };
    let (alarms, most) = match operator.alarms {
        Some(most) => (format!("{:.1}", per_thousand(world, score.alarms)), format!("{most}")),
        None => ("–".to_owned(), "–".to_owned()),
    };
    format!(
        "| {} | {} | {codes} | {} | {:.1} % | {:.1} % | {aim} | {alarms} | {most} |\n",
        operator.number,
        operator.name,
        score.tried,
        score.recall(),
        share(score.noticed, score.tried),
    )
}
