//! What is true of a page that its readers should know: how many of its passages a machine made, nobody confirmed, are
//! behind the source, stand in the source or are left out.

use crate::publish::split::can_be_left_out;
use crate::publish::{Policies, Policy, Target};
use crate::segment::Document;
use crate::status::{Entry, State};

/// How many segments of a page stand there as what; those that are fresh are only in `all`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Translated by an engine, confirmed by nobody.
    pub machine: usize,
    /// Filled in from elsewhere, confirmed by nobody.
    pub draft: usize,
    /// Translated from a source that has changed since.
    pub stale: usize,
    /// The source stands there.
    pub missing: usize,
    /// Nothing stands there.
    pub omitted: usize,
    /// All of them.
    pub all: usize,
}

/// What an engine filled in says so.
const ENGINE: &str = "engine";

/// Counts the segments of a page. `targets` are what was chosen for its units, `refused` the units whose translation
/// the layout could not put in place.
pub fn standing(
    document: &Document,
    entries: &[Entry],
    policies: Policies,
    targets: &[Target],
    refused: &[usize],
    bilingual: bool,
) -> Standing {
    let mut standing = Standing::default();
    for (unit, entry) in entries.iter().enumerate() {
        let left_out = !bilingual && can_be_left_out(document.units[unit].kind);
        let in_source = match targets[unit] {
            Target::Segments(_) => refused.contains(&unit),
            Target::Source => true,
            Target::Omitted => !left_out,
        };
        for segment in entry.segments.iter().filter(|segment| !segment.above) {
            standing.all += 1;
            let policy = match segment.state {
                State::Missing => policies.missing,
                State::Stale => policies.stale,
                State::Draft => policies.draft,
                State::Translated | State::Reviewed if refused.contains(&unit) => Policy::Source,
                State::Translated | State::Reviewed => continue,
            };
            let count = match (segment.state, policy) {
                (_, Policy::Omit) if !bilingual && !in_source => &mut standing.omitted,
                (State::Missing, _) | (_, Policy::Source | Policy::Omit) => &mut standing.missing,
                _ if in_source => &mut standing.missing,
                (State::Stale, _) => &mut standing.stale,
                _ if segment.origin.as_ref().is_some_and(|it| it.starts_with(ENGINE)) => &mut standing.machine,
                _ => &mut standing.draft,
            };
            *count += 1;
        }
    }
    standing
}

impl Standing {
    /// Returns what there is to say, by the names of the messages that say it, with how many passages it is true of and
    /// whether these are all that could be so.
    pub fn said(&self) -> Vec<(&'static str, usize, bool)> {
        let translated = self.all - self.missing - self.omitted;
        let said = [
            ("notice-machine", self.machine, translated),
            ("notice-draft", self.draft, translated),
            ("notice-stale", self.stale, translated),
            ("notice-missing", self.missing, self.all),
            ("notice-omitted", self.omitted, self.all),
        ];
        let there = said.into_iter().filter(|(_, count, _)| *count > 0);
        there.map(|(id, count, of)| (id, count, count == of)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(standing: Standing, expected: &[(&str, usize, bool)]) {
        assert_eq!(standing.said(), expected);
    }

    #[test]
    fn nothing_is_said_of_a_fresh_page() {
        check(Standing { all: 5, ..Standing::default() }, &[]);
    }

    #[test]
    fn a_page_is_a_draft_where_all_that_is_translated_is_one() {
        let machine = Standing { machine: 3, missing: 2, all: 5, ..Standing::default() };
        check(machine, &[("notice-machine", 3, true), ("notice-missing", 2, false)]);
        check(Standing { missing: 5, all: 5, ..Standing::default() }, &[("notice-missing", 5, true)]);
        check(Standing { stale: 1, all: 5, ..Standing::default() }, &[("notice-stale", 1, false)]);
    }
}
