//! What a pair says in numbers, for the checks that compare it.

use std::cell::OnceCell;

use crate::checks::Pair;
use crate::quantity::{Comparison, Date, Language, Numerals, Reading, Time, Weekday, compare};
use crate::text::Span;

/// What a source and its translation say in numbers. Each part is found when it is first asked for.
#[derive(Debug)]
pub(super) struct Readings<'p> {
    pub(super) source: Reading<'p>,
    pub(super) target: Reading<'p>,
    texts: [Numerals<'p>; 2],
    compared: OnceCell<Comparison>,
    dates: OnceCell<(Vec<Date>, Vec<Date>)>,
    times: OnceCell<(Vec<Time>, Vec<Time>)>,
}

/// Returns what a pair says in numbers; `None` where a language is not known.
pub(super) fn of<'a, 'p>(pair: &'a Pair<'p>) -> Option<&'a Readings<'p>> {
    let readings = || {
        let (source, target) = (Language::of(pair.source_locale)?, Language::of(pair.locale)?);
        let texts = [Numerals::of(&pair.source.visible, source), Numerals::of(&pair.target.visible, target)];
        Some(Readings {
            source: texts[0].read(),
            target: texts[1].read(),
            texts,
            compared: OnceCell::new(),
            dates: OnceCell::new(),
            times: OnceCell::new(),
        })
    };
    pair.shared.readings.get_or_init(readings).as_ref()
}

impl Readings<'_> {
    /// Returns the numbers of both texts side by side.
    pub(super) fn compared(&self) -> &Comparison {
        self.compared.get_or_init(|| compare(&self.source, &self.target))
    }

    /// Returns the dates of both texts.
    pub(super) fn dates(&self) -> &(Vec<Date>, Vec<Date>) {
        self.dates.get_or_init(|| (self.texts[0].dates(), self.texts[1].dates()))
    }

    /// Returns the times of day of both texts.
    pub(super) fn times(&self) -> &(Vec<Time>, Vec<Time>) {
        self.times.get_or_init(|| (self.texts[0].times(), self.texts[1].times()))
    }

    /// Returns the weekdays of both texts.
    pub(super) fn weekdays(&self) -> (Vec<Weekday>, Vec<Weekday>) {
        (self.texts[0].weekdays(), self.texts[1].weekdays())
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
