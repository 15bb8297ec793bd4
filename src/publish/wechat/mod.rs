//! Format `wechat`: an article for 微信公众号, to be pasted into its editor or handed to its interface.
//!
//! It makes the fragment, a page to look at it and copy it from, and a JSON file with what the editor asks for
//! besides. What the editor keeps is data in `allowed`; it changes without notice, so nothing here relies on more.

pub mod allowed;
mod article;
mod emit;
mod facts;
mod html;
mod inline;
mod preview;

pub use article::{Article, ImageFile, Limits, WORDS, Words};

use crate::finding::{Message, Severity};
use crate::markdown::tree::words;
use crate::publish::wechat::allowed::{FRAGMENT_BYTES, FRAGMENT_CHARS, FRAGMENT_NEARLY, TABLE_COLUMNS};
use crate::publish::wechat::emit::Fragment;
use crate::publish::wechat::facts::Facts;
use crate::publish::wechat::inline::shortened;
use crate::publish::{File, Format, Made, Note, Order, Page, Pair, Seal, pairs};

pub(super) static FORMAT: Wechat = Wechat;

const PREVIEW: &str = ".preview.html";
const FACTS: &str = ".json";

pub(super) struct Wechat;

impl Format for Wechat {
    fn name(&self) -> &'static str {
        "wechat"
    }

    fn layouts(&self) -> &'static [&'static str] {
        &["interleaved"]
    }

    /// Its readers are Chinese.
    fn order(&self) -> Order {
        Order::TargetFirst
    }

    fn endings(&self) -> &'static [&'static str] {
        &["", PREVIEW, FACTS]
    }

    fn images(&self, page: &Page<'_>) -> Option<Vec<String>> {
        let has_any = |text: &str| text.contains("![") || text.contains("<img") || text.contains("<IMG");
        let translated = |target: &crate::publish::Target| match target {
            crate::publish::Target::Segments(segments) => segments.iter().any(|segment| has_any(segment)),
            _ => false,
        };
        if !has_any(page.source) && !page.targets.iter().any(translated) {
            return Some(Vec::new());
        }
        let fragment = emit::fragment(page, pairs(page).blocks);
        Some(fragment.pictures.into_iter().map(|picture| picture.destination).collect())
    }

    fn files(&self, page: &Page<'_>, _: &str) -> Made {
        let paired = pairs(page);
        let mut blocks = paired.blocks;
        let facts = Facts::new(page, &blocks);
        if is_title(blocks.first(), &facts.title) {
            blocks.remove(0);
        }
        let fragment = emit::fragment(page, blocks);
        let mut notes = length(page, &fragment.html);
        notes.extend(facts.notes(page));
        notes.extend(met(page, &fragment));
        let preview = preview::preview(page, &facts, &fragment.html);
        let json = facts.json(page, &fragment);
        let file = |ending, text, seal| File { ending, text, seal };
        Made {
            files: vec![
                file("", fragment.html, Seal::Beside),
                file(PREVIEW, preview, Seal::Comment),
                file(FACTS, json, Seal::Field),
            ],
            refused: paired.refused,
            notes,
        }
    }
}

/// Whether the first block is the title, which stands above an article anyway.
fn is_title(block: Option<&Pair>, title: &str) -> bool {
    match block {
        Some(Pair::Heading(1, _, both)) => words(both.target.as_ref().unwrap_or(&both.source)).trim() == title.trim(),
        _ => false,
    }
}

fn note(code: &'static str, severity: Severity, message: Message) -> Note {
    Note { code, severity, unit: None, message }
}

/// What is over a limit is an error for the interface only: the editor takes more.
fn over(page: &Page<'_>) -> Severity {
    match page.style.article.limits {
        Limits::Paste => Severity::Warning,
        Limits::Api => Severity::Error,
    }
}

/// How long the fragment is; its editor wants to know in any case (W11).
fn length(page: &Page<'_>, html: &str) -> Vec<Note> {
    let count = html.chars().count();
    let is_over = count >= FRAGMENT_CHARS || html.len() >= FRAGMENT_BYTES;
    let severity = match count {
        _ if is_over => over(page),
        FRAGMENT_NEARLY.. => Severity::Warning,
        _ => Severity::Info,
    };
    let message = Message::new("finding-wechat-length").with("count", count).with("most", FRAGMENT_CHARS);
    vec![note("wechat-length", severity, message.with("over", if is_over { "yes" } else { "no" }))]
}

/// Pictures that do not show yet, links that lead nowhere, tables that are too wide.
fn met(page: &Page<'_>, fragment: &Fragment) -> Vec<Note> {
    let mut notes = Vec::new();
    for picture in fragment.pictures.iter().filter(|picture| !picture.is_shown()) {
        let severity = if picture.status.is_hopeless() { over(page) } else { Severity::Warning };
        let message = Message::new("finding-wechat-image").with("image", shortened(&picture.destination));
        notes.push(note("wechat-image", severity, message.with("status", picture.status.name())));
    }
    let mut lost: Vec<&String> = Vec::new();
    for url in &fragment.lost {
        if !lost.contains(&url) {
            lost.push(url);
        }
    }
    for url in lost {
        let message = Message::new("finding-wechat-link").with("link", shortened(url));
        notes.push(note("wechat-link", Severity::Warning, message));
    }
    if let Some(columns) = fragment.wide.iter().max() {
        let message = Message::new("finding-wechat-table").with("columns", *columns).with("most", TABLE_COLUMNS);
        notes.push(note("wechat-table", Severity::Warning, message));
    }
    notes
}
