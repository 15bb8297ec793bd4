//! The documents of the repository: links lead somewhere, and what they list is what there is.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use duizhao::checks::{self, Profile};
use duizhao::markdown::{self, Options};
use duizhao::{config, segment};

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = repository().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the paths of all documents for people.
fn documents() -> Vec<PathBuf> {
    let markdown_in = |folder: &str| {
        let entries = fs::read_dir(repository().join(folder)).expect("a folder");
        let paths = entries.map(|entry| Path::new(folder).join(entry.expect("an entry").file_name()));
        paths.filter(|path| path.extension().is_some_and(|kind| kind == "md")).collect::<Vec<_>>()
    };
    let mut paths = [markdown_in(""), markdown_in("docs")].concat();
    paths.sort();
    assert!(paths.len() >= 11, "too few documents: {paths:?}");
    paths
}

/// Returns the addresses of all links and images of a document.
fn addresses(text: &str) -> Vec<String> {
    let parsed = markdown::parse(text, &Options::default());
    let blocks = parsed.leaves.iter().map(|leaf| &text[leaf.block.clone()]);
    blocks.flat_map(|block| markdown::inlines(block, "")).map(|link| link.url).collect()
}

/// Returns the anchors of a document, as GitHub computes them.
fn anchors(text: &str) -> Vec<String> {
    let headings = segment::split(text, "en", &Options::default()).headings;
    headings.iter().map(|heading| markdown::slug(&heading.text)).collect()
}

/// Returns what is wrong with a link of the document at `path`; external addresses are not looked at.
fn broken(path: &Path, address: &str) -> Option<String> {
    if address.contains("://") {
        return None;
    }
    let (file, anchor) = address.split_once('#').unwrap_or((address, ""));
    let target = if file.is_empty() { path.to_owned() } else { path.parent().expect("a folder").join(file) };
    if !repository().join(&target).exists() {
        return Some(format!("{}: no file `{address}`", path.display()));
    }
    let found = anchor.is_empty() || anchors(&read(target)).iter().any(|own| own == anchor);
    (!found).then(|| format!("{}: no heading `{address}`", path.display()))
}

/// Returns the blocks of code in `language`.
fn code_blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let opening = format!("```{language}\n");
    text.split(&opening).skip(1).map(|rest| rest.split("\n```").next().unwrap_or(rest)).collect()
}

/// Returns the cells of every table row whose first cell is `` `name` ``, the backticks removed.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| "));
    let cells = rows.map(|row| row.split(" | ").map(|cell| cell.trim_matches([' ', '|', '`'])).collect::<Vec<_>>());
    cells.collect()
}

/// Returns the text below a heading, up to the next one of its level.
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no heading {heading}"));
    let level = heading.split(' ').next().expect("a mark");
    rest.split(&format!("\n{level} ")).next().unwrap_or(rest)
}

fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> BTreeSet<&'n str> {
    names.into_iter().collect()
}

#[test]
fn links_lead_to_files_and_headings() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in documents() {
        let addresses = addresses(&read(&path));
        count += addresses.len();
        wrong.extend(addresses.iter().filter_map(|address| broken(&path, address)));
    }
    assert!(count > 30, "only {count} links");
    assert_eq!(wrong, Vec::<String>::new());
    assert!(broken(Path::new("docs/json.md"), "nothing.md").is_some());
    assert!(broken(Path::new("docs/json.md"), "checks.md#nothing").is_some());
}

#[test]
fn every_code_is_listed_and_no_other() {
    let text = read("docs/checks.md");
    let listed = rows(section(&text, "## Codes"));
    let paired = checks::ALL.iter().filter(|check| is_paired(**check)).map(|check| check.code());
    let own = listed.iter().map(|row| row[0]).filter(|cell| !cell.contains("---") && *cell != "code");
    let listed = names(own.chain(paired));
    assert_eq!(listed, names(checks::codes().into_iter().chain(duizhao::project::CODES)));
}

