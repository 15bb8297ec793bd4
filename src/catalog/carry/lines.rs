//! Lines: what a record says about a segment once it is matched.

use std::collections::HashSet;

use crate::catalog::carry::groups::group_text;
use crate::catalog::carry::{Carried, CarriedLine, Carrier, Match};
use crate::catalog::{Above, Record, SourceLine, TargetLine, matching};
use crate::change::{Class, class, form};
use crate::fluent::codec::Value;
use crate::text::{fingerprint, join_lines};

impl Carrier<'_> {
    pub(super) fn line(&self, unit: usize, segment: usize) -> CarriedLine {
        let now = &self.units[unit].segments[segment];
        let said_above = self.said_above[unit][segment];
        let repeated = self.repeats.get(&(unit, segment)).map(|&(record, line)| &self.records[record].targets[line]);
        let repetition = || Above::Draft(REPETITION.to_owned());
        let Some(found) = self.matches[unit][segment] else {
            let mut source = SourceLine { text: now.clone(), ..SourceLine::default() };
            if let Some(target) = repeated {
                source.above.push(repetition());
                return CarriedLine { source, target: target.clone(), from: None };
            }
            let target = if said_above { TargetLine::above() } else { TargetLine::default() };
            return CarriedLine { source, target, from: None };
        };
        let (at, line) = found.place();
        let record = &self.records[at];
        let mut source = record.sources[line].clone();
        let mut target = record.targets.get(line).cloned().unwrap_or_default();
        if said_above {
            target = TargetLine::above();
        } else if target.value == Value::Above && !self.stands_below_its_line(unit, segment, at, line) {
            target = TargetLine::default();
        }
        match found {
            Match::Same(..) => {}
            Match::Apart(..) => {
                source.text.clone_from(now);
                source.above.retain(|above| !above.is_open());
                if !said_above {
                    source.above.extend(repeated.map(|_| repetition()));
                    target = repeated.cloned().unwrap_or_default();
                }
            }
            Match::Reverted(..) => reverted(&mut source, &target, now),
            Match::Edited(..) => edited(&mut source, &target, now, &group_text(record, line)),
        }
        CarriedLine { source, target, from: Some((at, line)) }
    }
}

impl Carrier<'_> {
    /// Whether a sentence that is said in the line above still follows that line.
    fn stands_below_its_line(&self, unit: usize, segment: usize, at: usize, line: usize) -> bool {
        let before = segment.checked_sub(1).and_then(|before| self.matches[unit][before]);
        let targets = &self.records[at].targets;
        before.map(Match::place).is_some_and(|(record, above)| {
            record == at && above < line && (above + 1..line).all(|between| targets[between].value == Value::Above)
        })
    }
}

/// The origin of a draft that was copied from an equal sentence.
pub(super) const REPETITION: &str = "repetition";

/// A line that two segments come from has its notes above the first of them alone.
pub(super) fn each_note_once(carried: &mut Carried) {
    let mut seen = HashSet::new();
    for line in carried.units.iter_mut().flat_map(|unit| &mut unit.lines) {
        if line.from.is_some_and(|place| !seen.insert(place)) {
            line.source.above.retain(|above| !matches!(above, Above::Note(_) | Above::NearMiss(..)));
        }
    }
}

/// The translator's notes above a source line.
pub(super) fn notes(source: &SourceLine) -> impl Iterator<Item = String> {
    source.above.iter().filter_map(|above| match above {
        Above::Note(raw) | Above::NearMiss(raw, _) => Some(raw.clone()),
        _ => None,
    })
}

/// Returns what a stale line translates that nobody edited and that is no part of a group.
pub(super) fn waits_for(record: &Record, line: usize) -> Option<&str> {
    let target = record.targets.get(line).filter(|_| record.is_regular())?;
    let grouped = record.targets.get(line + 1).is_some_and(|next| next.value == Value::Above);
    let (hash, was) = record.sources[line].was()?;
    (hash == target.hash() && !grouped).then_some(was)
}

pub(super) fn line_is_kept(record: &Record, line: usize) -> bool {
    record.targets.get(line).is_some_and(|target| !matches!(target.value, Value::Missing))
}

pub(super) fn line_has_notes(record: &Record, line: usize) -> bool {
    record.sources.get(line).is_some_and(|source| notes(source).next().is_some())
}

/// Source lines for `segments`; what stood above the source lines of a record that does not pair
/// goes to the same sentence, or to the first.
pub(super) fn restored_sources(record: &Record, segments: &[String]) -> Vec<CarriedLine> {
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

/// The source went back to what was translated. If the translation was edited meanwhile it fits
/// neither: it then translates the text that stood there last.
pub(super) fn reverted(source: &mut SourceLine, target: &TargetLine, now: &str) {
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
pub(super) fn edited(source: &mut SourceLine, target: &TargetLine, now: &str, stood_for: &str) {
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
