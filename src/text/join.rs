//! How lines of prose join into one: nothing between two wide characters, otherwise a space.
//!
//! Chinese and Japanese do not separate words, so a soft line break between two Han characters is
//! no space (W3C clreq, "line adjustment"); browsers show one all the same.

/// Returns whether a character belongs to the Han script.
pub fn is_han(ch: char) -> bool {
    // Nearly every character that is asked about is one of these or stands before them.
    let common = matches!(ch, '\u{4E00}'..='\u{9FFF}');
    common || (ch >= '\u{2E80}' && is_rare_han(ch))
}

fn is_rare_han(ch: char) -> bool {
    matches!(ch as u32,
        0x2E80..=0x2FD5 | 0x3005 | 0x3007 | 0x3021..=0x3029 | 0x3038..=0x303B | 0x3400..=0x4DBF
        | 0xF900..=0xFAFF | 0x20000..=0x323AF)
}

/// Returns whether a character is wide: Han, kana, bopomofo, or full-width punctuation.
///
/// The curly quotes, the dash and the ellipsis are shared with Latin text and do not count.
pub fn is_wide(ch: char) -> bool {
    is_han(ch)
        || matches!(ch as u32,
            0x3000..=0x303F | 0x3040..=0x30FF | 0x3105..=0x312F | 0x31A0..=0x31BF | 0x31F0..=0x31FF
            | 0xFE30..=0xFE4F | 0xFF01..=0xFF60 | 0xFFE0..=0xFFE6)
}

/// Returns whether two pieces of text join with nothing between them.
pub fn joins_tight(before: &str, after: &str) -> bool {
    match (before.chars().next_back(), after.chars().next()) {
        (Some(before), Some(after)) => is_wide(before) && is_wide(after),
        _ => true,
    }
}

/// Appends `piece` to `text` the way two lines of one paragraph join.
pub fn push_joined(text: &mut String, piece: &str) {
    if !joins_tight(text, piece) {
        text.push(' ');
    }
    text.push_str(piece);
}

/// Joins pieces (lines or segments) into one text.
pub fn join_lines<S: AsRef<str>>(pieces: impl IntoIterator<Item = S>) -> String {
    let mut text = String::new();
    for piece in pieces {
        push_joined(&mut text, piece.as_ref());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_wide_pairs_join_tight() {
        assert_eq!(join_lines(["今天", "很好。", "Rust", "也", "不错。", "", "是"]), "今天很好。 Rust 也不错。是");
        assert_eq!(join_lines(["one", "two"]), "one two");
    }
}
