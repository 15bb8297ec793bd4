//! Opening a workspace and loading its documents with their catalogs.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::catalog::{self, Catalog, Record, Settled, SourceCatalog, Update, Vanished, guests};
use crate::checks::{self, Pairing, Profile};
use crate::config::{self, Actions, Config};
use crate::finding::{Finding, Message, Place, Severity};
use crate::gate::{self, Counted, Measured};
use crate::glossary::{self, Glossary};
use crate::markdown::References;
use crate::project::disk::{DiskError, Root};
use crate::project::homes::Homes;
use crate::project::moves::{self, Guest, Moved, Offer};
use crate::project::outputs;
use crate::project::walk;
use crate::segment::{self, Document};
use crate::status::{self, Entry};
use crate::text::LineIndex;

/// Why the work could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read or written.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// Anything else, worded in the reader's language.
    #[error("{}", .0.id)]
    Message(Message),
}

impl Error {
    /// Returns the sentence that says what is wrong.
    pub fn message(&self) -> Message {
        match self {
            Error::Disk(error) => error.message(),
            Error::Message(message) => message.clone(),
        }
    }
}

/// A glob or a layout in the settings that cannot be used.
pub(super) fn bad_settings(id: &'static str) -> Message {
    Message::new(id).with("file", config::FILE)
}

/// A folder with `duizhao.toml`.
#[derive(Debug)]
pub struct Workspace {
    /// The folder.
    pub root: Root,
    /// The settings.
    pub config: Config,
    /// Their text.
    pub settings: String,
    /// The paths of the documents, sorted.
    pub documents: Vec<String>,
    glossaries: HashMap<String, LoadedGlossary>,
    homes: OnceLock<Homes>,
    watch: Option<Watch>,
}

/// Somebody who wants to know how far the work is.
pub struct Watch(Box<dyn Fn(usize, usize) + Send + Sync>);

impl Watch {
    /// Returns a watch that is told how many documents are done, of how many.
    pub fn new(tell: impl Fn(usize, usize) + Send + Sync + 'static) -> Watch {
        Watch(Box::new(tell))
    }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}

/// A document with its catalogs.
#[derive(Debug)]
pub struct Loaded {
    /// Its path.
    pub path: String,
    /// Its text.
    pub source: String,
    /// Line starts of the text.
    pub index: LineIndex,
    /// Its source locale.
    pub locale: String,
    /// Its units.
    pub document: Document,
    /// Their ids.
    pub ids: Vec<String>,
    /// The path of the source catalog.
    pub catalog_path: String,
    /// Its text on disk; for a renamed document that of the catalog it had.
    pub catalog_text: Option<String>,
    /// For a renamed document the path it had: its catalogs still lie there.
    pub renamed_from: Option<String>,
    /// Whether that text is what `sync` would write.
    source_in_step: bool,
    /// What the settings say about changes of this document.
    pub actions: Actions,
    /// What they say about the checks of it.
    pub checks: checks::Settings,
    /// One a target locale.
    pub targets: Vec<LoadedTarget>,
}

/// A target catalog and what the carry makes of it.
#[derive(Debug)]
pub struct LoadedTarget {
    /// The locale.
    pub locale: String,
    /// The catalog's path.
    pub catalog_path: String,
    /// Whether it is on disk.
    pub exists: bool,
    /// The catalog as it is.
    pub catalog: Catalog,
    /// What `sync` would make of it; `None` for one that holds conflict markers or is no text.
    pub update: Option<Update>,
    /// The states, as they stand there after a sync.
    pub entries: Vec<Entry>,
    /// The terms of the locale.
    pub glossary: Arc<Glossary>,
    /// The forms of the segments that nothing was found for.
    pub(super) wanted: Vec<String>,
    /// Records that have lost their place here.
    offers: Vec<Record>,
    /// Records of other documents that were offered to it.
    pub(super) guests: Vec<Guest>,
    /// Whether lines of it moved to another document.
    pub(super) released: bool,
}

impl LoadedTarget {
    /// Returns the catalog as it is, with the records of other documents behind its own.
    pub(super) fn with_guests(&self) -> Catalog {
        guests::with_guests(&self.catalog, self.guests.iter().map(|guest| &guest.record))
    }
}

