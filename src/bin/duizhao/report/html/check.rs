//! The findings of a `check` as a page: a table of documents, then one finding after the other.

use std::collections::HashMap;

use duizhao::finding::Finding;

use super::{TABLE_STYLE, changed, escaped, page, table};
use crate::report::human::place;
use crate::report::{Checked, phrases, places};
use crate::ui::Ui;

const STYLE: &str = ".error{border-color:#c0392b}.warning{border-color:#c98a00}.info{border-color:#2b7bb9}";

/// Returns the page.
pub(in crate::report) fn check(ui: &Ui, checked: &Checked) -> String {
    let mut out = format!("<p>{}</p>\n", escaped(&phrases::checked(ui, checked)));
    let groups = checked.by_document();
    let languages = checked.documents.iter().map(|document| (document.path.as_str(), document.source.as_str()));
    let languages: HashMap<&str, &str> = languages.collect();
    let rows: Vec<Vec<String>> = groups.iter().map(|(path, locale, found)| phrases::row(path, locale, found)).collect();
    out.push_str(&table(&phrases::heads(ui), 2, &rows));
    for (path, locale, found) in groups.iter().filter(|(.., found)| !found.is_empty()) {
        out.push_str(&format!("<h2>{} ({})</h2>\n", escaped(path), escaped(locale)));
        out.extend(found.iter().map(|finding| article(ui, languages.get(path).copied(), finding)));
    }
    page(ui, &ui.word("check-title"), &format!("{TABLE_STYLE}{STYLE}"), &out)
}

fn article(ui: &Ui, language: Option<&str>, finding: &Finding) -> String {
    let (first, second) = places(finding);
    let at = [first, second].into_iter().flatten().map(place).collect::<Vec<_>>().join(" · ");
    let mut out = format!("<article class=\"{}\">\n", finding.severity.name());
    let severity = escaped(&phrases::severity(ui, finding.severity));
    let message = escaped(&phrases::message(ui, finding));
    out.push_str(&format!("<p><strong>{severity}</strong> <code>{}</code> {message}</p>\n", escaped(finding.code)));
    out.push_str(&format!("<p class=\"place\">{}</p>\n", escaped(&at)));
    out.extend(phrases::class(ui, finding).map(|class| format!("<p>{}</p>\n", escaped(&class))));
    let source = match &finding.was {
        Some(was) => changed(was, &finding.evidence, escaped),
        None => escaped(&finding.evidence),
    };
    if !source.is_empty() {
        // Other evidence may be a piece of the translation.
        let language = language
            .filter(|_| finding.was.is_some())
            .map_or_else(String::new, |language| format!(" lang=\"{}\"", escaped(language)));
        out.push_str(&format!("<p{language}>{source}</p>\n"));
    }
    if let Some(translation) = &finding.translation {
        out.push_str(&format!("<p lang=\"{}\">{}</p>\n", escaped(&finding.locale), escaped(translation)));
    }
    out + "</article>\n"
}
