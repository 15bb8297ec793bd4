//! The terminal: words, colours, the progress bar, and where output goes.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Style};
use duizhao::finding::{Message, Severity};
use duizhao::fluent::messages::Words;
use duizhao::project::{Watch, disk};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::{Format, Global, When};
use crate::failure::Failure;

/// Work that takes longer shows a bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// How much is said beside what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Volume {
    Quiet,
    Normal,
    Verbose,
}

/// Everything about talking to the reader.
pub(crate) struct Ui {
    /// The program's words in the reader's language.
    pub(crate) words: Words,
    /// How results are written.
    pub(crate) format: Format,
    /// How much is said.
    pub(crate) volume: Volume,
    /// Colours for stdout.
    pub(crate) paint: Paint,
    /// So many columns are there to write in.
    pub(crate) width: usize,
    output: Option<PathBuf>,
    errors: Paint,
}

impl Ui {
    /// Returns what the options and the terminal ask for.
    pub(crate) fn new(words: Words, global: &Global) -> Ui {
        let wanted = |stream: anstream::ColorChoice| match global.color {
            When::Auto => stream != anstream::ColorChoice::Never,
            When::Always => true,
            When::Never => false,
        };
        let stdout = wanted(anstream::AutoStream::choice(&io::stdout()));
        let to_file = global.output.is_some() && global.color == When::Auto;
        let volume = match (global.quiet, global.verbose) {
            (true, _) => Volume::Quiet,
            (_, true) => Volume::Verbose,
            _ => Volume::Normal,
        };
        Ui {
            words,
            format: global.format,
            volume,
            paint: Paint { on: stdout && !to_file },
            width: width(),
            output: global.output.clone(),
            errors: Paint { on: wanted(anstream::AutoStream::choice(&io::stderr())) },
        }
    }

    /// Returns a message in the reader's language.
    pub(crate) fn text(&self, message: &Message) -> String {
        self.words.format(message)
    }

    /// Returns a message without arguments in the reader's language.
    pub(crate) fn word(&self, id: &'static str) -> String {
        self.words.format(&Message::new(id))
    }

    /// Prints a result: to stdout, or to the file of `--output`.
    pub(crate) fn print(&self, text: &str) -> Result<(), Failure> {
        if let Some(path) = &self.output {
            return Ok(disk::write_named(path, text)?);
        }
        let mut stdout = io::stdout().lock();
        stdout.write_all(text.as_bytes())?;
        Ok(stdout.flush()?)
    }

    /// Says something beside the result, unless it shall be quiet.
    pub(crate) fn hint(&self, message: &Message) {
        if self.volume > Volume::Quiet {
            self.tell(&self.text(message));
        }
    }

    /// Says what went wrong.
    pub(crate) fn error(&self, message: &Message) {
        let label = self.errors.severity(Severity::Error, &self.word("label-error"));
        self.tell(&format!("duizhao: {label}{}{}", self.word("label-separator"), shown(&self.text(message))));
    }

    /// Asks on the terminal; without one, and with `--format json`, the answer is no.
    pub(crate) fn ask(&self, question: &Message) -> bool {
        if self.format == Format::Json || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return false;
        }
        let _ = write!(io::stderr().lock(), "{} ", self.text(question));
        let mut answer = String::new();
        let read = io::stdin().read_line(&mut answer);
        read.is_ok() && ["y", "yes", "是"].contains(&answer.trim().to_lowercase().as_str())
    }

    fn tell(&self, line: &str) {
        // Where stderr is closed there is nobody to tell.
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    /// Returns a watch that draws a bar on a terminal when the work takes its time.
    pub(crate) fn watch(&self) -> Option<Watch> {
        if self.volume == Volume::Quiet || self.format != Format::Human || !io::stderr().is_terminal() {
            return None;
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len}") {
            bar.set_style(style);
        }
        let started = Instant::now();
        Some(Watch::new(move |done, total| {
            if done == total {
                bar.finish_and_clear();
            } else if started.elapsed() > PATIENCE {
                if bar.is_hidden() {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                }
                bar.set_length(total as u64);
                bar.set_position(done as u64);
            }
        }))
    }
}

