//! What is run under the harness. A new command is one more element of `SCENARIOS`.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A command and the folder it starts from. It must give the same files every time.
pub(crate) struct Scenario {
    /// How the report names it.
    pub(crate) name: &'static str,
    /// Fills an empty folder.
    pub(crate) prepare: fn(&Path),
    /// The program; it runs in the folder.
    pub(crate) program: fn() -> PathBuf,
    /// Its arguments.
    pub(crate) arguments: &'static [&'static str],
    /// Files that differ from run to run and are not compared, such as one that holds a process id.
    pub(crate) volatile: &'static [&'static str],
    /// Beginnings of paths that need not survive a power cut: the order rule leaves them out.
    pub(crate) rebuildable: &'static [&'static str],
    /// What must hold in the folder after every run, disturbed or not, besides the rules for all.
    pub(crate) after: fn(&Path) -> Result<(), String>,
}

/// A batch on top of earlier files: a mode of its own, a link, a folder that is not there yet.
pub(crate) const WRITE_OVER: Scenario = Scenario {
    name: "write-over",
    prepare: prepare_old,
    program: write_batch,
    arguments: &[],
    volatile: &[".duizhao/lock"],
    rebuildable: &[".duizhao/"],
    after: note_is_kept,
};

/// All scenarios of a plain run.
// The real program goes here: `program: || PathBuf::from(env!("CARGO_BIN_EXE_duizhao")), arguments: &["sync"]`.
pub(crate) const SCENARIOS: &[Scenario] = &[
    WRITE_OVER,
    Scenario { name: "write-new", prepare: prepare_nothing, ..WRITE_OVER },
    Scenario { name: "write-after-kill", prepare: prepare_killed, ..WRITE_OVER },
];

/// The same batch written as one should not, for the harness's own test.
pub(crate) const WRONG: &[Scenario] = &[
    Scenario { name: "write-no-fsync", arguments: &["--no-fsync"], ..WRITE_OVER },
    Scenario { name: "write-truncate", arguments: &["--truncate"], ..WRITE_OVER },
];

fn prepare_nothing(folder: &Path) {
    fs::write(folder.join("note.txt"), "a translator's note").unwrap();
}

fn prepare_old(folder: &Path) {
    prepare_nothing(folder);
    fs::create_dir_all(folder.join("locales/zh-CN")).unwrap();
    fs::write(folder.join("locales/zh-CN/a.md.ftl"), "# old\n".repeat(10)).unwrap();
    fs::set_permissions(folder.join("locales/zh-CN/a.md.ftl"), fs::Permissions::from_mode(0o666)).unwrap();
    fs::write(folder.join("terms.ftl"), "# old terms\n").unwrap();
    symlink("terms.ftl", folder.join("glossary.ftl")).unwrap();
}

/// What a killed run leaves: some files done, temporary files beside the others.
fn prepare_killed(folder: &Path) {
    prepare_old(folder);
    fs::create_dir_all(folder.join("locales/en")).unwrap();
    fs::write(folder.join("locales/en/.duizhao-aB3dE6.tmp"), "half").unwrap();
    fs::write(folder.join(".duizhao-Zz0Yy1.tmp"), "").unwrap();
}

fn note_is_kept(folder: &Path) -> Result<(), String> {
    match fs::read_to_string(folder.join("note.txt")) {
        Ok(note) if note == "a translator's note" => Ok(()),
        other => Err(format!("note.txt: {other:?}")),
    }
}

/// Returns the example's program, which stands in `examples/` beside the folder of test programs.
fn write_batch() -> PathBuf {
    let harness = std::env::current_exe().unwrap();
    harness.ancestors().nth(2).unwrap().join("examples/write_batch")
}

/// Builds what cargo does not build for a single test: the example, in the profile we are built in.
pub(crate) fn build_examples() -> Result<(), String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--example", "write_batch"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    if !cfg!(feature = "cli") {
        cargo.arg("--no-default-features");
    }
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    match cargo.status() {
        Ok(status) if status.success() => Ok(()),
        other => Err(format!("cannot build examples/write_batch.rs: {other:?}")),
    }
}
