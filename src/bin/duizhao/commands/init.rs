//! `init`: a settings file that fits the folder.

use duizhao::config::{self, gate::SourceChanges};
use duizhao::finding::Message;
use duizhao::locale::Locale;
use duizhao::project::disk::Root;
use duizhao::project::lock::Lock;
use duizhao::project::{git, init};

use crate::args::{self, Global, Init};
use crate::commands::{Outcome, folder};
use crate::failure::Failure;
use crate::report::report;
use crate::ui::Ui;

pub(super) fn run(own: &Init, global: &Global, ui: &Ui) -> Result<Outcome, Failure> {
    let tags = own.target.iter().chain([&own.source]);
    for tag in tags {
        if let Err(why) = tag.parse::<Locale>() {
            return Err(Message::new("error-tag").with("why", why).into());
        }
    }
    if own.target.contains(&own.source) {
        return Err(Message::new("error-target-is-source").with("locale", own.source.as_str()).into());
    }
    let root = Root::open(&folder(global))?;
    if let Some(settings) = root.read(config::FILE)? {
        if own.merge_driver {
            // Every clone of a workspace is to be told about the driver.
            let catalogs = config::read(&settings).map_err(Failure::from)?.catalogs;
            let written = init::configure_merge(&root, &catalogs, &Lock::without())?;
            ui.print(&report(ui).init(&written))?;
            ui.hint(&Message::new("hint-merge-driver-on"));
            return Ok(Outcome::Clean);
        }
        return Err(Message::new("error-already").with("path", config::FILE).into());
    }
    let proposal = init::propose(&root, &own.source, &own.target, source_changes(own, ui))?;
    if own.merge_driver {
        git::configure_merge_driver(&root)?;
    }
    // The folder of the lock comes with the first sync; making settings needs none.
    let written = init::write(&root, &proposal, &Lock::without())?;
    ui.print(&report(ui).init(&written))?;
    ui.hint(&Message::new("hint-after-init").with("tree", proposal.tree.name()));
    if own.merge_driver {
        ui.hint(&Message::new("hint-merge-driver-on"));
    } else {
        let [_, (name, value)] = git::MERGE_DRIVER;
        ui.hint(&Message::new("hint-merge-driver").with("command", format!("git config {name} \"{value}\"")));
    }
    Ok(Outcome::Clean)
}

/// Returns what a change of the source is to do to `check`: what was asked for, else what a person answers.
fn source_changes(own: &Init, ui: &Ui) -> SourceChanges {
    match own.source_changes {
        Some(args::SourceChanges::Fail) => SourceChanges::Fail,
        Some(args::SourceChanges::Advise) => SourceChanges::Advise,
        None if ui.ask(&Message::new("init-question")) => SourceChanges::Advise,
        None => SourceChanges::Fail,
    }
}
