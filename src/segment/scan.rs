//! One pass over a text that finds all the splitter needs: runs of final marks, balanced pairs,
//! and the ranges nobody may look into.
//!
//! Linear whatever comes in: a closer looks at the few innermost openers only, and a byte table
//! skips ordinary letters.

use crate::segment::addresses::{email, url, www};
use crate::segment::characters::{is_foreign, is_narrow_letter, is_terminator, is_wide_terminator};
use crate::segment::masks::{Mask, MaskKind};
use crate::text::Span;

/// The farthest a pair may reach, in characters; beyond it the opener is taken for a slip.
const PAIR_LIMIT: usize = 400;
/// How many open brackets a closer looks through.
const OPEN_LIMIT: usize = 8;

/// What the pass found, each list in order.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// The runs of final marks, and the forced breaks.
    pub(super) runs: Vec<Run>,
    /// The balanced pairs of at most 400 characters, by the place of the closer.
    pub(super) pairs: Vec<Pair>,
    /// The outermost ranges whose bytes are no prose: masks, bare URLs and e-mail addresses.
    pub(super) hidden: Vec<Mask>,
    /// The starts of runs of `*` that were meant to close emphasis but are literal text in CommonMark.
    pub(super) literal_closers: Vec<usize>,
    /// Whether the text holds characters whose final marks are left to UAX #29.
    pub(super) foreign: bool,
}

/// A place where a sentence may end.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) span: Span,
    pub(super) kind: RunKind,
}

/// What a run of final marks consists of, which says what rules decide about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RunKind {
    /// A single full stop.
    Stop,
    /// Latin marks with a `!` or `?` among them.
    Mark,
    /// Only dots: `...` or `…`.
    Dots,
    /// At least one Chinese or Japanese mark.
    Wide,
    /// A mark of another script, where UAX #29 sees a boundary.
    Foreign,
    /// A `<br>`.
    Break,
}

/// A balanced pair of brackets or quotation marks.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// Where the opener starts.
    pub(super) open: usize,
    /// Where the closer starts.
    pub(super) close: usize,
    pub(super) kind: PairKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PairKind {
    Quote,
    Bracket,
    /// `《》`, around the name of a work.
    Title,
}

/// What is open at some place of the text.
#[derive(Debug, Default)]
struct Open {
    brackets: Vec<(char, usize)>,
    /// For each length of a run of `*`, whether one is open.
    stars: [bool; 4],
}

/// Scans a text once. The masks are sorted and lie within it.
pub(super) fn scan(text: &str, masks: &[Mask]) -> Scan {
    let mut found = Scan::default();
    let mut open = Open::default();
    let mut masks = masks.iter().peekable();
    let mut at = 0;
    loop {
        // Invariant: every mask that starts before `at` was taken off `masks`.
        let limit = masks.peek().map_or(text.len(), |mask| mask.span.start.max(at));
        at = next_mark(text, at, limit);
        if at >= limit {
            let Some(mask) = masks.next() else { return found };
            at = found.enter(mask, at);
        } else {
            at = found.mark(text, at, limit, &mut open);
        }
    }
}

impl Scan {
    /// Takes a mask in and returns where to go on: behind what nobody may look into.
    fn enter(&mut self, mask: &Mask, at: usize) -> usize {
        match mask.kind {
            _ if mask.span.start < at => return at,
            MaskKind::LinkText => return at,
            MaskKind::Emphasis => return mask.span.end,
            _ => {}
        }
        self.hidden.push(mask.clone());
        if mask.kind == MaskKind::Break {
            self.runs.push(Run { span: mask.span.clone(), kind: RunKind::Break });
        }
        mask.span.end
    }