/// A catalog without a document after its lines moved elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Left {
    /// The catalog.
    pub(super) path: String,
    /// Its text on disk.
    pub(super) before: String,
    /// What is left of it, if anything is.
    pub(super) after: Option<String>,
}

/// A document after the first look: done with, or held back until the others are known.
enum Phase<T> {
    Done(T, Vec<Offer>),
    Held(Box<Loaded>),
}

/// A glossary as it lies on disk.
#[derive(Debug)]
struct LoadedGlossary {
    terms: Arc<Glossary>,
    findings: Vec<Finding>,
    is_closed: bool,
}

impl Workspace {
    /// Opens the workspace that holds `folder`: the nearest folder upwards with `duizhao.toml`.
    pub fn open(folder: &Path) -> Result<Workspace, Error> {
        let start = Root::open(folder)?;
        let found = start.path().ancestors().find_map(|folder| {
            let root = Root::open(folder).ok()?;
            root.read(config::FILE).transpose().map(|text| (root, text))
        });
        let Some((root, text)) = found else {
            let folder = folder.display().to_string();
            return Err(Error::Message(Message::new("error-no-workspace").with("folder", folder)));
        };
        let settings = text?;
        let config = config::read(&settings).map_err(Error::Message)?;
        for output in &config.output {
            outputs::planned(output)?;
        }
        checks::Settings::new(&config, |_| true).map_err(Error::Message)?;
        let documents = walk::documents(&root, &config)?;
        let mut glossaries = HashMap::new();
        for locale in &config.targets {
            let path = config.glossary_path(locale);
            if let Some(text) = root.read(&path)? {
                let loaded = LoadedGlossary {
                    terms: Arc::new(Glossary::read(&text)),
                    findings: glossary::findings(&text, &path, locale),
                    is_closed: glossary::is_closed(&text),
                };
                glossaries.insert(locale.clone(), loaded);
            }
        }
        Ok(Workspace { root, config, settings, documents, glossaries, homes: OnceLock::new(), watch: None })
    }

    /// Returns the workspace with somebody who is told how far `each` is.
    #[must_use]
    pub fn watched(self, watch: Option<Watch>) -> Workspace {
        Workspace { watch, ..self }
    }

    /// Returns what is wrong with the glossaries of `locales` (of all targets if there are none).
    pub fn glossary_findings(&self, locales: &[String]) -> Vec<Finding> {
        let wanted = |locale: &&String| locales.is_empty() || locales.contains(locale);
        let targets = self.config.targets.iter().filter(wanted).filter_map(|locale| self.glossaries.get(locale));
        targets.flat_map(|glossary| glossary.findings.iter().cloned()).collect()
    }

    /// Returns the path of a glossary of `locales` that holds conflict markers.
    pub fn closed_glossary(&self, locales: &[String]) -> Option<String> {
        let closed = |(locale, glossary): &(&String, &LoadedGlossary)| {
            glossary.is_closed && (locales.is_empty() || locales.contains(locale))
        };
        self.glossaries.iter().find(closed).map(|(locale, _)| self.config.glossary_path(locale))
    }

    /// Returns target catalogs that no document has any more: it was renamed or deleted.
    pub fn orphans(&self, locales: &[String]) -> Result<Vec<Finding>, Error> {
        let mut found = Vec::new();
        for locale in self.config.targets.iter().filter(|locale| locales.is_empty() || locales.contains(locale)) {
            for (document, catalogs) in self.homeless() {
                let own = |(of, _): &&(String, String)| of == locale && of != self.source_locale(document);
                for (_, path) in catalogs.iter().filter(own) {
                    let Some(text) = self.root.read(path)? else { continue };
                    let place = Place::new(path, &text, 0..0);
                    let message = Message::new("finding-orphan").with("path", path.as_str());
                    found.push(Finding::in_catalog("orphan-catalog", Severity::Warning, place, locale, message));
                }
            }
        }
        Ok(found)
    }

    /// The catalogs, locale and path, of documents that are gone and not renamed.
    fn homeless(&self) -> impl Iterator<Item = (&String, &Vec<(String, String)>)> {
        let homes = self.homes();
        let renamed: HashSet<&String> = homes.renamed.values().collect();
        homes.orphans.iter().filter(move |(document, _)| !renamed.contains(document))
    }

