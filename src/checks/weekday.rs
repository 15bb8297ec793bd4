//! A weekday that is not the one of the source, or not the one of the date beside it.

use crate::checks::{Example, Fault, Pair, pair::PairCheck, readings};
use crate::finding::{Message, Severity};
use crate::quantity::{WeekdayFault, weekday_faults};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "weekday",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "See you on Friday.", target: "周六见。", reported: &["周六"] },
        Example { source: "On November 7, 2020", target: "2020 年 11 月 7 日（周五）", reported: &["周五"] },
        Example { source: "On Saturday, November 7, 2020", target: "2020 年 11 月 7 日，星期六", reported: &[] },
        Example { source: "once a week", target: "每周一次", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(readings) = readings::of(pair) else { return };
    let (source, target) = readings.weekdays();
    if target.is_empty() {
        return;
    }
    let (dates, others) = readings.dates();
    for fault in weekday_faults(&source, &target, dates, (&pair.target.visible, others)) {
        let (at, message) = match fault {
            WeekdayFault::Other(left, right) => {
                let day = &pair.source.visible[source[left].span.clone()];
                (right, Message::new("finding-weekday").with("day", day))
            }
            WeekdayFault::Calendar { target, expected } => {
                (target, Message::new("finding-weekday-date").with("day", usize::from(expected)))
            }
        };
        report(Fault::at(pair, &target[at].span, message));
    }
}
