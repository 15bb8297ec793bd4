//! Escapes that the source does not have: what a tool left behind.

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "escape-noise",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "This is **key**.",
            target: "这是\\*\\*关键\\*\\*。",
            reported: &["\\*", "\\*", "\\*", "\\*"],
        },
        Example { source: "Press \\*.", target: "请按 \\*。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    if !pair.target.raw.contains('\\') {
        return;
    }
    for escape in ["\\*", "\\_", "\\[", "\\]"] {
        let known = pair.source.raw.matches(escape).count();
        for (at, _) in pair.target.raw.match_indices(escape).skip(known) {
            // Inside code a backslash is a backslash.
            if !pair.target.codes.iter().any(|code| code.span.contains(&at)) {
                report(Fault::at_raw(pair, at..at + escape.len(), Message::new("finding-escape")));
            }
        }
    }
}
