//! Questions and answers on a terminal: one line each, and the editor for what is longer.
//!
//! Answers are lines of standard input, so that a session can be played from a file; what was read is
//! then shown, because no terminal did.

use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};
use std::process::Command;

use duizhao::finding::Message;
use duizhao::project::disk::Scratch;
use duizhao::text::join_lines;

use crate::failure::Failure;
use crate::ui::Ui;

/// The name of the file that the editor opens.
const FILE: &str = "translation.md";

/// Somebody who answers.
pub(crate) struct Dialogue<'u> {
    ui: &'u Ui,
    input: io::StdinLock<'static>,
    echo: bool,
}

impl<'u> Dialogue<'u> {
    /// Returns whether there is somebody to ask: on a terminal, or where it was `asked_for`.
    pub(crate) fn is_possible(asked_for: bool) -> bool {
        asked_for || io::stdin().is_terminal()
    }

    /// Begins to read answers.
    pub(crate) fn new(ui: &'u Ui) -> Dialogue<'u> {
        Dialogue { ui, input: io::stdin().lock(), echo: !io::stdin().is_terminal() }
    }

    /// Shows a text.
    pub(crate) fn say(&self, text: &str) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(text.as_bytes())?;
        Ok(stdout.flush()?)
    }

    /// Shows a sentence on a line of its own.
    pub(crate) fn tell(&self, message: &Message) -> Result<(), Failure> {
        self.say(&format!("{}\n", self.ui.text(message)))
    }

    /// Asks, and returns the answer without blanks around it; `None` where nobody answers any more.
    pub(crate) fn ask(&mut self, prompt: &str) -> Result<Option<String>, Failure> {
        loop {
            self.say(&format!("{prompt} "))?;
            let mut line = String::new();
            match self.input.read_line(&mut line) {
                Ok(0) => {
                    self.say("\n")?;
                    return Ok(None);
                }
                Ok(_) => {
                    let answer = line.trim().to_owned();
                    if self.echo {
                        self.say(&format!("{answer}\n"))?;
                    }
                    return Ok(Some(answer));
                }
                Err(error) if error.kind() == ErrorKind::InvalidData => {
                    self.ui.error(&Message::new("dialogue-not-utf8"))
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => return Ok(None),
            }
        }
    }

    /// Opens an editor on a text below `comments`, and returns the new text as one line; `None` where it
    /// is empty, as it was, or where the editor failed.
    pub(crate) fn edit(&self, comments: &str, text: &str) -> Result<Option<String>, Failure> {
        let commented: String = comments.lines().map(|line| format!("{}\n", format!("# {line}").trim_end())).collect();
        let scratch = Scratch::new(FILE, &format!("{commented}\n{text}\n"))?;
        let editor = editor();
        let done = command(&editor).arg(scratch.path()).status();
        if !done.is_ok_and(|status| status.success()) {
            self.ui.error(&Message::new("error-editor").with("editor", editor));
            return Ok(None);
        }
        match scratch.read() {
            Ok(edited) => Ok(Some(below_comments(&edited)).filter(|edited| !edited.is_empty() && edited != text)),
            Err(error) => {
                self.ui.error(&error.message());
                Ok(None)
            }
        }
    }
}

/// Returns what stands below the comments at the top, as one line. A `#` further down is text.
fn below_comments(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().skip_while(|line| line.starts_with('#')).map(str::trim).filter(|line| !line.is_empty());
    join_lines(lines)
}

/// Returns the editor that the user chose, with its arguments.
fn editor() -> String {
    let mut chosen = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    let default = if cfg!(windows) { "notepad" } else { "vi" };
    chosen.find(|editor| !editor.trim().is_empty()).unwrap_or_else(|| default.to_owned())
}

/// The editor's command line is the shell's to read, as everywhere: it may hold options and quotes.
#[cfg(unix)]
fn command(editor: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{editor} \"$@\""), "editor"]);
    command
}

#[cfg(not(unix))]
fn command(editor: &str) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or("notepad"));
    command.args(words);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_at_the_top_and_lines_are_joined() {
        assert_eq!(below_comments("# a\n#\n\n#1 is text\n  and on\n\n"), "#1 is text and on");
        assert_eq!(below_comments("# a\n\n你好，\n世界。\n"), "你好，世界。");
        assert_eq!(below_comments("# a\r\n\r\n甲\r\n"), "甲");
        assert_eq!(below_comments("# a\n\n\n"), "");
    }
}
