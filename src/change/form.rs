//! The form of a text: everything folded away that asks for no other translation.
//!
//! Two texts of equal form say the same, so a fold that maps two senses to one is a serious bug. Where
//! letters decide, only listed words are folded (`lists`): `US` is not `us`, `Polish` not `polish`.
//! Never folded: the final mark, code, addresses, tags, and a word into another that exists.

use std::borrow::Cow;

use crate::change::lists::{common, corrected};
use crate::change::pieces::{Piece, pieces, without_emphasis};
use crate::text::is_wide;

/// Returns a text with everything folded away that is only form.
///
/// That is: spacing; emphasis marks that open and close; the shape of quotation marks, dashes and
/// dots; escapes that nothing needs; commas and semicolons between words; `[a][]` for `[a]`; the
/// capital of a word that is never a name; a misspelling that can be no other word.
pub fn form(text: &str) -> String {
    let text = without_emphasis(text.trim());
    let mut folder = Folder { text: &text, out: String::with_capacity(text.len()) };
    for (piece, span) in pieces(&text) {
        match piece {
            Piece::Text => folder.words(span.start, span.end),
            // A collapsed reference is the same link as a shortcut.
            Piece::Joint if &text[span.clone()] == "][" && text[span.end..].starts_with(']') => {}
            Piece::Joint if &text[span.clone()] == "]" && text[..span.start].ends_with('[') => folder.out.push(']'),
            _ => folder.out.push_str(&text[span]),
        }
    }
    without_wide_spaces(&folder.out)
}

struct Folder<'t> {
    text: &'t str,
    out: String,
}

impl Folder<'_> {
    /// Folds the words and marks of a stretch of text.
    fn words(&mut self, start: usize, end: usize) {
        let mut at = start;
        while let Some(ch) = self.text[at..end].chars().next() {
            if ch.is_ascii_alphabetic() {
                let length = self.text[at..end].bytes().take_while(u8::is_ascii_alphabetic).count();
                let word = &self.text[at..at + length];
                // Few words have another form, so this is asked first.
                let folded = folded(word).filter(|_| stands_alone(self.text, at, at + length));
                self.out.push_str(folded.as_deref().unwrap_or(word));
                at += length;
            } else {
                at += self.mark(at, ch);
            }
        }
    }

    /// Folds one character that is no letter; returns how many bytes were read.
    fn mark(&mut self, at: usize, ch: char) -> usize {
        if ch == ' ' {
            self.space();
            return 1;
        }
        let width = ch.len_utf8();
        let rest = &self.text[at + width..];
        let (before, after) = (self.text[..at].chars().next_back(), rest.chars().next());
        match ch {
            '\\' if after.is_some_and(|next| next.is_ascii_punctuation() && !"*_[]`<>\\~".contains(next)) => {}
            '\\' => {
                // What is escaped is read as it stands.
                self.out.push(ch);
                self.out.extend(after);
                return width + after.map_or(0, char::len_utf8);
            }
            '“' | '”' | '„' | '«' | '»' => self.out.push('"'),
            '‘' | '’' => self.out.push('\''),
            '\u{200b}' | '\u{ad}' | '\u{feff}' => {}
            ch if ch.is_whitespace() => self.space(),
            ',' | ';' | '，' | '；' | '、' if is_inner(before, after) => {
                if after.is_some_and(|next| !next.is_whitespace()) {
                    self.space();
                }
            }
            '…' => self.out.push_str("..."),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => return self.dash(at),
            ch => self.out.push(ch),
        }
        width
    }

    fn space(&mut self) {
        if !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }

    /// A hyphen joins, a dash divides: between spaces, or longer than a hyphen, it is a dash.
    fn dash(&mut self, at: usize) -> usize {
        let is_dash = |ch: char| matches!(ch, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
        let rest = &self.text[at..];
        let run = &rest[..rest.find(|ch| !is_dash(ch)).unwrap_or(rest.len())];
        let (before, after) = (self.text[..at].chars().next_back(), rest[run.len()..].chars().next());
        let space = |ch: Option<char>| ch.is_some_and(char::is_whitespace);
        let word = |ch: Option<char>| ch.is_some_and(|ch| ch.is_alphanumeric() || "\"'“”‘’)(".contains(ch));
        let long = matches!(run, "--" | "---") || run.chars().all(|ch| matches!(ch, '—' | '―'));
        let hyphen = run.chars().count() == 1 && !long;
        if (space(before) && space(after)) || (long && word(before) && word(after)) {
            let kept = self.out.trim_end_matches(' ').len();
            self.out.truncate(kept);
            self.out.push('—');
            let gap = rest[run.len()..].len() - rest[run.len()..].trim_start().len();
            return run.len() + gap;
        }
        match hyphen {
            true => self.out.push('-'),
            false => self.out.push_str(run),
        }
        run.len()
    }
}

/// Whether the letters from `start` to `end` are a whole word, and no part of a name, a path or a flag.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let opens = |ch: char| ch.is_whitespace() || is_wide(ch) || "\"'“‘([—–,;:!".contains(ch);
    let mut behind = text[end..].chars();
    let (after, next) = (behind.next(), behind.next());
    let closes = match after {
        None => true,
        Some('.' | '\'' | '’' | ':') => next.is_none_or(|ch| !ch.is_alphanumeric()),
        Some(ch) => ch.is_whitespace() || is_wide(ch) || "\"”)],;!?—–…".contains(ch),
    };
    closes && text[..start].chars().next_back().is_none_or(opens)
}

/// Returns the form of a word that has another than itself.
fn folded(word: &str) -> Option<Cow<'static, str>> {
    let bytes = word.as_bytes();
    let (&first, rest) = bytes.split_first()?;
    if rest.is_empty() || !rest.iter().all(u8::is_ascii_lowercase) {
        return None;
    }
    if first.is_ascii_lowercase() {
        return corrected(word).map(Cow::Borrowed);
    }
    let lower = word.to_ascii_lowercase();
    // With a capital a short one may be a name: Teh is one.
    match corrected(&lower).filter(|_| word.len() > 4) {
        Some(right) if common(right) => Some(right.into()),
        Some(right) => Some(format!("{}{}", right[..1].to_ascii_uppercase(), &right[1..]).into()),
        None => common(&lower).then(|| lower.into()),
    }
}

/// Whether a comma only divides: not in a number, not the last mark.
fn is_inner(before: Option<char>, after: Option<char>) -> bool {
    let digit = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_digit());
    after.is_some() && !(digit(before) && digit(after))
}

fn without_wide_spaces(text: &str) -> String {
    if !text.contains(is_wide) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        let beside_wide = |ch: Option<char>| ch.is_some_and(is_wide);
        if ch == ' ' && (beside_wide(out.chars().next_back()) || beside_wide(chars.peek().copied())) {
            continue;
        }
        out.push(ch);
    }
    out
}
