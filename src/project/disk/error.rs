//! What can go wrong with a file. Every message names the file, as the workspace shows it, and the cause.

use std::io;

use crate::finding::Message;
use crate::project::disk::LIMIT;

/// Work with a file that could not be done. Nothing was overwritten that was not meant to be.
#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    /// The system refused to read.
    #[error("cannot read `{path}`: {}", cause(source))]
    Read {
        /// The file, relative to the workspace.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused to write.
    #[error("cannot write `{path}`: {}", cause(source))]
    Write {
        /// The file, relative to the workspace.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// The content is not text.
    #[error("`{path}` is not UTF-8: the first bad byte is at line {line}, column {column}")]
    NotUtf8 {
        /// The file, relative to the workspace.
        path: String,
        /// The line of the first bad byte, from 1.
        line: usize,
        /// Its column in characters, from 1.
        column: usize,
    },
    /// The content is longer than [`LIMIT`].
    #[error("`{path}` is larger than {} MiB", LIMIT >> 20)]
    TooLarge {
        /// The file, relative to the workspace.
        path: String,
    },
    /// A folder, pipe, socket or device stands where a file was expected. It was not opened.
    #[error("`{path}` is not a regular file")]
    NotRegular {
        /// The path, relative to the workspace.
        path: String,
    },
    /// The path leaves the workspace: it is absolute, holds `..`, or follows a link that does.
    #[error("`{path}` is not a path inside the workspace")]
    Outside {
        /// The path as it was given.
        path: String,
    },
    /// The path leads into git's own folder.
    #[error("`{path}` is in a `.git` folder, which is not touched")]
    InGit {
        /// The path as it was given.
        path: String,
    },
    /// The path is a symbolic link to nothing; where a new file would land is not for us to guess.
    #[error("`{path}` is a link to a file that does not exist")]
    Dangling {
        /// The path, relative to the workspace.
        path: String,
    },
    /// Two files of one batch cannot both exist, here or on a disk that ignores case.
    #[error("`{path}` and `{other}` cannot both be written: on some disks they are one path")]
    Collision {
        /// The later file.
        path: String,
        /// The earlier file.
        other: String,
    },
    /// The file is no longer what the new content was made from.
    #[error("`{path}` was changed by another program in the meantime and was not overwritten")]
    Changed {
        /// The file, relative to the workspace.
        path: String,
    },
    /// Another process works on the workspace.
    #[error("`{path}` is locked by {}", holder(*.pid))]
    Locked {
        /// The lock file, relative to the workspace.
        path: String,
        /// The process that holds it, where it said so.
        pid: Option<u32>,
    },
}

impl DiskError {
    /// Returns the sentence that says what is wrong, to be worded in the reader's language.
    pub fn message(&self) -> Message {
        match self {
            DiskError::Read { path, source } => {
                at("error-read", path).with("kind", kind(source)).with("why", cause(source))
            }
            DiskError::Write { path, source } => {
                at("error-write", path).with("kind", kind(source)).with("why", cause(source))
            }
            DiskError::NotUtf8 { path, line, column } => {
                at("error-not-utf8", path).with("line", *line).with("column", *column)
            }
            DiskError::TooLarge { path } => at("error-too-large", path).with("limit", (LIMIT >> 20) as usize),
            DiskError::NotRegular { path } => at("error-not-regular", path),
            DiskError::Outside { path } => at("error-outside", path),
            DiskError::InGit { path } => at("error-in-git", path),
            DiskError::Dangling { path } => at("error-dangling", path),
            DiskError::Collision { path, other } => at("error-collision", path).with("other", other.as_str()),
            DiskError::Changed { path } => at("error-changed", path),
            DiskError::Locked { path, pid } => at("error-locked", path).with("pid", pid.map_or(0, |pid| pid as usize)),
        }
    }
}

fn at(id: &'static str, path: &str) -> Message {
    Message::new(id).with("path", path)
}

/// Returns a name for the errors that we have words for in every language.
fn kind(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "not-found",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::NotADirectory => "no-folder",
        io::ErrorKind::StorageFull => "full",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        _ => "other",
    }
}

/// Returns the system's words the way our messages write them: `Is a directory (os error 21)` is `is a directory`.
fn cause(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        return "no such file".to_owned();
    }
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text);
    let mut rest = words.chars();
    rest.next().map(|first| first.to_lowercase().chain(rest).collect()).unwrap_or_default()
}

fn holder(pid: Option<u32>) -> String {
    pid.map_or_else(|| "another process".to_string(), |pid| format!("process {pid}"))
}
