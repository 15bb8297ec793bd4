//! What pages tell their readers: notices and credits, in our words or the workspace's.
//!
//! A workspace has words of its own in `<catalogs>/<locale>/pages.ftl`; a fault in one is an error with file and line,
//! before anything is built.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Above, content_hash};
use crate::finding::Message;
use crate::fluent::messages::{Fact, Facts, Fault, PAGE_MESSAGES, PageWords, Wrong};
use crate::markdown;
use crate::project::outputs::{Planned, front_word};
use crate::project::workspace::{Error, Loaded, LoadedTarget, Workspace};
use crate::publish::{Marks, Notice, Standing, Style, Target, WebWords};
use crate::text::push_joined;

/// The words of all locales of a workspace.
pub(super) struct Readers(BTreeMap<String, PageWords>);

impl Readers {
    /// Reads the words of a workspace.
    pub(super) fn read(workspace: &Workspace) -> Result<Readers, Error> {
        let config = &workspace.config;
        let locales = config.targets.iter().chain([&config.source]).chain(config.sources.values());
        let mut words = BTreeMap::new();
        for locale in locales {
            let Ok(tag) = locale.parse() else { continue };
            let path = config.page_words_path(locale);
            let own = workspace.root.read(&path)?;
            let read =
                PageWords::read(&tag, own.as_deref()).map_err(|wrong| Error::Message(at_fault(&path, &wrong)))?;
            words.insert(locale.clone(), read);
        }
        Ok(Readers(words))
    }

    /// Returns the words of a locale, those of the workspace before ours.
    pub(super) fn marks(&self, locale: &str, ours: Marks) -> Marks {
        let own = |id, ours: String| {
            let own = self.0.get(locale).and_then(|words| words.own(id, &Facts::new()));
            own.unwrap_or(ours)
        };
        let article = ours.article.into_iter().map(|(id, word)| (id, own(id, word))).collect();
        Marks {
            article,
            page: WebWords {
                contents: own("page-contents", ours.page.contents),
                skip: own("page-skip", ours.page.skip),
                switch: own("page-switch", ours.page.switch),
                back: own("page-back", ours.page.back),
                alerts: ours.page.alerts,
            },
            language: own("page-language", ours.language),
            notes: own("page-notes", ours.notes),
            missing: own("mark-missing", ours.missing),
            stale: own("mark-stale", ours.stale),
            draft: own("mark-draft", ours.draft),
        }
    }

    /// Puts into the style of a page what it tells its readers.
    pub(super) fn tell(
        &self,
        style: &mut Style,
        planned: &Planned<'_>,
        loaded: &Loaded,
        target: &LoadedTarget,
        (targets, standing): (&[Target], Standing),
    ) {
        let (Some(source), Some(words)) = (self.0.get(&loaded.locale), self.0.get(&target.locale)) else { return };
        let (translators, reviewers) = hands(target, targets);
        let names =
            |names: &BTreeSet<&str>| Fact::Names(names.iter().map(|name| markdown::as_markdown(name)).collect());
        let who = match (translators.is_empty(), reviewers.is_empty()) {
            (false, false) => "both",
            (false, true) => "translators",
            (true, _) => "reviewers",
        };
        let text = |text: &str| Fact::Text(text.to_owned());
        let facts: Facts = vec![
            ("date", Fact::Text(front_word(&loaded.source, "date").unwrap_or_default())),
            ("locale", text(&target.locale)),
            ("source", text(&loaded.locale)),
            ("translators", names(&translators)),
            ("reviewers", names(&reviewers)),
            ("who", text(who)),
        ];
        let with = |count: usize, is_page: bool| {
            let extent = text(if is_page { "page" } else { "passages" });
            facts.iter().cloned().chain([("count", Fact::Count(count)), ("extent", extent)]).collect::<Facts>()
        };
        let page = with(standing.all, true);
        style.labels.source = source.filled(&style.labels.source, &page);
        style.labels.target = words.filled(&style.labels.target, &page);
        let said = standing.said();
        if planned.output.notices && !said.is_empty() {
            let notice = |words: &PageWords| {
                let mut line = String::new();
                for (id, count, is_page) in &said {
                    push_sentence(&mut line, &words.format(id, &with(*count, *is_page)));
                }
                line
            };
            let source = planned.is_bilingual().then(|| notice(source));
            style.notice = Some(Notice { source, target: notice(words) });
        }
        if planned.output.credits && !(translators.is_empty() && reviewers.is_empty()) {
            style.credits = Some(one_line(&words.format("credits", &page)));
        }
    }
}

fn at_fault(path: &str, wrong: &Wrong) -> Message {
    let message = match &wrong.fault {
        Fault::Syntax => Message::new("error-page-words-syntax"),
        Fault::Unknown(id) => {
            Message::new("error-page-words-unknown").with("id", id.as_str()).with("known", PAGE_MESSAGES.join(", "))
        }
        Fault::Reference(name) => Message::new("error-page-words-reference").with("name", name.as_str()),
    };
    message.with("path", path).with("line", wrong.line)
}

/// Returns who translated and who reviewed what stands on a page.
fn hands<'t>(target: &'t LoadedTarget, targets: &[Target]) -> (BTreeSet<&'t str>, BTreeSet<&'t str>) {
    let shown = target.entries.iter().zip(targets).filter(|(_, target)| matches!(target, Target::Segments(_)));
    let shown: BTreeSet<&str> = shown.map(|(entry, _)| entry.id.as_str()).collect();
    let records = target.catalog.records.iter().filter(|record| record.obsolete.is_none());
    let (mut translators, mut reviewers) = (BTreeSet::new(), BTreeSet::new());
    for record in records.filter(|record| record.has_text() && shown.contains(record.id.as_str())) {
        translators.extend(record.by.as_deref());
        for (source, line) in record.sources.iter().zip(&record.targets) {
            let holds = content_hash(&source.text, &line.value.plain());
            reviewers.extend(source.above.iter().filter_map(|above| match above {
                Above::Reviewed { name, hash } if *hash == holds => Some(name.as_str()),
                _ => None,
            }));
        }
    }
    (translators, reviewers)
}

fn push_sentence(line: &mut String, sentence: &str) {
    push_joined(line, &one_line(sentence));
}

/// Words of the workspace may run over several lines.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