#[test]
fn severities_are_those_of_the_checks() {
    let text = read("docs/checks.md");
    let rows = rows(section(&text, "## Codes"));
    for check in checks::ALL.iter().filter(|check| !is_paired(**check)) {
        let row = rows.iter().find(|row| row[0] == check.code()).expect("a row");
        let severities = [Profile::Work, Profile::Release].map(|profile| check.severity(profile).name());
        assert_eq!(row[1..3], severities, "{}", check.code());
    }
}

/// Whether a check looks at one source text and its translation.
fn is_paired(check: &dyn checks::Check) -> bool {
    !check.examples().is_empty()
}

/// A text as code in Markdown, whatever marks it holds.
fn code(text: &str) -> String {
    let longest = text.split(|ch| ch != '`').map(str::len).max().unwrap_or(0);
    let (fence, gap) = ("`".repeat(longest + 1), if longest > 0 { " " } else { "" });
    let spelled: String =
        text.chars().map(|ch| if ch.is_control() || is_unseen(ch) { shown(ch) } else { ch.to_string() }).collect();
    format!("{fence}{gap}{spelled}{gap}{fence}")
}

fn is_unseen(ch: char) -> bool {
    matches!(ch as u32, 0xA0 | 0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x3000 | 0xFEFF | 0xE000..=0xF8FF | 0xFFFD)
}

fn shown(ch: char) -> String {
    format!("<U+{:04X}>", ch as u32)
}

/// The part of docs/checks.md about the checks of one source text and its translation.
fn paired_checks() -> String {
    let words = duizhao::fluent::messages::Words::new(&"en".parse().expect("a tag"));
    let text = |id: String| words.text(&id).unwrap_or_else(|| panic!("no message {id}"));
    let mut table = String::from("| code | `work` | `release` | reported when |\n|---|---|---|---|\n");
    let mut details = String::new();
    for check in checks::ALL.iter().filter(|check| is_paired(**check)) {
        let name = check.code();
        let [work, release] = [Profile::Work, Profile::Release].map(|profile| check.severity(profile).name());
        let about = text(format!("check-{name}"));
        table += &format!("| [`{name}`](#{name}) | {work} | {release} | {about} |\n");
        details += &format!("\n### {name}\n\n{}\n", text(format!("explain-{name}")));
        for setting in check.settings() {
            let values = match setting.values {
                [] => "a list of words".to_owned(),
                values => values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", "),
            };
            let default = if setting.default.is_empty() { "empty".to_owned() } else { code(setting.default) };
            details += &format!("\nKey `{}`: {values}; default {default}.\n", setting.name);
        }
        details.push('\n');
        for example in check.examples() {
            let reported: Vec<String> = example.reported.iter().map(|piece| code(piece)).collect();
            let outcome = if reported.is_empty() { "nothing".to_owned() } else { reported.join(", ") };
            details += &format!("- {} → {}: {outcome}\n", code(example.source), code(example.target));
        }
    }
    format!("{table}{details}")
}

#[test]
fn the_checks_are_described_as_they_are() {
    let (begin, end) = (
        "<!-- Made from the checks themselves: SNAPSHOTS=overwrite cargo test --test documents -->\n",
        "\n## Exit status",
    );
    let text = read("docs/checks.md");
    let (before, rest) = text.split_once(begin).expect("the beginning of the list");
    let (shown, after) = rest.split_once(end).expect("the end of the list");
    let expected = paired_checks();
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
        std::fs::write(path, format!("{before}{begin}{expected}{end}{after}")).expect("written");
    } else {
        assert_eq!(shown, expected, "docs/checks.md is behind the checks");
    }
}

/// Returns the keys of a table of settings: the public fields of its struct.
fn keys(source: &str, table: &str) -> Vec<String> {
    let (_, rest) = source.split_once(&format!("pub struct {table} {{")).expect("the struct");
    let (body, _) = rest.split_once("\n}").expect("its end");
    let fields = body.lines().filter_map(|line| line.trim().strip_prefix("pub "));
    fields.map(|field| field.trim_start_matches("r#").split(':').next().expect("a name").replace('_', "-")).collect()
}

