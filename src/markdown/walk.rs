//! From the parser's events to leaf blocks.
//!
//! Every run of inline events inside one leaf block is a leaf, also in tight list items, which have
//! no paragraph event. Its span runs from the least start to the greatest end of those events.

use std::borrow::Cow;

use pulldown_cmark::{Event, LinkType, Options as ParserOptions, Parser, Tag, TagEnd};

use crate::markdown::attributes::values;
use crate::markdown::depth::without_deep_lines;
use crate::markdown::foreign::{is_foreign_line, is_module_statement};
use crate::markdown::front_matter::front_matter;
use crate::markdown::{
    Definition, Inline, InlineKind, Leaf, LeafKind, Options, Parsed, Table, content_start, shortcodes,
};
use crate::text::{Span, find_either, has, has_any, lines};

/// The syntax we read: CommonMark and GFM. Smart punctuation would change the text, and `$`, `^`
/// and `:` have other meanings in prose, so those extensions stay off.
pub(super) fn options() -> ParserOptions {
    ParserOptions::ENABLE_TABLES
        | ParserOptions::ENABLE_FOOTNOTES
        | ParserOptions::ENABLE_STRIKETHROUGH
        | ParserOptions::ENABLE_TASKLISTS
        | ParserOptions::ENABLE_HEADING_ATTRIBUTES
        | ParserOptions::ENABLE_GFM
}

/// Parses a document into leaf blocks. Never fails; a byte order mark is skipped.
pub fn parse(source: &str, options: &Options) -> Parsed {
    let mut parsed = Parsed::default();
    let start = content_start(source);
    let mut body = start;
    if let Some(front) = front_matter(source, start, &options.front_matter) {
        body = front.span.end;
        for (index, field) in front.fields.iter().enumerate() {
            let mut leaf = empty_leaf(LeafKind::FrontMatter, field.span.clone());
            leaf.field = Some(index);
            parsed.leaves.push(leaf);
        }
        parsed.front_matter = Some(front);
    }
    let text = readable(&source[body..]);
    let foreign = if has(&text, "{{") || has(&text, "{%") { shortcodes(&text) } else { Vec::new() };
    let mut walker = Walker::new(&text, foreign, options, parsed);
    walker.run();
    let mut parsed = walker.parsed;
    shift(&mut parsed, body);
    parsed
}

/// Returns a body as the parser is to see it, byte for byte as long.
pub(super) fn readable(body: &str) -> Cow<'_, str> {
    without_deep_lines(with_line_feeds(body))
}

/// A lone carriage return is a line end too (CommonMark 2.1), but not for the parser.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let lone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    if !has_any(text, *b"\r\r\r") || !(0..bytes.len()).any(lone) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (at, ch) in text.char_indices() {
        out.push(if ch == '\r' && lone(at) { '\n' } else { ch });
    }
    Cow::Owned(out)
}

fn empty_leaf(kind: LeafKind, span: Span) -> Leaf {
    Leaf {
        kind,
        block: span.clone(),
        span,
        quotes: 0,
        level: 0,
        anchor: None,
        cell: None,
        quote: None,
        field: None,
        inlines: 0..0,
        skipped: false,
        note: None,
    }
}

/// About how many bytes of a document make a leaf; a guess too small costs memory, one too large time.
const BYTES_A_LEAF: usize = 150;

/// Moves spans of the body to where the body stands in the source.
fn shift(parsed: &mut Parsed, by: usize) {
    let moved = |span: &mut Span| *span = span.start + by..span.end + by;
    for leaf in parsed.leaves.iter_mut().filter(|leaf| leaf.field.is_none()) {
        moved(&mut leaf.span);
        moved(&mut leaf.block);
    }
    parsed.inlines.iter_mut().for_each(|inline| moved(&mut inline.span));
    parsed.tables.iter_mut().for_each(|table| moved(&mut table.span));
    parsed.definitions.iter_mut().for_each(|definition| moved(&mut definition.span));
    parsed.odd_directives.iter_mut().for_each(|(span, _)| moved(span));
}

