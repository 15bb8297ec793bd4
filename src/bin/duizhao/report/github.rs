//! Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.
//!
//! A command is a line of the log: what would end the line, or a property of it, is escaped.

use duizhao::finding::{Finding, Severity};

use crate::report::{Checked, phrases, places};
use crate::ui::{Ui, on_one_line};

/// Returns a command for each finding.
pub(super) fn check(ui: &Ui, checked: &Checked) -> String {
    checked.findings().map(|finding| command(ui, checked, finding)).collect()
}

fn command(ui: &Ui, checked: &Checked, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (file, lines) = match places(finding) {
        (Some(place), _) => {
            let lines = format!("line={},endLine={},col={}", place.line, place.end_line, place.column);
            (place.path.as_str(), lines)
        }
        (None, _) => (finding.document.as_str(), "line=1".to_owned()),
    };
    let title = match finding.locale.as_str() {
        "" => finding.code.to_owned(),
        locale => format!("{} ({locale})", finding.code),
    };
    let told = [vec![phrases::message(ui, finding)], phrases::details(ui, finding)].concat().join("\n");
    format!(
        "::{level} file={},{lines},title={}::{}\n",
        property(&checked.in_repository(file)),
        property(&title),
        data(&told)
    )
}

/// Escapes a message. It is cut into lines by us; a text of others has none.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(&on_one_line(text)).replace(':', "%3A").replace(',', "%2C")
}
