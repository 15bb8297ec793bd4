//! Finding the terms of a glossary in a source text.
//!
//! All wordings stand in one tree of words, so that the time depends on the text and not on how many terms
//! there are; at each place the longest wording wins.

use std::collections::{HashMap, HashSet};

use crate::glossary::Term;
use crate::text::{Span, is_wide};

/// A word of a text, a single wide character, or a sign. White space and hyphens only part them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    pub(super) span: Span,
}

/// The wordings of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Index {
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Node {
    next: HashMap<String, usize>,
    /// Which wordings end here: the term and the wording.
    ends: Vec<(usize, String)>,
}

/// A wording found in a text, with all terms that have it.
pub(super) struct Found {
    pub(super) span: Span,
    /// Places of the terms, and the wordings as the glossary has them.
    pub(super) terms: Vec<(usize, String)>,
}

impl Index {
    /// Adds a wording of the term at `term`.
    pub(super) fn add(&mut self, term: usize, wording: &str) {
        let words: Vec<String> = tokens(wording).iter().map(|token| token.text.to_lowercase()).collect();
        let Some(head) = head(&words) else { return };
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let start = words[..head].iter().fold(0, |node, word| self.step(node, word));
        for form in inflections(&words[head]) {
            let node = self.step(start, &form);
            let node = words[head + 1..].iter().fold(node, |node, word| self.step(node, word));
            self.nodes[node].ends.push((term, wording.to_owned()));
        }
    }

    fn step(&mut self, node: usize, word: &str) -> usize {
        if let Some(next) = self.nodes[node].next.get(word) {
            return *next;
        }
        self.nodes.push(Node::default());
        let next = self.nodes.len() - 1;
        self.nodes[node].next.insert(word.to_owned(), next);
        next
    }

