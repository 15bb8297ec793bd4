//! git, by calling the program: never a shell, always with `--`. Everything works without it.
#![allow(clippy::disallowed_methods, reason = "this is project::git")]

use std::collections::HashMap;
use std::path::Path;
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

/// Returns the difference between a revision and the work tree as a patch without context, renames found; the
/// paths are those below the folder, behind `a/` and `b/`.
///
/// `None` where there is no repository, no git, or no such revision. What a user set about differences plays no part.
pub fn patch(root: &Root, revision: &str) -> Option<String> {
    let shape = ["-U0", "--inter-hunk-context=0", "-M", "--relative", "--src-prefix=a/", "--dst-prefix=b/"];
    let plain = ["--no-color", "--no-ext-diff", "--no-textconv"];
    let arguments = [&["diff"], &shape[..], &plain[..], &["--end-of-options", revision, "--", "."]].concat();
    git(root, &arguments).map(|output| String::from_utf8_lossy(&output).into_owned())
}

/// Returns whether the history of a clone was cut off.
pub fn is_shallow(root: &Root) -> bool {
    git(root, &["rev-parse", "--is-shallow-repository"]).is_some_and(|output| line(&output) == "true")
}

/// What git runs to merge two versions of a catalog, as it stands in the configuration of a clone.
pub const MERGE_DRIVER: [(&str, &str); 2] =
    [("merge.duizhao.name", "duizhao"), ("merge.duizhao.driver", "duizhao merge %O %A %B %P")];

/// Returns whether a folder is in a repository, and git is there to say so.
pub fn is_repository(root: &Root) -> bool {
    git(root, &["rev-parse", "--git-dir"]).is_some()
}

/// Returns where a folder stands in its repository, with `/` behind; empty where it is the root, or there is none.
pub fn prefix(root: &Root) -> String {
    let output = git(root, &["rev-parse", "--show-prefix"]).unwrap_or_default();
    let text = String::from_utf8_lossy(&output);
    text.strip_suffix('\n').unwrap_or(&text).to_owned()
}

/// Tells git in this clone how to merge catalogs.
pub fn configure_merge_driver(root: &Root) -> Result<(), Error> {
    for (name, value) in MERGE_DRIVER {
        if git(root, &["config", "--local", "--", name, value]).is_none() {
            return Err(Error::Message(Message::new("error-no-merge-driver")));
        }
    }
    Ok(())
}

/// Merges `theirs` into the file `ours` the way git merges texts.
///
/// Returns whether conflicts are left; `None` where git is not there or cannot do it.
pub fn merge_as_text(base: &Path, ours: &Path, theirs: &Path) -> Option<bool> {
    let labels = ["-L", "ours", "-L", "base", "-L", "theirs"];
    let mut command = Command::new("git");
    command.args(["merge-file", "--quiet"]).args(labels).arg("--").args([ours, base, theirs]);
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    // The exit status counts the conflicts, up to 127; above that it is an error.
    status.code().filter(|code| *code < 128).map(|conflicts| conflicts > 0)
}

/// A commit, as far as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its hash, shortened to 7 digits.
    pub hash: String,
    /// Who wrote it.
    pub author: String,
    /// Seconds since 1970, when it was written.
    pub time: i64,
    /// The day it was written on, where its author was: `2020-11-07`.
    pub date: String,
}

/// Where a line comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Origin {
    /// It was last changed in this commit.
    Commit(Commit),
    /// It was changed and not committed.
    Uncommitted,
    /// There is no git here, or git does not know the file.
    #[default]
    Unknown,
}

/// Where each line of a file comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Blame {
    lines: Vec<Origin>,
}

impl Blame {
    /// Asks git about a file in the work tree. Without git nothing is known of any line.
    pub fn of(root: &Root, path: &str) -> Blame {
        let output = git(root, &["blame", "--porcelain", "--", path]).unwrap_or_default();
        Blame { lines: blamed(&String::from_utf8_lossy(&output)) }
    }

