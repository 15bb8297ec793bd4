//! Confirming and reviewing: the only ways besides an editor to make a segment fresh.

use crate::catalog::record::{content_hash, write};
use crate::catalog::{Above, Catalog, Record};
use crate::fluent::codec::Value;
use crate::text::{Edit, apply};

/// What a person says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmation {
    /// The translation says what the source says now.
    Confirm {
        /// Also lines that nobody touched since they went stale.
        unchanged: bool,
        /// Also records whose lines do not pair: their lines are spread over the sentences as they stand.
        whole: bool,
        /// Who says so.
        by: Option<String>,
    },
    /// A second person agrees.
    Review {
        /// Who.
        name: String,
        /// Whether it may be the person who translated the record.
        own: OwnWork,
    },
}

/// Whether people may review what they translated themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnWork {
    /// They may.
    Allowed,
    /// It takes somebody else: four eyes.
    Refused,
}

/// What became of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// The unit.
    pub id: String,
    /// The segment, from 0.
    pub index: usize,
    /// The outcome.
    pub outcome: Outcome,
}

/// Whether a confirmation was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is fresh now.
    Done,
    /// It was fresh before.
    Already,
    /// There is no translation to confirm.
    Missing,
    /// The line is what it was when it went stale; it takes `--unchanged`.
    Unchanged,
    /// The record's lines do not pair with its sentences; it takes `--whole`.
    Unpaired,
    /// It must be confirmed before it can be reviewed.
    NotConfirmed,
    /// The reviewer is who translated it.
    OwnWork,
}

/// Confirms or reviews the records that `wanted` names and returns the new text of the catalog.
pub fn confirm(
    catalog: &Catalog,
    key: &str,
    wanted: &dyn Fn(&str) -> bool,
    confirmation: &Confirmation,
) -> (String, Vec<Confirmed>) {
    let mut edits = Vec::new();
    let mut done = Vec::new();
    for record in catalog.records.iter().filter(|record| record.obsolete.is_none() && wanted(&record.id)) {
        let mut new = record.clone();
        let outcomes = confirm_record(&mut new, confirmation);
        let changed = outcomes.contains(&Outcome::Done);
        let outcomes = outcomes.into_iter().enumerate();
        done.extend(outcomes.map(|(index, outcome)| Confirmed { id: record.id.clone(), index, outcome }));
        if changed {
            edits.push(rewritten(catalog, &new, key));
        }
    }
    (apply(&catalog.text, edits), done)
}

/// Returns the edit that writes a record anew where it stands, with the line ends of its file.
pub(super) fn rewritten(catalog: &Catalog, record: &Record, key: &str) -> Edit {
    let text = write(record, key);
    let crlf = catalog.text.contains("\r\n");
    Edit::new(record.span.clone(), if crlf { text.replace('\n', "\r\n") } else { text })
}

/// Whether two names are one person's.
fn same_person(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn confirm_record(record: &mut Record, confirmation: &Confirmation) -> Vec<Outcome> {
    if !record.is_regular() {
        return confirm_whole(record, confirmation);
    }
    let mut outcomes = Vec::with_capacity(record.sources.len());
    for (source, target) in record.sources.iter_mut().zip(&record.targets) {
        let above = target.value == Value::Above;
        let open = source.was().is_some() || source.draft().is_some();
        outcomes.push(match confirmation {
            _ if !target.has_text() && !above => Outcome::Missing,
            Confirmation::Confirm { .. } if !open => Outcome::Already,
            Confirmation::Confirm { unchanged: false, .. }
                if source.was().is_some_and(|(hash, _)| hash == target.hash()) =>
            {
                Outcome::Unchanged
            }
            Confirmation::Confirm { .. } => {
                source.above.retain(|above| !above.is_open());
                Outcome::Done
            }
            Confirmation::Review { .. } if open => Outcome::NotConfirmed,
            Confirmation::Review { name, own: OwnWork::Refused }
                if record.by.as_deref().is_some_and(|by| same_person(by, name)) =>
            {
                Outcome::OwnWork
            }
            Confirmation::Review { name, .. } => {
                let hash = content_hash(&source.text, &target.value.plain());
                let reviewed = Above::Reviewed { name: name.clone(), hash };
                if source.above.contains(&reviewed) {
                    Outcome::Already
                } else {
                    source.above.retain(|above| !matches!(above, Above::Reviewed { .. }));
                    source.above.push(reviewed);
                    Outcome::Done
                }
            }
        });
    }
    if let Confirmation::Confirm { by: Some(by), .. } = confirmation
        && outcomes.contains(&Outcome::Done)
    {
        record.by = Some(by.clone());
    }
    outcomes
}

/// Pairs a record's lines with its sentences on a person's word: line by line, what is too many in
/// the last line, what is too few said in the line above.
fn confirm_whole(record: &mut Record, confirmation: &Confirmation) -> Vec<Outcome> {
    let allowed = matches!(confirmation, Confirmation::Confirm { whole: true, .. });
    let texts = record.targets.iter().filter(|target| target.has_text()).count();
    if !record.has_text() {
        return vec![Outcome::Missing];
    }
    if !allowed || record.sources.is_empty() || texts < record.targets.len() {
        return vec![Outcome::Unpaired];
    }
    let count = record.sources.len();
    if record.targets.len() > count {
        let rest = record.targets.split_off(count.saturating_sub(1));
        let joined = crate::text::join_lines(rest.iter().map(|target| target.raw.as_str()));
        record.targets.push(crate::catalog::TargetLine::from_raw(joined));
    }
    while record.targets.len() < count {
        record.targets.push(crate::catalog::TargetLine::above());
    }
    for source in &mut record.sources {
        source.above.retain(|above| !above.is_open());
    }
    if let Confirmation::Confirm { by: Some(by), .. } = confirmation {
        record.by = Some(by.clone());
    }
    vec![Outcome::Done; count]
}
