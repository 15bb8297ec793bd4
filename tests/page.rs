//! Format `html`: the rules P1 to P10 and O1 to O3 on a page with every kind of block, on the recap, and on all
//! documents of tests/corpus, read by a parser of HTML as browsers have one.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use duizhao::markdown::Options;
use duizhao::project::{Workspace, build};
use duizhao::publish::{self, Labels, Made, Marks, Page, Policies, Style, Target, Web, WebWords};
use duizhao::segment::split;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::Value;

const CSS: &str = include_str!("../src/publish/html/page.css");

/// A document with every kind of block, and the Chinese of its units by their English.
const DOCUMENT: &str = r#"---
title: "Opening night: <b>&</b>"
description: "One evening, \"two\" languages."
date: 2020-11-17
image: img/cover.png
---

We met at [the lab][lab].[^1] The lab again.[^1]

### Skipped a level

- Talks
  1. First
  2. Second
- [x] Done
- [ ] To do

| Time | Topic |
| ---: | :---: |
| 9:00 | Keynote |
| 10:00 | `code` |

![Group photo](img/g.jpg "All speakers")

![Far away](https://far.example/x.png)

> [!TIP]
> Bring a friend.

> A *quoted* word and ~~old~~ **new**.

```sh
make demo && echo "<done>"
```

Click <kbd>Enter</kbd> or <script>alert(1)</script> here, [do not](javascript:alert(1)).

<details><summary>More</summary>

Inside.

</details>

<iframe src="https://far.example"></iframe>

## Main

### Contents

## Main

Text with https://bare.example/a?b=1&c=2 inside, [back](#main).

[lab]: https://lab.example/en
[^1]: Free entry.
[^2]: Nobody refers to this.
"#;

const CHINESE: &[(&str, &str)] = &[
    ("Opening night: <b>&</b>", "开幕之夜"),
    ("One evening, \"two\" languages.", "一个夜晚，两种语言。"),
    ("We met at [the lab][lab].[^1]", "我们在[实验室](https://lab.example/zh)见面。[^1]"),
    ("The lab again.[^1]", "又是实验室。[^1]"),
    ("Skipped a level", "跳过一级"),
    ("Talks", "分享"),
    ("First", "第一"),
    ("Second", "第二"),
    ("Done", "完成"),
    ("To do", "待办"),
    ("Time", "时间"),
    ("Topic", "主题"),
    ("Keynote", "主题演讲"),
    ("Group photo", "合影"),
    ("Far away", "远方"),
    ("Bring a friend.", "带上朋友。"),
    ("A *quoted* word and ~~old~~ **new**.", "一个*引用*的词，~~旧~~**新**。"),
    ("Inside.", "里面。"),
    ("Main", "正题"),
    ("Contents", "内容"),
    ("Free entry.", "免费入场。"),
    ("Nobody refers to this.", "无人提及。"),
];

fn words(contents: &str, skip: &str, switch: &str, back: &str, tip: &str) -> WebWords {
    let alerts = ["Note", tip, "Important", "Warning", "Caution"].map(str::to_owned);
    let [contents, skip, switch, back] = [contents, skip, switch, back].map(str::to_owned);
    WebWords { contents, skip, switch, back, alerts }
}

fn style(web: Web) -> Style {
    let page = (
        words("Contents", "Skip to content", "Language", "Back to the text", "Tip"),
        words("目录", "跳到正文", "语言", "回到正文", "提示"),
    );
    let labels = Labels { page, ..Style::default().labels };
    Style { labels, web, ..Style::default() }
}

fn made(source: &str, layout: &str, style: Style, chinese: impl Fn(&str) -> Option<String>) -> Made {
    made_with(&Options::default(), source, layout, style, chinese)
}

fn made_with(
    options: &Options,
    source: &str,
    layout: &str,
    style: Style,
    chinese: impl Fn(&str) -> Option<String>,
) -> Made {
    let document = split(source, "en", options);
    let target = |segments: &Vec<String>| {
        let translated: Vec<Option<String>> = segments.iter().map(|segment| chinese(segment)).collect();
        if translated.iter().all(Option::is_none) {
            return Target::Source;
        }
        Target::Segments(translated.into_iter().flatten().collect())
    };
    let page = Page {
        source,
        document: &document,
        targets: document.units.iter().map(|unit| target(&unit.segments)).collect(),
        source_locale: "en",
        locale: "zh-CN",
        key: "page".to_owned(),
        options: options.clone(),
        style,
    };
    publish::format("html").expect("a format").files(&page, layout)
}

fn known(segment: &str) -> Option<String> {
    let found = CHINESE.iter().find(|(source, _)| *source == segment);
    found.map(|(_, target)| (*target).to_owned())
}

fn written(made: Made) -> String {
    made.files.into_iter().next().map(|file| file.text).unwrap_or_default()
}

fn page(layout: &str) -> String {
    written(made(DOCUMENT, layout, style(Web::default()), known))
}

fn with_address(layout: &str, siblings: &[(&str, &str)]) -> String {
    let web = Web {
        base_url: Some("https://pages.example/recaps/".to_owned()),
        path: "zh-CN/开幕 1.html".to_owned(),
        siblings: siblings.iter().map(|(locale, path)| ((*locale).to_owned(), (*path).to_owned())).collect(),
        ..Web::default()
    };
    written(made(DOCUMENT, layout, style(web), known))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The recap as `build` makes it, in a copy of this repository.
fn recap() -> String {
    const RECAP: &str = "content/lf-ai-data-day-shenzhen-2020.md";
    let folder = tempfile::tempdir().expect("a folder");
    for path in ["duizhao.toml", RECAP, &format!("locales/zh-CN/{RECAP}.ftl"), &format!("locales/en/{RECAP}.ftl")] {
        let to = folder.path().join(path);
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        fs::copy(root().join(path), to).expect("copied");
    }
    let workspace = Workspace::open(folder.path()).expect("a workspace");
    let options = build::Options {
        outputs: vec!["page".to_owned()],
        documents: vec![RECAP.to_owned()],
        locales: Vec::new(),
        policies: Policies::default(),
        force: false,
        fallback: false,
    };
    let style = style(Web::default());
    let marks = |locale: &str| match locale {
        "en" => Marks {
            language: "English".to_owned(),
            notes: "Notes".to_owned(),
            page: style.labels.page.0.clone(),
            ..Marks::default()
        },
        _ => Marks {
            language: "中文".to_owned(),
            notes: "注释".to_owned(),
            page: style.labels.page.1.clone(),
            ..Marks::default()
        },
    };
    let lock = duizhao::project::lock::Lock::acquire(&workspace.root, std::time::Duration::ZERO).expect("a lock");
    let report = build::build(&workspace, &options, &marks, Some(&lock)).expect("built");
    assert_eq!(report.findings, []);
    fs::read_to_string(folder.path().join(&report.built[0].path)).expect("the page")
}

/// Every document of tests/corpus that is text, with Chinese for every sentence; real documents and the examples of
/// CommonMark too where the shared folder is.
fn corpus() -> Vec<(String, String)> {
    let mut sources = Vec::new();
    documents_below(&root().join("tests/corpus"), &mut sources);
    assert!(sources.len() > 80, "{} documents", sources.len());
    let beside = || root().join("../shared");
    let shared = std::env::var_os("DUIZHAO_SHARED").map_or_else(beside, PathBuf::from).join("corpora/A-roundtrip");
    match fs::read_to_string(shared.join("commonmark-examples.jsonl")) {
        Err(_) => eprintln!("skipped: no shared/corpora/A-roundtrip"),
        Ok(examples) => {
            documents_below(&shared.join("files"), &mut sources);
            let rows = examples.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
            let example =
                |row: Value| (format!("corpus {}", row["example"]), row["markdown"].as_str().unwrap().to_owned());
            sources.extend(rows.map(example));
        }
    }
    let pseudo = |segment: &str| match segment.strip_suffix('\\') {
        Some(text) => Some(format!("译{text}文\\")),
        None => Some(format!("译{segment}文")),
    };
    let page =
        |(name, source): (String, String)| (name, written(made(&source, "columns", style(Web::default()), pseudo)));
    sources.into_iter().map(page).collect()
}

fn documents_below(folder: &Path, found: &mut Vec<(String, String)>) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            documents_below(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md" || ending == "mdx")
            && let Ok(source) = fs::read_to_string(&path)
        {
            found.push((format!("corpus {}", path.display()), source));
        }
    }
}

/// An element with what stands around it.
#[derive(Debug, Clone)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    /// All text in it, scripts and styles left out.
    text: String,
    /// Its language, from the nearest element that says one.
    lang: String,
    /// The `data-l` of the elements around it, and its own.
    views: Vec<String>,
    children: Vec<Element>,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    fn is(&self, class: &str) -> bool {
        self.get("class").is_some_and(|all| all.split(' ').any(|own| own == class))
    }

    /// This element and all below it.
    fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        for child in &self.children {
            all.extend(child.all());
        }
        all
    }

    fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }
}

