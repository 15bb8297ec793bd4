//! Which characters belong to one form of written Chinese alone, and what stands for them in the other.
//!
//! The tables hold a pair behind a pair, sorted by the first character. They come from the transform
//! `Simplified-Traditional` of the Unicode CLDR (Unicode License v3). Left out is what the other form uses as well:
//! a traditional character that GB 2312 has (`著`, `乾`, `後`), or one that names and some words keep in the mainland
//! (`瞭`, `昇`), and a simplified one that Big5 has (`里`, `台`, `后`)
//! or that Hong Kong writes (`着`, `温`).

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

const TRADITIONAL: &str = include_str!("traditional.txt");
const SIMPLIFIED: &str = include_str!("simplified.txt");

/// Pairs in a line of the tables.
const LINE: usize = 32;
/// Every character of the tables takes three bytes.
const BYTES: usize = 3;

/// Returns the simplified form of a character that only traditional Chinese uses.
pub fn simplified_of(ch: char) -> Option<char> {
    TRADITIONAL_SET.has(ch).then(|| other(TRADITIONAL, ch)).flatten()
}

/// Returns the most usual traditional form of a character that only simplified Chinese uses.
pub fn traditional_of(ch: char) -> Option<char> {
    SIMPLIFIED_SET.has(ch).then(|| other(SIMPLIFIED, ch)).flatten()
}

/// Which of the usual characters a table has, a bit each: most characters of a text are in none.
struct Set(Vec<u64>);

static TRADITIONAL_SET: LazyLock<Set> = LazyLock::new(|| Set::of(TRADITIONAL));
static SIMPLIFIED_SET: LazyLock<Set> = LazyLock::new(|| Set::of(SIMPLIFIED));

impl Set {
    const FIRST: u32 = 0x4E00;
    const LAST: u32 = 0x9FFF;

    fn of(table: &str) -> Set {
        let mut bits = vec![0; (Set::LAST - Set::FIRST) as usize / 64 + 1];
        for own in table.lines().flat_map(|line| line.chars().step_by(2)) {
            if let Some(at) = Set::place(own) {
                bits[at / 64] |= 1 << (at % 64);
            }
        }
        Set(bits)
    }

    fn place(ch: char) -> Option<usize> {
        let code = u32::from(ch);
        (Set::FIRST..=Set::LAST).contains(&code).then(|| (code - Set::FIRST) as usize)
    }

    /// Returns whether the table may have a character; of unusual ones it is not known.
    fn has(&self, ch: char) -> bool {
        Set::place(ch).is_none_or(|at| self.0[at / 64] & (1 << (at % 64)) != 0)
    }
}

fn other(table: &str, wanted: char) -> Option<char> {
    if wanted.len_utf8() != BYTES {
        return None;
    }
    let pair = |at: usize| {
        let start = at * 2 * BYTES + at / LINE;
        let mut pair = table.get(start..start + 2 * BYTES)?.chars();
        Some((pair.next()?, pair.next()?))
    };
    let lines = table.len() / (LINE * 2 * BYTES + 1);
    let rest = table.len() - lines * (LINE * 2 * BYTES + 1);
    let (mut low, mut high) = (0, lines * LINE + rest / (2 * BYTES));
    while low < high {
        let middle = usize::midpoint(low, high);
        let (own, other) = pair(middle)?;
        match own.cmp(&wanted) {
            std::cmp::Ordering::Equal => return Some(other),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// Returns the usual character for a radical or a compatibility character; `None` for any other character.
pub fn without_compatibility(ch: char) -> Option<char> {
    if !matches!(ch as u32, 0x2E80..=0x2FDF | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F) {
        return None;
    }
    let usual = ch.nfkc().next()?;
    (usual != ch).then_some(usual)
}

/// Returns a text with every letter and its accents as one character (Unicode form C).
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Returns whether a character joins the one before it, as accents do.
pub fn is_accent(ch: char) -> bool {
    ch as u32 >= 0x300 && unicode_normalization::char::is_combining_mark(ch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_knows_its_own_characters() {
        let other = |text: &str, of: fn(char) -> Option<char>| -> String {
            text.chars().map(|ch| of(ch).unwrap_or('-')).collect()
        };
        assert_eq!(other("這個處理說點電腦龜", simplified_of), "这个处-说点电脑龟");
        assert_eq!(other("后著乾瞭里台干a这😀", simplified_of), "----------");
        assert_eq!(other("这个处理说点电脑龟", traditional_of), "這個處-說點電腦龜");
        assert_eq!(other("里台干着a這😀", traditional_of), "-------");
    }

    #[test]
    fn tables_are_sorted_and_whole() {
        for (table, of) in [(TRADITIONAL, simplified_of as fn(char) -> Option<char>), (SIMPLIFIED, traditional_of)] {
            let all: Vec<char> = table.chars().filter(|ch| *ch != '\n').collect();
            let pairs: Vec<&[char]> = all.chunks(2).collect();
            assert!(pairs.len() > 2400, "{}", pairs.len());
            for pair in &pairs {
                assert_eq!(of(pair[0]), Some(pair[1]));
            }
            assert!(pairs.windows(2).all(|two| two[0][0] < two[1][0]));
        }
    }

    #[test]
    fn radicals_and_doubles_have_a_usual_character() {
        assert_eq!(without_compatibility('⼈'), Some('人'));
        assert_eq!(without_compatibility('\u{F9D1}'), Some('六'));
        assert_eq!(without_compatibility('人'), None);
        assert_eq!(composed("e\u{301}"), "é");
    }
}