/// A leaf whose inline events are still coming.
struct Open {
    leaf: Leaf,
    /// Least start and greatest end of the inline events so far.
    content: Option<Span>,
    first_inline: usize,
    /// The spans of the image (whole, alternative text) if it is the first thing in the leaf.
    image: Option<(Span, Span)>,
}

/// An inline element whose end is still to come.
struct Frame {
    span: Span,
    inner: Option<Span>,
    kind: FrameKind,
}

#[derive(Clone, Copy, PartialEq)]
enum FrameKind {
    Emphasis,
    Link,
    Autolink,
    Image,
}

#[derive(Clone, Copy, PartialEq)]
enum Container {
    List,
    Item { has_text: bool },
    Footnote,
}

struct Walker<'t> {
    text: &'t str,
    foreign: Vec<Span>,
    /// Whether a `:::` stands anywhere in the text.
    fences: bool,
    html: bool,
    attributes: &'t [String],
    parsed: Parsed,
    containers: Vec<Container>,
    quotes: usize,
    open: Option<Open>,
    frames: Vec<Frame>,
    table: Option<(usize, usize, usize)>,
    html_block: Option<Span>,
    in_code: bool,
    skip_next: bool,
    skip_until: usize,
    skip_from: Option<Span>,
    note: Option<String>,
}

