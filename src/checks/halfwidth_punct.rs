//! A half-width mark where Chinese has a full-width one.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::markdown::OPAQUE;
use crate::text::is_han;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "halfwidth-punct",
    severity: [Severity::Warning, Severity::Error],
    settings: &[],
    examples: &[
        Example { source: "If so, see `a`.", target: "如果是, 请看 `a`.", reported: &[",", "."] },
        Example { source: "Use Go, please: now!", target: "请用 Go,现在:来吧!", reported: &[",", ":", "!"] },
        Example { source: "**Note**: this.", target: "**注意**: 这个。", reported: &[":"] },
        Example { source: "He said (yes), then left.", target: "他说（是）,然后走了。", reported: &[","] },
        Example {
            source: "Hi {name}, \"silo\" fell 8%, to Python 3.8.",
            target: "你好 {name}, “孤岛”, 降 8%,用 Python 3.8.",
            reported: &[",", ",", ",", "."],
        },
        Example { source: "It is made by Zilliz.", target: "它出自 Zilliz.", reported: &["."] },
        Example { source: "It is made by Zilliz Inc.", target: "它出自 Zilliz Inc.", reported: &[] },
        Example {
            source: "At 12:30, 1:1 on https://a.b.",
            target: "12:30 在 https://a.b 以 1:1 开始。",
            reported: &[],
        },
        Example { source: "Use Node.js, Vue.js and `a`...", target: "使用 Node.js、v1.2 和 `a`...", reported: &[] },
        Example { source: "Hello, world!", target: "Hello, world!", reported: &[] },
        Example { source: "He said \"Hello, world.\"", target: "他说 “Hello, world.”", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    for (at, mark) in text.match_indices([',', ';', ':', '!', '?', '.']) {
        let end = at + mark.len();
        let Some(full) = mark.chars().next().and_then(chinese::full_width) else { continue };
        if !is_chinese(pair, text, at, mark) {
            continue;
        }
        let spaces = chinese::spaces(text, end);
        let message = Message::new("finding-halfwidth-punct").with("mark", full);
        let fault = Fault::at(pair, &(at..end), message);
        // The full-width mark brings its own space; the one at the end may be all there is before markup.
        let wide = at..end + spaces;
        let edit = chinese::edit(pair, &wide, full).or_else(|| chinese::edit(pair, &(at..end), full));
        // A point between two names may be an interpunct.
        let name = mark == "." && chinese::han(chinese::before(text, at)) && chinese::han(chinese::after(text, end));
        let safety = if name { Safety::Unsafe } else { Safety::Safe };
        report(chinese::repaired(pair, fault, [edit], safety));
    }
}

/// Whether a mark belongs to the Chinese around it.
fn is_chinese(pair: &Pair<'_>, text: &str, at: usize, mark: &str) -> bool {
    let end = at + mark.len();
    let (Some(before), after) = (chinese::before(text, at), chinese::after(text, end)) else { return false };
    // `...` and `?!` are of others; so is `::`.
    if ".:;,".contains(before) || after.is_some_and(|after| ".:;,/".contains(after)) {
        return false;
    }
    let spaces = chinese::spaces(text, end);
    let next = chinese::after(text, end + spaces);
    let goes_on = next.is_none_or(|next| is_han(next) || "（《“「『".contains(next));
    let closes = next.is_some_and(|next| chinese::FULL_CLOSERS.contains(next) && spaces == 0);
    // What is quoted may be English with a mark of its own.
    let quotes = "”’".contains(before) && chinese::han(chinese::before(text, at - before.len_utf8()));
    let chinese = is_han(before) || quotes || (chinese::FULL_CLOSERS.contains(before) && !"”’".contains(before));
    let code = chinese::is_code_before(pair, at) || is_placeable_before(pair, at);
    let spaced = spaces > 0 || next.is_none();
    match mark {
        "." if chinese => spaced || goes_on || closes,
        "." if code => next.is_none() || (spaces > 0 && goes_on),
        "." => next.is_none() && is_last_of_chinese(&text[..at]),
        // `中文:smile:` and `键:value` are no clauses.
        ":" if chinese => spaced || goes_on || next == Some(OPAQUE),
        ":" if code => goes_on,
        ":" => before.is_ascii_alphanumeric() && next.is_none(),
        _ if chinese => true,
        _ if code => goes_on,
        "," | ";" => (chinese::is_latin(before) || before == '%') && next.is_some_and(is_han),
        _ => before.is_ascii_alphanumeric() && spaces == 0 && next.is_some_and(is_han) && mark == "?",
    }
}

/// Whether the character before a place stands for a placeable.
fn is_placeable_before(pair: &Pair<'_>, at: usize) -> bool {
    if !pair.target.visible[..at].ends_with(OPAQUE) {
        return false;
    }
    let end = pair.target.raw_span(&(at - OPAQUE.len_utf8()..at)).end;
    pair.target.placeables.iter().any(|placeable| placeable.span.end == end)
}

/// Whether a sentence that ends in a number, or in one Latin word behind Chinese, is Chinese. A word that is
/// short for another has a point of its own.
fn is_last_of_chinese(text: &str) -> bool {
    let word = text.len() - text.trim_end_matches(|ch: char| ch.is_ascii_alphanumeric() || ".%+-".contains(ch)).len();
    let (head, word) = text.split_at(text.len() - word);
    let number = word.starts_with(|ch: char| ch.is_ascii_digit()) && !word.ends_with('.');
    let after_han = chinese::han(chinese::before(head.trim_end_matches(' '), head.trim_end_matches(' ').len()));
    let short = word.len() < 3 || word.contains('.') || SHORT.contains(&word);
    !head.is_empty() && (number || after_han && !short)
}

/// Words that end in a point.
const SHORT: [&str; 8] = ["Corp", "Dept", "Inc", "Ltd", "Prof", "corp", "etc", "inc"];
