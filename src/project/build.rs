//! `build`: making every output of every document, and overwriting nothing that is not ours.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, Message, Place, Severity};
use crate::project::built::{self, Entry, Manifest};
use crate::project::crossings::Crossings;
use crate::project::disk::{Before, Change, Durability};
use crate::project::images;
use crate::project::lock::Lock;
use crate::project::outputs::{Planned, front_word, planned, with_ending};
use crate::project::parallel::in_parallel;
use crate::project::readers::Readers;
use crate::project::seal;
use crate::project::walk::takes;
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace, language};
use crate::publish::{
    self, Addition, Beside, Extended, File, Marked, Marks, Note, Page, Places, Policies, Seal, Style, Target, Used,
};
use crate::status::State;
use crate::text::{Span, join_lines};

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
    /// Whether a layout that would lose content in its dialect gives way to `interleaved`.
    pub fallback: bool,
}

/// A file that was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Where it goes.
    pub path: String,
    /// The output it belongs to.
    pub output: String,
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
    /// Pages that an earlier build wrote and nothing makes any more.
    pub removed: Vec<String>,
    /// Translations that could not be put in place, segments that a policy forbids, and what else a page lacks.
    pub findings: Vec<Finding>,
}

/// A page and its files, before they are compared with what is on disk.
pub(super) struct Draft {
    pub(super) built: Built,
    pub(super) files: Vec<File>,
    findings: Vec<Finding>,
    pub(super) places: Places,
    catalog: String,
}

/// The files of one page.
struct Made {
    built: Built,
    changes: Vec<Change>,
    paths: Vec<(String, String)>,
    copies: Vec<(String, String)>,
    findings: Vec<Finding>,
}

/// Builds. Without a lock nothing is written (`--check`). `marks` gives the words for a locale.
pub fn build(
    workspace: &Workspace,
    options: &Options,
    marks: &(dyn Fn(&str) -> Marks + Sync),
    lock: Option<&Lock>,
) -> Result<Report, Error> {
    let outputs = outputs(workspace, options)?;
    no_path_twice(workspace, &outputs, options)?;
    if let Some(path) = workspace.closed_glossary(&options.locales) {
        return Err(Error::Message(Message::new("error-catalog-closed").with("path", path)));
    }
    let readers = Readers::read(workspace)?;
    let marks = &|locale: &str| readers.marks(locale, marks(locale));
    let drafts = workspace.each(&options.documents, &options.locales, |loaded| {
        let mut drafts = Vec::new();
        for target in &loaded.targets {
            // Its pages would lose every translation, and nobody would see why.
            if target.catalog.is_closed() {
                let path = target.catalog_path.as_str();
                return Err(Error::Message(Message::new("error-catalog-closed").with("path", path)));
            }
        }
        for planned in &outputs {
            let takes = |target: &&LoadedTarget| takes(planned.output, &loaded.path, &target.locale);
            let mut any = false;
            for target in loaded.targets.iter().filter(takes) {
                any = true;
                drafts.push(draft(workspace, &loaded, target, planned, options, (&readers, marks))?);
            }
            if any && let Some(path) = planned.source_page(&loaded.path, &loaded.locale) {
                drafts.push(source_draft(workspace, &loaded, planned, path, marks)?);
            }
        }
        Ok(drafts)
    })?;
    let drafts: Vec<Draft> = drafts.into_iter().flatten().collect();
    let crossings = Crossings::new(workspace, &outputs, &drafts)?;
    let made = in_parallel(&drafts, |draft| finished(workspace, draft, &crossings, options));
    let mut report = Report::default();
    let mut changes = Vec::new();
    let mut written = Vec::new();
    let mut copies = BTreeSet::new();
    for made in made {
        let made = made?;
        for finding in made.findings {
            // What is wrong with a catalog is wrong for every page that is made of it.
            if finding.code != "addition-lost" || !report.findings.contains(&finding) {
                report.findings.push(finding);
            }
        }
        changes.extend(made.changes);
        copies.extend(made.copies);
        let output = &made.built.output;
        written.extend(made.paths.into_iter().map(|(path, hash)| Entry { path, hash, output: output.clone() }));
        report.built.push(made.built);
    }
    report.built.sort_by(|a, b| a.path.cmp(&b.path));
    let failed = report.findings.iter().any(|finding| finding.severity == Severity::Error);
    if failed {
        return Ok(report);
    }
    let names: Vec<&str> = outputs.iter().map(|planned| planned.output.name.as_str()).collect();
    let whole = options.documents.len() == workspace.documents.len() && options.locales.is_empty();
    let manifest = Manifest::read(&workspace.root)?;
    let gone = if whole { manifest.gone(workspace, &names, &written)? } else { Vec::new() };
    report.removed = gone.iter().map(|removal| removal.path.clone()).collect();
    if let Some(lock) = lock {
        changes.extend(manifest.after(&names, whole, written));
        workspace.root.write_and_remove(&changes, &gone, lock)?;
        for (from, to) in copies {
            workspace.root.copy(&from, &to, lock)?;
        }
    }
    Ok(report)
}

