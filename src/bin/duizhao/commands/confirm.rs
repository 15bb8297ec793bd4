//! `confirm` and `review`: a person's word that a translation holds.

use duizhao::catalog::{Confirmation, Outcome as Taken};
use duizhao::project::confirm::{self, Selection};
use duizhao::project::lock::Lock;

use crate::args::{Confirm, Global, Review};
use crate::commands::{Outcome, open, relative};
use crate::failure::Failure;
use crate::report::report;
use crate::ui::Ui;

pub(super) fn confirm(own: &Confirm, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let confirmation = Confirmation::Confirm { unchanged: own.unchanged, whole: own.whole, by: own.by.clone() };
    run(&own.names, &confirmation, "confirm-done", global, ui)
}

pub(super) fn review(own: &Review, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    run(&own.names, &Confirmation::Review { name: own.by.clone() }, "review-done", global, ui)
}

/// Without names all documents are meant: clap asks for `--all` then.
fn run(
    names: &[String],
    confirmation: &Confirmation,
    done: &'static str,
    global: &Global,
    ui: &Ui,
) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let lock = Lock::acquire(&workspace.root, Lock::PATIENCE)?;
    let names: Vec<String> = names.iter().map(|name| relative(&workspace, name)).collect();
    let selection = match names.is_empty() {
        true => Selection { ids: Vec::new(), documents: workspace.documents.clone() },
        false => confirm::selection(&workspace, &names)?,
    };
    let confirmed = confirm::confirm(&workspace, &selection, &global.locale, confirmation, &lock)?;
    let refused = |taken| !matches!(taken, Taken::Done | Taken::Already);
    let outcome = Outcome::failing(confirmed.iter().any(|segment| refused(segment.outcome)));
    ui.print(&report(ui).confirm(done, &confirmed))?;
    Ok(outcome)
}
