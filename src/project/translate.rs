//! `translate`, and `confirm` one by one: segments that somebody works on, shown with all that helps,
//! and the answers to them.
//!
//! A segment is read from disk when it is shown and again when its answer is stored, so that whoever
//! edits the files meanwhile loses nothing: an answer to something that has changed is not taken.

use std::collections::HashMap;

use crate::catalog::{self, Above, Answer, Catalog, Refusal, answer};
use crate::checks::Profile;
use crate::counterpart;
use crate::finding::{Finding, Message, Place};
use crate::glossary::Occurring;
use crate::memory::Memory;
use crate::project::confirm::{Selection, in_place, sync_first};
use crate::project::disk::{Before, Change, DiskError, Durability};
use crate::project::journal;
use crate::project::lock::Lock;
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace};
use crate::status::{Entry, Segment, State};
use crate::text::Span;

/// Which segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The document.
    pub document: String,
    /// The target locale.
    pub locale: String,
    /// The unit.
    pub id: String,
    /// The segment of it, from 0; the first of a group that shares one translation.
    pub index: usize,
}

/// What there is to do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queue {
    /// The segments, in the order of the documents.
    pub keys: Vec<Key>,
    /// How many records were left out because their lines do not pair with their sentences.
    pub unpaired: usize,
    /// Catalogs that hold conflict markers or are not UTF-8.
    pub closed: Vec<String>,
}

/// Returns the segments of `selection` whose state is one of `states`.
pub fn queue(
    workspace: &Workspace,
    selection: &Selection,
    locales: &[String],
    states: &[State],
) -> Result<Queue, Error> {
    let documents = if selection.ids.is_empty() { &selection.documents } else { &workspace.documents };
    let found = workspace.each(documents, locales, |loaded| {
        let all = selection.documents.contains(&loaded.path);
        let wanted = |id: &String| all || selection.ids.contains(id);
        let known: Vec<String> = loaded.ids.iter().filter(|id| selection.ids.contains(id)).cloned().collect();
        let mut queue = Queue::default();
        if all || !known.is_empty() {
            in_place(&loaded)?;
            // A task is read from its own document alone, which misses what comes from others.
            if loaded.targets.iter().any(|target| !target.guests.is_empty()) {
                return Err(sync_first(&loaded));
            }
        }
        for target in loaded.targets.iter().filter(|_| loaded.ids.iter().any(wanted)) {
            match target.update {
                Some(_) => open(&loaded, target, wanted, states, &mut queue),
                None => queue.closed.push(target.catalog_path.clone()),
            }
        }
        Ok((queue, known))
    })?;
    let mut whole = Queue::default();
    let mut known = Vec::new();
    for (queue, ids) in found {
        whole.keys.extend(queue.keys);
        whole.unpaired += queue.unpaired;
        whole.closed.extend(queue.closed);
        known.extend(ids);
    }
    match selection.ids.iter().find(|id| !known.contains(id)) {
        Some(id) => Err(Error::Message(Message::new("error-no-unit").with("id", id.as_str()))),
        None => Ok(whole),
    }
}

fn open(loaded: &Loaded, target: &LoadedTarget, wanted: impl Fn(&String) -> bool, states: &[State], queue: &mut Queue) {
    for entry in target.entries.iter().filter(|entry| wanted(&entry.id)) {
        if entry.whole.is_some() {
            queue.unpaired += 1;
            continue;
        }
        for (index, segment) in entry.segments.iter().enumerate() {
            if !segment.above && states.contains(&segment.state) {
                let (document, locale) = (loaded.path.clone(), target.locale.clone());
                queue.keys.push(Key { document, locale, id: entry.id.clone(), index });
            }
        }
    }
}

/// A sentence beside the one in question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// What the source says.
    pub source: String,
    /// Its translation; empty where there is none.
    pub translation: String,
}

/// A segment with all that helps to translate it.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Which segment.
    pub key: Key,
    /// Where it stands in the document.
    pub source: Place,
    /// Its line in the catalog; none where the catalog does not have it yet.
    pub target: Option<Place>,
    /// What its translation is worth.
    pub state: State,
    /// For a stale one: what was translated.
    pub was: Option<String>,
    /// The source text: that of the whole group.
    pub now: String,
    /// The translation as it is typed, terms as `{ -id }`; empty where there is none.
    pub translation: String,
    /// For a stale one: the bytes of `translation` that likely say what changed.
    pub likely: Vec<Span>,
    /// The headings above it, outermost first.
    pub context: Vec<String>,
    /// What the author says about the unit: `<!-- duizhao: note: … -->`.
    pub note: Option<String>,
    /// What translators noted above the sentence.
    pub own_notes: Vec<String>,
    /// The sentence before it.
    pub before: Option<Neighbour>,
    /// The sentence behind it.
    pub after: Option<Neighbour>,
    /// The terms that occur in it.
    pub terms: Vec<Occurring>,
}

