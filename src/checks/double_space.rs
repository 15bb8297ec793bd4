//! More than one space between words.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::locale::han_script;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "double-space",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "Use Go.", target: "请用  Go。", reported: &["  "] },
        Example { source: "Use  Go.", target: "请用  Go。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let text = pair.target.visible.as_str();
    if han_script(pair.locale).is_none() || !text.contains("  ") || pair.source.visible.contains("  ") {
        return;
    }
    let inside = text.len() - text.trim_start().len()..text.trim_end().len();
    for span in chinese::gaps(text) {
        // What stands on both sides of a tag is seen as one space or as two.
        if span.len() > 1 && inside.start < span.start && span.end < inside.end && chinese::is_plain(pair, &span) {
            report(chinese::fault(pair, &span, Message::new("finding-double-space"), " ", Safety::Safe));
        }
    }
}
