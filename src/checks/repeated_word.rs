//! A word written twice by mistake.

use std::collections::HashSet;

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::{Edit, Span, is_han};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "repeated-word",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "The new lab.", target: "新的的实验室和和在在此。", reported: &["的的", "和和", "在在"]
        },
        Example { source: "The lab.", target: "实验室实验室在此。", reported: &["实验室实验室"] },
        Example { source: "The lab uses Rust.", target: "实验室用 Rust Rust 写。", reported: &["Rust Rust"] },
        Example { source: "Bora Bora", target: "在 Bora Bora 岛", reported: &[] },
        Example {
            source: "Its aim is really online.",
            target: "目的的确在线，现在在此，是否常常看看，讨论讨论，可以以后，为了了解，哈哈哈哈哈哈。",
            reported: &[],
        },
    ],
    run,
};

/// Words of one character that nobody doubles, with what makes of the two characters parts of other words:
/// the characters before and behind them.
const WORDS: &[(char, &str, &str)] = &[
    ('的', "目", "确士"),
    ('在', "现存正所实潜内", "线"),
    ('是', "但可于还就只要倒总", "否非"),
    ('了', "为", "解"),
    ('以', "可所难得足予加", "及为前后上下外内来"),
    ('和', "", "谐平"),
    ('与', "参", "其"),
    ('或', "", "者许"),
    ('被', "", ""),
    ('把', "", "手握"),
    ('将', "", "来军"),
    ('从', "", "而前事此"),
    ('并', "合", "且发行不列"),
    ('会', "", "议员话"),
    ('也', "", ""),
    ('都', "首", "市"),
    ('就', "成", "业绪"),
    ('而', "", ""),
    ('但', "", ""),
    ('则', "规原法", ""),
    ('由', "自理", "于此"),
    ('使', "即", "用得命"),
    ('让', "", ""),
    ('对', "", "象应于方话比齐"),
    ('到', "", "达底"),
    ('于', "关对由基", "是"),
    ('及', "以", "时其"),
    ('这', "", ""),
    ('那', "", ""),
    ('它', "其", ""),
    ('其', "与及", "他它中实余次"),
    ('为', "成作认因以行", "了何"),
    ('有', "所没拥", "关效限"),
    ('不', "", "同是会能"),
    ('要', "需重主", "求素"),
    ('请', "申", "求"),
    ('我', "", "们"),
    ('你', "", "们"),
    ('们', "", ""),
    ('该', "应", ""),
    ('此', "因", "外时"),
    ('所', "", "有以"),
    ('着', "", "手重陆"),
    ('给', "", "予出"),
    ('向', "方定", ""),
    ('很', "", ""),
];

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    characters(pair, text, report);
    for run in chinese::runs(text, is_han) {
        phrases(pair, text, run, report);
    }
    words(pair, text, report);
}

fn characters(pair: &Pair<'_>, text: &str, report: &mut dyn FnMut(Fault)) {
    let mut last = None;
    for (at, ch) in text.char_indices() {
        let twice = last == Some(ch);
        last = Some(ch);
        if !twice || !is_han(ch) {
            continue;
        }
        let span = at - ch.len_utf8()..at + ch.len_utf8();
        let (before, after) = (chinese::before(text, span.start), chinese::after(text, span.end));
        let Some((_, left, right)) = WORDS.iter().find(|(word, ..)| *word == ch) else { continue };
        let other = |beside: Option<char>, others: &str| beside.is_some_and(|beside| others.contains(beside));
        // Three of them are no slip.
        if other(before, left) || other(after, right) || before == Some(ch) || after == Some(ch) {
            continue;
        }
        report_twice(pair, span.clone(), span.start + ch.len_utf8()..span.end, report);
    }
}

/// The longest phrase that is looked for, in characters.
const LONGEST: usize = 12;

/// Reports phrases of three characters or more that are written twice, in a run of Chinese.
fn phrases(pair: &Pair<'_>, text: &str, run: Span, report: &mut dyn FnMut(Fault)) {
    let chars: Vec<(usize, char)> = text[run.clone()].char_indices().map(|(at, ch)| (run.start + at, ch)).collect();
    let place = |at: usize| chars.get(at).map_or(run.end, |(at, _)| *at);
    let mut at = 0;
    while at + 6 <= chars.len() {
        let twice = (3..=LONGEST.min((chars.len() - at) / 2))
            .find(|length| (0..*length).all(|offset| chars[at + offset].1 == chars[at + length + offset].1));
        let Some(length) = twice else {
            at += 1;
            continue;
        };
        // 哈哈哈哈哈哈
        if chars[at..at + length].iter().any(|(_, ch)| *ch != chars[at].1) {
            report_twice(pair, place(at)..place(at + 2 * length), place(at + length)..place(at + 2 * length), report);
        }
        at += 2 * length;
    }
}

/// Reports Latin words that are written twice here and not in the source.
fn words(pair: &Pair<'_>, text: &str, report: &mut dyn FnMut(Fault)) {
    let mut known: Option<HashSet<String>> = None;
    let spans = chinese::runs(text, |ch| chinese::is_latin(ch) || matches!(ch, '-' | '_' | '\'' | '’'));
    for two in spans.windows(2) {
        let (first, second) = (&text[two[0].clone()], &text[two[1].clone()]);
        let letters = first.chars().any(char::is_alphabetic);
        let apart = &text[two[0].end..two[1].start];
        if !letters
            || !first.eq_ignore_ascii_case(second)
            || apart.is_empty()
            || !apart.bytes().all(|byte| byte == b' ')
        {
            continue;
        }
        let known = known.get_or_insert_with(|| twice(&pair.source.visible));
        if !known.contains(&first.to_lowercase()) {
            report_twice(pair, two[0].start..two[1].end, two[0].end..two[1].end, report);
        }
    }
}

/// The words that a text has twice in a row.
fn twice(text: &str) -> HashSet<String> {
    let words: Vec<String> = text.split(|ch: char| !ch.is_alphanumeric()).map(str::to_lowercase).collect();
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0].clone()).collect()
}

fn report_twice(pair: &Pair<'_>, whole: Span, second: Span, report: &mut dyn FnMut(Fault)) {
    let fault = Fault::at(pair, &whole, Message::new("finding-repeated-word"));
    let edit = chinese::edit(pair, &whole, "").map(|_| Edit::new(pair.target.raw_span(&second), ""));
    report(chinese::repaired(pair, fault, [edit], Safety::Unsafe));
}
