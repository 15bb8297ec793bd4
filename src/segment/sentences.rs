//! Where the sentences of a unit's text begin and end.
//!
//! Under-splitting is the lesser fault: two sentences on one line are one act of translation, half
//! a name on a line is none. The splitter looks at one text with its masks, never at the document;
//! colons and semicolons are no boundary in any language.

use crate::segment::characters::{is_closer, is_emoji, is_terminator};
use crate::segment::foreign::foreign_runs;
use crate::segment::markup::{has_content, is_closing_markup, markup_start, shortcode_len};
use crate::segment::masks::{Mask, MaskKind, closing_emphasis, usable};
use crate::segment::rules::{Rules, rules};
use crate::segment::scan::{Pair, PairKind, Run, RunKind, Scan, has_no_marks, scan};
use crate::segment::stops::{Start, is_name_with_mark, is_starter, opener_len, start, token, vetoes};
use crate::text::{Span, is_wide};

/// How far behind a closing quotation mark a verb of speech is looked for, in characters.
const SPEECH_REACH: usize = 6;

/// Returns the spans of the sentences of `text`: trimmed, in order, not overlapping; the bytes between them are white space.
///
/// A text with no boundary is one span; an empty or blank text gives none. Bare URLs and e-mail addresses are found here and need no mask.
pub fn sentences(text: &str, masks: &[Mask], language: &str) -> Vec<Span> {
    let start = text.len() - text.trim_start().len();
    let body = start..text.trim_end().len().max(start);
    if body.is_empty() {
        return Vec::new();
    }
    // Most headings and items end in their only mark or have none.
    let end_marks = |ch: char| is_terminator(ch) || is_closer(ch) || matches!(ch, '*' | '_' | '~');
    let has_break = masks.iter().any(|mask| mask.kind == MaskKind::Break);
    if !has_break && has_no_marks(text[body.clone()].trim_end_matches(end_marks)) {
        return vec![body];
    }
    let masks = usable(text, masks);
    let passage = Passage::new(text, &masks, rules(language), body.start);
    cut(&passage, body)
}

/// Cuts the body at every boundary; a fragment without a word joins the sentence before it.
fn cut(passage: &Passage, body: Span) -> Vec<Span> {
    let mut sentences: Vec<Span> = Vec::new();
    let mut start = body.start;
    let mut content = passage.first_content;
    for run in &passage.scan.runs {
        let Some(end) = passage.boundary(run, content).filter(|&end| start < end && end < body.end) else { continue };
        if content >= end && sentences.is_empty() {
            continue;
        }
        push(passage.text, &mut sentences, start..end, content);
        start = end + spaces(&passage.text[end..]);
        content = passage.content(start.max(content));
    }
    if start < body.end {
        push(passage.text, &mut sentences, start..body.end, content);
    }
    sentences
}

fn push(text: &str, sentences: &mut Vec<Span>, span: Span, content: usize) {
    let end = span.start + text[span.clone()].trim_end().len();
    match sentences.last_mut() {
        Some(last) if content >= end => last.end = end,
        _ => sentences.push(span.start..end),
    }
}

/// Returns the length of the white space a text begins with.
fn spaces(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// One text with all that is known about it.
struct Passage<'a> {
    text: &'a str,
    masks: &'a [Mask],
    /// For each mask, whether it closes emphasis.
    closing: Vec<bool>,
    scan: Scan,
    /// The links, by the place of their `]`.
    links: Vec<Pair>,
    /// Where no sentence may end: inside pairs and link text. Sorted, not overlapping.
    blocked: Vec<Span>,
    rules: &'static Rules,
    /// The first letter, digit or code of the text.
    first_content: usize,
}

/// What a final mark takes with it.
struct Tail<'a> {
    /// Where the sentence would end.
    end: usize,
    /// The last opener of a bracket that was closed.
    bracket: Option<usize>,
    /// The last quotation or link that was closed.
    quote: Option<&'a Pair>,
    /// Whether the name of a work was closed.
    title: bool,
}