/// Reads a page; returns its elements and what a strict reader complains about.
fn read(html: &str) -> (Element, Vec<String>) {
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(html);
    let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
    let children = dom.document.children.borrow();
    let root = children.iter().find_map(|node| element(node, "", &[])).expect("<html>");
    (root, errors)
}

fn element(node: &Handle, lang: &str, views: &[String]) -> Option<Element> {
    let NodeData::Element { name, attrs, .. } = &node.data else { return None };
    let attributes: BTreeMap<String, String> =
        attrs.borrow().iter().map(|attr| (attr.name.local.to_string(), attr.value.to_string())).collect();
    let lang = attributes.get("lang").map_or(lang, String::as_str).to_owned();
    let mut views = views.to_vec();
    views.extend(attributes.get("data-l").cloned());
    let (mut text, mut children) = (String::new(), Vec::new());
    for child in node.children.borrow().iter() {
        if let NodeData::Text { contents } = &child.data {
            text.push_str(&contents.borrow());
        }
        if let Some(child) = element(child, &lang, &views) {
            if !["script", "style"].contains(&child.name.as_str()) {
                text.push_str(&child.text);
            }
            children.push(child);
        }
    }
    Some(Element { name: name.local.to_string(), attributes, text, lang, views, children })
}

fn is_han(ch: char) -> bool {
    matches!(ch as u32, 0x3400..=0x9FFF | 0x20000..=0x3FFFF)
}

