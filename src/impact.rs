//! What a change of a source does to its translations, before anybody has synced.
//!
//! The old document is taken for translated: each of its segments gets a number for a translation,
//! and the ordinary carry brings the numbers to the new document. So this says what `sync` and
//! `check` would say later. No real catalog is read here; `project::impact` asks those.

use std::collections::{HashMap, HashSet};

use crate::catalog::{self, Carried, CarriedLine, CarriedUnit, Catalog, SourceCatalog, SourceLine, TargetLine};
use crate::change::Class;
use crate::config::Actions;
use crate::glossary::Glossary;
use crate::segment::Document;
use crate::status::{self, Entry, State};
use crate::text::{LineIndex, Span, lines};

/// What becomes of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// There is none to carry over.
    Missing,
    /// It is carried over and says no longer what the source says.
    Stale,
    /// It still holds.
    Fresh,
}

impl Effect {
    /// Returns the name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Effect::Missing => "missing",
            Effect::Stale => "stale",
            Effect::Fresh => "fresh",
        }
    }
}

impl From<State> for Effect {
    /// What a machine filled in does not count: somebody has to look at it as at a missing one.
    fn from(state: State) -> Effect {
        match state {
            State::Missing | State::Draft => Effect::Missing,
            State::Stale => Effect::Stale,
            State::Translated | State::Reviewed => Effect::Fresh,
        }
    }
}

/// First and last line of a block, from 1, both inclusive.
pub type Lines = (usize, usize);

/// A block of the new document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub lines: Lines,
    /// What becomes of its translation.
    pub effect: Effect,
    /// The highest class of its stale segments.
    pub class: Option<Class>,
    /// Where its translation stood in the old document; empty for a new block.
    pub from: Vec<Lines>,
    /// Its sentences; none for a block without anything to translate.
    pub segments: Vec<Sentence>,
    /// Sentences of those places that stand nowhere any more; their translation goes with them.
    pub gone: Vec<String>,
}

/// A sentence of the new document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What it says now.
    pub text: String,
    /// What becomes of its translation.
    pub effect: Effect,
    /// For a stale one: the class of the change.
    pub class: Option<Class>,
    /// For a stale one: what was translated.
    pub was: Option<String>,
    /// For one that repeats another: where the draft comes from that `sync` would fill in.
    pub draft: Option<String>,
    /// Which segments of the old document, counted from 0 over all its units, its translation is from.
    pub origins: Vec<usize>,
}

/// A version of a document.
#[derive(Debug, Clone, Copy)]
pub struct Version<'v> {
    /// Its text.
    pub source: &'v str,
    /// The same, cut into units.
    pub document: &'v Document,
}

/// Returns what a change makes of the translation of `old`, for every block of `new` in order.
///
/// `actions` say which changes leave a translation fresh. Blocks with nothing to translate are fresh.
pub fn between(old: Version<'_>, new: Version<'_>, actions: &Actions) -> Vec<Block> {
    let entries = carried(old.document, new.document, actions);
    let places: Vec<Lines> = old.document.units.iter().map(|unit| (unit.line, unit.end_line)).collect();
    let units: Vec<usize> =
        old.document.units.iter().enumerate().flat_map(|(at, unit)| vec![at; unit.segments.len()]).collect();
    let carried: HashSet<usize> = entries.iter().flat_map(|entry| &entry.segments).flat_map(origins).collect();
    let mut gone: HashMap<usize, Vec<String>> = HashMap::new();
    let texts = old.document.units.iter().flat_map(|unit| &unit.segments);
    for (number, text) in texts.enumerate().filter(|(number, _)| !carried.contains(number)) {
        gone.entry(units[number]).or_default().push(text.clone());
    }
    let mut blocks: Vec<Block> = wordless(old, new);
    for (unit, entry) in new.document.units.iter().zip(entries) {
        let mut from: Vec<usize> = entry.segments.iter().flat_map(origins).map(|number| units[number]).collect();
        from.dedup();
        let gone = from.iter().filter_map(|unit| gone.remove(unit)).flatten().collect();
        let from = from.into_iter().map(|unit| places[unit]).collect();
        blocks.push(Block { gone, ..block((unit.line, unit.end_line), &entry, from) });
    }
    blocks.sort_by_key(|block| block.lines);
    blocks
}

