//! Giving back records of an earlier version of a catalog, where the rest of the file has changed since.
//!
//! Works on the bytes of records, whatever they say. A record that somebody has worked on is not overwritten.

use std::collections::{HashMap, HashSet};

use crate::catalog::update::with_blank_line;
use crate::catalog::{self, Record};
use crate::fluent::file::{self, Entry};
use crate::text::{Edit, Span, apply};

/// A catalog with the records given back that could be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenBack {
    /// Its text.
    pub text: String,
    /// Ids of records that are as they were before.
    pub records: Vec<String>,
    /// Ids of records that stay as they are: somebody has changed them since.
    pub left: Vec<String>,
}

/// Returns the ids of records that two versions of a catalog do not share, in file order.
pub fn changed_records(before: &str, after: &str) -> Vec<String> {
    let (before, after) = (Version::read(before), Version::read(after));
    changed(&before, &after).into_iter().map(str::to_owned).collect()
}

/// Takes back in `now` what an operation did that made `after` of `before`, record by record.
///
/// A record that the operation changed or removed is given back where it is as the operation left it.
/// One that the operation added goes where it holds no translation; the line may have come from elsewhere.
pub fn take_back(before: &str, after: &str, now: &str) -> TakenBack {
    let (old, left_by, current) = (Version::read(before), Version::read(after), Version::read(now));
    let mut taken = TakenBack::default();
    let mut edits = Vec::new();
    for id in changed(&old, &left_by) {
        let [was, done, is] = [&old, &left_by, &current].map(|version| version.get(id));
        if was == is {
            continue;
        }
        let is_translated = || was.is_none() && done.clone().is_some_and(has_text);
        let is_twice = || [&old, &left_by, &current].iter().any(|version| version.twice.contains(id));
        if is != done || current.is_closed || is_twice() || is_translated() {
            taken.left.push(id.to_owned());
            continue;
        }
        edits.push(current.edit(&old, id));
        taken.records.push(id.to_owned());
    }
    taken.text = apply(now, edits);
    taken
}

/// Returns `now` with one record as `before` has it; `None` where `before` has none, or it is so already.
pub fn bring_back(before: &str, now: &str, id: &str) -> Option<String> {
    let (old, current) = (Version::read(before), Version::read(now));
    let was = old.get(id)?;
    let is_unclear = current.is_closed || old.twice.contains(id) || current.twice.contains(id);
    if is_unclear || current.get(id).as_ref() == Some(&was) {
        return None;
    }
    Some(apply(now, vec![current.edit(&old, id)]))
}

fn has_text(record: String) -> bool {
    // The key of source lines plays no part in whether there is a translation.
    catalog::read(record, "en").records.iter().any(Record::has_text)
}

/// Returns the ids of records that differ, those of `after` that are new last.
fn changed<'v>(before: &Version<'v>, after: &Version<'v>) -> Vec<&'v str> {
    let differs = |id: &&str| before.get(id) != after.get(id);
    let new = after.ids.iter().filter(|id| !before.spans.contains_key(**id));
    before.ids.iter().chain(new).copied().filter(|id| differs(id)).collect()
}

/// A version of a catalog as its records.
struct Version<'t> {
    text: &'t str,
    spans: HashMap<&'t str, Span>,
    /// In file order.
    ids: Vec<&'t str>,
    /// Ids that stand there more than once: nobody can tell which record is meant.
    twice: HashSet<&'t str>,
    /// Where the header ends.
    header: usize,
    /// Whether it holds conflict markers: its records are then not to be trusted.
    is_closed: bool,
}

