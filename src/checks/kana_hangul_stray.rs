//! Japanese or Korean letters in Chinese text.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "kana-hangul-stray",
    severity: [Severity::Info; 2],
    settings: &[],
    examples: &[
        Example { source: "The lab.", target: "实验室テスト。", reported: &["テスト"] },
        Example { source: "The lab テスト.", target: "实验室テスト，한국어。", reported: &[] },
    ],
    run,
};

/// What the language calls itself.
const KOREAN: &str = "한국어";

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    let known = chinese::Known::new(&pair.source.visible);
    let stray = |ch: char| matches!(ch as u32, 0x3041..=0x3096 | 0x30A1..=0x30FA | 0x30FC | 0x1100..=0x11FF | 0x3131..=0x318E | 0xAC00..=0xD7A3);
    for span in chinese::runs(text, stray) {
        let word = &text[span.clone()];
        if word != KOREAN && !known.has_all(word) {
            report(Fault::at(pair, &span, Message::new("finding-kana-hangul")));
        }
    }
}
