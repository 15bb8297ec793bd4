//! `impact`: what a change of the source would make stale, before it is merged. Two files need no
//! workspace; otherwise the work tree is compared with a revision.

use std::path::Path;

use duizhao::config::Config;
use duizhao::finding::Message;
use duizhao::impact::{Block, Effect, Version, between};
use duizhao::locale::Locale;
use duizhao::project::{Workspace, disk, impact};
use duizhao::segment;

use crate::args::{Global, Impact};
use crate::commands::{Outcome, folder, inside, open};
use crate::failure::Failure;
use crate::report;
use crate::ui::Ui;

/// What the work tree is compared with where nothing else is asked for.
const BASE: &str = "HEAD";

pub(super) fn run(own: &Impact, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let impact = match (&own.old, &own.new) {
        (Some(old), Some(new)) => files(old, new, own.source.as_deref(), global)?,
        _ => since(own.base.as_deref().unwrap_or(BASE), global, ui)?,
    };
    ui.print(&report::impact(ui, &impact))?;
    Ok(Outcome::failing(own.strict && makes_stale(&impact)))
}

/// Compares two versions of a document.
fn files(old: &Path, new: &Path, source: Option<&str>, global: &Global) -> Result<report::Impact, Failure> {
    if let Some(Err(why)) = source.map(str::parse::<Locale>) {
        return Err(Message::new("error-tag").with("why", why).into());
    }
    let workspace = Workspace::open(&folder(global)).ok();
    let config = workspace.as_ref().map_or_else(Config::default, |workspace| workspace.config.clone());
    let place = workspace.as_ref().and_then(|workspace| Some((workspace, inside(workspace, new)?)));
    let document = place.filter(|(workspace, path)| workspace.documents.contains(path));
    let own = document.as_ref().map_or(config.source.as_str(), |(workspace, path)| workspace.source_locale(path));
    let locale = source.unwrap_or(own);
    let language = locale.split(['-', '_']).next().unwrap_or(locale);
    let (was, now) = (disk::read_named(old)?, disk::read_named(new)?);
    let split = |text: &str| segment::split(text, language, &config.options());
    // What the settings say of certain documents is about none that is not in the workspace.
    let actions = match &document {
        Some((workspace, path)) => workspace.actions(path),
        None => config.actions(|_| false),
    };
    let (was_split, now_split) = (split(&was), split(&now));
    let blocks = between(
        Version { source: &was, document: &was_split },
        Version { source: &now, document: &now_split },
        &actions,
    );
    let path = document.map_or_else(|| new.to_string_lossy().into_owned(), |(_, path)| path);
    Ok(report::Impact::Document(path, blocks))
}

/// Compares the work tree with a revision.
fn since(revision: &str, global: &Global, ui: &Ui) -> Result<report::Impact, Failure> {
    let workspace = open(global, ui)?;
    let base = impact::base(&workspace, revision)?;
    if !base.is_shared {
        ui.hint(&Message::new("hint-no-merge-base").with("revision", revision));
    }
    let found = impact::impact(&workspace, &base, &global.locale)?;
    for path in &found.closed {
        ui.error(&Message::new("error-closed").with("path", path.as_str()));
    }
    Ok(report::Impact::Workspace(base, found))
}

/// Returns whether a translation that held would not hold any more.
fn makes_stale(impact: &report::Impact) -> bool {
    match impact {
        report::Impact::Document(_, blocks) => {
            let sentences = |block: &Block| block.segments.iter().any(|sentence| sentence.effect == Effect::Stale);
            blocks.iter().any(sentences)
        }
        report::Impact::Workspace(_, found) => {
            // Nobody knows what a catalog holds that cannot be read.
            !found.closed.is_empty() || found.locales.iter().any(|locale| locale.with(Effect::Stale).next().is_some())
        }
    }
}
