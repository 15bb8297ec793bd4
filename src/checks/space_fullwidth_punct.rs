//! A space beside a full-width mark, which brings its own.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::markdown::OPAQUE;
use crate::text::{Span, is_han};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "space-fullwidth-punct",
    severity: [Severity::Info, Severity::Warning],
    settings: &[],
    examples: &[
        Example {
            source: "If so, `a` (b) c.", target: "如果， `a` （b） 好 。", reported: &[" ", " ", " ", " "]
        },
        Example { source: "The \"new\" lab", target: "“ 新”实验室", reported: &[" "] },
        Example {
            source: "If so, **new** and “Go” now.", target: "如果，**新**和 “Go” 的。", reported: &[]
        },
        Example { source: "1. (new)", target: "1. （新）", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    for span in chinese::gaps(text) {
        let (Some(before), Some(after)) = (chinese::before(text, span.start), chinese::after(text, span.end)) else {
            continue;
        };
        // Behind what looks like the number of an item.
        if span.start <= 4 && text[..span.start].is_ascii() {
            continue;
        }
        // Nor at tags and shortcodes, or at what is no text of a block: the pipe of a row, the id of a heading.
        if is_markup(pair, &span, (before, after)) {
            continue;
        }
        let left = chinese::FULL_MARKS.contains(before) || (before == '“' && is_han(after));
        let right = chinese::FULL_MARKS.contains(after) || (after == '”' && is_han(before));
        // The mark and the space in one piece: a wrapped line, or a space at markup, is the writer's.
        let with = |start: usize, end: usize| chinese::is_plain(pair, &(start..end));
        let left = left && with(span.start - before.len_utf8(), span.end);
        let right = right && with(span.start, span.end + after.len_utf8());
        if left || right {
            report(chinese::fault(pair, &span, Message::new("finding-space-fullwidth"), "", Safety::Safe));
        }
    }
}

/// Whether something that is no text stands beside a space.
fn is_markup(pair: &Pair<'_>, span: &Span, (before, after): (char, char)) -> bool {
    let raw = pair.target.raw_span(span);
    let (head, tail) = (&pair.target.raw[..raw.start], &pair.target.raw[raw.end..]);
    let opaque = (before == OPAQUE && !chinese::is_code_before(pair, span.start))
        || (after == OPAQUE && !chinese::is_code(pair, span.end));
    opaque || head.ends_with(['>', '|']) || tail.starts_with(['<', '|']) || tail.starts_with("{#")
}
