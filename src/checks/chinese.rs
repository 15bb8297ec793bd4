//! What several checks of Chinese text ask: whether there is Chinese, what stands beside a place, how to repair it.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::checks::{Fault, Pair};
use crate::finding::{Message, Safety};
use crate::locale::{HanScript, han_script};
use crate::markdown::{Destination, OPAQUE, View, view};
use crate::text::{Edit, Span, apply, is_han};

/// Full-width marks that never have a space beside them.
pub(super) const FULL_MARKS: &str = "，。、；：？！（）《》〈〉【】「」『』";

/// Full-width marks behind which a clause or sentence goes on.
pub(super) const FULL_CLOSERS: &str = "）》〉】」』”’";

/// Returns what a reader sees of a translation into Chinese, where it holds Chinese.
pub(super) fn text<'p>(pair: &'p Pair<'_>) -> Option<&'p str> {
    script(pair).map(|_| pair.target.visible.as_str())
}

/// Returns the same for one form of written Chinese.
pub(super) fn text_in<'p>(pair: &'p Pair<'_>, script: HanScript) -> Option<&'p str> {
    text(pair).filter(|_| self::script(pair) == Some(script))
}

/// How a translation is written, where it is into Chinese and holds some.
fn script(pair: &Pair<'_>) -> Option<HanScript> {
    *pair.shared.script.get_or_init(|| {
        let visible = pair.target.visible.as_str();
        han_script(pair.locale).filter(|_| !visible.is_ascii() && visible.chars().any(is_han))
    })
}

/// Returns the character before a place.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// Returns the character at a place.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Returns how many bytes of spaces stand at a place.
pub(super) fn spaces(text: &str, at: usize) -> usize {
    text[at..].len() - text[at..].trim_start_matches(' ').len()
}

/// Returns whether a character is one, or `None` is not.
pub(super) fn han(ch: Option<char>) -> bool {
    ch.is_some_and(is_han)
}

/// Returns whether a character is a letter or a digit that is not Chinese.
pub(super) fn is_latin(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || (matches!(ch as u32, 0xC0..=0x24F) && ch.is_alphabetic())
}

/// Returns whether the character at a place stands for a code span.
pub(super) fn is_code(pair: &Pair<'_>, at: usize) -> bool {
    if !pair.target.visible[at..].starts_with(OPAQUE) {
        return false;
    }
    let start = pair.target.raw_span(&(at..at + OPAQUE.len_utf8())).start;
    pair.target.codes.binary_search_by_key(&start, |code| code.span.start).is_ok()
}

/// Returns whether the character before a place stands for a code span.
pub(super) fn is_code_before(pair: &Pair<'_>, at: usize) -> bool {
    at >= OPAQUE.len_utf8() && pair.target.visible[..at].ends_with(OPAQUE) && is_code(pair, at - OPAQUE.len_utf8())
}

/// Returns whether a visible piece is written as it is seen: no markup within it.
pub(super) fn is_plain(pair: &Pair<'_>, visible: &Span) -> bool {
    pair.target.raw[pair.target.raw_span(visible)] == pair.target.visible[visible.clone()]
}

/// Returns an edit of a visible piece; `None` where markup stands in it.
pub(super) fn edit(pair: &Pair<'_>, visible: &Span, replacement: &str) -> Option<Edit> {
    is_plain(pair, visible).then(|| Edit::new(pair.target.raw_span(visible), replacement))
}

/// Returns a fault at a visible piece with what should stand there; without a repair where markup stands in it.
pub(super) fn fault(pair: &Pair<'_>, visible: &Span, message: Message, replacement: &str, safety: Safety) -> Fault {
    repaired(pair, Fault::at(pair, visible, message), [edit(pair, visible, replacement)], safety)
}

/// Returns a fault with its repair, where all edits can be made and no markup comes of them or goes.
pub(super) fn repaired<const N: usize>(
    pair: &Pair<'_>,
    fault: Fault,
    edits: [Option<Edit>; N],
    safety: Safety,
) -> Fault {
    let edits: Option<Vec<Edit>> = edits.into_iter().collect();
    match edits.filter(|edits| keeps_markup(pair, edits)) {
        Some(edits) => fault.fixed_by(edits, safety),
        None => fault,
    }
}

