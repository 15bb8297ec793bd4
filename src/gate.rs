//! The gate: whether as much is translated as the settings ask for, and what only is behind its source.

use std::collections::BTreeMap;

use crate::config;
use crate::config::gate::{Gate, Measure, Percent, Threshold};
use crate::finding::{Arg, Finding, Message, Place, Severity};
use crate::status::Counts;

/// The code of findings about thresholds.
pub const CODE: &str = "gate";

/// The codes of findings that say no more than that a translation is behind its source.
pub const BEHIND: [&str; 2] = ["stale", "untranslated"];

/// How much there is of a document in a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The document.
    pub path: String,
    /// The locale.
    pub locale: String,
    /// Its segments, or those of them that are measured.
    pub counts: Counts,
}

/// Which segments are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// All.
    All,
    /// Those that a branch touched.
    Touched,
}

/// Returns a finding for each threshold that is not met, in the order of the settings and of the locales.
///
/// `settings` is the text of the settings; `matches` says whether a glob means a path. What a threshold is
/// about is measured together: a document counts for one threshold of each state.
pub fn shortfalls(
    gate: &Gate,
    settings: &str,
    counted: &[Counted],
    measured: Measured,
    matches: impl Fn(&str, &str) -> bool,
) -> Vec<Finding> {
    let mut groups: BTreeMap<(usize, &str), (Threshold<'_>, Counts)> = BTreeMap::new();
    for document in counted {
        for measure in Measure::ALL {
            let means = |glob: &str| matches(glob, &document.path);
            let Some(threshold) = gate.threshold(measure, &document.locale, means) else { continue };
            let group = groups.entry((threshold.start, &document.locale));
            let (_, counts) = group.or_insert((threshold, Counts::default()));
            *counts = counts.plus(document.counts);
        }
    }
    let missed = groups.into_iter().filter(|(_, (threshold, counts))| !is_met(threshold, counts));
    missed.map(|((_, locale), (threshold, counts))| finding(settings, locale, &threshold, &counts, measured)).collect()
}

/// How many segments a measure counts. What is reviewed is translated too.
fn amount(measure: Measure, counts: &Counts) -> usize {
    match measure {
        Measure::Missing => counts.missing,
        Measure::Stale => counts.stale,
        Measure::Draft => counts.draft,
        Measure::Translated => counts.translated + counts.reviewed,
        Measure::Reviewed => counts.reviewed,
    }
}

fn is_met(threshold: &Threshold<'_>, counts: &Counts) -> bool {
    let (found, asked) = (amount(threshold.measure, counts) * 10_000, threshold.percent.hundredths * counts.total);
    if threshold.measure.is_least() { found >= asked } else { found <= asked }
}

fn finding(settings: &str, locale: &str, threshold: &Threshold<'_>, counts: &Counts, measured: Measured) -> Finding {
    let (count, total) = (amount(threshold.measure, counts), counts.total);
    // Rounded to the side of what is wrong, so that it never reads as if the threshold was met.
    let share = match threshold.measure.is_least() {
        true => count * 10_000 / total,
        false => (count * 10_000).div_ceil(total),
    };
    let id = if threshold.measure.is_least() { "finding-gate-least" } else { "finding-gate-most" };
    let message = Message::new(id)
        .with("locale", locale)
        .with("state", threshold.measure.name())
        .with("count", count)
        .with("total", total)
        .with("share", Percent { hundredths: share }.to_string())
        .with("wanted", threshold.percent.to_string())
        .with("scoped", usize::from(!threshold.documents.is_empty()))
        .with("documents", threshold.documents.join(", "))
        .with("touched", usize::from(measured == Measured::Touched));
    let place = Place::new(config::FILE, settings, threshold.start..threshold.end);
    Finding::in_catalog(CODE, Severity::Error, place, locale, message)
}

/// Returns whether a finding says no more than that a translation is behind its source: stale, not there yet,
/// or filled in because the source repeats itself.
pub fn is_behind(finding: &Finding) -> bool {
    let repeats = || finding.message.args.contains(&("origin", Arg::Text("repetition".to_owned())));
    BEHIND.contains(&finding.code) || (finding.code == "draft" && repeats())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Segments written `PATH LOCALE MISSING STALE DRAFT TRANSLATED REVIEWED`.
    fn counted(text: &str) -> Counted {
        let words: Vec<&str> = text.split(' ').collect();
        let [missing, stale, draft, translated, reviewed] =
            [2, 3, 4, 5, 6].map(|at| words[at].parse::<usize>().expect("a number"));
        let total = missing + stale + draft + translated + reviewed;
        let counts = Counts { total, missing, stale, draft, translated, reviewed };
        Counted { path: words[0].to_owned(), locale: words[1].to_owned(), counts }
    }

    /// Compares what is not met, written `LINE LOCALE STATE COUNT/TOTAL SHARE`.
    #[track_caller]
    fn check(settings: &str, documents: &[&str], expected: &[&str]) {
        let text = format!("targets = [\"ja\", \"zh-CN\"]\n{settings}");
        let gate = config::read(&text).unwrap_or_else(|error| panic!("{error:?}")).gate;
        let counted: Vec<Counted> = documents.iter().map(|text| counted(text)).collect();
        let found = shortfalls(&gate, &text, &counted, Measured::All, |glob, path| glob == path);
        let shown = |finding: &Finding| {
            let arg = |name: &str| match finding.message.args.iter().find(|(own, _)| *own == name).map(|(_, arg)| arg) {
                Some(Arg::Text(text)) => text.clone(),
                Some(Arg::Count(count)) => count.to_string(),
                None => panic!("no {name}"),
            };
            let line = finding.target.as_ref().expect("a place").line - 1;
            let [locale, state, count, total, share] = ["locale", "state", "count", "total", "share"].map(arg);
            format!("{line} {locale} {state} {count}/{total} {share}")
        };
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_not_met_is_found_for_each_locale() {
        let documents = ["a zh-CN 1 0 0 9 10", "b zh-CN 0 0 0 10 0", "a ja 2 0 0 8 0"];
        check("[gate]\ntranslated = 95", &documents, &["2 ja translated 8/10 80"]);
        check("[gate]\nreviewed = 50", &documents, &["2 ja reviewed 0/10 0", "2 zh-CN reviewed 10/30 33.33"]);
        check("[gate]\nmissing = 0\ndraft = 0", &documents, &["2 ja missing 2/10 20", "2 zh-CN missing 1/30 3.34"]);
        check("", &documents, &[]);
    }

    #[test]
    fn just_enough_is_enough() {
        check("[gate]\ntranslated = 95\nstale = 5", &["a ja 0 1 0 19 0"], &[]);
        check("[gate]\ntranslated = 95.01", &["a ja 0 1 0 19 0"], &["2 ja translated 19/20 95"]);
        check("[gate]\nstale = 4.99", &["a ja 0 1 0 19 0"], &["2 ja stale 1/20 5"]);
        check("[gate]\ntranslated = 100", &["a ja 0 0 0 0 0"], &[]);
    }

    #[test]
    fn a_document_counts_for_one_threshold_of_a_state() {
        let settings = "[gate]\ntranslated = 60\n[[gate.override]]\ndocuments = [\"a\"]\ntranslated = 10\n";
        check(settings, &["a ja 8 0 0 2 0", "b ja 5 0 0 5 0"], &["2 ja translated 5/10 50"]);
        check(settings, &["a ja 10 0 0 0 0", "b ja 0 0 0 5 0"], &["5 ja translated 0/10 0"]);
        let both = "[[gate.override]]\ndocuments = [\"a\", \"b\"]\nlocales = [\"ja\"]\ntranslated = 60\n";
        check(both, &["a ja 8 0 0 2 0", "b ja 0 0 0 10 0", "a zh-CN 9 0 0 0 0"], &[]);
    }

    #[test]
    fn a_threshold_is_the_same_one_whatever_is_missing() {
        let text = "[gate]\ntranslated = 90";
        let gate = config::read(text).expect("settings").gate;
        let of = |counts| {
            let found = shortfalls(&gate, text, &[counted(counts)], Measured::All, |_, _| false);
            found[0].fingerprint()
        };
        assert_eq!(of("a zh-CN 1 0 0 1 0"), of("a zh-CN 2 0 0 1 0"));
    }

    #[test]
    fn what_is_behind_its_source_is_no_fault_of_a_translation() {
        let behind = |code, origin: &str| {
            let place = Place::new("a", "", 0..0);
            let message = Message::new("finding-draft").with("origin", origin);
            is_behind(&Finding::in_catalog(code, Severity::Error, place, "ja", message))
        };
        assert!(behind("stale", "") && behind("untranslated", "") && behind("draft", "repetition"));
        assert!(!behind("draft", "memory 87%") && !behind("numbers", "") && !behind("damaged-record", ""));
    }
}
