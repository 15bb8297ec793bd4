//! `build`: making every output of every document, and overwriting nothing that is not ours.

use std::collections::BTreeMap;

use crate::config::Output;
use crate::finding::{Finding, Message, Place, Severity};
use crate::project::disk::{Before, Change, Durability};
use crate::project::lock::Lock;
use crate::project::walk::takes;
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace};
use crate::publish::{self, Marked, Marks, Page, Policies, Used};
use crate::status::State;
use crate::text::join_lines;

/// What `build` is told.
#[derive(Debug, Clone)]
pub struct Options {
    /// Only the outputs with these names; all if empty.
    pub outputs: Vec<String>,
    /// Only these documents.
    pub documents: Vec<String>,
    /// Only these locales; all if empty.
    pub locales: Vec<String>,
    /// What stands for segments that are not fresh.
    pub policies: Policies,
    /// Whether to overwrite files that somebody edited or that we did not write.
    pub force: bool,
}

/// A file that was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Where it goes.
    pub path: String,
    /// The document it is made of.
    pub document: String,
    /// The locale.
    pub locale: String,
    /// Whether its content is other than what is on disk.
    pub changed: bool,
    /// What was used for segments that are not fresh.
    pub used: Used,
}

/// What a build did.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The files, by path.
    pub built: Vec<Built>,
    /// Translations that could not be put in place, and segments that a policy forbids.
    pub findings: Vec<Finding>,
}

struct Made {
    built: Built,
    change: Option<Change>,
    findings: Vec<Finding>,
}

/// Builds. Without a lock nothing is written (`--check`). `marks` gives the words for a locale.
pub fn build(
    workspace: &Workspace,
    options: &Options,
    marks: &(dyn Fn(&str) -> Marks + Sync),
    lock: Option<&Lock>,
) -> Result<Report, Error> {
    let outputs = outputs(workspace, &options.outputs)?;
    no_path_twice(workspace, &outputs, options)?;
    if let Some(path) = workspace.closed_glossary(&options.locales) {
        return Err(Error::Message(Message::new("error-catalog-closed").with("path", path)));
    }
    let made = workspace.each(&options.documents, &options.locales, |loaded| {
        let mut made = Vec::new();
        for target in &loaded.targets {
            // Its pages would lose every translation, and nobody would see why.
            if target.catalog.is_closed() {
                let path = target.catalog_path.as_str();
                return Err(Error::Message(Message::new("error-catalog-closed").with("path", path)));
            }
            for output in outputs.iter().filter(|output| takes(output, &loaded.path, &target.locale)) {
                made.push(make(workspace, &loaded, target, output, options, &marks(&target.locale))?);
            }
        }
        Ok(made)
    })?;
    let mut report = Report::default();
    let mut changes = Vec::new();
    for made in made.into_iter().flatten() {
        report.findings.extend(made.findings);
        changes.extend(made.change);
        report.built.push(made.built);
    }
    report.built.sort_by(|a, b| a.path.cmp(&b.path));
    let failed = report.findings.iter().any(|finding| finding.code == "publish-forbidden");
    if let Some(lock) = lock.filter(|_| !failed) {
        workspace.root.write(&changes, lock)?;
    }
    Ok(report)
}

fn outputs<'w>(workspace: &'w Workspace, names: &[String]) -> Result<Vec<&'w Output>, Error> {
    let all = &workspace.config.output;
    if all.is_empty() {
        return Err(Error::Message(Message::new("error-no-output")));
    }
    if let Some(name) = names.iter().find(|name| !all.iter().any(|output| output.name == **name)) {
        let known: Vec<&str> = all.iter().map(|output| output.name.as_str()).collect();
        let message = Message::new("error-unknown-output").with("name", name.as_str()).with("known", known.join(", "));
        return Err(Error::Message(message));
    }
    Ok(all.iter().filter(|output| names.is_empty() || names.contains(&output.name)).collect())
}

/// Two outputs on one path would overwrite each other, and one on a document the author's text.
fn no_path_twice(workspace: &Workspace, outputs: &[&Output], options: &Options) -> Result<(), Error> {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for document in &options.documents {
        for locale in workspace.target_locales(document) {
            for output in outputs.iter().filter(|output| takes(output, document, locale)) {
                let path = output.path_for(document, locale);
                if workspace.documents.contains(&path) {
                    let message = Message::new("error-output-is-document")
                        .with("output", output.name.as_str())
                        .with("path", path);
                    return Err(Error::Message(message));
                }
                let maker = format!("{} ({locale}, {document})", output.name);
                if let Some(other) = seen.insert(path.to_lowercase(), maker.clone()) {
                    let message =
                        Message::new("error-path-twice").with("path", path).with("one", other).with("other", maker);
                    return Err(Error::Message(message));
                }
            }
        }
    }
    Ok(())
}

