//! The one write path: stage everything beside its place, look again, rename, remove, sync the folders.
//!
//! A file is never written in place. Until the first rename nothing that existed has changed; after
//! it each file is either old or new. Whatever fails, dropping the staged files removes them; only
//! a killed process leaves some behind, and the next batch under the lock sweeps them up.
//! What goes, goes last: what a batch moves from one file to another is never in neither.
#![allow(clippy::disallowed_methods, reason = "this is project::disk")]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread;

use tempfile::{NamedTempFile, TempPath};

use crate::project::disk::medium::{FileSystems, sync_folder};
use crate::project::disk::replaced::Replaced;
use crate::project::disk::temporary::{create_beside, sweep};
use crate::project::disk::{
    Before, Call, Change, DiskError, Durability, Gate, LIMIT, Removal, Root, read_bytes, regular,
};
use crate::project::lock::Lock;
use crate::project::parallel::in_parallel;

/// How many temporary files are open at once: a batch may be longer than the limit on open files.
const OPEN: usize = 256;
/// How many files are waited for at once: a file system commits several syncs in one go.
const WAITING: usize = 8;
/// As many syncs are not worth a thread.
const FEW: usize = 8;
/// So many files are not waited for one by one where their file system can be had on the medium as a whole.
const MANY: usize = 16;

/// A change and where its file really lies.
struct Target<'a> {
    change: &'a Change,
    place: PathBuf,
}

/// A file that shall go and where it really lies.
struct Doomed<'a> {
    removal: &'a Removal,
    place: PathBuf,
}

/// A target whose new content is written to a temporary file beside it.
struct Filled<'a> {
    target: Target<'a>,
    file: NamedTempFile,
    /// The folders that have new entries once this file is in place.
    folders: Vec<PathBuf>,
}

impl Filled<'_> {
    /// Whether it is people's work, which must survive a power cut.
    fn is_work(&self) -> bool {
        self.target.change.durability == Durability::Synced
    }
}

/// The same with the content complete, and on the medium where that matters.
struct Staged<'a> {
    target: Target<'a>,
    content: TempPath,
    folders: Vec<PathBuf>,
}

/// Does what [`Root::write_and_remove`] says.
pub(super) fn write_batch(
    root: &Root,
    changes: &[Change],
    removals: &[Removal],
    lock: &Lock,
) -> Result<Vec<String>, DiskError> {
    let gate = &*root.gate;
    let targets = locate_all(root, changes)?;
    let mut doomed = Vec::new();
    for removal in removals {
        doomed.push(Doomed { removal, place: root.locate(&removal.path)? });
    }
    refuse_collisions(&names(&targets, &doomed))?;
    if lock.covers(root) {
        sweep(targets.iter().filter_map(|target| target.place.parent()).collect(), gate);
    }
    let wanted: Result<Vec<bool>, DiskError> = in_parallel(&targets, needs_writing).into_iter().collect();
    let pending = targets.into_iter().zip(wanted?).filter_map(|(target, wanted)| wanted.then_some(target)).collect();
    for doomed in &doomed {
        check_doomed(doomed)?;
    }
    let staged = stage_all(pending, gate)?;
    let mut unsynced = Unsynced::default();
    let mut replaced = Replaced::default();
    let renamed: Result<Vec<_>, _> =
        staged.into_iter().map(|staged| put(staged, &mut unsynced, &mut replaced, gate)).collect();
    replaced.let_go();
    let done = renamed.and_then(|mut done| {
        for doomed in &doomed {
            done.extend(remove(doomed, &mut unsynced, gate)?);
        }
        Ok(done)
    });
    // What was done before a failure is as much people's work as the rest.
    let synced = unsynced.sync(gate);
    let done = done?;
    synced.map(|()| done)
}

fn locate_all<'a>(root: &Root, changes: &'a [Change]) -> Result<Vec<Target<'a>>, DiskError> {
    if let Some(change) = changes.iter().find(|change| change.contents.len() as u64 > LIMIT) {
        return Err(DiskError::TooLarge { path: change.path.clone() });
    }
    let places = in_parallel(changes, |change| root.locate(&change.path));
    changes.iter().zip(places).map(|(change, place)| Ok(Target { change, place: place? })).collect()
}

/// Returns the path and the place of every file of a batch.
fn names<'t>(targets: &'t [Target], doomed: &'t [Doomed]) -> Vec<(&'t str, &'t Path)> {
    let written = targets.iter().map(|target| (target.change.path.as_str(), target.place.as_path()));
    written.chain(doomed.iter().map(|doomed| (doomed.removal.path.as_str(), doomed.place.as_path()))).collect()
}

