//! The manifest: which files `build` wrote last, so that one that nothing makes any more can go.
//!
//! It lies in `.duizhao/built.json`. Without it nothing is removed; what is edited or not known is never removed.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::project::disk::{Before, Change, DiskError, Durability, Removal, Root};
use crate::project::workspace::{Error, Workspace};
use crate::text::fingerprint;

/// Where the manifest lies, relative to the workspace.
const PATH: &str = ".duizhao/built.json";

/// The version of the format.
const VERSION: u32 = 1;

/// A file that was built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Its path, relative to the workspace.
    pub(super) path: String,
    /// The output it belongs to.
    pub(super) output: String,
    /// A hash of its content.
    pub(super) hash: String,
}

/// What lies on disk.
#[derive(Serialize, Deserialize)]
struct Lines {
    version: u32,
    files: Vec<Entry>,
}

/// The files of the last build.
pub(super) struct Manifest {
    text: Option<String>,
    files: Vec<Entry>,
}

impl Manifest {
    /// Reads the manifest. One that cannot be read is empty: it can be made again.
    pub(super) fn read(root: &Root) -> Result<Manifest, DiskError> {
        let text = root.read(PATH)?;
        let lines = text.as_deref().and_then(|text| serde_json::from_str::<Lines>(text).ok());
        let files = lines.filter(|lines| lines.version == VERSION).map(|lines| lines.files).unwrap_or_default();
        Ok(Manifest { text, files })
    }

    /// Returns the files of these outputs, and of outputs that are gone, which were not made this time and which
    /// nobody has edited.
    pub(super) fn gone(&self, workspace: &Workspace, outputs: &[&str], made: &[Entry]) -> Result<Vec<Removal>, Error> {
        let made: HashSet<&str> = made.iter().map(|entry| entry.path.as_str()).collect();
        let mut gone = Vec::new();
        for entry in &self.files {
            let ours = outputs.contains(&entry.output.as_str())
                || !workspace.config.output.iter().any(|output| output.name == entry.output);
            if !ours || made.contains(entry.path.as_str()) || workspace.documents.contains(&entry.path) {
                continue;
            }
            if let Some(contents) = workspace.root.read(&entry.path)?
                && hash(&contents) == entry.hash
            {
                gone.push(Removal { path: entry.path.clone(), contents });
            }
        }
        Ok(gone)
    }

    /// Returns the change that notes a build of these outputs; none where nothing is new. After a build of some
    /// documents only, the others keep their entries.
    pub(super) fn after(&self, outputs: &[&str], whole: bool, made: Vec<Entry>) -> Option<Change> {
        let paths: HashSet<String> = made.iter().map(|entry| entry.path.clone()).collect();
        let stays =
            |entry: &&Entry| !paths.contains(&entry.path) && (!whole || !outputs.contains(&entry.output.as_str()));
        let mut files: Vec<Entry> = self.files.iter().filter(stays).cloned().collect();
        files.extend(made);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let contents = format!("{}\n", serde_json::to_string(&Lines { version: VERSION, files }).ok()?);
        (self.text.as_deref() != Some(&contents)).then(|| Change {
            path: PATH.to_owned(),
            contents,
            before: self.text.clone().map_or(Before::Absent, Before::Is),
            durability: Durability::Synced,
        })
    }
}

/// Returns the hash that the manifest keeps of a file.
pub(super) fn hash(text: &str) -> String {
    fingerprint(text).hex(12)
}
