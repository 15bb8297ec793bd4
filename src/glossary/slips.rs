//! What is wrong with a glossary: as a file, and as a list of terms that must not contradict each other.

use std::collections::{HashMap, HashSet};

use crate::finding::{Finding, Message, Place, Severity};
use crate::fluent::file::{self, Entry};
use crate::glossary::{ANY, EXACT, Glossary, OWN, Term, attributes, is_yes};
use crate::text::{LineIndex, Span};

const UNTRANSLATED: &str = "term-untranslated";
const TWICE: &str = "term-twice";
const CONTRADICTION: &str = "term-contradiction";
const ATTRIBUTE: &str = "term-attribute";

/// Returns what is wrong with a glossary: conflict markers, lines that are not understood, a term that stands
/// there twice; then terms without a translation, wordings of two terms, and forms both wanted and forbidden.
pub fn findings(text: &str, path: &str, locale: &str) -> Vec<Finding> {
    let file = file::read(text);
    let index = LineIndex::new(text);
    let mut found = Vec::new();
    let mut report = |code, severity, span: Span, message: Message| {
        let place = Place::indexed(path, text, &index, span);
        found.push(Finding::in_catalog(code, severity, place, locale, message));
    };
    let mut damaged = |span: Span, message: Message| report("damaged-record", Severity::Error, span, message);
    if let Some(span) = file.conflict {
        damaged(span, Message::new("damaged-conflict"));
        return found;
    }
    let mut seen = HashSet::new();
    let mut headers = HashMap::new();
    for entry in &file.entries {
        match entry {
            Entry::Junk { span, .. } => damaged(span.clone(), Message::new("damaged-term")),
            Entry::Message(term) if term.lines.len() > 1 => damaged(term.span.clone(), Message::new("damaged-term")),
            Entry::Message(term) if !seen.insert(&term.id) => {
                damaged(term.header.clone(), Message::new("damaged-term-twice").with("id", term.id.as_str()));
            }
            _ => {}
        }
        if let Entry::Message(term) = entry {
            headers.insert(term.span.start, term.header.clone());
        }
    }
    let glossary = Glossary::read(text);
    let mut about = |code, severity, term: &Term, message: Message| {
        let span = headers.get(&term.span.start).unwrap_or(&term.span).clone();
        report(code, severity, span, message);
    };
    for term in glossary.terms() {
        if term.translation.is_empty() {
            about(UNTRANSLATED, Severity::Warning, term, Message::new("finding-term-untranslated"));
        }
    }
    twice(&glossary, &mut about);
    contradictions(&glossary, &mut about);
    for message in file.messages() {
        for attribute in attributes(text, message) {
            if let Some(wrong) = wrong(&attribute.name, &attribute.value) {
                report(ATTRIBUTE, Severity::Warning, attribute.span, wrong);
            }
        }
    }
    found.sort_by_key(|finding| finding.target.as_ref().map_or(0, |place| place.span.start));
    found
}

/// Who is told what is wrong with a term.
type About<'a> = dyn FnMut(&'static str, Severity, &Term, Message) + 'a;

/// Reports a wording that another term has as well. Terms that ask for context are told apart by it.
fn twice(glossary: &Glossary, about: &mut About<'_>) {
    let mut first: HashMap<(&str, String), &Term> = HashMap::new();
    for term in glossary.terms() {
        for (language, wordings) in &term.wordings {
            for wording in wordings {
                let wording = if term.is_exact { wording.clone() } else { wording.to_lowercase() };
                let other = *first.entry((language, wording.clone())).or_insert(term);
                if other.id == term.id || other.context != term.context {
                    continue;
                }
                let same = other.translation == term.translation;
                let id = if same { "finding-term-twice" } else { "finding-term-ambiguous" };
                let message = Message::new(id).with("wording", wording).with("id", other.id.as_str());
                about(TWICE, Severity::Warning, term, message);
            }
        }
    }
}

