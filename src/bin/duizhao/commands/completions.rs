//! `completions`: what a shell needs to complete our commands.

use crate::args::Completions;
use crate::commands::Outcome;
use crate::failure::Failure;
use crate::ui::Ui;

pub(super) fn run(own: &Completions, mut command: clap::Command, ui: &Ui) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(own.shell, &mut command, "duizhao", &mut script);
    ui.print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}
