//! The article for WeChat: every numbered rule on the recap and on hostile documents, each read again as XML.

mod articles;
mod reader;

use articles::{Folder, RECAP, Sample, article, codes, made, recap_folder, recap_path, repository, sample, samples};
use duizhao::finding::Severity;
use duizhao::markdown::tree::{Node as Block, tree};
use duizhao::markdown::{Options, visible};
use duizhao::project::Workspace;
use duizhao::publish::wechat::{Limits, allowed};
use duizhao::segment::split;
use reader::{elements, expanded};
use roxmltree::Document;

/// Holds every article against a rule that names what is wrong.
#[track_caller]
fn check(rule: fn(&Document<'_>) -> Vec<String>) {
    for sample in samples() {
        let xml = expanded(&sample.fragment);
        let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{}: {error}\n{xml}", sample.name));
        assert_eq!(rule(&document), Vec::<String>::new(), "{}\n{xml}", sample.name);
    }
}

/// Returns whether a rule finds something in a fragment that breaks it.
fn finds(rule: fn(&Document<'_>) -> Vec<String>, fragment: &str) -> bool {
    !rule(&Document::parse(fragment).expect("XML")).is_empty()
}

#[test]
fn w1_no_document_script_or_comment() {
    for sample in samples() {
        let lower = sample.fragment.to_lowercase();
        for never in [
            "<html",
            "<head>",
            "<body",
            "<style",
            "<script",
            "<link",
            "<meta",
            "<iframe",
            "<form",
            "<svg",
            "<details",
            "<video",
            "<!--",
            "<!doctype",
            "<?",
            "alert('",
            "bad()",
        ] {
            // What a document shows as text is escaped, and so are the words of code.
            assert!(!lower.contains(never), "{}: {never}", sample.name);
        }
    }
}

#[test]
fn w2_only_tags_that_are_kept() {
    check(reader::tags);
    assert!(finds(reader::tags, "<section><div/></section>"));
}

#[test]
fn w3_only_attributes_that_are_kept() {
    check(reader::attributes);
    assert!(finds(reader::attributes, "<p id=\"a\"/>") && finds(reader::attributes, "<p src=\"a\"/>"));
}

#[test]
fn w4_only_properties_that_are_kept() {
    check(reader::styles);
    for style in ["position:fixed", "margin:calc(1px)", "display:flex", "color", "background-color:url(a)"] {
        assert!(finds(reader::styles, &format!("<p style=\"{style}\"/>")), "{style}");
    }
}

#[test]
fn w5_no_black() {
    check(reader::blacks);
    for style in ["color:#000", "color:#000000", "color:BLACK", "color:rgb(0, 0, 0)", "border:1px solid black"] {
        assert!(finds(reader::blacks, &format!("<p style=\"{style}\"/>")), "{style}");
    }
    assert!(!finds(reader::blacks, "<p style=\"color:#f00000;border:1px solid #ddd\"/>"));
}

#[test]
fn w6_links_lead_to_articles_only() {
    check(reader::links);
    assert!(finds(reader::links, "<a href=\"#a\"/>") && finds(reader::links, "<a href=\"https://a.b/\"/>"));
    let links = sample("links");
    assert_eq!(links.fragment.matches("<a href=\"https://mp.weixin.qq.com/s/abc?a=1&amp;b=2\"").count(), 2);
}

#[test]
fn w7_every_address_stands_once_at_the_end() {
    for sample in samples() {
        let xml = expanded(&sample.fragment);
        let document = Document::parse(&xml).expect("XML");
        let (signs, entries) = reader::references(&document);
        let numbers: Vec<usize> = entries.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, (1..=entries.len()).collect::<Vec<_>>(), "{}", sample.name);
        assert!(signs.iter().all(|sign| numbers.contains(sign)), "{}: {signs:?}", sample.name);
        assert!(numbers.iter().all(|number| signs.contains(number)), "{}: {signs:?}", sample.name);
    }
    let addresses = |name: &str| -> Vec<String> {
        let xml = expanded(&sample(name).fragment);
        let (_, entries) = reader::references(&Document::parse(&xml).expect("XML"));
        entries.into_iter().map(|(_, text)| text.rsplit(": ").next().expect("an address").to_owned()).collect()
    };
    assert_eq!(
        addresses("links"),
        [
            "https://one.example/",
            "https://mp.weixin.qq.com.evil.example/",
            "https://two.example/",
            "https://two.example/?a=1&b=\"<x>\"",
        ],
        "both languages share a number, and an address that is shown needs none"
    );
    assert_eq!(addresses("notes"), ["https://note.example/"]);
    assert_eq!(addresses("raw HTML"), ["https://html.example/"]);
    assert_eq!(addresses("recap").len(), 6);
    assert!(sample("links").fragment.contains("https://auto.example/x、"), "an address can be read");
}

#[test]
fn w8_no_list_in_an_item() {
    check(|document| {
        let items = elements(document).into_iter().filter(|node| node.has_tag_name("li"));
        let inside = items.flat_map(|item| item.descendants().filter(|node| node.is_element()));
        let lists = inside.filter(|node| matches!(node.tag_name().name(), "ul" | "ol"));
        lists.map(|node| format!("{node:?}")).collect()
    });
    let lists = &sample("lists").fragment;
    for text in ["四又半", "Four and a half", "After the nested list.", "7. 七", "☐ 待办", "☑ 已办", "光秃"]
    {
        assert!(lists.contains(text), "{text}: {lists}");
    }
}

#[test]
fn w9_code_survives_the_editor() {
    fn fences(blocks: &[Block]) -> Vec<String> {
        let inner = |block: &Block| match block {
            Block::Code(_, text) => vec![text.clone()],
            Block::Quote(_, blocks) | Block::Note(_, blocks) => fences(blocks),
            Block::List(_, items) => items.iter().flat_map(|item| fences(&item.blocks)).collect(),
            _ => Vec::new(),
        };
        blocks.iter().flat_map(inner).collect()
    }
    check(|document| reader::codes(document).1);
    for sample in samples().iter().filter(|sample| sample.name != "recap") {
        let xml = expanded(&sample.fragment);
        let (codes, _) = reader::codes(&Document::parse(&xml).expect("XML"));
        assert_eq!(codes, fences(&tree(&sample.source)), "{}", sample.name);
    }
    let xml = expanded(&sample("code").fragment);
    assert_eq!(reader::codes(&Document::parse(&xml).expect("XML")).0.len(), 3);
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Returns a workspace with pictures; `settings` are more lines of the output.
fn with_pictures(settings: &str) -> Folder {
    let mut large = PNG.to_vec();
    large.resize(allowed::IMAGE_BYTES as usize + 1, 0);
    let toml = format!(
        "documents = [\"content/*.md\"]\n\n[[output]]\nname = \"wechat\"\nformat = \"wechat\"\npath = \"out/{{stem}}.wechat.html\"\n{settings}"
    );
    Folder::new(&[
        ("duizhao.toml", toml.as_bytes()),
        (
            "content/a.md",
            b"# Pictures\n\n![Group](img/g%20h.png \"Everybody\")\n\n![](img/large.png)\n\n![Web](img/w.jpg)\n\n![None](img/none.png)\n\n![Out](../../etc/passwd)\n\n![Remote](https://remote.example/a.png)\n\n![There](https://mmbiz.qpic.cn/b/0)\n\nInline ![mark](/top.gif).\n",
        ),
        ("content/img/g h.png", PNG),
        ("content/img/large.png", &large),
        ("content/img/w.jpg", b"RIFF\0\0\0\0WEBPVP8 "),
        ("top.gif", b"GIF89a"),
    ])
}

/// Returns path, status and address of each picture in the list.
fn listed(folder: &Folder) -> Vec<(String, String, Option<String>)> {
    let facts: serde_json::Value = serde_json::from_str(&folder.read("out/a.wechat.json")).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let images = facts["images"].as_array().expect("a list").iter();
    images
        .map(|it| (text(&it["path"]).expect("a path"), text(&it["status"]).expect("a status"), text(&it["src"])))
        .collect()
}

#[test]
fn w10_pictures_are_listed_with_what_is_wrong() {
    let folder = with_pictures("");
    let report = folder.build().expect("built");
    let some = |text: &str| Some(text.to_owned());
    let expected = [
        ("content/img/g h.png", "local", some("../content/img/g%20h.png")),
        ("content/img/large.png", "too-large", some("../content/img/large.png")),
        ("content/img/w.jpg", "wrong-type", some("../content/img/w.jpg")),
        ("content/img/none.png", "missing", some("img/none.png")),
        ("../../etc/passwd", "missing", some("../../etc/passwd")),
        ("https://remote.example/a.png", "remote", some("https://remote.example/a.png")),
        ("https://mmbiz.qpic.cn/b/0", "uploaded", some("https://mmbiz.qpic.cn/b/0")),
        ("top.gif", "local", some("../top.gif")),
    ];
    assert_eq!(listed(&folder), expected.map(|(path, status, src)| (path.to_owned(), status.to_owned(), src)));
    let fragment = folder.read("out/a.wechat.html");
    assert!(fragment.contains("[图片：Group | img/g%20h.png]</p>"), "{fragment}");
    assert!(fragment.contains("[图片：img/large.png]"), "{fragment}");
    assert!(fragment.contains(">Everybody</p>"), "{fragment}");
    let inline = &sample("pictures").fragment;
    assert_eq!(inline.matches("<img src=\"img/i.png\"").count(), 2, "both sentences have theirs");
    assert_eq!(inline.matches("| img/i.png]").count(), 1, "{inline}");
    assert_eq!(inline.matches("<img src=\"img/g.jpg\"").count(), 1, "a picture alone stands once");
    assert_eq!(codes(&report.findings).iter().filter(|it| **it == ("wechat-image", "warning")).count(), 7);
}

#[test]
fn w10_with_a_map_every_picture_is_on_a_host_of_wechat() {
    let folder = with_pictures("image-map = \"map.json\"\n");
    assert!(folder.build().is_err_and(|error| error.contains("error-image-map-missing")));
    folder.write("map.json", b"[]");
    assert!(folder.build().is_err_and(|error| error.contains("error-image-map")));
    folder.write(
        "map.json",
        br#"{"content/img/g h.png": "https://mmbiz.qpic.cn/a/0", "/top.gif": "https://other.example/t.gif", "https://remote.example/a.png": "https://mmbiz.qpic.cn/r/0"}"#,
    );
    folder.build().expect("built");
    let xml = expanded(&folder.read("out/a.wechat.html"));
    let document = Document::parse(&xml).expect("XML");
    let sources: Vec<&str> = elements(&document).into_iter().filter_map(|node| node.attribute("src")).collect();
    assert_eq!(sources, ["https://mmbiz.qpic.cn/a/0", "https://mmbiz.qpic.cn/r/0", "https://mmbiz.qpic.cn/b/0"]);
    let statuses: Vec<String> = listed(&folder).into_iter().map(|(_, status, _)| status).collect();
    assert_eq!(
        statuses,
        ["uploaded", "too-large", "wrong-type", "missing", "missing", "uploaded", "uploaded", "wrong-host"]
    );
}

#[test]
fn w10_the_interface_takes_no_hopeless_picture() {
    let folder = with_pictures("limits = \"api\"\n");
    let report = folder.build().expect("looked at");
    let errors = codes(&report.findings).iter().filter(|it| **it == ("wechat-image", "error")).count();
    assert_eq!(errors, 4, "too large, of another kind, missing twice");
    assert!(!folder.has("out/a.wechat.html"), "nothing is written");
}

/// Returns code and severity of what is told about a document of both languages.
fn told(source: &str, target: &str, limits: Limits) -> Vec<(&'static str, &'static str)> {
    let article = duizhao::publish::wechat::Article { limits, ..article() };
    made(source, target, article).notes.iter().map(|note| (note.code, note.severity.name())).collect()
}

#[test]
fn w11_length_is_told_and_limited() {
    let of_length = |count: usize| format!("# T\n\n{}\n", "a".repeat(count));
    let length = |count: usize, limits| {
        let text = of_length(count);
        told(&text, &text, limits)[0]
    };
    assert_eq!(length(1_000, Limits::Api), ("wechat-length", "info"));
    assert_eq!(length(18_500, Limits::Api), ("wechat-length", "warning"));
    assert_eq!(length(20_000, Limits::Paste), ("wechat-length", "warning"));
    assert_eq!(length(20_000, Limits::Api), ("wechat-length", "error"));
    for sample in samples() {
        let Some(json) = sample.made.files.get(2) else { continue };
        let facts: serde_json::Value = serde_json::from_str(&json.text).expect("JSON");
        assert_eq!(facts["counts"]["chars"], sample.fragment.chars().count(), "{}", sample.name);
        assert_eq!(facts["counts"]["bytes"], sample.fragment.len(), "{}", sample.name);
    }
    let recap = sample("recap").fragment.chars().count();
    println!("the recap: {recap} of {} characters", allowed::FRAGMENT_CHARS);
    assert!(recap < allowed::FRAGMENT_CHARS, "{recap}");
}

#[test]
fn w12_fields_have_limits() {
    let source = "---\ntitle: A title\ndescription: Words.\n---\n\nBody.\n";
    let target = |title: usize, digest: usize| {
        let (title, digest) = ("题".repeat(title), "摘".repeat(digest));
        format!("---\ntitle: {title}\ndescription: {digest}\n---\n\n正文。\n")
    };
    assert_eq!(told(source, &target(32, 128), Limits::Api), [("wechat-length", "info")]);
    let over = [("wechat-length", "info"), ("wechat-title", "warning"), ("wechat-title", "warning")];
    assert_eq!(told(source, &target(33, 129), Limits::Paste), over);
    assert_eq!(told(source, &target(33, 128), Limits::Api), [("wechat-length", "info"), ("wechat-title", "error")]);
    assert_eq!(told("Body.\n", "正文。\n", Limits::Paste), [("wechat-length", "info"), ("wechat-title", "warning")]);
    let facts = |source: &str, target: &str| -> serde_json::Value {
        let article = duizhao::publish::wechat::Article {
            author: Some("作者".to_owned()),
            source_url: Some("https://a.example/b/".to_owned()),
            ..article()
        };
        serde_json::from_str(&made(source, target, article).files[2].text).expect("JSON")
    };
    let own = facts(source, &target(3, 2));
    assert_eq!((&own["title"], &own["digest"]), (&"题题题".into(), &"摘摘".into()), "the Chinese alone");
    assert_eq!((&own["author"], &own["source_url"]), (&"作者".into(), &"https://a.example/b/".into()));
    let first = facts("# Title\n\nOne. Two.\n", &format!("# 标题\n\n{}\n", "字".repeat(80)));
    assert_eq!((&first["title"], &first["digest"]), (&"标题".into(), &"字".repeat(54).into()));
}

#[test]
fn w13_one_root_between_its_guards() {
    for sample in samples() {
        let xml = expanded(&sample.fragment);
        let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{}: {error}", sample.name));
        let root = document.root_element();
        assert!(root.has_tag_name("section"), "{}", sample.name);
        let is_guard = |node: Option<roxmltree::Node<'_, '_>>| {
            node.is_some_and(|node| {
                node.attribute("style") == Some("font-size:0;line-height:0;margin:0") && node.text() == Some("\u{a0}")
            })
        };
        assert!(is_guard(root.first_element_child()) && is_guard(root.last_element_child()), "{}", sample.name);
    }
}

/// Holds the texts of one language against an article, in their order; what stands at the end only has to be there.
#[track_caller]
fn in_order(sample: &Sample, texts: &[(bool, String)]) {
    let xml = expanded(&sample.fragment);
    let shown = reader::squeezed(&Document::parse(&xml).expect("XML"));
    let mut at = 0;
    for (is_note, text) in texts {
        let text: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
        let from = if *is_note { 0 } else { at };
        let found = shown[from..].find(&text);
        assert!(found.is_some(), "{}: {text} is lost in {shown}", sample.name);
        at = if *is_note { at } else { from + found.unwrap_or(0) + text.len() };
    }
}

#[test]
fn w14_every_text_is_there_in_order() {
    let shown = |kind: &str| kind != "front-matter" && kind != "alt" && kind != "html";
    for name in ["lists", "tables", "notes", "links"] {
        let sample = sample(name);
        for text in [&sample.source, &sample.target] {
            let document = split(text, "en", &Options::default());
            let units = document.units.iter().filter(|unit| shown(unit.kind.name()));
            let visible = |text: &str| visible(&format!("{text}\n\n[two]: https://two.example/\n"));
            let plain = |text: String| ["[^a]", "[^b]", "[^c]"].iter().fold(text, |text, note| text.replace(note, ""));
            let is_note = |kind: &str| kind == "footnote" || name == "notes";
            let texts = units.map(|unit| (is_note(unit.kind.name()), plain(visible(&unit.segments.join(" ")))));
            in_order(sample, &texts.collect::<Vec<_>>());
        }
    }
    let workspace = Workspace::open(&repository()).expect("a workspace");
    let loaded = workspace.load(RECAP, &[]).expect("the recap");
    let defined = "[angel]: https://a.example\n[paddle]: https://b.example\n";
    let units =
        || loaded.document.units.iter().zip(&loaded.targets[0].entries).filter(|(unit, _)| shown(unit.kind.name()));
    let segment =
        |kind: &str, text: &str| (kind == "footnote", visible(&format!("{text}\n\n{defined}")).replace("[^name]", ""));
    let of = |target: bool| -> Vec<(bool, String)> {
        let segments = |(unit, entry): (&duizhao::segment::Unit, &duizhao::status::Entry)| {
            let texts = entry.segments.iter().map(|it| if target { &it.target } else { &it.now });
            texts.map(|text| segment(unit.kind.name(), text)).collect::<Vec<_>>()
        };
        units().flat_map(segments).collect()
    };
    in_order(sample("recap"), &of(true));
    in_order(sample("recap"), &of(false));
    let words = &sample("words").fragment;
    assert!(words.contains("1+1&gt;2") && words.contains("LF AI &amp; Data") && words.contains("R&amp;D"), "{words}");
}

#[test]
fn w15_no_italics() {
    check(|document| {
        let styles = reader::declarations(document).into_iter();
        styles.filter(|(name, _)| name == "font-style").map(|(name, value)| format!("{name}:{value}")).collect()
    });
    let words = &sample("words").fragment;
    assert!(words.contains("<strong>强调</strong>") && words.contains("<strong>emphasised</strong>"), "{words}");
}

#[test]
fn w16_a_second_run_makes_the_same_bytes() {
    let folder = recap_folder();
    assert!(folder.build().expect("built").built[0].changed);
    let endings = [".html", ".preview.html", ".json"];
    let first = endings.map(|ending| folder.read(&recap_path(ending)));
    assert!(!folder.build().expect("built").built[0].changed);
    assert_eq!(first, endings.map(|ending| folder.read(&recap_path(ending))));
    assert_eq!(recap_folder().build().expect("built").findings.len(), folder.build().expect("built").findings.len());
    for sample in samples().iter().filter(|sample| sample.name != "recap") {
        assert_eq!(made(&sample.source, &sample.target, article()), sample.made, "{}", sample.name);
    }
}

#[test]
fn an_edited_fragment_is_not_overwritten() {
    let folder = recap_folder();
    folder.build().expect("built");
    folder.write(&recap_path(".html"), b"<section>mine</section>\n");
    assert!(folder.build().is_err_and(|error| error.contains("error-output-edited")));
}

#[test]
fn what_nobody_translated_stands_once() {
    let folder = with_pictures("");
    folder.write("content/a.md", b"# Title\n\nOnly *English*.\n\n- One\n");
    folder.build().expect("built");
    let fragment = folder.read("out/a.wechat.html");
    assert_eq!(fragment.matches("English").count(), 1);
    assert!(fragment.contains("<p style=\"margin:0 0 20px\">Only <strong>English</strong>.</p>"), "{fragment}");
    assert!(!fragment.contains("Title"), "the title is a field");
}

#[test]
fn tables_that_a_phone_cannot_show_are_told() {
    let notes = &sample("tables").made.notes;
    assert!(notes.iter().any(|note| note.code == "wechat-table" && note.severity == Severity::Warning));
    let lost: Vec<_> = sample("links").made.notes.iter().filter(|note| note.code == "wechat-link").collect();
    assert_eq!(lost.len(), 2, "a file and a script: {lost:?}");
}

#[test]
fn notes_are_numbered_once() {
    let notes = &sample("notes").fragment;
    assert_eq!(notes.matches("<sup style=\"font-size:12px\">[注1]</sup>").count(), 4, "{notes}");
    for text in [">注释 Notes</h3>", "[注4] 无人问津。", "与<sup style=\"font-size:12px\">[注3]</sup>", "带一段。"]
    {
        assert!(notes.contains(text), "{text}: {notes}");
    }
}

#[test]
fn the_preview_holds_the_fragment_and_copies_it() {
    let sample = sample("words");
    let preview = &sample.made.files[1].text;
    assert!(preview.contains(sample.fragment.trim_end()));
    for text in
        ["复制文章", "ClipboardItem", "text/html", "text/plain", "execCommand", "width: 375px", "default-src 'none'"]
    {
        assert!(preview.contains(text), "{text}");
    }
    assert!(!preview.contains("{LANG}") && !preview.contains("http://"), "{preview}");
}

#[test]
fn the_recap_is_as_it_was_read() {
    let path = repository().join("tests/golden/recap.wechat.html");
    let fragment = &sample("recap").fragment;
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        std::fs::write(&path, fragment).expect("written");
    }
    let expected = std::fs::read_to_string(&path).expect("a golden file");
    let diff = similar::TextDiff::from_lines(&expected, fragment);
    assert!(expected == *fragment, "{}", diff.unified_diff().context_radius(1));
}
