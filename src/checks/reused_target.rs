//! One translation of two different texts: a copy that was not changed, perhaps.

use crate::checks::consistency::{Told, bare, groups, told};
use crate::checks::words::is_function_word;
use crate::checks::{Check, Pairing, Profile, Seen};
use crate::finding::{Finding, Message, Severity};
use crate::text::is_han;

pub(super) static CHECK: ReusedTarget = ReusedTarget;

pub(super) struct ReusedTarget;

impl Check for ReusedTarget {
    fn code(&self) -> &'static str {
        "reused-target"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Info
    }

    fn among(&self, pairing: &Pairing<'_>, seen: &[Seen], report: &mut dyn FnMut(Finding)) {
        let told = told(pairing, seen);
        for (later, first) in reused(&told) {
            let message = Message::new("finding-reused-target").with("other", &*told[first].source);
            report(told[later].finding(pairing, self.code(), message));
        }
    }
}

/// How many Han characters a translation has that fits two texts only by chance.
const HAN: usize = 8;

/// Returns the places of translations that stand earlier for another source, each with that place.
fn reused(told: &[Told<'_>]) -> Vec<(usize, usize)> {
    let long = |it: &Told<'_>| it.target.chars().filter(|ch| is_han(*ch)).count() >= HAN;
    let mut found = Vec::new();
    for same in groups(told.iter().map(|it| if long(it) { &*it.target } else { "" })) {
        let [first, others @ ..] = &same[..] else { continue };
        if others.is_empty() {
            continue;
        }
        let (first, said) = (*first, core(&told[*first].source));
        let other = others.iter().filter(|at| core(&told[**at].source) != said);
        found.extend(other.map(|at| (*at, first)));
    }
    found.sort_unstable();
    found
}

/// A text without case, punctuation and the words that hold it together.
fn core(text: &str) -> String {
    bare(text).split(' ').filter(|word| !is_function_word(word)).collect::<Vec<_>>().join(" ")
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
        assert_eq!(reused(&pairs.iter().map(told).collect::<Vec<_>>()), expected);
    }

    #[test]
    fn a_copy_is_told() {
        let copied = "大门将在早上九点打开";
        check(&[("The doors open at nine.", copied), ("The hall closes at ten.", copied)], &[(1, 0)]);
        check(&[("The doors open at nine.", copied), ("Doors open at nine", copied)], &[]);
        check(&[("The doors open.", "大门打开"), ("The gates open.", "大门打开")], &[]);
    }
}
