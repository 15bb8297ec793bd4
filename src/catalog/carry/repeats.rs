//! Repetitions: a sentence that says what another one says already.
//!
//! It gets that translation as a draft: the same words may need others in another place.

use std::collections::{HashMap, HashSet};

use crate::catalog::Record;
use crate::catalog::carry::groups::says_more;
use crate::catalog::carry::lines::{REPETITION, notes};
use crate::catalog::carry::{Carrier, Match, Place};

impl Carrier<'_> {
    /// Finds the new sentences that repeat one whose translation holds.
    pub(super) fn repetitions(&mut self) {
        let open = self.segments_where(|carrier, unit, segment| {
            matches!(carrier.matches[unit][segment], None | Some(Match::Apart(..)))
        });
        if open.is_empty() {
            return;
        }
        let mut known: HashMap<&str, Place> = HashMap::new();
        for found in self.matches.iter().flatten().flatten() {
            let Match::Same(at, line) = *found else { continue };
            let record = &self.records[at];
            // A record whose lines do not pair may have none here.
            let said = record.is_regular() && record.targets[line].has_text();
            if said && !says_more(record, line) && record.sources[line].draft().is_none() {
                known.entry(&record.sources[line].text).or_insert((at, line));
            }
        }
        for (unit, segment) in open {
            if let Some(&place) = known.get(self.units[unit].segments[segment].as_str()) {
                self.repeats.insert((unit, segment), place);
            }
        }
    }

    /// The lines that are copies of others and nothing else: they go with their sentence.
    pub(super) fn copies(&self) -> HashSet<Place> {
        let lines = |wanted: fn(&Record, usize) -> bool| {
            let records = self.records.iter().enumerate().filter(|(_, record)| record.is_regular() && !record.guest);
            records.flat_map(move |(at, record)| {
                (0..record.sources.len()).filter(move |&line| wanted(record, line)).map(move |line| (at, line))
            })
        };
        let copies: Vec<Place> = lines(is_copy).collect();
        if copies.is_empty() {
            return HashSet::new();
        }
        let originals: HashSet<(&str, &str)> =
            lines(|record, line| !is_copy(record, line)).map(|(at, line)| pair(&self.records[at], line)).collect();
        copies.into_iter().filter(|&(at, line)| originals.contains(&pair(&self.records[at], line))).collect()
    }

    /// Whether a record that lost its unit holds copies and nothing that a person wrote.
    pub(super) fn is_only_copies(&self, at: usize, copies: &HashSet<Place>) -> bool {
        let record = &self.records[at];
        let said = |line: &usize| record.targets[*line].has_text();
        record.is_regular()
            && !copies.is_empty()
            && record.tail.is_empty()
            && record.attributes.is_empty()
            && self.taken[at].iter().all(|taken| !taken)
            && (0..record.sources.len()).filter(said).all(|line| copies.contains(&(at, line)))
            && record.sources.iter().all(|source| notes(source).next().is_none())
    }
}

/// Whether a line was filled in from an equal sentence and says nothing else since.
fn is_copy(record: &Record, line: usize) -> bool {
    record.sources[line].draft() == Some(REPETITION) && !says_more(record, line)
}

fn pair(record: &Record, line: usize) -> (&str, &str) {
    (&record.sources[line].text, &record.targets[line].raw)
}
