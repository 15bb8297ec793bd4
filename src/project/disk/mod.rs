//! The only place that touches files: reading and writing inside one workspace folder.
//!
//! A path is relative to the workspace and written with `/`. It is refused when it leaves the
//! workspace, whether by `..` or by a link, and when it leads into `.git`. Nothing but a regular
//! file is ever opened, and text is never decoded with losses.
#![allow(clippy::disallowed_methods, reason = "this is project::disk")]

mod error;
mod gate;
mod medium;
mod place;
mod replaced;
mod scratch;
mod temporary;
mod write;

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

pub use error::DiskError;
pub use gate::{Call, Gate};
pub use scratch::Scratch;

use crate::project::disk::place::{is_absent, locate};
use crate::project::lock::Lock;
use crate::text::LineIndex;

/// The longest file we read or write, in bytes: 256 MiB.
pub const LIMIT: u64 = 256 << 20;

/// A workspace folder.
#[derive(Debug, Clone)]
pub struct Root {
    // Invariant: canonical, so that a canonical path is inside when it has this prefix.
    path: PathBuf,
    gate: Arc<dyn Gate>,
}

/// A file that shall have new content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file, relative to the workspace.
    pub path: String,
    /// All of its new content.
    pub contents: String,
    /// What must be there for the change to be made.
    pub before: Before,
    /// Whether the change must survive a power cut.
    pub durability: Durability,
}

/// A file that shall go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// The file, relative to the workspace.
    pub path: String,
    /// What must be in it for it to be removed.
    pub contents: String,
}

/// A file of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// When it was written, where the system knows.
    pub modified: Option<SystemTime>,
}

/// What must be on disk at the moment a file is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// Anything: the old content does not matter.
    Anything,
    /// No file.
    Absent,
    /// A file with just this content: the one that was read.
    Is(String),
}

/// How much is at stake when the power fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// People's work: on the medium before [`Root::write`] returns.
    Synced,
    /// Can be made again: left to the system.
    Rebuildable,
}

impl Root {
    /// Opens the workspace folder at `path`.
    pub fn open(path: &Path) -> Result<Root, DiskError> {
        let unreadable = |source| DiskError::Read { path: path.display().to_string(), source };
        let path = fs::canonicalize(path).map_err(unreadable)?;
        if !fs::metadata(&path).map_err(unreadable)?.is_dir() {
            return Err(unreadable(io::ErrorKind::NotADirectory.into()));
        }
        Ok(Root { path, gate: Arc::new(gate::Open) })
    }

    /// Returns the same folder with somebody who is asked before every call that changes the disk.
    #[must_use]
    pub fn with_gate(self, gate: Arc<dyn Gate>) -> Root {
        Root { gate, ..self }
    }

    /// Returns the folder, all links followed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the text of a file, a byte order mark included, or `None` when there is no such file.
    pub fn read(&self, relative: &str) -> Result<Option<String>, DiskError> {
        let place = locate(&self.path, relative)?;
        read_bytes(&place, relative)?.map(|bytes| decode(bytes, relative)).transpose()
    }

    /// Returns the first bytes of a file, at most `count`, and how long it is; `None` when there is no such file.
    pub fn read_start(&self, relative: &str, count: u64) -> Result<Option<(Vec<u8>, u64)>, DiskError> {
        let place = locate(&self.path, relative)?;
        let Some(metadata) = regular(&place, relative)? else { return Ok(None) };
        let unreadable = |source| DiskError::Read { path: relative.to_string(), source };
        let mut bytes = Vec::new();
        File::open(&place).and_then(|file| file.take(count).read_to_end(&mut bytes)).map_err(unreadable)?;
        Ok(Some((bytes, metadata.len())))
    }

    /// Makes all changes, in their order, and returns the paths that were written.
    ///
    /// Every path is checked, every `before` compared and every new content on the medium before the
    /// first file is replaced, so most failures change nothing; a failure after that leaves each file
    /// either old or new. A file that already has its content is not touched. The order in which two
    /// changes of one batch survive a power cut is the file system's; where it matters, make two batches.
    pub fn write(&self, changes: &[Change], lock: &Lock) -> Result<Vec<String>, DiskError> {
        write::write_batch(self, changes, &[], lock)
    }

    /// Makes all changes as [`Root::write`] does, then removes files, and returns the paths of both.
    ///
    /// A file that is gone already is not named; one with other content stops the batch before its first change.
    pub fn write_and_remove(
        &self,
        changes: &[Change],
        removals: &[Removal],
        lock: &Lock,
    ) -> Result<Vec<String>, DiskError> {
        write::write_batch(self, changes, removals, lock)
    }

    /// Gives a file another name in its folder, on the medium before this returns.
    pub(crate) fn rename(&self, from: &str, to: &str) -> Result<(), DiskError> {
        let (place, target) = (locate(&self.path, from)?, locate(&self.path, to)?);
        let renamed = self.gate.pass(Call::Rename, &target).and_then(|()| fs::rename(&place, &target));
        let synced = renamed.and_then(|()| medium::sync_folder_of(&target, &*self.gate));
        synced.map_err(|source| DiskError::Write { path: to.to_string(), source })
    }

