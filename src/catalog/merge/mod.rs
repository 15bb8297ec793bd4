//! Merging two versions of a catalog that grew from one, record by record: what `duizhao merge` does for git.
//!
//! What one side changed is taken as it stands, byte for byte; a record that both changed is merged line
//! by line (`lines`). Records that cannot be merged stand between conflict markers, and nothing else does.
//! A source catalog has no conflicts: the next sync writes it anew. Files that are closed to us, because
//! they hold conflict markers already, are not merged here at all.

mod lines;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::catalog::record;
use crate::fluent::file::{self, Entry, Message};
use crate::text::Span;

/// Two versions of a catalog in one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// The text, with conflict markers where there are conflicts.
    pub text: String,
    /// The ids of the records in conflict, in file order.
    pub conflicts: Vec<String>,
}

/// Merges `ours` and `theirs`, which both come from `base`.
///
/// Returns `None` where a version cannot be taken apart into records: it holds conflict markers.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Option<Merged> {
    let whole = |text: &str| Some(Merged { text: text.to_owned(), conflicts: Vec::new() });
    if theirs == base || theirs == ours {
        return whole(ours);
    }
    if ours == base {
        return whole(theirs);
    }
    let line_end = if ours.contains("\r\n") { "\r\n" } else { "\n" };
    let (base, theirs) = (with_line_ends(base, line_end), with_line_ends(theirs, line_end));
    let kind = [ours, &theirs, &base].into_iter().find_map(kind).unwrap_or(Kind::Other);
    let merger = Merger {
        base: Version::read(&base)?,
        ours: Version::read(ours)?,
        theirs: Version::read(&theirs)?,
        kind,
        line_end,
        conflicts: Vec::new(),
    };
    Some(merger.merged())
}

/// What a file is, by its first line.
enum Kind {
    /// A source catalog: whatever stands there, the next sync writes what is right.
    Source,
    /// A target catalog whose source lines have this key.
    Target(String),
    /// A glossary, or the Fluent file of another program: its messages are taken or left whole.
    Other,
}

fn kind(text: &str) -> Option<Kind> {
    let first = text.trim_start_matches('\u{feff}').lines().next()?;
    let (_, locales) = first.strip_prefix("### duizhao 1 · ")?.rsplit_once(" · ")?;
    Some(locales.split_once(" → ").map_or(Kind::Source, |(key, _)| Kind::Target(key.trim().to_owned())))
}

fn with_line_ends<'t>(text: &'t str, line_end: &str) -> Cow<'t, str> {
    match (line_end, text.contains("\r\n")) {
        ("\n", false) => Cow::Borrowed(text),
        ("\n", true) => Cow::Owned(text.replace("\r\n", "\n")),
        _ => Cow::Owned(text.replace("\r\n", "\n").replace('\n', line_end)),
    }
}

/// What makes a part of a file the same part in another version of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    /// The first line of a catalog.
    Header,
    /// A message or its damaged remains: its id, and how many of that id stand before it.
    Record(String, usize),
    /// A comment that belongs to no message, or damage without an id: what it says.
    Text(String, usize),
}

/// A part of a file: an entry with the blank lines above it.
struct Part {
    key: Key,
    gap: Span,
    span: Span,
    message: Option<Message>,
}

/// One of the three versions of a file.
struct Version<'t> {
    text: &'t str,
    parts: Vec<Part>,
    places: HashMap<Key, usize>,
}

