//! A link written with full-width brackets, without its closing one, or without a text: no link at all, or one nobody
//! can follow.

use std::collections::BTreeSet;

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::Edit;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "link-fullwidth",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "See [it](/a).", target: "请看[这里]（/a）。", reported: &["]（/a）"] },
        Example { source: "See [it](/a).", target: "请看［这里］(/a)。", reported: &["［这里］(/a)"] },
        Example {
            source: "See [it](/a).", target: "请看【这里】（/a）。", reported: &["【这里】（/a）"]
        },
        Example { source: "See [it](/a).", target: "请看[](/a)。", reported: &["[](/a)"] },
        Example { source: "See [it](/a).", target: "请看[这里(/a)。", reported: &["[这里(/a)"] },
        Example { source: "See [`it`](/a).", target: "请看[`it`(/a)。", reported: &["[`it`(/a)"] },
        Example { source: "See [it](/a).", target: "[请看]这里(/a)，不看 [0, 1)。", reported: &[] },
        Example { source: "See [it](/a).", target: "请看[这里](/a)（免费）。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let raw = &pair.target.raw;
    for link in pair.target.links.iter().filter(|link| !link.autolink && link.text.is_empty()) {
        report(Fault::at_raw(pair, link.span.clone(), Message::new("finding-link-empty")));
    }
    let closers = raw.match_indices([']', '］', '】']);
    for (close, bracket) in closers {
        let rest = &raw[close + bracket.len()..];
        let Some(paren) = rest.chars().next().filter(|ch| matches!(ch, '(' | '（')) else { continue };
        if bracket == "]" && paren == '(' {
            continue;
        }
        let inside = &rest[paren.len_utf8()..];
        let Some(length) = inside.find([')', '）']) else { continue };
        if !is_destination(&inside[..length]) {
            continue;
        }
        let end = close + bracket.len() + paren.len_utf8() + length;
        let end = end + raw[end..].chars().next().map_or(0, char::len_utf8);
        let open = match bracket {
            "]" => None,
            _ => raw[..close].rfind(['[', '［', '【']),
        };
        let start = open.unwrap_or(close);
        let mut edits = vec![Edit::new(close..end, format!("]({})", &inside[..length]))];
        edits
            .extend(open.map(|open| Edit::new(open..open + raw[open..].chars().next().map_or(0, char::len_utf8), "[")));
        let fault = Fault::at_raw(pair, start..end, Message::new("finding-link-fullwidth"));
        report(fault.fixed_by(edits, Safety::Safe));
    }
    unclosed(pair, report);
}

/// Reports `[文(/a)`, where the source has a link to `/a`.
fn unclosed(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let raw = &pair.target.raw;
    let links = pair.source.links.iter().filter(|link| !link.autolink && !link.url.is_empty());
    let mut seen = BTreeSet::new();
    for link in links.filter(|link| seen.insert(&link.url)) {
        let written = format!("({})", link.url);
        for (paren, _) in raw.match_indices(&written) {
            // What opens last before the address must be the bracket of its text.
            let Some(open) = raw[..paren].rfind(['[', ']']).filter(|at| raw[*at..].starts_with('[')) else { continue };
            if pair.target.codes.iter().any(|code| code.span.contains(&open)) {
                continue;
            }
            if open + 1 < paren {
                let fault = Fault::at_raw(pair, open..paren + written.len(), Message::new("finding-link-fullwidth"));
                report(fault.fixed_by(vec![Edit::new(paren..paren, "]")], Safety::Safe));
            }
        }
    }
}

/// Whether what stands in brackets is an address or a path, and not a remark.
fn is_destination(text: &str) -> bool {
    let plain = !text.is_empty() && text.is_ascii() && !text.contains(' ');
    plain && (text.contains("://") || text.starts_with(['/', '#', '.']) || text.contains('/') || text.ends_with(".md"))
}
