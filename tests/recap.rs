//! The recap of the event, as it is published: read by eye once (tests/golden/NOTES.md), compared with
//! what was read, and read again by two parsers.

use std::fs;
use std::path::{Path, PathBuf};

use comrak::nodes::NodeValue;
use duizhao::markdown::visible;
use duizhao::project::Workspace;
use duizhao::project::build::{self, Options};
use duizhao::publish::{Marks, Policies};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

const RECAP: &str = "content/lf-ai-data-day-shenzhen-2020.md";

/// The destinations of its links by reference.
const DEFINITIONS: &str =
    "[angel]: https://github.com/Angel-ML/angel\n[paddle]: https://github.com/PaddlePaddle/Paddle\n";

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What a reader of Markdown sees.
#[derive(Debug, Default, PartialEq)]
struct Seen {
    /// All text and code, white space left out.
    text: String,
    /// The text outside of code.
    prose: String,
    /// Destinations.
    links: Vec<String>,
    headings: usize,
    tables: usize,
    /// Footnote definitions.
    notes: usize,
}

impl Seen {
    fn push(&mut self, text: &str, is_code: bool) {
        let squeezed: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
        self.text.push_str(&squeezed);
        if !is_code {
            self.prose.push_str(text.trim_end_matches('\n'));
        }
    }
}

fn by_pulldown(text: &str) -> Seen {
    let mut seen = Seen::default();
    let mut skipped = false;
    for event in
        Parser::new_ext(text, pulldown_cmark::Options::all() - pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION)
    {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => skipped = true,
            Event::End(TagEnd::MetadataBlock(_)) => skipped = false,
            Event::Text(text) if !skipped => seen.push(&text, false),
            Event::Code(text) => seen.push(&text, true),
            Event::Start(Tag::Link { dest_url, .. }) => seen.links.push(dest_url.to_string()),
            Event::Start(Tag::Heading { .. }) => seen.headings += 1,
            Event::Start(Tag::Table(_)) => seen.tables += 1,
            Event::Start(Tag::FootnoteDefinition(_)) => seen.notes += 1,
            _ => {}
        }
    }
    seen
}

fn by_comrak(text: &str) -> Seen {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.tasklist = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    let arena = comrak::Arena::new();
    let root = comrak::parse_document(&arena, text, &options);
    let mut seen = Seen::default();
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => seen.push(text, false),
            NodeValue::Code(code) => seen.push(&code.literal, true),
            NodeValue::Link(link) => seen.links.push(link.url.clone()),
            NodeValue::Heading(_) => seen.headings += 1,
            NodeValue::Table(_) => seen.tables += 1,
            NodeValue::FootnoteDefinition(_) => seen.notes += 1,
            _ => {}
        }
    }
    seen
}

fn workspace() -> Workspace {
    Workspace::open(&repository()).expect("this repository is a workspace")
}

/// Returns the page that `build` makes of the recap, without writing it.
fn page(output: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    for path in ["duizhao.toml", RECAP, &format!("locales/zh-CN/{RECAP}.ftl"), &format!("locales/en/{RECAP}.ftl")] {
        let to = folder.path().join(path);
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        fs::copy(repository().join(path), to).expect("copied");
    }
    let workspace = Workspace::open(folder.path()).expect("a workspace");
    let options = Options {
        outputs: vec![output.to_owned()],
        documents: vec![RECAP.to_owned()],
        locales: Vec::new(),
        policies: Policies::default(),
        force: false,
        fallback: false,
    };
    let marks = |_: &str| Marks::default();
    let lock = duizhao::project::lock::Lock::acquire(&workspace.root, std::time::Duration::ZERO).expect("a lock");
    let report = build::build(&workspace, &options, &marks, Some(&lock)).expect("built");
    assert_eq!(report.findings, []);
    assert_eq!(report.built[0].used.counts.len(), 0, "everything is fresh");
    fs::read_to_string(folder.path().join(&report.built[0].path)).expect("the page")
}

#[track_caller]
fn golden(name: &str, page: &str) {
    let path = repository().join("tests/golden").join(name);
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::write(&path, page).expect("written");
    }
    let expected = fs::read_to_string(&path).expect("a golden file");
    assert!(expected == page, "{}", similar::TextDiff::from_lines(&expected, page).unified_diff().context_radius(1));
}

