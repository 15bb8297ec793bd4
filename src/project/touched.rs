//! `check --changed-since`: which lines of documents and catalogs a branch touched.
//!
//! git compares the work tree with the commit where the branch began. A file that git does not know is
//! touched as a whole, one that was only renamed is not. What was taken out, and a blank line that cuts a
//! paragraph, touches the text beside it where that went on.

mod patch;

use std::collections::{HashMap, HashSet};

use crate::catalog::{Catalog, Record};
use crate::finding::{Finding, Message};
use crate::project::git;
use crate::project::impact;
use crate::project::touched::patch::{Hunk, begins_block};
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace};
use crate::status::{Counts, Entry, State};
use crate::text::{LineIndex, Span};

/// What a branch touched.
#[derive(Debug)]
pub struct Touched<'w> {
    /// The commit that the work tree was compared with.
    pub base: String,
    workspace: &'w Workspace,
    files: HashMap<String, Vec<Hunk>>,
    gone: HashSet<String>,
    tracked: HashSet<String>,
    glossaries: HashMap<String, Lines>,
}

impl<'w> Touched<'w> {
    /// Asks git what changed since the branch left `revision`.
    ///
    /// Where a shallow clone does not hold that commit, the error says how to get it: compared with another
    /// one, the branch would answer for the changes of others.
    pub fn since(workspace: &'w Workspace, revision: &str) -> Result<Touched<'w>, Error> {
        let root = &workspace.root;
        let base = impact::base(workspace, revision)?;
        if !base.is_shared && git::is_shallow(root) {
            return Err(Error::Message(Message::new("error-no-merge-base").with("revision", revision)));
        }
        let failed = || Error::Message(Message::new("error-no-diff").with("revision", revision));
        let changes = git::patch(root, &base.commit).ok_or_else(failed)?;
        let tracked = git::tracked(root).ok_or_else(failed)?.into_iter().collect();
        let (files, gone) = patch::read(&changes);
        let mut touched = Touched { base: base.commit, workspace, files, gone, tracked, glossaries: HashMap::new() };
        for locale in &workspace.config.targets {
            let path = workspace.config.glossary_path(locale);
            let Some(text) = root.read(&path)? else { continue };
            let lines = touched.lines(&path, &text);
            touched.glossaries.insert(path, lines);
        }
        Ok(touched)
    }

    /// Returns what was touched of a document and its catalog in one locale.
    pub fn in_locale<'t>(&'t self, loaded: &'t Loaded, target: &'t LoadedTarget) -> InLocale<'t> {
        // The catalogs of a renamed document lie under its old name until the next sync.
        let home = loaded.renamed_from.as_deref().unwrap_or(&loaded.path);
        let catalog_path = self.workspace.config.catalog_path(home, &target.locale);
        let is_there = target.exists || loaded.renamed_from.is_some();
        let units = target.entries.iter().enumerate().map(|(unit, entry)| (entry.id.as_str(), unit));
        InLocale {
            loaded,
            target,
            units: units.collect(),
            source: self.lines(&loaded.path, &loaded.source),
            catalog: if is_there { self.lines(&catalog_path, &target.catalog.text) } else { Lines::default() },
            catalog_index: LineIndex::new(&target.catalog.text),
        }
    }

    /// Returns whether a finding is about something touched that is in no document: a glossary, or a catalog
    /// whose document the branch removed.
    pub fn holds(&self, finding: &Finding) -> bool {
        let Some(place) = &finding.target else { return false };
        if let Some(lines) = self.glossaries.get(&place.path) {
            return lines.hold(place.line, place.end_line);
        }
        let config = &self.workspace.config;
        let folder = format!("{}/{}/", config.catalogs, config.folder(&finding.locale));
        let document = place.path.strip_prefix(&folder).and_then(|path| path.strip_suffix(".ftl"));
        let is_changed = self.files.contains_key(&place.path) || !self.tracked.contains(&place.path);
        is_changed || document.is_some_and(|document| self.gone.contains(document))
    }

    /// The touched lines of a file.
    fn lines(&self, path: &str, text: &str) -> Lines {
        match self.files.get(path) {
            Some(hunks) => Lines::new(hunks, text, path.ends_with(".ftl")),
            None if self.tracked.contains(path) => Lines::default(),
            None => Lines { is_changed: true, is_whole: true, ..Lines::default() },
        }
    }
}

/// What was touched of a document in one locale.
#[derive(Debug)]
pub struct InLocale<'t> {
    loaded: &'t Loaded,
    target: &'t LoadedTarget,
    /// By their ids.
    units: HashMap<&'t str, usize>,
    source: Lines,
    catalog: Lines,
    catalog_index: LineIndex,
}

