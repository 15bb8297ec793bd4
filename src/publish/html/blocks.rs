//! The blocks of a page as HTML. Every text says its language; where there are two, each stands in an element of its
//! own with `data-l`, so that a reader can choose one.
//!
//! Text that is the same in both languages, or that nobody has translated, has no `data-l`: it shows in every view.

use std::collections::HashMap;

use crate::markdown::slug;
use crate::markdown::tree::{Column, Inline, Item, Node, words};
use crate::publish::html::raw::{Address, Ids, Place, Tags, address, escaped, picture};
use crate::publish::{Both, Page, Pair, PairItem, PairTable, WebWords};

/// One of the two languages of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Source,
    Target,
}

/// A language as the page names it.
#[derive(Debug, Clone)]
pub(super) struct Tongue {
    /// What the switch and `?lang=` call it.
    pub(super) key: String,
    /// Its tag.
    pub(super) tag: String,
    /// Its name in itself.
    pub(super) name: String,
}

/// Which language a block is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Show {
    /// Both.
    Both,
    /// The target; the source, with its tag, where there is none.
    Target,
    /// The text that is given, inside an element that says the language.
    Only(Side),
}

/// A heading, for the table of contents.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) level: u8,
    pub(super) id: String,
    pub(super) text: String,
}

/// A footnote.
#[derive(Debug)]
struct Note {
    blocks: Vec<Pair>,
    id: String,
    /// The languages of the texts that refer to it, `None` for both at once, and the ids of these places.
    places: Vec<(Option<Side>, String)>,
}

/// What writes the blocks of a page, and what it has seen so far.
pub(super) struct Writer<'p> {
    page: &'p Page<'p>,
    pub(super) source: Tongue,
    pub(super) target: Tongue,
    pub(super) ids: Ids,
    pub(super) outline: Vec<Entry>,
    /// The levels of the headings that are open, as the source has them.
    levels: Vec<u8>,
    notes: Vec<Note>,
    labels: HashMap<String, usize>,
    /// The notes in the order of their numbers.
    numbered: Vec<usize>,
    /// Images that are elsewhere.
    pub(super) far: Vec<String>,
}

const ALERTS: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

