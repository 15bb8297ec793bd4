//! Writing a carry down: the edits that bring a target catalog up to date, record by record.
//!
//! Only the bytes of records that say something new change. Line ends, notes, attributes and the
//! order of records stay; new records go behind the record of the unit before theirs.

use std::collections::{HashMap, HashSet};

use crate::catalog::{
    Carried, CarriedUnit, Catalog, Patched, Record, SourceLine, TargetLine, Vanished, record, source,
};
use crate::fluent::codec;
use crate::fluent::file::Entry;
use crate::markdown;
use crate::segment::{Document, Unit, fresh_id, id_for};
use crate::text::{Edit, Span, apply};

/// What an update does to a catalog.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Update {
    /// The new text of the whole file.
    pub text: String,
    /// Ids of records that are new.
    pub added: Vec<String>,
    /// Ids of records that changed.
    pub changed: Vec<String>,
    /// Ids of records whose source is gone.
    pub obsolete: Vec<String>,
    /// Ids of records that came back.
    pub revived: Vec<String>,
    /// Ids of records whose lines all moved elsewhere.
    pub emptied: Vec<String>,
    /// Ids of duplicate records: dropped where equal, renamed where not.
    pub repaired: Vec<String>,
    /// Translations that were changed together with their source.
    pub patched: Vec<Patched>,
}

impl Update {
    /// Adds what a further round did; its text is the text.
    pub(super) fn absorb(&mut self, further: Update) {
        self.text = further.text;
        self.patched.extend(further.patched);
        let lists = [
            (&mut self.added, further.added),
            (&mut self.changed, further.changed),
            (&mut self.obsolete, further.obsolete),
            (&mut self.revived, further.revived),
            (&mut self.emptied, further.emptied),
            (&mut self.repaired, further.repaired),
        ];
        for (list, more) in lists {
            let new: Vec<String> = more.into_iter().filter(|id| !list.contains(id)).collect();
            list.extend(new);
        }
    }
}

/// Returns the catalog with the carry written down.
///
/// `path` and `locale` head a new file; `key` is the source locale, which names the source lines.
pub fn update(
    catalog: &Catalog,
    carried: &Carried,
    document: &Document,
    path: &str,
    key: &str,
    locale: &str,
) -> Update {
    let mut writer = Writer {
        catalog,
        document,
        key,
        crlf: catalog.text.contains("\r\n"),
        edits: Vec::new(),
        update: Update::default(),
        taken: catalog
            .records
            .iter()
            .map(|record| record.id.clone())
            .chain(catalog.damaged_ids().map(str::to_owned))
            .chain(catalog.additions.iter().map(|addition| addition.id.clone()))
            .chain(carried.units.iter().map(|unit| unit.id.clone()))
            .collect(),
        handled: HashSet::new(),
        first: if carried.obsolete.is_empty() { HashMap::new() } else { firsts(catalog) },
    };
    writer.units(carried);
    for vanished in &carried.obsolete {
        writer.retire(vanished);
    }
    for &(at, _) in carried.emptied.iter().filter(|(at, _)| !catalog.records[*at].guest) {
        let id = writer.catalog.records[at].id.clone();
        writer.remove(at);
        writer.update.emptied.push(id);
    }
    for &at in &carried.dropped {
        let id = writer.catalog.records[at].id.clone();
        writer.remove(at);
        writer.update.emptied.push(id);
    }
    let mut text = apply(&catalog.text, writer.edits);
    let mut update = writer.update;
    let old = catalog.text.trim_start_matches('\u{feff}');
    if !old.trim().is_empty() && !old.starts_with(['\r', '\n']) {
        // What stood above the first record is gone.
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        let blank = text[start..].len() - text[start..].trim_start_matches(['\r', '\n']).len();
        text.replace_range(start..start + blank, "");
    }
    if catalog.text.trim().is_empty() {
        let header = format!("### duizhao 1 · {} · {key} → {locale}\n", codec::encode_comment(path));
        text = if text.trim().is_empty() { header } else { format!("{header}{text}") };
    }
    update.text = text;
    update
}

