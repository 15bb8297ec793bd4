//! The checks of numbers on sentences of event recaps: silent where both say the same, and not where a
//! number, a date or a unit of the translation was changed. Over the shared corpora the same is measured.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use duizhao::checks::{self, Pair, Profile, Settings, Shared};
use duizhao::glossary::Glossary;
use duizhao::markdown::{LeafKind, view};
use serde_json::Value;

/// The checks under test.
const CODES: &[&str] = &[
    "numbers",
    "number-order",
    "dates",
    "weekday",
    "time-of-day",
    "percent",
    "currency-unit",
    "number-words",
    "id-tokens",
];

/// Returns what the checks say about a pair: code and evidence.
fn found(source: &str, target: &str) -> Vec<(&'static str, String)> {
    let (source, target) = (view(source, ""), view(target, ""));
    let pair = Pair {
        source: &source,
        target: &target,
        kind: LeafKind::Paragraph,
        whole: true,
        source_locale: "en",
        locale: "zh-CN",
        glossary: &Glossary::default(),
        settings: &Settings::default(),
        shared: Shared::default(),
    };
    let faults = checks::faults(&pair, Profile::Work).into_iter();
    let own = faults.filter(|(check, ..)| CODES.contains(&check.code()));
    own.map(|(check, _, fault)| (check.code(), fault.evidence)).collect()
}

fn recaps() -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks/recaps.tsv");
    let text = fs::read_to_string(path).expect("the sentences");
    let pair = |line: &str| line.split_once('\t').map(|(source, target)| (source.to_owned(), target.to_owned()));
    text.lines().map(|line| pair(line).expect("two columns")).collect()
}

#[test]
fn recaps_that_say_the_same_are_silent() {
    let recaps = recaps();
    assert!(recaps.len() >= 60);
    for (source, target) in recaps {
        assert_eq!(found(&source, &target), [], "{source}\n{target}");
    }
}

/// Something done to a translation: every text that it gives, each with one slip.
struct Operator {
    name: &'static str,
    /// One of these must report it.
    expected: &'static [&'static str],
    /// The part of the slips that must be found, in percent.
    aim: usize,
    apply: fn(&str) -> Vec<String>,
}

const VALUES: &[&str] = &["numbers", "dates", "time-of-day"];

const OPERATORS: &[Operator] = &[
    Operator { name: "digit changed", expected: VALUES, aim: 99, apply: digit_changed },
    Operator { name: "number deleted", expected: VALUES, aim: 95, apply: number_deleted },
    Operator { name: "ten times", expected: VALUES, aim: 98, apply: |text| each_number(text, ten_times) },
    Operator { name: "万 added", expected: &["numbers"], aim: 99, apply: |text| after_numbers(text, "", " 万") },
    Operator { name: "万 dropped", expected: &["numbers"], aim: 99, apply: |text| after_numbers(text, " 万", " ") },
    Operator { name: "万 to 亿", expected: &["numbers"], aim: 99, apply: |text| replaced(text, &[(" 万", " 亿")]) },
    Operator { name: "亿 to 万", expected: &["numbers"], aim: 99, apply: |text| replaced(text, &[(" 亿", " 万")]) },
    Operator { name: "two numbers swapped", expected: CODES, aim: 70, apply: swapped },
    Operator { name: "month, day or year ± 1", expected: &["dates"], aim: 99, apply: date_moved },
    Operator { name: "month and day swapped", expected: &["dates"], aim: 99, apply: month_and_day },
    Operator { name: "weekday changed", expected: &["weekday"], aim: 95, apply: weekday_changed },
    Operator { name: "% dropped", expected: &["percent"], aim: 95, apply: |text| replaced(text, &[("%", "")]) },
    Operator { name: "currency changed", expected: &["currency-unit"], aim: 95, apply: currency_changed },
    Operator { name: "下午 to 上午", expected: &["time-of-day"], aim: 95, apply: half_of_day_changed },
];

#[test]
fn slips_in_recaps_are_found() {
    eprintln!("{:<24} {:>5} {:>6}", "slip", "n", "found");
    let mut short = Vec::new();
    for operator in OPERATORS {
        let (mut tried, mut caught, mut missed) = (0, 0, Vec::new());
        for (source, target) in recaps() {
            for slip in (operator.apply)(&target) {
                tried += 1;
                match found(&source, &slip).iter().any(|(code, _)| operator.expected.contains(code)) {
                    true => caught += 1,
                    false => missed.push(format!("{source} | {slip}")),
                }
            }
        }
        eprintln!("{:<24} {tried:>5} {:>5}%", operator.name, 100 * caught / tried.max(1));
        if tried == 0 || 100 * caught < operator.aim * tried {
            short.push((operator.name, missed));
        }
    }
    assert!(short.is_empty(), "{short:#?}");
}

