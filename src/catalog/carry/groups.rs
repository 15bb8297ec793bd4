//! Groups: several sentences whose translation stands in one line.

use crate::catalog::carry::lines::line_is_kept;
use crate::catalog::carry::{CarriedLine, CarriedUnit, Carrier, Match, Place};
use crate::catalog::{Above, Record, SourceLine, TargetLine};
use crate::change::{Words, form};
use crate::fluent::codec::Value;
use crate::text::{Span, join_lines};

/// A further sentence belongs to a translation if with it the source is so much more alike.
const LEAST_GAIN: f64 = 0.05;

/// Where the lines of records went.
pub(super) struct Places {
    /// For each record the number of lines in the records before it.
    starts: Vec<usize>,
    /// For each line of all records its segment.
    segments: Vec<Option<Place>>,
}

impl Places {
    /// Returns the unit and the segment that a line of a record is matched with.
    fn of(&self, record: usize, line: usize) -> Option<Place> {
        self.segments[self.starts[record] + line]
    }
}

impl Carrier<'_> {
    fn places(&self) -> Places {
        let mut count = 0;
        let start = |record: &Record| {
            let start = count;
            count += record.sources.len();
            start
        };
        let starts: Vec<usize> = self.records.iter().map(start).collect();
        let mut segments = vec![None; count];
        for (unit, matches) in self.matches.iter().enumerate() {
            for (segment, found) in matches.iter().enumerate() {
                if let Some((record, line)) = found.map(Match::place) {
                    segments[starts[record] + line] = Some((unit, segment));
                }
            }
        }
        Places { starts, segments }
    }

    /// A sentence that was cut in several and edited at once: the translation says what they say together,
    /// which makes them a group. `news` are the sentences that stand where it stood.
    pub(super) fn became_several(&mut self, unit: usize, at: usize, news: &[usize]) {
        let record = &self.records[at];
        let segments = &self.units[unit].segments;
        for &segment in news {
            let Some(Match::Edited(from, line)) = self.matches[unit][segment] else { continue };
            if from != at || says_more(record, line) || !record.targets[line].has_text() {
                continue;
            }
            let old = Words::of(&record.sources[line].text);
            let likeness = |run: &Span| old.likeness(&Words::of(&join_lines(&segments[run.clone()])));
            let open =
                |at: &usize| news.contains(at) && self.matches[unit][*at].is_none() && !self.said_above[unit][*at];
            let mut run = segment..segment + 1;
            let mut best = likeness(&run);
            loop {
                let longer = [
                    Some(run.start..run.end + 1).filter(|_| open(&run.end)),
                    run.start.checked_sub(1).filter(open).map(|start| start..run.end),
                ];
                let scored = longer.into_iter().flatten().map(|run| (likeness(&run), run));
                match scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score > best + LEAST_GAIN) {
                    Some((score, longer)) => (best, run) = (score, longer),
                    None => break,
                }
            }
            if run.len() > 1 {
                self.matches[unit][segment] = None;
                self.matches[unit][run.start] = Some(Match::Edited(at, line));
                self.said_above[unit][run.start + 1..run.end].fill(true);
            }
        }
    }

    /// A translation that says several sentences in one line holds only while all of them stand
    /// together; where one was edited or went, the whole is stale and stays with the first.
    pub(super) fn groups(&mut self) {
        self.settle_groups(Carrier::break_group);
        // What broke may have made room for another group, which must not wait for the next sync.
        self.settle_groups(|_, _, _, _, _| {});
    }

    pub(super) fn settle_groups(&mut self, otherwise: fn(&mut Self, usize, usize, usize, &Places)) {
        let places = self.places();
        for at in 0..self.records.len() {
            if self.unit_of[at].is_some_and(|unit| self.settled[unit].is_some()) {
                continue;
            }
            for (head, end) in groups(&self.records[at]) {
                if (head..end).all(|line| !self.taken[at][line]) {
                    continue;
                }
                let whole = (head..end).all(|line| {
                    let place = places.of(at, line);
                    let first = places.of(at, head);
                    matches!((place, first), (Some((unit, segment)), Some((first, start)))
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
                        if let Some((unit, segment)) = places.of(at, line)
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
    pub(super) fn group_is_back(
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
        let stays = |(unit, start): Place| self.matches[unit][start] == Some(Match::Same(at, head));
        if edited && places.of(at, head).is_some_and(stays) {
            return None;
        }
        // Any sentence of the group may have been recognised; another group may have taken its place.
        let (unit, start) = (head..end).find_map(|line| {
            let (unit, start) = places.of(at, line)?;
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
        // What another line says already is not free; what this one said with the sentence is.
        let said = &self.said_above[unit];
        let run_end = (start + 1..said.len()).find(|&next| !said[next]).unwrap_or(said.len());
        let free = |segment: usize| !said[segment] || (start + 1..run_end).contains(&segment);
        let before = |segment: usize| free(segment) && (own(segment) || self.is_vacant(unit, segment));
        let behind = |segment: usize| free(segment) && !has_text(segment);
        let back = self.run_at(unit, start, &form(&was), before, behind)?;
        if back.len() < least {
            return None;
        }
        self.said_above[unit][start + 1..run_end].fill(false);
        if back.start < start {
            self.matches[unit][start] = None;
        }
        self.matches[unit][back.start] = Some(Match::Reverted(at, head));
        self.said_above[unit][back.start + 1..back.end].fill(true);
        Some((unit, back))
    }

    /// Gives the translation of a broken group to the first of its sentences that is still there.
    pub(super) fn break_group(&mut self, at: usize, head: usize, end: usize, places: &Places) {
        let mut here: Vec<((usize, usize), usize)> =
            (head..end).filter_map(|line| Some((places.of(at, line)?, line))).collect();
        // A group that is back may have taken a place.
        here.retain(|&((unit, segment), line)| {
            let own = self.matches[unit][segment].is_some_and(|found| found.place() == (at, line));
            own && !self.said_above[unit][segment]
        });
        if here.is_empty() {
            // Others say all of its sentences: it stays where it is.
            for line in head..end {
                self.taken[at][line] = false;
                if let Some((unit, segment)) = places.of(at, line) {
                    let found = &mut self.matches[unit][segment];
                    *found = found.filter(|found| found.place() != (at, line));
                }
            }
            return;
        }
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

    /// The same text cut into sentences differently: lines are grouped anew, nothing is stale.
    pub(super) fn regrouped(&mut self, unit: usize, at: usize) -> Option<CarriedUnit> {
        let record = &self.records[at];
        let segments = &self.units[unit].segments;
        // What is said in one line stays together.
        let olds = match groups(record) {
            groups if groups.is_empty() => (0..record.sources.len()).map(|line| (line, line + 1)).collect(),
            groups => groups,
        };
        let length = |text: &str| form(text).chars().filter(|ch| !ch.is_whitespace()).count();
        let ends = |lengths: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
            lengths
                .scan(0, |sum, length| {
                    *sum += length;
                    Some(*sum)
                })
                .collect()
        };
        let length_of =
            |&(head, end): &(usize, usize)| record.sources[head..end].iter().map(|it| length(&it.text)).sum();
        let old = ends(&mut olds.iter().map(length_of));
        let new = ends(&mut segments.iter().map(|text| length(text)));
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
            let lines = olds.get(from).map_or(record.sources.len(), |group| group.0)..olds[i - 1].1;
            carried.lines.extend(regrouped_lines(record, at, lines, &segments[to..j]));
            (from, to) = (i, j);
        }
        self.taken[at].fill(true);
        Some(carried)
    }
}

/// Returns the groups of a regular record: a line and the `{"^"}` lines below it, if there are any.
pub(in crate::catalog) fn groups(record: &Record) -> Vec<(usize, usize)> {
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
pub(super) fn group_text(record: &Record, line: usize) -> String {
    let mut end = line + 1;
    while record.targets.get(end).is_some_and(|target| target.value == Value::Above) {
        end += 1;
    }
    join_lines(record.sources[line..end].iter().map(|source| source.text.as_str()))
}

/// What the translation in a line was made from: the `was` text, else the text of its group.
pub(super) fn made_from(record: &Record, line: usize) -> String {
    record.sources[line].was().map_or_else(|| group_text(record, line), |(_, was)| was.to_owned())
}

/// Whether the translation in a line was made from something else than its source line alone.
pub(super) fn says_more(record: &Record, line: usize) -> bool {
    let next = record.targets.get(line + 1);
    record.sources[line].was().is_some()
        || (record.targets[line].has_text() && next.is_some_and(|next| next.value == Value::Above))
}

/// Old lines `old` of a record say the same as the new `segments`: as they did, or as one group.
pub(super) fn regrouped_lines(record: &Record, at: usize, old: Span, segments: &[String]) -> Vec<CarriedLine> {
    let target = |line: usize| record.targets.get(line).cloned().unwrap_or_default();
    let source = |text: &String| SourceLine { text: text.clone(), ..SourceLine::default() };
    let same = |(source, segment): (&SourceLine, &String)| form(&source.text) == form(segment);
    if old.len() == segments.len() && record.sources[old.clone()].iter().zip(segments).all(same) {
        let line = |(line, segment): (usize, &String)| CarriedLine {
            source: SourceLine { above: record.sources[line].above.clone(), ..source(segment) },
            target: target(line),
            from: Some((at, line)),
        };
        return old.zip(segments).map(line).collect();
    }
    let raws: Vec<String> = old.clone().map(target).filter(TargetLine::has_text).map(|target| target.raw).collect();
    let mut lines = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        let mut line = CarriedLine { source: source(segment), from: Some((at, old.start)), ..CarriedLine::default() };
        if index == 0 {
            line.target = if old.len() == 1 {
                target(old.start)
            } else {
                TargetLine::from_raw(join_lines(raws.iter().map(String::as_str)))
            };
            line.source.above = regrouped_above(record, old.clone(), &line.target);
        } else if !raws.is_empty() {
            line.target = TargetLine::above();
        }
        lines.push(line);
    }
    lines
}

/// What stands above lines that become one, whose target is `target`: of several `was` lines one.
pub(super) fn regrouped_above(record: &Record, old: std::ops::Range<usize>, target: &TargetLine) -> Vec<Above> {
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