struct Writer<'c> {
    catalog: &'c Catalog,
    document: &'c Document,
    key: &'c str,
    crlf: bool,
    edits: Vec<Edit>,
    update: Update,
    taken: HashSet<String>,
    /// Records that an edit already covers.
    handled: HashSet<usize>,
    /// The first record of each id, for telling duplicates among the obsolete ones.
    first: HashMap<&'c str, usize>,
}

fn firsts(catalog: &Catalog) -> HashMap<&str, usize> {
    let records = catalog.records.iter().enumerate().rev();
    records.map(|(at, record)| (record.id.as_str(), at)).collect()
}

/// Returns the bytes of a record with the blank line above it, and with its heading's group comment:
/// what was inserted for it.
pub(super) fn extent(catalog: &Catalog, record: &Record) -> Span {
    let mut span = record.span.clone();
    let heading = codec::encode_comment(markdown::visible(&record.joined()).trim());
    if let Some((group, text)) = group_above(&catalog.file.entries, span.start)
        && text == heading
    {
        span.start = group.start;
    }
    with_blank_line(&catalog.text, span)
}

/// Returns the group comment directly above the record that starts at `start`.
fn group_above(entries: &[Entry], start: usize) -> Option<(Span, &str)> {
    let begins = |entry: &Entry| match entry {
        Entry::Message(message) => message.span.start,
        Entry::Comment { span, .. } | Entry::Junk { span, .. } => span.start,
    };
    // Invariant: entries stand in file order and do not overlap.
    let at = entries.partition_point(|entry| begins(entry) < start);
    match entries.get(at.checked_sub(1)?)? {
        Entry::Comment { level: 2, span, text } => Some((span.clone(), text)),
        _ => None,
    }
}

/// Returns a span of whole lines with the blank line above it.
pub(super) fn with_blank_line(text: &str, mut span: Span) -> Span {
    let before = &text[..span.start];
    let kept = before.strip_suffix('\n').map(|before| before.strip_suffix('\r').unwrap_or(before));
    if let Some(kept) = kept.filter(|kept| kept.ends_with('\n')) {
        span.start = kept.len();
    }
    span
}

