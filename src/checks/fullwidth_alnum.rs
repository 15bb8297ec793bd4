//! Full-width letters, digits and percent signs.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "fullwidth-alnum",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "In 2020, 15% of A.",
            target: "２０２０ 年，Ａ 的 15％。",
            reported: &["２０２０", "Ａ", "％"],
        },
        Example { source: "Write Ａ.", target: "写 Ａ。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    let known = chinese::Known::new(&pair.source.visible);
    for span in chinese::runs(text, |ch| matches!(ch, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％')) {
        if known.has_all(&text[span.clone()]) {
            continue;
        }
        let narrow: String = text[span.clone()].chars().map(chinese::narrow).collect();
        let message = Message::new("finding-fullwidth-alnum").with("other", narrow.as_str());
        report(chinese::fault(pair, &span, message, &narrow, Safety::Safe));
    }
}
