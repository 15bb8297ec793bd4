//! `build --watch`: a page is written again when its document or its catalog is saved.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The program, ended when the test is.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn duizhao(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duizhao"));
    command.current_dir(folder).args(["--lang", "en"]);
    command
}

#[test]
fn a_saved_catalog_and_a_saved_document_are_built_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    fs::create_dir(root.join("content")).expect("made");
    fs::write(root.join("content/a.md"), "One.\n").expect("written");
    fs::write(root.join("content/b.md"), "Two.\n").expect("written");
    fs::write(
        root.join("duizhao.toml"),
        "documents = [\"content/*.md\"]\n[[output]]\nname = \"page\"\npath = \"out/{path}\"\n",
    )
    .expect("written");
    assert!(duizhao(root).arg("sync").output().expect("run").status.success());
    let child = duizhao(root).args(["build", "--watch", "-q"]).stdout(Stdio::piped()).spawn().expect("started");
    let mut running = Running(child);
    let mut lines = BufReader::new(running.0.stdout.take().expect("its output")).lines();
    let mut line = || lines.next().expect("a line").expect("text");
    assert_eq!(line(), "wrote out/content/a.md");
    assert_eq!(line(), "wrote out/content/b.md");
    let catalog = root.join("locales/zh-CN/content/a.md.ftl");
    let text = fs::read_to_string(&catalog).expect("a catalog");
    fs::write(&catalog, text.replace("{\"\"}", "一。")).expect("saved");
    assert_eq!(line(), "wrote out/content/a.md");
    assert!(fs::read_to_string(root.join("out/content/a.md")).expect("a page").contains("一。"));
    fs::write(root.join("content/b.md"), "Two.\n\nThree.\n").expect("saved");
    assert_eq!(line(), "wrote out/content/b.md");
}
