//! What two Markdown readers see in an emitted page: every text of both languages, every link, and no
//! mark that the source did not show.
//!
//! The readers do not know the languages that live in Markdown files, nor our front matter: of documents
//! with shortcodes or components only refusals are counted, and of the others the body is read.

use std::collections::BTreeMap;

use comrak::nodes::{AstNode, NodeValue};
use duizhao::markdown::{LeafKind, Options};
use duizhao::publish::{self, Page, Target};
use duizhao::segment::{self, Document, Unit};
use duizhao::text::join_lines;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::material::{self, Sample, language};

/// What a reader shows of a page.
#[derive(Debug, Default)]
struct Seen {
    /// All text, code included, without white space.
    text: String,
    /// How often each mark of emphasis, strike-through, link or escape stands in text outside code.
    marks: BTreeMap<&'static str, usize>,
    /// How often each destination of a link or image occurs, less those within the page.
    links: BTreeMap<String, usize>,
}

const MARKS: [&str; 6] = ["*", "~~", "](", "][", "[^", "\\"];

impl Seen {
    fn add_text(&mut self, run: &str) {
        for mark in MARKS {
            *self.marks.entry(mark).or_default() += run.matches(mark).count();
        }
        self.add_code(run);
    }

    fn add_code(&mut self, code: &str) {
        self.text.extend(code.chars().filter(|ch| !ch.is_whitespace()));
    }

    /// A bare address that took Chinese punctuation along leads nowhere: losing it is no loss.
    fn add_link(&mut self, url: &str) {
        if !url.starts_with('#') && !url.contains(['，', '。']) {
            *self.links.entry(url.to_owned()).or_default() += 1;
        }
    }
}

/// Which blocks of a page are read.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    All,
    FirstBlock,
}

struct Reader {
    name: &'static str,
    read: fn(&str, Part) -> Seen,
    /// Parts of a text that it reads otherwise than GitHub does, where layouts write what all read alike.
    misreads: &'static [&'static str],
}

/// One does not know bare addresses (and finds emphasis in them), the other takes the mark of a note
/// behind brackets for the label of a link.
const READERS: [Reader; 2] = [
    Reader { name: "pulldown-cmark", read: pulldown, misreads: &[" http", " www."] },
    Reader { name: "comrak", read: comrak_reads, misreads: &["][^"] },
];

fn pulldown(page: &str, part: Part) -> Seen {
    let extensions = pulldown_cmark::Options::ENABLE_TABLES
        | pulldown_cmark::Options::ENABLE_FOOTNOTES
        | pulldown_cmark::Options::ENABLE_STRIKETHROUGH
        | pulldown_cmark::Options::ENABLE_TASKLISTS
        | pulldown_cmark::Options::ENABLE_GFM;
    let mut seen = Seen::default();
    let mut run = String::new();
    let mut in_code = false;
    for event in Parser::new_ext(page, extensions) {
        if let Event::Text(text) = &event
            && !in_code
        {
            // `](` may come in two pieces.
            run.push_str(text);
            continue;
        }
        seen.add_text(&std::mem::take(&mut run));
        match event {
            Event::Code(code) => seen.add_code(&code),
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => seen.add_link(&dest_url),
            Event::End(TagEnd::Paragraph) if part == Part::FirstBlock => break,
            _ => {}
        }
    }
    seen.add_text(&run);
    seen
}

fn comrak_reads(page: &str, part: Part) -> Seen {
    let mut options = comrak::Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    let arena = comrak::Arena::new();
    let root = comrak::parse_document(&arena, page, &options);
    let mut seen = Seen::default();
    let read = if part == Part::All { Some(root) } else { root.first_child() };
    let mut run = String::new();
    read.into_iter().flat_map(AstNode::descendants).for_each(|node| {
        let value = &node.data.borrow().value;
        if let NodeValue::Text(text) = value {
            run.push_str(text);
            return;
        }
        seen.add_text(&std::mem::take(&mut run));
        match value {
            NodeValue::Code(code) => seen.add_code(&code.literal),
            NodeValue::Link(link) | NodeValue::Image(link) => seen.add_link(&link.url),
            _ => {}
        }
    });
    seen.add_text(&run);
    seen
}

