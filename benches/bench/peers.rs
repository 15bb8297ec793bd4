//! The same work done by other tools, as whole processes over the same files.
//!
//! `make bench-peers` installs them. Each is called the way its manual says, and reads and writes the
//! format it works with (PO); a peer that is not there, or that fails, is named and skipped.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Outcome, megabytes, middle, tree};

/// Work that takes longer than this is measured once.
const LONG: Duration = Duration::from_secs(3);
/// A peer that takes longer is stopped: some never end on an unclosed code fence.
const PATIENCE: Duration = Duration::from_secs(60);

/// A file tree for both sides.
struct Ground<'g> {
    folder: &'g Path,
    bytes: usize,
}

/// One tool at one task.
struct Row {
    name: &'static str,
    command: Vec<String>,
}

/// Prints how long each tool takes for extraction, updating, publishing and checking.
pub(crate) fn table() -> Outcome<()> {
    let work = tempfile::tempdir()?;
    println!("{:<46} {:>9} {:>9} {:>10}", "whole processes", "s", "MB/s", "x duizhao");
    for (documents, what) in [(1, "one page"), (118, "118 documents"), (750, "750 documents")] {
        let tree = tree::of(documents, tree::is_balanced)?;
        let ground = Ground { folder: tree.folder.path(), bytes: tree.bytes };
        section(&format!("extract, {what}"), &ground, extraction(&ground, work.path())?)?;
        if documents == 118 {
            section("publish, 118 documents", &ground, publishing(&ground, work.path())?)?;
            section("check, 118 documents", &ground, checking(&ground, work.path())?)?;
            updating(&ground, work.path())?;
        }
        section(&format!("check the Chinese, {what}"), &ground, chinese(&ground)?)?;
    }
    Ok(())
}

/// Runs the rows of one task and prints each beside the first, which is ours.
fn section(task: &str, ground: &Ground, rows: Vec<Row>) -> Outcome<()> {
    println!("\n{task}, {:.2} MB", megabytes(ground.bytes));
    let mut ours = None;
    for row in rows {
        match measured(&row.command, ground.folder, None)? {
            Ok(seconds) => {
                let ratio = seconds / *ours.get_or_insert(seconds);
                println!("  {:<44} {seconds:>9.3} {:>9.2} {ratio:>10.1}", row.name, megabytes(ground.bytes) / seconds);
            }
            Err(why) => println!("  {:<44} {why}", row.name),
        }
    }
    Ok(())
}

/// Returns the median wall seconds of three runs, or why there are none. `before` puts the ground
/// back to where the work begins.
fn measured(
    command: &[String],
    folder: &Path,
    before: Option<&dyn Fn() -> Outcome<()>>,
) -> Outcome<Result<f64, String>> {
    let mut times = Vec::new();
    while times.len() < 3 {
        if let Some(before) = before {
            before()?;
        }
        let start = Instant::now();
        if let Err(why) = run(command, folder) {
            return Ok(Err(why));
        }
        let took = start.elapsed();
        times.push(took.as_secs_f64());
        if took > LONG {
            break;
        }
    }
    Ok(Ok(middle(times)))
}

fn run(command: &[String], folder: &Path) -> Result<(), String> {
    let [program, arguments @ ..] = command else { return Err("no command".to_owned()) };
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| "not installed".to_owned())?;
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("failed ({status})")),
            Ok(None) if start.elapsed() > PATIENCE => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("stopped after {} s", PATIENCE.as_secs()));
            }
            Ok(None) => std::thread::sleep(Duration::from_micros(500)),
            Err(error) => return Err(error.to_string()),
        }
    }
}

fn words(command: &str) -> Vec<String> {
    command.split(' ').map(str::to_owned).collect()
}