impl<'t> Version<'t> {
    fn read(text: &'t str) -> Option<Version<'t>> {
        let file = file::read(text);
        if file.conflict.is_some() {
            return None;
        }
        let mut version = Version { text, parts: Vec::new(), places: HashMap::new() };
        let mut counts: HashMap<Key, usize> = HashMap::new();
        let mut done = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        for entry in file.entries {
            let (key, span, message) = match entry {
                Entry::Message(message) => (Key::Record(message.id.clone(), 0), message.span.clone(), Some(message)),
                Entry::Junk { span, id: Some(id) } => (Key::Record(id, 0), span, None),
                Entry::Comment { level: 3, span, text }
                    if text.starts_with("duizhao 1 ") && version.parts.is_empty() =>
                {
                    (Key::Header, span, None)
                }
                Entry::Comment { span, .. } | Entry::Junk { span, id: None } => {
                    (Key::Text(trimmed(text.get(span.clone())?).to_owned(), 0), span, None)
                }
            };
            // Invariant: parts and gaps tile the file, or it is not taken apart.
            let gap = done..span.start;
            if !text.get(gap.clone())?.trim().is_empty() {
                return None;
            }
            done = span.end;
            let count = counts.entry(key.clone()).or_insert(0);
            let key = match key {
                Key::Header => Key::Header,
                Key::Record(id, _) => Key::Record(id, *count),
                Key::Text(text, _) => Key::Text(text, *count),
            };
            *count += 1;
            version.places.insert(key.clone(), version.parts.len());
            version.parts.push(Part { key, gap, span, message });
        }
        text[done..].trim().is_empty().then_some(version)
    }

    fn part(&self, key: &Key) -> Option<&Part> {
        self.places.get(key).map(|&at| &self.parts[at])
    }

    /// What a part says, without the line ends behind it.
    fn says(&self, key: &Key) -> Option<&'t str> {
        self.part(key).map(|part| trimmed(&self.text[part.span.clone()]))
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches(['\n', '\r'])
}

/// One of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Ours,
    Theirs,
}

impl Side {
    fn other(self) -> Side {
        match self {
            Side::Ours => Side::Theirs,
            Side::Theirs => Side::Ours,
        }
    }
}

/// What becomes of a part.
enum Fate {
    Gone,
    From(Side),
    Both(String),
    Conflict(String, String),
}

struct Merger<'t> {
    base: Version<'t>,
    ours: Version<'t>,
    theirs: Version<'t>,
    kind: Kind,
    line_end: &'static str,
    conflicts: Vec<String>,
}

