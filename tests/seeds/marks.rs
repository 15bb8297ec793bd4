//! Slips in Chinese punctuation, spaces and characters.

use duizhao::markdown::LeafKind;
use duizhao::text::{Span, is_han};

use crate::clean::{Clean, World};
use crate::slip::{Slip, between, inserted, prose, replaced};
use crate::words::clauses;

/// Marks that end a sentence, with nothing but closing marks behind them.
fn last_mark(text: &str) -> Option<Span> {
    let body = text.trim_end_matches(['”', '’', '）', '》', '*']);
    let mark = body.chars().next_back().filter(|ch| "。！？".contains(*ch))?;
    Some(body.len() - mark.len_utf8()..body.len())
}

/// The final mark left out. What is reported may stand before it, at the last word.
fn mark_deleted(clean: &Clean, wanted: impl Fn(usize) -> bool) -> Vec<Slip> {
    let (text, source) = (clean.target.as_str(), clean.views[0].visible.trim_end());
    let stops = source.as_bytes().windows(2).filter(|two| b".!?".contains(&two[0]) && two[1] == b' ').count();
    let Some(mark) = last_mark(text).filter(|_| clean.kind == LeafKind::Paragraph && wanted(stops + 1)) else {
        return Vec::new();
    };
    let last = clauses(&text[..mark.start]).pop().map_or(mark.start, |clause| clause.start);
    vec![Slip::put(text, &mark, "").within(text, &(last..mark.end))]
}

/// Of a text of several sentences; one that stands alone may be a caption.
pub(crate) fn last_mark_deleted(_: &World, clean: &Clean) -> Vec<Slip> {
    mark_deleted(clean, |sentences| sentences > 1)
}

pub(crate) fn only_mark_deleted(_: &World, clean: &Clean) -> Vec<Slip> {
    mark_deleted(clean, |sentences| sentences == 1)
}

pub(crate) fn last_mark_changed(text: &str) -> Vec<Slip> {
    let Some(mark) = last_mark(text) else { return Vec::new() };
    let others: &[&str] = match &text[mark.clone()] {
        "？" => &["。"],
        "。" => &["？", "，"],
        _ => &["，"],
    };
    others.iter().map(|new| Slip::put(text, &mark, new)).collect()
}

pub(crate) fn half_width(text: &str) -> Vec<Slip> {
    let bare = [("，", ","), ("。", "."), ("；", ";"), ("：", ":"), ("！", "!"), ("？", "?")];
    let spaced = [("，", ", "), ("。", ". "), ("；", "; "), ("：", ": "), ("！", "! "), ("？", "? ")];
    // A space at the end would be one slip more.
    let inside = replaced(text, &spaced).into_iter().filter(|slip| slip.span.end < slip.target.len());
    replaced(text, &bare).into_iter().chain(inside).collect()
}

/// Between a number and what it counts a space may be left out: `7日`, `2020年11月`.
const UNITS: &str = "年月日号时分秒天个点岁届周第";

pub(crate) fn space_removed(text: &str) -> Vec<Slip> {
    let latin = |ch: char| ch.is_ascii_alphanumeric();
    let counted = |one: char, other: char| one.is_ascii_digit() && UNITS.contains(other);
    let prose = prose(text);
    let chars: Vec<(usize, char)> = prose.char_indices().collect();
    let meet = |three: &&[(usize, char)]| {
        let (before, after) = (three[0].1, three[2].1);
        let free = counted(before, after) || counted(after, before);
        three[1].1 == ' ' && !free && (is_han(before) && latin(after) || latin(before) && is_han(after))
    };
    chars.windows(3).filter(meet).map(|three| Slip::put(text, &(three[1].0..three[1].0 + 1), "")).collect()
}

pub(crate) fn space_before_stop(text: &str) -> Vec<Slip> {
    inserted(text, between(text, |_, mark| "。，；".contains(mark)), " ")
}

/// Pairs of marks, `“x”` as the bytes of `“`, of what is inside, and of `”`.
fn pairs(text: &str, open: &str, close: &str) -> Vec<[Span; 2]> {
    let prose = prose(text);
    let starts = prose.match_indices(open).map(|(at, _)| at..at + open.len());
    let both = starts.filter_map(|start| {
        let end = start.end + prose[start.end..].find(close)?;
        Some([start, end..end + close.len()])
    });
    both.collect()
}

pub(crate) fn straight_quotes(text: &str) -> Vec<Slip> {
    let put = |[open, close]: &[Span; 2]| {
        let new = format!("\"{}\"", &text[open.end..close.start]);
        Slip::put(text, &(open.start..close.end), &new)
    };
    let quoted = pairs(text, "“", "”").into_iter();
    quoted.filter(|[open, close]| text[open.end..close.start].chars().any(is_han)).map(|both| put(&both)).collect()
}

