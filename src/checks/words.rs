//! Words of English in a text, for the checks that look for what was left of it.

use crate::text::{Span, is_wide};

/// Words that hold sentences together: where some of them stand, there is prose and no list of names.
const FUNCTION: [&str; 102] = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before",
    "between", "both", "but", "by", "can", "could", "did", "do", "does", "down", "during", "each", "for", "from",
    "had", "has", "have", "he", "her", "here", "him", "his", "how", "if", "in", "into", "is", "it", "its", "may",
    "more", "most", "must", "no", "not", "of", "off", "on", "one", "only", "or", "other", "our", "out", "over", "she",
    "should", "since", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "through", "to", "too", "until", "up", "use", "very", "was", "we", "were", "what", "when",
    "where", "which", "while", "who", "will", "with", "within", "without", "would", "yet", "you", "your", "yours",
];

/// Returns whether a word holds sentences together.
pub(super) fn is_function_word(word: &str) -> bool {
    let known = |word: &str| FUNCTION.binary_search(&word).is_ok();
    match word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => known(&word.to_ascii_lowercase()),
        false => known(word),
    }
}

/// Returns where the Latin words of a text stand: letters, digits and apostrophes, a letter first.
pub(super) fn latin_words(text: &str) -> Vec<Span> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, ch) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_part = !is_wide(ch) && ch.is_alphanumeric() || (start.is_some() && matches!(ch, '\'' | '’'));
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words.retain(|word: &Span| text[word.clone()].starts_with(char::is_alphabetic));
    words
}

/// Returns what stands in brackets and quotation marks, marks included; the outermost of nested ones.
pub(super) fn quoted(text: &str) -> Vec<Span> {
    const PAIRS: [(char, char); 8] =
        [('（', '）'), ('(', ')'), ('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('《', '》'), ('"', '"')];
    let mut spans: Vec<Span> = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, ch) in text.char_indices() {
        // An unclosed mark inside gives way; an apostrophe closes nothing.
        if let Some(depth) = open.iter().rposition(|(_, close)| *close == ch) {
            let start = open[depth].0;
            open.truncate(depth);
            let span = start..at + ch.len_utf8();
            spans.retain(|inner| inner.start < span.start || inner.end > span.end);
            spans.push(span);
        } else if let Some((_, close)) = PAIRS.iter().find(|(own, _)| *own == ch) {
            open.push((at, *close));
        }
    }
    spans.sort_by_key(|span| span.start);
    spans
}

/// Returns whether two spans share a byte.
pub(super) fn overlap(one: &Span, other: &Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// Returns the labels of references whose definition is not known, brackets included: `[文字][label]`. Readers of
/// the page do not see them.
pub(super) fn labels(text: &str) -> Vec<Span> {
    let starts = text.match_indices("][").map(|(at, _)| at + 1);
    starts.filter_map(|at| Some(at..at + text[at..].find(']')? + 1)).collect()
}

/// Returns a text without the `{#id}` of a heading.
pub(super) fn without_id(text: &str) -> &str {
    let text = text.trim_end();
    let end = if text.ends_with('}') { text.rfind("{#") } else { None };
    end.map_or(text, |end| text[..end].trim_end())
}

/// Returns whether two texts differ in white space alone.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_sorted() {
        assert!(FUNCTION.is_sorted());
        assert!(is_function_word("The") && !is_function_word("lab"));
    }

    #[test]
    fn words_and_quotations_are_found() {
        let text = "用 don't 3D（see (a) b）“the ”x";
        let parts = |spans: Vec<Span>| spans.into_iter().map(|span| &text[span]).collect::<Vec<_>>();
        assert_eq!(parts(latin_words(text)), ["don't", "see", "a", "b", "the", "x"]);
        assert_eq!(parts(quoted(text)), ["（see (a) b）", "“the ”"]);
        assert_eq!(without_id(" The hall {#hall} "), " The hall");
        assert_eq!(labels("[文字][a b] [c]"), vec![8..13; 1]);
    }
}