impl<'p> Writer<'p> {
    pub(super) fn new(page: &'p Page<'p>, source: Tongue, target: Tongue, blocks: &[Pair]) -> Writer<'p> {
        let mut writer = Writer {
            page,
            source,
            target,
            ids: Ids::default(),
            outline: Vec::new(),
            levels: Vec::new(),
            notes: Vec::new(),
            labels: HashMap::new(),
            numbered: Vec::new(),
            far: Vec::new(),
        };
        writer.find_notes(blocks);
        writer
    }

    fn tongue(&self, side: Side) -> &Tongue {
        match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        }
    }

    /// ` data-l="zh" lang="zh-Hans-CN"`
    fn marks(&self, side: Side) -> String {
        let tongue = self.tongue(side);
        format!(" data-l=\"{}\" lang=\"{}\"", escaped(&tongue.key), escaped(&tongue.tag))
    }

    /// ` lang="en"`, for what is in the source language whatever the view is.
    fn source_lang(&self) -> String {
        format!(" lang=\"{}\"", escaped(&self.source.tag))
    }

    pub(super) fn blocks(&mut self, blocks: &[Pair], show: Show) -> String {
        let mut out = String::new();
        let mut tags = Tags::new(Place::Block, false);
        for block in blocks {
            match block {
                Pair::Html(html) => self.html(html, &mut tags, show, &mut out),
                block => out.push_str(&self.block(block, show)),
            }
        }
        tags.close(&mut out);
        out
    }

    fn html(&mut self, html: &str, tags: &mut Tags, show: Show, out: &mut String) {
        let (mut own, was_empty) = (String::new(), tags.is_empty());
        tags.write(html, &mut self.ids, &mut self.far, &mut own);
        tags.end_block(&mut own);
        let own = own.trim();
        if own.is_empty() {
            return;
        }
        // What opens or closes an element around Markdown cannot be put into another one.
        let is_whole = was_empty && tags.is_empty();
        match show {
            Show::Both | Show::Target if is_whole => {
                out.push_str(&format!("<div class=\"raw\"{}>{own}</div>\n", self.source_lang()))
            }
            _ => out.push_str(&format!("{own}\n")),
        }
    }

    fn block(&mut self, block: &Pair, show: Show) -> String {
        match block {
            Pair::Heading(level, id, both) => self.heading(*level, id, both, show),
            Pair::Paragraph(both) => self.figure(both, show).unwrap_or_else(|| self.text("p", both, show)),
            Pair::List(first, items) => self.list(*first, items, show),
            Pair::Quote(alert, blocks) => {
                let (class, label) = self.alert(*alert, show);
                format!("<blockquote{class}>\n{label}{}</blockquote>\n", self.blocks(blocks, show))
            }
            Pair::Code(language, text) => {
                let class = match language.as_str() {
                    "" => String::new(),
                    language => format!(" class=\"language-{}\"", escaped(language)),
                };
                let lang = if matches!(show, Show::Only(_)) { String::new() } else { self.source_lang() };
                format!("<pre{lang} translate=\"no\" tabindex=\"0\"><code{class}>{}</code></pre>\n", escaped(text))
            }
            Pair::Table(table) => self.table(table, show),
            Pair::Html(_) | Pair::Note(..) => String::new(),
            Pair::Rule => "<hr>\n".to_owned(),
            Pair::Apart(source, target) => self.apart(source, target, show),
        }
    }

    /// Blocks that have no counterparts: one column each.
    fn apart(&mut self, source: &[Node], target: &[Node], show: Show) -> String {
        if show == Show::Target {
            return match target {
                [] => self.column(Side::Source, source, &self.source_lang()),
                _ => self.column(Side::Target, target, ""),
            };
        }
        let is_pair = !source.is_empty() && !target.is_empty();
        let marks = |side: Side| match is_pair {
            true => self.marks(side),
            false => format!(" lang=\"{}\"", escaped(&self.tongue(side).tag)),
        };
        let (source_marks, target_marks) = (marks(Side::Source), marks(Side::Target));
        let source = self.column(Side::Source, source, &source_marks);
        let target = self.column(Side::Target, target, &target_marks);
        let (first, second) = self.page.style.order.of(source, target);
        match is_pair {
            true => format!("<div class=\"pair\">\n{first}{second}</div>\n"),
            false => first + &second,
        }
    }

    fn column(&mut self, side: Side, nodes: &[Node], marks: &str) -> String {
        let blocks: Vec<Pair> = nodes.iter().cloned().map(single).collect();
        if blocks.is_empty() {
            return String::new();
        }
        format!("<div{marks}>\n{}</div>\n", self.blocks(&blocks, Show::Only(side)))
    }

    /// A text in a block element of its own, or in two.
    fn text(&mut self, name: &str, both: &Both, show: Show) -> String {
        match (show, &both.target) {
            (Show::Both, Some(target)) => {
                let source = self.one(name, &both.source, Side::Source);
                let target = self.one(name, target, Side::Target);
                let (first, second) = self.page.style.order.of(source, target);
                format!("<div class=\"pair\">\n{first}{second}</div>\n")
            }
            (Show::Target, Some(target)) => {
                let inner = self.inlines(target, Some(Side::Target));
                format!("<{name}>{inner}</{name}>\n")
            }
            (Show::Both | Show::Target, None) => {
                let inner = self.inlines(&both.source, None);
                format!("<{name}{}>{inner}</{name}>\n", self.source_lang())
            }
            (Show::Only(side), _) => {
                let inner = self.inlines(&both.source, Some(side));
                format!("<{name}>{inner}</{name}>\n")
            }
        }
    }

    fn one(&mut self, name: &str, text: &[Inline], side: Side) -> String {
        let inner = self.inlines(text, Some(side));
        format!("<{name}{}>{inner}</{name}>\n", self.marks(side))
    }

    /// A text within an element: of a heading, a cell, a caption.
    pub(super) fn spans(&mut self, both: &Both, show: Show) -> String {
        match (show, &both.target) {
            (Show::Both, Some(target)) => {
                let source = self.inlines(&both.source, Some(Side::Source));
                let target = self.inlines(target, Some(Side::Target));
                self.two(&source, &target)
            }
            (Show::Target, Some(target)) => self.inlines(target, Some(Side::Target)),
            (Show::Both | Show::Target, None) => {
                let inner = self.inlines(&both.source, None);
                if inner.is_empty() { inner } else { format!("<span{}>{inner}</span>", self.source_lang()) }
            }
            (Show::Only(side), _) => self.inlines(&both.source, Some(side)),
        }
    }

    /// Two pieces of HTML that say the same.
    fn two(&self, source: &str, target: &str) -> String {
        let source = format!("<span{}>{source}</span>", self.marks(Side::Source));
        let target = format!("<span{}>{target}</span>", self.marks(Side::Target));
        let (first, second) = self.page.style.order.of(source, target);
        format!("{first} {second}")
    }

    /// Words of our own, in the languages that are shown.
    pub(super) fn words(&self, show: Show, word: impl Fn(&WebWords) -> &str) -> String {
        let (source, target) = &self.page.style.labels.page;
        self.both_words(word(source), word(target), show)
    }

    pub(super) fn both_words(&self, source: &str, target: &str, show: Show) -> String {
        match show {
            Show::Both if source != target => self.two(&escaped(source), &escaped(target)),
            Show::Both => format!("<span{}>{}</span>", self.source_lang(), escaped(source)),
            Show::Only(Side::Source) => escaped(source),
            Show::Target | Show::Only(Side::Target) => escaped(target),
        }
    }

    fn alert(&self, alert: Option<&str>, show: Show) -> (String, String) {
        let Some(kind) = alert.and_then(|alert| ALERTS.iter().position(|own| *own == alert)) else {
            return (String::new(), String::new());
        };
        let label = self.words(show, |words| &words.alerts[kind]);
        let class = format!(" class=\"alert alert-{}\"", ALERTS[kind]);
        (class, format!("<p class=\"label\">{label}</p>\n"))
    }

    /// The title is the only heading of level 1; below it no level is left out.
    fn level(&mut self, level: u8) -> u8 {
        while self.levels.last().is_some_and(|&above| above >= level) {
            self.levels.pop();
        }
        self.levels.push(level);
        u8::try_from(self.levels.len() + 1).unwrap_or(6).min(6)
    }

    fn heading(&mut self, level: u8, id: &str, both: &Both, show: Show) -> String {
        let level = self.level(level);
        let text = self.spans(both, show);
        if show == Show::Only(Side::Target) {
            return format!("<h{level}>{text}</h{level}>\n");
        }
        let id = self.ids.unique(if id.is_empty() { "section" } else { id });
        let entry = Both {
            source: vec![Inline::Text(words(&both.source))],
            target: both.target.as_ref().map(|target| vec![Inline::Text(words(target))]),
        };
        let show_entry = if matches!(show, Show::Only(_)) { Show::Both } else { show };
        let listed = self.spans(&entry, show_entry);
        self.outline.push(Entry { level, id: id.clone(), text: listed });
        let class = if show == Show::Both && both.target.is_some() { " class=\"both\"" } else { "" };
        format!("<h{level} id=\"{}\"{class}>{text}</h{level}>\n", escaped(&id))
    }

    fn list(&mut self, first: Option<u64>, items: &[PairItem], show: Show) -> String {
        let name = if first.is_some() { "ol" } else { "ul" };
        let start = first.filter(|first| *first != 1 && *first < 1_000_000_000);
        let start = start.map_or(String::new(), |first| format!(" start=\"{first}\""));
        let mut out = format!("<{name}{start}>\n");
        for item in items {
            let (class, mark) = match item.task {
                None => ("", ""),
                Some(true) => (" class=\"task\"", "<span class=\"box\">☑</span> "),
                Some(false) => (" class=\"task\"", "<span class=\"box\">☐</span> "),
            };
            out.push_str(&format!("<li{class}>{mark}{}</li>\n", self.blocks(&item.blocks, show).trim_end()));
        }
        format!("{out}</{name}>\n")
    }

    fn table(&mut self, table: &PairTable, show: Show) -> String {
        let class = |column: usize| match table.columns.get(column) {
            Some(Column::Left) => " class=\"left\"",
            Some(Column::Centre) => " class=\"centre\"",
            Some(Column::Right) => " class=\"right\"",
            Some(Column::Plain) | None => "",
        };
        let mut row = |cells: &[Both], name: &str| {
            let mut out = "<tr>".to_owned();
            for (at, cell) in cells.iter().enumerate() {
                let scope = if name == "th" { " scope=\"col\"" } else { "" };
                out.push_str(&format!("<{name}{scope}{}>{}</{name}>", class(at), self.spans(cell, show)));
            }
            out + "</tr>\n"
        };
        let head = row(&table.head, "th");
        let rows: String = table.rows.iter().map(|cells| row(cells, "td")).collect();
        let body = if rows.is_empty() { rows } else { format!("<tbody>\n{rows}</tbody>\n") };
        format!("<div class=\"scroll\" tabindex=\"0\"><table>\n<thead>\n{head}</thead>\n{body}</table></div>\n")
    }

    /// A paragraph that is one image, with its title below it.
    fn figure(&mut self, both: &Both, show: Show) -> Option<String> {
        let source = alone(&both.source)?;
        let target = match &both.target {
            None => None,
            Some(target) => Some(alone(target)?),
        };
        if !matches!(address(source.0), Address::Near(_) | Address::Image(_)) {
            return None;
        }
        let caption = |title: &str, other: Option<&str>| Both {
            source: vec![Inline::Text(title.to_owned())],
            target: other.filter(|other| *other != title).map(|other| vec![Inline::Text(other.to_owned())]),
        };
        match (show, target) {
            (Show::Both, Some(target)) if target.0 == source.0 => {
                let words = self.page.style.merged(source.2, target.2);
                let image = picture(source.0, &words, "", false, &mut self.far);
                Some(self.framed(&image, &caption(source.1, Some(target.1)), "", show))
            }
            (Show::Both, Some(target)) => {
                let mut one = |side: Side, (address, title, words): (&str, &str, &str)| {
                    let image = picture(address, words, "", false, &mut self.far);
                    self.framed(&image, &caption(title, None), &self.marks(side), Show::Only(side))
                };
                let (source, target) = (one(Side::Source, source), one(Side::Target, target));
                let (first, second) = self.page.style.order.of(source, target);
                Some(format!("<div class=\"pair\">\n{first}{second}</div>\n"))
            }
            (Show::Target, Some(target)) => {
                let image = picture(target.0, target.2, "", false, &mut self.far);
                let caption =
                    if target.1 == source.1 { caption(source.1, None) } else { caption(source.1, Some(target.1)) };
                Some(self.framed(&image, &caption, "", show))
            }
            (Show::Both | Show::Target, None) => {
                let image = picture(source.0, source.2, &self.source_lang(), false, &mut self.far);
                Some(self.framed(&image, &caption(source.1, None), "", show))
            }
            (Show::Only(_), _) => {
                let image = picture(source.0, source.2, "", false, &mut self.far);
                Some(self.framed(&image, &caption(source.1, None), "", show))
            }
        }
    }

    fn framed(&mut self, image: &str, caption: &Both, marks: &str, show: Show) -> String {
        let caption = self.spans(caption, show);
        let caption = if caption.is_empty() { caption } else { format!("<figcaption>{caption}</figcaption>") };
        format!("<figure{marks}>{image}{caption}</figure>\n")
    }

    fn inlines(&mut self, text: &[Inline], side: Option<Side>) -> String {
        self.line(text, side, false)
    }

    /// A line of text in one language; `None` for a text that shows in every view.
    fn line(&mut self, text: &[Inline], side: Option<Side>, linked: bool) -> String {
        let mut out = String::new();
        let mut tags = Tags::new(Place::Inline, linked);
        for inline in text {
            let linked = tags.is_linked();
            match inline {
                Inline::Text(text) => out.push_str(&escaped(text)),
                Inline::Code(text) => out.push_str(&format!("<code>{}</code>", escaped(text))),
                Inline::Emphasis(inner) => out.push_str(&format!("<em>{}</em>", self.line(inner, side, linked))),
                Inline::Strong(inner) => out.push_str(&format!("<strong>{}</strong>", self.line(inner, side, linked))),
                Inline::Strike(inner) => out.push_str(&format!("<del>{}</del>", self.line(inner, side, linked))),
                Inline::Link(to, title, inner) => {
                    let inner = self.line(inner, side, true);
                    match address(to) {
                        Address::Near(to) | Address::Far(to) if !linked => {
                            let title =
                                if title.is_empty() { title } else { &format!(" title=\"{}\"", escaped(title)) };
                            out.push_str(&format!("<a href=\"{}\"{title}>{inner}</a>", escaped(&to)));
                        }
                        _ => out.push_str(&inner),
                    }
                }
                Inline::Image(source, title, words) => {
                    let title = match title.as_str() {
                        "" => String::new(),
                        title => format!(" title=\"{}\"", escaped(title)),
                    };
                    out.push_str(&picture(source, words, &title, linked, &mut self.far));
                }
                Inline::Html(html) => tags.write(html, &mut self.ids, &mut self.far, &mut out),
                Inline::Break => out.push_str("<br>"),
                Inline::Note(label) => out.push_str(&self.reference(label, side, linked)),
            }
        }
        tags.close(&mut out);
        out
    }

    /// A reference to a footnote; notes are numbered as they are first referred to.
    fn reference(&mut self, label: &str, side: Option<Side>, linked: bool) -> String {
        let Some(&at) = self.labels.get(&label.to_lowercase()) else { return escaped(&format!("[^{label}]")) };
        let number = match self.numbered.iter().position(|own| *own == at) {
            Some(before) => before + 1,
            None => self.number(at),
        };
        if linked {
            return format!("<sup>{number}</sup>");
        }
        let place = self.ids.unique(&format!("fnref-{number}"));
        self.notes[at].places.push((side, place.clone()));
        let note = escaped(&self.notes[at].id);
        format!("<sup class=\"note\"><a id=\"{place}\" href=\"#{note}\" role=\"doc-noteref\">{number}</a></sup>")
    }

    fn number(&mut self, at: usize) -> usize {
        self.numbered.push(at);
        let number = self.numbered.len();
        self.notes[at].id = self.ids.unique(&format!("fn-{number}"));
        number
    }

    fn find_notes(&mut self, blocks: &[Pair]) {
        for block in blocks {
            match block {
                Pair::Note(label, blocks) => {
                    self.note(label, blocks.clone());
                    self.find_notes(blocks);
                }
                Pair::List(_, items) => items.iter().for_each(|item| self.find_notes(&item.blocks)),
                Pair::Quote(_, blocks) => self.find_notes(blocks),
                Pair::Apart(source, target) => {
                    for (side, nodes) in [(Side::Source, source), (Side::Target, target)] {
                        self.find_lone_notes(side, nodes);
                    }
                }
                _ => {}
            }
        }
    }

    fn find_lone_notes(&mut self, side: Side, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Note(label, blocks) => {
                    let (source, target) = match side {
                        Side::Source => (blocks.clone(), Vec::new()),
                        Side::Target => (Vec::new(), blocks.clone()),
                    };
                    // The same note in the other language stands beside it.
                    match self.labels.get(&label.to_lowercase()).map(|at| self.notes[*at].blocks.as_mut_slice()) {
                        Some([Pair::Apart(_, other)]) if side == Side::Target && other.is_empty() => *other = target,
                        Some(_) => {}
                        None => self.note(label, vec![Pair::Apart(source, target)]),
                    }
                }
                Node::List(_, items) => items.iter().for_each(|item| self.find_lone_notes(side, &item.blocks)),
                Node::Quote(_, blocks) => self.find_lone_notes(side, blocks),
                _ => {}
            }
        }
    }

    fn note(&mut self, label: &str, blocks: Vec<Pair>) {
        let at = self.notes.len();
        if let std::collections::hash_map::Entry::Vacant(free) = self.labels.entry(label.to_lowercase()) {
            free.insert(at);
            self.notes.push(Note { blocks, id: String::new(), places: Vec::new() });
        }
    }

    /// The footnotes as items of a list; those that nothing refers to stand last.
    pub(super) fn footnotes(&mut self, show: Show) -> String {
        let mut bodies = Vec::new();
        let mut next = 0;
        loop {
            // A note may refer to another one.
            while let Some(&at) = self.numbered.get(next) {
                let blocks = self.notes[at].blocks.clone();
                bodies.push((at, self.blocks(&blocks, show)));
                next += 1;
            }
            match (0..self.notes.len()).find(|at| !self.numbered.contains(at)) {
                Some(at) => self.number(at),
                None => break,
            };
        }
        let item = |(at, body): (usize, String)| {
            let note = &self.notes[at];
            let back: String = note.places.iter().map(|(side, place)| self.way_back(*side, place, show)).collect();
            let back = if back.is_empty() { back } else { format!("<p class=\"back\">{back}</p>\n") };
            format!("<li id=\"{}\">\n{body}{back}</li>\n", escaped(&note.id))
        };
        bodies.into_iter().map(item).collect()
    }

    fn way_back(&self, side: Option<Side>, place: &str, show: Show) -> String {
        let (source, target) = &self.page.style.labels.page;
        let (marks, words) = match (show, side) {
            (Show::Both, Some(side)) => (self.marks(side), if side == Side::Source { source } else { target }),
            (Show::Both, None) => (self.source_lang(), source),
            _ => (String::new(), target),
        };
        format!(
            "<a{marks} href=\"#{}\" role=\"doc-backlink\" aria-label=\"{}\">↩</a>",
            escaped(place),
            escaped(&words.back)
        )
    }
}

