//! An ellipsis that is not `……`: six dots in two characters.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::{Span, is_han};

const DOTS: &str = "……";

pub(super) static CHECK: PairCheck = PairCheck {
    code: "ellipsis",
    severity: [Severity::Info, Severity::Warning],
    settings: &[],
    examples: &[
        Example { source: "And so on...", target: "等等...", reported: &["..."] },
        Example {
            source: "Well… no… no.", target: "嗯…不。。。不………好", reported: &["…", "。。。", "………"]
        },
        Example { source: "Well… no.", target: "嗯……不。", reported: &[] },
        Example { source: "A path `a/.../b` and a...b.", target: "路径 `a/.../b` 和 a...b。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair).filter(|text| text.contains(['.', '。', '…', '⋯'])) else { return };
    for span in chinese::runs(text, |ch| matches!(ch, '.' | '。' | '…' | '⋯')) {
        if is_wrong(text, &span) {
            report(chinese::fault(pair, &span, Message::new("finding-ellipsis"), DOTS, Safety::Safe));
        }
    }
}

fn is_wrong(text: &str, span: &Span) -> bool {
    let dots = &text[span.clone()];
    let mut all = dots.chars();
    let Some(first) = all.next() else { return false };
    // `……。` and `。…` are of other checks.
    if !all.all(|ch| ch == first) {
        return false;
    }
    let count = dots.len() / first.len_utf8();
    let chinese = |ch: Option<char>| ch.is_some_and(|ch| is_han(ch) || "，。、；：？！）》”".contains(ch));
    let (before, after) = (chinese::before(text, span.start), chinese::after(text, span.end));
    match first {
        // At the start three points say that something is left out.
        '.' => count >= 3 && chinese(before),
        '。' => count >= 3,
        _ => dots != DOTS && (chinese(before) || chinese(after)) && !before.is_some_and(|ch| ch.is_ascii_digit()),
    }
}
