//! The `diff` as a page.

use duizhao::finding::Message;

use super::{changed, escaped, page, pointed};
use crate::report::human::place;
use crate::report::{Diffed, Stale, places, why};
use crate::ui::Ui;

/// Returns the page.
pub(in crate::report) fn diff(ui: &Ui, diffed: &Diffed) -> String {
    let mut out = format!("<p>{}</p>\n", escaped(&ui.text(&diffed.summary())));
    let mut document = "";
    for stale in &diffed.stale {
        if stale.finding.document != document {
            document = &stale.finding.document;
            out.push_str(&format!("<h2>{}</h2>\n", escaped(document)));
        }
        out.push_str(&one(diffed, stale));
    }
    if let Some(carried) = &diffed.carried {
        let summary = ui.text(&Message::new("carried-summary").with("count", carried.len()));
        out.push_str(&format!("<h2>{}</h2>\n", escaped(&summary)));
        for carried in carried {
            let at = format!("{} · {}", place(&carried.target), ui.text(&why(carried)));
            let source = (diffed.source(&carried.document), &changed(&carried.was, &carried.now, escaped)[..]);
            out.push_str(&article(&at, source, (&carried.locale, &escaped(&carried.translation))));
        }
    }
    page(ui, &ui.word("diff-title"), "", &out)
}

fn one(diffed: &Diffed, Stale { finding, likely }: &Stale) -> String {
    let at = places(finding).0.map_or_else(String::new, place);
    let at = format!("{at} · {}", finding.id.as_deref().unwrap_or(""));
    let source = changed(finding.was.as_deref().unwrap_or(""), &finding.evidence, escaped);
    let translation = pointed(finding.translation.as_deref().unwrap_or(""), likely, "mark", escaped);
    article(&at, (diffed.source(&finding.document), &source), (&finding.locale, &translation))
}

/// A pair of texts, each with its language; the texts are HTML.
fn article(at: &str, (source, now): (&str, &str), (locale, translation): (&str, &str)) -> String {
    format!(
        "<article>\n<p class=\"place\">{}</p>\n<p lang=\"{}\">{now}</p>\n<p lang=\"{}\">{translation}</p>\n</article>\n",
        escaped(at),
        escaped(source),
        escaped(locale),
    )
}