/// The pages that every rule is tried on.
fn pages() -> Vec<(String, String)> {
    let mut pages = vec![("recap".to_owned(), recap())];
    for layout in ["columns", "interleaved", "split"] {
        pages.push((layout.to_owned(), page(layout)));
    }
    pages
}

#[test]
fn p1_every_text_says_its_language() {
    for (name, html) in pages() {
        let (root, _) = read(&html);
        assert_eq!(root.get("lang"), Some("zh-Hans-CN"), "{name}");
        let body = root.named("body")[0];
        for element in body.all() {
            // A name in Latin letters in a Chinese sentence is Chinese text; a block without a Han character is not.
            let says = element.attributes.contains_key("lang");
            let letters = element.text.chars().filter(|ch| ch.is_alphabetic()).count();
            let han = element.text.chars().filter(|ch| is_han(*ch)).count();
            if says && letters > 0 && han * 100 >= letters * 95 {
                assert_eq!(element.lang, "zh-Hans-CN", "{name}: {}", element.text);
            }
            if letters > 0
                && han == 0
                && (says || ["p", "h1", "h2", "h3", "td", "th", "pre"].contains(&element.name.as_str()))
            {
                let is_inner = element.children.iter().any(|child| child.attributes.contains_key("lang"));
                assert!(element.lang == "en" || is_inner, "{name}: <{}> {}", element.name, element.text);
            }
        }
    }
}

#[test]
fn p2_a_pair_holds_each_language_once_and_no_block_mixes_two() {
    for (name, html) in pages() {
        let (root, _) = read(&html);
        let mut pairs = 0;
        for element in root.all() {
            let views: BTreeSet<&String> = element.views.iter().collect();
            assert!(views.len() < 2, "{name}: {} in {views:?}", element.text);
            if element.is("pair") {
                pairs += 1;
                let own: Vec<&str> = element.children.iter().filter_map(|child| child.get("data-l")).collect();
                assert_eq!(own, ["en", "zh"], "{name}: {}", element.text);
                assert_eq!(element.children.len(), 2, "{name}: {}", element.text);
            }
        }
        assert_eq!(pairs == 0, name == "split", "{name}");
    }
}

#[test]
fn p2_the_order_is_that_of_the_settings() {
    let style = Style { order: publish::Order::TargetFirst, ..style(Web::default()) };
    let html = written(made("One.\n", "columns", style, |_| Some("一。".to_owned())));
    assert!(
        html.contains("<p data-l=\"zh\" lang=\"zh-Hans-CN\">一。</p>\n<p data-l=\"en\" lang=\"en\">One.</p>"),
        "{html}"
    );
}

