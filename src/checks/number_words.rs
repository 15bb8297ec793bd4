//! A number word that the translation does not say.

use crate::checks::{Example, Fault, Pair, pair::PairCheck, readings};
use crate::finding::{Message, Severity};
use crate::quantity::missing_words;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "number-words",
    severity: [Severity::Info; 2],
    settings: &[],
    examples: &[
        Example { source: "Two speakers came.", target: "三位讲者来了。", reported: &["Two"] },
        Example { source: "Two speakers came.", target: "两位讲者来了。", reported: &[] },
        Example { source: "Two speakers came.", target: "2 位讲者来了。", reported: &[] },
        Example { source: "One day", target: "某天", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(readings) = readings::of(pair) else { return };
    if readings.source().words.is_empty() {
        return;
    }
    for word in missing_words(readings.source(), readings.target()) {
        let said = &pair.source.visible[word.span];
        report(Fault::lacking(said, Message::new("finding-number-lost").with("number", said)));
    }
}
