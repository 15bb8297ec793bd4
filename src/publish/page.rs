//! A document and its translation, ready for a layout: the one model of what stands beside what.

use std::collections::HashSet;

use crate::markdown::{self, LeafKind, Options};
use crate::publish::places::has_relative_destinations;
use crate::publish::safe::{Safe, Safety, safe};
use crate::publish::{Style, dialect, lines, relinked};
use crate::segment::Document;

/// A document and the text of its translation, ready for a layout.
#[derive(Debug)]
pub struct Page<'p> {
    /// The source.
    pub source: &'p str,
    /// Its units.
    pub document: &'p Document,
    /// For each unit what stands for it in the target language.
    pub targets: Vec<Target>,
    /// The source locale.
    pub source_locale: &'p str,
    /// The target locale.
    pub locale: &'p str,
    /// A name that ties the languages of a page together: the slug, else the file's stem.
    pub key: String,
    /// How the source is read.
    pub options: Options,
    /// How it is to look.
    pub style: Style,
}

/// What stands for a unit in the target language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// These segments.
    Segments(Vec<String>),
    /// The source, once.
    Source,
    /// Nothing: the block is left out.
    Omitted,
}

impl<'p> Page<'p> {
    /// Returns the same page.
    pub(super) fn copied(&self) -> Page<'p> {
        Page {
            targets: self.targets.clone(),
            key: self.key.clone(),
            options: self.options.clone(),
            style: self.style.clone(),
            ..*self
        }
    }

    /// Returns the lines of a unit's translation, safe for every reader (rules S1, S2, S4 and S6); `None` where the
    /// source stands for it or nothing does.
    pub fn translation(&self, unit: usize) -> Option<Vec<String>> {
        let Target::Segments(segments) = &self.targets[unit] else { return None };
        let written = lines::unit_lines(segments);
        // What the source says too is as safe there.
        if self.is_plain(unit) || written == lines::unit_lines(&self.document.units[unit].segments) {
            return Some(written);
        }
        Some(written.iter().map(|line| safe(line, self.safety()).text).collect())
    }

    /// Returns a line of other words in the target language, safe for every reader.
    pub(super) fn safe_line(&self, line: &str) -> String {
        safe(line, self.safety()).text
    }

    /// Returns the units that lost emphasis which this dialect has no way to write (rule S1).
    pub fn without_emphasis(&self) -> Vec<usize> {
        let lost = |unit: &usize| match &self.targets[*unit] {
            Target::Segments(segments) if !self.is_plain(*unit) => {
                let dropped = |line: &String| matches!(safe(line, self.safety()), Safe { dropped: true, .. });
                lines::unit_lines(segments).iter().any(dropped)
            }
            _ => false,
        };
        (0..self.targets.len()).filter(lost).collect()
    }

    /// Returns the destinations of units whose translation leads elsewhere than the source, or in another order: they
    /// are the translator's choice.
    pub fn chosen_destinations(&self) -> HashSet<String> {
        let mut chosen = HashSet::new();
        let of = |text: &str| -> Vec<String> {
            markdown::leads(text).into_iter().map(|leads| text[leads.span].to_owned()).collect()
        };
        for (unit, target) in self.targets.iter().enumerate() {
            let Target::Segments(segments) = target else { continue };
            let target = segments.join(" ");
            if target.contains("](") {
                let destinations = of(&target);
                if destinations != of(&self.document.units[unit].joined()) {
                    chosen.extend(destinations);
                }
            }
        }
        chosen
    }

    /// Returns a page of Markdown whose destinations hold where the page is (rules T3 and T4). `body` is the byte
    /// behind front matter.
    pub fn relinked(&self, text: &str, body: usize) -> String {
        // Most pages lead nowhere near by: that is told without a parser.
        if self.style.places.page.is_empty() || !has_relative_destinations(&text[body..]) {
            return text.to_owned();
        }
        let chosen = self.chosen_destinations();
        relinked(text, body, |destination| match chosen.contains(destination) {
            true => self.style.places.kept(destination),
            false => self.style.places.moved(destination),
        })
    }

    /// The values of front matter and of attributes are no Markdown, and HTML has marks of its own.
    fn is_plain(&self, unit: usize) -> bool {
        matches!(self.document.units[unit].kind, LeafKind::FrontMatter | LeafKind::Html | LeafKind::Attribute)
    }

    fn safety(&self) -> Safety {
        safety(self.locale, &self.style)
    }
}

/// Returns what texts in a language may be rewritten to.
pub(super) fn safety(locale: &str, style: &Style) -> Safety {
    let chinese = locale.split('-').next() == Some("zh");
    Safety { html: style.dialect.html != dialect::Html::Dropped, strong: chinese && style.strong }
}
