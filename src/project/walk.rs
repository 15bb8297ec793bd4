//! Which files are documents: the globs of the settings, less what git ignores and what we made.

use std::collections::HashSet;

use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;

use crate::config::Config;
use crate::config::output::Output;
use crate::config::template::Facts;
use crate::project::disk::Root;
use crate::project::workspace::{Error, bad_settings};

/// Returns the documents of a workspace, sorted. What a glob finds is none where an output writes it;
/// a file that the settings name is one in any case.
pub(super) fn documents(root: &Root, config: &Config) -> Result<Vec<String>, Error> {
    let is_glob = |pattern: &&String| pattern.starts_with('!') || pattern.contains(['*', '?', '[', '{']);
    let (globs, names): (Vec<&String>, Vec<&String>) = config.documents.iter().partition(is_glob);
    let mut found = if globs.is_empty() { Vec::new() } else { walk(root, &globs)? };
    let made = outputs(config, &found);
    let mut globs = OverrideBuilder::new("/");
    for glob in made.iter().filter(|path| path.contains('*')) {
        globs.add(&format!("/{glob}")).map_err(bad_glob)?;
    }
    let globs = globs.build().map_err(bad_glob)?;
    let is_made = |path: &String| {
        made.contains(path) || (!globs.is_empty() && globs.matched(format!("/{path}"), false).is_whitelist())
    };
    found.retain(|path| !is_made(path));
    found.extend(names.into_iter().map(|name| name.trim_start_matches("./").to_owned()));
    found.sort();
    found.dedup();
    Ok(found)
}

fn walk(root: &Root, patterns: &[&String]) -> Result<Vec<String>, Error> {
    let mut globs = OverrideBuilder::new(root.path());
    for pattern in patterns {
        // As everywhere in the settings, a glob is about the whole path.
        let anchored = match pattern.strip_prefix('!') {
            Some(rest) => format!("!/{rest}"),
            None => format!("/{pattern}"),
        };
        globs.add(&anchored).map_err(bad_glob)?;
    }
    let globs = globs.build().map_err(bad_glob)?;
    let mut walker = WalkBuilder::new(root.path());
    walker.hidden(true).require_git(false).parents(false).git_global(false);
    let mut found = Vec::new();
    for entry in walker.build().flatten() {
        let Ok(relative) = entry.path().strip_prefix(root.path()) else { continue };
        let Some(relative) = relative.to_str() else { continue };
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file() || kind.is_symlink());
        // A link that leads nowhere, or out of the workspace, is no document of ours.
        let is_usable = || !entry.path_is_symlink() || root.locate(relative).is_ok_and(|place| place.is_file());
        if is_file && is_usable() && globs.matched(entry.path(), false).is_whitelist() {
            found.push(relative.replace(std::path::MAIN_SEPARATOR, "/"));
        }
    }
    Ok(found)
}

fn bad_glob(error: ignore::Error) -> Error {
    Error::Message(bad_settings("settings-glob").with("why", error.to_string()))
}

/// Returns the Fluent files below a folder, sorted. A folder that is not there has none.
pub(super) fn catalogs(root: &Root, folder: &str) -> Vec<String> {
    let walker = WalkBuilder::new(root.path().join(folder)).standard_filters(false).build();
    let files = walker.flatten().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let relative = |entry: ignore::DirEntry| {
        let path = entry.path().strip_prefix(root.path()).ok()?.to_str()?;
        path.ends_with(".ftl").then(|| path.replace(std::path::MAIN_SEPARATOR, "/"))
    };
    let mut found: Vec<String> = files.filter_map(relative).collect();
    found.sort();
    found
}

/// Returns whether an output takes a document in a locale.
pub(super) fn takes(output: &Output, document: &str, locale: &str) -> bool {
    let documents = &output.documents;
    (documents.is_empty() || documents.iter().any(|glob| matches(glob, document)))
        && (output.locales.is_empty() || output.locales.iter().any(|own| own == locale))
}

/// Returns every path, or a glob for it, that an output would write for these documents.
fn outputs(config: &Config, documents: &[String]) -> HashSet<String> {
    let mut made = HashSet::new();
    for output in &config.output {
        // What the front matter says is not known here: any word may stand there.
        let any = output.reads_front_matter().then_some("*");
        for locale in config.targets.iter().chain([&config.source]) {
            let is_source = *locale == config.source;
            if is_source && output.site().is_none() {
                continue;
            }
            for document in documents.iter().filter(|document| is_source || takes(output, document, locale)) {
                let date = any.map(|any| (any, any, any));
                let facts = Facts { path: document, locale, is_source, slug: any, date };
                let path = output.path_of(&facts, &config.source);
                // An output that would overwrite its own document is an error of `build`, not a reason to lose it.
                if path != *document {
                    made.insert(path);
                }
            }
        }
    }
    made
}

/// Returns whether a path matches a glob.
pub(super) fn matches(glob: &str, path: &str) -> bool {
    if glob == path {
        return true;
    }
    let mut builder = OverrideBuilder::new("/");
    if builder.add(&format!("/{glob}")).is_err() {
        return false;
    }
    builder.build().is_ok_and(|globs| globs.matched(format!("/{path}"), false).is_whitelist())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_match_whole_paths() {
        assert!(matches("content/**/*.md", "content/a/b.md"));
        assert!(matches("content/*.md", "content/b.md"));
        assert!(!matches("content/*.md", "content/a/b.md"));
        assert!(!matches("*.md", "content/b.md"));
    }
}
