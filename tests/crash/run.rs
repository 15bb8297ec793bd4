//! The runs of a scenario: undisturbed first, then once for every call and every fault.

use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

use crate::scenario::Scenario;
use crate::strace::{self, Ended, Fault};
use crate::tree::{self, Leftovers, Tree};
use crate::{order, trace};

/// What a scenario does when nothing disturbs it, and where it can be disturbed.
pub(crate) struct Quiet<'a> {
    scenario: &'a Scenario,
    old: Tree,
    new: Tree,
    /// How the first run and one with nothing left to do end.
    statuses: [Option<i32>; 2],
    /// What breaks the order rule.
    pub(crate) violations: Vec<String>,
    /// Every call with every fault that it can have.
    pub(crate) plan: Vec<Disturbance>,
}

/// One run's fault.
#[derive(Debug, Clone)]
pub(crate) struct Disturbance {
    call: String,
    when: usize,
    fault: Fault,
    path: String,
}

impl std::fmt::Display for Disturbance {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let fault = match self.fault {
            Fault::Kill => "KILL",
            Fault::Error(name) => name,
        };
        write!(f, "{fault} at {} {} ({})", self.call, self.when, self.path)
    }
}

/// What came of a disturbed run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All rules held.
    Passed,
    /// The call was not made; with several threads that can happen.
    Missed,
    /// What was wrong.
    Failed(String),
}

/// Runs a scenario undisturbed, three times: for its trace, for its result, and for what it does when all is done.
pub(crate) fn watch<'a>(scenario: &'a Scenario, scratch: &Path) -> Result<Quiet<'a>, String> {
    let folder = fresh(scratch, "quiet")?;
    (scenario.prepare)(&folder);
    let old = tree::take(&folder, &[]);
    let ended = strace::watch(scenario, &folder, scratch)?;
    let new = tree::take(&folder, scenario.volatile);
    if let Some(path) = new.keys().find(|path| tree::is_temporary(path)) {
        return Err(format!("an undisturbed run leaves {path}"));
    }
    let calls = trace::parse(&ended.trace, &folder);
    if calls.is_empty() {
        return Err(format!("changes nothing, or cannot be traced here: {}", ended.stderr));
    }
    (scenario.after)(&folder)?;
    let again = strace::run(scenario, &folder, scratch)?;
    if scenario.settles {
        tree::same(&tree::take(&folder, scenario.volatile), &new).map_err(|it| format!("a second run: {it}"))?;
    }
    tree::put(&old, &folder);
    strace::run(scenario, &folder, scratch)?;
    tree::same(&tree::take(&folder, scenario.volatile), &new).map_err(|it| format!("not the same every time: {it}"))?;
    let violations = order::violations(&calls, &old, &folder, scenario);
    let plan = calls.iter().flat_map(|call| plan(call, &folder)).collect();
    Ok(Quiet { scenario, old, new, statuses: [ended.status.code(), again.status.code()], violations, plan })
}

fn fresh(scratch: &Path, name: &str) -> Result<PathBuf, String> {
    let folder = scratch.join(name);
    tree::put(&Tree::new(), &folder);
    fs::canonicalize(folder).map_err(|error| error.to_string())
}

fn plan(call: &trace::Call, folder: &Path) -> Vec<Disturbance> {
    let path = call.paths.last().map(|path| path.strip_prefix(folder).unwrap_or(path).display().to_string());
    let path = path.unwrap_or_default();
    let faults = std::iter::once(Fault::Kill).chain(errors(&call.name).iter().map(|name| Fault::Error(name)));
    faults.map(|fault| Disturbance { call: call.name.clone(), when: call.when, fault, path: path.clone() }).collect()
}

/// Returns the errors that a call can plausibly give. A descriptor open for writing is not on a read-only disk.
fn errors(call: &str) -> &'static [&'static str] {
    let by_descriptor = call.contains("write") || call.contains("sync") || call.starts_with("ft");
    if by_descriptor { &["ENOSPC", "EIO", "EDQUOT", "EINTR"] } else { &["ENOSPC", "EIO", "EDQUOT", "EROFS", "EINTR"] }
}

