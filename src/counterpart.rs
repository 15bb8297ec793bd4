//! Which part of a translation likely says the words of the source that changed.
//!
//! Nothing here understands the two languages. What stands in both texts just once (numbers, Latin
//! words, code, addresses, terms of the glossary) ties them together: a changed word that stands in
//! the translation is its own counterpart, else the part between the ties around the change is meant.
//! Where that says nothing, nothing is said.

use crate::change::{self, Tag};
use crate::text::{Span, is_wide};

/// Words that are numbers, and dates: what they are called in either language.
const KNOWN: [&[&str]; 30] = [
    &["2", "two", "二", "两"],
    &["3", "three", "三"],
    &["4", "four", "四"],
    &["5", "five", "五"],
    &["6", "six", "六"],
    &["7", "seven", "七"],
    &["8", "eight", "八"],
    &["9", "nine", "九"],
    &["10", "ten", "十"],
    &["11", "eleven", "十一"],
    &["12", "twelve", "十二"],
    &["january", "1 月", "1月", "一月"],
    &["february", "2 月", "2月", "二月"],
    &["march", "3 月", "3月", "三月"],
    &["april", "4 月", "4月", "四月"],
    &["may", "5 月", "5月", "五月"],
    &["june", "6 月", "6月", "六月"],
    &["july", "7 月", "7月", "七月"],
    &["august", "8 月", "8月", "八月"],
    &["september", "9 月", "9月", "九月"],
    &["october", "10 月", "10月", "十月"],
    &["november", "11 月", "11月", "十一月"],
    &["december", "12 月", "12月", "十二月"],
    &["monday", "周一", "星期一"],
    &["tuesday", "周二", "星期二"],
    &["wednesday", "周三", "星期三"],
    &["thursday", "周四", "星期四"],
    &["friday", "周五", "星期五"],
    &["saturday", "周六", "星期六"],
    &["sunday", "周日", "星期日", "星期天"],
];

/// Longer texts, in bytes, are no sentences, and would take quadratic time.
const LONGEST: usize = 8 << 10;

/// A place that the two texts share.
struct Tie {
    was: Span,
    target: Span,
}

/// Returns the bytes of `target`, a translation of `was`, that likely say what is no longer so in
/// `now`: sorted, apart from each other, none where nothing can be said.
///
/// `terms` are words of the source language with their translations.
pub fn likely(was: &str, now: &str, target: &str, terms: &[(String, String)]) -> Vec<Span> {
    if was.len().max(now.len()).max(target.len()) > LONGEST {
        return Vec::new();
    }
    let changes = changes(was, now);
    let ties = ties(was, target, terms);
    let touches = |span: &Span, change: &Span| span.start < change.end && change.start < span.end;
    let mut found = Vec::new();
    for change in &changes {
        let inside = ties.iter().filter(|tie| touches(&tie.was, change)).map(|tie| tie.target.clone());
        let before = found.len();
        found.extend(inside);
        if found.len() == before {
            let steady = |tie: &&Tie| !changes.iter().any(|change| touches(&tie.was, change));
            found.extend(between(change, &ties.iter().filter(steady).collect::<Vec<_>>(), target));
        }
    }
    merged(found)
}

/// The bytes of `was` that changed; an empty span where something was put in.
fn changes(was: &str, now: &str) -> Vec<Span> {
    let mut changes: Vec<Span> = Vec::new();
    let mut at = 0;
    for (tag, text) in change::words(was, now) {
        let end = if tag == Tag::Insert { at } else { at + text.len() };
        match changes.last_mut() {
            Some(last) if tag != Tag::Equal && last.end == at => last.end = end,
            _ if tag != Tag::Equal => changes.push(at..end),
            _ => {}
        }
        at = end;
    }
    changes
}

