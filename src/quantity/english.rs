//! English numbers: digits with suffixes and units, number words, and words that stand for a number.

use std::borrow::Cow;

use crate::quantity::lexer::{Lexeme, Token, is_iso_month, lower};
use crate::quantity::units::{BEFORE, CURRENCY_WORDS, UNIT_WORDS};
use crate::quantity::value::Value;
use crate::quantity::{Currency, Kind, Quantity, Reading, Unit};
use crate::text::Span;

/// Returns the numbers of an English text.
pub(super) fn read<'t>(text: &'t str, lexemes: &[Lexeme<'_>]) -> Reading<'t> {
    let mut reader = Reader { text, lexemes, at: 0, reading: Reading { text, ..Reading::default() } };
    while reader.at < lexemes.len() {
        reader.step();
    }
    let mut reading = reader.reading;
    ranges(text, &mut reading.numbers);
    reading
}

struct Reader<'t, 'l> {
    text: &'t str,
    lexemes: &'l [Lexeme<'l>],
    at: usize,
    reading: Reading<'t>,
}

impl<'l> Reader<'_, 'l> {
    fn step(&mut self) {
        let lexeme = &self.lexemes[self.at];
        match &lexeme.token {
            Token::Number { value, parts, digits } => self.number(value, parts, *digits),
            Token::Word(_) => self.word(),
            Token::Identifier => {
                self.reading.names.push(lexeme.span.clone());
                self.at += 1;
            }
            Token::Han(_) | Token::Mark(_) => self.at += 1,
        }
    }

    /// The word at `index` in lower case, without the dot of an abbreviation.
    fn word_at(&self, index: usize) -> Option<Cow<'l, str>> {
        match &self.lexemes.get(index)?.token {
            Token::Word(word) => Some(lower(word)),
            _ => None,
        }
    }

    fn mark_at(&self, index: usize) -> Option<char> {
        match self.lexemes.get(index)?.token {
            Token::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    fn is_tight(&self, index: usize) -> bool {
        self.lexemes.get(index).is_some_and(|lexeme| !lexeme.spaced)
    }

    fn number(&mut self, value: &Value, parts: &[Value], digits: usize) {
        let at = self.at;
        let span = self.lexemes[at].span.clone();
        let mut found = Quantity::new(value.clone(), Kind::Plain, span.clone());
        found.parts = parts.to_vec();
        self.at += 1;
        if self.round_the_clock(&mut found) || self.clock(&found) {
            return;
        }
        self.scale(&mut found);
        let currency = currency_before(self.text, span.start);
        self.kind(&mut found, currency, digits);
        if is_iso_month(self.lexemes, at) {
            found.kind = Kind::Month;
        }
        self.reading.numbers.push(found);
    }

    /// `24/7` is one thing, which has no two numbers in Chinese.
    fn round_the_clock(&mut self, found: &mut Quantity) -> bool {
        let seven = self.lexemes.get(self.at + 1).map(|lexeme| (&lexeme.token, lexeme.span.end));
        let Some((Token::Number { value, .. }, end)) = seven else { return false };
        let joined = self.mark_at(self.at).is_some_and(|mark| matches!(mark, '/' | '×' | '*'));
        if !joined || found.value != Value::whole(24) || *value != Value::whole(7) {
            return false;
        }
        found.readings.push(Value::whole(7));
        found.span.end = end;
        self.reading.numbers.push(found.clone());
        self.at += 2;
        true
    }

    /// `3:30 p.m.`: the hour may be written with 24 hours, no minutes need not be written.
    fn clock(&mut self, found: &Quantity) -> bool {
        let minutes = self.lexemes.get(self.at + 1).cloned();
        let Some(Lexeme { token: Token::Number { value, digits: 2, parts }, span, spaced: false }) = minutes else {
            return false;
        };
        let hour = found.value.integer().is_some_and(|hour| hour <= 24);
        let minute = value.integer().is_some_and(|minute| minute < 60);
        if self.mark_at(self.at) != Some(':') || !self.is_tight(self.at) || !hour || !minute || !parts.is_empty() {
            return false;
        }
        self.at += 2;
        let mut hour = Quantity { kind: Kind::Moment, ..found.clone() };
        self.half_of_day(&mut hour);
        self.reading.numbers.push(hour);
        if value != Value::whole(0) {
            self.reading.numbers.push(Quantity::new(value, Kind::Moment, span));
        }
        true
    }

    /// Reads `p.m.` behind an hour, or hears of the afternoon.
    fn half_of_day(&mut self, hour: &mut Quantity) -> bool {
        let word = self.word_at(self.at).unwrap_or_default();
        let half = word.trim_end_matches('.').replace('.', "");
        let named = matches!(half.as_str(), "am" | "pm");
        if named {
            self.at += 1;
            hour.span.end = self.lexemes[self.at - 1].span.end;
        }
        if half != "am" {
            hour.readings
                .extend(hour.value.integer().filter(|hour| *hour < 12).map(|hour| Value::whole(u128::from(hour) + 12)));
        } else if hour.value == Value::whole(12) {
            hour.readings.push(Value::whole(0));
        }
        named
    }

    /// Reads what multiplies: `1.5 million`, `10K`, `$3bn`.
    fn scale(&mut self, found: &mut Quantity) {
        let tight = self.is_tight(self.at);
        let hyphen = usize::from(
            self.mark_at(self.at) == Some('-')
                && self.word_at(self.at + 1).as_deref().is_some_and(|word| scale(word).is_some()),
        );
        let Some(lexeme) = self.lexemes.get(self.at + hyphen) else { return };
        let Token::Word(word) = &lexeme.token else { return };
        let Some(factor) = scale(&lower(word)) else { return self.suffix(found, word, tight) };
        found.value = found.value.times(factor);
        found.parts.clear();
        found.span.end = lexeme.span.end;
        self.at += hyphen + 1;
        // `2 hundred thousand`
        if let Some(factor) = self.word_at(self.at).and_then(|word| scale(&word)) {
            found.value = found.value.times(factor);
            found.span.end = self.lexemes[self.at].span.end;
            self.at += 1;
        }
    }

    /// A letter directly behind a number: thousands, or part of a name such as 4K.
    fn suffix(&mut self, found: &mut Quantity, word: &str, tight: bool) {
        let factor = match word.trim_end_matches('s') {
            "K" | "k" => 1_000,
            "M" | "m" | "mn" | "MM" => 1_000_000,
            "B" | "b" | "bn" => 1_000_000_000,
            "T" | "tn" => 1_000_000_000_000,
            _ => return,
        };
        if tight {
            let plain = found.value.clone();
            found.value = plain.times(factor);
            // Metres or millions.
            found.readings.extend(Some(plain).filter(|_| word == "m"));
            found.span.end = self.lexemes[self.at].span.end;
            self.at += 1;
        }
    }

    fn kind(&mut self, found: &mut Quantity, currency: Option<Currency>, digits: usize) {
        let mut at = self.at;
        if self.mark_at(at) == Some('-') && self.is_tight(at) && self.is_tight(at + 1) {
            at += 1;
        }
        if let Some(currency) = currency {
            found.kind = Kind::Money(currency);
        } else if self.mark_at(self.at) == Some('%') {
            found.kind = Kind::Percent;
            found.span.end = self.lexemes[self.at].span.end;
            self.at += 1;
        } else if let Some(word) = self.word_at(at) {
            self.kind_of_word(found, &word, at, digits);
        }
    }

    fn kind_of_word(&mut self, found: &mut Quantity, word: &str, at: usize, digits: usize) {
        let tight = self.is_tight(at);
        let half = word.replace('.', "");
        if matches!(half.as_str(), "am" | "pm")
            || (matches!(word, "o" | "o'clock") && found.value.integer().is_some_and(|hour| hour <= 12))
        {
            found.kind = Kind::Moment;
            self.at = at;
            self.half_of_day(found);
        } else if matches!(word, "percent" | "percentage" | "pct")
            || (word == "per" && self.word_at(at + 1).as_deref() == Some("cent"))
        {
            found.kind = Kind::Percent;
        } else if let Some(currency) = self.currency_behind(word, at) {
            found.kind = Kind::Money(currency);
        } else if word == "s"
            && tight
            && found.value.integer().is_some_and(|year| year % 10 == 0)
            && matches!(digits, 2 | 4)
        {
            found.kind = Kind::Decade;
            self.at = at + 1;
        } else if let Some(unit) = unit(word) {
            found.kind = Kind::Measure(unit);
        } else if month(word).is_some() {
            found.kind = Kind::Moment;
        }
    }

    fn currency_behind(&self, word: &str, at: usize) -> Option<Currency> {
        let two = self.word_at(at + 1).map(|next| format!("{word} {next}")).unwrap_or_default();
        let three = self.word_at(at + 2).map(|next| format!("{two} {next}")).unwrap_or_default();
        let named = |name: &str| CURRENCY_WORDS.iter().find(|(known, _)| *known == name).map(|(_, currency)| *currency);
        named(&three).or_else(|| named(&two)).or_else(|| named(word))
    }

    /// A number word, or a word that stands for a number.
    fn word(&mut self) {
        let from = self.at;
        self.at += 1;
        let Token::Word(word) = &self.lexemes[from].token else { return };
        let lower = lower(word);
        let span = self.lexemes[from].span.clone();
        if let Some(number) = Some(&lower).filter(|_| word.starts_with(char::is_uppercase)).and_then(|it| month(it)) {
            return self.say(Value::whole(number), Kind::Month, span);
        }
        if cardinal(&lower).is_some() || (scale(&lower).is_some() && lower != "k") {
            self.at = from;
            return self.number_words();
        }
        if let Some(number) = roman(word) {
            return self.say(Value::whole(number), Kind::Plain, span);
        }
        for number in stands_for(&lower) {
            // "a week" may be 7 天.
            let unit = self.word_at(self.at).filter(|_| number == Value::whole(1)).and_then(|word| unit(&word));
            self.say(number, unit.map_or(Kind::Plain, Kind::Measure), span.clone());
        }
        match &*lower {
            "half" => self.half(span),
            "quarter" | "quarters" => self.fraction(4, span),
            "third" | "thirds" => self.fraction(3, span),
            "fifth" | "fifths" => self.fraction(5, span),
            _ => {}
        }
    }

    fn say(&mut self, value: Value, kind: Kind, span: Span) {
        self.reading.words.push(Quantity::new(value, kind, span));
    }

    /// `half an hour`, `half past three`, `half of them`.
    fn half(&mut self, span: Span) {
        let article = usize::from(matches!(self.word_at(self.at).as_deref(), Some("a" | "an")));
        let unit = self.word_at(self.at + article).and_then(|word| unit(&word));
        let past = self.word_at(self.at).as_deref() == Some("past");
        self.say(Value::decimal("0", "5"), unit.map_or(Kind::Plain, Kind::Measure), span.clone());
        self.say(Value::whole(50), Kind::Percent, span.clone());
        if past {
            self.say(Value::whole(30), Kind::Moment, span);
        }
    }

    fn fraction(&mut self, below: u128, span: Span) {
        let mut part = Quantity::new(Value::whole(below), Kind::Plain, span);
        part.readings.extend(Value::ratio(1, below));
        if below == 4 {
            part.readings.extend([25, 15, 75, 45, 3].map(Value::whole));
        }
        self.reading.words.push(part);
    }

    /// Reads `two hundred and five`, `three million`, `twenty-one`.
    fn number_words(&mut self) {
        let from = self.at;
        let (mut total, mut current, mut last, mut words) = (0_u128, 0_u128, 0_u128, 0);
        let mut end = from;
        while let Some(word) = self.word_at(self.at) {
            if let Some(number) = cardinal(&word) {
                let fits = words == 0 || last >= 100 || (last >= 20 && number < 10);
                if !fits {
                    break;
                }
                current += number;
                last = number;
            } else if let Some(factor) = scale(&word) {
                if factor == 100 {
                    current = current.max(1) * 100;
                } else {
                    total = total.saturating_add(current.max(1).saturating_mul(factor));
                    current = 0;
                }
                last = factor;
            } else if !(word == "and"
                && last >= 100
                && self.word_at(self.at + 1).as_deref().and_then(cardinal).is_some())
            {
                break;
            }
            words += 1;
            self.at += 1;
            end = self.at;
            if self.mark_at(self.at) == Some('-') && self.is_tight(self.at) {
                self.at += 1;
            }
        }
        self.at = end.max(from + 1);
        let span = self.lexemes[from].span.start..self.lexemes[self.at - 1].span.end;
        let mut found = Quantity::new(Value::whole(total.saturating_add(current)), Kind::Plain, span);
        let behind = self.at + usize::from(self.mark_at(self.at) == Some('-'));
        if let Some(word) = self.word_at(behind) {
            let digits = 0;
            let end = self.at;
            self.kind_of_word(&mut found, &word, behind, digits);
            self.at = self.at.max(end);
        }
        self.reading.words.push(found);
    }
}

/// The lower end of `$3 to 5 million`, `2-4 p.m.` and `10-15%` counts what the upper end counts.
fn ranges(text: &str, numbers: &mut [Quantity]) {
    for index in (1..numbers.len()).rev() {
        let (lower, upper) = numbers.split_at_mut(index);
        let (lower, upper) = (&mut lower[index - 1], &upper[0]);
        let between = text.get(lower.span.end..upper.span.start).unwrap_or_default().trim();
        let between = between.trim_end_matches(['$', '¥', '€', '£']).trim();
        if !matches!(between, "-" | "–" | "—" | "~" | "to" | "and" | "or") {
            continue;
        }
        let end = &text[upper.span.clone()];
        let factor = end.split_whitespace().last().and_then(|word| scale(&word.to_lowercase()));
        let letter = end.chars().next_back().filter(char::is_ascii_alphabetic);
        let plain = text[lower.span.clone()].chars().all(|ch| ch.is_ascii_digit() || ch == '.');
        if plain {
            let factor = factor.or(match letter {
                Some('K' | 'k') => Some(1_000),
                Some('M') => Some(1_000_000),
                Some('B') => Some(1_000_000_000),
                _ => None,
            });
            lower.readings.extend(factor.map(|factor| lower.value.times(factor)));
        }
        if lower.kind == Kind::Plain && plain {
            lower.kind = upper.kind;
            if upper.kind == Kind::Moment && !upper.readings.is_empty() {
                let noon = lower.value.integer().filter(|hour| *hour < 12);
                lower.readings.extend(noon.map(|hour| Value::whole(u128::from(hour) + 12)));
            }
        }
    }
}

/// Returns the currency whose sign ends directly before `at`.
pub(super) fn currency_before(text: &str, at: usize) -> Option<Currency> {
    let before = text[..at].trim_end_matches([' ', '\u{a0}', '~', '约']);
    BEFORE.iter().find(|(sign, _)| before.ends_with(sign)).map(|(_, currency)| *currency)
}

fn unit(word: &str) -> Option<Unit> {
    UNIT_WORDS.iter().find(|(name, _)| *name == word).map(|(_, unit)| *unit)
}

/// Returns whether a word in lower case is a cardinal number.
pub(super) fn is_cardinal(word: &str) -> bool {
    cardinal(word).is_some() || word == "dozen"
}

fn cardinal(word: &str) -> Option<u128> {
    const SMALL: &[&str] = &[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = SMALL.iter().position(|known| *known == word);
    let tens = || TENS.iter().position(|known| *known == word).map(|index| (index + 2) * 10);
    small.or_else(tens).and_then(|number| u128::try_from(number).ok())
}

fn scale(word: &str) -> Option<u128> {
    Some(match word {
        "hundred" | "hundreds" => 100,
        "thousand" | "thousands" => 1_000,
        "million" | "millions" => 1_000_000,
        "billion" | "billions" => 1_000_000_000,
        "trillion" | "trillions" => 1_000_000_000_000,
        _ => return None,
    })
}

/// Returns the month of an English name or abbreviation in lower case.
pub(super) fn month(word: &str) -> Option<u128> {
    const MONTHS: &[&[&str]] = &[
        &["january", "jan"],
        &["february", "feb"],
        &["march", "mar"],
        &["april", "apr"],
        &["may"],
        &["june", "jun"],
        &["july", "jul"],
        &["august", "aug"],
        &["september", "sep", "sept"],
        &["october", "oct"],
        &["november", "nov"],
        &["december", "dec"],
    ];
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    u128::try_from(index + 1).ok()
}

fn roman(word: &str) -> Option<u128> {
    const NUMERALS: &[&str] = &["II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"];
    const VALUES: &[u128] = &[2, 3, 4, 6, 7, 8, 9, 11, 12];
    NUMERALS.iter().position(|known| *known == word).map(|index| VALUES[index])
}

/// Returns the numbers that a word may stand for, one of which Chinese may write in digits.
fn stands_for(word: &str) -> Vec<Value> {
    const ORDINALS: &[&str] = &[
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if let Some(index) = ORDINALS.iter().position(|known| *known == word) {
        return u128::try_from(index + 1).map(Value::whole).into_iter().collect();
    }
    let numbers: &[u128] = match word {
        "a" | "an" | "each" | "every" | "per" | "another" | "same" | "only" | "single" | "once" | "solo"
        | "firstly" | "hourly" | "daily" | "weekly" | "monthly" | "yearly" | "annually" | "annual" => &[1],
        "no" | "none" | "nil" | "midnight" => &[0],
        "twice" | "double" | "doubled" | "doubles" | "doubling" | "both" | "pair" | "pairs" | "couple" | "dual"
        | "twofold" | "secondly" | "twin" | "binary" => &[2],
        "triple" | "triples" | "tripled" | "thrice" | "threefold" | "trio" | "thirdly" => &[3],
        "quadruple" | "quadrupled" | "fourfold" => &[4],
        "tenfold" | "decade" | "decades" => &[10],
        "dozen" | "dozens" | "noon" | "midday" => &[12],
        "fortnight" => &[14],
        "thirtieth" => &[30],
        "fortieth" => &[40],
        "fiftieth" => &[50],
        "century" | "centuries" | "hundredth" | "centenary" => &[100],
        "twenties" => &[20],
        "thirties" => &[30],
        "forties" => &[40],
        "fifties" => &[50],
        "sixties" => &[60],
        "seventies" => &[70],
        "eighties" => &[80],
        "nineties" => &[90],
        _ => &[],
    };
    numbers.iter().copied().map(Value::whole).collect()
}
