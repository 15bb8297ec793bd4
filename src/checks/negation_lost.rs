//! A negation that the translation does not say: it may say the contrary.

use crate::checks::words::{latin_words, overlap, quoted};
use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::text::Span;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "negation-lost",
    severity: [Severity::Warning; 2],
    settings: &[],
    examples: &[
        Example { source: "The hall is not open yet.", target: "大厅已经开放。", reported: &["not"] },
        Example { source: "It doesn’t need a key.", target: "它需要一把钥匙。", reported: &["doesn’t"] },
        Example { source: "There was no queue.", target: "在不同的时间都排了队。", reported: &["no"] },
        Example { source: "The hall is not open yet.", target: "大厅尚未开放。", reported: &[] },
        Example { source: "Use Go, not C.", target: "请用 Go 代替 C。", reported: &[] },
        Example { source: "It is not only fast.", target: "它很快。", reported: &[] },
        Example { source: "We can’t wait to see it.", target: "我们很期待看到它。", reported: &[] },
        Example { source: "Don’t you know?", target: "你知道吗？", reported: &[] },
        Example { source: "See “not found” in No. 4.", target: "见第 4 条“已找到”。", reported: &[] },
    ],
    run,
};

const NEGATIONS: [&str; 11] =
    ["cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "nowhere", "without"];

/// What holds such a word and denies nothing, or what Chinese says the other way round.
const IDIOMS: [&str; 26] = [
    "can't wait",
    "cannot wait",
    "do not forget",
    "do not hesitate",
    "do not worry",
    "don't forget",
    "don't hesitate",
    "don't worry",
    "no doubt",
    "no less than",
    "no matter",
    "no more than",
    "no other than",
    "not just",
    "not less than",
    "not more than",
    "not only",
    "not the same",
    "not to mention",
    "nothing but",
    "nothing less than",
    "nothing more than",
    "or not",
    "why don't",
    "why not",
    "without a doubt",
];

/// Characters with which Chinese denies, in both ways of writing.
const DENYING: &str = "不没沒无無非未别別勿莫否免禁拒缺失难難仅僅只才避反零停弃棄";

/// Words that deny without one of these.
const DENYING_WORDS: [&str; 11] =
    ["替代", "代替", "取代", "排除", "除非", "防止", "忘记", "忘記", "脱离", "脫離", "两码事"];

/// Words that hold such a character and deny nothing.
const PLAIN_WORDS: [&str; 52] = [
    "不同",
    "不断",
    "不斷",
    "不仅",
    "不僅",
    "不但",
    "不过",
    "不過",
    "不管",
    "不论",
    "不論",
    "不久",
    "不少",
    "不错",
    "不錯",
    "不妨",
    "不如",
    "不得不",
    "没错",
    "沒錯",
    "无论",
    "無論",
    "无线",
    "無線",
    "非常",
    "非洲",
    "未来",
    "未來",
    "是否",
    "能否",
    "可否",
    "缺省",
    "别名",
    "別名",
    "特别",
    "特別",
    "分别",
    "分別",
    "级别",
    "識別",
    "识别",
    "类别",
    "区别",
    "个别",
    "只要",
    "才能",
    "刚才",
    "剛才",
    "人才",
    "天才",
    "零售",
    "零件",
];

/// Where a translation has less than so many characters for a hundred of the source, most of it is missing, and
/// what it does not say is the least of it.
const LEAST: usize = 20;

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    if !pair.source_locale.starts_with("en") {
        return;
    }
    let source = pair.source.visible.as_str();
    let Some(negation) = negation(source) else { return };
    let Some(target) = chinese::text(pair) else { return };
    // Chinese asks such questions without a negation.
    if source.trim_end().ends_with('?') || denies(target) {
        return;
    }
    let count = |text: &str| text.chars().filter(|ch| !ch.is_whitespace()).count();
    if count(target) * 100 < count(source) * LEAST {
        return;
    }
    let said = &source[negation];
    report(Fault::lacking(said, Message::new("finding-negation-lost").with("text", said)));
}

/// The first word of an English text that denies something, quotations left out.
fn negation(text: &str) -> Option<Span> {
    if !may_deny(text) {
        return None;
    }
    let words = latin_words(text);
    let is_denying = |word: &Span| is_denying(&text[word.clone()]);
    let candidates = words.iter().enumerate().filter(|(_, word)| is_denying(word));
    let mut found = candidates.filter(|(at, word)| !is_part(text, word) && !is_idiom(text, &words, *at)).peekable();
    found.peek()?;
    let quoted = quoted(text);
    found.map(|(_, word)| word.clone()).find(|word| !quoted.iter().any(|it| overlap(it, word)))
}

/// Whether an English word denies something.
fn is_denying(word: &str) -> bool {
    let ends_with = |ending: &str| {
        let at = word.len().checked_sub(ending.len());
        at.and_then(|at| word.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
    };
    let first = word.as_bytes()[0] | 0x20;
    matches!(first, b'c' | b'n' | b'w') && NEGATIONS.iter().any(|own| word.eq_ignore_ascii_case(own))
        || ends_with("n't")
        || ends_with("n’t")
}

/// Whether a text may hold one of the words: told by three bytes of each, which most texts do not have.
fn may_deny(text: &str) -> bool {
    let lower = |byte: u8| byte | 0x20;
    text.as_bytes().windows(3).any(|three| match [lower(three[0]), lower(three[1]), three[2]] {
        [b'n', b'o', _] => true,
        [b'n', b'e', third] => matches!(lower(third), b'v' | b'i'),
        [b'n', b'\'', third] => lower(third) == b't',
        [b't', b'h', third] => lower(third) == b'o',
        [b'n', 0xE2, _] => true,
        _ => false,
    })
}

/// Whether a word is a part of a longer one, `no-op`, or stands for “number”.
fn is_part(text: &str, word: &Span) -> bool {
    let behind = &text[word.end..];
    let numbers = behind.trim_start_matches(['.', ' ']).starts_with(|ch: char| ch.is_ascii_digit());
    behind.starts_with('-') || text[..word.start].ends_with('-') || behind.starts_with('.') && numbers
}

/// Whether the word at an index belongs to an idiom.
fn is_idiom(text: &str, words: &[Span], at: usize) -> bool {
    let same = |word: &Span, own: &str| text[word.clone()].replace('’', "'").eq_ignore_ascii_case(own);
    IDIOMS.iter().any(|idiom| {
        let length = idiom.split(' ').count();
        (at.saturating_sub(length - 1)..=at).any(|start| {
            words
                .get(start..start + length)
                .is_some_and(|words| words.iter().zip(idiom.split(' ')).all(|(word, own)| same(word, own)))
        })
    })
}

/// Whether a Chinese text denies anything.
fn denies(text: &str) -> bool {
    let mut denying = text.char_indices().filter(|(_, ch)| DENYING.contains(*ch));
    denying.any(|(at, _)| !is_plain(text, at)) || DENYING_WORDS.iter().any(|word| text.contains(word))
}

/// Whether the character at a place belongs to a word that denies nothing.
fn is_plain(text: &str, at: usize) -> bool {
    let stands = |word: &str, start: usize| text.get(start..).is_some_and(|text| text.starts_with(word));
    let covers = |word: &&str| {
        word.char_indices().any(|(offset, _)| at.checked_sub(offset).is_some_and(|start| stands(word, start)))
    };
    PLAIN_WORDS.iter().any(covers)
}
