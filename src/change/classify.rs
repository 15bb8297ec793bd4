//! The class of a change: everything that applies, and the gravest of it.
//!
//! Order: form, link, wording, fact, polarity, rewrite. A sentence with another number and other
//! words is `fact` and `wording`; what is done about it is the strictest of both (`action`), so that a
//! lenient setting for a lesser class hides nothing.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::change::lists::{WIDE_POLARITY, opposite};
use crate::change::pieces::without_emphasis;
use crate::change::token::{Token, tokens};
use crate::change::{Change, Class, Evidence, Kind, form};

/// Below this share of common words nothing of a sentence is left to keep.
const LEAST_COMMON: f64 = 0.5;

/// Longer texts are compared without their order, which would take too long.
const MOST_TOKENS: usize = 2000;

/// So many words of a run are compared with those that took their place.
const MOST_OPPOSITES: usize = 24;

/// Returns what the change from `was` to `now` is.
pub fn classify(was: &str, now: &str) -> Change {
    if was == now || form(was) == form(now) {
        return Change { class: Class::Form, classes: vec![Class::Form], evidence: Vec::new() };
    }
    let (was, now) = (without_emphasis(was), without_emphasis(now));
    let (old, new) = (tokens(&was), tokens(&now));
    let runs = runs(&old, &new);
    let mut evidence = Vec::new();
    for run in &runs {
        evidence.extend(run.evidence((&was, &old), (&now, &new)));
    }
    if !evidence.iter().any(|it| it.kind.class() == Class::Polarity) {
        evidence.extend(wide_polarity(&was, &now));
    }
    let reworded = runs.iter().any(|run| run.has_words(&old, &new));
    let mut classes: Vec<Class> = evidence.iter().map(|it| it.kind.class()).collect();
    if reworded || classes.is_empty() {
        classes.push(Class::Wording);
    }
    if common_words(&old, &new) < LEAST_COMMON {
        classes.push(Class::Rewrite);
    }
    classes.sort_unstable();
    classes.dedup();
    let class = classes.last().copied().unwrap_or(Class::Rewrite);
    Change { class, classes, evidence }
}

/// A place where tokens differ.
struct Run {
    was: Vec<usize>,
    now: Vec<usize>,
}

fn runs(old: &[Token], new: &[Token]) -> Vec<Run> {
    if old.len().max(new.len()) > MOST_TOKENS {
        return vec![Run { was: unmatched(old, new), now: unmatched(new, old) }];
    }
    let mut runs: Vec<Run> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &identities(old), &identities(new)) {
        if let DiffOp::Equal { .. } = op {
            continue;
        }
        runs.push(Run { was: op.old_range().collect(), now: op.new_range().collect() });
    }
    runs
}

fn identities(tokens: &[Token]) -> Vec<(Option<Kind>, &str)> {
    tokens.iter().map(Token::identity).collect()
}

/// Tokens of one text that the other has not, or not so often.
fn unmatched(of: &[Token], other: &[Token]) -> Vec<usize> {
    let mut counts: HashMap<(Option<Kind>, &str), usize> = HashMap::new();
    for token in other {
        *counts.entry(token.identity()).or_default() += 1;
    }
    let mut left = Vec::new();
    for (at, token) in of.iter().enumerate() {
        match counts.get_mut(&token.identity()).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => left.push(at),
        }
    }
    left
}

impl Run {
    /// Pairs what changed kind by kind, in order.
    fn evidence(&self, (was, old): (&str, &[Token]), (now, new): (&str, &[Token])) -> Vec<Evidence> {
        let mut kinds: Vec<Kind> = Vec::new();
        let all = self.was.iter().map(|&at| &old[at]).chain(self.now.iter().map(|&at| &new[at]));
        for kind in all.filter_map(|token| token.kind) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let mut found = Vec::new();
        for kind in kinds {
            let shown = |text: &str, tokens: &[Token], places: &[usize]| -> Vec<String> {
                let of_kind = places.iter().map(|&at| &tokens[at]).filter(|token| token.kind == Some(kind));
                of_kind.map(|token| text[token.span.clone()].to_owned()).collect()
            };
            let mut before = shown(was, old, &self.was).into_iter();
            let mut after = shown(now, new, &self.now).into_iter();
            loop {
                let (was, now) = (before.next(), after.next());
                if was.is_none() && now.is_none() {
                    break;
                }
                found.push(Evidence { kind, was, now });
            }
        }
        found.extend(self.opposites((was, old), (now, new)));
        found
    }

    /// A word that gave way to its opposite.
    fn opposites(&self, (was, old): (&str, &[Token]), (now, new): (&str, &[Token])) -> Option<Evidence> {
        let words = |places: &[usize], tokens: &'_ [Token]| -> Vec<Token> {
            let words = places.iter().map(|&at| &tokens[at]).filter(|token| token.is_word());
            words.take(MOST_OPPOSITES).cloned().collect()
        };
        let (before, after) = (words(&self.was, old), words(&self.now, new));
        let mut pairs = before.iter().flat_map(|a| after.iter().map(move |b| (a, b)));
        let (a, b) = pairs.find(|(a, b)| opposite(&a.key.to_lowercase(), &b.key.to_lowercase()))?;
        let shown = |text: &str, token: &Token| Some(text[token.span.clone()].to_owned());
        Some(Evidence { kind: Kind::Negation, was: shown(was, a), now: shown(now, b) })
    }

    /// Whether mere words changed; the first word of a sentence may be one.
    fn has_words(&self, old: &[Token], new: &[Token]) -> bool {
        let mut tokens = self.was.iter().map(|&at| &old[at]).chain(self.now.iter().map(|&at| &new[at]));
        tokens.any(Token::is_word)
    }
}

/// Pieces of Chinese and Japanese that one text has more often.
fn wide_polarity(was: &str, now: &str) -> Option<Evidence> {
    if !was.chars().chain(now.chars()).any(crate::text::is_wide) {
        return None;
    }
    WIDE_POLARITY.iter().find_map(|piece| {
        let (before, after) = (was.matches(piece).count(), now.matches(piece).count());
        let shown = |more: bool| more.then(|| (*piece).to_owned());
        (before != after).then(|| Evidence {
            kind: Kind::Negation,
            was: shown(before > after),
            now: shown(after > before),
        })
    })
}

/// The share of mere words that both texts have: facts and what turns the sense do not count.
fn common_words(old: &[Token], new: &[Token]) -> f64 {
    let words = |tokens: &[Token]| -> Vec<Token> { tokens.iter().filter(|token| token.is_word()).cloned().collect() };
    let (old, new) = (words(old), words(new));
    let total = old.len() + new.len();
    if total == 0 {
        return 1.0;
    }
    let lost = unmatched(&old, &new).len() + unmatched(&new, &old).len();
    (total - lost) as f64 / total as f64
}
