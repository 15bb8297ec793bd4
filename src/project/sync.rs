//! `sync`: writing the carry down in all catalogs of a workspace.

use crate::catalog::Update;
use crate::project::disk::{Before, Change, Durability, Removal};
use crate::project::journal;
use crate::project::lock::Lock;
use crate::project::workspace::{Error, Left, Loaded, Workspace};

/// What a sync did, or would do, to one catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synced {
    /// The document.
    pub document: String,
    /// The catalog.
    pub path: String,
    /// The locale.
    pub locale: String,
    /// What changed; empty for a source catalog.
    pub update: Update,
    /// Whether the file is new.
    pub new: bool,
    /// For a renamed document the path it had.
    pub renamed_from: Option<String>,
}

/// What a sync found out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Catalogs that changed, in document order.
    pub changed: Vec<Synced>,
    /// Catalogs without a document that are gone: all they held is elsewhere now.
    pub removed: Vec<String>,
    /// Catalogs that cannot be changed because of conflict markers.
    pub closed: Vec<String>,
    /// How many catalogs were looked at.
    pub catalogs: usize,
}

struct Planned {
    changes: Vec<Change>,
    /// Whether lines leave these catalogs for others.
    releases: bool,
    renamed_from: Option<String>,
    synced: Vec<Synced>,
    closed: Vec<String>,
    catalogs: usize,
}

/// Brings the catalogs of `documents` up to date. Without a lock nothing is written.
///
/// Target catalogs go before source catalogs: were the run cut between them, the next one finds the
/// same ids again by the text of the records.
pub fn sync(
    workspace: &Workspace,
    documents: &[String],
    locales: &[String],
    lock: Option<&Lock>,
) -> Result<Report, Error> {
    if let Some(lock) = lock {
        journal::recover(&workspace.root, lock)?;
    }
    let (planned, mut left) = workspace.each_moving(documents, locales, |loaded| Ok(plan(&loaded)))?;
    let mut report = Report::default();
    let (mut additions, mut releases) = (Vec::new(), Vec::new());
    for planned in planned {
        if planned.releases { &mut releases } else { &mut additions }.extend(planned.changes);
        if let Some(old) = &planned.renamed_from {
            left.extend(workspace.left_behind(old)?);
        }
        report.changed.extend(planned.synced);
        report.closed.extend(planned.closed);
        report.catalogs += planned.catalogs;
    }
    left.extend(workspace.spent(&left)?);
    // What moves is written where it goes before it is taken from where it was.
    let mut changes = additions;
    changes.append(&mut releases);
    let mut removals = Vec::new();
    for Left { path, before, after } in left {
        match after {
            Some(contents) => {
                changes.push(Change { path, contents, before: Before::Is(before), durability: Durability::Synced });
            }
            None => {
                report.removed.push(path.clone());
                removals.push(Removal { path, contents: before });
            }
        }
    }
    if let Some(lock) = lock {
        journal::write(&workspace.root, "sync", &changes, &removals, lock)?;
    }
    Ok(report)
}

fn plan(loaded: &Loaded) -> Planned {
    let mut planned = Planned {
        changes: Vec::new(),
        releases: loaded.targets.iter().any(|target| target.released),
        renamed_from: loaded.renamed_from.clone(),
        synced: Vec::new(),
        closed: Vec::new(),
        catalogs: 0,
    };
    if loaded.document.units.is_empty()
        && loaded.catalog_text.is_none()
        && loaded.targets.iter().all(|target| !target.exists)
    {
        return planned;
    }
    let mut add = |path: &str, locale: &str, before: Option<&str>, update: Update| {
        if before == Some(&update.text) {
            return;
        }
        planned.changes.push(Change {
            path: path.to_owned(),
            contents: update.text.clone(),
            before: before.map_or(Before::Absent, |text| Before::Is(text.to_owned())),
            durability: Durability::Synced,
        });
        planned.synced.push(Synced {
            document: loaded.path.clone(),
            path: path.to_owned(),
            locale: locale.to_owned(),
            new: before.is_none(),
            renamed_from: loaded.renamed_from.clone(),
            update: Update { text: String::new(), ..update },
        });
    };
    for target in &loaded.targets {
        match target.update.clone() {
            Some(update) => {
                let before = target.exists.then_some(target.catalog.text.as_str());
                add(&target.catalog_path, &target.locale, before, update);
            }
            None => planned.closed.push(target.catalog_path.clone()),
        }
    }
    let text = loaded.source_catalog();
    let before = loaded.catalog_text.as_deref().filter(|_| loaded.renamed_from.is_none());
    add(&loaded.catalog_path, &loaded.locale, before, Update { text, ..Update::default() });
    planned.catalogs = 1 + loaded.targets.len();
    planned
}