#[test]
fn every_key_of_the_settings_is_listed_and_no_other() {
    let source = read("src/config.rs") + &read("src/config/gate.rs") + &read("src/config/output.rs");
    let text = read("docs/settings.md");
    for (table, heading) in [
        ("Config", "## Top level"),
        ("MarkdownConfig", "## markdown"),
        ("PublishConfig", "## publish"),
        ("Changes", "## changes"),
        ("ReviewConfig", "## review"),
        ("Gate", "## gate"),
        ("GateOverride", "### gate.override"),
        ("Override", "## override"),
        ("Output", "## output"),
    ] {
        let section = section(&text, heading);
        let (_, listed) = section.split_once("\n| key |").expect("a table of keys");
        let listed = rows(listed.split("\n\n").next().expect("its end"));
        let listed = names(listed.iter().map(|row| row[0]));
        let keys = keys(&source, table);
        assert_eq!(listed, names(keys.iter().map(String::as_str)), "{heading}");
    }
}

#[test]
fn every_example_of_settings_can_be_read() {
    let text = read("docs/settings.md");
    let examples = code_blocks(&text, "toml");
    assert!(examples.len() >= 6, "only {} examples", examples.len());
    for example in examples {
        if let Err(error) = config::read(example) {
            panic!("{error:?}\n{example}");
        }
    }
}

#[test]
fn the_first_example_shows_the_defaults() {
    let text = read("docs/settings.md");
    let shown = config::read(code_blocks(&text, "toml")[0]).expect("settings");
    let default = config::Config::default();
    assert_eq!(
        (&shown.source, &shown.catalogs, shown.segmenter),
        (&default.source, &default.catalogs, default.segmenter)
    );
    assert_eq!(shown.options(), default.options());
    let policies = |config: &config::Config| (config.publish.missing, config.publish.stale, config.publish.draft);
    assert_eq!(policies(&shown), policies(&default));
}

/// Collects the names of all fields of a value.
fn fields(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(object) => object.iter().for_each(|(name, value)| {
            found.insert(name.clone());
            fields(value, found);
        }),
        serde_json::Value::Array(values) => values.iter().for_each(|value| fields(value, found)),
        _ => {}
    }
}

#[test]
fn every_field_that_is_printed_is_described() {
    let text = read("docs/json.md");
    let transcript = read("tests/transcripts/for-programs.console");
    let mut printed = BTreeSet::new();
    for line in transcript.lines().filter(|line| line.starts_with('{')) {
        fields(&serde_json::from_str(line).expect("JSON"), &mut printed);
    }
    assert!(printed.contains("fingerprint"), "{printed:?}");
    let described = |name: &String| [format!("`{name}`"), format!(".{name}`")].iter().any(|shown| text.contains(shown));
    let missing: Vec<_> = printed.into_iter().filter(|name| !described(name)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_example_of_json_is_json_of_this_version() {
    let text = read("docs/json.md");
    let examples = code_blocks(&text, "json");
    assert!(examples.len() >= 9, "only {} examples", examples.len());
    for example in examples {
        let value: serde_json::Value =
            serde_json::from_str(example).unwrap_or_else(|error| panic!("{error}: {example}"));
        assert_eq!(value["version"], 1, "{example}");
    }
}

#[test]
fn every_dependency_is_explained_and_no_other() {
    let manifest: toml::Table = read("Cargo.toml").parse().expect("a manifest");
    let systems = manifest["target"].as_table().expect("a table").values().map(|system| &system["dependencies"]);
    let tables = [&manifest["dependencies"], &manifest["dev-dependencies"]].into_iter().chain(systems);
    let named = tables.flat_map(|table| table.as_table().expect("a table").keys().map(String::as_str));
    let text = read("CONTRIBUTING.md");
    let listed = rows(section(&text, "## Dependencies"));
    let listed = names(listed.iter().map(|row| row[0]).filter(|cell| !cell.contains("---") && *cell != "crate"));
    assert_eq!(listed, names(named));
}
