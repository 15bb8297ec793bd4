//! An addition beside a unit that the document does not have.

use crate::checks::{Check, Pairing, Profile};
use crate::finding::{Finding, Message, Severity};

pub(super) static CHECK: AdditionLost = AdditionLost;

pub(super) struct AdditionLost;

impl Check for AdditionLost {
    fn code(&self) -> &'static str {
        "addition-lost"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Warning
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        let has = |id: &str| pairing.entries.iter().any(|entry| entry.id == id);
        for addition in pairing.catalog.additions.iter().filter(|addition| !has(&addition.anchor)) {
            let message = Message::new("finding-addition-lost").with("id", addition.id.as_str());
            let message = message.with("anchor", addition.anchor.as_str());
            let place = pairing.catalog_place(addition.span.clone());
            let mut finding = Finding::in_catalog(self.code(), Severity::Warning, place, pairing.locale, message);
            finding.id = Some(addition.id.clone());
            report(finding);
        }
    }
}
