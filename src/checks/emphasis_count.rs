//! Other emphasis than the source has: another number of marks, or another nesting.

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "emphasis-count",
    severity: [Severity::Info; 2],
    settings: &[],
    examples: &[
        Example { source: "**A** and **B**.", target: "**甲**和乙。", reported: &["**A** and **B**."] },
        Example { source: "**A** and **B**.", target: "**甲**和**乙**。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let (source, target) = (&pair.source.emphasis, &pair.target.emphasis);
    let tree = |all: &[crate::markdown::Emphasis]| -> Vec<_> { all.iter().map(|it| (it.kind, it.depth)).collect() };
    // All or nothing is another check's word.
    if !source.is_empty() && !target.is_empty() && tree(source) != tree(target) {
        let message = Message::new("finding-emphasis-count").with("source", source.len()).with("target", target.len());
        report(Fault::lacking(pair.source.raw.clone(), message));
    }
}