#[test]
fn p3_alternates_name_each_other_themselves_and_one_default() {
    let hreflang = |html: &str| -> Vec<(String, String)> {
        let (root, _) = read(html);
        let links = root.named("link").into_iter().filter(|link| link.get("rel") == Some("alternate"));
        links.map(|link| (link.get("hreflang").unwrap().to_owned(), link.get("href").unwrap().to_owned())).collect()
    };
    let siblings = [("zh-CN", "zh-CN/开幕 1.html"), ("zh-HK", "zh-HK/开幕 1.html")];
    let address = |locale: &str| format!("https://pages.example/recaps/{locale}/%E5%BC%80%E5%B9%95%201.html");
    let expected =
        [("zh-Hans-CN", address("zh-CN")), ("zh-Hant-HK", address("zh-HK")), ("x-default", address("zh-CN"))];
    let expected = expected.map(|(lang, url)| (lang.to_owned(), url));
    assert_eq!(hreflang(&with_address("split", &siblings)), expected);
    assert_eq!(hreflang(&with_address("split", &siblings[..1])), []);
    assert_eq!(hreflang(&page("split")), []);
}

#[test]
fn p4_the_style_sheet_sets_chinese_as_chinese() {
    for line in ["line-break: strict", "text-autospace: normal", "text-spacing-trim: normal", "overflow-wrap: anywhere"]
    {
        assert!(CSS.contains(line), "{line}");
    }
    assert!(CSS.contains(":lang(zh) :is(em, i, cite, dfn, address, var) { font-style: normal; }"));
    assert!(CSS.contains(":lang(zh) em { text-emphasis: filled dot; text-emphasis-position: under right; }"));
    assert!(CSS.contains("hanging-punctuation: none"));
    assert_eq!(CSS.matches("hanging-punctuation").count(), 1);
    assert!(!CSS.contains("italic"));
    assert!(page("columns").contains(CSS.trim()));
}

#[test]
fn p5_fonts_of_chinese_are_chinese_first_and_end_generic() {
    for (lang, first) in
        [("zh-Hans", "\"PingFang SC\""), ("zh-Hant", "\"PingFang TC\""), ("zh-Hant-HK", "\"PingFang HK\"")]
    {
        let start = format!(":lang({lang}) {{ font-family: ");
        let fonts = CSS.split(&start).nth(1).and_then(|rest| rest.split(';').next()).unwrap_or_default();
        assert!(fonts.starts_with(first) && fonts.ends_with("sans-serif"), "{lang}: {fonts}");
    }
}

#[test]
fn p6_nothing_is_loaded_from_elsewhere() {
    for (name, html) in pages().into_iter().chain(corpus()) {
        let (root, _) = read(&html);
        for element in root.all() {
            for (attribute, value) in &element.attributes {
                let loads =
                    ["src", "srcset", "poster", "data", "background", "xlink:href"].contains(&attribute.as_str());
                let is_far = value.contains("://") || value.starts_with("//");
                assert!(!(loads && is_far), "{name}: {attribute}={value}");
                assert!(!attribute.starts_with("on"), "{name}: {attribute}={value}");
                assert!(!value.trim().to_lowercase().starts_with("javascript:"), "{name}: {value}");
            }
            let loads =
                ["iframe", "object", "embed", "video", "audio", "form", "base"].contains(&element.name.as_str());
            assert!(!loads, "{name}: <{}>", element.name);
            if element.name == "link" {
                assert!(["canonical", "alternate"].contains(&element.get("rel").unwrap_or_default()), "{name}");
            }
        }
        let scripts: Vec<_> = root.named("script").into_iter().map(|script| script.get("type")).collect();
        assert!(scripts.len() < 2, "{name}: {scripts:?}");
    }
    assert!(!CSS.contains("url(") && !CSS.contains("@import"));
    assert!(page("columns").contains("content=\"default-src 'none'; img-src 'self' file: data:;"));
}

