//! `segments`: how files are cut. Works without a workspace.

use std::path::Path;

use duizhao::finding::Message;
use duizhao::locale::Locale;
use duizhao::project::{Workspace, disk};
use duizhao::{config::Config, segment};

use crate::args::{Global, Segments};
use crate::commands::{Outcome, folder, relative};
use crate::failure::Failure;
use crate::report::{SegmentedDocument, SegmentedUnit, report};
use crate::ui::Ui;

pub(super) fn run(own: &Segments, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    if let Some(Err(why)) = own.source.as_deref().map(str::parse::<Locale>) {
        return Err(Message::new("error-tag").with("why", why).into());
    }
    let workspace = Workspace::open(&folder(global)).ok();
    let documents: Result<Vec<_>, Failure> =
        own.files.iter().map(|file| document(file, workspace.as_ref(), own.source.as_deref())).collect();
    ui.print(&report(ui).segments(&documents?))?;
    Ok(Outcome::Clean)
}

fn document(file: &Path, workspace: Option<&Workspace>, source: Option<&str>) -> Result<SegmentedDocument, Failure> {
    let shown = file.to_string_lossy().into_owned();
    let path = workspace.map_or_else(|| shown.clone(), |workspace| relative(workspace, &shown));
    let known = workspace.filter(|workspace| workspace.documents.contains(&path) && source.is_none());
    if let Some(workspace) = known {
        let loaded = workspace.load(&path, &[])?;
        let locale = loaded.locale.clone();
        return Ok(cut(path, locale, &loaded.document, |unit| loaded.ids.get(unit).cloned()));
    }
    let text = disk::read_named(file)?;
    let config = workspace.map_or_else(Config::default, |workspace| workspace.config.clone());
    let locale = source.unwrap_or(&config.source).to_owned();
    let language = locale.split(['-', '_']).next().unwrap_or(&locale).to_owned();
    let document = segment::split(&text, &language, &config.options());
    Ok(cut(path, locale, &document, |_| None))
}

fn cut(
    path: String,
    locale: String,
    document: &segment::Document,
    id: impl Fn(usize) -> Option<String>,
) -> SegmentedDocument {
    let unit = |(at, unit): (usize, &segment::Unit)| SegmentedUnit {
        id: id(at),
        kind: unit.kind.name(),
        line: unit.line,
        end_line: unit.end_line,
        span: unit.span.clone(),
        context: document.context(unit).into_iter().map(str::to_owned).collect(),
        segments: unit.segments.clone(),
    };
    SegmentedDocument { path, locale, units: document.units.iter().enumerate().map(unit).collect() }
}
