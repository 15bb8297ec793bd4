//! The carry: every segment of today's source gets its translation back, wherever it went.
//!
//! It works on segments, not on units: first inside the record that a unit has, then across the
//! document (split and merged paragraphs, moved sentences), equal ones before similar ones. What
//! vanished keeps its translation in an obsolete record. Nothing here is lost and nothing that lost
//! its ground stays fresh; `update` only writes the result down.

mod across;
mod groups;
mod leftovers;
mod lines;
mod repeats;

use std::collections::{HashMap, HashSet};

pub(super) use groups::groups;

use crate::catalog::carry::lines::{each_note_once, line_has_notes, line_is_kept, restored_sources, waits_for};
use crate::catalog::matching;
use crate::catalog::{Above, Catalog, Record, SourceLine, TargetLine};
use crate::change::form;
use crate::fluent::codec::Value;
use crate::segment::Unit;
use crate::text::{Span, join_lines};

/// What a carry found: one entry a unit, and what belongs to no unit any more.
#[derive(Debug, Clone, Default)]
pub struct Carried {
    /// The units of the document, in order.
    pub units: Vec<CarriedUnit>,
    /// Records (indices into the catalog) without a unit, with the lines that stay in them.
    pub obsolete: Vec<Vanished>,
    /// Records whose every line went elsewhere, with the unit that took their notes.
    pub emptied: Vec<(usize, usize)>,
    /// Records that held nothing but copies of other translations.
    pub dropped: Vec<usize>,
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
        carrier.edits_inside(unit, matching::edits);
    }
    carrier.across_similar();
    for unit in 0..units.len() {
        carrier.edits_inside(unit, |_, _, olds, news| matching::rewritten(olds, news));
    }
    carrier.across_rewritten();
    carrier.across_vacant();
    carrier.groups();
    carrier.repetitions();
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
    /// New segments whose text stands elsewhere too, with the line that translates it there.
    repeats: HashMap<Place, Place>,
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
            repeats: HashMap::new(),
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

    /// Edits: what stands between the same neighbours in the unit's own record.
    fn edits_inside(&mut self, unit: usize, edits: EditsOfGap) {
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
            for (line, segment) in edits(&old, &new, &olds, &news) {
                self.take(unit, segment, Match::Edited(at, line));
            }
            self.became_several(unit, at, &news);
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
}

/// Says which old and new texts of a gap, given by their places, are edits of each other.
type EditsOfGap = fn(&[&str], &[&str], &[usize], &[usize]) -> Vec<(usize, usize)>;

/// A record and a line of it, or a unit and a segment of it.
type Place = (usize, usize);
