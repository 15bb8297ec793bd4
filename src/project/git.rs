//! git, by calling the program: never a shell, always with `--`. Everything works without it.
#![allow(clippy::disallowed_methods, reason = "this is project::git")]

use std::process::{Command, Stdio};

use crate::finding::Message;
use crate::project::disk::Root;
use crate::project::workspace::Error;

/// Returns the text of a file at a revision; `None` if it was not there then.
pub fn show(root: &Root, revision: &str, path: &str) -> Option<String> {
    let object = format!("{revision}:./{path}");
    let output = git(root, &["show", "--end-of-options", &object])?;
    String::from_utf8(output).ok()
}

/// Returns the files below `folder` that differ between a revision and the work tree.
///
/// `None` where there is no repository, no git, or no such revision.
pub fn changed(root: &Root, revision: &str, folder: &str) -> Option<Vec<String>> {
    let arguments =
        ["diff", "--name-only", "--relative", "--no-ext-diff", "-z", "--end-of-options", revision, "--", folder];
    let output = git(root, &arguments)?;
    let text = String::from_utf8_lossy(&output);
    Some(text.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// Says that a revision cannot be read, with the line that helps on a shallow clone.
pub fn resolve(root: &Root, revision: &str) -> Result<(), Error> {
    let commit = format!("{revision}^{{commit}}");
    match git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]) {
        Some(_) => Ok(()),
        None if git(root, &["rev-parse", "--git-dir"]).is_none() => {
            Err(Error::Message(Message::new("error-no-repository").with("revision", revision)))
        }
        None => Err(Error::Message(Message::new("error-no-revision").with("revision", revision))),
    }
}

fn git(root: &Root, arguments: &[&str]) -> Option<Vec<u8>> {
    let output = Command::new("git")
        .args(["-c", "core.quotepath=off", "-c", "core.fsmonitor=false"])
        .args(arguments)
        .current_dir(root.path())
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output.status.success().then_some(output.stdout)
}
