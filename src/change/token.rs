//! A sentence as tokens: words, and what counts as a fact or turns the sense round.

use crate::change::Kind;
use crate::change::lists;
use crate::change::pieces::{Piece, pieces};
use crate::text::{Span, is_han, is_wide};

/// A word or a sign of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is compared by: small letters for words, the value for numbers.
    pub(super) key: String,
    /// Its bytes in the text.
    pub(super) span: Span,
    /// What it is evidence of; `None` for a mere word.
    pub(super) kind: Option<Kind>,
    /// Whether it begins a sentence, so that its capital says nothing.
    pub(super) is_first: bool,
}

impl Token {
    /// Returns whether it is a mere word. The first of a sentence may be one though its capital looks like a name.
    pub(super) fn is_word(&self) -> bool {
        self.kind.is_none() || (self.is_first && self.kind == Some(Kind::Name))
    }

    /// Returns what must be equal for two tokens to be the same: May is no may.
    pub(super) fn identity(&self) -> (Option<Kind>, &str) {
        (self.kind.filter(|_| !self.is_word()), &self.key)
    }
}

/// Returns the tokens of a text, addresses among them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut reader = Reader { text, tokens: Vec::new() };
    for (piece, span) in pieces(text) {
        match piece {
            Piece::Text => reader.words(span),
            Piece::Code => reader.push(text[span.clone()].to_owned(), span, Some(Kind::Code)),
            Piece::Address => reader.push(text[span.clone()].to_owned(), span, Some(Kind::Link)),
            // `[a][]`: a link whose label is its text.
            Piece::Joint if text[span.start..].starts_with("][]") => {
                reader.push("[]".to_owned(), span.start + 1..span.start + 3, Some(Kind::Link));
            }
            Piece::Joint => {}
            Piece::Tag => reader.push(text[span.clone()].to_owned(), span, None),
        }
    }
    reader.tokens
}

struct Reader<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    fn push(&mut self, key: String, span: Span, kind: Option<Kind>) {
        self.tokens.push(Token { key, span, kind, is_first: false });
    }

    fn words(&mut self, span: Span) {
        let mut at = span.start;
        while let Some(ch) = self.text[at..span.end].chars().next() {
            let width = ch.len_utf8();
            let here = at..at + width;
            at = match ch {
                '0'..='9' => self.number(at, span.end),
                '-' | '−' if self.is_sign(at + width, at, span.end) => self.number(at, span.end),
                '$' | '€' | '£' | '¥' | '￥' | '%' | '％' | '‰' | '℃' | '°' => {
                    self.push(ch.to_string(), here, Some(Kind::Unit));
                    at + width
                }
                '?' | '？' => {
                    self.push("?".to_owned(), here, Some(Kind::Question));
                    at + width
                }
                ch if is_wide(ch) => {
                    self.wide(ch, here);
                    at + width
                }
                ch if ch.is_alphanumeric() => self.word(at, span.end),
                _ => at + width,
            };
        }
    }

    /// A minus stands before a digit and behind a space.
    fn is_sign(&self, digit: usize, at: usize, end: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        self.text[digit..end].starts_with(|ch: char| ch.is_ascii_digit())
            && before.is_none_or(|ch| ch.is_whitespace() || ch == '(')
    }

    fn wide(&mut self, ch: char, span: Span) {
        let digit = ('０'..='９').contains(&ch);
        let kind = (digit || "二三四五六七八九十百千万亿億两兩".contains(ch)).then_some(Kind::Number);
        if is_han(ch) || digit || ch.is_alphanumeric() {
            let key = if digit { char::from(b'0' + (ch as u32 - '０' as u32) as u8) } else { ch };
            self.push(key.to_string(), span, kind);
        }
    }

    /// Digits with what joins them (`1,000`, `9:30`, `2020-11-07`, `1.2.3`) and letters behind them.
    fn number(&mut self, start: usize, end: usize) -> usize {
        let text = &self.text[start..end];
        let sign = text.chars().next().filter(|ch| !ch.is_ascii_digit()).map_or(0, char::len_utf8);
        let mut length = sign;
        let mut chars = text[sign..].char_indices().peekable();
        while let Some((at, ch)) = chars.next() {
            let joins = ".,:/-–'".contains(ch) && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
            if !ch.is_ascii_digit() && !joins {
                break;
            }
            length = sign + at + ch.len_utf8();
        }
        let digits = &text[..length];
        let letters: &str = &text[length..];
        let letters =
            &letters[..letters.find(|ch: char| !ch.is_alphanumeric() || is_wide(ch)).unwrap_or(letters.len())];
        let suffix = letters.to_lowercase();
        // `10am` and `5km` are a number and what it counts; `3rd`, `4x4` and `2b7c` are one word.
        if letters.is_empty() || matches!(suffix.as_str(), "am" | "pm") || lists::unit(&suffix) {
            self.push(value(digits), start..start + length, Some(Kind::Number));
            return start + length;
        }
        self.push(format!("{}{suffix}", value(digits)), start..start + length + letters.len(), Some(Kind::Number));
        start + length + letters.len()
    }

    /// A run of letters with what joins them: apostrophes, the dots of `a.m.` and `config.toml`, the
    /// hyphen of `UTF-8`.
    fn word(&mut self, start: usize, end: usize) -> usize {
        let text = &self.text[start..end];
        let mut length = 0;
        let mut chars = text.char_indices().peekable();
        while let Some((at, ch)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next).filter(|next| !is_wide(*next));
            let joins = match ch {
                '\'' | '’' | '.' | '_' => next.is_some_and(char::is_alphanumeric),
                '-' => next.is_some_and(|next| next.is_ascii_digit()),
                ch => ch.is_alphanumeric() && !is_wide(ch),
            };
            if !joins {
                break;
            }
            length = at + ch.len_utf8();
        }
        // The last dot of `a.m.` belongs to it.
        let word = &text[..length];
        let dotted = word.len() == 3 && word.as_bytes()[1] == b'.' && text[length..].starts_with('.');
        let length = length + usize::from(dotted);
        self.one_word(start..start + length);
        start + length
    }

    fn one_word(&mut self, span: Span) {
        let word = &self.text[span.clone()];
        let lower = word.to_lowercase().replace('’', "'");
        let after_number = self.tokens.last().is_some_and(|last| last.kind == Some(Kind::Number));
        match lower.as_str() {
            "a.m." | "am" | "p.m." | "pm" if after_number || lower.contains('.') => {
                return self.push(lower.replace('.', ""), span, Some(Kind::Date));
            }
            "can't" | "cannot" => return self.negated("can", span),
            "won't" => return self.negated("will", span),
            _ => {}
        }
        if let Some(base) = lower.strip_suffix("n't") {
            return self.negated(base, span);
        }
        let is_first = self.begins_sentence(span.start);
        let kind = kind(word, &lower, after_number, is_first);
        let key = match kind {
            Some(Kind::Number) => lists::number(&lower).map_or_else(|| lower.clone(), str::to_owned),
            Some(Kind::Date) => lists::month(&lower).map_or_else(|| lower.clone(), str::to_owned),
            Some(Kind::Name) if !is_first || is_marked(word) => word.to_owned(),
            Some(Kind::Code) => word.to_owned(),
            _ => lists::corrected(&lower).map_or_else(|| lower.clone(), str::to_owned),
        };
        self.tokens.push(Token { key, span, kind, is_first });
    }

    /// `don't` is `do` and `not`.
    fn negated(&mut self, base: &str, span: Span) {
        self.push(base.to_owned(), span.start..span.start, None);
        self.push("not".to_owned(), span, Some(Kind::Negation));
    }

    /// Whether nothing but marks stands between this place and the end of a sentence, or the beginning.
    fn begins_sentence(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches(|ch: char| ch.is_whitespace() || "\"'“‘([*_".contains(ch));
        before.chars().next_back().is_none_or(|ch| ".!?:。！？：—–>|".contains(ch))
    }
}

