//! `man`: the manual page of the program or of one of its commands, as roff.

use duizhao::finding::Message;

use crate::args::Man;
use crate::commands::Outcome;
use crate::failure::Failure;
use crate::ui::Ui;

pub(super) fn run(own: &Man, command: clap::Command, ui: &Ui) -> Result<Outcome, Failure> {
    let page = match &own.command {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            // Built commands know the name of their page: duizhao-sync, as git's have it.
            Some(found) => found.clone(),
            None => return Err(Message::new("error-no-command").with("name", name.as_str()).into()),
        },
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text)?;
    ui.print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Clean)
}