    /// Notes the character at `at` for what it is and returns where to go on.
    fn mark(&mut self, text: &str, at: usize, limit: usize, open: &mut Open) -> usize {
        let Some(ch) = text[at..].chars().next() else { return text.len() };
        let after = at + ch.len_utf8();
        match ch {
            '*' => return self.stars(text, at, limit, &mut open.stars),
            ':' | '@' => return self.address(text, at, limit).unwrap_or(after),
            '.' if text[..at].ends_with("www") => {
                if let Some(end) = self.address(text, at, limit) {
                    return end;
                }
            }
            _ => {}
        }
        if is_terminator(ch) {
            return self.run(text, at, limit);
        }
        self.foreign |= is_foreign(ch);
        if let Some(kind) = pair_kind(ch) {
            self.bracket(text, at, ch, kind, &mut open.brackets);
        }
        after
    }

    fn run(&mut self, text: &str, start: usize, limit: usize) -> usize {
        let rest = &text[start..limit];
        let end = start + rest.find(|ch| !is_terminator(ch)).unwrap_or(rest.len());
        let marks = &text[start..end];
        // Most dots stand inside a word or number; they cost nothing more.
        let inside =
            text.as_bytes().get(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || b",/-=".contains(byte));
        let kind = match marks {
            "." => RunKind::Stop,
            _ if marks.contains(is_wide_terminator) => RunKind::Wide,
            _ if marks.contains(['!', '?']) => RunKind::Mark,
            _ => RunKind::Dots,
        };
        if kind == RunKind::Wide || !inside {
            self.runs.push(Run { span: start..end, kind });
        }
        end
    }

    /// Pairs up literal `**`. `**很好。**然后` is no emphasis in CommonMark, yet its author meant it so.
    fn stars(&mut self, text: &str, start: usize, limit: usize, open: &mut [bool; 4]) -> usize {
        let len = text[start..limit].bytes().take_while(|&byte| byte == b'*').count();
        let end = start + len;
        if let Some(open) = open.get_mut(len) {
            if *open && !is_space(text[..start].chars().next_back()) {
                self.literal_closers.push(start);
                *open = false;
            } else {
                *open |= !is_space(text[end..].chars().next());
            }
        }
        end
    }

    /// Hides the bare URL or e-mail address whose `:`, `@` or first `.` is at `at`; returns its end.
    fn address(&mut self, text: &str, at: usize, limit: usize) -> Option<usize> {
        let floor = self.hidden.last().map_or(0, |mask| mask.span.end);
        let span = match text.as_bytes().get(at) {
            Some(b':') => url(text, at, floor, limit),
            Some(b'@') => email(text, at, floor, limit),
            _ => www(text, at, floor, limit),
        }?;
        let end = span.end;
        while self.runs.last().is_some_and(|run| run.span.start >= span.start) {
            self.runs.pop();
        }
        self.hidden.push(Mask { span, kind: MaskKind::Opaque });
        Some(end)
    }

    fn bracket(&mut self, text: &str, at: usize, ch: char, kind: PairKind, open: &mut Vec<(char, usize)>) {
        let before = text[..at].chars().next_back();
        let after = text[at + ch.len_utf8()..].chars().next();
        if can_close(ch, before, after) {
            let inner = open.iter().rev().take(OPEN_LIMIT).position(|&(opener, _)| closes(opener, ch));
            if let Some(depth) = inner {
                let place = open.len() - 1 - depth;
                let start = open[place].1;
                open.truncate(place);
                if near(&text[start..at]) {
                    self.pairs.push(Pair { open: start, close: at, kind });
                }
                return;
            }
        }
        if can_open(ch, before, after) {
            open.push((ch, at));
        }
    }
}

/// Returns whether no more than the longest pair lies between two places.
fn near(inner: &str) -> bool {
    inner.len() <= PAIR_LIMIT || (inner.len() <= 4 * PAIR_LIMIT && inner.chars().count() <= PAIR_LIMIT)
}

