//! What moves between the documents of a workspace, on disk: renamed and split files, moved sections.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use duizhao::project::lock::Lock;
use duizhao::project::{Workspace, sync};
use duizhao::status::State;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

/// Documents by name.
type Site = BTreeMap<String, String>;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(site: &Site) -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        fs::write(folder.0.path().join("duizhao.toml"), "documents = [\"content/*.md\"]\n").expect("settings");
        folder.put(site);
        folder
    }

    /// Makes the documents those of `site`.
    fn put(&self, site: &Site) {
        let content = self.0.path().join("content");
        let _ = fs::remove_dir_all(&content);
        fs::create_dir(&content).expect("a folder");
        for (name, text) in site {
            fs::write(content.join(format!("{name}.md")), text).expect("a document");
        }
    }

    fn sync(&self) {
        self.sync_in(|_| {});
    }

    /// Syncs the documents in the order that `ordered` gives them.
    fn sync_in(&self, ordered: impl Fn(&mut Vec<String>)) {
        let workspace = Workspace::open(self.0.path()).expect("a workspace");
        let lock = Lock::acquire(&workspace.root, Duration::from_secs(5)).expect("the lock");
        let mut documents = workspace.documents.clone();
        ordered(&mut documents);
        sync::sync(&workspace, &documents, &[], Some(&lock)).expect("a sync");
    }

    /// Gives every segment a translation of its own; returns them.
    fn translate(&self) -> Vec<String> {
        let mut said = Vec::new();
        for (path, text) in self.catalogs().into_iter().filter(|(path, _)| path.starts_with("zh-CN/")) {
            let mut out = String::new();
            for line in text.split_inclusive('\n') {
                if line == "    {\"\"}\n" {
                    let number = said.len().to_string();
                    said.push(number.chars().map(digit).chain("号译文。".chars()).collect());
                    out.push_str(&format!("    {}\n", said[said.len() - 1]));
                } else {
                    out.push_str(line);
                }
            }
            fs::write(self.0.path().join("locales").join(path), out).expect("a catalog");
        }
        said
    }

    /// All catalogs, by their path below `locales`.
    fn catalogs(&self) -> Site {
        let root = self.0.path().join("locales");
        let mut found = Site::new();
        collect(&root, &root, &mut found);
        found
    }

    /// A letter a segment: fresh, stale, missing, draft.
    fn states(&self, documents: &[String]) -> String {
        let workspace = Workspace::open(self.0.path()).expect("a workspace");
        let documents = if documents.is_empty() { &workspace.documents } else { documents };
        let all = workspace.each(documents, &[], |loaded| {
            let entries = loaded.targets[0].entries.iter().flat_map(|entry| &entry.segments);
            let letters: String = entries
                .map(|segment| match segment.state {
                    State::Missing => 'm',
                    State::Stale => 's',
                    State::Draft => 'd',
                    State::Translated | State::Reviewed => 'f',
                })
                .collect();
            Ok(format!("{}:{letters}", loaded.path.trim_start_matches("content/").trim_end_matches(".md")))
        });
        all.expect("states").join(" ")
    }
}

fn digit(ch: char) -> char {
    let digits: Vec<char> = "零一二三四五六七八九".chars().collect();
    digits[ch.to_digit(10).unwrap_or(0) as usize]
}

fn collect(root: &Path, folder: &Path, found: &mut Site) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, found);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            found.insert(name, fs::read_to_string(&path).expect("text"));
        }
    }
}

