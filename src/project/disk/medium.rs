//! Having what was written on the medium: file by file, or for a long batch everything a file system holds.
//!
//! One call for a file system costs far less than one for each of thousands of files. It is used only
//! where it is known to tell of every write that failed; elsewhere each file is waited for.
#![allow(clippy::disallowed_methods, reason = "this is project::disk")]

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::project::disk::{Call, Gate};

/// File systems that stand open since before the first file of a batch was written.
///
/// Invariant: an open file hears of the errors that came after it was opened, so none of the batch is missed.
#[derive(Debug, Default)]
pub(super) struct FileSystems {
    open: Vec<(u64, File)>,
}

#[cfg(target_os = "linux")]
impl FileSystems {
    /// Opens those in which files in `folders` will lie. Others, and what cannot be opened, are left out.
    pub(super) fn of<'a>(folders: impl Iterator<Item = &'a Path>) -> FileSystems {
        let mut found = FileSystems::default();
        if !tells_of_errors(rustix::system::uname().release()) {
            return found;
        }
        for folder in folders {
            let Some(existing) = folder.ancestors().find(|folder| folder.exists()) else { continue };
            let Ok(file) = File::open(existing) else { continue };
            if !found.hold(&file) && is_known(&file) {
                found.open.extend(device(&file).map(|device| (device, file)));
            }
        }
        found
    }

    /// Returns whether a file lies in one of them.
    pub(super) fn hold(&self, file: &File) -> bool {
        device(file).is_some_and(|device| self.open.iter().any(|(open, _)| *open == device))
    }

    /// Has everything they hold on the medium. Returns false where the system has no such call or refuses it.
    pub(super) fn sync(&self, place: &Path, gate: &dyn Gate) -> io::Result<bool> {
        for (_, file) in &self.open {
            let synced = gate.pass(Call::SyncAll, place).and_then(|()| Ok(rustix::fs::syncfs(file)?));
            let Err(error) = synced else { continue };
            let is_refused = matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::PermissionDenied);
            return if is_refused { Ok(false) } else { Err(error) };
        }
        Ok(true)
    }
}

#[cfg(not(target_os = "linux"))]
impl FileSystems {
    /// Only Linux can sync a single file system and tell of errors.
    pub(super) fn of<'a>(_folders: impl Iterator<Item = &'a Path>) -> FileSystems {
        FileSystems::default()
    }

    /// Returns whether a file lies in one of them.
    pub(super) fn hold(&self, _file: &File) -> bool {
        false
    }

    /// Does nothing: there are none.
    pub(super) fn sync(&self, _place: &Path, _gate: &dyn Gate) -> io::Result<bool> {
        Ok(true)
    }
}

#[cfg(target_os = "linux")]
fn device(file: &File) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    file.metadata().ok().map(|metadata| metadata.dev())
}

/// Returns whether `syncfs` tells of writes that failed, which it does since Linux 5.8.
#[cfg(target_os = "linux")]
fn tells_of_errors(release: &std::ffi::CStr) -> bool {
    let text = release.to_string_lossy();
    let mut numbers = text.split(|ch: char| !ch.is_ascii_digit()).map_while(|number| number.parse::<u32>().ok());
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= (5, 8)
}

/// Returns whether a file lies in a file system that itself notes errors.
///
/// An overlay's lie in the one below it, and on a network there is no telling how long all of it takes.
#[cfg(target_os = "linux")]
fn is_known(file: &File) -> bool {
    // The numbers of ext2 to ext4, XFS, Btrfs, F2FS, and of what lies in memory alone.
    const KNOWN: [u32; 5] = [0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x0102_1994];
    rustix::fs::fstatfs(file).is_ok_and(|system| KNOWN.contains(&(system.f_type as u32)))
}

/// Has the entries of the folder of a file on the medium.
pub(super) fn sync_folder_of(place: &Path, gate: &dyn Gate) -> io::Result<()> {
    let folder = place.parent().ok_or(ErrorKind::InvalidInput)?;
    gate.pass(Call::SyncFolder, folder)?;
    sync_folder(folder)
}

/// Has the entries of a folder on the medium.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows has no such call; renames are as durable as its file system makes them.
#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn old_systems_keep_quiet_about_errors() {
        for (release, expected) in
            [(c"6.18.44-fc", true), (c"5.8.0", true), (c"5.7.19", false), (c"4.18.0-553.el8", false), (c"odd", false)]
        {
            assert_eq!(tells_of_errors(release), expected, "{release:?}");
        }
    }
}
