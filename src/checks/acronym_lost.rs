//! A word in capitals that the translation does not have.

use std::collections::HashSet;

use crate::checks::words::{latin_words, overlap};
use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "acronym-lost",
    severity: [Severity::Info; 2],
    settings: &[],
    examples: &[
        Example { source: "Traces go to the OTLP endpoint.", target: "链路发往端点。", reported: &["OTLP"] },
        Example { source: "Do NOT use two APIs.", target: "不要使用两个 API。", reported: &[] },
        Example { source: "The CLI", target: "`CLI` 工具", reported: &[] },
    ],
    run,
};

/// English words that are written in capitals to be heard.
const LOUD: [&str; 22] = [
    "ALL", "ALWAYS", "AND", "ANY", "ARE", "BE", "DO", "IF", "IS", "MAY", "MUST", "NEVER", "NO", "NOT", "NOTE", "ONLY",
    "OR", "REQUIRED", "SHOULD", "THE", "TODO", "WARNING",
];

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let source = &pair.source.visible;
    // Hardly a sentence has two capitals side by side, and one in capitals alone has no acronyms.
    let capitals = |two: &[u8]| two[0].is_ascii_uppercase() && two[1].is_ascii_uppercase();
    let possible = source.as_bytes().windows(2).any(capitals) || source.contains(|ch: char| ch.is_ascii_digit());
    if !possible || !source.chars().any(char::is_lowercase) {
        return;
    }
    let target = pair.target.plain();
    let terms = pair.glossary.matches(source, pair.source_locale);
    let mut seen = HashSet::new();
    for word in latin_words(source) {
        let Some(acronym) = acronym(&source[word.clone()]) else { continue };
        // What the glossary knows has its own checks.
        let known = terms.iter().any(|found| overlap(&found.span, &word));
        if !known && seen.insert(acronym) && !target.contains(acronym) {
            report(Fault::lacking(acronym, Message::new("finding-acronym-lost").with("text", acronym)));
        }
    }
}

/// Returns a word in capitals without its plural ending.
fn acronym(word: &str) -> Option<&str> {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let word = word.strip_suffix('s').unwrap_or(word);
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let is_one = word.chars().all(|ch| ch.is_ascii_uppercase() || ch.is_ascii_digit()) && capitals > 1;
    (is_one && !LOUD.contains(&word)).then_some(word)
}
