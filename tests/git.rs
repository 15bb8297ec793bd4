//! Branches of a real repository, merged by git: without our driver, and with it.
//!
//! Without git on this machine the tests say so and pass.

use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};

use tempfile::TempDir;

const DOCUMENT: &str = "talk.md";
const CATALOG: &str = "locales/zh-CN/talk.md.ftl";

/// A repository with a workspace of one document, everything committed.
struct Repository {
    folder: TempDir,
}

/// Who merges the catalogs.
#[derive(Clone, Copy, PartialEq)]
enum Driver {
    /// git itself: the attribute is there, and the clone has not been told about us.
    Git,
    Duizhao,
}

impl Repository {
    /// Returns a repository whose document has the given paragraphs; `None` without git.
    fn new(paragraphs: &[&str], driver: Driver) -> Option<Repository> {
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("skipped: git is not installed");
            return None;
        }
        let repository = Repository { folder: tempfile::tempdir().expect("a folder") };
        repository.git(&["init", "-q", "-b", "main"]);
        repository.write(DOCUMENT, &(paragraphs.join("\n\n") + "\n"));
        repository.duizhao(if driver == Driver::Git { &["init"] } else { &["init", "--merge-driver"] });
        repository.duizhao(&["sync"]);
        repository.commit("start");
        Some(repository)
    }

    fn run(&self, program: &Path, arguments: &[&str]) -> Output {
        let own = Path::new(env!("CARGO_BIN_EXE_duizhao")).parent().expect("a folder").to_path_buf();
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([own].into_iter().chain(env::split_paths(&inherited))).expect("folders");
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.folder.path()).env("PATH", path).env("DUIZHAO_LANG", "en");
        command.envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]);
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), "Wei").env(format!("GIT_{role}_EMAIL"), "wei@example.org");
        }
        command.output().expect("the program starts")
    }

    #[track_caller]
    fn git(&self, arguments: &[&str]) {
        let output = self.run(Path::new("git"), arguments);
        assert!(output.status.success(), "git {arguments:?}: {output:?}");
    }

    #[track_caller]
    fn duizhao(&self, arguments: &[&str]) -> String {
        let output = self.run(Path::new(env!("CARGO_BIN_EXE_duizhao")), arguments);
        assert!(output.status.success(), "duizhao {arguments:?}: {output:?}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).expect("a file")
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.path().join(path), text).expect("written");
    }

    fn commit(&self, subject: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", subject]);
    }

    /// Makes a branch off the first commit on which somebody works.
    fn branch(&self, name: &str, work: impl Fn(&Repository)) {
        self.git(&["checkout", "-q", "-b", name, "main"]);
        work(self);
        self.commit(name);
    }

    /// Merges both branches and returns whether there was no conflict.
    fn merges(&self) -> bool {
        self.git(&["checkout", "-q", "ours"]);
        let output = self.run(Path::new("git"), &["merge", "-q", "--no-edit", "theirs"]);
        assert!(output.status.code().is_some_and(|code| code < 2), "{output:?}");
        output.status.success()
    }

    /// Translates the sentence that begins with a word: its line of `{""}` becomes `text`.
    fn translate(&self, sentence: &str, text: &str) {
        let catalog = self.read(CATALOG);
        let parsed = duizhao::catalog::read(catalog.clone(), "en");
        let lines = parsed.records.iter().flat_map(|record| record.sources.iter().zip(&record.targets));
        let (_, target) = lines.into_iter().find(|(source, _)| source.text.starts_with(sentence)).expect("a line");
        let mut translated = catalog;
        translated.replace_range(target.span.clone(), text);
        self.write(CATALOG, &translated);
    }

    /// Changes a word of the document and syncs.
    fn edit(&self, old: &str, new: &str) {
        let document = self.read(DOCUMENT);
        assert_eq!(document.matches(old).count(), 1, "{old}");
        self.write(DOCUMENT, &document.replace(old, new));
        self.duizhao(&["sync"]);
    }

    /// Returns state, source and translation of every segment, one a line, after a sync.
    fn states(&self) -> Vec<String> {
        self.duizhao(&["sync"]);
        let json: serde_json::Value =
            serde_json::from_str(&self.duizhao(&["blame", "--format", "json"])).expect("JSON");
        let segments = json["segments"].as_array().expect("segments").iter();
        segments
            .map(|it| {
                let text = |key: &str| it[key].as_str().unwrap_or("-").to_owned();
                format!("{}: {} {}", text("state"), text("made_from"), text("translation"))
            })
            .collect()
    }
}

const FAR: [&str; 5] = ["First one.", "Between a.", "Between b.", "Between c.", "Last one."];
const NEAR: [&str; 2] = ["First one. And more.", "Last one."];