    /// Returns the source locale of a document.
    pub fn source_locale(&self, document: &str) -> &str {
        let own = self.config.sources.iter().find(|(glob, _)| walk::matches(glob, document));
        own.map_or(self.config.source.as_str(), |(_, locale)| locale)
    }

    /// Returns a finding for each threshold of the settings that documents with these counts do not meet.
    pub fn shortfalls(&self, counted: &[Counted], measured: Measured) -> Vec<Finding> {
        gate::shortfalls(&self.config.gate, &self.settings, counted, measured, walk::matches)
    }

    /// Returns what is done about each class of change in a document.
    pub fn actions(&self, document: &str) -> Actions {
        self.config.actions(|glob| walk::matches(glob, document))
    }

    /// Returns the terms of a locale.
    pub fn glossary(&self, locale: &str) -> Arc<Glossary> {
        self.glossaries.get(locale).map(|loaded| Arc::clone(&loaded.terms)).unwrap_or_default()
    }

    /// Returns what the settings say about the checks of a document.
    pub fn checks(&self, document: &str) -> Result<checks::Settings, Error> {
        checks::Settings::new(&self.config, |glob| walk::matches(glob, document)).map_err(Error::Message)
    }

    /// Returns the target locales of a document: all but its own language.
    pub fn target_locales(&self, document: &str) -> Vec<&str> {
        let source = self.source_locale(document);
        self.config.targets.iter().map(String::as_str).filter(|target| *target != source).collect()
    }

    /// Loads every document, in parallel, and returns what `then` makes of each, in order.
    ///
    /// `locales` limits the targets where it is not empty. A document's texts are dropped as soon as
    /// `then` returns: memory holds a few documents, not all.
    pub fn each<T: Send>(
        &self,
        documents: &[String],
        locales: &[String],
        then: impl Fn(Loaded) -> Result<T, Error> + Sync,
    ) -> Result<Vec<T>, Error> {
        Ok(self.each_moving(documents, locales, then)?.0)
    }

    /// Does what `each` does; returns also what that leaves of catalogs whose document is gone.
    pub(super) fn each_moving<T: Send>(
        &self,
        documents: &[String],
        locales: &[String],
        then: impl Fn(Loaded) -> Result<T, Error> + Sync,
    ) -> Result<(Vec<T>, Vec<Left>), Error> {
        let done = AtomicUsize::new(0);
        let finish = |loaded: Loaded| {
            let result = then(loaded);
            if let Some(Watch(tell)) = &self.watch {
                tell(done.fetch_add(1, Ordering::Relaxed) + 1, documents.len());
            }
            result
        };
        let first = |path: &String| {
            let mut loaded = self.load(path, locales)?;
            if self.homes().any && loaded.is_open() {
                return Ok(Phase::Held(Box::new(loaded)));
            }
            let offers = loaded.take_offers();
            Ok(Phase::Done(finish(loaded)?, offers))
        };
        let mut phases: Vec<Phase<T>> = documents.par_iter().map(first).collect::<Result<_, Error>>()?;
        let left = self.exchange(&mut phases, documents, locales)?;
        let last = |phase| match phase {
            Phase::Done(value, _) => Ok(value),
            Phase::Held(loaded) => finish(*loaded),
        };
        Ok((phases.into_par_iter().map(last).collect::<Result<_, Error>>()?, left))
    }

    /// Moves sentences between the documents that were held back, and to them from all others.
    ///
    /// Returns what that leaves of catalogs whose document is gone.
    fn exchange<T>(
        &self,
        phases: &mut [Phase<T>],
        documents: &[String],
        locales: &[String],
    ) -> Result<Vec<Left>, Error> {
        let misses = |phase: &Phase<T>| match phase {
            Phase::Held(loaded) => loaded.targets.iter().any(|target| !target.wanted.is_empty()),
            Phase::Done(..) => false,
        };
        if !phases.iter().any(misses) {
            return Ok(Vec::new());
        }
        let mut offers = Vec::new();
        let mut held = Vec::new();
        for phase in phases {
            match phase {
                Phase::Done(_, some) => offers.append(some),
                Phase::Held(loaded) => {
                    offers.extend(loaded.take_offers());
                    held.push(&mut **loaded);
                }
            }
        }
        let asked: HashSet<&String> = documents.iter().collect();
        let others: Vec<&String> = self.documents.iter().filter(|path| !asked.contains(path)).collect();
        let other = |path: &&String| Ok(self.load(path, locales)?.take_offers());
        offers.extend(others.par_iter().map(other).collect::<Result<Vec<_>, Error>>()?.into_iter().flatten());
        offers.extend(self.orphaned_offers(locales)?);
        let moved = moves::settle(self, &mut held, offers);
        self.left(&moved)
    }