/// A translation that keeps clear of the marks: how emphasis beside a wide character reads is for
/// the checks of a translation, not for the emitter.
fn translated(segment: &str) -> String {
    match segment.strip_suffix('\\') {
        Some(text) => format!("译 {text} 文\\"),
        None => format!("译 {segment} 文"),
    }
}

fn page<'p>(source: &'p str, document: &'p Document) -> Page<'p> {
    let target = |unit: &Unit| Target::Segments(unit.segments.iter().map(|segment| translated(segment)).collect());
    Page {
        source,
        document,
        targets: document.units.iter().map(target).collect(),
        source_locale: language(source),
        locale: "zh-CN",
        key: "page".to_owned(),
        options: Options::default(),
        style: publish::Style { cell_width: usize::MAX, ..publish::Style::default() },
    }
}

/// The page without front matter and byte order mark, its lone carriage returns made line feeds: one
/// of the readers does not know them.
fn body(page: &str) -> String {
    let start = segment::split(page, "en", &Options::default()).parsed.front_matter.map_or(0, |front| front.span.end);
    page[start..].trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n")
}

/// What may be referred to in a text, for reading it on its own.
fn definitions(source: &str, document: &Document) -> String {
    let definitions = document.parsed.definitions.iter().map(|definition| source[definition.span.clone()].to_owned());
    let labels = source.split("[^").skip(1).filter_map(|rest| rest.split_once("]:"));
    let footnotes = labels.filter(|(label, _)| !label.contains(']')).map(|(label, _)| format!("[^{label}]: note"));
    definitions.chain(footnotes).collect::<Vec<_>>().join("\n\n")
}

/// Whether a document holds lines of a language that plain Markdown readers take for text.
fn is_foreign(source: &str) -> bool {
    let component = |line: &str| {
        let name = line.trim_start().trim_start_matches(['<', '/']);
        line.trim_start().starts_with('<') && name.starts_with(|ch: char| ch.is_ascii_uppercase())
    };
    let line_of_script =
        |line: &str| line.starts_with("import ") || line.starts_with("export ") || line.starts_with("{/*");
    ["{{", "{%", ":::"].iter().any(|mark| source.contains(mark))
        || source.lines().any(|line| component(line) || line_of_script(line))
}

/// Emits every sample in a layout and reads it again. `languages` is how many the layout shows.
#[track_caller]
fn check(layout: &str, languages: usize, samples: &[Sample]) {
    let mut faults = Vec::new();
    let (mut pages, mut units, mut refused) = (0, 0, Vec::new());
    for Sample { name, text } in samples {
        let document = segment::split(text, language(text), &Options::default());
        let translated = self::page(text, &document);
        let page = publish::layout(layout).expect("a layout").emit(&translated);
        units += document.units.len();
        refused.extend(page.refused.iter().map(|&at| format!("{name}:{}", document.units[at].line)));
        // In halves the title is shown, backslashes and all.
        let shows_title = layout == "sections" && name.ends_with("front-matter-toml-literal.md");
        if is_foreign(text) || shows_title {
            continue;
        }
        pages += 1;
        for reader in &READERS {
            let reading = Reading {
                reader,
                page: &translated,
                document: &document,
                refused: &page.refused,
                definitions: definitions(text, &document),
                before: (reader.read)(&body(text), Part::All),
                after: (reader.read)(&body(&page.text), Part::All),
            };
            let found = reading.missing_texts(languages).into_iter().chain(reading.stray_marks(languages));
            faults.extend(found.chain(reading.lost_links()).map(|fault| format!("{name}, {}: {fault}", reader.name)));
        }
    }
    eprintln!("{layout}: {pages} of {} documents read again, refused: {refused:?}", samples.len());
    // What is never closed, or is the deepest that is read, has no room for a second language.
    let most = if matches!(layout, "split" | "interleaved") { 0 } else { units / 100 };
    assert!(refused.len() <= most, "{layout}: {refused:?} refused");
    assert!(faults.is_empty(), "{} faults: {faults:#?}", faults.len());
}