pub(crate) fn one_straight_quote(text: &str) -> Vec<Slip> {
    let put = |[open, close]: &[Span; 2]| {
        let whole = open.start..close.end;
        [open, close].map(|mark| Slip::put(text, mark, "\"").within(text, &whole))
    };
    pairs(text, "“", "”").iter().flat_map(put).collect()
}

pub(crate) fn half_of_parens(text: &str) -> Vec<Slip> {
    let put = |[open, close]: &[Span; 2]| {
        let whole = open.start..close.end;
        [(open, "("), (close, ")")].map(|(mark, new)| Slip::put(text, mark, new).within(text, &whole))
    };
    pairs(text, "（", "）").iter().flat_map(put).collect()
}

pub(crate) fn dots(text: &str) -> Vec<Slip> {
    replaced(text, &[("……", "..."), ("……", "…")])
}

pub(crate) fn hyphens(text: &str) -> Vec<Slip> {
    replaced(text, &[("——", "--"), ("——", "—")])
}

pub(crate) fn bracket_dropped(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (open, close) in [("（", "）"), ("“", "”"), ("《", "》")] {
        for [open, close] in pairs(text, open, close) {
            let whole = open.start..close.end;
            slips.extend([&open, &close].map(|mark| Slip::put(text, mark, "").within(text, &whole)));
        }
    }
    slips
}

/// Frequent characters and what they are in traditional Chinese, none of them used in the mainland.
const TRADITIONAL: &[(&str, &str)] = &[
    ("这", "這"),
    ("个", "個"),
    ("们", "們"),
    ("来", "來"),
    ("会", "會"),
    ("开", "開"),
    ("发", "發"),
    ("对", "對"),
    ("时", "時"),
    ("说", "說"),
    ("为", "為"),
    ("与", "與"),
    ("数", "數"),
    ("据", "據"),
    ("业", "業"),
    ("员", "員"),
    ("场", "場"),
    ("动", "動"),
    ("学", "學"),
    ("习", "習"),
    ("华", "華"),
    ("实", "實"),
    ("验", "驗"),
    ("讯", "訊"),
    ("处", "處"),
    ("语", "語"),
    ("将", "將"),
    ("过", "過"),
    ("还", "還"),
    ("进", "進"),
    ("让", "讓"),
    ("请", "請"),
    ("问", "問"),
    ("题", "題"),
    ("讲", "講"),
    ("议", "議"),
    ("论", "論"),
    ("团", "團"),
    ("队", "隊"),
    ("区", "區"),
    ("国", "國"),
    ("种", "種"),
    ("经", "經"),
    ("络", "絡"),
    ("线", "線"),
    ("组", "組"),
    ("织", "織"),
    ("维", "維"),
    ("护", "護"),
    ("贡", "貢"),
    ("献", "獻"),
    ("众", "眾"),
    ("观", "觀"),
    ("现", "現"),
    ("报", "報"),
    ("录", "錄"),
    ("届", "屆"),
    ("资", "資"),
    ("费", "費"),
    ("万", "萬"),
    ("亿", "億"),
    ("点", "點"),
    ("码", "碼"),
    ("网", "網"),
    ("页", "頁"),
    ("软", "軟"),
    ("统", "統"),
    ("务", "務"),
];

pub(crate) fn traditional(text: &str) -> Vec<Slip> {
    replaced(text, TRADITIONAL)
}

pub(crate) fn word_doubled(text: &str) -> Vec<Slip> {
    const WORDS: &str = "的了在是和与会也就都将为从到对有让被把给";
    let places = between(text, |word, next| WORDS.contains(word) && next != word);
    let twice = places.into_iter().filter_map(|at| {
        let word = text[..at].chars().next_back()?;
        let start = at - word.len_utf8();
        Some(Slip::put(text, &(start..at), &format!("{word}{word}")))
    });
    twice.collect()
}

/// Between two characters of the prose, in the middle of the text and behind the first one.
fn hidden(text: &str, character: &str) -> Vec<Slip> {
    let places = between(text, |before, after| is_han(before) && is_han(after));
    let some: Vec<usize> = [places.first(), places.get(places.len() / 2)].into_iter().flatten().copied().collect();
    inserted(text, some, character)
}

pub(crate) fn zero_width_space(text: &str) -> Vec<Slip> {
    hidden(text, "\u{200B}")
}

pub(crate) fn turned_direction(text: &str) -> Vec<Slip> {
    hidden(text, "\u{202E}")
}

pub(crate) fn replacement(text: &str) -> Vec<Slip> {
    hidden(text, "\u{FFFD}")
}

pub(crate) fn no_break_space(text: &str) -> Vec<Slip> {
    if text.chars().any(is_han) { replaced(text, &[(" ", "\u{A0}")]) } else { Vec::new() }
}

/// Clauses of the clean pairs in UTF-8, read as GBK.
const GBK: &str = include_str!("../checks/gbk.tsv");

pub(crate) fn read_as_gbk(text: &str) -> Vec<Slip> {
    let rows = GBK.lines().filter_map(|row| row.split_once('\t'));
    rows.flat_map(|row| replaced(text, &[row])).collect()
}
