//! The glossary of a locale: Fluent terms, `-pengcheng-lab = 鹏城实验室`, with what is known of each in its
//! attributes. docs/glossary.md describes them.

mod matching;
mod merge;
mod slips;

use std::collections::{BTreeMap, HashMap};

use crate::fluent::codec::{Piece, Value, decode};
use crate::fluent::file::{self, Message};
use crate::text::{Span, join_lines};

use matching::{Index, Token, tokens};

pub use merge::{Conflict, Merged, Proposal, Wish, merge};
pub use slips::{findings, is_closed};

/// The terms of a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    terms: Vec<Term>,
    places: HashMap<String, usize>,
    /// The wordings by language; under the empty one the words of the ids alone.
    indexes: BTreeMap<String, Index>,
}

/// A term.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// Its id without the dash.
    pub id: String,
    /// What to write for it.
    pub translation: String,
    /// What it is called in other languages, by language.
    pub wordings: BTreeMap<String, Vec<String>>,
    /// What may be written for it as well.
    pub also: Vec<String>,
    /// What must not be written for it.
    pub forbidden: Vec<String>,
    /// Words of the source one of which must stand near it: only then the term is meant.
    pub context: Vec<String>,
    /// Whether it stays as it is.
    pub is_protected: bool,
    /// Whether a translation without it is an error.
    pub is_strict: bool,
    /// Whether the source means it only in this letter case.
    pub is_exact: bool,
    /// What it is: `person`, `org`, …
    pub kind: Option<String>,
    /// What is said about it in comments.
    pub note: String,
    /// Its bytes in the glossary, comments included.
    pub span: Span,
}

/// A wording in a source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'g> {
    /// Its bytes.
    pub span: Span,
    /// The terms it may mean; never empty.
    pub terms: Vec<&'g Term>,
    /// The wording as the glossary has it for the first of them.
    pub wording: String,
}

/// A term that occurs in a source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurring {
    /// Its id without the dash.
    pub id: String,
    /// What the source calls it.
    pub wording: String,
    /// What to write for it.
    pub translation: String,
}

impl Term {
    /// Returns everything that may be written for it. `飞桨（PaddlePaddle）` is met by either part: the full
    /// form is for the first mention.
    pub fn forms(&self) -> Vec<&str> {
        let mut forms: Vec<&str> = Vec::new();
        for form in std::iter::once(&self.translation).chain(&self.also) {
            forms.push(form);
            if let Some((before, rest)) = form.split_once('（')
                && let Some(inside) = rest.strip_suffix('）')
            {
                forms.extend([before.trim(), inside.trim()]);
            }
        }
        forms.retain(|form| !form.is_empty());
        forms
    }

    /// Returns whether a translation says it. White space does not count.
    pub fn is_said_in(&self, translation: &str) -> bool {
        let text = squeezed(translation);
        self.forms().into_iter().any(|form| text.contains(&squeezed(form)))
    }

    /// Returns whether it names a person.
    pub fn is_person(&self) -> bool {
        self.kind.as_deref() == Some("person")
    }

    /// Returns what it is called in a language; without a wording of its own, by the words of its id.
    pub fn wordings_in(&self, language: &str) -> Vec<String> {
        let own = self.wordings.get(language).or_else(|| self.wordings.get(base(language)));
        own.cloned().unwrap_or_else(|| vec![self.id.replace('-', " ")])
    }
}

impl Glossary {
    /// Reads a glossary. Never fails; what is no term is passed over.
    pub fn read(text: &str) -> Glossary {
        let file = file::read(text);
        let mut glossary = Glossary::default();
        for term in file.messages().filter_map(|message| term(text, message)) {
            match glossary.places.get(&term.id) {
                Some(place) => glossary.terms[*place] = term,
                None => {
                    glossary.places.insert(term.id.clone(), glossary.terms.len());
                    glossary.terms.push(term);
                }
            }
        }
        glossary.indexes = indexes(&glossary.terms);
        glossary
    }

