//! Findings: what is wrong with content, where, and how badly. Rendering is the program's work.

use crate::text::{Edit, LineIndex, Span, fingerprint};

/// A sentence to be shown: an id and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The id in `duizhao.ftl`.
    pub id: &'static str,
    /// The arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// Returns the message with this id and no arguments.
    pub fn new(id: &'static str) -> Message {
        Message { id, args: Vec::new() }
    }

    /// Returns the message with one more argument.
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Message {
        self.args.push((name, arg.into()));
        self
    }
}

/// What fills a variable of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Shown as it is.
    Text(String),
    /// A number, shown plainly; plural forms go by it.
    Count(usize),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Arg {
        Arg::Count(count)
    }
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Told, never a reason to fail.
    Info,
    /// Worth a look; fails only where asked for.
    Warning,
    /// Fails the check.
    Error,
}

impl Severity {
    /// Returns the name used in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl std::str::FromStr for Severity {
    type Err = String;

    fn from_str(name: &str) -> Result<Severity, String> {
        match name {
            "info" => Ok(Severity::Info),
            "warning" => Ok(Severity::Warning),
            "error" => Ok(Severity::Error),
            _ => Err(format!("`{name}` is none of error, warning, info")),
        }
    }
}

/// A range of a file as people count it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path, relative to the workspace, with `/`.
    pub path: String,
    /// The bytes.
    pub span: Span,
    /// First line, from 1.
    pub line: usize,
    /// First column in characters, from 1.
    pub column: usize,
    /// Last line, inclusive.
    pub end_line: usize,
    /// Column behind the last character.
    pub end_column: usize,
}

impl Place {
    /// Returns the place of `span` in the file at `path` whose text is `text`.
    pub fn new(path: &str, text: &str, span: Span) -> Place {
        Place::indexed(path, text, &LineIndex::new(text), span)
    }

    /// Returns the same with an index made before.
    pub fn indexed(path: &str, text: &str, index: &LineIndex, span: Span) -> Place {
        // A span of whole lines ends with its last line, not at the start of the next.
        let end = span.start + text[span.clone()].trim_end_matches(['\n', '\r']).len();
        let (from, to) = (index.position(text, span.start), index.position(text, end));
        Place {
            path: path.to_owned(),
            span: span.start..end,
            line: from.line,
            column: from.column,
            end_line: to.line,
            end_column: to.column,
        }
    }
}

/// One thing that changed in a source, for showing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What it is, as in JSON.
    pub kind: &'static str,
    /// What stood there.
    pub was: Option<String>,
    /// What stands there.
    pub now: Option<String>,
}

/// How far a machine may go with a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// What a reader would do without thinking: a mark, a space.
    Safe,
    /// A person must say so.
    Unsafe,
}

/// A repair of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Edits of the translation as Markdown.
    pub edits: Vec<Edit>,
    /// How sure it is.
    pub safety: Safety,
}

/// Something a check reports.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The check's name, kebab-case.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where the source is.
    pub source: Option<Place>,
    /// Where the translation is.
    pub target: Option<Place>,
    /// The document's path, where there is no source place.
    pub document: String,
    /// The target locale.
    pub locale: String,
    /// For one of plain pairs: its id. There is no document then.
    pub pair: Option<String>,
    /// The unit's id.
    pub id: Option<String>,
    /// The segment's index in the unit, from 0.
    pub index: Option<usize>,
    /// What is wrong.
    pub message: Message,
    /// What shows it: the source text, or the piece in question.
    pub evidence: String,
    /// For a stale segment: what it was made from.
    pub was: Option<String>,
    /// For a stale segment: the class of the change.
    pub class: Option<&'static str>,
    /// For a stale segment: what shows the class, in the order of the text.
    pub changed: Vec<Changed>,
    /// The translation.
    pub translation: Option<String>,
    /// What would repair it, in the translation.
    pub fix: Option<Fix>,
}

