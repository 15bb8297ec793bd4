//! Full-width marks and letters in code: nothing that a program would understand.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::is_han;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "fullwidth-in-code",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "Call `f(a, b)`.", target: "调用 `f（a，b）`。", reported: &["`f（a，b）`"] },
        Example { source: "Write `“`.", target: "写 `“`。", reported: &[] },
        Example { source: "Write `\"hello\"`.", target: "写 `\"你好，世界\"`。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let codes: String = pair.source.codes.iter().map(|code| code.text.as_str()).collect();
    let known = chinese::Known::new(&codes);
    for code in &pair.target.codes {
        // A string that was localised has the marks of its language.
        if code.text.is_ascii() || code.text.chars().any(is_han) {
            continue;
        }
        let foreign = |ch: char| narrow(ch).is_some() && !known.has(ch);
        if !code.text.chars().any(foreign) {
            continue;
        }
        let raw = &pair.target.raw[code.span.clone()];
        let repaired: String = raw.chars().map(|ch| if foreign(ch) { narrow(ch).unwrap_or(ch) } else { ch }).collect();
        let fault = Fault::at_raw(pair, code.span.clone(), Message::new("finding-fullwidth-in-code"));
        report(fault.fixed(repaired, Safety::Safe));
    }
}

/// What a full-width character is in code.
fn narrow(ch: char) -> Option<char> {
    Some(match ch {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '。' => '.',
        '、' => ',',
        '【' => '[',
        '】' => ']',
        '《' => '<',
        '》' => '>',
        '\u{FF01}'..='\u{FF5E}' if ch != '｀' => chinese::narrow(ch),
        _ => return None,
    })
}
