//! `blame`: who translated and reviewed each segment, from what, and since when it is stale.

use duizhao::project::blame;
use duizhao::project::confirm::{self, Selection};

use crate::args::{Blame, Global};
use crate::commands::{Outcome, open, relative};
use crate::failure::Failure;
use crate::report::report;
use crate::ui::Ui;

pub(super) fn run(own: &Blame, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let names: Vec<String> = own.names.iter().map(|name| relative(&workspace, name)).collect();
    let selection = match names.is_empty() {
        true => Selection { ids: Vec::new(), documents: workspace.documents.clone() },
        false => confirm::selection(&workspace, &names)?,
    };
    let found = blame::blame(&workspace, &selection, &global.locale)?;
    ui.print(&report(ui).blame(&found))?;
    Ok(Outcome::Clean)
}
