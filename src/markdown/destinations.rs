//! Where links and images lead, with the bytes that say so: on a whole page, shared blocks and definitions included.

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::markdown::walk;
use crate::text::Span;

/// Where a link or an image leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leads {
    /// The bytes of the destination as it is written, without `<` and `>`.
    pub span: Span,
    /// Whether it is an image.
    pub image: bool,
}

/// Returns the destinations of a page's body that are written out, in order: of inline links and images, of
/// definitions, and of `src` and `href` in HTML.
pub fn leads(body: &str) -> Vec<Leads> {
    if !body.contains(['(', '<', ']']) {
        return Vec::new();
    }
    let text = walk::readable(body);
    let parser = Parser::new_ext(&text, walk::options());
    let mut found: Vec<Leads> = Vec::new();
    for (_, definition) in parser.reference_definitions().iter() {
        let span = definition.span.clone();
        let after = text[span.clone()].find("]:").map(|at| span.start + at + 2);
        found.extend(after.and_then(|at| written(&text, at..span.end)).map(|span| Leads { span, image: false }));
    }
    let mut open: Vec<(bool, bool, usize)> = Vec::new();
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, .. }) => {
                open.push((false, link_type == LinkType::Inline, range.start + 1))
            }
            Event::Start(Tag::Image { link_type, .. }) => {
                open.push((true, link_type == LinkType::Inline, range.start + 2))
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let Some((image, inline, inner)) = open.pop() else { continue };
                if inline && let Some(at) = text[inner..range.end].find("](") {
                    let from = inner + at + 2;
                    found.extend(written(&text, from..range.end - 1).map(|span| Leads { span, image }));
                }
                if let Some((.., outer)) = open.last_mut() {
                    *outer = range.end;
                }
            }
            Event::Html(_) | Event::InlineHtml(_) => found.extend(attributes(&text, range)),
            _ => {
                if let Some((.., inner)) = open.last_mut() {
                    *inner = range.end.max(*inner);
                }
            }
        }
    }
    found.sort_by_key(|leads| leads.span.start);
    found
}

/// The destination at the start of a span, white space and title aside (CommonMark 6.3).
fn written(text: &str, within: Span) -> Option<Span> {
    let rest = text.get(within.clone())?;
    let blank = rest.len() - rest.trim_start().len();
    let start = within.start + blank;
    let rest = &rest[blank..];
    if let Some(inner) = rest.strip_prefix('<') {
        return Some(start + 1..start + 1 + inner.find('>')?);
    }
    let length = rest.find(|ch: char| ch.is_whitespace()).unwrap_or(rest.len());
    (length > 0).then_some(start..start + length)
}

/// The values of `src` and `href` in HTML tags.
fn attributes(text: &str, range: Span) -> Vec<Leads> {
    let html = &text[range.clone()];
    let mut found = Vec::new();
    for (name, image) in [(" src=", true), (" href=", false)] {
        for (at, _) in html.match_indices(name) {
            let start = at + name.len();
            let Some(quote) = html[start..].chars().next().filter(|ch| matches!(ch, '"' | '\'')) else { continue };
            let Some(length) = html[start + 1..].find(quote) else { continue };
            found.push(Leads { span: range.start + start + 1..range.start + start + 1 + length, image });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = leads(text).into_iter().map(|leads| &text[leads.span]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_way_to_write_a_destination_is_found() {
        check("[a](b.md) ![c *d*](<e f.png> \"T\") [](g)", &["b.md", "e f.png", "g"]);
        check("[a][x]\n\n[x]: b.md 'T'\n", &["b.md"]);
        check("[![i](a.png)](b.md#c) <img src=\"d.png\"> `[n](o)`", &["a.png", "b.md#c", "d.png"]);
        check("[a](b(c)d.md \"T\") [e [f] g](h)", &["b(c)d.md", "h"]);
        check("```\n[a](b)\n```\n<https://a.example> https://b.example\n", &[]);
    }
}
