//! Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.
//!
//! A command is a line of the log: what would end the line, or a property of it, is escaped. GitHub drops
//! what is beyond the first few of a kind, so the order says what is seen.

use duizhao::finding::{Finding, Message, Place, Severity};

use crate::report::{Checked, brief, phrases, places};
use crate::ui::{Ui, on_one_line};

/// GitHub shows so many commands of a kind for a step.
const MOST: usize = 10;

/// Returns a command for each finding that GitHub shows, and the lines of the others.
pub(super) fn check(ui: &Ui, checked: &Checked) -> String {
    let mut out = String::new();
    let mut others: Vec<&Finding> = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let mut found: Vec<_> = checked.findings().filter(|finding| finding.severity == severity).collect();
        found.sort_by_key(|finding| !is_reviewed(checked, finding));
        // The last one is for the number of the others.
        let shown = if found.len() > MOST { MOST - 1 } else { found.len() };
        out.extend(found[..shown].iter().map(|finding| command(ui, checked, finding)));
        if shown < found.len() {
            let more = Message::new("github-more").with("count", found.len() - shown);
            out.push_str(&format!("::{} title=duizhao::{}\n", level(severity), data(&ui.text(&more))));
        }
        others.extend(&found[shown..]);
    }
    if !others.is_empty() {
        let title = ui.text(&Message::new("github-rest").with("count", others.len()));
        out.push_str(&format!("::group::{}\n", data(&title)));
        out.extend(others.into_iter().map(|finding| brief::line(ui, finding) + "\n"));
        out.push_str("::endgroup::\n");
    }
    out
}

/// Whether a finding is in a file that a reviewer looks at.
fn is_reviewed(checked: &Checked, finding: &Finding) -> bool {
    let (first, second) = places(finding);
    [first, second].into_iter().flatten().any(|place| checked.touched.contains(&place.path))
}

/// Returns the place to show and the other one. A reviewer is shown the one in the diff.
fn places_for_reviewer<'f>(checked: &Checked, finding: &'f Finding) -> (Option<&'f Place>, Option<&'f Place>) {
    let is_touched = |place: &Place| checked.touched.contains(&place.path);
    match places(finding) {
        (Some(first), Some(second)) if !is_touched(first) && is_touched(second) => (Some(second), Some(first)),
        places => places,
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

fn command(ui: &Ui, checked: &Checked, finding: &Finding) -> String {
    let (place, other) = places_for_reviewer(checked, finding);
    let (file, lines) = match place {
        Some(place) => {
            let lines = format!("line={},endLine={},col={}", place.line, place.end_line, place.column);
            (place.path.as_str(), lines)
        }
        None => (finding.document.as_str(), "line=1".to_owned()),
    };
    let title = match finding.locale.as_str() {
        "" => finding.code.to_owned(),
        locale => format!("{} ({locale})", finding.code),
    };
    let told = [vec![phrases::message(ui, finding)], phrases::details_beside(ui, finding, other)].concat().join("\n");
    format!(
        "::{} file={},{lines},title={}::{}\n",
        level(finding.severity),
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
