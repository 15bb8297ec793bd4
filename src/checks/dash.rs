//! A dash that is not `——`.

use crate::checks::{Example, Fault, Pair, Setting, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::is_han;

const CODE: &str = "dash";

pub(super) static CHECK: PairCheck = PairCheck {
    code: CODE,
    severity: [Severity::Info, Severity::Warning],
    settings: &[Setting { name: "hyphen", default: "keep", values: &["keep", "report"] }],
    examples: &[
        Example {
            source: "A plan — a new one.", target: "计划—新的—来了--在此。", reported: &["—", "—", "--"]
        },
        Example { source: "A plan — a new one.", target: "计划——新的。", reported: &[] },
        Example {
            source: "Use --fix, key-value, 10–20.", target: "使用 --fix，键-值，10–20，10—20。", reported: &[]
        },
        Example { source: "Plan - a word.", target: "计划 - 一个词。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair).filter(|text| text.contains(['—', '-'])) else { return };
    let hyphen = pair.settings.choice(CODE, "hyphen") == "report";
    for span in chinese::runs(text, |ch| matches!(ch, '—' | '-')) {
        let (head, tail) = (&text[..span.start], &text[span.end..]);
        let (left, right) = (head.trim_end_matches(' '), tail.trim_start_matches(' '));
        let chinese = |ch: Option<char>| ch.is_some_and(|ch| is_han(ch) || "，。、；：？！（）《》“”".contains(ch));
        let (before, after) = (chinese(left.chars().next_back()), chinese(right.chars().next()));
        let spaced = left.len() < head.len() && right.len() < tail.len();
        let wrong = match &text[span.clone()] {
            "—" => before && after,
            // `选项 --fix` is none.
            "--" | "---" => before && after,
            "-" => hyphen && spaced && before && after,
            _ => false,
        };
        if wrong {
            let whole = left.len()..text.len() - right.len();
            let fault = Fault::at(pair, &span, Message::new("finding-dash"));
            let edit = chinese::edit(pair, &whole, "——").or_else(|| chinese::edit(pair, &span, "——"));
            report(chinese::repaired(pair, fault, [edit], Safety::Unsafe));
        }
    }
}
