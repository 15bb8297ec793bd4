//! The text blocks that people and scripts labelled in real pages lie where our units lie.
//!
//! A unit covers a block as in the shared `score.py`: their lines overlap by at least half of the
//! block's lines or half of the unit's.

use std::fs;
use std::path::Path;

use duizhao::markdown::{self, Options};
use duizhao::segment;
use serde_json::Value;

use crate::material::{json_values, shared};

/// What the labelled blocks of one corpus showed.
#[derive(Default)]
struct Tally {
    blocks: usize,
    covered: usize,
    /// Without a unit, and nothing in it to translate: code, addresses, numbers, tags.
    wordless: usize,
    /// `PAGE:FIRST-LAST KIND` of the others.
    missed: Vec<String>,
}

impl Tally {
    fn add(&mut self, path: &Path, language: &str, blocks: &Value) {
        let source = fs::read_to_string(path).expect("a page");
        let units = segment::split(&source, language, &Options::default()).units;
        let units: Vec<(usize, usize)> = units.iter().map(|unit| (unit.line, unit.end_line)).collect();
        for block in blocks.as_array().expect("blocks") {
            let line = |key: &str| block[key].as_u64().expect("a line") as usize;
            let lines = (line("l0"), line("l1"));
            self.blocks += 1;
            if units.iter().any(|&unit| covers(unit, lines)) {
                self.covered += 1;
            } else if !has_words(block["text"].as_str().expect("a text")) {
                self.wordless += 1;
            } else {
                let page = path.iter().rev().take(2).collect::<Vec<_>>();
                let page = page.into_iter().rev().collect::<std::path::PathBuf>();
                self.missed.push(format!("{}:{}-{} {}", page.display(), lines.0, lines.1, block["kind"]));
            }
        }
    }

    #[track_caller]
    fn assert_nearly_all(&self, corpus: &str) {
        let Tally { blocks, covered, wordless, missed } = self;
        eprintln!("{corpus}: {covered} of {blocks} blocks covered, {wordless} without a word, {} missed", missed.len());
        missed.iter().for_each(|place| eprintln!("  {place}"));
        assert_eq!(covered + wordless + missed.len(), *blocks);
        assert!(*blocks > 1000, "only {blocks} blocks in {corpus}");
        assert!(covered * 100 >= (blocks - wordless) * 99, "{corpus}: {missed:#?}");
    }
}

fn covers(unit: (usize, usize), block: (usize, usize)) -> bool {
    let (first, last) = (unit.0.max(block.0), unit.1.min(block.1));
    let shared = (last + 1).saturating_sub(first);
    shared > 0 && (shared * 2 > block.1 - block.0 || shared * 2 > unit.1 - unit.0)
}

/// Whether a block has a letter outside code, tags, shortcodes, destinations and addresses.
fn has_words(text: &str) -> bool {
    let mut rest = text.to_owned();
    for span in markdown::shortcodes(text).into_iter().rev() {
        rest.replace_range(span, " ");
    }
    let outside_code: String = rest.split('`').step_by(2).collect();
    let without = [("](", ')'), ("<", '>'), ("{#", '}')];
    let shown = without.iter().fold(outside_code, |text, &(open, close)| without_spans(&text, open, close));
    let is_address = |word: &str| word.contains("://");
    shown.split_whitespace().any(|word| !is_address(word) && word.chars().any(char::is_alphabetic))
}

fn without_spans(text: &str, open: &str, close: char) -> String {
    let mut parts = text.split(open);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push(' ');
        out.push_str(part.split_once(close).map_or(part, |(_, behind)| behind));
    }
    out
}

#[test]
fn segments_cover_the_labelled_text_blocks() {
    let Some(pairs) = shared("corpora/B-alignment") else { return };
    let Some(triples) = shared("corpora/C-staleness") else { return };
    let mut tally = Tally::default();
    for row in json_values(&pairs.join("index.jsonl")) {
        let folder = pairs.join(row["id"].as_str().expect("an id"));
        let gold = &json_values(&folder.join("gold.json"))[0];
        tally.add(&folder.join("en.md"), "en", &gold["en_blocks"]);
        tally.add(&folder.join("zh.md"), "zh", &gold["zh_blocks"]);
    }
    tally.assert_nearly_all("B-alignment");
    let mut tally = Tally::default();
    for row in json_values(&triples.join("index.jsonl")) {
        let folder = triples.join(row["id"].as_str().expect("an id"));
        let labels = &json_values(&folder.join("labels.json"))[0];
        tally.add(&folder.join("old.md"), "en", &labels["old"]);
        tally.add(&folder.join("new.md"), "en", &labels["new"]);
    }
    tally.assert_nearly_all("C-staleness");
}
