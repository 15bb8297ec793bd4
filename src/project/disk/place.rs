//! Where a relative path really lies: inside the workspace after every link is followed, or refused.
//!
//! Paths are compared by component, never as strings: `repo_outside` starts with `repo` (Weblate's
//! CVE-2026-40256). A program that swaps links while we run is not defended against.
#![allow(clippy::disallowed_methods, reason = "this is project::disk")]

use std::ffi::OsStr;
use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Component, Path, PathBuf};

use crate::project::disk::DiskError;

/// Returns where `relative` (with `/`) lies below `root`, which is canonical. The file need not exist yet.
pub(super) fn locate(root: &Path, relative: &str) -> Result<PathBuf, DiskError> {
    if !relative.split('/').all(is_plain_name) {
        return Err(DiskError::Outside { path: relative.to_string() });
    }
    let place = resolve(&root.join(relative), relative)?;
    let Ok(inside) = place.strip_prefix(root) else {
        return Err(DiskError::Outside { path: relative.to_string() });
    };
    // The path as written counts too: `.git` may be a link to a folder of another name.
    if inside.iter().chain(Path::new(relative)).any(is_git) {
        return Err(DiskError::InGit { path: relative.to_string() });
    }
    Ok(place)
}

/// Returns whether an error says that there is no such file. `a.md/b` below a file `a.md` is no file either.
pub(super) fn is_absent(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn is_plain_name(part: &str) -> bool {
    let mut components = Path::new(part).components();
    // `Path` knows what else separates here: a backslash and a drive on Windows.
    let one = matches!(components.next(), Some(Component::Normal(name)) if name == part);
    one && components.next().is_none() && !part.contains('\0')
}

/// Follows the links of the part that exists and appends the part that does not.
fn resolve(path: &Path, relative: &str) -> Result<PathBuf, DiskError> {
    match fs::canonicalize(path) {
        Ok(place) => return Ok(place),
        Err(source) if !is_absent(&source) => return Err(DiskError::Read { path: relative.to_string(), source }),
        Err(_) => {}
    }
    if fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink()) {
        return Err(DiskError::Dangling { path: relative.to_string() });
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => Ok(resolve(parent, relative)?.join(name)),
        _ => Err(DiskError::Outside { path: relative.to_string() }),
    }
}

/// Returns whether some file system takes `name` for `.git`: other case, `.git.` and `git~1` on
/// Windows, invisible characters on HFS+ (CVE-2014-9390).
fn is_git(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let stream = name.split(':').next().unwrap_or_default();
    let visible: String = stream.chars().filter(|ch| !is_ignored_by_hfs(*ch)).collect();
    let plain = visible.trim_end_matches(['.', ' ']);
    plain.eq_ignore_ascii_case(".git") || plain.eq_ignore_ascii_case("git~1")
}

fn is_ignored_by_hfs(ch: char) -> bool {
    matches!(ch, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{feff}')
}
