//! Lines of other languages inside Markdown: Hugo, Liquid and Jinja shortcodes, MDX, VitePress.
//!
//! CommonMark takes them for text. A line that holds nothing else is copied untouched; inside a
//! sentence they are opaque.

use crate::text::Span;

/// Returns the spans of `{{…}}` and `{%…%}` in a text, in order.
///
/// A shortcode may run over lines; one that is never closed is no shortcode.
pub fn shortcodes(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find('{') {
        let start = at + offset;
        let rest = &text[start..];
        let close = if rest.starts_with("{{<") {
            ">}}"
        } else if rest.starts_with("{{%") {
            "%}}"
        } else if rest.starts_with("{{") {
            "}}"
        } else if rest.starts_with("{%") {
            "%}"
        } else {
            at = start + 1;
            continue;
        };
        match close_of(rest, close) {
            Some(length) => {
                found.push(start..start + length);
                at = start + length;
            }
            None => at = start + 2,
        }
    }
    found
}

/// A shortcode that is not closed within this many bytes is text; keeps the search linear.
const LONGEST_SHORTCODE: usize = 4096;

fn close_of(rest: &str, close: &str) -> Option<usize> {
    let mut limit = rest.len().min(LONGEST_SHORTCODE);
    while !rest.is_char_boundary(limit) {
        limit -= 1;
    }
    let at = rest[..limit].find(close)?;
    // A blank line ends the paragraph and with it the shortcode.
    let inside = &rest[..at];
    if inside.contains("\n\n") || inside.contains("\n\r\n") { None } else { Some(at + close.len()) }
}

/// Returns whether a line (container prefix removed) is to be copied untouched.
///
/// `shortcodes` are the spans of shortcodes in the line.
pub(super) fn is_foreign_line(line: &str, shortcodes: &[Span]) -> bool {
    let trimmed = line.trim();
    if trimmed.is_empty() {
        return false;
    }
    if trimmed.starts_with(":::") || is_jsx_line(trimmed) || is_expression(trimmed) {
        return true;
    }
    if shortcodes.is_empty() {
        return false;
    }
    let mut at = 0;
    for span in shortcodes {
        if line.get(at..span.start.max(at)).is_some_and(|text| !text.trim().is_empty()) {
            return false;
        }
        at = at.max(span.end);
    }
    line.get(at..).is_none_or(|text| text.trim().is_empty())
}

/// `<Tabs>`, `</TabItem>`, `<Map at={{…}} />`: a component, which HTML does not know.
fn is_jsx_line(line: &str) -> bool {
    let name = line.strip_prefix("</").or_else(|| line.strip_prefix('<'));
    name.is_some_and(|name| name.starts_with(|ch: char| ch.is_ascii_uppercase()))
        && line.ends_with('>')
        // A component with text behind it is a sentence: `<Badge /> is new in <b>2.0</b>`.
        && one_tag(line)
}

/// Whether the first `>` outside quotes and braces is the end of the line.
fn one_tag(line: &str) -> bool {
    let mut braces = 0usize;
    let mut quote = None;
    for (at, ch) in line.char_indices() {
        match (quote, ch) {
            (Some(open), ch) if ch == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(ch),
            (None, '{') => braces += 1,
            (None, '}') => braces = braces.saturating_sub(1),
            (None, '>') if braces == 0 => return at + 1 == line.len(),
            (None, _) => {}
        }
    }
    false
}

/// `{/* comment */}`, `{: .class }`, `{frontMatter.title}` alone on a line.
fn is_expression(line: &str) -> bool {
    line.starts_with('{') && line.ends_with('}') && !line[1..line.len() - 1].contains(['{', '}'])
}

/// Returns whether a paragraph is an MDX import or export (ECMAScript, never prose).
pub(super) fn is_module_statement<'t>(text: &'t str) -> bool {
    let first_line = |text: &'t str| text.lines().next().unwrap_or("").trim_end();
    if let Some(rest) = text.strip_prefix("import ") {
        let rest = first_line(rest).trim_start();
        return rest.starts_with(['{', '"', '\'', '*']) || (rest.contains(" from '") || rest.contains(" from \""));
    }
    let Some(rest) = text.strip_prefix("export ").map(first_line) else { return false };
    ["const ", "default ", "function ", "let ", "var ", "class ", "async ", "{", "*"]
        .iter()
        .any(|word| rest.starts_with(word))
        && rest.contains(['=', '{', '(', ';', '*', '<'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, foreign: bool) {
        assert_eq!(is_foreign_line(line, &shortcodes(line)), foreign, "{line}");
    }

    #[test]
    fn only_lines_without_prose_are_foreign() {
        check("{{% alert title=\"Note\" %}}", true);
        check("{{< a >}} {{< b >}}", true);
        check("{{% alert %}} Read this.", false);
        check("::: tip", true);
        check("<TabItem value=\"a > b\">", true);
        check("<Map at={{x: 1}} />", true);
        check("<Badge /> is <b>new</b>", false);
        check("{: .wide }", true);
        check("Set {x} to {y}", false);
        check("{{ never closed", false);
    }

    #[test]
    fn prose_that_begins_with_import_is_prose() {
        assert!(is_module_statement("import Tabs from '@theme/Tabs';"));
        assert!(is_module_statement("export const year = 2020"));
        assert!(!is_module_statement("import the module first."));
        assert!(!is_module_statement("export default is a keyword"));
    }
}
