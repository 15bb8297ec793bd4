//! What the published schemas say of the fields that we write, as data in our own words.
//!
//! A line of JSON rules is a path and what stands there. `[]` goes through an array, `?` behind a name
//! means that it may be absent. What no line allows is a fault too.

use serde_json::Value;

/// SARIF 2.1.0 (OASIS, with errata 01). Where the schema allows more, GitHub asks for what stands here.
pub(super) const SARIF: &str = "
$schema: https
version: =2.1.0
runs[].tool.driver.name: text
runs[].tool.driver.semanticVersion: version
runs[].tool.driver.rules[].id: text
runs[].tool.driver.rules[].shortDescription.text: text
runs[].tool.driver.rules[].fullDescription.text: text
runs[].tool.driver.rules[].help.text: text
runs[].tool.driver.rules[].defaultConfiguration?.level: =none|note|warning|error
runs[].language: language
runs[].columnKind: =utf16CodeUnits|unicodeCodePoints
runs[].originalUriBaseIds.%SRCROOT%.description.text: text
runs[].invocations[].executionSuccessful: boolean
runs[].invocations[].exitCode: from 0
runs[].results[].ruleId: text
runs[].results[].ruleIndex: from 0
runs[].results[].level: =none|note|warning|error
runs[].results[].message.text: text
runs[].results[].locations[].physicalLocation.artifactLocation.uri: relative
runs[].results[].locations[].physicalLocation.artifactLocation.uriBaseId: =%SRCROOT%
runs[].results[].locations[].physicalLocation.region?.startLine: from 1
runs[].results[].locations[].physicalLocation.region?.startColumn: from 1
runs[].results[].locations[].physicalLocation.region?.endLine: from 1
runs[].results[].locations[].physicalLocation.region?.endColumn: from 1
runs[].results[].relatedLocations?[].id: from 0
runs[].results[].relatedLocations?[].message.text: text
runs[].results[].relatedLocations?[].physicalLocation.artifactLocation.uri: relative
runs[].results[].relatedLocations?[].physicalLocation.artifactLocation.uriBaseId: =%SRCROOT%
runs[].results[].relatedLocations?[].physicalLocation.region.startLine: from 1
runs[].results[].relatedLocations?[].physicalLocation.region.startColumn: from 1
runs[].results[].relatedLocations?[].physicalLocation.region.endLine: from 1
runs[].results[].relatedLocations?[].physicalLocation.region.endColumn: from 1
runs[].results[].partialFingerprints.duizhao/v1: text
runs[].results[].properties.locale: anything
runs[].results[].properties.id: anything
runs[].results[].properties.index: anything
";

/// The code quality report of GitLab: the fields that it asks for.
pub(super) const GITLAB: &str = "
[].description: text
[].check_name: text
[].fingerprint: text
[].severity: =info|minor|major|critical|blocker
[].location.path: text
[].location.lines.begin: from 1
";

/// An element: its name, attributes that must be there, those that may, children.
type Element = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

/// Elements of JUnit XML (junit-10.xsd of the xUnit plugin of Jenkins).
const JUNIT: &[Element] = &[
    ("testsuites", &[], &["name", "time", "tests", "failures", "errors"], &["testsuite"]),
    (
        "testsuite",
        &["name", "tests", "failures", "errors"],
        &["time", "skipped", "timestamp", "hostname", "id", "package", "file"],
        &["testcase", "system-out", "system-err", "properties"],
    ),
    ("testcase", &["name"], &["time", "classname", "group"], &["skipped", "error", "failure", "system-out"]),
    ("failure", &[], &["type", "message"], &[]),
    ("system-out", &[], &[], &[]),
];

/// Fails where a value is not as the rules say.
#[track_caller]
pub(super) fn check(rules: &str, value: &Value) {
    let faults = faults(rules, value);
    assert!(faults.is_empty(), "{faults:#?}\n{value:#}");
}

fn faults(rules: &str, value: &Value) -> Vec<String> {
    let rules: Vec<(&str, &str)> = rules.lines().filter_map(|line| line.split_once(": ")).collect();
    let mut faults = Vec::new();
    for (path, kind) in &rules {
        walk(path, path, kind, value, &mut faults);
    }
    let known: Vec<String> = rules.iter().map(|(path, _)| path.replace('?', "")).collect();
    unknown("", value, &known, &mut faults);
    faults
}

