//! `undo`: taking back an operation of the journal, or one record of it.
//!
//! A file that nobody touched since gets all of its old content; in any other only the records go back that are
//! as the operation left them. An undo is an operation too: taking it back does it again. One that was cut short
//! is finished first.

use crate::catalog::{TakenBack, bring_back, changed_records, take_back};
use crate::finding::Message;
use crate::project::disk::{Before, Change, DiskError, Durability, Removal};
use crate::project::journal::{self, Entry, Finished, Kept, Operation};
use crate::project::lock::Lock;
use crate::project::parallel::in_parallel;
use crate::project::workspace::{Error, Workspace};

/// The name of an undo in the journal.
const UNDO: &str = "undo";

/// What shall be taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The number of an operation; without one the last that can be taken back.
    pub number: Option<u64>,
    /// Only the record with this id, in target catalogs; whatever stands there now gives way.
    pub id: Option<String>,
    /// Only target catalogs of these locales; all catalogs if empty.
    pub locales: Vec<String>,
}

/// What an undo did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The operation; for a record, the newest it was found in.
    pub number: u64,
    /// Its name.
    pub operation: String,
    /// The record that was asked for, if one was and this is not a finished undo.
    pub id: Option<String>,
    /// Whether this was an undo cut short, and is now finished.
    pub finished: bool,
    /// Its files, as far as anything was to be done.
    pub files: Vec<UndoneFile>,
}

/// What an undo did to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoneFile {
    /// The file.
    pub path: String,
    /// How much of it went back.
    pub outcome: Outcome,
    /// Ids of records that are as they were before.
    pub records: Vec<String>,
    /// Ids of records that stay: somebody has changed them since.
    pub left: Vec<String>,
}

/// How much of a file went back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All of it.
    Whole,
    /// All of it: the operation had made the file, and it is gone.
    Removed,
    /// The records that are named.
    Records,
    /// Nothing.
    Left,
}

/// An operation as `undo --list` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its entry.
    pub entry: Entry,
    /// What it was; `None` where the entry cannot be read.
    pub operation: Option<Summary>,
}

/// An operation in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its name.
    pub name: String,
    /// How many files it changed.
    pub files: usize,
    /// How many records of target catalogs.
    pub records: usize,
}

/// Returns the operations that can be taken back, newest first.
pub fn list(workspace: &Workspace) -> Result<Vec<Listed>, Error> {
    let scope = Scope::new(workspace, &[]);
    let mut entries = journal::entries(&workspace.root)?;
    entries.reverse();
    let listed = in_parallel(&entries, |entry| Listed {
        entry: entry.clone(),
        operation: journal::read(&workspace.root, entry).map(|operation| {
            let targets = operation.files.iter().filter(|kept| scope.is_target(&kept.path));
            let records = targets.map(|kept| changed(kept).len()).sum();
            Summary { name: operation.name.clone(), files: operation.files.len(), records }
        }),
    });
    Ok(listed)
}

/// Takes back what is wanted.
pub fn undo(workspace: &Workspace, wanted: &Wanted, lock: &Lock) -> Result<Undone, Error> {
    let scope = Scope::new(workspace, &wanted.locales);
    // Running it again after it was cut short must not do the contrary.
    let finished = journal::recover(&workspace.root, lock)?;
    if let Some(finished) = finished.filter(|finished| finished.operation.name == UNDO) {
        return Ok(reported(&finished));
    }
    let mut entries = journal::entries(&workspace.root)?;
    entries.reverse();
    if let Some(number) = wanted.number {
        entries.retain(|entry| entry.number == number);
        if entries.is_empty() {
            return Err(Error::Message(Message::new("error-no-operation").with("number", number.to_string())));
        }
    }
    let planned = match &wanted.id {
        Some(id) => plan_record(workspace, &entries, &scope, id)?,
        None => plan_operation(workspace, &entries, &scope)?,
    };
    let Some(plan) = planned else {
        return Err(Error::Message(match &wanted.id {
            Some(id) => Message::new("error-no-version").with("id", id.as_str()),
            None => Message::new("error-nothing-to-undo"),
        }));
    };
    journal::write(&workspace.root, UNDO, &plan.changes, &plan.removals, lock)?;
    Ok(plan.undone)
}

/// Which files an undo may touch: a foreign entry must not lead it elsewhere.
struct Scope<'w> {
    workspace: &'w Workspace,
    locales: &'w [String],
    /// The paths of the source catalogs.
    sources: Vec<String>,
}

impl<'w> Scope<'w> {
    fn new(workspace: &'w Workspace, locales: &'w [String]) -> Scope<'w> {
        let catalog = |path: &String| workspace.config.catalog_path(path, workspace.source_locale(path));
        let mut sources: Vec<String> = workspace.documents.iter().map(catalog).collect();
        sources.sort();
        Scope { workspace, locales, sources }
    }

    /// Returns whether a path is that of a target catalog of the locales.
    fn is_target(&self, path: &str) -> bool {
        let config = &self.workspace.config;
        let wanted = |locale: &&String| self.locales.is_empty() || self.locales.contains(locale);
        let holds = |locale: &String| path.starts_with(&format!("{}/{}/", config.catalogs, config.folder(locale)));
        path.ends_with(".ftl")
            && self.sources.binary_search_by(|own| own.as_str().cmp(path)).is_err()
            && config.targets.iter().filter(wanted).any(holds)
    }

    fn holds(&self, path: &str) -> bool {
        let is_catalog = path.ends_with(".ftl") && path.starts_with(&format!("{}/", self.workspace.config.catalogs));
        if self.locales.is_empty() { is_catalog } else { self.is_target(path) }
    }
}

