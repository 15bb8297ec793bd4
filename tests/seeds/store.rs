//! Slips that show only with the catalog: nothing translated, a source edited since, a line lost.

use duizhao::catalog::{self, SourceCatalog};
use duizhao::checks::{self, Pairing, Profile};
use duizhao::config::Actions;
use duizhao::finding::Finding;
use duizhao::markdown::{LeafKind, Options, References};
use duizhao::segment;
use duizhao::status;
use duizhao::text::LineIndex;

use crate::clean::{Clean, World};
use crate::words;

/// A document that was translated, and what was done to it or to its catalog.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    /// The document when it was translated.
    was: String,
    /// The lines of its translation: one a sentence.
    lines: Vec<String>,
    /// The document today.
    now: String,
    /// The lines today; `None` for one that is gone.
    left: Vec<Option<String>>,
}

/// How a line says that nothing is translated.
const EMPTY: &str = "{\"\"}";

impl Stored {
    /// Returns the findings that are there today and were not when the translation was made.
    pub(crate) fn found(&self, world: &World) -> Vec<Finding> {
        let clean: Vec<Option<String>> = self.lines.iter().cloned().map(Some).collect();
        let before = findings(world, &self.was, &self.was, &clean);
        let mut found = findings(world, &self.was, &self.now, &self.left);
        found.retain(|new| !before.iter().any(|old| old.code == new.code && old.evidence == new.evidence));
        found
    }
}

/// Returns what is reported about a document that holds the block of a pair, translated and in step.
pub(crate) fn alarms(world: &World, clean: &Clean) -> Vec<&'static str> {
    let stored = stored(clean).into_iter();
    let found = stored.flat_map(|stored| findings(world, &stored.was, &stored.now, &stored.left));
    found.map(|finding| finding.code).collect()
}

/// Returns the findings about a document that was translated when it said `was`, and says `now`.
fn findings(world: &World, was: &str, now: &str, lines: &[Option<String>]) -> Vec<Finding> {
    let translated = translated(was, lines);
    let document = segment::split(now, "en", &Options::default());
    let catalog = catalog::read(translated.0, "en");
    let ids = catalog::ids(&document.units, &SourceCatalog::read(&translated.1), std::iter::once(&catalog));
    let settled = catalog::settle(&catalog, &document, &ids, ("a.md", "en", "zh-CN"), &Actions::default());
    let entries = status::join_settled(&document, &settled, &catalog, &world.glossary);
    let pairing = Pairing {
        path: "a.md",
        source: now,
        index: &LineIndex::new(now),
        document: &document,
        catalog_path: "a.md.ftl",
        catalog: &catalog,
        catalog_index: &LineIndex::new(&catalog.text),
        locale: "zh-CN",
        glossary: &world.glossary,
        actions: &Actions::default(),
        references: &References::new(now, &document.parsed.definitions),
        settings: &world.settings,
        source_locale: "en",
        entries: &entries,
        out_of_sync: false,
        base: None,
    };
    checks::run(&pairing, Profile::Release)
}

/// Returns the catalog of a document with these lines filled in, and the source catalog.
fn translated(source: &str, lines: &[Option<String>]) -> (String, String) {
    let document = segment::split(source, "en", &Options::default());
    let empty = catalog::read(String::new(), "en");
    let ids = catalog::ids(&document.units, &SourceCatalog::read(""), std::iter::once(&empty));
    let settled = catalog::settle(&empty, &document, &ids, ("a.md", "en", "zh-CN"), &Actions::default());
    let mut text = settled.update.expect("an open catalog").text;
    let mut from = 0;
    for line in lines {
        let at = from + text[from..].find(EMPTY).expect("a line to fill in");
        from = match line {
            Some(line) => {
                text.replace_range(at..at + EMPTY.len(), line);
                at + line.len()
            }
            None => {
                let start = text[..at].rfind('\n').expect("the line before");
                text.replace_range(start..at + EMPTY.len(), "");
                start
            }
        };
    }
    (text, catalog::write_source("a.md", "en", &document, &ids))
}

/// Returns the translation of a pair as lines, where both languages have as many sentences in one block.
fn lines(clean: &Clean) -> Option<Vec<String>> {
    let count = |text: &str, language| {
        let document = segment::split(text, language, &Options::default());
        let segments = |unit: &segment::Unit| unit.segments.clone();
        let [unit] = document.units.as_slice() else { return Vec::<String>::new() };
        segments(unit)
    };
    let (source, target) = (count(&clean.source, "en"), count(&clean.target, "zh"));
    // References of links and braces would need their definitions and their escapes.
    let plain = !clean.source.contains('{') && clean.definitions.is_empty();
    (plain && !source.is_empty() && source.len() == target.len()).then_some(target)
}

/// Returns a document that holds the block of a pair, translated, before anything is done to it.
fn stored(clean: &Clean) -> Option<Stored> {
    let lines = lines(clean)?;
    let source = clean.source.clone();
    let left = lines.iter().cloned().map(Some).collect();
    Some(Stored { was: source.clone(), lines, now: source, left })
}

/// Returns the document with another text today.
fn edited(clean: &Clean, now: Option<String>) -> Vec<Stored> {
    let both = stored(clean).zip(now.filter(|now| *now != clean.source));
    both.map(|(stored, now)| Stored { now, ..stored }).into_iter().collect()
}

