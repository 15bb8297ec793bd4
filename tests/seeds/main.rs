//! Slips seeded into good translations: how many of them the checks find, and how often the checks speak where
//! nothing is wrong. `make bench-checks` prints the table, which stands in `docs/checks.md`.

mod clean;
mod markup;
mod marks;
mod measure;
mod numbers;
mod operators;
mod slip;
mod store;
mod words;

use clean::World;
use operators::{Aim, OPERATORS};

#[test]
fn slips_are_found_as_often_as_is_aimed_at() {
    let world = World::load();
    let scores = measure::scores(&world, OPERATORS);
    eprintln!("{} pairs", world.pairs.len());
    for severity in [duizhao::finding::Severity::Error, duizhao::finding::Severity::Warning, duizhao::finding::Severity::Info] {
        measure::reported(&world, severity).iter().for_each(|alarm| eprintln!("  {} {alarm}", severity.name()));
    }
    for operator in OPERATORS {
        let score = &scores[operator.number];
        let aim = match operator.aim { Aim::Found(aim) => aim, Aim::Silent => 0.0, Aim::Told => -1.0 };
        eprintln!("{:<4} {:<42} {:>4} {:>6.1} {:>6.1} {:>6.1} {:>3}", operator.number, operator.name, score.tried, score.recall(), measure::share(score.noticed, score.tried), aim, score.alarms);
        if std::env::var("MISSED").is_ok_and(|numbers| numbers.split(' ').any(|number| number == operator.number)) {
            score.missed.iter().for_each(|missed| eprintln!("  {missed}"));
        }
    }
}