fn make(
    workspace: &Workspace,
    loaded: &Loaded,
    target: &LoadedTarget,
    output: &Output,
    options: &Options,
    marks: &Marks,
) -> Result<Made, Error> {
    let path = output.path_for(&loaded.path, &target.locale);
    let Some(layout) = publish::layout(&output.layout) else {
        unreachable!("Workspace::open knows the layout `{}`", output.layout);
    };
    let bilingual = layout.name() != "split";
    let mut built = Built {
        path: path.clone(),
        document: loaded.path.clone(),
        locale: target.locale.clone(),
        changed: false,
        used: Used::default(),
    };
    let chosen = publish::choose(&loaded.document, &target.entries, options.policies, marks, bilingual);
    let (targets, used) = match chosen {
        Ok(chosen) => chosen,
        Err((unit, index, state)) => {
            let finding = forbidden(loaded, target, unit, index, state, &path);
            return Ok(Made { built, change: None, findings: vec![finding] });
        }
    };
    built.used = used;
    let page = Page {
        source: &loaded.source,
        document: &loaded.document,
        targets,
        source_locale: &loaded.locale,
        locale: &target.locale,
        key: page_key(loaded),
        options: workspace.config.options(),
    };
    let emitted = layout.emit(&page);
    for &unit in &emitted.refused {
        built.used.refuse(&target.entries[unit]);
    }
    let findings = emitted.refused.iter().map(|&unit| refused(loaded, target, unit, &path)).collect();
    let text = publish::marked(&emitted.text, &loaded.path, &target.locale);
    let before = workspace.root.read(&path)?;
    built.changed = before.as_deref().is_none_or(|before| !publish::same_lines(before, &text));
    if let Some(before) = &before
        && built.changed
        && !options.force
    {
        let message = match publish::mark_of(before) {
            Marked::Ours => None,
            Marked::Edited => Some("error-output-edited"),
            Marked::Foreign => Some("error-output-foreign"),
        };
        if let Some(id) = message {
            let message = Message::new(id).with("path", path).with("catalog", target.catalog_path.as_str());
            return Err(Error::Message(message.with("document", loaded.path.as_str())));
        }
    }
    let durability = if path.starts_with("out/") { Durability::Rebuildable } else { Durability::Synced };
    let before = before.map_or(Before::Absent, Before::Is);
    let change = built.changed.then_some(Change { path, contents: text, before, durability });
    Ok(Made { built, change, findings })
}

/// What ties the languages of a page together: the front matter's slug, else the file's stem.
fn page_key(loaded: &Loaded) -> String {
    let front = loaded.document.parsed.front_matter.as_ref();
    let slug = front.and_then(|front| {
        let block = &loaded.source[front.span.clone()];
        block.lines().find_map(|line| {
            let value = line.strip_prefix("slug")?.trim_start().strip_prefix([':', '='])?;
            Some(value.trim().trim_matches(['"', '\'']).to_owned())
        })
    });
    let name = loaded.path.rsplit('/').next().unwrap_or(&loaded.path);
    slug.filter(|slug| !slug.is_empty()).unwrap_or_else(|| name.split('.').next().unwrap_or(name).to_owned())
}

fn finding(code: &'static str, loaded: &Loaded, target: &LoadedTarget, unit: usize, message: Message) -> Finding {
    let entry = &target.entries[unit];
    let span = loaded.document.units[unit].span.clone();
    let text = &target.catalog.text;
    Finding {
        code,
        severity: Severity::Warning,
        source: Some(Place::indexed(&loaded.path, &loaded.source, &loaded.index, span)),
        target: entry.record.clone().map(|span| Place::new(&target.catalog_path, text, span)),
        document: loaded.path.clone(),
        locale: target.locale.clone(),
        pair: None,
        id: Some(entry.id.clone()),
        index: None,
        message,
        evidence: loaded.document.units[unit].joined(),
        was: None,
        class: None,
        changed: Vec::new(),
        translation: Some(join_lines(entry.segments.iter().map(|segment| segment.target.as_str())))
            .filter(|text| !text.is_empty()),
        fix: None,
    }
}

fn refused(loaded: &Loaded, target: &LoadedTarget, unit: usize, path: &str) -> Finding {
    finding("block-changed", loaded, target, unit, Message::new("finding-block-changed").with("path", path))
}

fn forbidden(loaded: &Loaded, target: &LoadedTarget, unit: usize, index: usize, state: State, path: &str) -> Finding {
    let message = Message::new("finding-forbidden").with("state", state.name()).with("path", path);
    let mut finding = finding("publish-forbidden", loaded, target, unit, message);
    finding.severity = Severity::Error;
    finding.index = Some(index);
    let segment = &target.entries[unit].segments[index];
    finding.evidence = segment.now.clone();
    finding.translation = Some(segment.target.clone()).filter(|text| !text.is_empty());
    if let Some(line) = &segment.line {
        finding.target = Some(Place::new(&target.catalog_path, &target.catalog.text, line.clone()));
    }
    finding
}
