//! A name with digits that the translation does not have: `GPT-4`, `IPv6`, `C++17`.

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::quantity::missing_names;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "id-tokens",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "It runs on an H100.", target: "它运行在 H200 上。", reported: &["H100"] },
        Example { source: "GPT-4 and IPv6", target: "GPT4 和 ipv6", reported: &[] },
        Example { source: "a 3-dimensional tour", target: "三维之旅", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    // Names are the same in every language; in the target they may also stand in code.
    for span in missing_names(&pair.source.visible, &pair.target.plain()) {
        let name = &pair.source.visible[span];
        report(Fault::lacking(name, Message::new("finding-name-lost").with("name", name)));
    }
}
