//! A `was` line that went while its translation stayed: somebody said that it still holds.
//!
//! That may be right (the change did not matter), so it is told and fails nothing; only a comparison
//! with the base revision can show it.

use crate::change::{Class, class};
use crate::checks::{Check, Pairing, Profile};
use crate::finding::{Finding, Message, Severity};
use crate::status::State;

pub(super) static CHECK: ConfirmedUnchanged = ConfirmedUnchanged;

pub(super) struct ConfirmedUnchanged;

impl Check for ConfirmedUnchanged {
    fn code(&self) -> &'static str {
        "confirmed-unchanged"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Info
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        let Some(base) = pairing.base else { return };
        for (unit, entry) in pairing.entries.iter().enumerate() {
            let Some(before) = base.record(&entry.id).filter(|record| record.is_regular()) else { continue };
            for (index, segment) in entry.segments.iter().enumerate() {
                if segment.above || segment.target.is_empty() || segment.state < State::Translated {
                    continue;
                }
                // The same translation stood there for another source, and nothing says so any more.
                let same = |line: usize| before.targets[line].value == segment.value;
                let made_from = |line: usize| before.sources[line].made_from();
                let lines = 0..before.targets.len();
                let kept = lines.clone().any(|line| same(line) && class(made_from(line), &segment.now) == Class::Form);
                if let Some(line) = lines.clone().find(|&line| same(line)).filter(|_| !kept) {
                    let mut finding =
                        pairing.finding(self.code(), unit, Some(index), Message::new("finding-confirmed-unchanged"));
                    finding.was = Some(made_from(line).to_owned());
                    report(finding);
                }
            }
        }
    }
}
