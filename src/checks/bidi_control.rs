//! Marks that turn the direction of a text: what a reader sees is not what is written.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::{Edit, has_any};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "bidi-control",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "The lab.", target: "实\u{202E}验室。", reported: &["\u{202E}"] },
        Example { source: "The \u{2066}lab.", target: "实验室。", reported: &["\u{2066}"] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let message = |id, ch: char| Message::new(id).with("char", format!("U+{:04X}", ch as u32));
    if !is_right_to_left(pair.source_locale) {
        for ch in controls(&pair.source.raw).map(|(_, ch)| ch) {
            report(Fault::lacking(ch, message("finding-bidi-source", ch)));
        }
    }
    if is_right_to_left(pair.locale) {
        return;
    }
    for (at, ch) in controls(&pair.target.raw) {
        let span = at..at + ch.len_utf8();
        let fault = Fault::at_raw(pair, span.clone(), message("finding-bidi-control", ch));
        report(chinese::repaired(pair, fault, [Some(Edit::new(span, ""))], Safety::Safe));
    }
}

fn controls(text: &str) -> impl Iterator<Item = (usize, char)> {
    // The bytes that they begin with in UTF-8: most texts have neither.
    let text = if has_any(text, [0xE2, 0xE2, 0xD8]) { text } else { "" };
    text.char_indices().filter(|(_, ch)| is_control(*ch))
}

fn is_control(ch: char) -> bool {
    matches!(ch, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}')
}

fn is_right_to_left(locale: &str) -> bool {
    ["ar", "fa", "he", "ur", "yi", "ug", "ps"].contains(&locale.split('-').next().unwrap_or(locale))
}
