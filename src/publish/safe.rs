//! Chinese that stays what it is in every reader: emphasis beside full-width punctuation, ranges with `~`.
//!
//! CommonMark 6.2 lets `**` open or close only where it stands beside white space or punctuation, or beside a
//! letter on its inner side. `说**“开源”**这` has neither, so readers see asterisks. Here such emphasis is
//! written so that it closes; nobody who translates has to know that rule.

use crate::markdown::{self, EmphasisKind, View};
use crate::text::{Edit, Span, apply, is_han};

/// What a text may be rewritten to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Safety {
    /// Whether `<strong>` may stand for emphasis that cannot be written otherwise.
    pub(super) html: bool,
    /// Whether `*…*` around Han becomes `**…**`: slanted Chinese is a distortion (rule S6).
    pub(super) strong: bool,
}

/// A text that is safe to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Safe {
    /// The text.
    pub(super) text: String,
    /// Whether emphasis was dropped that could not be written (rule S1).
    pub(super) dropped: bool,
}

/// Returns one unit's line of a translation as it is published (rules S1, S2 and S6).
pub(super) fn safe(text: &str, safety: Safety) -> Safe {
    let mut safe = Safe { text: text.to_owned(), dropped: false };
    if !text.contains(['*', '_', '~']) {
        return safe;
    }
    if text.contains('_') {
        safe.text = with_asterisks(&safe.text);
    }
    if let Some(emphasised) = emphasised(&safe.text, safety.html) {
        safe = emphasised;
    }
    if safety.strong && safe.text.contains('*') {
        safe.text = with_strong_han(&safe.text);
    }
    if safe.text.contains('~') {
        safe.text = with_tildes_escaped(&safe.text);
    }
    safe
}

/// Rule S2: a range stays a range. GitHub pairs single tildes: `3~5 个，共 7~8 人` would be struck through.
fn with_tildes_escaped(text: &str) -> String {
    let edits = markdown::literal_marks(text, &['~']).into_iter().map(|at| Edit::new(at..at, "\\")).collect();
    apply(text, edits)
}

/// Rule S6: `_` beside Han is no emphasis; what is emphasis, and what was meant as one, is written with `*`.
fn with_asterisks(text: &str) -> String {
    let view = markdown::view(text, "");
    let parsed = view.emphasis.iter().filter(|it| text[it.span.clone()].starts_with('_'));
    let mut marks: Vec<Span> = Vec::new();
    for it in parsed {
        let width = if it.kind == EmphasisKind::Strong { 2 } else { 1 };
        marks.extend([it.span.start..it.span.start + width, it.span.end - width..it.span.end]);
    }
    // `_*_` would become `***`.
    let written = apply(text, marks.iter().map(|span| Edit::new(span.clone(), "*".repeat(span.len()))).collect());
    if markdown::visible(&written) != markdown::visible(text) {
        return text.to_owned();
    }
    let literal = markdown::literal_marks(text, &['_']);
    let mut at = 0;
    while let Some([open, close]) = literal.get(at..at + 2) {
        if text[..*open].ends_with(is_han) && text[open + 1..].starts_with(is_han) && text[..*close].ends_with(is_han) {
            marks.extend([*open..open + 1, *close..close + 1]);
            at += 1;
        }
        at += 1;
    }
    apply(text, marks.into_iter().map(|span| Edit::new(span.clone(), "*".repeat(span.len()))).collect())
}

/// Rule S6: Chinese has no italics.
fn with_strong_han(text: &str) -> String {
    let view = markdown::view(text, "");
    let mut edits = Vec::new();
    for it in view.emphasis.iter().filter(|it| it.kind == EmphasisKind::Emphasis && it.depth == 0) {
        let nested = |other: &markdown::Emphasis| it.span.start <= other.span.start && other.span.end <= it.span.end;
        let alone = view.emphasis.iter().filter(|other| nested(other)).count() == 1;
        if alone && text[it.span.clone()].contains(is_han) {
            edits.extend([it.span.start, it.span.end].map(|at| Edit::new(at..at, "*")));
        }
    }
    let strong = apply(text, edits);
    let kept = markdown::visible(&strong) == markdown::visible(text);
    if kept { strong } else { text.to_owned() }
}

/// Two runs of marks that were meant to belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    mark: char,
    /// How many marks stand on each side.
    width: usize,
    /// The byte of the first mark before the emphasised text, and of the first behind it.
    open: usize,
    close: usize,
}

impl Pair {
    fn inner(&self) -> Span {
        self.open + self.width..self.close
    }

    fn outer(&self) -> Span {
        self.open..self.close + self.width
    }

    fn marks(&self) -> String {
        self.mark.to_string().repeat(self.width)
    }

