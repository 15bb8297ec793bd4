//! Radicals and compatibility characters that look like the usual ones: nobody finds them by searching.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::without_compatibility;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "compat-han",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "Six people.", target: "\u{F9D1}个⼈。", reported: &["\u{F9D1}", "⼈"] },
        Example { source: "The radical ⼈.", target: "部首 ⼈。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    let known = chinese::Known::new(&pair.source.visible);
    for (at, ch) in text.char_indices() {
        let Some(usual) = without_compatibility(ch).filter(|_| !known.has(ch)) else { continue };
        let usual = usual.to_string();
        let message = Message::new("finding-compat-han").with("other", usual.as_str());
        report(chinese::fault(pair, &(at..at + ch.len_utf8()), message, &usual, Safety::Safe));
    }
}
