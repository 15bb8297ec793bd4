//! A record: one message of a target catalog with its comment, read and written.
//!
//! Line k of the message belongs to the k-th `en:` line (the key is the source locale). A key line
//! directly above an `en:` line is about that segment; keys below the last are about the record;
//! every other comment line is a translator's note and is kept.

use crate::fluent::codec::{self, Value};
use crate::fluent::file::Message;
use crate::text::{Span, fingerprint, join_lines};

/// One record of a target catalog.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// The message's id.
    pub id: String,
    /// Its bytes in the file; empty for a record that is not in it yet.
    pub span: Span,
    /// The source lines, in order.
    pub sources: Vec<SourceLine>,
    /// The target lines, in order.
    pub targets: Vec<TargetLine>,
    /// Whether `# obsolete:` stands in it.
    pub obsolete: Option<String>,
    /// Who translated it.
    pub by: Option<String>,
    /// Comment lines below the last source line that are no `by` and no `obsolete`: waivers and notes.
    pub tail: Vec<String>,
    /// The attributes, as written.
    pub attributes: String,
    /// Whether it was read tolerantly, so that writing it would mend it.
    pub slips: usize,
    /// Whether it is a guest: it stands in another document's catalog, and its lines may move here.
    pub guest: bool,
}

/// One `en:` line with the lines above it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceLine {
    /// The source text.
    pub text: String,
    /// Its bytes in the file.
    pub span: Span,
    /// What stands above it, in order.
    pub above: Vec<Above>,
}

/// A comment line above an `en:` line.
#[derive(Debug, Clone, PartialEq)]
pub enum Above {
    /// `was HASH: TEXT`: the line still translates TEXT.
    Was {
        /// Four hex digits of the target line when it went stale; empty if lost.
        hash: String,
        /// What was translated.
        text: String,
    },
    /// `draft: ORIGIN`.
    Draft(String),
    /// `reviewed: NAME HASH`.
    Reviewed {
        /// Who.
        name: String,
        /// Covers source and target.
        hash: String,
    },
    /// `waive: CODE HASH reason`, as written.
    Waive(String),
    /// Something like a key but none: a note, and a finding.
    NearMiss(String, &'static str),
    /// A translator's note.
    Note(String),
}

/// A person's word that a finding about a segment is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The check.
    pub code: String,
    /// What it is about: a hash of source and translation.
    pub hash: String,
    /// Why. Without a reason it does not count.
    pub reason: String,
}

impl Waiver {
    /// Reads `CODE HASH reason`.
    pub fn read(text: &str) -> Waiver {
        let (code, rest) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
        let (hash, reason) = rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
        Waiver { code: code.to_owned(), hash: hash.to_owned(), reason: reason.trim().to_owned() }
    }

    /// Returns it as it is written.
    pub fn text(&self) -> String {
        format!("{} {} {}", self.code, self.hash, self.reason)
    }

    /// Returns whether it is about a segment with these texts, and has a reason.
    pub fn holds(&self, source: &str, target: &str) -> bool {
        !self.reason.is_empty() && self.hash == content_hash(source, target)
    }
}

impl Above {
    /// Returns whether the line says that its segment is not finished.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Above::Was { .. } | Above::Draft(_) | Above::NearMiss(_, "was" | "draft"))
    }
}

/// One line of the message.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetLine {
    /// The line as written, indentation removed.
    pub raw: String,
    /// What it says.
    pub value: Value,
    /// Its bytes in the file.
    pub span: Span,
}

impl Default for TargetLine {
    fn default() -> TargetLine {
        TargetLine { raw: "{\"\"}".to_owned(), value: Value::Missing, span: 0..0 }
    }
}

impl TargetLine {
    /// Returns a line that says `text`.
    pub fn new(text: &str) -> TargetLine {
        TargetLine { raw: codec::encode(text), value: Value::from_text(text), span: 0..0 }
    }

