//! A translator who works on the text of a catalog in an editor, and remembers what was said of what.

use std::collections::HashMap;

use duizhao::catalog::{self, Catalog, Record};
use duizhao::change::form;
use duizhao::fluent::codec::{Value, encode};
use duizhao::status::Entry;
use duizhao::text::{Edit, apply, join_lines};
use proptest::prelude::*;

/// What a translator does to a line. The numbers are reduced to what there is.
#[derive(Debug, Clone)]
pub(crate) struct Act {
    pub(crate) kind: ActKind,
    pub(crate) record: usize,
    pub(crate) line: usize,
    pub(crate) dress: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ActKind {
    /// Types a translation; key lines above it stay.
    Translate,
    /// Types a translation and deletes the `was` and `draft` lines above it.
    Finish,
    /// Deletes the `was` and `draft` lines above a line and leaves it as it is.
    Confirm,
    /// Says a line in the line above: `{"^"}`.
    Merge,
    /// Fills a line in as a program would.
    Draft,
    /// Writes a note above a line.
    Note,
}

/// The translator's memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Translator {
    /// How many translations were typed: each is different.
    typed: usize,
    /// For each translation, or run of translations in one line, the source texts, in their form, that a person said it holds for.
    confirmed: HashMap<String, Vec<String>>,
    /// Translations that must stand in the catalog, and notes.
    pub(crate) kept: Vec<String>,
}

const DIGITS: [char; 16] =
    ['天', '地', '玄', '黄', '宇', '宙', '洪', '荒', '日', '月', '盈', '昃', '辰', '宿', '列', '张'];

const DRESSES: [(&str, &str); 12] = [
    ("", "。"),
    ("", ""),
    ("[", "](a.md)"),
    ("*", "*"),
    (".", "。"),
    ("{x}", "{{< y >}}"),
    ("　", "。"),
    ("\"", "\\"),
    ("# ", " "),
    ("id = ", "。"),
    ("- \u{feff}", "\u{2028}"),
    ("{ -wei }", "。"),
];

impl Translator {
    /// Does something to the text of a catalog and returns the new text.
    pub(crate) fn act(&mut self, text: &str, act: &Act) -> String {
        let catalog = catalog::read(text.to_owned(), "en");
        let records: Vec<&Record> = catalog.records.iter().filter(|record| record.obsolete.is_none()).collect();
        if records.is_empty() {
            return text.to_owned();
        }
        let record = records[act.record % records.len()];
        if !record.is_regular() || record.sources.is_empty() {
            return text.to_owned();
        }
        let line = act.line % record.sources.len();
        let new = apply(text, self.edits(&catalog, record, line, act));
        self.remember(&new, &record.id, line);
        // What was said in the line above may stand alone now.
        self.remember(&new, &record.id, line.saturating_sub(1));
        new
    }

    fn edits(&mut self, catalog: &Catalog, record: &Record, line: usize, act: &Act) -> Vec<Edit> {
        let target = &record.targets[line];
        let open = !key_lines(catalog, record, line).is_empty();
        let above = || Edit::new(line_start(&catalog.text, record.sources[line].span.start), "");
        match act.kind {
            ActKind::Translate => vec![Edit::new(target.span.clone(), self.typed(target, act.dress))],
            ActKind::Finish => {
                let mut edits = vec![Edit::new(target.span.clone(), self.typed(target, act.dress))];
                edits.extend(key_lines(catalog, record, line));
                edits
            }
            ActKind::Confirm if target.has_text() => key_lines(catalog, record, line),
            ActKind::Confirm => Vec::new(),
            ActKind::Merge if line > 0 && !open && record.targets[line - 1].value != Value::Missing => {
                self.forget(&target.value.plain());
                vec![Edit::new(target.span.clone(), "{\"^\"}")]
            }
            ActKind::Draft if target.value == Value::Missing => {
                let mut above = above();
                above.replacement = "# draft: memory 87%\n".to_owned();
                vec![above, Edit::new(target.span.clone(), self.typed(target, act.dress))]
            }
            ActKind::Note => {
                let note = self.token();
                self.kept.push(note.clone());
                let mut above = above();
                above.replacement = format!("# 注 {note}\n");
                vec![above]
            }
            ActKind::Merge | ActKind::Draft => Vec::new(),
        }
    }

    /// Types a new translation over a line: what stood there is gone on purpose.
    fn typed(&mut self, over: &catalog::TargetLine, dress: usize) -> String {
        self.forget(&over.value.plain());
        let token = self.token();
        self.kept.push(token.clone());
        let (before, after) = DRESSES[dress % DRESSES.len()];
        encode(&format!("{before}{token}{after}"))
    }

    fn token(&mut self) -> String {
        self.typed += 1;
        let digit = |shift: usize| DIGITS[self.typed >> shift & 15];
        format!("「{}{}{}」", digit(8), digit(4), digit(0))
    }

    /// From now on types other translations than a copy that works elsewhere.
    pub(crate) fn types_elsewhere(&mut self) {
        self.typed += 0x800;
    }

