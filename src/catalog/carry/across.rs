//! Across the document: sentences that moved, came back, or were edited on the way.

use std::collections::HashMap;

use crate::catalog::Record;
use crate::catalog::carry::groups::{made_from, says_more};
use crate::catalog::carry::lines::{line_is_kept, waits_for};
use crate::catalog::carry::{Carrier, Match, Place};
use crate::catalog::matching;
use crate::change::form;

/// A run of sentences is looked for by so many characters of the first.
const RUN_KEY: usize = 6;

/// Where so many sentences begin alike only the first are looked at: the search stays linear.
const MOST_PLACES: usize = 32;

impl Carrier<'_> {
    /// Sentences that moved to another unit, or come back from an obsolete record.
    pub(super) fn across_equal(&mut self, wanted: fn(&Record, usize) -> bool) {
        let free = self.free_lines(wanted);
        let open = self.open_segments();
        if free.is_empty() {
            return;
        }
        let new: Vec<String> = open.iter().map(|&(unit, at)| form(&self.units[unit].segments[at])).collect();
        let old: Vec<String> = free.iter().map(|&(at, line)| form(&self.records[at].sources[line].text)).collect();
        for (index, from) in matching::equal(&old, &new).into_iter().enumerate() {
            if let Some(from) = from {
                let ((unit, segment), (record, line)) = (open[index], free[from]);
                self.take(unit, segment, Match::Same(record, line));
            }
        }
        let stale: Vec<(usize, usize)> = free
            .into_iter()
            .filter(|&(at, line)| !self.taken[at][line] && says_more(&self.records[at], line))
            .collect();
        let mut back: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for &(at, line) in stale.iter().rev() {
            back.entry(form(&made_from(&self.records[at], line))).or_default().push((at, line));
        }
        for (unit, segment) in self.segments_where(|carrier, unit, segment| carrier.is_vacant(unit, segment)) {
            let now = form(&self.units[unit].segments[segment]);
            if let Some((record, line)) = back.get_mut(&now).and_then(Vec::pop) {
                self.take(unit, segment, Match::Reverted(record, line));
            }
        }
        self.across_runs(
            back.into_iter().flat_map(|(text, lines)| lines.into_iter().map(move |line| (line, text.clone()))),
        );
    }

    /// Lines whose text is back in another unit, cut into several sentences.
    pub(super) fn across_runs(&mut self, lines: impl Iterator<Item = (Place, String)>) {
        let mut lines: Vec<(Place, String)> = lines.collect();
        if lines.is_empty() {
            return;
        }
        lines.sort_unstable();
        let start_of = |text: &str| text.chars().take(RUN_KEY).collect::<String>();
        let mut starts: HashMap<String, Vec<Place>> = HashMap::new();
        for (unit, segment) in self.segments_where(|carrier, unit, segment| carrier.is_vacant(unit, segment)) {
            starts.entry(start_of(&form(&self.units[unit].segments[segment]))).or_default().push((unit, segment));
        }
        for ((at, line), text) in lines {
            let Some(places) = starts.get(&start_of(&text)) else { continue };
            let vacant = |unit: usize, segment: usize| !self.said_above[unit][segment] && self.is_vacant(unit, segment);
            let found = places.iter().take(MOST_PLACES).find_map(|&(unit, start)| {
                // A note above a sentence within the run stays there.
                let open = |segment: usize| !self.said_above[unit][segment] && self.is_untranslated(unit, segment);
                let run = || {
                    self.run_at(
                        unit,
                        start,
                        &text,
                        |_| false,
                        |segment| segment > start && open(segment) || vacant(unit, segment),
                    )
                };
                Some((unit, vacant(unit, start).then(run)??))
            });
            if let Some((unit, run)) = found {
                self.take(unit, run.start, Match::Reverted(at, line));
                self.said_above[unit][run.start + 1..run.end].fill(true);
            }
        }
    }

    /// A line that waits at one sentence while what it translates is back at another, which has nothing:
    /// it goes back there.
    pub(super) fn uncross(&mut self) {
        let mut waiting: Vec<(Place, Place, String)> = Vec::new();
        for (unit, matches) in self.matches.iter().enumerate() {
            for (segment, found) in matches.iter().enumerate() {
                let Some(Match::Same(at, line)) = *found else { continue };
                let was = waits_for(&self.records[at], line).map(form);
                let now = || form(&self.units[unit].segments[segment]);
                if let Some(was) = was.filter(|was| *was != now()) {
                    waiting.push(((unit, segment), (at, line), was));
                }
            }
        }
        if waiting.is_empty() {
            return;
        }
        // A sentence with an untranslated line of its own was there all along.
        let mut vacant: HashMap<String, Vec<Place>> = HashMap::new();
        for (unit, segment) in self.segments_where(|carrier, unit, segment| carrier.matches[unit][segment].is_none()) {
            vacant.entry(form(&self.units[unit].segments[segment])).or_default().push((unit, segment));
        }
        for ((unit, segment), (at, line), was) in waiting {
            if let Some((back, place)) = vacant.get_mut(&was).and_then(Vec::pop) {
                self.matches[unit][segment] = None;
                self.matches[back][place] = Some(Match::Reverted(at, line));
            }
        }
    }

    /// Of two equal texts one is gone: its translation serves the other, if that has none.
    pub(super) fn across_vacant(&mut self) {
        let mut free: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        // What is said in a line above goes nowhere without that line.
        let has_text = |record: &Record, line: usize| record.targets[line].has_text();
        for (at, line) in self.free_lines(has_text).into_iter().rev() {
            free.entry(form(&self.records[at].sources[line].text)).or_default().push((at, line));
        }
        if free.is_empty() {
            return;
        }
        for (unit, segment) in self.segments_where(|carrier, unit, segment| carrier.is_vacant(unit, segment)) {
            let now = form(&self.units[unit].segments[segment]);
            if let Some((record, line)) = free.get_mut(&now).and_then(Vec::pop) {
                self.take(unit, segment, Match::Same(record, line));
            }
        }
    }

    /// A sentence that moved and was edited at once: similar, first in order, then anywhere; nothing else
    /// claims either.
    pub(super) fn across_similar(&mut self) {
        let mut free = self.free_lines(line_is_kept);
        free.retain(|&(at, _)| self.records[at].obsolete.is_none());
        let open = self.open_segments();
        let old: Vec<&str> = free.iter().map(|&(at, line)| self.records[at].sources[line].text.as_str()).collect();
        let new: Vec<&str> = open.iter().map(|&(unit, at)| self.units[unit].segments[at].as_str()).collect();
        let ordered = matching::similar(&old, &new, matching::LEAST_LIKENESS_ELSEWHERE);
        let anywhere = matching::similar_anywhere(&old, &new, matching::LEAST_LIKENESS_ELSEWHERE);
        for (from, to) in ordered.into_iter().chain(anywhere) {
            let ((unit, segment), (record, line)) = (open[to], free[from]);
            if self.matches[unit][segment].is_none() && !self.taken[record][line] {
                self.take(unit, segment, Match::Edited(record, line));
            }
        }
    }

    /// A sentence that stands alone between the same two neighbours, though a paragraph was split or merged there:
    /// it was written for the one that stood there.
    pub(super) fn across_rewritten(&mut self) {
        let open = |carrier: &Carrier, unit: usize, segment: usize| {
            let free = carrier.settled[unit].is_none() && !carrier.said_above[unit][segment];
            free && carrier.matches[unit][segment].is_none()
        };
        let segments: Vec<Place> =
            self.matches.iter().enumerate().flat_map(|(unit, all)| (0..all.len()).map(move |at| (unit, at))).collect();
        let mut lines: Vec<Place> = Vec::new();
        for (at, record) in self.records.iter().enumerate() {
            if record.is_regular() && record.obsolete.is_none() && !record.guest {
                lines.extend((0..record.sources.len()).map(|line| (at, line)));
            }
        }
        let is_left = |carrier: &Carrier, (at, line): Place| {
            !carrier.taken[at][line] && carrier.records[at].targets[line].has_text()
        };
        // Most of the time there is nothing to look for.
        if !lines.iter().any(|&line| is_left(self, line)) || !segments.iter().any(|&(unit, at)| open(self, unit, at)) {
            return;
        }
        let places: HashMap<Place, usize> = lines.iter().enumerate().map(|(index, &place)| (place, index)).collect();
        let paired: Vec<Option<usize>> = segments
            .iter()
            .map(|&(unit, segment)| self.matches[unit][segment].and_then(|found| places.get(&found.place()).copied()))
            .collect();
        for (olds, news) in matching::gaps(&paired, lines.len()) {
            let olds: Vec<usize> = olds.into_iter().filter(|&line| !self.taken[lines[line].0][lines[line].1]).collect();
            if !news.iter().all(|&at| open(self, segments[at].0, segments[at].1)) {
                continue;
            }
            for (from, to) in matching::rewritten(&olds, &news) {
                let ((unit, segment), (record, line)) = (segments[to], lines[from]);
                if is_left(self, lines[from]) {
                    self.take(unit, segment, Match::Edited(record, line));
                }
            }
        }
    }
}
