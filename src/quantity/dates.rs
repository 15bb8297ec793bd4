//! Dates of a text, and which of a source the translation says otherwise.
//!
//! A date is a month and a day side by side, or a month and a year. Chinese may leave the month out
//! where it was named before; such a day fits every month.

use std::borrow::Cow;

use crate::quantity::Language;
use crate::quantity::chinese::figure;
use crate::quantity::english::month;
use crate::quantity::lexer::{Lexeme, Token, lower};
use crate::text::Span;

/// A date, as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: Option<u64>,
    /// The month; `None` where only the day is written.
    pub month: Option<u64>,
    /// The day of the month.
    pub day: Option<u64>,
    /// Whether month and day may be the other way round: 11/7/2020.
    pub either_order: bool,
    /// Whether it may also be something else, so that nothing is missing without it.
    pub is_guess: bool,
    /// Where it stands.
    pub span: Span,
}

/// Returns the dates of a text, in order.
pub(super) fn dates(lexemes: &[Lexeme<'_>], language: Language) -> Vec<Date> {
    let mut reader = Reader { lexemes, at: 0, dates: Vec::new() };
    while reader.at < lexemes.len() {
        let from = reader.at;
        let found = reader.numeric()
            || match language {
                Language::English => reader.english(),
                Language::Chinese => reader.chinese(),
            };
        if !found || reader.at <= from {
            reader.at = from + 1;
        }
    }
    reader.dates
}

/// Returns the dates of a source that its translation says otherwise: indices of both lists.
pub fn date_faults(source: &[Date], target: &[Date]) -> Vec<(usize, usize)> {
    // A text has few dates; the lists are cut so that no text makes this slow.
    let (source, target) = (&source[..source.len().min(64)], &target[..target.len().min(64)]);
    let known = |date: &Date, others: &[Date]| others.iter().any(|other| agrees(date, other));
    let mut free: Vec<usize> = (0..target.len()).collect();
    for date in source {
        if let Some(at) = free.iter().position(|at| agrees(date, &target[*at])) {
            free.remove(at);
        }
    }
    free.retain(|at| !target[*at].is_guess);
    free.sort_by_key(|at| known(&target[*at], source));
    let mut faults = Vec::new();
    for (at, date) in source.iter().enumerate().filter(|(_, date)| !date.is_guess && !known(date, target)) {
        let nearest = |other: &&usize| {
            let other = &target[**other];
            let parts = [other.day == date.day, other.month == date.month, other.year == date.year];
            parts.iter().filter(|same| !**same).count()
        };
        if let Some(other) = free.iter().min_by_key(nearest).copied() {
            free.retain(|kept| *kept != other);
            faults.push((at, other));
        }
    }
    faults
}

fn agrees(date: &Date, other: &Date) -> bool {
    let same = |left: Option<u64>, right: Option<u64>| left.is_none() || right.is_none() || left == right;
    let swapped = (date.either_order || other.either_order) && date.month == other.day && date.day == other.month;
    same(date.year, other.year) && (swapped || (same(date.month, other.month) && same(date.day, other.day)))
}

struct Reader<'l> {
    lexemes: &'l [Lexeme<'l>],
    at: usize,
    dates: Vec<Date>,
}