/// Returns the width of the terminal, or one that fits where there is none: `COLUMNS` comes first.
fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || console::Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    asked.or_else(terminal).filter(|columns| *columns > 0).unwrap_or(100)
}

/// Colours, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paint {
    /// Whether there are colours.
    pub(crate) on: bool,
}

impl Paint {
    fn with(self, style: Style, text: &str) -> String {
        if self.on { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Returns the text for a place or a heading.
    pub(crate) fn strong(self, text: &str) -> String {
        self.with(Style::new().bold(), text)
    }

    /// Returns the text for what matters less.
    pub(crate) fn faint(self, text: &str) -> String {
        self.with(Style::new().dimmed(), text)
    }

    /// Returns the text in the colour of a severity.
    pub(crate) fn severity(self, severity: Severity, text: &str) -> String {
        let color = match severity {
            Severity::Error => AnsiColor::Red,
            Severity::Warning => AnsiColor::Yellow,
            Severity::Info => AnsiColor::Cyan,
        };
        self.with(Style::new().bold().fg_color(Some(color.into())), text)
    }

    /// Returns marks below a line, in the colour of a severity.
    pub(crate) fn on_marks(self, severity: Severity, carets: &str) -> String {
        let marks = carets.trim_start_matches(' ');
        format!("{}{}", &carets[..carets.len() - marks.len()], self.severity(severity, marks))
    }

    /// Returns a deleted run of a diff: red, or `[-…-]`.
    pub(crate) fn deleted(self, text: &str) -> String {
        let style = Style::new().strikethrough().fg_color(Some(AnsiColor::Red.into()));
        if self.on { self.with(style, text) } else { format!("[-{text}-]") }
    }

    /// Returns an inserted run of a diff: green, or `{+…+}`.
    pub(crate) fn inserted(self, text: &str) -> String {
        let style = Style::new().underline().fg_color(Some(AnsiColor::Green.into()));
        if self.on { self.with(style, text) } else { format!("{{+{text}+}}") }
    }

    /// Returns a part of a translation that is likely meant: underlined, or `[~…~]`.
    pub(crate) fn likely(self, text: &str) -> String {
        let style = Style::new().underline().fg_color(Some(AnsiColor::Yellow.into()));
        if self.on { self.with(style, text) } else { format!("[~{text}~]") }
    }
}

/// Returns a text from a file as it may go to a terminal: control characters are spelled out.
pub(crate) fn shown(text: &str) -> String {
    let plain = |ch: char| is_plain(ch) || ch == '\n' || ch == '\t';
    let text = without_commands(text);
    if text.chars().all(plain) {
        return text.into_owned();
    }
    text.chars().flat_map(|ch| if plain(ch) { vec![ch] } else { ch.escape_unicode().collect() }).collect()
}

/// Returns whether a character has its place in a line and does nothing else.
pub(crate) fn is_plain(ch: char) -> bool {
    // Marks of direction can make a line read other than it is; some programs end a line at U+2028.
    let turns =
        |ch| matches!(ch, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    !ch.is_control() && !turns(ch)
}

/// What stands for the bracket of a command.
pub(crate) const SPELLED_BRACKET: &str = "\\u{5b}";

/// Spells out the bracket of `##[error]` and `##vso[…]`: CI servers that read a log take these for commands,
/// wherever in a line they stand.
fn without_commands(text: &str) -> Cow<'_, str> {
    if !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split('[').peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(part) = parts.next() {
        out.push_str(part);
        let is_command = part.trim_end_matches(|ch: char| ch.is_ascii_alphabetic()).ends_with("##");
        if parts.peek().is_some() {
            out.push_str(if is_command { SPELLED_BRACKET } else { "[" });
        }
    }
    Cow::Owned(out)
}

/// Returns a text or a path that must not break the shape of a report.
pub(crate) fn on_one_line(text: &str) -> String {
    shown(&text.replace('\n', "⏎").replace('\t', " "))
}

/// Returns a text with which a line begins.
pub(crate) fn at_line_start(text: &str) -> String {
    guarded(on_one_line(text))
}

/// Spells out the colon of a line that begins with `::`: GitHub would take it for a command.
pub(crate) fn guarded(line: String) -> String {
    let is_command = line.trim_start().starts_with("::");
    if is_command { line.replacen(':', "\\u{3a}", 1) } else { line }
}