/// Refuses two changes of one file and a file in the place of another's folder, letter case aside.
fn refuse_collisions(files: &[(&str, &Path)]) -> Result<(), DiskError> {
    let folded: Vec<String> = files.iter().map(|(_, place)| place.to_string_lossy().to_lowercase()).collect();
    let mut seen: HashMap<&Path, usize> = HashMap::new();
    for (i, place) in folded.iter().enumerate() {
        if let Some(&earlier) = seen.get(Path::new(place)) {
            return Err(collision(files, i, earlier));
        }
        seen.insert(Path::new(place), i);
    }
    for (i, place) in folded.iter().enumerate() {
        if let Some(&other) = Path::new(place).ancestors().skip(1).find_map(|folder| seen.get(folder)) {
            return Err(collision(files, i.max(other), i.min(other)));
        }
    }
    Ok(())
}

fn collision(files: &[(&str, &Path)], later: usize, earlier: usize) -> DiskError {
    let path = |i: usize| files.get(i).map(|(path, _)| (*path).to_string()).unwrap_or_default();
    DiskError::Collision { path: path(later), other: path(earlier) }
}

/// Returns whether a file lacks its content; an error when it is not what the change was made from.
fn needs_writing(target: &Target) -> Result<bool, DiskError> {
    let Change { path, contents, .. } = target.change;
    if has_text(&target.place, path, contents)? {
        return Ok(false);
    }
    check_before(target).map(|()| true)
}

fn check_before(target: &Target) -> Result<(), DiskError> {
    let path = &target.change.path;
    let unchanged = match &target.change.before {
        Before::Anything => true,
        Before::Absent => regular(&target.place, path)?.is_none(),
        Before::Is(text) => has_text(&target.place, path, text)?,
    };
    if unchanged { Ok(()) } else { Err(DiskError::Changed { path: path.clone() }) }
}

/// Returns whether a file that shall go is still there; an error when it is not the one that was meant.
fn check_doomed(doomed: &Doomed) -> Result<bool, DiskError> {
    let Removal { path, contents } = doomed.removal;
    if regular(&doomed.place, path)?.is_none() {
        return Ok(false);
    }
    if has_text(&doomed.place, path, contents)? { Ok(true) } else { Err(DiskError::Changed { path: path.clone() }) }
}

fn has_text(place: &Path, path: &str, text: &str) -> Result<bool, DiskError> {
    match regular(place, path)? {
        Some(metadata) if metadata.len() == text.len() as u64 => {
            Ok(read_bytes(place, path)?.as_deref() == Some(text.as_bytes()))
        }
        _ => Ok(false),
    }
}

/// Stages all targets, a number of them at a time: first all are written, then all are waited for.
fn stage_all<'a>(pending: Vec<Target<'a>>, gate: &dyn Gate) -> Result<Vec<Staged<'a>>, DiskError> {
    let systems = file_systems(&pending);
    let mut staged = Vec::with_capacity(pending.len());
    let mut pending = pending.into_iter().peekable();
    while pending.peek().is_some() {
        let filled = fill_all(pending.by_ref().take(OPEN).collect(), gate)?;
        let alone: Vec<&Filled> = filled.iter().filter(|it| it.is_work() && !systems.hold(it.file.as_file())).collect();
        sync_files(&alone, gate)?;
        let complete = |it: Filled<'a>| {
            let Filled { target, file, folders } = it;
            Staged { target, content: file.into_temp_path(), folders }
        };
        staged.extend(filled.into_iter().map(complete));
    }
    sync_systems(&systems, &staged, gate)?;
    Ok(staged)
}

/// Returns the file systems of a long batch that matters, before anything is written to them.
fn file_systems(pending: &[Target]) -> FileSystems {
    let work = pending.iter().filter(|target| target.change.durability == Durability::Synced);
    let folders: Vec<&Path> = work.filter_map(|target| target.place.parent()).collect();
    if folders.len() < MANY {
        return FileSystems::default();
    }
    let folders: BTreeSet<&Path> = folders.into_iter().collect();
    FileSystems::of(folders.into_iter())
}

