//! `waive`: a finding that is none, with the reason.

use duizhao::finding::Message;
use duizhao::project::lock::Lock;
use duizhao::{checks, project};

use crate::args::{Global, Waive};
use crate::commands::{Outcome, open};
use crate::failure::Failure;
use crate::report::report;
use crate::ui::Ui;

/// What is not done yet, and what is wrong with a file, cannot be waived.
const NEVER: [&str; 6] = ["stale", "untranslated", "draft", "segment-count", "damaged-record", "catalog-out-of-sync"];

pub(super) fn run(own: &Waive, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let codes: Vec<&str> = checks::codes().into_iter().filter(|code| !NEVER.contains(code)).collect();
    if !codes.contains(&own.code.as_str()) {
        let wrong = Message::new("error-unknown-code").with("code", own.code.as_str());
        return Err(wrong.with("known", codes.join(", ")).into());
    }
    if own.reason.trim().is_empty() || own.reason.contains(['\n', '\r']) {
        return Err(Message::new("error-reason").into());
    }
    let lock = Lock::acquire(&workspace.root, Lock::PATIENCE)?;
    let waived = project::waive::waive(&workspace, &own.id, &own.code, &own.reason, &global.locale, &lock)?;
    ui.print(&report(ui).waive(&waived))?;
    Ok(Outcome::Clean)
}