/// Goes down a path and looks at what stands at its end.
fn walk(whole: &str, path: &str, kind: &str, value: &Value, faults: &mut Vec<String>) {
    if path.is_empty() {
        if !is(kind, value) {
            faults.push(format!("{whole}: {value} is not {kind}"));
        }
    } else if let Some(rest) = path.strip_prefix("[]") {
        match value.as_array() {
            Some(items) => items.iter().for_each(|item| walk(whole, rest.trim_start_matches('.'), kind, item, faults)),
            None => faults.push(format!("{whole}: no array")),
        }
    } else {
        // `2.1.0` never is a name, so a full stop always separates.
        let end = path.find(['.', '[']).unwrap_or(path.len());
        let (name, rest) = path.split_at(end);
        let optional = name.ends_with('?');
        match value.get(name.trim_end_matches('?')) {
            Some(value) => walk(whole, rest.trim_start_matches('.'), kind, value, faults),
            None if optional => {}
            None => faults.push(format!("{whole}: `{name}` is missing")),
        }
    }
}

/// Finds what no rule names.
fn unknown(path: &str, value: &Value, known: &[String], faults: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            unknown(&path, value, known, faults);
        }),
        Value::Array(items) => items.iter().for_each(|item| unknown(&format!("{path}[]"), item, known, faults)),
        _ if known.iter().any(|known| known == path) => {}
        _ => faults.push(format!("{path}: not in the schema")),
    }
}

fn is(kind: &str, value: &Value) -> bool {
    let text = value.as_str().unwrap_or("");
    if let Some(values) = kind.strip_prefix('=') {
        return values.split('|').any(|one| one == text);
    }
    if let Some(least) = kind.strip_prefix("from ") {
        return value.as_u64().is_some_and(|number| number >= least.parse().expect("a number"));
    }
    match kind {
        "anything" => true,
        "boolean" => value.is_boolean(),
        "text" => !text.is_empty(),
        "https" => text.starts_with("https://"),
        "version" => text.split('.').count() == 3,
        // Two letters, and two more for the region.
        "language" => text.len() == 2 || (text.len() == 5 && text.as_bytes()[2] == b'-'),
        // A reference without a scheme: what may stand in a path, and percent signs with two digits.
        "relative" => !text.is_empty() && text.split('%').skip(1).all(has_digits) && text.bytes().all(in_path),
        _ => panic!("no such kind: {kind}"),
    }
}

fn has_digits(text: &str) -> bool {
    text.len() >= 2 && text.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit)
}

fn in_path(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)
}

/// Fails where a report is not the XML that servers read, or its numbers are not those of its parts.
#[track_caller]
pub(super) fn junit(xml: &str) {
    let document = roxmltree::Document::parse(xml).expect("XML");
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        let (_, required, optional, children) =
            JUNIT.iter().find(|(known, ..)| *known == name).unwrap_or_else(|| panic!("no element {name}"));
        let attributes: Vec<&str> = node.attributes().map(|attribute| attribute.name()).collect();
        assert!(required.iter().all(|name| attributes.contains(name)), "{name}: {attributes:?}");
        assert!(
            attributes.iter().all(|own| required.contains(own) || optional.contains(own)),
            "{name}: {attributes:?}"
        );
        let inner: Vec<&str> =
            node.children().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).collect();
        assert!(inner.iter().all(|name| children.contains(name)), "{name}: {inner:?}");
        // The schema of Ant takes one outcome a case.
        assert!(inner.iter().filter(|name| **name == "failure").count() <= 1);
        if name == "testsuites" || name == "testsuite" {
            let count = |tag: &str| node.descendants().filter(|node| node.has_tag_name(tag)).count().to_string();
            assert_eq!(node.attribute("tests"), Some(&*count("testcase")));
            assert_eq!(node.attribute("failures"), Some(&*count("failure")));
        }
    }
}

#[test]
fn the_rules_find_what_is_wrong() {
    let faults = |json: &str| faults(GITLAB, &serde_json::from_str(json).expect("JSON"));
    let good = r#"[{"description":"a","check_name":"b","fingerprint":"c","severity":"info","location":{"path":"d","lines":{"begin":1}}}]"#;
    assert_eq!(faults(good), Vec::<String>::new());
    assert_eq!(faults(&good.replace("\"info\"", "\"bad\"")).len(), 1);
    assert_eq!(faults(&good.replace("\"begin\":1", "\"begin\":0")).len(), 1);
    assert_eq!(faults(&good.replace("\"check_name\":\"b\",", "")).len(), 1);
    assert_eq!(faults(&good.replace("\"path\"", "\"x\":1,\"path\"")).len(), 1);
    assert!(
        !is("relative", &Value::from("a b"))
            && !is("relative", &Value::from("a%2"))
            && !is("relative", &Value::from("a:b"))
    );
}
