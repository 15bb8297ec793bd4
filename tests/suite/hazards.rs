//! Chinese that is easily published wrong, in every layout and dialect: bold beside Chinese punctuation, ranges with
//! `~`, addresses before `，`, numbers with a point at the start of a line, `<` and `{{`. Two readers see the same
//! words, links and emphasis. With `DUIZHAO_PAGES=FOLDER` the pages are also written there, for other readers.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use comrak::nodes::{AstNode, NodeValue};
use duizhao::markdown::{LeafKind, Options};
use duizhao::publish::{self, DIALECTS, Dialect, Page, Style, Target};
use duizhao::segment::{self, Document};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde_json::json;

use crate::material::{self, Sample, language};

/// A translation, and what its reader is to see: the words, those that are strong, and where links lead.
struct Hazard {
    text: &'static str,
    words: &'static str,
    strong: &'static str,
    link: Option<&'static str>,
}

const HAZARDS: &[Hazard] = &[
    Hazard {
        text: "他说**“开源是未来”**这句话。",
        words: "他说“开源是未来”这句话。",
        strong: "开源是未来",
        link: None,
    },
    Hazard {
        text: "**鹏城实验室（PCL）**是主办方",
        words: "鹏城实验室（PCL）是主办方",
        strong: "鹏城实验室",
        link: None,
    },
    Hazard { text: "参见*《规范》*一书", words: "参见《规范》一书", strong: "规范", link: None },
    Hazard { text: "约3~5个，共7~8人", words: "约3~5个，共7~8人", strong: "", link: None },
    Hazard {
        text: "见 https://lfaidata.foundation，谢谢",
        words: "见https://lfaidata.foundation，谢谢",
        strong: "",
        link: Some("https://lfaidata.foundation"),
    },
    Hazard { text: "2020. 年度回顾", words: "2020.年度回顾", strong: "", link: None },
    Hazard {
        text: "实现“1+1>2”的效果，a < b 且 c > d", words: "实现“1+1>2”的效果，a<b且c>d", strong: "", link: None
    },
    Hazard { text: "写作 {{ name }} 即可", words: "写作{{name}}即可", strong: "", link: None },
    Hazard { text: "中文_强调_中文", words: "中文强调中文", strong: "强调", link: None },
    Hazard {
        text: "本次**活动。**随后 | 结束", words: "本次活动。随后|结束", strong: "活动", link: None
    },
];

/// What a reader shows.
#[derive(Default)]
struct Seen {
    words: String,
    strong: BTreeMap<String, usize>,
    links: BTreeMap<String, usize>,
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

fn pulldown(page: &str) -> Seen {
    let extensions = pulldown_cmark::Options::ENABLE_TABLES
        | pulldown_cmark::Options::ENABLE_FOOTNOTES
        | pulldown_cmark::Options::ENABLE_STRIKETHROUGH
        | pulldown_cmark::Options::ENABLE_TASKLISTS
        | pulldown_cmark::Options::ENABLE_HEADING_ATTRIBUTES
        | pulldown_cmark::Options::ENABLE_GFM;
    let mut seen = Seen::default();
    let mut strong: Option<String> = None;
    for event in Parser::new_ext(page, extensions) {
        match event {
            Event::Text(text) | Event::Code(text) => {
                seen.words.push_str(&squeezed(&text));
                if let Some(strong) = &mut strong {
                    strong.push_str(&squeezed(&text));
                }
            }
            Event::Start(Tag::Strong) => strong = Some(String::new()),
            Event::End(TagEnd::Strong) => {
                *seen.strong.entry(strong.take().unwrap_or_default()).or_default() += 1;
            }
            Event::Start(Tag::Link { dest_url, .. }) => *seen.links.entry(dest_url.to_string()).or_default() += 1,
            _ => {}
        }
    }
    seen
}

fn comrak_reads(page: &str) -> Seen {
    let mut options = comrak::Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    let arena = comrak::Arena::new();
    let root = comrak::parse_document(&arena, page, &options);
    let mut seen = Seen::default();
    let words = |node: &AstNode<'_>| match &node.data.borrow().value {
        NodeValue::Text(text) => squeezed(text),
        NodeValue::Code(code) => squeezed(&code.literal),
        _ => String::new(),
    };
    for node in root.descendants() {
        seen.words.push_str(&words(node));
        match &node.data.borrow().value {
            NodeValue::Strong => {
                let inner: String = node.descendants().skip(1).map(words).collect();
                *seen.strong.entry(inner).or_default() += 1;
            }
            NodeValue::Link(link) => *seen.links.entry(link.url.clone()).or_default() += 1,
            _ => {}
        }
    }
    seen
}

/// The hazard of a unit. A value of front matter is no Markdown.
fn hazard(document: &Document, unit: usize) -> Option<&'static Hazard> {
    (document.units[unit].kind != LeafKind::FrontMatter).then(|| &HAZARDS[unit % HAZARDS.len()])
}

/// The references to notes in a unit: a note that nothing refers to is not shown.
fn references(document: &Document, unit: usize) -> String {
    let text = document.units[unit].joined();
    let labels = text.split("[^").skip(1).filter_map(|rest| rest.split_once(']'));
    labels.map(|(label, _)| format!("[^{label}]")).collect()
}

fn emitted(layout: &str, dialect: &'static Dialect, source: &str, document: &Document) -> publish::Made {
    let target = |unit: usize| match hazard(document, unit) {
        Some(hazard) => Target::Segments(vec![format!("{}{}", hazard.text, references(document, unit))]),
        None => Target::Source,
    };
    let page = Page {
        source,
        document,
        targets: (0..document.units.len()).map(target).collect(),
        source_locale: language(source),
        locale: "zh-CN",
        key: "page".to_owned(),
        options: Options::default(),
        style: Style { dialect, cell_width: usize::MAX, ..Style::default() },
    };
    publish::format("markdown").expect("a format").files(&page, layout)
}

