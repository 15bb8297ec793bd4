//! Applies the operators and counts: how many slips are found, and how often the checks speak without one.

use std::collections::HashMap;

use duizhao::finding::Severity;

use crate::clean::{Clean, Found, World};
use crate::operators::{Operator, Seed};
use crate::slip::Slip;
use crate::store::Stored;

/// So many instances of an operator at most.
const MOST: usize = 300;
const SEED: u64 = 20_201_107;

/// What was measured of one operator.
pub(crate) struct Score {
    /// The slips tried.
    pub(crate) tried: usize,
    /// Those that an expected check reports where they are.
    pub(crate) found: usize,
    /// Those about which anything new is reported, anywhere.
    pub(crate) noticed: usize,
    /// The clean pairs about which an expected check reports something.
    pub(crate) alarms: usize,
    /// What was not found, for people.
    pub(crate) missed: Vec<String>,
}

impl Score {
    /// The share found, in percent.
    pub(crate) fn recall(&self) -> f64 {
        share(self.found, self.tried)
    }
}

pub(crate) fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// A slip that was made of a pair.
enum Made<'w> {
    Slip(&'w Clean, Slip),
    Stored(Stored),
}

/// Returns the score of an operator.
pub(crate) fn score(world: &World, operator: &Operator) -> Score {
    let mut score =
        Score { tried: 0, found: 0, noticed: 0, alarms: alarms(world, operator.expected), missed: Vec::new() };
    for made in chosen(slips(world, operator)) {
        score.tried += 1;
        let [found, noticed] = judged(world, operator, &made);
        score.found += usize::from(found);
        score.noticed += usize::from(noticed);
        if !found {
            score.missed.push(match made {
                Made::Slip(clean, slip) => {
                    let said = world.new_faults(clean, &slip.target, None);
                    let said: Vec<String> = said
                        .iter()
                        .map(|found| format!("{} {:?} {:?}", found.code, found.evidence, found.span))
                        .collect();
                    let clip = |text: &str| text.chars().take(120).collect::<String>();
                    let near = slip
                        .target
                        .char_indices()
                        .filter(|(at, _)| at + 40 > slip.span.start && *at < slip.span.end + 30);
                    format!(
                        "{}\n    {}\n    {}",
                        clip(&clean.source),
                        near.map(|(_, ch)| ch).take(150).collect::<String>(),
                        said.join(", ")
                    )
                }
                Made::Stored(stored) => format!("{stored:?}"),
            });
        }
    }
    score
}

/// Whether a slip is found by an expected check where it is, and whether anything is reported.
fn judged(world: &World, operator: &Operator, made: &Made<'_>) -> [bool; 2] {
    let expected = operator.expected;
    match made {
        Made::Stored(stored) => {
            let found = stored.found(world);
            let is_expected = |code| expected.is_empty() || expected.contains(&code);
            [found.iter().any(|finding| is_expected(finding.code)), !found.is_empty()]
        }
        Made::Slip(clean, slip) => {
            // The checks of something that is not there have no place to tell.
            let is_here = |found: &Found| found.span.as_ref().is_none_or(|span| slip.touches(span));
            if !expected.is_empty() && world.new_faults(clean, &slip.target, Some(expected)).iter().any(is_here) {
                return [true, true];
            }
            let all = world.new_faults(clean, &slip.target, None);
            let grave = |found: &Found| found.severity != Severity::Info;
            [expected.is_empty() && all.iter().any(grave), !all.is_empty()]
        }
    }
}

/// All slips that an operator can make, those left out that change nothing.
fn slips<'w>(world: &'w World, operator: &Operator) -> Vec<Made<'w>> {
    let mut all = Vec::new();
    for clean in &world.pairs {
        let slips = match &operator.seed {
            Seed::Target(of) => of(&clean.target),
            Seed::Pair(of) => of(world, clean),
            Seed::Stored(of) => {
                all.extend(of(world, clean).into_iter().map(Made::Stored));
                continue;
            }
        };
        all.extend(slips.into_iter().filter(|slip| slip.target != clean.target).map(|slip| Made::Slip(clean, slip)));
    }
    all
}

/// Draws as many as are wanted, the same each time.
fn chosen<T>(mut all: Vec<T>) -> Vec<T> {
    let mut state = SEED;
    for at in 0..all.len().min(MOST) {
        let other = at + (next(&mut state) % (all.len() - at) as u64) as usize;
        all.swap(at, other);
    }
    all.truncate(MOST);
    all
}

/// The next number of splitmix64.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// How many clean pairs one of these checks says something about.
pub(crate) fn alarms(world: &World, codes: &[&str]) -> usize {
    world.pairs.iter().filter(|clean| clean.known().any(|code| codes.contains(&code))).count()
}

/// What is reported about the clean pairs at a severity: code, evidence and translation.
pub(crate) fn reported(world: &World, severity: Severity) -> Vec<String> {
    let mut reported = Vec::new();
    for clean in &world.pairs {
        let all = world.all(clean, &clean.views[1]).into_iter().filter(|found| found.severity == severity);
        reported.extend(all.map(|found| format!("{}: {} | {}", found.code, found.evidence, clean.target)));
    }
    reported
}

/// Scores of all operators, by number.
pub(crate) fn scores<'o>(world: &World, operators: &'o [Operator]) -> HashMap<&'o str, Score> {
    // Two halves: as many as there are cores on a small machine.
    let (left, right) = operators.split_at(operators.len() / 2);
    let of = |operators: &'o [Operator]| {
        operators.iter().map(|operator| (operator.number, score(world, operator))).collect::<Vec<_>>()
    };
    std::thread::scope(|scope| {
        let left = scope.spawn(|| of(left));
        let right = of(right);
        left.join().expect("no panic").into_iter().chain(right).collect()
    })
}
