//! Latin words in a Chinese sentence with commas between them: `、` separates parallel words.

use crate::checks::{Example, Fault, Pair, brackets, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::{Span, is_han};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "latin-list-comma",
    severity: [Severity::Info; 2],
    settings: &[],
    examples: &[
        Example { source: "It speaks Go, Rust and C.", target: "支持 Go, Rust 和 C。", reported: &[", "] },
        Example { source: "It has 1,000 users.", target: "有 1,000 个用户。", reported: &[] },
        Example { source: "From Paris (Paris, France).", target: "来自巴黎（Paris, France）。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair).filter(|text| text.contains(',')) else { return };
    let quoted: Vec<Span> = brackets::brackets(text)
        .pairs
        .into_iter()
        .map(|(open, close)| open.end..close.start)
        .filter(|inside| !text[inside.clone()].chars().any(is_han))
        .collect();
    let mut next = 0;
    for (at, comma) in text.match_indices(',') {
        while quoted.get(next).is_some_and(|inside| inside.end <= at) {
            next += 1;
        }
        let end = at + comma.len() + chinese::spaces(text, at + comma.len());
        let word = |ch: Option<char>| ch.is_some_and(chinese::is_latin);
        let digits = chinese::after(text, end).is_some_and(|ch| ch.is_ascii_digit());
        let words = (word(chinese::before(text, at)) || chinese::is_code_before(pair, at))
            && (word(chinese::after(text, end)) || chinese::is_code(pair, end));
        if words && !digits && !quoted.get(next).is_some_and(|inside| inside.contains(&at)) {
            let message = Message::new("finding-latin-list-comma");
            report(chinese::fault(pair, &(at..end), message, "、", Safety::Unsafe));
        }
    }
}