    /// Returns the terms, in the order of the file.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Returns the wordings in a source text, in order; where two overlap the longer is meant. `language` is
    /// the locale of the text.
    ///
    /// The time is linear in the text.
    pub fn matches(&self, source: &str, language: &str) -> Vec<Match<'_>> {
        let index = [language, base(language), ""].into_iter().find_map(|language| self.indexes.get(language));
        let Some(index) = index else { return Vec::new() };
        let found = index.find(source, &self.terms).into_iter();
        let found = found.map(|found| Match {
            span: found.span,
            terms: found.terms.iter().map(|(at, _)| &self.terms[*at]).collect(),
            wording: found.terms.into_iter().next().map(|(_, wording)| wording).unwrap_or_default(),
        });
        found.collect()
    }

    /// Returns the terms that occur in a source text, by id. `language` is the locale of the text: a term
    /// is found by its attribute of that name, such as `.en = Pengcheng Lab`, and else by the words of its id.
    pub fn occurring(&self, source: &str, language: &str) -> Vec<Occurring> {
        let mut found: Vec<Occurring> = Vec::new();
        for found_here in self.matches(source, language) {
            let Some(term) = found_here.terms.first() else { continue };
            let (id, translation) = (term.id.clone(), term.translation.clone());
            found.push(Occurring { id, wording: found_here.wording, translation });
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        found.dedup_by(|a, b| a.id == b.id);
        found
    }

    /// Returns what a value says with its terms filled in. A term that is not here stays as it is written.
    pub fn resolve(&self, value: &Value) -> String {
        match value {
            Value::Missing | Value::Above => String::new(),
            Value::Text(pieces) => pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text.clone(),
                    Piece::Term(id) => {
                        self.term(id).map_or_else(|| format!("{{ -{id} }}"), |term| term.translation.clone())
                    }
                })
                .collect(),
        }
    }

    /// Returns the value that says `text`, with the terms that `value` refers to still referred to. `None` where
    /// it cannot be told which words are the term.
    pub fn unresolved(&self, value: &Value, text: &str) -> Option<Value> {
        let Value::Text(pieces) = value else { return Some(Value::from_text(text)) };
        let terms = pieces.iter().filter_map(|piece| match piece {
            Piece::Term(id) => Some(id),
            Piece::Text(_) => None,
        });
        let old = self.resolve(value);
        let mut out = Vec::new();
        let mut rest = text;
        for id in terms {
            let said = self.resolve(&Value::Text(vec![Piece::Term(id.clone())]));
            let count = |text: &str| text.matches(&said).count();
            let at = rest.find(&said).filter(|_| count(&old) == count(text))?;
            out.push(Piece::Text(rest[..at].to_owned()));
            out.push(Piece::Term(id.clone()));
            rest = &rest[at + said.len()..];
        }
        out.push(Piece::Text(rest.to_owned()));
        out.retain(|piece| *piece != Piece::Text(String::new()));
        Some(Value::Text(out))
    }

    /// Returns whether the glossary has a term.
    pub fn has(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    fn term(&self, id: &str) -> Option<&Term> {
        self.places.get(id).map(|place| &self.terms[*place])
    }
}

/// Returns whether words stand in a text by themselves, in their letter case; the last may have an `s` behind it.
pub fn has_words(text: &str, words: &str) -> bool {
    let (text, words) = (tokens(text), tokens(words));
    let same = |(at, (found, own)): (usize, (&Token<'_>, &Token<'_>))| {
        let is_last = at + 1 == words.len();
        found.text == own.text || is_last && found.text.strip_suffix('s') == Some(own.text)
    };
    !words.is_empty() && text.windows(words.len()).any(|part| part.iter().zip(&words).enumerate().all(same))
}

/// Returns where a name stands in a text in whatever letter case, in one word or several.
pub fn find_loosely(text: &str, name: &str) -> Option<Span> {
    let name = squeezed(name).to_lowercase().replace('-', "");
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|start| {
        let mut rest = name.as_str();
        for token in &tokens[start..] {
            rest = rest.strip_prefix(token.text.to_lowercase().as_str())?;
            if rest.is_empty() {
                return Some(tokens[start].span.start..token.span.end);
            }
        }
        None
    })
}

/// The language of a tag: `en` of `en-GB`.
fn base(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}

