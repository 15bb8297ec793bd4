//! Slips in numbers, dates, times, money and percentages.

use duizhao::text::Span;

use crate::clean::{Clean, World};
use crate::slip::{Slip, prose, replaced};

/// The numbers of a Chinese text in ASCII digits; names, versions and what is raised or lowered left out.
fn numbers(text: &str) -> Vec<Span> {
    let text = prose(text);
    let bytes = text.as_bytes();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit()
                || (at > start && bytes[at] == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)))
        {
            at += 1;
        }
        if at == start {
            at += 1;
            continue;
        }
        let before = text[..start].chars().next_back().unwrap_or(' ');
        let after = text[at..].chars().next().unwrap_or(' ');
        let named = before.is_ascii_alphanumeric()
            || matches!(before, '-' | '+' | '.' | '/' | '#' | '\u{1}')
            || after.is_ascii_alphabetic();
        if !named && text[start..at].matches('.').count() < 2 {
            spans.push(start..at);
        }
    }
    spans
}

fn each_number(text: &str, new: impl Fn(&str) -> Option<String>) -> Vec<Slip> {
    // Minutes of 00 may be left out, so nothing is lost with them.
    let spans = numbers(text).into_iter().filter(|span| &text[span.clone()] != "00");
    spans.filter_map(|span| Some(Slip::put(text, &span, &new(&text[span.clone()])?))).collect()
}

pub(crate) fn digit_changed(text: &str) -> Vec<Slip> {
    each_number(text, |number| {
        let (head, last) = number.split_at(number.len() - 1);
        let digit: u32 = last.parse().expect("a digit");
        Some(format!("{head}{}", (digit + 3) % 10))
    })
}

/// Months and centuries are words in English: what is not a number there cannot be missing here.
pub(crate) fn number_deleted(text: &str) -> Vec<Slip> {
    let mut slips = each_number(text, |_| Some(String::new()));
    slips.retain(|slip| !slip.target[slip.span.end..].trim_start().starts_with(['月', '世']));
    slips
}

pub(crate) fn ten_times(text: &str) -> Vec<Slip> {
    each_number(text, |number| (!number.contains('.')).then(|| format!("{number}0")))
}

pub(crate) fn a_tenth(text: &str) -> Vec<Slip> {
    each_number(text, |number| {
        number.strip_suffix('0').filter(|tenth| !tenth.is_empty() && !number.contains('.')).map(str::to_owned)
    })
}

/// Puts `new` for `old` behind each number that has no 万 or 亿 of its own unless that is `old`.
fn after_numbers(text: &str, old: &str, new: &str) -> Vec<Slip> {
    let fits = |span: &&Span| {
        let behind = &text[span.end..];
        let scaled = behind.trim_start().starts_with(['万', '亿']);
        let moment = behind.trim_start().starts_with(['年', '月', '日', '点', ':', '%', '世'])
            || text[..span.start].ends_with(':');
        behind.starts_with(old) && (!old.is_empty() || (!scaled && !moment && behind.starts_with(' ')))
    };
    let put = |span: &Span| Slip::put(text, &(span.end..span.end + old.len()), new);
    numbers(text).iter().filter(fits).map(put).collect()
}

pub(crate) fn wan_added(text: &str) -> Vec<Slip> {
    after_numbers(text, "", " 万")
}

pub(crate) fn wan_dropped(text: &str) -> Vec<Slip> {
    after_numbers(text, " 万", " ")
}

pub(crate) fn wan_to_yi(text: &str) -> Vec<Slip> {
    replaced(text, &[(" 万", " 亿")])
}

pub(crate) fn yi_to_wan(text: &str) -> Vec<Slip> {
    replaced(text, &[(" 亿", " 万")])
}

pub(crate) fn swapped(text: &str) -> Vec<Slip> {
    let mut spans = numbers(text);
    // Dates and times of day have their own slips.
    spans.retain(|span| {
        let (before, behind) = (&text[..span.start], text[span.end..].trim_start());
        !before.ends_with(':') && !behind.starts_with(['年', '月', '日', '点', ':'])
    });
    let pairs = spans.windows(2).filter(|pair| text[pair[0].clone()] != text[pair[1].clone()]);
    pairs.map(|pair| exchange(text, &pair[0], &pair[1])).collect()
}

/// Puts each of two pieces where the other stands.
pub(crate) fn exchange(text: &str, left: &Span, right: &Span) -> Slip {
    let between = &text[left.end..right.start];
    Slip::put(text, &(left.start..right.end), &format!("{}{between}{}", &text[right.clone()], &text[left.clone()]))
}

