//! A bracket or a quotation mark without its other half.

use crate::checks::{Example, Fault, Pair, brackets, chinese, pair::PairCheck};
use crate::finding::{Message, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "brackets-balance",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "The lab (PCL) is here.", target: "实验室（PCL 在此。", reported: &["（"] },
        Example { source: "The “new” lab.", target: "新”实验室。", reported: &["”"] },
        Example { source: "See [it](/a).", target: "请看[这里](/a。", reported: &["("] },
        Example { source: "The (new lab.", target: "（新实验室。", reported: &[] },
        Example { source: "1) The lab: [0, 1).", target: "1) 实验室：[0, 1)。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    let loose = brackets::brackets(text).loose;
    // A quotation may go on in the next sentence of both languages.
    if loose.is_empty() || !brackets::brackets(&pair.source.visible).loose.is_empty() {
        return;
    }
    for span in loose {
        report(Fault::at(pair, &span, Message::new("finding-brackets-balance")));
    }
}
