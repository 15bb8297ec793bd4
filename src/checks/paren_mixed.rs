//! Round brackets of which one half is full-width and the other half-width.

use crate::checks::{Example, Fault, Pair, brackets, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::is_han;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "paren-mixed",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "They (all) met.", target: "他们（全部)见了面。", reported: &["（全部)"] },
        Example { source: "They (all) met.", target: "他们(全部）见了面。", reported: &["(全部）"] },
        Example { source: "It is fast (O(1)).", target: "很快（O(1)）。", reported: &[] },
        Example { source: "Hi (see here). 中", target: "Hi (see here）. 中", reported: &["(see here）"] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair).filter(|text| text.contains(['（', '）'])) else { return };
    for (open, close) in brackets::brackets(text).pairs {
        if !matches!((&text[open.clone()], &text[close.clone()]), ("（", ")") | ("(", "）")) {
            continue;
        }
        let beside = |ch: Option<char>| ch.is_some_and(|ch| !ch.is_ascii());
        let wide = text[open.end..close.start].chars().any(is_han)
            || beside(text[..open.start].trim_end_matches(' ').chars().next_back())
            || beside(chinese::after(text, close.end));
        let wanted = if wide { ["（", "）"] } else { ["(", ")"] };
        let fault = Fault::at(pair, &(open.start..close.end), Message::new("finding-paren-mixed"));
        let edits = [chinese::edit(pair, &open, wanted[0]), chinese::edit(pair, &close, wanted[1])];
        report(chinese::repaired(pair, fault, edits, Safety::Safe));
    }
}
