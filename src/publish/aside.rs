//! What a page says about itself: a notice at its top, who made the translation at its end.
//!
//! Both are put around the finished Markdown, behind the front matter and the title and before the marker. The page is
//! read again: they must be read as what they are and leave all else as it was.

use crate::markdown::tree::{Inline, Node, tree};
use crate::markdown::{self, BlockKind, LeafKind};
use crate::publish::lines::with_start_escaped;
use crate::publish::lower::lower;
use crate::publish::split::newline;
use crate::publish::{Both, Page, Pair};
use crate::segment::leaf_texts;

/// What a page says about the state of its translation, as one line of Markdown a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// In the language of the source, where the page shows it.
    pub source: Option<String>,
    /// In the target language.
    pub target: String,
}

impl Page<'_> {
    /// Returns the notice as a block, for formats that are no Markdown.
    pub fn notice(&self) -> Option<Pair> {
        let notice = self.style.notice.as_ref()?;
        let target = inlines(&notice.target);
        let both = match &notice.source {
            Some(source) => Both { source: inlines(source), target: Some(target) },
            None => Both { source: target, target: None },
        };
        Some(Pair::Quote(Some("note"), vec![Pair::Paragraph(both)]))
    }

    /// Returns the line that names who made the translation, for formats that are no Markdown.
    pub fn credits(&self) -> Option<Vec<Inline>> {
        self.style.credits.as_deref().map(inlines)
    }
}

fn inlines(line: &str) -> Vec<Inline> {
    match tree(&with_start_escaped(line)).into_iter().next() {
        Some(Node::Paragraph(inlines)) => inlines,
        _ => Vec::new(),
    }
}

/// Returns a finished page with what it says about itself. `body` is the byte behind its front matter.
pub(super) fn with_asides(page: &Page<'_>, text: String, body: usize) -> String {
    let end = newline(&text);
    let written = |line: &str| lower(with_start_escaped(line), 0, page.style.dialect, "");
    let mut text = text;
    if let Some(credits) = &page.style.credits {
        let credits = written(&page.safe_line(credits));
        let last = text.len();
        // Something that is never closed would take the line with it.
        text = inserted(page, &text, last, &credits, end)
            .or_else(|| inserted(page, &text, body, &credits, end))
            .unwrap_or(text);
    }
    if let Some(notice) = &page.style.notice {
        let target = written(&page.safe_line(&notice.target));
        let both = match &notice.source {
            None => vec![target],
            Some(source) => <[String; 2]>::from(page.style.order.of(written(source), target)).to_vec(),
        };
        let quote = both.iter().map(|line| format!("> {line}")).collect::<Vec<_>>().join(&format!("{end}>{end}"));
        text = inserted(page, &text, behind_title(page, &text, body), &quote, end)
            .or_else(|| inserted(page, &text, body, &quote, end))
            .unwrap_or(text);
    }
    text
}

/// The byte behind the heading that a page begins with: generators of sites take it for the title only there.
fn behind_title(page: &Page<'_>, text: &str, body: usize) -> usize {
    let parsed = markdown::parse(text, &page.options);
    let first = parsed.leaves.iter().find(|leaf| leaf.kind != LeafKind::FrontMatter);
    let is_title = first.is_some_and(|leaf| leaf.kind == LeafKind::Heading && leaf.level == 1);
    match markdown::blocks(text, body).first() {
        Some(block) if is_title && block.kind == BlockKind::Heading => crate::text::line_end(text, block.span.end),
        _ => body,
    }
}

/// Returns a text with a block of its own at a byte where a line begins or the text ends; `None` where it would not be
/// read as that, or something else would be read otherwise.
fn inserted(page: &Page<'_>, text: &str, at: usize, block: &str, end: &str) -> Option<String> {
    let (before, after) = text.split_at(at);
    let gap = |open: bool, blank: bool| match (open, blank) {
        (true, _) => end.repeat(2),
        (false, false) => end.to_owned(),
        (false, true) => String::new(),
    };
    let content = before.trim_start_matches('\u{feff}');
    let above = gap(
        !content.is_empty() && !content.ends_with(['\n', '\r']),
        content.is_empty() || content.ends_with(&end.repeat(2)),
    );
    let below = if after.is_empty() { end.to_owned() } else { end.to_owned() + &gap(false, after.starts_with(end)) };
    let candidate = format!("{before}{above}{block}{below}{after}");
    let leaves = |text: &str| leaf_texts(text, &page.options);
    let (old, new, own) = (leaves(text), leaves(&candidate), leaves(block));
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let holds = (0..=same).any(|at| new[at..].starts_with(&own) && new[at + own.len()..] == old[at..]);
    holds.then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Options;
    use crate::publish::{Order, Style, Target};
    use crate::segment::split;

    fn style(order: Order, source: Option<&str>) -> Style {
        let notice = Notice { source: source.map(str::to_owned), target: "有 1 处未译。".to_owned() };
        Style { order, notice: Some(notice), credits: Some("译者：Wei".to_owned()), ..Style::default() }
    }

    fn page<'p>(source: &'p str, document: &'p crate::segment::Document, style: Style) -> Page<'p> {
        Page {
            source,
            document,
            targets: vec![Target::Source; document.units.len()],
            source_locale: "en",
            locale: "zh-CN",
            key: "page".to_owned(),
            options: Options::default(),
            style,
        }
    }

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let document = split(source, "en", &Options::default());
        let page = page(source, &document, style(Order::SourceFirst, None));
        let body =
            document.parsed.front_matter.as_ref().map_or(markdown::content_start(source), |front| front.span.end);
        assert_eq!(with_asides(&page, source.to_owned(), body), expected);
    }

    #[test]
    fn a_notice_stands_below_the_title_and_credits_at_the_end() {
        check("# A\nB.\n", "# A\n\n> 有 1 处未译。\n\nB.\n\n译者：Wei\n");
        check("---\nt: 1\n---\n## A\n", "---\nt: 1\n---\n\n> 有 1 处未译。\n\n## A\n\n译者：Wei\n");
        check("\u{feff}B", "\u{feff}> 有 1 处未译。\n\nB\n\n译者：Wei\n");
        check("A\r\n===\r\n\r\nB.\r\n", "A\r\n===\r\n\r\n> 有 1 处未译。\r\n\r\nB.\r\n\r\n译者：Wei\r\n");
        check("", "> 有 1 处未译。\n\n译者：Wei\n");
    }

    #[test]
    fn credits_leave_notes_and_lists_and_what_is_never_closed() {
        check("B[^1].\n\n[^1]: N.\n", "> 有 1 处未译。\n\nB[^1].\n\n[^1]: N.\n\n译者：Wei\n");
        check("- B\n", "> 有 1 处未译。\n\n- B\n\n译者：Wei\n");
        check("B\n\n```\nc\n", "> 有 1 处未译。\n\n译者：Wei\n\nB\n\n```\nc\n");
    }

    #[test]
    fn other_formats_get_both_languages_as_blocks() {
        let document = split("A\n", "en", &Options::default());
        let page = page("A\n", &document, style(Order::TargetFirst, Some("- One is missing.")));
        let source = vec![Inline::Text("- One is missing.".to_owned())];
        let target = Some(vec![Inline::Text("有 1 处未译。".to_owned())]);
        let paragraph = Pair::Paragraph(Both { source, target });
        assert_eq!(page.notice(), Some(Pair::Quote(Some("note"), vec![paragraph])));
        assert_eq!(page.credits(), Some(vec![Inline::Text("译者：Wei".to_owned())]));
    }
}