fn outputs<'w>(workspace: &'w Workspace, options: &Options) -> Result<Vec<Planned<'w>>, Error> {
    let (all, names) = (&workspace.config.output, &options.outputs);
    if all.is_empty() {
        return Err(Error::Message(Message::new("error-no-output")));
    }
    if let Some(name) = names.iter().find(|name| !all.iter().any(|output| output.name == **name)) {
        let known: Vec<&str> = all.iter().map(|output| output.name.as_str()).collect();
        let message = Message::new("error-unknown-output").with("name", name.as_str()).with("known", known.join(", "));
        return Err(Error::Message(message));
    }
    let wanted = all.iter().filter(|output| names.is_empty() || names.contains(&output.name));
    wanted.map(|output| planned(output)?.suited(options.fallback)?.read(&workspace.root)?.placed(workspace)).collect()
}

/// Two outputs on one path would overwrite each other, and one on a document the author's text (rule T2).
fn no_path_twice(workspace: &Workspace, outputs: &[Planned<'_>], options: &Options) -> Result<(), Error> {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for planned in outputs {
        let name = planned.output.name.as_str();
        for (document, locale, path) in planned.all_paths() {
            if !options.documents.contains(document) {
                continue;
            }
            if workspace.documents.contains(&path) {
                let message = Message::new("error-output-is-document").with("output", name).with("path", path);
                return Err(Error::Message(message));
            }
            let maker = format!("{name} ({locale}, {document})");
            if let Some(other) = seen.insert(path.to_lowercase(), maker.clone()) {
                let message = Message::new("error-path-twice").with("path", path).with("one", other);
                return Err(Error::Message(message.with("other", maker)));
            }
        }
    }
    Ok(())
}

