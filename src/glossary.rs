//! The glossary of a locale: Fluent terms, `-pengcheng-lab = 鹏城实验室`.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::finding::{Finding, Message, Place, Severity};
use crate::fluent::codec::{Piece, Value, decode};
use crate::fluent::file::{self, Entry};
use crate::text::{Span, is_wide, join_lines};

/// The terms of a locale, by id without the dash.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    terms: HashMap<String, String>,
    /// What a term is called in other languages: its attributes, by id and language, sorted.
    wordings: BTreeMap<(String, String), String>,
}

/// A term that occurs in a source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurring {
    /// Its id without the dash.
    pub id: String,
    /// What the source calls it.
    pub wording: String,
    /// What to write for it.
    pub translation: String,
}

impl Glossary {
    /// Reads a glossary. Never fails; what is no term is passed over.
    pub fn read(text: &str) -> Glossary {
        let file = file::read(text);
        let mut glossary = Glossary::default();
        for message in file.messages() {
            let Some(id) = message.id.strip_prefix('-') else { continue };
            let lines: Vec<String> = message.lines.iter().map(|line| line.value().plain()).collect();
            glossary.terms.insert(id.to_owned(), join_lines(lines));
            for (name, value) in message.attributes.clone().into_iter().flat_map(|span| attributes(&text[span])) {
                glossary.wordings.insert((id.to_owned(), name), value);
            }
        }
        glossary
    }

    /// Returns the terms that occur in a source text, by id. `language` is the locale of the text: a term
    /// is found by its attribute of that name, such as `.en = Pengcheng Lab`, and else by the words of its id.
    pub fn occurring(&self, source: &str, language: &str) -> Vec<Occurring> {
        let lower = source.to_ascii_lowercase();
        let mut found: Vec<Occurring> = Vec::new();
        for (id, translation) in &self.terms {
            let own = self.wordings.get(&(id.clone(), language.to_owned()));
            let wording = own.cloned().unwrap_or_else(|| id.replace('-', " "));
            if has_words(&lower, &wording.to_ascii_lowercase()) {
                found.push(Occurring { id: id.clone(), wording, translation: translation.clone() });
            }
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        found
    }

    /// Returns what a value says with its terms filled in. A term that is not here stays as it is written.
    pub fn resolve(&self, value: &Value) -> String {
        match value {
            Value::Missing | Value::Above => String::new(),
            Value::Text(pieces) => pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text.clone(),
                    Piece::Term(id) => self.terms.get(id).cloned().unwrap_or_else(|| format!("{{ -{id} }}")),
                })
                .collect(),
        }
    }

    /// Returns the value that says `text`, with the terms that `value` refers to still referred to. `None` where
    /// it cannot be told which words are the term.
    pub fn unresolved(&self, value: &Value, text: &str) -> Option<Value> {
        let Value::Text(pieces) = value else { return Some(Value::from_text(text)) };
        let terms = pieces.iter().filter_map(|piece| match piece {
            Piece::Term(id) => Some(id),
            Piece::Text(_) => None,
        });
        let old = self.resolve(value);
        let mut out = Vec::new();
        let mut rest = text;
        for id in terms {
            let said = self.resolve(&Value::Text(vec![Piece::Term(id.clone())]));
            let count = |text: &str| text.matches(&said).count();
            let at = rest.find(&said).filter(|_| count(&old) == count(text))?;
            out.push(Piece::Text(rest[..at].to_owned()));
            out.push(Piece::Term(id.clone()));
            rest = &rest[at + said.len()..];
        }
        out.push(Piece::Text(rest.to_owned()));
        out.retain(|piece| *piece != Piece::Text(String::new()));
        Some(Value::Text(out))
    }

    /// Returns whether the glossary has a term.
    pub fn has(&self, id: &str) -> bool {
        self.terms.contains_key(id)
    }
}

/// Reads attributes, `.name = value`, as they are written; a value may go on in the next lines.
fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines().map(str::trim) {
        match line.strip_prefix('.').and_then(|line| line.split_once('=')) {
            Some((name, value)) => found.push((name.trim().to_owned(), decode(value.trim()).0.plain())),
            None => {
                let last = found.last_mut().filter(|_| !line.is_empty());
                last.into_iter().for_each(|(_, value)| *value = join_lines([value.as_str(), line]));
            }
        }
    }
    found
}

