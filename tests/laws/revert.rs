//! Edit the source, take the edit back: everything is as before, unless the translation was edited.

use duizhao::catalog;
use duizhao::status::State;
use proptest::prelude::*;

use crate::document::{Edit, Text, edits, small_edits, texts};
use crate::translator::{Act, ActKind, Translator, acts, tokens, translate_all};
use crate::workspace::Workspace;

/// A document whose catalog says something, edited step by step.
#[derive(Debug, Clone)]
struct Change {
    text: Text,
    acts: Vec<Act>,
    /// Each edit, and whether a sync follows it.
    edits: Vec<(Edit, bool)>,
}

/// Edits that leave every sentence in its unit.
fn inside_units() -> impl Strategy<Value = Edit> {
    separate().prop_filter("regroups", |edit| !edit.is_regrouping())
}

fn single() -> impl Strategy<Value = Edit> {
    edits().prop_filter("doubles", |edit| !edit.is_doubling())
}

fn separate() -> impl Strategy<Value = Edit> {
    single().prop_filter("joins", |edit| !edit.is_joining())
}

fn changes(edits: impl Strategy<Value = Edit>, most: usize) -> impl Strategy<Value = Change> {
    let edit = prop_oneof![small_edits(), edits];
    let edits = prop::collection::vec((edit, any::<bool>()), 1..=most);
    let text = texts().prop_map(Text::distinct);
    (text, prop::collection::vec(acts(), 0..4), edits).prop_map(|(text, acts, edits)| Change { text, acts, edits })
}

impl Change {
    fn before(&self, translator: &mut Translator) -> Workspace {
        let mut workspace = Workspace::new(self.text.render());
        workspace.target = translate_all(translator, &workspace.target, 0);
        for act in &self.acts {
            workspace.target = translator.act(&workspace.target, act);
        }
        workspace.sync();
        workspace
    }

    /// Makes the edits; the last one is followed by a sync.
    fn make(&self, workspace: &mut Workspace) {
        let mut text = self.text.clone();
        for (edit, sync) in &self.edits {
            text = text.edited(edit);
            workspace.source = text.render();
            if *sync {
                workspace.sync();
            }
        }
        workspace.sync();
    }
}

/// Returns the ids and lines of what is stale.
fn stale(workspace: &Workspace) -> Vec<(String, usize)> {
    let mut stale = Vec::new();
    for entry in workspace.entries().iter().filter(|entry| entry.whole.is_none()) {
        for (at, segment) in entry.segments.iter().enumerate() {
            if segment.state == State::Stale && !segment.above {
                stale.push((entry.id.clone(), at));
            }
        }
    }
    stale
}

/// Returns whether a line of a catalog holds several translations.
fn has_joined_lines(text: &str) -> bool {
    text.lines().any(|line| !line.starts_with('#') && tokens(line).len() > 1)
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn an_edit_taken_back_leaves_no_trace(change in changes(inside_units(), 1)) {
        // A note whose sentence goes moves below the others and stays there.
        let acts = change.acts.iter().filter(|act| act.kind != ActKind::Note).cloned().collect();
        let change = Change { acts, ..change };
        let before = change.before(&mut Translator::default());
        let mut workspace = before.clone();
        change.make(&mut workspace);
        workspace.source.clone_from(&before.source);
        let between = workspace.target.clone();
        workspace.sync();
        prop_assert_eq!(&workspace.target, &before.target, "between:\n{}", between);
        prop_assert_eq!(&workspace.known, &before.known);
    }

    #[test]
    fn an_edit_taken_back_leaves_every_state(change in prop_oneof![changes(separate(), 3), changes(single(), 1)]) {
        let before = change.before(&mut Translator::default());
        let mut workspace = before.clone();
        change.make(&mut workspace);
        workspace.source.clone_from(&before.source);
        let between = workspace.target.clone();
        // A heading or a cell is one line. Where several lines were joined in one and the text was
        // edited as well, nobody can say which part was which: the design regroups, it does not split.
        prop_assume!(change.edits.len() == 1 || !has_joined_lines(&between));
        workspace.sync();
        let states = |workspace: &Workspace| -> Vec<_> {
            workspace.entries().iter().flat_map(|entry| &entry.segments).map(|segment| segment.state).collect()
        };
        prop_assert_eq!(states(&workspace), states(&before), "before:\n{}\nbetween:\n{}\nafter:\n{}", before.target, between, workspace.target);
    }

    #[test]
    fn a_translation_edited_meanwhile_is_stale(change in changes(single(), 3), which in 0..8usize) {
        let mut translator = Translator::default();
        let before = change.before(&mut translator);
        let mut workspace = before.clone();
        change.make(&mut workspace);
        let stale = stale(&workspace);
        prop_assume!(!stale.is_empty());
        let (id, line) = &stale[which % stale.len()];
        let catalog = catalog::read(workspace.target.clone(), "en");
        let record = catalog.records.iter().filter(|record| record.obsolete.is_none()).position(|record| record.id == *id);
        let record = record.expect("a unit that was synced has a record");
        let act = Act { kind: ActKind::Translate, record, line: *line, dress: 0 };
        workspace.target = translator.act(&workspace.target, &act);
        let token = translator.kept.last().cloned().unwrap_or_default();
        workspace.source.clone_from(&before.source);
        workspace.sync();
        for entry in workspace.entries() {
            for segment in entry.segments.iter().filter(|segment| segment.target.contains(&token)) {
                prop_assert!(!segment.state.is_fresh(), "{token} in\n{}", workspace.target);
            }
        }
    }
}