fn draft(
    workspace: &Workspace,
    loaded: &Loaded,
    target: &LoadedTarget,
    planned: &Planned<'_>,
    options: &Options,
    (readers, marks): (&Readers, &(dyn Fn(&str) -> Marks + Sync)),
) -> Result<Draft, Error> {
    let words = marks(&target.locale);
    let style = planned.style(&marks(&loaded.locale), &words);
    let (extended, lost) = additions(workspace, loaded, target, &style);
    let extended = extended.as_ref();
    let (source, document) = extended.map_or((&loaded.source, &loaded.document), |it| (&it.source, &it.document));
    let added = extended.map_or_else(Vec::new, |it| it.added.clone());
    // The unit of the source that one of the page is.
    let own = |unit: usize| extended.map_or(Some(unit), |it| it.units[unit]);
    let places = planned.places(workspace, &loaded.path, source, &target.locale)?;
    let path = places.page.clone();
    let catalog = target.catalog_path.clone();
    let mut built = Built {
        path: path.clone(),
        output: planned.output.name.clone(),
        document: loaded.path.clone(),
        locale: target.locale.clone(),
        changed: false,
        used: Used::default(),
    };
    let bilingual = planned.is_bilingual();
    let chosen = publish::choose(&loaded.document, &target.entries, options.policies, &words, bilingual);
    let (targets, used) = match chosen {
        Ok(chosen) => chosen,
        Err((unit, index, state)) => {
            let findings = vec![forbidden(loaded, target, unit, index, state, &path)];
            return Ok(Draft { built, files: Vec::new(), findings, places, catalog });
        }
    };
    built.used = used;
    let style = Style { places: places.clone(), web: planned.web(&loaded.path, &target.locale), added, ..style };
    let stands = |unit| own(unit).map_or(Target::Source, |unit| targets[unit].clone());
    let mut page = Page {
        source,
        document,
        targets: (0..document.units.len()).map(stands).collect(),
        source_locale: &loaded.locale,
        locale: &target.locale,
        key: page_key(loaded),
        options: workspace.config.options(),
        style,
    };
    page.style.article =
        images::article(&workspace.root, planned, &page, (&loaded.path, &path), (&marks(&loaded.locale), &words))?;
    let style = page.style.clone();
    let tell = |page: &mut Page<'_>, refused: &[usize]| {
        page.style = style.clone();
        let (document, entries) = (&loaded.document, &target.entries);
        let standing = publish::standing(document, entries, options.policies, &targets, refused, bilingual);
        readers.tell(&mut page.style, planned, loaded, target, (&targets, standing));
    };
    tell(&mut page, &[]);
    let mut made = planned.format.files(&page, planned.layout);
    if planned.output.notices && !made.refused.is_empty() {
        // Where a translation could not be put in place the page says so too.
        let refused: Vec<usize> = made.refused.into_iter().filter_map(own).collect();
        tell(&mut page, &refused);
        made = planned.format.files(&page, planned.layout);
    }
    made.refused = made.refused.into_iter().filter_map(own).collect();
    for note in &mut made.notes {
        note.unit = note.unit.and_then(own);
    }
    for &unit in &made.refused {
        built.used.refuse(&target.entries[unit]);
    }
    let mut findings: Vec<Finding> = made.refused.iter().map(|&unit| refused(loaded, target, unit, &path)).collect();
    findings.extend(lost.into_iter().map(|(id, span, message)| {
        let place = Place::new(&catalog, &target.catalog.text, span);
        let message = if message.id == REFUSED { message.with("path", path.as_str()) } else { message };
        let mut found = Finding::in_catalog("addition-lost", Severity::Warning, place, &target.locale, message);
        found.document.clone_from(&loaded.path);
        found.id = Some(id);
        found
    }));
    findings.extend(made.notes.into_iter().map(|note| noted(loaded, target, note, &path)));
    Ok(Draft { built, files: made.files, findings, places, catalog })
}

/// What is said of an addition that would change the rest of the page.
const REFUSED: &str = "finding-addition-refused";

/// An addition that no page shows: its id, its bytes in the catalog, and why.
type Lost = (String, Span, Message);

/// Returns the source of a page with what only the target language has, and the additions that have no place.
fn additions(
    workspace: &Workspace,
    loaded: &Loaded,
    target: &LoadedTarget,
    style: &Style,
) -> (Option<Extended>, Vec<Lost>) {
    let (mut placed, mut records, mut lost) = (Vec::new(), Vec::new(), Vec::new());
    for addition in &target.catalog.additions {
        let id = addition.id.as_str();
        let Some(unit) = target.entries.iter().position(|entry| entry.id == addition.anchor) else {
            let message = Message::new("finding-addition-lost").with("id", id).with("anchor", addition.anchor.as_str());
            lost.push((id.to_owned(), addition.span.clone(), message));
            continue;
        };
        let side = if addition.before { Beside::Before } else { Beside::Behind };
        let lines = addition.lines.iter().map(|line| target.glossary.resolve(line)).collect();
        placed.push(Addition { unit, side, lines });
        records.push(addition);
    }
    if placed.is_empty() {
        return (None, lost);
    }
    let own = (loaded.source.as_str(), &loaded.document);
    let locales = (language(&loaded.locale), target.locale.as_str());
    let extended = publish::extended(own, locales, &workspace.config.options(), style, &placed);
    lost.extend(extended.refused.iter().map(|&at| {
        let id = records[at].id.as_str();
        (id.to_owned(), records[at].span.clone(), Message::new(REFUSED).with("id", id))
    }));
    (Some(extended), lost)
}

