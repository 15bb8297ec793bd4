//! Weekdays and times of day, in both languages.

use std::borrow::Cow;

use crate::quantity::chinese::figure;
use crate::quantity::lexer::{Lexeme, Token, lower};
use crate::quantity::{Date, Language};
use crate::text::Span;

/// A day of the week that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weekday {
    /// Its number: Monday is 1, Sunday 7.
    pub number: u8,
    /// Where it stands.
    pub span: Span,
}

/// What is wrong with a weekday of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeekdayFault {
    /// The source names another one: indices of source and target.
    Other(usize, usize),
    /// The date beside it falls on the weekday `expected`: index of the target.
    Calendar {
        /// Which weekday of the target.
        target: usize,
        /// The number of the right one.
        expected: u8,
    },
}

/// Returns the weekdays that a text names, in order.
pub(super) fn weekdays(text: &str, lexemes: &[Lexeme<'_>], language: Language) -> Vec<Weekday> {
    match language {
        Language::English => lexemes.iter().filter_map(english_weekday).collect(),
        Language::Chinese => chinese_weekdays(text),
    }
}

fn english_weekday(lexeme: &Lexeme<'_>) -> Option<Weekday> {
    const DAYS: &[(&str, &str, &str)] = &[
        ("Monday", "Mon", "Mondays"),
        ("Tuesday", "Tue", "Tuesdays"),
        ("Wednesday", "Wed", "Wednesdays"),
        ("Thursday", "Thu", "Thursdays"),
        ("Friday", "Fri", "Fridays"),
        ("Saturday", "Sat", "Saturdays"),
        ("Sunday", "Sun", "Sundays"),
    ];
    let Token::Word(word) = &lexeme.token else { return None };
    // "Sun" and "Sat" are also other words.
    let named = |(full, short, many): &(&str, &str, &str)| {
        *word == **full || *word == **many || (*word == **short && *word != *"Sun" && *word != *"Sat")
    };
    let number = DAYS.iter().position(named)? + 1;
    Some(Weekday { number: u8::try_from(number).ok()?, span: lexeme.span.clone() })
}

fn chinese_weekdays(text: &str) -> Vec<Weekday> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((at, ch)) = text[from..].char_indices().find(|(_, ch)| matches!(ch, '周' | '週' | '期' | '拜')) {
        let start = from + at;
        from = start + ch.len_utf8();
        let (before, behind) = (&text[..start], &text[from..]);
        let week = matches!(ch, '周' | '週');
        if !week && !before.ends_with(['星', '礼', '禮']) {
            continue;
        }
        let mut chars = behind.chars();
        let (day, next) = (chars.next(), chars.next());
        let number =
            day.and_then(|day| "一二三四五六日".chars().position(|known| known == day).or((day == '天').then_some(6)));
        // 每周一次 is once a week, 两周日程 the plan of two weeks.
        let counts =
            before.trim_end().ends_with(|ch: char| ch.is_ascii_digit() || "一二三四五六七八九十两几数".contains(ch));
        let measure = next.is_some_and(|next| "次场期篇回更节封个程常均记历后维".contains(next));
        if let Some(number) = number.filter(|_| !(week && (counts || measure))) {
            let start = if week { start } else { start - "星".len() };
            let end = from + day.map_or(0, char::len_utf8);
            found.push(Weekday { number: u8::try_from(number + 1).unwrap_or(0), span: start..end });
        }
    }
    found
}

