//! `check --baseline`: what an earlier check has found is known and blocks nothing.
//!
//! The file is a JSON report of `check`. Findings are counted by their fingerprint: where it knows one and
//! there are two, one of them is new. What only went to another document or record stays known.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;

use crate::finding::{Finding, Message};
use crate::gate;
use crate::project::disk;
use crate::project::workspace::Error;

/// The version of the JSON report that can be read.
const VERSION: u64 = 1;

/// What an earlier check found.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// The file, as it was named.
    pub path: String,
    entries: Vec<Entry>,
}

/// A finding of the file, as far as it is needed to know it again.
#[derive(Debug, Clone, Deserialize)]
struct Entry {
    code: String,
    fingerprint: String,
    locale: String,
    // Findings about pairs have none.
    #[serde(default)]
    path: String,
    #[serde(default)]
    evidence: String,
    translation: Option<String>,
}

#[derive(Deserialize)]
struct Head {
    version: u64,
}

#[derive(Deserialize)]
struct Report {
    findings: Vec<Entry>,
}

/// What was checked this time: only that can be gone.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'s> {
    /// The documents; `None` for all, glossaries and whatever else is found in a workspace included.
    pub documents: Option<&'s [String]>,
    /// The locales; all if there are none.
    pub locales: &'s [String],
}

/// Findings beside a baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Whether each is new, in their order.
    pub is_new: Vec<bool>,
    /// How many are known.
    pub known: usize,
    /// How many known ones are gone.
    pub gone: usize,
}

impl Baseline {
    /// Reads a file. What is no JSON report of `check` is an error.
    pub fn read(file: &Path) -> Result<Baseline, Error> {
        let text = disk::read_named(file)?;
        Baseline::of(file.to_string_lossy().into_owned(), text.trim_start_matches('\u{feff}')).map_err(Error::Message)
    }

    fn of(path: String, text: &str) -> Result<Baseline, Message> {
        let foreign = |error: serde_json::Error| {
            Message::new("error-baseline").with("path", path.as_str()).with("why", error.to_string())
        };
        let head: Head = serde_json::from_str(text).map_err(foreign)?;
        if head.version != VERSION {
            let wrong = Message::new("error-baseline-version").with("path", path.as_str());
            return Err(wrong.with("found", head.version.to_string()).with("known", VERSION.to_string()));
        }
        let report: Report = serde_json::from_str(text).map_err(foreign)?;
        // A threshold is no debt: it says how much of that there may be.
        let entries = report.findings.into_iter().filter(|entry| entry.code != gate::CODE).collect();
        Ok(Baseline { path, entries })
    }

    /// Returns which of the findings of a check are new, and how many known ones are gone.
    pub fn compare(&self, findings: &[&Finding], scope: Scope<'_>) -> Compared {
        let mut is_new = vec![true; findings.len()];
        let mut is_used = vec![false; self.entries.len()];
        let printed = findings.iter().map(|finding| Some(finding.fingerprint())).collect::<Vec<_>>();
        pair(&self.entries, |entry| Some(entry.fingerprint.clone()), &printed, &mut is_used, &mut is_new);
        // A document was renamed, a sentence moved, a paragraph was cut in two: the same debt elsewhere.
        let moved = findings.iter().map(|finding| content_of(finding)).collect::<Vec<_>>();
        pair(&self.entries, content, &moved, &mut is_used, &mut is_new);
        let gone = self.entries.iter().zip(&is_used).filter(|(entry, used)| !**used && scope.holds(entry)).count();
        Compared { known: is_new.iter().filter(|new| !**new).count(), is_new, gone }
    }
}

impl Scope<'_> {
    fn holds(&self, entry: &Entry) -> bool {
        (self.locales.is_empty() || self.locales.contains(&entry.locale))
            && self.documents.is_none_or(|documents| documents.contains(&entry.path))
    }
}

/// Pairs entries with findings of the same key, each with one at most.
fn pair<K: Eq + std::hash::Hash>(
    entries: &[Entry],
    key: impl Fn(&Entry) -> Option<K>,
    findings: &[Option<K>],
    is_used: &mut [bool],
    is_new: &mut [bool],
) {
    let mut free: HashMap<K, Vec<usize>> = HashMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(at, _)| !is_used[*at]) {
        key(entry).into_iter().for_each(|key| free.entry(key).or_default().push(at));
    }
    for (is_new, key) in is_new.iter_mut().zip(findings).filter(|(is_new, _)| **is_new) {
        let Some(entry) = key.as_ref().and_then(|key| free.get_mut(key)).and_then(Vec::pop) else { continue };
        is_used[entry] = true;
        *is_new = false;
    }
}

/// What a finding says, wherever that stands; `None` where it says too little to be known by it.
type Content = (String, String, String, String);

fn content(entry: &Entry) -> Option<Content> {
    let translation = entry.translation.clone().unwrap_or_default();
    told(&entry.code, &entry.locale, &entry.evidence, translation)
}

fn content_of(finding: &Finding) -> Option<Content> {
    let translation = finding.translation.clone().unwrap_or_default();
    told(finding.code, &finding.locale, &finding.evidence, translation)
}