    /// Returns what two translators who started from one have said.
    pub(crate) fn with(&self, other: &Translator) -> Translator {
        let mut both = self.clone();
        for (said, sources) in &other.confirmed {
            both.confirmed.entry(said.clone()).or_default().extend(sources.iter().cloned());
        }
        both
    }

    fn forget(&mut self, text: &str) {
        let gone = tokens(text);
        self.kept.retain(|token| !gone.contains(token));
    }

    /// Notes what the translator has seen and let stand: the group of a line without open keys.
    fn remember(&mut self, text: &str, id: &str, line: usize) {
        let catalog = catalog::read(text.to_owned(), "en");
        let Some(record) = catalog.records.iter().find(|record| record.id == id && record.is_regular()) else { return };
        let said_above = |at: &usize| record.targets[*at].value == Value::Above;
        let head = (0..=line).rev().find(|at| !said_above(at)).unwrap_or(0);
        let end = (head + 1..record.targets.len()).find(|at| !said_above(at)).unwrap_or(record.targets.len());
        let open = |at: usize| record.sources[at].was().is_some() || record.sources[at].draft().is_some();
        if (head..end).any(open) {
            return;
        }
        let source = form(&join_lines(record.sources[head..end].iter().map(|source| source.text.as_str())));
        let said = tokens(&record.targets[head].value.plain()).concat();
        self.confirmed.entry(said).or_default().push(source);
    }

    /// Returns what is fresh although nobody said that it holds: source and translation.
    pub(crate) fn unfounded(&self, entries: &[Entry]) -> Option<(String, String)> {
        for entry in entries {
            let mut at = 0;
            while at < entry.segments.len() {
                let end = (at + 1..entry.segments.len())
                    .find(|&next| !entry.segments[next].above)
                    .unwrap_or(entry.segments.len());
                let group = &entry.segments[at..end];
                let now = join_lines(group.iter().map(|segment| segment.now.as_str()));
                if group.iter().any(|segment| segment.state.is_fresh()) && !self.holds(&group[0].target, &form(&now)) {
                    return Some((now, group[0].target.clone()));
                }
                at = end;
            }
        }
        None
    }

    /// Whether the translations in `target`, one after the other, were said of `source`.
    fn holds(&self, target: &str, source: &str) -> bool {
        let tokens = tokens(target);
        // For each number of translations what they may stand for together.
        let mut texts: Vec<Vec<String>> = vec![vec![String::new()]];
        for end in 1..=tokens.len() {
            let mut here = Vec::new();
            for start in 0..end {
                let said = self.confirmed.get(&tokens[start..end].concat()).map_or(&[][..], Vec::as_slice);
                here.extend(
                    texts[start].iter().flat_map(|text| said.iter().map(|said| join_lines([text.as_str(), said]))),
                );
            }
            here.sort_unstable();
            here.dedup();
            texts.push(here);
        }
        !tokens.is_empty() && texts[tokens.len()].iter().any(|text| form(text) == source)
    }

    /// Returns the first translation or note that is not in the catalog.
    pub(crate) fn lost(&self, text: &str) -> Option<&String> {
        self.kept.iter().find(|token| !text.contains(token.as_str()))
    }
}

/// Returns the translations in a text: what stands between `「` and `」`.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    text.match_indices('「')
        .filter_map(|(at, _)| Some(text[at..at + text[at..].find('」')? + '」'.len_utf8()].to_owned()))
        .collect()
}

/// Returns the deletions of the lines above an `en:` line that say that it is not finished.
fn key_lines(catalog: &Catalog, record: &Record, line: usize) -> Vec<Edit> {
    let text = &catalog.text;
    let before = if line == 0 { record.span.start } else { record.sources[line - 1].span.end };
    let mut edits = Vec::new();
    for span in duizhao::text::lines(&text[before..record.sources[line].span.start]) {
        let span = before + span.start..before + span.end;
        if text[span.clone()].starts_with("# was") || text[span.clone()].starts_with("# draft") {
            edits.push(Edit::new(span, ""));
        }
    }
    edits
}

fn line_start(text: &str, at: usize) -> std::ops::Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..start
}

/// Returns random acts.
pub(crate) fn acts() -> impl Strategy<Value = Act> {
    let kind = prop_oneof![
        6 => Just(ActKind::Translate),
        3 => Just(ActKind::Finish),
        1 => Just(ActKind::Confirm),
        2 => Just(ActKind::Merge),
        1 => Just(ActKind::Draft),
        1 => Just(ActKind::Note),
    ];
    (kind, 0..8usize, 0..4usize, 0..24usize).prop_map(|(kind, record, line, dress)| Act { kind, record, line, dress })
}

/// Translates everything that is missing.
pub(crate) fn translate_all(translator: &mut Translator, text: &str, dress: usize) -> String {
    let mut text = text.to_owned();
    let catalog = catalog::read(text.clone(), "en");
    let live: Vec<&Record> = catalog.records.iter().filter(|record| record.obsolete.is_none()).collect();
    for (record, old) in live.iter().enumerate() {
        for line in 0..old.targets.len() {
            if old.targets[line].value == Value::Missing {
                let dress = dress + record + line;
                text = translator.act(&text, &Act { kind: ActKind::Translate, record, line, dress });
            }
        }
    }
    text
}