impl InLocale<'_> {
    /// Returns whether a finding is about touched lines: of the source, or of the catalog.
    pub fn holds(&self, finding: &Finding) -> bool {
        let unit = finding.id.as_deref().and_then(|id| self.units.get(id).copied());
        if let Some((unit, index)) = unit.zip(finding.index) {
            return self.holds_segment(unit, index);
        }
        // What is said of a file as a whole is said of all its lines.
        let is_whole = |place: &crate::finding::Place| finding.id.is_none() && place.span.is_empty();
        let source = finding.source.as_ref().is_some_and(|place| self.source.hold(place.line, place.end_line));
        let catalog = finding.target.as_ref().is_some_and(|place| match is_whole(place) {
            true => self.source.is_changed || self.catalog.is_changed,
            false => self.catalog.hold(place.line, place.end_line),
        });
        source || catalog
    }

    /// Counts the segments that were touched.
    pub fn counts(&self) -> Counts {
        if !self.source.is_changed && !self.catalog.is_changed {
            return Counts::default();
        }
        let entries = self.target.entries.iter().enumerate();
        let touched = |(unit, entry): (usize, &'_ Entry)| {
            let is_touched = |index: &usize| self.holds_segment(unit, head(entry, *index));
            let touched: Vec<usize> = (0..entry.segments.len()).filter(is_touched).collect();
            touched.into_iter().map(|index| entry.segments[index].state).collect::<Vec<State>>()
        };
        entries.flat_map(touched).collect()
    }

    /// Whether a segment was touched, or one that shares its translation: in the source, in its line of the
    /// catalog, or in the comments above.
    fn holds_segment(&self, unit: usize, index: usize) -> bool {
        let entry = &self.target.entries[unit];
        let more = entry.segments[index + 1..].iter().take_while(|segment| segment.above).count();
        (index..=index + more).any(|index| self.holds_one(unit, index))
    }

    fn holds_one(&self, unit: usize, index: usize) -> bool {
        let Loaded { document, source, index: lines, .. } = self.loaded;
        let entry = &self.target.entries[unit];
        if self.source.hold_span(lines, document.units[unit].segment_span(source, index)) {
            return true;
        }
        let spans = match &entry.segments[index].line {
            Some(line) => own_spans(&self.target.catalog, line),
            None => entry.record.iter().cloned().collect(),
        };
        spans.into_iter().any(|span| self.catalog.hold_span(&self.catalog_index, span))
    }
}

/// The segment whose translation stands for the one at `index`.
fn head(entry: &Entry, index: usize) -> usize {
    (0..=index).rev().find(|&at| !entry.segments[at].above).unwrap_or(index)
}

/// What belongs to a line of a catalog: itself, and the comments down to its source.
fn own_spans(catalog: &Catalog, line: &Span) -> Vec<Span> {
    let behind = catalog.records.partition_point(|record| record.span.start <= line.start);
    let record: Option<&Record> = catalog.records[..behind].last();
    let at = record.and_then(|record| record.targets.iter().position(|target| target.span == *line));
    let comments = record.zip(at).and_then(|(record, at)| {
        let source = record.sources.get(at)?;
        let before = at.checked_sub(1).and_then(|at| record.sources.get(at));
        // The line end behind the source before is no part of this one.
        let start = before.map_or(record.span.start, |before| before.span.end + 1);
        (start <= source.span.end).then_some(start..source.span.end)
    });
    comments.into_iter().chain([line.clone()]).collect()
}

/// The touched lines of a file as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Lines {
    // Invariant: runs and gaps are in the order of the lines, as git shows them.
    is_changed: bool,
    is_whole: bool,
    runs: Vec<(usize, usize)>,
    /// Between each of these and the next something was taken out.
    gaps: Vec<usize>,
}

impl Lines {
    /// Finds the lines beside gaps in the text of a document, or of a catalog, where nothing begins a block.
    fn new(hunks: &[Hunk], text: &str, is_catalog: bool) -> Lines {
        // git counts by line feeds, and we do not.
        let other_ends = text.replace("\r\n", "").contains('\r');
        let mut lines = Lines { is_changed: true, is_whole: other_ends, ..Lines::default() };
        let texts: Vec<&str> = text.split('\n').collect();
        let at = |line: usize| line.checked_sub(1).and_then(|line| texts.get(line)).copied().unwrap_or("");
        let goes_on = |line: usize| match is_catalog {
            true => !at(line).trim().is_empty(),
            false => !begins_block(at(line)),
        };
        for hunk in hunks {
            match *hunk {
                Hunk::Whole => lines.is_whole = true,
                Hunk::Lines(first, last) => lines.runs.push((first, last)),
                Hunk::Gap { above: (above, went_on_above), below: (below, went_on_below) } => {
                    lines.gaps.push(above);
                    lines.runs.extend((went_on_above && !at(above).trim().is_empty()).then_some((above, above)));
                    lines.runs.extend((went_on_below && goes_on(below)).then_some((below, below)));
                }
                Hunk::Cut(above, below) if !at(above).trim().is_empty() && goes_on(below) => {
                    lines.runs.extend([(above, above), (below, below)]);
                }
                Hunk::Cut(..) => {}
            }
        }
        lines
    }