/// The image that a text consists of: address, title, words.
fn alone(text: &[Inline]) -> Option<(&str, &str, &str)> {
    match text {
        [Inline::Image(address, title, words)] => Some((address, title, words)),
        _ => None,
    }
}

/// A block of one language as a pair without its other half.
fn single(node: Node) -> Pair {
    let both = |text: Vec<Inline>| Both { source: text, target: None };
    match node {
        Node::Heading(level, id, text) => Pair::Heading(level, id.unwrap_or_else(|| slug(&words(&text))), both(text)),
        Node::Paragraph(text) => Pair::Paragraph(both(text)),
        Node::List(first, items) => {
            let item = |item: Item| PairItem { task: item.task, blocks: item.blocks.into_iter().map(single).collect() };
            Pair::List(first, items.into_iter().map(item).collect())
        }
        Node::Quote(alert, blocks) => Pair::Quote(alert, blocks.into_iter().map(single).collect()),
        Node::Code(language, text) => Pair::Code(language, text),
        Node::Table(table) => {
            let row = |cells: Vec<Vec<Inline>>| cells.into_iter().map(both).collect::<Vec<_>>();
            let rows = table.rows.into_iter().map(row).collect();
            Pair::Table(PairTable { columns: table.columns, head: row(table.head), rows })
        }
        Node::Html(html) => Pair::Html(html),
        Node::Rule => Pair::Rule,
        Node::Note(label, blocks) => Pair::Note(label, blocks.into_iter().map(single).collect()),
    }
}
