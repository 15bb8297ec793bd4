//! `diff --since`: what changed in the source of each segment since a revision, whatever became of its translation.
//!
//! The document of that revision is made a catalog of its own text, and the ordinary carry says where
//! each of its sentences is today.

use crate::catalog::{self, Catalog, SourceCatalog};
use crate::finding::Place;
use crate::fluent::codec;
use crate::glossary::Glossary;
use crate::project::git;
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace};
use crate::segment::{self, Document};
use crate::status::{self, State};

/// A segment whose source changed.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedSegment {
    /// The document.
    pub path: String,
    /// The unit.
    pub id: String,
    /// The segment's index in the unit, from 0.
    pub index: usize,
    /// The target locale.
    pub locale: String,
    /// Where the segment stands in the document.
    pub source: Place,
    /// Its line in the catalog, if it has one.
    pub target: Option<Place>,
    /// What its translation is worth today.
    pub state: State,
    /// The source text at the revision; `None` for a segment that is new.
    pub was: Option<String>,
    /// The source text of today.
    pub now: String,
    /// The translation, if there is one.
    pub translation: Option<String>,
}

/// Returns the segments of `documents` whose source is other than it was at `revision`, for each of `locales`.
pub fn since(
    workspace: &Workspace,
    documents: &[String],
    locales: &[String],
    revision: &str,
) -> Result<Vec<ChangedSegment>, Error> {
    git::resolve(&workspace.root, revision)?;
    let found = workspace.each(documents, locales, |loaded| {
        let show = |path: &String| git::show(&workspace.root, revision, path);
        let old = show(&loaded.path).or_else(|| loaded.renamed_from.as_ref().and_then(show));
        if old.as_ref() == Some(&loaded.source) {
            return Ok(Vec::new());
        }
        let options = workspace.config.options();
        let language = loaded.locale.split(['-', '_']).next().unwrap_or(&loaded.locale);
        let old = segment::split(old.as_deref().unwrap_or(""), language, &options);
        let changes = changes(&old, &loaded);
        Ok(loaded.targets.iter().flat_map(|target| in_locale(&changes, &loaded, target)).collect::<Vec<_>>())
    })?;
    Ok(found.into_iter().flatten().collect())
}

/// A change: unit, segment, text before, text now.
type Change = (usize, usize, Option<String>, String);

/// Returns what changed from `old` to the document of today.
fn changes(old: &Document, loaded: &Loaded) -> Vec<Change> {
    let catalog = own_text(old, loaded);
    let carried = catalog::carry(&loaded.document.units, &loaded.ids, &catalog);
    let entries = status::join(&loaded.document, &carried, &catalog, &Glossary::default());
    let mut changes = Vec::new();
    for (unit, entry) in entries.iter().enumerate() {
        for (index, segment) in entry.segments.iter().enumerate().filter(|(_, segment)| !segment.above) {
            match segment.state {
                State::Stale => changes.push((unit, index, segment.was.clone(), entry.stands_for(index))),
                State::Missing | State::Draft => changes.push((unit, index, None, entry.stands_for(index))),
                State::Translated | State::Reviewed => {}
            }
        }
    }
    changes
}

/// Returns a catalog in which every sentence of a document stands for itself, under the ids of today.
fn own_text(old: &Document, loaded: &Loaded) -> Catalog {
    let units = loaded.ids.iter().cloned().zip(loaded.document.units.iter().map(|unit| unit.segments.clone()));
    let today = SourceCatalog { units: units.collect() };
    let ids = catalog::ids(&old.units, &today, std::iter::empty());
    let mut text = String::new();
    for (unit, id) in old.units.iter().zip(&ids) {
        let comments = unit.segments.iter().map(|it| format!("# {}: {}\n", loaded.locale, codec::encode_comment(it)));
        let lines = unit.segments.iter().map(|it| format!("    {}\n", codec::encode(it)));
        text.push_str(&format!("{}{id} =\n{}\n", comments.collect::<String>(), lines.collect::<String>()));
    }
    catalog::read(text, &loaded.locale)
}

fn in_locale(changes: &[Change], loaded: &Loaded, target: &LoadedTarget) -> Vec<ChangedSegment> {
    let changed = |(unit, index, was, now): &Change| {
        let entry = &target.entries[*unit];
        // The translation may say it in the line above.
        let head = (0..=*index).rev().find(|&at| !entry.segments[at].above).unwrap_or(*index);
        let segment = &entry.segments[head];
        let span = loaded.document.units[*unit].segment_span(&loaded.source, *index);
        ChangedSegment {
            path: loaded.path.clone(),
            id: entry.id.clone(),
            index: *index,
            locale: target.locale.clone(),
            source: Place::indexed(&loaded.path, &loaded.source, &loaded.index, span),
            target: segment
                .line
                .clone()
                .or_else(|| entry.record.clone())
                .map(|span| Place::new(&target.catalog_path, &target.catalog.text, span)),
            state: segment.state,
            was: was.clone(),
            now: now.clone(),
            translation: Some(segment.target.clone()).filter(|text| !text.is_empty()),
        }
    };
    changes.iter().map(changed).collect()
}
