//! `build --watch`: the pages of a document again whenever it or a catalog of it is saved.
//!
//! An error of one build is told and the next save is waited for: somebody is writing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use duizhao::config;
use duizhao::finding::Message;
use duizhao::project::Workspace;
use notify::{EventKind, RecursiveMode, Watcher};

use crate::args::{Build, Global};
use crate::commands::{Outcome, build, open};
use crate::failure::Failure;
use crate::ui::Ui;

/// Editors save in several steps: what comes within this time belongs to one save.
const TOGETHER: Duration = Duration::from_millis(15);

/// What has to be built again.
enum Again {
    /// These documents.
    Documents(Vec<String>),
    /// Everything: the settings or a glossary changed.
    All,
}

pub(super) fn run(own: &Build, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let mut workspace = open(global, ui)?;
    let (send, saved) = mpsc::channel();
    let unwatchable = |error: notify::Error| Failure::from(Message::new("error-watch").with("why", error.to_string()));
    let mut watcher = notify::recommended_watcher(send).map_err(unwatchable)?;
    for (folder, mode) in folders(&workspace) {
        watcher.watch(&folder, mode).map_err(unwatchable)?;
    }
    told(build::once(&workspace, own, global, ui, None), ui);
    ui.hint(&Message::new("hint-watching"));
    while let Some(paths) = next(&saved) {
        let before = workspace.documents.len();
        workspace = match open(global, ui) {
            Ok(workspace) => workspace,
            Err(failure) => {
                ui.error(&failure.message());
                continue;
            }
        };
        let only = match again(&workspace, &paths) {
            Again::All => None,
            Again::Documents(_) if workspace.documents.len() != before => None,
            Again::Documents(documents) if documents.is_empty() => continue,
            Again::Documents(documents) => Some(documents),
        };
        told(build::once(&workspace, own, global, ui, only), ui);
    }
    Ok(Outcome::Clean)
}

fn told(built: Result<Outcome, Failure>, ui: &Ui) {
    if let Err(failure) = built {
        ui.error(&failure.message());
    }
}

/// The folders to watch: those of the documents and the catalogs, and that of the settings without those in it, which
/// may hold anything.
fn folders(workspace: &Workspace) -> Vec<(PathBuf, RecursiveMode)> {
    let root = workspace.root.path();
    let top = |path: &str| path.split_once('/').map(|(folder, _)| folder.to_owned());
    let mut folders: BTreeSet<String> = workspace.documents.iter().filter_map(|path| top(path)).collect();
    folders.extend(top(&format!("{}/", workspace.config.catalogs)));
    let below = folders.into_iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir());
    let mut watched: Vec<(PathBuf, RecursiveMode)> = below.map(|folder| (folder, RecursiveMode::Recursive)).collect();
    watched.push((root.to_path_buf(), RecursiveMode::NonRecursive));
    watched
}

/// Waits for a save and returns the files it changed; `None` when nobody watches any more.
fn next(saved: &Receiver<notify::Result<notify::Event>>) -> Option<BTreeSet<PathBuf>> {
    let mut paths = BTreeSet::new();
    let mut add = |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if !matches!(event.kind, EventKind::Access(_)) {
            paths.extend(event.paths);
        }
    };
    add(saved.recv().ok()?);
    while let Ok(event) = saved.recv_timeout(TOGETHER) {
        add(event);
    }
    Some(paths)
}

/// What a save of these files asks for.
fn again(workspace: &Workspace, paths: &BTreeSet<PathBuf>) -> Again {
    let inside = |path: &PathBuf| path.strip_prefix(workspace.root.path()).ok().map(slashed);
    let mut documents = BTreeSet::new();
    for path in paths.iter().filter_map(inside) {
        if path == config::FILE || is_glossary(workspace, &path) {
            return Again::All;
        }
        let of = |document: &&String| {
            let catalog = |locale: &String| workspace.config.catalog_path(document, locale) == path;
            **document == path || workspace.config.targets.iter().any(catalog)
        };
        documents.extend(workspace.documents.iter().find(of).cloned());
    }
    Again::Documents(documents.into_iter().collect())
}

fn is_glossary(workspace: &Workspace, path: &str) -> bool {
    workspace.config.targets.iter().any(|locale| workspace.config.glossary_path(locale) == path)
}

fn slashed(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
