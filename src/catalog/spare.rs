//! Sparing a translation: what a change of the source does not make stale, by the settings.
//!
//! It looks at what a carry made stale, after the fact. A change to be ignored leaves the line as it
//! was, with the source text that was translated, so that small changes cannot add up unseen. A change
//! to be patched is made in the translation too, if only it was fresh: a line that waits for a person
//! already would not be the same when the source is taken back.

use crate::catalog::{Above, Carried, CarriedLine, Catalog, TargetLine};
use crate::change::{Change, classify, on, patch};
use crate::config::{Action, Actions};
use crate::fluent::codec::Value;

/// A translation that was changed together with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patched {
    /// The unit.
    pub id: String,
    /// The segment, from 0.
    pub index: usize,
    /// What was replaced by what.
    pub tokens: Vec<(String, String)>,
}

/// Ignores and patches what `actions` say, and returns what was patched.
pub(super) fn spare(carried: &mut Carried, catalog: &Catalog, actions: &Actions) -> Vec<Patched> {
    let mut patched = Vec::new();
    for unit in carried.units.iter_mut().filter(|unit| unit.whole.is_none()) {
        for index in 0..unit.lines.len() {
            // What is said for several sentences is read by a person.
            let next = unit.lines.get(index + 1);
            let grouped = next.is_some_and(|next| next.target.value == Value::Above);
            let line = &mut unit.lines[index];
            let Some(was) = waits_for(line).filter(|_| !grouped).map(str::to_owned) else { continue };
            let change = classify(&was, &line.source.text);
            match on(&change, actions) {
                Action::Ignore => line.source.text = was,
                Action::Patch if is_newly_stale(line, catalog) => {
                    let Some(target) = patched_line(&was, line, &change) else { continue };
                    line.target = target;
                    let token = |text: Option<String>| text.unwrap_or_default();
                    let tokens = change.evidence.into_iter().map(|it| (token(it.was), token(it.now))).collect();
                    patched.push(Patched { id: unit.id.clone(), index, tokens });
                }
                _ => continue,
            }
            line.source.above.retain(|above| !matches!(above, Above::Was { .. }));
        }
    }
    patched
}

/// Returns what a stale line translates that nobody has edited since.
fn waits_for(line: &CarriedLine) -> Option<&str> {
    let (hash, was) = line.source.was()?;
    let untouched = line.target.has_text() && line.source.draft().is_none() && hash == line.target.hash();
    untouched.then_some(was)
}

fn is_newly_stale(line: &CarriedLine, catalog: &Catalog) -> bool {
    let before = line.from.and_then(|(record, at)| catalog.records.get(record)?.sources.get(at));
    before.is_some_and(|before| before.was().is_none())
}

/// The target line with the tokens replaced, its escapes and term references as they were.
fn patched_line(was: &str, line: &CarriedLine, change: &Change) -> Option<TargetLine> {
    let now = &line.source.text;
    let said = patch(was, now, change, &line.target.value.plain())?;
    let target = TargetLine::from_raw(patch(was, now, change, &line.target.raw)?);
    (target.value.plain() == said).then_some(target)
}
