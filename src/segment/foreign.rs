//! The final marks of scripts our rules have no say in, found by UAX #29.

use icu_segmenter::SentenceSegmenter;

use crate::segment::characters::{is_closer, is_foreign, is_opener};
use crate::segment::scan::{Run, RunKind};

/// Returns the marks of other scripts behind which UAX #29 sees a boundary.
pub(super) fn foreign_runs(text: &str) -> Vec<Run> {
    // A line end is a boundary there and a space here.
    let flat: String = text.chars().flat_map(flat).collect();
    let ends = SentenceSegmenter::new(Default::default()).segment_str(&flat).filter(|&end| end > 0);
    let run = |end: usize| {
        let skipped = |ch: char| ch.is_whitespace() || is_closer(ch) || is_opener(ch);
        let before = flat[..end].trim_end_matches(skipped);
        let mark = before.chars().next_back().filter(|ch| is_foreign(*ch) && !ch.is_alphanumeric())?;
        Some(Run { span: before.len() - mark.len_utf8()..before.len(), kind: RunKind::Foreign })
    };
    ends.filter_map(run).collect()
}

/// Replaces a line end by as many spaces as it has bytes.
fn flat(ch: char) -> impl Iterator<Item = char> {
    let line_end = matches!(ch, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    std::iter::repeat_n(if line_end { ' ' } else { ch }, if line_end { ch.len_utf8() } else { 1 })
}
