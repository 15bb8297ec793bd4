//! The carry: every segment of today's source gets its translation back, wherever it went.
//!
//! It works on segments, not on units: first inside the record that a unit has, then across the
//! document (split and merged paragraphs, moved sentences), equal ones before similar ones. What
//! vanished keeps its translation in an obsolete record. Nothing here is lost and nothing that lost
//! its ground stays fresh; `update` only writes the result down.

use std::collections::{HashMap, HashSet};

use crate::catalog::matching;
use crate::catalog::{Above, Catalog, Record, SourceLine, TargetLine};
use crate::change::{Class, class, form};
use crate::fluent::codec::Value;
use crate::segment::Unit;
use crate::text::{Span, fingerprint, join_lines};

/// What a carry found: one entry a unit, and what belongs to no unit any more.
#[derive(Debug, Clone, Default)]
pub struct Carried {
    /// The units of the document, in order.
    pub units: Vec<CarriedUnit>,
    /// Records (indices into the catalog) without a unit, with the lines that stay in them.
    pub obsolete: Vec<Vanished>,
    /// Records whose every line went elsewhere, with the unit that took their notes.
    pub emptied: Vec<(usize, usize)>,
    /// Guests, with the lines that moved here.
    pub guests: Vec<Vanished>,
}

/// A unit and its translation.
#[derive(Debug, Clone)]
pub struct CarriedUnit {
    /// Its id.
    pub id: String,
    /// Its record in the catalog as it is.
    pub record: Option<usize>,
    /// One entry a segment.
    pub lines: Vec<CarriedLine>,
    /// For a record whose lines do not pair with its source lines: the target lines as they are.
    pub whole: Option<Vec<TargetLine>>,
    /// Notes and waivers about the record.
    pub tail: Vec<String>,
    /// Who translated it.
    pub by: Option<String>,
    /// Sentences of the unit that are gone, with their translation.
    pub vanished: Vec<Vanished>,
}

/// A segment and its translation.
#[derive(Debug, Clone, Default)]
pub struct CarriedLine {
    /// The source line as a record will have it. Its text is today's, or an older one of equal form.
    pub source: SourceLine,
    /// The translation.
    pub target: TargetLine,
    /// The record and line of the catalog that hold the translation now.
    pub from: Option<(usize, usize)>,
}

/// Lines of a record whose source is gone from where they stand.
#[derive(Debug, Clone)]
pub struct Vanished {
    /// The record they stand in.
    pub record: usize,
    /// The lines of it that are meant.
    pub lines: Vec<usize>,
}

/// Carries the translations of `catalog` over to `units`, whose ids are `ids`.
pub fn carry(units: &[Unit], ids: &[String], catalog: &Catalog) -> Carried {
    let mut carrier = Carrier::new(units, ids, catalog);
    carrier.damaged(catalog);
    for unit in 0..units.len() {
        carrier.inside(unit);
    }
    carrier.across_equal(line_is_kept);
    carrier.across_equal(line_has_notes);
    carrier.uncross();
    for unit in 0..units.len() {
        carrier.edits_inside(unit);
    }
    carrier.across_similar();
    carrier.across_vacant();
    carrier.groups();
    carrier.finish()
}

/// Where a segment's translation comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Match {
    /// The source line says what it said.
    Same(usize, usize),
    /// The source is again what was translated.
    Reverted(usize, usize),
    /// Something else stands there now.
    Edited(usize, usize),
    /// It was said together with others and stands apart now: its notes stay, there is no translation.
    Apart(usize, usize),
}

impl Match {
    fn place(self) -> (usize, usize) {
        match self {
            Match::Same(record, line)
            | Match::Reverted(record, line)
            | Match::Edited(record, line)
            | Match::Apart(record, line) => (record, line),
        }
    }
}

struct Carrier<'c> {
    units: &'c [Unit],
    ids: &'c [String],
    records: &'c [Record],
    /// For each unit its record, if it has one.
    record_of: Vec<Option<usize>>,
    /// For each record the unit that has it.
    unit_of: Vec<Option<usize>>,
    /// For each segment of each unit what it is matched with.
    matches: Vec<Vec<Option<Match>>>,
    /// For each segment whether it is said in the line above again.
    said_above: Vec<Vec<bool>>,
    /// For each line of each record whether it is matched.
    taken: Vec<Vec<bool>>,
    /// Units that are handled as a whole (unequal counts, or cut differently).
    settled: Vec<Option<CarriedUnit>>,
}

