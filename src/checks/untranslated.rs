//! A segment without a translation. A document nobody has started is one finding.

use crate::checks::{Check, Pairing, Profile};
use crate::finding::{Finding, Message, Severity};
use crate::status::{Counts, State};

pub(super) static CHECK: Untranslated = Untranslated;

pub(super) struct Untranslated;

impl Check for Untranslated {
    fn code(&self) -> &'static str {
        "untranslated"
    }

    fn severity(&self, profile: Profile) -> Severity {
        match profile {
            Profile::Work => Severity::Warning,
            Profile::Release => Severity::Error,
        }
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        let counts = Counts::of(pairing.entries);
        if counts.total > 0 && counts.missing == counts.total {
            let message = Message::new("finding-not-started").with("count", counts.total);
            report(pairing.finding(self.code(), 0, None, message));
            return;
        }
        for (unit, index, segment) in pairing.segments() {
            if segment.state == State::Missing && !segment.above {
                report(pairing.finding(self.code(), unit, Some(index), Message::new("finding-untranslated")));
            }
        }
    }
}