    /// Returns the HTML that says the same.
    fn tags(&self) -> (&'static str, &'static str) {
        match (self.mark, self.width) {
            ('~', _) => ("<del>", "</del>"),
            (_, 1) => ("<em>", "</em>"),
            (_, 2) => ("<strong>", "</strong>"),
            _ => ("<strong><em>", "</em></strong>"),
        }
    }
}

/// Rule S1. Returns the text with every emphasis that its marks were meant for; `None` where it has that already,
/// or where the marks do not tell what was meant.
fn emphasised(text: &str, html: bool) -> Option<Safe> {
    let view = markdown::view(text, "");
    let pairs = pairs(text, &view)?;
    let read: usize = pairs.iter().map(|pair| if pair.mark == '*' && pair.width == 3 { 2 } else { 1 }).sum();
    let spans = |pair: &Pair| view.emphasis.iter().any(|it| it.span == pair.outer());
    if view.emphasis.len() == read && pairs.iter().all(spans) {
        return None;
    }
    let wanted: Vec<&Pair> = pairs.iter().filter(|pair| !closes(text, pair)).collect();
    let mut edits = Vec::new();
    let mut dropped = false;
    for pair in wanted {
        match inside(text, pair) {
            Some(inner) => edits.extend(moved(text, pair, &inner)),
            None if html => edits.extend(tagged(pair)),
            None => {
                dropped = true;
                edits.extend(unmarked(pair));
            }
        }
    }
    let safe = apply(text, edits);
    // Whatever else stands in the way: the words are sure, the emphasis is not.
    let left = markdown::literal_marks(&safe, &['*']).len();
    if left > 0 && left < pairs.iter().map(|pair| 2 * pair.width).sum() {
        let edits = pairs.iter().flat_map(|pair| if html { tagged(pair) } else { unmarked(pair) }).collect();
        return Some(Safe { text: apply(text, edits), dropped: !html });
    }
    Some(Safe { text: safe, dropped })
}

/// Pairs the runs of marks in the order they stand in; `None` where one is left over.
fn pairs(text: &str, view: &View) -> Option<Vec<Pair>> {
    let mut runs: Vec<(usize, usize, char)> = Vec::new();
    let literal = markdown::literal_marks(text, &['*']);
    let parsed = view.emphasis.iter().flat_map(|it| {
        let width = if it.kind == EmphasisKind::Emphasis { 1 } else { 2 };
        (it.span.start..it.span.start + width).chain(it.span.end - width..it.span.end)
    });
    let mut marks: Vec<usize> = literal.into_iter().chain(parsed).collect();
    marks.sort_unstable();
    marks.dedup();
    for at in marks {
        let mark = text[at..].chars().next()?;
        match runs.last_mut() {
            Some((start, width, same)) if *start + *width == at && *same == mark => *width += 1,
            _ => runs.push((at, 1, mark)),
        }
    }
    let mut open: Vec<(usize, usize, char)> = Vec::new();
    let mut pairs = Vec::new();
    for (at, width, mark) in runs {
        let blank_before = text[..at].chars().next_back().is_none_or(char::is_whitespace);
        let blank_behind = text[at + width..].chars().next().is_none_or(char::is_whitespace);
        match open.last() {
            Some(&(start, same, kind)) if same == width && kind == mark && !blank_before && at > start + width => {
                open.pop();
                pairs.push(Pair { mark, width, open: start, close: at });
            }
            _ if !blank_behind && width <= 3 => open.push((at, width, mark)),
            _ => return None,
        }
    }
    open.is_empty().then_some(pairs)
}

/// Whether the marks of a pair open and close (CommonMark 6.2: left-flanking and right-flanking runs).
fn closes(text: &str, pair: &Pair) -> bool {
    flanked(text, pair, &pair.inner())
}

/// The same where the marks of a pair stand around `inner`, a part of what they stand around now.
fn flanked(text: &str, pair: &Pair, inner: &Span) -> bool {
    let words = &text[inner.clone()];
    let before = if inner.start == pair.inner().start { pair.open } else { inner.start };
    let behind = if inner.end == pair.close { pair.outer().end } else { inner.end };
    let letter = |ch: Option<char>| ch.is_some_and(|ch| !ch.is_whitespace() && !is_punctuation(ch));
    let opens = !words.starts_with(is_punctuation) || !letter(text[..before].chars().next_back());
    opens && (!words.ends_with(is_punctuation) || !letter(text[behind..].chars().next()))
}

/// Letters and digits of any script are none; what else is seen is (Unicode P and S).
fn is_punctuation(ch: char) -> bool {
    !ch.is_alphanumeric() && !ch.is_whitespace()
}

const PAIRED: &[(char, char)] = &[
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
    ('【', '】'),
    ('(', ')'),
    ('"', '"'),
];

