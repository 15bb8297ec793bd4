//! `diff`: what changed in the source of each stale segment, or of any segment since a revision.

use duizhao::checks::Profile;
use duizhao::project::since::since;

use crate::args::{Diff, Global};
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::report;
use crate::ui::Ui;

pub(super) fn run(own: &Diff, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let documents = select(&workspace, &own.documents)?;
    if let Some(revision) = &own.since {
        let found = since(&workspace, &documents, &global.locale, revision)?;
        ui.print(&report(ui).since(revision, &found))?;
        return Ok(Outcome::Clean);
    }
    let found = workspace.each(&documents, &global.locale, |loaded| {
        let check = |target| loaded.check(target, None, Profile::Work);
        Ok(loaded.targets.iter().flat_map(check).filter(|finding| finding.code == "stale").collect::<Vec<_>>())
    })?;
    ui.print(&report(ui).diff(&found.into_iter().flatten().collect::<Vec<_>>()))?;
    Ok(Outcome::Clean)
}