    /// Whether one of the lines from `first` to `last` was touched.
    fn hold(&self, first: usize, last: usize) -> bool {
        let run = self.runs.partition_point(|&(_, end)| end < first);
        let gap = self.gaps.partition_point(|&gap| gap < first);
        self.is_whole
            || self.runs.get(run).is_some_and(|&(start, _)| start <= last)
            || self.gaps.get(gap).is_some_and(|&gap| gap < last)
    }

    fn hold_span(&self, index: &LineIndex, span: Span) -> bool {
        self.hold(index.line(span.start), index.line(span.end.saturating_sub(1).max(span.start)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares which of the lines of a file a patch touches. `text` is the file as it is.
    #[track_caller]
    fn check(path: &str, hunks: &str, text: &str, expected: &[usize]) {
        let (files, _) = patch::read(&format!("diff --git a/x b/x\n--- a/x\n+++ b/{path}\n{hunks}"));
        let lines = Lines::new(&files[path], text, path.ends_with(".ftl"));
        let count = text.split('\n').count();
        let touched: Vec<usize> = (1..=count).filter(|line| lines.hold(*line, *line)).collect();
        assert_eq!(touched, expected, "{lines:?}");
    }

    #[test]
    fn lines_that_came_or_changed_are_touched() {
        check("a.md", "@@ -2 +2 @@\n-b\n+B\n", "a\nB\nc\n", &[2]);
        check("a.md", "@@ -1,0 +2,2 @@\n+b\n+\n", "a\nb\n\nc\n", &[2, 3]);
        check(
            "a.md",
            "@@ -1 +1 @@\n-a\n\\ No newline\n+A\n\\ No newline\n@@ -5,0 +6 @@\n+f\n",
            "A\n\n\n\n\nf",
            &[1, 6],
        );
    }

    #[test]
    fn a_line_that_looks_like_a_head_is_a_line() {
        check("a.md", "@@ -1,0 +2,2 @@\n+++ b/c\n+@@ -9 +9 @@\n", "a\n++ b/c\n@@ -9 +9 @@\n", &[2, 3]);
        check("a.md", "@@ -1 +0,0 @@\n--- a/c\n@@ -5 +4 @@\n-d\n+D\n", "\nb\nc\nD\n", &[4]);
    }

    #[test]
    fn what_was_taken_out_touches_the_text_that_went_on() {
        // The end of a sentence, its middle, its beginning.
        check("a.md", "@@ -2 +1,0 @@\n-b\n", "a\n\nc\n", &[1]);
        check("a.md", "@@ -2 +1,0 @@\n-b\n", "a\nc\n", &[1, 2]);
        check("a.md", "@@ -2 +1,0 @@\n-b\n", "\nc\n", &[2]);
        // A paragraph of its own, in both ways that git may show it, and an item.
        check("a.md", "@@ -3,2 +2,0 @@\n-b\n-\n", "a\n\nc\n", &[]);
        check("a.md", "@@ -2,2 +1,0 @@\n-\n-b\n", "a\n\nc\n", &[]);
        check("a.md", "@@ -2 +1,0 @@\n-- b\n", "- a\n- c\n", &[]);
        check("a.md", "@@ -2 +1,0 @@\n-2. b\n", "1. a\n3. c\n", &[]);
        check("a.md", "@@ -2 +1,0 @@\n-| b |\n", "| a |\n| c |\n", &[]);
        // The second line of an item.
        check("a.md", "@@ -2 +1,0 @@\n-  b\n", "- a\n- c\n", &[1]);
    }

    #[test]
    fn a_key_that_was_taken_out_touches_its_sentence() {
        check("a.ftl", "@@ -2 +1,0 @@\n-# was 1d7e: Noon.\n", "\n# en: Night.\nnoon =\n", &[2]);
    }

    #[test]
    fn a_blank_line_cuts_a_paragraph() {
        check("a.md", "@@ -1,0 +2 @@\n+\n", "a\n\nb\n", &[1, 3]);
        check("a.md", "@@ -1,0 +2 @@\n+\n", "- a\n\n- b\n", &[]);
        check("a.md", "@@ -2,0 +3 @@\n+\n", "a\n\n\nb\n", &[]);
        check("a.md", "@@ -2 +2 @@\n-b\n+\n", "a\n\nc\n", &[1, 3]);
    }

    #[test]
    fn a_gap_touches_what_it_is_in() {
        let (files, _) = patch::read("--- a/a.md\n+++ b/a.md\n@@ -3 +2,0 @@\n-- b\n");
        let lines = Lines::new(&files["a.md"], "\n- a\n- c\n", false);
        let held = [(1, 2), (2, 3), (1, 3), (3, 4)].map(|(first, last)| lines.hold(first, last));
        assert_eq!(held, [false, true, true, false]);
    }

    #[test]
    fn lines_that_git_counts_otherwise_are_all_touched() {
        check("a.md", "@@ -1 +1 @@\n-a\n+A\r\n", "A\r\nb\n", &[1]);
        check("a.md", "@@ -1 +1 @@\n-a\n+A\n", "A\rb\rc\n", &[1, 2]);
    }
}