impl Reader<'_> {
    fn integer(&self, at: usize) -> Option<(u64, usize)> {
        match &self.lexemes.get(at)?.token {
            Token::Number { value, parts, digits } if parts.is_empty() => Some((value.integer()?, *digits)),
            _ => None,
        }
    }

    fn mark(&self, at: usize) -> Option<char> {
        match self.lexemes.get(at)?.token {
            Token::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    fn word(&self, at: usize) -> Option<Cow<'_, str>> {
        match &self.lexemes.get(at)?.token {
            Token::Word(word) => Some(lower(word)),
            _ => None,
        }
    }

    fn span(&self, from: usize, to: usize) -> Span {
        self.lexemes[from].span.start..self.lexemes[to - 1].span.end
    }

    fn push(&mut self, year: Option<u64>, month: Option<u64>, day: Option<u64>, span: Span) {
        self.dates.push(Date { year, month, day, either_order: false, is_guess: false, span });
    }

    /// `2020-11-07`, `2020/11/7`, `11/7/2020`.
    fn numeric(&mut self) -> bool {
        let at = self.at;
        let mark = self.mark(at + 1).filter(|mark| matches!(mark, '-' | '/' | '.'));
        let parts = (self.integer(at), self.integer(at + 2), self.integer(at + 4));
        let (Some((first, long)), Some((second, _)), Some((third, last)), Some(_)) = (parts.0, parts.1, parts.2, mark)
        else {
            return false;
        };
        if self.mark(at + 3) != mark || self.lexemes[at + 1..at + 5].iter().any(|lexeme| lexeme.spaced) {
            return false;
        }
        let span = self.span(at, at + 5);
        if long == 4 && is_year(first) && is_month(second) && is_day(third) {
            self.push(Some(first), Some(second), Some(third), span);
        } else if last == 4
            && is_year(third)
            && is_day(first)
            && is_day(second)
            && (is_month(first) || is_month(second))
        {
            let (month, day) = if is_month(first) { (first, second) } else { (second, first) };
            self.push(Some(third), Some(month), Some(day), span);
            if let Some(date) = self.dates.last_mut() {
                date.either_order = is_month(first) && is_month(second);
            }
        } else {
            return false;
        }
        self.at = at + 5;
        true
    }

    /// `Nov. 7, 2020`, `7 November`, `Oct. 7-8`, `July 2022`, `in March`.
    fn english(&mut self) -> bool {
        if let Some((day, length)) = self.integer(self.at) {
            return length <= 2 && is_day(day) && self.day_first(day);
        }
        let Some(number) = self.month_at(self.at) else { return false };
        let from = self.at;
        let mut next = from + 1 + usize::from(self.mark(from + 1) == Some('.'));
        if let Some((day, length)) = self.integer(next).filter(|(day, _)| is_day(*day))
            && length <= 2
            && self.mark(next + 1) != Some(':')
        {
            let behind = self.behind_day(next);
            self.push(None, Some(number), Some(day), self.span(from, next + 1));
            self.at = behind;
            self.further_days(number);
            return true;
        }
        next += usize::from(self.mark(next) == Some(','));
        let year = self.integer(next).filter(|(year, length)| *length == 4 && is_year(*year)).map(|(year, _)| year);
        let named = from.checked_sub(1).and_then(|before| self.word(before)).is_some_and(|word| {
            [
                "in", "since", "until", "by", "from", "last", "next", "this", "early", "late", "mid", "to", "through",
                "of",
            ]
            .contains(&&*word)
        });
        let end = if year.is_some() { next + 1 } else { from + 1 };
        self.push(year, Some(number), None, self.span(from, end));
        if let Some(date) = self.dates.last_mut() {
            date.is_guess = year.is_none() && !named;
        }
        self.at = end;
        true
    }

    fn month_at(&self, at: usize) -> Option<u64> {
        match &self.lexemes.get(at)?.token {
            Token::Word(word) if word.starts_with(char::is_uppercase) => month(&lower(word))?.try_into().ok(),
            _ => None,
        }
    }

    /// Where the text goes on behind a day, its `th` skipped.
    fn behind_day(&self, day: usize) -> usize {
        let suffix = self.word(day + 1).is_some_and(|word| matches!(&*word, "st" | "nd" | "rd" | "th"));
        day + 1 + usize::from(suffix)
    }

    /// `7 November 2020`, `7th of November`, `7-8 November`.
    fn day_first(&mut self, day: u64) -> bool {
        let from = self.at;
        let mut next = self.behind_day(from);
        let mut days = vec![(day, from)];
        let joined = self.mark(next) == Some('-') || self.word(next).is_some_and(|word| matches!(&*word, "to" | "and"));
        if joined && let Some((last, _)) = self.integer(next + 1).filter(|(day, length)| *length <= 2 && is_day(*day)) {
            days.push((last, next + 1));
            next = self.behind_day(next + 1);
        }
        next += usize::from(self.word(next).as_deref() == Some("of"));
        let Some(number) = self.month_at(next) else { return false };
        // "at 3 November 7" and "Nov. 7": the day behind the month belongs to it.
        if self.integer(next + 1).is_some_and(|(day, length)| length <= 2 && is_day(day)) {
            return false;
        }
        let first = self.dates.len();
        for (day, at) in days {
            self.push(None, Some(number), Some(day), self.span(at, next + 1));
        }
        self.at = next + 1 + usize::from(self.mark(next + 1) == Some('.'));
        self.year(first);
        true
    }

    /// `-8`, `and 9`, `, 2020` behind a day.
    fn further_days(&mut self, month: u64) {
        let first = self.dates.len() - 1;
        loop {
            let at = self.at;
            let mark = self.mark(at);
            let word = self.word(at).unwrap_or_default();
            let sure = mark == Some('-') || matches!(&*word, "to" | "through");
            let maybe = matches!(mark, Some(',' | '&')) || word == "and";
            let day = self.integer(at + 1).filter(|(day, length)| *length <= 2 && is_day(*day));
            let Some((day, _)) = day.filter(|_| sure || maybe) else { break };
            if self.month_at(self.behind_day(at + 1)).is_some() {
                break;
            }
            self.push(None, Some(month), Some(day), self.span(at + 1, at + 2));
            if let Some(date) = self.dates.last_mut() {
                date.is_guess = !sure;
            }
            self.at = self.behind_day(at + 1);
        }
        self.year(first);
    }

    /// The year behind the dates since `first`.
    fn year(&mut self, first: usize) {
        let at = self.at + usize::from(self.mark(self.at) == Some(','));
        if let Some((year, 4)) = self.integer(at).filter(|(year, _)| is_year(*year)) {
            let end = self.lexemes[at].span.end;
            for date in &mut self.dates[first..] {
                date.year = Some(year);
                date.span.end = end;
            }
            self.at = at + 1;
        }
    }

    /// `2020 年 11 月 7 日`, `10 月 7-8 日`, `十一月七号`, `7 日`.
    fn chinese(&mut self) -> bool {
        let from = self.at;
        let mut year = None;
        if let Some((number, next)) =
            self.figure(self.at).filter(|(number, next)| is_year(*number) && self.han(*next) == Some('年'))
        {
            year = Some(number);
            self.at = next + 1;
        }
        let Some((first, next)) = self.figure(self.at) else { return false };
        if self.han(next) == Some('月') && is_month(first) {
            self.at = next + 1 + usize::from(self.han(next + 1) == Some('份'));
            if !self.chinese_days(year, Some(first), from) {
                self.push(year, Some(first), None, self.span(from, self.at));
            }
            return true;
        }
        let before = self.dates.last().and_then(|date| date.month);
        self.at = from;
        self.chinese_days(None, before, from)
    }

    /// `7 日`, `7-8 日`, `7 日至 8 日` behind a month, or alone.
    fn chinese_days(&mut self, year: Option<u64>, month: Option<u64>, from: usize) -> bool {
        let alone = from == self.at;
        let Some((day, next)) = self.figure(self.at).filter(|(day, _)| is_day(*day)) else { return false };
        let mut days = vec![(day, from, next)];
        let mut end = next;
        // 7-8 日
        while self.is_range(end) {
            let Some((day, next)) = self.figure(end + 1).filter(|(day, _)| is_day(*day)) else { break };
            days.push((day, end + 1, next));
            end = next;
        }
        if !matches!(self.han(end), Some('日' | '号' | '號')) || (alone && days.len() > 1 && month.is_none()) {
            return false;
        }
        for (day, start, next) in days {
            self.push(year, month, Some(day), self.span(start, next + usize::from(next == end)));
            if let Some(date) = self.dates.last_mut() {
                date.is_guess = alone;
            }
        }
        self.at = end + 1;
        self.last_day(year, month);
        true
    }

    /// `至 8 日` behind a day.
    fn last_day(&mut self, year: Option<u64>, month: Option<u64>) {
        let range =
            matches!(self.mark(self.at), Some('-' | '~' | '～')) || matches!(self.han(self.at), Some('至' | '到'));
        let Some((day, next)) = self.figure(self.at + 1).filter(|(day, _)| range && is_day(*day)) else { return };
        if month.is_some() && matches!(self.han(next), Some('日' | '号' | '號')) {
            self.push(year, month, Some(day), self.span(self.at + 1, next + 1));
            self.at = next + 1;
        }
    }

    fn is_range(&self, at: usize) -> bool {
        matches!(self.mark(at), Some('-' | '~' | '～' | '、')) || matches!(self.han(at), Some('至' | '到' | '和'))
    }

    fn han(&self, at: usize) -> Option<char> {
        match self.lexemes.get(at)?.token {
            Token::Han(ch) => Some(ch),
            _ => None,
        }
    }

    fn figure(&self, at: usize) -> Option<(u64, usize)> {
        figure(self.lexemes, at)
    }
}

fn is_year(number: u64) -> bool {
    (1900..2100).contains(&number)
}

fn is_month(number: u64) -> bool {
    (1..=12).contains(&number)
}

fn is_day(number: u64) -> bool {
    (1..=31).contains(&number)
}
