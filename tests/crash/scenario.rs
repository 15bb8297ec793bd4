//! What is run under the harness. A new command is one more element of `SCENARIOS`.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use duizhao::project::disk::Root;
use duizhao::project::journal;

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
    /// What it is told on its standard input. Such a command says what failed and goes on.
    pub(crate) input: &'static str,
    /// Files that differ from run to run and are not compared, such as one that holds a process id.
    pub(crate) volatile: &'static [&'static str],
    /// Beginnings of paths that need not survive a power cut: the order rule leaves them out.
    pub(crate) rebuildable: &'static [&'static str],
    /// Whether a second run changes nothing.
    pub(crate) settles: bool,
    /// What must hold in the folder after every run, disturbed or not, besides the rules for all.
    pub(crate) after: fn(&Path) -> Result<(), String>,
}

/// A process id, and the journal, which has an entry more after every run; its entries are looked at by `after`.
const VOLATILE: &[&str] = &[".duizhao/lock", ".duizhao/journal/*.jsonl"];

/// A batch on top of earlier files: a mode of its own, a link, a folder that is not there yet.
pub(crate) const WRITE_OVER: Scenario = Scenario {
    name: "write-over",
    prepare: prepare_old,
    program: write_batch,
    arguments: &[],
    input: "",
    volatile: VOLATILE,
    rebuildable: &[".duizhao/.gitignore"],
    settles: true,
    after: note_is_kept,
};

/// `duizhao sync` after the author has changed every document.
pub(crate) const SYNC: Scenario = Scenario {
    name: "sync",
    prepare: prepare_workspace,
    program: duizhao,
    arguments: &["sync"],
    input: "",
    volatile: VOLATILE,
    rebuildable: &[".duizhao/.gitignore"],
    settles: true,
    after: translations_are_kept,
};

/// All scenarios of a plain run.
pub(crate) const SCENARIOS: &[Scenario] = &[
    SYNC,
    Scenario { name: "sync-many", prepare: prepare_many, ..SYNC },
    Scenario { name: "sync-first", prepare: prepare_documents, after: documents_are_kept, ..SYNC },
    Scenario {
        name: "build",
        prepare: prepare_synced,
        arguments: &["build"],
        rebuildable: &[".duizhao/.gitignore", "out/"],
        ..SYNC
    },
    Scenario {
        name: "confirm",
        prepare: prepare_stale,
        arguments: &["confirm", "--all", "--unchanged"],
        after: translations_can_be_had,
        ..SYNC
    },
    Scenario {
        name: "translate",
        prepare: prepare_one_stale,
        arguments: &["translate", "--interactive", "--by", "Wei"],
        input: ANSWERS,
        after: translations_can_be_had,
        ..SYNC
    },
    Scenario {
        name: "prune",
        prepare: prepare_vanished,
        arguments: &["prune", "--orphans", "--yes"],
        after: translations_can_be_had,
        ..SYNC
    },
    Scenario { name: "review", prepare: prepare_synced, arguments: &["review", "--all", "--by", "Lan"], ..SYNC },
    Scenario {
        name: "prune-records",
        prepare: prepare_stale,
        arguments: &["prune", "--yes"],
        after: translations_can_be_had,
        ..SYNC
    },
    Scenario {
        name: "undo-first",
        prepare: prepare_first,
        arguments: &["undo"],
        settles: false,
        after: documents_are_kept,
        ..SYNC
    },
    Scenario {
        name: "redo",
        prepare: prepare_undone,
        arguments: &["undo"],
        settles: false,
        after: translations_can_be_had,
        ..SYNC
    },
    Scenario { name: "undo", prepare: prepare_stale, arguments: &["undo"], settles: false, ..SYNC },
    Scenario {
        name: "undo-prune",
        prepare: prepare_pruned,
        arguments: &["undo"],
        settles: false,
        after: translations_can_be_had,
        ..SYNC
    },
    WRITE_OVER,
    Scenario { name: "write-new", prepare: prepare_nothing, ..WRITE_OVER },
    Scenario { name: "write-after-kill", prepare: prepare_killed, ..WRITE_OVER },
];

/// The same batch written as one should not, for the harness's own test.
pub(crate) const WRONG: &[Scenario] = &[
    Scenario { name: "write-no-fsync", arguments: &["--no-fsync"], ..WRITE_OVER },
    Scenario { name: "write-truncate", arguments: &["--truncate"], ..WRITE_OVER },
];

/// The same words for every segment, so that a run that goes on after a killed one says nothing else.
const ANSWERS: &str = "新的说法。\n新的说法。\n新的说法。\n新的说法。\n新的说法。\n新的说法。\n";

const SETTINGS: &str = r#"documents = ["content/*.md"]

[[output]]
name = "pages"
path = "out/{locale}/{path}"
"#;

/// So many documents that their catalogs are waited for by several threads.
const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

const TRANSLATIONS: [&str; 3] = ["这一句已经译好。", "另一句也译好了。", "还有第三句。"];

