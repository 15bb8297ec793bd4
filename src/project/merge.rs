//! `merge`: git's merge driver for catalogs. It works on three files, whatever workspace they are from.

use std::path::Path;

use crate::catalog;
use crate::finding::Message;
use crate::project::disk::{self, DiskError};
use crate::project::git;
use crate::project::workspace::Error;

/// How a merge went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Whether no conflict is left.
    pub clean: bool,
    /// Whether the file was merged as text, because it cannot be taken apart into records.
    pub as_text: bool,
    /// The ids of the records in conflict.
    pub conflicts: Vec<String>,
}

/// Merges the versions of a catalog in `ours` and `theirs`, which both come from `base`, into the file `ours`.
///
/// A version that holds conflict markers or is not UTF-8 is left to git, which merges lines of text.
pub fn merge(base: &Path, ours: &Path, theirs: &Path) -> Result<Report, Error> {
    let merged = match [base, ours, theirs].map(disk::read_named) {
        [Ok(base), Ok(own), Ok(theirs)] => catalog::merge(&base, &own, &theirs),
        versions => match versions.into_iter().filter_map(Result::err).find(|error| !is_not_utf8(error)) {
            Some(error) => return Err(error.into()),
            None => None,
        },
    };
    if let Some(merged) = merged {
        disk::write_named(ours, &merged.text)?;
        return Ok(Report { clean: merged.conflicts.is_empty(), as_text: false, conflicts: merged.conflicts });
    }
    let conflicts = git::merge_as_text(base, ours, theirs).ok_or_else(|| {
        let path = ours.display().to_string();
        Error::Message(Message::new("error-merge").with("path", path))
    })?;
    Ok(Report { clean: !conflicts, as_text: true, conflicts: Vec::new() })
}

fn is_not_utf8(error: &DiskError) -> bool {
    matches!(error, DiskError::NotUtf8 { .. })
}