/// The numbers of a Chinese text in ASCII digits, names and versions left out.
fn numbers(text: &str) -> Vec<std::ops::Range<usize>> {
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
        let named = before.is_ascii_alphanumeric() || matches!(before, '-' | '+');
        if !named && text[start..at].matches('.').count() < 2 {
            spans.push(start..at);
        }
    }
    spans
}

fn each_number(text: &str, new: impl Fn(&str) -> String) -> Vec<String> {
    let changed = |span: &std::ops::Range<usize>| {
        format!("{}{}{}", &text[..span.start], new(&text[span.clone()]), &text[span.end..])
    };
    let spans = numbers(text);
    // Minutes of 00 may be left out, so nothing is lost with them.
    spans.iter().filter(|span| &text[(*span).clone()] != "00").map(changed).filter(|slip| slip != text).collect()
}

/// Months and centuries are words in English: what is not a number there cannot be missing here.
fn number_deleted(text: &str) -> Vec<String> {
    let mut slips = each_number(text, |_| String::new());
    slips.retain(|slip| {
        let at = text.bytes().zip(slip.bytes()).take_while(|(left, right)| left == right).count();
        !slip.get(at..).unwrap_or_default().trim_start().starts_with(['月', '世'])
    });
    slips
}

fn digit_changed(text: &str) -> Vec<String> {
    each_number(text, |number| {
        let (head, last) = number.split_at(number.len() - 1);
        let digit: u32 = last.parse().expect("a digit");
        format!("{head}{}", (digit + 3) % 10)
    })
}

fn ten_times(number: &str) -> String {
    if number.contains('.') { number.to_owned() } else { format!("{number}0") }
}

/// Puts `new` for `old` behind each number that has no 万 or 亿 of its own unless that is `old`.
fn after_numbers(text: &str, old: &str, new: &str) -> Vec<String> {
    let fits = |span: &&std::ops::Range<usize>| {
        let behind = &text[span.end..];
        let scaled = behind.trim_start().starts_with(['万', '亿']);
        let moment = behind.trim_start().starts_with(['年', '月', '日', '点', ':', '%', '世'])
            || text[..span.start].ends_with(':');
        behind.starts_with(old) && (!old.is_empty() || (!scaled && !moment && behind.starts_with(' ')))
    };
    numbers(text)
        .iter()
        .filter(fits)
        .map(|span| format!("{}{new}{}", &text[..span.end], &text[span.end + old.len()..]))
        .collect()
}

/// Makes each replacement at each place where it fits, one at a time.
fn replaced(text: &str, table: &[(&str, &str)]) -> Vec<String> {
    let mut slips = Vec::new();
    for (old, new) in table {
        for (at, _) in text.match_indices(old) {
            slips.push(format!("{}{new}{}", &text[..at], &text[at + old.len()..]));
        }
    }
    slips
}

fn swapped(text: &str) -> Vec<String> {
    let mut spans = numbers(text);
    // Dates and times of day have their own slips.
    spans.retain(|span| {
        let (before, behind) = (&text[..span.start], text[span.end..].trim_start());
        !before.ends_with(':') && !behind.starts_with(['年', '月', '日', '点', ':'])
    });
    let pairs = spans.windows(2).filter(|pair| text[pair[0].clone()] != text[pair[1].clone()]);
    let swap = |pair: &[std::ops::Range<usize>]| {
        let (left, right) = (pair[0].clone(), pair[1].clone());
        let (first, second) = (&text[left.clone()], &text[right.clone()]);
        format!("{}{second}{}{first}{}", &text[..left.start], &text[left.end..right.start], &text[right.end..])
    };
    pairs.map(swap).collect()
}

/// The numbers of a text that stand before 年, 月 or 日 as parts of a date.
fn date_parts(text: &str) -> Vec<(std::ops::Range<usize>, char)> {
    let part = |span: std::ops::Range<usize>| {
        let mark = text[span.end..].trim_start().chars().next()?;
        let year = mark == '年'
            && span.len() == 4
            && text[span.end..].trim_start()["年".len()..].trim_start().starts_with(|ch: char| ch.is_ascii_digit());
        (matches!(mark, '月' | '日') || year).then_some((span, mark))
    };
    numbers(text).into_iter().filter_map(part).collect()
}

fn date_moved(text: &str) -> Vec<String> {
    let mut slips = Vec::new();
    for (span, mark) in date_parts(text) {
        let number: u32 = text[span.clone()].parse().expect("a number");
        // A month on its own is not a date; its number is compared as such.
        let dated = mark != '月' || text[span.end..].contains('日');
        for moved in [number + 1, number - 1] {
            let real = match mark {
                '月' => (1..=12).contains(&moved),
                '日' => (1..=28).contains(&moved),
                _ => true,
            };
            if dated && real {
                slips.push(format!("{}{moved}{}", &text[..span.start], &text[span.end..]));
            }
        }
    }
    slips
}

