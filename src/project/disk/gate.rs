//! Who is asked before every call that changes the disk: nobody, or a test that makes the call fail.

use std::fmt::Debug;
use std::io;
use std::path::Path;

/// A call that changes the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Call {
    /// Making a folder.
    Folder,
    /// Creating a temporary file.
    Create,
    /// Writing its content.
    Write,
    /// Having it on the medium.
    Sync,
    /// Having all of its file system there, for a batch of many.
    SyncAll,
    /// Putting it in the place of another.
    Rename,
    /// Removing a file.
    Remove,
    /// Having the entries of a folder on the medium.
    SyncFolder,
}

/// Somebody who is asked before every call that changes the disk. Calls to `pass` may come from several threads.
pub trait Gate: Debug + Send + Sync {
    /// Lets the call happen, or returns the error that it ends with instead.
    fn pass(&self, call: Call, path: &Path) -> io::Result<()>;
}

/// The gate that everything passes.
#[derive(Debug)]
pub(super) struct Open;

impl Gate for Open {
    fn pass(&self, _: Call, _: &Path) -> io::Result<()> {
        Ok(())
    }
}