    /// Returns a line from what stands in a file.
    pub fn from_raw(raw: String) -> TargetLine {
        TargetLine { value: codec::decode(&raw).0, raw, span: 0..0 }
    }

    /// Returns `{"^"}`.
    pub fn above() -> TargetLine {
        TargetLine { raw: codec::encode_value(&Value::Above), value: Value::Above, span: 0..0 }
    }

    /// Returns whether there is a translation in it.
    pub fn has_text(&self) -> bool {
        matches!(self.value, Value::Text(_))
    }

    /// Returns four hex digits of what it says.
    pub fn hash(&self) -> String {
        fingerprint(&self.value.plain()).hex(4)
    }
}

/// Returns the hash that binds a review or a waiver to a segment's source and target.
pub fn content_hash(source: &str, target: &str) -> String {
    fingerprint(&format!("{source}\n{target}")).hex(8)
}

impl Above {
    /// Returns whether this says that a segment is not finished.
    fn is_about_a_segment(&self) -> bool {
        matches!(self, Above::Was { .. } | Above::Draft(_) | Above::NearMiss(_, "was" | "draft"))
    }
}

impl SourceLine {
    /// Returns the `was` line: hash and text.
    pub fn was(&self) -> Option<(&str, &str)> {
        self.above.iter().find_map(|above| match above {
            Above::Was { hash, text } => Some((hash.as_str(), text.as_str())),
            _ => None,
        })
    }

    /// Returns the origin of a draft. A near miss of a key that says "not finished" counts as one.
    pub fn draft(&self) -> Option<&str> {
        self.above.iter().find_map(|above| match above {
            Above::Draft(origin) => Some(origin.as_str()),
            Above::NearMiss(_, "was" | "draft") => Some("unclear"),
            _ => None,
        })
    }

    /// Returns what the target was made from: the `was` text, else the source text.
    pub fn made_from(&self) -> &str {
        self.was().map_or(&self.text, |(_, text)| text)
    }
}

impl Record {
    /// Returns whether line k of the message belongs to source line k.
    pub fn is_regular(&self) -> bool {
        self.sources.len() == self.targets.len()
    }

    /// Returns whether any line holds a translation.
    pub fn has_text(&self) -> bool {
        self.targets.iter().any(TargetLine::has_text)
    }

    /// Returns the source text of the whole record, joined.
    pub fn joined(&self) -> String {
        join_lines(self.sources.iter().map(|source| source.text.as_str()))
    }

    /// Returns what the whole record was made from, joined.
    pub fn joined_made_from(&self) -> String {
        join_lines(self.sources.iter().map(SourceLine::made_from))
    }
}

/// A block that only the target page has: a message without source lines, and a line `add after: ID` or
/// `add before: ID` above it.
#[derive(Debug, Clone, PartialEq)]
pub struct Addition {
    /// The message's id.
    pub id: String,
    /// Its bytes in the file.
    pub span: Span,
    /// The id of the unit that it stands beside.
    pub anchor: String,
    /// Whether it stands before that unit.
    pub before: bool,
    /// Its lines of Markdown; `{""}` is an empty one.
    pub lines: Vec<Value>,
}

/// Reads an addition from a message that is one.
pub(super) fn addition(message: &Message, key: &str) -> Option<Addition> {
    let mut place = None;
    for line in &message.comments {
        let Some((head, anchor)) = key_and_value(&line.text) else { continue };
        let mut words = head.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some(word), None, None) if word.eq_ignore_ascii_case(key) => return None,
            (Some("add"), Some(side @ ("after" | "before")), None) => {
                place = Some((side == "before", codec::decode_comment(anchor).trim().to_owned()));
            }
            _ => {}
        }
    }
    let (before, anchor) = place?;
    let lines = message.lines.iter().map(|line| line.value()).collect();
    Some(Addition { id: message.id.clone(), span: message.span.clone(), anchor, before, lines })
}

