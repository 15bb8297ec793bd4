//! `glossary`: the terms of every language, what is wrong with them, and terms from the files of other programs.

use duizhao::finding::{Message, Severity};
use duizhao::glossary::Wish;
use duizhao::project::Workspace;
use duizhao::project::lock::Lock;
use duizhao::project::terms;

use crate::args::{Global, Glossary, GlossaryCommand, GlossaryImport};
use crate::commands::{Outcome, open};
use crate::failure::Failure;
use crate::report::{ListedGlossary, report};
use crate::ui::Ui;

pub(super) fn run(own: &Glossary, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    match &own.command {
        GlossaryCommand::List => list(&workspace, global, ui),
        GlossaryCommand::Check => check(&workspace, global, ui),
        GlossaryCommand::Import(own) => import(&workspace, own, global, ui),
    }
}

fn list(workspace: &Workspace, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let is_wanted = |locale: &&String| global.locale.is_empty() || global.locale.contains(locale);
    let listed = |locale: &String| ListedGlossary {
        locale: locale.clone(),
        path: workspace.config.glossary_path(locale),
        source: workspace.config.source.clone(),
        terms: workspace.glossary(locale).terms().to_vec(),
    };
    let glossaries: Vec<ListedGlossary> = workspace.config.targets.iter().filter(is_wanted).map(listed).collect();
    ui.print(&report(ui).glossaries(&glossaries))?;
    Ok(Outcome::Clean)
}

fn check(workspace: &Workspace, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let findings = workspace.glossary_findings(&global.locale);
    ui.print(&report(ui).glossary_check(&findings))?;
    Ok(Outcome::failing(findings.iter().any(|finding| finding.severity == Severity::Error)))
}

fn import(workspace: &Workspace, own: &GlossaryImport, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let wish = if own.force { Wish::Replace } else { Wish::Keep };
    let lock = Lock::acquire(&workspace.root, Lock::PATIENCE)?;
    let imported = terms::import(workspace, &own.file, &global.locale, wish, &lock)?;
    ui.print(&report(ui).glossary_import(wish, &imported))?;
    let is_open = wish == Wish::Keep && imported.iter().any(|imported| !imported.conflicts.is_empty());
    if is_open {
        ui.hint(&Message::new("hint-glossary-force"));
    }
    Ok(Outcome::failing(is_open))
}
