//! A link lost or added.

use std::collections::HashMap;

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::Destination;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "link-count",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "See [the lab](/lab).", target: "请看实验室。", reported: &["[the lab](/lab)"] },
        Example { source: "See the lab.", target: "请看[实验室](/lab)。", reported: &["[实验室](/lab)"] },
        Example { source: "See [the lab](/lab).", target: "请看[实验室](/lab)。", reported: &[] },
        Example { source: "See https://a.b.", target: "请看 <https://a.b>。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let (source, target) = (&pair.source.links, &pair.target.links);
    if source.len() > target.len() {
        for link in surplus(source, target).into_iter().take(source.len() - target.len()) {
            let text = &pair.source.raw[link.span.clone()];
            report(Fault::lacking(text, Message::new("finding-link-lost").with("text", text)));
        }
    } else if target.len() > source.len() {
        for link in surplus(target, source).into_iter().take(target.len() - source.len()) {
            report(Fault::at_raw(pair, link.span.clone(), Message::new("finding-link-added")));
        }
    }
}

/// The links of one text whose destination the other does not have, or not as often; then the rest.
fn surplus<'l>(links: &'l [Destination], others: &[Destination]) -> Vec<&'l Destination> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for other in others {
        *left.entry(&other.url).or_insert(0) += 1;
    }
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for link in links {
        match left.get_mut(link.url.as_str()).filter(|left| **left > 0) {
            Some(left) => {
                *left -= 1;
                rest.push(link);
            }
            None => first.push(link),
        }
    }
    first.extend(rest);
    first
}
