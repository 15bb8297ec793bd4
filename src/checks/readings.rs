//! What a pair says in numbers, for the checks that compare it.

use std::cell::OnceCell;

use crate::checks::Pair;
use crate::quantity::{Comparison, Date, Language, Numerals, Reading, Time, Weekday, compare};
use crate::text::Span;

/// What a source and its translation say in numbers. Each part is found when it is first asked for, and only
/// where the texts hold a character that it could be written with.
#[derive(Debug)]
pub(super) struct Readings<'p> {
    source: Side<'p>,
    target: Side<'p>,
    compared: OnceCell<Comparison>,
    dates: OnceCell<(Vec<Date>, Vec<Date>)>,
    times: OnceCell<(Vec<Time>, Vec<Time>)>,
}

#[derive(Debug)]
struct Side<'p> {
    text: &'p str,
    language: Language,
    numerals: OnceCell<Numerals<'p>>,
    reading: OnceCell<Reading<'p>>,
}

impl<'p> Side<'p> {
    fn new(text: &'p str, language: Language) -> Self {
        Side { text, language, numerals: OnceCell::new(), reading: OnceCell::new() }
    }

    fn numerals(&self) -> &Numerals<'p> {
        self.numerals.get_or_init(|| Numerals::of(self.text, self.language))
    }

    fn reading(&self) -> &Reading<'p> {
        self.reading.get_or_init(|| self.numerals().read())
    }

    fn has_digits(&self) -> bool {
        self.text.contains(|ch: char| ch.is_ascii_digit() || matches!(ch, '０'..='９'))
    }

    /// Returns whether the text may hold something that Chinese writes with one of `marks`.
    fn may_say(&self, marks: &[char]) -> bool {
        self.language != Language::Chinese || self.text.contains(marks)
    }
}

/// Returns what a pair says in numbers; `None` where a language is not known.
pub(super) fn of<'a, 'p>(pair: &'a Pair<'p>) -> Option<&'a Readings<'p>> {
    let readings = || {
        let (source, target) = (Language::of(pair.source_locale)?, Language::of(pair.locale)?);
        Some(Readings {
            source: Side::new(&pair.source.visible, source),
            target: Side::new(&pair.target.visible, target),
            compared: OnceCell::new(),
            dates: OnceCell::new(),
            times: OnceCell::new(),
        })
    };
    pair.shared.readings.get_or_init(readings).as_ref()
}

impl<'p> Readings<'p> {
    /// Returns the numbers of the source.
    pub(super) fn source(&self) -> &Reading<'p> {
        self.source.reading()
    }

    /// Returns the numbers of the translation.
    pub(super) fn target(&self) -> &Reading<'p> {
        self.target.reading()
    }

    /// Returns the numbers of both texts side by side. Without digits only large numbers in words are compared.
    pub(super) fn compared(&self) -> &Comparison {
        let large = || self.source.may_say(LARGE) && self.target.may_say(LARGE);
        let any = || self.source.has_digits() || self.target.has_digits() || large();
        self.compared.get_or_init(|| match any() {
            true => compare(self.source(), self.target()),
            false => Comparison::default(),
        })
    }

    /// Returns the dates of both texts; none where the translation has none.
    pub(super) fn dates(&self) -> &(Vec<Date>, Vec<Date>) {
        let any = || self.target.has_digits() || self.target.may_say(&['年', '月', '日', '号', '號']);
        self.dates.get_or_init(|| match any() {
            true => (self.source.numerals().dates(), self.target.numerals().dates()),
            false => Default::default(),
        })
    }

    /// Returns the times of day of both texts; none where the translation has none.
    pub(super) fn times(&self) -> &(Vec<Time>, Vec<Time>) {
        let any = || self.target.has_digits() || self.target.may_say(&['点', '點', '时', '時', '午', '夜']);
        self.times.get_or_init(|| match any() {
            true => (self.source.numerals().times(), self.target.numerals().times()),
            false => Default::default(),
        })
    }

    /// Returns the weekdays of both texts; none where the translation has none.
    pub(super) fn weekdays(&self) -> (Vec<Weekday>, Vec<Weekday>) {
        match self.target.may_say(&['周', '週', '期', '拜']) {
            true => (self.source.numerals().weekdays(), self.target.numerals().weekdays()),
            false => Default::default(),
        }
    }
}

/// What Chinese writes ten thousand and more with.
const LARGE: &[char] = &['万', '萬', '亿', '億', '兆'];

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