impl<'a> Passage<'a> {
    fn new(text: &'a str, masks: &'a [Mask], rules: &'static Rules, start: usize) -> Passage<'a> {
        let mut scan = scan(text, masks);
        if scan.foreign {
            scan.runs.extend(foreign_runs(text));
            scan.runs.sort_by_key(|run| run.span.start);
        }
        let links = links(text, masks);
        let blocked = blocked(&scan.pairs, &links);
        let closing = closing_emphasis(text, masks);
        let mut passage = Passage { text, masks, closing, scan, links, blocked, rules, first_content: 0 };
        passage.first_content = passage.content(start);
        passage
    }

    /// Returns where the sentence ends whose final marks are `run`, if it ends there.
    ///
    /// `content` is the place of the sentence's first letter, digit or code.
    fn boundary(&self, run: &Run, content: usize) -> Option<usize> {
        if run.kind == RunKind::Break {
            return Some(run.span.end);
        }
        if self.hidden_around(run.span.start).is_some() {
            return None;
        }
        let tail = self.tail(run.span.end);
        let aside = tail.bracket.is_some_and(|open| open > content);
        if aside || self.is_blocked(tail.end) {
            return None;
        }
        let ends = match run.kind {
            RunKind::Wide => self.ends_wide(run, &tail, content),
            RunKind::Stop | RunKind::Mark => self.ends_latin(run, &tail, content),
            RunKind::Dots => self.ends_dots(run, &tail),
            RunKind::Foreign | RunKind::Break => true,
        };
        ends.then_some(tail.end)
    }

    /// Absorbs what belongs to the sentence behind its final mark: closers, markup, an emoji.
    fn tail(&self, from: usize) -> Tail<'_> {
        let mut tail = Tail { end: from, bracket: None, quote: None, title: false };
        loop {
            let rest = &self.text[tail.end..];
            if let Some(end) = self.absorbed_mask(tail.end) {
                tail.quote = self.link_ending_at(tail.end).or(tail.quote);
                tail.end = end;
            } else if self.scan.literal_closers.binary_search(&tail.end).is_ok() {
                tail.end += rest.len() - rest.trim_start_matches('*').len();
            } else if self.hidden_around(tail.end).is_some() {
                return tail;
            } else if let Some(len) = self.closer(&mut tail) {
                tail.end += len;
            } else {
                let space = usize::from(rest.starts_with(' '));
                match self.trailer(tail.end + space) {
                    Some(end) => tail.end = end,
                    None => return tail,
                }
            }
        }
    }

    /// Returns the end of the mask at `at` if it belongs to the sentence before it.
    fn absorbed_mask(&self, at: usize) -> Option<usize> {
        let first = self.masks.partition_point(|mask| mask.span.start < at);
        let here = self.masks.iter().enumerate().skip(first).take_while(|(_, mask)| mask.span.start == at);
        let closes = |&(i, mask): &(usize, &Mask)| match mask.kind {
            MaskKind::Emphasis => self.closing.get(i) == Some(&true),
            MaskKind::LinkEdge => self.text[at..].starts_with(']'),
            MaskKind::FootnoteReference => true,
            MaskKind::Opaque => is_closing_markup(&self.text[mask.span.clone()]),
            MaskKind::Break | MaskKind::LinkText => false,
        };
        here.take(4).find(closes).map(|(_, mask)| mask.span.end)
    }

    /// Returns the link whose text ends at `at`, as a pair of marks.
    fn link_ending_at(&self, at: usize) -> Option<&Pair> {
        let i = self.links.binary_search_by_key(&at, |link| link.close).ok()?;
        self.links.get(i)
    }

