//! A sentence that ends otherwise than that of the source: the final mark is lost, or another one.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::markdown::LeafKind;
use crate::text::{Edit, Span};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "end-punctuation",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "They met. They left.", target: "他们见了面。他们走了", reported: &["了"] },
        Example {
            source: "They met. **They left.**", target: "他们见了面。**他们走了**", reported: &["了"]
        },
        Example { source: "They met. They left.", target: "他们见了面。他们走了，", reported: &["，"] },
        Example { source: "They met. They left.", target: "他们见了面。他们走了：", reported: &[] },
        Example { source: "They met. They left!", target: "他们见了面。他们走了。", reported: &[] },
        Example {
            source: "They (all) met. They left (early.)",
            target: "他们见了面。他们走了（提早）。",
            reported: &[],
        },
        Example { source: "They met (in town).", target: "他们见了面。（在城里）", reported: &[] },
        Example { source: "They left.", target: "他们走了", reported: &["了"] },
        Example { source: "A member", target: "成员", reported: &[] },
        Example { source: "Note:", target: "注意", reported: &[] },
    ],
    run,
};

/// What a text ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Stop,
    Question,
    Colon,
    Pause,
    None,
}

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    // Headings, cells and captions end as they like, and so does an item of a list that is one sentence.
    let ends = match pair.kind {
        LeafKind::Paragraph | LeafKind::Footnote => true,
        LeafKind::ListItem => sentences(&pair.source.visible) > 1,
        _ => false,
    };
    if !ends {
        return;
    }
    let Some(text) = chinese::text(pair) else { return };
    let Some(last) = last(text) else { return };
    let (wanted, got) = (end(&pair.source.visible), of(&text[last.clone()]));
    let mark = match wanted {
        End::Stop => "。",
        End::Question => "？",
        End::Colon => "：",
        End::Pause | End::None => return,
    };
    // A label that stands alone, `Note:`, ends as it likes.
    let lost = got == End::None && (wanted != End::Colon || !pair.whole || sentences(&pair.source.visible) > 1);
    if !lost && got != End::Pause || is_ended_before_a_note(text) {
        return;
    }
    let message = Message::new("finding-end-punctuation").with("mark", mark);
    if got == End::Pause {
        report(chinese::fault(pair, &last, message, mark, Safety::Safe));
        return;
    }
    let fault = Fault::at(pair, &last, message);
    let raw = pair.target.raw.trim_end();
    // A hard break stays behind the mark.
    let at = raw.strip_suffix('\\').unwrap_or(raw).trim_end().len();
    // Directly behind an address the mark would be taken for a part of it.
    let swallowed = pair.target.links.iter().any(|link| link.autolink && link.span.end == at && !raw.ends_with('>'));
    let edit = (!swallowed).then(|| Edit::new(at..at, mark));
    report(chinese::repaired(pair, fault, [edit], Safety::Safe));
}

/// How many sentences a text has, about: a mark with a space behind it, or at the end.
fn sentences(text: &str) -> usize {
    let text = text.trim_end().as_bytes();
    let stops = text.windows(2).filter(|two| b".!?".contains(&two[0]) && two[1] == b' ').count();
    stops + 1
}

/// Whether a text ends with brackets, and the sentence before them with its mark: `他们走了。（提早）`.
fn is_ended_before_a_note(text: &str) -> bool {
    let text = text.trim_end();
    let open = if text.ends_with('）') { '（' } else { '(' };
    let note = text.ends_with([')', '）']).then(|| text.rfind(open)).flatten();
    note.is_some_and(|note| matches!(end(&text[..note]), End::Stop | End::Question))
}

/// The last character of a text that is no bracket and no quotation mark.
fn last(text: &str) -> Option<Span> {
    let text = text.trim_end_matches(|ch: char| ch.is_whitespace() || ")）]】」』”’\"'》〉*_".contains(ch));
    let ch = text.chars().next_back()?;
    Some(text.len() - ch.len_utf8()..text.len())
}

fn end(text: &str) -> End {
    last(text).map_or(End::None, |last| of(&text[last]))
}

fn of(mark: &str) -> End {
    match mark {
        "." | "。" | "!" | "！" | "…" | "⋯" => End::Stop,
        "?" | "？" => End::Question,
        ":" | "：" | ";" | "；" => End::Colon,
        "," | "，" | "、" => End::Pause,
        _ => End::None,
    }
}
