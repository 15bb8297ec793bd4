//! A sentence that stands twice in a translation, and not in its source.

use std::collections::HashSet;

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::{Span, is_han};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "repeated-sentence",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "The doors open at nine. We begin at ten.",
            target: "大门将在九点打开。我们十点准时开始。我们十点准时开始。",
            reported: &["我们十点准时开始。"],
        },
        Example { source: "Look! Look!", target: "请大家都来看！请大家都来看！", reported: &[] },
        Example { source: "Yes, yes.", target: "是的。是的。", reported: &[] },
    ],
    run,
};

/// How many Han characters a sentence has that is not said twice by chance.
const HAN: usize = 6;

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let target = &pair.target.visible;
    // Two sentences of that many characters, of three bytes each.
    if target.len() < 2 * 3 * HAN {
        return;
    }
    let long = |span: &Span| target[span.clone()].chars().filter(|ch| is_han(*ch)).count() >= HAN;
    let twice: Vec<Span> = repeated(target).into_iter().filter(long).collect();
    let allowed = if twice.is_empty() { 0 } else { repeated(&pair.source.visible).len() };
    for span in twice.into_iter().skip(allowed) {
        let fault = Fault::at(pair, &span, Message::new("finding-repeated-sentence"));
        report(fault.fixed("", Safety::Unsafe));
    }
}

/// The sentences of a text that have stood there before.
fn repeated(text: &str) -> Vec<Span> {
    let sentences = sentences(text);
    if sentences.len() < 2 {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let said = |span: &Span| text[span.clone()].trim_end_matches(is_end).trim().to_lowercase();
    sentences.into_iter().filter(|span| !said(span).is_empty() && !seen.insert(said(span))).collect()
}

fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, ch)) = chars.next() {
        let end = at + ch.len_utf8();
        let next = chars.peek().map(|(_, next)| *next);
        let parts = match ch {
            '。' | '！' | '？' | '；' => true,
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if parts || next.is_none() {
            let blank = text[start..end].len() - text[start..end].trim_start().len();
            sentences.push(start + blank..end);
            start = end;
        }
    }
    sentences
}

fn is_end(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '；' | '.' | '!' | '?')
}