fn ours(arguments: &str) -> Row {
    let mut command = vec![env!("CARGO_BIN_EXE_duizhao").to_owned()];
    command.extend(words(arguments));
    Row { name: "duizhao", command }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Markdown to everything there is to translate, written to one file.
fn extraction(ground: &Ground, work: &Path) -> Outcome<Vec<Row>> {
    let documents = tree::documents(ground.folder)?;
    // Outside the workspace: the peers have no catalogs to look ids up in.
    let mut duizhao = ours("segments -C / --format json --output");
    duizhao.command.push(shown(&work.join("segments.json")));
    duizhao.command.extend(documents.iter().map(|path| shown(path)));
    let mut po4a = words("po4a-updatepo -f text -o markdown -M UTF-8 -p");
    let template = work.join("po4a.pot");
    let _ = fs::remove_file(&template);
    po4a.push(shown(&template));
    po4a.extend(documents.iter().flat_map(|path| ["-m".to_owned(), shown(path)]));
    let mut md2po = words("md2po --progress=none --multifile=onefile -P");
    md2po.extend([shown(&ground.folder.join("content")), shown(&work.join("md2po.pot"))]);
    let book = book(ground.folder, &documents)?;
    Ok(vec![
        duizhao,
        Row { name: "po4a-updatepo", command: po4a },
        Row { name: "md2po (translate-toolkit)", command: md2po },
        Row { name: "mdbook with mdbook-xgettext", command: [words("mdbook build"), vec![shown(&book)]].concat() },
    ])
}

/// Makes a book of the documents, as mdbook wants it.
fn book(folder: &Path, documents: &[PathBuf]) -> Outcome<PathBuf> {
    let book = folder.join("book");
    fs::create_dir_all(&book)?;
    let settings =
        "[book]\ntitle = \"Bench\"\nsrc = \"../content\"\n\n[output.xgettext]\npot-file = \"messages.pot\"\n";
    fs::write(book.join("book.toml"), settings)?;
    let content = folder.join("content");
    let mut summary = String::from("# Summary\n\n");
    for document in documents {
        let path = document.strip_prefix(&content)?.display().to_string();
        summary.push_str(&format!("- [{path}]({path})\n"));
    }
    fs::write(content.join("SUMMARY.md"), summary)?;
    Ok(book)
}

/// A full translation and the source to the translated Markdown.
fn publishing(ground: &Ground, work: &Path) -> Outcome<Vec<Row>> {
    let translation = translation(work)?;
    let mut po2md = words("po2md --progress=none -i");
    po2md.push(shown(&translation));
    po2md.extend(["-t".to_owned(), shown(&ground.folder.join("content"))]);
    po2md.extend(["-o".to_owned(), shown(&work.join("po2md"))]);
    Ok(vec![ours("build --quiet --force"), Row { name: "po2md (translate-toolkit)", command: po2md }])
}

/// A full translation to a list of what is wrong with it.
fn checking(_ground: &Ground, work: &Path) -> Outcome<Vec<Row>> {
    let translation = translation(work)?;
    let mut pofilter = words("pofilter --progress=none --language=zh_CN");
    pofilter.extend([shown(&translation), shown(&work.join("pofilter.po"))]);
    let msgfmt = [words("msgfmt -c -o /dev/null"), vec![shown(&translation)]].concat();
    Ok(vec![
        ours("check --quiet --fail-on never --output /dev/null"),
        Row { name: "pofilter (translate-toolkit)", command: pofilter },
        Row { name: "msgfmt -c (headers and formats only)", command: msgfmt },
    ])
}

/// The Chinese of full catalogs, and of the pages built from them, to a list of what is wrong with it.
fn chinese(ground: &Ground) -> Outcome<Vec<Row>> {
    run(&ours("sync --quiet").command, ground.folder)?;
    run(&ours("build --quiet --force").command, ground.folder)?;
    // It ends in 1 where it finds something.
    let autocorrect = "autocorrect --lint --quiet out; test $? -le 1";
    let autocorrect = ["sh", "-c", autocorrect].map(str::to_owned).to_vec();
    Ok(vec![
        ours("check --quiet --fail-on never --output /dev/null"),
        Row { name: "autocorrect --lint (Chinese alone)", command: autocorrect },
    ])
}

/// The template of md2po with a translation of every message: the messages themselves.
fn translation(work: &Path) -> Outcome<PathBuf> {
    let (template, translation) = (work.join("md2po.pot"), work.join("old.po"));
    let made = Command::new("msgen").arg("-o").arg(&translation).arg(&template).stderr(Stdio::null()).status();
    if made.is_ok_and(|status| status.success()) { Ok(translation) } else { Err("msgen of gettext is needed".into()) }
}

/// Every tenth paragraph changes by a word: old translations to the new source.
fn updating(ground: &Ground, work: &Path) -> Outcome<()> {
    let old = translation(work)?;
    let kept = work.join("kept");
    copy(&ground.folder.join("locales"), &kept)?;
    for path in tree::documents(ground.folder)? {
        let text = fs::read_to_string(&path)?;
        let edited = |(number, part): (usize, &str)| match part.find(". ") {
            Some(at) if number % 10 == 0 => format!("{} indeed{}", &part[..at], &part[at..]),
            _ => part.to_owned(),
        };
        let parts: Vec<String> = text.split("\n\n").enumerate().map(edited).collect();
        fs::write(&path, parts.join("\n\n"))?;
    }
    let template = work.join("new.pot");
    let mut md2po = words("md2po --progress=none --multifile=onefile -P");
    md2po.extend([shown(&ground.folder.join("content")), shown(&template)]);
    run(&md2po, ground.folder)?;
    println!("\nupdate, one paragraph in ten edited, 118 documents, {:.2} MB", megabytes(ground.bytes));
    let back = || -> Outcome<()> {
        fs::remove_dir_all(ground.folder.join("locales"))?;
        copy(&kept, &ground.folder.join("locales"))
    };
    let mut first = None;
    let from = |command: &str| [words(command), vec![shown(&old), shown(&template)]].concat();
    let pot2po =
        |command: &str| [words(command), vec![shown(&old), shown(&template), shown(&work.join("pot2po.po"))]].concat();
    for row in [
        ours("sync --quiet"),
        Row { name: "msgmerge -N (gettext, exact matches only)", command: from("msgmerge -q -N -o /dev/null") },
        Row { name: "pot2po (translate-toolkit, similar too)", command: pot2po("pot2po --progress=none -t") },
        Row { name: "msgmerge (gettext, similar too)", command: from("msgmerge -q -o /dev/null") },
    ] {
        let before: Option<&dyn Fn() -> Outcome<()>> = first.is_none().then_some(&back);
        match measured(&row.command, ground.folder, before)? {
            Ok(seconds) => {
                let ratio = seconds / *first.get_or_insert(seconds);
                println!("  {:<44} {seconds:>9.3} {:>9.2} {ratio:>10.1}", row.name, megabytes(ground.bytes) / seconds);
            }
            Err(why) => println!("  {:<44} {why}", row.name),
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error + Send + Sync>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
