//! `roundtrip`: whether files come back as they were. Works without a workspace.

use std::path::Path;

use duizhao::project::{Workspace, disk};
use duizhao::{config::Config, publish, segment};

use crate::args::{Global, Roundtrip};
use crate::commands::{Outcome, folder};
use crate::failure::Failure;
use crate::report::{self, report};
use crate::ui::Ui;

pub(super) fn run(own: &Roundtrip, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let config = Workspace::open(&folder(global)).map_or_else(|_| Config::default(), |workspace| workspace.config);
    let mut files = Vec::new();
    let mut failed = None;
    for file in &own.files {
        match disk::read_named(file) {
            Ok(text) => files.push(one(file, &text, &config, own.pseudo)),
            // The other files are still worth looking at.
            Err(error) => {
                ui.error(&error.message());
                failed = Some(error);
            }
        }
    }
    let differs = files.iter().any(|file| !file.identical);
    ui.print(&report(ui).roundtrip(&files))?;
    match failed {
        Some(_) => Err(duizhao::finding::Message::new("error-roundtrip").into()),
        None => Ok(Outcome::failing(differs)),
    }
}

fn one(file: &Path, text: &str, config: &Config, pseudo: bool) -> report::Roundtrip {
    let language = config.source.split(['-', '_']).next().unwrap_or(&config.source);
    let document = segment::split(text, language, &config.options());
    let mut result = report::Roundtrip {
        path: file.to_string_lossy().into_owned(),
        units: document.units.len(),
        identical: publish::rebuilt(text, &document) == text,
        fallbacks: Vec::new(),
        differs: None,
    };
    if pseudo {
        let found = publish::pseudo(text, language, &config.options());
        let unit = |at: &usize| document.units.get(*at).map(|unit| (unit.line, unit.joined()));
        result.fallbacks = found.refused.iter().filter_map(unit).collect();
        result.identical &= found.differs.is_none();
        result.differs = found.differs.map(|at| document.units.get(at).map_or(0, |unit| unit.line));
    }
    result
}
