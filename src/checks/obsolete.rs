//! A record whose source is gone.

use crate::checks::{Check, Pairing, Profile};
use crate::finding::{Finding, Message, Severity};

pub(super) static CHECK: Obsolete = Obsolete;

pub(super) struct Obsolete;

impl Check for Obsolete {
    fn code(&self) -> &'static str {
        "obsolete"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Info
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        for record in pairing.catalog.records.iter().filter(|record| record.obsolete.is_some()) {
            let message = Message::new("finding-obsolete").with("id", record.id.as_str());
            let place = pairing.catalog_place(record.span.clone());
            let mut finding = Finding::in_catalog(self.code(), Severity::Info, place, pairing.locale, message);
            finding.id = Some(record.id.clone());
            report(finding);
        }
    }
}
