//! Terms in TBX (ISO 30042), the basic dialect in both of its editions.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use crate::glossary::Proposal;
use crate::locale::nearest;
use crate::project::terms::Raw;

/// One meaning, with what it is called in several languages.
#[derive(Default)]
struct Concept {
    note: String,
    terms: Vec<Term>,
}

#[derive(Default, Clone)]
struct Term {
    language: String,
    text: String,
    status: String,
}

/// What the text that comes next says.
#[derive(Clone, Copy, PartialEq)]
enum Meaning {
    Nothing,
    Term,
    Status,
    Note,
}

/// Reads a termbase. Returns `None` where it has no term in one of the languages; the error says what is not XML.
///
/// Deprecated and superseded terms are forbidden ones, admitted terms may be used as well.
pub(super) fn read(text: &str, source: &str, target: &str) -> Result<Option<Vec<Raw>>, String> {
    let concepts = concepts(text)?;
    let mut languages: Vec<&str> =
        concepts.iter().flat_map(|concept| &concept.terms).map(|term| term.language.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    let (Some(source), Some(target)) = (nearest(source, &languages), nearest(target, &languages)) else {
        return Ok(None);
    };
    Ok(Some(concepts.iter().filter_map(|concept| raw(concept, source, target)).collect()))
}

fn raw(concept: &Concept, source: &str, target: &str) -> Option<Raw> {
    let of = |language: &str, is_forbidden: bool| {
        let terms = concept.terms.iter().filter(move |term| term.is_forbidden() == is_forbidden);
        let mut terms: Vec<&Term> = terms.filter(|term| term.language == language).collect();
        terms.sort_by_key(|term| !term.status.starts_with("preferred"));
        terms.into_iter().map(|term| term.text.clone()).collect::<Vec<_>>()
    };
    let mut wordings = of(source, false).into_iter();
    let mut forms = of(target, false).into_iter();
    let source = wordings.next()?;
    let proposal = Proposal {
        wordings: wordings.collect(),
        translation: forms.next().unwrap_or_default(),
        also: forms.collect(),
        forbidden: of(target, true),
        note: concept.note.clone(),
        ..Proposal::default()
    };
    Some(Raw { source, proposal })
}

impl Term {
    fn is_forbidden(&self) -> bool {
        self.status.starts_with("deprecated") || self.status.starts_with("superseded")
    }
}

fn concepts(text: &str) -> Result<Vec<Concept>, String> {
    let mut reader = Reader::from_str(text);
    let mut concepts = Vec::new();
    let (mut concept, mut language, mut term) = (Concept::default(), String::new(), Term::default());
    let (mut meaning, mut said) = (Meaning::Nothing, String::new());
    loop {
        let at = reader.buffer_position();
        match reader.read_event().map_err(|error| format!("{error} ({at})"))? {
            Event::Start(start) => {
                meaning = match start.local_name().as_ref() {
                    "langSet" | "langSec" => {
                        language = attribute(&start, "lang");
                        Meaning::Nothing
                    }
                    "term" => Meaning::Term,
                    "termNote" if attribute(&start, "type") == "administrativeStatus" => Meaning::Status,
                    "administrativeStatus" => Meaning::Status,
                    "note" => Meaning::Note,
                    "descrip" if attribute(&start, "type") == "definition" => Meaning::Note,
                    _ => Meaning::Nothing,
                };
                said.clear();
            }
            Event::Text(text) => said.push_str(&text.xml10_content()),
            Event::CData(text) => said.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref().map_err(|error| error.to_string())? {
                Some(ch) => said.push(ch),
                None => said.push_str(resolve_xml_entity(&name.xml10_content()).unwrap_or_default()),
            },
            Event::End(end) => {
                let text = said.split_whitespace().collect::<Vec<_>>().join(" ");
                match std::mem::replace(&mut meaning, Meaning::Nothing) {
                    Meaning::Term => term.text = text,
                    Meaning::Status => term.status = text,
                    Meaning::Note if concept.note.is_empty() => concept.note = text,
                    Meaning::Note | Meaning::Nothing => {}
                }
                match end.local_name().as_ref() {
                    "tig" | "ntig" | "termSec" => {
                        term.language.clone_from(&language);
                        concept.terms.push(std::mem::take(&mut term));
                    }
                    "termEntry" | "conceptEntry" => concepts.push(std::mem::take(&mut concept)),
                    _ => {}
                }
                said.clear();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(concepts)
}

/// The value of an attribute, whatever its prefix; empty where there is none.
fn attribute(start: &BytesStart<'_>, name: &str) -> String {
    let own = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    own.map(|attribute| attribute.value.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let terms = read(text, "en", "zh-CN").expect("XML").expect("both languages");
        let shown = |raw: &Raw| {
            let it = &raw.proposal;
            format!(
                "{} {:?} = {} {:?} not {:?} # {}",
                raw.source, it.wordings, it.translation, it.also, it.forbidden, it.note
            )
        };
        assert_eq!(terms.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn both_editions_are_read() {
        check(
            r#"<?xml version="1.0"?><martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c1">
              <descrip type="definition">A lab &amp; more.</descrip>
              <langSet xml:lang="en-US"><tig><term>R&amp;D lab</term></tig></langSet>
              <langSet xml:lang="zh-Hans"><tig><term>研究所</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
                <tig><term>研发室</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
                <tig><term>研发&#x5B9E;验室</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet>
            </termEntry></body></text></martif>"#,
            &["R&D lab [] = 研发实验室 [\"研发室\"] not [\"研究所\"] # A lab & more."],
        );
        check(
            r#"<tbx style="dct" xmlns:min="m"><text><body><conceptEntry id="1"><langSec xml:lang="en"><termSec><term>hall</term></termSec>
              <termSec><term>main hall</term></termSec></langSec><langSec xml:lang="zh-CN"><termSec><term> 大
              厅 </term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>
              <conceptEntry id="2"><langSec xml:lang="en"><termSec><term>door</term></termSec></langSec></conceptEntry></body></text></tbx>"#,
            &["hall [\"main hall\"] = 大 厅 [] not [] # ", "door [] =  [] not [] # "],
        );
    }

    #[test]
    fn what_is_no_termbase_is_told() {
        assert!(read("<a><b></a>", "en", "zh-CN").is_err());
        assert_eq!(read("<martif/>", "en", "zh-CN"), Ok(None));
    }
}
