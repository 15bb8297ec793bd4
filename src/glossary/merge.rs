//! Adding terms to a glossary: bytes that say nothing new stay, and so does what people wrote.

use std::collections::{HashMap, HashSet};

use crate::fluent::codec;
use crate::fluent::file::{self, Message};
use crate::glossary::matching::tokens;
use crate::glossary::{Attribute, Glossary, Term, attributes, is_yes, several};
use crate::text::{Edit, apply, join_lines};

/// A term from somewhere else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// What the source calls it; never empty.
    pub wordings: Vec<String>,
    /// What to write for it; may be empty.
    pub translation: String,
    /// What may be written as well.
    pub also: Vec<String>,
    /// What must not be written.
    pub forbidden: Vec<String>,
    /// Words one of which must stand near it.
    pub context: Vec<String>,
    /// Whether it stays as it is.
    pub is_protected: bool,
    /// Whether a translation without it is an error.
    pub is_strict: bool,
    /// `exact` or `any`, where that is said.
    pub case: Option<String>,
    /// What it is.
    pub kind: Option<String>,
    /// What is said about it.
    pub note: String,
}

/// What becomes of a term that says something else than the glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// The glossary stays as it is.
    Keep,
    /// The glossary follows.
    Replace,
}

/// A term that says something else than the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The term in the glossary.
    pub id: String,
    /// `translation`, or the name of an attribute.
    pub field: String,
    /// What the glossary says.
    pub ours: String,
    /// What the other says.
    pub theirs: String,
}

/// A glossary with terms from somewhere else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// Its text.
    pub text: String,
    /// Ids of new terms.
    pub added: Vec<String>,
    /// Ids of terms that say more than before, or something else.
    pub changed: Vec<String>,
    /// How many terms were there already, and say the same.
    pub same: usize,
    /// What is said differently, in the order of the proposals.
    pub conflicts: Vec<Conflict>,
}

/// Returns the glossary `text` with the proposals. `language` is that of their wordings.
///
/// A proposal means the term that has one of its wordings. What the term lacks is added to it; what it says
/// differently is a conflict.
pub fn merge(text: &str, language: &str, proposals: &[Proposal], wish: Wish) -> Merged {
    let mut merger = Merger::new(text, language, wish);
    for proposal in proposals {
        match merger.known(proposal) {
            Some(id) => merger.compare(&id, proposal),
            None => merger.add(proposal),
        }
    }
    merger.finish()
}

struct Merger<'t> {
    text: &'t str,
    language: &'t str,
    wish: Wish,
    /// The terms with a wording, in small letters: id and context of each.
    wordings: HashMap<String, Vec<(String, Vec<String>)>>,
    messages: HashMap<String, Message>,
    /// What new terms say.
    fresh: HashMap<String, Proposal>,
    ids: HashSet<String>,
    edits: Vec<Edit>,
    end: String,
    merged: Merged,
}