/// The page of a site in the language of the document itself.
fn source_draft(
    workspace: &Workspace,
    loaded: &Loaded,
    planned: &Planned<'_>,
    path: String,
    marks: &(dyn Fn(&str) -> Marks + Sync),
) -> Result<Draft, Error> {
    let places = planned.places(workspace, &loaded.path, &loaded.source, &loaded.locale)?;
    let words = marks(&loaded.locale);
    let page = Page {
        source: &loaded.source,
        document: &loaded.document,
        targets: vec![Target::Source; loaded.document.units.len()],
        source_locale: &loaded.locale,
        locale: &loaded.locale,
        key: page_key(loaded),
        options: workspace.config.options(),
        style: Style { places: places.clone(), ..planned.style(&words, &words) },
    };
    let files = planned.format.files(&page, planned.layout).files;
    let built = Built {
        path,
        output: planned.output.name.clone(),
        document: loaded.path.clone(),
        locale: loaded.locale.clone(),
        changed: false,
        used: Used::default(),
    };
    Ok(Draft { built, files, findings: Vec::new(), places, catalog: loaded.path.clone() })
}

/// Seals the files of a page and compares them with what is on disk.
fn finished(workspace: &Workspace, draft: &Draft, crossings: &Crossings, options: &Options) -> Result<Made, Error> {
    let Draft { places, catalog, findings, .. } = draft;
    let (mut built, mut files) = (draft.built.clone(), draft.files.clone());
    if let Some(page) = files.first_mut() {
        crossings.cross(&built, places, &mut page.text);
    }
    let files = seal::sealed(files, &built.document, &built.locale);
    let field = files.iter().find(|(_, _, seal)| *seal == Seal::Field);
    let beside = match field {
        Some((ending, ..)) => workspace.root.read(&with_ending(&built.path, ending))?,
        None => None,
    };
    let (mut changes, mut paths) = (Vec::new(), Vec::new());
    for (ending, text, seal) in files {
        let path = with_ending(&built.path, ending);
        let before = workspace.root.read(&path)?;
        let changed = before.as_deref().is_none_or(|before| !publish::same_lines(before, &text));
        paths.push((path.clone(), built::hash(before.as_deref().filter(|_| !changed).unwrap_or(&text))));
        if !changed {
            continue;
        }
        if let Some(before) = &before
            && !options.force
        {
            not_ours(seal::kind(before, seal, ending, beside.as_deref()), &path, &built.document, catalog)?;
        }
        built.changed = true;
        let durability = if path.starts_with("out/") { Durability::Rebuildable } else { Durability::Synced };
        changes.push(Change { path, contents: text, before: before.map_or(Before::Absent, Before::Is), durability });
    }
    Ok(Made { built, changes, paths, copies: places.copies().into_iter().collect(), findings: findings.clone() })
}

/// A page that somebody edited, or that we did not write, is not overwritten.
fn not_ours(kind: Marked, path: &str, document: &str, catalog: &str) -> Result<(), Error> {
    let id = match kind {
        Marked::Ours => return Ok(()),
        Marked::Edited => "error-output-edited",
        Marked::Foreign => "error-output-foreign",
    };
    let message = Message::new(id).with("path", path).with("catalog", catalog);
    Err(Error::Message(message.with("document", document)))
}

/// What ties the languages of a page together: the front matter's slug, else the file's stem.
fn page_key(loaded: &Loaded) -> String {
    let name = loaded.path.rsplit('/').next().unwrap_or(&loaded.path);
    let slug = front_word(&loaded.source, "slug");
    slug.unwrap_or_else(|| name.split('.').next().unwrap_or(name).to_owned())
}

/// What a format has to say about a page, at the unit it is about, else at the top of the document.
fn noted(loaded: &Loaded, target: &LoadedTarget, note: Note, path: &str) -> Finding {
    let message = note.message.with("path", path);
    let mut found = match note.unit {
        Some(unit) => finding(note.code, loaded, target, unit, message),
        None => {
            let place = Place::indexed(&loaded.path, &loaded.source, &loaded.index, 0..0);
            let mut found = Finding::in_catalog(note.code, note.severity, place, &target.locale, message);
            found.source = found.target.take();
            found.document = loaded.path.clone();
            found
        }
    };
    found.severity = note.severity;
    found
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
