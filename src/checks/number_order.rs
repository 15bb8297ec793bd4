//! The numbers of the source in another order: perhaps two were exchanged.

use crate::checks::{Example, Fault, Pair, pair::PairCheck, readings};
use crate::finding::{Message, Severity};
use crate::quantity::misordered;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "number-order",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "3 cats and 5 dogs", target: "5 只猫和 3 只狗", reported: &["5"] },
        Example { source: "3 of the 5", target: "5 个中的 3 个", reported: &[] },
        Example { source: "15 people in 2020", target: "2020 年有 15 人", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(readings) = readings::of(pair) else { return };
    let compared = readings.compared();
    if compared.pairs.len() < 2 {
        return;
    }
    let Some((first, second)) = misordered(readings.source(), compared) else { return };
    let number = |at: usize| &pair.source.visible[compared.source[compared.pairs[at].0].span.clone()];
    let message = Message::new("finding-number-order").with("first", number(first)).with("second", number(second));
    report(Fault::at(pair, &compared.target[compared.pairs[second].1].span, message));
}
