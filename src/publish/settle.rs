//! The safety net: patches are made, the result is read again, and a patch that would change
//! anything but its own text is taken back.

use crate::markdown::{LeafKind, Options};
use crate::segment::leaf_texts;
use crate::text::{Edit, apply};

/// A change of the source for one leaf, or for a run of them (a table printed twice); what is put between two leaves
/// covers none.
#[derive(Debug, Clone, PartialEq)]
pub struct Patch {
    /// The units it is for.
    pub units: std::ops::Range<usize>,
    /// The leaves it covers.
    pub leaves: std::ops::Range<usize>,
    /// The edits.
    pub edits: Vec<Edit>,
    /// The leaves that must be read in their place.
    pub expected: Vec<(LeafKind, String)>,
}

/// Returns the source with the patches made, and the units of those that had to be left out.
///
/// `base` are edits that no leaf notices, such as new front-matter keys. One reading suffices where
/// every patch is good; each bad one costs as many more as the logarithm of the number of patches.
pub fn settle(source: &str, options: &Options, base: &[Edit], patches: &[Patch]) -> (String, Vec<usize>) {
    let leaves = leaf_texts(source, options);
    let trial = Trial { source, options, base, patches, leaves: &leaves };
    let mut accepted: Vec<usize> = Vec::new();
    let mut refused = Vec::new();
    trial.accept(0..patches.len(), &mut accepted, &mut refused);
    (trial.text(&accepted), refused.into_iter().flat_map(|at| patches[at].units.clone()).collect())
}

struct Trial<'t> {
    source: &'t str,
    options: &'t Options,
    base: &'t [Edit],
    patches: &'t [Patch],
    leaves: &'t [(LeafKind, String)],
}

impl Trial<'_> {
    fn accept(&self, range: std::ops::Range<usize>, accepted: &mut Vec<usize>, refused: &mut Vec<usize>) {
        if range.is_empty() {
            return;
        }
        let before = accepted.len();
        accepted.extend(range.clone());
        if self.holds(accepted) {
            return;
        }
        accepted.truncate(before);
        if range.len() == 1 {
            refused.push(range.start);
            return;
        }
        let middle = range.start + range.len() / 2;
        self.accept(range.start..middle, accepted, refused);
        self.accept(middle..range.end, accepted, refused);
    }

    fn text(&self, accepted: &[usize]) -> String {
        let patched = accepted.iter().flat_map(|&at| self.patches[at].edits.iter());
        apply(self.source, self.base.iter().chain(patched).cloned().collect())
    }

    fn holds(&self, accepted: &[usize]) -> bool {
        let seen = leaf_texts(&self.text(accepted), self.options);
        let mut expected: Vec<&(LeafKind, String)> = Vec::with_capacity(seen.len());
        let mut at = 0;
        for &patch in accepted {
            let patch = &self.patches[patch];
            expected.extend(&self.leaves[at..patch.leaves.start]);
            expected.extend(&patch.expected);
            at = patch.leaves.end;
        }
        expected.extend(&self.leaves[at..]);
        seen.len() == expected.len() && seen.iter().zip(expected).all(|(seen, expected)| seen == expected)
    }
}