    /// What moves leave of catalogs whose document is gone.
    fn left(&self, moved: &Moved) -> Result<Vec<Left>, Error> {
        let mut left = Vec::new();
        for (document, catalogs) in self.homeless() {
            let key = self.source_locale(document);
            for (locale, path) in catalogs {
                let Some(lines) = moved.get(&(document.clone(), locale.clone())) else { continue };
                let Some(before) = self.root.read(path)? else { continue };
                let after = Some(guests::without(&before, key, lines)).filter(|text| !guests::is_spent(text, key));
                left.push(Left { path: path.clone(), before, after });
            }
        }
        Ok(left)
    }

    /// Source catalogs of documents that are gone and of which no translation will be left.
    pub(super) fn spent(&self, left: &[Left]) -> Result<Vec<Left>, Error> {
        let goes = |path: &String| left.iter().any(|left| left.path == *path && left.after.is_none());
        let mut spent = Vec::new();
        for (document, catalogs) in self.homeless() {
            let source = self.source_locale(document);
            let (own, others): (Vec<_>, Vec<_>) = catalogs.iter().partition(|(locale, _)| locale == source);
            if others.into_iter().any(|(_, path)| !goes(path)) {
                continue;
            }
            for (_, path) in own {
                let Some(before) = self.root.read(path)? else { continue };
                spent.push(Left { path: path.clone(), before, after: None });
            }
        }
        Ok(spent)
    }

    /// The catalogs that a renamed document had under its old path.
    pub(super) fn left_behind(&self, old: &str) -> Result<Vec<Left>, Error> {
        let mut left = Vec::new();
        for (_, path) in self.homes().orphans.get(old).into_iter().flatten() {
            let Some(before) = self.root.read(path)? else { continue };
            left.push(Left { path: path.clone(), before, after: None });
        }
        Ok(left)
    }

    /// What stands in catalogs whose document is gone and not renamed.
    fn orphaned_offers(&self, locales: &[String]) -> Result<Vec<Offer>, Error> {
        let mut offers = Vec::new();
        for (document, catalogs) in self.homeless() {
            let source = self.source_locale(document);
            for (locale, path) in catalogs {
                if locale == source || !(locales.is_empty() || locales.contains(locale)) {
                    continue;
                }
                let Some(text) = self.root.read(path)? else { continue };
                let records = guests::orphaned(&catalog::read(text, source));
                offers.extend(records.into_iter().map(|record| Offer {
                    document: document.clone(),
                    locale: locale.clone(),
                    record,
                }));
            }
        }
        Ok(offers)
    }

    /// Settles a document again with guests, by locale; returns which of their lines moved.
    pub(super) fn settle_again(
        &self,
        loaded: &mut Loaded,
        mut guests_of: HashMap<String, Vec<Guest>>,
    ) -> Vec<(String, Vec<Vanished>)> {
        for target in &mut loaded.targets {
            target.guests = guests_of.remove(&target.locale).unwrap_or_default();
        }
        let catalogs: Vec<Catalog> = loaded.targets.iter().map(LoadedTarget::with_guests).collect();
        let known = loaded.catalog_text.as_deref().map(SourceCatalog::read).unwrap_or_default();
        loaded.ids = catalog::ids(&loaded.document.units, &known, catalogs.iter());
        let mut moved = Vec::new();
        for (target, catalog) in loaded.targets.iter_mut().zip(catalogs) {
            let (document, ids) = (&loaded.document, &loaded.ids);
            let head = (loaded.path.as_str(), loaded.locale.as_str(), target.locale.as_str());
            let settled = catalog::settle(&catalog, document, ids, head, &loaded.actions);
            target.entries = status::join_settled(document, &settled, &catalog, &target.glossary);
            moved.push((target.locale.clone(), guests::moved(&settled.carried, target.catalog.records.len())));
            target.update = settled.update;
        }
        moved
    }