fn site(documents: &[(&str, &str)]) -> Site {
    documents.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

const OPENING: &str = "# Day one\n\nThe hall opened at nine. Many came early.\n\n";
const LUNCH: &str = "## Lunch\n\nLunch was at noon. It was good and cheap.\n\nTables stood *outside*.\n\n";
const CLOSING: &str = "## Closing\n\nThe day ended with a quiz.\n";

/// Translates `before`, makes it `after`, and compares the states before and behind a sync; then puts
/// everything back and wants every catalog as it was.
#[track_caller]
fn check(before: &[(&str, &str)], after: &[(&str, &str)], states: &str) {
    let folder = Folder::new(&site(before));
    folder.sync();
    let said = folder.translate();
    folder.sync();
    let catalogs = folder.catalogs();
    folder.put(&site(after));
    assert_eq!(folder.states(&[]), states, "before the sync");
    folder.sync();
    assert_eq!(folder.states(&[]), states, "behind the sync");
    let now = folder.catalogs();
    folder.sync();
    assert_eq!(folder.catalogs(), now, "a second sync");
    let texts: String = now.into_values().collect();
    for text in &said {
        assert!(texts.contains(text.as_str()), "{text} is lost");
    }
    folder.put(&site(before));
    folder.sync();
    assert_eq!(folder.catalogs(), catalogs, "put back");
}

#[test]
fn a_renamed_document_keeps_its_catalogs() {
    let text = [OPENING, LUNCH, CLOSING].concat();
    check(&[("a", &text)], &[("b", &text)], "b:fffffffff");
    let edited = text.replace("at noon", "at one");
    check(&[("a", &text)], &[("b", &edited)], "b:ffffsffff");
}

#[test]
fn a_document_split_in_two_loses_nothing() {
    let text = [OPENING, LUNCH, CLOSING].concat();
    let rest = [LUNCH, CLOSING].concat();
    check(&[("a", &text)], &[("b", OPENING), ("c", &rest)], "b:fff c:ffffff");
    check(&[("a", &text)], &[("a", OPENING), ("c", &rest)], "a:fff c:ffffff");
}

#[test]
fn two_documents_made_one_lose_nothing() {
    let text = [OPENING, LUNCH].concat();
    check(&[("a", OPENING), ("b", LUNCH)], &[("a", &text)], "a:fffffff");
    check(&[("a", OPENING), ("b", LUNCH)], &[("c", &text)], "c:fffffff");
}

#[test]
fn a_moved_section_stays_translated() {
    let (a, b) = ([OPENING, LUNCH].concat(), [LUNCH, CLOSING].concat());
    check(&[("a", &a), ("b", CLOSING)], &[("a", OPENING), ("b", &b)], "a:fff b:ffffff");
}

#[test]
fn of_a_moved_section_only_the_edited_sentence_is_stale() {
    let a = [OPENING, LUNCH].concat();
    let b = [&LUNCH.replace("good and cheap", "good and very cheap"), CLOSING].concat();
    check(&[("a", &a), ("b", CLOSING)], &[("a", OPENING), ("b", &b)], "a:fff b:ffsfff");
}

#[test]
fn a_copy_in_another_document_is_new() {
    let b = [LUNCH, CLOSING].concat();
    check(&[("a", LUNCH), ("b", CLOSING)], &[("a", LUNCH), ("b", &b)], "a:ffff b:mmmmff");
}

#[test]
fn a_copy_in_the_same_document_is_a_draft() {
    let twice = [LUNCH, "## Dinner\n\nLunch was at noon.\n"].concat();
    check(&[("a", LUNCH)], &[("a", &twice)], "a:ffffmd");
}

#[test]
fn one_document_alone_shows_what_all_of_them_show() {
    let (a, b) = ([OPENING, LUNCH].concat(), [LUNCH, CLOSING].concat());
    let folder = Folder::new(&site(&[("a", &a), ("b", CLOSING)]));
    folder.sync();
    folder.translate();
    folder.put(&site(&[("a", OPENING), ("b", &b)]));
    assert_eq!(folder.states(&["content/b.md".to_owned()]), "b:ffffff");
}

/// What an author does to a site.
#[derive(Debug, Clone)]
enum Act {
    /// A section of one document goes to another.
    Move(usize, usize, usize),
    /// A section appears, or a word of one changes.
    Write(usize, usize),
    Edit(usize, usize),
    Delete(usize, usize),
    Rename(usize),
    /// Everything is as it was at first.
    Revert,
    Sync,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let at = || 0..8usize;
    let act = prop_oneof![
        3 => (at(), at(), at()).prop_map(|(from, section, to)| Act::Move(from, section, to)),
        1 => (at(), 0..1000usize).prop_map(|(to, number)| Act::Write(to, number)),
        3 => (at(), at()).prop_map(|(document, section)| Act::Edit(document, section)),
        2 => (at(), at()).prop_map(|(document, section)| Act::Delete(document, section)),
        1 => at().prop_map(Act::Rename),
        1 => Just(Act::Revert),
        6 => Just(Act::Sync),
    ];
    prop::collection::vec(act, 50)
}

/// A site as sections of documents.
type Sections = BTreeMap<String, Vec<String>>;

fn acted(site: &mut Sections, first: &Sections, act: &Act, step: usize) {
    let names: Vec<String> = site.keys().cloned().collect();
    let name = |at: &usize| names[at % names.len()].clone();
    let place = |sections: &[String], at: &usize| (!sections.is_empty()).then(|| at % sections.len());
    match act {
        Act::Move(from, section, to) => {
            let sections = site.entry(name(from)).or_default();
            if let Some(at) = place(sections, section) {
                let moved = sections.remove(at);
                site.entry(name(to)).or_default().push(moved);
            }
        }
        Act::Write(to, number) => {
            site.entry(name(to)).or_default().push(format!("Talk {number} was held in room {step}. It was long."))
        }
        Act::Edit(document, section) => {
            let sections = site.entry(name(document)).or_default();
            if let Some(at) = place(sections, section) {
                sections[at] = sections[at].replacen(". ", &format!(" in step {step}. "), 1);
            }
        }
        Act::Delete(document, section) => {
            let sections = site.entry(name(document)).or_default();
            if let Some(at) = place(sections, section) {
                sections.remove(at);
            }
        }
        Act::Rename(document) => {
            let old = name(document);
            if let Some(sections) = site.remove(&old) {
                site.insert(format!("{}x", old), sections);
            }
        }
        Act::Revert => site.clone_from(first),
        Act::Sync => {}
    }
}

fn rendered(sections: &Sections) -> Site {
    sections.iter().map(|(name, sections)| (name.clone(), sections.join("\n\n") + "\n")).collect()
}

proptest! {
    #![proptest_config(Config {
        cases: std::env::var("DUIZHAO_CASES").ok().and_then(|cases| cases.parse::<u32>().ok()).map_or(4, |cases| cases / 1000),
        rng_seed: RngSeed::Fixed(20_201_107),
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn no_translation_is_lost_in_fifty_edits(acts in acts()) {
        let section = |name: &str, at: usize| {
            format!("Speaker {name}{at} opened part {at} of {name}. The audience of {name}{at} was large.")
        };
        let first: Sections = ["a", "b", "c"]
            .into_iter()
            .map(|name| (name.to_owned(), (0..4).map(|at| section(name, at)).collect()))
            .collect();
        let folder = Folder::new(&rendered(&first));
        let backwards = Folder::new(&rendered(&first));
        folder.sync();
        backwards.sync();
        backwards.translate();
        let mut said = folder.translate();
        let mut sections = first.clone();
        for (step, act) in acts.iter().enumerate() {
            acted(&mut sections, &first, act, step);
            folder.put(&rendered(&sections));
            backwards.put(&rendered(&sections));
            if matches!(act, Act::Sync) {
                folder.sync();
                backwards.sync_in(|documents| documents.reverse());
                prop_assert_eq!(folder.catalogs(), backwards.catalogs(), "the order of documents shows at step {}", step);
                backwards.translate();
                said.extend(folder.translate());
                let texts: String = folder.catalogs().into_values().collect();
                for text in &said {
                    prop_assert!(texts.contains(text.as_str()), "{text} is lost at step {step} of {acts:?}");
                }
            }
        }
        folder.put(&rendered(&first));
        folder.sync();
        let catalogs = folder.catalogs();
        folder.sync();
        prop_assert_eq!(folder.catalogs(), catalogs);
    }
}
