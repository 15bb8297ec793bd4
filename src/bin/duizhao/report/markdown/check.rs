//! The findings of a `check` as Markdown: what it came to, a table of documents, then the findings.

use duizhao::finding::Finding;

use super::{escaped, fitting, item};
use crate::report::html::changed;
use crate::report::human::place;
use crate::report::{Checked, phrases, places};
use crate::ui::Ui;

/// By this a program finds its comment again, to replace it.
const MARK: &str = "<!-- duizhao check -->\n";

/// Returns the text.
pub(in crate::report) fn check(ui: &Ui, checked: &Checked) -> String {
    let title = escaped(&ui.word("check-title"));
    let mut out = format!("{MARK}### {title}\n\n{}\n", escaped(&phrases::checked(ui, checked)));
    let groups = checked.by_document();
    let groups: Vec<_> = groups.iter().filter(|(.., found)| !found.is_empty()).collect();
    if groups.is_empty() {
        return out;
    }
    out.push_str(&format!("\n{}|---|---|--:|--:|--:|\n", line(&phrases::heads(ui))));
    let rows = groups.iter().map(|(path, locale, found)| line(&phrases::row(path, locale, found)));
    // The findings are to have some room too.
    let rows = fitting(ui, super::ROOM / 2, rows);
    out.push_str(&format!("{rows}\n"));
    let used = out.len();
    let findings = groups.iter().flat_map(|(.., found)| found.iter().map(|finding| one(ui, finding)));
    out + &fitting(ui, used, findings)
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn one(ui: &Ui, finding: &Finding) -> String {
    let (first, second) = places(finding);
    let at = [first, second].into_iter().flatten().map(|at| escaped(&place(at))).collect::<Vec<_>>().join(" · ");
    let severity = escaped(&phrases::severity(ui, finding.severity));
    let message = escaped(&phrases::message(ui, finding));
    let head = format!("**{severity}** {}: {message} · {at}", escaped(finding.code));
    let source = match &finding.was {
        Some(was) => changed(was, &finding.evidence, escaped),
        None => escaped(&finding.evidence),
    };
    let class = phrases::class(ui, finding).map(|class| escaped(&class)).unwrap_or_default();
    let translation = escaped(finding.translation.as_deref().unwrap_or(""));
    let (evidence_label, class_label) = (ui.word("check-column-evidence"), ui.word("check-column-change"));
    let texts = [(&*class_label, class), (&*evidence_label, source), (&*finding.locale, translation)];
    let texts: Vec<_> = texts.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    item(&head, &texts)
}
