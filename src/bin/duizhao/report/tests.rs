//! Every format over the same findings: golden files, the rules of their schemas, and hostile content.

mod schema;

use std::collections::HashSet;

use duizhao::finding::{Changed, Finding, Message, Place, Severity};
use duizhao::fluent::messages::Words;
use duizhao::status::Counts;
use serde_json::Value;

use crate::args::{Arguments, Format};
use crate::report::{self, Checked, CheckedDocument, Excerpt, Found, Known, LocaleStatus, Unlisted, Untouched};
use crate::ui::{Ui, is_plain, on_one_line};

/// A reader of English without colours.
pub(in crate::report) fn ui() -> Ui {
    let arguments = ["duizhao", "check", "--color", "never"];
    let arguments = <Arguments as clap::Parser>::try_parse_from(arguments).expect("arguments");
    let mut ui = Ui::new(Words::new(&"en".parse().expect("a tag")), &arguments.global);
    ui.width = 100;
    ui
}

/// The same who asks for a format.
fn ui_for(format: Format) -> Ui {
    let mut ui = ui();
    ui.format = format;
    ui
}

/// What a page like GitHub's shows of a report.
pub(in crate::report) fn html(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.render.r#unsafe = true;
    comrak::markdown_to_html(markdown, &options)
}

/// The tags of a page, without their attributes.
pub(in crate::report) fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|tag| tag.split(['>', ' ']).next().unwrap_or(tag)).collect()
}

/// Whether somebody is called outside of code.
pub(in crate::report) fn calls(html: &str) -> bool {
    let outside = |part: &str| part.split_once("</code>").map_or(part.to_owned(), |(_, rest)| rest.to_owned());
    html.split("<code").map(outside).any(|text| text.contains("@w") || text.contains("#1"))
}

/// A finding in which everything that others write says `text`.
fn finding(text: &str) -> Finding {
    let place = || Place { path: text.to_owned(), span: 0..0, line: 7, column: 5, end_line: 7, end_column: 9 };
    let message = Message::new("finding-draft").with("origin", text);
    Finding {
        source: Some(place()),
        document: text.to_owned(),
        id: Some(text.to_owned()),
        index: Some(0),
        evidence: text.to_owned(),
        was: Some(text.to_owned()),
        class: Some("fact"),
        changed: vec![Changed { kind: "name", was: Some(text.to_owned()), now: Some(text.to_owned()) }],
        // Not what the excerpt shows, which would not be said twice.
        translation: Some(format!("{text}!")),
        ..Finding::in_catalog("draft", Severity::Error, place(), text, message)
    }
}

fn document(path: &str, source: &str, targets: &[&str]) -> CheckedDocument {
    let targets = targets.iter().map(|&locale| locale.to_owned()).collect();
    CheckedDocument { path: path.to_owned(), source: source.to_owned(), targets }
}

fn excerpt(text: &str) -> Option<Excerpt> {
    let line = format!("{text}\n");
    let place = Place::new("a", &line, 0..line.len());
    Excerpt::of(&line, &place, "")
}

/// Findings of every severity, each in two copies, and one without a place.
fn checked(text: &str) -> Checked {
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    let of = |severity| Found { finding: Finding { severity, ..finding(text) }, excerpt: excerpt(text) };
    let mut found: Vec<Found> = severities.into_iter().chain(severities).map(of).collect();
    let nowhere = Finding { source: None, target: None, ..finding(text) };
    found.push(Found { finding: nowhere, excerpt: None });
    let documents = vec![document(text, text, &[text]), document("clean.md", "en", &["ja"])];
    Checked {
        found,
        documents,
        count: 2,
        threshold: Some(Severity::Warning),
        prefix: String::new(),
        unlisted: Unlisted::default(),
        touched: HashSet::new(),
    }
}

fn locales(text: &str) -> Vec<LocaleStatus> {
    let counts = Counts { total: 4, translated: 3, missing: 1, ..Counts::default() };
    let documents = vec![(text.to_owned(), counts), ("b.md".to_owned(), counts)];
    vec![LocaleStatus { locale: text.to_owned(), documents }]
}

/// A report of `check` in a format.
fn written(format: Format, checked: &Checked) -> String {
    report::check(&ui_for(format), checked)
}

/// The names of the elements of a text that is XML.
fn elements(xml: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).unwrap_or_else(|error| panic!("{error}\n{xml}"));
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    elements.map(|node| node.tag_name().name().to_owned()).collect()
}

/// A page as XML; its elements are all closed.
fn page(html: &str) -> &str {
    html.strip_prefix("<!doctype html>\n").expect("a page")
}

