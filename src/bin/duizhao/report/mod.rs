//! Reports: what the commands found out, written for people or for programs.
//!
//! A command hands over one of the values below; a report turns it into text. A new format is one
//! file here and one line in `report`. What a format has no words for it leaves to people's; one for
//! a single kind of result, such as Markdown, has its line in the function of that result.

mod badge;
mod brief;
mod excerpt;
mod github;
mod gitlab;
mod html;
mod human;
mod json;
mod junit;
mod markdown;
mod phrases;
mod sarif;
pub(crate) mod task;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap, HashSet};

use duizhao::catalog::How;
use duizhao::finding::{Finding, Message, Place, Severity};
use duizhao::glossary::{Term, Wish};
use duizhao::impact::Block;
use duizhao::project::blame::Blamed;
use duizhao::project::confirm::ConfirmedSegment;
use duizhao::project::fix::Fixed;
use duizhao::project::since::ChangedSegment;
use duizhao::project::terms::Imported;
use duizhao::project::{build, carried, impact, merge, prune, sync, undo};
use duizhao::status::Counts;
use duizhao::text::Span;
use serde::Serialize;

pub(crate) use excerpt::Excerpt;

use crate::args::Format;
use crate::ui::Ui;

/// A result as text in one format.
type Write<T> = fn(&Ui, &T) -> String;

/// What every command can write.
pub(crate) const EVERYWHERE: &[Format] = &[Format::Human, Format::Json];

/// Further formats of `check`.
pub(crate) const CHECK: &[(Format, Write<Checked>)] = &[
    (Format::Brief, brief::check),
    (Format::Sarif, sarif::check),
    (Format::Junit, junit::check),
    (Format::Github, github::check),
    (Format::Gitlab, gitlab::check),
    (Format::Markdown, markdown::check),
    (Format::Html, html::check),
];

/// Further formats of `diff`.
pub(crate) const DIFF: &[(Format, Write<Diffed>)] = &[(Format::Html, html::diff), (Format::Markdown, markdown::diff)];

/// Further formats of `impact`.
pub(crate) const IMPACT: &[(Format, Write<Impact>)] = &[(Format::Markdown, markdown::impact)];

/// Further formats of `status`.
pub(crate) const STATUS: &[(Format, Write<[LocaleStatus]>)] =
    &[(Format::Html, html::status), (Format::BadgeJson, badge::json), (Format::BadgeSvg, badge::svg)];

/// Returns all formats of a command with these beyond those of every command.
pub(crate) fn formats<T: ?Sized>(further: &[(Format, Write<T>)]) -> Vec<Format> {
    EVERYWHERE.iter().copied().chain(further.iter().map(|(format, _)| *format)).collect()
}

/// Returns whether a format names files as the repository does, not as the workspace: servers know
/// nothing of workspaces.
pub(crate) fn names_the_repository(format: Format) -> bool {
    matches!(format, Format::Sarif | Format::Github | Format::Gitlab)
}

/// Returns the report in the format that was asked for.
pub(crate) fn report(ui: &Ui) -> Box<dyn Report + '_> {
    match ui.format {
        Format::Json => Box::new(json::Json::new()),
        _ => Box::new(human::Human { ui }),
    }
}

/// Returns the report of `check`.
pub(crate) fn check(ui: &Ui, checked: &Checked) -> String {
    further(ui, CHECK, checked).unwrap_or_else(|| report(ui).check(checked))
}

/// Returns the report of `diff`.
pub(crate) fn diff(ui: &Ui, diffed: &Diffed) -> String {
    further(ui, DIFF, diffed).unwrap_or_else(|| report(ui).diff(diffed))
}

/// Returns what a change does to translations in the format that was asked for.
pub(crate) fn impact(ui: &Ui, impact: &Impact) -> String {
    further(ui, IMPACT, impact).unwrap_or_else(|| report(ui).impact(impact))
}

/// Returns the report of `status`.
pub(crate) fn status(ui: &Ui, locales: &[LocaleStatus]) -> String {
    further(ui, STATUS, locales).unwrap_or_else(|| report(ui).status(locales))
}

