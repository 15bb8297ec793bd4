//! A record with another number of lines than its source has sentences.

use crate::catalog::Record;
use crate::checks::{Check, Pairing, Profile};
use crate::finding::{Finding, Message, Severity};
use crate::status::Entry;

pub(super) static CHECK: SegmentCount = SegmentCount;

pub(super) struct SegmentCount;

impl Check for SegmentCount {
    fn code(&self) -> &'static str {
        "segment-count"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Warning
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        for (unit, entry) in pairing.entries.iter().enumerate() {
            if entry.whole.is_none() {
                continue;
            }
            let Some(record) = pairing.catalog.record(&entry.id) else { continue };
            let message = Message::new("finding-segment-count")
                .with("expected", entry.segments.len())
                .with("noted", record.sources.len())
                .with("found", record.targets.len())
                .with("pairing", pairing_of(entry, record));
            report(pairing.finding(self.code(), unit, None, message));
        }
    }
}

/// Proposes which line belongs to which sentence: by length, in order.
fn pairing_of(entry: &Entry, record: &Record) -> String {
    let total = |lengths: &[usize]| lengths.iter().sum::<usize>().max(1);
    let sources: Vec<usize> = entry.segments.iter().map(|segment| segment.now.chars().count()).collect();
    let targets: Vec<usize> = record.targets.iter().map(|target| target.raw.chars().count()).collect();
    let (source_total, target_total) = (total(&sources), total(&targets));
    let mut shown = Vec::new();
    let mut done = 0;
    for (line, length) in targets.iter().enumerate() {
        let middle = (done * 2 + length) * source_total / (2 * target_total);
        done += length;
        let mut sum = 0;
        let sentence = sources.iter().position(|length| {
            sum += length;
            middle < sum
        });
        shown.push(format!("{} → {}", sentence.unwrap_or(sources.len().saturating_sub(1)) + 1, line + 1));
    }
    shown.join(", ")
}
