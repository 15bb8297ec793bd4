//! Round brackets of the width that the project does not use.

use crate::checks::{Example, Fault, Pair, Setting, brackets, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::is_han;

const CODE: &str = "paren-width";

pub(super) static CHECK: PairCheck = PairCheck {
    code: CODE,
    severity: [Severity::Info; 2],
    settings: &[Setting { name: "style", default: "full", values: &["full", "half", "keep"] }],
    examples: &[
        Example { source: "They (all) met.", target: "他们(全部)见了面。", reported: &["(全部)"] },
        Example { source: "The lab (PCL) is here.", target: "实验室 (PCL) 在此。", reported: &["(PCL)"] },
        Example { source: "It is O(1).", target: "复杂度是 O(1)。", reported: &[] },
        Example { source: "They (all) met.", target: "他们（全部）见了面。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let wanted = match pair.settings.choice(CODE, "style") {
        "full" => ["（", "）"],
        "half" => ["(", ")"],
        _ => return,
    };
    let Some(text) = chinese::text(pair).filter(|text| text.contains(['(', '（'])) else { return };
    for (open, close) in brackets::brackets(text).pairs {
        let marks = [&text[open.clone()], &text[close.clone()]];
        if !matches!(marks, ["(", ")"] | ["（", "）"]) || marks == wanted {
            continue;
        }
        let beside = |ch: Option<char>| ch.is_some_and(|ch| is_han(ch) || "，。、；：！？“”".contains(ch));
        let around = beside(text[..open.start].trim_end_matches(' ').chars().next_back())
            && !chinese::before(text, open.start).is_some_and(chinese::is_latin);
        if !around && !text[open.end..close.start].chars().any(is_han) {
            continue;
        }
        let fault = Fault::at(pair, &(open.start..close.end), Message::new("finding-paren-width"));
        let edits = [chinese::edit(pair, &open, wanted[0]), chinese::edit(pair, &close, wanted[1])];
        report(chinese::repaired(pair, fault, edits, Safety::Unsafe));
    }
}