/// Returns a segment as it is on disk now; none where its unit or sentence is gone, or its record broken.
pub fn task(workspace: &Workspace, key: &Key) -> Result<Option<Task>, Error> {
    let loaded = workspace.load(&key.document, std::slice::from_ref(&key.locale))?;
    Ok(task_of(&loaded, key))
}

fn task_of(loaded: &Loaded, key: &Key) -> Option<Task> {
    let target = loaded.targets.iter().find(|target| target.locale == key.locale)?;
    let update = target.update.as_ref()?;
    let unit = target.entries.iter().position(|entry| entry.id == key.id)?;
    let entry = &target.entries[unit];
    let segment = entry.segments.get(key.index).filter(|segment| entry.whole.is_none() && !segment.above)?;
    let source = &loaded.document.units[unit];
    let settled = catalog::read(update.text.clone(), &loaded.locale);
    let now = entry.stands_for(key.index);
    let translation = segment.value.plain();
    let was = segment.was.clone();
    let likely = was.as_deref().map(|was| likely(loaded, target, was, &now, &translation)).unwrap_or_default();
    let [before, after] = neighbours(&target.entries, unit, key.index);
    Some(Task {
        key: key.clone(),
        source: source_place(loaded, unit, key.index),
        target: segment.line.clone().map(|span| Place::new(&target.catalog_path, &target.catalog.text, span)),
        state: segment.state,
        likely,
        was,
        translation,
        context: loaded.document.context(source).into_iter().map(str::to_owned).collect(),
        note: loaded.document.leaf(source).note.clone(),
        own_notes: own_notes(&settled, key),
        before,
        after,
        terms: target.glossary.occurring(&now, &loaded.locale),
        now,
    })
}

/// Returns the bytes of `translation` that likely say what changed from `was` to `now`, see [`counterpart`].
pub fn likely(loaded: &Loaded, target: &LoadedTarget, was: &str, now: &str, translation: &str) -> Vec<Span> {
    let terms = target.glossary.occurring(was, &loaded.locale).into_iter();
    let terms: Vec<_> = terms.map(|term| (term.wording, term.translation)).collect();
    counterpart::likely(was, now, translation, &terms)
}

fn source_place(loaded: &Loaded, unit: usize, index: usize) -> Place {
    let unit = &loaded.document.units[unit];
    let mut span = unit.span.clone();
    // Where wrapping hides the sentence its unit is shown.
    if let Some(at) = loaded.source[span.clone()].find(unit.segments[index].trim_end_matches('\\')) {
        span = span.start + at..span.end;
    }
    Place::indexed(&loaded.path, &loaded.source, &loaded.index, span)
}

fn own_notes(catalog: &Catalog, key: &Key) -> Vec<String> {
    let record = catalog.records.iter().find(|record| record.obsolete.is_none() && record.id == key.id);
    let above = record.and_then(|record| record.sources.get(key.index)).map(|source| &source.above[..]);
    let notes = above.unwrap_or_default().iter().filter_map(|above| match above {
        Above::Note(text) => Some(text.clone()),
        _ => None,
    });
    notes.collect()
}

/// The sentences before and behind a segment, those of its own group left out.
fn neighbours(entries: &[Entry], unit: usize, index: usize) -> [Option<Neighbour>; 2] {
    let neighbour = |entry: &Entry, index: usize| {
        let segment = &entry.segments[index];
        Neighbour { source: segment.now.clone(), translation: segment.target.clone() }
    };
    let segments = &entries[unit].segments;
    let before = match index.checked_sub(1) {
        Some(before) => Some(neighbour(&entries[unit], before)),
        None => {
            let earlier = entries[..unit].iter().rev().find(|entry| !entry.segments.is_empty());
            earlier.map(|entry| neighbour(entry, entry.segments.len() - 1))
        }
    };
    let next = index + 1 + segments[index + 1..].iter().take_while(|segment| segment.above).count();
    let after = match segments.get(next) {
        Some(_) => Some(neighbour(&entries[unit], next)),
        None => entries[unit + 1..].iter().find(|entry| !entry.segments.is_empty()).map(|entry| neighbour(entry, 0)),
    };
    [before, after]
}

/// What became of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Stored {
    /// It stands in the catalog: its line, and what the checks say about it.
    Done(Box<Task>, Vec<Finding>),
    /// The segment is no longer what was shown; nothing was written.
    Changed,
    /// The answer does not fit.
    Refused(Refusal),
}

