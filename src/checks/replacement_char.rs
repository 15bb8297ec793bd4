//! `�` and characters without a meaning: what was there is lost.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "replacement-char",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "The lab.", target: "实\u{FFFD}室\u{E123}。", reported: &["\u{FFFD}", "\u{E123}"] },
        Example { source: "Press \u{F8FF}.", target: "按 \u{F8FF}。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let known = chinese::Known::new(&pair.source.raw);
    let lost = |ch: char| matches!(ch, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}');
    for (at, ch) in pair.target.raw.char_indices().filter(|(_, ch)| lost(*ch)) {
        // A font of icons has them in the source as well.
        if !known.has(ch) {
            let message = Message::new("finding-replacement-char").with("char", format!("U+{:04X}", ch as u32));
            report(Fault::at_raw(pair, at..at + ch.len_utf8(), message));
        }
    }
}