/// Waits until everything staged is on the medium: all at once, or one by one where that is not to be had.
fn sync_systems(systems: &FileSystems, staged: &[Staged], gate: &dyn Gate) -> Result<(), DiskError> {
    let Some(first) = staged.first() else { return Ok(()) };
    let failed = |it: &Staged, source| DiskError::Write { path: it.target.change.path.clone(), source };
    if systems.sync(&first.target.place, gate).map_err(|source| failed(first, source))? {
        return Ok(());
    }
    for it in staged.iter().filter(|it| it.target.change.durability == Durability::Synced) {
        let synced = gate.pass(Call::Sync, &it.target.place).and_then(|()| File::open(&it.content)?.sync_all());
        synced.map_err(|source| failed(it, source))?;
    }
    Ok(())
}

/// Fills the temporary files of all targets, those of a longer run on all processors.
fn fill_all<'a>(targets: Vec<Target<'a>>, gate: &dyn Gate) -> Result<Vec<Filled<'a>>, DiskError> {
    let fill_each = |part: Vec<Target<'a>>| part.into_iter().map(|target| fill(target, gate)).collect();
    if targets.len() <= FEW {
        return fill_each(targets);
    }
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let length = targets.len().div_ceil(workers);
    let mut targets = targets.into_iter();
    let parts: Vec<Vec<Target>> = (0..workers).map(|_| targets.by_ref().take(length).collect()).collect();
    thread::scope(|scope| {
        let running: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || fill_each(part))).collect();
        let parts: Result<Vec<Vec<Filled>>, DiskError> = running.into_iter().map(joined).collect();
        Ok(parts?.into_iter().flatten().collect())
    })
}

/// Returns what a thread returned, or goes on with its panic.
fn joined<T>(running: thread::ScopedJoinHandle<'_, T>) -> T {
    running.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn fill<'a>(target: Target<'a>, gate: &dyn Gate) -> Result<Filled<'a>, DiskError> {
    let filled = fill_file(&target, gate);
    match filled {
        Ok((file, folders)) => Ok(Filled { target, file, folders }),
        Err(source) => Err(DiskError::Write { path: target.change.path.clone(), source }),
    }
}

fn fill_file(target: &Target, gate: &dyn Gate) -> io::Result<(NamedTempFile, Vec<PathBuf>)> {
    let folder = target.place.parent().ok_or(ErrorKind::InvalidInput)?;
    let folders = make_folder(folder, gate)?;
    gate.pass(Call::Create, &target.place)?;
    let mut file = create_beside(folder, existing_mode(&target.place)?)?;
    gate.pass(Call::Write, &target.place)?;
    file.write_all(target.change.contents.as_bytes())?;
    Ok((file, folders))
}

/// Puts bytes in place of a file by way of a temporary one, without waiting for the medium.
pub(super) fn write_bytes(place: &Path, bytes: &[u8], gate: &dyn Gate) -> io::Result<()> {
    let folder = place.parent().ok_or(ErrorKind::InvalidInput)?;
    make_folder(folder, gate)?;
    gate.pass(Call::Create, place)?;
    let mut file = create_beside(folder, existing_mode(place)?)?;
    gate.pass(Call::Write, place)?;
    file.write_all(bytes)?;
    gate.pass(Call::Rename, place)?;
    file.persist(place).map_err(|error| error.error)?;
    Ok(())
}

/// Waits until files are on the medium; the first error in their order counts.
fn sync_files(files: &[&Filled], gate: &dyn Gate) -> Result<(), DiskError> {
    let sync = |it: &&Filled| {
        let synced = gate.pass(Call::Sync, &it.target.place).and_then(|()| it.file.as_file().sync_all());
        synced.map_err(|source| DiskError::Write { path: it.target.change.path.clone(), source })
    };
    if files.len() <= FEW {
        return files.iter().try_for_each(sync);
    }
    thread::scope(|scope| {
        let parts = files.chunks(files.len().div_ceil(WAITING));
        let running: Vec<_> = parts.map(|part| scope.spawn(|| part.iter().try_for_each(sync))).collect();
        // All are waited for: what fails second must not be left to the system.
        let ended: Vec<_> = running.into_iter().map(joined).collect();
        ended.into_iter().collect()
    })
}

