//! One text as its reader sees it, with everything that is not words taken out and listed.
//!
//! Whoever compares two texts compares these and never the raw line: most false alarms of programs that
//! look at translations come from marks inside the text they compare.

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::markdown::{Definition, Destination, bare_addresses, shortcodes, walk};
use crate::text::{Span, has};

/// What stands in the visible text for one code span, image, address or shortcode.
pub const OPAQUE: char = '\u{fffc}';

/// A mark that begins no block, so that a text is parsed as the middle of a paragraph. It is punctuation:
/// emphasis behind it opens and closes as it does at the start of a line.
const INERT: &str = "。";

/// A text without its markup, and its markup.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// The text as written.
    pub raw: String,
    /// What a reader sees: no tags, no destinations, no marks of emphasis; code, images, addresses and
    /// shortcodes are one [`OPAQUE`] each.
    pub visible: String,
    /// Code spans, in order.
    pub codes: Vec<Part>,
    /// Links, in order, addresses among them; the destinations are resolved.
    pub links: Vec<Destination>,
    /// Images, in order.
    pub images: Vec<Destination>,
    /// HTML tags, in order, as written.
    pub tags: Vec<Part>,
    /// Emphasis, in order of its start.
    pub emphasis: Vec<Emphasis>,
    /// Labels of footnote references, in order.
    pub footnotes: Vec<Part>,
    /// Shortcodes and other placeables, in order, as written.
    pub placeables: Vec<Part>,
    /// Where the pieces of the visible text stand in the raw one.
    pieces: Vec<Piece>,
}

/// Something that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub text: String,
    /// Its bytes in the raw text, marks included.
    pub span: Span,
}

/// A span of emphasised text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emphasis {
    /// What kind it is.
    pub kind: EmphasisKind,
    /// In how many others it stands.
    pub depth: usize,
    /// Its bytes in the raw text, marks included.
    pub span: Span,
}

/// The kinds of emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EmphasisKind {
    /// `*…*`
    Emphasis,
    /// `**…**`
    Strong,
    /// `~~…~~`
    Strikethrough,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    visible: Span,
    raw: Span,
}

/// The link reference definitions of a document, found by label (CommonMark 4.7).
#[derive(Debug, Clone, Default)]
pub struct References {
    lines: HashMap<String, String>,
}

impl References {
    /// Returns the definitions of a document, whose text is `source`. Of two with one label the first counts.
    pub fn new(source: &str, definitions: &[Definition]) -> References {
        let mut lines = HashMap::new();
        for definition in definitions {
            let written = source[definition.span.clone()].lines().map(str::trim).collect::<Vec<_>>().join(" ");
            lines.entry(folded(&definition.label)).or_insert(written);
        }
        References { lines }
    }

    /// Returns the definitions that a text may refer to, as Markdown: the time is linear in the text.
    pub fn of(&self, text: &str) -> String {
        if self.lines.is_empty() {
            return String::new();
        }
        let mut seen = HashSet::new();
        let mut found = String::new();
        for (at, _) in text.match_indices('[') {
            let inner = &text[at + 1..];
            let label = &inner[..inner.find([']', '[']).unwrap_or(0)];
            if let Some(line) = self.lines.get(&folded(label)).filter(|line| seen.insert(line.as_str())) {
                found.push_str(line);
                found.push('\n');
            }
        }
        found
    }
}

/// A label as labels are compared: letter case and the kind of white space aside.
fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Returns a text as its reader sees it. `definitions` is Markdown that defines its references.
///
/// The time is linear in the text and the definitions; without a bracket they are not looked at.
pub fn view(text: &str, definitions: &str) -> View {
    let mut view = View { raw: text.to_owned(), ..View::default() };
    if is_bare(text) {
        view.show(text, 0..text.len());
        return view;
    }
    let definitions = if text.contains('[') { definitions } else { "" };
    let notes: String = note_labels(text).map(|label| format!("\n\n[^{label}]: -")).collect();
    let whole = format!("{INERT}{text}\n\n{definitions}{notes}");
    let placeables = placeables(text);
    view.placeables = placeables.iter().map(|span| part(text, span)).collect();
    let addresses: Vec<Span> = bare_addresses(text);
    let mut reader =
        Reader { view, hidden: merged(&placeables, &addresses), open: Vec::new(), links: Vec::new(), images: 0 };
    for span in &addresses {
        reader.view.links.push(address(text, span));
    }
    for (event, range) in Parser::new_ext(&whole, walk::options()).into_offset_iter() {
        if range.start >= INERT.len() + text.len() {
            break;
        }
        let start = range.start.saturating_sub(INERT.len());
        reader.event(event, start..range.end.saturating_sub(INERT.len()).min(text.len()));
    }
    let mut view = reader.view;
    view.links.sort_by_key(|link| link.span.start);
    view.emphasis.sort_by_key(|emphasis| (emphasis.span.start, emphasis.depth));
    // A hard break ends a segment; its mark is not seen.
    if text.ends_with('\\') && view.visible.ends_with('\\') && !text.ends_with("\\\\") {
        view.visible.pop();
    }
    view
}

