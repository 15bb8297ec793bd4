//! The outermost blocks of a page, and the marks in its text that mean something to one reader and not to another.

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::markdown::walk;
use crate::text::{Span, line_end};

/// What an outermost block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// A list.
    List,
    /// A block quote; with `[!NOTE]` and its like one of GitHub's alerts.
    Quote {
        /// Whether it is an alert.
        alert: bool,
    },
    /// A table.
    Table,
    /// What a footnote says.
    Note,
    /// Code, HTML, a thematic break: nothing that has a language of its own.
    Shared,
}

/// An outermost block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes, from the start of its first line to the end of its last, the line end excluded.
    pub span: Span,
}

/// Returns the outermost blocks of a page, in order. `body` is the byte behind front matter.
pub fn blocks(source: &str, body: usize) -> Vec<Block> {
    let text = walk::readable(&source[body..]);
    let mut found: Vec<Block> = Vec::new();
    let mut depth = 0usize;
    for (event, range) in Parser::new_ext(&text, walk::options()).into_offset_iter() {
        let outermost = depth == 0;
        let is_container = match &event {
            Event::Start(tag) => {
                depth += 1;
                matches!(tag, Tag::List(_) | Tag::Item | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_))
            }
            Event::End(_) => {
                depth -= 1;
                continue;
            }
            _ => false,
        };
        if outermost {
            let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
            let kind = if let Event::Start(tag) = &event { kind(tag) } else { BlockKind::Shared };
            found.push(Block { kind, span: start..range.start });
        }
        // The range of a container runs on over definitions of links behind it; that of what it holds does not.
        let end = if is_container { line_end(&text, range.start).min(range.end) } else { range.end };
        if let Some(block) = found.last_mut() {
            let end = block.span.start + text[block.span.start..end.max(block.span.start)].trim_end().len();
            block.span.end = block.span.end.max(end);
        }
    }
    for block in &mut found {
        block.span = block.span.start + body..block.span.end + body;
    }
    found
}

fn kind(tag: &Tag<'_>) -> BlockKind {
    match tag {
        Tag::Paragraph => BlockKind::Paragraph,
        Tag::Heading { .. } => BlockKind::Heading,
        Tag::List(_) => BlockKind::List,
        Tag::BlockQuote(alert) => BlockKind::Quote { alert: alert.is_some() },
        Tag::Table(_) => BlockKind::Table,
        Tag::FootnoteDefinition(_) => BlockKind::Note,
        _ => BlockKind::Shared,
    }
}

/// Something that not every reader renders alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// `<`, `{` or `}` that stands for itself and has no backslash.
    Literal(char),
    /// `<https://…>`: where it leads.
    Autolink(String),
    /// An HTML comment.
    Comment,
    /// An HTML tag that has no end, such as `<br>`.
    Void,
    /// `[^label]`
    NoteReference(String),
    /// A footnote, from its label to its last line.
    Note(String),
}

/// Returns the marks of a page's body, in order of their start.
pub fn marks(body: &str) -> Vec<(Mark, Span)> {
    let text = walk::readable(body);
    let mut found = Vec::new();
    let mut in_code = false;
    for (event, range) in Parser::new_ext(&text, walk::options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => {
                found.push((Mark::Autolink(dest_url.into_string()), range));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => found.push((Mark::Note(label.into_string()), range)),
            Event::FootnoteReference(label) => found.push((Mark::NoteReference(label.into_string()), range)),
            Event::Start(Tag::HtmlBlock) => found.extend(tags(&text, range)),
            Event::InlineHtml(_) => found.extend(tags(&text, range)),
            Event::Text(run) if !in_code && *run == text[range.clone()] => {
                let literal = text[range.clone()].match_indices(['<', '{', '}']).map(|(at, _)| range.start + at);
                let bare = literal.filter(|&at| !text[..at].ends_with('\\'));
                found.extend(bare.map(|at| (Mark::Literal(char::from(text.as_bytes()[at])), at..at + 1)));
            }
            _ => {}
        }
    }
    found.sort_by_key(|(_, span)| (span.start, std::cmp::Reverse(span.end)));
    found
}

/// HTML elements without an end (HTML, "void elements").
const VOID: &[&str] = &["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The comments of a piece of HTML, and its tags that have no end and are not closed.
fn tags(text: &str, range: Span) -> Vec<(Mark, Span)> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(open) = text[at..range.end].find('<').map(|offset| at + offset) {
        let rest = &text[open..range.end];
        let (mark, length) = if rest.starts_with("<!--") {
            (Some(Mark::Comment), rest.find("-->").map(|end| end + 3))
        } else {
            let length = rest.find('>').map(|end| end + 1);
            let tag = &rest[..length.unwrap_or(rest.len())];
            let name = tag[1..].split(|ch: char| !ch.is_ascii_alphanumeric()).next().unwrap_or_default();
            let void = VOID.contains(&name.to_ascii_lowercase().as_str()) && !tag.ends_with("/>");
            (void.then_some(Mark::Void), length)
        };
        let Some(length) = length else { break };
        found.extend(mark.map(|mark| (mark, open..open + length)));
        at = open + length;
    }
    found
}

/// Returns the bytes of the lines of a block, and of the blank line behind it where there is one.
pub fn whole_lines(text: &str, span: &Span) -> Span {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = line_end(text, span.start + text[span.clone()].trim_end().len());
    let next = line_end(text, end);
    let blank = text[end..next].trim().is_empty();
    start..if blank { next } else { end }
}
