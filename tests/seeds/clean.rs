//! The clean pairs: recap sentences of our own and the recap of this repository, and what the checks say of them.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use duizhao::checks::{self, Check, Fault, Pair, Profile, Settings, Shared};
use duizhao::finding::Severity;
use duizhao::glossary::Glossary;
use duizhao::markdown::{LeafKind, References, View, view};
use duizhao::project::Workspace;
use duizhao::text::{Span, join_lines};

use crate::store;

/// A block and its translation, as good as we can make it.
pub(crate) struct Clean {
    pub(crate) source: String,
    pub(crate) target: String,
    pub(crate) kind: LeafKind,
    /// Markdown that defines its link references.
    pub(crate) definitions: String,
    /// Both as their readers see them.
    pub(crate) views: [View; 2],
    /// What is reported without any seed, and how often: code and evidence.
    known: HashMap<(&'static str, String), usize>,
    /// What is reported about a document that holds it.
    stored: Vec<&'static str>,
}

/// All clean pairs, and the terms of this repository.
pub(crate) struct World {
    pub(crate) pairs: Vec<Clean>,
    pub(crate) glossary: Glossary,
    pub(crate) settings: Settings,
}

/// Something that a check reports.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    /// Its bytes in the translation; `None` for what is not there.
    pub(crate) span: Option<Span>,
    pub(crate) evidence: String,
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Clean {
    /// What is reported about it as it is, by itself and as a document with its catalog.
    pub(crate) fn known(&self) -> impl Iterator<Item = &'static str> {
        self.known.keys().map(|(code, _)| *code).chain(self.stored.iter().copied())
    }
}

impl World {
    pub(crate) fn load() -> World {
        let workspace = Workspace::open(repository()).expect("this repository is a workspace");
        let glossary = (*workspace.glossary("zh-CN")).clone();
        let mut world = World { pairs: Vec::new(), glossary, settings: Settings::default() };
        let pairs = recaps().into_iter().chain(published(&workspace));
        world.pairs = pairs
            .map(|(source, target, kind, definitions)| {
                let views = [view(&source, &definitions), view(&target, &definitions)];
                Clean { source, target, kind, definitions, views, known: HashMap::new(), stored: Vec::new() }
            })
            .collect();
        for at in 0..world.pairs.len() {
            let found = world.all(&world.pairs[at], &world.pairs[at].views[1]);
            world.pairs[at].stored = store::alarms(&world, &world.pairs[at]);
            for found in found {
                *world.pairs[at].known.entry((found.code, found.evidence)).or_insert(0) += 1;
            }
        }
        world
    }

    /// Returns what all checks report about a pair with this translation, with the severities before a release.
    pub(crate) fn all(&self, clean: &Clean, target: &View) -> Vec<Found> {
        let faults = checks::faults(&self.pair(clean, target), Profile::Release);
        faults.into_iter().map(|(check, severity, fault)| found(check, severity, fault)).collect()
    }

    /// Returns what is reported about a pair with a seed in it and not without; with `codes` by these checks only.
    pub(crate) fn new_faults(&self, clean: &Clean, target: &str, codes: Option<&[&str]>) -> Vec<Found> {
        let target = view(target, &clean.definitions);
        let mut all = match codes {
            None => self.all(clean, &target),
            Some(codes) => {
                let pair = self.pair(clean, &target);
                let mut all = Vec::new();
                for check in checks::ALL.iter().filter(|check| codes.contains(&check.code())) {
                    let severity = check.severity(Profile::Release);
                    check.pair(&pair, &mut |fault| all.push(found(*check, severity, fault)));
                }
                all
            }
        };
        let mut known = clean.known.clone();
        all.retain(|found| match known.get_mut(&(found.code, found.evidence.clone())) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        });
        all
    }

    fn pair<'p>(&'p self, clean: &'p Clean, target: &'p View) -> Pair<'p> {
        Pair {
            source: &clean.views[0],
            target,
            kind: clean.kind,
            whole: true,
            source_locale: "en",
            locale: "zh-CN",
            glossary: &self.glossary,
            settings: &self.settings,
            shared: Shared::default(),
        }
    }
}

fn found(check: &dyn Check, severity: Severity, fault: Fault) -> Found {
    let severity = fault.severity.unwrap_or(severity);
    Found { code: check.code(), severity, span: fault.target, evidence: fault.evidence }
}

type Texts = (String, String, LeafKind, String);

/// The sentences in `tests/checks/recaps.tsv`.
fn recaps() -> Vec<Texts> {
    let text = fs::read_to_string(repository().join("tests/checks/recaps.tsv")).expect("the sentences");
    let pair = |line: &str| {
        let (source, target) = line.split_once('\t').unwrap_or_else(|| panic!("one column: {line}"));
        (source.to_owned(), target.to_owned(), LeafKind::Paragraph, String::new())
    };
    text.lines().map(pair).collect()
}

/// The blocks of the recaps that this repository publishes.
fn published(workspace: &Workspace) -> Vec<Texts> {
    let mut pairs = Vec::new();
    for path in workspace.documents.iter().filter(|path| path.starts_with("content/")) {
        let loaded = workspace.load(path, &[]).expect("a document");
        let references = References::new(&loaded.source, &loaded.document.parsed.definitions);
        for (unit, entry) in loaded.document.units.iter().zip(&loaded.targets[0].entries) {
            let source = join_lines(entry.segments.iter().map(|segment| segment.now.as_str()));
            let target = entry.segments.iter().map(|segment| segment.target.as_str()).collect::<String>();
            let definitions = references.of(&source);
            pairs.push((source, target, unit.kind, definitions));
        }
    }
    pairs
}