/// A source and the page made of it, as one reader shows them.
struct Reading<'t> {
    reader: &'t Reader,
    page: &'t Page<'t>,
    document: &'t Document,
    refused: &'t [usize],
    definitions: String,
    before: Seen,
    after: Seen,
}

impl Reading<'_> {
    fn missing_texts(&self, languages: usize) -> Vec<String> {
        let mut missing = Vec::new();
        for (at, unit) in self.document.units.iter().enumerate() {
            let source = self.alone(unit, &unit.segments);
            if unit.kind == LeafKind::FrontMatter || self.refused.contains(&at) || self.is_misread(unit, &source) {
                continue;
            }
            // As it is published: how emphasis is written so that it closes is tested elsewhere.
            let targets = self.page.translation(at).unwrap_or_default();
            let texts = [source, self.alone(unit, &targets)];
            let absent = texts[2 - languages..].iter().filter(|text| !self.after.text.contains(*text));
            missing.extend(absent.map(|text| format!("line {}: {text}", unit.line)));
        }
        missing
    }

    /// What this reader shows of a unit's segments on their own, the definitions of their page given.
    fn alone(&self, unit: &Unit, segments: &[String]) -> String {
        let lines: Vec<String> = publish::unit_lines(segments);
        let mut text = if unit.kind.is_one_line() { join_lines(&lines) } else { lines.join("\n") };
        if unit.kind == LeafKind::TableCell {
            text = text.replace("\\|", "|");
        }
        // The no-break space keeps the text from opening a block.
        (self.reader.read)(&format!("\u{a0}{text}\n\n{}\n", self.definitions), Part::FirstBlock).text
    }

    /// Whether the reader does not show the source as GitHub does, so that it shows the page otherwise.
    fn is_misread(&self, unit: &Unit, source: &str) -> bool {
        let text = format!(" {}", unit.joined());
        self.reader.misreads.iter().any(|part| text.contains(part))
            // Notes that nothing refers to are shown by some readers and not by others.
            || unit.kind == LeafKind::Footnote && !self.before.text.contains(source)
    }

    fn stray_marks(&self, languages: usize) -> Vec<String> {
        let before = |mark: &str| self.before.marks.get(mark).copied().unwrap_or(0);
        let more = |(mark, count): &(&&str, &usize)| **count > before(mark) * languages;
        let misread = self.document.units.iter().any(|unit| self.is_misread(unit, ""));
        let marks = self.after.marks.iter().filter(|_| !misread).filter(more);
        marks.map(|(mark, count)| format!("{count} {mark} where {} were", before(mark))).collect()
    }

    fn lost_links(&self) -> Vec<String> {
        // A block that is refused keeps its references, and a reader may not see their definitions where they stand.
        if !self.refused.is_empty() {
            return Vec::new();
        }
        let after = |url: &str| self.after.links.get(url).copied().unwrap_or(0);
        let lost = self.before.links.iter().filter(|(url, count)| after(url) < **count);
        lost.map(|(url, count)| format!("{} of {count} links to {url}", after(url))).collect()
    }
}

/// Every layout, and how many languages it shows.
fn check_all(samples: &[Sample]) {
    for layout in publish::LAYOUTS {
        check(layout.name(), if layout.name() == "split" { 1 } else { 2 }, samples);
    }
}

#[test]
fn s11_corpus_pages_show_every_text_to_other_readers() {
    check_all(&material::corpus());
}

#[test]
fn s11_real_pages_show_every_text_to_other_readers() {
    let Some((samples, _)) = material::real_documents() else { return };
    check_all(&samples);
}

#[test]
fn s11_commonmark_examples_show_every_text_to_other_readers() {
    let Some(samples) = material::commonmark() else { return };
    check_all(&samples);
}
