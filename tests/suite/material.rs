//! The documents: `tests/corpus` in the repository, and the corpora of the shared folder beside it.
//!
//! A test that needs the shared folder asks for it by `shared()` and passes where there is none.

use std::fs;
use std::path::{Path, PathBuf};

use duizhao::project::disk::{DiskError, read_named};
use serde_json::Value;

/// A document under test.
pub(crate) struct Sample {
    /// What it is called in lists of failures: its corpus and its path in there.
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Returns the documents of `tests/corpus`, one for each hazard.
pub(crate) fn corpus() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let files = files_below(&folder).into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "md"));
    let samples: Vec<Sample> = files.map(|path| sample(&folder, "corpus", &path).expect("UTF-8")).collect();
    assert!(samples.len() > 100, "only {} files in tests/corpus", samples.len());
    samples
}

/// Returns the folder `relative` of the shared material, or says that the test is skipped.
pub(crate) fn shared(relative: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let path = std::env::var_os("DUIZHAO_SHARED").map_or_else(beside, PathBuf::from).join(relative);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: no shared/{relative}");
    None
}

/// Returns the real documents of the round-trip corpus, and the names of those that were refused
/// because they are not UTF-8.
pub(crate) fn real_documents() -> Option<(Vec<Sample>, Vec<String>)> {
    let folder = shared("corpora/A-roundtrip/files")?;
    let mut refused = Vec::new();
    let mut samples = Vec::new();
    for path in files_below(&folder) {
        match sample(&folder, "A-roundtrip", &path) {
            Ok(sample) => samples.push(sample),
            Err(DiskError::NotUtf8 { .. }) => refused.push(name(&folder, &path)),
            Err(error) => panic!("{error}"),
        }
    }
    Some((samples, refused))
}

/// Returns the examples of the CommonMark specification.
pub(crate) fn commonmark() -> Option<Vec<Sample>> {
    let path = shared("corpora/A-roundtrip/commonmark-examples.jsonl")?;
    let example = |row: Value| Sample {
        name: format!("commonmark/{}", row["example"]),
        text: row["markdown"].as_str().expect("a text").to_owned(),
    };
    Some(json_values(&path).into_iter().map(example).collect())
}

/// Returns the JSON values of a file, one after the other: JSON Lines, or a single document.
pub(crate) fn json_values(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(&text).into_iter().collect();
    values.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the language a document is cut in: Chinese where Han characters outnumber ASCII letters.
pub(crate) fn language(text: &str) -> &'static str {
    let han = text.chars().filter(|&ch| duizhao::text::is_han(ch)).count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    if han > latin { "zh" } else { "en" }
}

fn sample(folder: &Path, corpus: &str, path: &Path) -> Result<Sample, DiskError> {
    Ok(Sample { name: format!("{corpus}/{}", name(folder, path)), text: read_named(path)? })
}

fn name(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).expect("below the folder").display().to_string()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}
