//! Letters and accents written apart: the same word in two spellings.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::{Span, composed, is_accent};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "nfc",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "A café.", target: "一家 cafe\u{301}。", reported: &["e\u{301}"] },
        Example { source: "A cafe\u{301}.", target: "一家 café。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let text = pair.target.visible.as_str();
    if text.is_ascii() {
        return;
    }
    let known = chinese::Known::new(&pair.source.visible);
    let mut letter: Option<Span> = None;
    // One more character than there is, so that the last letter is looked at as well.
    for (at, ch) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_accent(ch) {
            if let Some(letter) = &mut letter {
                letter.end = at + ch.len_utf8();
            }
            continue;
        }
        if let Some(span) = letter.replace(at..(at + ch.len_utf8()).min(text.len())) {
            apart(pair, &known, span, report);
        }
    }
}

fn apart(pair: &Pair<'_>, known: &chinese::Known<'_>, span: Span, report: &mut dyn FnMut(Fault)) {
    let written = &pair.target.visible[span.clone()];
    // A letter alone is as it should be; radicals and doubles of Chinese characters are of another check.
    if written.chars().nth(1).is_none() {
        return;
    }
    let whole = composed(written);
    if whole != written && !known.has_all(written) {
        report(chinese::fault(pair, &span, Message::new("finding-nfc"), &whole, Safety::Safe));
    }
}
