//! A space that is none: no-break or ideographic.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "nbsp-ideographic-space",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "Use Go now.", target: "请用\u{A0}Go，再\u{3000}说。", reported: &["\u{A0}", "\u{3000}"]
        },
        Example { source: "5\u{A0}km", target: "共 5\u{A0}km", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    let known = chinese::Known::new(&pair.source.visible);
    for span in chinese::runs(text, |ch| matches!(ch, '\u{A0}' | '\u{3000}')) {
        let first = chinese::after(text, span.start);
        if first.is_some_and(|ch| known.has(ch)) {
            continue;
        }
        // Beside another space, or at an end, it is one too many.
        let spaced = |ch: Option<char>| ch.is_none_or(|ch| ch == ' ');
        let spare = spaced(chinese::before(text, span.start)) || spaced(chinese::after(text, span.end));
        let message = Message::new("finding-other-space")
            .with("char", first.map_or(String::new(), |ch| format!("U+{:04X}", ch as u32)));
        report(chinese::fault(pair, &span, message, if spare { "" } else { " " }, Safety::Safe));
    }
}