/// A workflow command as the runner of GitHub reads it: its name, properties and message.
fn command(line: &str) -> (String, Vec<(String, String)>, String) {
    let (head, message) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a command");
    let (name, properties) = head.split_once(' ').expect("properties");
    let read = |text: &str| text.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%25", "%");
    let property = |text: &str| {
        let (name, value) = text.split_once('=').expect("a value");
        (name.to_owned(), read(value))
    };
    (name.to_owned(), properties.split(',').map(property).collect(), message.replace("%0A", "\n").replace("%25", "%"))
}

/// The bytes that a relative address names.
fn named(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().expect("a digit")).to_digit(16).expect("a digit") as u8;
        bytes.push(if byte == b'%' { digit() * 16 + digit() } else { byte });
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// What content of others must never do in any format.
const HOSTILE: &[&str] = &[
    "::error file=a.md,line=1::broken",
    "  ::stop-commands::x",
    "##[error]x ##vso[task.complete]x",
    "a%0Ab%0D%3A%2C%25",
    "\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}31m\u{7f}",
    "\u{202e}txt\u{202c}\u{2066}a\u{2069}\u{200f}\u{61c}",
    "a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g\u{b}h\tI",
    "\0 \u{FFFE} \u{FFFF} \u{1F}",
    "\"quoted\" 'quoted' \\ &amp; &#64;",
    "]]> <![CDATA[ --> <!-- ?>",
    "a|b || c \\|",
    "`x` ``` ~~~",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</td></table></article></body></failure></testcase>",
    "@wei w@wei.org #1 o/r#1",
    "[x](javascript:alert(1)) ![y](https://example.org/y.png) https://example.org www.example.org",
    "*x* _y_ ~~z~~ <b>x</b>",
    "{0} {{1}} ${{ x }} %SRCROOT%",
    "a,b:c=d;e",
];

#[track_caller]
fn check(format: Format, parses: impl Fn(&str, &str)) {
    for text in HOSTILE {
        let report = written(format, &checked(text));
        let raw = report.chars().find(|ch| !is_plain(*ch) && *ch != '\n');
        assert_eq!(raw, None, "{format:?}: a raw control character\n{report}");
        parses(text, &report);
    }
}

#[test]
fn hostile_content_adds_no_line_and_no_command_for_people() {
    for format in [Format::Human, Format::Brief] {
        let plain = written(format, &checked("plain")).lines().count();
        check(format, |_, report| {
            assert_eq!(report.lines().count(), plain, "{report}");
            let is_command =
                |line: &&str| line.trim_start().starts_with("::") || line.contains("##[") || line.contains("##vso[");
            assert_eq!(report.lines().find(is_command), None);
        });
    }
}

#[test]
fn hostile_content_is_the_same_in_json() {
    check(Format::Json, |text, report| {
        let value: Value = serde_json::from_str(report).expect("JSON");
        assert_eq!(value["findings"][0]["evidence"], text);
        assert_eq!(report.lines().count(), 1);
    });
}

#[test]
fn hostile_content_stays_in_its_place_in_sarif() {
    check(Format::Sarif, |text, report| {
        let value: Value = serde_json::from_str(report).expect("JSON");
        schema::check(schema::SARIF, &value);
        for result in value["runs"][0]["results"].as_array().expect("results") {
            let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            assert_eq!(named(uri.as_str().expect("an address")), text);
            let message = result["message"]["text"].as_str().expect("a text").replace("\\]", "");
            assert!(!message.contains("]("), "a link: {message}");
        }
    });
}

#[test]
fn hostile_content_stays_in_its_element_in_junit() {
    let plain = elements(&written(Format::Junit, &checked("plain")));
    check(Format::Junit, |_, report| {
        assert_eq!(elements(report), plain);
        schema::junit(report);
    });
}

#[test]
fn hostile_content_stays_in_its_command_on_github() {
    check(Format::Github, |text, report| {
        assert_eq!(report.lines().count(), checked(text).found.len(), "{report}");
        for line in report.lines() {
            let (name, properties, message) = command(line);
            assert!(["error", "warning", "notice"].contains(&&*name), "{line}");
            let names: Vec<&str> = properties.iter().map(|(name, _)| name.as_str()).collect();
            assert!(
                names == ["file", "line", "endLine", "col", "title"] || names == ["file", "line", "title"],
                "{line}"
            );
            assert_eq!(properties[0].1, on_one_line(text));
            assert!(message.starts_with("filled in"), "{message}");
        }
    });
}

