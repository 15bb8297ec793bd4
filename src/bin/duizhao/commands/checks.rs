//! `checks`: every check, how severe it is here, and what it reports.

use duizhao::checks::{self, Profile};

use crate::args::{Checks, Global};
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::{ListedCheck, report};
use crate::ui::Ui;

pub(super) fn run(own: &Checks, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let settings = match &own.document {
        Some(document) => {
            let workspace = open(global, ui)?;
            let documents = select(&workspace, std::slice::from_ref(document))?;
            workspace.checks(&documents[0])?
        }
        // Without a workspace the defaults are listed.
        None => match open(global, ui) {
            Ok(workspace) => workspace.checks("")?,
            Err(_) if global.workspace.is_none() => checks::Settings::default(),
            Err(failure) => return Err(failure),
        },
    };
    let listed = checks::ALL.iter().map(|check| {
        let severity = |profile| settings.severity(check.code(), check.severity(profile));
        ListedCheck {
            code: check.code(),
            severity: [severity(Profile::Work), severity(Profile::Release)],
            is_set: settings.is_set(check.code()),
        }
    });
    ui.print(&report(ui).checks(&listed.collect::<Vec<_>>()))?;
    Ok(Outcome::Clean)
}