/// Returns what is wrong with the weekdays of a translation.
pub fn weekday_faults(
    source: &[Weekday],
    target: &[Weekday],
    source_dates: &[Date],
    (text, target_dates): (&str, &[Date]),
) -> Vec<WeekdayFault> {
    let mut faults = Vec::new();
    let named = |days: &[Weekday], day: &Weekday| days.iter().any(|other| other.number == day.number);
    let (source, target) = (&source[..source.len().min(64)], &target[..target.len().min(64)]);
    let lost = (0..source.len()).filter(|at| !named(target, &source[*at])).collect::<Vec<_>>();
    let said = |days: &[Weekday], day: &Weekday| days.iter().filter(|other| other.number == day.number).count();
    // Of as many days, one that is said too often stands for one that is not said: Friday and Monday, 周一和周一.
    let repeated = |at: usize| {
        let day = &target[at];
        let other = source.len() == target.len() && source[at].number != day.number;
        other && said(target, day) > said(source, day)
    };
    let invented = (0..target.len()).filter(|at| !named(source, &target[*at]) || (!lost.is_empty() && repeated(*at)));
    for (index, at) in invented.enumerate() {
        if let Some(other) = lost.get(index).or(lost.last()).copied().or((!source.is_empty()).then_some(0)) {
            faults.push(WeekdayFault::Other(other, at));
        }
    }
    for (at, day) in target.iter().enumerate() {
        let wrong = faults.iter().any(|fault| matches!(fault, WeekdayFault::Other(_, other) if *other == at));
        let expected = date_beside(text, day, target_dates).and_then(|date| weekday_of(date, source_dates));
        if let Some(expected) = expected.filter(|expected| *expected != day.number && !wrong) {
            faults.push(WeekdayFault::Calendar { target: at, expected });
        }
    }
    faults
}

/// The date that a weekday belongs to: 11 月 7 日（周六）, Saturday, Nov. 7.
fn date_beside<'d>(text: &str, day: &Weekday, dates: &'d [Date]) -> Option<&'d Date> {
    let beside = |date: &&Date| {
        let before = text.get(date.span.end..day.span.start);
        let between = before.or_else(|| text.get(day.span.end..date.span.start)).unwrap_or("far away");
        date.day.is_some() && between.chars().all(|ch| " 日号號（(,，.".contains(ch))
    };
    dates.iter().take(64).find(beside)
}

/// Returns the weekday of a date, whose year another date of the same day may tell.
fn weekday_of(date: &Date, others: &[Date]) -> Option<u8> {
    let (month, day) = (date.month?, date.day?);
    let same = |other: &&Date| other.month == Some(month) && other.day == Some(day) && !other.either_order;
    let year = date.year.or_else(|| others.iter().find(same).and_then(|other| other.year))?;
    if date.either_order {
        return None;
    }
    // Zeller's congruence, with January and February as months 13 and 14 of the year before.
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    let from_saturday = (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7;
    u8::try_from((from_saturday + 5) % 7 + 1).ok()
}

/// A time of day that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// The minutes since midnight that it may mean.
    pub minutes: Vec<u64>,
    /// Whether it may also be something else, so that nothing is missing without it.
    pub is_guess: bool,
    /// Where it stands.
    pub span: Span,
}

/// Returns the times of a source that its translation says otherwise: indices of both lists.
pub fn time_faults(source: &[Time], target: &[Time]) -> Vec<(usize, usize)> {
    let (source, target) = (&source[..source.len().min(64)], &target[..target.len().min(64)]);
    let agree = |time: &Time, other: &Time| time.minutes.iter().any(|minute| other.minutes.contains(minute));
    let known = |time: &Time, others: &[Time]| others.iter().any(|other| agree(time, other));
    let mut free: Vec<usize> = (0..target.len()).filter(|at| !known(&target[*at], source)).collect();
    let mut faults = Vec::new();
    for (at, time) in source.iter().enumerate().filter(|(_, time)| !time.is_guess && !known(time, target)) {
        let noon = |minute: &u64| minute % 720;
        let nearest = |other: &&usize| {
            let same = target[**other]
                .minutes
                .iter()
                .map(noon)
                .any(|minute| time.minutes.iter().map(noon).any(|own| own == minute));
            usize::from(!same)
        };
        if let Some(other) = free.iter().min_by_key(nearest).copied() {
            free.retain(|kept| *kept != other);
            faults.push((at, other));
        }
    }
    faults
}