impl Finding {
    /// Returns a finding about a line of a catalog.
    pub fn in_catalog(code: &'static str, severity: Severity, place: Place, locale: &str, message: Message) -> Finding {
        Finding {
            code,
            severity,
            source: None,
            target: Some(place),
            document: String::new(),
            locale: locale.to_owned(),
            pair: None,
            id: None,
            index: None,
            message,
            evidence: String::new(),
            was: None,
            class: None,
            changed: Vec::new(),
            translation: None,
            fix: None,
        }
    }

    /// Returns a hash that stays the same while code, document, unit and content stay the same.
    ///
    /// What moves by itself has no part in it: lines, the index of a segment in its unit, the number of a
    /// plain pair, and what stands elsewhere. So two findings may have the same one; count them.
    pub fn fingerprint(&self) -> String {
        // What tells two findings of one check at one place apart. Counts, `share` and `other` are about other places.
        let own = |(name, arg): &(&'static str, Arg)| match arg {
            Arg::Text(text) if !["other", "share"].contains(name) => Some(format!("{name}={text:?}")),
            _ => None,
        };
        let args = self.message.args.iter().filter_map(own).collect::<Vec<_>>().join(" ");
        // A document that nobody has started is the same one whatever its first block says.
        let is_whole = self.message.id == "finding-not-started";
        let id = self.id.as_deref().filter(|_| !is_whole).unwrap_or("");
        let evidence = if is_whole { "" } else { &self.evidence };
        let translation = self.translation.as_deref().unwrap_or("");
        let parts = [self.code, &self.document, &self.locale, id, evidence, translation, &args];
        fingerprint(&parts.join("\u{1f}")).hex(16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding() -> Finding {
        let place = Place { path: "a.ftl".to_owned(), span: 3..9, line: 2, column: 1, end_line: 2, end_column: 7 };
        let message = Message::new("finding-inconsistent").with("other", "乙").with("count", 2).with("mark", "，");
        Finding {
            document: "a.md".to_owned(),
            id: Some("noon".to_owned()),
            index: Some(0),
            evidence: "Noon.".to_owned(),
            translation: Some("甲".to_owned()),
            ..Finding::in_catalog("inconsistent", Severity::Info, place, "zh-CN", message)
        }
    }

    /// Says whether a finding keeps its fingerprint through a change.
    #[track_caller]
    fn check(change: impl Fn(&mut Finding), expected: bool) {
        let mut changed = finding();
        change(&mut changed);
        assert_ne!(changed, finding(), "nothing changed");
        assert_eq!(changed.fingerprint() == finding().fingerprint(), expected);
    }

    #[test]
    fn what_moves_by_itself_has_no_part_in_a_fingerprint() {
        check(|it| it.target = None, true);
        check(|it| it.index = Some(1), true);
        check(|it| it.pair = Some("7".to_owned()), true);
        check(|it| it.severity = Severity::Error, true);
        check(|it| it.message.args[0].1 = "丙".into(), true);
        check(|it| it.message.args[1].1 = 3.into(), true);
    }

    #[test]
    fn what_a_finding_is_about_makes_its_fingerprint() {
        check(|it| it.code = "stale", false);
        check(|it| it.document = "b.md".to_owned(), false);
        check(|it| it.locale = "ja".to_owned(), false);
        check(|it| it.id = Some("night".to_owned()), false);
        check(|it| it.evidence = "Night.".to_owned(), false);
        check(|it| it.translation = None, false);
        check(|it| it.message.args[2].1 = "。".into(), false);
    }

    #[test]
    fn a_document_not_started_is_one_whatever_its_first_block_says() {
        let about = |id: &str, evidence: &str, count: usize| {
            let message = Message::new("finding-not-started").with("count", count);
            let (id, evidence) = (Some(id.to_owned()), evidence.to_owned());
            Finding { id, evidence, index: None, translation: None, message, ..finding() }.fingerprint()
        };
        assert_eq!(about("noon", "Noon.", 3), about("night", "Night.", 4));
    }
}
