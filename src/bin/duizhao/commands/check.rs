//! `check`: everything that is wrong, and an exit status for CI.

use std::collections::HashSet;
use std::path::Path;

use duizhao::catalog::{self, Catalog};
use duizhao::checks::{self, Wanted};
use duizhao::finding::{Finding, Message};
use duizhao::glossary::Glossary;
use duizhao::project::baseline::Scope;
use duizhao::project::fix::Fixed;
use duizhao::project::lock::Lock;
use duizhao::project::pairs::Rules;
use duizhao::project::touched::Touched;
use duizhao::project::{LoadedTarget, Workspace, git};

use crate::args::{Check, Format, Global, Profile};
use crate::commands::limits::Limits;
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::{self, Checked, CheckedDocument, Excerpt, Found};
use crate::ui::{Ui, shown};

/// What a translation is compared with where nothing else is asked for.
const BASE: &str = "HEAD";

pub(super) fn run(own: &Check, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let limits = Limits::new(own, global)?;
    if let Some(file) = &own.pairs {
        return pairs(file, &limits, own, global, ui);
    }
    let profile = profile(own);
    let workspace = open(global, ui)?;
    // A mistyped glob must not pass for a clean workspace.
    if workspace.documents.is_empty() {
        return Err(Message::new("hint-no-documents").into());
    }
    let paths = select(&workspace, &own.documents)?;
    if own.fix || !own.fix_unsafe.is_empty() || own.dry_run {
        let fixed = fix(&workspace, &paths, own, global)?;
        if own.dry_run {
            let outcome = Outcome::failing(!fixed.is_empty());
            ui.print(&report::report(ui).fixes(&fixed))?;
            return Ok(outcome);
        }
        ui.hint(&Message::new("check-fixed").with("count", fixed.len()));
    }
    let touched = own.changed_since.as_deref().map(|revision| Touched::since(&workspace, revision)).transpose()?;
    let base = own.base.as_deref().or(touched.as_ref().map(|touched| touched.base.as_str()));
    let base = Base::new(&workspace, base)?;
    // Only people are shown the lines themselves.
    let excerpts = global.format == Format::Human;
    let found = workspace.each(&paths, &global.locale, |loaded| {
        let check = |target: &LoadedTarget| {
            let findings = loaded.check(target, base.catalog(&target.catalog_path, &loaded.locale).as_ref(), profile);
            let texts = [(loaded.path.as_str(), loaded.source.as_str()), (&target.catalog_path, &target.catalog.text)];
            let touched = touched.as_ref().map(|touched| touched.in_locale(&loaded, target));
            let counts = |finding: &Finding| touched.as_ref().is_none_or(|touched| touched.holds(finding));
            let found = findings.into_iter().map(|finding| (counts(&finding), finding));
            found.map(|(counts, finding)| (with_excerpt(finding, &texts, excerpts), counts)).collect::<Vec<_>>()
        };
        let targets = loaded.targets.iter().map(|target| target.locale.clone()).collect::<Vec<_>>();
        let found = loaded.targets.iter().flat_map(check).collect::<Vec<_>>();
        Ok((CheckedDocument { path: loaded.path, source: loaded.locale, targets }, found))
    })?;
    let mut others = workspace.glossary_findings(&global.locale);
    if own.documents.is_empty() {
        others.extend(workspace.orphans(&global.locale)?);
    }
    let (documents, found): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    let counts = |finding: &Finding| touched.as_ref().is_none_or(|touched| touched.holds(finding));
    let others = others.into_iter().map(|finding| (counts(&finding), finding));
    let others = others.map(|(counts, finding)| (without_excerpt(finding), counts));
    let found = others.chain(found.into_iter().flatten()).collect();
    let asked = (!own.documents.is_empty()).then_some(&*paths);
    let (found, unlisted) = limits.applied(found, Scope { documents: asked, locales: &global.locale });
    let prefix = if report::names_the_repository(global.format) { git::prefix(&workspace.root) } else { String::new() };
    let count = documents.len();
    finish(&Checked { found, documents, count, threshold: own.fail_on.threshold(), prefix, unlisted }, ui)
}

/// Returns how strict to be.
fn profile(own: &Check) -> checks::Profile {
    match own.profile {
        Profile::Work => checks::Profile::Work,
        Profile::Release => checks::Profile::Release,
    }
}