    /// Returns where catalogs belong.
    fn homes(&self) -> &Homes {
        self.homes.get_or_init(|| Homes::of(self))
    }

    /// Loads one document without its targets: its text, its units and their ids.
    pub fn load_source(&self, path: &str) -> Result<Loaded, Error> {
        // No document has its own language for a target.
        self.load(path, &[self.source_locale(path).to_owned()])
    }

    /// Loads one document.
    pub fn load(&self, path: &str, locales: &[String]) -> Result<Loaded, Error> {
        let source = self.root.read(path)?.ok_or_else(|| no_document(path))?;
        let locale = self.source_locale(path).to_owned();
        let document = segment::split(&source, language(&locale), &self.config.options());
        let catalog_path = self.config.catalog_path(path, &locale);
        let mut catalog_text = self.root.read(&catalog_path)?;
        let renamed_from = match &catalog_text {
            None => self.homes().renamed.get(path).cloned(),
            Some(_) => None,
        };
        let home = renamed_from.as_deref().unwrap_or(path);
        // A renamed document takes all its catalogs along.
        let locales = if renamed_from.is_some() { &[] } else { locales };
        if renamed_from.is_some() {
            let text = self.root.read(&self.config.catalog_path(home, &locale))?;
            catalog_text = text.map(|text| guests::renamed(&text, home, path));
        }
        let text = catalog_text.as_deref();
        let in_step = text.and_then(|text| catalog::ids_in_step(text, path, &locale, &document));
        let source_in_step = in_step.is_some();
        let wanted = |target: &str| locales.is_empty() || locales.iter().any(|locale| locale == target);
        let mut catalogs = Vec::new();
        for target in self.target_locales(path) {
            // Ids are shared by all locales: where they are not settled, every catalog is asked.
            if source_in_step && !wanted(target) {
                continue;
            }
            let here = self.config.catalog_path(home, target);
            let (exists, catalog) = match self.root.read(&here) {
                Ok(Some(text)) if home != path => (false, catalog::read(guests::renamed(&text, home, path), &locale)),
                Ok(text) => (text.is_some(), catalog::read(text.unwrap_or_default(), &locale)),
                Err(DiskError::NotUtf8 { line, column, .. }) => (true, catalog::unreadable(line, column)),
                Err(error) => return Err(error.into()),
            };
            catalogs.push((target.to_owned(), self.config.catalog_path(path, target), exists, catalog));
        }
        let ids = in_step.unwrap_or_else(|| {
            let known = text.map(SourceCatalog::read).unwrap_or_default();
            catalog::ids(&document.units, &known, catalogs.iter().map(|(.., catalog)| catalog))
        });
        let actions = self.actions(path);
        let checks = self.checks(path)?;
        let targets = catalogs
            .into_iter()
            .filter(|(target, ..)| wanted(target))
            .map(|(target, catalog_path, exists, catalog)| {
                let settled = catalog::settle(&catalog, &document, &ids, (path, &locale, &target), &actions);
                let glossary = self.glossary(&target);
                let entries = status::join_settled(&document, &settled, &catalog, &glossary);
                let wanted = if source_in_step { Vec::new() } else { missed(&document, &catalog, &settled) };
                let offers = guests::offers(&catalog, &settled);
                let update = settled.update;
                LoadedTarget {
                    locale: target,
                    catalog_path,
                    exists,
                    catalog,
                    update,
                    entries,
                    glossary,
                    wanted,
                    offers,
                    guests: Vec::new(),
                    released: false,
                }
            })
            .collect();
        let index = LineIndex::new(&source);
        Ok(Loaded {
            path: path.to_owned(),
            index,
            source,
            locale,
            document,
            ids,
            catalog_path,
            catalog_text,
            renamed_from,
            source_in_step,
            actions,
            checks,
            targets,
        })
    }

