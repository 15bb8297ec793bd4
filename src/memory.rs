//! Known translations, and which of them are nearest to a sentence.
//!
//! Candidates are found by the words they share, the rarest first, so that a question never looks
//! at all pairs; only the best of them are compared word by word.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::change::Words;
use crate::text::fingerprint;

/// A text less alike than this is no help to a translator.
const LEAST: f64 = 0.5;

/// Where a word stands in more texts than this, further words are not looked up.
const MOST_LOOKED: usize = 20_000;

/// So many candidates are compared word by word.
const MOST_COMPARED: usize = 64;

/// A source text and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What was translated.
    pub source: String,
    /// Its translation.
    pub target: String,
}

/// A known translation of a text that is alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The text and its translation.
    pub pair: Pair,
    /// How alike the texts are, from 0 to 1; 1 may still be another order of words.
    pub likeness: f64,
}

/// The translations of one locale.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    pairs: Vec<(Pair, Words)>,
    /// For each word the pairs whose source holds it, in the order they were added.
    index: HashMap<String, Vec<usize>>,
    known: HashSet<String>,
}

impl Memory {
    /// Adds a translation, once.
    pub fn add(&mut self, source: &str, target: &str) {
        if target.is_empty() || !self.known.insert(fingerprint(&format!("{source}\u{1f}{target}")).hex(16)) {
            return;
        }
        let words = Words::of(source);
        for word in words.iter() {
            match self.index.get_mut(word) {
                Some(places) => places.push(self.pairs.len()),
                None => drop(self.index.insert(word.to_owned(), vec![self.pairs.len()])),
            }
        }
        self.pairs.push((Pair { source: source.to_owned(), target: target.to_owned() }, words));
    }

    /// Returns up to `count` translations of texts like `text`, the nearest first, the newest first
    /// among equals.
    pub fn nearest(&self, text: &str, count: usize) -> Vec<Near> {
        let words = Words::of(text);
        let mut near: Vec<(usize, f64)> = self
            .candidates(&words)
            .into_iter()
            .map(|at| (at, self.pairs[at].1.likeness(&words)))
            .filter(|(_, likeness)| *likeness >= LEAST)
            .collect();
        let same = |at: usize| self.pairs[at].0.source == text;
        near.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(same(*b).cmp(&same(*a))).then(b.cmp(a)));
        near.truncate(count);
        near.into_iter().map(|(at, likeness)| Near { pair: self.pairs[at].0.clone(), likeness }).collect()
    }

    /// The pairs that share the most words with a text.
    fn candidates(&self, words: &Words) -> Vec<usize> {
        let mut places: Vec<&Vec<usize>> = words.iter().filter_map(|word| self.index.get(word)).collect();
        places.sort_by_key(|places| places.len());
        let mut shared: HashMap<usize, usize> = HashMap::new();
        let mut looked = 0;
        for places in places {
            looked += places.len();
            if looked > MOST_LOOKED && !shared.is_empty() {
                break;
            }
            for &at in places.iter().rev().take(MOST_LOOKED) {
                *shared.entry(at).or_insert(0) += 1;
            }
        }
        let mut found: Vec<(usize, usize)> = shared.into_iter().collect();
        found.sort_unstable_by_key(|&(at, shared)| Reverse((shared, at)));
        found.into_iter().take(MOST_COMPARED).map(|(at, _)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks a memory of these pairs, `SOURCE=TARGET`, for what is near, written `PERCENT TARGET`.
    #[track_caller]
    fn check(pairs: &[&str], text: &str, expected: &[&str]) {
        let mut memory = Memory::default();
        for (source, target) in pairs.iter().filter_map(|pair| pair.split_once('=')) {
            memory.add(source, target);
        }
        let shown = |near: Near| format!("{:.0} {}", near.likeness * 100.0, near.pair.target);
        assert_eq!(memory.nearest(text, 3).into_iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_nearest_come_first_and_strangers_not_at_all() {
        let pairs = ["Tell us by Monday.=周一", "Tell us by Friday.=周五", "Lunch is late.=午餐"];
        check(&pairs, "Tell us by Friday!", &["100 周五", "75 周一"]);
        check(&pairs, "Nothing of the kind", &[]);
        check(&[], "Lunch", &[]);
    }

    #[test]
    fn the_very_text_comes_before_another_order_of_words() {
        check(&["Us tell.=甲", "Tell us.=乙", "Us tell.=丙"], "Tell us.", &["100 乙", "100 丙", "100 甲"]);
    }

    #[test]
    fn a_pair_stands_once_and_an_empty_one_never() {
        check(&["Lunch=午餐", "Lunch=午餐", "Lunch="], "Lunch", &["100 午餐"]);
    }

    #[test]
    fn a_word_in_every_text_hides_nothing_rare() {
        let mut memory = Memory::default();
        for number in 0..MOST_LOOKED + 10 {
            memory.add(&format!("the {number}"), "别的");
        }
        memory.add("the tardigrade", "水熊虫");
        memory.add("the end", "完");
        for number in 0..MOST_LOOKED {
            memory.add(&format!("the x{number}"), "别的");
        }
        assert_eq!(memory.nearest("the tardigrade", 1)[0].pair.target, "水熊虫");
    }
}
