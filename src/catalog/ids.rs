//! Which id each unit of a document has: the one it had, also after an edit, a move, a split.

use std::collections::{HashMap, HashSet};

use crate::catalog::{Catalog, SourceCatalog, matching};
use crate::segment::{Unit, fresh_id, id_for};

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
    let mut elsewhere = HashMap::new();
    let mut taken: HashSet<String> = known.iter().map(|unit| unit.id.clone()).collect();
    for catalog in catalogs {
        for record in &catalog.records {
            elsewhere.entry(record.joined()).or_insert_with(|| record.id.clone());
            taken.insert(record.id.clone());
        }
        taken.extend(catalog.damaged_ids().map(str::to_owned));
    }
    assign(units, &known, &elsewhere, &taken)
}

/// Returns the id of each unit.
///
/// `known` are the units of the last sync in order; `elsewhere` are records of target catalogs
/// (obsolete ones, ones from another branch) by joined source text; `taken` are all ids in use in
/// any catalog of the document.
fn assign(
    units: &[Unit],
    known: &[KnownUnit],
    elsewhere: &HashMap<String, String>,
    taken: &HashSet<String>,
) -> Vec<String> {
    let joined: Vec<String> = units.iter().map(Unit::joined).collect();
    let old: Vec<&str> = known.iter().map(|known| known.joined.as_str()).collect();
    let new: Vec<&str> = joined.iter().map(String::as_str).collect();
    let mut paired = matching::equal(&old, &new);
    let mut taken_olds: HashSet<usize> = paired.iter().flatten().copied().collect();
    for (olds, news) in matching::gaps(&paired, old.len()) {
        // Two gaps may look at the same free unit where something moved: the first one gets it.
        let free: Vec<usize> = olds.into_iter().filter(|old| !taken_olds.contains(old)).collect();
        for (from, to) in matching::edits(&old, &new, &free, &news) {
            paired[to] = Some(from);
            taken_olds.insert(from);
        }
    }
    let mut used: HashSet<String> = HashSet::new();
    let mut ids: Vec<Option<String>> = paired
        .iter()
        .map(|from| {
            let id = &known[(*from)?].id;
            used.insert(id.clone()).then(|| id.clone())
        })
        .collect();
    for (at, id) in ids.iter_mut().enumerate() {
        if id.is_none()
            && let Some(found) = elsewhere.get(&joined[at])
            && used.insert(found.clone())
        {
            *id = Some(found.clone());
        }
    }
    let given = ids.into_iter().zip(units.iter().zip(&joined));
    given
        .map(|(id, (unit, joined))| {
            id.unwrap_or_else(|| {
                let wanted = id_for(unit.kind.name(), joined);
                let id = fresh_id(&wanted, |id| taken.contains(id) || used.contains(id));
                used.insert(id.clone());
                id
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Options;
    use crate::segment::split;

    fn ids(source: &str, known: &[KnownUnit]) -> Vec<String> {
        let units = split(source, "en", &Options::default()).units;
        let taken = known.iter().map(|known| known.id.clone()).collect();
        assign(&units, known, &HashMap::new(), &taken)
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
