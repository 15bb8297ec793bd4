//! `check --fix`: the repairs that checks propose, written into the catalogs.

use crate::catalog::{self, Mended};
use crate::checks::{self, Wanted};
use crate::finding::Place;
use crate::project::confirm::{in_place, sync_first};
use crate::project::disk::{Before, Change, Durability};
use crate::project::journal;
use crate::project::lock::Lock;
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace};

/// A translation that was, or would be, repaired.
#[derive(Debug, Clone, PartialEq)]
pub struct Fixed {
    /// The unit.
    pub id: String,
    /// The segment, from 0.
    pub index: usize,
    /// The locale.
    pub locale: String,
    /// Its line in the catalog.
    pub place: Place,
    /// What it said.
    pub was: String,
    /// What it says.
    pub now: String,
    /// The checks whose fixes were made, sorted.
    pub codes: Vec<&'static str>,
}

/// Repairs the translations of `documents` in `locales` and returns them, in order. Without a lock nothing is
/// written.
pub fn fix(
    workspace: &Workspace,
    documents: &[String],
    locales: &[String],
    wanted: &Wanted,
    lock: Option<&Lock>,
) -> Result<Vec<Fixed>, Error> {
    if let Some(lock) = lock {
        journal::recover(&workspace.root, lock)?;
    }
    let planned = workspace.each(documents, locales, |loaded| {
        let mut changes = Vec::new();
        let mut all = Vec::new();
        for target in &loaded.targets {
            let (mended, fixed) = of(&loaded, target, wanted);
            if mended.is_empty() {
                continue;
            }
            let Some(update) = &target.update else { continue };
            let now = catalog::read(update.text.clone(), &loaded.locale);
            let contents = catalog::mend(&now, &loaded.locale, &mended);
            if contents != now.text {
                in_place(&loaded)?;
                if target.released {
                    return Err(sync_first(&loaded));
                }
                all.extend(fixed);
                let before = if target.exists { Before::Is(target.catalog.text.clone()) } else { Before::Absent };
                let path = target.catalog_path.clone();
                changes.push(Change { path, contents, before, durability: Durability::Synced });
            }
        }
        Ok((changes, all))
    })?;
    let mut changes = Vec::new();
    let mut fixed = Vec::new();
    for (some, all) in planned {
        changes.extend(some);
        fixed.extend(all);
    }
    if let Some(lock) = lock {
        journal::write(&workspace.root, "check --fix", &changes, &[], lock)?;
    }
    Ok(fixed)
}

fn of(loaded: &Loaded, target: &LoadedTarget, wanted: &Wanted) -> (Vec<Mended>, Vec<Fixed>) {
    let (mut mended, mut fixed) = (Vec::new(), Vec::new());
    loaded.pairs(target, |pairing, unit, index, pair| {
        let Some((now, codes)) = checks::fixed(pair, pairing.references, wanted) else { return };
        let entry = &target.entries[unit];
        let segment = &entry.segments[index];
        let Some(value) = target.glossary.unresolved(&segment.value, &now) else { return };
        // A line that is in no catalog yet is another document's.
        let Some(line) = &segment.line else { return };
        let place = Place::new(&target.catalog_path, &target.catalog.text, line.clone());
        let (id, locale) = (entry.id.clone(), target.locale.clone());
        mended.push(Mended { id: id.clone(), index, value });
        fixed.push(Fixed { id, index, locale, place, was: segment.target.clone(), now, codes });
    });
    (mended, fixed)
}
