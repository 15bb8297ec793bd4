//! Findings as JUnit XML, which most CI servers show as tests: a suite for each document and locale, a
//! case for each code that was found there. A document without findings is a case that passes.
//!
//! What is below the threshold of `--fail-on` is no failure: it stands in the output of a case that passes.

use std::collections::BTreeMap;

use duizhao::finding::Finding;

use crate::report::{Checked, brief, html, phrases};
use crate::ui::Ui;

/// Returns the report.
pub(super) fn check(ui: &Ui, checked: &Checked) -> String {
    let groups = checked.by_document();
    let suites: Vec<Suite> =
        groups.iter().map(|(path, locale, found)| suite(ui, checked, path, locale, found)).collect();
    let sum = |count: fn(&Suite) -> usize| suites.iter().map(count).sum::<usize>();
    let (tests, failures) = (sum(|suite| suite.tests), sum(|suite| suite.failures));
    let shown: String = suites.iter().map(|suite| suite.xml.as_str()).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"duizhao check\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n{shown}</testsuites>\n"
    )
}

struct Suite {
    tests: usize,
    failures: usize,
    xml: String,
}

fn suite(ui: &Ui, checked: &Checked, path: &str, locale: &str, found: &[&Finding]) -> Suite {
    let mut by_code: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in found {
        by_code.entry(finding.code).or_default().push(finding);
    }
    // Servers make folders of what stands between dots: the language, then the document as one name.
    let class = escaped(&format!("{locale}.{}", path.replace('.', "_")));
    let (mut cases, mut failures) = (String::new(), 0);
    for (code, found) in &by_code {
        let (failing, others): (Vec<&Finding>, Vec<&Finding>) =
            found.iter().copied().partition(|finding| checked.fails_by(finding));
        failures += usize::from(!failing.is_empty());
        cases.push_str(&format!("    <testcase name=\"{}\" classname=\"{class}\">\n", escaped(code)));
        if let Some(first) = failing.first() {
            let message = match failing.len() {
                1 => phrases::message(ui, first),
                _ => phrases::counts(ui, failing.iter().copied()),
            };
            cases.push_str(&format!(
                "      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                escaped(code),
                escaped(&message),
                listed(ui, &failing)
            ));
        }
        if !others.is_empty() {
            cases.push_str(&format!("      <system-out>{}</system-out>\n", listed(ui, &others)));
        }
        cases.push_str("    </testcase>\n");
    }
    if by_code.is_empty() {
        cases.push_str(&format!("    <testcase name=\"clean\" classname=\"{class}\"/>\n"));
    }
    let tests = by_code.len().max(1);
    let head = format!(
        "  <testsuite name=\"{} ({})\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\" file=\"{}\">\n",
        escaped(path),
        escaped(locale),
        escaped(path),
    );
    Suite { tests, failures, xml: format!("{head}{cases}  </testsuite>\n") }
}

/// Findings, a line each, and below it what shows them.
fn listed(ui: &Ui, findings: &[&Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        out.push_str(&format!("\n{}\n", escaped(&brief::line(ui, finding))));
        out.extend(phrases::details(ui, finding).iter().map(|line| format!("  {}\n", escaped(line))));
    }
    out
}

/// Returns a text as XML 1.0 can hold it. Control characters, which it forbids even as an escape, are replaced.
fn escaped(text: &str) -> String {
    html::escaped(&text.replace(['\t', '\n'], " ").replace(char::is_control, "\u{FFFD}"))
}
