//! A question that became a statement, or the reverse.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::Span;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "question-mark",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "Who came?", target: "谁来了。", reported: &["。"] },
        Example { source: "They came.", target: "他们来了？", reported: &["？"] },
        Example { source: "Who came? (They did?)", target: "谁来了？（他们？）", reported: &[] },
        Example { source: "Why this works", target: "为什么这样可行？", reported: &[] },
        Example { source: "Why?", target: "缘由", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    let (Some(source), Some(target)) = (last(&pair.source.visible), last(text)) else { return };
    let (source, mark) = (&pair.source.visible[source], &text[target.clone()]);
    let asks = |mark: &str| matches!(mark, "?" | "？");
    let states = |mark: &str| matches!(mark, "." | "。" | "!" | "！");
    let (id, mark) = match (asks(source), asks(mark)) {
        (true, false) if states(mark) => ("finding-question-lost", "？"),
        (false, true) if states(source) => ("finding-question-added", "。"),
        _ => return,
    };
    report(chinese::fault(pair, &target, Message::new(id), mark, Safety::Unsafe));
}

/// The last character that is no bracket and no quotation mark.
fn last(text: &str) -> Option<Span> {
    let text = text.trim_end_matches(|ch: char| ch.is_whitespace() || ")）]】」』”’\"'》〉*_".contains(ch));
    // `?!` asks as well.
    let text = match text.trim_end_matches(['!', '！']) {
        asked if asked.ends_with(['?', '？']) => asked,
        _ => text,
    };
    let ch = text.chars().next_back()?;
    Some(text.len() - ch.len_utf8()..text.len())
}
