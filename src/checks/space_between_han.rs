//! A space between two Chinese characters.

use crate::checks::{Example, Fault, Pair, Setting, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::is_han;

const CODE: &str = "space-between-han";

pub(super) static CHECK: PairCheck = PairCheck {
    code: CODE,
    severity: [Severity::Info, Severity::Warning],
    settings: &[Setting { name: "markup", default: "keep", values: &["keep", "report"] }],
    examples: &[
        Example { source: "The new lab is here.", target: "新的 实验室在此。", reported: &[" "] },
        Example { source: "The **new** lab.", target: "那个 **新的** 实验室。", reported: &[] },
        Example { source: "Chapter 2: The Lab", target: "第二章 实验室", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    let markup = pair.settings.choice(CODE, "markup") == "report";
    for span in chinese::gaps(text) {
        let (Some(before), Some(after)) = (chinese::before(text, span.start), chinese::after(text, span.end)) else {
            continue;
        };
        if !is_han(before) || !is_han(after) || is_numbered(&text[..span.start]) {
            continue;
        }
        if markup || chinese::is_plain(pair, &(span.start - before.len_utf8()..span.end + after.len_utf8())) {
            report(chinese::fault(pair, &span, Message::new("finding-space-between-han"), "", Safety::Safe));
        }
    }
}

/// Whether a text ends with the number of a chapter: `第二章`, `附录一`.
fn is_numbered(head: &str) -> bool {
    let digits =
        |text: &str| text.trim_end_matches(|ch: char| "零一二三四五六七八九十百0123456789 ".contains(ch)).len();
    // No number is longer.
    let start = head.char_indices().rev().nth(9).map_or(0, |(at, _)| at);
    let head = &head[start..];
    match head.strip_suffix(['章', '节', '節', '部', '课', '課', '讲', '講', '篇', '卷', '回', '步', '天'])
    {
        Some(number) => number[..digits(number)].ends_with('第'),
        None => {
            digits(head) < head.len()
                && (head[..digits(head)].ends_with("附录") || head[..digits(head)].ends_with("附錄"))
        }
    }
}