impl View {
    /// Returns the bytes of the raw text that say a part of the visible one.
    pub fn raw_span(&self, visible: &Span) -> Span {
        let start = self.raw_offset(visible.start, false);
        let end = if visible.is_empty() { start } else { self.raw_offset(visible.end, true) };
        start..end.max(start)
    }

    fn raw_offset(&self, visible: usize, is_end: bool) -> usize {
        let before = |piece: &Piece| if is_end { piece.visible.end < visible } else { piece.visible.end <= visible };
        let Some(piece) = self.pieces.get(self.pieces.partition_point(before)) else { return self.raw.len() };
        let inside = visible.saturating_sub(piece.visible.start);
        match piece.visible.len() == piece.raw.len() {
            true => piece.raw.start + inside,
            // What is written otherwise than it is seen (`&amp;`, a code span) is meant as a whole.
            false if is_end => piece.raw.end,
            false => piece.raw.start,
        }
    }

    /// Returns what a reader sees with the text of code spans in place.
    pub fn plain(&self) -> Cow<'_, str> {
        if self.codes.is_empty() {
            return Cow::Borrowed(&self.visible);
        }
        let mut codes = self.codes.iter().map(|code| (code.span.start, code.text.as_str())).peekable();
        let mut plain = String::with_capacity(self.raw.len());
        for piece in &self.pieces {
            let shown = &self.visible[piece.visible.start..piece.visible.end.min(self.visible.len())];
            match codes.next_if(|(start, _)| *start == piece.raw.start) {
                Some((_, code)) => plain.push_str(code),
                None => plain.push_str(shown),
            }
        }
        Cow::Owned(plain)
    }

    fn show(&mut self, text: &str, raw: Span) {
        if text.is_empty() {
            return;
        }
        let start = self.visible.len();
        self.visible.push_str(text);
        self.pieces.push(Piece { visible: start..self.visible.len(), raw });
    }
}

