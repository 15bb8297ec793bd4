//! Patches without context, as git writes them.

use std::collections::{HashMap, HashSet};

/// What changed at one place of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hunk {
    /// All of the file.
    Whole,
    /// Lines of today, the first and the last.
    Lines(usize, usize),
    /// Text was taken out between these two lines; whether it went on above and below.
    Gap { above: (usize, bool), below: (usize, bool) },
    /// Blank lines came between these two.
    Cut(usize, usize),
}

/// Reads a patch without context: what changed in each file, and the paths that are gone or renamed.
pub(super) fn read(patch: &str) -> (HashMap<String, Vec<Hunk>>, HashSet<String>) {
    let (mut files, mut gone) = (HashMap::new(), HashSet::new());
    let mut before: Option<String> = None;
    let mut now: Option<String> = None;
    let mut lines = patch.split('\n');
    while let Some(line) = lines.next() {
        if let Some(path) = line.strip_prefix("rename from ") {
            gone.insert(unquoted(path));
        } else if let Some(path) = line.strip_prefix("rename to ") {
            files.insert(unquoted(path), Vec::new());
        } else if let Some(path) = line.strip_prefix("* Unmerged path ") {
            files.insert(unquoted(path), vec![Hunk::Whole]);
        } else if let Some(names) = line.strip_prefix("Binary files ").and_then(|rest| rest.strip_suffix(" differ")) {
            // Not a text to git, or not to be shown as one: nothing is known of its lines.
            let path = names.rsplit_once(" and ").and_then(|(_, path)| side(path));
            files.extend(path.map(|path| (path, vec![Hunk::Whole])));
        } else if let Some(path) = line.strip_prefix("--- ") {
            before = side(path);
        } else if let Some(path) = line.strip_prefix("+++ ") {
            now = side(path);
            match &now {
                Some(path) => drop(files.entry(path.clone()).or_default()),
                None => gone.extend(before.take()),
            }
        } else if let Some((removed, added)) = counts(line) {
            // The lines of a hunk are counted: one that was added may read `+++ b/other`.
            let taken: Vec<&str> = lines.by_ref().filter(|line| !line.starts_with('\\')).take(removed.1).collect();
            let come: Vec<&str> = lines.by_ref().filter(|line| !line.starts_with('\\')).take(added.1).collect();
            if let Some(hunks) = now.as_ref().and_then(|path| files.get_mut(path)) {
                hunks.push(hunk(&taken, &come, added.0));
            }
        }
    }
    (files, gone)
}

/// What a hunk does; its lines still have their mark.
fn hunk(taken: &[&str], come: &[&str], start: usize) -> Hunk {
    let text = |line: &&str| line.get(1..).unwrap_or("").trim_end().to_owned();
    let is_blank = |line: &&str| text(line).is_empty();
    if !come.iter().all(is_blank) {
        return Hunk::Lines(start, start + come.len() - 1);
    }
    // Without lines that came, git names the line above.
    let above = if come.is_empty() { start } else { start - 1 };
    let below = above + come.len() + 1;
    match (taken.first(), taken.last()) {
        (Some(first), Some(last)) => {
            Hunk::Gap { above: (above, !begins_block(&text(first))), below: (below, !is_blank(last)) }
        }
        _ => Hunk::Cut(above, below),
    }
}

/// Reads `@@ -LINE,COUNT +LINE,COUNT @@`; a count of 1 is left out.
fn counts(line: &str) -> Option<((usize, usize), (usize, usize))> {
    let (head, _) = line.strip_prefix("@@ -")?.split_once(" @@")?;
    let (old, new) = head.split_once(" +")?;
    let one = |text: &str| match text.split_once(',') {
        Some((line, count)) => Some((line.parse().ok()?, count.parse().ok()?)),
        None => Some((text.parse().ok()?, 1)),
    };
    Some((one(old)?, one(new)?))
}

/// The path of a side of the comparison; `None` where there is no file.
fn side(text: &str) -> Option<String> {
    // A tab ends a name with spaces.
    let path = unquoted(text.strip_suffix('\t').unwrap_or(text));
    path.strip_prefix("a/").or_else(|| path.strip_prefix("b/")).map(str::to_owned)
}

/// Returns a path as it is: git writes one with control characters, quotes or backslashes as a string of C.
fn unquoted(text: &str) -> String {
    let Some(inner) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return text.to_owned() };
    let mut bytes = Vec::new();
    let mut rest = inner.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        let escaped = rest.next().unwrap_or(b'\\');
        bytes.push(match escaped {
            b'a' => 7,
            b'b' => 8,
            b't' => b'\t',
            b'n' => b'\n',
            b'v' => 11,
            b'f' => 12,
            b'r' => b'\r',
            b'0'..=b'3' => {
                let digit = |byte: Option<u8>| byte.unwrap_or(b'0').wrapping_sub(b'0');
                let high = digit(Some(escaped));
                let middle = digit(rest.next());
                high.wrapping_mul(64).wrapping_add(middle.wrapping_mul(8)).wrapping_add(digit(rest.next()))
            }
            other => other,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether a line of Markdown begins a block, so that what stands above it does not go on in it.
pub(super) fn begins_block(line: &str) -> bool {
    let text = line.trim_start_matches([' ', '\t', '>']).trim_end();
    let marker = text.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let is_numbered = marker.len() < text.len() && marker.starts_with([')', '.']);
    let is_listed = text.starts_with(['-', '*', '+']) && (text.len() == 1 || text[1..].starts_with([' ', '\t']));
    text.is_empty() || text.starts_with(['#', '|', '<', '`', '~']) || is_numbered || is_listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_the_names_of_today() {
        let patch = "diff --git a/old.md b/new.md\nsimilarity index 100%\nrename from old.md\nrename to new.md\n\
                     diff --git a/a b.md b/a b.md\n--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1 +1 @@\n-a\n+b\n\
                     diff --git \"a/\\\"q\\\\\\303\\251.md\" x\n--- /dev/null\n+++ \"b/\\\"q\\\\\\303\\251.md\"\n@@ -0,0 +1 @@\n+a\n\
                     diff --git a/gone.md b/gone.md\n--- a/gone.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n\
                     diff --git a/c.md b/c.md\nBinary files a/c.md and b/c.md differ\n";
        let (files, gone) = read(patch);
        let mut files: Vec<(String, Vec<Hunk>)> = files.into_iter().collect();
        files.sort_by(|one, other| one.0.cmp(&other.0));
        let expected: [(&str, Vec<Hunk>); 4] = [
            ("\"q\\é.md", vec![Hunk::Lines(1, 1)]),
            ("a b.md", vec![Hunk::Lines(1, 1)]),
            ("c.md", vec![Hunk::Whole]),
            ("new.md", vec![]),
        ];
        assert_eq!(files, expected.map(|(path, hunks)| (path.to_owned(), hunks)));
        assert_eq!(gone, HashSet::from(["old.md".to_owned(), "gone.md".to_owned()]));
    }
}
