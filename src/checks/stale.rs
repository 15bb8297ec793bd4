//! A segment whose source has changed since it was translated. The settings say how bad that is.

use crate::change::severity;
use crate::checks::{Check, Pairing, Profile};
use crate::finding::{Finding, Message, Severity};
use crate::status::State;

pub(super) static CHECK: Stale = Stale;

pub(super) struct Stale;

impl Check for Stale {
    fn code(&self) -> &'static str {
        "stale"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Error
    }

    fn is_graded(&self) -> bool {
        true
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        for (unit, index, segment) in pairing.segments() {
            if segment.state == State::Stale && !segment.above {
                let mut finding = pairing.finding(self.code(), unit, Some(index), Message::new("finding-stale"));
                let severity_of = |change| severity(change, pairing.actions);
                finding.severity = segment.change.as_ref().map_or(Severity::Error, severity_of);
                report(finding);
            }
        }
    }
}
