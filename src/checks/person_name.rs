//! A person's name that is misspelt, half translated, or lost.

use std::collections::HashSet;

use crate::checks::words::latin_words;
use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::glossary::has_words;
use crate::text::Span;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "person-name",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "Zhipeng Huang spoke.", target: "Zhipeng 黄发言。", reported: &["Zhipeng Huang"] },
        Example { source: "Zhipeng Huang spoke.", target: "Zhipeng Hwang 发言。", reported: &["Zhipeng Hwang"] },
        Example { source: "Zhipeng Huang spoke.", target: "黄之鹏发言。", reported: &[] },
        Example { source: "Zhipeng Huang spoke.", target: "Zhipeng Huang 发言。", reported: &[] },
        Example { source: "Huang spoke.", target: "黄发言。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let mut seen = HashSet::new();
    let mut target = None;
    for found in pair.glossary.matches(&pair.source.visible, pair.source_locale) {
        let Some(term) = found.terms.iter().find(|term| term.is_person() && !term.is_protected) else { continue };
        let target = target.get_or_insert_with(|| pair.target.plain());
        let name = &pair.source.visible[found.span.clone()];
        if !seen.insert(&term.id) || term.is_said_in(target) || has_words(target, &found.wording) {
            continue;
        }
        let message = Message::new("finding-person-name").with("name", name).with("target", term.translation.as_str());
        report(match nearest(&pair.target.visible, &found.wording) {
            Some(span) => Fault::at(pair, &span, message).fixed(found.wording.as_str(), Safety::Unsafe),
            None => Fault::lacking(name, message),
        });
    }
}

/// Returns the Latin words of a text that are most likely a name misspelt: as many words, few letters other.
pub(super) fn nearest(text: &str, name: &str) -> Option<Span> {
    let words = latin_words(text);
    let length = latin_words(name).len();
    if length == 0 {
        return None;
    }
    let allowed = name.chars().count() / 5;
    let spans = words.windows(length).map(|window| window[0].start..window[length - 1].end);
    let near = spans.map(|span| (distance(&text[span.clone()], name, allowed), span));
    let best = near.min_by_key(|(distance, _)| *distance)?;
    (best.0 <= allowed).then_some(best.1)
}

/// How many letters must be put in, taken out or replaced to make one text of the other; more than `limit` where
/// that is certain from the lengths.
fn distance(one: &str, other: &str, limit: usize) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let replaced = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}
