//! `confirm` and `review`: a person's word that a translation holds, written into the catalog.

use crate::catalog::{self, Catalog, Confirmation, Confirmed, Outcome};
use crate::finding::{Message, Place};
use crate::project::disk::{Before, Change, Durability};
use crate::project::journal;
use crate::project::lock::Lock;
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace};

/// What a person names: units by id, or documents as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Ids of units.
    pub ids: Vec<String>,
    /// Documents.
    pub documents: Vec<String>,
}

/// Returns what names stand for: a name with an extension or a slash is a document.
pub fn selection(workspace: &Workspace, names: &[String]) -> Result<Selection, Error> {
    let mut selection = Selection::default();
    for name in names {
        match workspace.selected(std::slice::from_ref(name)) {
            Ok(documents) => selection.documents.extend(documents),
            Err(_) if !name.contains(['/', '.']) => selection.ids.push(name.clone()),
            Err(error) => return Err(error),
        }
    }
    Ok(selection)
}

/// What became of a segment that a person confirmed or reviewed.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfirmedSegment {
    /// Its unit.
    pub id: String,
    /// Its index in the unit, from 0.
    pub index: usize,
    /// Its line in the catalog, or its record.
    pub place: Place,
    /// The locale.
    pub locale: String,
    /// The translation; empty where there is none.
    pub translation: String,
    /// Whether the confirmation was taken.
    pub outcome: Outcome,
}

/// What became of what a person confirmed or reviewed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Taken {
    /// The segments, in the order of the documents.
    pub segments: Vec<ConfirmedSegment>,
    /// Catalogs that were asked for and hold conflict markers or are not UTF-8.
    pub closed: Vec<String>,
}

/// Confirms or reviews what is selected in `locales` and returns what became of each segment.
pub fn confirm(
    workspace: &Workspace,
    selection: &Selection,
    locales: &[String],
    confirmation: &Confirmation,
    lock: &Lock,
) -> Result<Taken, Error> {
    journal::recover(&workspace.root, lock)?;
    let whole = &selection.documents;
    let documents = if selection.ids.is_empty() { whole } else { &workspace.documents };
    let planned = workspace.each(documents, locales, |loaded| {
        let mut changes = Vec::new();
        let mut taken = Taken::default();
        let all = whole.contains(&loaded.path);
        let live = |id: &str| loaded.ids.iter().any(|own| own == id);
        let wanted = |id: &str| live(id) && (all || selection.ids.iter().any(|wanted| wanted == id));
        for target in &loaded.targets {
            let Some(update) = &target.update else {
                if loaded.ids.iter().any(|id| wanted(id)) {
                    taken.closed.push(target.catalog_path.clone());
                }
                continue;
            };
            let catalog = catalog::read(update.text.clone(), &loaded.locale);
            let (text, confirmed) = catalog::confirm(&catalog, &loaded.locale, &wanted, confirmation);
            let now = catalog::read(text.clone(), &loaded.locale);
            taken.segments.extend(confirmed.into_iter().filter_map(|confirmed| reported(confirmed, &now, target)));
            if text != catalog.text {
                in_place(&loaded)?;
                if target.released {
                    return Err(sync_first(&loaded));
                }
                let before = if target.exists { Before::Is(target.catalog.text.clone()) } else { Before::Absent };
                let path = target.catalog_path.clone();
                changes.push(Change { path, contents: text, before, durability: Durability::Synced });
            }
        }
        let known: Vec<String> = loaded.ids.iter().filter(|id| selection.ids.contains(id)).cloned().collect();
        Ok((changes, taken, known))
    })?;
    let mut changes = Vec::new();
    let mut done = Taken::default();
    let mut known = Vec::new();
    for (some, taken, ids) in planned {
        changes.extend(some);
        done.segments.extend(taken.segments);
        done.closed.extend(taken.closed);
        known.extend(ids);
    }
    for id in &selection.ids {
        let found = done.segments.iter().any(|confirmed| confirmed.id == *id);
        if !found && (done.closed.is_empty() || !known.contains(id)) {
            return Err(Error::Message(Message::new("error-no-unit").with("id", id.as_str())));
        }
    }
    let name = match confirmation {
        Confirmation::Confirm { .. } => "confirm",
        Confirmation::Review { .. } => "review",
    };
    journal::write(&workspace.root, name, &changes, &[], lock)?;
    Ok(done)
}

/// Refuses a renamed document: its catalogs still lie under the old name, and one of them alone under
/// the new name would part it from the others.
pub(super) fn in_place(loaded: &Loaded) -> Result<(), Error> {
    match loaded.renamed_from {
        Some(_) => Err(Error::Message(Message::new("error-renamed").with("path", loaded.path.as_str()))),
        None => Ok(()),
    }
}

/// Says that sentences moved between documents: one catalog written without the other would ask again for
/// what is there, or lose it.
pub(super) fn sync_first(loaded: &Loaded) -> Error {
    Error::Message(Message::new("error-moved").with("path", loaded.path.as_str()))
}

fn reported(confirmed: Confirmed, catalog: &Catalog, target: &LoadedTarget) -> Option<ConfirmedSegment> {
    let record = catalog.record(&confirmed.id)?;
    let line = record.targets.get(confirmed.index);
    let span = line.map_or_else(|| record.span.clone(), |line| line.span.clone());
    Some(ConfirmedSegment {
        place: Place::new(&target.catalog_path, &catalog.text, span),
        locale: target.locale.clone(),
        translation: line.map_or_else(String::new, |line| line.value.plain()),
        id: confirmed.id,
        index: confirmed.index,
        outcome: confirmed.outcome,
    })
}
