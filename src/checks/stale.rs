//! A segment whose source has changed since it was translated.

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

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        for (unit, index, segment) in pairing.segments() {
            if segment.state == State::Stale && !segment.above {
                report(pairing.finding(self.code(), unit, Some(index), Message::new("finding-stale")));
            }
        }
    }
}
