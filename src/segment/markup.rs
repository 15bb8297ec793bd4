//! What a piece of markup means for the sentence before it and the one that begins with it.

use crate::segment::masks::{Mask, MaskKind};
use crate::segment::stops::Start;

/// Returns what a sentence begins with that begins with this markup; none when it is transparent.
pub(super) fn markup_start(mask: &Mask, markup: &str) -> Option<Start<'static>> {
    match mask.kind {
        MaskKind::Opaque if !markup.starts_with('<') || is_autolink(markup) || is_object_tag(markup) => {
            Some(Start::Object)
        }
        MaskKind::Opaque => None,
        MaskKind::LinkEdge if markup.starts_with('[') => None,
        _ => Some(Start::Other),
    }
}

/// Returns whether markup is worth a sentence of its own.
pub(super) fn has_content(mask: &Mask, markup: &str) -> bool {
    mask.kind == MaskKind::Opaque
        && (!markup.starts_with('<') || is_autolink(markup))
        && markup.contains(char::is_alphanumeric)
}

fn is_autolink(markup: &str) -> bool {
    !markup.contains(char::is_whitespace) && (markup.contains(':') || markup.contains('@'))
}

/// Returns whether markup is a closing tag (`</b>`) or shortcode (`{{% /note %}}`, `{{< /note >}}`).
pub(super) fn is_closing_markup(markup: &str) -> bool {
    let shortcode = markup.strip_prefix("{{%").or_else(|| markup.strip_prefix("{{<"));
    markup.starts_with("</") || shortcode.is_some_and(|inner| inner.trim_start().starts_with('/'))
}

/// Returns whether an HTML tag shows something a sentence may begin with.
fn is_object_tag(markup: &str) -> bool {
    let name = markup.trim_start_matches('<').split(|ch: char| !ch.is_ascii_alphanumeric()).next().unwrap_or_default();
    ["code", "kbd", "img", "samp", "var", "svg"].iter().any(|tag| name.eq_ignore_ascii_case(tag))
}

/// Returns the length of an emoji shortcode such as `:tada:` that ends a text or word.
pub(super) fn shortcode_len(rest: &str) -> Option<usize> {
    let name = rest.strip_prefix(':')?;
    let inner = name.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || b"_+-".contains(byte)).count();
    let behind = name[inner..].strip_prefix(':')?;
    (inner > 0 && (behind.is_empty() || behind.starts_with(char::is_whitespace))).then_some(inner + 2)
}
