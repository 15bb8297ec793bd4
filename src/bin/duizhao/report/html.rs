//! The `diff` as a page by itself: one HTML file, nothing loaded from elsewhere.

use duizhao::change::{self, Tag};
use duizhao::finding::Message;

use crate::report::human::place;
use crate::report::{Diffed, Stale, runs, why};
use crate::ui::Ui;

const STYLE: &str = "\
body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}\
article{border-left:3px solid #ccc;padding:0 1rem;margin:1.5rem 0}\
p{margin:.3rem 0}\
.place{font:13px/1.6 ui-monospace,monospace;color:#666}\
del{background:#fdd;color:#900}\
ins{background:#dfd;color:#060;text-decoration:none}\
mark{background:#ffc}\
@media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}.place{color:#999}\
del{background:#511;color:#fbb}ins{background:#141;color:#bfb}mark{background:#550;color:#ffd}}";

/// Returns the page.
pub(super) fn diff(ui: &Ui, diffed: &Diffed) -> String {
    let title = escaped(&ui.word("diff-title"));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<h1>{title}</h1>\n<p>{}</p>\n",
        ui.words.locale(),
        escaped(&ui.text(&diffed.summary())),
    );
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
            let source = (diffed.source(&carried.document), &changed(&carried.was, &carried.now)[..]);
            out.push_str(&article(&at, source, (&carried.locale, &escaped(&carried.translation))));
        }
    }
    out + "</body>\n</html>\n"
}

fn one(diffed: &Diffed, Stale { finding, likely }: &Stale) -> String {
    let at = finding.target.as_ref().or(finding.source.as_ref()).map_or_else(String::new, place);
    let at = format!("{at} · {}", finding.id.as_deref().unwrap_or(""));
    let source = changed(finding.was.as_deref().unwrap_or(""), &finding.evidence);
    let translation = runs(finding.translation.as_deref().unwrap_or(""), likely).into_iter();
    let translation = translation.map(|(meant, text)| match meant {
        true => format!("<mark>{}</mark>", escaped(text)),
        false => escaped(text),
    });
    article(&at, (diffed.source(&finding.document), &source), (&finding.locale, &translation.collect::<String>()))
}

/// A pair of texts, each with its language; the texts are HTML.
fn article(at: &str, (source, now): (&str, &str), (locale, translation): (&str, &str)) -> String {
    format!(
        "<article>\n<p class=\"place\">{}</p>\n<p lang=\"{source}\">{now}</p>\n<p lang=\"{locale}\">{translation}</p>\n</article>\n",
        escaped(at)
    )
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
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
