//! A term of the glossary that the translation does not use.

use std::collections::HashSet;

use crate::checks::glossary_forbidden::forbidden;
use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "glossary-required",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "We met at the Pengcheng Lab.", target: "我们在实验室见面。", reported: &["Pengcheng Lab"]
        },
        Example {
            source: "We met at the Pengcheng Lab.", target: "我们在**鹏城**实验室见面。", reported: &[]
        },
        Example { source: "PaddlePaddle and PaddlePaddle", target: "飞桨与飞浆", reported: &[] },
        Example { source: "Run `Pengcheng Lab`.", target: "运行 `Pengcheng Lab`。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let matches = pair.glossary.matches(&pair.source.visible, pair.source_locale);
    if matches.is_empty() {
        return;
    }
    let target = pair.target.plain();
    let mut seen = HashSet::new();
    for found in matches {
        // Names have checks of their own.
        let asks =
            found.terms.iter().all(|term| !term.is_protected && !term.is_person() && !term.translation.is_empty());
        let Some(term) = found.terms.first().filter(|_| asks) else { continue };
        let said = found.terms.iter().any(|term| term.is_said_in(&target));
        // A word that must not stand for it is that check's finding.
        if said || !seen.insert(&term.id) || !forbidden(term, &pair.target.visible).is_empty() {
            continue;
        }
        let wording = &pair.source.visible[found.span.clone()];
        let message = Message::new("finding-glossary-required").with("source", wording);
        let fault = Fault::lacking(wording, message.with("target", term.translation.as_str()));
        let is_strict = found.terms.iter().any(|term| term.is_strict);
        report(if is_strict { fault.graded(Severity::Error) } else { fault });
    }
}