/// So many errors whose texts say `text`, each in a catalog of its own, and the files a reviewer looks at.
fn many(count: usize, text: &str, touched: &[&str]) -> Checked {
    let place = |path: String| Place { path, span: 0..0, line: 7, column: 5, end_line: 7, end_column: 9 };
    let one = |at: usize| Finding {
        source: Some(place(format!("{at}.md"))),
        target: Some(place(format!("{at}.ftl"))),
        ..finding(text)
    };
    let found = (0..count).map(|at| Found { finding: one(at), excerpt: None }).collect();
    Checked { found, touched: touched.iter().map(|&path| path.to_owned()).collect(), ..checked(text) }
}

/// The files of the commands of a report, and its other lines.
fn shown_files(report: &str) -> (Vec<String>, Vec<&str>) {
    let (commands, others): (Vec<_>, Vec<_>) =
        report.lines().partition(|line| line.starts_with("::") && line.contains(" file="));
    (commands.into_iter().map(|line| command(line).1[0].1.clone()).collect(), others)
}

#[test]
fn ten_of_a_kind_are_all_shown_on_github() {
    let report = written(Format::Github, &many(10, "a", &[]));
    let (files, others) = shown_files(&report);
    assert_eq!((files.len(), others.len()), (10, 0), "{report}");
}

#[test]
fn more_than_ten_are_counted_and_listed_on_github() {
    let report = written(Format::Github, &many(12, "a", &[]));
    let (files, others) = shown_files(&report);
    assert_eq!((files.len(), &*files[8]), (9, "8.ftl"), "{report}");
    let [more, group, listed @ .., end] = &*others else { panic!("{report}") };
    assert_eq!(*more, "::error title=duizhao::and 3 more; the log of this step lists them");
    assert!(group.starts_with("::group::") && *end == "::endgroup::", "{report}");
    let starts: Vec<_> = listed.iter().map(|line| line.split(' ').next().expect("a word")).collect();
    assert_eq!(starts, ["9.ftl:7:5:", "10.ftl:7:5:", "11.ftl:7:5:"]);
}

#[test]
fn what_a_reviewer_looks_at_comes_first_on_github_and_at_the_lines_of_the_diff() {
    let report = written(Format::Github, &many(12, "a", &["11.ftl", "9.md", "10.md", "10.ftl"]));
    let (files, _) = shown_files(&report);
    assert_eq!(files[..4], ["9.md", "10.ftl", "11.ftl", "0.ftl"], "{report}");
    let (_, _, message) = command(report.lines().next().expect("a line"));
    assert_eq!(message.lines().nth(1), Some("9.ftl:7:5"));
}

#[test]
fn hostile_content_adds_no_command_beyond_the_tenth_on_github() {
    for text in HOSTILE {
        let mut checked = many(12, text, &[]);
        checked.found[11].finding.target.as_mut().expect("a place").path = (*text).to_owned();
        let report = written(Format::Github, &checked);
        let others = shown_files(&report).1;
        assert_eq!(others.len(), 6, "{report}");
        let commands = others.iter().filter(|line| line.trim_start().starts_with("::") || line.contains("##["));
        assert_eq!(commands.count(), 3, "{report}");
    }
}

#[test]
fn hostile_content_is_a_text_on_gitlab() {
    check(Format::Gitlab, |text, report| {
        let value: Value = serde_json::from_str(report).expect("JSON");
        schema::check(schema::GITLAB, &value);
        let issues = value.as_array().expect("issues");
        assert!(issues.iter().all(|issue| issue["location"]["path"] == *text));
        let fingerprints: HashSet<_> = issues.iter().map(|issue| &issue["fingerprint"]).collect();
        assert_eq!(fingerprints.len(), issues.len(), "GitLab shows one of those that are the same");
    });
}

#[test]
fn hostile_content_becomes_no_markup_in_markdown() {
    let plain = html(&written(Format::Markdown, &checked("plain")));
    check(Format::Markdown, |_, report| {
        let page = html(report);
        assert_eq!(tags(&page).len(), tags(&plain).len(), "{page}");
        assert!(!tags(&page).iter().any(|tag| ["script", "img", "a", "b", "em"].contains(tag)), "{page}");
        assert!(!calls(&page), "{page}");
    });
}

