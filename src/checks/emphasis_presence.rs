//! All emphasis lost, or emphasis where the source has none.

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::{EmphasisKind, View};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "emphasis-presence",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "This is **key**.", target: "这是关键。", reported: &["**key**"] },
        Example { source: "This is key.", target: "这是**关键**。", reported: &["**关键**"] },
        Example { source: "An *open* day.", target: "**开放**日。", reported: &[] },
        Example { source: "See *The Book*.", target: "请看《书》。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    match (first(pair.source), first(pair.target)) {
        (Some(lost), None) if !is_quoted(pair) => {
            report(Fault::lacking(lost, Message::new("finding-emphasis-lost").with("text", lost)));
        }
        (None, Some(added)) => {
            let start = pair.target.raw.find(added).unwrap_or(0);
            report(Fault::at_raw(pair, start..start + added.len(), Message::new("finding-emphasis-added")));
        }
        _ => {}
    }
}

fn first(view: &View) -> Option<&str> {
    // Emphasis may be written as HTML.
    let tag = view.tags.iter().find(|tag| ["<em>", "<strong>", "<b>", "<i>"].contains(&tag.text.as_str()));
    if let Some(tag) = tag {
        return Some(&tag.text);
    }
    let marked = view.emphasis.iter().find(|it| it.kind != EmphasisKind::Strikethrough)?;
    Some(&view.raw[marked.span.clone()])
}

/// Whether italics became quotation marks or a book title, as Chinese has it.
fn is_quoted(pair: &Pair<'_>) -> bool {
    let italic = pair.source.emphasis.iter().all(|it| it.kind == EmphasisKind::Emphasis);
    italic && pair.target.visible.contains(['《', '“', '「', '"'])
}
