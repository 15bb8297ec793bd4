//! `waive`: a finding about a sentence is none, and here is why.

use crate::catalog;
use crate::checks::Profile;
use crate::finding::{Finding, Message};
use crate::project::confirm::{in_place, sync_first};
use crate::project::disk::{Before, Change, Durability};
use crate::project::journal;
use crate::project::lock::Lock;
use crate::project::workspace::{Error, Workspace};

/// Waives the findings of a check about a unit in `locales` (in all targets if there are none) and returns them.
///
/// It is an error if there is no such finding: a waiver for what is not there would hide what comes.
pub fn waive(
    workspace: &Workspace,
    id: &str,
    code: &str,
    reason: &str,
    locales: &[String],
    lock: &Lock,
) -> Result<Vec<Finding>, Error> {
    journal::recover(&workspace.root, lock)?;
    let planned = workspace.each(&workspace.documents, locales, |loaded| {
        let (mut changes, mut waived) = (Vec::new(), Vec::new());
        let known = loaded.ids.iter().any(|own| own == id);
        for target in loaded.targets.iter().filter(|_| known) {
            let mut found = loaded.check(target, None, Profile::Release);
            found.retain(|finding| finding.code == code && finding.id.as_deref() == Some(id));
            let indices: Vec<usize> = found.iter().filter_map(|finding| finding.index).collect();
            let Some(update) = target.update.as_ref().filter(|_| !indices.is_empty()) else { continue };
            let now = catalog::read(update.text.clone(), &loaded.locale);
            let Some(contents) = catalog::waive(&now, &loaded.locale, id, &indices, code, reason) else { continue };
            in_place(&loaded)?;
            if target.released {
                return Err(sync_first(&loaded));
            }
            let before = if target.exists { Before::Is(target.catalog.text.clone()) } else { Before::Absent };
            let path = target.catalog_path.clone();
            changes.push(Change { path, contents, before, durability: Durability::Synced });
            waived.extend(found);
        }
        Ok((changes, waived, known))
    })?;
    let (mut changes, mut waived, mut known) = (Vec::new(), Vec::new(), false);
    for (some, findings, here) in planned {
        changes.extend(some);
        waived.extend(findings);
        known |= here;
    }
    if waived.is_empty() {
        let wrong = Message::new(if known { "error-no-finding" } else { "error-no-unit" });
        return Err(Error::Message(wrong.with("id", id).with("code", code)));
    }
    journal::write(&workspace.root, "waive", &changes, &[], lock)?;
    Ok(waived)
}