fn pair_kind(ch: char) -> Option<PairKind> {
    match ch {
        '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' => {
            Some(PairKind::Quote)
        }
        '(' | ')' | '[' | ']' | '{' | '}' | '（' | '）' | '［' | '］' | '｛' | '｝' | '【' | '】' | '〔' | '〕'
        | '〖' | '〗' => Some(PairKind::Bracket),
        '《' | '》' | '〈' | '〉' => Some(PairKind::Title),
        _ => None,
    }
}

fn closes(opener: char, ch: char) -> bool {
    let openers: &[char] = match ch {
        '"' => &['"'],
        '\'' => &['\''],
        '”' => &['“', '„'],
        '“' => &['„'],
        '’' => &['‘', '‚'],
        '‘' => &['‚'],
        '»' => &['«'],
        '«' => &['»'],
        '›' => &['‹'],
        '‹' => &['›'],
        ')' => &['('],
        '）' => &['（', '('],
        ']' => &['['],
        '］' => &['［'],
        '}' => &['{'],
        '｝' => &['｛'],
        '】' => &['【'],
        '〕' => &['〔'],
        '〗' => &['〖'],
        '」' => &['「'],
        '』' => &['『'],
        '》' => &['《'],
        '〉' => &['〈'],
        _ => &[],
    };
    openers.contains(&opener)
}

fn is_space(ch: Option<char>) -> bool {
    ch.is_none_or(char::is_whitespace)
}

fn can_close(ch: char, before: Option<char>, after: Option<char>) -> bool {
    match ch {
        // An apostrophe inside a word closes nothing, and a mark behind a space opens.
        '"' | '\'' | '’' => !is_space(before) && !is_narrow_letter(after),
        '«' | '‹' => !is_space(before),
        _ => true,
    }
}

fn can_open(ch: char, before: Option<char>, after: Option<char>) -> bool {
    match ch {
        '"' => !is_space(after) && !is_narrow_letter(before),
        // 'twas and '90s are no quotations, but a word in single quotes is.
        '\'' => after.is_some_and(char::is_alphabetic) && before.is_none_or(|ch| !ch.is_alphanumeric()),
        '»' | '›' => is_space(before) && !is_space(after),
        '”' | '’' | ')' | '）' | ']' | '］' | '}' | '｝' | '】' | '〕' | '〗' | '」' | '』' | '》' | '〉' => {
            false
        }
        _ => true,
    }
}

/// Returns the next place in `at..limit` that [`Scan::mark`] has something to say about.
fn next_mark(text: &str, at: usize, limit: usize) -> usize {
    let bytes = &text.as_bytes()[at.min(limit)..limit];
    at + bytes.iter().position(|&byte| MARKS[usize::from(byte)]).unwrap_or(bytes.len())
}

/// Returns whether a text holds nothing that could be a final mark.
pub(super) fn has_no_marks(text: &str) -> bool {
    let mut at = 0;
    loop {
        at += match text.as_bytes()[at..].iter().position(|&byte| FINAL_MARKS[usize::from(byte)]) {
            Some(skipped) => skipped,
            None => return true,
        };
        match text[at..].chars().next() {
            Some(ch) if is_terminator(ch) || is_foreign(ch) => return false,
            Some(ch) => at += ch.len_utf8(),
            None => return true,
        }
    }
}

/// The bytes that begin a final mark, and perhaps other characters too.
static FINAL_MARKS: [bool; 256] = table(b".!?\xD6\xD8\xD9\xDA\xDB\xDC\xDD\xDE\xDF\xE0\xE1\xE2\xE3\xEA\xEF\xF0");
/// The bytes at which the pass stops.
static MARKS: [bool; 256] =
    table(b".!?\xD6\xD8\xD9\xDA\xDB\xDC\xDD\xDE\xDF\xE0\xE1\xE2\xE3\xEA\xEF\xF0:@*\"'()[]{}\xC2");

const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut i = 0;
    while i < bytes.len() {
        table[bytes[i] as usize] = true;
        i += 1;
    }
    table
}
