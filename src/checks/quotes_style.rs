//! Quotation marks of another kind than the text should have: straight ones around Chinese, or those of another region.

use crate::checks::{Example, Fault, Pair, Setting, brackets, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::locale::{HanScript, han_script};
use crate::text::{Span, is_han};

const CODE: &str = "quotes-style";

pub(super) static CHECK: PairCheck = PairCheck {
    code: CODE,
    severity: [Severity::Info, Severity::Warning],
    settings: &[Setting { name: "style", default: "auto", values: &["auto", "curly", "corner", "keep"] }],
    examples: &[
        Example { source: "A \"joint\" plan.", target: "一份\"联合\"计划。", reported: &["\"联合\""] },
        Example { source: "A \"joint\" plan.", target: "一份「联合」计划。", reported: &["「联合」"] },
        Example { source: "A \"joint\" plan.", target: "一份‘联合’计划。", reported: &["‘联合’"] },
        Example { source: "A \"joint\" plan.", target: "一份“‘联合’计划”。", reported: &[] },
        Example { source: "A \"foo\" plan, 5\" long.", target: "一份 \"foo\" 计划，5\" 长。", reported: &[] },
    ],
    run,
};

const CURLY: [&str; 4] = ["“", "”", "‘", "’"];
const CORNER: [&str; 4] = ["「", "」", "『", "』"];

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let (wanted, other) = match (pair.settings.choice(CODE, "style"), han_script(pair.locale)) {
        ("curly", _) | ("auto", Some(HanScript::Simplified)) => (CURLY, CORNER),
        ("corner", _) | ("auto", Some(HanScript::Traditional)) => (CORNER, CURLY),
        _ => return,
    };
    let Some(text) = chinese::text(pair) else { return };
    let marks: Vec<Span> = text.match_indices('"').map(|(at, mark)| at..at + mark.len()).collect();
    let (straight, _) = marks.as_chunks::<2>();
    // With an odd number nobody knows which belong together.
    for [open, close] in straight.iter().filter(|_| marks.len().is_multiple_of(2)) {
        if text[open.end..close.start].chars().any(is_han) {
            report_pair(pair, (open, close), [wanted[0], wanted[1]], Safety::Safe, report);
        }
    }
    if !text.contains(['「', '『', '“', '‘']) {
        return;
    }
    // Invariant: pairs come in the order of their openers, so the ends of what is open lie in `around`.
    let mut around: Vec<usize> = Vec::new();
    for (open, close) in brackets::brackets(text).pairs {
        while around.last().is_some_and(|end| *end <= open.start) {
            around.pop();
        }
        let mark = &text[open.clone()];
        let is_outer = around.is_empty();
        if [wanted[0], wanted[2], other[0], other[2]].contains(&mark) {
            around.push(close.end);
        }
        if !text[open.end..close.start].chars().any(is_han) {
            continue;
        }
        if mark == other[0] || mark == other[2] {
            let at = if mark == other[0] { 0 } else { 2 };
            report_pair(pair, (&open, &close), [wanted[at], wanted[at + 1]], Safety::Safe, report);
        } else if mark == wanted[2] && is_outer {
            report_pair(pair, (&open, &close), [wanted[0], wanted[1]], Safety::Unsafe, report);
        }
    }
}

fn report_pair(
    pair: &Pair<'_>,
    (open, close): (&Span, &Span),
    wanted: [&str; 2],
    safety: Safety,
    report: &mut dyn FnMut(Fault),
) {
    let message = Message::new("finding-quotes-style").with("open", wanted[0]).with("close", wanted[1]);
    let fault = Fault::at(pair, &(open.start..close.end), message);
    let edits = [chinese::edit(pair, open, wanted[0]), chinese::edit(pair, close, wanted[1])];
    report(chinese::repaired(pair, fault, edits, safety));
}
