//! What `impact` says of real edits, held against labels: what is called fresh, stale or missing, and
//! where its translation comes from.
//!
//! The same numbers as `make score` prints, computed here so that a test needs nothing but cargo. A
//! label is about a block; where sentences alone explain a difference, the explanation is checked.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use duizhao::config::Actions;
use duizhao::impact::{Block, Effect, Lines, Version, between};
use duizhao::markdown::{self, Options};
use duizhao::segment;
use serde_json::Value;

use crate::material::{json_values, shared};

/// `HISTORY:BLOCK` of edits of words that are rightly fresh although a word differs: misspellings.
const MISSPELLINGS: &[&str] = &[];

/// A history: an old and a new version with labelled blocks.
struct History {
    name: String,
    old: String,
    new: String,
    old_blocks: Vec<Label>,
    new_blocks: Vec<Label>,
}

struct Label {
    /// The number by which `from` names it; blocks of code have numbers too.
    number: u64,
    lines: Lines,
    /// The text with its white space folded.
    text: String,
    label: String,
    sub: String,
    from: Option<u64>,
    /// Two unchanged neighbours are all that speaks for the pair.
    is_guess: bool,
}

/// What `impact` says of the units on the same lines.
struct Row {
    effect: Effect,
    from: Option<Lines>,
    /// The sentences that are called fresh.
    fresh: Vec<String>,
}

#[derive(Default)]
struct Tally {
    same: usize,
    moved: usize,
    edited: usize,
    carry: usize,
    carried: usize,
    light: usize,
    light_carried: usize,
    false_stale: Vec<String>,
    /// But not a copy of a text that has one more now.
    moved_not_fresh: Vec<String>,
    missed: Vec<String>,
    /// Of `false_stale` and `missed` those that nothing explains.
    unexplained: Vec<String>,
}

impl Label {
    fn of(value: &Value) -> Label {
        let line = |key: &str| value[key].as_u64().expect("a line") as usize;
        let text = value["text"].as_str().expect("a text");
        Label {
            number: value["i"].as_u64().expect("a number"),
            lines: (line("l0"), line("l1")),
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            label: value["label"].as_str().expect("a label").to_owned(),
            sub: value["sub"].as_str().unwrap_or_default().to_owned(),
            from: value["from"].as_u64(),
            is_guess: !value["low_confidence"].is_null(),
        }
    }
}

fn histories(folder: &Path) -> Vec<History> {
    let history = |row: Value| {
        let name = row["id"].as_str().expect("an id").to_owned();
        let read = |file: &str| fs::read_to_string(folder.join(&name).join(file)).expect("a version");
        let labels = &json_values(&folder.join(&name).join("labels.json"))[0];
        let blocks = |key: &str| labels[key].as_array().expect("blocks").iter().map(Label::of).collect();
        let (old_blocks, new_blocks) = (blocks("old"), blocks("new"));
        History { old: read("old.md"), new: read("new.md"), name, old_blocks, new_blocks }
    };
    json_values(&folder.join("index.jsonl")).into_iter().map(history).collect()
}

fn blocks(old: &str, new: &str) -> Vec<Block> {
    let split = |text: &str| segment::split(text, "en", &Options::default());
    let (was, now) = (split(old), split(new));
    between(Version { source: old, document: &was }, Version { source: new, document: &now }, &Actions::default())
}

/// Whether a range of lines and a block cover each other by half, as in the shared `score.py`.
fn covers(range: Lines, block: Lines) -> bool {
    let shared = (range.1.min(block.1) + 1).saturating_sub(range.0.max(block.0));
    shared > 0 && (shared * 2 > block.1 - block.0 || shared * 2 > range.1 - range.0)
}

/// The blocks as rows: there is one label for all cells of a table row.
fn rows(blocks: &[Block]) -> Vec<(Lines, Row)> {
    let mut rows: Vec<(Lines, Vec<&Block>)> = Vec::new();
    for block in blocks {
        match rows.last_mut() {
            Some((lines, row)) if *lines == block.lines => row.push(block),
            _ => rows.push((block.lines, vec![block])),
        }
    }
    rows.into_iter().map(|(lines, blocks)| (lines, row(&blocks))).collect()
}