impl<'c> Carrier<'c> {
    fn new(units: &'c [Unit], ids: &'c [String], catalog: &'c Catalog) -> Carrier<'c> {
        let records = &catalog.records[..];
        let mut by_id: HashMap<&str, usize> = HashMap::with_capacity(records.len());
        for (at, record) in records.iter().enumerate().filter(|(_, record)| !record.guest) {
            // Of two records with one id the first that holds a translation counts, and `update` renames
            // the other: a record that lost its id gets an empty double from `sync` before it is mended.
            let first = by_id.entry(&record.id).or_insert(at);
            if !records[*first].has_text() && record.has_text() {
                *first = at;
            }
        }
        let mut unit_of = vec![None; records.len()];
        let record_of: Vec<Option<usize>> = ids.iter().map(|id| by_id.get(id.as_str()).copied()).collect();
        for (unit, record) in record_of.iter().enumerate() {
            if let Some(record) = record {
                unit_of[*record] = Some(unit);
            }
        }
        Carrier {
            units,
            ids,
            records,
            record_of,
            unit_of,
            matches: units.iter().map(|unit| vec![None; unit.segments.len()]).collect(),
            said_above: units.iter().map(|unit| vec![false; unit.segments.len()]).collect(),
            taken: records.iter().map(|record| vec![false; record.sources.len()]).collect(),
            settled: vec![None; units.len()],
        }
    }

    /// A unit whose record is damaged counts as missing. It takes nothing from elsewhere: its record
    /// is not written, so what it took would be lost.
    fn damaged(&mut self, catalog: &Catalog) {
        let damaged: HashSet<&str> = catalog.damaged_ids().collect();
        for unit in 0..self.units.len() {
            if self.record_of[unit].is_some() || !damaged.contains(self.ids[unit].as_str()) {
                continue;
            }
            let mut missing = self.unit_with(unit, None);
            missing.lines = (0..self.units[unit].segments.len()).map(|at| self.line(unit, at)).collect();
            self.settled[unit] = Some(missing);
        }
    }

    /// Matches the segments of a unit with the lines of its own record.
    fn inside(&mut self, unit: usize) {
        let Some(at) = self.record_of[unit] else { return };
        let record = &self.records[at];
        let segments = &self.units[unit].segments;
        if !record.is_regular() && record.has_text() {
            self.settled[unit] = Some(self.irregular(unit, at));
            return;
        }
        let same_text = |source: &SourceLine, segment: &String| source.text == *segment;
        if record.sources.len() == segments.len() && record.sources.iter().zip(segments).all(|(a, b)| same_text(a, b)) {
            for (line, found) in self.matches[unit].iter_mut().enumerate() {
                *found = Some(Match::Same(at, line));
                self.taken[at][line] = true;
            }
            return;
        }
        let old: Vec<String> = record.sources.iter().map(|source| form(&source.text)).collect();
        let new: Vec<String> = segments.iter().map(|segment| form(segment)).collect();
        // What was translated before the last edit may stand there again: that is no new cut.
        let back = |line| waits_for(record, line).map(form).is_some_and(|was| new.contains(&was));
        let is_back = (0..record.sources.len()).any(back);
        if old != new && !is_back && form(&record.joined()) == form(&join_lines(segments)) {
            // Where nothing was said there is nothing to group, and the sentences stay open.
            let said = record.has_text() || (0..record.sources.len()).any(|line| line_has_notes(record, line));
            if let Some(regrouped) = said.then(|| self.regrouped(unit, at)).flatten() {
                self.settled[unit] = Some(regrouped);
            }
            return;
        }
        for (segment, from) in matching::equal(&old, &new).into_iter().enumerate() {
            if let Some(line) = from {
                self.take(unit, segment, Match::Same(at, line));
            }
        }
        self.back_inside(unit, at, &old, &new);
    }

    /// What was translated before the last edit may be back, also cut into several sentences.
    fn back_inside(&mut self, unit: usize, at: usize, old: &[String], new: &[String]) {
        let record = &self.records[at];
        for (line, source) in record.sources.iter().enumerate() {
            let Some((_, was)) = source.was() else { continue };
            let Some(back) = self.open_run(unit, &form(was), Match::Same(at, line), new) else { continue };
            let place = self.matches[unit].iter().position(|found| *found == Some(Match::Same(at, line)));
            if let Some(place) = place.filter(|place| back.contains(place)) {
                self.matches[unit][place] = None;
            } else if self.taken[at][line] {
                // Its text of today stands there too: an equal line may take that place.
                let other = (0..old.len()).find(|&other| !self.taken[at][other] && old[other] == old[line]);
                let (Some(place), Some(other)) = (place, other) else { continue };
                debug_assert_eq!(new[place], old[other]);
                self.take(unit, place, Match::Same(at, other));
            }
            self.take(unit, back.start, Match::Reverted(at, line));
            self.said_above[unit][back.start + 1..back.end].fill(true);
        }
    }

    /// Whether a sentence has no translation yet; there may be notes about it.
    fn is_untranslated(&self, unit: usize, segment: usize) -> bool {
        self.matches[unit][segment].is_none_or(|found| {
            let (at, line) = found.place();
            matches!(found, Match::Apart(..)) || !line_is_kept(&self.records[at], line)
        })
    }

    /// Whether nothing is known of a sentence: no match, or a line without translation and notes.
    fn is_vacant(&self, unit: usize, segment: usize) -> bool {
        self.matches[unit][segment].is_none_or(|found| {
            let (at, line) = found.place();
            let empty = matches!(found, Match::Apart(..)) || !line_is_kept(&self.records[at], line);
            empty && !line_has_notes(&self.records[at], line)
        })
    }

    /// The first sentences of a unit that together say `text`, which is in its form, and that are open
    /// or matched by `own`. `new` are the forms of the unit's sentences.
    fn open_run(&self, unit: usize, text: &str, own: Match, new: &[String]) -> Option<Span> {
        let open =
            |at: usize| !self.said_above[unit][at] && (self.is_vacant(unit, at) || self.matches[unit][at] == Some(own));
        let begins = |sentence: &str| sentence.chars().zip(text.chars()).take(4).all(|(a, b)| a == b);
        (0..new.len())
            .filter(|&start| begins(&new[start]) && open(start))
            .find_map(|start| self.run_at(unit, start, text, |_| false, open))
    }

    /// The run of sentences around `start` that together say `text`, which is in its form; `before`
    /// and `behind` say which neighbours may belong to it.
    fn run_at(
        &self,
        unit: usize,
        start: usize,
        text: &str,
        before: impl Fn(usize) -> bool,
        behind: impl Fn(usize) -> bool,
    ) -> Option<Span> {
        let segments = &self.units[unit].segments;
        // Form only folds marks: a much longer or shorter text is another.
        let (least, most) = (text.len() / 2, 2 * text.len() + 16);
        let mut above = 0;
        for begin in (0..=start).rev() {
            if begin < start {
                above += segments[begin].len();
                if above > most || !before(begin) {
                    return None;
                }
            }
            let mut length = above;
            for end in start + 1..=segments.len() {
                length += segments[end - 1].len();
                if length > most || (end > start + 1 && !behind(end - 1)) {
                    break;
                }
                if length + 16 >= least && form(&join_lines(&segments[begin..end])) == text {
                    return Some(begin..end);
                }
            }
        }
        None
    }

    fn take(&mut self, unit: usize, segment: usize, found: Match) {
        let (record, line) = found.place();
        self.taken[record][line] = true;
        self.matches[unit][segment] = Some(found);
    }

    /// Lines that no segment has claimed, in document order: those with a translation, or those
    /// with nothing but a note.
    fn free_lines(&self, wanted: fn(&Record, usize) -> bool) -> Vec<(usize, usize)> {
        let mut free = Vec::new();
        for (at, record) in self.records.iter().enumerate() {
            if !record.is_regular() {
                continue;
            }
            for (line, taken) in self.taken[at].iter().enumerate() {
                if !taken && wanted(record, line) {
                    free.push((at, line));
                }
            }
        }
        free
    }

    fn open_segments(&self) -> Vec<(usize, usize)> {
        self.segments_where(|carrier, unit, segment| carrier.matches[unit][segment].is_none())
    }

    /// Segments, in order, that are to be matched one by one.
    fn segments_where(&self, wanted: fn(&Carrier, usize, usize) -> bool) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for unit in (0..self.units.len()).filter(|&unit| self.settled[unit].is_none()) {
            let fits = |&segment: &usize| !self.said_above[unit][segment] && wanted(self, unit, segment);
            found.extend((0..self.matches[unit].len()).filter(fits).map(|segment| (unit, segment)));
        }
        found
    }

