//! `confirm` and `review`: a person's word that a translation holds, written into the catalog.

use crate::catalog::{self, Confirmation, Confirmed};
use crate::finding::Message;
use crate::project::disk::{Before, Change, Durability};
use crate::project::lock::Lock;
use crate::project::workspace::{Error, Workspace};

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

/// Confirms or reviews what is selected in `locales` and returns what became of each segment.
pub fn confirm(
    workspace: &Workspace,
    selection: &Selection,
    locales: &[String],
    confirmation: &Confirmation,
    lock: &Lock,
) -> Result<Vec<(String, Confirmed)>, Error> {
    let whole = &selection.documents;
    let documents = if selection.ids.is_empty() { whole } else { &workspace.documents };
    let planned = workspace.each(documents, locales, |loaded| {
        let mut changes = Vec::new();
        let mut done = Vec::new();
        for target in &loaded.targets {
            let Some(update) = loaded.update(target) else { continue };
            let catalog = catalog::read(update.text, &loaded.locale);
            let all = whole.contains(&loaded.path);
            let live = |id: &str| loaded.ids.iter().any(|own| own == id);
            let wanted = |id: &str| live(id) && (all || selection.ids.iter().any(|wanted| wanted == id));
            let (text, confirmed) = catalog::confirm(&catalog, &loaded.locale, &wanted, confirmation);
            done.extend(confirmed.into_iter().map(|confirmed| (target.catalog_path.clone(), confirmed)));
            if text != catalog.text {
                let before = if target.exists { Before::Is(target.catalog.text.clone()) } else { Before::Absent };
                let path = target.catalog_path.clone();
                changes.push(Change { path, contents: text, before, durability: Durability::Synced });
            }
        }
        Ok((changes, done))
    })?;
    let mut changes = Vec::new();
    let mut done = Vec::new();
    for (some, confirmed) in planned {
        changes.extend(some);
        done.extend(confirmed);
    }
    for id in &selection.ids {
        if !done.iter().any(|(_, confirmed)| confirmed.id == *id) {
            return Err(Error::Message(Message::new("error-no-unit").with("id", id.as_str())));
        }
    }
    workspace.root.write(&changes, lock)?;
    Ok(done)
}
