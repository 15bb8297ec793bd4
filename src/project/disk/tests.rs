//! What the disk refuses, keeps and leaves alone, each on a real folder.

use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::time::Duration;

use tempfile::TempDir;

use super::*;

/// A folder `repo` beside a folder `repo_outside` that nobody may touch.
struct Workspace {
    folder: TempDir,
    root: Root,
    lock: Lock,
}

impl Workspace {
    fn new(files: &[(&str, &[u8])]) -> Workspace {
        let folder = tempfile::tempdir().unwrap();
        for name in ["repo", "repo_outside"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("repo_outside/secret"), "secret").unwrap();
        let root = Root::open(&folder.path().join("repo")).unwrap();
        for (path, contents) in files {
            let place = root.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, contents).unwrap();
        }
        let lock = Lock::acquire(&root, Duration::ZERO).unwrap();
        Workspace { folder, root, lock }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn link(&self, target: &str, path: &str) {
        symlink(target, self.at(path)).unwrap();
    }

    fn write(&self, changes: &[Change]) -> Result<Vec<String>, DiskError> {
        let written = self.root.write(changes, &self.lock);
        assert_eq!(self.temporary_files(), 0, "a batch leaves no temporary file");
        assert_eq!(fs::read_to_string(self.folder.path().join("repo_outside/secret")).unwrap(), "secret");
        assert_eq!(fs::read_dir(self.folder.path().join("repo_outside")).unwrap().count(), 1);
        written
    }

    fn temporary_files(&self) -> usize {
        let names = fs::read_dir(self.root.path()).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_str().is_some_and(|name| name.ends_with(".tmp"))).count()
    }

    #[track_caller]
    fn check_read_error(&self, path: &str, expected: &str) {
        assert_eq!(self.root.read(path).unwrap_err().to_string(), expected);
    }

    #[track_caller]
    fn check_write_error(&self, changes: &[Change], expected: &str) {
        assert_eq!(self.write(changes).unwrap_err().to_string(), expected);
    }

    /// Checks that a path can neither be read nor written.
    #[track_caller]
    fn check_refused(&self, path: &str, expected: &str) {
        self.check_read_error(path, expected);
        self.check_write_error(&[change(path, "new")], expected);
    }
}

fn change(path: &str, contents: &str) -> Change {
    change_from(path, contents, Before::Anything)
}

fn change_from(path: &str, contents: &str, before: Before) -> Change {
    Change { path: path.to_string(), contents: contents.to_string(), before, durability: Durability::Synced }
}

#[test]
fn new_files_and_folders_are_written_and_read_back() {
    let workspace = Workspace::new(&[]);
    let text = "\u{feff}一\r\n二";
    let written = workspace.write(&[change("a/b/c.md", text), change("out.md", "")]).unwrap();
    assert_eq!(written, ["a/b/c.md", "out.md"]);
    assert_eq!(workspace.root.read("a/b/c.md").unwrap().as_deref(), Some(text));
    assert_eq!(workspace.root.read("out.md").unwrap().as_deref(), Some(""));
    assert_eq!(workspace.root.read("none.md").unwrap(), None);
    assert_eq!(workspace.root.read("out.md/none.md").unwrap(), None);
}

#[test]
fn file_that_would_not_change_is_not_touched() {
    let workspace = Workspace::new(&[("same.md", b"same"), ("other.md", b"old")]);
    let before = fs::metadata(workspace.at("same.md")).unwrap();
    let written = workspace.write(&[change("same.md", "same"), change("other.md", "new")]).unwrap();
    let after = fs::metadata(workspace.at("same.md")).unwrap();
    assert_eq!(written, ["other.md"]);
    assert_eq!((before.ino(), before.mtime_nsec()), (after.ino(), after.mtime_nsec()));
}

#[test]
fn path_that_leaves_by_its_letters_is_refused() {
    let workspace = Workspace::new(&[]);
    for path in ["", "/etc/passwd", "..", "../repo_outside/secret", "a/../../x", "a//b", "./a", "a/.", "a\0b"] {
        workspace.check_refused(path, &format!("`{path}` is not a path inside the workspace"));
    }
}

#[test]
fn link_out_of_the_workspace_is_refused() {
    let workspace = Workspace::new(&[]);
    workspace.link("../repo_outside", "folder");
    workspace.link("../repo_outside/secret", "file");
    workspace.link("/dev/zero", "device");
    for path in ["folder/secret", "folder/new", "folder/new/new", "file", "device"] {
        workspace.check_refused(path, &format!("`{path}` is not a path inside the workspace"));
    }
}

#[test]
fn link_to_nothing_is_refused() {
    let workspace = Workspace::new(&[]);
    workspace.link("nothing", "dangling");
    workspace.link("loop", "loop");
    for path in ["dangling", "dangling/x"] {
        workspace.check_refused(path, &format!("`{path}` is a link to a file that does not exist"));
    }
    assert!(matches!(workspace.root.read("loop"), Err(DiskError::Read { .. })));
}