#[test]
fn hostile_content_becomes_no_element_of_a_page() {
    let plain = elements(page(&written(Format::Html, &checked("plain"))));
    check(Format::Html, |_, report| {
        let found = elements(page(report));
        let frame = |names: &[String]| names.iter().filter(|name| *name != "del" && *name != "ins").count();
        assert_eq!(frame(&found), frame(&plain), "{report}");
        assert!(!found.iter().any(|name| ["script", "img", "a", "link", "iframe"].contains(&&**name)), "{report}");
    });
    for text in HOSTILE {
        let status = report::status(&ui_for(Format::Html), &locales(text));
        assert_eq!(
            elements(page(&status)),
            elements(page(&report::html::status(&ui(), &locales("plain")))),
            "{status}"
        );
        let svg = report::badge::svg(&ui(), &locales(text));
        assert_eq!(elements(&svg), elements(&report::badge::svg(&ui(), &locales("plain"))));
        assert!(status.chars().chain(svg.chars()).all(|ch| is_plain(ch) || ch == '\n'), "{text:?}");
    }
}

/// The findings of the golden files.
fn usual() -> Checked {
    let source = "# Welcome\n\nThe doors open at half past nine.\n";
    let catalog = "# was 1d7e: The doors open at nine in the morning.\nthe-doors-open =\n    早上九点开门（“准时”）。\n    {\"\"}\n";
    let place = |path: &str, text: &str, part: &str| {
        let at = text.find(part).expect("in the text");
        Place::new(path, text, at..at + part.len())
    };
    let target = |part: &str| place("locales/zh-CN/content/welcome.md.ftl", catalog, part);
    let about = |code, severity, message: Message, part: &str| Finding {
        source: Some(place("content/welcome.md", source, "The doors open at half past nine.")),
        document: "content/welcome.md".to_owned(),
        id: Some("the-doors-open".to_owned()),
        index: Some(0),
        evidence: "The doors open at half past nine.".to_owned(),
        ..Finding::in_catalog(code, severity, target(part), "zh-CN", message)
    };
    let stale = Finding {
        was: Some("The doors open at nine in the morning.".to_owned()),
        class: Some("fact"),
        changed: vec![Changed { kind: "number", was: None, now: Some("half".to_owned()) }],
        translation: Some("早上九点开门（“准时”）。".to_owned()),
        ..about("stale", Severity::Error, Message::new("finding-stale"), "早上九点开门（“准时”）。")
    };
    let untranslated = about("untranslated", Severity::Warning, Message::new("finding-untranslated"), "{\"\"}");
    let not_started = Finding {
        target: None,
        locale: "ja".to_owned(),
        ..about("untranslated", Severity::Warning, Message::new("finding-not-started").with("count", 2), "{\"\"}")
    };
    let whole = Place::new("locales/zh-CN/gone.md.ftl", "", 0..0);
    let message = Message::new("finding-orphan").with("path", "locales/zh-CN/gone.md.ftl");
    let orphan = Finding::in_catalog("orphan-catalog", Severity::Info, whole, "zh-CN", message);
    let with_excerpt = |finding: Finding| {
        let excerpt = match &finding.target {
            Some(place) => Excerpt::of(catalog, place, &finding.evidence),
            None => finding.source.as_ref().and_then(|place| Excerpt::of(source, place, &finding.evidence)),
        };
        Found { finding, excerpt }
    };
    let found = [orphan, stale, untranslated, not_started].map(with_excerpt).into();
    let documents =
        vec![document("content/clean.md", "en", &["zh-CN"]), document("content/welcome.md", "en", &["zh-CN", "ja"])];
    Checked {
        found,
        documents,
        count: 2,
        threshold: Some(Severity::Error),
        prefix: "docs/".to_owned(),
        unlisted: Unlisted::default(),
        touched: HashSet::new(),
    }
}

