//! `prune`: records whose source is gone are listed, and removed when somebody says so.

use duizhao::finding::Message;
use duizhao::project::lock::Lock;
use duizhao::project::prune::{self, Orphans};

use crate::args::{Global, Prune};
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::{Mode, Pruned, report};
use crate::ui::Ui;

pub(super) fn run(own: &Prune, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let documents = select(&workspace, &own.documents)?;
    let orphans = if own.orphans { Orphans::Go } else { Orphans::Stay };
    let acquire = || Lock::acquire(&workspace.root, Lock::PATIENCE);
    // Nobody else waits while a person reads the list: what changes meanwhile stops the removal.
    let lock = own.yes.then(acquire).transpose()?;
    let plan = prune::plan(&workspace, &documents, &global.locale, own.documents.is_empty(), lock.as_ref())?;
    for path in &plan.closed {
        ui.error(&Message::new("error-closed").with("path", path.as_str()));
    }
    let outcome = Outcome::failing(!plan.closed.is_empty());
    let is_something = !plan.records.is_empty() || (own.orphans && !plan.orphans.is_empty());
    let listed = Pruned { mode: Mode::Looked, orphans, plan };
    if !own.yes {
        ui.print(&report(ui).prune(&listed))?;
    }
    let agreed = is_something && (own.yes || ui.ask(&Message::new("prune-question")));
    let pruned = if agreed {
        let lock = lock.map_or_else(acquire, Ok)?;
        prune::prune(&workspace, &listed.plan, orphans, &lock)?;
        Pruned { mode: Mode::Written, ..listed }
    } else {
        listed
    };
    if own.yes {
        ui.print(&report(ui).prune(&pruned))?;
    } else if agreed {
        ui.hint(&Message::new("prune-done"));
    } else if is_something {
        ui.hint(&Message::new("hint-prune"));
    }
    if !own.orphans && !pruned.plan.orphans.is_empty() {
        ui.hint(&Message::new("hint-prune-orphans"));
    }
    Ok(outcome)
}
