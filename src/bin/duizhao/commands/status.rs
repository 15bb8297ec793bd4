//! `status`: what every document is worth in every language.

use duizhao::finding::Message;
use duizhao::status::Counts;

use crate::args::{Global, Status};
use crate::commands::{Outcome, open, select};
use crate::failure::Failure;
use crate::report::{self, LocaleStatus};
use crate::ui::Ui;

pub(super) fn run(own: &Status, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let workspace = open(global, ui)?;
    let documents = select(&workspace, &own.documents)?;
    let counted = workspace.each(&documents, &global.locale, |loaded| {
        let count = |target: &duizhao::project::LoadedTarget| (target.locale.clone(), Counts::of(&target.entries));
        let behind = loaded.targets.iter().any(|target| loaded.is_out_of_sync(target));
        Ok((loaded.path.clone(), loaded.targets.iter().map(count).collect::<Vec<_>>(), behind))
    })?;
    let behind = counted.iter().filter(|(.., behind)| *behind).count();
    let wanted = |locale: &&String| global.locale.is_empty() || global.locale.contains(locale);
    let locales: Vec<LocaleStatus> = workspace
        .config
        .targets
        .iter()
        .filter(wanted)
        .map(|locale| {
            let own = |(path, counts, _): &(String, Vec<(String, Counts)>, bool)| {
                let (_, counts) = counts.iter().find(|(own, _)| own == locale)?;
                Some((path.clone(), *counts))
            };
            LocaleStatus { locale: locale.clone(), documents: counted.iter().filter_map(own).collect() }
        })
        .collect();
    ui.print(&report::status(ui, &locales))?;
    if behind > 0 {
        ui.hint(&Message::new("hint-behind").with("count", behind));
    }
    Ok(Outcome::Clean)
}
