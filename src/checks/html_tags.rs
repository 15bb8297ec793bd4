//! HTML tags lost, added, renamed or not closed.

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::{Part, View};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "html-tags",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "H<sub>2</sub>O", target: "水 H<sub>2O", reported: &["</sub>"] },
        Example { source: "H<sub>2</sub>O", target: "水 H<sup>2</sup>O", reported: &["<sup>", "</sup>"] },
        Example {
            source: "A <a href=\"/a\" title=\"T\">b</a>.",
            target: "甲<a href=\"/a\" title=\"标题\">乙</a>。",
            reported: &[],
        },
        Example {
            source: "A <a href=\"/a\">b</a>.",
            target: "甲<a href=\"/b\">乙</a>。",
            reported: &["<a href=\"/b\">"],
        },
        Example { source: "An *open* day.", target: "<em>开放</em>日。", reported: &[] },
        Example { source: "One<br>two", target: "一<br/>二", reported: &[] },
    ],
    run,
};

/// Tags that say what `*` and `**` say.
const EMPHASIS: [&str; 4] = ["em", "strong", "b", "i"];

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    if pair.source.tags.is_empty() && pair.target.tags.is_empty() {
        return;
    }
    let emphasised = |other: &View| {
        let marked = !other.emphasis.is_empty();
        move |tag: &&Part| !(marked && EMPHASIS.contains(&tag.text.trim_matches(['<', '>', '/'])))
    };
    let mut left: BTreeMap<String, Vec<&Part>> = BTreeMap::new();
    for tag in pair.source.tags.iter().rev().filter(emphasised(pair.target)) {
        left.entry(normal(&tag.text)).or_default().push(tag);
    }
    let mut strange = 0;
    let mut told = BTreeSet::new();
    for tag in pair.target.tags.iter().filter(emphasised(pair.source)) {
        if left.get_mut(&normal(&tag.text)).and_then(Vec::pop).is_none() {
            strange += 1;
            // The same tag again is the same finding.
            if !told.insert(normal(&tag.text)) {
                continue;
            }
            report(Fault::at_raw(pair, tag.span.clone(), Message::new("finding-tag-added")));
        }
    }
    let mut lost: Vec<&Part> = left.into_values().flatten().collect();
    lost.sort_by_key(|tag| tag.span.start);
    for tag in lost.into_iter().skip(strange) {
        report(Fault::lacking(tag.text.clone(), Message::new("finding-tag-lost").with("tag", tag.text.as_str())));
    }
}

/// A tag as it is compared: its name and its attributes without what is text, sorted.
fn normal(tag: &str) -> String {
    let inner = tag.trim_matches(['<', '>']).trim_end_matches('/');
    let name_end = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let (name, mut rest) = inner.split_at(name_end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let Some(end) = rest.find(['=', ' ', '\t', '\n']).or(Some(rest.len()).filter(|end| *end > 0)) else { break };
        let (key, behind) = rest.split_at(end);
        let (value, behind) = match behind.strip_prefix('=') {
            None => ("", behind),
            Some(value) => match value.chars().next().filter(|ch| matches!(ch, '"' | '\'')) {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            },
        };
        if !["alt", "title", "lang", "aria-label"].contains(&key) {
            // An anchor is named by either.
            let key = if key == "name" { "id" } else { key };
            attributes.push(format!("{key}={value}"));
        }
        rest = behind;
    }
    attributes.sort_unstable();
    format!("{} {}", name.to_ascii_lowercase(), attributes.join(" "))
}
