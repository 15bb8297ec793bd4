//! Random human slips in a catalog: no Han character goes, and nothing becomes fresh.

use duizhao::fluent::file;
use duizhao::status::Entry;
use proptest::prelude::*;

use crate::document::{Edit, Text, edits, texts};
use crate::translator::{Act, Translator, acts, tokens, translate_all};
use crate::workspace::Workspace;

/// What goes wrong in an editor or with an input method. The numbers choose the place.
#[derive(Debug, Clone, Copy)]
enum Slip {
    /// `{"["}` becomes `[`.
    Unescaped,
    Tab,
    WideIndent,
    NoIndent,
    /// A comment line goes, but not one whose deletion is the way to say "finished".
    NoComment,
    /// A letter of the word before the colon is lost, doubled, swapped or replaced.
    Typo(TypoKind),
    WideColon,
    NoColon,
    WideSign,
    NoSpace,
    NoSign,
}

#[derive(Debug, Clone, Copy)]
enum TypoKind {
    Lost,
    Doubled,
    Swapped,
    Replaced,
    Spaced,
}

#[derive(Debug, Clone)]
struct Case {
    text: Text,
    acts: Vec<Act>,
    edits: Vec<Edit>,
    slips: Vec<(Slip, usize, usize)>,
}

fn slips() -> impl Strategy<Value = Slip> {
    let typo = prop::sample::select(vec![
        TypoKind::Lost,
        TypoKind::Doubled,
        TypoKind::Swapped,
        TypoKind::Replaced,
        TypoKind::Spaced,
    ]);
    prop_oneof![
        2 => Just(Slip::Unescaped),
        1 => Just(Slip::Tab),
        1 => Just(Slip::WideIndent),
        2 => Just(Slip::NoIndent),
        3 => Just(Slip::NoComment),
        4 => typo.prop_map(Slip::Typo),
        1 => Just(Slip::WideColon),
        1 => Just(Slip::NoColon),
        1 => Just(Slip::WideSign),
        1 => Just(Slip::NoSpace),
        1 => Just(Slip::NoSign),
    ]
}

fn cases() -> impl Strategy<Value = Case> {
    let slips = prop::collection::vec((slips(), 0..64usize, 0..64usize), 1..4);
    (texts(), prop::collection::vec(acts(), 0..4), prop::collection::vec(edits(), 0..3), slips)
        .prop_map(|(text, acts, edits, slips)| Case { text, acts, edits, slips })
}

/// Returns the text with one slip in it, and the id of the record; nothing where it does not fit.
fn slipped(text: &str, (slip, which, at): (Slip, usize, usize)) -> Option<(String, String)> {
    let file = file::read(text);
    let mut places: Vec<(String, std::ops::Range<usize>, String)> = Vec::new();
    for message in file.messages() {
        for span in duizhao::text::lines(&text[message.span.clone()]) {
            let span = message.span.start + span.start..message.span.start + span.end;
            let line = &text[span.clone()];
            if let Some(line) = on_line(line, slip, at) {
                places.push((message.id.clone(), span, line));
            }
        }
    }
    if places.is_empty() {
        return None;
    }
    let (id, span, line) = places.swap_remove(which % places.len());
    Some((format!("{}{line}{}", &text[..span.start], &text[span.end..]), id))
}

