//! The classes of characters that the sentence rules speak of.

use crate::text::is_wide;

/// Returns whether a character is a mark our rules decide about.
pub(super) fn is_terminator(ch: char) -> bool {
    matches!(ch, '.' | '!' | '?' | '…' | '⋯') || is_wide_terminator(ch)
}

/// Returns whether a character ends a sentence in Chinese or Japanese whatever comes next.
pub(super) fn is_wide_terminator(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '｡' | '．')
}

/// Returns whether a character is of a block that holds final marks of its own, such as the danda.
///
/// Wider than the marks themselves: it only decides whether UAX #29 is asked.
pub(super) fn is_foreign(ch: char) -> bool {
    matches!(ch as u32,
        0x0589 | 0x0600..=0x1DFF | 0x203C..=0x203D | 0x2047..=0x2049 | 0x2C80..=0x2CFF | 0x2E00..=0x2E7F
        | 0xA4D0..=0xABFF | 0xFE10..=0xFE1F | 0xFE50..=0xFE6F | 0x10000..=0x1BFFF)
        && !matches!(ch as u32, 0x1100..=0x11FF | 0xA960..=0xA97F)
}

/// Returns whether a character closes a quotation or bracket and so belongs to the sentence before it.
pub(super) fn is_closer(ch: char) -> bool {
    "\"')]}”’»›）］｝】〕〗」』》〉".contains(ch)
}

/// Returns whether a character may stand before the first word of a sentence.
pub(super) fn is_opener(ch: char) -> bool {
    "\"'([{“‘„‚«»‹（［｛【〔〖「『《〈¿¡".contains(ch)
}

/// Returns whether a character is an emoji or a part of one.
pub(super) fn is_emoji(ch: char) -> bool {
    matches!(ch as u32,
        0x1F000..=0x1FAFF | 0x2600..=0x2775 | 0x2794..=0x27BF | 0x2B05..=0x2B55 | 0x231A..=0x23FF
        | 0x200D | 0x20E3 | 0xFE0F | 0xE0020..=0xE007F)
}

/// Returns whether a character is a currency sign.
pub(super) fn is_currency(ch: char) -> bool {
    matches!(ch, '$' | '¢' | '£' | '¤' | '¥' | '＄' | '￠' | '￡' | '￥' | '￦') || matches!(ch as u32, 0x20A0..=0x20CF)
}

/// Returns whether the neighbour is a letter of a script written with spaces.
pub(super) fn is_narrow_letter(ch: Option<char>) -> bool {
    ch.is_some_and(|ch| ch.is_alphanumeric() && !is_wide(ch))
}
