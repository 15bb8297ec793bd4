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
        Example { source: "An _open_ day.", target: "一个_开放_日。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    match (first(pair.source), first(pair.target)) {
        // Marks that a reader sees are another check's word: the emphasis is broken, not lost.
        (Some(_), None) if marks(pair.target) > marks(pair.source) => {}
        (Some(lost), None) if !is_quoted(pair) => {
            let fault = Fault::lacking(lost, Message::new("finding-emphasis-lost").with("text", lost));
            // Chinese has no italics, and often nothing in their place.
            report(if is_italic(pair.source) { fault.graded(Severity::Info) } else { fault });
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

/// How many marks of emphasis a reader sees.
fn marks(view: &View) -> usize {
    view.visible.matches(['*', '_']).count()
}

/// Whether all emphasis is italics.
fn is_italic(view: &View) -> bool {
    let bold = view.tags.iter().any(|tag| ["<strong>", "<b>"].contains(&tag.text.as_str()));
    !bold && view.emphasis.iter().all(|it| it.kind != EmphasisKind::Strong)
}

/// Whether italics became quotation marks or a book title, as Chinese has it.
fn is_quoted(pair: &Pair<'_>) -> bool {
    let italic = pair.source.emphasis.iter().all(|it| it.kind == EmphasisKind::Emphasis);
    italic && pair.target.visible.contains(['《', '“', '「', '"'])
}
