//! The glossary of a locale: Fluent terms, `-pengcheng-lab = 鹏城实验室`.

use std::collections::{HashMap, HashSet};

use crate::finding::{Finding, Message, Place, Severity};
use crate::fluent::codec::{Piece, Value};
use crate::fluent::file::{self, Entry};
use crate::text::{Span, join_lines};

/// The terms of a locale, by id without the dash.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    terms: HashMap<String, String>,
}

impl Glossary {
    /// Reads a glossary. Never fails; what is no term is passed over.
    pub fn read(text: &str) -> Glossary {
        let file = file::read(text);
        let terms = file.messages().filter_map(|message| {
            let id = message.id.strip_prefix('-')?;
            let lines: Vec<String> = message.lines.iter().map(|line| line.value().plain()).collect();
            Some((id.to_owned(), join_lines(lines)))
        });
        Glossary { terms: terms.collect() }
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

    /// Returns whether the glossary has a term.
    pub fn has(&self, id: &str) -> bool {
        self.terms.contains_key(id)
    }
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
    use crate::fluent::codec::decode;

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
    fn terms_are_filled_in() {
        let glossary = Glossary::read("-lab = 鹏城实验室\n    .en = Pengcheng Lab\n");
        assert_eq!(glossary.resolve(&decode("在{ -lab }见面，{ -nobody }").0), "在鹏城实验室见面，{ -nobody }");
    }
}
