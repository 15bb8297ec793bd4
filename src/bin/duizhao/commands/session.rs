//! What `translate` and the interactive `confirm` share: segments are shown one by one, and every answer
//! is written at once. The lock is held only while writing.

use std::collections::HashSet;

use duizhao::catalog::{Answer, Refusal};
use duizhao::finding::{Finding, Message};
use duizhao::project::confirm::{Selection, selection};
use duizhao::project::lock::Lock;
use duizhao::project::translate::{self, Queue, Stored, Task};
use duizhao::project::{Workspace, git};
use duizhao::status::State;

use crate::args::Global;
use crate::commands::relative;
use crate::dialogue::Dialogue;
use crate::failure::Failure;
use crate::report::task::stored;
use crate::ui::Ui;

/// Segments to be worked on, and who works on them.
pub(super) struct Session<'w> {
    pub(super) workspace: &'w Workspace,
    pub(super) ui: &'w Ui,
    pub(super) dialogue: Dialogue<'w>,
    pub(super) queue: Queue,
    by: Option<String>,
    done: HashSet<usize>,
}

/// How an answer was taken.
pub(super) enum Taken {
    /// It was written; the checks have something to say about it or not.
    Written(Box<Task>, Vec<Finding>),
    /// It was not; the segment is to be shown again, because it has changed.
    Again,
    /// It was not, and why was said.
    Refused,
}

impl<'w> Session<'w> {
    /// Opens a session for what `names` select, all documents without any, in these states.
    pub(super) fn open(
        workspace: &'w Workspace,
        names: &[String],
        states: &[State],
        by: Option<String>,
        global: &Global,
        ui: &'w Ui,
    ) -> Result<Session<'w>, Failure> {
        let names: Vec<String> = names.iter().map(|name| relative(workspace, name)).collect();
        let selection = match names.is_empty() {
            true => Selection { ids: Vec::new(), documents: workspace.documents.clone() },
            false => selection(workspace, &names)?,
        };
        let queue = translate::queue(workspace, &selection, &global.locale, states)?;
        for path in &queue.closed {
            ui.hint(&Message::new("error-closed").with("path", path.as_str()));
        }
        Ok(Session { workspace, ui, dialogue: Dialogue::new(ui), queue, by, done: HashSet::new() })
    }

    /// Returns the segment at `at` of the queue as it is now, and whether it is still in one of `states`.
    pub(super) fn task(&self, at: usize, states: &[State]) -> Result<Option<(Task, bool)>, Failure> {
        let task = translate::task(self.workspace, &self.queue.keys[at])?;
        Ok(task.map(|task| {
            let open = states.contains(&task.state);
            (task, open)
        }))
    }

    /// Writes an answer and says what became of it. What cannot be written is said too: the session goes on.
    pub(super) fn answer(&mut self, at: usize, task: &Task, answer: &Answer) -> Result<Taken, Failure> {
        let root = &self.workspace.root;
        let lock = Lock::acquire(root, Lock::PATIENCE).map_err(duizhao::project::Error::from);
        let by = self.by.as_deref();
        let result = lock.and_then(|lock| translate::store(self.workspace, task, answer, by, &lock));
        match result {
            Ok(Stored::Done(task, findings)) => {
                self.done.insert(at);
                self.dialogue.say(&stored(self.ui, &task, &findings))?;
                Ok(Taken::Written(task, findings))
            }
            Ok(Stored::Changed) => {
                self.dialogue.tell(&Message::new("session-changed"))?;
                Ok(Taken::Again)
            }
            Ok(Stored::Refused(refusal)) => {
                self.dialogue.tell(&Message::new(match refusal {
                    Refusal::NothingAbove => "session-nothing-above",
                    Refusal::Unpaired => "confirm-unpaired",
                    Refusal::Nothing | Refusal::Unknown => "confirm-missing",
                }))?;
                Ok(Taken::Refused)
            }
            Err(error) => {
                self.ui.error(&error.message());
                Ok(Taken::Refused)
            }
        }
    }

    /// Opens the editor on the translation of a segment; where nothing comes of it that is said.
    pub(super) fn edit(&self, task: &Task) -> Result<Option<String>, Failure> {
        let line = |label, text: &str| format!("{}{}{text}\n", self.ui.word(label), self.ui.word("label-separator"));
        let was = task.was.as_deref().map(|was| line("task-was", was)).unwrap_or_default();
        let comments = format!("{}{was}\n{}", line("task-source", &task.now), self.ui.word("session-edit"));
        let edited = self.dialogue.edit(&comments, &task.translation)?;
        if edited.is_none() {
            self.dialogue.tell(&Message::new("session-unchanged"))?;
        }
        Ok(edited)
    }

    /// Says how far it went.
    pub(super) fn close(&self) -> Result<(), Failure> {
        let (done, count) = (self.done.len(), self.queue.keys.len());
        self.dialogue.tell(&Message::new("session-summary").with("done", done).with("left", count - done))?;
        if self.queue.unpaired > 0 {
            self.ui.hint(&Message::new("session-unpaired").with("count", self.queue.unpaired));
        }
        Ok(())
    }
}

/// Returns who translates: the name that was given, else the one that git knows.
pub(super) fn translator(workspace: &Workspace, by: Option<&String>) -> Option<String> {
    by.cloned().or_else(|| git::user(&workspace.root))
}