/// What must be seen on a page: words, strong words and links, how often at least.
#[derive(Default)]
struct Wanted {
    words: Vec<String>,
    strong: BTreeMap<String, usize>,
    links: BTreeMap<String, usize>,
}

fn wanted(document: &Document, refused: &[usize]) -> Wanted {
    let mut wanted = Wanted::default();
    let units = (0..document.units.len()).filter(|unit| !refused.contains(unit));
    for (unit, hazard) in units.filter_map(|unit| Some((unit, hazard(document, unit)?))) {
        wanted.words.push(hazard.words.to_owned());
        // The words of an image have no markup, and a footnote that nothing refers to is not shown by all.
        if matches!(document.units[unit].kind, LeafKind::Alt | LeafKind::Footnote) {
            continue;
        }
        if !hazard.strong.is_empty() {
            *wanted.strong.entry(hazard.strong.to_owned()).or_default() += 1;
        }
        if let Some(link) = hazard.link {
            *wanted.links.entry(link.to_owned()).or_default() += 1;
        }
    }
    wanted
}

fn faults(seen: &Seen, wanted: &Wanted) -> Vec<String> {
    let mut faults: Vec<String> =
        wanted.words.iter().filter(|words| !seen.words.contains(*words)).map(|words| format!("no {words}")).collect();
    let mut fewer = |seen: &BTreeMap<String, usize>, wanted: &BTreeMap<String, usize>, what: &str| {
        let count = |key: &String| seen.get(key).copied().unwrap_or(0);
        let lost = wanted.iter().filter(|(key, least)| count(key) < **least);
        faults.extend(lost.map(|(key, least)| format!("{} of {least} {what} {key}", count(key))));
    };
    fewer(&seen.strong, &wanted.strong, "strong");
    fewer(&seen.links, &wanted.links, "links to");
    faults
}

/// Rule S10: line feeds, one at the end, no byte order mark; read and written again, the page is the same bytes.
fn unsettled(page: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    if page.contains('\r') || page.starts_with('\u{feff}') || !page.ends_with('\n') || page.ends_with("\n\n") {
        found.push("S10: line ends");
    }
    let options = Options::default();
    let document = segment::split(page, "en", &options);
    if publish::rebuilt(page, &document) != page {
        found.push("S10: not the same bytes when written again");
    }
    found
}

/// Whether a document holds lines that plain Markdown readers take for text, or code that swallows what follows.
fn is_foreign(text: &str) -> bool {
    // Not all readers show a note that nothing refers to.
    if text.contains("[^unused]") {
        return true;
    }
    ["{{", "{%", ":::", "<", "import ", "export "].iter().any(|mark| text.contains(mark))
}

#[track_caller]
fn check(samples: &[Sample]) {
    let mut found = String::new();
    let (mut pages, mut refused, mut units) = (0, 0, 0);
    let mut rows = String::new();
    for Sample { name, text } in samples.iter().filter(|sample| !is_foreign(&sample.text)) {
        let document = segment::split(text, language(text), &Options::default());
        for layout in publish::LAYOUTS {
            for dialect in DIALECTS.iter().filter(|dialect| layout.suits(dialect)) {
                let made = emitted(layout.name(), dialect, text, &document);
                pages += 1;
                refused += made.refused.len();
                units += document.units.len();
                let wanted = wanted(&document, &made.refused);
                let page = &made.files[0].text;
                if layout.name() != "split" && !page.is_empty() {
                    for fault in unsettled(page) {
                        writeln!(found, "{name}, {}, {}: {fault}", layout.name(), dialect.name).expect("a line");
                    }
                }
                let start = segment::split(page, "en", &Options::default()).parsed.front_matter;
                let body = page[start.map_or(0, |front| front.span.end)..].trim_start_matches('\u{feff}');
                let body = body.replace("\r\n", "\n").replace('\r', "\n");
                for (reader, seen) in [("pulldown-cmark", pulldown(&body)), ("comrak", comrak_reads(&body))] {
                    for fault in faults(&seen, &wanted) {
                        writeln!(found, "{name}, {}, {}, {reader}: {fault}", layout.name(), dialect.name)
                            .expect("a line");
                    }
                }
                let row = json!({
                    "name": name, "layout": layout.name(), "dialect": dialect.name, "body": body,
                    "words": wanted.words, "strong": wanted.strong, "links": wanted.links,
                });
                writeln!(rows, "{row}").expect("a line");
            }
        }
    }
    if let Some(folder) = std::env::var_os("DUIZHAO_PAGES") {
        let corpus = samples[0].name.split('/').next().expect("a corpus");
        let path = std::path::Path::new(&folder).join(format!("{corpus}.jsonl"));
        duizhao::project::disk::write_named(&path, &rows).expect("written");
    }
    eprintln!("{pages} pages, {refused} of {units} translations refused");
    assert!(
        found.is_empty(),
        "{} faults:\n{}",
        found.lines().count(),
        found.lines().take(60).collect::<Vec<_>>().join("\n")
    );
    assert!(refused * 100 <= units, "{refused} of {units} refused");
}

#[test]
fn s1_to_s9_hazards_are_read_as_meant_in_the_corpus() {
    check(&material::corpus());
}

#[test]
fn s1_to_s9_hazards_are_read_as_meant_in_real_documents() {
    let Some((samples, _)) = material::real_documents() else { return };
    check(&samples);
}