#[test]
fn p6_an_image_that_is_elsewhere_is_a_link_and_is_told() {
    let made = made(DOCUMENT, "columns", style(Web::default()), known);
    let told: Vec<&str> = made.notes.iter().map(|note| note.code).collect();
    assert_eq!(told, ["remote-image"]);
    let html = written(made);
    for expected in
        ["<a href=\"https://far.example/x.png\">Far away</a>", "<a href=\"https://far.example/x.png\">远方</a>"]
    {
        assert!(html.contains(expected), "{expected}");
    }
}

#[test]
fn p7_without_script_both_languages_show_and_the_switch_is_hidden() {
    let (root, _) = read(&page("columns"));
    assert_eq!(root.get("data-view"), Some("both"));
    assert_eq!(root.get("data-views"), Some("both zh en"));
    let switch = root.all().into_iter().find(|element| element.is("switch")).expect("a switch");
    assert!(switch.attributes.contains_key("hidden"));
    assert_eq!(switch.get("aria-label"), Some("语言 Language"));
    let buttons: Vec<_> =
        switch.named("button").iter().map(|it| (it.get("data-set"), it.get("aria-pressed"), it.text.clone())).collect();
    let expected = [("both", "true", "中文 + English"), ("zh", "false", "中文"), ("en", "false", "English")];
    assert_eq!(buttons, expected.map(|(set, pressed, text)| (Some(set), Some(pressed), text.to_owned())));
    let (split, _) = read(&page("split"));
    assert!(split.named("button").is_empty() && split.named("script").is_empty() && split.get("data-view").is_none());
}

#[test]
fn p8_ids_are_unique_links_resolve_and_levels_never_skip() {
    for (name, html) in pages().into_iter().chain(corpus()) {
        let is_corpus = name.contains("corpus");
        let (root, _) = read(&html);
        let mut ids = HashSet::new();
        for element in root.all() {
            if let Some(id) = element.get("id") {
                assert!(ids.insert(id.to_owned()), "{name}: id {id} twice");
            }
        }
        for link in root.named("a") {
            let Some(anchor) = link.get("href").and_then(|href| href.strip_prefix('#')) else { continue };
            // A document may hold a link that leads nowhere; ours never do.
            let is_ours = link.attributes.contains_key("role") || link.is("skip");
            assert!(ids.contains(anchor) || (is_corpus && !is_ours), "{name}: #{anchor}");
        }
        let mut level = 0;
        for heading in root.all().into_iter().filter(|it| it.name.len() == 2 && it.name.starts_with('h')) {
            let Some(own) = heading.name[1..].parse::<usize>().ok() else { continue };
            assert!(own <= level + 1 && (own > 1 || level == 0), "{name}: h{own} below h{level}: {}", heading.text);
            level = own;
        }
        assert_eq!(root.named("h1").len(), 1, "{name}");
        for image in root.named("img") {
            let is_told =
                image.get("alt").is_some_and(|alt| !alt.is_empty() || image.get("role") == Some("presentation"));
            assert!(is_told, "{name}: {image:?}");
        }
    }
}

#[test]
fn p8_footnotes_are_one_list_and_lead_both_ways() {
    let (root, _) = read(&page("columns"));
    let section = root.all().into_iter().find(|element| element.get("role") == Some("doc-endnotes")).expect("notes");
    let items: Vec<_> = section.named("li").iter().map(|item| item.get("id").unwrap().to_owned()).collect();
    assert_eq!(items, ["fn-1", "fn-2"]);
    let references: Vec<&Element> =
        root.named("a").into_iter().filter(|link| link.get("role") == Some("doc-noteref")).collect();
    assert_eq!(references.len(), 4, "twice in each language");
    for reference in references {
        assert_eq!((reference.get("href"), reference.text.as_str()), (Some("#fn-1"), "1"));
        let back = format!("#{}", reference.get("id").unwrap());
        let back: Vec<&Element> =
            section.named("a").into_iter().filter(|link| link.get("href") == Some(&back)).collect();
        // In a view the arrow of the hidden language is hidden with the place that it leads to.
        assert_eq!(back.len(), 1);
        assert_eq!(back[0].views, reference.views);
    }
}

