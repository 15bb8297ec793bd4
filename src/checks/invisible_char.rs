//! Characters that nobody sees: they break searches and links.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::locale::han_script;
use crate::text::Edit;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "invisible-char",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "The lab.", target: "实\u{200B}验室\u{FEFF}。", reported: &["\u{200B}", "\u{FEFF}"] },
        Example {
            source: "A family: 👨\u{200D}👩\u{200D}👧", target: "家庭：👨\u{200D}👩\u{200D}👧", reported: &[]
        },
        Example { source: "A\u{AD}B", target: "甲\u{AD}乙", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let raw = pair.target.raw.as_str();
    if raw.is_ascii() {
        return;
    }
    let known = chinese::Known::new(&pair.source.raw);
    let mut before = None;
    for (at, ch) in raw.char_indices() {
        let last = before.replace(ch);
        let hidden = match ch {
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' => true,
            // Persian and Hindi need the joiners, German hyphenates.
            '\u{200C}' | '\u{AD}' => han_script(pair.locale).is_some(),
            '\u{200D}' => han_script(pair.locale).is_some() && !last.is_some_and(is_emoji),
            _ => false,
        };
        if hidden && !known.has(ch) {
            let message = Message::new("finding-invisible-char").with("char", format!("U+{:04X}", ch as u32));
            let span = at..at + ch.len_utf8();
            report(chinese::repaired(
                pair,
                Fault::at_raw(pair, span.clone(), message),
                [Some(Edit::new(span, ""))],
                Safety::Safe,
            ));
        }
    }
}

/// Whether a character may stand before a joiner in a picture.
fn is_emoji(ch: char) -> bool {
    matches!(ch as u32, 0x2190..=0x2BFF | 0xFE0F | 0x1F000..=0x1FAFF)
}