impl Merger<'_> {
    fn merged(mut self) -> Merged {
        let mut out = if self.ours.text.starts_with('\u{feff}') { "\u{feff}".to_owned() } else { String::new() };
        let mut above: Option<(Side, usize)> = None;
        for (side, at) in self.order() {
            let key = self.version(side).parts[at].key.clone();
            let text = match self.fate(&key) {
                Fate::Gone => continue,
                Fate::From(side) => self.text_of(side, &key),
                Fate::Both(text) => text,
                Fate::Conflict(ours, theirs) => self.conflict(&key, &ours, &theirs),
            };
            let gap = self.gap(side, at, above);
            self.push(&mut out, &gap, &text);
            above = Some((side, at));
        }
        if !out.is_empty() && self.ours.text.ends_with('\n') && !out.ends_with('\n') {
            out.push_str(self.line_end);
        }
        let end = self.ours.parts.last().map_or(0, |part| part.span.end);
        if above.is_some_and(|above| above == (Side::Ours, self.ours.parts.len().saturating_sub(1))) {
            out.push_str(&self.ours.text[end..]);
        }
        Merged { text: out, conflicts: self.conflicts }
    }

    fn version(&self, side: Side) -> &Version<'_> {
        match side {
            Side::Ours => &self.ours,
            Side::Theirs => &self.theirs,
        }
    }

    /// All parts of both sides: ours in their order, and what only they have behind what stands above
    /// it there. What only we have at the same place comes first.
    fn order(&self) -> Vec<(Side, usize)> {
        let alone =
            |part: &Part| !self.base.places.contains_key(&part.key) && !self.theirs.places.contains_key(&part.key);
        // For each part of ours, preceded by the start of the file, what follows it from theirs.
        let mut behind: Vec<Vec<usize>> = vec![Vec::new(); self.ours.parts.len() + 1];
        let mut place = 0;
        for (at, part) in self.theirs.parts.iter().enumerate() {
            if let Some(&own) = self.ours.places.get(&part.key) {
                place = own + 1;
                continue;
            }
            if place == 0 && self.ours.places.get(&Key::Header) == Some(&0) {
                place = 1;
            }
            let run = self.ours.parts[place..].iter().take_while(|part| alone(part)).count();
            behind[place + run].push(at);
        }
        let mut order = Vec::with_capacity(self.ours.parts.len());
        for (place, theirs) in behind.iter().enumerate() {
            if let Some(own) = place.checked_sub(1) {
                order.push((Side::Ours, own));
            }
            order.extend(theirs.iter().map(|&at| (Side::Theirs, at)));
        }
        order
    }

    fn fate(&self, key: &Key) -> Fate {
        let (base, ours, theirs) = (self.base.says(key), self.ours.says(key), self.theirs.says(key));
        let from = |side, text: Option<&str>| if text.is_some() { Fate::From(side) } else { Fate::Gone };
        if ours == theirs || theirs == base {
            return from(Side::Ours, ours);
        }
        if ours == base {
            return from(Side::Theirs, theirs);
        }
        // Deleted on one side and changed on the other: nothing that was written is lost.
        match (ours, theirs) {
            (None, _) => Fate::From(Side::Theirs),
            (_, None) => Fate::From(Side::Ours),
            _ if !matches!(key, Key::Record(..)) => Fate::From(Side::Ours),
            _ => match &self.kind {
                Kind::Source => Fate::From(Side::Ours),
                Kind::Target(source) => self.line_by_line(key, source).unwrap_or_else(|| self.as_they_stand(key)),
                Kind::Other => self.as_they_stand(key),
            },
        }
    }

    fn line_by_line(&self, key: &Key, source: &str) -> Option<Fate> {
        let record = |version: &Version<'_>| {
            let message = version.part(key)?.message.as_ref()?;
            (!message.id.starts_with('-')).then(|| record::record(version.text, message, source))
        };
        let text = |record| with_line_ends(&record::write(record, source), self.line_end).into_owned();
        let fate = lines::merge(record(&self.base).as_ref(), &record(&self.ours)?, &record(&self.theirs)?)?;
        Some(match fate {
            lines::Fate::Merged(merged) => Fate::Both(text(&merged)),
            lines::Fate::Conflict(ours, theirs) => Fate::Conflict(text(&ours), text(&theirs)),
        })
    }

    fn as_they_stand(&self, key: &Key) -> Fate {
        Fate::Conflict(self.text_of(Side::Ours, key), self.text_of(Side::Theirs, key))
    }

    fn text_of(&self, side: Side, key: &Key) -> String {
        let version = self.version(side);
        version.part(key).map_or_else(String::new, |part| version.text[part.span.clone()].to_owned())
    }

    fn conflict(&mut self, key: &Key, ours: &str, theirs: &str) -> String {
        if let Key::Record(id, _) = key {
            self.conflicts.push(id.clone());
        }
        let lines = ["<<<<<<< ours", trimmed(ours), "=======", trimmed(theirs), ">>>>>>> theirs"];
        lines.map(|line| format!("{line}{}", self.line_end)).concat()
    }

    /// What stands between a part and the one above it: what stands there in its own file, at least a
    /// blank line where another part came between.
    fn gap(&self, side: Side, at: usize, above: Option<(Side, usize)>) -> String {
        let version = self.version(side);
        let own = &version.text[version.parts[at].gap.clone()];
        let neighbours = at.checked_sub(1).map(|before| (side, before)) == above;
        match above {
            _ if neighbours => own.to_owned(),
            None => String::new(),
            Some(_) if own.is_empty() => self.line_end.to_owned(),
            Some(_) => own.to_owned(),
        }
    }

    fn push(&self, out: &mut String, gap: &str, text: &str) {
        let is_fresh = out.is_empty() || out == "\u{feff}";
        if !is_fresh && !out.ends_with(['\n', '\r']) {
            out.push_str(self.line_end);
        }
        out.push_str(gap);
        out.push_str(text);
    }
}
