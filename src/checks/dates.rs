//! A date that is not the one of the source.

use crate::checks::{Example, Fault, Pair, pair::PairCheck, readings};
use crate::finding::{Message, Severity};
use crate::quantity::date_faults;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "dates",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "We met on June 8.", target: "我们在 7 月 8 日见面。", reported: &["7 月 8 日"] },
        Example { source: "We met on March 8.", target: "我们在 8 月 3 日见面。", reported: &["8 月 3 日"] },
        Example { source: "Nov. 7, 2020", target: "2021 年 11 月 7 日", reported: &["2021 年 11 月 7 日"] },
        Example { source: "Oct. 7-8", target: "10 月 7 日至 8 日", reported: &[] },
        Example { source: "April spoke in June.", target: "April 在六月发言。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(readings) = readings::of(pair) else { return };
    let (source, target) = readings.dates();
    for (left, right) in date_faults(source, target) {
        let date = &pair.source.visible[source[left].span.clone()];
        report(Fault::at(pair, &target[right].span, Message::new("finding-date").with("date", date)));
    }
}