impl<'t> Merger<'t> {
    fn new(text: &'t str, language: &'t str, wish: Wish) -> Merger<'t> {
        let messages = file::read(text).messages().map(|message| (message.id.clone(), message.clone())).collect();
        let mut merger = Merger {
            text,
            language,
            wish,
            wordings: HashMap::new(),
            messages,
            fresh: HashMap::new(),
            ids: HashSet::new(),
            edits: Vec::new(),
            end: String::new(),
            merged: Merged::default(),
        };
        for term in Glossary::read(text).terms() {
            merger.note(&term.id, &term.wordings_in(language), &term.context);
        }
        merger
    }

    fn note(&mut self, id: &str, wordings: &[String], context: &[String]) {
        self.ids.insert(id.to_owned());
        for wording in wordings {
            self.wordings.entry(key(wording)).or_default().push((id.to_owned(), context.to_vec()));
        }
    }

    /// Returns the term that a proposal means: with its context, else one where either asks for none.
    fn known(&self, proposal: &Proposal) -> Option<String> {
        let terms = || proposal.wordings.iter().filter_map(|wording| self.wordings.get(&key(wording))).flatten();
        let same = terms().find(|(_, context)| *context == proposal.context);
        let open = |(_, context): &&(String, Vec<String>)| context.is_empty() || proposal.context.is_empty();
        same.or_else(|| terms().find(open)).map(|(id, _)| id.clone())
    }

    fn add(&mut self, proposal: &Proposal) {
        let id = fresh_id(&proposal.wordings[0], &self.ids);
        self.note(&id, &proposal.wordings, &proposal.context);
        let note = join_lines(proposal.note.lines().map(str::trim));
        if !note.is_empty() {
            self.end.push_str(&format!("# {note}\n"));
        }
        self.end.push_str(&format!("-{id} = {}\n", codec::encode(&proposal.translation)));
        for (name, value) in self.fields(proposal) {
            self.end.push_str(&attribute(&name, &value));
        }
        self.end.push('\n');
        self.fresh.insert(id.clone(), proposal.clone());
        self.merged.added.push(id);
    }

    /// The attributes that say a proposal, in their order.
    fn fields(&self, proposal: &Proposal) -> Vec<(String, String)> {
        let list = |name: &str, values: &[String]| (name.to_owned(), values.join(" | "));
        let flag = |name: &str, is_set: bool| (name.to_owned(), if is_set { "yes" } else { "" }.to_owned());
        let text = |name: &str, text: &Option<String>| (name.to_owned(), text.clone().unwrap_or_default());
        let mut fields = vec![
            list(self.language, &proposal.wordings),
            list("also", &proposal.also),
            list("forbidden", &proposal.forbidden),
            list("context", &proposal.context),
            flag("dnt", proposal.is_protected),
            flag("strict", proposal.is_strict),
            text("case", &proposal.case),
            text("kind", &proposal.kind),
        ];
        fields.retain(|(_, value)| !value.is_empty());
        fields
    }

    fn compare(&mut self, id: &str, proposal: &Proposal) {
        let before = (self.edits.len(), self.merged.conflicts.len());
        if let Some(first) = self.fresh.get(id).cloned() {
            if first.translation != proposal.translation {
                self.conflict(id, "translation", &first.translation, &proposal.translation);
            }
        } else if let Some(message) = self.messages.get(&format!("-{id}")).cloned() {
            self.compare_translation(id, &message, proposal);
            self.compare_attributes(id, &message, proposal);
        }
        if self.edits.len() > before.0 && !self.merged.changed.iter().any(|changed| changed == id) {
            self.merged.changed.push(id.to_owned());
        }
        if (self.edits.len(), self.merged.conflicts.len()) == before {
            self.merged.same += 1;
        }
    }

    fn conflict(&mut self, id: &str, field: &str, ours: &str, theirs: &str) {
        let conflict =
            Conflict { id: id.to_owned(), field: field.to_owned(), ours: ours.to_owned(), theirs: theirs.to_owned() };
        self.merged.conflicts.push(conflict);
    }

    fn compare_translation(&mut self, id: &str, message: &Message, proposal: &Proposal) {
        let term: Option<Term> = super::term(self.text, message);
        let Some(term) = term.filter(|_| !proposal.translation.is_empty()) else { return };
        if term.translation == proposal.translation || term.also.contains(&proposal.translation) {
            return;
        }
        let value = codec::encode(&proposal.translation);
        let edit = match (message.lines.first(), message.lines.last()) {
            (Some(first), Some(last)) => Edit::new(first.span.start..last.span.end, value),
            _ => Edit::new(message.header.end..message.header.end, format!(" {value}")),
        };
        if term.translation.is_empty() || self.wish == Wish::Replace {
            self.edits.push(edit);
        }
        if !term.translation.is_empty() {
            self.conflict(id, "translation", &term.translation, &proposal.translation);
        }
    }

    fn compare_attributes(&mut self, id: &str, message: &Message, proposal: &Proposal) {
        let own = attributes(self.text, message);
        for (name, theirs) in self.fields(proposal) {
            let Some(ours) = own.iter().find(|attribute| attribute.name == name) else {
                let gap = if self.text[..message.span.end].ends_with('\n') { "" } else { "\n" };
                let added = format!("{gap}{}", attribute(&name, &theirs));
                self.edits.push(Edit::new(message.span.end..message.span.end, added));
                continue;
            };
            if says(ours, &theirs) {
                continue;
            }
            if self.wish == Wish::Replace {
                self.edits.push(Edit::new(ours.span.clone(), codec::encode(&theirs)));
            }
            self.conflict(id, &name, &ours.value, &theirs);
        }
    }

    fn finish(self) -> Merged {
        let mut text = apply(self.text, self.edits);
        let end = self.end.trim_end_matches('\n');
        if !end.is_empty() {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            if !text.is_empty() && !text.ends_with("\n\n") {
                text.push('\n');
            }
            text.push_str(end);
            text.push('\n');
        }
        Merged { text, ..self.merged }
    }
}

/// Whether an attribute says a value: all its parts, or the same answer.
fn says(ours: &Attribute, theirs: &str) -> bool {
    let own: Vec<String> = several(&ours.value).iter().map(|part| key(part)).collect();
    ours.value == theirs
        || (is_yes(&ours.value) && is_yes(theirs))
        || several(theirs).iter().all(|part| own.contains(&key(part)))
}

fn attribute(name: &str, value: &str) -> String {
    format!("    .{name} = {}\n", codec::encode(value))
}

/// A wording in small letters, with single spaces.
fn key(wording: &str) -> String {
    tokens(wording).iter().map(|token| token.text.to_lowercase()).collect::<Vec<_>>().join(" ")
}

