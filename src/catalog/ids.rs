//! Which id each unit of a document has: the one it had, also after an edit, a move, a split.

use std::collections::{HashMap, HashSet};

use crate::catalog::{Catalog, SourceCatalog, matching};
use crate::change::form;
use crate::segment::{Unit, counted_id, id_for};

/// A unit that had an id before.
#[derive(Debug, Clone, PartialEq, Eq)]
struct KnownUnit {
    /// Its id.
    id: String,
    /// Its joined text then.
    joined: String,
}

/// Returns the id of each unit.
///
/// `known` are the units of the last sync; `catalogs` are the target catalogs of the document in all
/// locales, which share its ids.
pub fn ids<'c>(units: &[Unit], known: &SourceCatalog, catalogs: impl Iterator<Item = &'c Catalog>) -> Vec<String> {
    // The usual case: nothing changed since the last sync.
    let same = known.units.len() == units.len()
        && known.units.iter().zip(units).all(|((_, segments), unit)| *segments == unit.segments);
    let distinct = || known.units.iter().map(|(id, _)| id).collect::<HashSet<_>>().len() == known.units.len();
    if same && distinct() {
        return known.units.iter().map(|(id, _)| id.clone()).collect();
    }
    let known: Vec<KnownUnit> = (0..known.units.len())
        .map(|at| KnownUnit { id: known.units[at].0.clone(), joined: known.joined(at) })
        .collect();
    assign(units, &known, || Records::of(catalogs))
}

/// What the target catalogs of a document hold.
#[derive(Default)]
struct Records {
    /// Ids by the form of the joined source text, today's before what was translated.
    texts: HashMap<String, Vec<String>>,
    /// Ids of all records.
    ids: HashSet<String>,
    /// Ids of damaged records.
    damaged: HashSet<String>,
    /// Guests, in their order.
    guests: Vec<KnownUnit>,
}

impl Records {
    fn of<'c>(catalogs: impl Iterator<Item = &'c Catalog>) -> Records {
        let mut records = Records::default();
        let mut before = Vec::new();
        for catalog in catalogs {
            for record in &catalog.records {
                records.texts.entry(form(&record.joined())).or_default().push(record.id.clone());
                before.push((form(&record.joined_made_from()), record.id.clone()));
                let new = records.ids.insert(record.id.clone());
                if new && record.guest && record.obsolete.is_none() {
                    records.guests.push(KnownUnit { id: record.id.clone(), joined: record.joined() });
                }
            }
            records.damaged.extend(catalog.damaged_ids().map(str::to_owned));
        }
        for (text, id) in before {
            records.texts.entry(text).or_default().push(id);
        }
        records
    }
}

/// Returns the id of each unit; `known` are the units of the last sync in order, and `records` reads what
/// the catalogs hold, which is asked only for units that were not known.
fn assign(units: &[Unit], known: &[KnownUnit], records: impl FnOnce() -> Records) -> Vec<String> {
    let joined: Vec<String> = units.iter().map(Unit::joined).collect();
    let new: Vec<&str> = joined.iter().map(String::as_str).collect();
    let mut used: HashSet<String> = HashSet::new();
    let mut ids: Vec<Option<String>> = paired(units, &new, known)
        .into_iter()
        .map(|from| {
            let id = &known[from?].id;
            used.insert(id.clone()).then(|| id.clone())
        })
        .collect();
    if ids.iter().all(Option::is_some) {
        return ids.into_iter().flatten().collect();
    }
    let records = &records();
    for (at, id) in ids.iter_mut().enumerate() {
        if id.is_none()
            && let Some(found) = records.texts.get(&form(&joined[at]))
            && let Some(found) = found.iter().find(|found| !used.contains(*found))
        {
            used.insert(found.clone());
            *id = Some(found.clone());
        }
    }
    moved_and_edited(&mut ids, &new, records, &mut used);
    let taken: HashSet<&str> =
        known.iter().map(|known| &known.id).chain(&records.ids).chain(&records.damaged).map(String::as_str).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    let given = ids.into_iter().zip(units.iter().zip(&joined));
    given
        .map(|(id, (unit, joined))| {
            id.unwrap_or_else(|| {
                let wanted = id_for(unit.kind.name(), joined);
                // A free record of this id was given it for this very text: the text is back.
                let back = records.ids.contains(&wanted) && !used.contains(&wanted);
                let id = if back {
                    wanted
                } else {
                    let count = counts.entry(wanted.clone()).or_insert(1);
                    counted_id(&wanted, count, |id| taken.contains(id) || used.contains(id))
                };
                used.insert(id.clone());
                id
            })
        })
        .collect()
}

