//! The glossary of a locale: Fluent terms, `-pengcheng-lab = 鹏城实验室`.

use std::collections::HashMap;

use crate::fluent::codec::{Piece, Value};
use crate::fluent::file;
use crate::text::join_lines;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fluent::codec::decode;

    #[test]
    fn terms_are_filled_in() {
        let glossary = Glossary::read("-lab = 鹏城实验室\n    .en = Pengcheng Lab\n");
        assert_eq!(glossary.resolve(&decode("在{ -lab }见面，{ -nobody }").0), "在鹏城实验室见面，{ -nobody }");
    }
}
