//! The one definition of every state: what a segment's translation is worth today.

use crate::catalog::{Above, Carried, CarriedLine, CarriedUnit, Catalog, Settled, TargetLine, Waiver, content_hash};
use crate::change::{Change, Class, classify};
use crate::fluent::codec::Value;
use crate::glossary::Glossary;
use crate::segment::Document;
use crate::text::{Span, join_lines};

/// The state of a segment, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// There is no translation.
    Missing,
    /// The source has changed since it was translated.
    Stale,
    /// Filled in by a machine or by a guess; nobody has confirmed it.
    Draft,
    /// It says what the source says.
    Translated,
    /// So says a second person too.
    Reviewed,
}

impl State {
    /// Returns the name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            State::Missing => "missing",
            State::Stale => "stale",
            State::Draft => "draft",
            State::Translated => "translated",
            State::Reviewed => "reviewed",
        }
    }

    /// Returns whether the translation may be published without a mark.
    pub fn is_fresh(self) -> bool {
        self >= State::Translated
    }
}

/// A segment with its translation.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Its state.
    pub state: State,
    /// For a stale one: the change, of its whole group.
    pub change: Option<Change>,
    /// For a stale one: what was translated.
    pub was: Option<String>,
    /// For a draft: where it comes from.
    pub origin: Option<String>,
    /// The source text today.
    pub now: String,
    /// The translation; empty where it is missing or said in the line above.
    pub target: String,
    /// Whether it is said in the line above.
    pub above: bool,
    /// The terms the translation refers to.
    pub value: Value,
    /// The bytes of the target line in the catalog.
    pub line: Option<Span>,
    /// The checks whose findings about it a person has waived, with a reason, as it stands.
    pub waived: Vec<String>,
}

/// A unit with its translation.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The unit's id.
    pub id: String,
    /// One a segment.
    pub segments: Vec<Segment>,
    /// For a record whose lines do not pair: all its target lines, joined.
    pub whole: Option<String>,
    /// The bytes of the record in the catalog.
    pub record: Option<Span>,
}

impl Entry {
    /// Returns the state of the unit: that of its worst segment.
    pub fn state(&self) -> State {
        self.segments.iter().map(|segment| segment.state).min().unwrap_or(State::Missing)
    }

    /// Returns the source text that the translation at `index` stands for: that of its group.
    pub fn stands_for(&self, index: usize) -> String {
        let group = self.segments[index + 1..].iter().take_while(|segment| segment.above);
        join_lines(std::iter::once(&self.segments[index]).chain(group).map(|segment| segment.now.as_str()))
    }
}

/// Returns the states of all units of a document in one locale.
pub fn join(document: &Document, carried: &Carried, catalog: &Catalog, glossary: &Glossary) -> Vec<Entry> {
    let units = document.units.iter().zip(&carried.units);
    units
        .map(|(unit, whole)| {
            let record = whole.record.map(|at| catalog.records[at].span.clone());
            let joined = whole.whole.as_deref().map(|lines| join_lines(lines.iter().map(|line| line.value.plain())));
            let segments = match &joined {
                Some(joined) => unpaired(&unit.segments, whole, joined),
                None => paired(&unit.segments, whole, catalog, glossary),
            };
            Entry { id: whole.id.clone(), segments, whole: joined, record }
        })
        .collect()
}

/// Returns the states that hold after a sync, with the places that the lines have in `catalog` now.
pub fn join_settled(document: &Document, settled: &Settled, catalog: &Catalog, glossary: &Glossary) -> Vec<Entry> {
    let here = join(document, &settled.carried, catalog, glossary);
    let Some((after, carried)) = &settled.after else { return here };
    let mut entries = join(document, carried, after, glossary);
    for (entry, here) in entries.iter_mut().zip(here) {
        entry.record = here.record;
        for (segment, here) in entry.segments.iter_mut().zip(here.segments) {
            segment.line = here.line;
        }
    }
    entries
}

/// A record without pairs is unconfirmed as a whole.
fn unpaired(segments: &[String], whole: &CarriedUnit, joined: &str) -> Vec<Segment> {
    let was = whole.lines.iter().find_map(|line| line.source.was()).map(|(_, was)| was.to_owned());
    let segment = |(at, now): (usize, &String)| Segment {
        state: if joined.is_empty() { State::Missing } else { State::Draft },
        change: None,
        was: was.clone(),
        origin: Some("unpaired".to_owned()),
        now: now.clone(),
        target: if at == 0 { joined.to_owned() } else { String::new() },
        above: at > 0,
        value: if at == 0 { Value::from_text(joined) } else { Value::Above },
        line: None,
        waived: Vec::new(),
    };
    segments.iter().enumerate().map(segment).collect()
}