fn kind(word: &str, lower: &str, after_number: bool, is_first: bool) -> Option<Kind> {
    let capital = word.starts_with(char::is_uppercase);
    if capital && lists::month(lower).is_some() && !(is_first && lower == "may") {
        return Some(Kind::Date);
    }
    if lists::negation(lower) {
        return Some(Kind::Negation);
    }
    if lists::limit(lower) && !is_marked(word) {
        return Some(Kind::Limit);
    }
    if lists::number(lower).is_some() {
        return Some(Kind::Number);
    }
    if lists::day(lower) {
        return Some(Kind::Date);
    }
    if after_number && lists::unit(lower) {
        return Some(Kind::Unit);
    }
    if word.contains('_') || (word.contains('.') && word.split('.').all(|part| part.len() > 1)) {
        return Some(Kind::Code);
    }
    let named = is_marked(word) || (capital && !lists::common(lower));
    named.then_some(Kind::Name)
}

/// Whether a word has capitals behind the first letter, or digits: `US`, `GitHub`, `UTF-8`.
fn is_marked(word: &str) -> bool {
    word.chars().skip(1).any(|ch| ch.is_uppercase() || ch.is_ascii_digit())
}

/// Returns what digits are compared by: without the commas of thousands.
fn value(digits: &str) -> String {
    let digits = digits.replace(['−', '–'], "-");
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or("");
    let grouped = (1..=3).contains(&first.trim_start_matches('-').len()) && digits.contains(',');
    let whole = |group: &str| group.split('.').next().unwrap_or("").len() == 3;
    if grouped && groups.all(whole) { digits.replace(',', "") } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows the tokens that are evidence as `kind:key`, words by their key.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = |token: Token| match token.kind {
            Some(kind) => format!("{}:{}", kind.name(), token.key),
            None => token.key,
        };
        assert_eq!(tokens(text).into_iter().map(shown).collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn facts_are_told() {
        check("At 10 a.m. or 10PM.", "at number:10 date:am or number:10 date:pm");
        check("1,000 is -5 or 9:30", "number:1000 is number:-5 or number:9:30");
        check("on Nov. 7, 2020-11-07", "limit:on date:nov number:7 number:2020-11-07");
        check("$5 for 3rd, 5km", "unit:$ number:5 for number:3rd number:5 unit:km");
        check("nine of UTF-8", "number:9 of name:UTF-8");
        check("run `a` in config.toml", "run code:`a` in code:config.toml");
        check("The US helps us.", "the name:US helps us");
        check("See [a](b.md)", "see a link:b.md");
    }

    #[test]
    fn what_turns_the_sense_is_told() {
        check("They don't, cannot", "they do negation:not can negation:not");
        check("not only before?", "negation:not limit:only limit:before question:?");
    }

    #[test]
    fn a_capital_at_the_beginning_says_little() {
        check("Lunch is here. The bar.", "name:lunch is here the bar");
        check("We met Lin Wei in May", "we met name:Lin name:Wei in date:may");
    }
}
