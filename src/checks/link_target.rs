//! A link that leads elsewhere than the source's.
//!
//! What may differ by language is taken off first: a locale's folder in a path, and the anchor of a heading
//! that was translated.

use std::collections::HashMap;

use crate::checks::{Example, Fault, Pair, Setting, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::Destination;

pub(super) static CHECK: PairCheck = PairCheck {
    code: CODE,
    severity: [Severity::Error; 2],
    settings: &[Setting { name: HOSTS, default: "", values: &[] }],
    examples: &[
        Example {
            source: "See [it](https://a.b/c?d=1).",
            target: "请看[这里](https://a.b/c?d=2)。",
            reported: &["https://a.b/c?d=2"],
        },
        Example { source: "See [it](/docs/a/).", target: "请看[这里](/docs/b/)。", reported: &["/docs/b/"] },
        Example { source: "See [it](/docs/a/#one).", target: "请看[这里](/zh/docs/a/#甲)。", reported: &[] },
        Example {
            source: "See [it](/docs/a/#one).", target: "请看[这里](/docs/a/#on)。", reported: &["/docs/a/#on"]
        },
        Example { source: "[Rust](/a) and [Go](/b).", target: "[Rust](/b) 和 [Go](/a)。", reported: &["/b", "/a"] },
        Example { source: "[one](/a) and [two](/b).", target: "[二](/b)与[一](/a)。", reported: &[] },
    ],
    run,
};

const CODE: &str = "link-target";
/// Hosts that hold the same pages in the target language: the host may differ between them and any other.
const HOSTS: &str = "mirrors";

/// Folders that name a language.
const LANGUAGES: [&str; 12] =
    ["en", "en-us", "zh", "zh-cn", "zh-hans", "zh-hant", "zh-tw", "zh-hk", "cn", "zh_cn", "zh-hans-cn", "ja"];

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    if pair.source.links.is_empty() && pair.target.links.is_empty() {
        return;
    }
    let mirrors = pair.settings.list(CODE, HOSTS);
    let place = |link: &Destination| normal(&link.url, &mirrors).0;
    let mut left: HashMap<String, Vec<&Destination>> = HashMap::new();
    for link in &pair.source.links {
        left.entry(place(link)).or_default().push(link);
    }
    let mut open: Vec<&Destination> = pair.target.links.iter().collect();
    // First what is the same to the anchor, then what may have another one.
    for same in [|a: &Anchor, b: &Anchor| a == b, translated] {
        open.retain(|link| {
            let (place, anchor) = normal(&link.url, &mirrors);
            let Some(links) = left.get_mut(&place) else { return true };
            match links.iter().position(|own| same(&normal(&own.url, &mirrors).1, &anchor)) {
                Some(at) => {
                    links.remove(at);
                    false
                }
                None => true,
            }
        });
    }
    let strange = open;
    let mut lost: Vec<&Destination> = left.into_values().flatten().collect();
    lost.sort_by_key(|link| std::cmp::Reverse(link.span.start));
    for link in strange {
        // More links than the source has are another check's word.
        let Some(meant) = lost.pop() else { continue };
        report(fault(pair, link, &meant.url));
    }
    for (link, meant) in swapped(pair, &place) {
        report(fault(pair, link, &meant.url));
    }
}

fn fault(pair: &Pair<'_>, link: &Destination, meant: &str) -> Fault {
    let raw = &pair.target.raw;
    let from = link.text.end.clamp(link.span.start, link.span.end);
    let at = raw[from..link.span.end].rfind(&link.url).map(|at| from + at);
    let span = at.map_or_else(|| link.span.clone(), |at| at..at + link.url.len());
    Fault::at_raw(pair, span, Message::new("finding-link-target").with("url", meant))
}

/// Links with one text in both languages (a name, code) that have changed their destinations.
fn swapped<'p>(pair: &'p Pair<'_>, place: &impl Fn(&Destination) -> String) -> Vec<(&'p Destination, &'p Destination)> {
    let (sources, targets) = (&pair.source.links, &pair.target.links);
    let same = |a: Vec<String>, b: Vec<String>| {
        let (mut a, mut b) = (a, b);
        a.sort_unstable();
        b.sort_unstable();
        a == b
    };
    if sources.len() < 2 || !same(sources.iter().map(place).collect(), targets.iter().map(place).collect()) {
        return Vec::new();
    }
    let mut known: HashMap<&str, Vec<&Destination>> = HashMap::new();
    for link in sources {
        known.entry(text(&pair.source.raw, link)).or_default().push(link);
    }
    let moved = |link: &'p Destination| match known.get(text(&pair.target.raw, link)).map(Vec::as_slice) {
        Some([meant]) if place(meant) != place(link) => Some((link, *meant)),
        _ => None,
    };
    targets.iter().filter_map(moved).collect()
}

fn text<'t>(raw: &'t str, link: &Destination) -> &'t str {
    raw.get(link.text.clone()).unwrap_or("").trim()
}

/// Where on a page a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Anchor {
    /// What stands behind `#`.
    name: Option<String>,
    /// Whether the page is one of the site's own: written without a host.
    own: bool,
}

/// Whether a heading on a page of one's own may have the one anchor in the source and the other in the translation.
fn translated(source: &Anchor, target: &Anchor) -> bool {
    let foreign = |name: &str| !name.is_ascii() || name.contains('%');
    source.own && target.own && source.name.is_some() && target.name.as_deref().is_some_and(foreign)
}

/// An address without what may differ by language, and its anchor.
fn normal(url: &str, mirrors: &[&str]) -> (String, Anchor) {
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let (address, name) = match rest.split_once('#') {
        Some((address, name)) => (address, Some(name.to_owned())),
        None => (rest, None),
    };
    let (host, path) = match scheme {
        "" => ("", address),
        _ => address.split_once('/').unwrap_or((address, "")),
    };
    let host = if mirrors.contains(&host) { "" } else { host };
    let folders = path.split('/').filter(|folder| !LANGUAGES.contains(&folder.to_ascii_lowercase().as_str()));
    let path = folders.collect::<Vec<_>>().join("/");
    (format!("{host}/{}", path.trim_end_matches('/')), Anchor { name, own: scheme.is_empty() })
}
