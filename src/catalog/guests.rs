//! Guests: records of other documents whose lines have lost their place there, and may move here.
//!
//! A section that moves to another file leaves its document and appears in the other one in the same
//! sync. The one offers its records, the other takes them in as guests; what moved is then taken out
//! of the catalog it left. What nobody takes stays there as obsolete.

use std::collections::HashSet;

use crate::catalog::carry::groups;
use crate::catalog::update::extent;
use crate::catalog::{Carried, Catalog, Record, Settled, Vanished, read, record};
use crate::change::form;
use crate::fluent::codec;
use crate::segment::Unit;
use crate::text::{Edit, apply};

/// Returns the records of a document that have lost their place, as they stand after the sync.
///
/// A guest that is marked obsolete lost it in an earlier one.
pub fn offers(catalog: &Catalog, settled: &Settled) -> Vec<Record> {
    let after = settled.after.as_ref().map_or(catalog, |(after, _)| after);
    let gone = |record: &&Record| record.obsolete.is_some() && record.is_regular() && record.has_text();
    let just_now = settled.update.as_ref().map_or(&[][..], |update| &update.obsolete);
    let guest = |record: &Record| {
        let obsolete = record.obsolete.clone().filter(|_| !just_now.contains(&record.id));
        Record { guest: true, obsolete, ..record.clone() }
    };
    after.records.iter().filter(gone).map(guest).collect()
}

/// Returns all records of a catalog that has no document any more.
pub fn orphaned(catalog: &Catalog) -> Vec<Record> {
    let usable = catalog.records.iter().filter(|record| record.is_regular() && record.has_text());
    usable.map(|record| Record { guest: true, ..record.clone() }).collect()
}

/// Returns the catalog with guests beside its own records.
pub fn with_guests<'g>(catalog: &Catalog, guests: impl Iterator<Item = &'g Record>) -> Catalog {
    let mut catalog = catalog.clone();
    catalog.records.extend(guests.cloned());
    catalog
}

/// Returns the forms of the segments that the carry found nothing for.
pub fn wanted(units: &[Unit], carried: &Carried) -> Vec<String> {
    let mut wanted = Vec::new();
    for (unit, whole) in units.iter().zip(&carried.units).filter(|(_, whole)| whole.whole.is_none()) {
        for (segment, line) in unit.segments.iter().zip(&whole.lines) {
            if line.from.is_none() && !line.target.has_text() {
                wanted.push(form(segment));
            }
        }
    }
    wanted
}

/// Returns the forms of the texts that a guest has a translation for: of its lines, of its groups, and
/// of what they were made from.
pub fn offered(record: &Record) -> Vec<String> {
    let mut texts: Vec<String> = record.sources.iter().map(|source| form(&source.text)).collect();
    texts.extend(record.sources.iter().filter_map(|source| source.was()).map(|(_, was)| form(was)));
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// Returns which lines of which guests moved into a catalog that had so many records of its `own`, by
/// the guest's place among the guests.
pub fn moved(carried: &Carried, own: usize) -> Vec<Vanished> {
    let guest = |taken: &Vanished| Vanished { record: taken.record - own, lines: taken.lines.clone() };
    carried.guests.iter().map(guest).collect()
}

/// Returns whether nothing a person wrote is left in a catalog.
pub fn is_spent(text: &str, key: &str) -> bool {
    let catalog = read(text.to_owned(), key);
    let damaged = catalog.is_closed() || catalog.damaged_ids().next().is_some();
    !damaged && catalog.additions.is_empty() && catalog.records.iter().all(|record| !record.has_text())
}

/// Returns the text of a catalog under its document's new path.
pub fn renamed(text: &str, from: &str, to: &str) -> String {
    let (from, to) = (codec::encode_comment(from), codec::encode_comment(to));
    text.replacen(&format!("### duizhao 1 · {from} · "), &format!("### duizhao 1 · {to} · "), 1)
}

/// Returns the text of a catalog without lines that moved to another document: record id and lines.
///
/// A record goes when nothing of it is left. `key` is the source locale. Of two records with one id the
/// obsolete one is meant.
pub fn without(text: &str, key: &str, moved: &[(String, Vec<usize>)]) -> String {
    let catalog = read(text.to_owned(), key);
    let crlf = text.contains("\r\n");
    let mut edits = Vec::new();
    for (id, lines) in moved {
        let named = || catalog.records.iter().filter(|record| record.id == *id);
        let Some(old) = named().find(|record| record.obsolete.is_some()).or_else(|| named().next()) else { continue };
        let gone: HashSet<usize> = lines.iter().copied().collect();
        // What is said in a line above went with that line.
        let stays = groups(old).into_iter().filter(|(head, _)| !gone.contains(head));
        let left: Vec<usize> = stays.flat_map(|(head, end)| head..end).collect();
        if left.iter().all(|&line| !old.targets[line].has_text() && old.sources[line].above.is_empty()) {
            edits.push(Edit::new(extent(&catalog, old), ""));
        } else if left.len() < old.sources.len() {
            let mut new = old.clone();
            new.sources = left.iter().map(|&line| old.sources[line].clone()).collect();
            new.targets = left.iter().map(|&line| old.targets[line].clone()).collect();
            let text = record::write(&new, key);
            edits.push(Edit::new(old.span.clone(), if crlf { text.replace('\n', "\r\n") } else { text }));
        }
    }
    apply(text, edits)
}
