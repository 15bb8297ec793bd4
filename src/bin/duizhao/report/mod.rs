//! Reports: what the commands found out, written for people or for programs.
//!
//! A command hands over one of the values below; a report turns it into text. A new format is one
//! file here and one line in `report`. What a format has no words for it leaves to people's; one for
//! a single kind of result, such as Markdown, has its line in the function of that result.

mod html;
mod human;
mod json;
mod markdown;
mod phrases;
pub(crate) mod task;

use std::collections::{BTreeSet, HashMap};

use duizhao::catalog::How;
use duizhao::finding::{Finding, Message};
use duizhao::impact::Block;
use duizhao::project::blame::Blamed;
use duizhao::project::confirm::ConfirmedSegment;
use duizhao::project::fix::Fixed;
use duizhao::project::since::ChangedSegment;
use duizhao::project::{build, carried, impact, merge, prune, sync, undo};
use duizhao::status::Counts;
use duizhao::text::Span;
use serde::Serialize;

use crate::args::Format;
use crate::ui::Ui;

/// Returns the report in the format that was asked for.
pub(crate) fn report(ui: &Ui) -> Box<dyn Report + '_> {
    match ui.format {
        Format::Json => Box::new(json::Json::new()),
        Format::Human | Format::Html | Format::Markdown => Box::new(human::Human { ui }),
    }
}

/// Returns the report of `diff`, which has more formats than the others.
pub(crate) fn diff(ui: &Ui, diffed: &Diffed) -> String {
    match ui.format {
        Format::Html => html::diff(ui, diffed),
        Format::Markdown => markdown::diff(ui, diffed),
        Format::Human | Format::Json => report(ui).diff(diffed),
    }
}

/// Returns what a change does to translations in the format that was asked for.
pub(crate) fn impact(ui: &Ui, impact: &Impact) -> String {
    match ui.format {
        Format::Markdown => markdown::impact(ui, impact),
        Format::Human | Format::Html | Format::Json => report(ui).impact(impact),
    }
}

/// Turns results into text.
pub(crate) trait Report {
    /// Files that `init` wrote.
    fn init(&self, files: &[String]) -> String;
    /// What `sync` changed, or would change.
    fn sync(&self, synced: &Synced) -> String;
    /// The states of all documents.
    fn status(&self, locales: &[LocaleStatus]) -> String;
    /// The stale segments, and what was carried silently where that was asked for.
    fn diff(&self, diffed: &Diffed) -> String;
    /// The segments whose source changed since a revision.
    fn since(&self, revision: &str, changed: &[ChangedSegment]) -> String;
    /// Who translated and reviewed what.
    fn blame(&self, blamed: &[Blamed]) -> String;
    /// How a merge of two versions of a catalog went.
    fn merge(&self, merged: &Merged) -> String;
    /// What a change does to translations.
    fn impact(&self, impact: &Impact) -> String;
    /// The findings.
    fn check(&self, checked: &Checked) -> String;
    /// What became of the segments that a person confirmed. `done` is the message for those that were taken.
    fn confirm(&self, done: &'static str, confirmed: &[ConfirmedSegment]) -> String;
    /// The repairs that checks would make.
    fn fixes(&self, fixed: &[Fixed]) -> String;
    /// What `prune` removed, or would remove.
    fn prune(&self, pruned: &Pruned) -> String;
    /// What `undo` gave back.
    fn undo(&self, undone: &undo::Undone) -> String;
    /// The operations that `undo` can take back, newest first.
    fn operations(&self, operations: &[undo::Listed]) -> String;
    /// What `build` wrote, or would write.
    fn build(&self, built: &Built) -> String;
    /// The segments of files.
    fn segments(&self, documents: &[SegmentedDocument]) -> String;
    /// Which files came back as they were.
    fn roundtrip(&self, files: &[Roundtrip]) -> String;
}

/// Whether a command wrote what it found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// It did.
    Written,
    /// It only looked (`--check`).
    Looked,
}

/// A sync.
pub(crate) struct Synced {
    pub(crate) mode: Mode,
    pub(crate) report: sync::Report,
}

/// The documents of a locale.
pub(crate) struct LocaleStatus {
    pub(crate) locale: String,
    pub(crate) documents: Vec<(String, Counts)>,
}

