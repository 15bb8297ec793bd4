//! `checks`: every check, how severe it is here, and what it reports.

use duizhao::checks::{self, Profile};
use duizhao::config::gate::SourceChanges;
use duizhao::finding::Severity;
use duizhao::gate;
use duizhao::project::Workspace;

use crate::args::{Checks, Global};
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::{ListedCheck, report};
use crate::ui::Ui;

pub(super) fn run(own: &Checks, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let mut advises = false;
    let settings = match &own.document {
        Some(document) => {
            let workspace = open(global, ui)?;
            let documents = select(&workspace, std::slice::from_ref(document))?;
            advises = is_advising(&workspace);
            workspace.checks(&documents[0])?
        }
        // Without a workspace the defaults are listed.
        None => match open(global, ui) {
            Ok(workspace) => {
                advises = is_advising(&workspace);
                workspace.checks("")?
            }
            Err(_) if global.workspace.is_none() => checks::Settings::default(),
            Err(failure) => return Err(failure),
        },
    };
    let listed = checks::ALL.iter().map(|check| {
        let severity = |profile| settings.severity(check.code(), check.severity(profile));
        let is_advice = advises && gate::BEHIND.contains(&check.code());
        let work = severity(Profile::Work).map(|severity| if is_advice { Severity::Info } else { severity });
        ListedCheck {
            code: check.code(),
            severity: [work, severity(Profile::Release)],
            is_set: is_advice || settings.is_set(check.code()),
        }
    });
    ui.print(&report(ui).checks(&listed.collect::<Vec<_>>()))?;
    Ok(Outcome::Clean)
}

/// Whether a change of the source only has its effect told.
fn is_advising(workspace: &Workspace) -> bool {
    workspace.config.gate.source_changes == SourceChanges::Advise
}
