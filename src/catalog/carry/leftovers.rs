//! What no segment claimed: translations become obsolete, notes stay with the unit.

use std::collections::HashSet;

use crate::catalog::carry::lines::{line_has_notes, line_is_kept, notes};
use crate::catalog::carry::{Carried, Carrier, Place, Vanished};

impl Carrier<'_> {
    /// Notes above lines that were taken with their group but have no sentence any more, with the
    /// unit that keeps them.
    pub(super) fn orphans(&self) -> Vec<(usize, Vec<String>)> {
        let placed: HashSet<Place> = self.matches.iter().flatten().flatten().map(|found| found.place()).collect();
        let takers = self.takers();
        let mut orphans = Vec::new();
        for (at, record) in self.records.iter().enumerate() {
            let settled = self.unit_of[at].is_some_and(|unit| self.settled[unit].is_some());
            let Some(unit) = self.unit_of[at].or(takers[at]).filter(|_| !settled) else { continue };
            let gone = (0..record.sources.len()).filter(|&line| self.taken[at][line] && !placed.contains(&(at, line)));
            let notes: Vec<String> = gone.flat_map(|line| notes(&record.sources[line])).collect();
            if !notes.is_empty() {
                orphans.push((unit, notes));
            }
        }
        orphans
    }

    /// Sorts out lines that no segment claimed, and the notes that stood above them.
    pub(super) fn leftovers(&self, carried: &mut Carried) {
        let takers = self.takers();
        let copies = self.copies();
        for (at, record) in self.records.iter().enumerate() {
            let free: Vec<usize> = (0..self.taken[at].len()).filter(|&line| !self.taken[at][line]).collect();
            let kept: Vec<usize> = free
                .iter()
                .copied()
                .filter(|&line| line_is_kept(record, line) && !copies.contains(&(at, line)))
                .collect();
            match self.unit_of[at] {
                Some(unit) => {
                    if record.is_regular() && !kept.is_empty() {
                        carried.units[unit].vanished.push(Vanished { record: at, lines: kept.clone() });
                    }
                    for line in free.into_iter().filter(|line| !kept.contains(line)) {
                        carried.units[unit].tail.extend(notes(&record.sources[line]));
                    }
                }
                None if record.guest => {
                    let taken: Vec<usize> = (0..self.taken[at].len()).filter(|&line| self.taken[at][line]).collect();
                    if let (Some(unit), true) = (takers[at], kept.is_empty()) {
                        carried.emptied.push((at, unit));
                    }
                    if !taken.is_empty() {
                        carried.guests.push(Vanished { record: at, lines: taken });
                    }
                }
                None if self.is_only_copies(at, &copies) => carried.dropped.push(at),
                None => {
                    let kept: Vec<usize> = free
                        .iter()
                        .copied()
                        .filter(|&line| line_is_kept(record, line) || line_has_notes(record, line))
                        .collect();
                    let all = kept.len() == record.sources.len() || !record.is_regular();
                    match takers[at] {
                        Some(unit) if kept.is_empty() && !record.sources.is_empty() => carried.emptied.push((at, unit)),
                        _ if all => {
                            carried.obsolete.push(Vanished { record: at, lines: (0..record.sources.len()).collect() })
                        }
                        _ if kept.is_empty() => carried.obsolete.push(Vanished { record: at, lines: free }),
                        _ => carried.obsolete.push(Vanished { record: at, lines: kept }),
                    }
                }
            }
        }
    }

    /// For each record the first unit that took a line of it.
    pub(super) fn takers(&self) -> Vec<Option<usize>> {
        let mut takers = vec![None; self.records.len()];
        for (unit, matches) in self.matches.iter().enumerate() {
            for found in matches.iter().flatten() {
                takers[found.place().0].get_or_insert(unit);
            }
        }
        takers
    }
}