/// What an undo will do.
struct Plan {
    undone: Undone,
    changes: Vec<Change>,
    removals: Vec<Removal>,
}

impl Plan {
    fn new(operation: &Operation) -> Plan {
        let undone = Undone {
            number: operation.number,
            operation: operation.name.clone(),
            id: None,
            finished: false,
            files: Vec::new(),
        };
        Plan { undone, changes: Vec::new(), removals: Vec::new() }
    }

    /// Gives a file the content `to` (none: removes it); `now` is what it holds.
    fn set(&mut self, path: &str, now: Option<String>, to: Option<String>) {
        match (now, to) {
            (now, Some(contents)) => {
                let before = now.map_or(Before::Absent, Before::Is);
                self.changes.push(Change { path: path.to_owned(), contents, before, durability: Durability::Synced });
            }
            (Some(contents), None) => self.removals.push(Removal { path: path.to_owned(), contents }),
            (None, None) => {}
        }
    }

    fn file(&mut self, path: &str, outcome: Outcome, records: Vec<String>, left: Vec<String>) {
        self.undone.files.push(UndoneFile { path: path.to_owned(), outcome, records, left });
    }
}

/// Plans to take back the newest operation of which something is left to be taken back.
fn plan_operation(workspace: &Workspace, entries: &[Entry], scope: &Scope) -> Result<Option<Plan>, Error> {
    for entry in entries {
        let Some(operation) = journal::read(&workspace.root, entry) else { continue };
        let mut plan = Plan::new(&operation);
        for kept in operation.files.iter().filter(|kept| scope.holds(&kept.path)) {
            plan_file(workspace, kept, &mut plan)?;
        }
        if !plan.undone.files.is_empty() {
            return Ok(Some(plan));
        }
    }
    Ok(None)
}

fn plan_file(workspace: &Workspace, kept: &Kept, plan: &mut Plan) -> Result<(), Error> {
    let Some(now) = current(workspace, &kept.path)? else {
        plan.file(&kept.path, Outcome::Left, Vec::new(), changed(kept));
        return Ok(());
    };
    if now == kept.before {
        return Ok(());
    }
    // A file that is gone is nobody's work that could be overwritten.
    if now == kept.after || now.is_none() {
        let outcome = if kept.before.is_some() { Outcome::Whole } else { Outcome::Removed };
        plan.file(&kept.path, outcome, changed(kept), Vec::new());
        plan.set(&kept.path, now, kept.before.clone());
        return Ok(());
    }
    let (Some(before), Some(text)) = (&kept.before, &now) else {
        plan.file(&kept.path, Outcome::Left, Vec::new(), changed(kept));
        return Ok(());
    };
    let TakenBack { text: contents, records, left } = take_back(before, kept.after.as_deref().unwrap_or(""), text);
    if records.is_empty() && left.is_empty() {
        return Ok(());
    }
    let outcome = if records.is_empty() { Outcome::Left } else { Outcome::Records };
    plan.file(&kept.path, outcome, records, left);
    if contents != *text {
        plan.set(&kept.path, now, Some(contents));
    }
    Ok(())
}

/// Plans to bring back the newest other version of a record in each target catalog that had one.
fn plan_record(workspace: &Workspace, entries: &[Entry], scope: &Scope, id: &str) -> Result<Option<Plan>, Error> {
    let mut found: Option<Plan> = None;
    for entry in entries {
        let Some(operation) = journal::read(&workspace.root, entry) else { continue };
        for kept in operation.files.iter().filter(|kept| scope.is_target(&kept.path)) {
            let done = found.as_ref().is_some_and(|plan| plan.undone.files.iter().any(|file| file.path == kept.path));
            if done || !changed(kept).iter().any(|changed| changed == id) {
                continue;
            }
            let Some(Some(now)) = current(workspace, &kept.path)? else { continue };
            let Some(contents) = kept.before.as_deref().and_then(|before| bring_back(before, &now, id)) else {
                continue;
            };
            let plan = found.get_or_insert_with(|| Plan::new(&operation));
            plan.undone.id = Some(id.to_owned());
            plan.file(&kept.path, Outcome::Records, vec![id.to_owned()], Vec::new());
            plan.set(&kept.path, Some(now), Some(contents));
        }
    }
    Ok(found)
}

/// Returns what was done to finish an undo.
fn reported(finished: &Finished) -> Undone {
    let mut plan = Plan::new(&finished.operation);
    plan.undone.finished = true;
    for kept in finished.done.iter().filter_map(|at| finished.operation.files.get(*at)) {
        let outcome = if kept.after.is_some() { Outcome::Whole } else { Outcome::Removed };
        plan.file(&kept.path, outcome, changed(kept), Vec::new());
    }
    plan.undone
}

/// Returns what a file holds; `None` for one that is no text.
fn current(workspace: &Workspace, path: &str) -> Result<Option<Option<String>>, Error> {
    match workspace.root.read(path) {
        Ok(text) => Ok(Some(text)),
        Err(DiskError::NotUtf8 { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn changed(kept: &Kept) -> Vec<String> {
    changed_records(kept.before.as_deref().unwrap_or(""), kept.after.as_deref().unwrap_or(""))
}
