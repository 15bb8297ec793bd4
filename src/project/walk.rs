//! Which files are documents: the globs of the settings, less what git ignores and what we made.

use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;

use crate::config::Config;
use crate::project::disk::Root;
use crate::project::workspace::{Error, bad_settings};

/// Returns the documents of a workspace, sorted. Files that an output would write are none.
pub(super) fn documents(root: &Root, config: &Config) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut globs = OverrideBuilder::new(root.path());
    let mut any = false;
    for pattern in &config.documents {
        if pattern.contains(['*', '?', '[', '{']) {
            globs.add(pattern).map_err(|error| bad_settings(format!("documents: {error}")))?;
            any = true;
        } else {
            found.push(pattern.trim_start_matches("./").to_owned());
        }
    }
    if any {
        let globs = globs.build().map_err(|error| bad_settings(format!("documents: {error}")))?;
        let mut walker = WalkBuilder::new(root.path());
        walker.hidden(true).require_git(false).parents(false).git_global(false);
        for entry in walker.build().flatten() {
            let Ok(relative) = entry.path().strip_prefix(root.path()) else { continue };
            let Some(relative) = relative.to_str() else { continue };
            let relative = relative.replace(std::path::MAIN_SEPARATOR, "/");
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file() || kind.is_symlink());
            if is_file && globs.matched(entry.path(), false).is_whitelist() {
                found.push(relative);
            }
        }
    }
    found.sort();
    found.dedup();
    let made: std::collections::HashSet<String> = outputs(config, &found);
    found.retain(|path| !made.contains(path));
    Ok(found)
}

fn outputs(config: &Config, documents: &[String]) -> std::collections::HashSet<String> {
    let mut made = std::collections::HashSet::new();
    for output in &config.output {
        for locale in &config.targets {
            made.extend(
                documents
                    .iter()
                    .map(|document| output.path_for(document, locale))
                    .filter(|path| !documents.is_empty() && path != "README.md"),
            );
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
