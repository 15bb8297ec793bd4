//! The program: arguments in, reports out, an exit status at the end.
//!
//! 0 is clean, 1 means findings, 2 that the work could not be done. What was asked for goes to
//! stdout, everything else to stderr.

mod args;
mod commands;
mod dialogue;
mod failure;
mod report;
mod ui;
mod words;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};
use duizhao::fluent::messages::Words;

use crate::args::{Arguments, When};
use crate::failure::Failure;
use crate::ui::Ui;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let words = Words::new(&words::language(words::flag(&arguments).as_deref()));
    let command = words::localise(Arguments::command(), &words);
    let matches = match command.clone().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return usage(&error),
    };
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let ui = Ui::new(words, &arguments.global);
    match commands::run(&arguments, command, &ui) {
        Ok(outcome) => outcome.into(),
        Err(Failure::Pipe) => ExitCode::SUCCESS,
        Err(failure) => {
            ui.error(&failure.message());
            ExitCode::from(2)
        }
    }
}

/// Prints what clap has to say: help and version to stdout, what is wrong to stderr.
fn usage(error: &clap::Error) -> ExitCode {
    // Nobody is left to tell that nobody reads.
    let _ = error.print();
    ExitCode::from(if error.use_stderr() { 2 } else { 0 })
}

impl From<When> for clap::ColorChoice {
    fn from(when: When) -> clap::ColorChoice {
        match when {
            When::Auto => clap::ColorChoice::Auto,
            When::Always => clap::ColorChoice::Always,
            When::Never => clap::ColorChoice::Never,
        }
    }
}
