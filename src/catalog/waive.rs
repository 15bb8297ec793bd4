//! A person's word that a finding is none, written above the sentence it is about.

use crate::catalog::confirm::rewritten;
use crate::catalog::{Above, Catalog, Waiver, content_hash};
use crate::text::apply;

/// Returns the catalog with a waiver of `code` above the lines `indices` of the record `id`; `None` where there is
/// no such line. `key` is the source locale.
///
/// A waiver of the same check that stood there goes: it was about this text or about one that is gone.
pub fn waive(catalog: &Catalog, key: &str, id: &str, indices: &[usize], code: &str, reason: &str) -> Option<String> {
    let record = catalog.records.iter().find(|record| record.obsolete.is_none() && record.id == id)?;
    let mut new = record.clone();
    for &index in indices {
        let target = record.targets.get(index).filter(|_| record.is_regular())?;
        let source = &mut new.sources[index];
        let hash = content_hash(&source.text, &target.value.plain());
        let waiver = Waiver { code: code.to_owned(), hash, reason: reason.trim().to_owned() };
        source.above.retain(|above| !matches!(above, Above::Waive(text) if Waiver::read(text).code == code));
        source.above.push(Above::Waive(waiver.text()));
    }
    Some(apply(&catalog.text, vec![rewritten(catalog, &new, key)]))
}