impl Writer<'_> {
    fn units(&mut self, carried: &Carried) {
        let mut emptied: HashMap<usize, Vec<usize>> = HashMap::new();
        for &(at, unit) in &carried.emptied {
            emptied.entry(unit).or_default().push(at);
        }
        let damaged: HashSet<String> = self.catalog.damaged_ids().map(str::to_owned).collect();
        let mut before: Option<usize> = None;
        for (index, (unit, whole)) in self.document.units.iter().zip(&carried.units).enumerate() {
            let mut record = desired(self.catalog, whole);
            for at in emptied.remove(&index).unwrap_or_default() {
                inherit(&mut record, &self.catalog.records[at]);
            }
            match whole.record {
                Some(at) => {
                    self.replace(at, &record, unit);
                    before = Some(at);
                }
                None if damaged.contains(&whole.id) => {}
                None => {
                    let offset = self.behind(before);
                    let mut text = String::new();
                    if let Some(group) = source::group(self.document, unit) {
                        text.push_str(&format!("\n## {group}\n"));
                    }
                    text.push('\n');
                    text.push_str(&record::write(&record, self.key));
                    self.insert(offset, &text);
                    self.update.added.push(record.id.clone());
                }
            }
            for vanished in &whole.vanished {
                self.park(vanished, whole.record.or(before));
            }
        }
    }

    /// Writes what a record says now over what it said, if that is something else.
    fn replace(&mut self, at: usize, new: &Record, unit: &Unit) {
        let old = &self.catalog.records[at];
        self.handled.insert(at);
        if old.obsolete.is_some() {
            self.update.revived.push(old.id.clone());
        }
        if same(old, new) && old.slips == 0 {
            return;
        }
        if old.obsolete.is_none() {
            self.update.changed.push(old.id.clone());
        }
        self.regroup(at, unit);
        let text = record::write(new, self.key);
        let text = self.with_line_ends(&text);
        self.edits.push(Edit::new(old.span.clone(), text));
    }

    /// The group comment above a heading's record follows the heading.
    fn regroup(&mut self, at: usize, unit: &Unit) {
        let Some(group) = source::group(self.document, unit) else { return };
        if let Some((span, text)) = self.group_above(at)
            && text != group
        {
            let line = self.with_line_ends(&format!("## {group}\n"));
            self.edits.push(Edit::new(span.clone(), line));
        }
    }

    /// The group comment that stands directly above a record.
    fn group_above(&self, at: usize) -> Option<(Span, &str)> {
        group_above(&self.catalog.file.entries, self.catalog.records[at].span.start)
    }

    /// Marks a record without a unit as obsolete, or takes the moved lines out of it.
    fn retire(&mut self, vanished: &Vanished) {
        let at = vanished.record;
        let old = &self.catalog.records[at];
        if !self.handled.insert(at) {
            return;
        }
        let first = self.first.get(old.id.as_str()).copied();
        let duplicate = first.is_some_and(|first| first != at);
        if duplicate && first.is_some_and(|first| same(&self.catalog.records[first], old)) {
            self.update.repaired.push(old.id.clone());
            self.remove(at);
            return;
        }
        let mut new = old.clone();
        if duplicate {
            new.id = fresh_id(&old.id, |id| self.taken.contains(id));
            self.taken.insert(new.id.clone());
            self.update.repaired.push(old.id.clone());
        }
        if !old.has_text() && old.tail.is_empty() && notes(old).is_empty() && old.obsolete.is_none() {
            // Nothing was translated and nothing noted: there is nothing to keep.
            self.remove(at);
            self.update.emptied.push(old.id.clone());
            return;
        }
        if old.is_regular() && vanished.lines.len() < old.sources.len() && !vanished.lines.is_empty() {
            new.sources = vanished.lines.iter().map(|&line| old.sources[line].clone()).collect();
            new.targets = vanished.lines.iter().map(|&line| old.targets[line].clone()).collect();
        }
        if old.obsolete.is_none() {
            new.obsolete = Some(String::new());
            self.update.obsolete.push(new.id.clone());
        }
        if !same(old, &new) || old.slips > 0 {
            let text = self.with_line_ends(&record::write(&new, self.key));
            self.edits.push(Edit::new(old.span.clone(), text));
        }
    }

    /// Gives lines that vanished from a unit a record of their own behind it.
    fn park(&mut self, vanished: &Vanished, behind: Option<usize>) {
        let old = &self.catalog.records[vanished.record];
        let sources: Vec<SourceLine> = vanished.lines.iter().map(|&line| old.sources[line].clone()).collect();
        let joined = crate::text::join_lines(sources.iter().map(|source| source.text.as_str()));
        let id = fresh_id(&id_for("paragraph", &joined), |id| self.taken.contains(id));
        self.taken.insert(id.clone());
        let targets: Vec<TargetLine> = vanished.lines.iter().map(|&line| old.targets[line].clone()).collect();
        let new = Record { id: id.clone(), sources, targets, obsolete: Some(String::new()), ..Record::default() };
        let offset = self.behind(behind);
        let text = format!("\n{}", record::write(&new, self.key));
        self.insert(offset, &text);
        self.update.obsolete.push(id);
    }

    /// Where a record behind the one at `before` goes: without one, below the header of the file.
    fn behind(&self, before: Option<usize>) -> usize {
        if let Some(at) = before {
            return self.catalog.records[at].span.end;
        }
        let mut offset = if self.catalog.text.starts_with('\u{feff}') { 3 } else { 0 };
        for entry in &self.catalog.file.entries {
            match entry {
                Entry::Comment { level: 3, span, .. } => offset = span.end,
                _ => break,
            }
        }
        offset
    }

    fn insert(&mut self, offset: usize, text: &str) {
        let before = &self.catalog.text[..offset];
        let text = match before {
            // The first record of a file without header, and of an empty one.
            "" | "\u{feff}" if !self.catalog.text.trim().is_empty() => format!("{}\n", text.trim_start_matches('\n')),
            _ if before.is_empty() || before.ends_with(['\n', '\r']) => text.to_owned(),
            _ => format!("\n{text}"),
        };
        let text = self.with_line_ends(&text);
        self.edits.push(Edit::new(offset..offset, text));
    }

    /// Removes a record.
    fn remove(&mut self, at: usize) {
        self.handled.insert(at);
        self.edits.push(Edit::new(extent(self.catalog, &self.catalog.records[at]), ""));
    }

    fn with_line_ends(&self, text: &str) -> String {
        if self.crlf { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text.to_owned() }
    }
}

