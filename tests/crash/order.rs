//! The order rule: a killed process keeps the page cache, so what a power cut would do is read off the trace.
//!
//! A file renamed into place was fsynced before, its folder is fsynced after, and no file that was
//! there before is written in place.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use crate::scenario::Scenario;
use crate::trace::Call;
use crate::tree::Tree;

/// Returns everything in a trace of an undisturbed run that breaks the rule.
pub(crate) fn violations(calls: &[Call], old: &Tree, folder: &Path, scenario: &Scenario) -> Vec<String> {
    let mut found = Vec::new();
    let mut unsynced: HashSet<&Path> = HashSet::new();
    let mut folders: BTreeMap<&Path, &Path> = BTreeMap::new();
    for call in calls.iter().filter(|call| call.succeeded) {
        let [path, rest @ ..] = call.paths.as_slice() else { continue };
        let name = shown(path, folder);
        match call.name.as_str() {
            "fsync" | "fdatasync" => {
                unsynced.remove(path.as_path());
                folders.remove(path.as_path());
            }
            // The whole folder lies in one file system.
            "syncfs" => {
                unsynced.clear();
                folders.clear();
            }
            "rename" | "renameat" | "renameat2" | "link" | "linkat" => {
                let Some(target) = rest.last() else { continue };
                if is_exempt(&shown(target, folder), scenario) {
                    continue;
                }
                if unsynced.contains(path.as_path()) {
                    found.push(format!("{} was renamed into place before it was fsynced", shown(target, folder)));
                }
                folders.extend(target.parent().map(|parent| (parent, target.as_path())));
            }
            _ if !is_content(call) || is_exempt(&name, scenario) => {}
            _ if old.contains_key(&name) && !call.name.starts_with("open") => {
                found.push(format!("{name} was written in place ({})", call.name));
            }
            _ if old.contains_key(&name) && call.truncates => found.push(format!("{name} was truncated in place")),
            _ => {
                unsynced.insert(path);
            }
        }
    }
    found.extend(
        folders
            .values()
            .map(|path| format!("{} was renamed into place and its folder not fsynced after", shown(path, folder))),
    );
    found
}

fn is_content(call: &Call) -> bool {
    let name = call.name.as_str();
    ["open", "creat", "write", "pwrite", "truncate", "ftruncate", "copy_file_range", "sendfile", "fallocate"]
        .iter()
        .any(|kind| name.starts_with(kind))
}

/// Returns whether a path need not be on the medium: not compared, or rebuildable.
pub(crate) fn is_exempt(path: &str, scenario: &Scenario) -> bool {
    // Of what differs from run to run only the lock need not be kept.
    path == ".duizhao/lock" || scenario.rebuildable.iter().any(|start| path.starts_with(start))
}

fn shown(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder).map(Path::to_path_buf).unwrap_or_else(|_| PathBuf::from(path)).display().to_string()
}
