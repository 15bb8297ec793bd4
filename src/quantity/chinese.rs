//! Chinese numbers: digits with 万 and 亿, Han numerals, and characters that stand for a number.

mod numeral;

use std::sync::LazyLock;

use crate::quantity::chinese::numeral::{is_numeral, numerals, scale};
use crate::quantity::english::currency_before;
use crate::quantity::lexer::is_iso_month;
use crate::quantity::lexer::{Lexeme, Token, lower};
use crate::quantity::units::{CURRENCY_HAN, NOT_YUAN, UNIT_HAN, UNIT_WORDS, is_other_word};
use crate::quantity::value::Value;
use crate::quantity::{Kind, Quantity, Reading};
use crate::text::Span;

/// Words in which a numeral says no number.
const NO_NUMBERS: &[&str] = &[
    "一些",
    "一样",
    "一般",
    "一直",
    "一起",
    "一定",
    "一旦",
    "一致",
    "一切",
    "一边",
    "一面",
    "一向",
    "一律",
    "一度",
    "一同",
    "一并",
    "一再",
    "一时",
    "一经",
    "一味",
    "一概",
    "一线",
    "一流",
    "一体",
    "一手",
    "一下",
    "一贯",
    "一系列",
    "第一手",
    "统一",
    "之一",
    "唯一",
    "进一步",
    "单一",
    "万一",
    "万能",
    "万维",
    "万科",
    "万事",
    "百度",
    "百科",
    "百货",
    "三星",
    "七牛",
    "四川",
    "三亚",
    "三峡",
    "九江",
    "六安",
    "千兆",
    "千万不",
    "千万别",
    "千万要",
    "十分重",
    "十分感",
    "十分高",
    "十分关",
    "十分复",
    "十分简",
    "十分方",
    "十分有",
    "一樣",
    "一個",
    "統一",
    "單一",
    "第三方",
    "双方",
    "首先",
    "首席",
    "首页",
    "首都",
    "首要",
    "首尔",
    "单位",
    "单元",
    "单独",
    "单词",
    "单纯",
    "简单",
    "菜单",
    "名单",
    "清单",
    "订单",
    "表单",
    "两者",
    "全文",
    "半导体",
];

/// Phrases that say a number without a numeral.
const PHRASES: &[(&str, u128, Kind)] = &[
    ("全天候", 24, Kind::Plain),
    ("全天", 24, Kind::Plain),
    ("昼夜", 24, Kind::Plain),
    ("日夜", 24, Kind::Plain),
    ("整天", 24, Kind::Plain),
    ("整日", 24, Kind::Plain),
    ("全年", 365, Kind::Plain),
    ("中午", 12, Kind::Plain),
    ("正午", 12, Kind::Plain),
    ("午夜", 0, Kind::Plain),
    ("翻倍", 2, Kind::Plain),
    ("翻番", 2, Kind::Plain),
    ("翻了一番", 2, Kind::Plain),
    ("翻一番", 2, Kind::Plain),
    ("加倍", 2, Kind::Plain),
    ("完全", 100, Kind::Percent),
    ("全部", 100, Kind::Percent),
    ("绝对", 100, Kind::Percent),
    ("彻底", 100, Kind::Percent),
    ("十足", 100, Kind::Percent),
    ("双", 2, Kind::Plain),
    ("雙", 2, Kind::Plain),
    ("倆", 2, Kind::Plain),
    ("首", 1, Kind::Plain),
    ("单", 1, Kind::Plain),
    ("單", 1, Kind::Plain),
    ("每", 1, Kind::Plain),
    ("无", 0, Kind::Plain),
];

/// What says that an hour is one of the second half of the day.
const MORNING: &[&str] = &["上午", "早上", "早晨", "凌晨", "清晨"];
/// The words for a week, before the numeral of a day.
const WEEKS: &[&str] = &["周", "週", "星期", "礼拜", "禮拜"];
const AFTERNOON: &[&str] = &["下午", "晚上", "晚间", "傍晚", "中午", "午后", "夜里", "夜间", "当晚", "今晚", "晚"];

