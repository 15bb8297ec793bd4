//! What a carry did without making anything stale: which translation stands for which sentence now, and why.

use crate::catalog::{Carried, CarriedUnit, Catalog, Record};
use crate::change::{Class, class, form};
use crate::segment::Document;
use crate::text::join_lines;

/// Why a translation still holds although its sentence is not where or what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Only the form of the sentence changed.
    Form,
    /// The sentence went to another unit, of this document or of another.
    Moved,
    /// The same text is cut into sentences differently.
    Regrouped,
    /// The sentence was gone and is back.
    Returned,
    /// A change of the sentence was taken back.
    Reverted,
    /// The settings ignore changes of this class.
    Ignored,
    /// The same change was made in the translation, as the settings ask.
    Patched,
}

impl How {
    /// Returns the name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            How::Form => "form",
            How::Moved => "moved",
            How::Regrouped => "regrouped",
            How::Returned => "returned",
            How::Reverted => "reverted",
            How::Ignored => "ignored",
            How::Patched => "patched",
        }
    }
}

/// A translation that was carried silently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silent {
    /// The unit: an index into those of the document.
    pub unit: usize,
    /// The segment of it.
    pub segment: usize,
    /// Why nothing is stale.
    pub how: How,
    /// The record that holds the translation in the catalog: an index.
    pub record: usize,
    /// The line of it.
    pub line: usize,
    /// What the source says there in the catalog.
    pub was: String,
}

/// Returns what `carried`, a carry of `catalog` to `document`, changed silently, in document order.
pub fn silent(document: &Document, carried: &Carried, catalog: &Catalog) -> Vec<Silent> {
    let mut found = Vec::new();
    for (unit, whole) in carried.units.iter().enumerate().filter(|(_, whole)| whole.whole.is_none()) {
        for segment in 0..whole.lines.len() {
            found.extend(one(unit, segment, whole, &document.units[unit].segments, catalog));
        }
    }
    found
}

/// `now` are the segments of the unit.
fn one(unit: usize, segment: usize, whole: &CarriedUnit, now: &[String], catalog: &Catalog) -> Option<Silent> {
    let (line, now) = (&whole.lines[segment], &now[segment]);
    // What is open is shown by other means.
    if !line.target.has_text() || line.source.was().is_some() || line.source.draft().is_some() {
        return None;
    }
    let (at, from) = line.from?;
    let record = catalog.records.get(at)?;
    let old = record.sources.get(from)?;
    let mut was = old.text.clone();
    let how = if record.guest {
        How::Moved
    } else if record.obsolete.is_some() {
        How::Returned
    } else if record.id != whole.id {
        How::Moved
    } else if old.was().is_some() {
        How::Reverted
    } else if was == *now {
        return None;
    } else if class(&was, now) == Class::Form {
        How::Form
    } else if line.source.text == old.text {
        How::Ignored
    } else if cut_anew(whole, at, record) {
        // Several old lines may have become one: all up to the one that the next line comes from.
        let next = whole.lines[segment + 1..].iter().filter_map(|line| line.from).find(|(_, next)| *next != from);
        let end = next.map_or(record.sources.len(), |(_, next)| next.max(from + 1));
        was = join_lines(record.sources[from..end].iter().map(|source| source.text.as_str()));
        How::Regrouped
    } else {
        How::Patched
    };
    Some(Silent { unit, segment, how, record: at, line: from, was })
}

/// Whether a unit says what its record says, in other sentences.
fn cut_anew(whole: &CarriedUnit, at: usize, record: &Record) -> bool {
    let own = whole.record == Some(at);
    own && form(&record.joined()) == form(&join_lines(whole.lines.iter().map(|line| line.source.text.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{carry, read};
    use crate::markdown::Options;
    use crate::segment::split;

    /// `expected` holds `HOW: WAS > NOW` of what a carry of `catalog` to `source` does silently.
    #[track_caller]
    fn check(source: &str, catalog: &str, expected: &[&str]) {
        let document = split(source, "en", &Options::default());
        let catalog = read(catalog.to_owned(), "en");
        let ids: Vec<String> = ["x", "y", "z"].map(str::to_owned)[..document.units.len()].to_vec();
        let carried = carry(&document.units, &ids, &catalog);
        let shown = |found: Silent| {
            let now = &document.units[found.unit].segments[found.segment];
            format!("{}: {} > {now}", found.how.name(), found.was)
        };
        let shown: Vec<_> = silent(&document, &carried, &catalog).into_iter().map(shown).collect();
        assert_eq!(shown, expected);
    }

    const TWO: &str = "# en: At noon we met.\n# en: It rained.\nx =\n    中午见面。\n    下了雨。\n";

    #[test]
    fn what_stays_as_it_was_is_not_listed() {
        check("At noon we met. It rained.\n", TWO, &[]);
        check("At noon we ate. It rained.\n", TWO, &[]);
        check(
            "At noon we met. It rained.\n",
            "# en: At noon we met.\n# en: It rained.\nx =\n    {\"\"}\n    下了雨。\n",
            &[],
        );
    }

    #[test]
    fn form_moves_and_cuts_are_listed() {
        check("At noon, we met. It rained.\n", TWO, &["form: At noon we met. > At noon, we met."]);
        check("At noon we met.\n\nIt rained.\n", TWO, &["moved: It rained. > It rained."]);
        let cut = "# en: At noon we met. It rained.\nx =\n    中午见面，下了雨。\n";
        check("At noon we met. It rained.\n", cut, &["regrouped: At noon we met. It rained. > At noon we met."]);
    }

    #[test]
    fn what_came_back_is_listed() {
        let gone = "# en: It rained.\n# obsolete: source gone\nx =\n    下了雨。\n";
        check("It rained.\n", gone, &["returned: It rained. > It rained."]);
        let hash = crate::catalog::TargetLine::new("下了雨。").hash();
        let stale = format!("# was {hash}: It rained.\n# en: It snowed.\nx =\n    下了雨。\n");
        check("It rained.\n", &stale, &["reverted: It snowed. > It rained."]);
    }
}
