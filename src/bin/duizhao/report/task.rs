//! A segment as `translate` and the interactive `confirm` show it.

use duizhao::finding::{Finding, Message, Place};
use duizhao::memory::Near;
use duizhao::project::translate::{Neighbour, Task};

use crate::report::human::{Human, changed, place, pointed};
use crate::ui::{Ui, on_one_line};

/// What is shown beside the two texts.
pub(crate) enum Around<'n> {
    /// Nothing: the question is whether the translation holds.
    Nothing,
    /// The context, terms, and known translations of texts that are alike.
    All(&'n [Near]),
}

/// Returns a segment, the `at`-th of `count`.
pub(crate) fn task(ui: &Ui, task: &Task, (at, count): (usize, usize), around: &Around) -> String {
    let path = task.context.iter().map(|heading| on_one_line(heading)).collect::<Vec<_>>().join(" > ");
    let path = if path.is_empty() { path } else { format!(" · {path}") };
    let head = format!("[{at}/{count}] {}", place(&task.source));
    let mut out = format!("\n{}{}\n", ui.paint.strong(&head), ui.paint.faint(&path));
    let state = ui.words.text(&format!("state-{}", task.state.name())).unwrap_or_default();
    let target = task.target.as_ref().map(|target| format!("{} · ", place(target))).unwrap_or_default();
    out.push_str(&format!("  {}{} · {state}\n", ui.paint.faint(&target), task.key.locale));
    let mut line = |label: &'static str, text: &str| {
        out.push_str(&format!("  {}{}{text}\n", ui.word(label), ui.word("label-separator")));
    };
    if let Some(note) = &task.note {
        line("task-author", &on_one_line(note));
    }
    task.own_notes.iter().for_each(|note| line("task-note", &on_one_line(note)));
    if let Around::All(_) = around
        && let Some(before) = &task.before
    {
        line("task-before", &neighbour(before));
    }
    match &task.was {
        Some(was) => line("task-source", &changed(ui.paint, was, &task.now)),
        None => line("task-source", &on_one_line(&task.now)),
    }
    if !task.translation.is_empty() {
        line("task-translation", &pointed(ui.paint, &task.translation, &task.likely));
    }
    if let Around::All(near) = around {
        if let Some(after) = &task.after {
            line("task-after", &neighbour(after));
        }
        for near in *near {
            // Rounded down: 100 % means the very words.
            let known =
                format!("{} % {}", (near.likeness * 100.0) as usize, pair(&near.pair.source, &near.pair.target));
            line("task-known", &known);
        }
        for term in &task.terms {
            let reference = format!("{{ -{} }}", term.id);
            let pair = pair(&term.wording, &term.translation);
            line("task-term", &format!("{pair} {}", ui.paint.faint(&format!("({reference})"))));
        }
    }
    out
}

fn neighbour(neighbour: &Neighbour) -> String {
    match neighbour.translation.is_empty() {
        true => on_one_line(&neighbour.source),
        false => pair(&neighbour.source, &neighbour.translation),
    }
}

fn pair(source: &str, target: &str) -> String {
    format!("{}\n      {}", on_one_line(source), on_one_line(target))
}

/// Returns what stands in the catalog now, and what is wrong with it.
pub(crate) fn stored(ui: &Ui, task: &Task, findings: &[Finding]) -> String {
    let target = task.target.as_ref().map_or_else(|| task.key.id.clone(), |target: &Place| place(target));
    let mut out = format!("{}\n", ui.text(&Message::new("task-stored").with("place", target)));
    out.extend(findings.iter().map(|finding| Human { ui }.finding(finding)));
    out
}
