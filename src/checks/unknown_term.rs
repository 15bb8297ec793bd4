//! A term that the glossary does not have: the page would show its name.

use crate::checks::{Check, Pairing, Profile};
use crate::finding::{Finding, Message, Severity};
use crate::fluent::codec::{Piece, Value};

pub(super) static CHECK: UnknownTerm = UnknownTerm;

pub(super) struct UnknownTerm;

impl Check for UnknownTerm {
    fn code(&self) -> &'static str {
        "unknown-term"
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Error
    }

    fn check(&self, pairing: &Pairing<'_>, report: &mut dyn FnMut(Finding)) {
        for (unit, index, segment) in pairing.segments() {
            let Value::Text(pieces) = &segment.value else { continue };
            for piece in pieces {
                if let Piece::Term(id) = piece
                    && !pairing.glossary.has(id)
                {
                    let message = Message::new("finding-unknown-term").with("id", id.as_str());
                    report(pairing.finding(self.code(), unit, Some(index), message));
                }
            }
        }
    }
}
