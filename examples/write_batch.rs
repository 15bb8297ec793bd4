//! Writes three files of the workspace in the current folder as one batch: what `tests/crash` kills and starves.
//!
//! `--no-fsync` and `--truncate` write them as one should not; the harness must be able to tell.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use duizhao::project::disk::{Before, Change, Durability, Root};
use duizhao::project::lock::Lock;

const PATHS: [&str; 3] = ["locales/en/a.md.ftl", "locales/zh-CN/a.md.ftl", "glossary.ftl"];

fn main() -> ExitCode {
    let done = match std::env::args().nth(1).as_deref() {
        None => write(Durability::Synced),
        Some("--no-fsync") => write(Durability::Rebuildable),
        Some("--truncate") => truncate(),
        Some(other) => Err(format!("unknown mode {other}").into()),
    };
    done.map_or_else(
        |error| {
            eprintln!("{error}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

fn write(durability: Durability) -> Result<(), Box<dyn Error>> {
    let root = Root::open(Path::new("."))?;
    let lock = Lock::acquire(&root, Duration::from_secs(10))?;
    let mut changes = Vec::new();
    for path in PATHS {
        let before = root.read(path)?.map_or(Before::Absent, Before::Is);
        changes.push(Change { path: path.to_string(), contents: contents(path), before, durability });
    }
    root.write(&changes, &lock)?;
    Ok(())
}

fn truncate() -> Result<(), Box<dyn Error>> {
    for path in PATHS {
        fs::create_dir_all(Path::new(path).parent().unwrap_or(Path::new("")))?;
        fs::write(path, contents(path))?;
    }
    Ok(())
}

fn contents(path: &str) -> String {
    format!("# {path}\n").repeat(1000)
}