    /// Removes a file that can be spared, if that is possible now.
    pub(crate) fn discard(&self, relative: &str) {
        if let Ok(place) = locate(&self.path, relative) {
            let _ = self.gate.pass(Call::Remove, &place).and_then(|()| fs::remove_file(&place));
        }
    }

    /// Returns the regular files of a folder, by name. A folder that is not there has none.
    pub(crate) fn list(&self, folder: &str) -> Result<Vec<Listed>, DiskError> {
        let unreadable = |source| DiskError::Read { path: folder.to_string(), source };
        let entries = match fs::read_dir(locate(&self.path, folder)?) {
            Ok(entries) => entries,
            Err(error) if is_absent(&error) => return Ok(Vec::new()),
            Err(source) => return Err(unreadable(source)),
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry.map_err(unreadable)?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if let Some(metadata) = entry.metadata().ok().filter(Metadata::is_file) {
                found.push(Listed { name, modified: metadata.modified().ok() });
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    /// Returns whether there is a regular file at a path; one that leads out of the workspace is none.
    pub(crate) fn is_file(&self, relative: &str) -> bool {
        locate(&self.path, relative).is_ok_and(|place| fs::metadata(place).is_ok_and(|found| found.is_file()))
    }

    /// Returns the bytes of a file, or `None` when there is no such file.
    pub(crate) fn read_bytes(&self, relative: &str) -> Result<Option<Vec<u8>>, DiskError> {
        read_bytes(&locate(&self.path, relative)?, relative)
    }

    /// Writes the bytes of one file to another, which can be made again. A copy that is as it should be is not touched.
    pub(crate) fn copy(&self, from: &str, to: &str, _lock: &Lock) -> Result<(), DiskError> {
        let Some(bytes) = self.read_bytes(from)? else { return Ok(()) };
        if self.read_bytes(to)?.is_some_and(|there| there == bytes) {
            return Ok(());
        }
        write::write_bytes(&locate(&self.path, to)?, &bytes, &*self.gate)
            .map_err(|source| DiskError::Write { path: to.to_owned(), source })
    }

    /// Returns where `relative` really lies, or refuses it.
    pub(crate) fn locate(&self, relative: &str) -> Result<PathBuf, DiskError> {
        locate(&self.path, relative)
    }
}

/// Returns the text of a file named on the command line, wherever it lies.
pub fn read_named(path: &Path) -> Result<String, DiskError> {
    let name = path.display().to_string();
    let bytes = read_bytes(path, &name)?;
    let missing = || DiskError::Read { path: name.clone(), source: io::ErrorKind::NotFound.into() };
    decode(bytes.ok_or_else(missing)?, &name)
}

/// Writes a file named on the command line (`--output`), wherever it lies.
pub fn write_named(path: &Path, contents: &str) -> Result<(), DiskError> {
    fs::write(path, contents).map_err(|source| DiskError::Write { path: path.display().to_string(), source })
}

/// Returns what is known of the regular file at `place`, or `None` when there is nothing.
///
/// Nothing is opened here: opening a pipe would wait for its other end.
pub(crate) fn regular(place: &Path, relative: &str) -> Result<Option<Metadata>, DiskError> {
    match fs::metadata(place) {
        Ok(metadata) if metadata.is_file() => Ok(Some(metadata)),
        Ok(_) => Err(DiskError::NotRegular { path: relative.to_string() }),
        Err(error) if is_absent(&error) => Ok(None),
        Err(source) => Err(DiskError::Read { path: relative.to_string(), source }),
    }
}

fn read_bytes(place: &Path, relative: &str) -> Result<Option<Vec<u8>>, DiskError> {
    let Some(metadata) = regular(place, relative)? else {
        return Ok(None);
    };
    let too_large = || DiskError::TooLarge { path: relative.to_string() };
    if metadata.len() > LIMIT {
        return Err(too_large());
    }
    let file = match File::open(place) {
        Ok(file) => file,
        Err(error) if is_absent(&error) => return Ok(None),
        Err(source) => return Err(DiskError::Read { path: relative.to_string(), source }),
    };
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    // The file may grow while we read it.
    let read = file.take(LIMIT + 1).read_to_end(&mut bytes);
    read.map_err(|source| DiskError::Read { path: relative.to_string(), source })?;
    if bytes.len() as u64 > LIMIT { Err(too_large()) } else { Ok(Some(bytes)) }
}

fn decode(bytes: Vec<u8>, relative: &str) -> Result<String, DiskError> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let good = str::from_utf8(good).unwrap_or_default();
        let place = LineIndex::new(good).position(good, good.len());
        DiskError::NotUtf8 { path: relative.to_string(), line: place.line, column: place.column }
    })
}

#[cfg(all(test, unix))]
mod tests;
