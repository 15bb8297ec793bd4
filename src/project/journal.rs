//! The journal: what the catalogs held before an operation changed them, so that `undo` can give it back.
//!
//! One file an operation, `.duizhao/journal/<number>.jsonl`: a line that says what follows, then a line for
//! each file with its content before and, told as a difference to it, after. It is on the medium before the
//! first catalog is replaced. Deleting it loses undo, nothing else, and an entry that cannot be read stops nobody.
//!
//! Until the operation is complete the entry is `<number>.open.jsonl`. One that a crash or a full disk cut short
//! is finished by the next command that writes: a sentence that moved from one catalog to another must not be
//! in neither.

use std::borrow::Cow;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::project::disk::{Before, Change, DiskError, Durability, Removal, Root};
use crate::project::lock::Lock;
use crate::project::parallel::in_parallel;

/// How many operations are kept.
pub const KEPT: usize = 20;

/// The folder of the journal, relative to the workspace.
pub const FOLDER: &str = ".duizhao/journal";

/// The version of the format.
const VERSION: u32 = 1;
/// How the name of an entry ends while its operation goes on, and afterwards.
const OPEN: &str = ".open.jsonl";
const CLOSED: &str = ".jsonl";
/// A batch with more text than this is written in several: an entry must stay below the limit on files
/// with all its escapes.
const LONGEST: usize = 64 << 20;

/// An operation that changed catalogs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its number; they grow.
    pub number: u64,
    /// The command.
    pub name: String,
    /// The files it changed, in their order.
    pub files: Vec<Kept>,
}

/// A file that an operation changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The file, relative to the workspace.
    pub path: String,
    /// What it held before; `None` where the operation made it.
    pub before: Option<String>,
    /// What the operation left in it; `None` where it removed it.
    pub after: Option<String>,
}

/// An entry of the journal that need not have been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub number: u64,
    /// Its path, relative to the workspace.
    pub path: String,
    /// Whether the operation was cut short, or is going on.
    pub is_open: bool,
    /// When it was written, where the system knows.
    pub written: Option<SystemTime>,
}

/// An operation that was cut short and is complete now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// The operation.
    pub operation: Operation,
    /// The places in `files` of those that were still to be done.
    pub done: Vec<usize>,
}

/// The first line of an entry.
#[derive(Serialize, Deserialize)]
struct Head {
    duizhao: u32,
    operation: String,
    files: usize,
}

/// Any other line.
#[derive(Serialize, Deserialize)]
struct Line<'a> {
    path: Cow<'a, str>,
    before: Option<Cow<'a, str>>,
    #[serde(borrow)]
    after: Option<Difference<'a>>,
}

/// A text as the beginning of another, some text, and the end of the other.
#[derive(Serialize, Deserialize)]
struct Difference<'a> {
    start: usize,
    end: usize,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

/// Makes all changes and removals as [`Root::write_and_remove`] does, and keeps what they overwrite first.
///
/// `name` is the command; it is what `undo --list` shows.
pub fn write(
    root: &Root,
    name: &str,
    changes: &[Change],
    removals: &[Removal],
    lock: &Lock,
) -> Result<Vec<String>, DiskError> {
    let mut done = Vec::new();
    for (changes, removals) in batches(changes, removals) {
        let Some(contents) = entry(root, name, changes, removals)? else { continue };
        let number = entries(root)?.last().map_or(1, |last| last.number + 1);
        let path = format!("{FOLDER}/{number:06}{OPEN}");
        let change = Change { path: path.clone(), contents, before: Before::Absent, durability: Durability::Synced };
        root.write(&[change], lock)?;
        done.extend(root.write_and_remove(changes, removals, lock)?);
        close(root, &path)?;
    }
    forget(root)?;
    Ok(done)
}

fn close(root: &Root, path: &str) -> Result<(), DiskError> {
    let stem = path.strip_suffix(OPEN).unwrap_or(path);
    root.rename(path, &format!("{stem}{CLOSED}"))
}

