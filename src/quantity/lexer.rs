//! The pieces of a text that matter for numbers: numbers in digits, words, identifiers, Han characters, marks.
//!
//! Addresses, e-mail addresses and footnote labels are left out. What mixes letters and digits is an
//! identifier (`GPT-4`, `IPv6`, `v1.2`), unless it starts with a digit: `16GB` is a number and a word.

use std::borrow::Cow;

use crate::quantity::value::Value;
use crate::text::{Span, is_han};

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Digits. `parts` are the numbers it may be instead: `10 000`, which need not be one.
    Number {
        value: Value,
        parts: Vec<Value>,
        digits: usize,
    },
    /// Letters.
    Word(Cow<'t, str>),
    Identifier,
    Han(char),
    Mark(char),
}

/// A token and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lexeme<'t> {
    pub(super) token: Token<'t>,
    pub(super) span: Span,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// Returns the pieces of a text, in order.
pub(super) fn lex(text: &str) -> Vec<Lexeme<'_>> {
    let mut chars: Vec<(usize, char)> = Vec::with_capacity(text.chars().count());
    chars.extend(text.char_indices().map(|(at, ch)| (at, narrow(ch))));
    // A piece has three bytes and more: a Han character, or a word and a space.
    let lexemes = Vec::with_capacity(text.len() / 3);
    let mut lexer = Lexer { text, chars, at: 0, lexemes, spaced: false };
    while lexer.at < lexer.chars.len() {
        lexer.step();
    }
    lexer.lexemes
}

/// Full-width forms that mean the same as the ASCII ones inside a number.
fn narrow(ch: char) -> char {
    match ch {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '．' | '＄' | '－' | '～' | '／' | '＋' => {
            char::from_u32(u32::from(ch) - 0xFEE0).unwrap_or(ch)
        }
        '￥' => '¥',
        '–' | '—' | '−' | '‐' | '‑' | '〜' => '-',
        '：' => ':',
        _ => ch,
    }
}

struct Lexer<'t> {
    text: &'t str,
    chars: Vec<(usize, char)>,
    at: usize,
    lexemes: Vec<Lexeme<'t>>,
    spaced: bool,
}

