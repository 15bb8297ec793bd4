//! `undo`: what the last commands overwrote comes back.

use duizhao::finding::Message;
use duizhao::project::lock::Lock;
use duizhao::project::undo::{self, Wanted};

use crate::args::{Global, Undo};
use crate::commands::{Outcome, open};
use crate::failure::Failure;
use crate::report::report;
use crate::ui::Ui;

pub(super) fn run(own: &Undo, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    if own.list {
        let listed = undo::list(&workspace)?;
        for unreadable in listed.iter().filter(|listed| listed.operation.is_none()) {
            ui.hint(&Message::new("hint-unreadable-entry").with("path", unreadable.entry.path.as_str()));
        }
        ui.print(&report(ui).operations(&listed))?;
        return Ok(Outcome::Clean);
    }
    let wanted = Wanted { number: own.number, id: own.id.clone(), locales: global.locale.clone() };
    let lock = Lock::acquire(&workspace.root, Lock::PATIENCE)?;
    let undone = undo::undo(&workspace, &wanted, &lock)?;
    ui.print(&report(ui).undo(&undone))?;
    Ok(Outcome::failing(undone.files.iter().any(|file| !file.left.is_empty() || file.outcome == undo::Outcome::Left)))
}