fn paired(segments: &[String], whole: &CarriedUnit, catalog: &Catalog, glossary: &Glossary) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::with_capacity(segments.len());
    for (now, line) in segments.iter().zip(&whole.lines) {
        let above = line.target.value == Value::Above;
        let state = match out.last() {
            Some(before) if above => before.state.min(own_state(line)),
            _ => own_state(line),
        };
        let was = line.source.was().map(|(_, was)| was.to_owned());
        let stale = state == State::Stale;
        // What comes from another document's catalog has no line here yet.
        let own = line.from.map(|(record, at)| (&catalog.records[record], at)).filter(|(record, _)| !record.guest);
        let place = own.and_then(|(record, at)| record.targets.get(at));
        out.push(Segment {
            state,
            change: None,
            was: was.filter(|_| stale),
            origin: line.source.draft().filter(|_| state == State::Draft).map(str::to_owned),
            now: now.clone(),
            target: glossary.resolve(&line.target.value),
            above,
            value: line.target.value.clone(),
            line: place.map(|place: &TargetLine| place.span.clone()),
            waived: waived(line),
        });
    }
    // What is said in the line above shares its state both ways: one segment, one state.
    for at in (1..out.len()).rev() {
        if out[at].above && out[at].state < out[at - 1].state {
            out[at - 1].state = out[at].state;
        }
    }
    for at in 0..out.len() {
        if out[at].state == State::Stale {
            let group = out[at + 1..].iter().take_while(|segment| segment.above).map(|segment| segment.now.as_str());
            let now = join_lines(std::iter::once(out[at].now.as_str()).chain(group));
            out[at].change = Some(change(out[at].was.as_deref(), &now));
        }
    }
    out
}

/// The codes of the waivers above a line that are about what stands there now.
fn waived(line: &CarriedLine) -> Vec<String> {
    let target = line.target.value.plain();
    let waivers = line.source.above.iter().filter_map(|above| match above {
        Above::Waive(text) => Some(Waiver::read(text)),
        _ => None,
    });
    waivers.filter(|waiver| waiver.holds(&line.source.text, &target)).map(|waiver| waiver.code).collect()
}

/// What happened to a stale segment. One whose source is back, but whose line was edited, is none of form.
fn change(was: Option<&str>, now: &str) -> Change {
    let unknown = |class| Change { class, classes: vec![class], evidence: Vec::new() };
    let change = was.map_or_else(|| unknown(Class::Rewrite), |was| classify(was, now));
    if change.class == Class::Form { unknown(Class::Wording) } else { change }
}

fn own_state(line: &CarriedLine) -> State {
    if line.target.value == Value::Missing {
        return State::Missing;
    }
    if line.source.draft().is_some() {
        return State::Draft;
    }
    if line.source.was().is_some() {
        return State::Stale;
    }
    let target = line.target.value.plain();
    let reviewed = line.source.above.iter().any(|above| match above {
        Above::Reviewed { hash, .. } => *hash == content_hash(&line.source.text, &target),
        _ => false,
    });
    if reviewed { State::Reviewed } else { State::Translated }
}

/// How many segments are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub total: usize,
    /// Without a translation.
    pub missing: usize,
    /// Filled in, not confirmed.
    pub draft: usize,
    /// Out of date.
    pub stale: usize,
    /// Translated.
    pub translated: usize,
    /// Translated and reviewed.
    pub reviewed: usize,
}

impl Counts {
    /// Counts the segments of `entries`.
    pub fn of(entries: &[Entry]) -> Counts {
        entries.iter().flat_map(|entry| &entry.segments).map(|segment| segment.state).collect()
    }

    /// Returns the sum of two.
    #[must_use]
    pub fn plus(self, other: Counts) -> Counts {
        Counts {
            total: self.total + other.total,
            missing: self.missing + other.missing,
            draft: self.draft + other.draft,
            stale: self.stale + other.stale,
            translated: self.translated + other.translated,
            reviewed: self.reviewed + other.reviewed,
        }
    }
}

impl FromIterator<State> for Counts {
    fn from_iter<I: IntoIterator<Item = State>>(states: I) -> Counts {
        let mut counts = Counts::default();
        for state in states {
            counts.total += 1;
            match state {
                State::Missing => counts.missing += 1,
                State::Stale => counts.stale += 1,
                State::Draft => counts.draft += 1,
                State::Translated => counts.translated += 1,
                State::Reviewed => counts.reviewed += 1,
            }
        }
        counts
    }
}
