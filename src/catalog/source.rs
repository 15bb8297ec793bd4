//! The source catalog: ids and today's source text, made anew by every sync.

use std::collections::HashSet;

use crate::fluent::codec;
use crate::fluent::file;
use crate::segment::{Document, Unit};
use crate::text::join_lines;

/// A source catalog as it lies on disk: the units of the last sync.
#[derive(Debug, Clone, Default)]
pub struct SourceCatalog {
    /// Id and segments of each unit, in order.
    pub units: Vec<(String, Vec<String>)>,
}

impl SourceCatalog {
    /// Reads a source catalog. Never fails; a file with conflict markers says nothing.
    pub fn read(text: &str) -> SourceCatalog {
        let file = file::read(text);
        if file.conflict.is_some() {
            return SourceCatalog::default();
        }
        let units = file
            .messages()
            .map(|message| (message.id.clone(), message.lines.iter().map(|line| line.value().plain()).collect()))
            .collect();
        SourceCatalog { units }
    }

    /// Returns the joined text of the unit at `index`.
    pub fn joined(&self, index: usize) -> String {
        join_lines(&self.units[index].1)
    }
}

/// Returns the ids that the source catalog `text` has for the units of `document`, if it is word for
/// word what `write_source` would write: the usual case, told without reading it as Fluent.
pub fn ids_in_step(text: &str, path: &str, locale: &str, document: &Document) -> Option<Vec<String>> {
    let id = |line: &str| line.strip_suffix(" =").filter(|_| !line.starts_with([' ', '#'])).map(str::to_owned);
    let ids: Vec<String> = text.lines().filter_map(id).collect();
    let distinct = ids.iter().collect::<HashSet<_>>().len() == ids.len();
    let in_step = distinct && ids.len() == document.units.len() && write_source(path, locale, document, &ids) == text;
    in_step.then_some(ids)
}

/// Returns the text of the source catalog of `document`, whose units have `ids`.
pub fn write_source(path: &str, locale: &str, document: &Document, ids: &[String]) -> String {
    let mut out = format!("### duizhao 1 · {} · {locale}\n", codec::encode_comment(path));
    for (unit, id) in document.units.iter().zip(ids) {
        out.push('\n');
        if let Some(group) = group(document, unit) {
            out.push_str(&format!("## {group}\n\n"));
        }
        if let Some(note) = &document.leaf(unit).note {
            out.push_str(&format!("# {}\n", codec::encode_comment(note)));
        }
        out.push_str(id);
        out.push_str(" =\n");
        for segment in &unit.segments {
            out.push_str("    ");
            out.push_str(&codec::encode(segment));
            out.push('\n');
        }
    }
    out
}

/// Returns the group comment that stands before a unit: a heading opens a group of its own name.
pub(super) fn group(document: &Document, unit: &Unit) -> Option<String> {
    let at = document.headings.binary_search_by_key(&unit.leaf, |heading| heading.leaf).ok()?;
    let heading = &document.headings[at];
    let text = codec::encode_comment(heading.text.trim());
    (!text.is_empty()).then_some(text)
}
