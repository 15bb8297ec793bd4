//! `translate`: the next segment that has no finished translation, with all that helps; the answer is
//! typed in one line, or in an editor.

use duizhao::catalog::Answer;
use duizhao::finding::Message;
use duizhao::memory::Near;
use duizhao::project::translate::{Memories, Task};
use duizhao::status::State;

use crate::args::{Global, Translate};
use crate::commands::session::{Session, Taken, translator};
use crate::commands::{Outcome, open};
use crate::dialogue::Dialogue;
use crate::failure::Failure;
use crate::report::task::{Around, task as shown};
use crate::ui::Ui;

/// What is worked on.
const STATES: [State; 3] = [State::Missing, State::Stale, State::Draft];

/// So many known translations are shown.
const NEAREST: usize = 3;

/// Where the work goes on.
enum Step {
    /// At the same segment, shown again.
    Again,
    /// At the next one.
    Next,
    /// At the one before.
    Back,
    /// Nowhere.
    Quit,
}

pub(super) fn run(own: &Translate, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    if !Dialogue::is_possible(own.interactive) {
        return Err(Message::new("error-translate-terminal").into());
    }
    let workspace = open(global, ui)?;
    let by = translator(&workspace, own.by.as_ref());
    let mut session = Session::open(&workspace, &own.names, &STATES, by, global, ui)?;
    let mut memories = match session.queue.keys.is_empty() {
        true => Memories::default(),
        false => Memories::read(&workspace, &global.locale)?,
    };
    let (mut at, mut back) = (0, false);
    while at < session.queue.keys.len() {
        // One that is done is passed over, but not on the way back.
        let Some((task, _)) = session.task(at, &STATES)?.filter(|(_, open)| *open || back) else {
            match back {
                true if at > 0 => at -= 1,
                _ => (at, back) = (at + 1, false),
            }
            continue;
        };
        match one(&mut session, at, task, &mut memories)? {
            Step::Again => {}
            Step::Next => (at, back) = (at + 1, false),
            Step::Back => (at, back) = (at.saturating_sub(1), true),
            Step::Quit => break,
        }
    }
    session.close()?;
    Ok(Outcome::Clean)
}

/// Shows a segment and asks until there is an answer.
fn one(session: &mut Session, at: usize, mut task: Task, memories: &mut Memories) -> Result<Step, Failure> {
    let near = nearest(memories, &task);
    let count = session.queue.keys.len();
    session.dialogue.say(&shown(session.ui, &task, (at + 1, count), &Around::All(&near)))?;
    loop {
        let Some(line) = session.dialogue.ask(&session.ui.word("translate-prompt"))? else { return Ok(Step::Quit) };
        let answer = match &line[..] {
            "" | ":s" => return Ok(Step::Next),
            ":q" => return Ok(Step::Quit),
            ":b" => return Ok(Step::Back),
            ":c" => Answer::AsItIs,
            ":e" => match session.edit(&task)? {
                Some(text) => Answer::Text(text),
                None => continue,
            },
            "^" => Answer::Above,
            text => match text.strip_prefix(':') {
                Some(text) if text.starts_with(':') => Answer::Text(text.to_owned()),
                Some(_) => {
                    session.dialogue.tell(&Message::new("translate-help"))?;
                    continue;
                }
                None => Answer::Text(text.to_owned()),
            },
        };
        match session.answer(at, &task, &answer)? {
            Taken::Written(now, findings) => {
                memories.add(&now.key.locale, &now.now, &now.translation);
                if findings.is_empty() || now.key != task.key {
                    return Ok(Step::Next);
                }
                // The answer can be typed again; what is wrong may also be right.
                session.dialogue.tell(&Message::new("translate-again"))?;
                task = *now;
            }
            Taken::Again => return Ok(Step::Again),
            Taken::Refused => {}
        }
    }
}

fn nearest(memories: &Memories, task: &Task) -> Vec<Near> {
    let text = task.was.as_ref().unwrap_or(&task.now);
    let mut near = memories.of(&task.key.locale).map(|memory| memory.nearest(text, NEAREST + 1)).unwrap_or_default();
    // Its own translation is shown as that.
    near.retain(|near| near.pair.target != task.translation);
    near.truncate(NEAREST);
    near
}