/// What a word says that may begin at a character.
#[derive(Clone, Copy)]
enum Says {
    NoNumber,
    /// Whether the hours behind it are those of the second half of the day.
    Late(bool),
    Week,
    Number(u128, Kind),
}

/// All these words, sorted by their first character; those of one character in the order of asking.
static WORDS: LazyLock<Vec<(char, &str, Says)>> = LazyLock::new(|| {
    let all = |words: &'static [&'static str], says| words.iter().map(move |word| (*word, says));
    let words = all(NO_NUMBERS, Says::NoNumber)
        .chain(all(AFTERNOON, Says::Late(true)))
        .chain(all(MORNING, Says::Late(false)))
        .chain(all(WEEKS, Says::Week))
        .chain(PHRASES.iter().map(|(word, number, kind)| (*word, Says::Number(*number, *kind))));
    let mut words: Vec<_> = words.filter_map(|(word, says)| Some((word.chars().next()?, word, says))).collect();
    words.sort_by_key(|(first, ..)| *first);
    words
});

/// Returns the words that begin with a character.
fn words(first: char) -> &'static [(char, &'static str, Says)] {
    let from = WORDS.partition_point(|(other, ..)| *other < first);
    let words = &WORDS[from..];
    &words[..words.iter().take_while(|(other, ..)| *other == first).count()]
}

