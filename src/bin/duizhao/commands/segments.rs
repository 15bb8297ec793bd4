//! `segments`: how files are cut. Works without a workspace.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use duizhao::finding::Message;
use duizhao::locale::Locale;
use duizhao::project::{Workspace, disk, in_parallel};
use duizhao::{config::Config, segment};

use crate::args::{Global, Segments};
use crate::commands::{Outcome, folder, inside};
use crate::failure::Failure;
use crate::report::{SegmentedDocument, SegmentedUnit, report};
use crate::ui::Ui;

pub(super) fn run(own: &Segments, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    if let Some(Err(why)) = own.source.as_deref().map(str::parse::<Locale>) {
        return Err(Message::new("error-tag").with("why", why).into());
    }
    let workspace = Workspace::open(&folder(global)).ok();
    let cutter = Cutter {
        known: workspace.iter().flat_map(|workspace| workspace.documents.iter().map(String::as_str)).collect(),
        config: workspace.as_ref().map_or_else(Config::default, |workspace| workspace.config.clone()),
        workspace: workspace.as_ref(),
        source: own.source.as_deref(),
    };
    let documents = in_parallel(&own.files, |file: &PathBuf| cutter.document(file));
    ui.print(&report(ui).segments(&documents.into_iter().collect::<Result<Vec<_>, _>>()?))?;
    Ok(Outcome::Clean)
}

/// What is needed to cut any of the files.
struct Cutter<'w> {
    workspace: Option<&'w Workspace>,
    /// The documents of the workspace.
    known: HashSet<&'w str>,
    config: Config,
    /// The language that was asked for.
    source: Option<&'w str>,
}

impl Cutter<'_> {
    fn document(&self, file: &Path) -> Result<SegmentedDocument, Failure> {
        let shown = file.to_string_lossy().into_owned();
        let place = self.workspace.and_then(|workspace| inside(workspace, file));
        let path = place.filter(|path| self.known.contains(path.as_str()));
        if let (Some(workspace), Some(path), None) = (self.workspace, &path, self.source) {
            let loaded = workspace.load_source(path)?;
            let locale = loaded.locale.clone();
            return Ok(cut(path.clone(), locale, &loaded.document, |unit| loaded.ids.get(unit).cloned()));
        }
        let text = disk::read_named(file)?;
        let locale = self.source.unwrap_or(&self.config.source).to_owned();
        let language = locale.split(['-', '_']).next().unwrap_or(&locale).to_owned();
        let document = segment::split(&text, &language, &self.config.options());
        Ok(cut(path.unwrap_or(shown), locale, &document, |_| None))
    }
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
        span: [unit.span.start, unit.span.end],
        context: document.context(unit).into_iter().map(str::to_owned).collect(),
        segments: unit.segments.clone(),
    };
    SegmentedDocument { path, locale, units: document.units.iter().enumerate().map(unit).collect() }
}
