//! A record that cannot be read, slips that were read as what was meant, odd keys.

use crate::catalog;
use crate::checks::{Check, Pairing, Profile};
use crate::finding::{Finding, Severity};

pub(super) static CHECK: DamagedRecord = DamagedRecord;

pub(super) struct DamagedRecord;

impl Check for DamagedRecord {
    fn code(&self) -> &'static str {
        "damaged-record"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Error
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        catalog::findings(pairing.catalog, pairing.catalog_path, pairing.locale).into_iter().for_each(report);
    }
}