fn prepare_documents(folder: &Path) {
    fs::create_dir_all(folder.join("content")).unwrap();
    fs::write(folder.join("duizhao.toml"), SETTINGS).unwrap();
    for name in NAMES {
        let text = format!("# Talk {name}\n\nThe doors open at nine. Lunch is at noon.\n\nBring a friend.\n");
        fs::write(folder.join(format!("content/{name}.md")), text).unwrap();
    }
}

/// Documents whose catalogs are in step and translated.
fn prepare_synced(folder: &Path) {
    prepare_documents(folder);
    run(folder, &["sync"]);
    for name in NAMES {
        let path = folder.join(format!("locales/zh-CN/content/{name}.md.ftl"));
        let catalog = fs::read_to_string(&path).unwrap();
        let (heading, rest) = catalog.split_once("{\"\"}").unwrap();
        let rest = TRANSLATIONS.iter().fold(rest.to_owned(), |text, line| text.replacen("{\"\"}", line, 1));
        fs::write(&path, format!("{heading}演讲 {name}{rest}")).unwrap();
    }
}

/// The same, and then every document changed: a sentence edited, one gone, a paragraph moved.
fn prepare_workspace(folder: &Path) {
    prepare_synced(folder);
    for name in NAMES {
        let text = format!("# Talk {name}\n\nBring a friend or two.\n\nThe doors open at ten.\n");
        fs::write(folder.join(format!("content/{name}.md")), text).unwrap();
    }
}

/// The same, and so many new documents that the catalogs are waited for together.
fn prepare_many(folder: &Path) {
    prepare_workspace(folder);
    for number in 0..3 {
        fs::write(folder.join(format!("content/more-{number}.md")), "The doors open at nine.\n").unwrap();
    }
}

fn prepare_stale(folder: &Path) {
    prepare_workspace(folder);
    run(folder, &["sync"]);
}

/// One sentence of each document changed: an answer is the only change of its file.
fn prepare_one_stale(folder: &Path) {
    prepare_synced(folder);
    for name in NAMES {
        let path = folder.join(format!("content/{name}.md"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace("at noon", "at one")).unwrap();
    }
    run(folder, &["sync"]);
}

fn prepare_vanished(folder: &Path) {
    prepare_stale(folder);
    fs::remove_file(folder.join("content/c.md")).unwrap();
}

fn prepare_pruned(folder: &Path) {
    prepare_vanished(folder);
    run(folder, &["prune", "--orphans", "--yes"]);
}

fn prepare_undone(folder: &Path) {
    prepare_pruned(folder);
    run(folder, &["undo"]);
}

fn prepare_first(folder: &Path) {
    prepare_documents(folder);
    run(folder, &["sync"]);
}

fn run(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(duizhao());
    let status = command.args(arguments).arg("--quiet").current_dir(folder).stdout(Stdio::null()).status();
    assert!(status.unwrap().success());
}

/// Every translation stands in its catalog or in the journal, whose entries are all whole.
fn translations_can_be_had(folder: &Path) -> Result<(), String> {
    let root = Root::open(folder).map_err(|error| error.to_string())?;
    let mut kept = Vec::new();
    for entry in journal::entries(&root).map_err(|error| error.to_string())? {
        let operation = journal::read(&root, &entry).ok_or(format!("{} is torn", entry.path))?;
        kept.extend(operation.files);
    }
    for name in NAMES {
        let path = format!("locales/zh-CN/content/{name}.md.ftl");
        let now = root.read(&path).map_err(|error| error.to_string())?.unwrap_or_default();
        let before = kept.iter().filter(|kept| kept.path == path).filter_map(|kept| kept.before.as_deref());
        let texts: String = before.chain([now.as_str()]).collect();
        if let Some(lost) = TRANSLATIONS.iter().find(|line| !texts.contains(**line)) {
            return Err(format!("{path} and the journal lost {lost}"));
        }
    }
    Ok(())
}

fn translations_are_kept(folder: &Path) -> Result<(), String> {
    for name in NAMES {
        let path = format!("locales/zh-CN/content/{name}.md.ftl");
        let catalog = fs::read_to_string(folder.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        if let Some(lost) = TRANSLATIONS.iter().find(|line| !catalog.contains(**line)) {
            return Err(format!("{path} lost {lost}"));
        }
    }
    documents_are_kept(folder)
}

fn documents_are_kept(folder: &Path) -> Result<(), String> {
    let kept =
        |name: &str| fs::read_to_string(folder.join(format!("content/{name}.md"))).is_ok_and(|text| text.len() > 40);
    if NAMES.into_iter().all(kept) { Ok(()) } else { Err("a document was touched".to_owned()) }
}

fn duizhao() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_duizhao"))
}

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
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    match cargo.status() {
        Ok(status) if status.success() => Ok(()),
        other => Err(format!("cannot build examples/write_batch.rs: {other:?}")),
    }
}
