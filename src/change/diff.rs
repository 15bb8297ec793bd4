//! The words that two texts share, and those that changed; for showing, not for judging.

use similar::{ChangeTag, TextDiff};

/// One run of a word diff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// In both texts.
    Equal,
    /// Only in the old text.
    Delete,
    /// Only in the new text.
    Insert,
}

impl Tag {
    /// Returns the name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Tag::Equal => "equal",
            Tag::Delete => "delete",
            Tag::Insert => "insert",
        }
    }
}

/// Returns the word diff of two texts as runs: Unicode words, Han characters one by one.
pub fn words(was: &str, now: &str) -> Vec<(Tag, String)> {
    let diff = TextDiff::from_unicode_words(was, now);
    let mut runs: Vec<(Tag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => Tag::Equal,
            ChangeTag::Delete => Tag::Delete,
            ChangeTag::Insert => Tag::Insert,
        };
        match runs.last_mut() {
            Some((last, text)) if *last == tag => text.push_str(change.value()),
            _ => runs.push((tag, change.value().to_owned())),
        }
    }
    gathered(runs)
}

/// A space that stands between two changes belongs to them: `[-9-]{+10+}` reads better than pieces.
fn gathered(runs: Vec<(Tag, String)>) -> Vec<(Tag, String)> {
    let mut out: Vec<(Tag, String)> = Vec::new();
    let mut pending: Option<(String, String)> = None;
    let flush = |pending: &mut Option<(String, String)>, out: &mut Vec<(Tag, String)>| {
        if let Some((deleted, inserted)) = pending.take() {
            if !deleted.is_empty() {
                out.push((Tag::Delete, deleted));
            }
            if !inserted.is_empty() {
                out.push((Tag::Insert, inserted));
            }
        }
    };
    let mut runs = runs.into_iter().peekable();
    while let Some((tag, text)) = runs.next() {
        match tag {
            Tag::Delete => pending.get_or_insert_default().0.push_str(&text),
            Tag::Insert => pending.get_or_insert_default().1.push_str(&text),
            Tag::Equal if text == " " && pending.is_some() && runs.peek().is_some() => {
                let (deleted, inserted) = pending.get_or_insert_default();
                deleted.push(' ');
                inserted.push(' ');
            }
            Tag::Equal => {
                flush(&mut pending, &mut out);
                out.push((Tag::Equal, text));
            }
        }
    }
    flush(&mut pending, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diff_shows_whole_words() {
        let seen = words("We met at 9 a.m. here.", "We met at 10 a.m. there.");
        let shown: Vec<_> = seen.iter().map(|(tag, text)| (tag.name(), text.as_str())).collect();
        assert_eq!(
            shown,
            [
                ("equal", "We met at "),
                ("delete", "9"),
                ("insert", "10"),
                ("equal", " a.m. "),
                ("delete", "here"),
                ("insert", "there"),
                ("equal", ".")
            ]
        );
    }
}
