//! Shortcodes and placeables lost, added or changed.

use std::collections::BTreeMap;

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::Part;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "placeables",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "Hello, {name}.", target: "你好，{nam}。", reported: &["{nam}"] },
        Example { source: "Hello, {name}.", target: "你好。", reported: &["{name}"] },
        Example { source: "{{% a %}}One.{{% /a %}}", target: "一。", reported: &["{{% a %}}"] },
        Example { source: "See {{< ref \"a\" >}}.", target: "请看 {{<ref \"a\">}}。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    if pair.source.placeables.is_empty() && pair.target.placeables.is_empty() {
        return;
    }
    let mut left: BTreeMap<String, Vec<&Part>> = BTreeMap::new();
    // `{#id}` is another check's word.
    let own = |part: &&Part| !part.text.starts_with("{#");
    for part in pair.source.placeables.iter().rev().filter(own) {
        left.entry(normal(&part.text)).or_default().push(part);
    }
    let mut strange = 0;
    for part in pair.target.placeables.iter().filter(own) {
        if left.get_mut(&normal(&part.text)).and_then(Vec::pop).is_none() {
            strange += 1;
            report(Fault::at_raw(pair, part.span.clone(), Message::new("finding-placeable-added")));
        }
    }
    let mut lost: Vec<&Part> = left.into_values().flatten().collect();
    lost.sort_by_key(|part| part.span.start);
    let openers: Vec<&str> = lost.iter().filter_map(|part| opens(&part.text)).collect();
    // With what opens goes what closes.
    let closes = |part: &&Part| closed(&part.text).is_some_and(|name| openers.contains(&name));
    let lost: Vec<&Part> = lost.iter().filter(|part| !closes(part)).copied().collect();
    for part in lost.into_iter().skip(strange) {
        let text = part.text.as_str();
        report(Fault::lacking(text, Message::new("finding-placeable-lost").with("text", text)));
    }
}

/// The name of a shortcode that opens.
fn opens(text: &str) -> Option<&str> {
    let name = text.trim_matches(['{', '}', '%', '<', '>', ' ']).split_whitespace().next()?;
    (text.starts_with("{{") && !name.starts_with('/')).then_some(name)
}

/// The name of the shortcode that one closes.
fn closed(text: &str) -> Option<&str> {
    text.strip_prefix("{{")?.trim_matches(['{', '}', '%', '<', '>', ' ']).strip_prefix('/').map(str::trim)
}

/// A placeable without white space. What stands in quotation marks may be words for the reader.
fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quoted = false;
    for ch in text.chars() {
        quoted ^= ch == '"';
        let words = quoted && !ch.is_ascii();
        if !ch.is_whitespace() && !words {
            out.push(ch);
        }
    }
    out
}
