//! `build`: the pages.

use std::collections::HashMap;

use duizhao::finding::{Message, Severity};
use duizhao::fluent::messages::Words;
use duizhao::locale::Locale;
use duizhao::project::lock::Lock;
use duizhao::project::{Workspace, build};
use duizhao::publish::wechat::WORDS;
use duizhao::publish::{Marks, Policies, Policy, WebWords};

use crate::args::{Build, Draft, Global, Missing, Stale};
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::{Built, Mode, report};
use crate::ui::Ui;

pub(super) fn run(own: &Build, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    once(&open(global, ui)?, own, global, ui, None)
}

/// Builds what the command line asks for; `only` limits it to some documents.
pub(super) fn once(
    workspace: &Workspace,
    own: &Build,
    global: &Global,
    ui: &Ui,
    only: Option<Vec<String>>,
) -> Result<Outcome, Failure> {
    let (named, documents) = named(workspace, &own.wanted);
    let mut documents = select(workspace, &documents).map_err(|failure| neither(workspace, failure))?;
    if let Some(only) = only {
        documents.retain(|document| only.contains(document));
    }
    let options = build::Options {
        outputs: own.only.iter().cloned().chain(named).collect(),
        documents,
        locales: global.locale.clone(),
        policies: policies(own, workspace.config.publish.into()),
        force: own.force,
        fallback: own.fallback,
    };
    let locales = workspace.config.targets.iter().chain([&workspace.config.source]);
    let locales = locales.chain(workspace.config.sources.values());
    let words: HashMap<&str, Marks> = locales.map(|locale| (locale.as_str(), marks(locale))).collect();
    let marks = |locale: &str| words.get(locale).cloned().unwrap_or_default();
    let (mode, lock) = match own.check {
        true => (Mode::Looked, None),
        false => (Mode::Written, Some(Lock::acquire(&workspace.root, Lock::PATIENCE)?)),
    };
    let found = build::build(workspace, &options, &marks, lock.as_ref())?;
    let failed = found.findings.iter().any(|finding| finding.severity == Severity::Error);
    let behind = own.check && (!found.removed.is_empty() || found.built.iter().any(|file| file.changed));
    ui.print(&report(ui).build(&Built { mode, report: found }))?;
    Ok(Outcome::failing(failed || behind))
}

/// Parts the names of outputs from those of documents. A document whose name is that of an output is named by a path
/// with a folder, such as `./page`.
fn named(workspace: &Workspace, wanted: &[String]) -> (Vec<String>, Vec<String>) {
    let is_output = |name: &&String| workspace.config.output.iter().any(|output| output.name == **name);
    let (outputs, documents): (Vec<&String>, Vec<&String>) = wanted.iter().partition(is_output);
    (outputs.into_iter().cloned().collect(), documents.into_iter().cloned().collect())
}

/// Says that a name is that of no output either.
fn neither(workspace: &Workspace, failure: Failure) -> Failure {
    match failure.message() {
        Message { id: "error-no-document", args } => {
            let known: Vec<&str> = workspace.config.output.iter().map(|output| output.name.as_str()).collect();
            Message { id: "error-neither", args }.with("known", known.join(", ")).into()
        }
        _ => failure,
    }
}

/// The words that a page adds, in its language; English where we do not speak it.
fn marks(locale: &str) -> Marks {
    let speaks = |ours: &Locale| locale.split('-').next() == ours.to_string().split('-').next();
    let english = || duizhao::fluent::messages::locales().swap_remove(0);
    let spoken = duizhao::fluent::messages::locales().into_iter().find(speaks);
    // The name of a language that we do not speak is its tag.
    let language = spoken.is_none().then(|| locale.to_owned());
    let words = Words::new(&spoken.unwrap_or_else(english));
    let mark = |id| words.format(&Message::new(id));
    Marks {
        language: language.unwrap_or_else(|| mark("page-language")),
        notes: mark("page-notes"),
        page: WebWords {
            contents: mark("page-contents"),
            skip: mark("page-skip"),
            switch: mark("page-switch"),
            back: mark("page-back"),
            alerts: ["note", "tip", "important", "warning", "caution"]
                .map(|kind| words.format(&Message::new("page-alert").with("kind", kind))),
        },
        missing: mark("mark-missing"),
        stale: mark("mark-stale"),
        draft: mark("mark-draft"),
        article: WORDS.iter().map(|id| (*id, words.format(&article_word(id)))).collect(),
    }
}

/// The places of a word of an article are filled in later.
fn article_word(id: &'static str) -> Message {
    let place = |message: Message, name| message.with(name, format!("{{{name}}}"));
    ["alt", "path", "count", "most"].into_iter().fold(Message::new(id), place)
}

fn policies(own: &Build, settings: Policies) -> Policies {
    let missing = own.missing.map(|policy| match policy {
        Missing::Source => Policy::Source,
        Missing::Mark => Policy::Mark,
        Missing::Omit => Policy::Omit,
        Missing::Fail => Policy::Fail,
    });
    let stale = own.stale.map(|policy| match policy {
        Stale::Keep => Policy::Keep,
        Stale::Mark => Policy::Mark,
        Stale::Source => Policy::Source,
        Stale::Fail => Policy::Fail,
    });
    let draft = own.draft.map(|policy| match policy {
        Draft::Use => Policy::Keep,
        Draft::Mark => Policy::Mark,
        Draft::Source => Policy::Source,
        Draft::Fail => Policy::Fail,
    });
    Policies {
        missing: missing.unwrap_or(settings.missing),
        stale: stale.unwrap_or(settings.stale),
        draft: draft.unwrap_or(settings.draft),
    }
}