/// The numbers of a text that stand before 年, 月 or 日 as parts of a date.
fn date_parts(text: &str) -> Vec<(Span, char)> {
    let part = |span: Span| {
        let mark = text[span.end..].trim_start().chars().next()?;
        let year = mark == '年'
            && span.len() == 4
            && text[span.end..].trim_start()["年".len()..].trim_start().starts_with(|ch: char| ch.is_ascii_digit());
        (matches!(mark, '月' | '日') || year).then_some((span, mark))
    };
    numbers(text).into_iter().filter_map(part).collect()
}

pub(crate) fn date_moved(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (span, mark) in date_parts(text) {
        let number: u32 = text[span.clone()].parse().expect("a number");
        // A month on its own is not a date; its number is compared as such.
        let dated = mark != '月' || has_day(&text[span.end..]);
        for moved in [number + 1, number - 1] {
            let real = match mark {
                '月' => (1..=12).contains(&moved),
                '日' => (1..=28).contains(&moved),
                _ => true,
            };
            if dated && real {
                slips.push(Slip::put(text, &span, &moved.to_string()).within(text, &date_around(text, &span)));
            }
        }
    }
    slips
}

/// The whole date, or two dates with 至 between them, that a part belongs to.
fn date_around(text: &str, part: &Span) -> Span {
    let in_date = |ch: char| ch.is_ascii_digit() || "年月日至 –-".contains(ch);
    let start = text[..part.start].trim_end_matches(in_date).len();
    let end = text.len() - text[part.end..].trim_start_matches(in_date).len();
    start..end
}

/// Whether `月 7 日` or the like comes next.
fn has_day(text: &str) -> bool {
    let day = text.trim_start().trim_start_matches('月').trim_start();
    let digits = day.len() - day.trim_start_matches(|ch: char| ch.is_ascii_digit()).len();
    digits > 0 && day[digits..].trim_start().starts_with(['日', '至'])
}

pub(crate) fn month_and_day(text: &str) -> Vec<Slip> {
    let parts = date_parts(text);
    let mut slips = Vec::new();
    for pair in parts.windows(2) {
        let ((month, '月'), (day, '日')) = (&pair[0], &pair[1]) else { continue };
        let (first, second) = (&text[month.clone()], &text[day.clone()]);
        if has_day(&text[month.end..]) && first != second && second.parse().is_ok_and(|day: u32| day <= 12) {
            slips.push(exchange(text, month, day));
        }
    }
    slips
}

pub(crate) fn weekday_changed(text: &str) -> Vec<Slip> {
    let days = ["一", "二", "三", "四", "五", "六", "日"];
    let mut slips = Vec::new();
    for (at, day) in days.iter().enumerate() {
        for week in ["周", "星期"] {
            let new = format!("{week}{}", days[(at + 3) % 7]);
            slips.extend(replaced(text, &[(&format!("{week}{day}"), &new)]));
        }
    }
    // 一周一次 is no Monday.
    slips.retain(|slip| !slip.target[..slip.span.start].ends_with(['一', '两', '每']));
    slips
}

pub(crate) fn percent_dropped(text: &str) -> Vec<Slip> {
    replaced(text, &[("%", "")])
}

pub(crate) fn currency_changed(text: &str) -> Vec<Slip> {
    let mut slips =
        replaced(text, &[("美元", "元"), ("欧元", "美元"), ("港元", "元"), (" 公里", " 米"), (" 毫秒", " 秒")]);
    if !text.contains("美元") && !text.contains("欧元") && !text.contains("港元") {
        slips.extend(replaced(text, &[(" 元", " 美元"), (" 亿元", " 亿美元"), (" 万元", " 万美元")]));
    }
    slips
}

/// Where the source says which half of the day it is.
pub(crate) fn half_of_day_changed(_: &World, clean: &Clean) -> Vec<Slip> {
    let text = clean.target.as_str();
    if ![" a.m", " p.m"].iter().any(|half| clean.source.contains(half)) {
        return Vec::new();
    }
    let mut slips = replaced(text, &[("下午", "上午"), ("上午", "下午")]);
    // A time of day, not a part of the agenda.
    slips.retain(|slip| {
        let after = slip.target[slip.span.end..].trim_start();
        after.starts_with(|ch: char| ch.is_ascii_digit())
    });
    // Of `下午 2 点至 4 点` either end may be reported.
    let range = |slip: Slip| {
        let in_time = |ch: char| ch.is_ascii_digit() || "点至: –-".contains(ch);
        let behind = &text[slip.span.end..];
        let end = text.len() - behind.trim_start_matches(in_time).len();
        let whole = slip.span.start..end;
        slip.within(text, &whole)
    };
    slips.into_iter().map(range).collect()
}