/// Characters that make markup together with what stands beside them.
const MARKUP: &str = "*_~`\\<>[]!&(){}#:/@^|";

/// A repair beside markup is tried out in texts up to this many bytes, and not made in longer ones.
const LONGEST_TRIED: usize = 8192;

/// Returns whether a text has the same markup after some edits: taking a mark away, or putting one, can open or
/// close emphasis.
fn keeps_markup(pair: &Pair<'_>, edits: &[Edit]) -> bool {
    let raw = pair.target.raw.as_str();
    // What a backslash takes for itself changes with what stands behind it.
    if edits.iter().any(|edit| before(raw, edit.span.start) == Some('\\')) {
        return false;
    }
    let beside = |edit: &Edit| {
        let near = [before(raw, edit.span.start), after(raw, edit.span.end)];
        near.into_iter().flatten().any(|ch| MARKUP.contains(ch) || is_hidden(ch))
    };
    if !edits.iter().any(beside) && !pair.target.links.iter().any(|link| link.autolink) {
        return true;
    }
    if raw.len() > LONGEST_TRIED {
        return false;
    }
    // Two hidden characters between marks go at once.
    let tried = apply(raw, edits.to_vec()).replace(is_hidden, "");
    markup(&view(&tried, "")) == markup(&view(raw, ""))
}

/// Returns whether nobody sees a character.
fn is_hidden(ch: char) -> bool {
    let control = ch.is_control() && !matches!(ch, '\n' | '\r' | '\t');
    control
        || matches!(ch, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The markup of a text.
fn markup(view: &View) -> impl PartialEq + use<> {
    let emphasis: Vec<_> = view.emphasis.iter().map(|emphasis| (emphasis.kind, emphasis.depth)).collect();
    let urls = |links: &[Destination]| links.iter().map(|link| link.url.clone()).collect::<Vec<_>>();
    let counts = [view.codes.len(), view.tags.len(), view.footnotes.len(), view.placeables.len()];
    (emphasis, urls(&view.links), urls(&view.images), counts)
}

/// Returns runs of characters, as spans.
pub(super) fn runs(text: &str, mut within: impl FnMut(char) -> bool) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, ch) in text.char_indices() {
        if !within(ch) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + ch.len_utf8(),
            _ => found.push(at..at + ch.len_utf8()),
        }
    }
    found
}

/// Returns runs of spaces, as spans.
pub(super) fn gaps(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, _) in text.match_indices(' ') {
        match found.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// Returns the full-width form of an ASCII mark.
pub(super) fn full_width(mark: char) -> Option<&'static str> {
    Some(match mark {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '!' => "！",
        '?' => "？",
        '.' => "。",
        '(' => "（",
        ')' => "）",
        _ => return None,
    })
}

/// Returns the ASCII character that a full-width one (U+FF01 to U+FF5E) is the wide form of.
pub(super) fn narrow(ch: char) -> char {
    char::from_u32((ch as u32).saturating_sub(0xFEE0)).filter(char::is_ascii).unwrap_or(ch)
}

/// The characters of a text, looked through once and only where somebody asks.
pub(super) struct Known<'t> {
    text: &'t str,
    characters: OnceCell<HashSet<char>>,
}

impl<'t> Known<'t> {
    /// Returns the characters of a text.
    pub(super) fn new(text: &'t str) -> Known<'t> {
        Known { text, characters: OnceCell::new() }
    }

    /// Returns whether a character occurs.
    pub(super) fn has(&self, ch: char) -> bool {
        self.characters.get_or_init(|| self.text.chars().collect()).contains(&ch)
    }

    /// Returns whether every character of a word occurs.
    pub(super) fn has_all(&self, word: &str) -> bool {
        word.chars().all(|ch| self.has(ch))
    }
}