/// Every sentence of both languages is there, nothing shows as markup, no link is lost.
#[track_caller]
fn check(page: &str, seen: &Seen, both_languages: bool) {
    let loaded = workspace().load(RECAP, &[]).expect("the recap");
    let body = loaded.document.units.iter().zip(&loaded.targets[0].entries);
    let mut links = Vec::new();
    for (unit, entry) in body {
        if unit.kind.name() == "front-matter" {
            continue;
        }
        for segment in &entry.segments {
            let texts = [Some(&segment.target), both_languages.then_some(&segment.now)];
            for text in texts.into_iter().flatten() {
                let defined = format!("{text}\n\n{DEFINITIONS}");
                let squeezed: String = visible(&defined).chars().filter(|ch| !ch.is_whitespace()).collect();
                let squeezed = squeezed.replace("[^name]", "");
                assert!(seen.text.contains(&squeezed), "lost: {text}");
                links.extend(
                    text.match_indices("](http")
                        .map(|(at, _)| text[at + 2..].split(')').next().unwrap_or_default().to_owned()),
                );
            }
        }
    }
    assert!(links.len() > 3);
    let angel = seen.links.iter().filter(|link| link.contains("Angel-ML")).count();
    assert_eq!(angel, if both_languages { 2 } else { 1 });
    for link in links {
        let wanted = page.matches(&format!("]({link})")).count();
        let found = seen.links.iter().filter(|seen| **seen == link).count();
        assert!(found >= 1 && found == wanted, "{link}: {found} links of {wanted}");
    }
    for stray in ["*", "~~", "](", "[^", "`", "|", "<!--"] {
        assert!(!seen.prose.contains(stray), "stray {stray}");
    }
    assert_eq!(seen.notes, 1);
}

#[test]
fn bilingual_page_is_as_it_was_read() {
    golden("recap.bilingual.md", &page("bilingual"));
}

#[test]
fn chinese_page_is_as_it_was_read() {
    golden("recap.zh-CN.md", &page("translated"));
}

#[test]
fn bilingual_page_reads_the_same_in_two_parsers() {
    let page = page("bilingual");
    for seen in [by_pulldown(&page), by_comrak(&page)] {
        check(&page, &seen, true);
        assert_eq!(seen.tables, 2, "a wide table stands there twice");
    }
    assert!(by_pulldown(&page) == by_comrak(&page), "the parsers see different pages");
}

#[test]
fn chinese_page_reads_the_same_in_two_parsers() {
    let page = page("translated");
    for seen in [by_pulldown(&page), by_comrak(&page)] {
        check(&page, &seen, false);
        assert_eq!(seen.tables, 1);
    }
    assert!(by_pulldown(&page) == by_comrak(&page), "the parsers see different pages");
}

#[test]
fn stray_marks_and_lost_links_are_found() {
    let seen = |text: &str| by_pulldown(text).prose;
    assert!(seen("中文**“强调”**中文").contains('*'));
    assert!(by_comrak("[a](b c)").links.is_empty());
    assert_eq!(by_pulldown("[a](http://b)").links, ["http://b"]);
}

#[test]
fn this_repository_is_in_step() {
    let workspace = workspace();
    for path in &workspace.documents {
        let loaded = workspace.load(path, &[]).expect("a document");
        for target in &loaded.targets {
            let findings = loaded.check(target, None, duizhao::checks::Profile::Release);
            assert_eq!(findings, [], "{path}");
        }
    }
    let options = Options {
        outputs: vec!["readme".to_owned()],
        documents: workspace.documents.clone(),
        locales: Vec::new(),
        policies: Policies::default(),
        force: false,
        fallback: false,
    };
    let marks = |_: &str| Marks::default();
    let report = build::build(&workspace, &options, &marks, None).expect("built");
    let behind: Vec<_> = report.built.iter().filter(|file| file.changed).map(|file| &file.path).collect();
    assert!(behind.is_empty() && !report.built.is_empty(), "run `duizhao build`: {behind:?}");
    assert!(Path::new(&report.built[0].path).extension().is_some());
}
