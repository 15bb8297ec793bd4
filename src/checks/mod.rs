//! Checks: what can be wrong between a source and its translation. One file each.
//!
//! A check reads a `Pairing` and reports findings; it changes nothing and knows no other check.

mod catalog_out_of_sync;
mod confirmed_unchanged;
mod damaged_record;
mod draft;
mod obsolete;
mod segment_count;
mod stale;
mod unknown_term;
mod untranslated;

use crate::catalog::{self, Catalog};
use crate::change::Evidence;
use crate::config::Actions;
use crate::finding::{Changed, Finding, Message, Place, Severity};
use crate::glossary::Glossary;
use crate::segment::Document;
use crate::status::Entry;
use crate::text::{LineIndex, Span};

/// Every check, in the order in which findings are listed.
pub static ALL: &[&dyn Check] = &[
    &damaged_record::CHECK,
    &segment_count::CHECK,
    &stale::CHECK,
    &untranslated::CHECK,
    &draft::CHECK,
    &unknown_term::CHECK,
    &confirmed_unchanged::CHECK,
    &obsolete::CHECK,
    &catalog_out_of_sync::CHECK,
];

/// Returns the codes that findings about catalogs can have, sorted.
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<_> = ALL.iter().map(|check| check.code()).chain(catalog::CODES).collect();
    codes.sort_unstable();
    codes
}

/// How strict to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// While translating: what is not done yet is no error.
    Work,
    /// Before publishing: everything must be done.
    Release,
}

/// One document in one locale, with all that is known of it.
#[derive(Debug)]
pub struct Pairing<'p> {
    /// The document's path.
    pub path: &'p str,
    /// Its text.
    pub source: &'p str,
    /// Line starts of the text.
    pub index: &'p LineIndex,
    /// Its units.
    pub document: &'p Document,
    /// The catalog's path.
    pub catalog_path: &'p str,
    /// The catalog.
    pub catalog: &'p Catalog,
    /// Line starts of the catalog's text.
    pub catalog_index: &'p LineIndex,
    /// The target locale.
    pub locale: &'p str,
    /// The terms of the locale.
    pub glossary: &'p Glossary,
    /// What the settings say about changes of the source.
    pub actions: &'p Actions,
    /// The states of its units, in order.
    pub entries: &'p [Entry],
    /// Whether `sync` would change a catalog of it.
    pub out_of_sync: bool,
    /// The catalog at the base revision, if there is one.
    pub base: Option<&'p Catalog>,
}

/// One thing that can be wrong.
pub trait Check: Sync {
    /// Returns the name: kebab-case, after the fault.
    fn code(&self) -> &'static str;

    /// Returns how much its findings matter.
    fn severity(&self, profile: Profile) -> Severity;

    /// Returns whether its findings say themselves how bad they are.
    fn is_graded(&self) -> bool {
        false
    }

    /// Reports what it finds in `pairing`.
    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding));
}

/// Runs every check over a pairing. Findings come in the order of the source, those about the catalog
/// as a whole first; at one place in the order of the checks.
pub fn run(pairing: &Pairing<'_>, profile: Profile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in ALL {
        let severity = check.severity(profile);
        check.check(pairing, &mut |mut finding| {
            // A finding that already says how bad it is (a slip in a damaged file) keeps it.
            if finding.code == check.code() && !check.is_graded() {
                finding.severity = severity;
            }
            finding.document = pairing.path.to_owned();
            findings.push(finding);
        });
    }
    findings.sort_by_key(|finding| finding.source.as_ref().map_or(0, |place| place.span.start));
    findings
}

impl Pairing<'_> {
    /// Returns a finding about a unit, or about its segment at `index`.
    fn finding(&self, code: &'static str, unit: usize, index: Option<usize>, message: Message) -> Finding {
        let entry = &self.entries[unit];
        let segment = index.map(|index| &entry.segments[index]);
        let change = segment.and_then(|segment| segment.change.as_ref());
        let line = segment.and_then(|segment| segment.line.clone()).or_else(|| entry.record.clone());
        Finding {
            code,
            severity: Severity::Info,
            source: Some(self.source_place(unit, index)),
            target: line.map(|span| self.catalog_place(span)),
            document: self.path.to_owned(),
            locale: self.locale.to_owned(),
            id: Some(entry.id.clone()),
            index,
            message,
            evidence: index.map_or_else(|| self.document.units[unit].joined(), |index| entry.stands_for(index)),
            was: segment.and_then(|segment| segment.was.clone()),
            class: change.map(|change| change.class.name()),
            changed: change.map_or_else(Vec::new, |change| change.evidence.iter().map(changed).collect()),
            translation: segment.map(|segment| segment.target.clone()).filter(|target| !target.is_empty()),
        }
    }

    fn catalog_place(&self, span: Span) -> Place {
        Place::indexed(self.catalog_path, &self.catalog.text, self.catalog_index, span)
    }

    /// Where a segment, or a whole unit, stands in the source.
    fn source_place(&self, unit: usize, index: Option<usize>) -> Place {
        let unit = &self.document.units[unit];
        let span = index.map_or_else(|| unit.span.clone(), |index| unit.segment_span(self.source, index));
        Place::indexed(self.path, self.source, self.index, span)
    }

    /// Returns every segment with the indices of its unit and of itself in the unit.
    fn segments(&self) -> impl Iterator<Item = (usize, usize, &crate::status::Segment)> {
        self.entries.iter().enumerate().flat_map(|(unit, entry)| {
            entry.segments.iter().enumerate().map(move |(index, segment)| (unit, index, segment))
        })
    }
}

fn changed(evidence: &Evidence) -> Changed {
    Changed { kind: evidence.kind.name(), was: evidence.was.clone(), now: evidence.now.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Glossary;
    use crate::markdown::Options;
    use crate::{segment, status};

    /// Compares the findings about a document whose only unit has the id `noon`, written `CODE: WAS > EVIDENCE`.
    #[track_caller]
    fn check(source: &str, catalog: &str, expected: &[&str]) {
        let document = segment::split(source, "en", &Options::default());
        let catalog = catalog::read(catalog.to_owned(), "en");
        let carried = catalog::carry(&document.units, &["noon".to_owned()], &catalog);
        let pairing = Pairing {
            path: "a.md",
            source,
            index: &LineIndex::new(source),
            document: &document,
            catalog_path: "a.md.ftl",
            catalog: &catalog,
            catalog_index: &LineIndex::new(&catalog.text),
            locale: "zh-CN",
            glossary: &Glossary::default(),
            actions: &Actions::default(),
            entries: &status::join(&document, &carried, &catalog, &Glossary::default()),
            out_of_sync: false,
            base: None,
        };
        let shown =
            |finding: Finding| format!("{}: {} > {}", finding.code, finding.was.unwrap_or_default(), finding.evidence);
        assert_eq!(run(&pairing, Profile::Work).into_iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_stale_group_shows_all_its_sentences() {
        let catalog = "# en: A one.\n# en: B two.\nnoon =\n    甲和乙。\n    {\"^\"}\n";
        check("A one. B three.\n", catalog, &["stale: A one. B two. > A one. B three."]);
    }

    #[test]
    fn a_stale_sentence_shows_itself() {
        let catalog = "# en: A one.\n# en: B two.\nnoon =\n    甲。\n    乙。\n";
        check("A one. B three.\n", catalog, &["stale: B two. > B three."]);
    }
}