/// The keys of comment lines that are not a locale.
const KEYS: [&str; 6] = ["was", "draft", "reviewed", "waive", "by", "obsolete"];

/// Reads a record from a message. `key` is the source locale, such as `en`.
pub(super) fn record(text: &str, message: &Message, key: &str) -> Record {
    let mut record = Record {
        id: message.id.clone(),
        span: message.span.clone(),
        attributes: message.attributes.clone().map_or(String::new(), |span| text[span].to_owned()),
        slips: message.slips.len(),
        ..Record::default()
    };
    let mut above: Vec<Above> = Vec::new();
    for line in &message.comments {
        match comment_line(&line.text, key) {
            Comment::Source(source) => {
                let above = std::mem::take(&mut above);
                record.sources.push(SourceLine { text: source, span: line.span.clone(), above });
            }
            Comment::Above(line) => above.push(line),
            Comment::By(name) => record.by = Some(name),
            Comment::Obsolete(why) => record.obsolete = Some(why),
        }
    }
    // A key that says "not finished" and slipped below its source line is still about that line: the next
    // write puts it back. Nothing that says so may be lost.
    if let Some(last) = record.sources.last_mut() {
        let before = last.above.len();
        last.above.extend(above.extract_if(.., |above| above.is_about_a_segment()));
        record.slips += last.above.len() - before;
    }
    // The broken half of a `was` line may stand above.
    if message.after_junk {
        for source in record.sources.iter_mut().filter(|source| source.was().is_none() && source.draft().is_none()) {
            source.above.push(Above::Draft("unclear".to_owned()));
        }
    }
    // What is left below the last source line is about the record: notes and waivers.
    record.tail = above.into_iter().map(|above| above_text(&above)).collect();
    record.targets = message
        .lines
        .iter()
        .map(|line| TargetLine { raw: line.text.clone(), value: line.value(), span: line.span.clone() })
        .collect();
    record
}

enum Comment {
    Source(String),
    Above(Above),
    By(String),
    Obsolete(String),
}

fn comment_line(raw: &str, key: &str) -> Comment {
    let other = || match meant_key(raw, key) {
        Some(meant) => Comment::Above(Above::NearMiss(raw.to_owned(), meant)),
        None => Comment::Above(Above::Note(raw.to_owned())),
    };
    let Some((head, tail)) = key_and_value(raw) else { return other() };
    let mut words = head.split_whitespace();
    let (first, second, more) = (words.next().unwrap_or(""), words.next(), words.next().is_some());
    if more {
        return other();
    }
    let value = || codec::decode_comment(tail);
    let lower = first.to_ascii_lowercase();
    match (lower.as_str(), second) {
        (word, None) if word == key.to_ascii_lowercase() => Comment::Source(value()),
        ("was", hash) => Comment::Above(Above::Was { hash: hash.unwrap_or("").to_owned(), text: value() }),
        ("draft", None) => Comment::Above(Above::Draft(value())),
        ("reviewed", None) => {
            let value = value();
            let (name, hash) = value.rsplit_once(' ').unwrap_or((&value, ""));
            Comment::Above(Above::Reviewed { name: name.to_owned(), hash: hash.to_owned() })
        }
        ("waive", None) => Comment::Above(Above::Waive(value())),
        ("by", None) => Comment::By(value()),
        ("obsolete", None) => Comment::Obsolete(value()),
        _ => other(),
    }
}

/// Splits `key: value`; the colon may be full-width.
fn key_and_value(raw: &str) -> Option<(&str, &str)> {
    let at = raw.find([':', '：'])?;
    let width = raw[at..].chars().next().map_or(1, char::len_utf8);
    let tail = &raw[at + width..];
    Some((raw[..at].trim(), tail.strip_prefix(' ').unwrap_or(tail)))
}

