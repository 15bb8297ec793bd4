//! A time of day that is not the one of the source.

use crate::checks::{Example, Fault, Pair, pair::PairCheck, readings};
use crate::finding::{Message, Severity};
use crate::quantity::time_faults;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "time-of-day",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "It starts at 3 p.m.", target: "下午 3 点开始。", reported: &[] },
        Example { source: "It starts at 3 p.m.", target: "15:00 开始。", reported: &[] },
        Example { source: "It starts at 3 p.m.", target: "3 点开始。", reported: &["3 点"] },
        Example { source: "It starts at 9 a.m.", target: "晚上 9 点开始。", reported: &["9 点"] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(readings) = readings::of(pair) else { return };
    let (source, target) = readings.times();
    for (left, right) in time_faults(source, target) {
        let time = &pair.source.visible[source[left].span.clone()];
        report(Fault::at(pair, &target[right].span, Message::new("finding-time").with("time", time)));
    }
}
