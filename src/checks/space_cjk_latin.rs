//! A space between Chinese and Latin letters, digits or code: missing, or there where the project wants none.

use std::cell::OnceCell;

use crate::checks::{Example, Fault, Pair, Setting, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::{Edit, Span, is_han};

const CODE: &str = "space-cjk-latin";

pub(super) static CHECK: PairCheck = PairCheck {
    code: CODE,
    severity: [Severity::Info, Severity::Warning],
    settings: &[
        Setting { name: "style", default: "on", values: &["on", "off", "keep"] },
        Setting { name: "units", default: "年月日号时分秒天个周岁%℃", values: &[] },
        Setting {
            name: "exceptions",
            default: "T恤,T台,A股,B股,H股,X光,A站,B站,C站,U盘,C盘,D盘,E盘,C位,AA制,K歌,K线,P图,Q币,5G网,4G网,卡拉OK,维生素C,O型,A型,B型,AB型,S型,U型,V型,T型",
            values: &[],
        },
    ],
    examples: &[
        Example {
            source: "We use Rust at 3 labs.", target: "我们用Rust，3所实验室。", reported: &["用R", "3所"]
        },
        Example {
            source: "Use `a` and **Go**.", target: "请用`a`与**Go**。", reported: &["用`a`", "`a`与", "与**G"]
        },
        Example { source: "**Go** now", target: "**Go**语言", reported: &["o**语"] },
        Example { source: "On 7 November 2020.", target: "2020年11月7日，第3天。", reported: &[] },
        Example { source: "A T-shirt, an X-ray.", target: "T恤和X光。", reported: &[] },
        Example { source: "We use Rust, `a`.", target: "我们用 Rust，`a`（Go）。", reported: &[] },
        Example { source: "H2O", target: "水H<sub>2</sub>O", reported: &["水H"] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let style = pair.settings.choice(CODE, "style");
    if style == "keep" {
        return;
    }
    let Some(text) = chinese::text(pair) else { return };
    if style == "off" {
        spaced(pair, text, report);
        return;
    }
    let (units, exceptions) = (OnceCell::new(), OnceCell::new());
    let units = || units.get_or_init(|| pair.settings.list(CODE, "units").concat()).as_str();
    let exceptions = || exceptions.get_or_init(|| pair.settings.list(CODE, "exceptions")).iter();
    let mut ends: Option<Vec<usize>> = None;
    let mut before: Option<(usize, char)> = None;
    for (at, ch) in text.char_indices() {
        if let Some((start, last)) = before
            && is_edge(pair, (start, last), (at, ch))
            && !is_counted(text, at, (last, ch), units())
            && !exceptions().any(|word| stands_over(text, at, word))
        {
            let ends = ends.get_or_insert_with(|| ends_of_markup(pair));
            report_gap(pair, start..at, (at..at + ch.len_utf8(), ends), report);
        }
        before = Some((at, ch));
    }
}

/// Whether Chinese and something else touch here.
fn is_edge(pair: &Pair<'_>, (start, before): (usize, char), (at, after): (usize, char)) -> bool {
    match (is_han(before), is_han(after)) {
        (true, false) => chinese::is_latin(after) || chinese::is_code(pair, at),
        (false, true) => chinese::is_latin(before) || chinese::is_code(pair, start),
        _ => false,
    }
}

/// Whether the touch is that of a number and its unit: `7日`, `年11月`, `第3`.
fn is_counted(text: &str, at: usize, (before, after): (char, char), units: &str) -> bool {
    if before.is_ascii_digit() {
        return units.contains(after);
    }
    if !after.is_ascii_digit() {
        return false;
    }
    let number = text[at..].trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.');
    let counted = number.chars().next().is_some_and(|ch| units.contains(ch));
    counted && (before == '第' || units.contains(before))
}

/// Whether one of the words that have no space stands over a place, or begins or ends there.
fn stands_over(text: &str, at: usize, word: &str) -> bool {
    let splits = word.char_indices().map(|(split, _)| split).chain([word.len()]);
    let mut halves = splits.map(|split| word.split_at(split));
    halves.any(|(head, tail)| text[..at].ends_with(head) && text[at..].starts_with(tail))
}

/// Reports a gap that lacks its space; the space goes outside the markup.
fn report_gap(pair: &Pair<'_>, before: Span, (after, ends): (Span, &[usize]), report: &mut dyn FnMut(Fault)) {
    let target = &pair.target;
    let (left, right) = (target.raw_span(&before), target.raw_span(&after));
    let between = &target.raw[left.end..right.start];
    // A tag may raise what it holds, a footnote stands beside the word it belongs to.
    if between.contains(['<', '^']) {
        return;
    }
    let last = ends[..ends.partition_point(|end| *end <= right.start)].last();
    let at = last.copied().filter(|end| *end > left.end).unwrap_or(left.end);
    let fault = Fault::at(pair, &(before.start..after.end), Message::new("finding-space-missing"));
    report(chinese::repaired(pair, fault, [Some(Edit::new(at..at, " "))], Safety::Safe));
}

/// Where emphasis and links of a translation end, sorted.
fn ends_of_markup(pair: &Pair<'_>) -> Vec<usize> {
    let emphasis = pair.target.emphasis.iter().map(|emphasis| emphasis.span.end);
    let mut ends: Vec<usize> = emphasis.chain(pair.target.links.iter().map(|link| link.span.end)).collect();
    ends.sort_unstable();
    ends
}

/// Reports spaces between Chinese and something else.
fn spaced(pair: &Pair<'_>, text: &str, report: &mut dyn FnMut(Fault)) {
    for span in chinese::gaps(text) {
        let (Some(before), Some(after)) = (chinese::before(text, span.start), chinese::after(text, span.end)) else {
            continue;
        };
        if is_edge(pair, (span.start - before.len_utf8(), before), (span.end, after)) {
            report(chinese::fault(pair, &span, Message::new("finding-space-cjk-latin"), "", Safety::Safe));
        }
    }
}
