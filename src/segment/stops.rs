//! What a Latin final mark must meet: the token before it and the word behind it.

use crate::segment::characters::{is_currency, is_emoji, is_opener};
use crate::segment::rules::Rules;
use crate::text::{is_han, is_wide};

/// No abbreviation is longer, in bytes.
const TOKEN_LIMIT: usize = 24;

/// What the text behind a final mark begins with, openers and markup skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start<'a> {
    /// A word with a capital.
    Capital(&'a str),
    /// A word in lower case that begins sentences all the same (`iOS`, `npm`).
    Name,
    /// A number.
    Digit,
    /// A letter of a script without case.
    Caseless(char),
    /// Code, an image, a URL, an emoji, a currency sign.
    Object,
    /// Nothing a sentence begins with.
    Other,
}

/// Returns what `rest` begins with, a text whose openers are skipped already.
pub(super) fn start<'a>(rest: &'a str, rules: &Rules) -> Start<'a> {
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return Start::Other };
    let second = chars.next();
    match first {
        _ if first.is_lowercase() => match word(rest) {
            word if word.chars().skip(1).any(char::is_uppercase) => Start::Name,
            word if rules.lower_case_names.binary_search(&word).is_ok() => Start::Name,
            _ => Start::Other,
        },
        _ if first.is_uppercase() => Start::Capital(word(rest)),
        _ if first.is_numeric() && !is_han(first) => Start::Digit,
        _ if first.is_alphabetic() => Start::Caseless(first),
        _ if is_emoji(first) || is_currency(first) => Start::Object,
        // A mention, a tag, .NET.
        '@' | '#' if second.is_some_and(char::is_alphanumeric) => Start::Object,
        '.' if second.is_some_and(char::is_uppercase) => Start::Object,
        _ => Start::Other,
    }
}

/// Returns how many bytes of `rest` are an opener to be skipped before a first word.
pub(super) fn opener_len(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    let escape = first == '\\' && rest[1..].starts_with(|ch: char| ch.is_ascii_punctuation());
    (escape || is_opener(first)).then(|| first.len_utf8())
}

/// Returns whether a full stop behind `token` ends no sentence, given what follows.
///
/// `leads` says that the token is the first thing of the block.
pub(super) fn vetoes(token: &str, leads: bool, next: &str, start: Start, rules: &Rules) -> bool {
    if token.is_empty() {
        return false;
    }
    if leads && is_list_label(token) {
        return true;
    }
    if rules.never.contains(&token) {
        return true;
    }
    if rules.before_number.contains(&token) {
        return start == Start::Digit || is_roman(word(next));
    }
    let holds = rules.calendar.contains(&token)
        || rules.hold.contains(&token)
        || is_single_capital(token)
        || is_initials(token);
    holds && !is_starter(start, next, rules)
}

/// Returns whether a mark is part of a name, given what follows.
pub(super) fn is_name_with_mark(token: &str, mark: &str, start: Start, next: &str, rules: &Rules) -> bool {
    let named = |name: &&str| name.strip_suffix(mark) == Some(token);
    !token.is_empty() && rules.names_with_mark.iter().any(named) && !is_starter(start, next, rules)
}

/// Returns whether the next word begins a sentence rather than a name.
pub(super) fn is_starter(start: Start, next: &str, rules: &Rules) -> bool {
    let Start::Capital(word) = start else { return false };
    // In `J. A. Martins` the `A` is an initial.
    let initial = word.len() == 1 && next[word.len()..].starts_with('.');
    !initial && rules.starters.binary_search(&word).is_ok()
}

/// Returns the letters, digits and inner dots directly before a mark: `e.g`, `Ph.D`, `12`. Empty when they are too many for an abbreviation.
pub(super) fn token(before: &str) -> &str {
    let mut start = before.len();
    for (i, ch) in before.char_indices().rev() {
        if !(ch.is_alphanumeric() || ch == '.') || is_wide(ch) {
            break;
        }
        if before.len() - i > TOKEN_LIMIT {
            return "";
        }
        start = i;
    }
    &before[start..]
}

/// Returns the word `rest` begins with, cut where it grows too long for any list.
fn word(rest: &str) -> &str {
    let ends = |&(i, ch): &(usize, char)| !ch.is_alphanumeric() || is_wide(ch) || i >= 2 * TOKEN_LIMIT;
    &rest[..rest.char_indices().find(ends).map_or(rest.len(), |(i, _)| i)]
}

/// `1`, `2.3`, `a`: what stands before the dot of a list item.
fn is_list_label(token: &str) -> bool {
    token.chars().all(|ch| ch.is_ascii_digit() || ch == '.') || (token.len() == 1 && token.is_ascii())
}

/// A lone `I` is a pronoun more often than a number.
fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| b"IVX".contains(&byte)) || matches!(word, "V" | "X")
}

fn is_single_capital(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// `U.S`, `a.m`, `J.K`: single letters between dots.
fn is_initials(token: &str) -> bool {
    let single = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    token.contains('.') && token.split('.').all(single)
}