/// A merge of two versions of a catalog.
pub(crate) struct Merged {
    /// The catalog.
    pub(crate) path: String,
    pub(crate) report: merge::Report,
}

/// What a `diff` shows.
pub(crate) struct Diffed {
    pub(crate) stale: Vec<Stale>,
    /// With `--carried`.
    pub(crate) carried: Option<Vec<carried::Carried>>,
    /// The source locale of each document with something to show.
    pub(crate) sources: HashMap<String, String>,
}

/// A stale segment.
pub(crate) struct Stale {
    pub(crate) finding: Finding,
    /// The bytes of the translation that likely say what changed.
    pub(crate) likely: Vec<Span>,
}

impl Diffed {
    /// Returns the source locale of a document.
    fn source(&self, document: &str) -> &str {
        self.sources.get(document).map_or("", String::as_str)
    }

    /// Returns the message that sums up the stale segments.
    fn summary(&self) -> Message {
        let documents: BTreeSet<_> = self.stale.iter().map(|stale| &stale.finding.document).collect();
        Message::new("diff-summary").with("count", self.stale.len()).with("documents", documents.len())
    }
}

/// Returns the message that says why a translation was carried silently.
fn why(carried: &carried::Carried) -> Message {
    let id = match carried.how {
        How::Form => "carried-form",
        How::Moved => "carried-moved",
        How::Regrouped => "carried-regrouped",
        How::Returned => "carried-returned",
        How::Reverted => "carried-reverted",
        How::Ignored => "carried-ignored",
        How::Patched => "carried-patched",
    };
    Message::new(id).with("from", carried.from.as_str())
}

/// Cuts a text into runs, each with whether one of `spans` holds it.
fn runs<'t>(text: &'t str, spans: &[Span]) -> Vec<(bool, &'t str)> {
    let mut runs = Vec::new();
    let mut at = 0;
    for span in spans {
        runs.push((false, &text[at..span.start]));
        runs.push((true, &text[span.clone()]));
        at = span.end;
    }
    runs.push((false, &text[at..]));
    runs.retain(|(_, text)| !text.is_empty());
    runs
}

/// What a change does to translations.
pub(crate) enum Impact {
    /// Of one document, whatever its translations are: the new one's path and blocks.
    Document(String, Vec<Block>),
    /// Of a workspace since a revision.
    Workspace(impact::Base, impact::Report),
}

/// A check.
pub(crate) struct Checked {
    pub(crate) findings: Vec<Finding>,
    pub(crate) documents: usize,
}

/// A pruning.
pub(crate) struct Pruned {
    pub(crate) mode: Mode,
    pub(crate) orphans: prune::Orphans,
    pub(crate) plan: prune::Plan,
}

impl Pruned {
    /// Returns whether catalogs without a document went.
    pub(crate) fn took_orphans(&self) -> bool {
        self.mode == Mode::Written && self.orphans == prune::Orphans::Go
    }
}

/// A build.
pub(crate) struct Built {
    pub(crate) mode: Mode,
    pub(crate) report: build::Report,
}

/// A file cut into units. The order of the fields is their order in JSON.
#[derive(Serialize)]
pub(crate) struct SegmentedDocument {
    pub(crate) path: String,
    pub(crate) locale: String,
    pub(crate) units: Vec<SegmentedUnit>,
}

/// A unit of it.
#[derive(Serialize)]
pub(crate) struct SegmentedUnit {
    pub(crate) id: Option<String>,
    pub(crate) kind: &'static str,
    pub(crate) line: usize,
    pub(crate) end_line: usize,
    pub(crate) span: [usize; 2],
    pub(crate) context: Vec<String>,
    pub(crate) segments: Vec<String>,
}

/// A file after its round trip.
pub(crate) struct Roundtrip {
    pub(crate) path: String,
    pub(crate) units: usize,
    /// Whether the bytes are the same; with `--pseudo`, whether the units are.
    pub(crate) identical: bool,
    /// Units whose pseudo-translation could not be put in place: line and text.
    pub(crate) fallbacks: Vec<(usize, String)>,
    /// The line of the first unit that came back other than it went in.
    pub(crate) differs: Option<usize>,
}
