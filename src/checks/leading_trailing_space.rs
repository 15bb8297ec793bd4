//! Spaces at the ends of a translation that the source does not have.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::{Edit, Span};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "leading-trailing-space",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "They left.", target: " 他们走了。 ", reported: &[" ", " "] },
        Example { source: "They left. ", target: "他们走了。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let (source, target) = (pair.source.raw.as_str(), pair.target.raw.as_str());
    if target.trim().is_empty() {
        return;
    }
    let (head, tail) = (target.len() - target.trim_start().len(), target.trim_end().len());
    let mut found = |span: Span, known: bool| {
        if !span.is_empty() && !known {
            let fault = Fault::at_raw(pair, span.clone(), Message::new("finding-edge-space"));
            report(chinese::repaired(pair, fault, [Some(Edit::new(span, ""))], Safety::Safe));
        }
    };
    found(0..head, source.trim_start().len() < source.len());
    found(tail..target.len(), source.trim_end().len() < source.len());
}
