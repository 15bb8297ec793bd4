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
            source: "The lab.", target: "瀹為獙瀹ゆ槸鏂扮殑銆傘€傘€�锛屻€�", reported: &["鏂扮殑銆傘€傘€�锛"]
        },
        Example { source: "A talk.", target: "浠ュ強鍏朵粬銆傚悗", reported: &["鍏朵粬銆"] },
        Example { source: "The lab.", target: "涓乡的鏖战。", reported: &[] },
    ],
    run,
};

/// What well-known bytes look like in the wrong encoding.
const KNOWN: &[&str] = &["锟斤拷", "烫烫烫", "屯屯屯", "â€", "ï¿½", "ï»¿"];

/// What Chinese marks and the most frequent characters begin with when UTF-8 is read as GBK, sorted. Those that
/// names and rarer words have are left out.
const STARTS: [char; 106] = [
    '妗', '妯', '姣', '娣', '寤', '寰', '搴', '杈', '杞', '杩', '棰', '椤', '浜', '浼', '涓', '澶', '瀵', '灞', '琚',
    '瑙', '璁', '璋', '甯', '纭', '绀', '绉', '绋', '绔', '绗', '绫', '绯', '绱', '绾', '缁', '缂', '缃', '褰', '蹇',
    '鈥', '銆', '鍊', '鍏', '鍐', '鍑', '鍒', '鍓', '鍔', '鍖', '鍗', '鍘', '鍙', '鍚', '鍛', '鍜', '鍝', '鍣', '鍥',
    '鍦', '鍨', '鍩', '鎬', '鎮', '鎯', '鎰', '鎴', '鎶', '鎷', '鎸', '鎹', '鎺', '鎻', '鎿', '鏀', '鏁', '鏂', '鏃',
    '鏄', '鏇', '鏈', '鏋', '鏌', '鏍', '鐐', '鐗', '鐜', '鐞', '鐢', '鐨', '鐩', '鐪', '鐮', '鑰', '鑳', '鑷', '锛',
    '閫', '閬', '閮', '閰', '閲', '閿', '闂', '闃', '闄', '闇', '闈',
];

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
        if STARTS.binary_search(&ch).is_ok() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_are_sorted() {
        assert!(STARTS.is_sorted());
    }
}
