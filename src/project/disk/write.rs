//! The one write path: stage everything beside its place, look again, rename, sync the folders.
//!
//! A file is never written in place. Until the first rename nothing that existed has changed; after
//! it each file is either old or new. Whatever fails, dropping the staged files removes them; only
//! a killed process leaves some behind, and the next batch under the lock sweeps them up.
#![allow(clippy::disallowed_methods, reason = "this is project::disk")]

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::project::disk::temporary::{create_beside, sweep};
use crate::project::disk::{Before, Change, DiskError, Durability, LIMIT, Root, read_bytes, regular};
use crate::project::lock::Lock;

/// A change and where its file really lies.
struct Target<'a> {
    change: &'a Change,
    place: PathBuf,
}

/// A target whose new content is complete, in a temporary file beside it.
struct Staged<'a> {
    target: Target<'a>,
    content: TempPath,
    /// The folders that have new entries once this file is in place.
    folders: Vec<PathBuf>,
}

/// Does what [`Root::write`] says.
pub(super) fn write_batch(root: &Root, changes: &[Change], lock: &Lock) -> Result<Vec<String>, DiskError> {
    let targets = locate_all(root, changes)?;
    refuse_collisions(&targets)?;
    if lock.covers(root) {
        sweep(targets.iter().filter_map(|target| target.place.parent()).collect());
    }
    let mut pending = Vec::new();
    for target in targets {
        if needs_writing(&target)? {
            pending.push(target);
        }
    }
    let staged = pending.into_iter().map(stage).collect::<Result<Vec<_>, _>>()?;
    let mut unsynced = Unsynced::default();
    let renamed: Result<Vec<_>, _> = staged.into_iter().map(|staged| put(staged, &mut unsynced)).collect();
    // What was renamed before a failure is as much people's work as the rest.
    let synced = unsynced.sync();
    let written = renamed?;
    synced.map(|()| written)
}

fn locate_all<'a>(root: &Root, changes: &'a [Change]) -> Result<Vec<Target<'a>>, DiskError> {
    let mut targets = Vec::with_capacity(changes.len());
    for change in changes {
        if change.contents.len() as u64 > LIMIT {
            return Err(DiskError::TooLarge { path: change.path.clone() });
        }
        targets.push(Target { change, place: root.locate(&change.path)? });
    }
    Ok(targets)
}

/// Refuses two changes of one file and a file in the place of another's folder, letter case aside.
fn refuse_collisions(targets: &[Target]) -> Result<(), DiskError> {
    let folded: Vec<String> = targets.iter().map(|target| target.place.to_string_lossy().to_lowercase()).collect();
    let mut seen: HashMap<&Path, usize> = HashMap::new();
    for (i, place) in folded.iter().enumerate() {
        if let Some(&earlier) = seen.get(Path::new(place)) {
            return Err(collision(targets, i, earlier));
        }
        seen.insert(Path::new(place), i);
    }
    for (i, place) in folded.iter().enumerate() {
        if let Some(&other) = Path::new(place).ancestors().skip(1).find_map(|folder| seen.get(folder)) {
            return Err(collision(targets, i.max(other), i.min(other)));
        }
    }
    Ok(())
}

fn collision(targets: &[Target], later: usize, earlier: usize) -> DiskError {
    let path = |i: usize| targets.get(i).map(|target| target.change.path.clone()).unwrap_or_default();
    DiskError::Collision { path: path(later), other: path(earlier) }
}

/// Returns whether a file lacks its content; an error when it is not what the change was made from.
fn needs_writing(target: &Target) -> Result<bool, DiskError> {
    if has_text(target, &target.change.contents)? {
        return Ok(false);
    }
    check_before(target).map(|()| true)
}

fn check_before(target: &Target) -> Result<(), DiskError> {
    let path = &target.change.path;
    let unchanged = match &target.change.before {
        Before::Anything => true,
        Before::Absent => regular(&target.place, path)?.is_none(),
        Before::Is(text) => has_text(target, text)?,
    };
    if unchanged { Ok(()) } else { Err(DiskError::Changed { path: path.clone() }) }
}