impl<'t> Lexer<'t> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).map(|(_, ch)| *ch)
    }

    fn offset(&self, index: usize) -> usize {
        self.chars.get(index).map_or(self.text.len(), |(at, _)| *at)
    }

    fn push(&mut self, token: Token<'t>, from: usize) {
        let span = self.offset(from)..self.offset(self.at);
        self.lexemes.push(Lexeme { token, span, spaced: self.spaced });
        self.spaced = false;
    }

    fn step(&mut self) {
        let from = self.at;
        let Some(ch) = self.peek(0) else { return };
        let digit_follows = self.peek(1).is_some_and(|next| next.is_ascii_digit());
        if ch.is_whitespace() {
            self.at += 1;
            self.spaced = true;
        } else if ch == '[' && self.peek(1) == Some('^') {
            self.skip_while(|ch| ch != ']' && !ch.is_whitespace());
        } else if ch.is_ascii_digit() || (ch == '.' && digit_follows && !self.follows_word()) {
            self.number_or_identifier();
        } else if is_letter(ch) {
            self.word();
        } else {
            self.at += 1;
            self.push(if is_han(ch) || ch == '〇' { Token::Han(ch) } else { Token::Mark(ch) }, from);
        }
    }

    fn follows_word(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.chars.get(at));
        before.is_some_and(|(_, ch)| ch.is_alphanumeric() || *ch == '.')
    }

    fn skip_while(&mut self, keep: impl Fn(char) -> bool) {
        while self.peek(0).is_some_and(&keep) {
            self.at += 1;
        }
    }

    /// Most texts are written narrow: then nothing is copied.
    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> Cow<'t, str> {
        let from = self.at;
        self.skip_while(keep);
        let written = &self.text[self.offset(from)..self.offset(self.at)];
        match written.chars().all(|ch| narrow(ch) == ch) {
            true => Cow::Borrowed(written),
            false => self.chars[from..self.at].iter().map(|(_, ch)| *ch).collect(),
        }
    }

    /// The rest of an address: it ends at white space and at the first character that is not ASCII.
    fn skip_address(&mut self) {
        self.skip_while(|ch| ch.is_ascii() && !ch.is_ascii_whitespace());
        self.spaced = true;
    }

    fn number_or_identifier(&mut self) {
        let from = self.at;
        if self.dotted_date() {
            return;
        }
        let Some((value, parts, digits)) = self.number() else { return };
        let end = self.at;
        let letters = self.take_while(is_letter);
        let more = self.peek(0).is_some_and(|ch| ch.is_ascii_digit());
        // `0x1F` and `3d2a` are names, `1920x1080` is two numbers.
        if more && !letters.is_empty() && (!letters.eq_ignore_ascii_case("x") || value == Value::whole(0)) {
            self.skip_while(|ch| ch.is_ascii_alphanumeric());
            self.push(Token::Identifier, from);
            return;
        }
        self.at = end;
        // `2001:db8::1`
        if self.peek(0) == Some(':') && self.is_hexadecimal_group() {
            self.skip_while(|ch| ch.is_ascii_hexdigit() || ch == ':');
            self.push(Token::Identifier, from);
            return;
        }
        self.push(Token::Number { value, parts, digits }, from);
        if !letters.is_empty() {
            let from = self.at;
            self.skip_while(is_letter);
            self.push(Token::Word(letters), from);
        }
    }

    /// Reads `2020.11.07` as three numbers; with other parts it is a version.
    fn dotted_date(&mut self) -> bool {
        let from = self.at;
        let head: String = self.chars[from..].iter().take(11).map(|(_, ch)| *ch).collect();
        let head = head.trim_end_matches(|ch: char| !ch.is_ascii_digit());
        let parts: Vec<&str> = head.split('.').collect();
        let [year, month, day] = parts[..] else { return false };
        let within = |part: &str, most: u32| {
            part.len() <= 2 && part.parse().is_ok_and(|number: u32| (1..=most).contains(&number))
        };
        if year.len() != 4
            || !(year.starts_with("19") || year.starts_with("20"))
            || !within(month, 12)
            || !within(day, 31)
        {
            return false;
        }
        for part in [year, month, day] {
            let start = self.at;
            self.at += part.len();
            self.push(Token::Number { value: Value::decimal(part, ""), parts: Vec::new(), digits: part.len() }, start);
            if self.at < from + head.len() {
                self.at += 1;
                self.push(Token::Mark('.'), self.at - 1);
            }
        }
        true
    }

    fn is_hexadecimal_group(&self) -> bool {
        let rest: String = self.chars[self.at + 1..].iter().take(5).map(|(_, ch)| *ch).collect();
        let group = rest.split(':').next().unwrap_or_default();
        let closed = group.len() < rest.len() && group.chars().all(|ch| ch.is_ascii_hexdigit());
        closed && (group.is_empty() || group.chars().any(|ch| ch.is_ascii_alphabetic()))
    }

    /// Reads digits with groups and decimals. `None` never happens where the caller saw a digit.
    fn number(&mut self) -> Option<(Value, Vec<Value>, usize)> {
        let mut whole = self.take_while(|ch| ch.is_ascii_digit()).into_owned();
        let mut parts = vec![Value::decimal(&whole, "")];
        let mut soft = false;
        if (1..=3).contains(&whole.len()) && !whole.starts_with('0') {
            while let Some(separator) = self.group_follows() {
                soft |= matches!(separator, ' ' | '，');
                self.at += 1;
                let group = self.take_while(|ch| ch.is_ascii_digit());
                parts.push(Value::decimal(&group, ""));
                whole.push_str(&group);
            }
        }
        let fraction = self.fraction().unwrap_or_default();
        if fraction.contains('.') {
            return Some((Value::Literal(format!("{whole}.{fraction}")), Vec::new(), whole.len()));
        }
        if !soft || !fraction.is_empty() {
            parts.clear();
        }
        let digits = whole.len();
        (digits + fraction.len() > 0).then(|| (Value::decimal(&whole, &fraction), parts, digits))
    }

    /// Returns the separator, if three digits and no more follow it.
    fn group_follows(&self) -> Option<char> {
        let separator =
            self.peek(0).filter(|ch| matches!(ch, ',' | '，' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'))?;
        let digit = |ahead| self.peek(ahead).is_some_and(|ch| ch.is_ascii_digit());
        let letter = self.peek(4).is_some_and(|ch| ch.is_ascii_alphabetic()) && separator == ' ';
        (digit(1) && digit(2) && digit(3) && !digit(4) && !letter).then_some(separator)
    }

    /// Reads what stands behind a decimal point; with more points it is a version.
    fn fraction(&mut self) -> Option<String> {
        let mut fraction = String::new();
        while self.peek(0) == Some('.') && self.peek(1).is_some_and(|ch| ch.is_ascii_digit()) {
            self.at += 1;
            if !fraction.is_empty() {
                fraction.push('.');
            }
            fraction.push_str(&self.take_while(|ch| ch.is_ascii_digit()));
        }
        (!fraction.is_empty()).then_some(fraction)
    }

    fn word(&mut self) {
        let from = self.at;
        let rest = &self.text[self.offset(from)..];
        if ["http://", "https://", "www.", "mailto:"].iter().any(|scheme| rest.starts_with(scheme)) {
            return self.skip_address();
        }
        let mut letters = self.take_while(is_letter);
        // Node.js and example.org/2020: letters behind a dot belong to the word.
        while self.peek(0) == Some('.') && self.peek(1).is_some_and(is_letter) {
            self.at += 1;
            letters.to_mut().push('.');
            letters.to_mut().push_str(&self.take_while(is_letter));
            if self.peek(0) == Some('/') && self.peek(1).is_some_and(|ch| ch.is_ascii_alphanumeric()) {
                return self.skip_address();
            }
        }
        if self.peek(0) == Some('@') {
            return self.skip_address();
        }
        if self.name_follows(&letters) {
            self.rest_of_name();
            if self.peek(0) == Some('@') {
                return self.skip_address();
            }
            return self.push(Token::Identifier, from);
        }
        self.push(Token::Word(letters), from);
    }

    /// Returns whether digits follow that make a name of the letters: `IPv6`, `GPT-4`, `HTTP/2`, `C++17`.
    fn name_follows(&self, letters: &str) -> bool {
        let digit = |ahead| self.peek(ahead).is_some_and(|ch: char| ch.is_ascii_digit());
        if digit(0) {
            return !is_prefix_of_numbers(letters);
        }
        // `mid-2020`, `top-10` and `Apollo-11` are words and numbers; capitals inside make a name.
        let capitals = letters.chars().skip(1).any(char::is_uppercase) || letters.chars().count() == 1;
        let capitals = capitals && letters.chars().any(char::is_uppercase) && !letters.contains('.');
        match (self.peek(0), self.peek(1)) {
            (Some('-' | '/' | '#'), _) => capitals && digit(1),
            (Some('+'), Some('+')) => letters.len() == 1 && digit(2),
            _ => false,
        }
    }

    fn rest_of_name(&mut self) {
        self.skip_while(|ch| matches!(ch, '-' | '/' | '#' | '+'));
        loop {
            self.skip_while(|ch| ch.is_ascii_alphanumeric() || ch == '_');
            let digit = self.peek(1).is_some_and(|ch| ch.is_ascii_digit());
            if !(matches!(self.peek(0), Some('.' | '-')) && digit) {
                return;
            }
            self.at += 1;
        }
    }
}

/// Returns a word in small letters; one that has no others is not copied.
pub(super) fn lower(word: &str) -> Cow<'_, str> {
    match word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    }
}