/// Compares a text with a file of `tests/golden/reports`; with `SNAPSHOTS=overwrite` it is written.
#[track_caller]
fn golden(name: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/reports").join(name);
    if std::env::var("SNAPSHOTS").is_ok_and(|mode| mode == "overwrite") {
        std::fs::write(&path, text).expect("written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{name} differs from its golden file:\n{text}");
}

#[test]
fn reports_of_a_check_are_as_they_were() {
    for (format, name) in [
        (Format::Human, "check.txt"),
        (Format::Json, "check.json"),
        (Format::Brief, "check.brief.txt"),
        (Format::Junit, "check.junit.xml"),
        (Format::Github, "check.github.txt"),
        (Format::Gitlab, "check.gitlab.json"),
        (Format::Markdown, "check.md"),
        (Format::Html, "check.html"),
    ] {
        golden(name, &written(format, &usual()));
    }
}

#[test]
fn sarif_is_as_it_was() {
    let mut value: Value = serde_json::from_str(&written(Format::Sarif, &usual())).expect("JSON");
    schema::check(schema::SARIF, &value);
    let rules = value["runs"][0]["tool"]["driver"]["rules"].clone();
    for result in value["runs"][0]["results"].as_array_mut().expect("results") {
        let index = result.as_object_mut().and_then(|result| result.shift_remove("ruleIndex")).expect("an index");
        let index = index.as_u64().expect("a number") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    // Every code is a rule; the file shows one, so that a new check leaves it as it is.
    let rules = value["runs"][0]["tool"]["driver"]["rules"].as_array_mut().expect("rules");
    assert!(rules.len() > 10, "only {} rules", rules.len());
    rules.retain(|rule| rule["id"] == "untranslated");
    golden("check.sarif", &format!("{value:#}\n"));
}

#[test]
fn reports_of_a_status_are_as_they_were() {
    let counts = Counts { total: 9, missing: 1, stale: 2, draft: 1, translated: 3, reviewed: 2 };
    let documents = vec![("content/a.md".to_owned(), counts), ("content/b.md".to_owned(), Counts::default())];
    let locales = [LocaleStatus { locale: "zh-CN".to_owned(), documents }];
    for (format, name) in
        [(Format::Html, "status.html"), (Format::BadgeJson, "badge.json"), (Format::BadgeSvg, "badge.svg")]
    {
        golden(name, &report::status(&ui_for(format), &locales));
    }
}

#[test]
fn golden_files_follow_the_schemas() {
    schema::check(schema::GITLAB, &serde_json::from_str(&written(Format::Gitlab, &usual())).expect("JSON"));
    schema::junit(&written(Format::Junit, &usual()));
}

#[test]
fn every_format_is_described_and_no_other() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reports.md");
    let text = std::fs::read_to_string(path).expect("the document");
    let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let described = headings.iter().flat_map(|heading| heading.split(" and ")).collect::<Vec<_>>();
    let named: Vec<String> = <Format as clap::ValueEnum>::value_variants().iter().map(|one| one.name()).collect();
    assert_eq!(described, named);
    let further = |formats: Vec<Format>| {
        let names = formats[report::EVERYWHERE.len()..].iter().map(|format| format!("`{}`", format.name()));
        names.collect::<Vec<_>>().join(", ")
    };
    for row in [
        format!("| `check` | {} |", further(report::formats(report::CHECK))),
        format!("| `status` | {} |", further(report::formats(report::STATUS))),
        format!("| `diff`, without `--since` | {} |", further(report::formats(report::DIFF))),
        format!("| `impact` | {} |", further(report::formats(report::IMPACT))),
    ] {
        assert!(text.contains(&row), "no row {row}");
    }
}

#[test]
fn every_format_of_a_check_meets_the_hostile_content() {
    // A new format needs its line in the tests above.
    assert_eq!(report::formats(report::CHECK).len(), 9);
}

#[test]
fn what_is_below_the_threshold_is_no_failure_in_junit() {
    let failures = |threshold| {
        let report = written(Format::Junit, &Checked { threshold, ..usual() });
        elements(&report).iter().filter(|name| *name == "failure").count()
    };
    assert_eq!(failures(None), 0);
    assert_eq!(failures(Some(Severity::Error)), 1);
    assert_eq!(failures(Some(Severity::Info)), 4);
}

#[test]
fn what_is_not_listed_is_counted_in_the_summary() {
    let known = Known { file: "old.json".to_owned(), known: 214, gone: 1, anew: String::new() };
    let untouched = Untouched { revision: "main".to_owned(), count: 30 };
    let unlisted = Unlisted { baseline: Some(known), untouched: Some(untouched) };
    let checked = Checked { unlisted, ..usual() };
    for format in [Format::Human, Format::Markdown, Format::Html] {
        let report = written(format, &checked);
        assert!(report.contains("info and 214 known from old"), "{format:?}");
        assert!(report.contains("and 30 in lines not touched since main"), "{format:?}");
    }
    let value: Value = serde_json::from_str(&written(Format::Json, &checked)).expect("JSON");
    assert_eq!(value["baseline"], serde_json::json!({ "known": 214, "gone": 1 }));
    assert_eq!(value["changed_since"], serde_json::json!({ "revision": "main", "left_out": 30 }));
}

#[test]
fn the_log_says_how_the_check_ended() {
    let exit = |threshold| {
        let value: Value =
            serde_json::from_str(&written(Format::Sarif, &Checked { threshold, ..usual() })).expect("JSON");
        value["runs"][0]["invocations"][0]["exitCode"].as_u64()
    };
    assert_eq!((exit(None), exit(Some(Severity::Error))), (Some(0), Some(1)));
}
