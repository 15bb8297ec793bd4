//! From GitHub's Markdown to what another reader renders: notes without footnotes, text that is no JSX and no
//! template (rules F-4, S3 and S9).

use std::collections::HashMap;

use crate::markdown::{self, Mark, whole_lines};
use crate::publish::dialect::{Dialect, Html};
use crate::text::{Edit, Span, apply};

/// Returns a page as a dialect wants it. `body` is the byte behind the front matter; `notes` is what stands above the
/// notes.
pub(super) fn lower(text: String, body: usize, dialect: &Dialect, notes: &str) -> String {
    let jsx = dialect.html == Html::Jsx;
    if dialect.footnotes && !jsx && !dialect.interpolates {
        return text;
    }
    let marks = markdown::marks(&text[body..]);
    let mut edits = Vec::new();
    if jsx {
        edits.extend(marks.iter().filter_map(|(mark, span)| jsx_safe(mark, &text[body..], span)));
    }
    if dialect.interpolates {
        edits.extend(templates(&marks));
    }
    let mut list = String::new();
    if !dialect.footnotes {
        let (found, listed) = notes_listed(&text[body..], &marks);
        edits.extend(found);
        list = listed;
    }
    let mut lowered = format!("{}{}", &text[..body], apply(&text[body..], edits));
    if !list.is_empty() {
        lowered.truncate(lowered.trim_end().len());
        lowered.push_str(&format!("\n\n## {notes}\n\n{list}"));
    }
    lowered
}

/// What JSX would take for an expression or a tag.
fn jsx_safe(mark: &Mark, text: &str, span: &Span) -> Option<Edit> {
    match mark {
        Mark::Literal('<' | '{') => Some(Edit::new(span.start..span.start, "\\")),
        Mark::Autolink(address) => {
            let shown = &text[span.start + 1..span.end - 1];
            Some(Edit::new(span.clone(), format!("[{shown}]({address})")))
        }
        Mark::Comment => {
            let comment = text[span.clone()].strip_prefix("<!--")?.strip_suffix("-->")?;
            Some(Edit::new(span.clone(), format!("{{/*{}*/}}", comment.replace("*/", "* /"))))
        }
        Mark::Void => Some(Edit::new(span.end - 1..span.end - 1, " /")),
        _ => None,
    }
}

/// `{{ … }}` in text is shown, not evaluated.
fn templates(marks: &[(Mark, Span)]) -> Vec<Edit> {
    let braces = |wanted: char| {
        let found = marks.iter().filter(move |(mark, _)| *mark == Mark::Literal(wanted)).map(|(_, span)| span.start);
        let found: Vec<usize> = found.collect();
        found.windows(2).filter(|pair| pair[0] + 1 == pair[1]).map(|pair| pair[0]).collect::<Vec<_>>()
    };
    let (opens, closes) = (braces('{'), braces('}'));
    let mut edits = Vec::new();
    let mut from = 0;
    for open in opens {
        if open < from {
            continue;
        }
        let Some(close) = closes.iter().find(|close| **close > open) else { break };
        edits.push(Edit::new(open..open, "<span v-pre>"));
        edits.push(Edit::new(close + 2..close + 2, "</span>"));
        from = close + 2;
    }
    edits
}

/// Rule F-4: references become `\[1\]`, definitions a list. Returns the edits and the list.
fn notes_listed(text: &str, marks: &[(Mark, Span)]) -> (Vec<Edit>, String) {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut edits = Vec::new();
    for (mark, span) in marks {
        if let Mark::NoteReference(label) = mark {
            let next = numbers.len() + 1;
            let number = *numbers.entry(label).or_insert(next);
            edits.push(Edit::new(span.clone(), format!("\\[{number}\\]")));
        }
    }
    let mut bodies: Vec<(usize, String)> = Vec::new();
    for (mark, span) in marks {
        let Mark::Note(label) = mark else { continue };
        let next = numbers.len() + 1;
        let number = *numbers.entry(label).or_insert(next);
        let within = |edit: &Edit| span.start <= edit.span.start && edit.span.end <= span.end;
        let (inner, outer): (Vec<Edit>, Vec<Edit>) = edits.into_iter().partition(within);
        edits = outer;
        let moved = inner
            .into_iter()
            .map(|edit| Edit::new(edit.span.start - span.start..edit.span.end - span.start, edit.replacement));
        let written = apply(&text[span.clone()], moved.collect());
        let body = written.split_once("]:").map_or("", |(_, body)| body).trim();
        if !bodies.iter().any(|(other, _)| *other == number) {
            bodies.push((number, unquoted(body, quotes(text, span.start))));
        }
        edits.push(Edit::new(whole_lines(text, span), ""));
    }
    bodies.sort_unstable();
    (edits, bodies.iter().map(|(number, body)| listed(*number, body)).collect())
}

/// In how many block quotes the line at a byte stands.
fn quotes(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    text[start..at].matches('>').count()
}

/// The lines of a note without the marks of the quotes around it.
fn unquoted(body: &str, quotes: usize) -> String {
    if quotes == 0 {
        return body.to_owned();
    }
    let line = |line: &str| {
        let marks = line.match_indices('>').nth(quotes - 1).map_or(0, |(at, _)| at + 1);
        line[marks..].strip_prefix(' ').unwrap_or(&line[marks..]).to_owned()
    };
    let mut lines = body.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    std::iter::once(first).chain(lines.map(line)).collect::<Vec<_>>().join("\n")
}

/// A note as an item of an ordered list, its further lines indented as far as its text.
fn listed(number: usize, body: &str) -> String {
    let mark = format!("{number}. ");
    let mut lines = body.lines();
    let mut item = format!("{mark}{}\n", lines.next().unwrap_or_default());
    for line in lines {
        let line = line.strip_prefix("    ").unwrap_or(line).trim_end();
        let indent = if line.is_empty() { String::new() } else { " ".repeat(mark.len()) };
        item.push_str(&format!("{indent}{line}\n"));
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::dialect;

    #[track_caller]
    fn check(name: &str, text: &str, expected: &str) {
        let dialect = dialect::dialect(name).expect("a dialect");
        assert_eq!(lower(text.to_owned(), 0, dialect, "Notes"), expected);
    }

    #[test]
    fn f4_notes_become_a_list() {
        let listed = "A\\[1\\] b\\[2\\].\n\n## Notes\n\n1. One.\n\n   一。\n2. Two.\n";
        check("vitepress", "A[^x] b[^y].\n\n[^y]: Two.\n\n[^x]: One.\n\n    一。\n", listed);
    }

    #[test]
    fn f4_a_note_in_a_quote_leaves_it() {
        let listed = "> A\\[1\\].\n>\n\n## Notes\n\n1. One. More.\n";
        check("cn-editor", "> A[^x].\n>\n> [^x]: One. More.\n", listed);
    }

    #[test]
    fn s9_text_is_no_jsx_and_no_template() {
        check(
            "docusaurus",
            "a < b {c} <br> <https://d.example> `<e>`\n",
            "a \\< b \\{c} <br /> [https://d.example](https://d.example) `<e>`\n",
        );
        check("docusaurus", "<!-- c -->\n\n\\{d}\n", "{/* c */}\n\n\\{d}\n");
        check("vitepress", "a {{ b }} `{{ c }}` {d}\n", "a <span v-pre>{{ b }}</span> `{{ c }}` {d}\n");
        check("gfm", "a < b {{ c }}[^1]\n\n[^1]: d\n", "a < b {{ c }}[^1]\n\n[^1]: d\n");
    }
}
