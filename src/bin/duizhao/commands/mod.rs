//! The commands, a file each: they open the workspace, call the library and hand the result to a report.

mod blame;
mod build;
mod check;
mod checks;
mod completions;
mod confirm;
mod diff;
mod explain;
mod glossary;
mod impact;
mod init;
mod limits;
mod man;
mod merge;
mod prune;
mod roundtrip;
mod segments;
mod session;
mod status;
mod sync;
mod translate;
mod undo;
mod waive;
mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use duizhao::finding::Message;
use duizhao::project::Workspace;

use crate::args::{Arguments, Command, Format, Global};
use crate::failure::Failure;
use crate::report;
use crate::ui::Ui;

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to complain about.
    Clean,
    /// There is something that was asked to fail on.
    Findings,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
        })
    }
}

impl Outcome {
    /// Returns whether there is something to fail on.
    fn failing(failing: bool) -> Outcome {
        if failing { Outcome::Findings } else { Outcome::Clean }
    }
}

/// Runs a command. `command` is the whole command line as clap knows it, for its manual and completions.
pub(crate) fn run(arguments: &Arguments, command: clap::Command, ui: &Ui) -> Result<Outcome, Failure> {
    let global = &arguments.global;
    check_format(&arguments.command, global.format)?;
    match &arguments.command {
        Command::Init(own) => init::run(own, global, ui),
        Command::Sync(own) => sync::run(own, global, ui),
        Command::Status(own) => status::run(own, global, ui),
        Command::Diff(own) => diff::run(own, global, ui),
        Command::Impact(own) => impact::run(own, global, ui),
        Command::Check(own) => check::run(own, global, ui),
        Command::Confirm(own) => confirm::confirm(own, global, ui),
        Command::Review(own) => confirm::review(own, global, ui),
        Command::Checks(own) => checks::run(own, global, ui),
        Command::Waive(own) => waive::run(own, global, ui),
        Command::Prune(own) => prune::run(own, global, ui),
        Command::Undo(own) => undo::run(own, global, ui),
        Command::Translate(own) => translate::run(own, global, ui),
        Command::Glossary(own) => glossary::run(own, global, ui),
        Command::Build(own) if own.watch => watch::run(own, global, ui),
        Command::Build(own) => build::run(own, global, ui),
        Command::Segments(own) => segments::run(own, global, ui),
        Command::Roundtrip(own) => roundtrip::run(own, global, ui),
        Command::Blame(own) => blame::run(own, global, ui),
        Command::Merge(own) => merge::run(own, ui),
        Command::Explain(own) => explain::run(own, ui),
        Command::Completions(own) => completions::run(own, command, ui),
        Command::Man(own) => man::run(own, command, ui),
    }
}

/// Says that a command has no such format. Reports for people are not dressed up as pages.
fn check_format(command: &Command, format: Format) -> Result<(), Failure> {
    let known = match command {
        Command::Diff(own) if own.since.is_none() => report::formats(report::DIFF),
        Command::Impact(_) => report::formats(report::IMPACT),
        Command::Check(_) => report::formats(report::CHECK),
        Command::Status(_) => report::formats(report::STATUS),
        Command::Translate(_) => vec![Format::Human],
        _ => report::EVERYWHERE.to_vec(),
    };
    if known.contains(&format) {
        return Ok(());
    }
    let known = known.iter().map(|format| format.name()).collect::<Vec<_>>().join(", ");
    Err(Message::new("error-format").with("format", format.name()).with("known", known).into())
}

/// Returns the folder that was asked for, else the current one.
fn folder(global: &Global) -> PathBuf {
    global.workspace.clone().unwrap_or_else(|| PathBuf::from("."))
}

/// Opens the workspace of the folder that was asked for.
fn open(global: &Global, ui: &Ui) -> Result<Workspace, Failure> {
    let workspace = Workspace::open(&folder(global))?.watched(ui.watch());
    for locale in &global.locale {
        if !workspace.config.targets.contains(locale) {
            let known = workspace.config.targets.join(", ");
            return Err(Message::new("error-unknown-locale")
                .with("locale", locale.as_str())
                .with("known", known)
                .into());
        }
    }
    if workspace.documents.is_empty() {
        ui.hint(&Message::new("hint-no-documents"));
    }
    Ok(workspace)
}

/// Returns the documents that `names` select. A name is a path from the current folder or from the
/// workspace, or a glob.
fn select(workspace: &Workspace, names: &[String]) -> Result<Vec<String>, Failure> {
    let names: Vec<String> = names.iter().map(|name| relative(workspace, name)).collect();
    Ok(workspace.selected(&names)?)
}

/// Returns a document's path as the workspace shows it; any other name as it is.
fn relative(workspace: &Workspace, name: &str) -> String {
    let path = inside(workspace, Path::new(name));
    path.filter(|path| workspace.documents.contains(path)).unwrap_or_else(|| name.to_owned())
}

/// Returns the path of a file from the workspace's folder, with `/`, where it lies inside.
fn inside(workspace: &Workspace, file: &Path) -> Option<String> {
    let file = file.canonicalize().ok()?;
    let inside = file.strip_prefix(workspace.root.path()).ok()?;
    Some(inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"))
}
