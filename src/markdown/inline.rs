//! Inline markup: the spans that a sentence break must not cut, links, visible text, and anchors.

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use crate::markdown::walk;
use crate::text::{Edit, Span, apply};

/// What a span of inline markup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InlineKind {
    /// Code, an image, an autolink, an HTML tag, math, a shortcode: no text of ours inside.
    Opaque,
    /// `<br>`: a line break made of HTML.
    Break,
    /// `[^label]`.
    FootnoteReference,
    /// The text of a link.
    LinkText,
    /// The `[` before or the `](…)` behind the text of a link.
    LinkEdge,
    /// A run of `*`, `_` or `~~`.
    Emphasis,
    /// A hard line break (CommonMark 6.7).
    HardBreak,
}

/// A span of inline markup in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Its bytes.
    pub span: Span,
}

/// Where a link or an image leads, and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// The whole link or image.
    pub span: Span,
    /// The text between the brackets.
    pub text: Span,
    /// The destination.
    pub url: String,
    /// The title, empty if there is none.
    pub title: String,
    /// Whether it is written by reference to a definition.
    pub by_reference: bool,
    /// Whether it is an autolink.
    pub autolink: bool,
    /// Whether it is an image.
    pub image: bool,
}

/// Returns the links and images of one unit's text, in order of their start.
///
/// `definitions` is Markdown that defines the references of the document the text comes from.
pub fn inlines(text: &str, definitions: &str) -> Vec<Destination> {
    let whole = format!("{text}\n\n{definitions}");
    let mut open: Vec<(Destination, Option<Span>)> = Vec::new();
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(&whole, walk::options()).into_offset_iter() {
        if range.start >= text.len() {
            break;
        }
        match event {
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                let image = matches!(tag, Tag::Image { .. });
                let (Tag::Link { link_type, dest_url, title, .. } | Tag::Image { link_type, dest_url, title, .. }) =
                    tag
                else {
                    continue;
                };
                let autolink = matches!(link_type, LinkType::Autolink | LinkType::Email);
                let by_reference = !autolink && link_type != LinkType::Inline;
                let mut span = range.start..range.end.min(text.len());
                if link_type == LinkType::Collapsed && text[span.end..].starts_with("[]") {
                    span.end += 2;
                }
                let (url, title) = (dest_url.into_string(), title.into_string());
                let text = span.start..span.start;
                open.push((Destination { span, text, url, title, by_reference, autolink, image }, None));
            }
            Event::End(pulldown_cmark::TagEnd::Link | pulldown_cmark::TagEnd::Image) => {
                if let Some((mut link, inner)) = open.pop() {
                    let edge = link.span.start + if link.image { 2 } else { 1 };
                    link.text = inner.unwrap_or(edge..edge);
                    if let Some((_, outer)) = open.last_mut() {
                        widen(outer, &link.span);
                    }
                    found.push(link);
                }
            }
            _ => {
                if let Some((_, inner)) = open.last_mut() {
                    widen(inner, &range);
                }
            }
        }
    }
    found.sort_by_key(|link| link.span.start);
    found
}

fn widen(span: &mut Option<Span>, by: &Span) {
    *span = Some(match span.take() {
        Some(old) => old.start.min(by.start)..old.end.max(by.end),
        None => by.clone(),
    });
}

/// Returns the text a reader sees of one unit's inline Markdown: markup and tags removed.
pub fn visible(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut seen = String::with_capacity(text.len());
    for event in Parser::new_ext(text, walk::options()) {
        match event {
            Event::Text(text) | Event::Code(text) => seen.push_str(&text),
            Event::SoftBreak | Event::HardBreak => seen.push(' '),
            _ => {}
        }
    }
    seen
}

/// Returns a text with a backslash before each mark that stands for itself, so that it stays one
/// whatever is written behind it. Brackets stay: the label of a note is text here.
pub fn with_literal_marks_escaped(text: &str) -> String {
    let marks = literal_marks(text, &['*', '_', '~', '`', '<']);
    apply(text, marks.into_iter().map(|at| Edit::new(at..at, "\\")).collect())
}

/// Returns plain text, such as a title of front matter, as inline Markdown that shows the same.
pub fn as_markdown(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    for ch in plain.chars() {
        if matches!(ch, '\\' | '*' | '_' | '~' | '`' | '[' | ']' | '<' | '&' | '#') {
            out.push('\\');
        }
        out.push(ch);
    }
    out
}

/// Returns the bytes of those of `marks` that stand for themselves in one unit's text and have no backslash.
pub fn literal_marks(text: &str, marks: &[char]) -> Vec<usize> {
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(text, walk::options()).into_offset_iter() {
        // An escaped mark begins a run of text; `&amp;` is a run that is not what it says.
        if matches!(&event, Event::Text(run) if **run == text[range.clone()]) {
            let run = text[range.clone()].match_indices(marks);
            found.extend(run.map(|(at, _)| range.start + at).filter(|&at| !text[..at].ends_with('\\')));
        }
    }
    found
}

