//! A currency or a unit that is not the one of the source.

use crate::checks::{Example, Fault, Pair, pair::PairCheck, readings};
use crate::finding::{Message, Severity};
use crate::quantity::{MeasureFault, measure_faults};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "currency-unit",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "It cost $5.", target: "花了 5 元。", reported: &["5"] },
        Example { source: "It cost $5.", target: "花了 5 美元。", reported: &[] },
        Example { source: "It took 10 minutes.", target: "用了 10 小时。", reported: &["10"] },
        Example { source: "2 km", target: "2 公里", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(readings) = readings::of(pair) else { return };
    let compared = readings.compared();
    for fault in measure_faults(compared) {
        let (MeasureFault::Currency(left, right) | MeasureFault::Unit(left, right)) = fault else { continue };
        let meant = readings::counted(&pair.source.visible, &compared.source[left].span);
        report(Fault::at(pair, &compared.target[right].span, Message::new("finding-unit").with("number", meant)));
    }
}
