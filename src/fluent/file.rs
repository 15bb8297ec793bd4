//! A Fluent file as a list of entries with byte spans: lossless and tolerant.
//!
//! The stock serialiser drops what it cannot read and rewrites the rest, so translators' files are
//! changed by splicing bytes, never by writing a tree. Reading never fails: what Fluent would refuse
//! (a tab, a full-width indent, a forgotten indent, an unescaped `[`) is read as what was meant and
//! reported as a slip; what cannot be understood is junk and keeps its bytes.

use crate::fluent::codec::{self, Slip, Value};
use crate::text::{Span, lines, trim_line_end};

/// A parsed file. Its text is the concatenation of what stands in the spans and between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct File {
    /// Entries in file order.
    pub entries: Vec<Entry>,
    /// The first line with a conflict marker of a version-control system: such a file is closed to us.
    pub conflict: Option<Span>,
}

/// A top-level part of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A message (or a term, whose id begins with `-`) with the comments above it.
    Message(Message),
    /// A comment that belongs to no message: level 1, 2 or 3.
    Comment {
        /// How many `#`.
        level: usize,
        /// Its bytes, line end included.
        span: Span,
        /// Its text.
        text: String,
    },
    /// Lines that are no Fluent, with the comments above them.
    Junk {
        /// Their bytes.
        span: Span,
        /// An id that seems to have been meant.
        id: Option<String>,
    },
}

/// A message.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Message {
    /// Its id; a term's begins with `-`.
    pub id: String,
    /// From the first comment line to the end of the last line, line end included.
    pub span: Span,
    /// The comment lines above it, `#` and one space removed.
    pub comments: Vec<Line>,
    /// The line with the id.
    pub header: Span,
    /// The lines of the value that are not blank, indentation removed.
    pub lines: Vec<Line>,
    /// The attributes, untouched.
    pub attributes: Option<Span>,
    /// What had to be read tolerantly.
    pub slips: Vec<(Span, SlipKind)>,
    /// Whether lines that could not be understood stand directly above it, no blank line between: a
    /// comment that was broken in two, perhaps.
    pub after_junk: bool,
}

/// One line of a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The bytes of `text` in the file.
    pub span: Span,
    /// The text as written.
    pub text: String,
}

/// Something a translator's editor or input method wrote that Fluent would not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// A slip inside a line.
    Codec(Slip),
    /// A line of a value without indentation.
    NoIndent,
    /// A line indented by a tab or a full-width space.
    OddIndent,
    /// A full-width `＝` or `＃`.
    FullWidth,
    /// A comment without the space behind `#`.
    NoSpace,
    /// A comment that does not begin at the start of its line.
    IndentedComment,
}

/// Reads a file.
pub fn read(text: &str) -> File {
    let mut reader = Reader::default();
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for span in lines(&text[start..]) {
        let span = span.start + start..span.end + start;
        reader.line(trim_line_end(&text[span.clone()]), span);
    }
    reader.finish();
    reader.file
}

#[derive(Default)]
struct Reader {
    file: File,
    /// Comment lines waiting for their message, and where they begin and end.
    pending: Vec<(Line, Span)>,
    pending_slips: Vec<(Span, SlipKind)>,
    message: Option<Message>,
    junk: Option<(Span, Option<String>)>,
    /// Whether there was junk since the last blank line.
    touches_junk: bool,
    /// Whether the line above is blank: what follows without indentation is no forgotten indent.
    blank: bool,
}

impl Reader {
    fn line(&mut self, line: &str, span: Span) {
        if is_conflict_marker(line) && self.file.conflict.is_none() {
            self.file.conflict = Some(span.start..span.start + line.len());
        }
        let content = line.trim();
        if content.is_empty() {
            self.blank = true;
            self.touches_junk = false;
            return;
        }
        let behind_blank = std::mem::take(&mut self.blank);
        if line.starts_with('#') || line.starts_with('＃') {
            self.comment(line, 0, span);
        } else if content.starts_with(['#', '＃']) && (self.message.is_none() || !self.pending.is_empty()) {
            let indent = line.len() - line.trim_start().len();
            self.pending_slips.push((span.start..span.start + indent, SlipKind::IndentedComment));
            self.comment(&line[indent..], indent, span);
        } else if line.starts_with([' ', '\t', '\u{3000}', '\u{a0}']) {
            self.indented(line, span);
        } else if let Some((id, value_at, full_width)) = header(line) {
            self.header(line, span, id, value_at, full_width);
        } else if self.message.is_some() && self.pending.is_empty() && !behind_blank {
            self.value_line(line, 0, span, Some(SlipKind::NoIndent));
        } else {
            self.junk_line(line, span);
        }
    }

    /// `indent` is how many bytes of the line stand before `line`.
    fn comment(&mut self, line: &str, indent: usize, span: Span) {
        let marks = line.chars().take_while(|&ch| ch == '#' || ch == '＃').count();
        let width: usize = line.chars().take(marks).map(char::len_utf8).sum();
        let tail = &line[width..];
        let gap = usize::from(tail.starts_with(' '));
        let text = tail[gap..].trim_end().to_owned();
        if marks > 1 {
            self.close_message();
            self.flush_comments();
            let level = marks.min(3);
            self.file.entries.push(Entry::Comment { level, span, text });
            return;
        }
        if self.pending.is_empty() {
            self.close_message();
        }
        if line.starts_with('＃') {
            self.pending_slips.push((span.start..span.start + indent + width, SlipKind::FullWidth));
        } else if gap == 0 && !tail.is_empty() {
            self.pending_slips.push((span.start..span.start + indent + width, SlipKind::NoSpace));
        }
        let start = span.start + indent + width + gap;
        self.pending.push((Line { span: start..start + text.len(), text }, span));
    }

