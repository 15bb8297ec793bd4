//! The fragment: blocks in both languages as HTML that the editor of WeChat keeps.
//!
//! All looks are inline. Every tag and every property here stands in `allowed`; no text reaches the output but
//! through `push_escaped`.

use std::collections::VecDeque;

use crate::markdown::tree::{Column, Inline, Item, Node, Table, words};
use crate::publish::wechat::allowed::TABLE_COLUMNS;
use crate::publish::wechat::article::joined;
use crate::publish::wechat::html::{self, Piece};
use crate::publish::wechat::inline::{
    Picture, Target, isolated, only_pictures, pictures, push_attribute, push_escaped, resolved, shows_itself, target,
    without,
};
use crate::publish::{Both, Page, Pair, PairItem, PairTable};

/// What all text inherits.
const ROOT: &str = "font-size:16px;line-height:1.75;color:#3f3f3f;letter-spacing:0.5px;word-break:break-word";
/// The editor eats the styles of what stands first and last.
const GUARD: &str = r#"<p style="font-size:0;line-height:0;margin:0">&nbsp;</p>"#;
/// The language that stands second.
const SECOND: &str = "font-size:14px;color:#666";
const SECOND_OF_HEADING: &str = "font-size:14px;font-weight:normal;color:#666";
const SMALL: &str = "font-size:13px;color:#666";
const LINK: &str = "color:#576b95;text-decoration:none";
const SUP: &str = "font-size:12px";
const STRIKE: &str = "text-decoration:line-through";
const INLINE_CODE: &str = "font-family:Menlo,Consolas,monospace;background-color:#f2f3f5";
const CODE_BOX: &str = "overflow-x:auto;margin:0 0 20px;background-color:#f6f8fa;border-radius:4px;padding:12px";
const CODE: &str = "font-family:Menlo,Consolas,monospace;font-size:13px;white-space:nowrap";
const TABLE_BOX: &str = "overflow-x:auto;margin:0 0 20px";
const TABLE: &str = "width:100%;border-collapse:collapse;font-size:13px;line-height:1.5;word-break:normal";
const PICTURE: &str = "max-width:100%;height:auto";
const TO_DO: &str = "font-size:13px;color:#b35900";
const RULE: &str = "border:0;border-top:1px solid #e5e5e5;margin:24px 0";

/// A fragment, and what was met on the way.
pub(super) struct Fragment {
    pub(super) html: String,
    /// The pictures, each destination once.
    pub(super) pictures: Vec<Picture>,
    /// Where links led that lead nowhere in an article.
    pub(super) lost: Vec<String>,
    /// The numbers of columns of tables that a phone cannot show.
    pub(super) wide: Vec<usize>,
}

/// Where a block stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Body,
    Quote,
    Item,
    Note,
}

/// A footnote.
struct Note {
    label: String,
    blocks: Vec<Pair>,
    /// Its number, once something referred to it.
    number: Option<usize>,
}

/// An address that stands at the end.
struct Reference {
    url: String,
    shown: String,
    label: String,
}

struct Emitter<'p> {
    page: &'p Page<'p>,
    out: String,
    /// Whether this is text of the second language that has no counterpart.
    is_second: bool,
    in_link: bool,
    references: Vec<Reference>,
    notes: Vec<Note>,
    /// Notes in the order of their numbers.
    numbered: Vec<usize>,
    pictures: Vec<Picture>,
    lost: Vec<String>,
    wide: Vec<usize>,
}

/// Returns the fragment of blocks.
pub(super) fn fragment(page: &Page<'_>, blocks: Vec<Pair>) -> Fragment {
    let mut notes = Vec::new();
    let blocks = without_notes(blocks, &mut notes);
    let mut emitter = Emitter {
        page,
        out: format!("<section style=\"{ROOT}\">{GUARD}\n"),
        is_second: false,
        in_link: false,
        references: Vec::new(),
        notes,
        numbered: Vec::new(),
        pictures: Vec::new(),
        lost: Vec::new(),
        wide: Vec::new(),
    };
    emitter.blocks(&blocks, Place::Body);
    emitter.all_notes();
    emitter.all_references();
    emitter.out.push_str(GUARD);
    emitter.out.push_str("</section>\n");
    let Emitter { out, pictures, lost, wide, .. } = emitter;
    Fragment { html: out, pictures, lost, wide }
}

