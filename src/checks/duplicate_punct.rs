//! The same mark twice, or marks that contradict each other.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::Span;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "duplicate-punct",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "They left.", target: "他们，，走了。。", reported: &["，，", "。。"] },
        Example { source: "They left.", target: "他们走了，。", reported: &["，。"] },
        Example { source: "They left.", target: "他们走了。.", reported: &["。."] },
        Example { source: "Really?! Yes!!!", target: "真的？！是的！！！……", reported: &[] },
        Example { source: "Use .NET, Yahoo! etc.", target: "用 .NET、Yahoo!、a.b.、.env 等。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    for span in chinese::runs(text, |ch| "，。、；：？！,.;?!".contains(ch)) {
        let Some(span) = chinese_part(text, span) else { continue };
        if !is_wrong(&text[span.clone()]) {
            continue;
        }
        let raw = &pair.target.raw[pair.target.raw_span(&span)];
        // The text of a link may be a sentence with its own mark.
        if raw.contains([']', '<', '\n']) {
            continue;
        }
        let message = Message::new("finding-duplicate-punct");
        report(chinese::fault(pair, &span, message, kept(&text[span.clone()]), Safety::Safe));
    }
}

/// The run without the ASCII marks of a name: `Yahoo!`, `etc.`, `.NET`.
fn chinese_part(text: &str, mut span: Span) -> Option<Span> {
    let run = &text[span.clone()];
    if chinese::before(text, span.start).is_some_and(|ch| !crate::text::is_wide(ch)) {
        span.start += run.len() - run.trim_start_matches(|ch: char| ch.is_ascii()).len();
    }
    let run = &text[span.clone()];
    if run.ends_with('.') && chinese::after(text, span.end).is_some_and(|ch| ch.is_ascii_alphanumeric()) {
        span.end -= 1;
    }
    let mut marks = text[span.clone()].chars();
    (marks.next().is_some() && marks.next().is_some()).then_some(span)
}

fn is_wrong(run: &str) -> bool {
    // `？！` and `！！！` are said so; three stops are an ellipsis; what is ASCII alone is of the source.
    let loud = run.chars().all(|ch| "？！?!".contains(ch));
    let dots = run.chars().all(|ch| ch == '。') && run.chars().count() > 2;
    let ascii = run.is_ascii() || run.contains("..");
    !loud && !dots && !ascii
}

/// What stays of a run: its strongest mark.
fn kept(run: &str) -> &'static str {
    const STRENGTH: [(&str, &str); 7] =
        [("？?", "？"), ("！!", "！"), ("。.", "。"), ("：", "："), ("；;", "；"), ("，,", "，"), ("、", "、")];
    STRENGTH.iter().find(|(marks, _)| run.contains(|ch| marks.contains(ch))).map_or("。", |(_, kept)| kept)
}
