//! A number that is not the one of the source.
//!
//! Numbers are compared by what they say: 1.5 million and 150 万 are one. A wrong date or time of day is
//! reported as such and not again here.

use crate::checks::readings::Readings;
use crate::checks::{Example, Fault, Pair, pair::PairCheck, readings};
use crate::finding::{Message, Severity};
use crate::quantity::{date_faults, time_faults};
use crate::text::Span;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "numbers",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "It took 40 minutes.", target: "用了 45 分钟。", reported: &["45"] },
        Example { source: "10,000 users", target: "1 亿名用户", reported: &["1 亿"] },
        Example { source: "It was attended by 400 people.", target: "许多人参加。", reported: &["400"] },
        Example { source: "Many came.", target: "来了 300 人。", reported: &["300"] },
        Example { source: "1.5 million and two", target: "150 万和 2", reported: &[] },
        Example { source: "Half of the 1990s", target: "20 世纪 90 年代的一半", reported: &[] },
        Example { source: "In the 1990s", target: "19 世纪 90 年代", reported: &["19 世纪 90"] },
        Example { source: "On Nov. 7, 2020", target: "2020 年 11 月 8 日", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(readings) = readings::of(pair) else { return };
    let compared = readings.compared();
    if compared.source_left.is_empty() && compared.target_left.is_empty() {
        return;
    }
    let (dated, misdated) = reported_elsewhere(readings);
    let inside = |span: &Span, spans: &[Span]| spans.iter().any(|it| it.start <= span.start && span.end <= it.end);
    let lost = compared.source_left.iter().map(|at| compared.source[*at].span.clone());
    let added = compared.target_left.iter().map(|at| compared.target[*at].span.clone());
    let mut lost = lost.filter(|span| !inside(span, &dated));
    for span in added.filter(|span| !inside(span, &misdated)) {
        let message = match lost.next() {
            Some(meant) => Message::new("finding-number-other").with("number", &pair.source.visible[meant]),
            None => Message::new("finding-number-added"),
        };
        report(Fault::at(pair, &span, message));
    }
    for span in lost {
        let number = &pair.source.visible[span];
        report(Fault::lacking(number, Message::new("finding-number-lost").with("number", number)));
    }
}

/// The spans of dates and times that their own checks report, in the source and in the target.
fn reported_elsewhere(readings: &Readings<'_>) -> (Vec<Span>, Vec<Span>) {
    let (mut dated, mut misdated) = (Vec::new(), Vec::new());
    let (own, other) = readings.dates();
    for (left, right) in date_faults(own, other) {
        dated.push(own[left].span.clone());
        misdated.push(other[right].span.clone());
    }
    let (own, other) = readings.times();
    for (left, right) in time_faults(own, other) {
        dated.push(own[left].span.clone());
        misdated.push(other[right].span.clone());
    }
    (dated, misdated)
}