/// Returns the numbers of a Chinese text.
pub(super) fn read<'t>(text: &'t str, lexemes: &[Lexeme<'_>]) -> Reading<'t> {
    let mut reader = Reader {
        text,
        lexemes,
        at: 0,
        factors: Vec::new(),
        late: false,
        reading: Reading { text, ..Reading::default() },
    };
    while reader.at < lexemes.len() {
        reader.step();
    }
    reader.ranges();
    reader.reading
}

/// Returns the whole number that starts at a lexeme, in digits or numerals, and where it ends.
pub(super) fn figure(lexemes: &[Lexeme<'_>], at: usize) -> Option<(u64, usize)> {
    if let Token::Number { value, parts, .. } = &lexemes.get(at)?.token {
        return parts.is_empty().then(|| value.integer().map(|number| (number, at + 1))).flatten();
    }
    let numeral = |lexeme: &&Lexeme<'_>| matches!(lexeme.token, Token::Han(ch) if is_numeral(ch));
    // Asked at every character: most are none.
    if !numeral(&&lexemes[at]) {
        return None;
    }
    // The longest that means anything here is a year.
    let run: String = lexemes[at..].iter().take(6).take_while(numeral).filter_map(han).collect();
    let number = numerals(&run).first()?.first()?.integer()?;
    Some((number, at + run.chars().count()))
}

/// Returns the length of the weekday that a text starts with: its numeral counts nothing.
fn weekday(text: &str) -> Option<usize> {
    let week = WEEKS.iter().find(|week| text.starts_with(**week))?;
    let day = text[week.len()..].chars().next().filter(|day| "一二三四五六".contains(*day))?;
    Some(week.len() + day.len_utf8())
}

fn han(lexeme: &Lexeme<'_>) -> Option<char> {
    match lexeme.token {
        Token::Han(ch) => Some(ch),
        _ => None,
    }
}

struct Reader<'t, 'l> {
    text: &'t str,
    lexemes: &'l [Lexeme<'l>],
    at: usize,
    /// What each number in digits was multiplied by.
    factors: Vec<u128>,
    /// Whether the last time of day named was in the afternoon.
    late: bool,
    reading: Reading<'t>,
}

impl Reader<'_, '_> {
    fn step(&mut self) {
        let lexeme = &self.lexemes[self.at];
        match &lexeme.token {
            Token::Number { value, parts, .. } => self.number(value, parts),
            Token::Identifier => {
                self.reading.names.push(lexeme.span.clone());
                self.at += 1;
            }
            Token::Han(_) => self.han(),
            Token::Word(word) => {
                self.late |= matches!(&*lower(word), "pm" | "p.m" | "p.m." | "pm.");
                self.at += 1;
            }
            Token::Mark(_) => self.at += 1,
        }
    }

    /// The text behind `end`, without spaces.
    fn behind(&self, end: usize) -> &str {
        self.text[end..].trim_start_matches([' ', '\u{a0}', '\n'])
    }

    /// Goes on to the first lexeme that does not start before `end`.
    fn skip_to(&mut self, end: usize) {
        while self.lexemes.get(self.at).is_some_and(|lexeme| lexeme.span.start < end) {
            self.at += 1;
        }
    }

    fn number(&mut self, value: &Value, parts: &[Value]) {
        let at = self.at;
        let span = self.lexemes[at].span.clone();
        let mut found = Quantity::new(value.clone(), Kind::Plain, span.clone());
        found.parts = parts.to_vec();
        self.at += 1;
        if self.round_the_clock(&mut found) || self.clock(&found) {
            return;
        }
        let factor = self.scale(&mut found);
        let mut kind = self.kind(&found);
        if let Some(currency) = currency_before(self.text, span.start) {
            kind = Kind::Money(currency);
        } else if self.text[..span.start].trim_end().ends_with("百分之") {
            kind = Kind::Percent;
        }
        found.kind = if is_iso_month(self.lexemes, at) { Kind::Month } else { kind };
        self.adjust(&mut found);
        self.decade(&mut found);
        self.factors.push(factor);
        self.reading.numbers.push(found);
    }

    /// `7×24 小时` and `24/7` are one thing.
    fn round_the_clock(&mut self, found: &mut Quantity) -> bool {
        let [
            Lexeme { token: Token::Mark('/' | '×' | '*' | 'x'), .. },
            Lexeme { token: Token::Number { value, .. }, span, .. },
            ..,
        ] = &self.lexemes[self.at..]
        else {
            return false;
        };
        let (day, week) = (Value::whole(24), Value::whole(7));
        if !(found.value == day && *value == week || found.value == week && *value == day) {
            return false;
        }
        found.value = day;
        found.readings = vec![week];
        found.span.end = span.end;
        self.at += 2;
        self.factors.push(1);
        self.reading.numbers.push(found.clone());
        true
    }

    /// `15:30`: no minutes need not be written.
    fn clock(&mut self, found: &Quantity) -> bool {
        let [
            Lexeme { token: Token::Mark(':'), spaced: false, .. },
            Lexeme { token: Token::Number { value, digits: 2, parts }, span, spaced: false },
            ..,
        ] = &self.lexemes[self.at..]
        else {
            return false;
        };
        let within = |value: &Value, most: u64| value.integer().is_some_and(|number| number <= most);
        if !within(&found.value, 24) || !within(value, 59) || !parts.is_empty() {
            return false;
        }
        self.at += 2;
        let mut hour = Quantity { kind: Kind::Moment, ..found.clone() };
        self.afternoon(&mut hour);
        self.factors.push(1);
        self.reading.numbers.push(hour);
        if *value != Value::whole(0) {
            self.factors.push(1);
            self.reading.numbers.push(Quantity::new(value.clone(), Kind::Moment, span.clone()));
        }
        true
    }

    fn afternoon(&mut self, hour: &mut Quantity) {
        let hours = hour.value.integer().filter(|hour| *hour < 12);
        if self.late {
            hour.readings.extend(hours.map(|hour| Value::whole(u128::from(hour) + 12)));
        }
    }

    /// Reads 万, 千万, 多亿 and the like behind digits; returns the factor.
    fn scale(&mut self, found: &mut Quantity) -> u128 {
        let (factor, end) = scale_behind(self.text, found.span.end);
        if factor == 1 {
            self.suffix(found);
            return 1;
        }
        found.value = found.value.times(factor);
        found.parts.clear();
        found.span.end = end;
        self.skip_to(end);
        // 3 亿 5000 万
        if let Some(Lexeme { token: Token::Number { value, .. }, span, .. }) = self.lexemes.get(self.at) {
            let (smaller, end) = scale_behind(self.text, span.end);
            let sum = found.value.plus(&value.times(smaller));
            if self.text[found.span.end..span.start].trim().is_empty()
                && (1_000..factor).contains(&smaller)
                && let Some(sum) = sum
            {
                found.value = sum;
                found.span.end = end;
                self.skip_to(end);
            }
        }
        factor
    }

    /// A letter directly behind a number: thousands, or part of a name such as 4K.
    fn suffix(&mut self, found: &mut Quantity) {
        let Some(Lexeme { token: Token::Word(word), span, spaced: false }) = self.lexemes.get(self.at) else { return };
        let factor = match &**word {
            "K" | "k" => 1_000,
            "W" | "w" => 10_000,
            "M" => 1_000_000,
            "B" => 1_000_000_000,
            _ => return,
        };
        found.value = found.value.times(factor);
        found.span.end = span.end;
        self.at += 1;
    }

    /// What the text behind a number says that it counts.
    fn kind(&self, found: &Quantity) -> Kind {
        let behind = self.behind(found.span.end);
        kind_behind(behind.trim_start_matches(['多', '余', '来']).trim_start(), found.value.integer())
    }

    /// Readings that what stands behind a number adds: 三成 is 30 %, 3 年半 is 3.5 years, 下午 3 点 is 15.
    fn adjust(&mut self, found: &mut Quantity) {
        let behind = self.behind(found.span.end).to_owned();
        let other = |next: Option<char>| next.is_some_and(|ch| "立为员功都本果分长熟品绩就型交".contains(ch));
        if found.kind == Kind::Plain && behind.starts_with('成') && !other(behind.chars().nth(1)) {
            found.readings.push(found.value.clone());
            found.value = found.value.times(10);
            found.kind = Kind::Percent;
        }
        let mut rest = behind.chars().filter(|ch| !ch.is_whitespace());
        let (unit, half) = (rest.next(), rest.next());
        if half == Some('半') && unit.is_some_and(|ch| "个個年天周週倍点點岁".contains(ch)) {
            found.readings.extend(found.value.plus(&Value::decimal("0", "5")));
            // 一个半小时: the unit stands behind the half.
            if let Some((_, rest)) = behind.split_once('半').filter(|_| found.kind == Kind::Plain) {
                found.kind = kind_behind(rest.trim_start(), None);
            }
        }
        let hour = behind.starts_with(['点', '點', '时', '時']);
        if found.kind == Kind::Moment && hour {
            self.afternoon(found);
        }
    }

    /// 20 世纪 90 年代 is one decade.
    fn decade(&mut self, found: &mut Quantity) {
        if found.kind != Kind::Decade {
            return;
        }
        let before = self.text[..found.span.start].trim_end();
        let century = ["世纪", "世紀"].iter().any(|word| before.ends_with(word));
        let Some(last) = self.reading.numbers.last().filter(|_| century) else {
            if let Some(last) = self.reading.words.last().filter(|_| century) {
                found.value = century_and_decade(&last.value, &found.value);
            }
            return;
        };
        if self.text[last.span.end..found.span.start].trim().starts_with('世') {
            found.value = century_and_decade(&last.value, &found.value);
            found.span.start = last.span.start;
            self.reading.numbers.pop();
            self.factors.pop();
        }
    }

    fn han(&mut self) {
        let Token::Han(ch) = self.lexemes[self.at].token else {
            self.at += 1;
            return;
        };
        let start = self.lexemes[self.at].span.start;
        let rest = &self.text[start..];
        for (_, word, says) in words(ch).iter().filter(|(_, word, _)| rest.starts_with(word)) {
            let end = start + word.len();
            match *says {
                Says::NoNumber => return self.skip_to(end),
                Says::Late(late) => self.late = late,
                Says::Week => {
                    if let Some(day) = weekday(rest) {
                        return self.skip_to(start + day);
                    }
                }
                Says::Number(number, kind) => {
                    self.skip_to(end);
                    // 中午 12 点 says twelve once.
                    if number == 12 && figure(self.lexemes, self.at).is_some() {
                        return;
                    }
                    return self.say(Value::whole(number), kind, start..end);
                }
            }
        }
        if ch == '半' {
            self.at += 1;
            return self.half(start..start + ch.len_utf8());
        }
        if is_numeral(ch) { self.numeral() } else { self.at += 1 }
    }

    /// 半小时, 三点半, 半数.
    fn half(&mut self, span: Span) {
        let past = self.text[..span.start].ends_with(['点', '點']);
        let mut half = Quantity::new(Value::decimal("0", "5"), Kind::Plain, span.clone());
        half.kind = self.kind(&half);
        self.reading.words.push(half);
        self.say(Value::whole(50), Kind::Percent, span.clone());
        if past {
            self.say(Value::whole(30), Kind::Moment, span);
        }
    }

    fn say(&mut self, value: Value, kind: Kind, span: Span) {
        self.reading.words.push(Quantity::new(value, kind, span));
    }

    /// The numeral from here, as characters.
    fn run(&mut self) -> (String, Span) {
        let start = self.lexemes[self.at].span.start;
        let mut run = String::new();
        let mut end = start;
        while let Some(Lexeme { token: Token::Han(ch), span, .. }) = self.lexemes.get(self.at) {
            let lexicalised =
                !run.is_empty() && NO_NUMBERS.iter().any(|word| self.text[span.start..].starts_with(word));
            if !is_numeral(*ch) || (!run.is_empty() && span.start != end) || lexicalised {
                break;
            }
            run.push(*ch);
            end = span.end;
            self.at += 1;
        }
        (run, start..end)
    }

    fn numeral(&mut self) {
        let spaced = self.lexemes[self.at].spaced;
        let (run, span) = self.run();
        if run.is_empty() {
            self.at += 1;
            return;
        }
        // A space before 万 belongs to digits, and there are none.
        let mut chars = run.chars();
        if spaced && chars.next().and_then(scale).is_some() && chars.next().is_none() {
            return;
        }
        let values = numerals(&run);
        if self.text[span.end..].starts_with("分之") {
            return self.fraction(&values, span);
        }
        for group in values {
            let Some((value, others)) = group.split_first() else { continue };
            let mut found = Quantity::new(value.clone(), Kind::Plain, span.clone());
            found.readings = others.to_vec();
            found.kind = self.kind(&found);
            self.adjust(&mut found);
            if found.kind == Kind::Decade {
                self.decade(&mut found);
            }
            self.point(&mut found);
            self.reading.words.push(found);
        }
    }

    /// 三点五 may be 3.5; the half behind it may belong to an hour.
    fn point(&mut self, found: &mut Quantity) {
        let Some(rest) = self.text[found.span.end..].strip_prefix(['点', '點']) else { return };
        let fraction: String = rest.chars().take_while(|ch| is_numeral(*ch)).take(20).collect();
        if fraction.is_empty() {
            return;
        }
        let digits: Option<String> =
            fraction.chars().map(|ch| numeral::digit(ch).map(|digit| digit.to_string())).collect();
        if let Some(decimal) = digits.and_then(|digits| found.value.plus(&Value::decimal("0", &digits))) {
            let factor = rest[fraction.len()..].chars().next().and_then(scale).unwrap_or(1);
            found.readings.push(decimal.times(factor));
        }
    }

    /// 三分之一, 百分之十五.
    fn fraction(&mut self, below: &[Vec<Value>], span: Span) {
        let end = span.end + "分之".len();
        self.skip_to(end);
        let Some(below) = below.first().and_then(|group| group.first()).cloned() else { return };
        if !self.lexemes.get(self.at).is_some_and(|lexeme| matches!(lexeme.token, Token::Han(ch) if is_numeral(ch))) {
            return self.say(below, Kind::Plain, span);
        }
        let (run, above) = self.run();
        let Some(above_value) = numerals(&run).first().and_then(|group| group.first()).cloned() else { return };
        let whole = span.start..above.end.max(end);
        if below == Value::whole(100) {
            let mut found = Quantity::new(above_value, Kind::Percent, whole);
            self.point(&mut found);
            return self.reading.words.push(found);
        }
        if let Some((above, below)) = above_value.integer().zip(below.integer()) {
            let (above, below) = (u128::from(above), u128::from(below));
            if let Some(value) = Value::ratio(above, below) {
                self.say(value, Kind::Plain, whole.clone());
            }
            if let Some(value) = Value::ratio(above * 100, below).filter(|value| value.integer().is_some()) {
                self.say(value, Kind::Percent, whole.clone());
            }
        }
        self.say(below, Kind::Plain, span);
        self.say(above_value, Kind::Plain, above);
    }

    /// The lower end of 3 至 5 万, 10–15% and 100 到 200 美元 counts what the upper end counts.
    fn ranges(&mut self) {
        let numbers = &mut self.reading.numbers;
        for index in (1..numbers.len().min(self.factors.len())).rev() {
            let (lower, upper) = numbers.split_at_mut(index);
            let (lower, upper) = (&mut lower[index - 1], &upper[0]);
            let between = self.text.get(lower.span.end..upper.span.start).unwrap_or_default().trim();
            if !matches!(between, "-" | "–" | "—" | "~" | "～" | "至" | "到" | "、" | "和" | "或") {
                continue;
            }
            if self.factors[index - 1] == 1 && self.factors[index] > 1 {
                lower.readings.push(lower.value.times(self.factors[index]));
            }
            if lower.kind == Kind::Plain {
                lower.kind = upper.kind;
            }
        }
    }
}

/// What a text says that the number before it counts; `number` is its value, if it is whole.
fn kind_behind(behind: &str, number: Option<u64>) -> Kind {
    let starts = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    if starts(&["%", "％", "个百分点", "個百分點", "百分点"]) {
        return Kind::Percent;
    }
    let day = number.is_some_and(|number| number <= 31) && starts(&["日", "号", "號"]);
    let hour = number.is_some_and(|number| number <= 24)
        && (starts(&["点", "點"]) || (starts(&["时", "時"]) && !starts(&["时间", "时代", "时期"])));
    let year = number.is_some_and(|number| (1000..3000).contains(&number)) && starts(&["年"]);
    if number.is_some_and(|number| number <= 12) && starts(&["月"]) {
        return Kind::Month;
    }
    if starts(&["年代"]) {
        return Kind::Decade;
    }
    if day || hour || year {
        return Kind::Moment;
    }
    let currency = CURRENCY_HAN.iter().find(|(name, _)| behind.starts_with(name));
    if let Some((name, currency)) = currency {
        let next = behind[name.len()..].chars().next();
        if *name != "元" || !next.is_some_and(|ch| NOT_YUAN.contains(&ch)) {
            return Kind::Money(*currency);
        }
    }
    let unit = UNIT_HAN.iter().find(|(name, _)| behind.starts_with(name));
    if let Some((_, unit)) = unit.filter(|(name, _)| !is_other_word(name, &behind[name.len()..])) {
        return Kind::Measure(*unit);
    }
    let word: String =
        behind.chars().take_while(|ch| ch.is_alphabetic() && !crate::text::is_han(*ch)).take(16).collect();
    let unit = UNIT_WORDS.iter().find(|(name, _)| **name == *lower(&word));
    unit.map_or(Kind::Plain, |(_, unit)| Kind::Measure(*unit))
}

fn century_and_decade(century: &Value, decade: &Value) -> Value {
    match (century.integer(), decade.integer()) {
        // A century that cannot be is a slip, and gives a year that no source names.
        (Some(century @ 1..10_000), Some(decade @ 0..100)) => Value::whole(u128::from((century - 1) * 100 + decade)),
        _ => decade.clone(),
    }
}

/// Returns what stands behind digits as a factor, and where it ends: 万, 百万, 多亿, 个亿.
fn scale_behind(text: &str, end: usize) -> (u128, usize) {
    let rest = &text[end..];
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']).trim_start_matches(['多', '余', '几', '来']);
    let trimmed = if trimmed.starts_with("个亿") { &trimmed["个".len()..] } else { trimmed };
    let mut factor = 1_u128;
    let mut length = 0;
    for (at, ch) in trimmed.char_indices().take(3) {
        let Some(by) = scale(ch).filter(|by| *by > 10) else { break };
        let behind = trimmed[at + ch.len_utf8()..].chars().next();
        // 千克, 千米, 百分点 and 万维网 are other words.
        let other = match ch {
            '千' => behind.is_some_and(|ch| "克米瓦卡字赫比伏帕兆焦".contains(ch)),
            '百' => behind == Some('分'),
            '万' => behind == Some('维'),
            _ => false,
        };
        if other {
            break;
        }
        factor = factor.saturating_mul(by);
        length = at + ch.len_utf8();
    }
    if factor == 1 { (1, end) } else { (factor, end + (rest.len() - trimmed.len()) + length) }
}
