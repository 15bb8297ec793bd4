//! A translation that is the source.

use crate::checks::words::{is_function_word, latin_words, overlap, same_words, without_id};
use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "source-equals-target",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example {
            source: "The doors open at nine.",
            target: "The doors  open at nine.",
            reported: &["The doors  open at nine."],
        },
        Example { source: "Scoped Style Tips", target: "Scoped Style Tips", reported: &["Scoped Style Tips"] },
        Example { source: "Kubernetes, gRPC, Node.js 20", target: "Kubernetes, gRPC, Node.js 20", reported: &[] },
        Example { source: "`the code of it`", target: "`the code of it`", reported: &[] },
        Example { source: "The doors open.", target: "大门打开。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let source = without_id(&pair.source.visible);
    if !same_words(source, without_id(&pair.target.visible)) {
        return;
    }
    let protected = protected(pair, source);
    let words = latin_words(source).into_iter().filter(|word| !protected.iter().any(|name| overlap(name, word)));
    let words: Vec<&str> = words.map(|word| &source[word]).collect();
    if words.len() < 3 {
        return;
    }
    let message = Message::new("finding-source-equals-target");
    let fault = Fault::at_raw(pair, 0..pair.target.raw.len(), message);
    if words.iter().any(|word| is_function_word(word)) {
        report(fault);
    } else if words.iter().filter(|word| is_plain(word)).count() >= 3 {
        // Three words that look like no product can still be a name.
        report(fault.graded(Severity::Warning));
    }
}

/// Where protected names stand in a text.
fn protected(pair: &Pair<'_>, text: &str) -> Vec<crate::text::Span> {
    let matches = pair.glossary.matches(text, pair.source_locale).into_iter();
    matches.filter(|found| found.terms.iter().any(|term| term.is_protected)).map(|found| found.span).collect()
}

/// Whether a word is written as ordinary words are: `Helm`, not `gRPC`.
fn is_plain(word: &str) -> bool {
    word.len() > 2 && word.chars().all(char::is_alphabetic) && !word.chars().skip(1).any(char::is_uppercase)
}
