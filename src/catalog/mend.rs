//! Translations that were repaired, written into their records.
//!
//! A repair is no translator's word: what was stale or a draft stays so. A line that nobody had touched since it
//! went stale counts as untouched after it.

use crate::catalog::confirm::rewritten;
use crate::catalog::{Above, Catalog, TargetLine};
use crate::fluent::codec::{Value, encode_value};
use crate::text::apply;

/// A repaired line: the record, the line, and what it says now.
#[derive(Debug, Clone, PartialEq)]
pub struct Mended {
    /// The record's id.
    pub id: String,
    /// The line, from 0.
    pub index: usize,
    /// What it says.
    pub value: Value,
}

/// Returns the catalog with the repaired lines. `key` is the source locale.
pub fn mend(catalog: &Catalog, key: &str, mended: &[Mended]) -> String {
    let mut edits = Vec::new();
    for old in catalog.records.iter().filter(|record| record.obsolete.is_none() && record.is_regular()) {
        let mut record = old.clone();
        for Mended { index, value, .. } in mended.iter().filter(|mended| mended.id == old.id) {
            let Some(target) = record.targets.get_mut(*index) else { continue };
            let before = target.hash();
            *target = TargetLine { raw: encode_value(value), value: value.clone(), span: target.span.clone() };
            let now = target.hash();
            for above in &mut record.sources[*index].above {
                if let Above::Was { hash, .. } = above
                    && *hash == before
                {
                    hash.clone_from(&now);
                }
            }
        }
        if record.targets != old.targets {
            edits.push(rewritten(catalog, &record, key));
        }
    }
    apply(&catalog.text, edits)
}
