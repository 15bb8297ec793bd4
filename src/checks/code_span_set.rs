//! Code that was changed, translated or lost.

use std::collections::HashSet;

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::View;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "code-span-set",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "Run `cargo test`.", target: "运行 `cargo tes`。", reported: &["`cargo tes`"] },
        Example { source: "Run `cargo test`.", target: "运行它。", reported: &["cargo test"] },
        Example { source: "Run `cargo test`.", target: "运行 cargo test。", reported: &[] },
        Example { source: "A `&mut T`.", target: "一个 `&mu tT`。", reported: &["`&mu tT`"] },
        Example { source: "Run `ls` twice.", target: "运行 `ls` 两次，`ls`。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    if pair.source.codes.is_empty() && pair.target.codes.is_empty() {
        return;
    }
    let (source, target) = (squeezed(&pair.source.plain()), squeezed(&pair.target.plain()));
    let mut lost: Vec<&str> = missing(pair.source, &target);
    for code in &pair.target.codes {
        if pair.source.codes.iter().any(|own| squeezed(&own.text) == squeezed(&code.text)) {
            continue;
        }
        // What stands there instead is the same finding, not a second one.
        let message = match nearest(&code.text, &lost).map(|at| lost.remove(at)) {
            Some(meant) => Message::new("finding-code-changed").with("code", meant),
            None if source.contains(&squeezed(&code.text)) => continue,
            None => Message::new("finding-code-added"),
        };
        report(Fault::at_raw(pair, code.span.clone(), message));
    }
    for code in lost {
        report(Fault::lacking(code, Message::new("finding-code-lost").with("code", code)));
    }
}

/// The codes of a text, each once, that do not stand in the other.
fn missing<'v>(view: &'v View, other: &str) -> Vec<&'v str> {
    let mut seen = HashSet::new();
    let codes = view.codes.iter().map(|code| code.text.as_str());
    codes.filter(|code| seen.insert(*code) && !other.contains(&squeezed(code))).collect()
}

/// The code that is most alike, by the characters at both ends; the only one left is meant in any case.
fn nearest(code: &str, others: &[&str]) -> Option<usize> {
    let alike = |other: &str| {
        let start = code.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        start + code.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count()
    };
    let best = (0..others.len()).max_by_key(|&at| (alike(others[at]), std::cmp::Reverse(at)))?;
    (others.len() == 1 || alike(others[best]) > 0).then_some(best)
}

/// A text with one space for any run of white space: a line break inside a code span is no change.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
