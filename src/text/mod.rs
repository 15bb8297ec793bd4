//! Text without any domain: byte spans, lines and columns, edits, fingerprints, and how two lines join.
//!
//! Positions are byte ranges into the text they came from (`Span`); lines and columns are computed
//! only when something is shown.

mod edit;
mod fingerprint;
mod join;
mod lines;
mod script;

pub use edit::{Edit, apply};
pub use fingerprint::{Fingerprint, fingerprint};
pub use join::{is_han, is_wide, join_lines, joins_tight, push_joined};
pub use lines::{LineIndex, Position, find_either, has, has_any, is_one_line, line_end, lines, trim_line_end};
pub use script::{composed, is_accent, simplified_of, traditional_of, without_compatibility};

/// A range of bytes in a text. Both ends lie on character boundaries; the end is exclusive.
pub type Span = std::ops::Range<usize>;
