//! How many words a text has: what a translation costs is counted in them.
//!
//! Nearly the words of UAX #29. ICU's word segmenter wants dictionaries for Chinese and Japanese, and
//! with them it finds words of several characters, which nobody is paid by.

use crate::text::is_han;

/// Returns the number of words in a text; each Han character is one.
pub fn words(text: &str) -> usize {
    let (mut count, mut inside, mut before) = (0, false, None);
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        let joins = inside && before.zip(chars.peek().copied()).is_some_and(|(before, after)| joins(before, ch, after));
        if is_han(ch) {
            count += 1;
            inside = false;
        } else if ch.is_alphanumeric() {
            count += usize::from(!inside);
            inside = true;
        } else {
            inside = joins;
        }
        before = Some(ch);
    }
    count
}

/// Whether a mark stands within a word: `isn't`, `3.5`, `snake_case`.
fn joins(before: char, mark: char, after: char) -> bool {
    match mark {
        '\'' | '’' => before.is_alphabetic() && after.is_alphabetic(),
        '.' | ',' => before.is_numeric() && after.is_numeric(),
        '_' => before.is_alphanumeric() && after.is_alphanumeric(),
        // Marks that a letter carries.
        _ => matches!(mark, '\u{300}'..='\u{36F}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: usize) {
        assert_eq!(words(text), expected, "{text}");
    }

    #[test]
    fn words_are_those_of_unicode_and_han_characters_singly() {
        check("It isn't 3.5 m, is it?", 6);
        check("  ", 0);
        check("a_b c'd' e. f,g", 5);
        check("鹏城实验室", 5);
        check("在 Rust 里，是 3 个", 6);
    }
}