fn block(lines: Lines, entry: &Entry, from: Vec<Lines>) -> Block {
    let segments: Vec<Sentence> = entry
        .segments
        .iter()
        .map(|segment| Sentence {
            text: segment.now.clone(),
            effect: segment.state.into(),
            class: segment.change.as_ref().map(|change| change.class),
            was: segment.was.clone().filter(|_| segment.state == State::Stale),
            draft: segment.origin.clone().filter(|_| segment.state == State::Draft),
            origins: origins(segment).collect(),
        })
        .collect();
    let all = |effect| segments.iter().all(|segment| segment.effect == effect);
    let effect = match () {
        () if all(Effect::Fresh) => Effect::Fresh,
        () if from.is_empty() => Effect::Missing,
        // A sentence of it is new: what there is no longer translates the block.
        () => Effect::Stale,
    };
    let class = segments.iter().filter_map(|segment| segment.class).max();
    Block { lines, effect, class, from, segments, gone: Vec::new() }
}

/// The states of the new document's units where the k-th segment of the old one is translated by
/// the number k.
fn carried(old: &Document, new: &Document, actions: &Actions) -> Vec<Entry> {
    let (path, key, locale) = ("", "en", "numbers");
    let ids = catalog::ids(&old.units, &SourceCatalog::default(), std::iter::empty());
    let catalog = numbered(old, &ids, |carried| {
        let written = catalog::update(&Catalog::default(), carried, old, path, key, locale);
        catalog::read(written.text, key)
    });
    let known = old.units.iter().zip(&ids).map(|(unit, id)| (id.clone(), unit.segments.clone())).collect();
    let ids = catalog::ids(&new.units, &SourceCatalog { units: known }, std::iter::once(&catalog));
    let settled = catalog::settle(&catalog, new, &ids, (path, key, locale), actions);
    status::join_settled(new, &settled, &catalog, &Glossary::default())
}

/// What `write` makes of a carry that gives every segment of `document` its number.
fn numbered(document: &Document, ids: &[String], write: impl Fn(&Carried) -> Catalog) -> Catalog {
    let mut number = 0..;
    let units = document.units.iter().zip(ids).map(|(unit, id)| CarriedUnit {
        id: id.clone(),
        record: None,
        lines: unit.segments.iter().zip(&mut number).map(|(text, number)| line(text, number)).collect(),
        whole: None,
        tail: Vec::new(),
        by: None,
        vanished: Vec::new(),
    });
    write(&Carried { units: units.collect(), ..Carried::default() })
}

fn line(text: &str, number: usize) -> CarriedLine {
    let source = SourceLine { text: text.to_owned(), ..SourceLine::default() };
    CarriedLine { source, target: TargetLine::new(&number.to_string()), from: None }
}

/// The numbers in a target line; several where sentences were merged.
fn origins(segment: &status::Segment) -> impl Iterator<Item = usize> {
    segment.target.split(' ').filter_map(|number| number.parse().ok())
}

/// The blocks of the new document that are no units, with the old blocks that said the same.
fn wordless(old: Version<'_>, new: Version<'_>) -> Vec<Block> {
    let mut olds: HashMap<&str, Vec<Lines>> = HashMap::new();
    for (lines, text) in others(old).into_iter().rev() {
        olds.entry(text).or_default().push(lines);
    }
    let mut from = |text: &str| match olds.get_mut(text) {
        // One old block may stand several times in the new document.
        Some(places) if places.len() > 1 => places.pop().into_iter().collect(),
        Some(places) => places.clone(),
        None => Vec::new(),
    };
    let block = |(lines, text)| Block {
        lines,
        effect: Effect::Fresh,
        class: None,
        from: from(text),
        segments: Vec::new(),
        gone: Vec::new(),
    };
    others(new).into_iter().map(block).collect()
}

