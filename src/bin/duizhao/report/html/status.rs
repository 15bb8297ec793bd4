//! The `status` as a page: for each language a bar a document, cut into the states of its segments.

use duizhao::status::Counts;

use super::{escaped, page};
use crate::report::{LocaleStatus, share};
use crate::ui::Ui;

/// The colours differ in brightness as well, for those who do not see them all.
const STYLE: &str = "\
table{border-collapse:collapse;width:100%}th,td{padding:.2rem .6rem;text-align:left}\
th:first-child{overflow-wrap:anywhere}.number{text-align:right;white-space:nowrap}.wide{width:50%}\
.bar{display:flex;height:.9rem;background:#8883;border-radius:2px;overflow:hidden}.bar span{display:block}\
.reviewed{background:#14601f}.translated{background:#4caf50}.draft{background:#e0b000}.stale{background:#c0392b}\
.missing{background:#8884}.key span{display:inline-block;width:.9rem;height:.9rem;margin:0 .3rem 0 1rem;\
vertical-align:-.1rem}";

/// The states, best first.
const STATES: [&str; 5] = ["reviewed", "translated", "draft", "stale", "missing"];

/// Returns the page.
pub(in crate::report) fn status(ui: &Ui, locales: &[LocaleStatus]) -> String {
    let state = |name: &str| escaped(&ui.words.text(&format!("state-{name}")).unwrap_or_else(|| name.to_owned()));
    let key: String = STATES.iter().map(|name| format!("<span class=\"{name}\"></span>{}", state(name))).collect();
    let mut out = format!("<p class=\"key\">{key}</p>\n");
    for locale in locales {
        out.push_str(&format!("<h2 lang=\"{0}\">{0}</h2>\n<table>\n", escaped(&locale.locale)));
        out.extend(locale.documents.iter().map(|(path, counts)| row(ui, path, counts)));
        if locale.documents.len() > 1 {
            out.push_str(&row(ui, &ui.word("status-total"), &locale.total()));
        }
        out.push_str("</table>\n");
    }
    page(ui, &ui.word("status-title"), STYLE, &out)
}

fn row(ui: &Ui, name: &str, counts: &Counts) -> String {
    let numbers = [counts.reviewed, counts.translated, counts.draft, counts.stale, counts.missing];
    let parts: Vec<(&str, usize)> = STATES.into_iter().zip(numbers).filter(|(_, number)| *number > 0).collect();
    let state = |name: &str| ui.words.text(&format!("state-{name}")).unwrap_or_else(|| name.to_owned());
    let told: Vec<String> = parts.iter().map(|(name, number)| format!("{number} {}", state(name))).collect();
    let told = escaped(&told.join(&ui.word("list-separator")));
    let part = |(name, number): &(&str, usize)| format!("<span class=\"{name}\" style=\"flex:{number}\"></span>");
    let bar: String = parts.iter().map(part).collect();
    format!(
        "<tr><th>{}</th><td class=\"wide\"><div class=\"bar\" role=\"img\" aria-label=\"{told}\" title=\"{told}\">{bar}</div></td>\
         <td class=\"number\">{} / {}</td><td class=\"number\">{} %</td></tr>\n",
        escaped(name),
        counts.translated + counts.reviewed,
        counts.total,
        share(counts),
    )
}