struct Reader {
    view: View,
    /// Bytes that are opaque wherever they stand, sorted.
    hidden: Vec<Span>,
    open: Vec<(EmphasisKind, usize)>,
    links: Vec<Destination>,
    /// How many images are open: their text is not seen.
    images: usize,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, span: Span) {
        if !matches!(event, Event::End(_)) {
            for link in &mut self.links {
                link.text = link.text.start.min(span.start)..link.text.end.max(span.end);
            }
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) => self.text(&text, span),
            Event::Code(text) => {
                self.view.codes.push(Part { text: text.into_string(), span: span.clone() });
                self.opaque(span);
            }
            Event::InlineHtml(text) | Event::Html(text) => {
                self.view.tags.push(Part { text: text.into_string(), span });
            }
            Event::FootnoteReference(label) => {
                self.view.footnotes.push(Part { text: label.into_string(), span });
            }
            Event::SoftBreak | Event::HardBreak if self.images == 0 => self.view.show(" ", span),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let kind = match tag {
            Tag::Emphasis => EmphasisKind::Emphasis,
            Tag::Strong => EmphasisKind::Strong,
            Tag::Strikethrough => EmphasisKind::Strikethrough,
            Tag::Link { link_type, dest_url, title, .. } => {
                let autolink = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.links.push(destination(span.clone(), (dest_url.into_string(), title.into_string()), link_type));
                if autolink {
                    self.opaque(span);
                    self.images += 1;
                }
                return;
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                let mut image = destination(span.clone(), (dest_url.into_string(), title.into_string()), link_type);
                image.image = true;
                self.links.push(image);
                self.opaque(span);
                self.images += 1;
                return;
            }
            _ => return,
        };
        self.view.emphasis.push(Emphasis { kind, depth: self.open.len(), span });
        self.open.push((kind, self.view.emphasis.len() - 1));
    }

    fn end(&mut self, tag: TagEnd, _: Span) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.open.pop();
            }
            TagEnd::Link | TagEnd::Image => {
                let Some(mut link) = self.links.pop() else { return };
                if link.text.start > link.text.end {
                    let edge = link.span.start + if link.image { 2 } else { 1 };
                    link.text = edge..edge;
                }
                if link.image || link.autolink {
                    self.images = self.images.saturating_sub(1);
                }
                if link.image { self.view.images.push(link) } else { self.view.links.push(link) }
            }
            _ => {}
        }
    }

    /// Shows a run of text, with what is opaque in it as one mark each.
    fn text(&mut self, text: &str, span: Span) {
        if self.images > 0 {
            return;
        }
        // The mark that was put before the text.
        let (text, start) = match text.strip_prefix(INERT).filter(|_| span.start == 0 && !self.begun()) {
            Some(rest) => (rest, 0),
            None => (text, span.start),
        };
        if self.view.raw.get(start..span.end) != Some(text) {
            self.view.show(text, start..span.end);
            return;
        }
        let mut at = start;
        let first = self.hidden.partition_point(|hidden| hidden.end <= start);
        let hidden: Vec<Span> = self.hidden[first..].iter().take_while(|it| it.start < span.end).cloned().collect();
        for hidden in hidden {
            let from = hidden.start.max(at);
            if from > at {
                self.show_raw(at..from);
            }
            // A placeable may hold marks that cut the text around it: it is shown once.
            if hidden.start >= at {
                self.opaque(hidden.clone());
            }
            at = hidden.end.min(span.end);
        }
        if at < span.end {
            self.show_raw(at..span.end);
        }
    }

    fn begun(&self) -> bool {
        !self.view.pieces.is_empty()
    }

    fn show_raw(&mut self, span: Span) {
        let text = self.view.raw[span.clone()].to_owned();
        self.view.show(&text, span);
    }

    fn opaque(&mut self, span: Span) {
        if self.images == 0 {
            self.view.show(OPAQUE.encode_utf8(&mut [0; 4]), span);
        }
    }
}

fn destination(span: Span, (url, title): (String, String), link_type: LinkType) -> Destination {
    let autolink = matches!(link_type, LinkType::Autolink | LinkType::Email);
    let by_reference = !autolink && link_type != LinkType::Inline;
    // Widened by what stands in it.
    let text = span.end..span.start;
    Destination { span, text, url, title, by_reference, autolink, image: false }
}

fn address(text: &str, span: &Span) -> Destination {
    let url = text[span.clone()].to_owned();
    let (span, text) = (span.clone(), span.clone());
    Destination { span, text, url, title: String::new(), by_reference: false, autolink: true, image: false }
}

fn part(text: &str, span: &Span) -> Part {
    Part { text: text[span.clone()].to_owned(), span: span.clone() }
}

/// Shortcodes, `${name}`, `{name}` and `{#id}`.
fn placeables(text: &str) -> Vec<Span> {
    if !text.contains('{') {
        return Vec::new();
    }
    let mut found = shortcodes(text);
    let mut extra = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        at = open + 1;
        // Invariant: shortcodes come in order and apart.
        let next = found.partition_point(|span| span.end <= open);
        if found.get(next).is_some_and(|span| span.start <= open) {
            continue;
        }
        let at_name = at + usize::from(text[at..].starts_with('#'));
        let name =
            text[at_name..].find(|ch: char| !(ch.is_ascii_alphanumeric() || matches!(ch, '_' | '.' | '-' | '$')));
        let Some(length) = name.filter(|length| *length > 0 && text[at_name + length..].starts_with('}')) else {
            continue;
        };
        let start = if text[..open].ends_with('$') { open - 1 } else { open };
        extra.push(start..at_name + length + 1);
    }
    found.extend(extra);
    found.sort_by_key(|span| span.start);
    found
}

/// The labels of what looks like a footnote reference: without a definition none would be one.
fn note_labels(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("[^").filter_map(|(at, open)| {
        let rest = &text[at + open.len()..];
        let label = &rest[..rest.find([']', '[', ' ', '\n'])?];
        (!label.is_empty() && rest[label.len()..].starts_with(']')).then_some(label)
    })
}

