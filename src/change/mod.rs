//! What changed between two texts: words, and how much the change matters to a translation.
//!
//! `form` folds away what asks for no other translation; `classify` says of everything else what it
//! is, with the evidence; `patch` puts an address, a number or a piece of code in the place of
//! another where nothing else changed. All of them err towards the graver side.

mod action;
mod classify;
mod diff;
mod form;
mod likeness;
mod lists;
mod patch;
mod pieces;
#[cfg(test)]
mod tests;
mod token;

pub use action::{on, severity};
pub use classify::classify;
pub use diff::{Tag, words};
pub use form::form;
pub use likeness::{Words, likeness};
pub use patch::patch;

pub use crate::config::Class;

/// What a change of a source text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The gravest class that applies.
    pub class: Class,
    /// Every class that applies, the least first. `Form` stands alone.
    pub classes: Vec<Class>,
    /// What shows it, in the order of the text; empty for `Form`, `Wording` and most rewrites.
    pub evidence: Vec<Evidence>,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub kind: Kind,
    /// What stood there; `None` where nothing did.
    pub was: Option<String>,
    /// What stands there; `None` where it is gone.
    pub now: Option<String>,
}

/// What a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Where a link or an image leads.
    Link,
    /// A number, also in words, a version, a date or time in digits.
    Number,
    /// A month, a weekday, a part of a day, a.m. and p.m.
    Date,
    /// What a number counts: a unit, a currency, a percent sign.
    Unit,
    /// A code span, a file name, a shortcode.
    Code,
    /// A name: a word with a capital that no rule of spelling asks for.
    Name,
    /// A word that turns the statement round: not, no, without, un-.
    Negation,
    /// A word that limits it: only, before, more, must.
    Limit,
    /// The mark that makes a question.
    Question,
}

impl Kind {
    /// Returns the name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Link => "link",
            Kind::Number => "number",
            Kind::Date => "date",
            Kind::Unit => "unit",
            Kind::Code => "code",
            Kind::Name => "name",
            Kind::Negation => "negation",
            Kind::Limit => "limit",
            Kind::Question => "question",
        }
    }

    /// Returns the class of a change that this is evidence of.
    pub fn class(self) -> Class {
        match self {
            Kind::Link => Class::Link,
            Kind::Number | Kind::Date | Kind::Unit | Kind::Code | Kind::Name => Class::Fact,
            Kind::Negation | Kind::Limit | Kind::Question => Class::Polarity,
        }
    }
}

/// Returns the class of the change from `was` to `now`.
pub fn class(was: &str, now: &str) -> Class {
    if was == now || form(was) == form(now) { Class::Form } else { classify(was, now).class }
}