fn month_and_day(text: &str) -> Vec<String> {
    let parts = date_parts(text);
    let mut slips = Vec::new();
    for pair in parts.windows(2) {
        let ((month, '月'), (day, '日')) = (&pair[0], &pair[1]) else { continue };
        let (first, second) = (&text[month.clone()], &text[day.clone()]);
        if first != second && second.parse().is_ok_and(|day: u32| day <= 12) {
            slips.push(format!(
                "{}{second}{}{first}{}",
                &text[..month.start],
                &text[month.end..day.start],
                &text[day.end..]
            ));
        }
    }
    slips
}

fn weekday_changed(text: &str) -> Vec<String> {
    let days = ["一", "二", "三", "四", "五", "六", "日"];
    let mut slips = Vec::new();
    for (at, day) in days.iter().enumerate() {
        for week in ["周", "星期"] {
            let new = format!("{week}{}", days[(at + 3) % 7]);
            slips.extend(replaced(text, &[(&format!("{week}{day}"), &new)]));
        }
    }
    slips
}

fn currency_changed(text: &str) -> Vec<String> {
    let mut slips =
        replaced(text, &[("美元", "元"), ("欧元", "美元"), ("港元", "元"), (" 公里", " 米"), (" 毫秒", " 秒")]);
    if !text.contains("美元") && !text.contains("欧元") && !text.contains("港元") {
        slips.extend(replaced(text, &[(" 元", " 美元"), (" 亿元", " 亿美元")]));
    }
    slips
}

fn half_of_day_changed(text: &str) -> Vec<String> {
    replaced(text, &[("下午", "上午"), ("上午", "下午")])
}

fn shared(relative: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let path = std::env::var_os("DUIZHAO_SHARED").map_or_else(beside, PathBuf::from).join(relative);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: no shared/{relative}");
    None
}

/// The pairs of a file that `wanted` picks.
fn pairs(path: &Path, wanted: impl Fn(&Value) -> bool) -> Vec<(String, String, String)> {
    let text = fs::read_to_string(path).expect("a corpus");
    let rows = text.lines().map(|line| serde_json::from_str(line).expect("a pair"));
    let field = |row: &Value, name: &str| row[name].as_str().expect("a text").to_owned();
    rows.filter(wanted).map(|row| (field(&row, "id"), field(&row, "en"), field(&row, "zh"))).collect()
}

/// How often each check may report something in 1000 published pairs.
const ALARMS: &[(&str, usize)] = &[
    ("numbers", 1),
    ("number-order", 1),
    ("dates", 1),
    ("weekday", 1),
    ("time-of-day", 1),
    ("percent", 1),
    ("currency-unit", 1),
    ("number-words", 5),
    ("id-tokens", 5),
];

#[test]
fn published_pairs_give_few_alarms() {
    let Some(path) = shared("corpora/D-qa/clean-pairs.jsonl") else { return };
    for tier in ["strict", "human"] {
        let rows = pairs(&path, |row| row["tier"] == tier);
        let all: Vec<_> = rows
            .iter()
            .flat_map(|(id, en, zh)| found(en, zh).into_iter().map(move |(code, evidence)| (code, id, evidence)))
            .collect();
        for (code, most) in ALARMS {
            let fires: Vec<_> = all.iter().filter(|(own, ..)| own == code).collect();
            eprintln!("{tier:<7} {code:<14} {:>3} of {}", fires.len(), rows.len());
            let ids: BTreeSet<_> = fires.iter().map(|(_, id, _)| id).collect();
            assert!(tier != "strict" || ids.len() * 1000 <= most * rows.len(), "{code}: {fires:#?}");
        }
        all.iter().filter(|_| tier == "human").for_each(|fire| eprintln!("{fire:?}"));
    }
}

#[test]
fn changed_numbers_of_published_pairs_are_found() {
    let Some(path) = shared("corpora/D-qa/seeded.jsonl") else { return };
    // A number inside `[^1]` is a label of a footnote, which another check compares.
    let rows = pairs(&path, |row| {
        row["defect"] == "number_changed" && !row["en"].as_str().is_some_and(|text| text.contains("[^"))
    });
    let missed: Vec<_> = rows.iter().filter(|(_, en, zh)| found(en, zh).is_empty()).collect();
    eprintln!("{} of {} changed numbers found", rows.len() - missed.len(), rows.len());
    assert!(missed.len() * 20 <= rows.len(), "{missed:#?}");
}