/// Whether words stand in a text by themselves, not as parts of longer ones.
fn has_words(text: &str, words: &str) -> bool {
    let part = |ch: Option<char>| ch.is_some_and(|ch| ch.is_alphanumeric() && !is_wide(ch));
    let [first, last] = [words.chars().next(), words.chars().next_back()].map(part);
    let apart = |at: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at + words.len()..].chars().next());
        !(first && part(before) || last && part(after))
    };
    !words.is_empty() && text.match_indices(words).any(|(at, _)| apart(at))
}

/// Returns what is wrong with a glossary as a file: conflict markers, lines that are not understood, a
/// term that stands there twice.
pub fn findings(text: &str, path: &str, locale: &str) -> Vec<Finding> {
    let file = file::read(text);
    let mut found = Vec::new();
    let mut report = |span: Span, message: Message| {
        let place = Place::new(path, text, span);
        found.push(Finding::in_catalog("damaged-record", Severity::Error, place, locale, message));
    };
    if let Some(span) = file.conflict {
        report(span, Message::new("damaged-conflict"));
        return found;
    }
    let mut seen = HashSet::new();
    for entry in &file.entries {
        match entry {
            Entry::Junk { span, .. } => report(span.clone(), Message::new("damaged-term")),
            Entry::Message(term) if term.lines.len() > 1 => report(term.span.clone(), Message::new("damaged-term")),
            Entry::Message(term) if !seen.insert(&term.id) => {
                report(term.header.clone(), Message::new("damaged-term-twice").with("id", term.id.as_str()));
            }
            _ => {}
        }
    }
    found
}

/// Returns whether a glossary holds conflict markers: no page is built with it.
pub fn is_closed(text: &str) -> bool {
    file::read(text).conflict.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_term_is_found() {
        let lines = |text: &str| -> Vec<usize> {
            let places = findings(text, "glossary.ftl", "zh-CN").into_iter().filter_map(|found| found.target);
            places.map(|place| place.line).collect()
        };
        assert_eq!(lines("-lab = 实验室\n    .en = lab\n\n# note\n-hall = 大厅\n"), [0; 0]);
        assert_eq!(lines("-lab = 一\n<<<<<<< HEAD\n-x = 一\n=======\n-x = 二\n>>>>>>> y\n"), [2]);
        assert_eq!(lines("-lab = 鹏城\n-bad 坏\n"), [1]);
        assert_eq!(lines("-lab = 一\n-lab = 二\n"), [2]);
    }

    #[test]
    fn terms_are_found_by_their_wording_or_by_their_id() {
        let glossary =
            Glossary::read("-lab = 鹏城实验室\n    .en = Pengcheng Lab\n    .ja = 鵬城\n-open-day = 开放日\n");
        let found = |source: &str, language: &str| -> Vec<String> {
            let terms = glossary.occurring(source, language).into_iter();
            terms.map(|term| format!("{}={}", term.wording, term.translation)).collect()
        };
        assert_eq!(found("Pengcheng lab's open day", "en"), ["Pengcheng Lab=鹏城实验室", "open day=开放日"]);
        assert_eq!(found("the lab reopen daylight", "en"), [] as [&str; 0]);
        assert_eq!(found("鵬城で", "ja"), ["鵬城=鹏城实验室"]);
    }

    #[test]
    fn a_repaired_text_still_refers_to_its_terms() {
        let glossary = Glossary::read("-lab = 鹏城实验室\n-day = 开放日\n");
        let value = |text: &str| decode(text).0;
        let repaired = |old: &str, text: &str| glossary.unresolved(&value(old), text);
        assert_eq!(repaired("在{ -lab }见面,好", "在鹏城实验室见面，好"), Some(value("在{ -lab }见面，好")));
        assert_eq!(repaired("{ -day }{ -lab }", "开放日 鹏城实验室"), Some(value("{ -day } { -lab }")));
        assert_eq!(repaired("没有", "没有。"), Some(value("没有。")));
        assert_eq!(repaired("{ -lab }", "实验室"), None);
    }

    #[test]
    fn terms_are_filled_in() {
        let glossary = Glossary::read("-lab = 鹏城实验室\n    .en = Pengcheng Lab\n");
        assert_eq!(glossary.resolve(&decode("在{ -lab }见面，{ -nobody }").0), "在鹏城实验室见面，{ -nobody }");
    }
}
