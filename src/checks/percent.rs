//! A percentage that lost its sign.

use crate::checks::{Example, Fault, Pair, pair::PairCheck, readings};
use crate::finding::{Message, Severity};
use crate::quantity::{MeasureFault, measure_faults};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "percent",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "15% more", target: "多了 15 个", reported: &["15"] },
        Example { source: "15% more", target: "多了百分之十五", reported: &[] },
        Example { source: "10%-15%", target: "10–15%", reported: &[] },
        Example { source: "half, or 50%", target: "一半", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(readings) = readings::of(pair) else { return };
    let compared = readings.compared();
    for fault in measure_faults(compared) {
        let MeasureFault::Percent(left, right) = fault else { continue };
        let meant = readings::counted(&pair.source.visible, &compared.source[left].span);
        report(Fault::at(pair, &compared.target[right].span, Message::new("finding-percent").with("number", meant)));
    }
}
