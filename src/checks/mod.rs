//! Checks: what can be wrong between a source and its translation. One file each.
//!
//! A check reads a `Pairing` and reports findings; it changes nothing and knows no other check.

mod acronym_lost;
mod addition_lost;
mod bare_url;
mod bidi_control;
mod brackets;
mod brackets_balance;
mod catalog_out_of_sync;
mod chinese;
mod code_span_count;
mod code_span_set;
mod compat_han;
mod confirmed_unchanged;
mod consistency;
mod control_char;
mod currency_unit;
mod damaged_record;
mod dash;
mod dates;
mod do_not_translate;
mod double_space;
mod draft;
mod duplicate_punct;
mod ellipsis;
mod emphasis_count;
mod emphasis_literal;
mod emphasis_presence;
mod end_punctuation;
mod english_left;
mod escape_noise;
mod fix;
mod footnotes;
mod fullwidth_alnum;
mod fullwidth_in_code;
mod glossary_forbidden;
mod glossary_required;
mod halfwidth_punct;
mod heading_id;
mod html_tags;
mod id_tokens;
mod image_alt;
mod images;
mod inconsistent;
mod interpunct;
mod invisible_char;
mod kana_hangul_stray;
mod latin_list_comma;
mod leading_trailing_space;
mod length_ratio;
mod link_count;
mod link_fullwidth;
mod link_target;
mod mojibake;
mod nbsp_ideographic_space;
mod negation_lost;
mod nfc;
mod number_order;
mod number_unit_space;
mod number_words;
mod numbers;
mod obsolete;
mod pair;
mod paren_mixed;
mod paren_width;
mod percent;
mod person_name;
mod placeables;
mod question_mark;
mod quotes_style;
mod readings;
mod regional_term;
mod repeated_sentence;
mod repeated_word;
mod replacement_char;
mod reused_target;
mod segment_count;
mod settings;
mod simplified_in_traditional;
mod source_equals_target;
mod space_between_han;
mod space_cjk_latin;
mod space_fullwidth_punct;
mod stale;
mod time_of_day;
mod title_case_leftover;
mod traditional_in_simplified;
mod unknown_term;
mod untranslated;
mod weekday;
mod words;
mod you_form;

use std::collections::HashSet;

use crate::catalog::{self, Catalog};
use crate::change::Evidence;
use crate::config::Actions;
use crate::finding::{Changed, Finding, Message, Place, Severity};
use crate::glossary::Glossary;
use crate::markdown::{self, References, View};
use crate::segment::Document;
use crate::status::{Entry, State};
use crate::text::{LineIndex, Span, join_lines};

pub use fix::{Wanted, fixed};
pub use pair::{Example, Fault, Pair, Setting, Shared};
pub use settings::{Settings, listed};

