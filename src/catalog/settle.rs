//! A carry, written down until writing it down changes nothing any more.
//!
//! What one round frees (a broken group, an emptied place) the next may need. A sync does all rounds at
//! once, and the states shown before it are those that stand there afterwards.

use crate::catalog::spare::spare;
use crate::catalog::{Carried, CarriedLine, CarriedUnit, Catalog, Update, carry, read, update};
use crate::config::Actions;
use crate::fluent::codec::Value;
use crate::segment::Document;

/// More rounds than any history has needed; two texts that changed places for ever would stop here.
const MOST_ROUNDS: usize = 5;

/// What a sync makes of a catalog.
#[derive(Debug, Default)]
pub struct Settled {
    /// The carry of the catalog as it is.
    pub carried: Carried,
    /// What is written; `None` for a catalog that is closed.
    pub update: Option<Update>,
    /// The catalog after that with its carry, where it is another one.
    pub after: Option<(Catalog, Carried)>,
}

/// Carries the translations of `catalog` over to `document`, whose units have `ids`.
///
/// `path`, `key` (the source locale) and `locale` head a new catalog; `actions` say which changes of the
/// source leave a translation fresh.
pub fn settle(
    catalog: &Catalog,
    document: &Document,
    ids: &[String],
    (path, key, locale): (&str, &str, &str),
    actions: &Actions,
) -> Settled {
    let mut settled = Settled { carried: carry(&document.units, ids, catalog), ..Settled::default() };
    let patched = spare(&mut settled.carried, catalog, actions);
    if catalog.is_closed() {
        return settled;
    }
    let mut written = update(catalog, &settled.carried, document, path, key, locale);
    written.patched = patched;
    // What holds for all rounds is worth a second look only where something moved.
    let mut changed = written.text != catalog.text && !stands_in_place(&settled.carried, catalog);
    debug_assert!(
        changed || {
            let next = read(written.text.clone(), key);
            let mut carried = carry(&document.units, ids, &next);
            spare(&mut carried, &next, actions);
            update(&next, &carried, document, path, key, locale).text == next.text
        }
    );
    for _ in 0..MOST_ROUNDS {
        if !changed {
            break;
        }
        let next = read(written.text.clone(), key);
        let mut carried = carry(&document.units, ids, &next);
        let patched = spare(&mut carried, &next, actions);
        let mut again = update(&next, &carried, document, path, key, locale);
        again.patched = patched;
        changed = again.text != next.text;
        if changed {
            written.absorb(again);
        }
        settled.after = Some((next, carried));
    }
    settled.update = Some(written);
    settled
}

/// Whether every line of a catalog stays in its record and place, alone in its line, and nothing is left over: once
/// that is written down, the next round finds each text where it looks first.
fn stands_in_place(carried: &Carried, catalog: &Catalog) -> bool {
    let in_place = |unit: &CarriedUnit| {
        let expected = |line: usize| unit.record.map(|record| (record, line));
        let alone = |(at, line): (usize, &CarriedLine)| line.from == expected(at) && line.target.value != Value::Above;
        let count = unit.record.map_or(unit.lines.len(), |record| catalog.records[record].sources.len());
        count == unit.lines.len()
            && unit.whole.is_none()
            && unit.vanished.is_empty()
            && unit.lines.iter().enumerate().all(alone)
    };
    let leftovers = carried.obsolete.len() + carried.emptied.len() + carried.dropped.len() + carried.guests.len();
    leftovers == 0 && carried.units.iter().all(in_place)
}
