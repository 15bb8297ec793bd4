//! `merge`: git runs it for catalogs, see `init --merge-driver`. The result goes to the file OURS.

use duizhao::project::merge;

use crate::args::Merge;
use crate::commands::Outcome;
use crate::failure::Failure;
use crate::report::{Merged, report};
use crate::ui::Ui;

pub(super) fn run(own: &Merge, ui: &Ui) -> Result<Outcome, Failure> {
    let found = merge::merge(&own.base, &own.ours, &own.theirs)?;
    // git names its temporary files; people know the path of the catalog.
    let path = own.path.clone().unwrap_or_else(|| own.ours.to_string_lossy().into_owned());
    let outcome = Outcome::failing(!found.clean);
    ui.print(&report(ui).merge(&Merged { path, report: found }))?;
    Ok(outcome)
}
