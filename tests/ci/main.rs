//! What CI runs: the scripts of `ci/`, with repositories, releases and a GitHub that are folders on this disk,
//! and the files that call them.
//!
//! Where a tool is not installed that the scripts need, the tests say so and pass.
#![cfg(unix)]

mod comment;
mod files;
mod install;
mod steps;

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use tempfile::TempDir;

/// A folder in which scripts run: `bin` comes first in their PATH.
struct Desk {
    folder: TempDir,
}

/// What a script did.
struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

impl Ran {
    /// Returns what it printed, after a success.
    #[track_caller]
    fn well(self) -> String {
        assert_eq!(self.status, 0, "{}{}", self.stdout, self.stderr);
        self.stdout
    }

    /// Holds it to have failed for a reason that names `part`.
    #[track_caller]
    fn fails_with(&self, part: &str) {
        assert_ne!(self.status, 0, "{}{}", self.stdout, self.stderr);
        assert!(self.stderr.contains(part), "{}", self.stderr);
    }
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn script(name: &str) -> PathBuf {
    repository().join("ci").join(name)
}

impl Desk {
    /// Returns an empty one; `None` where a tool is missing.
    fn new(tools: &[&str]) -> Option<Desk> {
        let paths: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
        for tool in ["bash"].iter().chain(tools) {
            if !paths.iter().any(|folder| folder.join(tool).exists()) {
                eprintln!("skipped: {tool} is not installed");
                return None;
            }
        }
        let desk = Desk { folder: tempfile::tempdir().expect("a folder") };
        fs::create_dir(desk.path("bin")).expect("made");
        Some(desk)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Returns the path of a file as a value of a variable.
    fn named(&self, name: &str) -> String {
        self.path(name).to_string_lossy().into_owned()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// Returns the text of a file; empty where there is none.
    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Puts a script into PATH under the name of a program.
    fn program(&self, name: &str, lines: &str) {
        let path = format!("bin/{name}");
        self.write(&path, &format!("#!/usr/bin/env bash\nset -euo pipefail\n{lines}\n"));
        fs::set_permissions(self.path(&path), fs::Permissions::from_mode(0o755)).expect("made a program");
    }

    /// Runs a program in a folder of the desk, with these variables and no others of ours.
    fn run(&self, folder: &str, program: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        let own = Path::new(env!("CARGO_BIN_EXE_duizhao")).parent().expect("a folder").to_path_buf();
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([self.path("bin"), own].into_iter().chain(env::split_paths(&inherited)));
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.path(folder)).env_clear();
        command.env("PATH", path.expect("folders")).env("HOME", self.folder.path()).env("DESK", self.folder.path());
        command.envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("DUIZHAO_LANG", "en")]);
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), "Wei").env(format!("GIT_{role}_EMAIL"), "wei@example.org");
        }
        let output = command.envs(variables.iter().copied()).output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        let status = output.status.code().expect("a status");
        Ran { status, stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Runs a script of `ci/`.
    fn script(&self, folder: &str, name: &str, variables: &[(&str, &str)]) -> Ran {
        self.run(folder, &script(name), &[], variables)
    }

    /// Runs git and returns what it prints, without the end of the line.
    #[track_caller]
    fn git(&self, folder: &str, arguments: &[&str]) -> String {
        self.run(folder, Path::new("git"), arguments, &[]).well().trim_end().to_owned()
    }
}