/// Finishes the last operation where it was cut short after its first file; one that did nothing is forgotten.
///
/// Every command that changes catalogs calls this before it looks at them. A file that is neither what it was
/// nor what it should be is somebody's work and stays.
pub fn recover(root: &Root, lock: &Lock) -> Result<Option<Finished>, DiskError> {
    let Some(entry) = entries(root)?.pop().filter(|entry| entry.is_open) else { return Ok(None) };
    let Some(operation) = read(root, &entry) else { return Ok(None) };
    let (mut changes, mut removals, mut done, mut complete) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for (at, kept) in operation.files.iter().enumerate() {
        // A foreign entry must not lead it to other files.
        let Some(now) = root.read(&kept.path).ok().filter(|_| kept.path.ends_with(".ftl")) else { continue };
        if now == kept.after {
            complete += 1;
            continue;
        }
        if now != kept.before {
            continue;
        }
        done.push(at);
        let path = kept.path.clone();
        match (now, kept.after.clone()) {
            (Some(contents), None) => removals.push(Removal { path, contents }),
            (now, after) => changes.push(Change {
                path,
                contents: after.unwrap_or_default(),
                before: now.map_or(Before::Absent, Before::Is),
                durability: Durability::Synced,
            }),
        }
    }
    if complete == 0 {
        root.discard(&entry.path);
        return Ok(None);
    }
    root.write_and_remove(&changes, &removals, lock)?;
    close(root, &entry.path)?;
    Ok(Some(Finished { operation, done }))
}

/// Cuts a batch that is too long for one entry. All removals are in the last part.
fn batches<'c>(changes: &'c [Change], removals: &'c [Removal]) -> Vec<(&'c [Change], &'c [Removal])> {
    let length = |change: &Change| {
        let before = if let Before::Is(text) = &change.before { text.len() } else { 0 };
        before + change.contents.len()
    };
    let mut parts = Vec::new();
    let (mut start, mut sum) = (0, 0);
    for (at, change) in changes.iter().enumerate() {
        sum += length(change);
        if sum > LONGEST && at > start {
            parts.push((&changes[start..at], &removals[..0]));
            (start, sum) = (at, length(change));
        }
    }
    parts.push((&changes[start..], removals));
    parts
}

/// Returns the text of an entry, or nothing where nothing would change.
fn entry(root: &Root, name: &str, changes: &[Change], removals: &[Removal]) -> Result<Option<String>, DiskError> {
    let changed = |change: &Change| {
        let before = match &change.before {
            Before::Is(text) => Some(Cow::from(text)),
            Before::Absent => None,
            Before::Anything => root.read(&change.path)?.map(Cow::from),
        };
        if before.as_deref() == Some(&change.contents) {
            return Ok(None);
        }
        let after = Some(difference(before.as_deref().unwrap_or(""), &change.contents));
        Ok(Some(json(&Line { path: Cow::from(&change.path), before, after })))
    };
    let lines: Result<Vec<Option<String>>, DiskError> = in_parallel(changes, changed).into_iter().collect();
    let mut lines: Vec<String> = lines?.into_iter().flatten().collect();
    for removal in removals {
        let before = Some(Cow::from(&removal.contents));
        lines.push(json(&Line { path: Cow::from(&removal.path), before, after: None }));
    }
    let head = json(&Head { duizhao: VERSION, operation: name.to_owned(), files: lines.len() });
    Ok((!lines.is_empty()).then(|| head + &lines.concat()))
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("strings and numbers") + "\n"
}

fn difference<'a>(before: &str, after: &'a str) -> Difference<'a> {
    let same = |(a, b): &(u8, u8)| a == b;
    let (old, new) = (before.as_bytes(), after.as_bytes());
    let mut start = old.iter().copied().zip(new.iter().copied()).take_while(same).count();
    while !after.is_char_boundary(start) {
        start -= 1;
    }
    let (old, new) = (&old[start..], &new[start..]);
    let mut end = old.iter().rev().copied().zip(new.iter().rev().copied()).take_while(same).count();
    while !after.is_char_boundary(after.len() - end) {
        end -= 1;
    }
    Difference { start, end, text: after[start..after.len() - end].into() }
}

/// Removes the oldest entries beyond those that are kept. What cannot be removed now is left to the next time.
fn forget(root: &Root) -> Result<(), DiskError> {
    let entries = entries(root)?;
    let old = entries.len().saturating_sub(KEPT);
    entries.iter().take(old).for_each(|entry| root.discard(&entry.path));
    Ok(())
}

/// Returns the entries of the journal, oldest first. Files with other names are nobody's business.
pub fn entries(root: &Root) -> Result<Vec<Entry>, DiskError> {
    let mut found = Vec::new();
    for file in root.list(FOLDER)? {
        let is_open = file.name.ends_with(OPEN);
        let number = file.name.strip_suffix(if is_open { OPEN } else { CLOSED }).filter(|stem| stem.len() <= 15);
        if let Some(number) = number.and_then(|stem| stem.parse().ok()) {
            let path = format!("{FOLDER}/{}", file.name);
            found.push(Entry { number, path, is_open, written: file.modified });
        }
    }
    found.sort_by_key(|entry| entry.number);
    Ok(found)
}