/// The relative luminance of `#rgb` or `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let hex = colour.trim_start_matches('#');
    let wide: String = if hex.len() == 3 { hex.chars().flat_map(|ch| [ch, ch]).collect() } else { hex.to_owned() };
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&wide[at..at + 2], 16).expect("a colour")) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn p8_contrast_is_at_least_four_and_a_half_in_light_dark_and_print() {
    let sheets: Vec<BTreeMap<&str, &str>> = CSS
        .split(":root {")
        .skip(1)
        .map(|block| {
            let block = block.split('}').next().expect("its end");
            let pairs = block.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(": "));
            pairs.collect()
        })
        .collect();
    assert_eq!(sheets.len(), 3, "light, dark, print");
    for sheet in sheets {
        for text in ["fg", "quiet", "second", "link", "accent"] {
            // What a sheet does not set has the colour of the first one, which print sets against white.
            let Some(colour) = sheet.get(text) else { continue };
            for ground in ["bg", "tint"] {
                let ratio = contrast(colour, sheet[ground]);
                assert!(ratio >= 4.5, "{text} on {ground}: {ratio:.2}");
            }
        }
        assert!(contrast(sheet["bg"], sheet["fg"]) >= 4.5, "a pressed button");
    }
    let mark = CSS.split("mark { background: ").nth(1).and_then(|rest| rest.split(';').next()).expect("a colour");
    assert!(contrast(mark, "#20242b") >= 4.5);
    let fixed = ["color: #20242b", "color: light", "color: dark"];
    for (at, _) in CSS.match_indices("color: #") {
        assert!(
            fixed.iter().any(|own| CSS[at..].starts_with(own)),
            "a colour that no rule looks at: {}",
            &CSS[at..at + 20]
        );
    }
}

