//! A traditional character in a text for readers of simplified ones.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::locale::HanScript;
use crate::text::{is_han, simplified_of};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "traditional-in-simplified",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "Handle this.", target: "請處理这个。", reported: &["請", "處"] },
        Example { source: "In 繁體中文.", target: "有繁體中文、正體中文和日本語。", reported: &[] },
        Example { source: "It is dry.", target: "乾隆著作，瞭望后台。", reported: &[] },
    ],
    run,
};

/// The names of languages, as they call themselves.
const NAMES: &[&str] =
    &["繁體", "正體", "日本語", "中國語", "韓國語", "廣東話", "臺灣", "國語", "粵語", "漢語", "閩南語"];

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text_in(pair, HanScript::Simplified) else { return };
    let known = chinese::Known::new(&pair.source.visible);
    for (at, ch) in text.char_indices().filter(|(_, ch)| is_han(*ch)) {
        let Some(usual) = simplified_of(ch) else { continue };
        let named = |name: &str| {
            name.char_indices().any(|(own, part)| {
                part == ch && at >= own && text.get(at - own..).is_some_and(|rest| rest.starts_with(name))
            })
        };
        if NAMES.iter().any(|name| named(name)) || known.has(ch) {
            continue;
        }
        let usual = usual.to_string();
        let message = Message::new("finding-traditional").with("other", usual.as_str());
        report(chinese::fault(pair, &(at..at + ch.len_utf8()), message, &usual, Safety::Safe));
    }
}
