//! `diff`: what changed in the source of each stale segment, and where its translation likely says so; or
//! what changed in any segment since a revision.

use std::collections::HashMap;

use duizhao::checks::Profile;
use duizhao::finding::Finding;
use duizhao::project::since::since;
use duizhao::project::{Loaded, LoadedTarget, carried, translate};

use crate::args::{Diff, Global};
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::{Diffed, Stale, diff, report};
use crate::ui::Ui;

pub(super) fn run(own: &Diff, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let documents = select(&workspace, &own.documents)?;
    if let Some(revision) = &own.since {
        let found = since(&workspace, &documents, &global.locale, revision)?;
        ui.print(&report(ui).since(revision, &found))?;
        return Ok(Outcome::Clean);
    }
    let found = workspace.each(&documents, &global.locale, |loaded| {
        let stale: Vec<Stale> = loaded.targets.iter().flat_map(|target| stale(&loaded, target)).collect();
        let silent = |target| carried::carried(&workspace, &loaded, target);
        let carried: Vec<_> = loaded.targets.iter().filter(|_| own.carried).flat_map(silent).collect();
        Ok((stale, carried, (loaded.path, loaded.locale)))
    })?;
    let mut diffed =
        Diffed { stale: Vec::new(), carried: own.carried.then(Vec::new), sources: HashMap::with_capacity(found.len()) };
    for (stale, carried, (path, locale)) in found {
        diffed.stale.extend(stale);
        diffed.carried.iter_mut().for_each(|all| all.extend_from_slice(&carried));
        diffed.sources.insert(path, locale);
    }
    ui.print(&diff(ui, &diffed))?;
    Ok(Outcome::Clean)
}

fn stale(loaded: &Loaded, target: &LoadedTarget) -> Vec<Stale> {
    let found = loaded.check(target, None, Profile::Work).into_iter().filter(|finding| finding.code == "stale");
    let with_likely = |finding: Finding| {
        let (was, now) = (finding.was.as_deref().unwrap_or(""), &finding.evidence);
        let translation = finding.translation.as_deref().unwrap_or("");
        Stale { likely: translate::likely(loaded, target, was, now, translation), finding }
    };
    found.map(with_likely).collect()
}
