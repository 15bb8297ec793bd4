//! Transcripts: what people type and what they see, run again and compared.
//!
//! A `*.console` file is prose in `; ` lines and commands in `$ ` lines; below a command stands what it
//! prints, lines of stderr behind `! `, and `[1]` where the exit status is not 0. Lines behind `< `
//! directly below a command are what is typed. A word `NAME=VALUE` before the program is a variable. Besides `duizhao`
//! there are the commands of `tool`, for what a person does with an editor. With
//! `SNAPSHOTS=overwrite` the files are written anew; read the difference before you keep it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// When everything is committed, so that a commit has the same hash every time.
const DAY: &str = "2020-11-07T09:00:00+0800";

/// The folder a transcript works in. It starts empty; `workspace NAME` fills it.
struct Desk {
    folder: tempfile::TempDir,
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs every command of a transcript and returns the transcript as it should read.
fn played(script: &str) -> String {
    let desk = Desk { folder: tempfile::tempdir().expect("a folder") };
    let mut out = String::new();
    let mut lines = script.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ ") else {
            out.push_str(&format!("{line}\n"));
            continue;
        };
        let mut typed = String::new();
        let mut shown = String::new();
        while let Some(line) = lines.next_if(|next| *next == "<" || next.starts_with("< ")) {
            typed.push_str(&format!("{}\n", line[1..].trim_start()));
            shown.push_str(&format!("{line}\n"));
        }
        // What stands below was printed the last time.
        let mut ended_in_blank = false;
        while let Some(next) = lines.next_if(|next| !next.starts_with("$ ") && !next.starts_with("; ")) {
            ended_in_blank = next.is_empty();
        }
        out.push_str(&format!("$ {command}\n{shown}{}", desk.run(command, &typed)));
        if ended_in_blank {
            out.push('\n');
        }
    }
    out
}

impl Desk {
    fn run(&self, command: &str, typed: &str) -> String {
        let words = words(command);
        let is_set = |name: &str| name.ends_with("EDITOR") || name.starts_with("GIT_TEST");
        let set = words.iter().take_while(|word| word.split('=').next().is_some_and(is_set));
        let (set, words) = words.split_at(set.count());
        let set: Vec<_> = set.iter().filter_map(|word| word.split_once('=')).collect();
        let (name, arguments) = words.split_first().expect("a command");
        match name.as_str() {
            "duizhao" => self.program(Path::new(env!("CARGO_BIN_EXE_duizhao")), arguments, &set, typed),
            "git" => self.program(Path::new("git"), arguments, &set, typed),
            _ => self.tool(name, &arguments.iter().map(String::as_str).collect::<Vec<_>>()),
        }
    }