    /// Sentences that moved to another unit, or come back from an obsolete record.
    fn across_equal(&mut self, wanted: fn(&Record, usize) -> bool) {
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
    fn across_runs(&mut self, lines: impl Iterator<Item = (Place, String)>) {
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
    fn uncross(&mut self) {
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
    fn across_vacant(&mut self) {
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

    /// Edits: what stands between the same neighbours in the unit's own record.
    fn edits_inside(&mut self, unit: usize) {
        let Some(at) = self.record_of[unit] else { return };
        let record = &self.records[at];
        if self.settled[unit].is_some() || !record.is_regular() {
            return;
        }
        let paired: Vec<Option<usize>> = self.matches[unit]
            .iter()
            .map(|found| found.map(Match::place).filter(|&(record, _)| record == at).map(|(_, line)| line))
            .collect();
        // A segment that is matched elsewhere is no gap, and a line that went elsewhere no candidate.
        let elsewhere: Vec<bool> =
            self.matches[unit].iter().zip(&paired).map(|(found, paired)| found.is_some() && paired.is_none()).collect();
        let settled: Vec<bool> = elsewhere.iter().zip(&self.said_above[unit]).map(|(a, b)| *a || *b).collect();
        let old: Vec<&str> = record.sources.iter().map(|source| source.text.as_str()).collect();
        let new: Vec<&str> = self.units[unit].segments.iter().map(String::as_str).collect();
        for (olds, news) in matching::gaps(&paired, old.len()) {
            let olds: Vec<usize> = olds.into_iter().filter(|&line| !self.taken[at][line]).collect();
            let news: Vec<usize> = news.into_iter().filter(|&segment| !settled[segment]).collect();
            for (line, segment) in matching::edits(&old, &new, &olds, &news) {
                self.take(unit, segment, Match::Edited(at, line));
            }
        }
    }

    /// A sentence that moved and was edited at once: similar, in order, nothing else claims either.
    fn across_similar(&mut self) {
        let mut free = self.free_lines(line_is_kept);
        free.retain(|&(at, _)| self.records[at].obsolete.is_none());
        let open = self.open_segments();
        let old: Vec<&str> = free.iter().map(|&(at, line)| self.records[at].sources[line].text.as_str()).collect();
        let new: Vec<&str> = open.iter().map(|&(unit, at)| self.units[unit].segments[at].as_str()).collect();
        for (from, to) in matching::similar(&old, &new, matching::LEAST_LIKENESS_ELSEWHERE) {
            let ((unit, segment), (record, line)) = (open[to], free[from]);
            self.take(unit, segment, Match::Edited(record, line));
        }
    }

    /// A translation that says several sentences in one line holds only while all of them stand
    /// together; where one was edited or went, the whole is stale and stays with the first.
    fn groups(&mut self) {
        self.settle_groups(Carrier::break_group);
        // What broke may have made room for another group, which must not wait for the next sync.
        self.settle_groups(|_, _, _, _, _| {});
    }

    fn settle_groups(&mut self, otherwise: fn(&mut Self, usize, usize, usize, &Places)) {
        let mut places: Places = HashMap::new();
        for (unit, matches) in self.matches.iter().enumerate() {
            for (segment, found) in matches.iter().enumerate() {
                if let Some(found) = found {
                    places.insert(found.place(), (unit, segment));
                }
            }
        }
        for at in 0..self.records.len() {
            for (head, end) in groups(&self.records[at]) {
                if (head..end).all(|line| !self.taken[at][line]) {
                    continue;
                }
                let whole = (head..end).all(|line| {
                    let place = places.get(&(at, line));
                    let first = places.get(&(at, head));
                    matches!((place, first), (Some(&(unit, segment)), Some(&(first, start)))
                        if unit == first && segment == start + (line - head)
                            && self.matches[unit][segment] == Some(Match::Same(at, line)))
                });
                let same = whole && self.records[at].sources[head].was().is_none();
                if same {
                    continue;
                }
                // A group that stands as it stood is back only with sentences that it had lost.
                let least = if whole { end - head + 1 } else { 1 };
                if let Some(back) = self.group_is_back(at, (head, end), least, &places) {
                    for line in head..end {
                        self.taken[at][line] = true;
                        if let Some(&(unit, segment)) = places.get(&(at, line))
                            && (unit != back.0 || !back.1.contains(&segment))
                        {
                            self.matches[unit][segment] = Some(Match::Apart(at, line));
                        }
                    }
                } else if !whole && end > head + 1 {
                    otherwise(self, at, head, end, &places);
                }
            }
        }
    }

    /// Makes one group of sentences that together say what a line translates: a broken group is back,
    /// or a text is cut differently where it stands now.
    fn group_is_back(
        &mut self,
        at: usize,
        (head, end): (usize, usize),
        least: usize,
        places: &Places,
    ) -> Option<(usize, Span)> {
        let record = &self.records[at];
        if !record.targets[head].has_text() {
            return None;
        }
        // An edited line fits neither text. Where both stand, it stays with the one it has.
        let edited = record.sources[head].was().is_some_and(|(hash, _)| hash != record.targets[head].hash());
        let stays = |&(unit, start): &(usize, usize)| self.matches[unit][start] == Some(Match::Same(at, head));
        if edited && places.get(&(at, head)).is_some_and(stays) {
            return None;
        }
        // Any sentence of the group may have been recognised; another group may have taken its place.
        let (unit, start) = (head..end).find_map(|line| {
            let &(unit, start) = places.get(&(at, line))?;
            self.matches[unit][start].is_some_and(|found| found.place() == (at, line)).then_some((unit, start))
        })?;
        let was = made_from(record, head);
        let has_text = |segment: usize| {
            self.matches[unit][segment].filter(|found| !matches!(found, Match::Apart(..))).is_some_and(|found| {
                let (record, line) = found.place();
                self.records[record].targets.get(line).is_some_and(TargetLine::has_text)
            })
        };
        let own = |segment: usize| {
            self.matches[unit][segment]
                .map(Match::place)
                .is_some_and(|(record, line)| record == at && (head..end).contains(&line))
        };
        let before = |segment: usize| own(segment) || self.is_vacant(unit, segment);
        let back = self.run_at(unit, start, &form(&was), before, |segment| !has_text(segment))?;
        if back.len() < least {
            return None;
        }
        if back.start < start {
            self.matches[unit][start] = None;
        }
        self.matches[unit][back.start] = Some(Match::Reverted(at, head));
        self.said_above[unit][back.start + 1..back.end].fill(true);
        Some((unit, back))
    }

    /// Gives the translation of a broken group to the first of its sentences that is still there.
    fn break_group(&mut self, at: usize, head: usize, end: usize, places: &Places) {
        let mut here: Vec<((usize, usize), usize)> =
            (head..end).filter_map(|line| Some((*places.get(&(at, line))?, line))).collect();
        // A group that is back may have taken a place.
        here.retain(|&((unit, segment), line)| {
            let own = self.matches[unit][segment].is_some_and(|found| found.place() == (at, line));
            own && !self.said_above[unit][segment]
        });
        // The unit of the first line that is still there keeps the translation.
        let home = here.first().map(|&((unit, _), _)| unit);
        here.sort_unstable_by_key(|&((unit, segment), _)| (Some(unit) != home, unit, segment));
        // Where the next sentence must stand to be said in the same line.
        let mut next = None;
        for (index, &((unit, segment), line)) in here.iter().enumerate() {
            let together = index == 0 || next == Some((unit, segment));
            self.matches[unit][segment] = Some(match index {
                0 => Match::Edited(at, head),
                _ if together => Match::Edited(at, line.max(head + 1)),
                _ => Match::Apart(at, line),
            });
            if together {
                next = Some((unit, segment + 1));
            }
        }
        for line in head..end {
            self.taken[at][line] = true;
        }
    }

    /// A record whose counts differ: one group, unconfirmed as a whole.
    fn irregular(&mut self, unit: usize, at: usize) -> CarriedUnit {
        let record = &self.records[at];
        let segments = &self.units[unit].segments;
        self.taken[at].fill(true);
        let mut carried = self.unit_with(unit, Some(at));
        let unchanged = form(&record.joined()) == form(&join_lines(segments));
        if unchanged && !record.sources.is_empty() {
            let line = |source: &SourceLine| CarriedLine { source: source.clone(), ..CarriedLine::default() };
            carried.lines = record.sources.iter().map(line).collect();
            carried.whole = Some(record.targets.clone());
            return carried;
        }
        carried.lines = restored_sources(record, segments);
        if record.targets.len() != segments.len() {
            carried.whole = Some(record.targets.clone());
            return carried;
        }
        // Lines and sentences pair again, but nobody said that they hold.
        for (line, (carried, target)) in carried.lines.iter_mut().zip(&record.targets).enumerate() {
            carried.target = target.clone();
            carried.from = Some((at, line));
            if target.value != Value::Missing && carried.source.draft().is_none() {
                carried.source.above.push(Above::Draft("restored".to_owned()));
            }
        }
        carried
    }

    /// The same text cut into sentences differently: lines are grouped anew, nothing is stale.
    fn regrouped(&mut self, unit: usize, at: usize) -> Option<CarriedUnit> {
        let record = &self.records[at];
        let segments = &self.units[unit].segments;
        let length = |text: &str| form(text).chars().filter(|ch| !ch.is_whitespace()).count();
        let ends = |texts: &mut dyn Iterator<Item = &str>| -> Vec<usize> {
            texts
                .scan(0, |sum, text| {
                    *sum += length(text);
                    Some(*sum)
                })
                .collect()
        };
        let old = ends(&mut record.sources.iter().map(|source| source.text.as_str()));
        let new = ends(&mut segments.iter().map(String::as_str));
        if old.last() != new.last() {
            return None;
        }
        let mut carried = self.unit_with(unit, Some(at));
        let (mut from, mut to) = (0, 0);
        while to < new.len() {
            let (mut i, mut j) = (from, to);
            while i < old.len() && j < new.len() && old[i] != new[j] {
                if old[i] < new[j] { i += 1 } else { j += 1 }
            }
            let (i, j) = ((i + 1).min(old.len()), (j + 1).min(new.len()));
            carried.lines.extend(regrouped_lines(record, at, from..i, &segments[to..j]));
            (from, to) = (i, j);
        }
        self.taken[at].fill(true);
        Some(carried)
    }

    fn unit_with(&self, unit: usize, record: Option<usize>) -> CarriedUnit {
        let old = record.map(|at| &self.records[at]);
        CarriedUnit {
            id: self.ids[unit].clone(),
            record,
            lines: Vec::new(),
            whole: None,
            tail: old.map_or_else(Vec::new, |record| record.tail.clone()),
            by: old.and_then(|record| record.by.clone()),
            vanished: Vec::new(),
        }
    }

    fn line(&self, unit: usize, segment: usize) -> CarriedLine {
        let now = &self.units[unit].segments[segment];
        let said_above = self.said_above[unit][segment];
        let Some(found) = self.matches[unit][segment] else {
            let source = SourceLine { text: now.clone(), ..SourceLine::default() };
            let target = if said_above { TargetLine::above() } else { TargetLine::default() };
            return CarriedLine { source, target, from: None };
        };
        let (at, line) = found.place();
        let record = &self.records[at];
        let mut source = record.sources[line].clone();
        let mut target = record.targets.get(line).cloned().unwrap_or_default();
        if said_above {
            target = TargetLine::above();
        }
        match found {
            Match::Same(..) => {}
            Match::Apart(..) => {
                source.text.clone_from(now);
                source.above.retain(|above| !above.is_open());
                target = TargetLine::default();
            }
            Match::Reverted(..) => reverted(&mut source, &target, now),
            Match::Edited(..) => edited(&mut source, &target, now, &group_text(record, line)),
        }
        CarriedLine { source, target, from: Some((at, line)) }
    }

    fn finish(mut self) -> Carried {
        let mut carried = Carried::default();
        let orphans = self.orphans();
        for unit in 0..self.units.len() {
            let whole = match self.settled[unit].take() {
                Some(settled) => settled,
                None => {
                    let mut whole = self.unit_with(unit, self.record_of[unit]);
                    whole.lines = (0..self.units[unit].segments.len()).map(|at| self.line(unit, at)).collect();
                    // `{"^"}` on the first line of a unit has nothing above it.
                    if let Some(first) = whole.lines.first_mut()
                        && first.target.value == Value::Above
                    {
                        first.target = TargetLine::default();
                    }
                    whole
                }
            };
            carried.units.push(whole);
        }
        each_note_once(&mut carried);
        self.leftovers(&mut carried);
        for (unit, notes) in orphans {
            carried.units[unit].tail.extend(notes);
        }
        carried
    }

    /// Notes above lines that were taken with their group but have no sentence any more, with the
    /// unit that keeps them.
    fn orphans(&self) -> Vec<(usize, Vec<String>)> {
        let placed: HashSet<(usize, usize)> =
            self.matches.iter().flatten().flatten().map(|found| found.place()).collect();
        let takers = self.takers();
        let mut orphans = Vec::new();
        for (at, record) in self.records.iter().enumerate() {
            let settled = self.unit_of[at].is_some_and(|unit| self.settled[unit].is_some());
            let Some(unit) = self.unit_of[at].or(takers[at]).filter(|_| !settled) else { continue };
            let gone = (0..record.sources.len()).filter(|&line| self.taken[at][line] && !placed.contains(&(at, line)));
            let notes: Vec<String> = gone.flat_map(|line| notes(&record.sources[line])).collect();
            if !notes.is_empty() {
                orphans.push((unit, notes));
            }
        }
        orphans
    }

    /// Sorts out lines that no segment claimed, and the notes that stood above them.
    fn leftovers(&self, carried: &mut Carried) {
        let takers = self.takers();
        for (at, record) in self.records.iter().enumerate() {
            let free: Vec<usize> = (0..self.taken[at].len()).filter(|&line| !self.taken[at][line]).collect();
            let kept: Vec<usize> = free.iter().copied().filter(|&line| line_is_kept(record, line)).collect();
            match self.unit_of[at] {
                Some(unit) => {
                    if record.is_regular() && !kept.is_empty() {
                        carried.units[unit].vanished.push(Vanished { record: at, lines: kept.clone() });
                    }
                    for line in free.into_iter().filter(|line| !kept.contains(line)) {
                        carried.units[unit].tail.extend(notes(&record.sources[line]));
                    }
                }
                None if record.guest => {
                    let taken: Vec<usize> = (0..self.taken[at].len()).filter(|&line| self.taken[at][line]).collect();
                    if let (Some(unit), true) = (takers[at], kept.is_empty()) {
                        carried.emptied.push((at, unit));
                    }
                    if !taken.is_empty() {
                        carried.guests.push(Vanished { record: at, lines: taken });
                    }
                }
                None => {
                    let kept: Vec<usize> = free
                        .iter()
                        .copied()
                        .filter(|&line| line_is_kept(record, line) || line_has_notes(record, line))
                        .collect();
                    let all = kept.len() == record.sources.len() || !record.is_regular();
                    match takers[at] {
                        Some(unit) if kept.is_empty() && !record.sources.is_empty() => carried.emptied.push((at, unit)),
                        _ if all => {
                            carried.obsolete.push(Vanished { record: at, lines: (0..record.sources.len()).collect() })
                        }
                        _ if kept.is_empty() => carried.obsolete.push(Vanished { record: at, lines: free }),
                        _ => carried.obsolete.push(Vanished { record: at, lines: kept }),
                    }
                }
            }
        }
    }

    /// For each record the first unit that took a line of it.
    fn takers(&self) -> Vec<Option<usize>> {
        let mut takers = vec![None; self.records.len()];
        for (unit, matches) in self.matches.iter().enumerate() {
            for found in matches.iter().flatten() {
                takers[found.place().0].get_or_insert(unit);
            }
        }
        takers
    }
}

/// A line that two segments come from has its notes above the first of them alone.
fn each_note_once(carried: &mut Carried) {
    let mut seen = HashSet::new();
    for line in carried.units.iter_mut().flat_map(|unit| &mut unit.lines) {
        if line.from.is_some_and(|place| !seen.insert(place)) {
            line.source.above.retain(|above| !matches!(above, Above::Note(_) | Above::NearMiss(..)));
        }
    }
}

/// The translator's notes above a source line.
fn notes(source: &SourceLine) -> impl Iterator<Item = String> {
    source.above.iter().filter_map(|above| match above {
        Above::Note(raw) | Above::NearMiss(raw, _) => Some(raw.clone()),
        _ => None,
    })
}

/// Returns what a stale line translates that nobody edited and that is no part of a group.
fn waits_for(record: &Record, line: usize) -> Option<&str> {
    let target = record.targets.get(line).filter(|_| record.is_regular())?;
    let grouped = record.targets.get(line + 1).is_some_and(|next| next.value == Value::Above);
    let (hash, was) = record.sources[line].was()?;
    (hash == target.hash() && !grouped).then_some(was)
}

fn line_is_kept(record: &Record, line: usize) -> bool {
    record.targets.get(line).is_some_and(|target| !matches!(target.value, Value::Missing))
}

fn line_has_notes(record: &Record, line: usize) -> bool {
    record.sources.get(line).is_some_and(|source| notes(source).next().is_some())
}

/// A record and a line of it, or a unit and a segment of it.
type Place = (usize, usize);

/// Where the lines of records went: record and line to unit and segment.
type Places = HashMap<Place, Place>;

/// A run of sentences is looked for by so many characters of the first.
const RUN_KEY: usize = 6;

/// Where so many sentences begin alike only the first are looked at: the search stays linear.
const MOST_PLACES: usize = 32;

/// Returns the groups of a regular record: a line and the `{"^"}` lines below it, if there are any.
pub(super) fn groups(record: &Record) -> Vec<(usize, usize)> {
    let mut groups = Vec::new();
    if !record.is_regular() {
        return groups;
    }
    let mut at = 0;
    while at < record.targets.len() {
        let mut end = at + 1;
        while record.targets.get(end).is_some_and(|target| target.value == Value::Above) {
            end += 1;
        }
        groups.push((at, end));
        at = end;
    }
    groups
}

/// The source text that the translation in a line stands for: of its whole group.
fn group_text(record: &Record, line: usize) -> String {
    let mut end = line + 1;
    while record.targets.get(end).is_some_and(|target| target.value == Value::Above) {
        end += 1;
    }
    join_lines(record.sources[line..end].iter().map(|source| source.text.as_str()))
}

/// Source lines for `segments`; what stood above the source lines of a record that does not pair
/// goes to the same sentence, or to the first.
fn restored_sources(record: &Record, segments: &[String]) -> Vec<CarriedLine> {
    let source = |segment: &String| SourceLine { text: segment.clone(), ..SourceLine::default() };
    let mut lines: Vec<CarriedLine> =
        segments.iter().map(|segment| CarriedLine { source: source(segment), ..CarriedLine::default() }).collect();
    let old: Vec<String> = record.sources.iter().map(|source| form(&source.text)).collect();
    let new: Vec<String> = segments.iter().map(|segment| form(segment)).collect();
    let mut place = vec![None; old.len()];
    for (segment, from) in matching::equal(&old, &new).into_iter().enumerate() {
        if let Some(from) = from {
            place[from] = Some(segment);
        }
    }
    for (source, place) in record.sources.iter().zip(&place) {
        if let Some(line) = lines.get_mut(place.unwrap_or(0)) {
            line.source.above.extend(source.above.iter().cloned());
        }
    }
    if place.contains(&None)
        && let Some(first) = lines.first_mut()
        && first.source.was().is_none()
    {
        let target = join_lines(record.targets.iter().map(|target| target.value.plain()));
        first.source.above.push(Above::Was { hash: fingerprint(&target).hex(4), text: record.joined() });
    }
    lines
}

/// What the translation in a line was made from: the `was` text, else the text of its group.
fn made_from(record: &Record, line: usize) -> String {
    record.sources[line].was().map_or_else(|| group_text(record, line), |(_, was)| was.to_owned())
}

/// Whether the translation in a line was made from something else than its source line alone.
fn says_more(record: &Record, line: usize) -> bool {
    let next = record.targets.get(line + 1);
    record.sources[line].was().is_some()
        || (record.targets[line].has_text() && next.is_some_and(|next| next.value == Value::Above))
}

/// The source went back to what was translated. If the translation was edited meanwhile it fits
/// neither: it then translates the text that stood there last.
fn reverted(source: &mut SourceLine, target: &TargetLine, now: &str) {
    let last = source.text.clone();
    let Some((hash, was)) = source.was().map(|(hash, was)| (hash.to_owned(), was.to_owned())) else {
        now.clone_into(&mut source.text);
        return;
    };
    source.text = if form(&was) == form(now) { was } else { now.to_owned() };
    if hash == target.hash() {
        source.above.retain(|above| !matches!(above, Above::Was { .. }));
        return;
    }
    for above in &mut source.above {
        if let Above::Was { hash, text } = above {
            text.clone_from(&last);
            // Nobody knows which text the line was edited for: no return of a source finishes it any more.
            hash.clear();
        }
    }
}

/// Something else stands in the source now: the line is stale, unless only its form changed.
fn edited(source: &mut SourceLine, target: &TargetLine, now: &str, stood_for: &str) {
    let old = std::mem::replace(&mut source.text, now.to_owned());
    if !target.has_text() {
        return;
    }
    if class(&old, now) == Class::Form && stood_for == old {
        source.text = old;
        return;
    }
    if source.was().is_none() {
        source.above.push(Above::Was { hash: target.hash(), text: stood_for.to_owned() });
    }
}

/// Old lines `old` of a record say the same as the new `segments`: one line each way, or a group.
fn regrouped_lines(record: &Record, at: usize, old: std::ops::Range<usize>, segments: &[String]) -> Vec<CarriedLine> {
    let raws: Vec<&str> = old
        .clone()
        .map(|line| &record.targets[line])
        .filter(|target| target.has_text())
        .map(|target| &target.raw[..])
        .collect();
    let mut lines = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        let mut line = CarriedLine {
            source: SourceLine { text: segment.clone(), ..SourceLine::default() },
            from: Some((at, old.start)),
            ..CarriedLine::default()
        };
        if index == 0 {
            line.target = if old.len() == 1 {
                record.targets[old.start].clone()
            } else {
                TargetLine::from_raw(join_lines(&raws))
            };
            if line.target.value == Value::Above {
                line.target = TargetLine::default();
            }
            line.source.above = regrouped_above(record, old.clone(), &line.target);
        } else if !raws.is_empty() {
            line.target = TargetLine::above();
        }
        lines.push(line);
    }
    lines
}

/// What stands above lines that become one, whose target is `target`: of several `was` lines one.
fn regrouped_above(record: &Record, old: std::ops::Range<usize>, target: &TargetLine) -> Vec<Above> {
    let sources = &record.sources[old.clone()];
    let mut above: Vec<Above> = sources.iter().flat_map(|source| source.above.iter().cloned()).collect();
    let complete = old.clone().all(|line| line_is_kept(record, line));
    let open = !complete || sources.iter().any(|source| source.was().is_some());
    if sources.len() < 2 || !open || !target.has_text() {
        return above;
    }
    // An edited line among them leaves its hash, which fits nothing: the whole counts as edited.
    let edited = old
        .clone()
        .filter_map(|line| Some((record.sources[line].was()?.0, record.targets[line].hash())))
        .find(|(hash, now)| hash != now);
    let hash = edited.map_or_else(|| target.hash(), |(hash, _)| hash.to_owned());
    // The `was` of a group's first line speaks for all of them.
    let mut spoken_for = false;
    let said = old.filter(|&line| {
        let above = record.targets[line].value == Value::Above;
        spoken_for = if above { spoken_for } else { record.sources[line].was().is_some() };
        line_is_kept(record, line) && !(above && spoken_for)
    });
    let text = join_lines(said.map(|line| record.sources[line].made_from()));
    above.retain(|above| !matches!(above, Above::Was { .. }));
    above.push(Above::Was { hash, text });
    above
}