/// Makes the disturbed runs, a few at a time, and returns what came of each in order.
pub(crate) fn disturb_all(quiet: &Quiet, chosen: &[&Disturbance], scratch: &Path) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for worker in 0..workers {
            let (next, outcomes) = (&next, &outcomes);
            let scratch = scratch.join(format!("worker-{worker}"));
            scope.spawn(move || {
                fs::create_dir_all(&scratch).unwrap();
                while let Some((i, disturbance)) = take_next(next, chosen) {
                    let outcome = disturb(quiet, disturbance, &scratch).unwrap_or_else(Outcome::Failed);
                    outcomes.lock().unwrap().push((i, outcome));
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().unwrap();
    outcomes.sort_by_key(|(i, _)| *i);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

fn take_next<'a>(next: &AtomicUsize, chosen: &[&'a Disturbance]) -> Option<(usize, &'a Disturbance)> {
    let i = next.fetch_add(1, Ordering::Relaxed);
    chosen.get(i).map(|disturbance| (i, *disturbance))
}

fn disturb(quiet: &Quiet, disturbance: &Disturbance, scratch: &Path) -> Result<Outcome, String> {
    let Quiet { scenario, old, new, .. } = quiet;
    let folder = fresh(scratch, "run")?;
    tree::put(old, &folder);
    let Disturbance { call, when, fault, .. } = disturbance;
    let ended = strace::disturb(scenario, &folder, scratch, call, *when, *fault)?;
    if !strace::took_place(&ended, *fault) {
        return Ok(Outcome::Missed);
    }
    judge(quiet, disturbance, &ended, &tree::take(&folder, scenario.volatile))?;
    (scenario.after)(&folder)?;
    if !scenario.settles && tree::same(&tree::take(&folder, scenario.volatile), new).is_ok() {
        return Ok(Outcome::Passed);
    }
    let recovered = strace::run(scenario, &folder, scratch)?;
    tree::same(&tree::take(&folder, scenario.volatile), new).map_err(|it| format!("after recovery: {it}"))?;
    if !quiet.statuses.contains(&recovered.status.code()) {
        return Err(format!("recovery ended with {}: {}", recovered.status, recovered.stderr));
    }
    (scenario.after)(&folder)?;
    Ok(Outcome::Passed)
}

/// Checks what a disturbed run left and how it ended.
fn judge(quiet: &Quiet, disturbance: &Disturbance, ended: &Ended, now: &Tree) -> Result<(), String> {
    let leftovers = if disturbance.fault == Fault::Kill { Leftovers::Allowed } else { Leftovers::Refused };
    let mut old = quiet.old.clone();
    old.retain(|path, _| !tree::is_volatile(path, quiet.scenario.volatile));
    tree::torn(now, &old, &quiet.new, leftovers)?;
    if disturbance.fault == Fault::Kill {
        return Ok(());
    }
    match ended.status.code() {
        None => Err(format!("died of signal {:?}: {}", ended.status.signal(), ended.stderr)),
        Some(101) => Err(format!("panicked: {}", ended.stderr)),
        code if code == quiet.statuses[0]
            && must_be_reported(disturbance, quiet.scenario)
            && (quiet.scenario.input.is_empty() || ended.stderr.trim().is_empty()) =>
        {
            Err("ended well although the content may not be on the medium".to_string())
        }
        code if code == quiet.statuses[0] => {
            // What an earlier, killed run left is removed when that can be done; work does not wait for it.
            let mut now = now.clone();
            now.retain(|path, _| !(tree::is_temporary(path) && old.contains_key(path)));
            tree::same(&now, &quiet.new).map_err(|it| format!("ended well, but {it}"))
        }
        _ if ended.stderr.trim().is_empty() && !strace::took_the_message(ended) => {
            Err("failed and said nothing".to_string())
        }
        _ => Ok(()),
    }
}

/// Returns whether a fault is a failed fsync of people's work. Another attempt proves nothing: after an
/// error the system takes the pages for clean.
fn must_be_reported(disturbance: &Disturbance, scenario: &Scenario) -> bool {
    matches!(disturbance.call.as_str(), "fsync" | "fdatasync" | "syncfs")
        && disturbance.fault != Fault::Error("EINTR")
        && !order::is_exempt(&disturbance.path, scenario)
}