    /// Returns where the lines from `first` to `last` (from 1, inclusive) were changed last.
    pub fn newest(&self, first: usize, last: usize) -> Origin {
        let lines = (first..=last).map(|line| self.lines.get(line.wrapping_sub(1)).cloned().unwrap_or_default());
        let rank = |origin: &Origin| match origin {
            Origin::Unknown => (0, 0),
            Origin::Commit(commit) => (1, commit.time),
            Origin::Uncommitted => (2, 0),
        };
        lines.max_by_key(rank).unwrap_or_default()
    }
}

/// Reads what `git blame --porcelain` prints: about a commit everything the first time, then its hash.
fn blamed(text: &str) -> Vec<Origin> {
    let mut commits: HashMap<&str, HashMap<&str, &str>> = HashMap::new();
    let mut hash = "";
    let mut hashes = Vec::new();
    let mut at_start = true;
    for line in text.split('\n') {
        if line.starts_with('\t') {
            hashes.push(hash);
            at_start = true;
        } else if at_start {
            hash = line.split(' ').next().unwrap_or("");
            at_start = false;
        } else if let Some((key, value)) = line.split_once(' ') {
            commits.entry(hash).or_default().insert(key, value);
        }
    }
    let origin = |hash: &str| {
        if hash.bytes().all(|byte| byte == b'0') {
            return Origin::Uncommitted;
        }
        let field = |key| commits.get(hash).and_then(|fields| fields.get(key)).copied().unwrap_or("");
        let time = field("author-time").parse().unwrap_or(0);
        let (author, date) = (field("author").to_owned(), day(time, field("author-tz")));
        Origin::Commit(Commit { hash: hash.chars().take(7).collect(), author, time, date })
    };
    hashes.into_iter().map(origin).collect()
}