#[test]
fn git_alone_merges_translations_of_units_that_are_apart() {
    let Some(repository) = Repository::new(&FAR, Driver::Git) else { return };
    repository.branch("ours", |it| it.translate("First", "第一。"));
    repository.branch("theirs", |it| it.translate("Last", "最后。"));
    assert!(repository.merges());
    let states = repository.states();
    assert_eq!([&states[0], &states[4]], ["translated: First one. 第一。", "translated: Last one. 最后。"]);
}

#[test]
fn git_alone_merges_edits_of_paragraphs_that_are_apart_each_synced() {
    let Some(repository) = Repository::new(&FAR, Driver::Git) else { return };
    repository.translate("First", "第一。");
    repository.translate("Last", "最后。");
    repository.commit("translated");
    repository.branch("ours", |it| it.edit("First one.", "First two."));
    repository.branch("theirs", |it| it.edit("Last one.", "Last two."));
    assert!(repository.merges());
    assert_eq!(repository.duizhao(&["sync", "--check"]), "nothing to do: all 2 catalogs are in step\n");
    let states = repository.states();
    assert_eq!([&states[0], &states[4]], ["stale: First one. 第一。", "stale: Last one. 最后。"]);
}

/// The same work on units that touch: git sees changes in neighbouring lines.
fn near(driver: Driver) -> Option<(Repository, bool)> {
    let repository = Repository::new(&NEAR, driver)?;
    repository.branch("ours", |it| it.translate("First", "第一。"));
    repository.branch("theirs", |it| it.translate("And", "还有。"));
    let merged = repository.merges();
    Some((repository, merged))
}

#[test]
fn git_alone_cannot_merge_neighbouring_lines() {
    let Some((repository, merged)) = near(Driver::Git) else { return };
    assert!(!merged);
    assert!(repository.read(CATALOG).contains("<<<<<<<"));
}

#[test]
fn the_driver_merges_neighbouring_lines() {
    let Some((repository, merged)) = near(Driver::Duizhao) else { return };
    assert!(merged);
    let expected = ["translated: First one. 第一。", "translated: And more. 还有。", "missing: Last one. -"];
    assert_eq!(repository.states(), expected);
}

#[test]
fn the_driver_merges_edits_and_translations_of_one_paragraph() {
    // Between the paragraphs git needs a few lines of the document that nobody changed.
    let Some(repository) = Repository::new(&FAR, Driver::Duizhao) else { return };
    repository.translate("First", "第一。");
    repository.translate("Last", "最后。");
    repository.commit("translated");
    repository.branch("ours", |it| {
        it.edit("First one.", "First two.\n\nBrand new.");
        it.translate("Between b", "乙。");
    });
    repository.branch("theirs", |it| {
        it.translate("First", "首先。");
        it.translate("Between a", "甲。");
        it.edit("Last one.", "Last two.\n\nEven newer.");
        it.translate("Even", "更新。");
    });
    assert!(repository.merges());
    let expected = [
        "stale: First one. 首先。",
        "missing: Brand new. -",
        "translated: Between a. 甲。",
        "translated: Between b. 乙。",
        "missing: Between c. -",
        "stale: Last one. 最后。",
        "translated: Even newer. 更新。",
    ];
    assert_eq!(repository.states(), expected);
}

#[test]
fn two_translations_of_one_sentence_are_a_conflict_around_its_record_alone() {
    let Some(repository) = Repository::new(&NEAR, Driver::Duizhao) else { return };
    repository.branch("ours", |it| it.translate("Last", "最后。"));
    repository.branch("theirs", |it| {
        it.translate("Last", "末了。");
        it.translate("First", "第一。");
    });
    assert!(!repository.merges());
    let catalog = repository.read(CATALOG);
    let (before, rest) = catalog.split_once("<<<<<<< ours\n").expect("a marker");
    assert!(before.contains("第一。"), "{catalog}");
    assert!(rest.starts_with("# en: Last one.\n") && rest.ends_with("末了。\n>>>>>>> theirs\n"), "{catalog}");
    // Whoever takes one of the two has a catalog again.
    let (ours, _) = rest.split_once("=======\n").expect("a marker");
    repository.write(CATALOG, &format!("{before}{ours}"));
    assert_eq!(repository.states()[2], "translated: Last one. 最后。");
}

#[test]
fn a_catalog_with_markers_is_merged_as_text() {
    let Some(repository) = Repository::new(&FAR, Driver::Duizhao) else { return };
    let catalog = repository.read(CATALOG);
    repository.write("base", &catalog);
    repository.write("ours", &format!("{catalog}<<<<<<< x\n"));
    repository.write("theirs", &catalog.replacen("{\"\"}", "第一。", 1));
    let said = repository.duizhao(&["merge", "base", "ours", "theirs", CATALOG]);
    assert_eq!(said, format!("{CATALOG}: merged as text, because a version holds conflict markers or is not UTF-8\n"));
    let merged = repository.read("ours");
    assert!(merged.contains("第一。") && merged.ends_with("<<<<<<< x\n"), "{merged}");
}
