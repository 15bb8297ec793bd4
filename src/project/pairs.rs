//! Plain bilingual pairs, one JSON object a line: checks without a workspace.

use std::path::Path;

use serde::Deserialize;

use crate::checks::{self, Pair, Profile, Settings, Shared};
use crate::finding::{Finding, Message, Place, Severity};
use crate::glossary::Glossary;
use crate::markdown::{self, LeafKind};
use crate::project::disk;
use crate::project::parallel::in_parallel;
use crate::project::workspace::Error;
use crate::text::{LineIndex, Span, push_joined};

/// A line of the file. Other fields may stand beside these.
#[derive(Deserialize)]
struct Line {
    en: String,
    zh: String,
    #[serde(default)]
    id: serde_json::Value,
}

/// What the pairs are checked with.
#[derive(Debug)]
pub struct Rules {
    /// What is set about the checks.
    pub settings: Settings,
    /// The terms.
    pub glossary: Glossary,
    /// The target locale.
    pub locale: String,
    /// How strict to be.
    pub profile: Profile,
}

/// Returns the findings about the pairs in a file, in its order, and how many pairs it has.
///
/// A place is the line of the file. A line that is no pair is an error that names it.
pub fn check(file: &Path, rules: &Rules) -> Result<(Vec<Finding>, usize), Error> {
    let text = disk::read_named(file)?;
    let path = file.to_string_lossy().into_owned();
    let index = LineIndex::new(&text);
    let spans = lines(&text);
    let checked = in_parallel(&spans, |span| check_line(&path, &text, &index, span.clone(), rules));
    let mut findings = Vec::new();
    for found in checked {
        findings.extend(found?);
    }
    Ok((findings, spans.len()))
}

/// The lines of a text that hold something.
fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut spans = Vec::new();
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            spans.push(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    spans
}

fn check_line(path: &str, text: &str, index: &LineIndex, span: Span, rules: &Rules) -> Result<Vec<Finding>, Error> {
    let place = Place::indexed(path, text, index, span.clone());
    let line: Line = serde_json::from_str(&text[span]).map_err(|error| {
        let wrong = Message::new("error-pairs").with("path", path).with("line", place.line);
        Error::Message(wrong.with("why", error.to_string()))
    })?;
    let (source, kind) = content(&line.en);
    let (target, _) = content(&line.zh);
    let id = match &line.id {
        serde_json::Value::String(id) => id.clone(),
        serde_json::Value::Null => place.line.to_string(),
        other => other.to_string(),
    };
    let (source, target) = (markdown::view(&source, ""), markdown::view(&target, ""));
    let pair = Pair {
        source: &source,
        target: &target,
        kind,
        whole: true,
        source_locale: "en",
        locale: &rules.locale,
        glossary: &rules.glossary,
        settings: &rules.settings,
        shared: Shared::default(),
    };
    let finding = |(check, severity, fault): (&dyn checks::Check, Severity, checks::Fault)| {
        let mut finding = Finding::in_catalog(check.code(), severity, place.clone(), &rules.locale, fault.message);
        finding.pair = Some(id.clone());
        finding.evidence = fault.evidence;
        finding.translation = Some(target.raw.clone());
        finding.fix = fault.fix;
        finding
    };
    Ok(checks::faults(&pair, rules.profile).into_iter().map(finding).collect())
}

/// Returns the text of a block as a segment would have it, and what kind it is: without the marks of a heading
/// or a list item, its lines joined.
fn content(block: &str) -> (String, LeafKind) {
    let text = unwrapped(block);
    let hashes = text.len() - text.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && text[hashes..].starts_with(' ') {
        return (text[hashes..].trim().to_owned(), LeafKind::Heading);
    }
    match text.starts_with('|') {
        true => (text, LeafKind::TableCell),
        // Whether it is a paragraph or an item of a list is not known.
        false => (text, LeafKind::ListItem),
    }
}

/// The lines of a block as one. A full-width mark brings its own space, so none is put beside it.
fn unwrapped(block: &str) -> String {
    let mark = |ch: Option<char>| ch.is_some_and(|ch| "，。、；：？！（）《》".contains(ch));
    let mut text = String::new();
    for line in block.lines().map(str::trim) {
        match mark(text.chars().next_back()) || mark(line.chars().next()) {
            true => text.push_str(line),
            false => push_joined(&mut text, line),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_block_are_no_text() {
        let of = |block: &str| content(block);
        assert_eq!(of("## The hall {#hall}"), ("The hall {#hall}".to_owned(), LeafKind::Heading));
        assert_eq!(of("#hall"), ("#hall".to_owned(), LeafKind::ListItem));
        assert_eq!(of("我们在\n大厅见面"), ("我们在大厅见面".to_owned(), LeafKind::ListItem));
        assert_eq!(of("我们见面。\nGo\n也在").0, "我们见面。Go 也在");
        assert_eq!(of("| a | b |").1, LeafKind::TableCell);
    }
}
