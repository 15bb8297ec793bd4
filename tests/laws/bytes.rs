//! What was not to be changed keeps its bytes.

use duizhao::catalog::{self, Catalog, Confirmation, OwnWork};
use proptest::prelude::*;

use crate::document::{small_edits, texts};
use crate::translator::{Act, Translator, acts, translate_all};
use crate::workspace::Workspace;

/// A way of writing that means the same: what a hand leaves behind.
fn untidy(text: &str, taste: u8) -> String {
    let mut out = String::new();
    for (at, line) in text.lines().enumerate() {
        let odd = (at + usize::from(taste)).is_multiple_of(3);
        match line {
            "" if odd => out.push_str("\n\n"),
            _ if odd && line.starts_with("    ") => out.push_str(&line[usize::from(taste % 3)..]),
            _ if odd && line.ends_with(" =") => out.push_str(&line.replace(" =", "   =  ")),
            _ if odd && line.starts_with("# ") => out.push_str(&format!("{line}  ")),
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    if taste & 1 == 1 {
        out.insert(0, '\u{feff}');
    }
    if taste & 2 == 2 {
        out = out.replace('\n', "\r\n");
    }
    if taste & 4 == 4 {
        out.truncate(out.trim_end().len());
    }
    out
}

/// The bytes of a record with the group comment above it.
fn place(catalog: &Catalog, at: usize) -> std::ops::Range<usize> {
    let start = if at == 0 { 0 } else { catalog.records[at - 1].span.end };
    start..catalog.records[at].span.end
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn an_untidy_catalog_in_step_is_not_touched(text in texts(), acts in prop::collection::vec(acts(), 0..6), taste in any::<u8>()) {
        let mut workspace = translated(text.render(), &acts);
        workspace.target = untidy(&workspace.target, taste);
        let before = workspace.clone();
        workspace.sync();
        prop_assert_eq!(workspace, before);
    }

    #[test]
    fn an_edit_changes_one_record(text in texts(), acts in prop::collection::vec(acts(), 0..6), edit in small_edits(), taste in any::<u8>()) {
        let mut workspace = translated(text.render(), &acts);
        workspace.target = untidy(&workspace.target, taste);
        let before = workspace.load();
        workspace.source = text.edited(&edit).render();
        let after = workspace.load();
        prop_assume!(after.ids == before.ids);
        let units = before.document.units.iter().zip(&after.document.units);
        let changed: Vec<usize> = units.enumerate().filter(|(_, (a, b))| a.segments != b.segments).map(|(at, _)| at).collect();
        let text = before.catalog.text.clone();
        workspace.sync();
        match changed[..] {
            [] => prop_assert_eq!(&workspace.target, &text),
            [unit] => {
                let at = before.carried.units[unit].record.expect("a unit that was synced has a record");
                outside_is_untouched(&before.catalog, at, &workspace.target)?;
            }
            _ => {}
        }
    }

    #[test]
    fn a_confirmation_changes_one_record(text in texts(), acts in prop::collection::vec(acts(), 0..6), which in 0..8usize, taste in any::<u8>()) {
        let workspace = translated(text.render(), &acts);
        let catalog = catalog::read(untidy(&workspace.target, taste), "en");
        prop_assume!(!catalog.records.is_empty());
        let at = which % catalog.records.len();
        let id = catalog.records[at].id.clone();
        let review = Confirmation::Review { name: "Lin".to_owned(), own: OwnWork::Allowed };
        let (after, _) = catalog::confirm(&catalog, "en", &|name| name == id, &review);
        outside_is_untouched(&catalog, at, &after)?;
    }
}

fn translated(source: String, acts: &[Act]) -> Workspace {
    let mut translator = Translator::default();
    let mut workspace = Workspace::new(source);
    workspace.target = translate_all(&mut translator, &workspace.target, 0);
    for act in acts {
        workspace.target = translator.act(&workspace.target, act);
    }
    workspace.sync();
    workspace
}

fn outside_is_untouched(catalog: &Catalog, at: usize, after: &str) -> Result<(), TestCaseError> {
    let place = place(catalog, at);
    let (head, tail) = (&catalog.text[..place.start], &catalog.text[place.end..]);
    let kept = after.starts_with(head) && after.ends_with(tail) && after.len() >= head.len() + tail.len();
    prop_assert!(kept, "record {at} of\n{:?}\nbecame\n{after:?}", catalog.text);
    Ok(())
}