#[test]
fn p9_the_page_is_html_without_errors() {
    assert!(!read("<!doctype html><p></div>").1.is_empty(), "the reader is strict");
    let mut wrong = Vec::new();
    for (name, html) in pages().into_iter().chain(corpus()) {
        let (_, errors) = read(&html);
        if !errors.is_empty() {
            wrong.push(format!("{name}: {errors:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} pages: {wrong:#?}", wrong.len());
}

#[test]
fn p9_what_a_document_says_is_escaped() {
    let html = page("columns");
    for expected in [
        "<title>开幕之夜 | Opening night: &lt;b&gt;&amp;&lt;",
        "make demo &amp;&amp; echo &quot;&lt;done&gt;&quot;",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&lt;iframe src=&quot;https://far.example&quot;&gt;",
        "<kbd>Enter</kbd>",
        "https://bare.example/a?b=1&amp;c=2",
    ] {
        assert!(html.contains(expected), "{expected}");
    }
    assert!(!html.contains("javascript:"));
}

#[test]
fn p10_the_same_page_is_made_twice() {
    for layout in ["columns", "interleaved", "split"] {
        assert_eq!(page(layout), page(layout));
    }
    assert!(!page("columns").contains('\r'));
}

#[test]
fn o1_json_ld_is_json_and_names_the_languages_of_the_page() {
    let json = |html: &str| -> Value {
        let (start, end) = ("<script type=\"application/ld+json\">", "</script>");
        serde_json::from_str(html.split(start).nth(1).unwrap().split(end).next().unwrap()).unwrap()
    };
    let both = json(&with_address("columns", &[]));
    assert_eq!(both["@type"], "Article");
    assert_eq!(both["inLanguage"], serde_json::json!(["zh-Hans-CN", "en"]));
    assert_eq!(both["headline"], "开幕之夜");
    assert_eq!(both["alternativeHeadline"], "Opening night: <b>&</b>");
    assert_eq!(both["datePublished"], "2020-11-17");
    assert_eq!(both["description"], "一个夜晚，两种语言。");
    assert_eq!(json(&with_address("split", &[]))["inLanguage"], "zh-Hans-CN");
}

#[test]
fn o2_addresses_are_absolute_or_left_out() {
    let (root, _) = read(&with_address("columns", &[("zh-CN", "a.html"), ("zh-HK", "b.html")]));
    let head = root.named("head")[0];
    let mut addresses: Vec<&str> = head.named("link").iter().filter_map(|link| link.get("href")).collect();
    let metas =
        head.named("meta").into_iter().filter(|meta| matches!(meta.get("property"), Some("og:url" | "og:image")));
    addresses.extend(metas.filter_map(|meta| meta.get("content")));
    assert_eq!(addresses.len(), 6);
    assert!(addresses.iter().all(|address| address.starts_with("https://pages.example/recaps/")), "{addresses:?}");
    assert!(addresses.contains(&"https://pages.example/recaps/zh-CN/img/cover.png"), "{addresses:?}");

    let (plain, _) = read(&page("columns"));
    assert!(plain.named("link").is_empty());
    assert!(plain.named("meta").iter().all(|meta| meta.get("property").is_none()));
    assert!(!page("columns").contains("ld+json"));
}

#[test]
fn o3_open_graph_has_locales_with_regions() {
    let (root, _) = read(&with_address("columns", &[]));
    let of = |name: &str| {
        let meta = root.named("meta").into_iter().find(|meta| meta.get("property") == Some(name));
        meta.and_then(|meta| meta.get("content")).map(str::to_owned)
    };
    assert_eq!(of("og:locale").as_deref(), Some("zh_CN"));
    assert_eq!(of("og:locale:alternate").as_deref(), Some("en_US"));
    assert_eq!(of("og:title").as_deref(), Some("开幕之夜"));
    assert_eq!(of("og:type").as_deref(), Some("article"));
}

#[test]
fn what_nobody_translated_shows_in_every_view() {
    let html = written(made("# Title\n\nOne. Two.\n", "columns", style(Web::default()), |_| None));
    assert!(html.contains("<p lang=\"en\">One. Two.</p>"), "{html}");
    assert!(html.contains("<h1 id=\"title\"><span lang=\"en\">Title</span></h1>"), "{html}");
}

#[test]
fn tables_tasks_and_images_keep_what_they_say() {
    let html = page("columns");
    for expected in [
        "<th scope=\"col\" class=\"right\"><span data-l=\"en\" lang=\"en\">Time</span>",
        "<td class=\"centre\"><span data-l=\"en\" lang=\"en\">Keynote</span> <span data-l=\"zh\" lang=\"zh-Hans-CN\">主题演讲</span></td>",
        "<li class=\"task\"><span class=\"box\">☑</span> ",
        "<figure><img src=\"img/g.jpg\" alt=\"Group photo / 合影\"><figcaption><span lang=\"en\">All speakers</span></figcaption></figure>",
        "<code class=\"language-sh\">",
        "<blockquote class=\"alert alert-tip\">",
        "<span data-l=\"zh\" lang=\"zh-Hans-CN\">提示</span>",
        "<details><summary>More</summary>\n<div class=\"pair\">",
    ] {
        assert!(html.contains(expected), "{expected}\n{html}");
    }
}

#[test]
fn a_template_and_a_style_sheet_of_ones_own_replace_ours() {
    let web = |template: &str, css: &str| Web {
        template: Some(template.to_owned()),
        css: Some(css.to_owned()),
        ..Web::default()
    };
    let own = web("<p>{{ title }}</p>{{ heading }}<style>{{ css }}</style>", "p { color: red } /* </style> */");
    let html = written(made("# A & B\n", "columns", style(own), |_| None));
    assert_eq!(
        html,
        "<p>A &amp; B</p><span lang=\"en\">A &amp; B</span><style>p { color: red } /* <\\/style> */</style>\n"
    );
    let wrong = made("# A\n", "columns", style(web("{{ titel }}", "")), |_| None);
    assert_eq!((wrong.files.len(), wrong.notes[0].code), (0, "page-template"));
    assert!(publish::template_fault("{{ title").is_some());
    assert_eq!(publish::template_fault("{{ titel }}"), None);
}

#[test]
fn the_contents_are_left_out_where_nobody_wants_them() {
    let web = Web { toc: false, ..Web::default() };
    assert!(!written(made(DOCUMENT, "columns", style(web), known)).contains("<nav"));
    assert!(page("columns").contains("<nav class=\"contents\""));
}

#[test]
fn html_that_is_translated_stands_in_both_languages() {
    let options = Options { html: true, ..Options::default() };
    let source = "<p align=\"center\">Hello</p>\n\n## Behind\n";
    let chinese = |text: &str| Some(text.replace("Hello", "你好").replace("Behind", "后面"));
    let html = written(made_with(&options, source, "columns", style(Web::default()), chinese));
    assert!(html.contains("<div data-l=\"en\" lang=\"en\">\n<p class=\"centre\">Hello</p>\n</div>"), "{html}");
    assert!(html.contains("<div data-l=\"zh\" lang=\"zh-Hans-CN\">\n<p class=\"centre\">你好</p>\n</div>"), "{html}");
    assert!(html.contains("<h2 id=\"behind\""), "{html}");
}
