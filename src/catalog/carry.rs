//! The carry: every segment of today's source gets its translation back, wherever it went.
//!
//! It works on segments, not on units: first inside the record that a unit has, then across the
//! document (split and merged paragraphs, moved sentences), equal ones before similar ones. What
//! vanished keeps its translation in an obsolete record. Nothing here is lost and nothing that lost
//! its ground stays fresh; `update` only writes the result down.

use std::collections::HashMap;

use crate::catalog::matching;
use crate::catalog::{Above, Catalog, Record, SourceLine, TargetLine};
use crate::change::{Class, class, form};
use crate::fluent::codec::Value;
use crate::segment::Unit;
use crate::text::{fingerprint, join_lines};

/// What a carry found: one entry a unit, and what belongs to no unit any more.
#[derive(Debug, Clone, Default)]
pub struct Carried {
    /// The units of the document, in order.
    pub units: Vec<CarriedUnit>,
    /// Records (indices into the catalog) without a unit, with the lines that stay in them.
    pub obsolete: Vec<Vanished>,
    /// Records whose every line went elsewhere, with the unit that took their notes.
    pub emptied: Vec<(usize, usize)>,
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

/// Lines whose source is gone.
#[derive(Debug, Clone)]
pub struct Vanished {
    /// The record they stand in.
    pub record: usize,
    /// The lines of it that are kept.
    pub lines: Vec<usize>,
}

/// Carries the translations of `catalog` over to `units`, whose ids are `ids`.
pub fn carry(units: &[Unit], ids: &[String], catalog: &Catalog) -> Carried {
    let mut carrier = Carrier::new(units, ids, catalog);
    for unit in 0..units.len() {
        carrier.inside(unit);
    }
    carrier.across_equal();
    for unit in 0..units.len() {
        carrier.edits_inside(unit);
    }
    carrier.across_similar();
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
}

impl Match {
    fn place(self) -> (usize, usize) {
        match self {
            Match::Same(record, line) | Match::Reverted(record, line) | Match::Edited(record, line) => (record, line),
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
    /// For each line of each record whether it is matched.
    taken: Vec<Vec<bool>>,
    /// Units that are handled as a whole (unequal counts, or cut differently).
    settled: Vec<Option<CarriedUnit>>,
}

impl<'c> Carrier<'c> {
    fn new(units: &'c [Unit], ids: &'c [String], catalog: &'c Catalog) -> Carrier<'c> {
        let records = &catalog.records[..];
        let mut by_id: HashMap<&str, usize> = HashMap::with_capacity(records.len());
        for (at, record) in records.iter().enumerate() {
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
            taken: records.iter().map(|record| vec![false; record.sources.len()]).collect(),
            settled: vec![None; units.len()],
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
        if old.len() != new.len() && form(&record.joined()) == form(&join_lines(segments)) {
            if let Some(regrouped) = self.regrouped(unit, at) {
                self.settled[unit] = Some(regrouped);
            }
            return;
        }
        for (segment, from) in matching::equal(&old, &new).into_iter().enumerate() {
            if let Some(line) = from {
                self.take(unit, segment, Match::Same(at, line));
            }
        }
        // What was translated before the last edit may be back.
        for (line, source) in record.sources.iter().enumerate() {
            let Some((_, was)) = source.was() else { continue };
            let was = form(was);
            if self.taken[at][line] {
                continue;
            }
            let back = (0..new.len()).find(|&segment| self.matches[unit][segment].is_none() && new[segment] == was);
            if let Some(segment) = back {
                self.take(unit, segment, Match::Reverted(at, line));
            }
        }
    }

    fn take(&mut self, unit: usize, segment: usize, found: Match) {
        let (record, line) = found.place();
        self.taken[record][line] = true;
        self.matches[unit][segment] = Some(found);
    }

    /// Lines with a translation that no segment has claimed, in document order.
    fn free_lines(&self) -> Vec<(usize, usize)> {
        let mut free = Vec::new();
        for (at, record) in self.records.iter().enumerate() {
            if !record.is_regular() {
                continue;
            }
            for (line, taken) in self.taken[at].iter().enumerate() {
                if !taken && !matches!(record.targets[line].value, Value::Missing) {
                    free.push((at, line));
                }
            }
        }
        free
    }

    fn open_segments(&self) -> Vec<(usize, usize)> {
        let mut open = Vec::new();
        for (unit, matches) in self.matches.iter().enumerate() {
            if self.settled[unit].is_none() {
                open.extend((0..matches.len()).filter(|&segment| matches[segment].is_none()).map(|at| (unit, at)));
            }
        }
        open
    }

    /// Sentences that moved to another unit, or come back from an obsolete record.
    fn across_equal(&mut self) {
        let free = self.free_lines();
        let open = self.open_segments();
        if free.is_empty() || open.is_empty() {
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
            .filter(|&(at, line)| !self.taken[at][line] && self.records[at].sources[line].was().is_some())
            .collect();
        let mut back: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for &(at, line) in stale.iter().rev() {
            back.entry(form(self.records[at].sources[line].made_from())).or_default().push((at, line));
        }
        for (index, &(unit, segment)) in open.iter().enumerate() {
            if self.matches[unit][segment].is_none()
                && let Some((record, line)) = back.get_mut(&new[index]).and_then(Vec::pop)
            {
                self.take(unit, segment, Match::Reverted(record, line));
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
        let old: Vec<&str> = record.sources.iter().map(|source| source.text.as_str()).collect();
        let new: Vec<&str> = self.units[unit].segments.iter().map(String::as_str).collect();
        for (olds, news) in matching::gaps(&paired, old.len()) {
            let olds: Vec<usize> = olds.into_iter().filter(|&line| !self.taken[at][line]).collect();
            let news: Vec<usize> = news.into_iter().filter(|&segment| !elsewhere[segment]).collect();
            for (line, segment) in matching::edits(&old, &new, &olds, &news) {
                self.take(unit, segment, Match::Edited(at, line));
            }
        }
    }

    /// A sentence that moved and was edited at once: similar, in order, nothing else claims either.
    fn across_similar(&mut self) {
        let mut free = self.free_lines();
        free.retain(|&(at, _)| self.records[at].obsolete.is_none());
        let open = self.open_segments();
        let old: Vec<&str> = free.iter().map(|&(at, line)| self.records[at].sources[line].text.as_str()).collect();
        let new: Vec<&str> = open.iter().map(|&(unit, at)| self.units[unit].segments[at].as_str()).collect();
        for (from, to) in matching::similar(&old, &new, LEAST_LIKENESS_ELSEWHERE) {
            let ((unit, segment), (record, line)) = (open[to], free[from]);
            self.take(unit, segment, Match::Edited(record, line));
        }
    }

    /// A translation that says several sentences in one line holds only while all of them stand
    /// together; where one was edited or went, the whole is stale and stays with the first.
    fn groups(&mut self) {
        let mut places: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
        for (unit, matches) in self.matches.iter().enumerate() {
            for (segment, found) in matches.iter().enumerate() {
                if let Some(found) = found {
                    places.insert(found.place(), (unit, segment));
                }
            }
        }
        for at in 0..self.records.len() {
            for (head, end) in groups(&self.records[at]) {
                let whole = (head..end).all(|line| {
                    let place = places.get(&(at, line));
                    let first = places.get(&(at, head));
                    matches!((place, first), (Some(&(unit, segment)), Some(&(first, start)))
                        if unit == first && segment == start + (line - head)
                            && matches!(self.matches[unit][segment], Some(Match::Same(..))))
                });
                if whole || (head..end).all(|line| !self.taken[at][line]) {
                    continue;
                }
                if self.group_is_back(at, head, end, &places) {
                    if let Some(&(unit, segment)) = places.get(&(at, head)) {
                        self.matches[unit][segment] = Some(Match::Reverted(at, head));
                    }
                    continue;
                }
                self.break_group(at, head, end, &places);
            }
        }
    }

    /// Whether a broken group stands together again and says what was translated.
    fn group_is_back(
        &self,
        at: usize,
        head: usize,
        end: usize,
        places: &HashMap<(usize, usize), (usize, usize)>,
    ) -> bool {
        let (Some((_, was)), Some(&(unit, start))) = (self.records[at].sources[head].was(), places.get(&(at, head)))
        else {
            return false;
        };
        let together = (head..end).all(|line| places.get(&(at, line)) == Some(&(unit, start + (line - head))));
        together && form(&join_lines(&self.units[unit].segments[start..start + (end - head)])) == form(was)
    }

    /// Gives the translation of a broken group to the first of its sentences that is still there.
    fn break_group(&mut self, at: usize, head: usize, end: usize, places: &HashMap<(usize, usize), (usize, usize)>) {
        let mut here: Vec<((usize, usize), usize)> =
            (head..end).filter_map(|line| Some((*places.get(&(at, line))?, line))).collect();
        here.sort_unstable();
        for (index, &((unit, segment), line)) in here.iter().enumerate() {
            let follows = index > 0 && here[index - 1].0 == (unit, segment.wrapping_sub(1));
            let found = if index == 0 {
                Some(Match::Edited(at, head))
            } else if follows {
                Some(Match::Edited(at, line.max(head + 1)))
            } else {
                None
            };
            self.matches[unit][segment] = found;
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
        let plain = |segment: &String| CarriedLine {
            source: SourceLine { text: segment.clone(), ..SourceLine::default() },
            ..CarriedLine::default()
        };
        if record.sources.is_empty() && record.targets.len() == segments.len() {
            // The comment was stripped: the lines pair again, but nobody said that they hold.
            carried.lines = segments.iter().map(plain).collect();
            for (line, target) in record.targets.iter().enumerate() {
                carried.lines[line].target = target.clone();
                carried.lines[line].from = Some((at, line));
                if target.has_text() {
                    carried.lines[line].source.above.push(Above::Draft("restored".to_owned()));
                }
            }
            return carried;
        }
        let joined = record.joined();
        let unchanged = record.sources.is_empty() || form(&joined) == form(&join_lines(segments));
        if unchanged && !record.sources.is_empty() {
            carried.lines = record
                .sources
                .iter()
                .map(|source| CarriedLine { source: source.clone(), ..CarriedLine::default() })
                .collect();
        } else {
            carried.lines = segments.iter().map(plain).collect();
            let kept: Vec<Above> = record.sources.iter().flat_map(|source| source.above.iter().cloned()).collect();
            if let Some(first) = carried.lines.first_mut() {
                first.source.above = kept;
                if !unchanged && first.source.was().is_none() {
                    let target = join_lines(record.targets.iter().map(|target| target.value.plain()));
                    let hash = fingerprint(&target).hex(4);
                    first.source.above.push(Above::Was { hash, text: joined });
                }
            }
        }
        carried.whole = Some(record.targets.clone());
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
        let Some(found) = self.matches[unit][segment] else {
            let source = SourceLine { text: now.clone(), ..SourceLine::default() };
            return CarriedLine { source, ..CarriedLine::default() };
        };
        let (at, line) = found.place();
        let record = &self.records[at];
        let mut source = record.sources[line].clone();
        let target = record.targets.get(line).cloned().unwrap_or_default();
        match found {
            Match::Same(..) => {}
            Match::Reverted(..) => reverted(&mut source, &target, now),
            Match::Edited(..) => edited(&mut source, &target, now, &group_text(record, line)),
        }
        CarriedLine { source, target, from: Some((at, line)) }
    }

    fn finish(mut self) -> Carried {
        let mut carried = Carried::default();
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
        self.leftovers(&mut carried);
        carried
    }

    /// Sorts out lines that no segment claimed, and the notes that stood above them.
    fn leftovers(&self, carried: &mut Carried) {
        for (at, record) in self.records.iter().enumerate() {
            let free: Vec<usize> = (0..self.taken[at].len()).filter(|&line| !self.taken[at][line]).collect();
            let kept: Vec<usize> = free.iter().copied().filter(|&line| line_is_kept(record, line)).collect();
            match self.unit_of[at] {
                Some(unit) => {
                    if record.is_regular() && !kept.is_empty() {
                        carried.units[unit].vanished.push(Vanished { record: at, lines: kept.clone() });
                    }
                    for line in free.into_iter().filter(|line| !kept.contains(line)) {
                        let notes = record.sources[line].above.iter().filter_map(|above| match above {
                            Above::Note(raw) | Above::NearMiss(raw, _) => Some(raw.clone()),
                            _ => None,
                        });
                        carried.units[unit].tail.extend(notes);
                    }
                }
                None => {
                    let all = kept.len() == record.sources.len() || !record.is_regular();
                    let taker = self.taker(at);
                    match taker {
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

    /// The first unit that took a line of a record.
    fn taker(&self, at: usize) -> Option<usize> {
        let took = |found: &Option<Match>| found.is_some_and(|found| found.place().0 == at);
        if !self.taken[at].iter().any(|taken| *taken) {
            return None;
        }
        (0..self.units.len()).find(|&unit| self.matches[unit].iter().any(took))
    }
}

/// A sentence elsewhere must be more than half the same to be the same sentence.
const LEAST_LIKENESS_ELSEWHERE: f64 = 0.6;

fn line_is_kept(record: &Record, line: usize) -> bool {
    record.targets.get(line).is_some_and(|target| !matches!(target.value, Value::Missing))
}

/// Returns the groups of a regular record: a line and the `{"^"}` lines below it.
fn groups(record: &Record) -> Vec<(usize, usize)> {
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
        if end > at + 1 {
            groups.push((at, end));
        }
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

/// The source went back to what was translated. If the translation was edited meanwhile it fits
/// neither: it then translates the text that stood there last.
fn reverted(source: &mut SourceLine, target: &TargetLine, now: &str) {
    let last = source.text.clone();
    let Some((hash, was)) = source.was().map(|(hash, was)| (hash.to_owned(), was.to_owned())) else { return };
    source.text = if form(&was) == form(now) { was } else { now.to_owned() };
    if hash == target.hash() {
        source.above.retain(|above| !matches!(above, Above::Was { .. }));
        return;
    }
    for above in &mut source.above {
        if let Above::Was { hash, text } = above {
            (*hash, *text) = (target.hash(), last.clone());
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
    let above: Vec<Above> = old.clone().flat_map(|line| record.sources[line].above.iter().cloned()).collect();
    let raws: Vec<&str> = old
        .clone()
        .map(|line| &record.targets[line])
        .filter(|target| target.has_text())
        .map(|target| &target.raw[..])
        .collect();
    let complete = old.clone().all(|line| !matches!(record.targets[line].value, Value::Missing));
    let mut lines = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        let mut line = CarriedLine {
            source: SourceLine { text: segment.clone(), ..SourceLine::default() },
            from: Some((at, old.start)),
            ..CarriedLine::default()
        };
        if index == 0 {
            line.source.above = above.clone();
            line.target = if old.len() == 1 {
                record.targets[old.start].clone()
            } else {
                TargetLine::from_raw(join_lines(&raws))
            };
            if line.target.value == Value::Above {
                line.target = TargetLine::default();
            }
            if !complete && line.target.has_text() {
                line.source.above.push(Above::Draft("incomplete".to_owned()));
            }
        } else if !raws.is_empty() {
            line.target = TargetLine::above();
        }
        lines.push(line);
    }
    lines
}
