//! What a pair says in numbers, for the checks that compare it.

use std::cell::OnceCell;

use crate::checks::Pair;
use crate::quantity::{Date, Language, Reading, Time, Weekday, dates, read, times, weekdays};
use crate::text::Span;

/// What a source and its translation say in numbers.
#[derive(Debug)]
pub(super) struct Readings<'p> {
    pub(super) source: Reading<'p>,
    pub(super) target: Reading<'p>,
    languages: [Language; 2],
    dates: OnceCell<(Vec<Date>, Vec<Date>)>,
    times: OnceCell<(Vec<Time>, Vec<Time>)>,
}

/// Returns what a pair says in numbers; `None` where a language is not known.
pub(super) fn of<'a, 'p>(pair: &'a Pair<'p>) -> Option<&'a Readings<'p>> {
    let readings = || {
        let languages = [Language::of(pair.source_locale)?, Language::of(pair.locale)?];
        let source = read(&pair.source.visible, languages[0]);
        let target = read(&pair.target.visible, languages[1]);
        Some(Readings { source, target, languages, dates: OnceCell::new(), times: OnceCell::new() })
    };
    pair.shared.readings.get_or_init(readings).as_ref()
}

impl Readings<'_> {
    /// Returns the dates of both texts.
    pub(super) fn dates(&self) -> &(Vec<Date>, Vec<Date>) {
        let both = || (dates(self.source.text, self.languages[0]), dates(self.target.text, self.languages[1]));
        self.dates.get_or_init(both)
    }

    /// Returns the times of day of both texts.
    pub(super) fn times(&self) -> &(Vec<Time>, Vec<Time>) {
        let both = || (times(self.source.text, self.languages[0]), times(self.target.text, self.languages[1]));
        self.times.get_or_init(both)
    }

    /// Returns the weekdays of both texts.
    pub(super) fn weekdays(&self) -> (Vec<Weekday>, Vec<Weekday>) {
        (weekdays(self.source.text, self.languages[0]), weekdays(self.target.text, self.languages[1]))
    }
}

/// Returns a number with its currency and its unit, as written around it.
pub(super) fn counted<'t>(text: &'t str, span: &Span) -> &'t str {
    let sign = |ch: char| ch.is_ascii_uppercase() || "$¥￥€£₩₹".contains(ch);
    let start = text[..span.start].trim_end_matches(sign).len();
    let behind = &text[span.end..];
    let gap = behind.len() - behind.trim_start_matches([' ', '-', '\u{a0}']).len();
    let word = behind[gap..].chars().take_while(|ch| ch.is_alphabetic() || *ch == '%').take(16);
    let word: usize = word.map(char::len_utf8).sum();
    &text[start..if word == 0 { span.end } else { span.end + gap + word }]
}
