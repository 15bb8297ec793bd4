//! A translation with one slip in it, and how one is made: what a reader does not see is left alone.

use duizhao::markdown::view;
use duizhao::text::Span;

/// A translation with one slip.
#[derive(Debug, Clone)]
pub(crate) struct Slip {
    pub(crate) target: String,
    /// Where it is, in the translation. What is reported must touch it.
    pub(crate) span: Span,
}

impl Slip {
    /// Puts `new` for the bytes at `span`.
    pub(crate) fn put(text: &str, span: &Span, new: &str) -> Slip {
        let target = format!("{}{new}{}", &text[..span.start], &text[span.end..]);
        Slip { target, span: span.start..span.start + new.len() }
    }

    /// Two texts, the second made from the first: the slip is where they differ.
    pub(crate) fn between(clean: &str, target: String) -> Slip {
        let same = |one: (char, char)| one.0 == one.1;
        let head: usize =
            clean.chars().zip(target.chars()).take_while(|two| same(*two)).map(|(ch, _)| ch.len_utf8()).sum();
        let tails = clean[head..].chars().rev().zip(target[head..].chars().rev());
        let tail: usize = tails.take_while(|two| same(*two)).map(|(ch, _)| ch.len_utf8()).sum();
        let span = head..target.len() - tail;
        Slip { target, span }
    }

    /// The same slip, which may show anywhere within `bytes` of the clean text: half of a pair of brackets shows at
    /// the other half.
    pub(crate) fn within(self, clean: &str, bytes: &Span) -> Slip {
        let end = (bytes.end + self.target.len()).saturating_sub(clean.len());
        Slip { span: self.span.start.min(bytes.start)..self.span.end.max(end), target: self.target }
    }

    /// Whether something reported at `span` is at the slip, or beside it with nothing but a space between them: of
    /// `25 元` the number is reported.
    pub(crate) fn touches(&self, span: &Span) -> bool {
        span.start <= self.span.end + 1 && self.span.start <= span.end + 1
    }
}

/// Stands for a byte that the reader does not see as text.
const HIDDEN: u8 = 1;

/// Returns a text of the same length in which code, addresses, images, tags, placeables and footnotes are hidden.
pub(crate) fn prose(text: &str) -> String {
    let view = view(text, "");
    let mut bytes = text.as_bytes().to_vec();
    let mut hide = |span: Span| bytes[span].fill(HIDDEN);
    let parts = [&view.codes, &view.tags, &view.placeables, &view.footnotes];
    parts.into_iter().flatten().for_each(|part| hide(part.span.clone()));
    view.images.iter().for_each(|image| hide(image.span.clone()));
    for link in &view.links {
        if link.autolink {
            hide(link.span.clone());
        } else {
            hide(link.span.start..link.text.start);
            hide(link.text.end..link.span.end);
        }
    }
    String::from_utf8(bytes).expect("whole characters are hidden")
}

/// Makes each replacement at each place of the prose where it fits, one at a time.
pub(crate) fn replaced(text: &str, table: &[(&str, &str)]) -> Vec<Slip> {
    let prose = prose(text);
    let places = |(old, new): &(&str, &str)| {
        let (old, new) = ((*old).to_owned(), (*new).to_owned());
        let slips: Vec<Slip> =
            prose.match_indices(&old).map(|(at, _)| Slip::put(text, &(at..at + old.len()), &new)).collect();
        slips
    };
    table.iter().flat_map(places).collect()
}

/// Puts `new` at each of the places, one at a time.
pub(crate) fn inserted(text: &str, places: impl IntoIterator<Item = usize>, new: &str) -> Vec<Slip> {
    places.into_iter().map(|at| Slip::put(text, &(at..at), new)).collect()
}

/// Returns every place of the prose between two characters for which `wanted` holds.
pub(crate) fn between(text: &str, wanted: impl Fn(char, char) -> bool) -> Vec<usize> {
    let prose = prose(text);
    let chars: Vec<(usize, char)> = prose.char_indices().collect();
    chars.windows(2).filter(|two| wanted(two[0].1, two[1].1)).map(|two| two[1].0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_prose_is_changed() {
        let text = "`1` [1](/1) <b>1</b> 1";
        let slips = replaced(text, &[("1", "2")]);
        let texts: Vec<&str> = slips.iter().map(|slip| slip.target.as_str()).collect();
        assert_eq!(texts, ["`1` [2](/1) <b>1</b> 1", "`1` [1](/1) <b>2</b> 1", "`1` [1](/1) <b>1</b> 2"]);
    }

    #[test]
    fn a_slip_is_where_the_texts_differ() {
        let slip = Slip::between("（甲）乙", "甲）乙".to_owned());
        assert_eq!(slip.span, 0..0);
        assert!(!slip.touches(&(3..6)) && slip.within("（甲）乙", &(0..9)).touches(&(3..6)));
        assert_eq!(Slip::between("12 人", "13 人".to_owned()).span, 1..2);
    }
}
