//! Another dot than `·` between the parts of a name.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "interpunct",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "Alan Turing", target: "艾伦•图灵、艾伦‧图灵、艾伦・图灵", reported: &["•", "‧", "・"]
        },
        Example { source: "Alan Turing", target: "艾伦·图灵", reported: &[] },
        Example { source: "- new", target: "• 新", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    for (at, dot) in text.match_indices(['•', '‧', '・', '∙', '⋅', '･']) {
        let span = at..at + dot.len();
        if chinese::han(chinese::before(text, span.start)) && chinese::han(chinese::after(text, span.end)) {
            report(chinese::fault(pair, &span, Message::new("finding-interpunct"), "·", Safety::Safe));
        }
    }
}
