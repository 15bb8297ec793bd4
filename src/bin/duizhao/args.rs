//! The command line, as clap sees it. What each command and option does is described in `duizhao.ftl`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use duizhao::finding::Severity;

/// Everything that was asked for.
#[derive(Debug, Parser)]
#[command(name = "duizhao", version, disable_help_subcommand = false)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command understands.
#[derive(Debug, Args)]
pub(crate) struct Global {
    #[arg(long, short = 'C', global = true, value_name = "DIR")]
    pub(crate) workspace: Option<PathBuf>,
    #[arg(long, global = true, value_name = "TAG")]
    pub(crate) locale: Vec<String>,
    #[arg(long, global = true, value_enum, default_value = "human", value_name = "FORMAT")]
    pub(crate) format: Format,
    #[arg(long, short, global = true, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, global = true, value_name = "TAG")]
    pub(crate) lang: Option<String>,
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(crate) color: When,
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,
}

/// How results are written. Which command has which is said in `report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
    Brief,
    Sarif,
    Junit,
    Github,
    Gitlab,
    Markdown,
    Html,
    BadgeJson,
    BadgeSvg,
}

impl Format {
    /// Returns the name on the command line.
    pub(crate) fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// Whether to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(Init),
    Sync(Sync),
    Status(Status),
    Diff(Diff),
    Impact(Impact),
    Check(Check),
    Confirm(Confirm),
    Review(Review),
    Checks(Checks),
    Waive(Waive),
    Prune(Prune),
    Undo(Undo),
    Translate(Translate),
    Glossary(Glossary),
    Build(Build),
    Segments(Segments),
    Roundtrip(Roundtrip),
    Blame(Blame),
    Merge(Merge),
    Explain(Explain),
    Completions(Completions),
    Man(Man),
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub(crate) source: String,
    #[arg(long, value_name = "TAG", default_value = "zh-CN")]
    pub(crate) target: Vec<String>,
    #[arg(long)]
    pub(crate) merge_driver: bool,
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) source_changes: Option<SourceChanges>,
}

/// What a change of the source does to `check` while its translations are behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SourceChanges {
    Fail,
    Advise,
}

#[derive(Debug, Args)]
pub(crate) struct Sync {
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    #[arg(long, value_name = "REVISION")]
    pub(crate) since: Option<String>,
    #[arg(long, conflicts_with = "since")]
    pub(crate) carried: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Impact {
    #[arg(value_name = "OLD", requires = "new", conflicts_with = "base")]
    pub(crate) old: Option<PathBuf>,
    #[arg(value_name = "NEW")]
    pub(crate) new: Option<PathBuf>,
    #[arg(long, value_name = "REVISION")]
    pub(crate) base: Option<String>,
    #[arg(long, value_name = "TAG", requires = "old")]
    pub(crate) source: Option<String>,
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    #[arg(long, value_enum, default_value = "work")]
    pub(crate) profile: Profile,
    #[arg(long, value_enum, default_value = "error", value_name = "SEVERITY")]
    pub(crate) fail_on: FailOn,
    #[arg(long, value_name = "REVISION")]
    pub(crate) base: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    #[arg(long, value_name = "REVISION")]
    pub(crate) changed_since: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["documents", "base", "changed_since", "fix", "fix_unsafe"])]
    pub(crate) pairs: Option<PathBuf>,
    #[arg(long)]
    pub(crate) fix: bool,
    #[arg(long, value_name = "CODE")]
    pub(crate) fix_unsafe: Vec<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// How strict `check` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    Work,
    Release,
}

