//! A text that is translated differently elsewhere in its document.

use crate::checks::consistency::{Told, bare, groups, told};
use crate::checks::{Check, Pairing, Profile, Seen};
use crate::finding::{Finding, Message, Severity};

pub(super) static CHECK: Inconsistent = Inconsistent;

pub(super) struct Inconsistent;

impl Check for Inconsistent {
    fn code(&self) -> &'static str {
        "inconsistent"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Info
    }

    fn is_graded(&self) -> bool {
        true
    }

    fn among(&self, pairing: &Pairing<'_>, seen: &[Seen], report: &mut dyn FnMut(Finding)) {
        let told = told(pairing, seen);
        for (minor, usual) in minorities(&told) {
            let (one, other) = (&told[minor], &told[usual]);
            let message = Message::new("finding-inconsistent").with("other", &*other.target);
            let mut finding = one.finding(pairing, self.code(), message);
            // One word may mean two things, and a heading is put otherwise than a cell.
            let is_plain = one.kind == other.kind && bare(&one.source).split(' ').count() >= WORDS;
            finding.severity = if is_plain { Severity::Warning } else { Severity::Info };
            report(finding);
        }
    }
}

/// How many words of the source mean one thing.
const WORDS: usize = 4;

/// Returns the places of translations that others of the same source outnumber, each with one of those; of as
/// many the first in the document is the usual one.
fn minorities(told: &[Told<'_>]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for same in groups(told.iter().map(|it| &*it.source)).into_iter().filter(|same| same.len() > 1) {
        let targets = groups(same.iter().map(|at| &*told[*at].target));
        let Some(usual) = targets.iter().max_by_key(|group| (group.len(), std::cmp::Reverse(group[0]))) else {
            continue;
        };
        let minor = targets.iter().filter(|group| *group != usual).flatten();
        found.extend(minor.map(|at| (same[*at], same[usual[0]])));
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::markdown::LeafKind;

    fn told<'t>((source, target): &(&'t str, &'t str)) -> Told<'t> {
        let (source, target) = (Cow::Borrowed(*source), Cow::Borrowed(*target));
        Told { unit: 0, index: 0, kind: LeafKind::Paragraph, source, target }
    }

    #[track_caller]
    fn check(pairs: &[(&str, &str)], expected: &[(usize, usize)]) {
        assert_eq!(minorities(&pairs.iter().map(told).collect::<Vec<_>>()), expected);
    }

    #[test]
    fn the_rarer_translation_is_told() {
        check(&[("Hall", "厅"), ("Hall:", "大厅"), ("hall", "大厅。")], &[(0, 1)]);
        check(&[("Hall", "厅"), ("Hall", "大厅")], &[(1, 0)]);
        check(&[("Hall", "大厅"), ("Hall", "大厅：")], &[]);
        check(&[("Hall", "大厅"), ("Lab", "实验室"), ("1!", "一"), ("!", "二"), ("?", "三")], &[]);
    }
}