fn merged(a: &[Span], b: &[Span]) -> Vec<Span> {
    let mut all: Vec<Span> = a.iter().chain(b).cloned().collect();
    all.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut out: Vec<Span> = Vec::new();
    for span in all {
        if out.last().is_none_or(|last| last.end <= span.start) {
            out.push(span);
        }
    }
    out
}

/// Whether nothing in a text can be markup.
fn is_bare(text: &str) -> bool {
    /// Every byte of every text is looked at: a table is the quickest way.
    static MARKS: [bool; 256] = {
        let (mut table, marks) = ([false; 256], b"*_~`[]<>&\\!{@\n\r");
        let mut at = 0;
        while at < marks.len() {
            table[marks[at] as usize] = true;
            at += 1;
        }
        table
    };
    !text.bytes().any(|byte| MARKS[usize::from(byte)]) && !has(text, "://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, visible: &str) {
        let view = view(raw, "[lab]: /lab\n");
        assert_eq!(view.visible, visible.replace('@', "\u{fffc}"), "{view:?}");
    }

    #[test]
    fn a_reader_sees_words_alone() {
        check("在**“鹏城”**这里 *a* ~~b~~。", "在**“鹏城”**这里 a b。");
        check("**粗体**和`代码`，![图](a.png)。", "粗体和@，@。");
        check("见[实验室][lab]与 [页面](https://a.b/c \"t\")。", "见实验室与 页面。");
        check("到 <https://a.b> 或 https://a.b/c，谢谢", "到 @ 或 @，谢谢");
        check("水<sub>2</sub>与 &amp; 和 \\*", "水2与 & 和 *");
        check("你好 {name}，{{< ref \"a*b*\" >}} 与 ${x}", "你好 @，@ 与 @");
        check("脚注[^1]。", "脚注。");
        check("1. 开始", "1. 开始");
        check("# 开始", "# 开始");
        check("- 开始", "- 开始");
        check("> 开始", "> 开始");
        check("行尾\\", "行尾");
        check("", "");
    }

    #[test]
    fn definitions_are_found_by_what_a_text_refers_to() {
        let source = "[Lab]: /lab\n\n[a  b]: <x y> 'T'\n\n[lab]: /other\n";
        let parsed = crate::markdown::parse(source, &crate::markdown::Options::default());
        let references = References::new(source, &parsed.definitions);
        assert_eq!(references.of("到[实验室][LAB]，[A b] 与 [none]"), "[Lab]: /lab\n[a  b]: <x y> 'T'\n");
        assert_eq!(references.of("没有"), "");
    }

    #[test]
    fn each_visible_byte_has_its_raw_bytes() {
        let raw = "在**粗体**和`代码`，&amp;[链接](/a)。";
        let view = view(raw, "");
        let raw_of = |part: &str| {
            let at = view.visible.find(part).expect("a part");
            &raw[view.raw_span(&(at..at + part.len()))]
        };
        assert_eq!(raw_of("粗体"), "粗体");
        assert_eq!(raw_of("在"), "在");
        assert_eq!(raw_of("\u{fffc}"), "`代码`");
        assert_eq!(raw_of("&"), "&amp;");
        assert_eq!(raw_of("链接"), "链接");
        assert_eq!(raw_of("体和"), "体**和");
        assert_eq!(view.plain(), "在粗体和代码，&链接。");
    }

    #[test]
    fn markup_is_listed() {
        let view = view("**a *b* c** [d](/e) ![f](/g) <br> `h` {i}", "");
        let kinds: Vec<_> = view.emphasis.iter().map(|it| (it.kind, it.depth)).collect();
        assert_eq!(kinds, [(EmphasisKind::Strong, 0), (EmphasisKind::Emphasis, 1)]);
        assert_eq!(view.links.iter().map(|link| link.url.as_str()).collect::<Vec<_>>(), ["/e"]);
        assert_eq!(view.images.iter().map(|link| link.url.as_str()).collect::<Vec<_>>(), ["/g"]);
        assert_eq!(view.tags[0].text, "<br>");
        assert_eq!(view.codes[0].text, "h");
        assert_eq!(view.placeables[0].text, "{i}");
    }
}
