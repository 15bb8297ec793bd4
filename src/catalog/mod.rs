//! Target catalogs: records, and the carry of translations from what the source said to what it says now.
//!
//! Where a unit's translation lives in a file is known here alone.

mod answer;
mod carry;
mod confirm;
pub mod guests;
mod ids;
mod matching;
mod mend;
mod merge;
mod prune;
mod record;
mod settle;
mod silent;
mod source;
mod spare;
mod take_back;
#[cfg(test)]
mod tests;
mod update;
mod waive;

pub use answer::{Answer, Refusal, answer};
pub use carry::{Carried, CarriedLine, CarriedUnit, Vanished, carry};
pub use confirm::{Confirmation, Confirmed, Outcome, OwnWork, confirm};
pub use ids::ids;
pub use mend::{Mended, mend};
pub use merge::{Merged, merge};
pub use prune::prune;
pub use record::{Above, Addition, Record, SourceLine, TargetLine, Waiver, content_hash};
pub use settle::{Settled, settle};
pub use silent::{How, Silent, silent};
pub use source::{SourceCatalog, ids_in_step, write_source};
pub use spare::Patched;
pub use take_back::{TakenBack, bring_back, changed_records, take_back};
pub use update::{Update, update};
pub use waive::waive;

use crate::finding::{Finding, Message, Place, Severity};
use crate::fluent::file::{self, Entry, File, SlipKind};
use crate::text::{Span, lines};

/// A target catalog as it lies on disk.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// Its text.
    pub text: String,
    /// The entries of its file.
    pub file: File,
    /// Its records in file order.
    pub records: Vec<Record>,
    /// What only the target page has, in file order.
    pub additions: Vec<Addition>,
    /// Line and column of the first byte that is not UTF-8; the file is then empty to us.
    pub not_utf8: Option<(usize, usize)>,
}

impl Catalog {
    /// Returns the record with an id, obsolete ones included.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id == id)
    }

    /// Returns whether the file holds conflict markers or is no text: nothing in it counts, and nobody changes it.
    pub fn is_closed(&self) -> bool {
        self.file.conflict.is_some() || self.not_utf8.is_some()
    }

    /// Returns the ids of junk entries: records that are there but damaged.
    pub fn damaged_ids(&self) -> impl Iterator<Item = &str> {
        self.file.entries.iter().filter_map(|entry| match entry {
            Entry::Junk { id: Some(id), .. } => Some(id.as_str()),
            _ => None,
        })
    }
}

/// Reads a target catalog. `key` is the source locale. Never fails; damage stays in its record.
pub fn read(text: String, key: &str) -> Catalog {
    let file = file::read(&text);
    let (mut records, mut additions) = (Vec::new(), Vec::new());
    if file.conflict.is_none() {
        for message in file.messages().filter(|message| !message.id.starts_with('-')) {
            match record::addition(message, key) {
                Some(addition) => additions.push(addition),
                None => records.push(record::record(&text, message, key)),
            }
        }
    }
    Catalog { text, file, records, additions, not_utf8: None }
}

/// Returns whether a file says that it is a catalog of ours.
pub fn is_ours(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').starts_with("### duizhao 1 ")
}

/// Returns a catalog that cannot be read as text. `line` and `column` say where, both from 1.
pub fn unreadable(line: usize, column: usize) -> Catalog {
    Catalog { not_utf8: Some((line, column)), ..Catalog::default() }
}

/// The codes of findings about a catalog as a file that are milder than `damaged-record`.
pub const CODES: [&str; 2] = ["catalog-slip", "unknown-key"];

/// Returns what is wrong with a catalog as a file: damage, slips, near misses of keys, duplicate ids.
pub fn findings(catalog: &Catalog, path: &str, locale: &str) -> Vec<Finding> {
    if let Some((line, column)) = catalog.not_utf8 {
        let place = Place { path: path.to_owned(), span: 0..0, line, column, end_line: line, end_column: column };
        let message = Message::new("damaged-not-utf8");
        return vec![Finding::in_catalog("damaged-record", Severity::Error, place, locale, message)];
    }
    let mut found = Vec::new();
    let mut report = |severity: Severity, code: &'static str, span: Span, message: Message| {
        let place = Place::new(path, &catalog.text, span);
        found.push(Finding::in_catalog(code, severity, place, locale, message));
    };
    if let Some(span) = &catalog.file.conflict {
        report(Severity::Error, "damaged-record", span.clone(), Message::new("damaged-conflict"));
        return found;
    }
    for entry in &catalog.file.entries {
        match entry {
            Entry::Junk { span, id } => {
                let line = first_line(&catalog.text, span);
                let first = &catalog.text[line.clone()];
                let message = match id {
                    Some(id) => Message::new("damaged-junk").with("hint", format!("{id} =")),
                    None if first.starts_with([' ', '\t', '\u{3000}']) => Message::new("damaged-no-id"),
                    None if first.contains(['=', '＝']) => Message::new("damaged-bad-id"),
                    None => Message::new("damaged-junk").with("hint", format!("    {}", first.trim())),
                };
                report(Severity::Error, "damaged-record", line, message);
            }
            Entry::Message(message) => {
                let mut slips: Vec<_> = message.slips.iter().map(|(span, slip)| (span, slip_message(*slip))).collect();
                slips.dedup();
                for (span, slip) in slips {
                    let text = Message::new(slip).with("text", &catalog.text[span.clone()]);
                    report(Severity::Info, "catalog-slip", span.clone(), text);
                }
            }
            Entry::Comment { .. } => {}
        }
    }
    let mut seen = std::collections::HashSet::new();
    let records = catalog.records.iter().map(|record| (&record.id, &record.span));
    for (id, span) in records.chain(catalog.additions.iter().map(|addition| (&addition.id, &addition.span))) {
        if !seen.insert(id.as_str()) {
            let message = Message::new("damaged-duplicate").with("id", id.as_str());
            report(Severity::Error, "damaged-record", span.clone(), message);
        }
    }
    for record in &catalog.records {
        for source in &record.sources {
            for above in &source.above {
                if let Above::NearMiss(raw, meant) = above {
                    let meant = if *meant == "source" { "en" } else { meant };
                    let message = Message::new("near-miss").with("text", raw.as_str()).with("meant", meant);
                    report(Severity::Warning, "unknown-key", source.span.clone(), message);
                }
            }
        }
    }
    found
}

/// Returns the first line of a junk entry that is no comment: what could not be understood.
fn first_line(text: &str, junk: &Span) -> Span {
    let lines = lines(&text[junk.clone()]).map(|line| junk.start + line.start..junk.start + line.end);
    let found = lines
        .into_iter()
        .find(|line| !text[line.clone()].trim().is_empty() && !text[line.clone()].starts_with(['#', '＃']));
    found.unwrap_or_else(|| junk.clone())
}

fn slip_message(slip: SlipKind) -> &'static str {
    match slip {
        SlipKind::Codec(_) => "slip-escape",
        SlipKind::NoIndent | SlipKind::OddIndent => "slip-indent",
        SlipKind::IndentedComment => "slip-indented-comment",
        SlipKind::FullWidth => "slip-full-width",
        SlipKind::NoSpace => "slip-no-space",
    }
}
