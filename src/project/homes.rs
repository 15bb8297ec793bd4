//! Where catalogs belong: which have no document any more, and which document is a renamed one.
//!
//! A document without catalogs whose sentences stand in a catalog without document is that document
//! under another name. It takes over the catalogs, ids and notes and all.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::catalog::{self, SourceCatalog};
use crate::change::form;
use crate::project::walk;
use crate::project::workspace::Workspace;
use crate::segment;

/// What lies in the folders of the catalogs.
#[derive(Debug, Default)]
pub(super) struct Homes {
    /// Whether there is any catalog at all.
    pub(super) any: bool,
    /// Documents that are gone, each with its catalogs: locale and path.
    pub(super) orphans: BTreeMap<String, Vec<(String, String)>>,
    /// For a renamed document the path it had.
    pub(super) renamed: HashMap<String, String>,
}

impl Homes {
    /// Looks through the catalogs of a workspace. A file that cannot be read counts as not there: whoever
    /// needs it will say so.
    pub(super) fn of(workspace: &Workspace) -> Homes {
        let mut homes = Homes::default();
        let documents: HashSet<&str> = workspace.documents.iter().map(String::as_str).collect();
        let mut owners: HashSet<String> = HashSet::new();
        for locale in locales(workspace) {
            let folder = format!("{}/{}", workspace.config.catalogs, workspace.config.folder(&locale));
            for path in walk::catalogs(&workspace.root, &folder) {
                homes.any = true;
                let Some(document) = path.strip_prefix(&format!("{folder}/")).and_then(|it| it.strip_suffix(".ftl"))
                else {
                    continue;
                };
                if documents.contains(document) {
                    owners.insert(document.to_owned());
                } else if read(workspace, &path).is_some_and(|text| catalog::is_ours(&text)) {
                    homes.orphans.entry(document.to_owned()).or_default().push((locale.clone(), path));
                }
            }
        }
        if !homes.orphans.is_empty() {
            let fresh: Vec<&String> = workspace.documents.iter().filter(|path| !owners.contains(*path)).collect();
            homes.renamed = renamed(workspace, &homes.orphans, &fresh);
        }
        homes
    }
}

/// All locales that catalogs may be in.
fn locales(workspace: &Workspace) -> BTreeSet<String> {
    let config = &workspace.config;
    let sources = config.sources.values().cloned();
    config.targets.iter().cloned().chain(sources).chain([config.source.clone()]).collect()
}

fn read(workspace: &Workspace, path: &str) -> Option<String> {
    workspace.root.read(path).ok().flatten()
}

/// Pairs documents without catalogs with catalogs without document, those first that share most
/// sentences. Less than half of both is no renaming.
fn renamed(
    workspace: &Workspace,
    orphans: &BTreeMap<String, Vec<(String, String)>>,
    fresh: &[&String],
) -> HashMap<String, String> {
    let old: Vec<(&String, HashSet<String>)> =
        orphans.iter().map(|(path, catalogs)| (path, sentences_of(workspace, path, catalogs))).collect();
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (_, sentences)) in old.iter().enumerate() {
        for sentence in sentences {
            places.entry(sentence).or_default().push(at);
        }
    }
    let mut candidates = Vec::new();
    for &path in fresh {
        let Some(text) = read(workspace, path) else { continue };
        let language = workspace.source_locale(path).split(['-', '_']).next().unwrap_or_default();
        let units = segment::split(&text, language, &workspace.config.options()).units;
        let new: HashSet<String> = units.iter().flat_map(|unit| &unit.segments).map(|text| form(text)).collect();
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for at in new.iter().filter_map(|sentence| places.get(sentence.as_str())).flatten() {
            *shared.entry(*at).or_insert(0) += 1;
        }
        for (at, count) in shared {
            if 2 * count >= new.len().min(old[at].1.len()) {
                candidates.push((std::cmp::Reverse(count), path, old[at].0));
            }
        }
    }
    candidates.sort();
    let mut taken: HashSet<&String> = HashSet::new();
    let mut renamed = HashMap::new();
    for (_, new, old) in candidates {
        if !renamed.contains_key(new) && taken.insert(old) {
            renamed.insert(new.clone(), old.clone());
        }
    }
    renamed
}

/// The sentences that a vanished document had, in their form.
fn sentences_of(workspace: &Workspace, path: &str, catalogs: &[(String, String)]) -> HashSet<String> {
    let source = workspace.source_locale(path);
    let mut sentences = HashSet::new();
    for (locale, path) in catalogs {
        let Some(text) = read(workspace, path) else { continue };
        if locale == source {
            let segments = SourceCatalog::read(&text).units.into_iter().flat_map(|(_, segments)| segments);
            sentences.extend(segments.map(|segment| form(&segment)));
        } else {
            let records = catalog::read(text, source).records;
            let live = records.into_iter().filter(|record| record.obsolete.is_none());
            sentences.extend(live.flat_map(|record| record.sources).map(|source| form(&source.text)));
        }
    }
    sentences
}