    /// Returns the length of the closer at the end of the tail, and notes what it closes.
    fn closer<'t>(&'t self, tail: &mut Tail<'t>) -> Option<usize> {
        let rest = &self.text[tail.end..];
        let ch = rest.chars().next()?;
        let pairs = &self.scan.pairs;
        let pair = pairs.binary_search_by_key(&tail.end, |pair| pair.close).ok().and_then(|i| pairs.get(i));
        match pair {
            Some(pair) if pair.kind == PairKind::Bracket => tail.bracket = tail.bracket.max(Some(pair.open)),
            Some(pair) if pair.kind == PairKind::Title => tail.title = true,
            Some(pair) => tail.quote = Some(pair),
            // A straight mark that closes nothing we know of may open what follows.
            None if matches!(ch, '"' | '\'') && rest[1..].starts_with(char::is_alphanumeric) => return None,
            None if is_closer(ch) => {}
            None => return None,
        }
        Some(ch.len_utf8())
    }

    /// Returns the end of the emoji, footnote reference or closing tag at `at`, which may stand off by a space.
    fn trailer(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        if let Some(mask) = self.hidden_around(at) {
            let absorbed = match mask.kind {
                MaskKind::FootnoteReference => true,
                MaskKind::Opaque => is_closing_markup(&self.text[mask.span.clone()]),
                _ => false,
            };
            return (absorbed && mask.span.start == at).then_some(mask.span.end);
        }
        let emoji = rest.len() - rest.trim_start_matches(is_emoji).len();
        let shortcode = if emoji == 0 { shortcode_len(rest) } else { None };
        match shortcode.unwrap_or(emoji) {
            0 => None,
            len => Some(at + len),
        }
    }

    fn ends_wide(&self, run: &Run, tail: &Tail, content: usize) -> bool {
        let rest = self.text[tail.end..].trim_start();
        if tail.title || rest.starts_with(['，', '、', '；', '：', '。', '！', '？', ',', ';', ':']) {
            return false;
        }
        // `3．5` and the `1．` of a list.
        let before = self.text[..run.span.start].chars().next_back();
        if &self.text[run.span.clone()] == "．" && before.is_some_and(char::is_numeric) {
            let label = token(&self.text[..run.span.start]);
            return !rest.starts_with(char::is_numeric) && run.span.start - label.len() > content;
        }
        let Some(quote) = tail.quote else { return true };
        // “加油！” as a part of the sentence, with no colon or comma before it.
        let inside = quote.open > content && self.text[..quote.open].ends_with(char::is_alphanumeric);
        let behind = &self.text[tail.end..];
        let particle = |particle: &&str| behind.starts_with(*particle);
        !inside && !speech_follows(behind, self.rules) && !self.rules.quote_particles.iter().any(particle)
    }

    fn ends_latin(&self, run: &Run, tail: &Tail, content: usize) -> bool {
        let rest = &self.text[tail.end..];
        let before = &self.text[..run.span.start];
        if !rest.starts_with(char::is_whitespace) {
            // `你好!请进`: no space stands between two Chinese sentences, whatever the mark.
            let tight = run.kind == RunKind::Mark && tail.end == run.span.end;
            return tight && before.ends_with(is_wide_letter) && rest.starts_with(is_wide_letter);
        }
        let (next, start) = self.start(tail.end);
        if start == Start::Other {
            return false;
        }
        let token = self.token(run.span.start);
        if run.kind == RunKind::Stop {
            let spaced = before.ends_with(char::is_whitespace);
            let leads = run.span.start - token.len() == self.first_content;
            return !spaced && !vetoes(token, leads, next, start, self.rules);
        }
        // The "Why Rust?" in a talk's title is no sentence of its own.
        let titled = tail.quote.is_some_and(|quote| quote.open > content && self.follows_word(quote.open));
        let named = is_name_with_mark(token, &self.text[run.span.clone()], start, next, self.rules);
        !named && (!titled || is_starter(start, next, self.rules))
    }

    fn ends_dots(&self, run: &Run, tail: &Tail) -> bool {
        if !self.text[tail.end..].starts_with(char::is_whitespace) {
            return false;
        }
        let marks = &self.text[run.span.clone()];
        let wide = self.rules.wide
            || marks.contains("……")
            || marks.contains("⋯⋯")
            || self.text[..run.span.start].ends_with(is_wide);
        match self.start(tail.end).1 {
            Start::Capital(_) => true,
            Start::Caseless(_) => !wide,
            _ => false,
        }
    }

    /// Returns whether the word before `at` runs into it, with no punctuation between.
    fn follows_word(&self, at: usize) -> bool {
        self.text[..at].trim_end().ends_with(char::is_alphanumeric)
    }

    /// Returns the token before the mark at `at`, empty behind markup.
    fn token(&self, at: usize) -> &'a str {
        let hidden = &self.scan.hidden;
        let floor = match hidden.partition_point(|mask| mask.span.end <= at) {
            0 => 0,
            n => hidden.get(n - 1).map_or(0, |mask| mask.span.end),
        };
        token(&self.text[floor..at])
    }

    /// Returns what the text behind the white space at `at` begins with, and the text from there.
    fn start(&self, at: usize) -> (&'a str, Start<'a>) {
        let mut at = at + spaces(&self.text[at..]);
        loop {
            let rest = &self.text[at..];
            if let Some(mask) = self.hidden_around(at) {
                match markup_start(mask, &self.text[mask.span.clone()]) {
                    Some(start) => return (rest, start),
                    None => at = mask.span.end,
                }
            } else if let Some(end) = self.emphasis_end(at) {
                at = end;
            } else if let Some(len) = opener_len(rest) {
                at += len;
                // French sets its quotation marks off by a space.
                at += if rest.starts_with('«') { spaces(&self.text[at..]) } else { 0 };
            } else {
                return (rest, start(rest, self.rules));
            }
        }
    }

    fn emphasis_end(&self, at: usize) -> Option<usize> {
        let first = self.masks.partition_point(|mask| mask.span.start < at);
        let here = self.masks.iter().skip(first).take_while(|mask| mask.span.start == at);
        here.take(4).find(|mask| mask.kind == MaskKind::Emphasis).map(|mask| mask.span.end)
    }

    /// Returns the hidden range that holds the byte at `at`.
    fn hidden_around(&self, at: usize) -> Option<&Mask> {
        let i = self.scan.hidden.partition_point(|mask| mask.span.end <= at);
        self.scan.hidden.get(i).filter(|mask| mask.span.start <= at)
    }

    fn is_blocked(&self, end: usize) -> bool {
        let i = self.blocked.partition_point(|span| span.end <= end);
        self.blocked.get(i).is_some_and(|span| span.start <= end)
    }

    /// Returns the first place from `at` on that holds a letter, a digit or code; the end if none.
    fn content(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(ch) = self.text[at..].chars().next() {
            match self.hidden_around(at) {
                Some(mask) if has_content(mask, &self.text[mask.span.clone()]) => return at,
                Some(mask) => at = mask.span.end,
                None if ch.is_alphanumeric() => return at,
                None => at += ch.len_utf8(),
            }
        }
        at
    }
}

