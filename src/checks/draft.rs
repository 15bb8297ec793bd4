//! A translation that nobody has confirmed.

use crate::checks::{Check, Pairing, Profile};
use crate::finding::{Finding, Message, Severity};
use crate::status::State;

pub(super) static CHECK: Draft = Draft;

pub(super) struct Draft;

impl Check for Draft {
    fn code(&self) -> &'static str {
        "draft"
    }

    fn severity(&self, profile: Profile) -> Severity {
        match profile {
            Profile::Work => Severity::Warning,
            Profile::Release => Severity::Error,
        }
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        for (unit, index, segment) in pairing.segments() {
            // A record that does not pair is the business of `segment-count`.
            if segment.state == State::Draft && !segment.above && pairing.entries[unit].whole.is_none() {
                let origin = segment.origin.as_deref().unwrap_or("");
                let message = Message::new("finding-draft").with("origin", origin);
                report(pairing.finding(self.code(), unit, Some(index), message));
            }
        }
    }
}