/// Returns an id that is not taken, from the words of a wording.
fn fresh_id(wording: &str, taken: &HashSet<String>) -> String {
    let words = tokens(wording).into_iter().map(|token| token.text.to_ascii_lowercase());
    let words = words.filter(|word| word.chars().all(|ch| ch.is_ascii_alphanumeric()));
    let id = words.take(6).collect::<Vec<_>>().join("-");
    let id = match id.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => id,
        Some(_) => format!("term-{id}"),
        None => "term".to_owned(),
    };
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal(wording: &str, translation: &str) -> Proposal {
        Proposal { wordings: several(wording), translation: translation.to_owned(), ..Proposal::default() }
    }

    /// Compares the text after a merge, and what happened: `+added ~changed =same !id field: ours > theirs`.
    #[track_caller]
    fn check(text: &str, proposals: &[Proposal], wish: Wish, expected: &str, told: &str) {
        let merged = merge(text, "en", proposals, wish);
        assert_eq!(merged.text, expected);
        let mut shown: Vec<String> = merged.added.iter().map(|id| format!("+{id}")).collect();
        shown.extend(merged.changed.iter().map(|id| format!("~{id}")));
        shown.push(format!("={}", merged.same));
        let conflict = |it: &Conflict| format!("!{} {}: {} > {}", it.id, it.field, it.ours, it.theirs);
        shown.extend(merged.conflicts.iter().map(conflict));
        assert_eq!(shown.join(" "), told);
        // A second merge of the same finds everything there.
        let again = merge(&merged.text, "en", proposals, Wish::Keep);
        assert_eq!((again.text, again.added.len(), again.changed.len()), (merged.text, 0, 0));
    }

    #[test]
    fn new_terms_go_to_the_end() {
        let full = Proposal {
            is_protected: true,
            kind: Some("org".to_owned()),
            also: vec!["甲".to_owned(), "乙".to_owned()],
            note: "Said\n so.".to_owned(),
            ..proposal("LF AI & Data | LFAI", "LF AI & Data")
        };
        let expected = "-a = 甲\n\n# Said so.\n-lf-ai-data = LF AI & Data\n    .en = LF AI & Data | LFAI\n    .also = 甲 | 乙\n    .dnt = yes\n    .kind = org\n\n-term-1-1-2 = {\"[\"}1+1>2]\n    .en = 1+1>2\n";
        check("-a = 甲", &[full, proposal("1+1>2", "[1+1>2]")], Wish::Keep, expected, "+lf-ai-data +term-1-1-2 =0");
    }

    #[test]
    fn ids_and_hand_edits_stay() {
        let text = "# mine\n-our-lab  =  实验室 \n    .en = the Lab\n# more\n\n-x = 乙\n";
        check(text, &[proposal("The lab", "实验室")], Wish::Keep, text, "=1");
        let theirs = [proposal("The lab", "研究所")];
        check(text, &theirs, Wish::Keep, text, "=0 !our-lab translation: 实验室 > 研究所");
        let forced = text.replace("实验室", "研究所");
        check(text, &theirs, Wish::Replace, &forced, "~our-lab =0 !our-lab translation: 实验室 > 研究所");
    }

    #[test]
    fn what_a_term_lacks_is_added() {
        let kind = Proposal { kind: Some("org".to_owned()), ..proposal("lab", "实验室") };
        let expected = "-lab = 实验室\n    .en = lab\n    .kind = org\n";
        check("-lab = 实验室\n    .en = lab", std::slice::from_ref(&kind), Wish::Keep, expected, "~lab =0");
        let own = "-lab = 实验室\n    .en = lab\n    .kind = place\n";
        check(own, &[kind], Wish::Keep, own, "=0 !lab kind: place > org");
        check(
            "-lab = {\"\"}\n    .en = lab\n",
            &[proposal("lab", "实验室")],
            Wish::Keep,
            "-lab = 实验室\n    .en = lab\n",
            "~lab =0",
        );
    }

    #[test]
    fn proposals_that_differ_are_a_conflict() {
        let proposals = [proposal("lab", "实验室"), proposal("Lab", "研究所")];
        check(
            "",
            &proposals,
            Wish::Keep,
            "-lab = 实验室\n    .en = lab\n",
            "+lab =0 !lab translation: 实验室 > 研究所",
        );
    }

    #[test]
    fn context_parts_terms_of_one_wording() {
        let with = |translation: &str, context: &str| Proposal {
            context: several(context),
            ..proposal("training", translation)
        };
        let text = "-training = 训练\n    .en = training\n    .context = model\n";
        let expected = format!("{text}\n-training-2 = 培训\n    .en = training\n    .context = course\n");
        check(text, &[with("培训", "course")], Wish::Keep, &expected, "+training-2 =0");
        check(text, &[with("训练", "")], Wish::Keep, text, "=1");
    }
}
