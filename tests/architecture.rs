//! The layers: a module uses those below it, those named above it in its own layer, and its own
//! children; layouts and checks do not see each other; a foreign crate has one owner.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of the library by layer, in reading order.
const LAYERS: &[&[&str]] = &[
    &["text", "locale", "finding"],
    &["markdown", "fluent", "config"],
    &["segment", "glossary", "quantity"],
    &["change", "counterpart", "memory", "catalog", "align", "status", "impact", "gate"],
    &["checks", "exchange", "publish"],
    &["project"],
];

/// The layer whose modules never see each other.
const SIBLINGS: usize = 4;

/// Who may use a crate. `bin` is the program.
const OWNERS: &[(&str, &[&str])] = &[
    ("anstream", &["bin"]),
    ("anstyle", &["bin"]),
    ("blake3", &["text"]),
    ("clap", &["bin"]),
    ("clap_complete", &["bin"]),
    ("clap_mangen", &["bin"]),
    ("comfy_table", &["bin"]),
    ("console", &["bin"]),
    ("csv", &["project"]),
    ("fluent_bundle", &["fluent"]),
    ("fluent_langneg", &["locale"]),
    ("icu_segmenter", &["segment"]),
    ("ignore", &["project"]),
    ("indicatif", &["bin"]),
    ("notify", &["bin"]),
    ("memchr", &["text"]),
    ("minijinja", &["publish"]),
    ("pulldown_cmark", &["markdown"]),
    ("quick_xml", &["project"]),
    ("rayon", &["project"]),
    ("rustix", &["project"]),
    ("semver", &["config"]),
    ("serde", &["config", "project", "bin"]),
    ("serde_json", &["publish", "project", "bin"]),
    ("serde_saphyr", &["markdown"]),
    ("similar", &["change"]),
    ("sys_locale", &["bin"]),
    ("tempfile", &["project"]),
    ("thiserror", &["project"]),
    // Settings and TOML front matter.
    ("toml", &["config", "markdown"]),
    ("unic_langid", &["locale"]),
    ("unicode_normalization", &["text"]),
    ("unicode_width", &["publish", "bin"]),
];

/// Returns what is wrong with a file of a module.
fn wrong(module: &str, code: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let inside = if module == "bin" { "duizhao::" } else { "crate::" };
        for used in heads(line, inside) {
            if module != "bin" && !allowed(module, &used) {
                wrong.push(format!("{module} uses {used}: {}", line.trim()));
            }
        }
        for (name, owners) in OWNERS {
            if uses(line, name) && !owners.contains(&module) {
                wrong.push(format!("{module} uses the crate {name}, which is for {owners:?}: {}", line.trim()));
            }
        }
    }
    wrong
}

fn allowed(module: &str, used: &str) -> bool {
    let place = |name: &str| {
        LAYERS.iter().enumerate().find_map(|(layer, names)| Some((layer, names.iter().position(|own| *own == name)?)))
    };
    match (place(module), place(used)) {
        _ if module == used => true,
        (Some((layer, at)), Some((below, above))) => {
            below < layer || (below == layer && above < at && layer != SIBLINGS)
        }
        _ => false,
    }
}

/// Returns the first path segments behind `prefix`: `crate::{a::b, c}` has `a` and `c`.
fn heads(line: &str, prefix: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|ch| ch.is_alphanumeric() || *ch == '_').collect::<String>();
    let mut heads = Vec::new();
    for (at, _) in line.match_indices(prefix) {
        let rest = &line[at + prefix.len()..];
        match rest.strip_prefix('{') {
            // Nested braces never hold a module of the first level.
            Some(list) => heads.extend(list.split('}').next().unwrap_or(list).split(',').map(name)),
            None => heads.push(name(rest)),
        }
    }
    heads.retain(|head| !head.is_empty() && head.starts_with(char::is_lowercase));
    heads
}

/// Returns whether a line uses a crate: `name::…` or `use name`, and not `crate::name::…`.
fn uses(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + name.len()..];
        let starts = !before.is_some_and(|ch| ch.is_alphanumeric() || ch == '_' || ch == ':' || ch == '"');
        starts && (after.starts_with("::") || (line[..at].trim() == "use" && after.starts_with(';')))
    })
}

/// Returns the files of a folder with their code, tests left out.
fn files(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            files(&path, found);
        } else if name.ends_with(".rs") && name != "tests.rs" && !name.ends_with("_test.rs") {
            let code = fs::read_to_string(&path).expect("a source file");
            let code = code.split("#[cfg(test)]\nmod tests {").next().expect("its beginning").to_owned();
            found.push((path, code));
        }
    }
}

/// Returns the module a file belongs to; `None` for lib.rs, which names them all.
fn module(path: &Path) -> Option<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let first = path.strip_prefix(source).expect("a file of src").iter().next()?.to_string_lossy().into_owned();
    let name = first.trim_end_matches(".rs").to_owned();
    (name != "lib").then_some(name)
}

#[test]
fn modules_use_what_is_below_them() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let mut problems: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, code) in &found {
        let Some(module) = module(path) else { continue };
        let wrong = wrong(&module, code);
        if !wrong.is_empty() {
            problems.insert(path.display().to_string(), wrong);
        }
    }
    assert!(found.len() > 50, "only {} files", found.len());
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn every_dependency_has_an_owner() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("Cargo.toml");
    let manifest: toml::Table = manifest.parse().expect("TOML");
    let systems = manifest["target"].as_table().expect("a table").values();
    let tables = std::iter::once(&manifest["dependencies"]).chain(systems.map(|system| &system["dependencies"]));
    let names = tables.flat_map(|table| table.as_table().expect("a table").keys());
    let named: Vec<String> = names.map(|name| name.replace('-', "_")).collect();
    let owned: Vec<String> = OWNERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let sorted = |mut names: Vec<String>| {
        names.sort_unstable();
        names
    };
    assert_eq!(sorted(named), sorted(owned), "Cargo.toml (left) and OWNERS (right)");
}

#[test]
fn planted_upward_import_is_found() {
    assert_eq!(wrong("catalog", "use crate::project::disk;").len(), 1);
    assert_eq!(wrong("catalog", "    crate::status::join(x)").len(), 1);
    assert_eq!(wrong("publish", "use crate::{checks::Check, text::Span};").len(), 1);
    assert_eq!(wrong("text", "use crate::text::edit::Edit;"), [] as [String; 0]);
    assert_eq!(wrong("status", "use crate::catalog::Catalog; // crate::text"), [] as [String; 0]);
}

#[test]
fn planted_foreign_import_is_found() {
    assert_eq!(wrong("segment", "use pulldown_cmark::Event;").len(), 1);
    assert_eq!(wrong("checks", "    let x = serde_json::to_string(y);").len(), 1);
    assert_eq!(wrong("fluent", "use fluent_bundle::FluentBundle;\n// use clap::Parser;"), [] as [String; 0]);
    assert_eq!(wrong("catalog", "use crate::fluent::codec;"), [] as [String; 0]);
}
