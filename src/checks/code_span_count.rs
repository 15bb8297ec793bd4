//! Code marked up more or less often than in the source.

use std::collections::BTreeMap;

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::View;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "code-span-count",
    severity: [Severity::Info; 2],
    settings: &[],
    examples: &[
        Example { source: "Run `ls`.", target: "运行 ls。", reported: &["ls"] },
        Example { source: "Run `ls`.", target: "运行 `ls`。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let (source, target) = (counts(pair.source), counts(pair.target));
    for (code, count) in &source {
        let here = target.get(code).copied().unwrap_or(0);
        if here != *count {
            let message = Message::new("finding-code-count").with("code", *code);
            report(Fault::lacking(*code, message.with("source", *count).with("target", here)));
        }
    }
}

fn counts(view: &View) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for code in &view.codes {
        *counts.entry(code.text.as_str()).or_insert(0) += 1;
    }
    counts
}