impl<'t> Walker<'t> {
    fn new(text: &'t str, foreign: Vec<Span>, options: &'t Options, parsed: Parsed) -> Walker<'t> {
        Walker {
            text,
            foreign,
            fences: has(text, ":::"),
            html: options.html,
            attributes: &options.attributes,
            parsed,
            containers: Vec::new(),
            quotes: 0,
            open: None,
            frames: Vec::new(),
            table: None,
            html_block: None,
            in_code: false,
            skip_next: false,
            skip_until: 0,
            skip_from: None,
            note: None,
        }
    }

    fn run(&mut self) {
        let parser = Parser::new_ext(self.text, options());
        let mut definitions: Vec<Definition> = parser
            .reference_definitions()
            .iter()
            .map(|(label, definition)| Definition {
                label: label.to_owned(),
                span: definition.span.clone(),
                destination: definition.dest.to_string(),
                title: definition.title.as_ref().map(|title| title.to_string()),
            })
            .collect();
        definitions.sort_by_key(|definition| definition.span.start);
        self.parsed.definitions = definitions;
        // Growing by doubling would copy every leaf again and again.
        self.parsed.leaves.reserve(self.text.len() / BYTES_A_LEAF);
        for (event, range) in parser.into_offset_iter() {
            self.event(event, range);
        }
        self.close();
        if let Some(span) = self.skip_from.take() {
            self.parsed.odd_directives.push((span, "skip-start".to_owned()));
        }
    }

    fn event(&mut self, event: Event<'_>, range: Span) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(_) if self.in_code => {}
            Event::Text(_) => self.inline(None, self.with_escape(range)),
            Event::SoftBreak => self.inline(None, range),
            Event::HardBreak => self.inline(Some(InlineKind::HardBreak), range),
            Event::FootnoteReference(_) => self.inline(Some(InlineKind::FootnoteReference), range),
            Event::InlineHtml(html) => {
                let is_break = html.starts_with("<br") && !html.starts_with("<br-");
                self.inline(Some(if is_break { InlineKind::Break } else { InlineKind::Opaque }), range);
            }
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.inline(Some(InlineKind::Opaque), range);
            }
            Event::Html(_) | Event::TaskListMarker(_) => {}
            Event::Rule => self.block_begins(&range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Span) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                self.enter(FrameKind::Emphasis, range);
            }
            Tag::Link { link_type, .. } => {
                let autolink = matches!(link_type, LinkType::Autolink | LinkType::Email);
                let kind = if autolink { FrameKind::Autolink } else { FrameKind::Link };
                let range = self.with_collapsed_brackets(link_type, range);
                self.enter(kind, range);
            }
            Tag::Image { link_type, .. } => {
                let range = self.with_collapsed_brackets(link_type, range);
                self.enter(FrameKind::Image, range);
            }
            block => self.start_block(block, range),
        }
    }

    /// The range of `[foo][]` leaves out the `[]` (pulldown-cmark issue 1077).
    fn with_collapsed_brackets(&self, link_type: LinkType, range: Span) -> Span {
        let collapsed = matches!(link_type, LinkType::Collapsed | LinkType::CollapsedUnknown);
        if collapsed && !self.text[range.clone()].ends_with("[]") && self.text[range.end..].starts_with("[]") {
            return range.start..range.end + 2;
        }
        range
    }

    fn start_block(&mut self, tag: Tag<'_>, range: Span) {
        self.close();
        if !matches!(tag, Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell)
            && !self.is_directive(&tag, &range)
        {
            self.block_begins(&range);
        }
        match tag {
            Tag::Paragraph => {
                let kind = self.paragraph_kind();
                self.open(kind, range);
            }
            Tag::Heading { level, id, .. } => {
                self.open(LeafKind::Heading, range);
                if let Some(open) = &mut self.open {
                    open.leaf.level = level as u8;
                    open.leaf.anchor = id.map(|id| id.into_string());
                }
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::List(_) => self.containers.push(Container::List),
            Tag::Item => self.containers.push(Container::Item { has_text: false }),
            Tag::FootnoteDefinition(_) => self.containers.push(Container::Footnote),
            Tag::Table(_) => {
                let end = range.start + self.text[range.clone()].trim_end().len();
                self.parsed.tables.push(Table { span: range.start..end });
                self.table = Some((self.parsed.tables.len() - 1, 0, 0));
            }
            Tag::TableCell => {
                self.open(LeafKind::TableCell, range);
                if let Some(open) = &mut self.open {
                    open.leaf.cell = self.table;
                }
            }
            Tag::HtmlBlock => self.html_block = Some(range),
            Tag::CodeBlock(_) => self.in_code = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Span) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => self.leave(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.close();
                self.containers.pop();
            }
            TagEnd::TableCell => {
                self.close();
                if let Some((_, _, column)) = &mut self.table {
                    *column += 1;
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some((_, row, column)) = &mut self.table {
                    *row += 1;
                    *column = 0;
                }
            }
            TagEnd::Table => self.table = None,
            TagEnd::HtmlBlock => self.end_html(range),
            TagEnd::CodeBlock => self.in_code = false,
            _ => self.close(),
        }
    }

    /// What a paragraph is, by the container it stands in.
    fn paragraph_kind(&mut self) -> LeafKind {
        match self.containers.last_mut() {
            Some(Container::Item { has_text }) if !*has_text => {
                *has_text = true;
                LeafKind::ListItem
            }
            Some(Container::Footnote) => LeafKind::Footnote,
            _ => LeafKind::Paragraph,
        }
    }

    fn open(&mut self, kind: LeafKind, block: Span) {
        let end = block.start + self.text[block.clone()].trim_end_matches(['\n', '\r']).len();
        let mut leaf = empty_leaf(kind, block.start..end);
        leaf.quotes = self.quotes;
        leaf.skipped = block.start < self.skip_until || self.skip_from.is_some();
        leaf.note = self.note.take();
        let first_inline = self.parsed.inlines.len();
        self.open = Some(Open { leaf, content: None, first_inline, image: None });
    }

    fn inline(&mut self, kind: Option<InlineKind>, range: Span) {
        if range.is_empty() {
            return;
        }
        self.begin_inline(&range);
        if let Some(kind) = kind {
            self.parsed.inlines.push(Inline { kind, span: range.clone() });
        }
        self.cover(&range);
    }

    /// Opens a leaf for inline events that stand directly in a tight list item.
    fn begin_inline(&mut self, range: &Span) {
        if self.open.is_none() {
            let kind = match self.containers.last_mut() {
                Some(Container::Item { has_text: has_text @ false }) => {
                    *has_text = true;
                    LeafKind::ListItem
                }
                _ => LeafKind::Paragraph,
            };
            if std::mem::take(&mut self.skip_next) {
                self.skip_until = range.end;
            }
            self.open(kind, range.clone());
        }
    }

    /// Widens the open leaf and the innermost open element by `range`.
    fn cover(&mut self, range: &Span) {
        if let Some(frame) = self.frames.last_mut() {
            widen(&mut frame.inner, range);
        }
        if let Some(open) = &mut self.open {
            widen(&mut open.content, range);
        }
    }

    /// The range of an escaped character begins behind its backslash.
    fn with_escape(&self, range: Span) -> Span {
        let bytes = self.text.as_bytes();
        let escaped = range.start > 0
            && bytes[range.start - 1] == b'\\'
            && bytes.get(range.start).is_some_and(u8::is_ascii_punctuation);
        if escaped { range.start - 1..range.end } else { range }
    }

    fn enter(&mut self, kind: FrameKind, span: Span) {
        self.begin_inline(&span);
        self.cover(&span);
        self.frames.push(Frame { span, inner: None, kind });
    }

    fn leave(&mut self) {
        let Some(Frame { span, inner, kind }) = self.frames.pop() else { return };
        if let Some(outer) = self.frames.last_mut() {
            widen(&mut outer.inner, &span);
        }
        let inlines = &mut self.parsed.inlines;
        let mut push = |kind, span: Span| {
            if !span.is_empty() {
                inlines.push(Inline { kind, span });
            }
        };
        match (kind, inner) {
            (FrameKind::Emphasis, Some(inner)) => {
                push(InlineKind::Emphasis, span.start..inner.start);
                push(InlineKind::Emphasis, inner.end..span.end);
            }
            (FrameKind::Link, Some(inner)) => {
                push(InlineKind::LinkEdge, span.start..inner.start);
                push(InlineKind::LinkText, inner.clone());
                push(InlineKind::LinkEdge, inner.end..span.end);
            }
            (FrameKind::Image, inner) => {
                push(InlineKind::Opaque, span.clone());
                if let (Some(open), Some(alt)) = (&mut self.open, inner) {
                    open.image.get_or_insert((span, alt));
                }
            }
            (_, _) => push(InlineKind::Opaque, span),
        }
    }

    /// Finishes the open leaf, if any.
    fn close(&mut self) {
        self.frames.clear();
        let Some(Open { mut leaf, content, first_inline, image }) = self.open.take() else { return };
        let Some(content) = content else { return };
        leaf.span = content;
        self.keep_escaped_brace(&mut leaf);
        leaf.block.end = leaf.block.end.max(leaf.span.end);
        self.parsed.inlines[first_inline..]
            .sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
        leaf.inlines = first_inline..self.parsed.inlines.len();
        if let Some((whole, alt)) = image
            && whole == leaf.span
            && matches!(leaf.kind, LeafKind::Paragraph | LeafKind::ListItem | LeafKind::Footnote)
        {
            leaf.kind = LeafKind::Alt;
            leaf.span = alt;
            // The image itself is no obstacle inside its own alternative text.
            let end = leaf.inlines.end;
            self.parsed.inlines[first_inline..end].retain_or_opaque(&leaf.span);
            self.parsed.leaves.push(leaf);
            return;
        }
        self.push_prose(leaf);
    }

    /// In `# Set \{#id}` the parser sees an id all the same; for every other reader it is text.
    fn keep_escaped_brace(&self, leaf: &mut Leaf) {
        let text = &self.text[leaf.span.clone()];
        let backslashes = text.len() - text.trim_end_matches('\\').len();
        if leaf.kind != LeafKind::Heading
            || backslashes.is_multiple_of(2)
            || !self.text[leaf.span.end..].starts_with('{')
        {
            return;
        }
        let rest = &self.text[leaf.span.end..leaf.block.end];
        let line = rest.lines().next().unwrap_or_default().trim_end();
        let unclosed = line.trim_end_matches('#');
        let line = if unclosed.ends_with([' ', '\t']) { unclosed.trim_end() } else { line };
        leaf.span.end += line.len();
        leaf.anchor = None;
    }

    /// Adds a leaf, cut where lines of another language stand in it.
    fn push_prose(&mut self, leaf: Leaf) {
        let text = &self.text[leaf.span.clone()];
        let suspicious = find_either(text, b'{', b'<').is_some() || (self.fences && has(text, ":::"));
        let inside_shortcode = self.shortcode_at(leaf.span.start).is_some_and(|span| span.end >= leaf.span.end);
        if inside_shortcode || (matches!(leaf.kind, LeafKind::Paragraph) && is_module_statement(text)) {
            return;
        }
        let inside_shortcode = self.shortcode_at(leaf.span.start).is_some();
        if !suspicious && !inside_shortcode {
            self.parsed.leaves.push(leaf);
            return;
        }
        let runs = self.prose_runs(&leaf);
        if runs.len() == 1 && runs[0] == leaf.span {
            self.add_shortcode_masks(&leaf);
            self.parsed.leaves.push(self.with_new_masks(leaf));
            return;
        }
        if !matches!(leaf.kind, LeafKind::Paragraph | LeafKind::ListItem | LeafKind::Footnote) && !runs.is_empty() {
            self.add_shortcode_masks(&leaf);
            self.parsed.leaves.push(self.with_new_masks(leaf));
            return;
        }
        let first = leaf.inlines.start;
        self.add_shortcode_masks(&leaf);
        let all = first..self.parsed.inlines.len();
        let mut at = leaf.span.start;
        for run in runs {
            self.push_attributes(&leaf, at..run.start);
            at = run.end;
            let masks = &self.parsed.inlines[all.clone()];
            let from = masks.partition_point(|inline| inline.span.start < run.start);
            let to = masks.partition_point(|inline| inline.span.start < run.end);
            let mut part = leaf.clone();
            part.block = run.clone();
            part.span = run;
            part.inlines = first + from..first + to;
            self.parsed.leaves.push(part);
        }
        self.push_attributes(&leaf, at..leaf.span.end);
    }

    /// Adds the words that stand in attributes in lines of another language.
    fn push_attributes(&mut self, leaf: &Leaf, lines: Span) {
        // A pipe in one would end its cell.
        if !matches!(leaf.kind, LeafKind::Paragraph | LeafKind::ListItem | LeafKind::Footnote | LeafKind::Html) {
            return;
        }
        for value in values(&self.text[lines.clone()], self.attributes) {
            let span = lines.start + value.span.start..lines.start + value.span.end;
            let mut part = empty_leaf(LeafKind::Attribute, span);
            part.quotes = leaf.quotes;
            part.skipped = leaf.skipped;
            part.note.clone_from(&leaf.note);
            part.quote = Some(value.quote);
            self.parsed.leaves.push(part);
        }
    }

    fn with_new_masks(&self, mut leaf: Leaf) -> Leaf {
        leaf.inlines.end = self.parsed.inlines.len();
        leaf
    }

    fn add_shortcode_masks(&mut self, leaf: &Leaf) {
        let from = self.foreign.partition_point(|span| span.end <= leaf.span.start);
        for span in self.foreign[from..].iter().take_while(|span| span.start < leaf.span.end) {
            let span = span.start.max(leaf.span.start)..span.end.min(leaf.span.end);
            self.parsed.inlines.push(Inline { kind: InlineKind::Opaque, span });
        }
        let masks = &mut self.parsed.inlines[leaf.inlines.start..];
        masks.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
    }

    fn shortcode_at(&self, offset: usize) -> Option<Span> {
        let index = self.foreign.partition_point(|span| span.end <= offset);
        self.foreign.get(index).filter(|span| span.start < offset).cloned()
    }

    /// The spans of consecutive lines of a leaf that are prose, trimmed.
    fn prose_runs(&self, leaf: &Leaf) -> Vec<Span> {
        let mut runs: Vec<Span> = Vec::new();
        let mut continues = false;
        for line in self.whole_lines(leaf) {
            let raw = &self.text[line.clone()];
            let prefix = if line.start == leaf.span.start { 0 } else { prefix_length(raw, leaf.quotes) };
            let content = line.start + prefix..line.start + raw.trim_end().len().max(prefix);
            let from = self.foreign.partition_point(|span| span.end <= content.start);
            let codes: Vec<Span> = self.foreign[from..]
                .iter()
                .take_while(|span| span.start < content.end)
                .map(|span| span.start.max(content.start) - content.start..span.end.min(content.end) - content.start)
                .collect();
            if content.is_empty() || is_foreign_line(&self.text[content.clone()], &codes) {
                continues = false;
            } else if continues && let Some(run) = runs.last_mut() {
                run.end = content.end;
            } else {
                runs.push(content);
                continues = true;
            }
        }
        runs
    }

    /// The lines of a leaf; those that one shortcode runs over count as one.
    fn whole_lines(&self, leaf: &Leaf) -> Vec<Span> {
        let mut whole: Vec<Span> = Vec::new();
        for line in lines(&self.text[leaf.span.clone()]) {
            let line = line.start + leaf.span.start..line.end + leaf.span.start;
            match whole.last_mut() {
                Some(last) if self.shortcode_at(line.start).is_some() => last.end = line.end,
                _ => whole.push(line),
            }
        }
        whole
    }

    /// A block begins: a waiting `skip` directive takes it.
    fn block_begins(&mut self, range: &Span) {
        if std::mem::take(&mut self.skip_next) {
            self.skip_until = range.end;
        }
    }

    fn is_directive(&self, tag: &Tag<'_>, range: &Span) -> bool {
        matches!(tag, Tag::HtmlBlock) && directive(&self.text[range.clone()]).is_some()
    }

    fn end_html(&mut self, _range: Span) {
        let Some(range) = self.html_block.take() else { return };
        let block = &self.text[range.clone()];
        match directive(block) {
            Some("skip") => self.skip_next = true,
            Some("skip-start") => self.skip_from = Some(range),
            Some("skip-end") if self.skip_from.take().is_some() => {}
            Some(other) => match other.strip_prefix("note:") {
                Some(note) => {
                    let note = note.trim();
                    self.note = Some(match self.note.take() {
                        Some(before) => format!("{before} {note}"),
                        None => note.to_owned(),
                    });
                }
                None => self.parsed.odd_directives.push((range, other.to_owned())),
            },
            None if self.html && has_visible_text(block) => {
                self.open(LeafKind::Html, range.clone());
                let end = range.start + block.trim_end().len();
                if let Some(open) = &mut self.open {
                    open.content = Some(range.start..end);
                }
                self.close();
            }
            None if block.trim_start().strip_prefix('<').is_some_and(|tag| {
                tag.strip_prefix('/').unwrap_or(tag).starts_with(|ch: char| ch.is_ascii_uppercase())
            }) =>
            {
                let mut leaf = empty_leaf(LeafKind::Html, range.clone());
                leaf.quotes = self.quotes;
                leaf.skipped = range.start < self.skip_until || self.skip_from.is_some();
                self.push_attributes(&leaf, range);
            }
            None => {}
        }
    }
}