/// Returns the operation of an entry, or `None` where the file is torn, foreign or from another version.
pub fn read(root: &Root, entry: &Entry) -> Option<Operation> {
    let text = root.read(&entry.path).ok()??;
    let (head, rest) = text.split_once('\n')?;
    let head: Head = serde_json::from_str(head).ok().filter(|head: &Head| head.duizhao == VERSION)?;
    let files: Option<Vec<Kept>> = rest.lines().map(kept).collect();
    let files = files.filter(|files| files.len() == head.files)?;
    Some(Operation { number: entry.number, name: head.operation, files })
}

fn kept(line: &str) -> Option<Kept> {
    let Line { path, before, after } = serde_json::from_str(line).ok()?;
    let after = match after {
        None => None,
        Some(Difference { start, end, text }) => {
            let old = before.as_deref().unwrap_or("");
            let tail = old.len().checked_sub(end).filter(|tail| start <= *tail)?;
            Some(format!("{}{text}{}", old.get(..start)?, old.get(tail..)?))
        }
    };
    Some(Kept { path: path.into_owned(), before: before.map(Cow::into_owned), after })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn change(path: &str, before: &str, contents: &str) -> Change {
        let before = if before.is_empty() { Before::Absent } else { Before::Is(before.to_owned()) };
        Change { path: path.to_owned(), contents: contents.to_owned(), before, durability: Durability::Synced }
    }

    fn workspace() -> (tempfile::TempDir, Root, Lock) {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::open(folder.path()).unwrap();
        let lock = Lock::acquire(&root, Duration::ZERO).unwrap();
        (folder, root, lock)
    }

    fn read_all(root: &Root) -> Vec<Option<Operation>> {
        entries(root).unwrap().iter().map(|entry| read(root, entry)).collect()
    }

    #[track_caller]
    fn check_difference(before: &str, after: &str, expected: (usize, usize, &str)) {
        let found = difference(before, after);
        assert_eq!((found.start, found.end, &*found.text), expected);
        let line = json(&Line { path: "a".into(), before: Some(before.into()), after: Some(found) });
        assert_eq!(kept(&line).unwrap().after.as_deref(), Some(after));
    }

    #[test]
    fn difference_is_what_stands_between_the_equal_ends() {
        check_difference("abc", "abc", (3, 0, ""));
        check_difference("abc", "aXc", (1, 1, "X"));
        check_difference("aa", "aaa", (2, 0, "a"));
        check_difference("", "a\n", (0, 0, "a\n"));
        check_difference("一行", "丁行", (0, 3, "丁"));
        check_difference("行一", "行丁", (3, 0, "丁"));
        check_difference("é", "Ã", (0, 0, "Ã"));
    }

    #[test]
    fn what_was_overwritten_made_and_removed_is_kept() {
        let (_folder, root, lock) = workspace();
        journal_of_two(&root, &lock);
        let removal = Removal { path: "a.ftl".to_owned(), contents: "二\n".to_owned() };
        write(&root, "prune", &[], &[removal], &lock).unwrap();
        let kept = |path: &str, before: Option<&str>, after: Option<&str>| Kept {
            path: path.to_owned(),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let files: Vec<Vec<Kept>> = read_all(&root).into_iter().map(|operation| operation.unwrap().files).collect();
        assert_eq!(files[0], [kept("a.ftl", None, Some("一\n"))]);
        assert_eq!(files[1], [kept("a.ftl", Some("一\n"), Some("二\n"))]);
        assert_eq!(files[2], [kept("a.ftl", Some("二\n"), None)]);
        assert_eq!(root.read("a.ftl").unwrap(), None);
    }

    fn journal_of_two(root: &Root, lock: &Lock) {
        write(root, "sync", &[change("a.ftl", "", "一\n")], &[], lock).unwrap();
        write(root, "confirm", &[change("a.ftl", "一\n", "二\n")], &[], lock).unwrap();
    }

    #[test]
    fn nothing_to_write_makes_no_entry() {
        let (_folder, root, lock) = workspace();
        write(&root, "sync", &[], &[], &lock).unwrap();
        assert_eq!(entries(&root).unwrap(), []);
    }

    #[test]
    fn torn_and_foreign_entries_are_told_apart_and_stop_nothing() {
        let (folder, root, lock) = workspace();
        journal_of_two(&root, &lock);
        let at = |name: &str| folder.path().join(FOLDER).join(name);
        let whole = root.read(".duizhao/journal/000002.jsonl").unwrap().unwrap();
        let version = whole.replacen(":1,", ":2,", 1);
        let long = format!("{whole}{}", whole.lines().last().unwrap());
        let wild = whole.replacen("\"start\":0", "\"start\":9", 1);
        for text in ["", "not ours", &whole[..whole.len() - 9], &version, &long, &wild] {
            assert_ne!(text, whole);
            #[allow(clippy::disallowed_methods, reason = "what another program wrote")]
            std::fs::write(at("000002.jsonl"), text).unwrap();
            assert_eq!(read_all(&root)[1], None, "{text}");
        }
        #[allow(clippy::disallowed_methods, reason = "what another program wrote")]
        std::fs::write(at("notes.txt"), "mine").unwrap();
        write(&root, "sync", &[change("b.ftl", "", "b\n")], &[], &lock).unwrap();
        assert_eq!(read_all(&root).iter().filter(|operation| operation.is_some()).count(), 2);
        assert!(at("notes.txt").exists());
    }

    #[test]
    fn the_last_twenty_are_kept() {
        let (_folder, root, lock) = workspace();
        let texts: Vec<String> = (0..25).map(|number| format!("{number}\n")).collect();
        write(&root, "sync", &[change("a.ftl", "", &texts[0])], &[], &lock).unwrap();
        for pair in texts.windows(2) {
            write(&root, "sync", &[change("a.ftl", &pair[0], &pair[1])], &[], &lock).unwrap();
        }
        let numbers: Vec<u64> = entries(&root).unwrap().iter().map(|entry| entry.number).collect();
        assert_eq!(numbers, (6..=25).collect::<Vec<u64>>());
    }

    /// Puts the last entry back to where it was while its operation went on.
    fn reopen(folder: &tempfile::TempDir, number: u64) {
        let at = |end: &str| folder.path().join(format!("{FOLDER}/{number:06}{end}"));
        #[allow(clippy::disallowed_methods, reason = "what a crash leaves")]
        std::fs::rename(at(CLOSED), at(OPEN)).unwrap();
    }

    #[test]
    fn operation_cut_short_is_finished_once_and_edits_stay() {
        let (folder, root, lock) = workspace();
        let texts = ["a.ftl", "b.ftl", "c.ftl"].map(|path| change(path, "", "old\n"));
        write(&root, "sync", &texts, &[], &lock).unwrap();
        let changes = ["a.ftl", "b.ftl", "c.ftl"].map(|path| change(path, "old\n", "new\n"));
        write(&root, "confirm", &changes, &[], &lock).unwrap();
        let left = [change("b.ftl", "new\n", "old\n"), change("c.ftl", "new\n", "theirs\n")];
        root.write(&left, &lock).unwrap();
        assert_eq!(recover(&root, &lock).unwrap(), None, "what is complete may be changed by others");
        reopen(&folder, 2);
        assert_eq!(recover(&root, &lock).unwrap().unwrap().done, [1]);
        let now = ["a.ftl", "b.ftl", "c.ftl"].map(|path| root.read(path).unwrap().unwrap());
        assert_eq!(now, ["new\n", "new\n", "theirs\n"]);
        assert_eq!(recover(&root, &lock).unwrap(), None);
    }

    #[test]
    fn operation_that_did_nothing_is_forgotten() {
        let (folder, root, lock) = workspace();
        journal_of_two(&root, &lock);
        root.write(&[change("a.ftl", "二\n", "一\n")], &lock).unwrap();
        reopen(&folder, 2);
        assert_eq!(recover(&root, &lock).unwrap(), None);
        assert_eq!(entries(&root).unwrap().len(), 1);
        assert_eq!(root.read("a.ftl").unwrap().as_deref(), Some("一\n"));
    }

    #[test]
    fn batch_that_is_too_long_for_an_entry_is_cut() {
        let half = "x".repeat(LONGEST / 2);
        let changes = [change("a", "", &half), change("b", "", &half), change("c", "", "y"), change("d", "", &half)];
        let removals = [Removal { path: "e".to_owned(), contents: half.clone() }];
        let parts = batches(&changes, &removals);
        let sizes: Vec<_> = parts.iter().map(|(changes, removals)| (changes.len(), removals.len())).collect();
        assert_eq!(sizes, [(2, 0), (2, 1)]);
    }
}
