//! The texts of a document beside each other, for the checks that compare its translations.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use crate::checks::{Pairing, Seen};
use crate::finding::{Finding, Message};
use crate::markdown::LeafKind;
use crate::status::State;
use crate::text::is_han;

/// A translated segment.
pub(super) struct Told<'s> {
    pub(super) unit: usize,
    pub(super) index: usize,
    pub(super) kind: LeafKind,
    /// The source and the translation as readers see them.
    pub(super) source: Cow<'s, str>,
    pub(super) target: Cow<'s, str>,
}

impl Told<'_> {
    /// Returns a finding about it.
    pub(super) fn finding(&self, pairing: &Pairing<'_>, code: &'static str, message: Message) -> Finding {
        let mut finding = pairing.finding(code, self.unit, Some(self.index), message);
        finding.evidence = self.target.clone().into_owned();
        finding
    }
}

/// Returns the segments whose translations say what the source says today.
pub(super) fn told<'s>(pairing: &Pairing<'_>, seen: &'s [Seen]) -> Vec<Told<'s>> {
    let today = |it: &&Seen| pairing.entries[it.unit].segments[it.index].state != State::Stale;
    let told = |it: &'s Seen| Told {
        unit: it.unit,
        index: it.index,
        kind: pairing.document.units[it.unit].kind,
        source: it.source.plain(),
        target: it.target.plain(),
    };
    seen.iter().filter(today).map(told).collect()
}

/// Returns groups of the places of texts that are the same but for case and punctuation, in the order of their
/// first; texts without letters are in none.
pub(super) fn groups<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Vec<usize>> {
    let mut places: HashMap<Letters<'t>, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, text) in texts.enumerate().filter(|(_, text)| text.chars().any(is_letter)) {
        let place = *places.entry(Letters(text)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

/// A text that is the same as others with its words: nothing is copied to find that out.
struct Letters<'t>(&'t str);

impl Letters<'_> {
    /// The words in small letters, each behind a space.
    fn chars(&self) -> impl Iterator<Item = char> {
        let mut gap = true;
        let letters = self.0.chars().map(move |ch| (is_letter(ch), ch)).filter_map(move |(letter, ch)| {
            let first = letter && gap;
            gap = !letter;
            letter.then_some((first, ch))
        });
        letters.flat_map(|(first, ch)| first.then_some(' ').into_iter().chain([small(ch)]))
    }
}

impl PartialEq for Letters<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.chars().eq(other.chars())
    }
}

impl Eq for Letters<'_> {}

impl Hash for Letters<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // One number for all: asking `state` for every character costs more than all else.
        let mut sum = 0_u64;
        for ch in self.0.chars().filter(|ch| is_letter(*ch)) {
            sum = sum.rotate_left(5).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(u32::from(small(ch)));
        }
        sum.hash(state);
    }
}

/// Returns the first small letter that a letter becomes.
fn small(ch: char) -> char {
    match ch.is_ascii() {
        true => ch.to_ascii_lowercase(),
        false if is_han(ch) => ch,
        false => ch.to_lowercase().next().unwrap_or(ch),
    }
}

fn is_letter(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || (!ch.is_ascii() && (is_han(ch) || ch.is_alphanumeric()))
}

/// Returns a text in small letters without punctuation, its words parted by single spaces.
pub(super) fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for word in text.split(|ch: char| !is_letter(ch)).filter(|word| !word.is_empty()) {
        if !bare.is_empty() {
            bare.push(' ');
        }
        // Most words are small already, and Han has no capitals.
        match word.chars().all(|ch| ch.is_ascii_lowercase() || is_han(ch)) {
            true => bare.push_str(word),
            false => bare.push_str(&word.to_lowercase()),
        }
    }
    bare
}
