//! Repairing a translation: the fixes of all checks at once, until they find nothing more to do.

use std::collections::BTreeSet;

use crate::checks::{Pair, Profile, faults};
use crate::finding::Safety;
use crate::markdown::{References, View, view};
use crate::text::{Edit, apply};

/// More rounds than any text has needed; two checks that undid each other would stop here.
const MOST_ROUNDS: usize = 5;

/// Which fixes are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The checks whose unsafe fixes are made too.
    pub unsafe_codes: Vec<String>,
}

impl Wanted {
    fn takes(&self, code: &str, safety: Safety) -> bool {
        safety == Safety::Safe || self.unsafe_codes.iter().any(|own| own == code)
    }
}

/// The places of the edits of one round: starts and ends.
#[derive(Default)]
struct Places(BTreeSet<(usize, usize)>);

impl Places {
    /// Takes the places of a fix, unless one of them is taken: half a fix would leave a bracket of each kind.
    fn take(&mut self, edits: &[Edit]) -> bool {
        let taken = |edit: &Edit| {
            // Invariant: no two places overlap, so that the last one before the end of this one is the only candidate.
            self.0.range(..(edit.span.end, 0)).next_back().is_some_and(|(_, end)| *end > edit.span.start)
        };
        if edits.iter().any(taken) {
            return false;
        }
        self.0.extend(edits.iter().map(|edit| (edit.span.start, edit.span.end)));
        true
    }
}

/// Returns the translation of `pair` with the wanted fixes made, and the codes of the checks that made them.
///
/// A text in which the checks do not come to an end is left as it is.
pub fn fixed(pair: &Pair<'_>, references: &References, wanted: &Wanted) -> Option<(String, Vec<&'static str>)> {
    let mut codes: Vec<&'static str> = Vec::new();
    let mut target: View = pair.target.clone();
    for _ in 0..MOST_ROUNDS {
        let now = pair.with_target(&target);
        let mut edits = Vec::new();
        let mut places = Places::default();
        for (check, _, fault) in faults(&now, Profile::Release) {
            let fix = fault.fix.filter(|fix| wanted.takes(check.code(), fix.safety));
            if let Some(fix) = fix.filter(|fix| places.take(&fix.edits)) {
                edits.extend(fix.edits);
                codes.push(check.code());
            }
        }
        let text = apply(&target.raw, edits);
        if text == target.raw {
            codes.sort_unstable();
            codes.dedup();
            return (text != pair.target.raw).then_some((text, codes));
        }
        target = view(&text, &references.of(&text));
    }
    None
}
