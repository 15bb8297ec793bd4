//! What moves between documents: sentences that left one and appeared in another.
//!
//! Each document is carried on its own first. What lost its place there is offered to the documents
//! that miss something, in the order of their paths, so that the result depends on nothing else.

use std::collections::{HashMap, HashSet};

use crate::catalog::{Record, guests};
use crate::project::workspace::{Loaded, Workspace};

/// A record that has lost its place.
#[derive(Debug)]
pub(super) struct Offer {
    /// The document it comes from.
    pub(super) document: String,
    /// The locale of its catalog.
    pub(super) locale: String,
    /// The record, a guest.
    pub(super) record: Record,
}

/// A record that may move to a document.
#[derive(Debug, Clone)]
pub(super) struct Guest {
    /// The document it comes from.
    pub(super) document: String,
    /// The record.
    pub(super) record: Record,
}

/// Lines that moved, by document and locale: record and lines.
pub(super) type Moved = HashMap<(String, String), Vec<(String, Vec<usize>)>>;

/// Gives what was offered to the documents that miss it, and takes it from where it was; returns what
/// moved.
pub(super) fn settle(workspace: &Workspace, held: &mut [&mut Loaded], offers: Vec<Offer>) -> Moved {
    held.sort_by(|a, b| a.path.cmp(&b.path));
    let mut pool = Pool::new(offers);
    let mut moved = Moved::new();
    for loaded in held.iter_mut() {
        let mut taken: HashMap<String, Vec<usize>> = HashMap::new();
        for target in &loaded.targets {
            let found = pool.find(&loaded.path, &target.locale, &target.wanted);
            if !found.is_empty() {
                taken.insert(target.locale.clone(), found);
            }
        }
        if taken.is_empty() {
            continue;
        }
        let guest =
            |&at: &usize| Guest { document: pool.offers[at].document.clone(), record: pool.offers[at].record.clone() };
        let chosen = taken.iter().map(|(locale, offers)| (locale.clone(), offers.iter().map(guest).collect()));
        for (locale, lines) in workspace.settle_again(loaded, chosen.collect()) {
            let Some(offers) = taken.get(&locale) else { continue };
            for gone in lines {
                let offer = &pool.offers[offers[gone.record]];
                pool.gone.insert(offers[gone.record]);
                let from = (offer.document.clone(), locale.clone());
                moved.entry(from).or_default().push((offer.record.id.clone(), gone.lines));
            }
        }
    }
    for loaded in held.iter_mut() {
        loaded.release(&moved);
    }
    moved
}

/// The offers, by what they have a translation for.
struct Pool {
    offers: Vec<Offer>,
    /// By locale and form of a sentence.
    places: HashMap<(String, String), Vec<usize>>,
    /// Those that moved.
    gone: HashSet<usize>,
}

impl Pool {
    fn new(mut offers: Vec<Offer>) -> Pool {
        // What lost its place just now goes first, what has long been obsolete last.
        let key = |offer: &Offer| (offer.record.obsolete.is_some(), offer.document.clone(), offer.locale.clone());
        offers.sort_by_cached_key(key);
        let mut places: HashMap<(String, String), Vec<usize>> = HashMap::new();
        for (at, offer) in offers.iter().enumerate() {
            for text in guests::offered(&offer.record) {
                places.entry((offer.locale.clone(), text)).or_default().push(at);
            }
        }
        Pool { offers, places, gone: HashSet::new() }
    }

    /// Returns the offers that say what a document misses, and with the first of another document all that
    /// it lost at the same time: a section moves as a whole, and a sentence of it may be edited.
    fn find(&self, document: &str, locale: &str, wanted: &[String]) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut seen: HashSet<usize> = HashSet::new();
        for text in wanted {
            let Some(places) = self.places.get(&(locale.to_owned(), text.clone())) else { continue };
            let free =
                |at: &&usize| !self.gone.contains(at) && !seen.contains(at) && self.offers[**at].document != document;
            if let Some(&at) = places.iter().find(free) {
                seen.insert(at);
                found.push(at);
            }
        }
        let homes: HashSet<&str> = found.iter().map(|&at| self.offers[at].document.as_str()).collect();
        let along = self.offers.iter().enumerate().filter(|(at, offer)| {
            offer.locale == locale
                && offer.record.obsolete.is_none()
                && homes.contains(offer.document.as_str())
                && !self.gone.contains(at)
                && !seen.contains(at)
        });
        found.extend(along.map(|(at, _)| at));
        found.sort_unstable();
        found
    }
}