/// Returns the day of a moment (seconds since 1970) at a zone such as `+0800`.
fn day(time: i64, zone: &str) -> String {
    let zone: i64 = zone.parse().unwrap_or(0);
    let seconds = time + (zone / 100 * 60 + zone % 100) * 60;
    // Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March.
    let days = seconds.div_euclid(86_400) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Returns the files below the folder that git knows; `None` where there is no repository.
pub fn tracked(root: &Root) -> Option<Vec<String>> {
    let output = git(root, &["ls-files", "-z"])?;
    let text = String::from_utf8_lossy(&output);
    Some(text.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// Says that a revision cannot be read, with the line that helps on a shallow clone.
pub fn resolve(root: &Root, revision: &str) -> Result<(), Error> {
    commit(root, revision).map(|_| ())
}

/// Returns the hash of the commit that a revision names; the error says how to get it.
pub fn commit(root: &Root, revision: &str) -> Result<String, Error> {
    let commit = format!("{revision}^{{commit}}");
    if let Some(hash) = git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]) {
        return Ok(line(&hash));
    }
    let shallow = git(root, &["rev-parse", "--is-shallow-repository"]).map(|out| line(&out) == "true");
    let id = match shallow {
        None => return Err(no_repository(root, revision)),
        // Nothing can be fetched that would make a `HEAD`.
        Some(_) if has_no_commit(root, revision) => "error-no-commit",
        Some(true) => "error-shallow",
        Some(false) if git(root, &["remote"]).is_some_and(|names| names.is_empty()) => "error-unknown-revision",
        Some(false) => "error-no-revision",
    };
    let fetch = fetch(revision, shallow == Some(true));
    Err(Error::Message(Message::new(id).with("revision", revision).with("fetch", fetch)))
}

/// Says why git has no repository for us.
fn no_repository(root: &Root, revision: &str) -> Error {
    let mut command = Command::new("git");
    let asked = command.args(["rev-parse", "--git-dir"]).current_dir(root.path()).stdin(Stdio::null()).output();
    let id = match asked {
        Err(_) => "error-no-git",
        // The folder belongs to somebody else, as in many containers. git names the setting in every language.
        Ok(output) if String::from_utf8_lossy(&output.stderr).contains("safe.directory") => "error-not-owned",
        Ok(_) => "error-no-repository",
    };
    Error::Message(Message::new(id).with("revision", revision))
}

/// Whether a revision names nothing because nothing was committed: anywhere, or on the branch of the work tree.
fn has_no_commit(root: &Root, revision: &str) -> bool {
    let names = |all: &[&str]| git(root, all).is_some_and(|found| !found.is_empty());
    if names(&["rev-parse", "--verify", "--quiet", "HEAD"]) {
        return false;
    }
    let is_head = revision.split(['~', '^', '@']).next().is_some_and(|name| matches!(name, "" | "HEAD"));
    is_head || !names(&["for-each-ref", "--count=1"])
}

/// Returns the commit where the work tree's branch left the one of `commit`; `None` where they share no
/// history, or a shallow clone does not hold it.
pub fn merge_base(root: &Root, commit: &str) -> Option<String> {
    git(root, &["merge-base", commit, "HEAD"]).map(|output| line(&output))
}

/// The command that brings a revision here.
fn fetch(revision: &str, shallow: bool) -> String {
    let all = if shallow { " --unshallow" } else { "" };
    if revision.contains(['~', '^', '@', '{', ':']) || !is_plain(revision) {
        return format!("git fetch{all}");
    }
    let looks_like_hash = revision.len() >= 7 && revision.bytes().all(|byte| byte.is_ascii_hexdigit());
    match revision.split_once('/') {
        // A remote knows hashes in full only.
        _ if looks_like_hash && revision.len() < 40 => format!("git fetch{all}"),
        _ if looks_like_hash => format!("git fetch{all} origin {revision}"),
        Some((remote @ ("origin" | "upstream"), branch)) => {
            format!("git fetch{all} {remote} {branch}:refs/remotes/{revision}")
        }
        _ => format!("git fetch{all} origin {revision}:{revision}"),
    }
}

/// Whether a shell takes a text as it stands: it is shown in a line to copy.
fn is_plain(text: &str) -> bool {
    !text.starts_with('-') && text.chars().all(|ch| ch.is_alphanumeric() || "-_./".contains(ch))
}

fn line(output: &[u8]) -> String {
    String::from_utf8_lossy(output).trim_end().to_owned()
}

/// Returns the name that git knows the user by; `None` without one, or without git.
pub fn user(root: &Root) -> Option<String> {
    let output = git(root, &["config", "--get", "user.name"])?;
    let name = String::from_utf8(output).ok()?.trim().to_owned();
    (!name.is_empty() && !name.contains(char::is_control)).then_some(name)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_that_fetches_fits_the_kind_of_revision() {
        let check = |revision: &str, expected: &str| assert_eq!(fetch(revision, true), expected);
        check("main", "git fetch --unshallow origin main:main");
        check("origin/main", "git fetch --unshallow origin main:refs/remotes/origin/main");
        check("HEAD~1", "git fetch --unshallow");
        check("7ab81dd", "git fetch --unshallow");
        check(&"0f".repeat(20), &format!("git fetch --unshallow origin {}", "0f".repeat(20)));
        check("--upload-pack=x", "git fetch --unshallow");
    }

    #[test]
    fn days_are_those_of_the_calendar_where_the_author_was() {
        assert_eq!(day(0, "+0000"), "1970-01-01");
        assert_eq!(day(951_782_400, "+0000"), "2000-02-29");
        assert_eq!(day(1_604_678_400, "+0800"), "2020-11-07");
        assert_eq!(day(1_604_678_400, "-0330"), "2020-11-06");
        assert_eq!(day(4_102_444_799, "+0000"), "2099-12-31");
    }

    #[test]
    fn a_commit_is_described_once_and_named_again() {
        let one = "1234567890 1 1 1\nauthor Lan\nauthor-time 0\nauthor-tz +0000\nsummary one\n\tauthor Wei\n";
        let zero = "0000000000 2 2 1\nauthor Not Committed Yet\nauthor-time 9\n\tb\n";
        let found = blamed(&format!("{one}{zero}1234567890 3 3\n\tc\n"));
        let commit = Commit { hash: "1234567".to_owned(), author: "Lan".to_owned(), time: 0, date: day(0, "") };
        let commit = Origin::Commit(commit);
        assert_eq!(found, [commit.clone(), Origin::Uncommitted, commit.clone()]);
        let blame = Blame { lines: found };
        assert_eq!(blame.newest(1, 3), Origin::Uncommitted);
        assert_eq!(blame.newest(3, 9), commit);
        assert_eq!(blame.newest(7, 7), Origin::Unknown);
    }
}
