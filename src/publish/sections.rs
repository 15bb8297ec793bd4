//! Layout `sections`: the whole page in the first language, then the whole page in the second.
//!
//! Anchors and notes of the two halves are told apart (rules F-2 and H-1), and a line on top leads to either half.

use std::collections::HashMap;

use crate::markdown::{self, LeafKind, Mark};
use crate::publish::anchors::{self, Anchors, Links};
use crate::publish::compose::{self, Halves, Side, ordered_labels, ordered_locales};
use crate::publish::side::{Language, Writing};
use crate::publish::weave::Weaver;
use crate::publish::{Dialect, Emitted, Layout, Page};
use crate::segment::leaf_texts;
use crate::text::{Edit, apply, join_lines};

pub(super) static LAYOUT: Sections = Sections;

pub(super) struct Sections;

impl Layout for Sections {
    fn name(&self) -> &'static str {
        "sections"
    }

    fn suits(&self, _: &Dialect) -> bool {
        true
    }

    fn emit(&self, page: &Page<'_>) -> Emitted {
        if page.source.contains('\r') {
            return compose::with_line_feeds(page, |page| self.emit(page));
        }
        let weaver = Weaver::new(page);
        let is_front = |unit: usize| page.document.units[unit].kind == LeafKind::FrontMatter;
        let front = compose::settled(page, &weaver, weaver.patches(is_front)).text;
        let body = markdown::parse(&front, &page.options).front_matter.map_or(0, |front| front.span.end);
        let (first, second) = page.style.order.of(Language::Source, Language::Target);
        let mut seen = HashMap::new();
        let halves = [(first, ""), (second, ordered_locales(page).1)].map(|(language, locale)| {
            let suffix = locale.split('-').next().filter(|it| !it.is_empty()).map(|it| format!("-{it}"));
            Half::new(page, language, &suffix.unwrap_or_default(), &mut seen)
        });
        let labels = ordered_labels(page);
        let switch = match (&halves[0].start, &halves[1].start) {
            (Some(first), Some(second)) if page.style.dialect.anchors => {
                format!("[{}](#{first}) · [{}](#{second})\n\n", labels.0, labels.1)
            }
            _ => String::new(),
        };
        let gap = if body == 0 { "" } else { "\n" };
        let text = format!("{}{gap}{switch}{}\n\n---\n\n{}\n", &front[..body], halves[0].text, halves[1].text);
        let alone = |text: &str| leaf_texts(text, &page.options);
        let parts = [&front[..body], &switch, &halves[0].text, &halves[1].text];
        let mut refused: Vec<usize> = halves.iter().flat_map(|half| half.refused.iter().copied()).collect();
        if alone(&text) != parts.into_iter().flat_map(alone).collect::<Vec<_>>() {
            // Something in the first half is never closed and takes the second with it.
            refused = (0..page.targets.len()).collect();
            return Emitted { text: format!("{}{}\n", &front[..body], halves[0].text), refused };
        }
        refused.sort_unstable();
        refused.dedup();
        Emitted { text, refused }
    }
}

/// One language of the page, without front matter.
struct Half {
    text: String,
    /// The anchor of its first heading.
    start: Option<String>,
    refused: Vec<usize>,
}

impl Half {
    fn new(page: &Page<'_>, language: Language, suffix: &str, seen: &mut HashMap<String, usize>) -> Half {
        let definitions = anchors::definitions(page);
        let title = title(page, language);
        let titled = title.as_ref().map(|title| {
            let slug = markdown::slug(&markdown::visible(title));
            if page.style.dialect.ids { format!("title{suffix}") } else { anchors::unique(slug, seen) }
        });
        let anchors = anchors::half(page, false, suffix, seen, |leaf| {
            let unit = page.document.units.binary_search_by_key(&leaf, |unit| unit.leaf).ok()?;
            let source = || join_lines(&page.document.units[unit].segments);
            Some(match language {
                Language::Source => source(),
                Language::Target => page.translation(unit).map_or_else(source, |lines| lines.join(" ")),
            })
        });
        let writing = Writing { anchors: &anchors, definitions: &definitions, links: Links::Inline };
        let side = Side::new(page, language, &writing, &anchors::ids(page, suffix), Halves::Apart);
        let locale = if language == Language::Source { page.source_locale } else { page.locale };
        let text = with_own_notes(side.text[side.body..].trim_matches(['\r', '\n']), locale);
        let heading = title.zip(titled.as_ref()).map(|(title, id)| match page.style.dialect.ids {
            true => format!("# {title} {{#{id}}}\n\n"),
            false => format!("# {title}\n\n"),
        });
        let start = titled.or_else(|| first_anchor(page, &anchors));
        Half { text: format!("{}{text}", heading.unwrap_or_default()), start, refused: side.refused }
    }
}

/// The title of the front matter, where the page has no heading of the first level.
fn title(page: &Page<'_>, language: Language) -> Option<String> {
    if page.document.headings.iter().any(|heading| heading.level == 1) {
        return None;
    }
    let front = page.document.parsed.front_matter.as_ref()?;
    let field = front.fields.iter().position(|field| field.key == "title")?;
    let unit = page.document.units.iter().position(|unit| page.document.leaf(unit).field == Some(field))?;
    let source = || join_lines(&page.document.units[unit].segments);
    let title = match language {
        Language::Source => source(),
        Language::Target => page.translation(unit).map_or_else(source, |lines| lines.join(" ")),
    };
    Some(markdown::as_markdown(&title))
}

fn first_anchor(page: &Page<'_>, anchors: &Anchors) -> Option<String> {
    let first = page.document.headings.first()?;
    let leaf = &page.document.parsed.leaves[first.leaf];
    let source = leaf.anchor.clone().unwrap_or_else(|| markdown::slug(&first.text));
    anchors.of(&source).map(str::to_owned)
}

/// Rule F-2: the notes of the two languages have labels of their own.
fn with_own_notes(text: &str, locale: &str) -> String {
    let language = locale.split('-').next().unwrap_or(locale);
    let edits = markdown::marks(text).into_iter().filter_map(|(mark, span)| {
        let (Mark::Note(label) | Mark::NoteReference(label)) = mark else { return None };
        let end = span.start + text[span.clone()].find(&label)? + label.len();
        Some(Edit::new(end..end, format!("-{language}")))
    });
    apply(text, edits.collect())
}
