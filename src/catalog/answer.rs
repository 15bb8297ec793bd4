//! A person's translation of one segment, written into its record.
//!
//! Only the bytes of that record change. An answer finishes the segment: the lines above it that say
//! otherwise go, and a review of what stood there before goes with them.

use crate::catalog::confirm::rewritten;
use crate::catalog::{Above, Catalog, Record, TargetLine, content_hash};
use crate::fluent::codec::{Piece, Value, encode_value};
use crate::text::apply;

/// What a person says about a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Its translation; `{ -id }` in it refers to a term.
    Text(String),
    /// It is said in the line above.
    Above,
    /// The translation that stands there holds.
    AsItIs,
}

/// Why an answer cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such segment.
    Unknown,
    /// The record's lines do not pair with its sentences.
    Unpaired,
    /// Nothing is said in the line above, or there is none.
    NothingAbove,
    /// There is no translation to confirm, or the answer is empty.
    Nothing,
}

/// Returns the catalog with an answer to the segment at `index` of the record `id`.
///
/// `key` is the source locale; `by` is noted as who translated the record.
pub fn answer(
    catalog: &Catalog,
    key: &str,
    id: &str,
    index: usize,
    answer: &Answer,
    by: Option<&str>,
) -> Result<String, Refusal> {
    let record = catalog.records.iter().find(|record| record.obsolete.is_none() && record.id == id);
    let mut record = record.cloned().ok_or(Refusal::Unknown)?;
    if !record.is_regular() {
        return Err(Refusal::Unpaired);
    }
    let old = record.targets.get(index).ok_or(Refusal::Unknown)?.clone();
    let new = match answer {
        Answer::AsItIs if old.has_text() => old.clone(),
        Answer::AsItIs => return Err(Refusal::Nothing),
        Answer::Above if is_said_above(&record, index) => TargetLine::above(),
        Answer::Above => return Err(Refusal::NothingAbove),
        Answer::Text(text) => {
            let value = typed(text, &record.sources[index].text);
            let raw = encode_value(&value);
            let target = TargetLine { raw, value, span: old.span.clone() };
            if target.has_text() { target } else { return Err(Refusal::Nothing) }
        }
    };
    record.targets[index] = new;
    finish(&mut record, index);
    if let Some(by) = by {
        record.by = Some(by.to_owned());
    }
    Ok(apply(&catalog.text, vec![rewritten(catalog, &record, key)]))
}

/// Whether the lines above lead to a translation.
fn is_said_above(record: &Record, index: usize) -> bool {
    let said = record.targets[..index].iter().rev().find(|target| target.value != Value::Above);
    said.is_some_and(TargetLine::has_text)
}

/// Finishes a segment and those that are said in its line.
fn finish(record: &mut Record, index: usize) {
    let grouped = record.targets[index + 1..].iter().take_while(|target| target.value == Value::Above).count();
    let lines = record.sources.iter_mut().zip(&record.targets).skip(index).take(grouped + 1);
    for (source, target) in lines {
        let hash = content_hash(&source.text, &target.value.plain());
        source.above.retain(|above| match above {
            Above::Reviewed { hash: of, .. } => *of == hash,
            above => !above.is_open(),
        });
    }
}

/// Returns what a typed text says: `{ -id }` refers to a term, unless the source has the very same text;
/// everything else means itself.
fn typed(text: &str, source: &str) -> Value {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    let mut plain = String::new();
    while let Some(open) = rest.find('{') {
        let (before, reference) = rest.split_at(open);
        plain.push_str(before);
        match term(reference).filter(|(_, length)| !source.contains(&reference[..*length])) {
            Some((id, length)) => {
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
                pieces.push(Piece::Term(id.to_owned()));
                rest = &reference[length..];
            }
            None => {
                plain.push('{');
                rest = &reference[1..];
            }
        }
    }
    plain.push_str(rest);
    pieces.push(Piece::Text(plain));
    pieces.retain(|piece| *piece != Piece::Text(String::new()));
    if pieces.is_empty() { Value::Missing } else { Value::Text(pieces) }
}

