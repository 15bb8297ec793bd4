//! Findings as SARIF 2.1.0, the exchange format of checkers: for code scanning and for viewers in editors.
//!
//! Every code that there is becomes a rule, so that a rule has the same number in every run.

use duizhao::checks::{self, Profile};
use duizhao::finding::{Finding, Place, Severity};
use duizhao::project::CODES;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::report::json::{Each, visible};
use crate::report::{Checked, phrases, places};
use crate::ui::Ui;

/// The schema that the report follows.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What relative addresses start from: the root of the repository.
const ROOT: &str = "%SRCROOT%";

/// Returns the report.
pub(super) fn check(ui: &Ui, checked: &Checked) -> String {
    let mut codes = checks::codes();
    codes.extend(CODES);
    codes.sort_unstable();
    codes.dedup();
    let fingerprints = checked.fingerprints();
    let results = checked.findings().zip(&fingerprints);
    let run = Run {
        tool: json!({ "driver": {
            "name": "duizhao",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": codes.iter().map(|code| rule(ui, code)).collect::<Value>(),
        }}),
        language: ui.words.locale().to_string(),
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: json!({ ROOT: { "description": { "text": ui.word("sarif-root") } } }),
        invocations: json!([{ "executionSuccessful": true, "exitCode": i32::from(checked.fails()) }]),
        results: Each(results.map(|(finding, fingerprint)| result(ui, checked, finding, fingerprint, &codes))),
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    visible(serde_json::to_string_pretty(&log).expect("values and strings")) + "\n"
}

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<R>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    tool: Value,
    language: String,
    column_kind: &'static str,
    original_uri_base_ids: Value,
    invocations: Value,
    results: R,
}

fn rule(ui: &Ui, code: &str) -> Value {
    let help = ui.words.text(&format!("explain-{code}")).unwrap_or_else(|| code.to_owned());
    let mut rule = Map::new();
    rule.insert("id".to_owned(), json!(code));
    rule.insert("shortDescription".to_owned(), json!({ "text": code }));
    rule.insert("fullDescription".to_owned(), json!({ "text": help }));
    rule.insert("help".to_owned(), json!({ "text": help }));
    // What no check of the registry reports has no severity of its own.
    if let Some(check) = checks::ALL.iter().find(|check| check.code() == code) {
        let level = level(check.severity(Profile::Work));
        rule.insert("defaultConfiguration".to_owned(), json!({ "level": level }));
    }
    Value::Object(rule)
}

fn result(ui: &Ui, checked: &Checked, finding: &Finding, fingerprint: &str, codes: &[&str]) -> Value {
    let told = [vec![phrases::message(ui, finding)], phrases::details(ui, finding)].concat().join("\n");
    let (first, second) = places(finding);
    let artifact = |path: &str| json!({ "uri": uri(&checked.in_repository(path)), "uriBaseId": ROOT });
    let physical = |place: &Place| json!({ "artifactLocation": artifact(&place.path), "region": region(place) });
    let mut result = Map::new();
    result.insert("ruleId".to_owned(), json!(finding.code));
    if let Ok(index) = codes.binary_search(&finding.code) {
        result.insert("ruleIndex".to_owned(), json!(index));
    }
    result.insert("level".to_owned(), json!(level(finding.severity)));
    result.insert("message".to_owned(), json!({ "text": without_links(&told) }));
    let location = first.map_or_else(|| json!({ "artifactLocation": artifact(&finding.document) }), physical);
    result.insert("locations".to_owned(), json!([{ "physicalLocation": location }]));
    if let Some(place) = second {
        let related =
            json!([{ "id": 0, "message": { "text": ui.word("sarif-source") }, "physicalLocation": physical(place) }]);
        result.insert("relatedLocations".to_owned(), related);
    }
    result.insert("partialFingerprints".to_owned(), json!({ "duizhao/v1": fingerprint }));
    result
        .insert("properties".to_owned(), json!({ "locale": finding.locale, "id": finding.id, "index": finding.index }));
    Value::Object(result)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn region(place: &Place) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}

/// Returns a path as a relative address: all but letters, digits and `-._~/` in percent signs, a colon
/// included, before which the name of a protocol would stand.
fn uri(path: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    path.bytes().map(one).collect()
}

/// Returns a message in which nothing is a link (`[text](address)`, section 3.11.6). Brackets that are
/// none stay as they are: not every viewer knows the escape.
fn without_links(text: &str) -> String {
    if !text.contains("](") {
        return text.to_owned();
    }
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}
