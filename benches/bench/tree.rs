//! A workspace of 2,000 documents with full catalogs, made from real Markdown.
//!
//! The text comes from the corpora beside the repository (`DUIZHAO_SHARED` names another folder),
//! else from `tests/corpus`. Sections of it make documents of at least 7.5 KB.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use duizhao::project::lock::Lock;
use duizhao::project::{Workspace, sync};

use crate::{Outcome, filler};

/// How many documents; with `LEAST` bytes each they make 15 MB.
const DOCUMENTS: usize = 2_000;
/// The least bytes of a document.
const LEAST: usize = 7_500;

const SETTINGS: &str = r#"documents = ["content/**/*.md", "!content/SUMMARY.md"]

[[output]]
name = "translated"
layout = "split"
path = "out/{locale}/{path}"
"#;

/// A workspace on disk, and what is in its documents.
pub(crate) struct Tree {
    /// The workspace; it goes when this is dropped.
    pub(crate) folder: tempfile::TempDir,
    /// The documents.
    pub(crate) texts: Vec<String>,
    /// Their bytes.
    pub(crate) bytes: usize,
    /// Where the text comes from.
    pub(crate) origin: &'static str,
}

/// Makes the workspace: documents, settings, catalogs, and a translation of every segment.
pub(crate) fn make() -> Outcome<Tree> {
    of(DOCUMENTS, |_| true)
}

/// Returns whether every code fence in a section is closed, and closed where it began; some programs
/// never end on one that is not.
pub(crate) fn is_balanced(section: &str) -> bool {
    section.lines().filter(|line| line.trim_start_matches(['>', ' ', '\t']).starts_with("```")).count() % 2 == 0
        && !section.contains("~~~")
}

/// Makes a workspace of so many documents out of the sections that are wanted.
pub(crate) fn of(documents: usize, wanted: impl Fn(&str) -> bool) -> Outcome<Tree> {
    let (origin, mut pieces) = pieces()?;
    pieces.retain(|piece| wanted(piece));
    let texts = documents_of(&pieces, documents);
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("duizhao.toml"), SETTINGS)?;
    for (number, text) in texts.iter().enumerate() {
        let path = folder.path().join(format!("content/{:02}/{number:04}.md", number / 50));
        fs::create_dir_all(path.parent().ok_or("a folder")?)?;
        fs::write(path, text)?;
    }
    let workspace = Workspace::open(folder.path())?;
    let lock = Lock::acquire(&workspace.root, Duration::from_secs(1))?;
    sync::sync(&workspace, &workspace.documents, &[], Some(&lock))?;
    for path in files(&folder.path().join("locales/zh-CN"), "ftl")? {
        fs::write(&path, filled(&fs::read_to_string(&path)?, filler::translation))?;
    }
    let bytes = texts.iter().map(String::len).sum();
    Ok(Tree { folder, texts, bytes, origin })
}

/// Returns the paths of a workspace's documents.
pub(crate) fn documents(folder: &Path) -> Outcome<Vec<PathBuf>> {
    files(&folder.join("content"), "md")
}

/// Returns a target catalog with a translation in every empty line; `translation` makes it of the source's line.
pub(crate) fn filled(catalog: &str, translation: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(catalog.len() * 2);
    let mut sources: VecDeque<&str> = VecDeque::new();
    for line in catalog.lines() {
        if let Some(source) = line.strip_prefix("# en: ") {
            sources.push_back(source);
        }
        if line == "    {\"\"}" {
            out.push_str("    ");
            out.push_str(&sources.pop_front().map_or_else(|| "译文。".to_owned(), &translation));
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

/// Real Markdown in sections: cut anywhere else, a code fence would stay open and swallow the rest.
fn pieces() -> Outcome<(&'static str, Vec<String>)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("DUIZHAO_SHARED").map_or_else(|| here.join("../shared"), PathBuf::from);
    let (origin, folder) = match shared.join("corpora") {
        corpora if corpora.is_dir() => ("../shared/corpora", corpora),
        _ => ("tests/corpus", here.join("tests/corpus")),
    };
    let mut pieces = Vec::new();
    for path in files(&folder, "md")? {
        // Translations, and files that are not UTF-8 on purpose.
        if path.ends_with("zh.md") {
            continue;
        }
        let Ok(text) = fs::read_to_string(&path) else { continue };
        pieces.extend(text.split_inclusive("\n\n## ").map(|section| section.trim_end_matches("## ").to_owned()));
    }
    Ok((origin, pieces))
}

fn documents_of(pieces: &[String], documents: usize) -> Vec<String> {
    let mut pieces = pieces.iter().cycle();
    let document = |number: usize| {
        let mut text = String::new();
        while text.len() < LEAST {
            text.push_str("## ");
            text.push_str(pieces.next().map_or("No corpus.", String::as_str));
            text.push_str("\n\n");
        }
        text.push_str(&format!("This was document number {number}.\n"));
        text
    };
    (0..documents).map(document).collect()
}

/// Returns the files below `folder` with an extension, sorted.
pub(crate) fn files(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, extension)?);
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