fn on_line(line: &str, slip: Slip, at: usize) -> Option<String> {
    let value = line.strip_prefix("    ");
    let comment = line.strip_prefix("# ");
    match slip {
        Slip::Unescaped => {
            let value = value?;
            let start = value.find("{\"")?;
            let end = start + value[start..].find("\"}")?;
            let inner = &value[start + 2..end];
            (!inner.is_empty() && !inner.contains(['\\', '^']))
                .then(|| format!("    {}{inner}{}", &value[..start], &value[end + 2..]))
        }
        Slip::Tab => value.map(|value| format!("\t{value}")),
        Slip::WideIndent => value.map(|value| format!("　　{value}")),
        Slip::NoIndent => value.map(str::to_owned),
        Slip::NoComment => {
            let comment = comment?;
            (!comment.starts_with("was") && !comment.starts_with("draft")).then(String::new)
        }
        Slip::Typo(kind) => {
            let (key, value) = comment?.split_once(':')?;
            let word = key.split(' ').next()?;
            Some(format!("# {}{}:{value}", misspelt(word, kind, at)?, &key[word.len()..]))
        }
        Slip::WideColon => comment.and_then(|comment| Some(format!("# {}", wide(comment, ": ", "：")?))),
        Slip::NoColon => comment.and_then(|comment| Some(format!("# {}", wide(comment, ": ", " ")?))),
        Slip::WideSign => match comment {
            Some(comment) => Some(format!("＃ {comment}")),
            None => line.strip_suffix(" =\n").map(|id| format!("{id} ＝\n")),
        },
        Slip::NoSpace => comment.map(|comment| format!("#{comment}")),
        Slip::NoSign => line.strip_suffix(" =\n").map(|id| format!("{id}\n")),
    }
}

fn wide(text: &str, from: &str, to: &str) -> Option<String> {
    text.contains(from).then(|| text.replacen(from, to, 1))
}

fn misspelt(word: &str, kind: TypoKind, at: usize) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    let at = at % letters.len().max(1);
    match kind {
        TypoKind::Lost => {
            letters.remove(at);
        }
        TypoKind::Doubled => letters.insert(at, letters[at]),
        TypoKind::Swapped if at + 1 < letters.len() => letters.swap(at, at + 1),
        TypoKind::Swapped => return None,
        TypoKind::Replaced => letters[at] = 'x',
        TypoKind::Spaced => letters.insert(at.max(1), ' '),
    }
    Some(letters.into_iter().collect())
}

/// Returns whether each segment is fresh.
fn fresh(entries: &[Entry]) -> Vec<bool> {
    entries.iter().flat_map(|entry| entry.segments.iter().map(|segment| segment.state.is_fresh())).collect()
}

impl Case {
    /// A synced catalog in which something is translated, something stale, something a draft.
    fn workspace(&self) -> Workspace {
        let mut translator = Translator::default();
        let mut workspace = Workspace::new(self.text.render());
        workspace.target = translate_all(&mut translator, &workspace.target, 0);
        for act in &self.acts {
            workspace.target = translator.act(&workspace.target, act);
        }
        let mut text = self.text.clone();
        for edit in &self.edits {
            text = text.edited(edit);
        }
        workspace.source = text.render();
        workspace.sync();
        workspace
    }
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn slips_lose_nothing_and_make_nothing_fresh(case in cases()) {
        let mut workspace = case.workspace();
        let before = fresh(&workspace.entries());
        let mut hit = Vec::new();
        for slip in &case.slips {
            // One slip a record: a lost `en:` line and a lost line of the message would look right together.
            if let Some((text, id)) = slipped(&workspace.target, *slip)
                && !hit.contains(&id)
            {
                workspace.target = text;
                hit.push(id);
            }
        }
        let slipped = workspace.target.clone();
        for _ in 0..2 {
            let after = fresh(&workspace.entries());
            prop_assert_eq!(before.len(), after.len());
            for (at, (before, after)) in before.iter().zip(&after).enumerate() {
                prop_assert!(*before || !after, "segment {at} became fresh:\n{slipped}\nnow:\n{}", workspace.target);
            }
            workspace.sync();
            // Each translation was typed once; copies of it come and go with equal sentences.
            let (had, has) = (tokens(&slipped), tokens(&workspace.target));
            let lost = had.iter().find(|token| !has.contains(token));
            prop_assert!(lost.is_none(), "{:?} of\n{}\nwent:\n{}", lost, slipped, workspace.target);
        }
    }
}
