//! A protected name that was translated, written otherwise, or lost.

use std::collections::HashSet;

use crate::checks::glossary_forbidden::forbidden;
use crate::checks::person_name::nearest;
use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::glossary::{Term, find_loosely, has_words};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "do-not-translate",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "Angel's code", target: "天使的代码", reported: &["天使"] },
        Example { source: "MindSpore is new.", target: "Mindspore 是新的。", reported: &["Mindspore"] },
        Example { source: "MindSpore is new.", target: "Mind Spore 是新的。", reported: &["Mind Spore"] },
        Example { source: "MindSpore is new.", target: "MindSpor 是新的。", reported: &["MindSpor"] },
        Example { source: "MindSpore is new.", target: "它是新的。", reported: &["MindSpore"] },
        Example { source: "MindSpore and MindSpore", target: "`MindSpore` 与它", reported: &[] },
        Example { source: "MindSpore is new.", target: "昇思是新的。", reported: &[] },
        Example { source: "An angel came.", target: "天使来了。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let matches = pair.glossary.matches(&pair.source.visible, pair.source_locale);
    let mut seen = HashSet::new();
    let mut target = None;
    for found in matches {
        let Some(term) = found.terms.iter().find(|term| term.is_protected) else { continue };
        let target = target.get_or_insert_with(|| pair.target.plain());
        let forms = || term.forms().into_iter().chain([found.wording.as_str()]);
        let is_there = forms().any(|form| has_words(target, form) || is_chinese(form) && target.contains(form));
        if !is_there && seen.insert(&term.id) {
            report(fault(pair, term));
        }
    }
}

fn fault(pair: &Pair<'_>, term: &Term) -> Fault {
    let (text, name) = (&pair.target.visible, term.translation.as_str());
    let message = || Message::new("finding-do-not-translate").with("name", name);
    if let Some(span) = find_loosely(text, name) {
        return Fault::at(pair, &span, message()).fixed(name, Safety::Safe);
    }
    if let Some((span, _)) = forbidden(term, text).into_iter().next() {
        return Fault::at(pair, &span, message()).fixed(name, Safety::Unsafe);
    }
    match nearest(text, name) {
        Some(span) => Fault::at(pair, &span, message()).fixed(name, Safety::Unsafe),
        None => Fault::lacking(name, message()),
    }
}

fn is_chinese(form: &str) -> bool {
    form.chars().all(crate::text::is_han)
}
