//! An English clause in a Chinese text.

use crate::checks::words::{is_function_word, labels, latin_words, overlap, quoted, same_words, without_id};
use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::text::{Span, is_wide};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "english-left",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "`expect` is similar. It takes an error message.",
            target: "`expect` 类似。It takes an error message for you.",
            reported: &["It takes an error message for you"],
        },
        Example {
            source: "MindSpore came out in September.",
            target: "九月，MindSpore came out in September。",
            reported: &["MindSpore came out in September"],
        },
        Example { source: "He said so.", target: "他说“it takes an error message for you”。", reported: &[] },
        Example { source: "See it.", target: "参阅 [the state of the art in AI](https://a.b)。", reported: &[] },
        Example { source: "See [it][].", target: "参阅[它][one of the best and the rest]。", reported: &[] },
        Example { source: "See {#a}", target: "参阅 {#what-to-do-if-you-are-in-the-hall}", reported: &[] },
        Example { source: "See it.", target: "参阅 Rust Programming Language Specification Draft。", reported: &[] },
    ],
    run,
};

/// How many Latin words make a clause, and how many of them hold it together.
const WORDS: usize = 5;
const FUNCTION_WORDS: usize = 2;

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let text = without_id(&pair.target.visible);
    // So many words have as many letters at least.
    if text.bytes().filter(u8::is_ascii_alphabetic).count() < WORDS {
        return;
    }
    // What was not translated at all is another check's word.
    if same_words(text, without_id(&pair.source.visible)) {
        return;
    }
    let mut foreign = quoted(text);
    foreign.extend(labels(text));
    for run in runs(text) {
        let words: Vec<Span> = run.into_iter().filter(|word| !foreign.iter().any(|it| overlap(it, word))).collect();
        let small = words.iter().filter(|word| is_function_word(&text[(*word).clone()])).count();
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        let span = first.start..last.end;
        if words.len() >= WORDS && small >= FUNCTION_WORDS && !is_title(pair, &span) {
            report(Fault::at(pair, &span, Message::new("finding-english-left")));
        }
    }
}

/// The Latin words of a text, in runs with nothing Chinese between them.
fn runs(text: &str) -> Vec<Vec<Span>> {
    let mut runs: Vec<Vec<Span>> = Vec::new();
    let mut end = 0;
    for word in latin_words(text) {
        let parted = text[end..word.start].chars().any(is_wide);
        end = word.end;
        match runs.last_mut().filter(|_| !parted) {
            Some(run) => run.push(word),
            None => runs.push(vec![word]),
        }
    }
    runs
}

/// Whether a piece is the text of one link to another site: its title there.
fn is_title(pair: &Pair<'_>, visible: &Span) -> bool {
    let raw = pair.target.raw_span(visible);
    let holds = |span: &Span| span.start <= raw.start && raw.end <= span.end;
    pair.target.links.iter().any(|link| link.url.contains("://") && holds(&link.span))
}