fn is_letter(ch: char) -> bool {
    // Asked of every character: Han first, which is the quicker question.
    !is_han(ch) && ch.is_alphabetic() && ch != '〇'
}

/// Letters that stand directly before a number without making a name of it.
fn is_prefix_of_numbers(letters: &str) -> bool {
    matches!(letters, "USD" | "RMB" | "CNY" | "EUR" | "GBP" | "HKD" | "JPY" | "NT" | "US" | "x" | "No" | "no" | "pp")
}

/// Returns whether the number at `at` is the month of a date such as `2020-11-07`.
pub(super) fn is_iso_month(lexemes: &[Lexeme<'_>], at: usize) -> bool {
    let Some([year, mark, month, other, day]) = at.checked_sub(2).and_then(|from| lexemes.get(from..at + 3)) else {
        return false;
    };
    let within = |lexeme: &Lexeme<'_>, most: u64| match &lexeme.token {
        Token::Number { value, .. } => value.integer().is_some_and(|number| (1..=most).contains(&number)),
        _ => false,
    };
    let year = matches!(year.token, Token::Number { digits: 4, .. });
    let marks = mark.token == other.token && matches!(mark.token, Token::Mark('-' | '/' | '.'));
    let tight = ![mark, month, other, day].iter().any(|lexeme| lexeme.spaced);
    year && marks && tight && within(month, 12) && within(day, 31)
}
