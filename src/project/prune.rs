//! `prune`: removing records whose source is gone, and catalogs whose document is.

use crate::catalog;
use crate::finding::Place;
use crate::project::confirm::sync_first;
use crate::project::disk::{Before, Change, Durability, Removal};
use crate::project::journal;
use crate::project::lock::Lock;
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace};
use crate::text::join_lines;

/// A record whose source is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obsolete {
    /// The locale.
    pub locale: String,
    /// The record in its catalog.
    pub place: Place,
    /// Its id.
    pub id: String,
    /// What the source said.
    pub source: String,
    /// The translation.
    pub translation: String,
}

/// A catalog whose document is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// The locale.
    pub locale: String,
    /// The catalog.
    pub path: String,
    /// How many of its records hold a translation.
    pub translated: usize,
}

/// Whether catalogs without a document go too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orphans {
    /// They stay.
    Stay,
    /// They go.
    Go,
}

/// What can be removed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Obsolete records, in document order.
    pub records: Vec<Obsolete>,
    /// Catalogs without a document; only where no documents were named.
    pub orphans: Vec<Orphan>,
    /// Catalogs that cannot be changed because of conflict markers, or because they are no text.
    pub closed: Vec<String>,
    changes: Vec<Change>,
    removals: Vec<Removal>,
}

/// Returns what can be removed from the catalogs of `documents` in `locales` (of all if there are none).
///
/// A record that the next sync would revive is not among it; where that sync would move it to another
/// document, the sync has to come first, and that is the error. `everything` says that `documents` are all
/// there are: only then are catalogs without a document looked for. With a lock, an operation that was cut
/// short is finished first.
pub fn plan(
    workspace: &Workspace,
    documents: &[String],
    locales: &[String],
    everything: bool,
    lock: Option<&Lock>,
) -> Result<Plan, Error> {
    if let Some(lock) = lock {
        journal::recover(&workspace.root, lock)?;
    }
    let mut plan = Plan::default();
    // All documents are read: any of them may wait for a sentence that is obsolete in one that was named.
    let parts = workspace.each(&workspace.documents, locales, |loaded| {
        if loaded.targets.iter().any(|target| !target.guests.is_empty()) {
            return Err(sync_first(&loaded));
        }
        Ok(documents.contains(&loaded.path).then(|| plan_one(&loaded)))
    })?;
    for part in parts.into_iter().flatten() {
        plan.records.extend(part.records);
        plan.changes.extend(part.changes);
        plan.closed.extend(part.closed);
    }
    if everything {
        for finding in workspace.orphans(locales)? {
            let Some(place) = finding.target else { continue };
            let Some(contents) = workspace.root.read(&place.path)? else { continue };
            // The key of source lines plays no part in what is translated.
            let records = catalog::read(contents.clone(), &workspace.config.source).records;
            let translated = records.iter().filter(|record| record.has_text()).count();
            plan.orphans.push(Orphan { locale: finding.locale, path: place.path.clone(), translated });
            plan.removals.push(Removal { path: place.path, contents });
        }
    }
    Ok(plan)
}

fn plan_one(loaded: &Loaded) -> Plan {
    let mut plan = Plan::default();
    for target in &loaded.targets {
        let Some(update) = &target.update else {
            plan.closed.push(target.catalog_path.clone());
            continue;
        };
        // The catalog of a renamed document lies elsewhere until the next sync.
        if !target.exists || target.catalog.records.iter().all(|record| record.obsolete.is_none()) {
            continue;
        }
        let synced = catalog::read(update.text.clone(), &loaded.locale);
        let stays = |id: &str| synced.records.iter().any(|record| record.id == id && record.obsolete.is_none());
        let unwanted = |record: &catalog::Record| record.obsolete.is_some() && !stays(&record.id);
        let records = target.catalog.records.iter().filter(|record| unwanted(record));
        plan.records.extend(records.map(|record| obsolete(record, target)));
        let contents = catalog::prune(&target.catalog, &unwanted);
        if contents != target.catalog.text {
            let (path, before) = (target.catalog_path.clone(), Before::Is(target.catalog.text.clone()));
            plan.changes.push(Change { path, contents, before, durability: Durability::Synced });
        }
    }
    plan
}

fn obsolete(record: &catalog::Record, target: &LoadedTarget) -> Obsolete {
    let lines: Vec<String> = record.targets.iter().map(|line| line.value.plain()).collect();
    Obsolete {
        locale: target.locale.clone(),
        place: Place::new(&target.catalog_path, &target.catalog.text, record.span.clone()),
        id: record.id.clone(),
        source: record.joined(),
        translation: join_lines(lines.iter().map(String::as_str).filter(|line| !line.is_empty())),
    }
}

/// Removes what was planned; a catalog that has changed since then stops it before anything is removed.
pub fn prune(workspace: &Workspace, plan: &Plan, orphans: Orphans, lock: &Lock) -> Result<(), Error> {
    let removals = match orphans {
        Orphans::Go => plan.removals.as_slice(),
        Orphans::Stay => &[],
    };
    // Where nobody held the lock while it was planned, what is finished here is a change that stops it.
    journal::recover(&workspace.root, lock)?;
    journal::write(&workspace.root, "prune", &plan.changes, removals, lock)?;
    Ok(())
}