    /// Returns the wordings in a text, in order; they do not overlap.
    pub(super) fn find(&self, text: &str, terms: &[Term]) -> Vec<Found> {
        if self.nodes.is_empty() {
            return Vec::new();
        }
        let tokens = tokens(text);
        let lower: Vec<String> = tokens.iter().map(|token| token.text.to_lowercase()).collect();
        let text = Text { is_title: is_title(&tokens), words: lower.iter().map(String::as_str).collect(), tokens };
        let mut found = Vec::new();
        let mut at = 0;
        while at < lower.len() {
            match self.longest(at, &lower, &text, terms) {
                Some((end, terms)) => {
                    found.push(Found { span: text.tokens[at].span.start..text.tokens[end - 1].span.end, terms });
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    fn longest(&self, at: usize, lower: &[String], text: &Text<'_>, terms: &[Term]) -> Option<Hit> {
        let mut best = None;
        let mut node = 0;
        for (end, word) in lower.iter().enumerate().skip(at) {
            let Some(next) = self.nodes[node].next.get(word) else { break };
            node = *next;
            let meant = text.meant(at..end + 1, &self.nodes[node].ends, terms);
            if !meant.is_empty() {
                best = Some((end + 1, meant));
            }
        }
        best
    }
}

/// Where a wording ends, and the terms that have it.
type Hit = (usize, Vec<(usize, String)>);

/// A text to look for terms in.
struct Text<'t> {
    tokens: Vec<Token<'t>>,
    /// All its words, in small letters.
    words: HashSet<&'t str>,
    /// Whether it is written in capitals as English titles are.
    is_title: bool,
}

impl Text<'_> {
    /// Returns the terms that are meant by the words at `range`; those that ask for context go first.
    fn meant(&self, range: Span, ends: &[(usize, String)], terms: &[Term]) -> Vec<(usize, String)> {
        let fits = |(at, wording): &&(usize, String)| {
            let term = &terms[*at];
            self.has_case(&range, wording, term)
                && !self.is_part_of_name(&range, wording)
                && (term.context.is_empty() || term.context.iter().any(|word| self.has(word)))
        };
        let fitting: Vec<&(usize, String)> = ends.iter().filter(fits).collect();
        let asks = |end: &&&(usize, String)| !terms[end.0].context.is_empty();
        let asked: Vec<_> = fitting.iter().filter(asks).copied().collect();
        (if asked.is_empty() { fitting } else { asked }).into_iter().cloned().collect()
    }

    fn has_case(&self, range: &Span, wording: &str, term: &Term) -> bool {
        let same = |(found, own): (&Token<'_>, Token<'_>)| {
            // The head may have an ending.
            found.text.get(..own.text.len()).is_some_and(|start| start == own.text)
        };
        !term.is_exact || self.tokens[range.clone()].iter().zip(tokens(wording)).all(same)
    }

    /// Whether ordinary words stand in somebody's name here: `open source` in `Open Source Summit`.
    fn is_part_of_name(&self, range: &Span, wording: &str) -> bool {
        if self.is_title || wording.chars().any(char::is_uppercase) {
            return false;
        }
        let capital = |at: usize| self.tokens.get(at).is_some_and(|token| is_capitalised(token.text));
        let adjacent = |left: usize| match (self.tokens.get(left), self.tokens.get(left + 1)) {
            (Some(left), Some(right)) => right.span.start == left.span.end + 1,
            _ => false,
        };
        let before = range.start > 0 && capital(range.start - 1) && adjacent(range.start - 1);
        let after = capital(range.end) && adjacent(range.end - 1);
        // The first word of a sentence is capitalised in any case.
        let starts = range.start == 0 || matches!(self.tokens[range.start - 1].text, "." | "!" | "?" | ":");
        let telling = if starts { range.start + 1..range.end } else { range.clone() };
        !telling.is_empty() && telling.into_iter().all(capital) && (before || after)
    }

    fn has(&self, phrase: &str) -> bool {
        let has = |token: Token<'_>| inflections(&token.text.to_lowercase()).iter().any(|form| self.has_word(form));
        tokens(phrase).into_iter().all(has)
    }

    fn has_word(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

/// Cuts a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut word: Option<usize> = None;
    for (at, ch) in text.char_indices() {
        if ch.is_alphanumeric() && !is_wide(ch) {
            word.get_or_insert(at);
            continue;
        }
        if let Some(start) = word.take() {
            tokens.push(Token { text: &text[start..at], span: start..at });
        }
        if !ch.is_whitespace() && !matches!(ch, '-' | '\u{2010}' | '\u{2011}') {
            let end = at + ch.len_utf8();
            tokens.push(Token { text: &text[at..end], span: at..end });
        }
    }
    if let Some(start) = word {
        tokens.push(Token { text: &text[start..], span: start..text.len() });
    }
    tokens
}

/// Returns which word of a wording takes the endings: the last, or the one before `of`.
fn head(words: &[String]) -> Option<usize> {
    let of = words.iter().position(|word| word == "of").filter(|at| *at > 0);
    of.map_or_else(|| words.len().checked_sub(1), |at| Some(at - 1))
}

/// Returns a word with the endings of English nouns and verbs; of what is no Latin word itself alone.
fn inflections(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let Some(last) = word.chars().next_back().filter(|_| word.chars().all(|ch| ch.is_ascii_alphabetic())) else {
        return forms;
    };
    let stem = &word[..word.len() - 1];
    forms.push(format!("{word}s"));
    if word.len() < 3 {
        return forms;
    }
    forms.extend(match last {
        'y' => vec![format!("{stem}ies"), format!("{stem}ied"), format!("{word}ing")],
        'e' => vec![format!("{word}d"), format!("{stem}ing")],
        _ => vec![
            format!("{word}es"),
            format!("{word}ed"),
            format!("{word}ing"),
            // plan, planning
            format!("{word}{last}ed"),
            format!("{word}{last}ing"),
        ],
    });
    forms
}

fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a text is written as a title: most longer words are capitalised, and so is the last.
fn is_title(tokens: &[Token<'_>]) -> bool {
    let words = || tokens.iter().filter(|token| token.text.starts_with(|ch: char| ch.is_ascii_alphabetic()));
    let (capital, small): (Vec<_>, Vec<_>) =
        words().filter(|token| token.text.len() > 3).partition(|token| is_capitalised(token.text));
    capital.len() > 2 * small.len() && words().next_back().is_some_and(|token| is_capitalised(token.text))
}
