//! A word that the glossary forbids for a term of the source.

use std::collections::HashSet;

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::glossary::Term;
use crate::text::Span;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "glossary-forbidden",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "the OpenI Community", target: "OpenI 奇智社区", reported: &["奇智社区"] },
        Example { source: "the community", target: "奇智社区", reported: &[] },
        Example { source: "ZTE is here.", target: "中兴通讯来了。", reported: &[] },
        Example { source: "ZTE is here.", target: "中兴来了。", reported: &["中兴"] },
        Example { source: "Angel is here.", target: "Angel（天使）来了。", reported: &["天使"] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let target = &pair.target.visible;
    let mut seen = HashSet::new();
    for found in pair.glossary.matches(&pair.source.visible, pair.source_locale) {
        for term in found.terms {
            // Where a protected name is not there at all, that is the finding.
            if term.forbidden.is_empty() || !seen.insert(&term.id) || (term.is_protected && !term.is_said_in(target)) {
                continue;
            }
            for (span, form) in forbidden(term, target) {
                let message = Message::new("finding-glossary-forbidden").with("form", form);
                let fault = Fault::at(pair, &span, message.with("target", term.translation.as_str()));
                // `OpenI 奇智社区` holds a part of what would be put there.
                let is_sure = term.forms().len() == 1 && !term.translation.chars().any(|ch| ch.is_ascii_alphabetic());
                report(match is_sure {
                    true => fault.fixed(term.translation.as_str(), Safety::Safe),
                    false => fault,
                });
            }
        }
    }
}

/// Returns where forbidden forms of a term stand in a translation, each with the form. What is a part of an
/// approved form is none.
pub(super) fn forbidden<'t>(term: &'t Term, target: &str) -> Vec<(Span, &'t str)> {
    let places = |form: &str| target.match_indices(form).map(|(at, _)| at..at + form.len()).collect::<Vec<Span>>();
    let approved: Vec<Span> = match term.forbidden.is_empty() {
        true => Vec::new(),
        false => term.forms().into_iter().flat_map(places).collect(),
    };
    let mut found: Vec<(Span, &str)> = Vec::new();
    for form in &term.forbidden {
        for span in places(form) {
            let inside = |outer: &Span| outer.start <= span.start && span.end <= outer.end;
            if !approved.iter().any(inside)
                && !found.iter().any(|(other, _)| inside(other))
                && stands_alone(target, &span)
            {
                found.push((span, form));
            }
        }
    }
    found.sort_by_key(|(span, _)| span.start);
    found
}

/// Whether Latin letters at the ends of a piece belong to it alone.
fn stands_alone(text: &str, span: &Span) -> bool {
    let latin = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_alphanumeric());
    let (before, after) = (text[..span.start].chars().next_back(), text[span.end..].chars().next());
    let piece = &text[span.clone()];
    !(latin(before) && latin(piece.chars().next()) || latin(piece.chars().next_back()) && latin(after))
}
