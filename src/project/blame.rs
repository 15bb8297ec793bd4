//! `blame`: who translated and reviewed each segment, from which source, and since when it is stale.
//!
//! The record says it where somebody is named in it, else git, asked once for each file.

use std::collections::HashSet;

use crate::catalog::{Above, Record, TargetLine, content_hash};
use crate::finding::{Message, Place};
use crate::project::confirm::Selection;
use crate::project::git::{Blame, Origin};
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace};
use crate::status::{Entry, State};

/// What is known of a segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Blamed {
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
    /// What it is worth.
    pub state: State,
    /// The source text that was translated.
    pub made_from: String,
    /// The translation; empty where there is none.
    pub translation: String,
    /// Who translated it; `None` without a translation.
    pub translator: Option<Translator>,
    /// Who reviewed it as it is.
    pub reviewers: Vec<String>,
    /// For a stale one: what last changed its source.
    pub stale_since: Option<Origin>,
}

/// Who translated a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Translator {
    /// Somebody whom the record names.
    Named(String),
    /// Whoever last changed the line.
    Line(Origin),
}

/// Returns what is known of the segments that are selected, in `locales`.
pub fn blame(workspace: &Workspace, selection: &Selection, locales: &[String]) -> Result<Vec<Blamed>, Error> {
    let whole = &selection.documents;
    let documents = if selection.ids.is_empty() { whole } else { &workspace.documents };
    let found = workspace.each(documents, locales, |loaded| {
        let all = whole.contains(&loaded.path);
        let wanted = |id: &str| all || selection.ids.iter().any(|wanted| wanted == id);
        if !loaded.ids.iter().any(|id| wanted(id)) {
            return Ok(Vec::new());
        }
        let stale = |target: &LoadedTarget| {
            target
                .entries
                .iter()
                .any(|entry| wanted(&entry.id) && entry.segments.iter().any(|it| it.state == State::Stale))
        };
        let source = match loaded.targets.iter().any(stale) {
            true => Blame::of(&workspace.root, &loaded.path),
            false => Blame::default(),
        };
        let of_target = |target: &LoadedTarget| {
            let own = Blame::of(&workspace.root, &target.catalog_path);
            let history = History { loaded: &loaded, target, source: &source, own };
            history.blamed(&wanted)
        };
        Ok(loaded.targets.iter().flat_map(of_target).collect::<Vec<_>>())
    })?;
    let found: Vec<Blamed> = found.into_iter().flatten().collect();
    let ids: HashSet<&str> = found.iter().map(|blamed| blamed.id.as_str()).collect();
    match selection.ids.iter().find(|id| !ids.contains(id.as_str())) {
        Some(id) => Err(Error::Message(Message::new("error-no-unit").with("id", id.as_str()))),
        None => Ok(found),
    }
}

struct History<'h> {
    loaded: &'h Loaded,
    target: &'h LoadedTarget,
    source: &'h Blame,
    own: Blame,
}

impl History<'_> {
    fn blamed(&self, wanted: &dyn Fn(&str) -> bool) -> Vec<Blamed> {
        let entries = self.target.entries.iter().enumerate().filter(|(_, entry)| wanted(&entry.id));
        entries
            .flat_map(|(unit, entry)| {
                let told = (0..entry.segments.len()).filter(|&index| !entry.segments[index].above);
                told.map(move |index| self.segment(unit, entry, index))
            })
            .collect()
    }

    fn segment(&self, unit: usize, entry: &Entry, index: usize) -> Blamed {
        let segment = &entry.segments[index];
        let span = self.loaded.document.units[unit].segment_span(&self.loaded.source, index);
        let source = Place::indexed(&self.loaded.path, &self.loaded.source, &self.loaded.index, span);
        let line = self.line(entry, index);
        let place = line
            .and_then(|(_, line)| line)
            .map(|line| Place::new(&self.target.catalog_path, &self.target.catalog.text, line.span.clone()));
        let translator = || match (line.and_then(|(record, _)| record.by.as_ref()), &place) {
            (Some(name), _) => Translator::Named(name.clone()),
            (None, Some(place)) => Translator::Line(self.own.newest(place.line, place.line)),
            (None, None) => Translator::Line(Origin::Unknown),
        };
        let hash = content_hash(&segment.now, &segment.value.plain());
        let reviews = line.into_iter().flat_map(|(record, _)| record.sources.iter().flat_map(|source| &source.above));
        let reviewer = |above: &Above| match above {
            Above::Reviewed { name, hash: own } if *own == hash => Some(name.clone()),
            _ => None,
        };
        Blamed {
            path: self.loaded.path.clone(),
            id: entry.id.clone(),
            index,
            locale: self.target.locale.clone(),
            state: segment.state,
            made_from: segment.was.clone().unwrap_or_else(|| entry.stands_for(index)),
            translation: segment.target.clone(),
            reviewers: reviews.filter_map(reviewer).collect(),
            stale_since: (segment.state == State::Stale).then(|| self.source.newest(source.line, source.end_line)),
            translator: (!segment.target.is_empty()).then(translator),
            target: place,
            source,
        }
    }

    /// The record that holds a segment's translation on disk, and the line in it.
    fn line(&self, entry: &Entry, index: usize) -> Option<(&Record, Option<&TargetLine>)> {
        let records = &self.target.catalog.records;
        if let Some(span) = &entry.segments[index].line {
            let record =
                records.iter().find(|record| record.span.start <= span.start && span.end <= record.span.end)?;
            return Some((record, record.targets.iter().find(|line| line.span == *span)));
        }
        let record = records.iter().find(|record| Some(&record.span) == entry.record.as_ref())?;
        Some((record, record.targets.first()))
    }
}
