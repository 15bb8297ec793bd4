//! Footnote references lost, added or changed.

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::Part;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "footnotes",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "A claim[^1].", target: "一个说法。", reported: &["[^1]"] },
        Example { source: "A claim[^1].", target: "一个说法[^2]。", reported: &["[^1]", "[^2]"] },
        Example { source: "A claim[^1].", target: "一个说法[^1]。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let has = |all: &[Part], label: &Part| all.iter().any(|other| other.text == label.text);
    for lost in pair.source.footnotes.iter().filter(|label| !has(&pair.target.footnotes, label)) {
        let text = format!("[^{}]", lost.text);
        report(Fault::lacking(text.as_str(), Message::new("finding-footnote-lost").with("label", text.as_str())));
    }
    for added in pair.target.footnotes.iter().filter(|label| !has(&pair.source.footnotes, label)) {
        report(Fault::at_raw(pair, added.span.clone(), Message::new("finding-footnote-added")));
    }
}
