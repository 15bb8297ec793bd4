//! `impact`: what the changes since a revision make of the translations of a workspace.
//!
//! The documents of the work tree are compared with those at the revision, with the catalogs of the
//! work tree for both: what was fresh for the old text and is not for the new one is the change's doing.

use std::collections::{HashMap, HashSet};

use crate::catalog::{self, Catalog, SourceCatalog};
use crate::finding::Place;
use crate::impact::{self, Block, Effect, Version};
use crate::markdown;
use crate::project::disk::Root;
use crate::project::git::{self, Origin};
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace, language};
use crate::segment::{self, Document};
use crate::status::{self, Entry};
use crate::text::LineIndex;

/// The revision that the work tree is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The hash of its commit.
    pub commit: String,
    /// Whether the commit where the branch began was found. If not, it is the revision itself, and
    /// what happened there since counts as taken back here.
    pub is_shared: bool,
}

/// What a change does to the translations of a workspace.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// The documents that differ, with their blocks.
    pub documents: Vec<(String, Vec<Block>)>,
    /// One entry a locale, in the order of the settings.
    pub locales: Vec<LocaleImpact>,
    /// Catalogs that say nothing because of conflict markers or because they are not UTF-8.
    pub closed: Vec<String>,
}

/// What a change does in one locale.
#[derive(Debug, Clone, PartialEq)]
pub struct LocaleImpact {
    /// The locale.
    pub locale: String,
    /// What has to be translated because of the change, by document and line.
    pub affected: Vec<Affected>,
}

/// A segment that has to be translated because of the change.
#[derive(Debug, Clone, PartialEq)]
pub struct Affected {
    /// Where it stands in the document.
    pub source: Place,
    /// The id of its unit.
    pub id: String,
    /// Which segment of the unit, from 0.
    pub index: usize,
    /// `Stale` or `Missing`.
    pub effect: Effect,
    /// For a stale one: the name of the class of the change.
    pub class: Option<&'static str>,
    /// For a stale one: what was translated.
    pub was: Option<String>,
    /// What it says now, with the sentences that share its translation.
    pub now: String,
    /// How many words that has.
    pub words: usize,
    /// Who translated it: whom the record names, else who wrote the line as git knows it.
    pub by: Option<String>,
    /// For a stale one: the translation.
    pub translation: Option<String>,
    /// Its line in the catalog, where it has one.
    pub target: Option<Place>,
}

/// A number of segments and of their words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amount {
    /// Segments; those that share a translation are one.
    pub segments: usize,
    /// Their words.
    pub words: usize,
}

impl Amount {
    /// Returns how much there is of `affected`.
    pub fn of<'a>(affected: impl IntoIterator<Item = &'a Affected>) -> Amount {
        let mut amount = Amount::default();
        affected.into_iter().for_each(|one| amount.add(one));
        amount
    }

    fn add(&mut self, affected: &Affected) {
        self.segments += 1;
        self.words += affected.words;
    }
}

impl LocaleImpact {
    /// Returns the segments with an effect.
    pub fn with(&self, effect: Effect) -> impl Iterator<Item = &Affected> {
        self.affected.iter().filter(move |affected| affected.effect == effect)
    }

    /// Returns the translators of what becomes stale (`None` where nobody is named) with how much of
    /// it is theirs, most first.
    pub fn translators(&self) -> Vec<(Option<&str>, Amount)> {
        let mut amounts: HashMap<Option<&str>, Amount> = HashMap::new();
        for one in self.with(Effect::Stale) {
            amounts.entry(one.by.as_deref()).or_default().add(one);
        }
        let mut named: Vec<_> = amounts.into_iter().collect();
        named.sort_by_key(|&(name, amount)| (std::cmp::Reverse(amount.words), name.is_none(), name));
        named
    }
}

/// Returns the base for `revision`: the commit where the branch of the work tree began.
pub fn base(workspace: &Workspace, revision: &str) -> Result<Base, Error> {
    let commit = git::commit(&workspace.root, revision)?;
    Ok(match git::merge_base(&workspace.root, &commit) {
        Some(commit) => Base { commit, is_shared: true },
        None => Base { commit, is_shared: false },
    })
}

/// Returns what the changes since `base` do to the translations into `locales` (all if there are none).
///
/// Only documents that differ are read.
pub fn impact(workspace: &Workspace, base: &Base, locales: &[String]) -> Result<Report, Error> {
    let changed = git::changed(&workspace.root, &base.commit, ".").unwrap_or_default();
    let changed: HashSet<String> = changed.into_iter().collect();
    let tracked: HashSet<String> = git::tracked(&workspace.root).unwrap_or_default().into_iter().collect();
    let differs = |path: &&String| changed.contains(*path) || !tracked.contains(*path);
    let documents: Vec<String> = workspace.documents.iter().filter(differs).cloned().collect();
    let found = workspace.each(&documents, locales, |loaded| {
        let show = |path: &str| git::show(&workspace.root, &base.commit, path);
        let source = show(&loaded.path).or_else(|| show(loaded.renamed_from.as_deref()?)).unwrap_or_default();
        Ok(Compared::new(&loaded, source, &workspace.config.options()).report())
    })?;
    let wanted = |locale: &&String| locales.is_empty() || locales.contains(locale);
    let targets = workspace.config.targets.iter().filter(wanted);
    let mut report = Report {
        locales: targets.map(|locale| LocaleImpact { locale: locale.clone(), affected: Vec::new() }).collect(),
        ..Report::default()
    };
    for document in found {
        report.documents.extend(document.documents);
        report.closed.extend(document.closed);
        for theirs in document.locales {
            let own = report.locales.iter_mut().filter(|own| own.locale == theirs.locale);
            own.for_each(|own| own.affected.extend_from_slice(&theirs.affected));
        }
    }
    // Where the history was cut off, git takes whoever comes first for the author of all that is older.
    if !git::is_shallow(&workspace.root) {
        name_by_history(&workspace.root, &mut report.locales);
    }
    Ok(report)
}

