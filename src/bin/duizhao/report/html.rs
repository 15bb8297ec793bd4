//! Reports as a page by itself: one HTML file without scripts, nothing loaded from elsewhere.
//!
//! Every element is closed, so that a reader of XML can read a page too.

mod check;
mod diff;
mod status;

use duizhao::change::{self, Tag};
use duizhao::text::Span;

pub(super) use check::check;
pub(super) use diff::diff;
pub(super) use status::status;

use crate::report::runs;
use crate::ui::{Ui, on_one_line};

/// What all pages look like.
const STYLE: &str = "\
body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}\
article{border-left:3px solid #ccc;padding:0 1rem;margin:1.5rem 0}\
p{margin:.3rem 0}\
.place{font:13px/1.6 ui-monospace,monospace;color:#666;overflow-wrap:anywhere}\
del{background:#fdd;color:#900}\
ins{background:#dfd;color:#060;text-decoration:none}\
mark{background:#ffc}\
@media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}.place{color:#999}\
del{background:#511;color:#fbb}ins{background:#141;color:#bfb}mark{background:#550;color:#ffd}}";

/// Returns a page. `style` is for it alone; `body` is HTML.
fn page(ui: &Ui, title: &str, style: &str, body: &str) -> String {
    let title = escaped(title);
    // Nothing of the content can load anything; the policy says so to the browser as well.
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width\"/>\n<title>{title}</title>\n<style>{STYLE}{style}</style>\n\
         </head>\n<body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n",
        ui.words.locale(),
    )
}

/// Returns a table. `heads` and cells are text; all columns but the first `names` hold numbers.
fn table(heads: &[String], names: usize, rows: &[Vec<String>]) -> String {
    let cell = |tag: &str, at: usize, text: &str| {
        let class = if at < names { "" } else { " class=\"number\"" };
        format!("<{tag}{class}>{}</{tag}>", escaped(text))
    };
    let row = |tag: &str, cells: &[String]| {
        let cells: String = cells.iter().enumerate().map(|(at, text)| cell(tag, at, text)).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let body: String = rows.iter().map(|cells| row("td", cells)).collect();
    format!("<table>\n<thead>\n{}</thead>\n<tbody>\n{body}</tbody>\n</table>\n", row("th", heads))
}

/// What a table looks like.
const TABLE_STYLE: &str = "table{border-collapse:collapse;margin:1rem 0}th,td{padding:.2rem .8rem;text-align:left;\
border-bottom:1px solid #8884}.number{text-align:right}";

/// Returns a word diff; `escaped` is how text is written where the tags are understood.
pub(super) fn changed(was: &str, now: &str, escaped: fn(&str) -> String) -> String {
    let runs = change::words(was, now);
    let shown = runs.iter().map(|(tag, text)| match tag {
        Tag::Equal => escaped(text),
        Tag::Delete => format!("<del>{}</del>", escaped(text)),
        Tag::Insert => format!("<ins>{}</ins>", escaped(text)),
    });
    shown.collect()
}

/// Returns a text with its likely parts in `tag`.
pub(super) fn pointed(text: &str, likely: &[Span], tag: &str, escaped: fn(&str) -> String) -> String {
    let shown = runs(text, likely).into_iter().map(|(meant, text)| match meant {
        true => format!("<{tag}>{}</{tag}>", escaped(text)),
        false => escaped(text),
    });
    shown.collect()
}

/// Returns a text on one line in which nothing is HTML.
pub(super) fn escaped(text: &str) -> String {
    let text = on_one_line(text);
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No characters, and nothing that XML can hold.
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            ch => out.push(ch),
        }
    }
    out
}