impl<'t> Version<'t> {
    fn read(text: &'t str) -> Version<'t> {
        let file = file::read(text);
        let mut version = Version {
            text,
            spans: HashMap::new(),
            ids: Vec::new(),
            twice: HashSet::new(),
            header: header(text, &file.entries),
            is_closed: file.conflict.is_some(),
        };
        for message in file.messages() {
            let start = message.header.start;
            let Some(id) = text[start..].get(..message.id.len()).filter(|id| *id == message.id) else { continue };
            if version.spans.contains_key(id) {
                version.twice.insert(id);
                continue;
            }
            version.spans.insert(id, message.span.clone());
            version.ids.push(id);
        }
        version
    }

    /// Returns the bytes of a record with plain line ends, the last one included.
    fn get(&self, id: &str) -> Option<String> {
        let text = &self.text[self.spans.get(id)?.clone()];
        Some(format!("{}\n", text.replace("\r\n", "\n").trim_end_matches('\n')))
    }

    /// Returns the edit that makes a record what it is in `old`.
    fn edit(&self, old: &Version, id: &str) -> Edit {
        let with_line_ends = |text: String| if self.text.contains("\r\n") { text.replace('\n', "\r\n") } else { text };
        match (old.get(id), self.spans.get(id)) {
            (Some(record), Some(span)) => Edit::new(span.clone(), with_line_ends(record)),
            (Some(record), None) => {
                let at = self.behind(old, id);
                let gap = if at == 0 || self.text[..at].ends_with('\n') { "\n" } else { "\n\n" };
                Edit::new(at..at, with_line_ends(format!("{gap}{record}")))
            }
            (None, Some(span)) => Edit::new(with_blank_line(self.text, span.clone()), ""),
            (None, None) => Edit::new(0..0, ""),
        }
    }

    /// Returns where a record goes that is not there: behind the one it stood behind, as far as that is known.
    fn behind(&self, old: &Version, id: &str) -> usize {
        let before = old.ids.iter().take_while(|own| **own != id);
        let spans: Vec<&Span> = before.filter_map(|own| self.spans.get(own)).collect();
        spans.last().map_or(self.header, |span| span.end)
    }
}

/// Returns where the comments end that head a file.
fn header(text: &str, entries: &[Entry]) -> usize {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let heads = entries.iter().map_while(|entry| match entry {
        Entry::Comment { level: 3, span, .. } => Some(span.end),
        _ => None,
    });
    heads.last().unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes records as a catalog: `"a=1 b=2"` is two records of one line.
    fn catalog(records: &str) -> String {
        let record = |part: &str| {
            let (id, line) = part.split_once('=').unwrap();
            format!("\n# en: {id}\n{id} =\n    {line}\n")
        };
        let records: String = records.split_whitespace().map(record).collect();
        format!("### head\n{records}")
    }

    #[track_caller]
    fn check(before: &str, after: &str, now: &str, expected: &str, left: &str) {
        let taken = take_back(&catalog(before), &catalog(after), &catalog(now));
        assert_eq!(taken.text, catalog(expected));
        assert_eq!(taken.left.join(" "), left);
    }

    #[test]
    fn record_that_stands_as_it_was_left_is_given_back() {
        check("a=1 b=1", "a=2 b=2", "a=2 b=3", "a=1 b=3", "b");
        check("a=1 b=1", "a=2 b=1", "a=2 b=3", "a=1 b=3", "");
    }

    #[test]
    fn record_that_is_as_before_already_is_not_named() {
        let taken = take_back(&catalog("a=1"), &catalog("a=2"), &catalog("a=1 b=1"));
        assert_eq!((taken.records.len(), taken.left.len()), (0, 0));
    }

    #[test]
    fn removed_record_comes_back_behind_its_neighbour() {
        check("a=1 b=1 c=1 d=1", "a=1 d=1", "a=9 d=1", "a=9 b=1 c=1 d=1", "");
        check("a=1 b=1", "b=1", "b=9", "a=1 b=9", "");
        check("a=1 b=1", "", "z=1", "a=1 b=1 z=1", "");
    }

    #[test]
    fn removed_record_that_somebody_wrote_again_is_left() {
        check("a=1 b=1", "a=1", "a=1 b=9", "a=1 b=9", "b");
    }

    #[test]
    fn added_record_goes_only_without_a_translation() {
        check("a=1", "a=1 b={\"\"}", "a=9 b={\"\"}", "a=9", "");
        check("a=1", "a=1 b=1", "a=9 b=1", "a=9 b=1", "b");
        check("a=1", "b={\"\"} c=1", "b={\"\"} c=9", "a=1 c=9", "c");
    }

    #[test]
    fn record_that_stands_there_twice_is_left() {
        check("a=1", "a=2", "a=2 a=3", "a=2 a=3", "a");
    }

    #[test]
    fn file_with_conflict_markers_is_left() {
        let now = catalog("a=2") + "<<<<<<< ours\n";
        let taken = take_back(&catalog("a=1"), &catalog("a=2"), &now);
        assert_eq!((taken.text, taken.left), (now.clone(), vec!["a".to_owned()]));
        assert_eq!(bring_back(&catalog("a=1"), &now, "a"), None);
    }

    #[test]
    fn line_ends_are_those_of_the_file() {
        let now = catalog("a=2 c=1").replace('\n', "\r\n");
        let taken = take_back(&catalog("a=1 b=1"), &catalog("a=2"), &now);
        assert_eq!(taken.text, catalog("a=1 b=1 c=1").replace('\n', "\r\n"));
    }

    #[test]
    fn one_record_is_brought_back_whatever_stands_there() {
        let brought = |before: &str, now: &str, id: &str| bring_back(&catalog(before), &catalog(now), id);
        assert_eq!(brought("a=1 b=1", "a=2 b=2", "b"), Some(catalog("a=2 b=1")));
        assert_eq!(brought("a=1 b=1", "a=2", "b"), Some(catalog("a=2 b=1")));
        assert_eq!(brought("a=1 b=1", "a=2 b=1", "b"), None);
        assert_eq!(brought("a=1", "a=2 b=1", "b"), None);
    }
}
