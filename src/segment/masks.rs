//! What the sentence splitter must know about the markup inside a unit's text.

use std::borrow::Cow;

use crate::text::Span;

/// A range of a unit's text that the splitter must see as markup. Sorted by start; may nest (a code span inside link text).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    /// The bytes of the markup.
    pub span: Span,
    /// What they are.
    pub kind: MaskKind,
}

/// The kinds of markup that bear on where a sentence ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaskKind {
    /// Nothing inside is a boundary: code span, image, autolink, inline HTML tag, math, placeable or shortcode.
    Opaque,
    /// `<br>`: a boundary stands behind it.
    Break,
    /// A footnote reference `[^1]`: absorbed by the sentence before it.
    FootnoteReference,
    /// The text of a link, between `[` and `](…)`; a final mark counts only if it is the last character.
    LinkText,
    /// The opening `[` or the rest `](dest "title")` of a link; the rest is absorbed like a closer.
    LinkEdge,
    /// One opening or closing delimiter of `*` `_` `~~`: transparent, absorbed when closing.
    Emphasis,
}

/// Returns the masks that lie within `text`, in order. Masks of another text are dropped, never a panic.
pub(super) fn usable<'a>(text: &str, masks: &'a [Mask]) -> Cow<'a, [Mask]> {
    let fits = |mask: &Mask| !mask.span.is_empty() && text.get(mask.span.clone()).is_some();
    if masks.iter().all(fits) && masks.is_sorted_by_key(|mask| mask.span.start) {
        return Cow::Borrowed(masks);
    }
    let mut masks: Vec<Mask> = masks.iter().filter(|mask| fits(mask)).cloned().collect();
    masks.sort_by_key(|mask| mask.span.start);
    Cow::Owned(masks)
}

/// Returns for each mask whether it is a closing emphasis delimiter.
///
/// The masks carry no direction; a delimiter closes when the innermost open one looks the same,
/// except where the white space around it says otherwise (`*a *b* c*`).
pub(super) fn closing_emphasis(text: &str, masks: &[Mask]) -> Vec<bool> {
    let mut open: Vec<&str> = Vec::new();
    let closes = |mask: &Mask| {
        if mask.kind != MaskKind::Emphasis {
            return false;
        }
        let Some(delimiter) = text.get(mask.span.clone()) else { return false };
        let spaced = |ch: Option<char>| ch.is_none_or(char::is_whitespace);
        let before = spaced(text[..mask.span.start].chars().next_back());
        let after = spaced(text[mask.span.end..].chars().next());
        let closing = after || (!before && open.last() == Some(&delimiter));
        if !closing {
            open.push(delimiter);
        } else if open.last() == Some(&delimiter) {
            open.pop();
        }
        closing
    };
    masks.iter().map(closes).collect()
}
