//! Findings for `grep` and for editors that read the output of a compiler: one line each, and nothing else.

use duizhao::finding::Finding;

use crate::report::{Checked, human, phrases, places};
use crate::ui::{Ui, at_line_start};

/// Returns the lines: `PATH:LINE:COLUMN: SEVERITY CODE MESSAGE`.
pub(super) fn check(ui: &Ui, checked: &Checked) -> String {
    checked.findings().map(|finding| line(ui, finding) + "\n").collect()
}

/// Returns the line of a finding.
pub(super) fn line(ui: &Ui, finding: &Finding) -> String {
    let (place, _) = places(finding);
    let place = place.map_or_else(|| format!("{}:1:1", at_line_start(&finding.document)), human::place);
    format!("{place}: {} {} {}", finding.severity.name(), finding.code, phrases::message(ui, finding))
}