/// Returns the part of the emphasised text that marks can stand around: without the punctuation at its end, without
/// the quotes or brackets around it, without what stands in brackets behind it. `None` where that says too little.
fn inside(text: &str, pair: &Pair) -> Option<Span> {
    let mut inner = pair.inner();
    loop {
        if flanked(text, pair, &inner) {
            break;
        }
        let words = &text[inner.clone()];
        let (first, last) = (words.chars().next()?, words.chars().next_back()?);
        let around = PAIRED.contains(&(first, last)) && first.len_utf8() + last.len_utf8() < words.len();
        let body = || &words[first.len_utf8()..words.len() - last.len_utf8()];
        if around && !body().contains([first, last]) {
            inner = inner.start + first.len_utf8()..inner.end - last.len_utf8();
        } else if let Some((open, _)) = PAIRED.iter().find(|(_, close)| *close == last) {
            inner.end = inner.start + words.rfind(*open)?;
        } else if "。，、；：！？…,.;:!?".contains(last) {
            inner.end -= last.len_utf8();
        } else {
            return None;
        }
        if inner.is_empty() {
            return None;
        }
    }
    // Marks of another emphasis, or of a link, that would be cut are a reason to take tags.
    let cut = [pair.inner().start..inner.start, inner.end..pair.inner().end];
    (!cut.into_iter().any(|span| text[span].contains(['*', '[', ']', '`', '<', '~']))).then_some(inner)
}

fn moved(text: &str, pair: &Pair, inner: &Span) -> Vec<Edit> {
    let (open, close) = (pair.inner().start..inner.start, inner.end..pair.inner().end);
    vec![
        Edit::new(pair.open..inner.start, format!("{}{}", &text[open], pair.marks())),
        Edit::new(inner.end..pair.outer().end, format!("{}{}", pair.marks(), &text[close])),
    ]
}

fn tagged(pair: &Pair) -> Vec<Edit> {
    let (open, close) = pair.tags();
    vec![Edit::new(pair.open..pair.inner().start, open), Edit::new(pair.close..pair.outer().end, close)]
}

fn unmarked(pair: &Pair) -> Vec<Edit> {
    vec![Edit::new(pair.open..pair.inner().start, ""), Edit::new(pair.close..pair.outer().end, "")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let safety = Safety { html: false, strong: false };
        assert_eq!(safe(text, safety), Safe { text: expected.to_owned(), dropped: false });
    }

    #[test]
    fn s1_emphasis_beside_chinese_punctuation_closes() {
        check("他说**“开源是未来”**这句话。", "他说“**开源是未来**”这句话。");
        check("**鹏城实验室（PCL）**是主办方", "**鹏城实验室**（PCL）是主办方");
        check("本次**活动。**随后", "本次**活动**。随后");
        check("参见*《规范》*一书", "参见《*规范*》一书");
        check("**是：**否", "**是**：否");
        check("这**“一”**和**“二”**都是", "这“**一**”和“**二**”都是");
        check("先**“一”**再**二**后", "先“**一**”再**二**后");
    }

    #[test]
    fn s1_emphasis_that_closes_is_left_as_it_is() {
        for text in [
            "他说“**开源是未来**”这句话。",
            "**鹏城实验室**（PCL）是",
            "**活动**。随后",
            "**“开源”** 之后",
            "**“开源”**",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn s1_marks_that_mean_nothing_are_left_alone() {
        for text in [
            "译 foo _*_ 文",
            "译 *foo** 文",
            "译 foo*****bar** 文",
            "2 * 3 * 4",
            "注*",
            "**一",
            "`**“a”**b`",
            "\\*“一”\\*二",
            "a*b",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn s1_tags_stand_for_what_marks_cannot_say() {
        let text = "共**+5 倍+**增长";
        let tagged = safe(text, Safety { html: true, strong: false });
        assert_eq!(tagged, Safe { text: "共<strong>+5 倍+</strong>增长".to_owned(), dropped: false });
        let dropped = safe(text, Safety { html: false, strong: false });
        assert_eq!(dropped, Safe { text: "共+5 倍+增长".to_owned(), dropped: true });
    }

    #[test]
    fn s2_a_range_stays_a_range() {
        check("约3~5个，共7~8人", "约3\\~5个，共7\\~8人");
        check("~~旧~~ `a~b` \\~", "~~旧~~ `a~b` \\~");
    }

    #[test]
    fn s6_underscores_become_asterisks() {
        check("_强调_ 一下", "*强调* 一下");
        check("__着重__", "**着重**");
        check("中文_强调_中文", "中文*强调*中文");
        check("snake_case_name 和 a_b", "snake_case_name 和 a_b");
    }

    #[test]
    fn s6_chinese_has_no_italics() {
        let strong = |text| safe(text, Safety { html: false, strong: true }).text;
        assert_eq!(strong("参见*规范*一书"), "参见**规范**一书");
        assert_eq!(strong("*MindSpore* 是"), "*MindSpore* 是");
        assert_eq!(strong("**很*好*吧**"), "**很*好*吧**");
    }
}