#[test]
fn link_inside_the_workspace_is_followed_and_stays_a_link() {
    let workspace = Workspace::new(&[("content/a.md", b"old")]);
    workspace.link("content/a.md", "a.md");
    workspace.write(&[change_from("a.md", "new", Before::Is("old".to_string()))]).unwrap();
    assert!(fs::symlink_metadata(workspace.at("a.md")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(workspace.at("content/a.md")).unwrap(), "new");
}

#[test]
fn git_folder_is_refused_under_all_its_names() {
    let workspace = Workspace::new(&[(".git/config", b"[core]"), ("sub/.git/config", b"[core]")]);
    workspace.link(".git", "link");
    for path in
        [".git", ".git/config", "sub/.git/config", ".GIT/x", ".git./x", "git~1/x", ".g\u{200c}it/x", "link/config"]
    {
        workspace.check_refused(path, &format!("`{path}` is in a `.git` folder, which is not touched"));
    }
    workspace.write(&[change(".gitattributes", "*.ftl eol=lf"), change("a.git/x", "")]).unwrap();
}

#[test]
fn what_is_not_a_regular_file_is_not_opened() {
    let workspace = Workspace::new(&[("folder.md/x", b"")]);
    let _socket = UnixListener::bind(workspace.at("socket.md")).unwrap();
    for path in ["folder.md", "socket.md"] {
        workspace.check_refused(path, &format!("`{path}` is not a regular file"));
    }
    // Opening a pipe for reading would wait for a writer, and this test with it.
    #[allow(clippy::disallowed_methods, reason = "the library cannot make a pipe")]
    let made = std::process::Command::new("mkfifo").arg(workspace.at("pipe.md")).status();
    if made.is_ok_and(|status| status.success()) {
        workspace.check_refused("pipe.md", "`pipe.md` is not a regular file");
    }
}

#[test]
fn bad_byte_is_named_with_line_and_column() {
    let workspace = Workspace::new(&[("gbk.md", b"# A\r\n\xe5\xaf\xb9 \xb6\xd4"), ("cut.md", b"a\n\xe5\xaf")]);
    workspace.check_read_error("gbk.md", "`gbk.md` is not UTF-8: the first bad byte is at line 2, column 3");
    workspace.check_read_error("cut.md", "`cut.md` is not UTF-8: the first bad byte is at line 2, column 1");
    workspace.write(&[change("gbk.md", "对")]).unwrap();
}

#[test]
fn file_over_the_limit_is_not_read() {
    let workspace = Workspace::new(&[]);
    File::create(workspace.at("huge.md")).unwrap().set_len(LIMIT + 1).unwrap();
    workspace.check_read_error("huge.md", "`huge.md` is larger than 256 MiB");
}

#[test]
fn file_changed_by_another_program_stops_the_whole_batch() {
    let workspace = Workspace::new(&[("a.md", b"theirs")]);
    for before in [Before::Is("ours".to_string()), Before::Absent] {
        let changes = [change("b.md", "new"), change_from("a.md", "new", before)];
        workspace.check_write_error(
            &changes,
            "`a.md` was changed by another program in the meantime and was not overwritten",
        );
    }
    let changes = [change_from("c.md", "new", Before::Is(String::new()))];
    workspace
        .check_write_error(&changes, "`c.md` was changed by another program in the meantime and was not overwritten");
    assert_eq!(workspace.root.read("a.md").unwrap().as_deref(), Some("theirs"));
    assert_eq!(workspace.root.read("b.md").unwrap(), None);
}

#[test]
fn mode_is_kept_and_a_new_file_can_be_read_by_all() {
    let workspace = Workspace::new(&[("private.md", b"old"), ("shared.md", b"old")]);
    let mode = |path: &str| fs::metadata(workspace.at(path)).unwrap().mode() & 0o777;
    for (path, mode) in [("private.md", 0o600), ("shared.md", 0o666)] {
        fs::set_permissions(workspace.at(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    // What the umask leaves of 0644 here is what any program's new file has of it.
    fs::write(workspace.at("umask"), "").unwrap();
    workspace.write(&[change("private.md", "new"), change("shared.md", "new"), change("new.md", "new")]).unwrap();
    assert_eq!((mode("private.md"), mode("shared.md"), mode("new.md")), (0o600, 0o666, mode("umask") & 0o644));
}

#[test]
fn paths_that_differ_in_case_collide_before_anything_is_written() {
    let workspace = Workspace::new(&[("real.md", b"old")]);
    workspace.link("real.md", "link.md");
    for [first, second] in [["a.md", "A.md"], ["É/x", "é/X"], ["a", "a/b"], ["A/b", "a"], ["real.md", "link.md"]] {
        let expected = format!("`{second}` and `{first}` cannot both be written: on some disks they are one path");
        workspace.check_write_error(&[change("z.md", "z"), change(first, "1"), change(second, "2")], &expected);
    }
    assert_eq!(workspace.root.read("z.md").unwrap(), None);
    workspace.write(&[change("C/x", "1"), change("c/y", "2")]).unwrap();
}

#[test]
fn failure_in_the_middle_of_a_batch_leaves_no_temporary_file() {
    let workspace = Workspace::new(&[("a.md", b"old"), ("file", b"")]);
    workspace.check_write_error(
        &[change("a.md", "new"), change("file/b.md", "new")],
        "cannot write `file/b.md`: not a directory",
    );
    assert_eq!(workspace.root.read("a.md").unwrap().as_deref(), Some("old"));
}

#[test]
fn temporary_files_of_a_killed_run_are_swept_under_the_lock_only() {
    let workspace = Workspace::new(&[(".duizhao-Xy12Zk.tmp", b"half"), (".duizhao-notes", b"mine")]);
    workspace.root.write(&[change("a.md", "1")], &Lock::without()).unwrap();
    assert_eq!(workspace.temporary_files(), 1);
    workspace.write(&[change("a.md", "2")]).unwrap();
    assert!(workspace.at(".duizhao-notes").exists());
}
