//! Control characters: nothing shows them.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::Edit;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "control-char",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "The lab.", target: "实\u{8}验室\u{9F}。", reported: &["\u{8}", "\u{9F}"] },
        Example { source: "The lab.", target: "实验\t室。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let control = |ch: char| ch.is_control() && !matches!(ch, '\n' | '\r' | '\t');
    for (at, ch) in pair.target.raw.char_indices().filter(|(_, ch)| control(*ch)) {
        let message = Message::new("finding-control-char").with("char", format!("U+{:04X}", ch as u32));
        let span = at..at + ch.len_utf8();
        report(chinese::repaired(
            pair,
            Fault::at_raw(pair, span.clone(), message),
            [Some(Edit::new(span, ""))],
            Safety::Safe,
        ));
    }
}
