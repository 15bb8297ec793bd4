//! Laws that hold after any history of edits, translations and syncs.

use duizhao::status::State;
use proptest::prelude::*;

use crate::document::{Edit, Text, edits, texts};
use crate::translator::{Act, Translator, acts, translate_all};
use crate::workspace::Workspace;

/// One thing that happens.
#[derive(Debug, Clone)]
enum Step {
    Edit(Edit),
    Act(Act),
    Sync,
}

#[derive(Debug, Clone)]
struct History {
    text: Text,
    /// Whether everything is translated at the start.
    translated: bool,
    crlf: bool,
    steps: Vec<Step>,
}

fn histories() -> impl Strategy<Value = History> {
    histories_of(0..10)
}

/// Histories of fifty edits, with as many acts of a translator between them, and syncs.
fn long_histories() -> impl Strategy<Value = History> {
    histories_of(140..141)
}

fn histories_of(steps: std::ops::Range<usize>) -> impl Strategy<Value = History> {
    let step = prop_oneof![
        4 => edits().prop_map(Step::Edit),
        4 => acts().prop_map(Step::Act),
        3 => Just(Step::Sync),
    ];
    (texts(), any::<bool>(), any::<bool>(), prop::collection::vec(step, steps))
        .prop_map(|(text, translated, crlf, steps)| History { text, translated, crlf, steps })
}

/// Plays a history and calls `after` behind every sync, with the workspace before it and after it.
fn play(
    history: &History,
    mut after: impl FnMut(&Translator, &Workspace, &Workspace) -> Result<(), TestCaseError>,
) -> Result<(), TestCaseError> {
    let mut text = history.text.clone();
    let mut translator = Translator::default();
    let mut workspace = Workspace::new(text.render());
    if history.crlf {
        workspace.target = workspace.target.replace('\n', "\r\n");
    }
    if history.translated {
        workspace.target = translate_all(&mut translator, &workspace.target, 0);
    }
    for step in history.steps.iter().chain([&Step::Sync]) {
        match step {
            Step::Edit(edit) => {
                text = text.edited(edit);
                workspace.source = text.render();
            }
            Step::Act(act) => workspace.target = translator.act(&workspace.target, act),
            Step::Sync => {
                let before = workspace.clone();
                workspace.sync();
                after(&translator, &before, &workspace)?;
            }
        }
    }
    Ok(())
}

/// Returns state, source and translation of every segment.
fn states(workspace: &Workspace) -> Vec<(State, String, String)> {
    let entries = workspace.entries();
    let segments = entries.iter().flat_map(|entry| &entry.segments);
    segments.map(|segment| (segment.state, segment.now.clone(), segment.target.clone())).collect()
}

fn nothing_is_lost(translator: &Translator, before: &Workspace, after: &Workspace) -> Result<(), TestCaseError> {
    let lost = translator.lost(&after.target);
    prop_assert!(lost.is_none(), "{lost:?} went\n{}", told(before, after));
    Ok(())
}

/// Only a person makes a segment fresh.
fn nothing_is_unfounded(translator: &Translator, before: &Workspace, after: &Workspace) -> Result<(), TestCaseError> {
    let unfounded = translator.unfounded(&after.entries());
    prop_assert!(unfounded.is_none(), "nobody said {unfounded:?}\n{}", told(before, after));
    Ok(())
}

/// What a sync found and what it made of it.
fn told(before: &Workspace, after: &Workspace) -> String {
    format!("SOURCE\n{}\nBEFORE\n{}\nAFTER\n{}", before.source, before.target, after.target)
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn sync_twice_is_sync_once(history in histories()) {
        play(&history, |_, _, once| {
            let mut twice = once.clone();
            twice.sync();
            prop_assert_eq!(&twice.known, &once.known);
            prop_assert_eq!(&twice.target, &once.target);
            Ok(())
        })?;
    }

    #[test]
    fn sync_writes_down_what_status_says(history in histories()) {
        play(&history, |_, before, after| {
            prop_assert_eq!(states(after), states(before), "{}", after.target);
            Ok(())
        })?;
    }

    #[test]
    fn no_translation_and_no_note_is_ever_lost(history in histories()) {
        play(&history, nothing_is_lost)?;
    }

    #[test]
    fn only_a_person_makes_a_segment_fresh(history in histories()) {
        play(&history, nothing_is_unfounded)?;
    }
}

proptest! {
    // Fourteen times as long, so fewer.
    #![proptest_config(proptest::test_runner::Config { cases: crate::config().cases / 25, ..crate::config() })]

    #[test]
    fn nothing_is_lost_in_fifty_edits(history in long_histories()) {
        play(&history, |translator, before, after| {
            nothing_is_lost(translator, before, after)?;
            nothing_is_unfounded(translator, before, after)
        })?;
    }
}
