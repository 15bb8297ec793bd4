//! `check`: everything that is wrong, and an exit status for CI.

use std::collections::HashSet;
use std::path::Path;

use duizhao::catalog::{self, Catalog};
use duizhao::checks::{self, Wanted};
use duizhao::config::{self, gate::SourceChanges};
use duizhao::finding::{Finding, Message, Severity};
use duizhao::gate::{self, Counted, Measured};
use duizhao::glossary::Glossary;
use duizhao::project::baseline::Scope;
use duizhao::project::fix::Fixed;
use duizhao::project::lock::Lock;
use duizhao::project::pairs::Rules;
use duizhao::project::touched::Touched;
use duizhao::project::{Loaded, Workspace, git};
use duizhao::status::Counts;

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
    let look = Look {
        workspace: &workspace,
        base: Base::new(&workspace, base)?,
        touched: touched.as_ref(),
        profile: profile(own),
        // Only people are shown the lines themselves.
        excerpts: global.format == Format::Human,
    };
    let seen = workspace.each(&paths, &global.locale, |loaded| Ok(look.document(loaded)))?;
    let count = seen.len();
    let mut found = look.elsewhere(own, global)?;
    let (mut documents, mut counted) = (Vec::with_capacity(count), Vec::new());
    for seen in seen {
        documents.push(seen.document);
        found.extend(seen.found);
        counted.extend(seen.counted);
    }
    if own.documents.is_empty() {
        found.extend(look.shortfalls(&counted));
    }
    let asked = (!own.documents.is_empty()).then_some(&*paths);
    let (found, unlisted) = limits.applied(found, Scope { documents: asked, locales: &global.locale });
    let prefix = if report::names_the_repository(global.format) { git::prefix(&workspace.root) } else { String::new() };
    let behind = found.iter().filter(|found| gate::is_behind(&found.finding)).count();
    // Where little can be shown, what a reviewer looks at comes first.
    let touched = if global.format == Format::Github { look.base.files() } else { HashSet::new() };
    let threshold = own.fail_on.threshold();
    let checked = Checked { found, documents, count, threshold, prefix, unlisted, touched };
    let outcome = finish(&checked, ui)?;
    if look.advises() && behind > 0 {
        let base = own.changed_since.as_ref().or(own.base.as_ref());
        let base = base.map_or_else(String::new, |revision| format!(" --base {revision}"));
        let advice = Message::new("hint-advice").with("count", behind);
        ui.hint(&advice.with("command", shown(&format!("duizhao impact{base}"))));
    }
    Ok(outcome)
}

/// What a document is looked at with.
struct Look<'l> {
    workspace: &'l Workspace,
    base: Base<'l>,
    touched: Option<&'l Touched<'l>>,
    profile: checks::Profile,
    excerpts: bool,
}

/// What was seen of a document.
struct Seen {
    document: CheckedDocument,
    /// The findings, each with whether it is about something touched.
    found: Vec<(Found, bool)>,
    /// One a locale.
    counted: Vec<Counted>,
}

impl Look<'_> {
    fn document(&self, loaded: Loaded) -> Seen {
        let (mut found, mut counted) = (Vec::new(), Vec::new());
        for target in &loaded.targets {
            let touched = self.touched.map(|touched| touched.in_locale(&loaded, target));
            let texts = [(loaded.path.as_str(), loaded.source.as_str()), (&target.catalog_path, &target.catalog.text)];
            let base = self.base.catalog(&target.catalog_path, &loaded.locale);
            for mut finding in loaded.check(target, base.as_ref(), self.profile) {
                if self.advises() && gate::is_behind(&finding) {
                    finding.severity = Severity::Info;
                }
                let is_touched = touched.as_ref().is_none_or(|touched| touched.holds(&finding));
                found.push((with_excerpt(finding, &texts, self.excerpts), is_touched));
            }
            let counts = touched.map_or_else(|| Counts::of(&target.entries), |touched| touched.counts());
            counted.push(Counted { path: loaded.path.clone(), locale: target.locale.clone(), counts });
        }
        let targets = loaded.targets.iter().map(|target| target.locale.clone()).collect();
        Seen { document: CheckedDocument { path: loaded.path, source: loaded.locale, targets }, found, counted }
    }

    /// What is in no document: glossaries, and catalogs that have none where all are looked at.
    fn elsewhere(&self, own: &Check, global: &Global) -> Result<Vec<(Found, bool)>, Failure> {
        let mut findings = self.workspace.glossary_findings(&global.locale);
        if own.documents.is_empty() {
            findings.extend(self.workspace.orphans(&global.locale)?);
        }
        let is_touched = |finding: &Finding| self.touched.is_none_or(|touched| touched.holds(finding));
        let found = findings.into_iter().map(|finding| (is_touched(&finding), finding));
        Ok(found.map(|(is_touched, finding)| (without_excerpt(finding), is_touched)).collect())
    }

    /// The thresholds that are not met. Of what a branch touched they are advice where its changes are: what is
    /// new there is behind at first.
    fn shortfalls(&self, counted: &[Counted]) -> Vec<(Found, bool)> {
        let measured = if self.touched.is_some() { Measured::Touched } else { Measured::All };
        let texts = [(config::FILE, self.workspace.settings.as_str())];
        let mut findings = self.workspace.shortfalls(counted, measured);
        if self.advises() && measured == Measured::Touched {
            findings.iter_mut().for_each(|finding| finding.severity = Severity::Info);
        }
        findings.into_iter().map(|finding| (with_excerpt(finding, &texts, self.excerpts), true)).collect()
    }

    /// Whether a change of the source only has its effect told. Before a release nothing may be left undone.
    fn advises(&self) -> bool {
        self.profile == checks::Profile::Work && self.workspace.config.gate.source_changes == SourceChanges::Advise
    }
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
    let threshold = own.fail_on.threshold();
    let (prefix, touched) = (String::new(), HashSet::new());
    finish(&Checked { found, documents, count, threshold, prefix, unlisted, touched }, ui)
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

    /// Returns the files that are other than where the branch left the base, from the folder of the workspace.
    fn files(&self) -> HashSet<String> {
        let root = &self.workspace.root;
        let Ok(commit) = git::commit(root, &self.revision) else { return HashSet::new() };
        let began = git::merge_base(root, &commit).unwrap_or(commit);
        git::changed(root, &began, ".").unwrap_or_default().into_iter().collect()
    }
}