/// Returns the key that a comment seems to begin with although it does not: a letter slipped, a space
/// too many or too few, the colon forgotten. Nothing of the kind may finish a segment unseen.
fn meant_key(raw: &str, source: &str) -> Option<&'static str> {
    let words: Vec<&str> = raw.split_whitespace().take(2).collect();
    match words[..] {
        ["draft", ..] => return Some("draft"),
        ["was", hash] if is_hash(hash.trim_end_matches(|ch: char| ch.is_ascii_punctuation())) => return Some("was"),
        _ => {}
    }
    let (head, _) = key_and_value(raw)?;
    let words: Vec<String> = head.split_whitespace().take(4).map(str::to_ascii_lowercase).collect();
    let joined = words.concat();
    let mut candidates: Vec<&str> = Vec::new();
    if words.len() < 3 {
        candidates.extend(words.first().map(String::as_str));
    }
    if words.len() < 4 {
        let bare = joined.char_indices().rev().nth(3).map(|(at, _)| joined.split_at(at));
        candidates.extend(bare.filter(|(_, hash)| is_hash(hash)).map(|(word, _)| word));
        candidates.push(&joined);
    }
    // A key with a space in it: `d raft: memory`.
    let spaced = KEYS.into_iter().find(|key| words.len() == 2 && joined == *key);
    spaced.or_else(|| candidates.into_iter().find_map(|word| near_key(word, source)))
}

fn is_hash(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Returns the key that a word nearly is: one slip away, two for long keys.
fn near_key(word: &str, source: &str) -> Option<&'static str> {
    if !word.is_ascii() || !word.starts_with(|ch: char| ch.is_ascii_alphabetic()) {
        return None;
    }
    let near = |key: &str| {
        let allowed = if key.len() > 4 { 2 } else { 1 };
        word.len().abs_diff(key.len()) <= allowed && distance(word, key) <= allowed
    };
    // A word that is a key is none where something else stands beside it: `by Wei: …` is a note.
    KEYS.into_iter()
        .find(|key| near(key) && (word != *key || *key == "was"))
        .or_else(|| near(source).then_some("source"))
}

/// Edit distance with transpositions (optimal string alignment) of two short ASCII words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<u8>, Vec<u8>) = (a.bytes().collect(), b.bytes().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

fn above_text(above: &Above) -> String {
    match above {
        Above::Was { hash, text } if hash.is_empty() => format!("was: {}", codec::encode_comment(text)),
        Above::Was { hash, text } => format!("was {hash}: {}", codec::encode_comment(text)),
        Above::Draft(origin) => format!("draft: {}", codec::encode_comment(origin)),
        Above::Reviewed { name, hash } => format!("reviewed: {} {hash}", codec::encode_comment(name)),
        Above::Waive(text) => format!("waive: {}", codec::encode_comment(text)),
        Above::NearMiss(raw, _) | Above::Note(raw) => raw.clone(),
    }
}

/// Returns the bytes of a record: comments, id, one line a segment at four spaces. `key` is the
/// source locale. Lines end in `\n`.
pub(super) fn write(record: &Record, key: &str) -> String {
    let mut out = String::new();
    let mut comment = |text: &str| {
        out.push('#');
        if !text.is_empty() {
            out.push(' ');
            out.push_str(text);
        }
        out.push('\n');
    };
    for source in &record.sources {
        for above in &source.above {
            comment(&above_text(above));
        }
        comment(format!("{key}: {}", codec::encode_comment(&source.text)).trim_end());
    }
    for line in &record.tail {
        comment(line);
    }
    if let Some(by) = &record.by {
        comment(format!("by: {}", codec::encode_comment(by)).trim_end());
    }
    if let Some(why) = &record.obsolete {
        comment(format!("obsolete: {}", codec::encode_comment(why)).trim_end());
    }
    out.push_str(&record.id);
    out.push_str(" =\n");
    for target in &record.targets {
        out.push_str("    ");
        out.push_str(&codec::encode_value(&target.value));
        out.push('\n');
    }
    out.push_str(&record.attributes.replace("\r\n", "\n"));
    out
}
