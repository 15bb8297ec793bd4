//! Text that was read in the wrong encoding.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::text::Span;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "mojibake",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "The lab.", target: "锟斤拷室。", reported: &["锟斤拷"] },
        Example { source: "The lab's café.", target: "实验室 cafÃ© â€œ好。", reported: &["Ã©", "â€"] },
        Example {
            source: "The lab.", target: "瀹為獙瀹ゆ槸鏂扮殑銆傘€傘€�锛屻€�", reported: &["銆傘€傘€�锛"]
        },
        Example { source: "The lab.", target: "涓乡的鏖战。", reported: &[] },
    ],
    run,
};

/// What well-known bytes look like in the wrong encoding.
const KNOWN: &[&str] = &["锟斤拷", "烫烫烫", "屯屯屯", "â€", "ï¿½", "ï»¿"];

/// So many characters may lie between two of them.
const NEAR: usize = 10;

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let raw = pair.target.raw.as_str();
    if raw.is_ascii() {
        return;
    }
    let known = chinese::Known::new(&pair.source.raw);
    let mut found: Vec<Span> = Vec::new();
    // Hardly a text has one of their first characters.
    let possible = raw.contains(['锟', '烫', '屯', 'â', 'ï']);
    for known in KNOWN.iter().filter(|_| possible) {
        found.extend(raw.match_indices(known).map(|(at, known)| at..at + known.len()));
    }
    let mut last: Option<(usize, usize)> = None;
    let mut before: Option<(usize, char)> = None;
    for (index, (at, ch)) in raw.char_indices().enumerate() {
        if let Some((start, 'Ã' | 'Â')) = before
            && matches!(ch, '\u{80}'..='\u{BF}')
        {
            found.push(start..at + ch.len_utf8());
        }
        before = Some((at, ch));
        // What Chinese marks and the most frequent words begin with when UTF-8 is read as GBK.
        if matches!(ch, '鈥' | '銆' | '锛' | '鏄' | '鐨' | '涓') {
            if let Some((_, start)) = last.filter(|(place, _)| index - place <= NEAR) {
                found.push(start..at + ch.len_utf8());
            }
            last = Some((index, at));
        }
    }
    found.sort_by_key(|span| span.start);
    for span in joined(found) {
        if !known.has_all(&raw[span.clone()]) {
            report(Fault::at_raw(pair, span, Message::new("finding-mojibake")));
        }
    }
}

/// Spans that touch or overlap, as one.
fn joined(spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}
