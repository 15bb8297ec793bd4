//! `build`: the pages.

use duizhao::finding::{Message, Severity};
use duizhao::fluent::messages::Words;
use duizhao::project::build;
use duizhao::project::lock::Lock;
use duizhao::publish::{Marks, Policies, Policy};

use crate::args::{Build, Draft, Global, Missing, Stale};
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::{Built, Mode, report};
use crate::ui::Ui;

pub(super) fn run(own: &Build, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let options = build::Options {
        outputs: own.only.clone(),
        documents: select(&workspace, &own.documents)?,
        locales: global.locale.clone(),
        policies: policies(own, workspace.config.publish.into()),
        force: own.force,
    };
    let (mode, lock) = match own.check {
        true => (Mode::Looked, None),
        false => (Mode::Written, Some(Lock::acquire(&workspace.root, Lock::PATIENCE)?)),
    };
    let found = build::build(&workspace, &options, &marks, lock.as_ref())?;
    let failed = found.findings.iter().any(|finding| finding.severity == Severity::Error);
    let behind = own.check && found.built.iter().any(|file| file.changed);
    ui.print(&report(ui).build(&Built { mode, report: found }))?;
    Ok(Outcome::failing(failed || behind))
}

/// The words that mark a segment, in the language of the page; English where we do not speak it.
fn marks(locale: &str) -> Marks {
    let english = || duizhao::fluent::messages::locales().swap_remove(0);
    let words = Words::new(&locale.parse().unwrap_or_else(|_| english()));
    let mark = |id| words.format(&Message::new(id));
    Marks { missing: mark("mark-missing"), stale: mark("mark-stale"), draft: mark("mark-draft") }
}

fn policies(own: &Build, settings: Policies) -> Policies {
    let missing = own.missing.map(|policy| match policy {
        Missing::Source => Policy::Source,
        Missing::Mark => Policy::Mark,
        Missing::Omit => Policy::Omit,
        Missing::Fail => Policy::Fail,
    });
    let stale = own.stale.map(|policy| match policy {
        Stale::Keep => Policy::Keep,
        Stale::Mark => Policy::Mark,
        Stale::Source => Policy::Source,
        Stale::Fail => Policy::Fail,
    });
    let draft = own.draft.map(|policy| match policy {
        Draft::Use => Policy::Keep,
        Draft::Mark => Policy::Mark,
        Draft::Source => Policy::Source,
        Draft::Fail => Policy::Fail,
    });
    Policies {
        missing: missing.unwrap_or(settings.missing),
        stale: stale.unwrap_or(settings.stale),
        draft: draft.unwrap_or(settings.draft),
    }
}