fn has_text(target: &Target, text: &str) -> Result<bool, DiskError> {
    let path = &target.change.path;
    match regular(&target.place, path)? {
        Some(metadata) if metadata.len() == text.len() as u64 => {
            Ok(read_bytes(&target.place, path)?.as_deref() == Some(text.as_bytes()))
        }
        _ => Ok(false),
    }
}

fn stage(target: Target) -> Result<Staged, DiskError> {
    let staged = stage_content(&target);
    match staged {
        Ok((content, folders)) => Ok(Staged { target, content, folders }),
        Err(source) => Err(DiskError::Write { path: target.change.path.clone(), source }),
    }
}

fn stage_content(target: &Target) -> io::Result<(TempPath, Vec<PathBuf>)> {
    let folder = target.place.parent().ok_or(ErrorKind::InvalidInput)?;
    let folders = make_folder(folder)?;
    let mut file = create_beside(folder, existing_mode(&target.place)?)?;
    file.write_all(target.change.contents.as_bytes())?;
    if target.change.durability == Durability::Synced {
        file.as_file().sync_all()?;
    }
    // A path instead of an open file: a batch may be longer than the limit on open files.
    Ok((file.into_temp_path(), folders))
}

/// Makes a folder and those above it; returns the folders whose entries a file in it hangs on.
fn make_folder(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let missing = folder.ancestors().take_while(|folder| !folder.exists());
    let mut entries: Vec<PathBuf> = missing.filter_map(Path::parent).map(Path::to_path_buf).collect();
    if !entries.is_empty() {
        fs::create_dir_all(folder)?;
    }
    entries.push(folder.to_path_buf());
    Ok(entries)
}

fn existing_mode(place: &Path) -> io::Result<Option<Permissions>> {
    match fs::metadata(place) {
        Ok(metadata) => Ok(Some(metadata.permissions())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Looks at the old content for the last time and puts the new one in its place.
fn put(staged: Staged, unsynced: &mut Unsynced) -> Result<String, DiskError> {
    let Staged { target, content, folders } = staged;
    let Change { path, before, durability, .. } = target.change;
    check_before(&target)?;
    let renamed = match before {
        // Fails when somebody has made the file in this very moment.
        Before::Absent => content.persist_noclobber(&target.place),
        Before::Anything | Before::Is(_) => content.persist(&target.place),
    };
    renamed.map_err(|failed| match failed.error.kind() {
        ErrorKind::AlreadyExists => DiskError::Changed { path: path.clone() },
        _ => DiskError::Write { path: path.clone(), source: failed.error },
    })?;
    if *durability == Durability::Synced {
        unsynced.add(folders, path);
    }
    Ok(path.clone())
}

/// Folders with entries that are not on the medium yet, each with a file to name when that fails.
#[derive(Default)]
struct Unsynced {
    folders: BTreeMap<PathBuf, String>,
}

impl Unsynced {
    fn add(&mut self, folders: Vec<PathBuf>, path: &str) {
        for folder in folders {
            self.folders.entry(folder).or_insert_with(|| path.to_string());
        }
    }

    fn sync(self) -> Result<(), DiskError> {
        for (folder, path) in self.folders {
            sync_folder(&folder).map_err(|source| DiskError::Write { path, source })?;
        }
        Ok(())
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows has no such call; renames are as durable as its file system makes them.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_changed_after_staging_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::open(folder.path()).unwrap();
        for before in [Before::Absent, Before::Is("ours".to_string())] {
            let place = root.path().join("a.md");
            let contents = "new".to_string();
            let change = Change { path: "a.md".to_string(), contents, before, durability: Durability::Synced };
            let staged = stage(Target { change: &change, place: place.clone() }).unwrap();
            fs::write(&place, "theirs").unwrap();
            let error = put(staged, &mut Unsynced::default()).unwrap_err();
            assert!(matches!(error, DiskError::Changed { .. }));
            assert_eq!(fs::read_to_string(&place).unwrap(), "theirs");
            assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
        }
    }
}
