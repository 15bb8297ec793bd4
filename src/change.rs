//! What changed between two texts: words, and whether the change asks for a new translation.

use similar::{ChangeTag, TextDiff};

/// How much a change of the source matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Wrapping, emphasis marks, quotes, escapes, spacing, inner commas: the translation still holds.
    Form,
    /// Anything else.
    Other,
}

impl Class {
    /// Returns the name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Class::Form => "form",
            Class::Other => "other",
        }
    }
}

/// Returns the class of the change from `was` to `now`.
pub fn class(was: &str, now: &str) -> Class {
    if was == now || form(was) == form(now) { Class::Form } else { Class::Other }
}

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

/// Returns how alike two texts are, from 0 to 1: shared words over the words of both.
///
/// Order does not count; it serves to choose between candidates, not to judge a change.
pub fn likeness(a: &str, b: &str) -> f64 {
    Words::of(a).likeness(&Words::of(b))
}

/// The words of a text, counted once for many comparisons.
#[derive(Debug, Clone)]
pub struct Words {
    /// How often each word occurs, sorted by word.
    counts: Vec<(String, usize)>,
    total: usize,
}

impl Words {
    /// Counts the words of a text.
    pub fn of(text: &str) -> Words {
        let mut counts: Vec<(String, usize)> = word_counts(text).into_iter().collect();
        counts.sort_unstable();
        let total = counts.iter().map(|(_, count)| count).sum();
        Words { counts, total }
    }

    /// Returns the different words, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.counts.iter().map(|(word, _)| word.as_str())
    }

    /// Returns how alike the two texts are, see [`likeness`].
    pub fn likeness(&self, other: &Words) -> f64 {
        let total = self.total + other.total;
        if total == 0 {
            return 1.0;
        }
        // One side may be a whole chapter in one paragraph: its words are looked up, not gone through.
        let (few, many) = if self.counts.len() < other.counts.len() { (self, other) } else { (other, self) };
        let shared_count = |(word, count): &(String, usize)| {
            let at = many.counts.binary_search_by(|(other, _)| other.cmp(word)).ok()?;
            Some((*count).min(many.counts[at].1))
        };
        let shared: usize = few.counts.iter().filter_map(shared_count).sum();
        2.0 * shared as f64 / total as f64
    }
}

fn word_counts(text: &str) -> std::collections::HashMap<String, usize> {
    let mut counts = std::collections::HashMap::new();
    let mut word = String::new();
    for ch in text.chars().chain([' ']) {
        if ch.is_alphanumeric() && !crate::text::is_wide(ch) {
            word.extend(ch.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            *counts.entry(std::mem::take(&mut word)).or_insert(0) += 1;
        }
        if crate::text::is_han(ch) {
            *counts.entry(ch.to_string()).or_insert(0) += 1;
        }
    }
    counts
}

/// Returns a text with everything folded away that is only form.
///
/// Two texts with equal form ask for the same translation. Code spans stay as they are; the final
/// mark stays, a full stop is no question mark.
pub fn form(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let trimmed = text.trim();
    let mut chars = trimmed.char_indices().peekable();
    let mut fence = 0;
    while let Some((at, ch)) = chars.next() {
        let rest = &trimmed[at + ch.len_utf8()..];
        if ch == '`' {
            let run = 1 + rest.len() - rest.trim_start_matches('`').len();
            for _ in 1..run {
                chars.next();
            }
            out.extend(std::iter::repeat_n('`', run));
            match fence {
                0 => fence = run,
                open if open == run => fence = 0,
                _ => {}
            }
            continue;
        }
        if fence > 0 {
            out.push(ch);
            continue;
        }
        let before = trimmed[..at].chars().next_back();
        let after = rest.chars().next();
        match ch {
            '\\' if after.is_some_and(|next| next.is_ascii_punctuation() && !"*_[]`<>\\~".contains(next)) => {}
            '_' if !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)) => {
                out.push('*');
            }
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '‘' | '’' => out.push('\''),
            ch if ch.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            ',' | ';' | '，' | '；' | '、' if is_inner(before, after) => {
                if after.is_some_and(|next| !next.is_whitespace()) && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            ch => out.push(ch),
        }
    }
    without_wide_spaces(&out)
}

/// Whether a comma only divides: not in a number, not the last mark.
fn is_inner(before: Option<char>, after: Option<char>) -> bool {
    let digit = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_digit());
    after.is_some() && !(digit(before) && digit(after))
}

fn without_wide_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        let beside_wide = |ch: Option<char>| ch.is_some_and(crate::text::is_wide);
        if ch == ' ' && (beside_wide(out.chars().next_back()) || beside_wide(chars.peek().copied())) {
            continue;
        }
        out.push(ch);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(was: &str, now: &str, expected: Class) {
        assert_eq!(class(was, now), expected, "{was} -> {now}");
    }

    #[test]
    fn form_is_wrapping_marks_quotes_and_commas() {
        check("A _b_ c.", "A *b* c.", Class::Form);
        check("__b__ \"c\"", "**b** “c”", Class::Form);
        check("At noon we ate, and left.", "At noon, we ate and  left.", Class::Form);
        check("1\\. Done", "1. Done", Class::Form);
        check("对照 是", "对照是", Class::Form);
    }

    #[test]
    fn sense_is_never_form() {
        check("It is not on.", "It is now on.", Class::Other);
        check("740 seats", "470 seats", Class::Other);
        check("1,000", "1000", Class::Other);
        check("It works.", "It works?", Class::Other);
        check("`a_b`", "`a*b`", Class::Other);
        check("snake_case", "snake*case", Class::Other);
        check("Run `a, b`", "Run `a b`", Class::Other);
        check("\\*not bold\\*", "*not bold*", Class::Other);
        check("Lin Wei", "Lin Wai", Class::Other);
    }

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