/// Returns the times of day that a text names, in order.
pub(super) fn times(text: &str, lexemes: &[Lexeme<'_>], language: Language) -> Vec<Time> {
    let mut reader = Reader { text, lexemes, at: 0, half: None, times: Vec::new() };
    while reader.at < lexemes.len() {
        let from = reader.at;
        match language {
            Language::English => reader.english(),
            Language::Chinese => reader.chinese(),
        }
        reader.at = reader.at.max(from + 1);
    }
    reader.times
}

/// The half of the day, as last named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Noon,
    Afternoon,
    Night,
}

struct Reader<'t, 'l> {
    text: &'t str,
    lexemes: &'l [Lexeme<'l>],
    at: usize,
    half: Option<Half>,
    times: Vec<Time>,
}

impl Reader<'_, '_> {
    fn integer(&self, at: usize) -> Option<(u64, usize)> {
        match &self.lexemes.get(at)?.token {
            Token::Number { value, digits, .. } => Some((value.integer()?, *digits)),
            _ => None,
        }
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.token == Token::Mark(mark) && !lexeme.spaced)
    }

    fn word(&self, at: usize) -> Option<Cow<'_, str>> {
        match &self.lexemes.get(at)?.token {
            Token::Word(word) => Some(lower(word)),
            _ => None,
        }
    }

    fn push(&mut self, minutes: Vec<u64>, is_guess: bool, from: usize, to: usize) {
        let span = self.lexemes[from].span.start..self.lexemes[to - 1].span.end;
        self.times.push(Time { minutes, is_guess, span });
        self.at = to;
    }

    /// `15:30` at a number: hour, minute and where it ends.
    fn clock(&self, at: usize) -> Option<(u64, u64, usize)> {
        let (hour, length) = self.integer(at).filter(|(hour, length)| *hour <= 24 && *length <= 2)?;
        let minute = self.integer(at + 2).filter(|(minute, length)| *minute < 60 && *length == 2);
        match minute.filter(|_| self.is_mark(at + 1, ':') && !self.lexemes[at + 2].spaced) {
            Some((minute, _)) => Some((hour, minute, at + 3)),
            None => (length <= 2).then_some((hour, 0, at + 1)),
        }
    }

    /// `a.m.` or `p.m.` at a word.
    fn half_at(&self, at: usize) -> Option<Half> {
        match self.word(at)?.replace('.', "").as_str() {
            "am" => Some(Half::Morning),
            "pm" => Some(Half::Afternoon),
            _ => None,
        }
    }

    fn english(&mut self) {
        let from = self.at;
        match self.word(from).as_deref() {
            Some("noon" | "midday") => return self.push(vec![720], true, from, from + 1),
            Some("midnight") => return self.push(vec![0, 1440], true, from, from + 1),
            _ => {}
        }
        let Some((hour, minute, next)) = self.clock(from) else { return };
        if let Some(half) = self.half_at(next) {
            return self.push(in_half(hour, minute, half), false, from, next + 1);
        }
        let range = self.is_range(next).then(|| self.clock(next + 1)).flatten();
        let with_half = range.is_some_and(|(.., end)| self.half_at(end).is_some());
        if next == from + 3 || with_half {
            let both = vec![hour * 60 + minute, (hour + 12) % 24 * 60 + minute];
            let minutes = if hour >= 13 || hour == 0 { vec![hour * 60 + minute] } else { both };
            self.push(minutes, false, from, next);
        }
    }

    fn is_range(&self, at: usize) -> bool {
        matches!(self.lexemes.get(at).map(|lexeme| &lexeme.token), Some(Token::Mark('-')))
            || self.word(at).as_deref() == Some("to")
    }

    fn chinese(&mut self) {
        let from = self.at;
        let start = self.lexemes[from].span.start;
        if let Some((word, half)) = half_named(&self.text[start..]) {
            self.half = Some(half);
            self.at = from + word.chars().count();
            // 中午 alone is a time, 中午 12 点 says it once.
            if half == Half::Noon && figure(self.lexemes, self.at).is_none() {
                self.push(vec![720], true, from, self.at);
            }
            return;
        }
        if let Some((hour, minute, next)) = self.clock(from).filter(|(.., next)| *next == from + 3) {
            let half = self.half_at(next);
            let minutes = self.minutes(hour, minute, half.or(self.half));
            return self.push(minutes, false, from, next + usize::from(half.is_some()));
        }
        let Some((hour, next)) = figure(self.lexemes, from).filter(|(hour, _)| *hour <= 24) else { return };
        if let Some(half) = self.half_at(next) {
            return self.push(in_half(hour, 0, half), false, from, next + 1);
        }
        let end = match self.lexemes.get(next).map(|lexeme| &lexeme.token) {
            Some(Token::Han('点' | '點')) => next + 1,
            Some(Token::Han('时' | '時')) if !matches!(self.han(next + 1), Some('间' | '代' | '期')) => next + 1,
            Some(Token::Mark('-' | '~')) | Some(Token::Han('至' | '到')) if self.half.is_some() => {
                // 下午 2-4 点
                return match figure(self.lexemes, next + 1) {
                    Some((_, upper)) if matches!(self.han(upper), Some('点' | '點')) => {
                        self.push(self.minutes(hour, 0, self.half), false, from, next);
                    }
                    _ => self.at = next,
                };
            }
            _ => {
                self.at = next;
                return;
            }
        };
        let (minute, end) = self.minute(end);
        let minutes = self.minutes(hour, minute, self.half);
        self.push(minutes, false, from, end);
    }

    fn han(&self, at: usize) -> Option<char> {
        match self.lexemes.get(at)?.token {
            Token::Han(ch) => Some(ch),
            _ => None,
        }
    }

    /// 半, 一刻, 45 分 behind an hour.
    fn minute(&self, at: usize) -> (u64, usize) {
        if self.han(at) == Some('半') {
            return (30, at + 1);
        }
        match figure(self.lexemes, at) {
            Some((quarters @ 1..=3, next)) if self.han(next) == Some('刻') => (quarters * 15, next + 1),
            Some((minute, next)) if minute < 60 && (self.han(next) == Some('分') || self.integer(at).is_none()) => {
                (minute, next + usize::from(self.han(next) == Some('分')))
            }
            _ => (0, at),
        }
    }

    fn minutes(&self, hour: u64, minute: u64, half: Option<Half>) -> Vec<u64> {
        match half {
            Some(half) => in_half(hour, minute, half),
            None => vec![hour * 60 + minute],
        }
    }
}