/// Reads `{ -id }` at the start of a text: the id and the length.
fn term(text: &str) -> Option<(&str, usize)> {
    let close = text.find('}')?;
    let id = text[1..close].trim().strip_prefix('-')?;
    let fits = id.starts_with(|ch: char| ch.is_ascii_alphabetic());
    let all = id.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '-' || ch == '_');
    (fits && all).then_some((id, close + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::read;

    const RECORD: &str = "# was 0000: A.\n# note\n# en: B.\n# draft: memory\n# en: C.\n# reviewed: Lan 0000\n# en: D.\nx =\n    甲。\n    乙。\n    {\"\"}\n";

    /// Answers one segment of `RECORD`, which stands between two others; `expected` is the record.
    #[track_caller]
    fn check(index: usize, said: Answer, expected: Result<&str, Refusal>) {
        let around = |record: &str| format!("### head\n\n#en: slips\na=\n一\n\n{record}\nz =\n  末\n");
        let catalog = read(around(RECORD), "en");
        let text = answer(&catalog, "en", "x", index, &said, Some("Wei"));
        assert_eq!(text, expected.map(around));
    }

    fn text(text: &str) -> Answer {
        Answer::Text(text.to_owned())
    }

    #[test]
    fn an_answer_finishes_its_segment_and_touches_no_other_record() {
        let done = "# note\n# en: B.\n# draft: memory\n# en: C.\n# reviewed: Lan 0000\n# en: D.\n# by: Wei\nx =\n    丙。\n    乙。\n    {\"\"}\n";
        check(0, text(" 丙。 "), Ok(done));
        let held = "# was 0000: A.\n# note\n# en: B.\n# en: C.\n# reviewed: Lan 0000\n# en: D.\n# by: Wei\nx =\n    甲。\n    乙。\n    {\"\"}\n";
        check(1, Answer::AsItIs, Ok(held));
    }

    #[test]
    fn a_review_goes_with_what_it_was_about() {
        let done = "# was 0000: A.\n# note\n# en: B.\n# draft: memory\n# en: C.\n# en: D.\n# by: Wei\nx =\n    甲。\n    乙。\n    {\"[\"}丁]{\"{\"}\n";
        check(2, text("[丁]{"), Ok(done));
    }

    #[test]
    fn the_line_above_speaks_where_it_says_something() {
        let done = "# was 0000: A.\n# note\n# en: B.\n# draft: memory\n# en: C.\n# en: D.\n# by: Wei\nx =\n    甲。\n    乙。\n    {\"^\"}\n";
        check(2, Answer::Above, Ok(done));
        check(0, Answer::Above, Err(Refusal::NothingAbove));
        check(2, Answer::AsItIs, Err(Refusal::Nothing));
        check(2, text("  "), Err(Refusal::Nothing));
        check(3, text("丁"), Err(Refusal::Unknown));
    }

    #[test]
    fn a_group_is_finished_as_a_whole_and_a_broken_record_not_at_all() {
        let group =
            read("# was 0000: A. B.\n# en: A.\n# draft: x\n# en: C.\nx =\n    甲乙。\n    {\"^\"}\n".to_owned(), "en");
        let done = answer(&group, "en", "x", 0, &Answer::AsItIs, None);
        assert_eq!(done.as_deref(), Ok("# en: A.\n# en: C.\nx =\n    甲乙。\n    {\"^\"}\n"));
        let broken = read("# en: A.\nx =\n    甲。\n    乙。\n".to_owned(), "en");
        assert_eq!(answer(&broken, "en", "x", 0, &text("丙"), None), Err(Refusal::Unpaired));
    }

    #[test]
    fn typed_references_are_terms_unless_the_source_says_so() {
        let line = |text: &str, source: &str| encode_value(&typed(text, source));
        assert_eq!(line("在{-lab}和{ -x } {a} {", ""), "在{ -lab }和{ -x } {\"{a} {\"}");
        assert_eq!(line("写 { -lab }", "Write { -lab }"), "写 {\"{ -lab }\"}");
    }

    #[test]
    fn line_ends_stay() {
        let catalog = read("# en: A.\r\nx =\r\n    {\"\"}\r\n".to_owned(), "en");
        let done = answer(&catalog, "en", "x", 0, &text("甲。"), None);
        assert_eq!(done.as_deref(), Ok("# en: A.\r\nx =\r\n    甲。\r\n"));
    }
}