/// Every check, in the order in which findings are listed.
pub static ALL: &[&dyn Check] = &[
    &damaged_record::CHECK,
    &segment_count::CHECK,
    &stale::CHECK,
    &untranslated::CHECK,
    &draft::CHECK,
    &addition_lost::CHECK,
    &unknown_term::CHECK,
    &emphasis_literal::CHECK,
    &emphasis_presence::CHECK,
    &emphasis_count::CHECK,
    &link_target::CHECK,
    &link_count::CHECK,
    &link_fullwidth::CHECK,
    &bare_url::CHECK,
    &code_span_set::CHECK,
    &code_span_count::CHECK,
    &html_tags::CHECK,
    &placeables::CHECK,
    &heading_id::CHECK,
    &footnotes::CHECK,
    &images::CHECK,
    &image_alt::CHECK,
    &escape_noise::CHECK,
    &numbers::CHECK,
    &number_order::CHECK,
    &dates::CHECK,
    &weekday::CHECK,
    &time_of_day::CHECK,
    &percent::CHECK,
    &currency_unit::CHECK,
    &number_words::CHECK,
    &id_tokens::CHECK,
    &end_punctuation::CHECK,
    &question_mark::CHECK,
    &halfwidth_punct::CHECK,
    &fullwidth_in_code::CHECK,
    &latin_list_comma::CHECK,
    &paren_mixed::CHECK,
    &paren_width::CHECK,
    &brackets_balance::CHECK,
    &quotes_style::CHECK,
    &ellipsis::CHECK,
    &dash::CHECK,
    &space_cjk_latin::CHECK,
    &space_fullwidth_punct::CHECK,
    &space_between_han::CHECK,
    &double_space::CHECK,
    &leading_trailing_space::CHECK,
    &duplicate_punct::CHECK,
    &repeated_word::CHECK,
    &traditional_in_simplified::CHECK,
    &simplified_in_traditional::CHECK,
    &regional_term::CHECK,
    &fullwidth_alnum::CHECK,
    &number_unit_space::CHECK,
    &interpunct::CHECK,
    &invisible_char::CHECK,
    &bidi_control::CHECK,
    &replacement_char::CHECK,
    &mojibake::CHECK,
    &control_char::CHECK,
    &nbsp_ideographic_space::CHECK,
    &compat_han::CHECK,
    &nfc::CHECK,
    &kana_hangul_stray::CHECK,
    &source_equals_target::CHECK,
    &length_ratio::CHECK,
    &repeated_sentence::CHECK,
    &negation_lost::CHECK,
    &english_left::CHECK,
    &title_case_leftover::CHECK,
    &acronym_lost::CHECK,
    &glossary_required::CHECK,
    &glossary_forbidden::CHECK,
    &do_not_translate::CHECK,
    &person_name::CHECK,
    &inconsistent::CHECK,
    &reused_target::CHECK,
    &you_form::CHECK,
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
    /// Its link reference definitions.
    pub references: &'p References,
    /// What the settings say about the checks.
    pub settings: &'p Settings,
    /// The source locale.
    pub source_locale: &'p str,
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

    /// Returns its keys in `[checks.CODE]`, besides `severity`.
    fn settings(&self) -> &'static [Setting] {
        &[]
    }

    /// Returns texts that show what it reports and what not.
    fn examples(&self) -> &'static [Example] {
        &[]
    }

    /// Reports what it finds in `pairing` as a whole.
    fn check(&self, _pairing: &Pairing<'_>, _report: &mut dyn FnMut(Finding)) {}

    /// Reports what it finds in the segments of a document beside each other.
    fn among(&self, _pairing: &Pairing<'_>, _seen: &[Seen], _report: &mut dyn FnMut(Finding)) {}

    /// Reports what it finds in one source text and its translation.
    fn pair(&self, _pair: &Pair<'_>, _report: &mut dyn FnMut(Fault)) {}
}

/// Runs every check over a pairing. Findings come in the order of the source, those about the catalog
/// as a whole first; at one place in the order of the checks.
pub fn run(pairing: &Pairing<'_>, profile: Profile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let waived = pairing.waived();
    let seen = pairing.seen();
    for check in ALL {
        let severity = check.severity(profile);
        let mut report = |mut finding: Finding| {
            // A finding that already says how bad it is (a slip in a damaged file) keeps it.
            if finding.code == check.code() && !check.is_graded() {
                finding.severity = severity;
            }
            let Some(severity) = pairing.settings.severity(finding.code, finding.severity) else { return };
            let place = finding.id.as_deref().zip(finding.index);
            // What is not done is not waived but done.
            let open = ["stale", "untranslated", "draft"].contains(&finding.code);
            if !open && place.is_some_and(|(id, index)| waived.contains(&(id, index, finding.code))) {
                return;
            }
            finding.severity = severity;
            finding.document = pairing.path.to_owned();
            findings.push(finding);
        };
        check.check(pairing, &mut report);
        check.among(pairing, &seen, &mut report);
    }
    let rules = Rules::new(pairing.settings, profile);
    for segments in seen.chunk_by(|one, other| one.unit == other.unit) {
        findings.extend(pairing.unit(segments, &rules, &waived));
    }
    findings.sort_by_key(|finding| finding.source.as_ref().map_or(0, |place| place.span.start));
    findings
}

/// A check that found something in a pair, how much that matters, and what it is.
pub type Found = (&'static dyn Check, Severity, Fault);

/// Returns what the checks that look at one pair at a time find in it, with its severity.
pub fn faults(pair: &Pair<'_>, profile: Profile) -> Vec<Found> {
    Rules::new(pair.settings, profile).faults(pair)
}

/// The checks that are on, and how much they matter where a fault does not say so itself.
struct Rules<'s> {
    settings: &'s Settings,
    checks: Vec<(&'static dyn Check, Severity)>,
}

impl<'s> Rules<'s> {
    fn new(settings: &'s Settings, profile: Profile) -> Self {
        let severity = |check: &dyn Check| settings.severity(check.code(), check.severity(profile));
        let checks = ALL.iter().copied().filter(|check| severity(*check).is_some());
        Rules { settings, checks: checks.map(|check| (check, check.severity(profile))).collect() }
    }

    fn faults(&self, pair: &Pair<'_>) -> Vec<Found> {
        let mut faults = Vec::new();
        for &(check, default) in &self.checks {
            check.pair(pair, &mut |fault| {
                let severity = self.settings.severity(check.code(), fault.severity.unwrap_or(default));
                faults.push((check, severity.unwrap_or(default), fault));
            });
        }
        faults
    }
}

/// A translated segment as its readers see it.
#[derive(Debug)]
pub struct Seen {
    /// The index of its unit.
    pub unit: usize,
    /// Its index in the unit.
    pub index: usize,
    /// The source text that it was made from.
    pub source: View,
    /// The translation.
    pub target: View,
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
            pair: None,
            id: Some(entry.id.clone()),
            index,
            message,
            evidence: index.map_or_else(|| self.document.units[unit].joined(), |index| entry.stands_for(index)),
            was: segment.and_then(|segment| segment.was.clone()),
            class: change.map(|change| change.class.name()),
            changed: change.map_or_else(Vec::new, |change| change.evidence.iter().map(changed).collect()),
            translation: segment.map(|segment| segment.target.clone()).filter(|target| !target.is_empty()),
            fix: None,
        }
    }

    /// Returns what persons have waived: unit, segment and code.
    fn waived(&self) -> HashSet<(&str, usize, &str)> {
        let mut waived = HashSet::new();
        for entry in self.entries {
            for (index, segment) in entry.segments.iter().enumerate() {
                waived.extend(segment.waived.iter().map(|code| (entry.id.as_str(), index, code.as_str())));
            }
        }
        waived
    }

    /// Returns every translated segment as its readers see it, in order.
    fn seen(&self) -> Vec<Seen> {
        let translated = self.segments().filter(|(.., it)| !it.target.is_empty() && it.state != State::Missing);
        let seen = translated.map(|(unit, index, segment)| Seen {
            unit,
            index,
            source: self.view(&self.translated(unit, index)),
            target: self.view(&segment.target),
        });
        seen.collect()
    }

    /// Hands every translated segment to `then`, with the indices of its unit and of itself in the unit.
    pub fn pairs(&self, mut then: impl FnMut(usize, usize, &Pair<'_>)) {
        for Seen { unit, index, source, target } in self.seen() {
            then(unit, index, &self.pair(unit, (&source, &target), self.is_whole(unit)));
        }
    }

    /// Returns whether a unit has one line in the catalog.
    fn is_whole(&self, unit: usize) -> bool {
        self.entries[unit].segments.iter().filter(|segment| !segment.above).count() == 1
    }

    /// Returns what is found in the segments of one unit.
    fn unit(&self, segments: &[Seen], rules: &Rules<'_>, waived: &HashSet<(&str, usize, &str)>) -> Vec<Finding> {
        let Some(unit) = segments.first().map(|segment| segment.unit) else { return Vec::new() };
        let id = self.entries[unit].id.as_str();
        let is_whole = self.is_whole(unit);
        let mut found: Vec<(usize, Found)> = Vec::new();
        for segment in segments {
            let faults = rules.faults(&self.pair(unit, (&segment.source, &segment.target), is_whole)).into_iter();
            let faults = faults.filter(|(check, ..)| !waived.contains(&(id, segment.index, check.code())));
            found.extend(faults.map(|fault| (segment.index, fault)));
        }
        if !is_whole && !found.is_empty() {
            // What one sentence lacks and its neighbour has only moved between them.
            let known = self.found_in_whole(unit, &found, rules);
            found.retain(|(_, (check, ..))| known.contains(check.code()));
        }
        found.into_iter().map(|(index, found)| self.finding_of(unit, index, found)).collect()
    }

    fn finding_of(&self, unit: usize, index: usize, (check, severity, fault): Found) -> Finding {
        let mut finding = self.finding(check.code(), unit, Some(index), fault.message);
        finding.severity = severity;
        if let Some(target) = &mut finding.target {
            let raw = &self.entries[unit].segments[index].target;
            let nth = fault.target.and_then(|span| Some(raw.get(..span.start)?.matches(&fault.evidence).count()));
            self.narrow(target, &fault.evidence, nth.unwrap_or(0));
        }
        finding.evidence = fault.evidence;
        finding.fix = fault.fix;
        finding
    }

    /// The source text that the translation of a segment was made from.
    fn translated(&self, unit: usize, index: usize) -> String {
        let entry = &self.entries[unit];
        entry.segments[index].was.clone().unwrap_or_else(|| entry.stands_for(index))
    }

    fn pair<'v>(&'v self, unit: usize, (source, target): (&'v View, &'v View), whole: bool) -> Pair<'v> {
        Pair {
            source,
            target,
            kind: self.document.units[unit].kind,
            whole,
            source_locale: self.source_locale,
            locale: self.locale,
            glossary: self.glossary,
            settings: self.settings,
            shared: Shared::default(),
        }
    }

    /// Returns which of the checks that found something in the segments of a unit find something in it as a whole.
    fn found_in_whole(&self, unit: usize, found: &[(usize, Found)], rules: &Rules<'_>) -> HashSet<&'static str> {
        let segments = &self.entries[unit].segments;
        let lines = (0..segments.len()).filter(|&index| !segments[index].above);
        let source = join_lines(lines.map(|index| self.translated(unit, index)));
        let target = join_lines(segments.iter().map(|segment| segment.target.as_str()));
        let (source, target) = (self.view(&source), self.view(&target));
        let pair = self.pair(unit, (&source, &target), true);
        let codes: HashSet<&str> = found.iter().map(|(_, (check, ..))| check.code()).collect();
        let asked = rules.checks.iter().filter(|(check, _)| codes.contains(check.code())).copied().collect();
        let asked = Rules { settings: rules.settings, checks: asked };
        asked.faults(&pair).into_iter().map(|(check, ..)| check.code()).collect()
    }

    fn view(&self, text: &str) -> View {
        markdown::view(text, &self.references.of(text))
    }

    /// Narrows a place in the catalog to the piece that is meant, where that is written there as it is; `nth` of its
    /// kind stand before it in the translation.
    fn narrow(&self, place: &mut Place, piece: &str, nth: usize) {
        // Every place of a text holds an empty piece.
        if piece.is_empty() {
            return;
        }
        let line = &self.catalog.text[place.span.clone()];
        let found = line.match_indices(piece).nth(nth).or_else(|| line.match_indices(piece).next());
        if let Some((at, _)) = found {
            let start = place.span.start + at;
            *place = self.catalog_place(start..start + piece.len());
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

    /// Returns the findings about a document whose only unit has the id `noon`.
    fn found(source: &str, catalog: &str) -> Vec<Finding> {
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
            references: &References::default(),
            settings: &Settings::default(),
            source_locale: "en",
            entries: &status::join(&document, &carried, &catalog, &Glossary::default()),
            out_of_sync: false,
            base: None,
        };
        run(&pairing, Profile::Work)
    }

    /// Compares the stale sentences, written `CODE: WAS > EVIDENCE`.
    #[track_caller]
    fn check(source: &str, catalog: &str, expected: &[&str]) {
        let shown =
            |finding: Finding| format!("{}: {} > {}", finding.code, finding.was.unwrap_or_default(), finding.evidence);
        let stale = found(source, catalog).into_iter().filter(|finding| finding.code == "stale");
        assert_eq!(stale.map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_stale_group_shows_all_its_sentences() {
        let catalog = "# en: A one.\n# en: B two.\nnoon =\n    甲和乙。\n    {\"^\"}\n";
        check("A one. B three.\n", catalog, &["stale: A one. B two. > A one. B three."]);
    }

    /// Compares the codes of all findings about a document whose only unit has the id `noon`.
    #[track_caller]
    fn check_codes(source: &str, catalog: &str, expected: &[&str]) {
        let found = found(source, catalog).into_iter().map(|finding| finding.code);
        assert_eq!(found.filter(|code| *code != "number-words").collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_moved_to_the_next_sentence_is_not_lost() {
        let source = "Run `ls` now. Then wait.\n";
        let catalog = |lines: &str| format!("# en: Run `ls` now.\n# en: Then wait.\nnoon =\n{lines}");
        check_codes(source, &catalog("    现在运行它。\n    `ls` 之后等待。\n"), &[]);
        check_codes(source, &catalog("    现在运行它。\n    之后等待。\n"), &["code-span-set", "code-span-count"]);
    }

    #[test]
    fn a_waiver_holds_for_what_it_was_given_for() {
        let catalog =
            |hash: &str| format!("# waive: code-span-set {hash} 演示\n# en: Run `ls`.\nnoon =\n    运行它。\n");
        check_codes("Run `ls`.\n", &catalog(&catalog::content_hash("Run `ls`.", "运行它。")), &["code-span-count"]);
        check_codes("Run `ls`.\n", &catalog("00000000"), &["code-span-set", "code-span-count"]);
    }

    #[test]
    fn each_of_two_equal_pieces_has_its_own_place() {
        let catalog = "# en: If so, see it, please.\nnoon =\n    如果是,请看它,谢谢。\n";
        let found = found("If so, see it, please.\n", catalog);
        let places = found.into_iter().filter_map(|finding| finding.target).map(|place| place.column);
        assert_eq!(places.collect::<Vec<_>>(), [8, 12]);
    }

    #[test]
    fn a_stale_sentence_shows_itself() {
        let catalog = "# en: A one.\n# en: B two.\nnoon =\n    甲。\n    乙。\n";
        check("A one. B three.\n", catalog, &["stale: B two. > B three."]);
    }
}
