//! A translation that is far shorter or longer than translations of such a text are: cut off, doubled, or of
//! another text.

use crate::checks::words::{labels, without_id};
use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::OPAQUE;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "length-ratio",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example {
            source: "Load balancers distribute all incoming requests among multiple services.",
            target: "负载均衡。",
            reported: &["负载均衡。"],
        },
        Example {
            source: "Load balancers distribute all requests.",
            target: "负载均衡器把所有请求分发出去，分发出去，分发出去，再分发出去，一直分发出去，直到所有请求全部都分发出去为止，没有一个请求剩下。",
            reported: &[
                "负载均衡器把所有请求分发出去，分发出去，分发出去，再分发出去，一直分发出去，直到所有请求全部都分发出去为止，没有一个请求剩下。",
            ],
        },
        Example {
            source: "Load balancers distribute all incoming requests among multiple services.",
            target: "负载均衡器把所有请求分发给多个服务。",
            reported: &[],
        },
        Example { source: "Load balancers", target: "均", reported: &[] },
        Example { source: "Instrumentation libraries", target: "插桩库", reported: &[] },
    ],
    run,
};

/// From which length of an English text on its Chinese has, in percent of that, between the two lengths: all
/// but one in four hundred published translations on either side.
const BANDS: [(usize, usize, usize); 5] = [(20, 15, 135), (40, 19, 103), (80, 23, 85), (160, 26, 78), (320, 27, 59)];

/// A text without a final mark is a title up to this length.
const TITLE: usize = 40;

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    // The bands are measured for this pair of languages.
    if !pair.source_locale.starts_with("en") || !pair.locale.starts_with("zh") {
        return;
    }
    let (source, target) = (without_id(&pair.source.visible), without_id(&pair.target.visible));
    let is_title = !source.ends_with(['.', '!', '?', ':', ';', ',', '…']);
    // A name that stays as it is has the same length in both.
    let names = names(pair, source, target);
    let (source, target) = (length(source).saturating_sub(names), length(target).saturating_sub(names));
    // Titles of a few words may be said in two or three characters.
    if is_title && source < TITLE {
        return;
    }
    let Some((_, least, most)) = BANDS.iter().rev().find(|(from, ..)| source >= *from) else { return };
    if target * 100 >= source * least && target * 100 <= source * most {
        return;
    }
    let message = Message::new(if target * 100 < source * least { "finding-too-short" } else { "finding-too-long" });
    let message = message.with("source", source).with("target", target);
    report(Fault::at_raw(pair, 0..pair.target.raw.len(), message));
}

/// The characters that a reader sees, without white space and what stands for code.
fn length(text: &str) -> usize {
    let count = |text: &str| text.chars().filter(|ch| !ch.is_whitespace() && *ch != OPAQUE).count();
    let hidden: usize = labels(text).into_iter().map(|label| count(&text[label])).sum();
    count(text).saturating_sub(hidden)
}

/// The length of the protected and personal names that stand in both texts.
fn names(pair: &Pair<'_>, source: &str, target: &str) -> usize {
    let mut sum = 0;
    for found in pair.glossary.matches(source, pair.source_locale) {
        let name = &source[found.span];
        if found.terms.iter().any(|term| term.is_protected || term.is_person()) && target.contains(name) {
            sum += length(name);
        }
    }
    sum
}
