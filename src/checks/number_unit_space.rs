//! The space between a number and its unit: `5 km`, but `5%` and `20℃`.

use std::collections::HashSet;

use crate::checks::{Example, Fault, Pair, Setting, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::Edit;

const CODE: &str = "number-unit-space";

pub(super) static CHECK: PairCheck = PairCheck {
    code: CODE,
    severity: [Severity::Info; 2],
    settings: &[
        Setting { name: "style", default: "on", values: &["on", "keep"] },
        Setting {
            name: "units",
            default: "km,cm,mm,kg,mg,ms,GB,MB,KB,TB,PB,Hz,kHz,MHz,GHz,kW,MW,GW,px,GiB,MiB,KiB",
            values: &[],
        },
    ],
    examples: &[
        Example { source: "5 km, 5%, 20℃.", target: "共 5km，5 %，20 ℃。", reported: &["5km", " ", " "] },
        Example { source: "A 16GB card.", target: "16GB 的卡，4K 的屏，5kmx。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair).filter(|text| text.contains(|ch: char| ch.is_ascii_digit())) else { return };
    if pair.settings.choice(CODE, "style") == "keep" {
        return;
    }
    let units = pair.settings.list(CODE, "units");
    let mut words: Option<HashSet<&str>> = None;
    for span in chinese::runs(text, |ch| ch.is_ascii_alphanumeric() || ch == '.') {
        let word = text[span.clone()].trim_end_matches('.');
        let digits = word.len() - word.trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.').len();
        let whole = span.start..span.start + word.len();
        if digits > 0 && digits == word.len() {
            let at = whole.end;
            let spaces = chinese::spaces(text, at);
            if spaces > 0 && chinese::after(text, at + spaces).is_some_and(|ch| "%％℃‰".contains(ch)) {
                let message = Message::new("finding-unit-space");
                report(chinese::fault(pair, &(at..at + spaces), message, "", Safety::Safe));
            }
        } else if digits > 0
            && units.contains(&&word[digits..])
            && !words.get_or_insert_with(|| pieces(&pair.source.visible)).contains(word)
        {
            let fault = Fault::at(pair, &whole, Message::new("finding-unit-no-space"));
            let at = pair.target.raw_span(&whole).start + digits;
            let plain = chinese::is_plain(pair, &whole);
            report(chinese::repaired(pair, fault, [plain.then(|| Edit::new(at..at, " "))], Safety::Safe));
        }
    }
}

/// The words and numbers of a text.
fn pieces(text: &str) -> HashSet<&str> {
    let pieces = text.split(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '.'));
    pieces.map(|piece| piece.trim_end_matches('.')).collect()
}