/// Reports forms that a term forbids and that it, or another, asks for.
fn contradictions(glossary: &Glossary, about: &mut About<'_>) {
    let mut approved: HashMap<&str, Vec<&Term>> = HashMap::new();
    for term in glossary.terms() {
        term.forms().into_iter().for_each(|form| approved.entry(form).or_default().push(term));
    }
    for term in glossary.terms() {
        for form in &term.forbidden {
            let Some(others) = approved.get(form.as_str()) else { continue };
            let message = |id| Message::new(id).with("form", form.as_str());
            if others.iter().any(|other| other.id == term.id) {
                about(CONTRADICTION, Severity::Error, term, message("finding-term-forbids-itself"));
            } else if let Some(other) = others.first() {
                let message = message("finding-term-forbids-another").with("id", other.id.as_str());
                about(CONTRADICTION, Severity::Warning, term, message);
            }
        }
    }
}

/// Returns what is wrong with an attribute: a name that is none, a value that says nothing.
fn wrong(name: &str, value: &str) -> Option<Message> {
    let known = match name {
        "dnt" | "strict" => is_yes(value) || matches!(value.to_ascii_lowercase().as_str(), "no" | "false" | "否"),
        "case" => [EXACT, ANY].contains(&value),
        _ if OWN.contains(&name) => !value.is_empty(),
        _ if !is_language(name) => {
            return Some(Message::new("finding-term-attribute").with("name", name).with("known", OWN.join(", ")));
        }
        _ => !value.is_empty(),
    };
    (!known).then(|| Message::new("finding-term-value").with("name", name).with("value", value))
}

/// Whether a name can be a language tag: longer ones exist, and none that people speak.
fn is_language(name: &str) -> bool {
    let language = name.split(['-', '_']).next().unwrap_or(name);
    (2..=3).contains(&language.len()) && language.chars().all(|ch| ch.is_ascii_alphabetic())
}

/// Returns whether a glossary holds conflict markers: no page is built with it.
pub fn is_closed(text: &str) -> bool {
    file::read(text).conflict.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let found = findings(text, "glossary.ftl", "zh-CN").into_iter();
        let found: Vec<_> = found.map(|found| (found.target.map_or(0, |place| place.line), found.message.id)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_no_term_is_found() {
        check("-lab = 实验室\n    .en = lab\n\n# note\n-hall = 大厅\n", &[]);
        check("-lab = 一\n<<<<<<< HEAD\n-x = 一\n=======\n-x = 二\n>>>>>>> y\n", &[(2, "damaged-conflict")]);
        check("-lab = 鹏城\n-bad 坏\n", &[(1, "damaged-term")]);
        check("-lab = 一\n-lab = 二\n", &[(2, "damaged-term-twice")]);
    }

    #[test]
    fn a_term_says_something_and_nothing_else_twice() {
        check("# note\n-lab = {\"\"}\n    .en = lab\n", &[(2, "finding-term-untranslated")]);
        check("-a = 甲\n    .en = hall\n-b = 甲\n    .en = Hall\n", &[(3, "finding-term-twice")]);
        check("-a = 甲\n    .en = hall\n-b = 乙\n    .en = hall\n", &[(3, "finding-term-ambiguous")]);
        check("-a = 甲\n    .en = hall\n-b = 乙\n    .en = hall\n    .context = city\n", &[]);
    }

    #[test]
    fn what_is_forbidden_is_not_asked_for() {
        check("-a = 甲\n    .forbidden = 甲\n", &[(1, "finding-term-forbids-itself")]);
        check("-a = 甲\n    .forbidden = 乙\n-b = 乙\n", &[(1, "finding-term-forbids-another")]);
        check("-a = 甲\n    .forbidden = 乙\n", &[]);
    }

    #[test]
    fn attributes_have_names_and_values_that_mean_something() {
        check("-a = 甲\n    .forbiden = 乙\n", &[(2, "finding-term-attribute")]);
        check(
            "-a = 甲\n    .dnt = perhaps\n    .case = Exact\n",
            &[(2, "finding-term-value"), (3, "finding-term-value")],
        );
        check("-a = 甲\n    .dnt = no\n    .case = any\n    .zh-Hant = 甲\n", &[]);
    }
}