/// Returns for each unit, whose joined texts are `new`, which of the `known` ones it was.
fn paired(units: &[Unit], new: &[&str], known: &[KnownUnit]) -> Vec<Option<usize>> {
    let old: Vec<&str> = known.iter().map(|known| known.joined.as_str()).collect();
    let mut paired = matching::equal(&old, new);
    let mut taken_olds: HashSet<usize> = paired.iter().flatten().copied().collect();
    for (olds, news) in matching::gaps(&paired, old.len()) {
        // Two gaps may look at the same free unit where something moved: the first one gets it.
        let mut free: Vec<usize> = olds.into_iter().filter(|old| !taken_olds.contains(old)).collect();
        let mut news = news;
        // A text that is back gets the id it once gave: an id carries the hash of its first text.
        news.retain(|&to| {
            let wanted = id_for(units[to].kind.name(), new[to]);
            let Some(place) = free.iter().position(|&from| known[from].id == wanted) else { return true };
            let from = free.remove(place);
            paired[to] = Some(from);
            taken_olds.insert(from);
            false
        });
        for (from, to) in matching::edits(&old, new, &free, &news) {
            paired[to] = Some(from);
            taken_olds.insert(from);
        }
    }
    // Moved and edited at once.
    let free: Vec<usize> = (0..old.len()).filter(|from| !taken_olds.contains(from)).collect();
    let open: Vec<usize> = (0..new.len()).filter(|&to| paired[to].is_none()).collect();
    let olds: Vec<&str> = free.iter().map(|&from| old[from]).collect();
    let news: Vec<&str> = open.iter().map(|&to| new[to]).collect();
    let ordered = matching::similar(&olds, &news, matching::LEAST_LIKENESS_ELSEWHERE);
    let anywhere = matching::similar_anywhere(&olds, &news, matching::LEAST_LIKENESS_ELSEWHERE);
    for (from, to) in ordered.into_iter().chain(anywhere) {
        if paired[open[to]].is_none() && taken_olds.insert(free[from]) {
            paired[open[to]] = Some(free[from]);
        }
    }
    for (olds, news) in matching::gaps(&paired, old.len()) {
        // A part of a paragraph that was split or merged next to them was not written for any of them.
        let before = news[0].checked_sub(1);
        let neighbours = [before, news.last().map(|last| last + 1)].into_iter().flatten();
        let neighbours: Vec<(usize, usize)> =
            neighbours.filter_map(|at| paired.get(at).copied().flatten().map(|from| (from, at))).collect();
        let free = |from: &usize| {
            !taken_olds.contains(from) && !neighbours.iter().any(|&(_, at)| new[at].contains(old[*from]))
        };
        let free: Vec<usize> = olds.into_iter().filter(free).collect();
        let news: Vec<usize> =
            news.into_iter().filter(|&to| !neighbours.iter().any(|&(from, _)| old[from].contains(new[to]))).collect();
        for (from, to) in matching::rewritten(&free, &news) {
            paired[to] = Some(from);
            taken_olds.insert(from);
        }
    }
    paired
}

/// What came from another document and was edited on the way keeps its id.
fn moved_and_edited(ids: &mut [Option<String>], texts: &[&str], records: &Records, used: &mut HashSet<String>) {
    let free: Vec<&KnownUnit> = records.guests.iter().filter(|guest| !used.contains(&guest.id)).collect();
    if free.is_empty() {
        return;
    }
    let open: Vec<usize> = (0..ids.len()).filter(|&at| ids[at].is_none()).collect();
    let olds: Vec<&str> = free.iter().map(|guest| guest.joined.as_str()).collect();
    let news: Vec<&str> = open.iter().map(|&at| texts[at]).collect();
    for (from, to) in matching::similar(&olds, &news, matching::LEAST_LIKENESS_ELSEWHERE) {
        used.insert(free[from].id.clone());
        ids[open[to]] = Some(free[from].id.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Options;
    use crate::segment::split;

    fn ids(source: &str, known: &[KnownUnit]) -> Vec<String> {
        let units = split(source, "en", &Options::default()).units;
        assign(&units, known, Records::default)
    }

    fn known(source: &str, known: &[KnownUnit]) -> Vec<KnownUnit> {
        let units = split(source, "en", &Options::default()).units;
        let ids = ids(source, known);
        units.iter().zip(ids).map(|(unit, id)| KnownUnit { id, joined: unit.joined() }).collect()
    }

    #[test]
    fn ids_survive_edits_moves_and_insertions() {
        let old = known("# A\n\nFirst one here.\n\nSecond one here.\n\nThird.\n", &[]);
        let new = ids("# A\n\nThird.\n\nNew.\n\nFirst one there.\n\nSecond one here.\n", &old);
        assert_eq!(new[0], old[0].id);
        assert_eq!(new[1], old[3].id);
        assert_eq!(new[4], old[2].id);
        assert_eq!(new[3], old[1].id);
    }

    #[test]
    fn equal_paragraphs_get_a_counter_and_branches_agree() {
        let seen = ids("Same.\n\nSame.\n", &[]);
        assert_eq!(seen[1], format!("{}-2", seen[0]));
        assert_eq!(ids("Same.\n", &[]), ids("Other.\n\nSame.\n", &[])[1..]);
    }

    #[test]
    fn a_split_paragraph_leaves_its_id_with_one_half() {
        let old = known("One is here. Two is there.\n", &[]);
        let new = ids("One is here.\n\nTwo is there.\n", &old);
        assert_eq!(new.iter().filter(|id| **id == old[0].id).count(), 1);
    }
}