/// Returns the links as pairs, by the place of the closer.
fn links(text: &str, masks: &[Mask]) -> Vec<Pair> {
    let pair = |mask: &Mask| {
        let (open, _) = text[..mask.span.start].char_indices().next_back()?;
        Some(Pair { open, close: mask.span.end, kind: PairKind::Quote })
    };
    let mut links: Vec<Pair> = masks.iter().filter(|mask| mask.kind == MaskKind::LinkText).filter_map(pair).collect();
    links.sort_by_key(|link| link.close);
    links
}

/// Returns the places where no sentence may end. It may end behind a pair's closer, and behind the `]` of a link.
fn blocked(pairs: &[Pair], links: &[Pair]) -> Vec<Span> {
    let mut inner: Vec<Span> = pairs.iter().chain(links).map(|pair| pair.open + 1..pair.close + 1).collect();
    inner.sort_by_key(|span| span.start);
    let mut outer: Vec<Span> = Vec::with_capacity(inner.len());
    for span in inner {
        match outer.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => outer.push(span),
        }
    }
    outer
}

/// Returns whether a few characters, a verb of speech and a mark follow a quotation.
fn speech_follows(behind: &str, rules: &Rules) -> bool {
    let places = behind.char_indices().take(SPEECH_REACH + 1);
    let before_mark = places.take_while(|(_, ch)| ch.is_alphanumeric());
    let verb_at = |i: usize| {
        let ends =
            |verb: &&str| behind[i..].strip_prefix(*verb).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        rules.speech_verbs.iter().any(ends)
    };
    before_mark.into_iter().any(|(i, _)| verb_at(i))
}

/// Returns whether a character is a letter of a script written without spaces.
fn is_wide_letter(ch: char) -> bool {
    is_wide(ch) && ch.is_alphabetic()
}