    fn header(&mut self, line: &str, span: Span, id: &str, value_at: usize, full_width: bool) {
        self.close_message();
        let mut message = Message {
            id: id.to_owned(),
            span: self.pending.first().map_or(span.start, |(_, first)| first.start)..span.end,
            header: span.start..span.start + line.len(),
            slips: std::mem::take(&mut self.pending_slips),
            after_junk: std::mem::take(&mut self.touches_junk),
            ..Message::default()
        };
        message.comments = self.pending.drain(..).map(|(line, _)| line).collect();
        if full_width {
            message.slips.push((message.header.clone(), SlipKind::FullWidth));
        }
        self.message = Some(message);
        if !line[value_at..].trim().is_empty() {
            self.value_line(line, value_at, span, None);
        }
    }

    fn indented(&mut self, line: &str, span: Span) {
        if self.message.is_none() || !self.pending.is_empty() {
            self.junk_line(line, span);
            return;
        }
        let indent = line.len() - line.trim_start().len();
        let slip = line[..indent].contains(|ch| ch != ' ').then_some(SlipKind::OddIndent);
        self.value_line(line, indent, span, slip);
    }

    fn value_line(&mut self, line: &str, from: usize, span: Span, slip: Option<SlipKind>) {
        let Some(message) = &mut self.message else { return };
        message.span.end = span.end;
        let text = line[from..].trim();
        let start = span.start + from + (line[from..].len() - line[from..].trim_start().len());
        let place = start..start + text.len();
        if let Some(attributes) = &mut message.attributes {
            attributes.end = span.end;
            return;
        }
        if is_attribute(text) {
            message.attributes = Some(span);
            return;
        }
        message.slips.extend(slip.map(|slip| (place.clone(), slip)));
        let (_, slips) = codec::decode(text);
        message.slips.extend(slips.into_iter().map(|slip| (place.clone(), SlipKind::Codec(slip))));
        message.lines.push(Line { span: place, text: text.to_owned() });
    }

    fn junk_line(&mut self, line: &str, span: Span) {
        self.touches_junk = true;
        if let Some((junk, _)) = self.junk.as_mut().filter(|_| self.pending.is_empty()) {
            junk.end = span.end;
            return;
        }
        self.close_message();
        self.close_junk();
        let start = self.pending.first().map_or(span.start, |(_, first)| first.start);
        self.pending.clear();
        self.pending_slips.clear();
        self.junk = Some((start..span.end, meant_id(line)));
    }

    fn close_message(&mut self) {
        if let Some(message) = self.message.take() {
            self.file.entries.push(Entry::Message(message));
        }
        if !self.pending.is_empty() {
            return;
        }
        self.close_junk();
    }

    fn close_junk(&mut self) {
        if let Some((span, id)) = self.junk.take() {
            self.file.entries.push(Entry::Junk { span, id });
        }
    }

    fn flush_comments(&mut self) {
        self.close_junk();
        self.pending_slips.clear();
        for (line, span) in self.pending.drain(..) {
            self.file.entries.push(Entry::Comment { level: 1, span, text: line.text });
        }
    }

    fn finish(&mut self) {
        self.close_message();
        self.flush_comments();
    }
}

/// Returns the id, where the value begins, and whether the sign was full-width.
fn header(line: &str) -> Option<(&str, usize, bool)> {
    let name = line.strip_prefix('-').unwrap_or(line);
    if !name.starts_with(|ch: char| ch.is_ascii_alphabetic()) {
        return None;
    }
    let length = name.find(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '-' || ch == '_')).unwrap_or(name.len());
    let end = line.len() - name.len() + length;
    let rest = line[end..].trim_start_matches([' ', '\t', '\u{3000}']);
    let at = line.len() - rest.len();
    if rest.starts_with('=') {
        return Some((&line[..end], at + 1, false));
    }
    rest.starts_with('＝').then(|| (&line[..end], at + '＝'.len_utf8(), true))
}

fn meant_id(line: &str) -> Option<String> {
    let id: String = line.chars().take_while(|ch| ch.is_ascii_alphanumeric() || "-_".contains(*ch)).collect();
    (id.len() > 6 && id.contains('-')).then_some(id)
}

fn is_attribute(text: &str) -> bool {
    let Some(name) = text.strip_prefix('.') else { return false };
    let length = name.find(|ch: char| !(ch.is_ascii_alphanumeric() || "-_".contains(ch))).unwrap_or(name.len());
    length > 0 && name.starts_with(|ch: char| ch.is_ascii_alphabetic()) && name[length..].trim_start().starts_with('=')
}

fn is_conflict_marker(line: &str) -> bool {
    line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") || line == "=======" || line.starts_with("||||||| ")
}

impl File {
    /// Returns the messages in file order.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        })
    }
}

impl Line {
    /// Returns what a value line says.
    pub fn value(&self) -> Value {
        codec::decode(&self.text).0
    }
}
