//! English words in the capitals of a title, left in a Chinese heading or cell.

use crate::checks::words::{latin_words, overlap, quoted};
use crate::checks::{Check, Example, Fault, Pair, Profile};
use crate::finding::{Message, Severity};
use crate::markdown::LeafKind;
use crate::text::{Span, is_han};

pub(super) static CHECK: TitleCaseLeftover = TitleCaseLeftover;

pub(super) struct TitleCaseLeftover;

impl Check for TitleCaseLeftover {
    fn code(&self) -> &'static str {
        "title-case-leftover"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Info
    }

    fn examples(&self) -> &'static [Example] {
        // The kind of block decides: see the test below.
        &[Example { source: "Use Cases", target: "Use Cases 介绍", reported: &[] }]
    }

    fn pair(&self, pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
        let text = &pair.target.visible;
        let is_label = matches!(pair.kind, LeafKind::Heading | LeafKind::TableCell);
        if !is_label || !text.chars().any(is_han) {
            return;
        }
        let mut known = quoted(text);
        known.extend(pair.glossary.matches(text, pair.source_locale).into_iter().map(|found| found.span));
        for span in capitalised(text, &known) {
            // What is not in the source either was put there on purpose.
            if pair.source.visible.contains(&text[span.clone()]) {
                report(Fault::at(pair, &span, Message::new("finding-title-case")));
            }
        }
    }
}

/// The runs of two and more capitalised words with one space between them, outside `known`.
fn capitalised(text: &str, known: &[Span]) -> Vec<Span> {
    let is_title = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.clone().count() > 0 && chars.all(char::is_lowercase)
    };
    let mut runs: Vec<(Span, usize)> = Vec::new();
    for word in latin_words(text) {
        if !is_title(&text[word.clone()]) || known.iter().any(|span| overlap(span, &word)) {
            continue;
        }
        match runs.last_mut().filter(|(run, _)| &text[run.end..word.start] == " ") {
            Some((run, count)) => (run.end, *count) = (word.end, *count + 1),
            None => runs.push((word, 1)),
        }
    }
    runs.into_iter().filter(|(_, count)| *count > 1).map(|(run, _)| run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_capitalised_words_are_a_title() {
        let text = "Use Cases 介绍（Open Day）与 gRPC Core、Rust 和 Go";
        let found: Vec<&str> = capitalised(text, &quoted(text)).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["Use Cases"]);
    }
}
