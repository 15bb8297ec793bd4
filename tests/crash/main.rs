//! Kills a command at every system call that changes the disk, and fails each of these calls once.
//!
//! `cargo test --test crash -- [--runs N] [--list] [--only NAME] [--self-test]`. After every run each
//! file must hold its old or its new content, a failed call must leave no temporary file, and
//! running the command again must give what an undisturbed run gives. Power cuts cannot be had this
//! way; for them the trace must keep the order rule. `--runs` takes every so many-th of the runs.

mod locked;
mod order;
mod run;
mod scenario;
mod strace;
mod trace;
mod tree;

use std::path::Path;
use std::process::ExitCode;
use std::thread;

use crate::run::{Disturbance, Outcome, Quiet};
use crate::scenario::{SCENARIOS, Scenario, WRITE_OVER, WRONG};

/// How many runs a self-test makes for each way of writing.
const SELF_TEST_RUNS: usize = 60;

#[derive(Debug, Default)]
struct Options {
    runs: Option<usize>,
    only: Option<String>,
    list: bool,
    self_test: bool,
}

#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    passed: usize,
    failed: usize,
    missed: usize,
}

fn main() -> ExitCode {
    match options().and_then(|options| start(&options)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("crash: {message}");
            ExitCode::from(2)
        }
    }
}

fn options() -> Result<Options, String> {
    let mut options = Options::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--list" => options.list = true,
            "--self-test" => options.self_test = true,
            "--only" => options.only = Some(arguments.next().ok_or("--only wants a name")?),
            "--runs" => {
                let runs = arguments.next().and_then(|number| number.parse().ok()).filter(|runs| *runs > 0);
                options.runs = Some(runs.ok_or("--runs wants a number from 1")?);
            }
            other => return Err(format!("unknown argument {other}")),
        }
    }
    Ok(options)
}

fn start(options: &Options) -> Result<bool, String> {
    strace::find()?;
    scenario::build_examples()?;
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    if options.self_test {
        return self_test(scratch.path());
    }
    let chosen: Vec<&Scenario> =
        SCENARIOS.iter().filter(|it| options.only.as_deref().is_none_or(|name| it.name == name)).collect();
    if chosen.is_empty() {
        return Err(format!("no scenario {}", options.only.as_deref().unwrap_or_default()));
    }
    let mut all = Vec::new();
    for scenario in chosen {
        all.push((scenario, watch(scenario, scratch.path())?));
    }
    let total: usize = all.iter().map(|(_, quiet)| quiet.plan.len()).sum();
    if options.list {
        list(&all);
        println!("{total} runs");
        return Ok(true);
    }
    let (mut tally, waited) = thread::scope(|scope| {
        let waiting = scope.spawn(|| locked::check(scratch.path()));
        (check_all(&all, options.runs.unwrap_or(total).min(total), total, scratch.path()), waiting.join())
    });
    match waited.unwrap_or_else(|_| Err("panicked".to_owned())) {
        Ok(()) => tally.passed += 1,
        Err(message) => {
            tally.failed += 1;
            println!("FAILED a second sync: {message}");
        }
    }
    Ok(report(tally))
}

/// Makes `runs` of all `total` runs, evenly spread, and prints what failed.
fn check_all(all: &[(&Scenario, Quiet)], runs: usize, total: usize, scratch: &Path) -> Tally {
    let mut tally = Tally::default();
    let mut before = 0;
    for (scenario, quiet) in all {
        let (counted, messages) = check(quiet, &stride(&quiet.plan, before, runs, total), scratch);
        tally = tally.plus(counted);
        for message in messages {
            println!("FAILED {}: {message}", scenario.name);
        }
        before += quiet.plan.len();
    }
    tally
}

fn watch<'a>(scenario: &'a Scenario, scratch: &Path) -> Result<Quiet<'a>, String> {
    run::watch(scenario, scratch).map_err(|message| format!("{}: {message}", scenario.name))
}

fn list(all: &[(&Scenario, Quiet)]) {
    for (scenario, quiet) in all {
        for disturbance in &quiet.plan {
            println!("{}: {disturbance}", scenario.name);
        }
    }
}

/// Returns the part of a plan that is among `runs` out of `total`, evenly spread; it starts at `before` of them.
fn stride(plan: &[Disturbance], before: usize, runs: usize, total: usize) -> Vec<&Disturbance> {
    let chosen = |i: usize| (i + 1) * runs / total > i * runs / total;
    plan.iter().enumerate().filter(|(i, _)| chosen(before + i)).map(|(_, disturbance)| disturbance).collect()
}

/// Makes the runs and counts; returns what failed as well. The order rule is one check more.
fn check(quiet: &Quiet, chosen: &[&Disturbance], scratch: &Path) -> (Tally, Vec<String>) {
    let mut tally = Tally::default();
    let mut messages: Vec<String> = quiet.violations.iter().map(|it| format!("order: {it}")).collect();
    if messages.is_empty() {
        tally.passed += 1
    } else {
        tally.failed += 1
    }
    for (disturbance, outcome) in chosen.iter().zip(run::disturb_all(quiet, chosen, scratch)) {
        match outcome {
            Outcome::Passed => tally.passed += 1,
            Outcome::Missed => tally.missed += 1,
            Outcome::Failed(message) => {
                tally.failed += 1;
                messages.push(format!("{disturbance}: {}", message.trim_end()));
            }
        }
    }
    (tally, messages)
}

impl Tally {
    fn plus(self, other: Tally) -> Tally {
        Tally {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            missed: self.missed + other.missed,
        }
    }
}

/// Prints the summary. A run whose fault did not take place shows nothing; many such make the test worthless.
fn report(tally: Tally) -> bool {
    let Tally { passed, failed, missed } = tally;
    let missed_too = if missed > 0 { format!(", {missed} not reached") } else { String::new() };
    println!("{passed} passed, {failed} failed{missed_too}");
    failed == 0 && missed * 10 <= passed
}

/// Shows that the harness can tell: right writing passes, each wrong way of writing fails.
fn self_test(scratch: &Path) -> Result<bool, String> {
    let mut told = true;
    for (scenario, is_right) in std::iter::once((&WRITE_OVER, true)).chain(WRONG.iter().map(|it| (it, false))) {
        let quiet = watch(scenario, scratch)?;
        let chosen = stride(&quiet.plan, 0, SELF_TEST_RUNS.min(quiet.plan.len()), quiet.plan.len());
        let (tally, messages) = check(&quiet, &chosen, scratch);
        let first = messages.first().map(|it| format!(", such as: {it}")).unwrap_or_default();
        println!("{}: {} passed, {} failed{first}", scenario.name, tally.passed, tally.failed);
        told &= tally.passed > 0 && (tally.failed == 0) == is_right;
    }
    println!("self-test {}", if told { "passed" } else { "failed: the harness cannot tell" });
    Ok(told)
}