fn finish(checked: &Checked, ui: &Ui) -> Result<Outcome, Failure> {
    ui.print(&report::check(ui, checked))?;
    if let Some(baseline) = checked.unlisted.baseline.as_ref().filter(|baseline| baseline.gone > 0) {
        let hint = Message::new("hint-baseline-gone").with("count", baseline.gone);
        ui.hint(&hint.with("command", shown(&baseline.anew)));
    }
    Ok(Outcome::failing(checked.fails()))
}

/// Returns a finding with the line to work on, cut out of the text of its file.
fn with_excerpt(finding: Finding, texts: &[(&str, &str)], wanted: bool) -> Found {
    let place = finding.target.as_ref().or(finding.source.as_ref()).filter(|_| wanted);
    let excerpt = place.and_then(|place| {
        let (_, text) = texts.iter().find(|(path, _)| *path == place.path)?;
        Excerpt::of(text, place, &finding.evidence)
    });
    Found { finding, excerpt }
}

fn without_excerpt(finding: Finding) -> Found {
    Found { finding, excerpt: None }
}

/// Makes the repairs that were asked for, or only says which they would be.
fn fix(workspace: &Workspace, documents: &[String], own: &Check, global: &Global) -> Result<Vec<Fixed>, Failure> {
    let codes = checks::codes();
    if let Some(code) = own.fix_unsafe.iter().find(|code| !codes.contains(&code.as_str())) {
        let wrong = Message::new("error-unknown-code").with("code", code.as_str());
        return Err(wrong.with("known", codes.join(", ")).into());
    }
    let wanted = Wanted { unsafe_codes: own.fix_unsafe.clone() };
    let lock = (!own.dry_run).then(|| Lock::acquire(&workspace.root, Lock::PATIENCE)).transpose()?;
    Ok(duizhao::project::fix::fix(workspace, documents, &global.locale, &wanted, lock.as_ref())?)
}

/// Checks a file of plain pairs, with the settings and the terms of a workspace where there is one.
fn pairs(file: &Path, limits: &Limits, own: &Check, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let (asked, profile) = (global.locale.first().cloned(), profile(own));
    let rules = match global.workspace.is_some().then(|| open(global, ui)).transpose()? {
        Some(workspace) => {
            let locale = asked.unwrap_or_else(|| workspace.config.targets[0].clone());
            let glossary = (*workspace.glossary(&locale)).clone();
            Rules { settings: workspace.checks(&file.to_string_lossy())?, glossary, locale, profile }
        }
        None => Rules {
            settings: checks::Settings::default(),
            glossary: Glossary::default(),
            locale: asked.unwrap_or_else(|| "zh-CN".to_owned()),
            profile,
        },
    };
    let (findings, count) = duizhao::project::pairs::check(file, &rules)?;
    let path = file.to_string_lossy().into_owned();
    let documents = vec![CheckedDocument { path, source: "en".to_owned(), targets: vec![rules.locale] }];
    let found = findings.into_iter().map(|finding| (without_excerpt(finding), true)).collect();
    let (found, unlisted) = limits.applied(found, Scope { documents: None, locales: &[] });
    let prefix = String::new();
    finish(&Checked { found, documents, count, threshold: own.fail_on.threshold(), prefix, unlisted }, ui)
}

/// The revision that catalogs are compared with. Without git there is none, and nothing is missed
/// but the finding that needs it.
struct Base<'w> {
    workspace: &'w Workspace,
    revision: String,
    changed: HashSet<String>,
}

impl<'w> Base<'w> {
    fn new(workspace: &'w Workspace, revision: Option<&str>) -> Result<Base<'w>, Failure> {
        if let Some(revision) = revision {
            git::resolve(&workspace.root, revision)?;
        }
        let revision = revision.unwrap_or(BASE).to_owned();
        let changed = git::changed(&workspace.root, &revision, &workspace.config.catalogs).unwrap_or_default();
        Ok(Base { workspace, revision, changed: changed.into_iter().collect() })
    }

    /// Returns the catalog as it was, if it was other than it is.
    fn catalog(&self, path: &str, key: &str) -> Option<Catalog> {
        if !self.changed.contains(path) {
            return None;
        }
        let text = git::show(&self.workspace.root, &self.revision, path)?;
        Some(catalog::read(text, key))
    }
}
