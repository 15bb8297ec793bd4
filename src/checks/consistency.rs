//! The texts of a document beside each other, for the checks that compare its translations.

use std::borrow::Cow;
use std::collections::HashMap;

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

/// Returns groups of places with the same key, in the order of their first; empty keys make none.
pub(super) fn groups(keys: impl Iterator<Item = String>) -> Vec<Vec<usize>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, key) in keys.enumerate().filter(|(_, key)| !key.is_empty()) {
        let place = *places.entry(key).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

/// Returns a text in small letters without punctuation, its words parted by single spaces.
pub(super) fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for word in text.split(|ch: char| !(is_han(ch) || ch.is_alphanumeric())).filter(|word| !word.is_empty()) {
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
