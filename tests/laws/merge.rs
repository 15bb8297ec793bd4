//! Laws of merging: two people work on one workspace, each on a branch, and git merges the catalogs.

use duizhao::catalog::{self, Merged};
use proptest::prelude::*;

use crate::document::{Edit, Text, edits, texts};
use crate::translator::{Act, Translator, acts, tokens, translate_all};
use crate::workspace::Workspace;

/// One thing that happens on a branch.
#[derive(Debug, Clone)]
enum Step {
    Edit(Edit),
    Act(Act),
    Sync,
}

#[derive(Debug, Clone)]
struct Case {
    text: Text,
    /// What happened before the branches.
    before: Vec<Step>,
    translated: bool,
    ours: Vec<Step>,
    theirs: Vec<Step>,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => edits().prop_map(Step::Edit),
        5 => acts().prop_map(Step::Act),
        2 => Just(Step::Sync),
    ];
    prop::collection::vec(step, 0..6)
}

fn cases() -> impl Strategy<Value = Case> {
    (texts(), steps(), any::<bool>(), steps(), steps()).prop_map(|(text, before, translated, ours, theirs)| Case {
        text,
        before,
        translated,
        ours,
        theirs,
    })
}

/// A working copy: the document, its catalogs and what the translator knows.
#[derive(Clone)]
struct Branch {
    text: Text,
    workspace: Workspace,
    translator: Translator,
}

impl Branch {
    fn play(&mut self, steps: &[Step]) {
        for step in steps.iter().chain([&Step::Sync]) {
            match step {
                Step::Edit(edit) => {
                    self.text = self.text.edited(edit);
                    self.workspace.source = self.text.render();
                }
                Step::Act(act) => self.workspace.target = self.translator.act(&self.workspace.target, act),
                Step::Sync => self.workspace.sync(),
            }
        }
    }
}

/// The state before two branches, and both.
fn branches(case: &Case) -> [Branch; 3] {
    let workspace = Workspace::new(case.text.render());
    let mut base = Branch { text: case.text.clone(), workspace, translator: Translator::default() };
    if case.translated {
        base.workspace.target = translate_all(&mut base.translator, &base.workspace.target, 0);
    }
    base.play(&case.before);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    theirs.translator.types_elsewhere();
    ours.play(&case.ours);
    theirs.play(&case.theirs);
    [base, ours, theirs]
}

fn merged(branches: &[Branch; 3], catalog: fn(&Workspace) -> &str) -> Merged {
    let [base, ours, theirs] = branches.each_ref().map(|branch| catalog(&branch.workspace));
    catalog::merge(base, ours, theirs).expect("no conflict markers")
}

/// Returns the translations and notes of one side that must be in the merged catalog: those that the
/// other side has not replaced.
fn kept(side: &Branch, other: &Branch, base: &Branch) -> Vec<String> {
    let replaced = |token: &&String| base.translator.kept.contains(token) && !other.translator.kept.contains(token);
    side.translator.kept.iter().filter(|token| !replaced(token)).cloned().collect()
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn merging_loses_nothing_that_a_side_wrote(case in cases()) {
        let branches = branches(&case);
        let [base, ours, theirs] = &branches;
        let merged = merged(&branches, |workspace| &workspace.target);
        for token in kept(ours, theirs, base).into_iter().chain(kept(theirs, ours, base)) {
            prop_assert!(merged.text.contains(&token), "{token} is not in\n{}", merged.text);
        }
    }

    #[test]
    fn a_merged_catalog_is_whole_and_nothing_in_it_is_fresh_that_was_not(case in cases()) {
        let branches = branches(&case);
        let [_, ours, theirs] = &branches;
        let target = merged(&branches, |workspace| &workspace.target);
        let known = merged(&branches, |workspace| &workspace.known);
        prop_assert!(known.conflicts.is_empty());
        let read = catalog::read(target.text.clone(), "en");
        prop_assert_eq!(read.is_closed(), !target.conflicts.is_empty(), "{}", target.text);
        if !target.conflicts.is_empty() {
            return Ok(());
        }
        prop_assert!(catalog::findings(&read, "a.md.ftl", "zh-CN").is_empty(), "{}", target.text);
        // Whichever document the merge ended with, a person must have said what is fresh.
        let both = ours.translator.with(&theirs.translator);
        for source in [&ours.workspace.source, &theirs.workspace.source] {
            let mut workspace =
                Workspace { source: source.clone(), known: known.text.clone(), target: target.text.clone() };
            let unfounded = both.unfounded(&workspace.entries());
            prop_assert!(unfounded.is_none(), "{unfounded:?} for\n{source}\nin\n{}", target.text);
            let before = tokens(&workspace.target);
            workspace.sync();
            let after = tokens(&workspace.target);
            prop_assert!(before.iter().all(|token| after.contains(token)), "{}\n\n{}", target.text, workspace.target);
        }
    }

    #[test]
    fn a_side_that_changed_nothing_gives_way(case in cases()) {
        let [base, ours, _] = branches(&case);
        let (old, new) = (base.workspace.target.as_str(), ours.workspace.target.as_str());
        for (base, ours, theirs) in [(old, new, old), (old, old, new), (old, new, new)] {
            let merged = catalog::merge(base, ours, theirs).expect("no conflict markers");
            prop_assert_eq!(&merged.text, new);
        }
    }
}
