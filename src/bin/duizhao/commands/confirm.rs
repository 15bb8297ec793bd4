//! `confirm` and `review`: a person's word that a translation holds.

use duizhao::catalog::{Answer, Confirmation, Outcome as Taken, OwnWork};
use duizhao::finding::Message;
use duizhao::project::Workspace;
use duizhao::project::confirm::{self, Selection};
use duizhao::project::lock::Lock;
use duizhao::project::translate::Task;
use duizhao::status::State;

use crate::args::{Confirm, Format, Global, Review};
use crate::commands::session::{Session, Taken as Answered};
use crate::commands::{Outcome, open, relative};
use crate::dialogue::Dialogue;
use crate::failure::Failure;
use crate::report::report;
use crate::report::task::{Around, task as shown};
use crate::ui::Ui;

pub(super) fn confirm(own: &Confirm, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let one_by_one = own.interactive || (own.names.is_empty() && !own.all);
    if one_by_one && (!Dialogue::is_possible(own.interactive) || global.format != Format::Human) {
        return Err(Message::new("error-confirm-what").into());
    }
    let workspace = open(global, ui)?;
    if one_by_one {
        return interactive(&workspace, own, global, ui);
    }
    let confirmation = Confirmation::Confirm { unchanged: own.unchanged, whole: own.whole, by: own.by.clone() };
    run(&workspace, &own.names, &confirmation, "confirm-done", global, ui)
}

pub(super) fn review(own: &Review, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let own_work = if workspace.config.review.four_eyes { OwnWork::Refused } else { OwnWork::Allowed };
    let confirmation = Confirmation::Review { name: own.by.clone(), own: own_work };
    run(&workspace, &own.names, &confirmation, "review-done", global, ui)
}

/// Without names all documents are meant; the callers have asked for `--all` then.
fn run(
    workspace: &Workspace,
    names: &[String],
    confirmation: &Confirmation,
    done: &'static str,
    global: &Global,
    ui: &Ui,
) -> Result<Outcome, Failure> {
    let lock = Lock::acquire(&workspace.root, Lock::PATIENCE)?;
    let names: Vec<String> = names.iter().map(|name| relative(workspace, name)).collect();
    let selection = match names.is_empty() {
        true => Selection { ids: Vec::new(), documents: workspace.documents.clone() },
        false => confirm::selection(workspace, &names)?,
    };
    let confirmed = confirm::confirm(workspace, &selection, &global.locale, confirmation, &lock)?;
    let refused = |taken| !matches!(taken, Taken::Done | Taken::Already);
    for path in &confirmed.closed {
        ui.error(&Message::new("error-closed").with("path", path.as_str()));
    }
    let some_refused = confirmed.segments.iter().any(|segment| refused(segment.outcome));
    ui.print(&report(ui).confirm(done, &confirmed.segments))?;
    Ok(Outcome::failing(some_refused || !confirmed.closed.is_empty()))
}

/// What is gone through one by one: what has a translation that nobody stands for.
const STATES: [State; 2] = [State::Stale, State::Draft];

/// Where the work goes on.
enum Step {
    /// At the next segment.
    Next,
    /// At the same one, shown again.
    Again,
    /// Nowhere.
    Quit,
}

/// Shows each open segment and asks.
fn interactive(workspace: &Workspace, own: &Confirm, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let mut session = Session::open(workspace, &own.names, &STATES, own.by.clone(), global, ui)?;
    let mut at = 0;
    while at < session.queue.keys.len() {
        let step = match session.task(at, &STATES)?.filter(|(_, open)| *open) {
            Some((task, _)) => one(&mut session, at, &task)?,
            // Somebody has finished it meanwhile.
            None => Step::Next,
        };
        match step {
            Step::Next => at += 1,
            Step::Again => {}
            Step::Quit => break,
        }
    }
    session.close()?;
    Ok(Outcome::Clean)
}

/// Shows a segment and asks until there is an answer.
fn one(session: &mut Session, at: usize, task: &Task) -> Result<Step, Failure> {
    let count = session.queue.keys.len();
    session.dialogue.say(&shown(session.ui, task, (at + 1, count), &Around::Nothing))?;
    loop {
        let Some(key) = session.dialogue.ask(&session.ui.word("confirm-prompt"))? else { return Ok(Step::Quit) };
        let answer = match &key.to_lowercase()[..] {
            "q" => return Ok(Step::Quit),
            "s" => return Ok(Step::Next),
            "c" => Answer::AsItIs,
            "e" => match session.edit(task)? {
                Some(text) => Answer::Text(text),
                None => continue,
            },
            _ => {
                session.dialogue.tell(&Message::new("confirm-help"))?;
                continue;
            }
        };
        match session.answer(at, task, &answer)? {
            Answered::Written(..) => return Ok(Step::Next),
            Answered::Again => return Ok(Step::Again),
            Answered::Refused => {}
        }
    }
}