/// Takes what footnotes say out of blocks: it stands at the end of an article.
fn without_notes(blocks: Vec<Pair>, notes: &mut Vec<Note>) -> Vec<Pair> {
    let mut kept = Vec::new();
    for block in blocks {
        kept.push(match block {
            Pair::Note(label, blocks) => {
                let blocks = without_notes(blocks, notes);
                push_note(notes, label, blocks);
                continue;
            }
            Pair::Quote(alert, blocks) => Pair::Quote(alert, without_notes(blocks, notes)),
            Pair::List(start, items) => {
                let item = |item: PairItem| PairItem { task: item.task, blocks: without_notes(item.blocks, notes) };
                Pair::List(start, items.into_iter().map(item).collect())
            }
            Pair::Apart(source, target) => {
                let mut found = (Vec::new(), Vec::new());
                let (source, target) = (taken(source, &mut found.0), taken(target, &mut found.1));
                let mut second = VecDeque::from(found.1);
                for (label, blocks) in found.0 {
                    let at = second.iter().position(|(other, _)| *other == label);
                    let other = at.and_then(|at| second.remove(at)).map(|(_, blocks)| blocks).unwrap_or_default();
                    push_note(notes, label, vec![Pair::Apart(blocks, other)]);
                }
                for (label, blocks) in second {
                    push_note(notes, label, vec![Pair::Apart(Vec::new(), blocks)]);
                }
                Pair::Apart(source, target)
            }
            other => other,
        });
    }
    kept
}

/// The first definition of a label counts, as it does for every reader.
fn push_note(notes: &mut Vec<Note>, label: String, blocks: Vec<Pair>) {
    if notes.iter().all(|note| note.label != label) {
        notes.push(Note { label, blocks, number: None });
    }
}

fn taken(nodes: Vec<Node>, notes: &mut Vec<(String, Vec<Node>)>) -> Vec<Node> {
    let mut kept = Vec::new();
    for node in nodes {
        kept.push(match node {
            Node::Note(label, blocks) => {
                let blocks = taken(blocks, notes);
                notes.push((label, blocks));
                continue;
            }
            Node::Quote(alert, blocks) => Node::Quote(alert, taken(blocks, notes)),
            Node::List(start, items) => {
                let item = |item: Item| Item { task: item.task, blocks: taken(item.blocks, notes) };
                Node::List(start, items.into_iter().map(item).collect())
            }
            other => other,
        });
    }
    kept
}

/// A block of one language.
fn single(node: Node) -> Pair {
    let one = |source| Both { source, target: None };
    let all = |nodes: Vec<Node>| nodes.into_iter().map(single).collect();
    match node {
        Node::Heading(level, id, text) => Pair::Heading(level, id.unwrap_or_default(), one(text)),
        Node::Paragraph(text) => Pair::Paragraph(one(text)),
        Node::List(start, items) => {
            let item = |item: Item| PairItem { task: item.task, blocks: all(item.blocks) };
            Pair::List(start, items.into_iter().map(item).collect())
        }
        Node::Quote(alert, blocks) => Pair::Quote(alert, all(blocks)),
        Node::Code(language, text) => Pair::Code(language, text),
        Node::Table(Table { columns, head, rows }) => Pair::Table(PairTable {
            columns,
            head: head.into_iter().map(one).collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(one).collect()).collect(),
        }),
        Node::Html(html) => Pair::Html(html),
        Node::Rule => Pair::Rule,
        Node::Note(label, blocks) => Pair::Note(label, all(blocks)),
    }
}

/// Whether a list stands in a block: WeChat draws one in an item wrongly (W8).
fn has_list(block: &Pair) -> bool {
    fn in_node(node: &Node) -> bool {
        match node {
            Node::List(..) => true,
            Node::Quote(_, blocks) => blocks.iter().any(in_node),
            _ => false,
        }
    }
    match block {
        Pair::List(..) => true,
        Pair::Quote(_, blocks) => blocks.iter().any(has_list),
        Pair::Apart(source, target) => source.iter().chain(target).any(in_node),
        _ => false,
    }
}

