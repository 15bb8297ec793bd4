//! A catalog that does not say what the source says today: `sync` would change it.

use crate::checks::{Check, Pairing, Profile};
use crate::finding::Place;
use crate::finding::{Finding, Message, Severity};

pub(super) static CHECK: CatalogOutOfSync = CatalogOutOfSync;

pub(super) struct CatalogOutOfSync;

impl Check for CatalogOutOfSync {
    fn code(&self) -> &'static str {
        "catalog-out-of-sync"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Info
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        if pairing.out_of_sync {
            let place = Place::indexed(pairing.catalog_path, &pairing.catalog.text, pairing.catalog_index, 0..0);
            let message = Message::new("finding-out-of-sync");
            report(Finding::in_catalog(self.code(), Severity::Info, place, pairing.locale, message));
        }
    }
}
