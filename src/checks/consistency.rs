//! The texts of a document beside each other, for the checks that compare its translations.

use std::collections::HashMap;

use crate::checks::Pairing;
use crate::finding::{Finding, Message};
use crate::markdown::{self, LeafKind};
use crate::status::State;

/// A translated segment.
pub(super) struct Told {
    pub(super) unit: usize,
    pub(super) index: usize,
    pub(super) kind: LeafKind,
    /// The source and the translation as readers see them.
    pub(super) source: String,
    pub(super) target: String,
}

impl Told {
    /// Returns a finding about it.
    pub(super) fn finding(&self, pairing: &Pairing<'_>, code: &'static str, message: Message) -> Finding {
        let mut finding = pairing.finding(code, self.unit, Some(self.index), message);
        finding.evidence.clone_from(&self.target);
        finding
    }
}

/// Returns the segments whose translations say what the source says today.
pub(super) fn told(pairing: &Pairing<'_>) -> Vec<Told> {
    let mut told = Vec::new();
    for (unit, index, segment) in pairing.segments() {
        if segment.target.is_empty() || matches!(segment.state, State::Missing | State::Stale) {
            continue;
        }
        told.push(Told {
            unit,
            index,
            kind: pairing.document.units[unit].kind,
            source: markdown::view(&pairing.entries[unit].stands_for(index), "").plain(),
            target: markdown::view(&segment.target, "").plain(),
        });
    }
    told
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
    let words = text.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