/// Names whoever wrote the line of a stale segment whose record names nobody; each catalog is asked once.
fn name_by_history(root: &Root, locales: &mut [LocaleImpact]) {
    let mut asked: HashMap<String, git::Blame> = HashMap::new();
    let affected = locales.iter_mut().flat_map(|locale| &mut locale.affected);
    for one in affected.filter(|one| one.effect == Effect::Stale && one.by.is_none()) {
        let Some(place) = &one.target else { continue };
        let blame = asked.entry(place.path.clone()).or_insert_with(|| git::Blame::of(root, &place.path));
        if let Origin::Commit(commit) = blame.newest(place.line, place.line) {
            one.by = Some(commit.author);
        }
    }
}

/// A document and what it was.
struct Compared<'l> {
    loaded: &'l Loaded,
    old: Document,
    old_ids: Vec<String>,
    blocks: Vec<Block>,
}

impl<'l> Compared<'l> {
    fn new(loaded: &'l Loaded, source: String, options: &markdown::Options) -> Compared<'l> {
        let old = segment::split(&source, language(&loaded.locale), options);
        let known = loaded.catalog_text.as_deref().map(SourceCatalog::read).unwrap_or_default();
        let old_ids = catalog::ids(&old.units, &known, loaded.targets.iter().map(|target| &target.catalog));
        let was = Version { source: &source, document: &old };
        let blocks =
            impact::between(was, Version { source: &loaded.source, document: &loaded.document }, &loaded.actions);
        Compared { loaded, old, old_ids, blocks }
    }

    fn report(self) -> Report {
        let closed = self.loaded.targets.iter().filter(|target| target.update.is_none());
        let locales = self
            .loaded
            .targets
            .iter()
            .map(|target| LocaleImpact { locale: target.locale.clone(), affected: self.affected(target) });
        Report {
            closed: closed.map(|target| target.catalog_path.clone()).collect(),
            locales: locales.collect(),
            documents: vec![(self.loaded.path.clone(), self.blocks)],
        }
    }

    /// The segments that are not fresh now and were fresh, or not there, before.
    fn affected(&self, target: &LoadedTarget) -> Vec<Affected> {
        let before = self.effects_before(target);
        let origins = self.blocks.iter().flat_map(|block| &block.segments).map(|sentence| &sentence.origins);
        let segments = target.entries.iter().enumerate();
        let segments = segments.flat_map(|(unit, entry)| (0..entry.segments.len()).map(move |at| (unit, at)));
        let catalog_index = LineIndex::new(&target.catalog.text);
        let mut affected = Vec::new();
        for ((unit, index), origins) in segments.zip(origins) {
            let segment = &target.entries[unit].segments[index];
            let is_new = origins.is_empty() || origins.iter().any(|&origin| before[origin] == Effect::Fresh);
            if Effect::from(segment.state) != Effect::Fresh && !segment.above && is_new {
                affected.push(self.one(target, &catalog_index, unit, index));
            }
        }
        affected
    }

    /// What each segment of the old document is worth with the catalog of today.
    fn effects_before(&self, target: &LoadedTarget) -> Vec<Effect> {
        let Loaded { path, locale, .. } = self.loaded;
        let settled = catalog::settle(
            &target.catalog,
            &self.old,
            &self.old_ids,
            (path, locale, &target.locale),
            &self.loaded.actions,
        );
        let entries = status::join_settled(&self.old, &settled, &target.catalog, &target.glossary);
        entries.iter().flat_map(|entry| &entry.segments).map(|segment| segment.state.into()).collect()
    }

    fn one(&self, target: &LoadedTarget, catalog_index: &LineIndex, unit: usize, index: usize) -> Affected {
        let entry: &Entry = &target.entries[unit];
        let segment = &entry.segments[index];
        let now = entry.stands_for(index);
        let span = self.loaded.document.units[unit].segment_span(&self.loaded.source, index);
        let text = &target.catalog.text;
        let place = |span| Place::indexed(&target.catalog_path, text, catalog_index, span);
        let record = segment.line.as_ref().and_then(|line| record_at(&target.catalog, line.start));
        Affected {
            source: Place::indexed(&self.loaded.path, &self.loaded.source, &self.loaded.index, span),
            id: entry.id.clone(),
            index,
            effect: segment.state.into(),
            class: segment.change.as_ref().map(|change| change.class.name()),
            was: segment.was.clone(),
            words: segment::words(&markdown::visible(&now)),
            now,
            by: record.and_then(|record| record.by.clone()),
            translation: Some(segment.target.clone()).filter(|target| !target.is_empty()),
            target: segment.line.clone().map(place),
        }
    }
}

/// The record that holds a byte of the catalog.
fn record_at(catalog: &Catalog, byte: usize) -> Option<&catalog::Record> {
    let behind = catalog.records.partition_point(|record| record.span.start <= byte);
    catalog.records[..behind].last().filter(|record| record.span.contains(&byte))
}