/// Returns the minutes since midnight of an hour in a half of the day.
fn in_half(hour: u64, minute: u64, half: Half) -> Vec<u64> {
    let late = match half {
        Half::Morning if hour == 12 => return vec![minute, 720 + minute],
        Half::Night if hour == 12 => return vec![minute, 1440 + minute],
        // 中午 11 点半 is before noon, 中午 1 点 after it.
        Half::Noon => hour < 10,
        Half::Morning => false,
        Half::Afternoon | Half::Night => hour < 12,
    };
    vec![(if late { hour + 12 } else { hour }) * 60 + minute]
}

fn half_named(text: &str) -> Option<(&'static str, Half)> {
    const NAMES: &[(&str, Half)] = &[
        ("上午", Half::Morning),
        ("早上", Half::Morning),
        ("早晨", Half::Morning),
        ("清晨", Half::Morning),
        ("凌晨", Half::Morning),
        ("中午", Half::Noon),
        ("正午", Half::Noon),
        ("下午", Half::Afternoon),
        ("午后", Half::Afternoon),
        ("傍晚", Half::Afternoon),
        ("晚上", Half::Night),
        ("晚间", Half::Night),
        ("夜里", Half::Night),
        ("夜间", Half::Night),
        ("当晚", Half::Night),
        ("今晚", Half::Night),
        ("晚", Half::Night),
    ];
    // Asked at every character: most begin no such word.
    let begins = text.starts_with(['上', '早', '清', '凌', '中', '正', '下', '午', '傍', '晚', '夜', '当', '今']);
    NAMES.iter().find(|(name, _)| begins && text.starts_with(name)).copied()
}