/// What stands once in either text.
fn ties(was: &str, target: &str, terms: &[(String, String)]) -> Vec<Tie> {
    let (old, new) = (tokens(was), tokens(target));
    let mut ties = Vec::new();
    for span in &old {
        let token = &was[span.clone()];
        let forms = forms(token);
        let alike = |other: &&Span| forms.iter().any(|form| form.eq_ignore_ascii_case(&was[(*other).clone()]));
        if old.iter().filter(alike).count() == 1
            && let [only] = &places(target, &new, &forms)[..]
        {
            ties.push(Tie { was: span.clone(), target: only.clone() });
        }
    }
    for (wording, translation) in terms {
        let lower = was.to_ascii_lowercase();
        let here: Vec<_> = lower.match_indices(&wording.to_ascii_lowercase()).collect();
        let there: Vec<_> = target.match_indices(translation.as_str()).collect();
        if let ([(from, _)], [(to, _)]) = (&here[..], &there[..])
            && !wording.is_empty()
            && !translation.is_empty()
        {
            ties.push(Tie { was: *from..from + wording.len(), target: *to..to + translation.len() });
        }
    }
    ties
}

/// What a token may be called in the translation: itself, and for numbers and dates their other names.
fn forms(token: &str) -> Vec<&str> {
    let known = KNOWN.iter().find(|names| names.iter().any(|name| name.eq_ignore_ascii_case(token)));
    // A word of our table is told by its table, so that `May` does not stand for `may`.
    known.map_or_else(|| vec![token], |names| names.to_vec())
}

/// Where one of `forms` stands in `target`, whose tokens are `tokens`.
fn places(target: &str, tokens: &[Span], forms: &[&str]) -> Vec<Span> {
    let mut found = Vec::new();
    for form in forms {
        if form.is_ascii() {
            found.extend(tokens.iter().filter(|span| target[(*span).clone()] == **form).cloned());
            continue;
        }
        for (at, _) in target.match_indices(form) {
            let span = at..at + form.len();
            let neighbours = [target[..at].chars().next_back(), target[span.end..].chars().next()];
            // 九 is no part of 十九, and 9 月 none of 19 月; but 周一 may stand before any number.
            let part = |ch: Option<char>| {
                ch.is_some_and(|ch| ch.is_ascii_digit() || "零〇一二三四五六七八九十百千万".contains(ch))
            };
            if !part(neighbours[0]) && !part(neighbours[1].filter(|_| !form.contains(['周', '期', '月']))) {
                found.push(span);
            }
        }
    }
    // 九月 holds no number of its own, and 星期一 is named once.
    let inside =
        |span: &Span| found.iter().any(|other| other != span && other.start <= span.start && span.end <= other.end);
    found.iter().filter(|span| !inside(span)).cloned().collect()
}

/// The words that can stand in both texts: code spans, addresses, numbers, words that are not wide.
fn tokens(text: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(ch) = text[at..].chars().next() {
        let end = at + token_length(&text[at..]).unwrap_or(0);
        if end > at {
            tokens.push(at..end);
        }
        at = end.max(at + ch.len_utf8());
    }
    tokens
}

/// Returns the length of the token that a text begins with.
fn token_length(text: &str) -> Option<usize> {
    if text.starts_with('`') {
        let fence = &text[..text.len() - text.trim_start_matches('`').len()];
        let close = text[fence.len()..].find(fence)?;
        return Some(close + 2 * fence.len());
    }
    if let Some(rest) = text.strip_prefix("](") {
        return rest.find(')').map(|close| close + 2);
    }
    let word = |ch: char| ch.is_alphanumeric() && !is_wide(ch);
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, ch)) = chars.next() {
        let goes_on = chars.peek().is_some_and(|(_, next)| word(*next));
        if word(ch) || (end > 0 && "._-,:/".contains(ch) && goes_on && joins(ch, &text[..at])) {
            end = at + ch.len_utf8();
        } else {
            break;
        }
    }
    (end > 0).then_some(end)
}

/// Commas and colons hold only numbers together.
fn joins(ch: char, before: &str) -> bool {
    !",:".contains(ch) || before.ends_with(|last: char| last.is_ascii_digit())
}

