//! Temporary files: made beside the file they will replace, swept when the run that made them was killed.
#![allow(clippy::disallowed_methods, reason = "this is project::disk")]

use std::collections::BTreeSet;
use std::fs::{self, DirEntry, Permissions};
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::project::disk::{Call, Gate};

/// Names are `.duizhao-`, some letters and `.tmp`, so that nobody's own file is taken for one.
const PREFIX: &str = ".duizhao-";
const SUFFIX: &str = ".tmp";

/// Creates an empty file in `folder` with the mode of the file it will replace, or that of a new file.
///
/// It goes when the value is dropped. Nobody may read it who may not read the file it replaces.
#[cfg(unix)]
pub(super) fn create_beside(folder: &Path, existing: Option<Permissions>) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let mode = |permissions: &Permissions| permissions.mode() & 0o777;
    let wanted = existing.as_ref().map_or(0o644, mode);
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX).permissions(Permissions::from_mode(wanted));
    let file = builder.tempfile_in(folder)?;
    // The umask is for new files; it may have taken from a mode that somebody gave the old one.
    if existing.is_some() && mode(&file.as_file().metadata()?.permissions()) != wanted {
        file.as_file().set_permissions(Permissions::from_mode(wanted))?;
    }
    Ok(file)
}

/// Creates an empty file in `folder`, which goes when the value is dropped.
#[cfg(not(unix))]
pub(super) fn create_beside(folder: &Path, _existing: Option<Permissions>) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder)
}

/// Removes the temporary files of killed runs. What cannot be removed now is left to the next batch.
pub(super) fn sweep(folders: BTreeSet<&Path>, gate: &dyn Gate) {
    for entry in folders.into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten() {
        if is_temporary(&entry) {
            let path = entry.path();
            let _ = gate.pass(Call::Remove, &path).and_then(|()| fs::remove_file(&path));
        }
    }
}

fn is_temporary(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
    ours && entry.file_type().is_ok_and(|kind| kind.is_file())
}
