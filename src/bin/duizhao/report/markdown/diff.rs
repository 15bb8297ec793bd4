//! The `diff` as Markdown.

use duizhao::finding::Message;

use super::{escaped, item};
use crate::report::html::{changed, pointed};
use crate::report::human::place;
use crate::report::{Diffed, Stale, places, why};
use crate::ui::Ui;

/// Returns the text.
pub(in crate::report) fn diff(ui: &Ui, diffed: &Diffed) -> String {
    let mut out = format!("{}\n", escaped(&ui.text(&diffed.summary())));
    let mut document = "";
    for Stale { finding, likely } in &diffed.stale {
        if finding.document != document {
            document = &finding.document;
            out.push_str(&format!("\n### {}\n\n", escaped(document)));
        }
        let at = places(finding).0.map_or_else(String::new, place);
        let source = changed(finding.was.as_deref().unwrap_or(""), &finding.evidence, escaped);
        let translation = pointed(finding.translation.as_deref().unwrap_or(""), likely, "b", escaped);
        let texts = [(diffed.source(document), source), (&finding.locale, translation)];
        out.push_str(&item(&escaped(&at), &texts));
    }
    if let Some(carried) = &diffed.carried {
        let summary = ui.text(&Message::new("carried-summary").with("count", carried.len()));
        out.push_str(&format!("\n### {}\n\n", escaped(&summary)));
        for carried in carried {
            let at = format!("{} · {}", place(&carried.target), ui.text(&why(carried)));
            let source = (diffed.source(&carried.document), changed(&carried.was, &carried.now, escaped));
            out.push_str(&item(&escaped(&at), &[source, (&carried.locale, escaped(&carried.translation))]));
        }
    }
    out
}
