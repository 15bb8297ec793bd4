//! Findings as a code quality report of GitLab, which compares them with those of the target branch.

use duizhao::finding::Severity;
use serde_json::{Value, json};

use crate::report::json::visible;
use crate::report::{Checked, phrases, places};
use crate::ui::{Ui, on_one_line};

/// Returns the report: an array with an object for each finding. GitLab shows one of those that have
/// the same fingerprint.
pub(super) fn check(ui: &Ui, checked: &Checked) -> String {
    let issue = |(finding, fingerprint): (&duizhao::finding::Finding, String)| {
        let severity = match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        };
        let (place, _) = places(finding);
        let path = checked.in_repository(place.map_or(&finding.document, |place| &place.path));
        let about =
            if finding.locale.is_empty() { String::new() } else { format!(" ({})", on_one_line(&finding.locale)) };
        json!({
            "description": format!("{}{about}", phrases::message(ui, finding)),
            "check_name": finding.code,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": { "path": path, "lines": { "begin": place.map_or(1, |place| place.line) } },
        })
    };
    let issues: Value = checked.findings().zip(checked.fingerprints()).map(issue).collect();
    visible(format!("{issues:#}\n"))
}