/// Whether nothing in one line of text can be markup: most headings, which need no parser.
fn is_plain(text: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || b" ,.;:?'\"()/-".contains(&byte);
    text.starts_with(|ch: char| ch.is_ascii_alphabetic()) && !text.ends_with(' ') && text.bytes().all(inner)
}

/// Returns the spans of `http://` and `https://` addresses that stand in text without brackets.
///
/// An address ends before white space, `<`, or a wide character, and does not take the punctuation
/// behind it along (GFM extended autolinks, less what they get wrong about `，`).
pub fn bare_addresses(text: &str) -> Vec<Span> {
    if !text.contains("://") {
        return Vec::new();
    }
    let mut depth = 0usize;
    let mut found: Vec<Span> = Vec::new();
    for (event, range) in Parser::new_ext(text, walk::options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => depth += 1,
            Event::End(pulldown_cmark::TagEnd::Link | pulldown_cmark::TagEnd::Image) => depth = depth.saturating_sub(1),
            Event::Text(_) if depth == 0 => {
                for scheme in ["https://", "http://"] {
                    for (at, _) in text[range.clone()].match_indices(scheme) {
                        let start = range.start + at;
                        let length = address_length(&text[start..]);
                        let begins_word = !text[..start].ends_with(|ch: char| ch.is_ascii_alphanumeric());
                        if length > scheme.len() && begins_word && found.last().is_none_or(|last| last.end <= start) {
                            found.push(start..start + length);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn address_length(text: &str) -> usize {
    let ends = |ch: char| {
        ch.is_whitespace()
            || matches!(ch, '<' | '>' | '"' | '`' | '“' | '”' | '‘' | '’' | '…')
            || crate::text::is_wide(ch)
    };
    let mut address = &text[..text.find(ends).unwrap_or(text.len())];
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
        let open = shorter.matches('(').count();
        let shorter = match shorter.strip_suffix(')') {
            Some(inside) if shorter.matches(')').count() > open => inside,
            _ => shorter,
        };
        if shorter.len() == address.len() {
            return address.len();
        }
        address = shorter;
    }
}

/// Returns the anchor that GitHub gives to a heading with this visible text (github-slugger 2.0).
///
/// Letters and digits stay, lower-cased; each space becomes a hyphen; hyphen and underscore stay;
/// everything else goes. Telling equal headings apart is the caller's work.
pub fn slug(visible: &str) -> String {
    let mut slug = String::with_capacity(visible.len());
    for ch in visible.trim().chars() {
        match ch {
            ' ' => slug.push('-'),
            '-' | '_' => slug.push(ch),
            ch if ch.is_alphanumeric() => slug.extend(ch.to_lowercase()),
            _ => {}
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_those_github_computes() {
        assert_eq!(slug("Opening Speech / 开幕致辞"), "opening-speech--开幕致辞");
        assert_eq!(slug("开幕致辞：三方战略合作"), "开幕致辞三方战略合作");
        assert_eq!(slug("1+1>2：协同"), "112协同");
        assert_eq!(slug("LF AI & Data Day"), "lf-ai--data-day");
    }

    #[test]
    fn only_marks_that_stand_for_themselves_are_escaped() {
        let escaped = with_literal_marks_escaped("3~5 *one* \\*two `a~b` [c](d_e) &lt; f_g `h");
        assert_eq!(escaped, "3\\~5 *one* \\*two `a~b` [c](d_e) &lt; f\\_g \\`h");
    }

    #[test]
    fn plain_text_is_what_the_parser_sees() {
        let parsed = |text: &str| -> String {
            let events = Parser::new_ext(text, walk::options());
            events.map(|event| if let Event::Text(text) = event { text.into_string() } else { String::new() }).collect()
        };
        for text in ["Words", "a) b. c", "Why  two (or \"3\"): it's a/b - x; y, z?", "http://a.b/c"] {
            assert!(is_plain(text));
            assert_eq!(visible(text), parsed(text));
        }
        for text in ["1. Words", "- Words", "a *b*", "a ", "a\nb", "", "a [b]", "a\\", "&amp;", "a_b_", "é"] {
            assert!(!is_plain(text), "{text}");
        }
    }

    #[test]
    fn links_by_reference_are_resolved() {
        let links =
            inlines("At [the *lab*][lab], [x][], ![p](a.png \"T\") and <https://e.example>.", "[lab]: /lab\n[x]: /x");
        let seen: Vec<_> = links.iter().map(|link| (link.url.as_str(), link.by_reference, link.image)).collect();
        assert_eq!(
            seen,
            [("/lab", true, false), ("/x", true, false), ("a.png", false, true), ("https://e.example", false, false)]
        );
        assert_eq!(links[1].span.len(), "[x][]".len());
    }
}
