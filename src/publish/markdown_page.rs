//! Format `markdown`: a layout, and what the dialect puts otherwise.

use std::borrow::Cow;

use crate::finding::{Message, Severity};
use crate::markdown;
use crate::publish::anchors;
use crate::publish::aside::with_asides;
use crate::publish::dialect::Html;
use crate::publish::lower::{is_read_as_written, line, lower, with_notes_listed};
use crate::publish::{File, Format, Made, Note, Order, Page, Seal, Target, table};

pub(super) static FORMAT: MarkdownPage = MarkdownPage;

pub(super) struct MarkdownPage;

impl Format for MarkdownPage {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn layouts(&self) -> &'static [&'static str] {
        &["split", "interleaved", "quote", "sections", "table", "details"]
    }

    fn order(&self) -> Order {
        Order::SourceFirst
    }

    fn files(&self, page: &Page<'_>, layout: &str) -> Made {
        let Some(layout) = crate::publish::layout(layout) else { return Made::default() };
        let wide = if layout.name() == "table" { table::mean_width(page) } else { 0 };
        if wide > page.style.cell_width {
            let message = Message::new("finding-table-prose").with("width", wide).with("most", page.style.cell_width);
            let note = Note { code: "table-prose", severity: Severity::Error, unit: None, message };
            return Made { notes: vec![note], ..Made::default() };
        }
        let (text, refused) = if layout.name() == "split" {
            // A page of one language is read by whatever reads the source: its bytes are kept.
            let emitted = if is_read_as_written(page.style.dialect) {
                layout.emit(page)
            } else {
                layout.emit(&Page { targets: lowered(page), ..page.copied() })
            };
            let body = body(page, &emitted.text);
            let notes = &page.style.labels.notes.1;
            (with_notes_listed(emitted.text, body, page.style.dialect, notes), emitted.refused)
        } else {
            let emitted = layout.emit(page);
            (composed(page, emitted.text), emitted.refused)
        };
        let body = body(page, &text);
        let text = page.relinked(&text, body);
        let text = with_asides(page, text, body);
        let seal = if page.style.dialect.html == Html::Jsx { Seal::Jsx } else { Seal::Comment };
        Made { files: vec![File { ending: "", text, seal }], refused, notes: notes(page) }
    }
}

/// The translations as the dialect wants them.
fn lowered(page: &Page<'_>) -> Vec<Target> {
    let target = |(unit, target): (usize, &Target)| match page.translation(unit) {
        Some(lines) => {
            let source = page.document.units[unit].joined();
            Target::Segments(lines.iter().map(|text| line(text, &source, page.style.dialect)).collect())
        }
        None => target.clone(),
    };
    page.targets.iter().enumerate().map(target).collect()
}

/// Rule S10: line feeds, no byte order mark, one line end at the end; then what the dialect puts otherwise.
fn composed(page: &Page<'_>, text: String) -> String {
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    let body = body(page, &text);
    let (source, target) = &page.style.labels.notes;
    let text = lower(text, body, page.style.dialect, &page.style.merged(source, target));
    let text: Cow<'_, str> = Cow::Owned(text);
    let trimmed = text.trim_end_matches('\n');
    if trimmed.is_empty() { String::new() } else { format!("{trimmed}\n") }
}

/// The byte behind the front matter.
fn body(page: &Page<'_>, text: &str) -> usize {
    let start = markdown::content_start(text);
    markdown::front_matter(text, start, &page.options.front_matter).map_or(start, |front| front.span.end)
}

fn notes(page: &Page<'_>) -> Vec<Note> {
    let note = |unit| Note {
        code: "emphasis-dropped",
        severity: Severity::Warning,
        unit: Some(unit),
        message: Message::new("finding-emphasis-dropped"),
    };
    let dead = anchors::dead(page).into_iter().map(|(unit, anchor)| Note {
        code: "dead-anchor",
        severity: Severity::Warning,
        unit: Some(unit),
        message: Message::new("finding-dead-anchor").with("anchor", anchor),
    });
    page.without_emphasis().into_iter().map(note).chain(dead).collect()
}