    fn program(&self, program: &Path, arguments: &[String], set: &[(&str, &str)], typed: &str) -> String {
        // git finds its merge driver as a person's git does.
        let own = Path::new(env!("CARGO_BIN_EXE_duizhao")).parent().expect("a folder").to_path_buf();
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([own].into_iter().chain(env::split_paths(&inherited))).expect("folders");
        let mut running = Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .envs([("DUIZHAO_LANG", "en"), ("COLUMNS", "100"), ("GIT_CONFIG_GLOBAL", "/dev/null")])
            .envs([("GIT_CONFIG_SYSTEM", "/dev/null"), ("GIT_AUTHOR_NAME", "Wei"), ("GIT_COMMITTER_NAME", "Wei")])
            .envs([("GIT_AUTHOR_DATE", DAY), ("GIT_COMMITTER_DATE", DAY), ("GIT_DEFAULT_HASH", "sha1")])
            .env("PATH", path)
            .envs([("GIT_AUTHOR_EMAIL", "wei@example.org"), ("GIT_COMMITTER_EMAIL", "wei@example.org")])
            .env_remove("VISUAL")
            // An editor that asks the terminal would wait for ever.
            .env("EDITOR", "false")
            .envs(set.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A few lines: the pipe holds them, also when the program ends without reading them all.
        let _ = running.stdin.take().expect("a pipe").write_all(typed.as_bytes());
        let output = running.wait_with_output().expect("the program ends");
        let stdout = String::from_utf8(output.stdout).expect("UTF-8");
        let stderr = String::from_utf8(output.stderr).expect("UTF-8");
        let mut out = stdout;
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        out.extend(stderr.lines().map(|line| format!("! {line}\n")));
        if let Some(code) = output.status.code().filter(|code| *code != 0) {
            out.push_str(&format!("[{code}]\n"));
        }
        out.replace(&*self.folder.path().canonicalize().expect("a path").to_string_lossy(), "DESK")
    }

    fn tool(&self, name: &str, arguments: &[&str]) -> String {
        match (name, arguments) {
            ("workspace", ["."]) => {
                ["duizhao.toml", "README.md", "content", "docs", "locales"].into_iter().for_each(|path| {
                    copy(&repository().join(path), &self.folder.path().join(path));
                });
            }
            ("workspace", [name]) => copy(&repository().join("tests/workspaces").join(name), self.folder.path()),
            ("replace", [path, old, new]) => self.edit(path, |text| {
                assert_eq!(text.matches(old).count(), 1, "`{old}` stands not just once in {path}");
                text.replace(old, new)
            }),
            ("append", [path, text]) => self.edit(path, |old| format!("{old}{text}\n")),
            ("delete-line", [path, part]) => self.edit(path, |text| {
                assert_eq!(text.lines().filter(|line| line.contains(part)).count(), 1, "`{part}` in {path}");
                text.split_inclusive('\n').filter(|line| !line.contains(part)).collect()
            }),
            ("write", [path, text]) => {
                let path = self.folder.path().join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                fs::write(path, format!("{text}\n")).expect("written");
            }
            ("move", [from, to]) => {
                let (from, to) = (self.folder.path().join(from), self.folder.path().join(to));
                fs::rename(from, to).expect("moved");
            }
            ("link", [path, to]) => std::os::unix::fs::symlink(to, self.folder.path().join(path)).expect("linked"),
            ("clear", []) => fs::read_dir(self.folder.path()).expect("a folder").for_each(|entry| {
                let path = entry.expect("an entry").path();
                if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("removed");
            }),
            ("write-bytes", [path, hex]) => {
                let bytes: Vec<u8> = hex.split(' ').map(|byte| u8::from_str_radix(byte, 16).expect("hex")).collect();
                fs::write(self.folder.path().join(path), bytes).expect("written");
            }
            ("crlf", [path]) => self.edit(path, |text| text.replace('\n', "\r\n")),
            ("show", [path]) => return self.read(path),
            ("grep", [path, part]) => {
                return self.read(path).lines().filter(|line| line.contains(part)).map(|l| format!("{l}\n")).collect();
            }
            ("files", [folder]) => return listing(&self.folder.path().join(folder), folder),
            _ => panic!("no such command: {name} {arguments:?}"),
        }
        String::new()
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn edit(&self, path: &str, change: impl Fn(&str) -> String) {
        let old = self.read(path);
        let new = change(&old);
        assert_ne!(old, new, "nothing changed in {path}");
        fs::write(self.folder.path().join(path), new).expect("written");
    }
}

/// Splits a command line; `"…"` holds a word together, `\n` in it is a line end.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![];
    let mut rest = line.trim();
    while !rest.is_empty() {
        let end = match rest.strip_prefix('"') {
            Some(quoted) => quoted.find('"').expect("a closing quote") + 2,
            None => rest.find(' ').unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at(end);
        words.push(word.trim_matches('"').replace("\\n", "\n").replace("\\t", "\t"));
        rest = after.trim_start();
    }
    words
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder") {
            let entry = entry.expect("an entry");
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    }
}

fn listing(folder: &Path, shown: &str) -> String {
    let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")).collect();
    paths.sort_by_key(fs::DirEntry::file_name);
    let line = |entry: &fs::DirEntry| {
        let path = format!("{shown}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() { listing(&entry.path(), &path) } else { format!("{path}\n") }
    };
    paths.iter().map(line).collect()
}

#[track_caller]
fn check(path: &Path) {
    let script = fs::read_to_string(path).expect("a transcript");
    let played = played(&script);
    if played != script && env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::write(path, &played).expect("written");
        return;
    }
    if played != script {
        let diff = similar::TextDiff::from_lines(&script, &played);
        panic!("{}\n{}", path.display(), diff.unified_diff().context_radius(3));
    }
}

#[test]
#[cfg(unix)]
fn transcripts_are_as_they_were() {
    let folder = repository().join("tests/transcripts");
    let mut scripts: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    scripts.retain(|path| path.extension().is_some_and(|extension| extension == "console"));
    scripts.sort();
    assert!(scripts.len() >= 8, "too few transcripts: {scripts:?}");
    std::thread::scope(|scope| {
        let running: Vec<_> = scripts.iter().map(|path| scope.spawn(move || check(path))).collect();
        let failed = running.into_iter().filter_map(|script| script.join().err()).count();
        assert_eq!(failed, 0, "{failed} transcripts differ; read the differences above");
    });
}

#[test]
fn readme_shows_what_really_happens() {
    let readme = fs::read_to_string(repository().join("README.md")).expect("the README");
    let (_, rest) = readme.split_once("```console\n").expect("a transcript in the README");
    let (shown, _) = rest.split_once("```").expect("its end");
    let script = format!("$ workspace partly\n{shown}");
    assert_eq!(played(&script), script);
}

#[test]
fn words_are_split_as_in_a_shell() {
    assert_eq!(words("a \"b c\"  d \"e\\nf\""), ["a", "b c", "d", "e\nf"]);
}
