//! What stands for each unit on a page: its translation, its source, or nothing, by the policies of the settings.

use std::collections::BTreeMap;

use crate::config::{Draft, Missing, PublishConfig, Stale};
use crate::publish::wechat::Words;
use crate::publish::{Target, WebWords};
use crate::segment::Document;
use crate::status::{Entry, State};

/// What to publish for segments that are not fresh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policies {
    /// For a segment without a translation.
    pub missing: Policy,
    /// For a stale one.
    pub stale: Policy,
    /// For an unconfirmed one.
    pub draft: Policy,
}

impl Default for Policies {
    fn default() -> Policies {
        Policies { missing: Policy::Source, stale: Policy::Keep, draft: Policy::Source }
    }
}

impl From<PublishConfig> for Policies {
    fn from(config: PublishConfig) -> Policies {
        Policies {
            missing: match config.missing {
                Missing::Source => Policy::Source,
                Missing::Mark => Policy::Mark,
                Missing::Omit => Policy::Omit,
                Missing::Fail => Policy::Fail,
            },
            stale: match config.stale {
                Stale::Keep => Policy::Keep,
                Stale::Mark => Policy::Mark,
                Stale::Source => Policy::Source,
                Stale::Fail => Policy::Fail,
            },
            draft: match config.draft {
                Draft::Use => Policy::Keep,
                Draft::Mark => Policy::Mark,
                Draft::Source => Policy::Source,
                Draft::Fail => Policy::Fail,
            },
        }
    }
}

/// One policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// The source text.
    Source,
    /// The translation as it is.
    Keep,
    /// What there is, with a mark that says what is wrong with it.
    Mark,
    /// Nothing.
    Omit,
    /// Publish nothing at all.
    Fail,
}

/// The words that a page adds in one of its languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// The name of the language in itself.
    pub language: String,
    /// What stands above notes.
    pub notes: String,
    /// What a page of HTML says.
    pub page: WebWords,
    /// Before a source text that stands for a missing translation.
    pub missing: String,
    /// Before a stale translation.
    pub stale: String,
    /// Before an unconfirmed one.
    pub draft: String,
    /// What an article adds (format `wechat`).
    pub article: Words,
}

/// How many segments were published as what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Used {
    /// State and policy by name: how many segments.
    pub counts: BTreeMap<(&'static str, &'static str), usize>,
    /// Fresh segments.
    pub fresh: usize,
}

impl Used {
    /// Counts the fresh segments of a unit as refused: the layout could not put them in place.
    pub fn refuse(&mut self, entry: &Entry) {
        for segment in entry.segments.iter().filter(|segment| segment.state.is_fresh() && !segment.above) {
            self.fresh -= 1;
            *self.counts.entry((segment.state.name(), "refused")).or_insert(0) += 1;
        }
    }
}

/// Chooses what stands for every unit. The first segment that a `fail` policy forbids is the error:
/// its unit, its index, its state.
pub fn choose(
    document: &Document,
    entries: &[Entry],
    policies: Policies,
    marks: &Marks,
    bilingual: bool,
) -> Result<(Vec<Target>, Used), (usize, usize, State)> {
    let mut used = Used::default();
    let mut targets = Vec::with_capacity(entries.len());
    for (unit, entry) in entries.iter().enumerate() {
        let mut chosen = Vec::new();
        let mut any = false;
        let one_line = document.units[unit].kind.is_one_line();
        for (index, segment) in entry.segments.iter().enumerate() {
            if segment.above {
                continue;
            }
            let policy = match segment.state {
                State::Missing => policies.missing,
                State::Stale => policies.stale,
                State::Draft => policies.draft,
                State::Translated | State::Reviewed => {
                    used.fresh += 1;
                    chosen.push(segment.target.clone());
                    any = true;
                    continue;
                }
            };
            let name = match policy {
                Policy::Source => "source",
                Policy::Keep => "kept",
                Policy::Mark => "marked",
                Policy::Omit => "omitted",
                Policy::Fail => return Err((unit, index, segment.state)),
            };
            *used.counts.entry((segment.state.name(), name)).or_insert(0) += 1;
            let (mark, text) = match segment.state {
                State::Missing => (&marks.missing, &segment.now),
                State::Stale => (&marks.stale, &segment.target),
                _ => (&marks.draft, &segment.target),
            };
            // Below its source a page says nothing twice: a sentence without a translation is said once.
            let once = bilingual && !one_line;
            match policy {
                Policy::Source if once => {}
                Policy::Source => chosen.push(entry.stands_for(index)),
                Policy::Keep => {
                    chosen.push(text.clone());
                    any = true;
                }
                Policy::Mark => {
                    chosen.push(format!("{mark}{text}"));
                    any = true;
                }
                Policy::Omit | Policy::Fail => {}
            }
        }
        targets.push(match (any, chosen.is_empty()) {
            (true, _) => Target::Segments(chosen),
            (false, true) if !bilingual => Target::Omitted,
            (false, _) => Target::Source,
        });
    }
    Ok((targets, used))
}
