//! The description of an image left in the source language, or empty.

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::text::is_han;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "image-alt",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "![People in the hall](a.png)",
            target: "![People in the hall](a.png)",
            reported: &["![People in the hall](a.png)"],
        },
        Example { source: "![People in the hall](a.png)", target: "![](a.png)", reported: &["![](a.png)"] },
        Example { source: "![MindSpore](a.png)", target: "![MindSpore](a.png)", reported: &[] },
        Example { source: "![People in the hall](a.png)", target: "![大厅里的人](a.png)", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    for image in &pair.target.images {
        let Some(own) = pair.source.images.iter().find(|own| own.url == image.url) else { continue };
        let (source, target) = (&pair.source.raw[own.text.clone()], &pair.target.raw[image.text.clone()]);
        let message = if target.trim().is_empty() && !source.trim().is_empty() {
            "finding-alt-empty"
        } else if source == target && is_prose(source) && !target.chars().any(is_han) {
            "finding-alt-source"
        } else {
            continue;
        };
        report(Fault::at_raw(pair, image.span.clone(), Message::new(message)));
    }
}

/// Whether a text is more than names: several words, one of them a small one.
fn is_prose(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = ["the", "of", "to", "is", "and", "for", "with", "a", "an", "in", "on", "at", "by", "from"];
    words.len() >= 2 && words.iter().any(|word| small.contains(word))
}
