//! Asterisks that a reader would see: emphasis that does not open or close where it should.
//!
//! A closing mark behind punctuation and before a Han character closes nothing (CommonMark 6.2).

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Fix, Message, Safety, Severity};
use crate::markdown::view;
use crate::text::{Edit, Span, apply};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "emphasis-literal",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example {
            source: "This is **key**, so ask.", target: "这是**关键，**所以要问。", reported: &["**关键，**"]
        },
        Example {
            source: "The **“lab”** here.", target: "在**“实验室”**这里。", reported: &["**“实验室”**"]
        },
        Example { source: "This is **key**.", target: "这是**关键。", reported: &["**"] },
        Example { source: "This is **key**.", target: "这是**关键**。", reported: &[] },
        Example { source: "Then _downgrade_ it.", target: "然后将它_降级_处理。", reported: &["_降级_"] },
        Example { source: "It takes 2**32 steps.", target: "共 2**32 步。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let shown = marks(&pair.target.visible);
    let spare = shown.len().saturating_sub(marks(&pair.source.visible).len());
    if spare == 0 {
        return;
    }
    let shown = &shown[shown.len() - spare..];
    let mut fault = Fault::at(pair, &(shown[0].start..shown[spare - 1].end), Message::new("finding-emphasis-literal"));
    fault.fix = repaired(pair, shown);
    report(fault);
}

/// The runs of asterisks in a text, and those of underscores that stand beside a word.
fn marks(visible: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = visible[at..].find(['*', '_']).map(|offset| at + offset) {
        let mark = &visible[start..start + 1];
        let length = visible[start..].len() - visible[start..].trim_start_matches(mark).len();
        let end = start + length;
        let word = |ch: Option<char>| ch.is_some_and(char::is_alphanumeric);
        let narrow = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_alphanumeric());
        let (before, after) = (visible[..start].chars().next_back(), visible[end..].chars().next());
        // `snake_case` and a rule of `___` are no emphasis.
        let inside = narrow(before) && narrow(after) || !word(before) && !word(after);
        if mark == "*" || !inside {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// Moves marks or puts in a space until the reader sees none of them, where there is one pair of them.
fn repaired(pair: &Pair<'_>, shown: &[Span]) -> Option<Fix> {
    let [open, close] = shown else { return None };
    let (open, close) = (pair.target.raw_span(open), pair.target.raw_span(close));
    let raw = &pair.target.raw;
    let mark = &raw[open.clone()];
    if raw[close.clone()] != *mark || close.start < open.end {
        return None;
    }
    let inside = &raw[open.end..close.start];
    let replaced = |text: String| vec![Edit::new(open.start..close.end, text)];
    let ends = inside.len() - inside.trim_end_matches(['，', '。', '、', '；', '：', '！', '？']).len();
    let mut ways = Vec::new();
    if ends > 0 {
        let (words, stops) = inside.split_at(inside.len() - ends);
        ways.push(replaced(format!("{mark}{words}{mark}{stops}")));
    }
    let (first, last) = (inside.chars().next()?, inside.chars().next_back()?);
    if "“‘《「『（".contains(first) && "”’》」』）".contains(last) {
        let words = &inside[first.len_utf8()..inside.len() - last.len_utf8()];
        ways.push(replaced(format!("{first}{mark}{words}{mark}{last}")));
    }
    ways.push(vec![Edit::new(close.end..close.end, " ")]);
    let holds = |edits: &Vec<Edit>| marks(&view(&apply(raw, edits.clone()), "").visible).is_empty();
    ways.into_iter().find(holds).map(|edits| Fix { edits, safety: Safety::Safe })
}