fn further<T: ?Sized>(ui: &Ui, formats: &[(Format, Write<T>)], result: &T) -> Option<String> {
    let (_, write) = formats.iter().find(|(format, _)| *format == ui.format)?;
    Some(write(ui, result))
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
    /// All checks, with their severity here.
    fn checks(&self, checks: &[ListedCheck]) -> String;
    /// The findings that were waived.
    fn waive(&self, waived: &[Finding]) -> String;
    /// What `prune` removed, or would remove.
    fn prune(&self, pruned: &Pruned) -> String;
    /// What `undo` gave back.
    fn undo(&self, undone: &undo::Undone) -> String;
    /// The operations that `undo` can take back, newest first.
    fn operations(&self, operations: &[undo::Listed]) -> String;
    /// The terms.
    fn glossaries(&self, glossaries: &[ListedGlossary]) -> String;
    /// What is wrong with glossaries.
    fn glossary_check(&self, findings: &[Finding]) -> String;
    /// What became of a file of terms.
    fn glossary_import(&self, wish: Wish, imported: &[Imported]) -> String;
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

impl LocaleStatus {
    /// Returns the numbers of all its documents together.
    fn total(&self) -> Counts {
        self.documents.iter().fold(Counts::default(), |sum, (_, counts)| sum.plus(*counts))
    }
}

/// Returns how much is fresh, in percent. It is rounded down: 100 means all.
fn share(counts: &Counts) -> usize {
    ((counts.translated + counts.reviewed) * 100).checked_div(counts.total).unwrap_or(100)
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

/// A check, as it is set.
pub(crate) struct ListedCheck {
    pub(crate) code: &'static str,
    /// While working and before a release; `None` where it is off.
    pub(crate) severity: [Option<Severity>; 2],
    /// Whether the settings say so.
    pub(crate) is_set: bool,
}

/// A check.
pub(crate) struct Checked {
    pub(crate) found: Vec<Found>,
    pub(crate) documents: Vec<CheckedDocument>,
    /// How many documents there are, or pairs in the file that stands for one.
    pub(crate) count: usize,
    /// The least severity that fails; `None` where nothing does.
    pub(crate) threshold: Option<Severity>,
    /// Where the workspace stands in its repository, with `/` behind it.
    pub(crate) prefix: String,
    /// What was found and is not listed.
    pub(crate) unlisted: Unlisted,
    /// The files that a reviewer looks at, from the folder of the workspace, where the format asks for them.
    pub(crate) touched: HashSet<String>,
}

/// Findings that are not listed and fail nothing.
#[derive(Default)]
pub(crate) struct Unlisted {
    /// With `--baseline`: those of the file.
    pub(crate) baseline: Option<Known>,
    /// With `--changed-since`: those that are new, but in lines that were not touched.
    pub(crate) untouched: Option<Untouched>,
}

/// Findings in lines that a branch did not touch.
pub(crate) struct Untouched {
    /// The revision that the branch left, as it was named.
    pub(crate) revision: String,
    pub(crate) count: usize,
}

/// Findings that an earlier check knows.
pub(crate) struct Known {
    /// The file that it wrote.
    pub(crate) file: String,
    pub(crate) known: usize,
    /// How many of the file are not found any more.
    pub(crate) gone: usize,
    /// The command that writes the file anew.
    pub(crate) anew: String,
}

/// A document that was checked.
pub(crate) struct CheckedDocument {
    pub(crate) path: String,
    /// The locale it is written in.
    pub(crate) source: String,
    /// The locales it was checked in.
    pub(crate) targets: Vec<String>,
}

/// A finding, with the line it is about where that is shown.
pub(crate) struct Found {
    pub(crate) finding: Finding,
    pub(crate) excerpt: Option<Excerpt>,
}

impl Checked {
    /// Returns whether the check fails.
    pub(crate) fn fails(&self) -> bool {
        self.findings().any(|finding| self.fails_by(finding))
    }

    /// Returns whether the check fails because of a finding.
    fn fails_by(&self, finding: &Finding) -> bool {
        self.threshold.is_some_and(|threshold| finding.severity >= threshold)
    }

    /// Returns a path from the root of the repository.
    fn in_repository(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> + Clone {
        self.found.iter().map(|found| &found.finding)
    }

    /// Returns the findings by document and locale, those without any included. Where a finding
    /// belongs to no document, the file it is in stands for one.
    fn by_document<'c>(&'c self) -> Vec<(&'c str, &'c str, Vec<&'c Finding>)> {
        let targets =
            |document: &'c CheckedDocument| document.targets.iter().map(|locale| (&*document.path, &**locale));
        let pairs = self.documents.iter().flat_map(targets);
        let mut groups: Vec<(&str, &str, Vec<&Finding>)> = Vec::new();
        let mut at: HashMap<(&str, &str), usize> = HashMap::new();
        let mut group = |groups: &mut Vec<_>, path, locale| {
            *at.entry((path, locale)).or_insert_with(|| {
                groups.push((path, locale, Vec::new()));
                groups.len() - 1
            })
        };
        for (path, locale) in pairs {
            group(&mut groups, path, locale);
        }
        for finding in self.findings() {
            let path = match (finding.document.as_str(), &finding.target) {
                ("", Some(target)) => &target.path,
                (document, _) => document,
            };
            let at = group(&mut groups, path, &finding.locale);
            groups[at].2.push(finding);
        }
        groups
    }

    /// Returns a fingerprint for each finding, no two the same: a second finding with the content of
    /// the first has a number behind its own.
    fn fingerprints(&self) -> Vec<String> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let unique = |finding: &Finding| {
            let fingerprint = finding.fingerprint();
            let count = seen.entry(fingerprint.clone()).or_insert(0);
            *count += 1;
            if *count == 1 { fingerprint } else { format!("{fingerprint}-{count}") }
        };
        self.findings().map(unique).collect()
    }
}

/// Returns the place to work on and the other one: the catalog comes first where there is one.
fn places(finding: &Finding) -> (Option<&Place>, Option<&Place>) {
    match (&finding.target, &finding.source) {
        (Some(target), source) => (Some(target), source.as_ref()),
        (None, source) => (source.as_ref(), None),
    }
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

/// The terms of a locale.
pub(crate) struct ListedGlossary {
    pub(crate) locale: String,
    pub(crate) path: String,
    /// The language of the workspace: that of the wordings to be shown.
    pub(crate) source: String,
    pub(crate) terms: Vec<Term>,
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