/// Writes the answer to a segment that was shown as `shown` into its catalog.
pub fn store(
    workspace: &Workspace,
    shown: &Task,
    said: &Answer,
    by: Option<&str>,
    lock: &Lock,
) -> Result<Stored, Error> {
    journal::recover(&workspace.root, lock)?;
    let key = &shown.key;
    let loaded = workspace.load(&key.document, std::slice::from_ref(&key.locale))?;
    let now = task_of(&loaded, key);
    let same = |now: &Task| (&now.now, &now.was, &now.translation) == (&shown.now, &shown.was, &shown.translation);
    let target = loaded.targets.iter().find(|target| target.locale == key.locale);
    let (Some(_), Some(target)) = (now.filter(same), target) else { return Ok(Stored::Changed) };
    let Some(update) = &target.update else { return Ok(Stored::Changed) };
    let catalog = catalog::read(update.text.clone(), &loaded.locale);
    let text = match answer(&catalog, &loaded.locale, &key.id, key.index, said, by) {
        Ok(text) => text,
        Err(Refusal::Unknown) => return Ok(Stored::Changed),
        Err(refusal) => return Ok(Stored::Refused(refusal)),
    };
    let before = if target.exists { Before::Is(target.catalog.text.clone()) } else { Before::Absent };
    let change = Change { path: target.catalog_path.clone(), contents: text, before, durability: Durability::Synced };
    // Each answer can be taken back by itself.
    let operation = if *said == Answer::AsItIs { "confirm" } else { "translate" };
    match journal::write(&workspace.root, operation, &[change], &[], lock) {
        Err(DiskError::Changed { .. }) => return Ok(Stored::Changed),
        written => written?,
    };
    stored(workspace, key)
}

/// What stands there after an answer, and the findings about it.
fn stored(workspace: &Workspace, key: &Key) -> Result<Stored, Error> {
    let loaded = workspace.load(&key.document, std::slice::from_ref(&key.locale))?;
    let target = loaded.targets.iter().find(|target| target.locale == key.locale);
    // `{"^"}` has no place of its own: its group's line stands above.
    let first =
        |entry: &Entry| (0..=key.index).rev().find(|&index| entry.segments.get(index).is_some_and(|s| !s.above));
    let entry = target.and_then(|target| target.entries.iter().find(|entry| entry.id == key.id));
    let index = entry.and_then(first).unwrap_or(key.index);
    let (Some(target), Some(task)) = (target, task_of(&loaded, &Key { index, ..key.clone() })) else {
        return Ok(Stored::Changed);
    };
    let about = |finding: &Finding| finding.id.as_ref() == Some(&key.id) && finding.index == Some(index);
    let findings = loaded.check(target, None, Profile::Work).into_iter().filter(about).collect();
    Ok(Stored::Done(Box::new(task), findings))
}

/// The translations that are known in a workspace, by target locale.
#[derive(Debug, Clone, Default)]
pub struct Memories(HashMap<String, Memory>);

impl Memories {
    /// Reads the translations of all documents, those of obsolete records too. Drafts are left out:
    /// nobody has confirmed them.
    pub fn read(workspace: &Workspace, locales: &[String]) -> Result<Memories, Error> {
        let found = workspace.each(&workspace.documents, locales, |loaded| {
            let pairs = |target: &LoadedTarget| (target.locale.clone(), pairs(target));
            Ok(loaded.targets.iter().map(pairs).collect::<Vec<_>>())
        })?;
        let mut memories = Memories::default();
        for (locale, pairs) in found.into_iter().flatten() {
            pairs.into_iter().for_each(|(source, target)| memories.add(&locale, &source, &target));
        }
        Ok(memories)
    }

    /// Adds a translation.
    pub fn add(&mut self, locale: &str, source: &str, target: &str) {
        self.0.entry(locale.to_owned()).or_default().add(source, target);
    }

    /// Returns the memory of a locale, if there is one.
    pub fn of(&self, locale: &str) -> Option<&Memory> {
        self.0.get(locale)
    }
}

fn pairs(target: &LoadedTarget) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for entry in target.entries.iter().filter(|entry| entry.whole.is_none()) {
        for (index, segment) in entry.segments.iter().enumerate().filter(|(_, segment)| is_known(segment)) {
            let source = segment.was.clone().unwrap_or_else(|| entry.stands_for(index));
            pairs.push((source, segment.value.plain()));
        }
    }
    for record in target.catalog.records.iter().filter(|record| record.obsolete.is_some() && record.is_regular()) {
        let lines = record.sources.iter().zip(&record.targets).filter(|(source, _)| source.draft().is_none());
        let said = lines.filter(|(_, line)| line.has_text());
        pairs.extend(said.map(|(source, line)| (source.made_from().to_owned(), line.value.plain())));
    }
    pairs
}

fn is_known(segment: &Segment) -> bool {
    !segment.above && !matches!(segment.state, State::Missing | State::Draft)
}
