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

    /// Its segments are drafts, and count as drafts do.
    fn severity(&self, profile: Profile) -> Severity {
        match profile {
            Profile::Work => Severity::Warning,
            Profile::Release => Severity::Error,
        }
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
    // Every one of the more numerous side is placed on the other by the middle of its length.
    let (many, few, many_total, few_total) = match targets.len() < sources.len() {
        true => (&sources, &targets, source_total, target_total),
        false => (&targets, &sources, target_total, source_total),
    };
    let mut shown = Vec::new();
    let mut done = 0;
    for (at, length) in many.iter().enumerate() {
        let middle = (done * 2 + length) * few_total / (2 * many_total);
        done += length;
        let mut sum = 0;
        let found = few.iter().position(|length| {
            sum += length;
            middle < sum
        });
        let other = found.unwrap_or(few.len().saturating_sub(1));
        let (sentence, line) = if targets.len() < sources.len() { (at, other) } else { (other, at) };
        shown.push(format!("{} → {}", sentence + 1, line + 1));
    }
    shown.join(", ")
}
