//! The id of a heading, `{#id}`, lost or changed: links to it lead nowhere.

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::{Part, View};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "heading-id",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "The hall {#hall}", target: "大厅 {#hal}", reported: &["{#hal}"] },
        Example { source: "The hall {#hall}", target: "大厅 {#hall", reported: &["{#hall}"] },
        Example { source: "The hall {#hall}", target: "大厅 {#hall}", reported: &[] },
        Example { source: "The hall", target: "大厅 {#hall}", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(meant) = id(pair.source) else { return };
    let message = || Message::new("finding-heading-id").with("id", meant.text.as_str());
    match id(pair.target) {
        Some(own) if own.text != meant.text => report(Fault::at_raw(pair, own.span.clone(), message())),
        None => report(Fault::lacking(meant.text.clone(), message())),
        _ => {}
    }
}

fn id(view: &View) -> Option<&Part> {
    view.placeables.iter().find(|part| part.text.starts_with("{#"))
}