/// A text without white space.
fn squeezed(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

fn indexes(terms: &[Term]) -> BTreeMap<String, Index> {
    let languages = terms.iter().flat_map(|term| term.wordings.keys().map(String::as_str)).chain([""]);
    let mut indexes: BTreeMap<String, Index> =
        languages.map(|language| (language.to_owned(), Index::default())).collect();
    for (language, index) in &mut indexes {
        for (at, term) in terms.iter().enumerate() {
            term.wordings_in(language).iter().for_each(|wording| index.add(at, wording));
        }
    }
    indexes
}

/// Reads a term; nothing where the message is none.
fn term(text: &str, message: &Message) -> Option<Term> {
    let lines: Vec<String> = message.lines.iter().map(|line| line.value().plain()).collect();
    let notes = message.comments.iter().map(|line| line.text.as_str());
    let mut term = Term {
        id: message.id.strip_prefix('-')?.to_owned(),
        translation: join_lines(lines),
        note: join_lines(notes),
        span: message.span.clone(),
        ..Term::default()
    };
    let mut case = None;
    for attribute in attributes(text, message) {
        let value = attribute.value;
        match attribute.name.as_str() {
            "also" => term.also = several(&value),
            "forbidden" => term.forbidden = several(&value),
            "context" => term.context = several(&value),
            "dnt" => term.is_protected = is_yes(&value),
            "strict" => term.is_strict = is_yes(&value),
            "case" => case = Some(value == EXACT),
            "kind" => term.kind = Some(value).filter(|kind| !kind.is_empty()),
            _ => {
                term.wordings.insert(attribute.name, several(&value));
            }
        }
    }
    // The Angel platform is no angel.
    term.is_exact = case.unwrap_or(term.is_protected);
    Some(term)
}

/// The attributes that say something else than a wording.
const OWN: [&str; 7] = ["also", "forbidden", "context", "dnt", "strict", "case", "kind"];
/// The values of `.case`.
const EXACT: &str = "exact";
const ANY: &str = "any";

fn is_yes(value: &str) -> bool {
    matches!(value.to_ascii_lowercase().as_str(), "yes" | "true" | "是")
}

/// The parts of a value that holds several, `a | b`.
fn several(value: &str) -> Vec<String> {
    let parts = value.split(['|', '｜']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// An attribute, `.name = value`.
struct Attribute {
    name: String,
    value: String,
    /// The bytes of its value.
    span: Span,
}

/// Reads attributes as they are written; a value may go on in the next lines.
fn attributes(text: &str, message: &Message) -> Vec<Attribute> {
    let mut found: Vec<Attribute> = Vec::new();
    let Some(span) = message.attributes.clone() else { return found };
    let mut at = span.start;
    for raw in text[span].split_inclusive('\n') {
        let line = raw.trim();
        let start = at + raw.len() - raw.trim_start().len();
        at += raw.len();
        match line.strip_prefix('.').and_then(|rest| rest.split_once('=')) {
            Some((name, rest)) => {
                let value = rest.trim();
                let end = start + line.len();
                let attribute = Attribute {
                    name: name.trim().to_owned(),
                    value: decode(value).0.plain(),
                    span: end - value.len()..end,
                };
                found.push(attribute);
            }
            None if line.is_empty() => {}
            None => {
                let Some(last) = found.last_mut() else { continue };
                last.value = join_lines([last.value.as_str(), line]);
                last.span.end = start + line.len();
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: &str = "\
-lab = 鹏城实验室
    .en = Pengcheng Lab
    .ja = 鵬城
-open-day = 开放日
-foundation = LF AI & Data 基金会
    .en = LF AI & Data Foundation
-lf = LF AI & Data
    .en = LF AI & Data
    .dnt = yes
-angel = Angel
    .en = Angel
    .dnt = yes
-story = 故事
    .en = story
-plan = 计划
    .en = plan
-source = 开源
    .en = open source
-chair = 主席
    .en = Chair of the Board
-run = 运行
    .en = training
    .context = course
-train = 训练
    .en = training
-program = 程序
    .en = program
    .context = software
";

    #[track_caller]
    fn check(source: &str, language: &str, expected: &[&str]) {
        let glossary = Glossary::read(TERMS);
        let found = glossary.matches(source, language);
        let shown: Vec<String> = found
            .iter()
            .map(|found| {
                let ids: Vec<&str> = found.terms.iter().map(|term| term.id.as_str()).collect();
                format!("{}={}", &source[found.span.clone()], ids.join("+"))
            })
            .collect();
        assert_eq!(shown, expected, "{source}");
    }

    #[test]
    fn terms_are_found_by_their_wording_or_by_their_id() {
        check("Pengcheng lab's open day", "en", &["Pengcheng lab=lab", "open day=open-day"]);
        check("the lab reopen daylight", "en", &[]);
        check("鵬城で", "ja", &["鵬城=lab"]);
        check("Pengcheng Lab", "en-GB", &["Pengcheng Lab=lab"]);
    }

    #[test]
    fn the_longest_wording_wins() {
        check(
            "The LF AI & Data Foundation and LF AI & Data.",
            "en",
            &["LF AI & Data Foundation=foundation", "LF AI & Data=lf"],
        );
    }

    #[test]
    fn the_head_word_takes_endings() {
        check("stories, planned and planning", "en", &["stories=story", "planned=plan", "planning=plan"]);
        check("Chairs of the Board", "en", &["Chairs of the Board=chair"]);
        check("open-source, open sourced", "en", &["open-source=source", "open sourced=source"]);
        check("planet, history", "en", &[]);
    }

    #[test]
    fn a_protected_name_is_meant_in_its_own_case() {
        check("Angel's angels", "en", &["Angel=angel"]);
    }

    #[test]
    fn words_in_a_name_are_no_term() {
        check("At the Open Source Summit we met.", "en", &[]);
        check("We met. Open source AI won.", "en", &["Open source=source"]);
        check("Plan B is better. Open Source Summit ended well, they say.", "en", &["Plan=plan"]);
        check("Open Source for Everybody Here", "en", &["Open Source=source"]);
    }

    #[test]
    fn context_decides_which_term_is_meant() {
        check("the training", "en", &["training=train"]);
        check("the training in two courses", "en", &["training=run"]);
        check("the program of the day", "en", &[]);
        check("a software program", "en", &["program=program"]);
    }

    #[test]
    fn each_term_is_listed_once() {
        let occurring = Glossary::read(TERMS).occurring("Pengcheng Lab, the Pengcheng lab", "en");
        let shown: Vec<_> = occurring.iter().map(|term| format!("{}={}", term.wording, term.translation)).collect();
        assert_eq!(shown, ["Pengcheng Lab=鹏城实验室"]);
    }

    #[test]
    fn a_repaired_text_still_refers_to_its_terms() {
        let glossary = Glossary::read("-lab = 鹏城实验室\n-day = 开放日\n");
        let value = |text: &str| decode(text).0;
        let repaired = |old: &str, text: &str| glossary.unresolved(&value(old), text);
        assert_eq!(repaired("在{ -lab }见面,好", "在鹏城实验室见面，好"), Some(value("在{ -lab }见面，好")));
        assert_eq!(repaired("{ -day }{ -lab }", "开放日 鹏城实验室"), Some(value("{ -day } { -lab }")));
        assert_eq!(repaired("没有", "没有。"), Some(value("没有。")));
        assert_eq!(repaired("{ -lab }", "实验室"), None);
    }

    #[test]
    fn terms_are_filled_in() {
        let glossary = Glossary::read(TERMS);
        assert_eq!(glossary.resolve(&decode("在{ -lab }见面，{ -nobody }").0), "在鹏城实验室见面，{ -nobody }");
    }

    #[test]
    fn each_part_of_a_full_form_will_do() {
        let glossary = Glossary::read("-paddle = 飞桨（PaddlePaddle）\n    .also = 百度 飞桨 | 桨\n");
        assert_eq!(glossary.terms()[0].forms(), ["飞桨（PaddlePaddle）", "飞桨", "PaddlePaddle", "百度 飞桨", "桨"]);
        assert!(glossary.terms()[0].is_said_in("在百度飞桨上"));
        assert!(!glossary.terms()[0].is_said_in("在飞浆上"));
    }

    #[test]
    fn attributes_say_what_is_known_of_a_term() {
        let text = "# One.\n# Two.\n-a = 甲\n    .en = A | the A\n    .strict = yes\n    .case = exact\n    .kind = org\n    .forbidden = 乙｜\n        丙\n";
        let glossary = Glossary::read(text);
        let term = &glossary.terms()[0];
        assert_eq!(term.wordings["en"], ["A", "the A"]);
        assert_eq!(term.forbidden, ["乙", "丙"]);
        assert_eq!((term.is_strict, term.is_exact, term.is_protected), (true, true, false));
        assert_eq!((term.kind.as_deref(), term.note.as_str()), (Some("org"), "One. Two."));
    }
}
