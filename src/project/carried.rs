//! `diff --carried`: translations that the carry brought along without making them stale, and why.

use crate::catalog::{self, How};
use crate::finding::Place;
use crate::project::walk;
use crate::project::workspace::{Loaded, LoadedTarget, Workspace};

/// A translation that was carried silently since the catalog was last written.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The document.
    pub document: String,
    /// The line of the unit in the document, from 1.
    pub line: usize,
    /// The locale.
    pub locale: String,
    /// The unit that has it now.
    pub id: String,
    /// The segment of it, from 0.
    pub index: usize,
    /// Why it is not stale.
    pub how: How,
    /// The record that holds it in the catalog.
    pub from: String,
    /// What the source says there in the catalog.
    pub was: String,
    /// What the source says now.
    pub now: String,
    /// The translation.
    pub translation: String,
    /// Its line in the catalog.
    pub target: Place,
}

/// Returns what the carry of one catalog does silently, in document order.
pub fn carried(workspace: &Workspace, loaded: &Loaded, target: &LoadedTarget) -> Vec<Carried> {
    let catalog = &target.with_guests();
    let actions = workspace.config.actions(|glob| walk::matches(glob, &loaded.path));
    let names = (&loaded.path[..], &loaded.locale[..], &target.locale[..]);
    let carried = catalog::settle(catalog, &loaded.document, &loaded.ids, names, &actions).carried;
    let found = catalog::silent(&loaded.document, &carried, catalog).into_iter();
    found
        .map(|silent| {
            let (unit, record) = (&loaded.document.units[silent.unit], &catalog.records[silent.record]);
            Carried {
                document: loaded.path.clone(),
                line: unit.line,
                locale: target.locale.clone(),
                id: loaded.ids[silent.unit].clone(),
                index: silent.segment,
                how: silent.how,
                from: record.id.clone(),
                was: silent.was,
                now: unit.segments[silent.segment].clone(),
                translation: target.glossary.resolve(&carried.units[silent.unit].lines[silent.segment].target.value),
                target: place(workspace, target, silent.record, silent.line),
            }
        })
        .collect()
}

/// Where a line stands on disk: of the catalog itself, or behind its records, of a guest.
fn place(workspace: &Workspace, target: &LoadedTarget, at: usize, line: usize) -> Place {
    let own = &target.catalog.records;
    let Some(guest) = at.checked_sub(own.len()).map(|at| &target.guests[at]) else {
        return Place::new(&target.catalog_path, &target.catalog.text, own[at].targets[line].span.clone());
    };
    let path = workspace.config.catalog_path(&guest.document, &target.locale);
    let text = workspace.root.read(&path).ok().flatten().unwrap_or_default();
    let there = catalog::read(text, workspace.source_locale(&guest.document));
    // On disk it may still be a part of the record that it was.
    let (wanted, raw) = (&guest.record.sources[line].text, &guest.record.targets[line].raw);
    let lines = there.records.iter().filter(|record| record.is_regular());
    let mut lines = lines.flat_map(|record| record.sources.iter().zip(&record.targets));
    let found = lines.find(|(source, target)| source.text == *wanted && target.raw == *raw);
    let span = found.map_or(0..0, |(_, target)| target.span.clone());
    Place::new(&path, &there.text, span)
}