/// Makes a folder and those above it; returns the folders whose entries a file in it hangs on.
fn make_folder(folder: &Path, gate: &dyn Gate) -> io::Result<Vec<PathBuf>> {
    let missing = folder.ancestors().take_while(|folder| !folder.exists());
    let mut entries: Vec<PathBuf> = missing.filter_map(Path::parent).map(Path::to_path_buf).collect();
    if !entries.is_empty() {
        gate.pass(Call::Folder, folder)?;
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
fn put(staged: Staged, unsynced: &mut Unsynced, replaced: &mut Replaced, gate: &dyn Gate) -> Result<String, DiskError> {
    let Staged { target, content, folders } = staged;
    let Change { path, before, durability, .. } = target.change;
    let passed = gate.pass(Call::Rename, &target.place);
    passed.map_err(|source| DiskError::Write { path: path.clone(), source })?;
    check_before(&target)?;
    if matches!(before, Before::Is(_)) {
        replaced.hold(&target.place);
    }
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

/// Looks at a file for the last time and removes it; returns its path, or nothing where it is gone already.
fn remove(doomed: &Doomed, unsynced: &mut Unsynced, gate: &dyn Gate) -> Result<Option<String>, DiskError> {
    let path = &doomed.removal.path;
    let failed = |source| DiskError::Write { path: path.clone(), source };
    gate.pass(Call::Remove, &doomed.place).map_err(failed)?;
    if !check_doomed(doomed)? {
        return Ok(None);
    }
    fs::remove_file(&doomed.place).map_err(failed)?;
    unsynced.add(doomed.place.parent().map(Path::to_path_buf).into_iter().collect(), path);
    Ok(Some(path.clone()))
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

    fn sync(self, gate: &dyn Gate) -> Result<(), DiskError> {
        for (folder, path) in self.folders {
            let synced = gate.pass(Call::SyncFolder, &folder).and_then(|()| sync_folder(&folder));
            synced.map_err(|source| DiskError::Write { path, source })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::disk::gate::Open;

    #[test]
    fn file_changed_after_staging_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::open(folder.path()).unwrap();
        for before in [Before::Absent, Before::Is("ours".to_string())] {
            let place = root.path().join("a.md");
            let contents = "new".to_string();
            let change = Change { path: "a.md".to_string(), contents, before, durability: Durability::Synced };
            let target = Target { change: &change, place: place.clone() };
            let staged = stage_all(vec![target], &Open).unwrap().remove(0);
            fs::write(&place, "theirs").unwrap();
            let error = put(staged, &mut Unsynced::default(), &mut Replaced::default(), &Open).unwrap_err();
            assert!(matches!(error, DiskError::Changed { .. }));
            assert_eq!(fs::read_to_string(&place).unwrap(), "theirs");
            assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
        }
    }

    /// A system that refuses the call for a whole file system.
    #[cfg(target_os = "linux")]
    #[derive(Debug)]
    struct Refusing {
        error: ErrorKind,
        calls: std::sync::Mutex<Vec<Call>>,
    }

    #[cfg(target_os = "linux")]
    impl Gate for Refusing {
        fn pass(&self, call: Call, _: &Path) -> io::Result<()> {
            self.calls.lock().unwrap().push(call);
            if call == Call::SyncAll { Err(self.error.into()) } else { Ok(()) }
        }
    }

    /// Stages a long batch; returns how often the whole and how often a file was waited for, or the error.
    #[cfg(target_os = "linux")]
    fn stage_many(error: ErrorKind) -> Result<(usize, usize), DiskError> {
        let folder = tempfile::tempdir().unwrap();
        let change = |number: usize| Change {
            path: format!("{number}.md"),
            contents: "new".to_string(),
            before: Before::Absent,
            durability: Durability::Synced,
        };
        let changes: Vec<Change> = (0..MANY).map(change).collect();
        let target = |change| Target { change, place: folder.path().join(&change.path) };
        let gate = Refusing { error, calls: std::sync::Mutex::default() };
        stage_all(changes.iter().map(target).collect(), &gate)?;
        let calls = gate.calls.into_inner().unwrap();
        let count = |wanted| calls.iter().filter(|call| **call == wanted).count();
        Ok((count(Call::SyncAll), count(Call::Sync)))
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn long_batch_is_waited_for_file_by_file_where_the_system_refuses_the_whole() {
        for refused in [ErrorKind::Unsupported, ErrorKind::PermissionDenied] {
            let (whole, single) = stage_many(refused).unwrap();
            // Where the file system is not a known one, each is waited for at once.
            assert!(whole <= 1 && single == MANY, "{whole} and {single}");
        }
        let ended = stage_many(ErrorKind::StorageFull);
        assert!(matches!(ended, Err(DiskError::Write { .. }) | Ok((0, MANY))), "{ended:?}");
    }
}
