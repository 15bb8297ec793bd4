//! Glossaries: what they hold, and terms from the files of other programs.
//!
//! Importing only adds. What the glossary says stays as it is, and what a file says differently is listed.

mod table;
mod tbx;

use std::path::Path;

use crate::finding::Message;
use crate::glossary::{self, Conflict, Merged, Proposal, Wish};
use crate::project::disk::{self, Before, Change, Durability};
use crate::project::journal;
use crate::project::lock::Lock;
use crate::project::workspace::{Error, Workspace};

/// What became of a file of terms in one locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The locale.
    pub locale: String,
    /// Its glossary.
    pub path: String,
    /// Ids of new terms.
    pub added: Vec<String>,
    /// Ids of terms that say more than before, or, where that was wished, something else.
    pub changed: Vec<String>,
    /// How many terms were there already, and say the same.
    pub same: usize,
    /// What the file says differently.
    pub conflicts: Vec<Conflict>,
}

/// A term as a file has it, before it is known what its brackets mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Raw {
    source: String,
    proposal: Proposal,
}

/// Adds the terms of a file to the glossaries of `locales`: of all targets that the file has, if there are none.
///
/// The error names a file that cannot be understood, or that has no terms for any of the locales.
pub fn import(
    workspace: &Workspace,
    file: &Path,
    locales: &[String],
    wish: Wish,
    lock: &Lock,
) -> Result<Vec<Imported>, Error> {
    journal::recover(&workspace.root, lock)?;
    let text = disk::read_named(file)?;
    let name = file.display().to_string();
    let source = workspace.config.source.as_str();
    let is_wanted = |locale: &&String| locales.is_empty() || locales.contains(locale);
    let (mut changes, mut imported) = (Vec::new(), Vec::new());
    for locale in workspace.config.targets.iter().filter(is_wanted).filter(|locale| *locale != source) {
        let Some(terms) = read(&name, &text, source, locale).map_err(Error::Message)? else { continue };
        let proposals: Vec<Proposal> = terms.into_iter().filter_map(proposal).collect();
        let path = workspace.config.glossary_path(locale);
        let before = workspace.root.read(&path)?;
        let old = before.as_deref().unwrap_or_default();
        if glossary::is_closed(old) {
            return Err(Error::Message(Message::new("error-closed").with("path", path)));
        }
        let Merged { text, added, changed, same, conflicts } = glossary::merge(old, source, &proposals, wish);
        imported.push(Imported { locale: locale.clone(), path: path.clone(), added, changed, same, conflicts });
        if text != old {
            let before = before.map_or(Before::Absent, Before::Is);
            changes.push(Change { path, contents: text, before, durability: Durability::Synced });
        }
    }
    if imported.is_empty() {
        let wrong = Message::new("error-terms-locales").with("path", name).with("source", source);
        return Err(Error::Message(wrong.with("targets", workspace.config.targets.join(", "))));
    }
    journal::write(&workspace.root, "glossary", &changes, &[], lock)?;
    Ok(imported)
}

/// Reads the terms of a file: TBX where it is XML, else a table. `None` where it lacks one of the languages.
fn read(name: &str, text: &str, source: &str, target: &str) -> Result<Option<Vec<Raw>>, Message> {
    let text = text.trim_start_matches('\u{feff}');
    let terms = match text.trim_start().starts_with('<') {
        true => tbx::read(text, source, target),
        false => table::read(text, source, target),
    };
    terms.map_err(|why| Message::new("error-terms-file").with("path", name).with("why", why))
}

/// Makes out what stands in brackets behind a term: an acronym is another wording, anything else says where the
/// term is meant.
fn proposal(raw: Raw) -> Option<Proposal> {
    let source = raw.source.trim();
    if source.is_empty() {
        return None;
    }
    let mut proposal = raw.proposal;
    let bracket = source.split_once(" (").and_then(|(head, rest)| Some((head.trim(), rest.strip_suffix(')')?.trim())));
    let mut wordings = match bracket {
        Some((head, inside)) if initials(head) == inside || initials(inside) == head => {
            vec![source.to_owned(), head.to_owned(), inside.to_owned()]
        }
        Some((head, inside)) => {
            let words = inside.split([',', '/', ';']).flat_map(|part| part.split(" and ")).map(str::trim);
            proposal.context.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
            vec![head.to_owned()]
        }
        None => vec![source.to_owned()],
    };
    wordings.append(&mut proposal.wordings);
    if proposal.translation.is_empty() && proposal.is_protected {
        proposal.translation.clone_from(&wordings[0]);
    }
    Some(Proposal { wordings, ..proposal })
}

/// The first letters of the words of a text, in capitals; small words between them have none.
fn initials(text: &str) -> String {
    let words = text.split([' ', '-']).filter(|word| !["of", "the", "and", "for"].contains(word));
    words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, wordings: &[&str], context: &[&str]) {
        let raw = Raw { source: source.to_owned(), proposal: Proposal::default() };
        let proposal = proposal(raw).expect("a term");
        assert_eq!(
            (proposal.wordings, proposal.context),
            (wordings.iter().map(|it| (*it).to_owned()).collect(), context.iter().map(|it| (*it).to_owned()).collect())
        );
    }

    #[test]
    fn brackets_hold_an_acronym_or_a_context() {
        check("open source", &["open source"], &[]);
        check("artificial intelligence (AI)", &["artificial intelligence (AI)", "artificial intelligence", "AI"], &[]);
        check("EDL (Elastic Deep Learning)", &["EDL (Elastic Deep Learning)", "EDL", "Elastic Deep Learning"], &[]);
        check("training (model)", &["training"], &["model"]);
        check("audience (online and offline)", &["audience"], &["online", "offline"]);
    }
}
