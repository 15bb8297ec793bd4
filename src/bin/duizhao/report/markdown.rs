//! The `diff` as Markdown, for a comment on a pull request.
//!
//! Texts are shown as they are written: their own marks are escaped. Changes are HTML, because `~~` and
//! `**` depend on what stands beside them.

mod impact;

use duizhao::change::{self, Tag};
use duizhao::finding::Message;

pub(super) use impact::impact;

use crate::report::human::place;
use crate::report::{Diffed, Stale, runs, why};
use crate::ui::Ui;

/// Returns the text.
pub(super) fn diff(ui: &Ui, diffed: &Diffed) -> String {
    let mut out = format!("{}\n", ui.text(&diffed.summary()));
    let mut document = "";
    for Stale { finding, likely } in &diffed.stale {
        if finding.document != document {
            document = &finding.document;
            out.push_str(&format!("\n### {}\n\n", escaped(document)));
        }
        let at = finding.target.as_ref().or(finding.source.as_ref()).map_or_else(String::new, place);
        let source = changed(finding.was.as_deref().unwrap_or(""), &finding.evidence);
        let translation = runs(finding.translation.as_deref().unwrap_or(""), likely).into_iter();
        let translation = translation.map(|(meant, text)| match meant {
            true => format!("<b>{}</b>", escaped(text)),
            false => escaped(text),
        });
        let texts = [(diffed.source(document), source), (&finding.locale, translation.collect())];
        out.push_str(&item(&at, &texts));
    }
    if let Some(carried) = &diffed.carried {
        let summary = ui.text(&Message::new("carried-summary").with("count", carried.len()));
        out.push_str(&format!("\n### {summary}\n\n"));
        for carried in carried {
            let at = format!("{} · {}", place(&carried.target), ui.text(&why(carried)));
            let source = (diffed.source(&carried.document), changed(&carried.was, &carried.now));
            out.push_str(&item(&at, &[source, (&carried.locale, escaped(&carried.translation))]));
        }
    }
    out
}

/// A place and texts below it, each behind the tag of its language, so that none can begin a block.
fn item(at: &str, texts: &[(&str, String)]) -> String {
    let mut out = format!("- {}\n", escaped(at));
    out.extend(texts.iter().map(|(locale, text)| format!("  - {locale}: {text}\n")));
    out
}

fn changed(was: &str, now: &str) -> String {
    let runs = change::words(was, now);
    let shown = runs.iter().map(|(tag, text)| match tag {
        Tag::Equal => escaped(text),
        Tag::Delete => format!("<del>{}</del>", escaped(text)),
        Tag::Insert => format!("<ins>{}</ins>", escaped(text)),
    });
    shown.collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' | '|' | '#' | '@' | '!' => out.extend(['\\', ch]),
            ch if ch.is_control() => out.push(' '),
            ch => out.push(ch),
        }
    }
    out
}
