//! `init`: a settings file that fits the folder.

use duizhao::finding::Message;
use duizhao::locale::Locale;
use duizhao::project::disk::Root;
use duizhao::project::init;
use duizhao::project::lock::Lock;

use crate::args::{Global, Init};
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
    let proposal = init::propose(&root, &own.source, &own.target)?;
    if root.read(&proposal.files[0].0)?.is_some() {
        let path = proposal.files[0].0.as_str();
        return Err(Message::new("error-already").with("path", path).into());
    }
    // The folder of the lock comes with the first sync; making settings needs none.
    let written = init::write(&root, &proposal, &Lock::without())?;
    ui.print(&report(ui).init(&written))?;
    ui.hint(&Message::new("hint-after-init").with("tree", proposal.tree.name()));
    Ok(Outcome::Clean)
}
