//! One writer per workspace: an advisory lock on `.duizhao/lock`.
//!
//! The kernel holds the lock and drops it with the process, however that ends, so a stale lock
//! cannot exist and nobody has to break one. The process id in the file is for the message only.
#![allow(clippy::disallowed_methods, reason = "a lock file is opened, not read or replaced")]

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::project::disk::{Before, Change, DiskError, Durability, Root, regular};

/// The lock file, relative to the workspace.
pub const LOCK_FILE: &str = ".duizhao/lock";

const IGNORE_FILE: &str = ".duizhao/.gitignore";
const PAUSE: Duration = Duration::from_millis(50);

/// The right to write to a workspace. It ends when the value is dropped or the process dies.
#[derive(Debug)]
pub struct Lock {
    // `None` is the lock of a file system that has none.
    held: Option<(File, PathBuf)>,
}

impl Lock {
    /// How long the commands wait for another process.
    pub const PATIENCE: Duration = Duration::from_secs(10);

    /// Takes the lock of a workspace, waiting up to `patience` for another process to finish.
    ///
    /// Makes `.duizhao/`, which git is told to ignore.
    pub fn acquire(root: &Root, patience: Duration) -> Result<Lock, DiskError> {
        let place = root.locate(LOCK_FILE)?;
        let file = open(&place)?;
        wait(&file, &place, patience)?;
        note_holder(&file);
        let lock = Lock { held: Some((file, root.path().to_path_buf())) };
        hide_from_git(root, &lock)?;
        Ok(lock)
    }

    /// Returns a lock that holds nothing, for file systems that cannot lock.
    ///
    /// A batch under it leaves the temporary files of killed runs alone: their owners may be alive.
    pub fn without() -> Lock {
        Lock { held: None }
    }

    /// Returns whether no other process writes to this workspace.
    pub(crate) fn covers(&self, root: &Root) -> bool {
        self.held.as_ref().is_some_and(|(_, path)| path == root.path())
    }
}

fn open(place: &Path) -> Result<File, DiskError> {
    let failed = |source| DiskError::Write { path: LOCK_FILE.to_string(), source };
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    // A pipe in its place would keep us waiting for ever.
    regular(place, LOCK_FILE)?;
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(place).map_err(failed)
}

fn wait(file: &File, place: &Path, patience: Duration) -> Result<(), DiskError> {
    let mut waited = Duration::ZERO;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(source)) => return Err(DiskError::Write { path: LOCK_FILE.to_string(), source }),
            Err(TryLockError::WouldBlock) if waited >= patience => {
                return Err(DiskError::Locked { path: LOCK_FILE.to_string(), pid: holder(place) });
            }
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
        }
        waited += PAUSE;
    }
}

fn holder(place: &Path) -> Option<u32> {
    fs::read_to_string(place).ok()?.trim().parse().ok()
}

/// Writes our process id into the lock file. Without it the message of another process is less exact.
fn note_holder(mut file: &File) {
    let _ = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
}

fn hide_from_git(root: &Root, lock: &Lock) -> Result<(), DiskError> {
    if root.read(IGNORE_FILE)?.is_some() {
        return Ok(());
    }
    let change = Change {
        path: IGNORE_FILE.to_string(),
        contents: "*\n".to_string(),
        before: Before::Absent,
        durability: Durability::Rebuildable,
    };
    root.write(&[change], lock).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn second_lock_names_the_process_that_holds_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::open(folder.path()).unwrap();
        let first = Lock::acquire(&root, Duration::ZERO).unwrap();
        let error = Lock::acquire(&root, Duration::ZERO).unwrap_err();
        let expected = format!("`.duizhao/lock` is locked by process {}", std::process::id());
        assert_eq!(error.to_string(), expected);
        drop(first);
        Lock::acquire(&root, Duration::ZERO).unwrap();
        assert_eq!(root.read(".duizhao/.gitignore").unwrap().as_deref(), Some("*\n"));
    }

    #[test]
    fn waiting_lock_is_taken_when_the_first_ends() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::open(folder.path()).unwrap();
        let first = Lock::acquire(&root, Duration::ZERO).unwrap();
        thread::scope(|scope| {
            let second = scope.spawn(|| Lock::acquire(&root, Duration::from_secs(60)).map(drop));
            drop(first);
            second.join().unwrap().unwrap();
        });
    }

    #[test]
    fn folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".duizhao"), "in the way").unwrap();
        let root = Root::open(folder.path()).unwrap();
        let error = Lock::acquire(&root, Duration::ZERO).unwrap_err();
        assert_eq!(error.to_string(), "cannot write `.duizhao/lock`: file exists");
    }

    #[test]
    fn lock_of_another_workspace_covers_nothing() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let lock = Lock::acquire(&Root::open(here.path()).unwrap(), Duration::ZERO).unwrap();
        assert!(!lock.covers(&Root::open(there.path()).unwrap()));
        assert!(!Lock::without().covers(&Root::open(here.path()).unwrap()));
    }
}