/// The part of `target` between the ties around a change; between one tie and the end of the text only
/// where something went, and where that leaves out the larger part.
fn between(change: &Span, ties: &[&Tie], target: &str) -> Option<Span> {
    let left = ties.iter().filter(|tie| tie.was.end <= change.start).max_by_key(|tie| tie.was.end);
    let right = ties.iter().filter(|tie| tie.was.start >= change.end).min_by_key(|tie| tie.was.start);
    let span = match (left, right) {
        (Some(left), Some(right)) if left.target.end <= right.target.start => left.target.end..right.target.start,
        (Some(left), None) => left.target.end..target.len(),
        (None, Some(right)) => 0..right.target.start,
        _ => return None,
    };
    let part = &target[span.clone()];
    let mark = |ch: char| !ch.is_alphanumeric();
    let start = span.start + part.len() - part.trim_start_matches(mark).len();
    let end = start + target[start..span.end].trim_end_matches(mark).len();
    let one_sided = left.is_none() || right.is_none();
    if one_sided && change.is_empty() {
        return None;
    }
    (start < end && (!one_sided || 2 * (end - start) < target.len())).then_some(start..end)
}

fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.start, span.end));
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` is the translation with its likely parts in `[…]`.
    #[track_caller]
    fn check(was: &str, now: &str, expected: &str) {
        check_with(&[], was, now, expected);
    }

    #[track_caller]
    fn check_with(terms: &[(&str, &str)], was: &str, now: &str, expected: &str) {
        let target = expected.replace(['[', ']'], "");
        let terms: Vec<_> = terms.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let mut shown = target.clone();
        for span in likely(was, now, &target, &terms).into_iter().rev() {
            shown.insert(span.end, ']');
            shown.insert(span.start, '[');
        }
        assert_eq!(shown, expected, "{was} -> {now}");
    }

    #[test]
    fn a_deleted_token_is_its_own_counterpart() {
        check("It opens at 9 a.m.", "It opens at 10 a.m.", "上午 [9] 点开门。");
        check("Run `make a` now.", "Run `make b` now.", "现在运行 [`make a`]。");
        check("OpenI met.", "MindSpore met.", "[OpenI] 开了会。");
        check("1,740 came.", "1,470 came.", "到场 [1,740] 人。");
    }

    #[test]
    fn numbers_and_dates_have_other_names() {
        check("at nine sharp", "at ten sharp", "[九]点整");
        check("It has 9 seats.", "It has 8 seats.", "有[九]个座位。");
        check("on May 3", "on June 3", "[5 月] 3 日");
        check("by Friday", "by Monday", "[周五]之前");
        check("at nine sharp", "at ten sharp", "十九点整");
    }

    #[test]
    fn a_change_lies_between_what_both_texts_share() {
        check("Huawei met at noon in 2020.", "Huawei met at dawn in 2020.", "Huawei [中午会面], 2020。");
        check("A1 and the lab and B2", "A1 and the hall and B2", "A1 [和实验室以及] B2");
        check("A1 B2", "A1 or B2", "A1 [和] B2");
    }

    #[test]
    fn terms_tie_the_texts_together() {
        let terms = [("Pengcheng Lab", "鹏城实验室")];
        check_with(&terms, "Pengcheng Lab met.", "OpenI met.", "[鹏城实验室]开会。");
    }

    #[test]
    fn where_nothing_ties_nothing_is_said() {
        check("They met at noon.", "They met at dawn.", "他们中午会面。");
        // Twice is not once.
        check("9 of 9", "8 of 9", "9 之 9");
        // The order of words differs.
        check("A1 met B2", "A1 saw B2", "B2 会见 A1");
        // What is left is most of the sentence.
        check("A1 met them at noon", "A1 met them at dawn", "A1 在中午和他们见了面");
        // Something came in, and where is anybody's guess.
        check("At noon A1", "Not at noon A1", "中午 A1");
        check("", "New.", "");
    }

    #[test]
    fn any_text_is_taken() {
        for text in ["`", "](", "a.", "1,", "``a`", "·é", "九月十九"] {
            likely(text, "b", text, &[]);
            likely("b", text, "b", &[(String::new(), String::new())]);
        }
    }
}
