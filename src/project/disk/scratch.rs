//! A file for an editor, in a folder of its own that goes with it, swap files and backups included.
#![allow(clippy::disallowed_methods, reason = "this is project::disk")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::project::disk::{DiskError, read_named};

/// A text that somebody edits outside the workspace. It is deleted when the value is dropped.
#[derive(Debug)]
pub struct Scratch {
    path: PathBuf,
    // Dropped last: it holds the file.
    _folder: TempDir,
}

impl Scratch {
    /// Writes `text` to a new file named `name`, which only its owner can read.
    pub fn new(name: &str, text: &str) -> Result<Scratch, DiskError> {
        let failed = |source| DiskError::Write { path: name.to_owned(), source };
        let folder = tempfile::Builder::new().prefix("duizhao-").tempdir().map_err(failed)?;
        let path = folder.path().join(name);
        fs::write(&path, text).map_err(failed)?;
        Ok(Scratch { path, _folder: folder })
    }

    /// Returns where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns what stands in it now.
    pub fn read(&self) -> Result<String, DiskError> {
        read_named(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_with_all_that_an_editor_left_beside_it() {
        let scratch = Scratch::new("a.md", "old").unwrap();
        let place = scratch.path().to_owned();
        fs::write(place.with_extension("md~"), "backup").unwrap();
        // Editors replace the file.
        fs::remove_file(&place).unwrap();
        fs::write(&place, "new").unwrap();
        assert_eq!(scratch.read().unwrap(), "new");
        drop(scratch);
        assert!(!place.parent().unwrap().exists());
    }
}