fn told(code: &str, locale: &str, evidence: &str, translation: String) -> Option<Content> {
    let says_enough = !(evidence.is_empty() && translation.is_empty());
    says_enough.then(|| (code.to_owned(), locale.to_owned(), evidence.to_owned(), translation))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Place, Severity};

    /// A finding written `DOCUMENT ID EVIDENCE`.
    fn finding(text: &str) -> Finding {
        let [document, id, evidence] = text.split(' ').collect::<Vec<_>>()[..] else { panic!("{text}") };
        let place = Place { path: "a.ftl".to_owned(), span: 0..0, line: 1, column: 1, end_line: 1, end_column: 1 };
        Finding {
            document: document.to_owned(),
            id: Some(id.to_owned()),
            evidence: evidence.to_owned(),
            ..Finding::in_catalog("draft", Severity::Error, place, "ja", Message::new("finding-draft"))
        }
    }

    fn baseline(findings: &[&str]) -> Baseline {
        let entry = |text: &&str| {
            let finding = finding(text);
            serde_json::json!({
                "code": finding.code, "path": finding.document, "locale": finding.locale, "id": finding.id,
                "evidence": finding.evidence, "translation": null, "fingerprint": finding.fingerprint(), "more": 1,
            })
        };
        let findings: Vec<_> = findings.iter().map(entry).collect();
        let text = serde_json::json!({ "version": 1, "findings": findings }).to_string();
        Baseline::of("old.json".to_owned(), &text).expect("a report")
    }

    const ALL: Scope<'static> = Scope { documents: None, locales: &[] };

    /// Compares which findings are new, and how many of the known ones are gone.
    #[track_caller]
    fn check(known: &[&str], found: &[&str], new: &[&str], gone: usize) {
        let findings: Vec<Finding> = found.iter().map(|text| finding(text)).collect();
        let compared = baseline(known).compare(&findings.iter().collect::<Vec<_>>(), ALL);
        let news = found.iter().zip(&compared.is_new).filter(|(_, new)| **new).map(|(text, _)| *text);
        assert_eq!((news.collect::<Vec<_>>(), compared.gone), (new.to_vec(), gone));
        assert_eq!(compared.known, found.len() - new.len());
    }

    #[test]
    fn what_was_found_before_is_known_in_any_order() {
        check(&["a 1 x", "b 1 y"], &["b 1 y", "a 1 x"], &[], 0);
        check(&["a 1 x"], &["a 1 x", "a 2 y"], &["a 2 y"], 0);
        check(&[], &["a 1 x"], &["a 1 x"], 0);
    }

    #[test]
    fn a_second_one_like_a_known_one_is_new() {
        check(&["a 1 x"], &["a 1 x", "a 1 x"], &["a 1 x"], 0);
        check(&["a 1 x", "a 1 x"], &["a 1 x", "a 1 x"], &[], 0);
    }

    #[test]
    fn what_is_not_found_any_more_is_gone() {
        check(&["a 1 x", "a 1 x", "b 1 y"], &["a 1 x"], &[], 2);
        check(&["a 1 x"], &["a 1 z"], &["a 1 z"], 1);
    }

    #[test]
    fn what_moved_is_known_once() {
        check(&["a 1 x"], &["b 1 x"], &[], 0);
        check(&["a 1 x"], &["a 2 x"], &[], 0);
        // The one in its place comes first, whatever the order.
        check(&["a 1 x"], &["b 1 x", "a 1 x"], &["b 1 x"], 0);
    }

    #[test]
    fn what_was_not_checked_is_not_gone() {
        let gone = |documents: Option<&[String]>, locales: &[String]| {
            baseline(&["a 1 x", "b 1 y"]).compare(&[], Scope { documents, locales }).gone
        };
        assert_eq!(gone(None, &[]), 2);
        assert_eq!(gone(Some(&["b".to_owned()]), &[]), 1);
        assert_eq!(gone(None, &["zh-CN".to_owned()]), 0);
    }

    #[test]
    fn a_threshold_is_never_known() {
        let text = r#"{"version":1,"findings":[{"code":"gate","fingerprint":"0","locale":"ja","evidence":"x"}]}"#;
        let baseline = Baseline::of("old.json".to_owned(), text).expect("a report");
        let found = Finding { code: gate::CODE, ..finding("a 1 x") };
        let expected = Compared { is_new: vec![true], known: 0, gone: 0 };
        assert_eq!(baseline.compare(&[&found], ALL), expected);
    }

    #[test]
    fn a_file_that_is_no_report_is_refused() {
        let refused = |text: &str| Baseline::of("old.json".to_owned(), text).map(|_| ()).map_err(|error| error.id);
        assert_eq!(refused(r#"{"version":1,"findings":[]}"#), Ok(()));
        assert_eq!(refused(r#"{"version":2,"reports":[]}"#), Err("error-baseline-version"));
        for text in ["", "[]", "{}", r#"{"version":1,"documents":[]}"#, r#"{"version":1,"findings":[{"code":"a"}]}"#] {
            assert_eq!(refused(text), Err("error-baseline"), "{text}");
        }
    }
}