/// The record that a carried unit asks for.
fn desired(catalog: &Catalog, whole: &CarriedUnit) -> Record {
    let old = whole.record.map(|at| &catalog.records[at]);
    Record {
        id: whole.id.clone(),
        sources: whole.lines.iter().map(|line| line.source.clone()).collect(),
        targets: whole.whole.clone().unwrap_or_else(|| whole.lines.iter().map(|line| line.target.clone()).collect()),
        tail: whole.tail.clone(),
        by: whole.by.clone(),
        attributes: old.map_or_else(String::new, |old| old.attributes.clone()),
        ..Record::default()
    }
}

fn notes(record: &Record) -> Vec<&str> {
    let above = record.sources.iter().flat_map(|source| &source.above);
    above
        .filter_map(|above| match above {
            crate::catalog::Above::Note(raw) => Some(raw.as_str()),
            _ => None,
        })
        .collect()
}

/// Hands on what a record says about itself to the one that took its lines.
fn inherit(record: &mut Record, emptied: &Record) {
    record.tail.extend(emptied.tail.iter().cloned());
    if record.by.is_none() {
        record.by.clone_from(&emptied.by);
    }
    if !record.attributes.is_empty() && !record.attributes.ends_with('\n') {
        record.attributes.push('\n');
    }
    record.attributes.push_str(&emptied.attributes);
}

/// Whether two records say the same, wherever they stand.
fn same(a: &Record, b: &Record) -> bool {
    a.obsolete == b.obsolete
        && a.by == b.by
        && a.tail == b.tail
        && a.attributes == b.attributes
        && a.sources
            .iter()
            .map(|source| (&source.text, &source.above))
            .eq(b.sources.iter().map(|it| (&it.text, &it.above)))
        && a.targets.iter().map(|target| &target.value).eq(b.targets.iter().map(|target| &target.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{carry, read};
    use crate::markdown::Options;
    use crate::segment::split;

    /// Updates a catalog whose only unit has the id `noon`.
    #[track_caller]
    fn check(source: &str, catalog: &str, expected: &str) {
        let document = split(source, "en", &Options::default());
        let catalog = read(catalog.to_owned(), "en");
        let carried = carry(&document.units, &["noon".to_owned()], &catalog);
        assert_eq!(update(&catalog, &carried, &document, "a.md", "en", "zh-CN").text, expected);
    }

    #[test]
    fn an_empty_double_of_a_mended_record_goes() {
        let empty = "# en: Noon.\nnoon =\n    {\"\"}\n";
        let mended = "# en: Noon.\nnoon =\n    中午。\n";
        check("Noon.\n", &format!("{empty}\n{mended}"), mended);
        check("Noon.\n", &format!("{mended}\n{empty}"), mended);
    }

    #[test]
    fn of_two_translations_under_one_id_the_first_counts_and_the_second_is_kept() {
        let one = "# en: Noon.\nnoon =\n    中午。\n";
        let other = |id: &str| format!("# en: Noon.\n{id} =\n    正午。\n");
        let kept = other("noon-2").replace("noon-2 =", "# obsolete:\nnoon-2 =");
        check("Noon.\n", &format!("{one}\n{}", other("noon")), &format!("{one}\n{kept}"));
    }
}
