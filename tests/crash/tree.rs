//! The files of a folder, all of them in memory: taking, copying, comparing.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

/// Everything below a folder, by relative path.
pub(crate) type Tree = BTreeMap<String, Entry>;

/// One thing in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A folder.
    Folder,
    /// A symbolic link and where it points.
    Link(PathBuf),
    /// A file: content and mode.
    File(Vec<u8>, u32),
}

/// Returns what lies below `folder`, without the paths in `volatile`. A `*` in one stands for anything.
pub(crate) fn take(folder: &Path, volatile: &[&str]) -> Tree {
    let mut tree = Tree::new();
    collect(folder, folder, &mut tree);
    tree.retain(|path, _| !is_volatile(path, volatile));
    tree
}

/// Returns whether a path is among `volatile`.
pub(crate) fn is_volatile(path: &str, volatile: &[&str]) -> bool {
    volatile.iter().any(|own| match own.split_once('*') {
        Some((start, end)) => path.starts_with(start) && path.ends_with(end),
        None => path == *own,
    })
}

fn collect(root: &Path, folder: &Path, tree: &mut Tree) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let metadata = fs::symlink_metadata(&path).unwrap();
        let entry = if metadata.is_symlink() {
            Entry::Link(fs::read_link(&path).unwrap())
        } else if metadata.is_dir() {
            collect(root, &path, tree);
            Entry::Folder
        } else {
            Entry::File(fs::read(&path).unwrap(), metadata.permissions().mode() & 0o7777)
        };
        tree.insert(path.strip_prefix(root).unwrap().to_string_lossy().into_owned(), entry);
    }
}

/// Makes `folder` anew, with just this in it.
pub(crate) fn put(tree: &Tree, folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    for (path, entry) in tree {
        let path = folder.join(path);
        match entry {
            Entry::Folder => fs::create_dir(path).unwrap(),
            Entry::Link(target) => symlink(target, path).unwrap(),
            Entry::File(bytes, mode) => {
                fs::write(&path, bytes).unwrap();
                fs::set_permissions(&path, fs::Permissions::from_mode(*mode)).unwrap();
            }
        }
    }
}

/// Whether a run may leave temporary files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leftovers {
    /// It was killed.
    Allowed,
    /// It could have removed them.
    Refused,
}

/// Returns the first path that is in neither its old nor its new state.
pub(crate) fn torn(now: &Tree, old: &Tree, new: &Tree, leftovers: Leftovers) -> Result<(), String> {
    for path in now.keys().chain(old.keys()).chain(new.keys()) {
        let state = now.get(path);
        let settled = state == old.get(path) || state == new.get(path);
        let known = old.contains_key(path) || new.contains_key(path);
        match state {
            _ if settled => {}
            _ if known => return Err(format!("{path} is neither old nor new: {}", describe(state))),
            _ if is_temporary(path) && leftovers == Leftovers::Allowed => {}
            _ => return Err(format!("{path} should not be there: {}", describe(state))),
        }
    }
    Ok(())
}

/// Returns the first path in which two trees differ.
pub(crate) fn same(now: &Tree, expected: &Tree) -> Result<(), String> {
    let differs = now.keys().chain(expected.keys()).find(|path| now.get(*path) != expected.get(*path));
    differs.map_or(Ok(()), |path| {
        Err(format!("{path} is {} instead of {}", describe(now.get(path)), describe(expected.get(path))))
    })
}

/// Returns whether a path has the name of our temporary files.
pub(crate) fn is_temporary(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with(".duizhao-") && name.ends_with(".tmp")
}

fn describe(entry: Option<&Entry>) -> String {
    match entry {
        None => "absent".to_string(),
        Some(Entry::File(bytes, mode)) => format!("a file of {} bytes, mode {mode:o}", bytes.len()),
        Some(other) => format!("{other:?}"),
    }
}