    /// Returns the documents that `names` select (paths or globs); all if there are none.
    pub fn selected(&self, names: &[String]) -> Result<Vec<String>, Error> {
        if names.is_empty() {
            return Ok(self.documents.clone());
        }
        let mut chosen = Vec::new();
        for name in names {
            let name = name.trim_start_matches("./");
            let before = chosen.len();
            chosen.extend(self.documents.iter().filter(|path| *path == name || walk::matches(name, path)).cloned());
            if chosen.len() == before {
                return Err(no_document(name));
            }
        }
        chosen.sort();
        chosen.dedup();
        Ok(chosen)
    }
}

pub(super) fn no_document(path: &str) -> Error {
    Error::Message(Message::new("error-no-document").with("path", path))
}

/// What a target misses that another document may have; nothing for one that is closed.
fn missed(document: &Document, catalog: &Catalog, settled: &Settled) -> Vec<String> {
    if catalog.is_closed() { Vec::new() } else { guests::wanted(&document.units, &settled.carried) }
}

pub(super) fn language(locale: &str) -> &str {
    locale.split(['-', '_']).next().unwrap_or(locale)
}

impl Loaded {
    /// Returns the text that the source catalog should have.
    pub fn source_catalog(&self) -> String {
        catalog::write_source(&self.path, &self.locale, &self.document, &self.ids)
    }

    /// Returns whether `sync` would change a catalog of this document in a locale.
    pub fn is_out_of_sync(&self, target: &LoadedTarget) -> bool {
        if self.document.units.is_empty() && !target.exists {
            return false;
        }
        !self.source_in_step
            || self.renamed_from.is_some()
            || target.update.as_ref().is_some_and(|update| update.text != target.catalog.text)
    }

    /// Returns whether sentences may move to or from here: some are new, or some have gone just now.
    fn is_open(&self) -> bool {
        let just_gone = |target: &LoadedTarget| target.offers.iter().any(|record| record.obsolete.is_none());
        self.targets.iter().any(|target| !target.wanted.is_empty() || just_gone(target))
    }

    /// Returns the records that have lost their place here.
    fn take_offers(&mut self) -> Vec<Offer> {
        let mut offers = Vec::new();
        for target in &mut self.targets {
            for record in std::mem::take(&mut target.offers) {
                offers.push(Offer { document: self.path.clone(), locale: target.locale.clone(), record });
            }
        }
        offers
    }

    /// Takes what moved to other documents out of the catalogs: `moved` by document and locale.
    pub(super) fn release(&mut self, moved: &Moved) {
        for target in &mut self.targets {
            let Some(lines) = moved.get(&(self.path.clone(), target.locale.clone())) else { continue };
            let Some(update) = &mut target.update else { continue };
            target.released = true;
            update.text = guests::without(&update.text, &self.locale, lines);
            for (id, _) in lines {
                if update.obsolete.contains(id) {
                    update.obsolete.retain(|obsolete| obsolete != id);
                    update.emptied.push(id.clone());
                }
            }
        }
    }

    /// Returns the findings of all checks in one locale.
    pub fn check(&self, target: &LoadedTarget, base: Option<&Catalog>, profile: Profile) -> Vec<Finding> {
        self.paired(target, base, |pairing| checks::run(pairing, profile))
    }

    /// Hands every translated segment of a locale to `then`, with the indices of its unit and of itself in it.
    pub(super) fn pairs(
        &self,
        target: &LoadedTarget,
        mut then: impl FnMut(&Pairing<'_>, usize, usize, &checks::Pair<'_>),
    ) {
        self.paired(target, None, |pairing| pairing.pairs(|unit, index, pair| then(pairing, unit, index, pair)));
    }

    fn paired<T>(&self, target: &LoadedTarget, base: Option<&Catalog>, then: impl FnOnce(&Pairing<'_>) -> T) -> T {
        let catalog_index = LineIndex::new(&target.catalog.text);
        let references = References::new(&self.source, &self.document.parsed.definitions);
        let pairing = Pairing {
            path: &self.path,
            source: &self.source,
            index: &self.index,
            document: &self.document,
            catalog_path: &target.catalog_path,
            catalog: &target.catalog,
            catalog_index: &catalog_index,
            locale: &target.locale,
            glossary: &target.glossary,
            actions: &self.actions,
            references: &references,
            settings: &self.checks,
            source_locale: &self.locale,
            entries: &target.entries,
            out_of_sync: self.is_out_of_sync(target),
            base,
        };
        then(&pairing)
    }
}