/// Keeps only masks inside an image's alternative text; the image's own becomes empty.
trait RetainInside {
    fn retain_or_opaque(&mut self, span: &Span);
}

impl RetainInside for [Inline] {
    fn retain_or_opaque(&mut self, span: &Span) {
        for inline in self {
            if inline.span.start < span.start || inline.span.end > span.end {
                inline.span = span.start..span.start;
            }
        }
    }
}

fn widen(span: &mut Option<Span>, by: &Span) {
    *span = Some(match span.take() {
        Some(old) => old.start.min(by.start)..old.end.max(by.end),
        None => by.clone(),
    });
}

/// Returns the length of a continuation line's container prefix: blanks, then for each block quote
/// one `>` and blanks; less for a lazy line (CommonMark 5.1).
pub fn prefix_length(line: &str, quotes: usize) -> usize {
    let blanks = |at: usize| line[at..].len() - line[at..].trim_start_matches([' ', '\t']).len();
    let mut at = blanks(0);
    for _ in 0..quotes {
        if !line[at..].starts_with('>') {
            break;
        }
        at += 1;
        at += blanks(at);
    }
    at
}

/// Returns the words of `<!-- duizhao: WORDS -->`.
fn directive(block: &str) -> Option<&str> {
    let inside = block.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    inside.strip_prefix("duizhao:").map(str::trim).filter(|words| !words.contains("<!--"))
}

fn has_visible_text(html: &str) -> bool {
    let lower = html.trim_start().to_ascii_lowercase();
    if ["<script", "<style", "<pre", "<textarea", "<!--", "<?", "<!"].iter().any(|start| lower.starts_with(start)) {
        return false;
    }
    let mut inside_tag = false;
    html.chars().any(|ch| {
        match ch {
            '<' => inside_tag = true,
            '>' => inside_tag = false,
            _ => {}
        }
        !inside_tag && ch.is_alphabetic()
    })
}