fn row(blocks: &[&Block]) -> Row {
    let worst = blocks.iter().map(|block| block.effect).min().expect("a block");
    let alike = blocks.iter().all(|block| block.effect == worst);
    let mut weights: HashMap<Lines, usize> = HashMap::new();
    for block in blocks {
        let length: usize = block.segments.iter().map(|sentence| sentence.text.len()).sum();
        block.from.iter().for_each(|&place| *weights.entry(place).or_default() += length);
    }
    let sentences = blocks.iter().flat_map(|block| &block.segments);
    Row {
        effect: if alike { worst } else { worst.max(Effect::Stale) },
        // The place that most of the text comes from.
        from: weights.into_iter().max_by_key(|&(place, weight)| (weight, std::cmp::Reverse(place))).map(|(at, _)| at),
        fresh: sentences.filter(|sentence| sentence.effect == Effect::Fresh).map(|it| it.text.clone()).collect(),
    }
}

/// The words of a text as they are seen: no marks, no addresses, no case.
fn seen(text: &str) -> String {
    let words = markdown::visible(text).to_lowercase();
    let words = words.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

impl Tally {
    fn add(&mut self, history: &History) {
        let rows = rows(&blocks(&history.old, &history.new));
        let copies = |blocks: &[Label], text: &str| blocks.iter().filter(|block| block.text == text).count();
        let sentences = segment::split(&history.old, "en", &Options::default()).units;
        let sentences: HashSet<String> =
            sentences.iter().flat_map(|unit| &unit.segments).map(|text| seen(text)).collect();
        for block in &history.new_blocks {
            let at = block.number;
            // The last one that covers the block, as in `score.py`.
            let row = rows.iter().rev().find(|(lines, _)| covers(*lines, block.lines)).map(|(_, row)| row);
            let effect = row.map_or(Effect::Missing, |row| row.effect);
            let place = format!("{}:{at} {}", history.name, block.text.chars().take(60).collect::<String>());
            let is_same = matches!(block.label.as_str(), "unchanged" | "moved");
            let is_edited = matches!(block.label.as_str(), "edited_light" | "rewritten") && !block.is_guess;
            let of_words = matches!(block.sub.as_str(), "words" | "number_only");
            if is_same {
                self.same += 1;
                self.moved += usize::from(block.label == "moved");
            }
            if is_same && effect != Effect::Fresh {
                // Of several copies of a text that has one more now, any is the new one.
                let more = copies(&history.new_blocks, &block.text) > copies(&history.old_blocks, &block.text);
                self.unexplained.extend((!more).then(|| place.clone()));
                self.moved_not_fresh.extend((block.label == "moved" && !more).then(|| place.clone()));
                self.false_stale.push(place.clone());
            }
            self.edited += usize::from(is_edited && of_words);
            if is_edited && of_words && effect == Effect::Fresh {
                // Each sentence stands in the old version word for word: others went, or it is a cell of code.
                let kept = row.is_some_and(|row| row.fresh.iter().all(|text| sentences.contains(&seen(text))));
                let listed = MISSPELLINGS.contains(&format!("{}:{at}", history.name).as_str());
                self.unexplained.extend((!kept && !listed).then(|| place.clone()));
                self.missed.push(place);
            }
            if is_same || block.label == "edited_light" {
                let right = effect != Effect::Missing && is_right(history, block, row.and_then(|row| row.from));
                self.carry += 1;
                self.carried += usize::from(right);
                self.light += usize::from(!is_same);
                self.light_carried += usize::from(!is_same && right);
            }
        }
    }
}

/// Whether a translation comes from the block that the label names, or from one that says the same.
fn is_right(history: &History, block: &Label, from: Option<Lines>) -> bool {
    let found = from.and_then(|from| history.old_blocks.iter().find(|old| covers(from, old.lines)));
    let wanted = history.old_blocks.iter().find(|old| Some(old.number) == block.from);
    matches!((found, wanted), (Some(found), Some(wanted)) if found.text == wanted.text)
}

#[test]
fn impact_is_right_about_real_edits() {
    let Some(folder) = shared("corpora/C-staleness") else { return };
    let mut tally = Tally::default();
    histories(&folder).iter().for_each(|history| tally.add(history));
    let Tally { same, moved, edited, carry, carried, light, light_carried, .. } = tally;
    eprintln!("{same} unchanged or moved ({moved}), not fresh: {:#?}", tally.false_stale);
    eprintln!("{edited} edits of words or numbers, called fresh: {:#?}", tally.missed);
    eprintln!("carried {carried} of {carry}, light edits {light_carried} of {light}");
    assert!(same > 1600 && moved > 10 && edited > 140 && light > 270, "the corpus is another one");
    assert_eq!(tally.unexplained, Vec::<String>::new());
    assert_eq!(tally.moved_not_fresh, Vec::<String>::new());
    assert!(tally.false_stale.len() <= 4, "{:#?}", tally.false_stale);
    assert!(carried * 1000 >= carry * 998, "{carried} of {carry}");
    assert!(light_carried * 1000 >= light * 992, "{light_carried} of {light}");
}