/// From which severity on `check` fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    /// Returns the least severity that fails; `None` where nothing does.
    pub(crate) fn threshold(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Never => None,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Confirm {
    #[arg(value_name = "ID|DOCUMENT")]
    pub(crate) names: Vec<String>,
    #[arg(long, conflicts_with = "names")]
    pub(crate) all: bool,
    #[arg(long, conflicts_with_all = ["all", "unchanged", "whole"])]
    pub(crate) interactive: bool,
    #[arg(long)]
    pub(crate) unchanged: bool,
    #[arg(long)]
    pub(crate) whole: bool,
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub(crate) by: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Review {
    #[arg(value_name = "ID|DOCUMENT", required_unless_present = "all")]
    pub(crate) names: Vec<String>,
    #[arg(long, conflicts_with = "names")]
    pub(crate) all: bool,
    #[arg(long, value_name = "NAME", required = true, value_parser = name)]
    pub(crate) by: String,
}

#[derive(Debug, Args)]
pub(crate) struct Translate {
    #[arg(value_name = "ID|DOCUMENT")]
    pub(crate) names: Vec<String>,
    #[arg(long)]
    pub(crate) interactive: bool,
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub(crate) by: Option<String>,
}

/// A person's name as it can stand in a comment.
fn name(text: &str) -> Result<String, String> {
    let name = text.trim();
    match name.is_empty() || name.contains(char::is_control) {
        true => Err("a name is one line and not empty".to_owned()),
        false => Ok(name.to_owned()),
    }
}

#[derive(Debug, Args)]
pub(crate) struct Checks {
    #[arg(value_name = "DOCUMENT")]
    pub(crate) document: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Waive {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "CODE")]
    pub(crate) code: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct Prune {
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    #[arg(long)]
    pub(crate) yes: bool,
    #[arg(long, conflicts_with = "documents")]
    pub(crate) orphans: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Undo {
    #[arg(value_name = "NUMBER")]
    pub(crate) number: Option<u64>,
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<String>,
    #[arg(long, conflicts_with_all = ["number", "id"])]
    pub(crate) list: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Glossary {
    #[command(subcommand)]
    pub(crate) command: GlossaryCommand,
}

/// What is to be done with glossaries.
#[derive(Debug, Subcommand)]
pub(crate) enum GlossaryCommand {
    List,
    Check,
    Import(GlossaryImport),
}

#[derive(Debug, Args)]
pub(crate) struct GlossaryImport {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Build {
    #[arg(value_name = "OUTPUT|DOCUMENT")]
    pub(crate) wanted: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) only: Vec<String>,
    #[arg(long)]
    pub(crate) check: bool,
    #[arg(long)]
    pub(crate) force: bool,
    #[arg(long)]
    pub(crate) fallback: bool,
    #[arg(long, conflicts_with = "check")]
    pub(crate) watch: bool,
    #[arg(long, value_enum, value_name = "POLICY")]
    pub(crate) missing: Option<Missing>,
    #[arg(long, value_enum, value_name = "POLICY")]
    pub(crate) stale: Option<Stale>,
    #[arg(long, value_enum, value_name = "POLICY")]
    pub(crate) draft: Option<Draft>,
}

/// What stands for a segment without a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Missing {
    Source,
    Mark,
    Omit,
    Fail,
}

/// What stands for a stale segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stale {
    Keep,
    Mark,
    Source,
    Fail,
}

/// What stands for an unconfirmed segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Draft {
    Use,
    Mark,
    Source,
    Fail,
}

#[derive(Debug, Args)]
pub(crate) struct Segments {
    #[arg(long, value_name = "TAG")]
    pub(crate) source: Option<String>,
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Roundtrip {
    #[arg(long)]
    pub(crate) pseudo: bool,
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Blame {
    #[arg(value_name = "ID|DOCUMENT")]
    pub(crate) names: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Merge {
    #[arg(value_name = "BASE")]
    pub(crate) base: PathBuf,
    #[arg(value_name = "OURS")]
    pub(crate) ours: PathBuf,
    #[arg(value_name = "THEIRS")]
    pub(crate) theirs: PathBuf,
    #[arg(value_name = "PATH", allow_hyphen_values = true)]
    pub(crate) path: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}
