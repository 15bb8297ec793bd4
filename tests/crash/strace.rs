//! Running a command under strace, undisturbed or with one system call made to fail.

use std::fs::{self, File};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::scenario::Scenario;
use crate::trace::MUTATING;

const PATIENCE: Duration = Duration::from_secs(30);

/// What happens at a system call, instead of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The process is killed.
    Kill,
    /// The call fails with this error.
    Error(&'static str),
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The program's exit status, or the signal that it died of.
    pub(crate) status: ExitStatus,
    /// What it said.
    pub(crate) stderr: String,
    /// What strace wrote down.
    pub(crate) trace: String,
}

/// Returns an error that says what to do when there is no strace.
pub(crate) fn find() -> Result<(), String> {
    let found = Command::new("strace").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    match found {
        Ok(status) if status.success() => Ok(()),
        _ => Err("strace is needed for this test and was not found; on Debian: apt-get install strace".to_string()),
    }
}

/// Runs the scenario's command alone.
pub(crate) fn run(scenario: &Scenario, folder: &Path, scratch: &Path) -> Result<Ended, String> {
    let mut command = Command::new((scenario.program)());
    command.args(scenario.arguments);
    finish(command, scenario, folder, scratch)
}

/// Runs it and writes down all its calls that can change a disk.
pub(crate) fn watch(scenario: &Scenario, folder: &Path, scratch: &Path) -> Result<Ended, String> {
    traced(scenario, folder, scratch, MUTATING, None)
}

/// Runs it with a fault at one call: the `when`-th call of this name in each thread.
pub(crate) fn disturb(
    scenario: &Scenario,
    folder: &Path,
    scratch: &Path,
    call: &str,
    when: usize,
    fault: Fault,
) -> Result<Ended, String> {
    let what = match fault {
        Fault::Kill => "signal=KILL".to_string(),
        Fault::Error(name) => format!("error={name}"),
    };
    traced(scenario, folder, scratch, call, Some(format!("inject={call}:{what}:when={when}")))
}

fn traced(
    scenario: &Scenario,
    folder: &Path,
    scratch: &Path,
    calls: &str,
    inject: Option<String>,
) -> Result<Ended, String> {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-y", "-s", "0", "-e", "signal=none"]).arg("-e").arg(format!("trace={calls}"));
    if let Some(inject) = inject {
        strace.arg("-e").arg(inject);
    }
    strace.arg("-o").arg(scratch.join("trace")).arg("--").arg((scenario.program)()).args(scenario.arguments);
    finish(strace, scenario, folder, scratch)
}

fn finish(mut command: Command, scenario: &Scenario, folder: &Path, scratch: &Path) -> Result<Ended, String> {
    let stderr = File::create(scratch.join("stderr")).map_err(|error| error.to_string())?;
    fs::write(scratch.join("input"), scenario.input).map_err(|error| error.to_string())?;
    let input = File::open(scratch.join("input")).map_err(|error| error.to_string())?;
    let _ = fs::remove_file(scratch.join("trace"));
    command.current_dir(folder).stdin(input).stdout(Stdio::null()).stderr(stderr);
    let mut child = command.spawn().map_err(|error| format!("{command:?}: {error}"))?;
    let status = wait(&mut child)?;
    let text = |name: &str| fs::read_to_string(scratch.join(name)).unwrap_or_default();
    Ok(Ended { status, stderr: text("stderr"), trace: text("trace") })
}

fn wait(child: &mut Child) -> Result<ExitStatus, String> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if start.elapsed() > PATIENCE => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("hung for {} s", PATIENCE.as_secs()));
            }
            Ok(None) => thread::sleep(Duration::from_millis(1)),
            Err(error) => return Err(error.to_string()),
        }
    }
}

/// Returns whether the fault met the message about it too: each thread has calls of its own to count.
pub(crate) fn took_the_message(ended: &Ended) -> bool {
    ended.trace.lines().any(|line| line.contains("write(2<") && line.contains("(INJECTED)"))
}

/// Returns whether the fault took place; with threads a call may end up elsewhere.
pub(crate) fn took_place(ended: &Ended, fault: Fault) -> bool {
    match fault {
        // strace dies of the signal its program died of.
        Fault::Kill => ended.status.signal() == Some(9),
        Fault::Error(_) => ended.trace.contains("(INJECTED)"),
    }
}