/// Returns the document once for each line, with that line changed.
fn each_line(clean: &Clean, wanted: impl Fn(&[String]) -> bool, new: Option<&str>) -> Vec<Stored> {
    let Some(stored) = stored(clean).filter(|stored| wanted(&stored.lines)) else { return Vec::new() };
    let changed = |at: usize| {
        let mut changed = stored.clone();
        changed.left[at] = new.map(str::to_owned);
        changed
    };
    (0..stored.lines.len()).map(changed).collect()
}

pub(crate) fn emptied(_: &World, clean: &Clean) -> Vec<Stored> {
    // A document of which nothing is translated was never begun; it has a finding of its own.
    each_line(clean, |_| true, Some(EMPTY))
}

pub(crate) fn line_of_two_lost(_: &World, clean: &Clean) -> Vec<Stored> {
    each_line(clean, |lines| lines.len() == 2, None)
}

pub(crate) fn line_of_more_lost(_: &World, clean: &Clean) -> Vec<Stored> {
    each_line(clean, |lines| lines.len() > 2, None)
}

/// One, two or three words of the source put otherwise, by the length of the text.
pub(crate) fn source_edited(_: &World, clean: &Clean) -> Vec<Stored> {
    const OTHERS: [&str; 3] = ["quite", "another", "story"];
    let words: Vec<&str> = clean.source.split(' ').collect();
    let plain = |word: &&str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let places: Vec<usize> = (1..words.len()).filter(|at| plain(&words[*at])).collect();
    let many = 1 + clean.source.len() % 3;
    if places.len() < 3 {
        return Vec::new();
    }
    let mut now: Vec<&str> = words.clone();
    let chosen = places.iter().rev().step_by(2).take(many).zip(OTHERS);
    chosen.for_each(|(at, other)| now[*at] = other);
    edited(clean, Some(now.join(" ")))
}

/// Lines broken at other words, `*` as `_`, quotation marks of another kind.
pub(crate) fn source_reflowed(_: &World, clean: &Clean) -> Vec<Stored> {
    let mut now = String::new();
    for (at, word) in clean.source.split(' ').enumerate() {
        // A line that began with a mark could open a block, and one behind two spaces break the line.
        let may_break = at > 0 && at % 7 == 0 && word.starts_with(|ch: char| ch.is_ascii_alphabetic());
        now.push_str(if at == 0 {
            ""
        } else if may_break {
            "\n"
        } else {
            " "
        });
        now.push_str(word);
    }
    let marked = !clean.views[0].emphasis.is_empty() && clean.views[0].codes.is_empty();
    edited(clean, Some(if marked { now.replace('*', "_") } else { now }))
}

/// A sentence that stands twice in a document, translated otherwise the second time.
pub(crate) fn alternate(world: &World, clean: &Clean) -> Vec<Stored> {
    let Some(lines) = lines(clean).filter(|lines| lines.len() == 1) else { return Vec::new() };
    let was = format!("{0}\n\nThe talks follow.\n\n{0}\n", clean.source);
    let between = "演讲随后开始。".to_owned();
    let twice = vec![lines[0].clone(), between.clone(), lines[0].clone()];
    let other = words::unlisted_form(world, clean).into_iter().next().map(|slip| slip.target);
    // Without a term to say otherwise, a word of time is put in front.
    let other = other.unwrap_or_else(|| format!("当时，{}", lines[0]));
    let left = vec![Some(lines[0].clone()), Some(between), Some(other)];
    vec![Stored { now: was.clone(), was, lines: twice, left }]
}

/// A term that the line refers to, by a name that the glossary does not have.
pub(crate) fn reference_renamed(world: &World, clean: &Clean) -> Vec<Stored> {
    let Some(stored) = stored(clean) else { return Vec::new() };
    let terms = world.glossary.terms().iter();
    let mut slips = Vec::new();
    for term in terms.filter(|term| term.kind.as_deref() == Some("org")) {
        let Some(at) = stored.lines.iter().position(|line| line.contains(&term.translation)) else { continue };
        if !clean.source.contains(&term.wordings_in("en")[0]) {
            continue;
        }
        let with = |name: &str| stored.lines[at].replacen(&term.translation, &format!("{{ -{name} }}"), 1);
        let (mut lines, mut left) = (stored.lines.clone(), stored.left.clone());
        lines[at] = with(&term.id);
        left[at] = Some(with(&format!("{}s", term.id)));
        slips.push(Stored { lines, left, ..stored.clone() });
    }
    slips
}

/// The translation of the block before in the next one as well.
pub(crate) fn neighbour_pasted(world: &World, clean: &Clean) -> Vec<Stored> {
    let at = world.pairs.iter().position(|pair| std::ptr::eq(pair, clean)).expect("one of the pairs");
    let Some(before) = at.checked_sub(1).map(|at| &world.pairs[at]) else { return Vec::new() };
    let both = lines(before).filter(|lines| lines.len() == 1).zip(lines(clean).filter(|lines| lines.len() == 1));
    let prose = [before, clean].iter().all(|pair| pair.kind == LeafKind::Paragraph);
    let Some((mut other, own)) = both.filter(|(other, own)| prose && other != own) else { return Vec::new() };
    let was = format!("{}\n\n{}\n", before.source, clean.source);
    let left = vec![Some(other[0].clone()), Some(other[0].clone())];
    other.extend(own);
    vec![Stored { now: was.clone(), was, lines: other, left }]
}
