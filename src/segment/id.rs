//! Ids of units: readable, the same on every branch, and good for a Fluent message.
//!
//! An id is given once, from the text at first sight, and survives every edit; so it says where a
//! unit came from, not what it says now.

use crate::markdown;
use crate::text::fingerprint;

/// Returns the id for a unit's joined text: up to three words and six hex digits of its hash.
///
/// `kind` comes first where the text does not begin with an ASCII letter.
pub fn id_for(kind: &str, joined: &str) -> String {
    let seen = markdown::visible(joined);
    let words: Vec<String> = seen
        .split(|ch: char| !(ch.is_alphanumeric() || ch == '\'' || ch == '’'))
        .map(folded)
        .filter(|word| !word.is_empty())
        .take(3)
        .collect();
    let hash = fingerprint(joined).hex(6);
    let mut id = words.join("-");
    id.truncate(48);
    let begins_with_letter = id.starts_with(|ch: char| ch.is_ascii_alphabetic());
    match (id.is_empty(), begins_with_letter) {
        (true, _) => format!("{kind}-{hash}"),
        (_, true) => format!("{}-{hash}", id.trim_end_matches('-')),
        (_, false) => format!("{kind}-{}-{hash}", id.trim_end_matches('-')),
    }
}

/// Returns `id`, with a counter behind it where `taken` says that it is in use.
pub fn fresh_id(id: &str, taken: impl Fn(&str) -> bool) -> String {
    counted_id(id, &mut 1, taken)
}

/// Returns the same with a counter that goes on from `count`, and leaves there where to go on next
/// time: asking for each of many equal texts from the start would take quadratic time.
pub fn counted_id(id: &str, count: &mut usize, taken: impl Fn(&str) -> bool) -> String {
    loop {
        let next = if *count < 2 { id.to_owned() } else { format!("{id}-{count}") };
        *count += 1;
        if !taken(&next) {
            return next;
        }
    }
}

/// The ASCII letters and digits of a word, lower-cased, Latin accents removed; empty for other scripts.
fn folded(word: &str) -> String {
    word.chars()
        .filter_map(|ch| match ch {
            ch if ch.is_ascii_alphanumeric() => Some(ch.to_ascii_lowercase()),
            'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' => Some('a'),
            'ç' | 'Ç' | 'č' | 'ć' => Some('c'),
            'è'..='ë' | 'È'..='Ë' | 'ē' | 'ę' | 'ě' => Some('e'),
            'ì'..='ï' | 'Ì'..='Ï' => Some('i'),
            'ñ' | 'Ñ' | 'ń' => Some('n'),
            'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'ō' => Some('o'),
            'ù'..='ü' | 'Ù'..='Ü' | 'ū' => Some('u'),
            'ý' | 'ÿ' => Some('y'),
            'š' | 'ś' => Some('s'),
            'ž' | 'ź' | 'ż' => Some('z'),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: &str, text: &str, words: &str) {
        let id = id_for(kind, text);
        let (head, hash) = id.rsplit_once('-').expect("a hash");
        assert_eq!((head, hash.len()), (words, 6));
    }

    #[test]
    fn ids_begin_with_words_or_with_the_kind() {
        check("paragraph", "Representatives from **Pengcheng Lab** came.", "representatives-from-pengcheng");
        check("heading", "2020 in review", "heading-2020-in-review");
        check("paragraph", "三家机构的代表为当天的活动致辞。", "paragraph");
        check("table-cell", "Déjà vu", "deja-vu");
        check("heading", "[The guide](x.md)", "the-guide");
    }

    #[test]
    fn a_taken_id_gets_a_counter() {
        assert_eq!(fresh_id("a", |id| id == "a" || id == "a-2"), "a-3");
    }
}
