//! `sync`: the catalogs follow the source.

use duizhao::finding::Message;
use duizhao::project::lock::Lock;
use duizhao::project::sync;

use crate::args::{Global, Sync};
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::{Mode, Synced, report};
use crate::ui::Ui;

pub(super) fn run(own: &Sync, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let documents = select(&workspace, &own.documents)?;
    let (mode, lock) = match own.check {
        true => (Mode::Looked, None),
        false => (Mode::Written, Some(Lock::acquire(&workspace.root, Lock::PATIENCE)?)),
    };
    let found = sync::sync(&workspace, &documents, &global.locale, lock.as_ref())?;
    let changed = !found.changed.is_empty();
    for path in &found.closed {
        ui.error(&Message::new("error-closed").with("path", path.as_str()));
    }
    let closed = !found.closed.is_empty();
    ui.print(&report(ui).sync(&Synced { mode, report: found }))?;
    Ok(Outcome::failing(closed || (own.check && changed)))
}