/// Lines and text of what is no unit: leaves without words, and runs of other lines that are not
/// blank, such as code, HTML and settings.
fn others(version: Version<'_>) -> Vec<(Lines, &str)> {
    let index = LineIndex::new(version.source);
    let lines_of = |span: &Span| (index.line(span.start), index.line(span.end.saturating_sub(1).max(span.start)));
    let mut units = version.document.units.iter().map(|unit| unit.leaf).peekable();
    let mut found = Vec::new();
    let mut taken: HashSet<usize> = HashSet::new();
    for (at, leaf) in version.document.parsed.leaves.iter().enumerate() {
        let (first, last) = lines_of(&leaf.block);
        taken.extend(first..=last);
        if units.next_if_eq(&at).is_none() {
            found.push((lines_of(&leaf.span), &version.source[leaf.span.clone()]));
        }
    }
    // Each setting is one of its own: which are translated is chosen by key.
    let settings = version.document.parsed.front_matter.as_ref().map_or(0, |front| lines_of(&front.span).1);
    let mut run: Option<(Lines, Span)> = None;
    for (at, span) in lines(version.source).enumerate() {
        let number = at + 1;
        let is_other = !taken.contains(&number) && !version.source[span.clone()].trim().is_empty();
        match &mut run {
            Some((lines, whole)) if is_other && number > settings + 1 => (lines.1, whole.end) = (number, span.end),
            _ => found.extend(
                std::mem::replace(&mut run, is_other.then_some(((number, number), span)))
                    .map(|(lines, span)| (lines, version.source[span].trim_end())),
            ),
        }
    }
    found.extend(run.map(|(lines, span)| (lines, version.source[span].trim_end())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Options;
    use crate::segment::split;

    /// Compares the blocks, written `LINE EFFECT < OLD LINES`, with `- TEXT` for each sentence that is gone.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str]) {
        let (was, now) = (split(old, "en", &Options::default()), split(new, "en", &Options::default()));
        let blocks = between(
            Version { source: old, document: &was },
            Version { source: new, document: &now },
            &Actions::default(),
        );
        let shown = |block: &Block| {
            let from: Vec<String> = block.from.iter().map(|(line, _)| line.to_string()).collect();
            let gone: String = block.gone.iter().map(|text| format!(" - {text}")).collect();
            format!("{} {} < {}{gone}", block.lines.0, block.effect.name(), from.join(", "))
        };
        assert_eq!(blocks.iter().map(shown).collect::<Vec<_>>(), expected, "{old} -> {new}");
    }

    #[test]
    fn what_is_the_same_or_moved_is_fresh() {
        check("A one.\n\nB two.\n", "A one.\n\nB two.\n", &["1 fresh < 1", "3 fresh < 3"]);
        check("A one.\n\nB two.\n", "B two.\n\nA\none.\n", &["1 fresh < 3", "3 fresh < 1"]);
        check("A one.\n\nB two.\n", "A one.\r\n\r\nB two.\r\n", &["1 fresh < 1", "3 fresh < 3"]);
    }

    #[test]
    fn a_paragraph_that_is_split_or_merged_is_fresh() {
        check("A one. B two.\n", "A one.\n\nB two.\n", &["1 fresh < 1", "3 fresh < 1"]);
        check("A one.\n\nB two.\n", "A one. B two.\n", &["1 fresh < 1, 3"]);
    }

    #[test]
    fn an_edit_is_stale_and_keeps_its_place() {
        check("We met at 9.\n", "We met at 10.\n", &["1 stale < 1"]);
        check("We met. It rained.\n", "We met at noon. It rained.\n", &["1 stale < 1"]);
    }

    #[test]
    fn what_is_new_is_missing_and_makes_its_paragraph_stale() {
        check("A one.\n", "A one.\n\nB two.\n", &["1 fresh < 1", "3 missing < "]);
        check("A one.\n", "A one. Bees hum here.\n", &["1 stale < 1"]);
    }

    #[test]
    fn a_sentence_that_went_takes_its_translation_along() {
        check("A one. Bees hum here.\n", "A one.\n", &["1 fresh < 1 - Bees hum here."]);
        check("A one. Bees hum here.\n", "A one.\n\nBees hum here.\n", &["1 fresh < 1", "3 fresh < 1"]);
    }

    #[test]
    fn what_nobody_translates_is_fresh() {
        check("```\none\n\ntwo\n```\n", "```\none\n\nother\n```\n", &["1 fresh < 1", "4 fresh < "]);
        check(
            "---\nweight: 1\nx: y\n---\n",
            "---\nweight: 1\nx: z\n---\n",
            &["1 fresh < 1", "2 fresh < 2", "3 fresh < ", "4 fresh < 4"],
        );
        check("- `a`\n- `b`\n", "- `b`\n- `c`\n", &["1 fresh < 2", "2 fresh < "]);
        check("", "", &[]);
    }

    #[test]
    fn sentences_name_the_segments_they_come_from() {
        let (old, new) = ("A one. B two.\n\nC three.\n", "C three.\n\nB two, or not.\n");
        let (was, now) = (split(old, "en", &Options::default()), split(new, "en", &Options::default()));
        let blocks = between(
            Version { source: old, document: &was },
            Version { source: new, document: &now },
            &Actions::default(),
        );
        let origins: Vec<&[usize]> = blocks.iter().map(|block| &block.segments[0].origins[..]).collect();
        assert_eq!(origins, [[2], [1]]);
    }
}
