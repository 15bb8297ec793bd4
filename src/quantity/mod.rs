//! What a visible text says in numbers: counts, money, dates, times, names with digits in them.
//!
//! The text is what a reader sees: code and images are one opaque character each, destinations and
//! tags are gone. `read` gives the numbers, `compare` sets two readings side by side by value. English
//! and Chinese are known; of another language nothing is said. Nothing here guesses what a text means.

mod chinese;
mod compare;
mod dates;
mod english;
mod identifiers;
mod lexer;
mod times;
mod units;
mod value;

pub use compare::{Comparison, MeasureFault, compare, measure_faults, misordered, missing_words};
pub use dates::{Date, date_faults};
pub use identifiers::missing_names;
pub use times::{Time, Weekday, WeekdayFault, time_faults, weekday_faults};
pub use units::{Currency, Unit};
pub use value::Value;

use crate::quantity::lexer::Lexeme;
use crate::text::Span;

/// A language whose numbers are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Chinese, in simplified or traditional characters.
    Chinese,
}

impl Language {
    /// Returns the language of a tag such as `zh-CN`, if its numbers are known.
    pub fn of(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()? {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Nothing that is known here.
    Plain,
    /// Hundredths: 15%, 百分之十五, 三成.
    Percent,
    /// Money.
    Money(Currency),
    /// A measure: kilometres, hours, bytes.
    Measure(Unit),
    /// Ten years: 1990s, 90 年代.
    Decade,
    /// A month of the year.
    Month,
    /// A year, a day of a month, or a part of a time of day.
    Moment,
}

/// A number of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// What it most likely says.
    pub value: Value,
    /// What it may say instead: 3 p.m. may be 15, 4K may be 4.
    pub readings: Vec<Value>,
    /// The numbers it may be made of: `10 000` need not be one number.
    pub parts: Vec<Value>,
    /// What it counts.
    pub kind: Kind,
    /// Where it stands in the text.
    pub span: Span,
}

impl Quantity {
    fn new(value: Value, kind: Kind, span: Span) -> Self {
        Self { value, readings: Vec::new(), parts: Vec::new(), kind, span }
    }
}

/// All the numbers of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading<'t> {
    /// The text.
    pub text: &'t str,
    /// Numbers in digits, in order: the other text must say them too.
    pub numbers: Vec<Quantity>,
    /// Numbers in words, in order: each may be what the other text says in digits.
    pub words: Vec<Quantity>,
    /// Names that hold digits, as in `GPT-4`.
    pub names: Vec<Span>,
}

/// A visible text, cut once into the pieces that all who look for numbers read.
///
/// ```
/// use duizhao::quantity::{Language, Numerals, Value};
/// let reading = Numerals::of("1.5 万人", Language::Chinese).read();
/// assert_eq!(reading.numbers[0].value, Value::whole(15_000));
/// ```
#[derive(Debug)]
pub struct Numerals<'t> {
    text: &'t str,
    language: Language,
    lexemes: Vec<Lexeme<'t>>,
}

impl<'t> Numerals<'t> {
    /// Cuts a text.
    pub fn of(text: &'t str, language: Language) -> Self {
        Self { text, language, lexemes: lexer::lex(text) }
    }

    /// Returns its numbers.
    pub fn read(&self) -> Reading<'t> {
        match self.language {
            Language::English => english::read(self.text, &self.lexemes),
            Language::Chinese => chinese::read(self.text, &self.lexemes),
        }
    }

    /// Returns its dates, in order.
    pub fn dates(&self) -> Vec<Date> {
        dates::dates(&self.lexemes, self.language)
    }

    /// Returns the times of day that it names, in order.
    pub fn times(&self) -> Vec<Time> {
        times::times(self.text, &self.lexemes, self.language)
    }

    /// Returns the weekdays that it names, in order.
    pub fn weekdays(&self) -> Vec<Weekday> {
        times::weekdays(self.text, &self.lexemes, self.language)
    }
}

#[cfg(test)]
mod tests;