impl Emitter<'_> {
    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn open(&mut self, tag: &str, style: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        if !style.is_empty() {
            self.out.push_str(" style=\"");
            self.out.push_str(style);
            self.out.push('"');
        }
        self.out.push('>');
    }

    fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    fn text(&mut self, text: &str) {
        push_escaped(&mut self.out, &isolated(text));
    }

    /// Both languages in the order of the page, raw HTML resolved. Pictures that are all of the first stand once.
    fn ordered(&self, both: &Both) -> (Vec<Inline>, Option<Vec<Inline>>) {
        let source = resolved(&both.source);
        let Some(target) = both.target.as_deref().map(resolved) else { return (source, None) };
        let (first, second) = self.page.style.order.of(source, target);
        if words(&first).trim().is_empty() && pictures(&first).is_empty() {
            return (second, None);
        }
        let second = if only_pictures(&first).is_some() { without(second, &pictures(&first)) } else { second };
        let is_empty = words(&second).trim().is_empty() && pictures(&second).is_empty();
        (first, (!is_empty).then_some(second))
    }

    fn blocks(&mut self, blocks: &[Pair], place: Place) {
        for block in blocks {
            self.block(block, place);
        }
    }

    fn block(&mut self, block: &Pair, place: Place) {
        match block {
            Pair::Heading(level, _, both) => self.heading(*level, both),
            Pair::Paragraph(both) => self.paragraph(both, place),
            Pair::List(start, items) => self.list(*start, items, place),
            Pair::Quote(alert, blocks) => self.quote(*alert, blocks),
            Pair::Code(_, text) => self.code(text),
            Pair::Table(table) => self.table(table),
            Pair::Html(html) => self.html(html, place),
            Pair::Rule => {
                self.push(&format!("<hr style=\"{RULE}\"/>"));
            }
            // They were taken out before.
            Pair::Note(..) => {}
            Pair::Apart(source, target) => self.apart(source, target, place),
        }
        if place == Place::Body {
            self.push("\n");
        }
    }

    /// Blocks without counterparts: all of the first language, then those of the second, code and the like once.
    fn apart(&mut self, source: &[Node], target: &[Node], place: Place) {
        let (first, second) = self.page.style.order.of(source, target);
        for node in first {
            self.block(&single(node.clone()), place);
        }
        let before = std::mem::replace(&mut self.is_second, !first.is_empty());
        for node in second {
            let is_shared = matches!(node, Node::Code(..) | Node::Rule | Node::Html(_));
            if !(is_shared && first.contains(node)) {
                self.block(&single(node.clone()), place);
            }
        }
        self.is_second = before;
    }

    fn heading(&mut self, level: u8, both: &Both) {
        let (first, second) = self.ordered(both);
        if words(&first).trim().is_empty() && pictures(&first).is_empty() {
            return;
        }
        let (tag, style) = match level {
            // The outline is that of the first language.
            _ if self.is_second => ("p", "font-size:14px;font-weight:bold;color:#666;margin:16px 0 8px"),
            1 | 2 => ("h2", "font-size:20px;font-weight:bold;margin:32px 0 16px"),
            3 => ("h3", "font-size:17px;font-weight:bold;margin:24px 0 12px"),
            _ => ("h4", "font-size:16px;font-weight:bold;margin:20px 0 8px"),
        };
        self.open(tag, style);
        self.both(&first, second.as_deref(), SECOND_OF_HEADING);
        self.close(tag);
    }

    /// Both languages with a line break between them; without a style the second looks like the first.
    fn both(&mut self, first: &[Inline], second: Option<&[Inline]>, style: &str) {
        self.inlines(first);
        if let Some(second) = second {
            self.push("<br/>");
            if style.is_empty() {
                return self.inlines(second);
            }
            self.open("span", style);
            self.inlines(second);
            self.close("span");
        }
    }

    fn paragraph(&mut self, both: &Both, place: Place) {
        let (first, second) = self.ordered(both);
        if let Some(found) = only_pictures(&first) {
            let target = both.target.as_deref().map(resolved);
            let titles = target.and_then(|target| self.titles(&both.source, &target));
            self.figures(&found, titles);
            if let Some(second) = second {
                self.paragraph(&Both { source: second, target: None }, place);
            }
            return;
        }
        if words(&first).trim().is_empty() && pictures(&first).is_empty() {
            return;
        }
        let (one, other) = match place {
            Place::Body => ("margin:0 0 8px", "margin:0 0 20px"),
            Place::Quote => ("margin:0 0 4px", "margin:0 0 8px"),
            Place::Item | Place::Note => {
                let (tag, style) = if place == Place::Item { ("section", "margin:0 0 8px") } else { ("p", "") };
                let style = if self.is_second { format!("{style};{SECOND}") } else { style.to_owned() };
                self.open(tag, style.trim_start_matches(';'));
                self.both(&first, second.as_deref(), SECOND);
                return self.close(tag);
            }
        };
        let alone = if self.is_second { format!("{other};{SECOND}") } else { other.to_owned() };
        self.open("p", if second.is_some() { one } else { &alone });
        self.inlines(&first);
        self.close("p");
        if let Some(second) = second {
            self.open("p", &format!("{other};{SECOND}"));
            self.inlines(&second);
            self.close("p");
        }
    }

    /// The titles of the pictures in the second language, by destination.
    fn titles(&self, source: &[Inline], target: &[Inline]) -> Option<Vec<(String, String)>> {
        let source = resolved(source);
        let (_, second) = self.page.style.order.of(source.as_slice(), target);
        let found = only_pictures(second)?;
        Some(found.into_iter().map(|(url, title, _)| (url.to_owned(), title.to_owned())).collect())
    }

    /// Pictures that stand alone, each with its caption in both languages.
    fn figures(&mut self, found: &[(&str, &str, &str)], titles: Option<Vec<(String, String)>>) {
        for (destination, title, alt) in found {
            let picture = self.picture(destination, alt);
            let second = titles.iter().flatten().find(|(url, _)| url == destination).map_or("", |(_, title)| title);
            let captions: Vec<&str> = [*title, if second == *title { "" } else { second }]
                .into_iter()
                .filter(|caption| !caption.trim().is_empty())
                .collect();
            let placeholder = picture.placeholder(&self.page.style.article);
            let gap = if captions.is_empty() && placeholder.is_none() { "20px" } else { "8px" };
            if let Some(src) = &picture.src {
                self.open("section", &format!("text-align:center;margin:0 0 {gap}"));
                self.image(src, alt);
                self.close("section");
            }
            if let Some(placeholder) = placeholder {
                let gap = if captions.is_empty() { "20px" } else { "8px" };
                self.open("p", &format!("margin:0 0 {gap};text-align:center;{TO_DO}"));
                self.text(&placeholder);
                self.close("p");
            }
            if !captions.is_empty() {
                self.open("p", &format!("margin:0 0 20px;text-align:center;{SMALL}"));
                for (at, caption) in captions.iter().enumerate() {
                    if at > 0 {
                        self.push("<br/>");
                    }
                    self.text(caption);
                }
                self.close("p");
            }
        }
    }

    fn image(&mut self, src: &str, alt: &str) {
        self.push("<img src=\"");
        push_attribute(&mut self.out, src);
        self.push("\" alt=\"");
        push_attribute(&mut self.out, &isolated(alt));
        self.push(&format!("\" style=\"{PICTURE}\"/>"));
    }

    fn picture(&mut self, destination: &str, alt: &str) -> Picture {
        let picture = Picture::new(destination, alt, &self.page.style.article);
        if self.pictures.iter().all(|other| other.destination != destination) {
            self.pictures.push(picture.clone());
        }
        picture
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Code(text) => {
                    self.open("code", INLINE_CODE);
                    self.verbatim(text);
                    self.close("code");
                }
                Inline::Emphasis(inner) | Inline::Strong(inner) => {
                    self.open("strong", "");
                    self.inlines(inner);
                    self.close("strong");
                }
                Inline::Strike(inner) => {
                    self.open("span", STRIKE);
                    self.inlines(inner);
                    self.close("span");
                }
                Inline::Link(url, _, inner) => self.link(url, inner),
                Inline::Image(destination, _, alt) => {
                    let is_marked = self.pictures.iter().any(|other| other.destination == *destination);
                    let picture = self.picture(destination, alt);
                    if let Some(src) = &picture.src {
                        self.image(src, alt);
                        // The second language shows it too; its place needs no second mark.
                        if is_marked {
                            continue;
                        }
                    }
                    if let Some(placeholder) = picture.placeholder(&self.page.style.article) {
                        self.open("span", TO_DO);
                        self.text(&placeholder);
                        self.close("span");
                    }
                }
                Inline::Break => self.push("<br/>"),
                Inline::Note(label) => self.note_sign(label),
                // It was resolved before.
                Inline::Html(_) => {}
            }
        }
    }

    fn link(&mut self, url: &str, inner: &[Inline]) {
        let target = target(url);
        if self.in_link {
            return self.inlines(inner);
        }
        if target == Target::Article {
            self.push("<a href=\"");
            push_attribute(&mut self.out, url.trim());
            self.push(&format!("\" style=\"{LINK}\">"));
            self.in_link = true;
            self.inlines(inner);
            self.in_link = false;
            return self.close("a");
        }
        self.inlines(inner);
        match target {
            // An address that can be read needs no number.
            Target::Outside(shown) if !shows_itself(shown, inner) => {
                let at = self.references.iter().position(|reference| reference.url == url).unwrap_or_else(|| {
                    let label = words(inner).trim().to_owned();
                    self.references.push(Reference { url: url.to_owned(), shown: shown.to_owned(), label });
                    self.references.len() - 1
                });
                self.sup(&format!("[{}]", at + 1));
            }
            Target::Lost => self.lost.push(url.to_owned()),
            _ => {}
        }
    }

    fn sup(&mut self, text: &str) {
        self.open("sup", SUP);
        self.text(text);
        self.close("sup");
    }

    fn note_sign(&mut self, label: &str) {
        let Some(note) = self.notes.iter().position(|note| note.label == label) else { return };
        let number = self.number(note);
        let sign = self.sign(number);
        self.sup(&sign);
    }

    /// The number of a note; it gets one where it is met first.
    fn number(&mut self, note: usize) -> usize {
        if let Some(number) = self.notes[note].number {
            return number;
        }
        self.numbered.push(note);
        let number = self.numbered.len();
        self.notes[note].number = Some(number);
        number
    }

    fn sign(&self, number: usize) -> String {
        format!("[{}{number}]", self.page.style.article.word("page-note-sign"))
    }

    fn quote(&mut self, alert: Option<&str>, blocks: &[Pair]) {
        let colour = match alert {
            Some("note") => "#4b86c6",
            Some("tip") => "#3f9b62",
            Some("important") => "#8663b8",
            Some("warning") => "#b98325",
            Some("caution") => "#c9544d",
            _ => "#d0d0d0",
        };
        let style =
            format!("margin:16px 0 20px;padding:12px 16px 4px;border-left:3px solid {colour};background-color:#f7f7f7");
        self.open("blockquote", &style);
        if let Some(alert) = alert {
            let word = match alert {
                "note" => "page-alert-note",
                "tip" => "page-alert-tip",
                "important" => "page-alert-important",
                "warning" => "page-alert-warning",
                _ => "page-alert-caution",
            };
            let word = self.page.style.article.both(word, self.page.style.order);
            self.open("p", "margin:0 0 4px;font-size:14px;font-weight:bold");
            self.text(&word);
            self.close("p");
        }
        self.blocks(blocks, Place::Quote);
        self.close("blockquote");
    }

    /// Code, with nothing in it that the editor would take for its own formatting (W9).
    fn code(&mut self, text: &str) {
        self.open("section", CODE_BOX);
        self.open("code", CODE);
        for line in text.lines() {
            self.verbatim(line);
            self.push("<br/>");
        }
        self.close("code");
        self.close("section");
    }

    fn verbatim(&mut self, text: &str) {
        let text = isolated(text);
        for (at, between) in text.split('\t').enumerate() {
            if at > 0 {
                self.push("<span style=\"white-space:pre\">\t</span>");
            }
            let mut escaped = String::new();
            push_escaped(&mut escaped, between);
            self.push(&escaped.replace(' ', "&nbsp;"));
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[PairItem], place: Place) {
        let gap = if place == Place::Body { "20px" } else { "8px" };
        // The attribute that would set the first number is lost, and so is a task's box.
        if start.is_some_and(|start| start != 1) || items.iter().any(|item| item.task.is_some()) {
            self.open("section", &format!("margin:0 0 {gap}"));
            for (at, item) in items.iter().enumerate() {
                let number = start.map(|start| format!("{}. ", start.saturating_add(at as u64)));
                let mark = match item.task {
                    Some(true) => "☑ ",
                    Some(false) => "☐ ",
                    None if number.is_none() => "• ",
                    None => "",
                };
                self.marked_item(&format!("{}{mark}", number.unwrap_or_default()), &item.blocks);
            }
            return self.close("section");
        }
        let tag = if start.is_some() { "ol" } else { "ul" };
        self.open(tag, &format!("padding-left:1.5em;margin:0 0 {gap}"));
        for item in items {
            self.item(&item.blocks);
        }
        self.close(tag);
    }

    /// An item whose mark is text.
    fn marked_item(&mut self, mark: &str, blocks: &[Pair]) {
        self.open("p", "margin:0 0 8px;padding-left:1.5em;text-indent:-1.5em");
        self.text(mark);
        let rest = match blocks {
            [Pair::Paragraph(both), rest @ ..] => {
                let (first, second) = self.ordered(both);
                self.both(&first, second.as_deref(), SECOND);
                rest
            }
            all => all,
        };
        self.close("p");
        if !rest.is_empty() {
            self.open("section", "padding-left:1.5em");
            self.blocks(rest, Place::Item);
            self.close("section");
        }
    }

    /// An item. What holds lists comes behind it, in the same list, so that numbers go on (W8).
    fn item(&mut self, blocks: &[Pair]) {
        let hoisted = blocks.iter().position(has_list).unwrap_or(blocks.len());
        self.open("li", "");
        if hoisted == 0 {
            self.push("<section>&nbsp;</section>");
        }
        self.blocks(&blocks[..hoisted], Place::Item);
        self.close("li");
        self.blocks(&blocks[hoisted..], Place::Item);
    }

    fn table(&mut self, table: &PairTable) {
        if table.columns.len() > TABLE_COLUMNS {
            self.wide.push(table.columns.len());
        }
        self.open("section", TABLE_BOX);
        self.open("table", TABLE);
        if !table.head.is_empty() {
            self.open("thead", "");
            self.row("th", &table.head, &table.columns);
            self.close("thead");
        }
        if !table.rows.is_empty() {
            self.open("tbody", "");
            for row in &table.rows {
                self.row("td", row, &table.columns);
            }
            self.close("tbody");
        }
        self.close("table");
        self.close("section");
    }

    fn row(&mut self, tag: &str, cells: &[Both], columns: &[Column]) {
        self.open("tr", "");
        for (at, cell) in cells.iter().enumerate() {
            let align = match columns.get(at) {
                Some(Column::Centre) => ";text-align:center",
                Some(Column::Right) => ";text-align:right",
                _ if tag == "th" => ";text-align:left",
                _ => "",
            };
            let fill = if tag == "th" { ";background-color:#f6f8fa" } else { "" };
            self.open(tag, &format!("border:1px solid #ddd;padding:6px{align}{fill}"));
            let (first, second) = self.ordered(cell);
            self.both(&first, second.as_deref(), "");
            self.close(tag);
        }
        self.close("tr");
    }

    /// The words and pictures of a block of HTML; its tags are not ours.
    fn html(&mut self, html: &str, place: Place) {
        let mut inlines = Vec::new();
        for piece in html::pieces(html).into_iter().chain([Piece::Paragraph]) {
            match piece {
                Piece::Text(text) => inlines.push(Inline::Text(text)),
                Piece::Break => inlines.push(Inline::Break),
                Piece::Image(src, alt) => inlines.push(Inline::Image(src, String::new(), alt)),
                Piece::Mark(raw) => inlines.push(Inline::Html(raw)),
                Piece::Paragraph => {
                    let source = std::mem::take(&mut inlines);
                    self.paragraph(&Both { source, target: None }, place);
                }
            }
        }
    }

    fn end_heading(&mut self, text: &str) {
        self.open("h3", "font-size:16px;font-weight:bold;margin:32px 0 12px");
        self.text(text);
        self.close("h3");
        self.push("\n");
    }

    /// What footnotes say, by their numbers. One may refer to another, which gets its number then; what nothing
    /// refers to comes last.
    fn all_notes(&mut self) {
        if self.notes.is_empty() {
            return;
        }
        let (source, target) = &self.page.style.labels.notes;
        let title = joined(source, target, self.page.style.order);
        self.end_heading(&title);
        let mut at = 0;
        let mut unused = 0;
        while at < self.notes.len() {
            if at == self.numbered.len() {
                while self.notes[unused].number.is_some() {
                    unused += 1;
                }
                self.number(unused);
            }
            self.one_note(at);
            at += 1;
        }
    }

    fn one_note(&mut self, at: usize) {
        let note = self.numbered[at];
        let blocks = std::mem::take(&mut self.notes[note].blocks);
        let sign = self.sign(at + 1);
        self.open("section", "margin:0 0 8px;font-size:13px");
        let rest = match blocks.as_slice() {
            [Pair::Paragraph(both), rest @ ..] => {
                let (first, second) = self.ordered(both);
                self.open("p", "");
                self.text(&sign);
                self.push(" ");
                self.both(&first, second.as_deref(), SMALL);
                self.close("p");
                rest
            }
            all => {
                self.open("p", "");
                self.text(&sign);
                self.close("p");
                all
            }
        };
        self.blocks(rest, Place::Note);
        self.close("section");
        self.push("\n");
    }

    fn all_references(&mut self) {
        if self.references.is_empty() {
            return;
        }
        let title = self.page.style.article.both("page-references", self.page.style.order);
        self.end_heading(&title);
        for (at, reference) in std::mem::take(&mut self.references).into_iter().enumerate() {
            self.open("p", "font-size:13px;word-break:break-all");
            let label =
                if reference.label.is_empty() { String::new() } else { format!("{}: ", isolated(&reference.label)) };
            self.text(&format!("[{}] {label}{}", at + 1, reference.shown));
            self.close("p");
            self.push("\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Options;
    use crate::markdown::tree::tree;
    use crate::publish::Style;
    use crate::segment::split;

    /// Emits blocks of two languages that have no counterparts, the target first.
    fn apart(source: &str, target: &str) -> String {
        let document = split("", "en", &Options::default());
        let style = Style { order: crate::publish::Order::TargetFirst, ..Style::default() };
        let page = Page {
            source: "",
            document: &document,
            targets: Vec::new(),
            source_locale: "en",
            locale: "zh-CN",
            key: "page".to_owned(),
            options: Options::default(),
            style,
        };
        fragment(&page, vec![Pair::Apart(tree(source), tree(target))]).html
    }

    #[test]
    fn blocks_without_counterparts_follow_each_other() {
        let html = apart("One.\n\n- a\n\n---\n\n```\nx\n```\n", "一。\n\n二。\n\n```\nx\n```\n");
        let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text} is lost: {html}"));
        assert!(at("一。") < at("二。") && at("二。") < at("One.") && at("One.") < at(">a</section>") && at("<hr") > 0);
        assert_eq!(html.matches("<code").count(), 1, "code stands once");
        assert!(html.contains("<p style=\"margin:0 0 20px\">二。"), "{html}");
        assert!(html.contains("<p style=\"margin:0 0 20px;font-size:14px;color:#666\">One."), "{html}");
    }

    #[test]
    fn notes_without_counterparts_meet_by_their_labels() {
        let html = apart("One[^a].\n\n- x\n\n[^a]: Note.\n[^b]: Other.\n", "一[^a]。\n\n[^a]: 注文。\n");
        assert_eq!(html.matches("[1]</sup>").count(), 2, "{html}");
        assert_eq!(html.matches("注文。").count(), 1, "{html}");
        assert_eq!(html.matches("[2]").count(), 1, "{html}");
    }
}
