//! Slips in links, code, emphasis, placeables, tags, footnotes and images.

use duizhao::markdown::{Destination, Emphasis, EmphasisKind, Part, view};
use duizhao::text::{Span, is_han};

use crate::numbers::exchange;
use crate::slip::Slip;

/// The links of a text that are written out, with the bytes of their destination.
fn links(text: &str) -> Vec<(Destination, Span)> {
    let links = view(text, "").links.into_iter().filter(|link| !link.autolink && !link.by_reference);
    let places = links.filter_map(|link| {
        let at = link.text.end + text[link.text.end..link.span.end].find(&link.url)?;
        Some((link.clone(), at..at + link.url.len()))
    });
    places.collect()
}

pub(crate) fn unlinked(text: &str) -> Vec<Slip> {
    links(text).iter().map(|(link, _)| Slip::put(text, &link.span, &text[link.text.clone()])).collect()
}

/// Drops the last character of each destination but a slash, which changes nothing, and one in the middle.
pub(crate) fn url_character_dropped(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (_, url) in links(text) {
        for at in [url.end - 1, url.start + url.len() / 2] {
            if text[at..=at].is_ascii() && &text[at..=at] != "/" {
                slips.push(Slip::put(text, &(at..at + 1), "").within(text, &url));
            }
        }
    }
    slips
}

pub(crate) fn url_character_changed(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (_, url) in links(text) {
        let at = url.start + url.len() * 2 / 3;
        let new = if &text[at..=at] == "e" { "a" } else { "e" };
        if &text[at..=at] != "/" {
            slips.push(Slip::put(text, &(at..at + 1), new).within(text, &url));
        }
    }
    slips
}

pub(crate) fn urls_swapped(text: &str) -> Vec<Slip> {
    let links = links(text);
    let pairs = links.windows(2).filter(|two| two[0].0.url != two[1].0.url);
    pairs.map(|two| exchange(text, &two[0].1, &two[1].1)).collect()
}

pub(crate) fn link_parens_full_width(text: &str) -> Vec<Slip> {
    let put = |(link, url): &(Destination, Span)| {
        Slip::put(text, &(link.text.end..link.span.end), &format!("]（{}）", &text[url.clone()]))
    };
    links(text).iter().map(put).collect()
}

pub(crate) fn link_bracket_deleted(text: &str) -> Vec<Slip> {
    let put = |(link, _): &(Destination, Span)| {
        Slip::put(text, &(link.text.end..link.text.end + 1), "").within(text, &link.span)
    };
    links(text).iter().map(put).collect()
}

fn codes(text: &str) -> Vec<Part> {
    view(text, "").codes
}

/// Where the text of a code span stands.
fn inside(text: &str, code: &Part) -> Span {
    let at = code.span.start + text[code.span.clone()].find(&code.text).expect("code stands in its span");
    at..at + code.text.len()
}

pub(crate) fn code_character_deleted(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    for code in codes(text) {
        let inner = inside(text, &code);
        let places: Vec<(usize, char)> = text[inner.clone()].char_indices().collect();
        for (at, ch) in [places[places.len() / 2], places[places.len() - 1]] {
            let at = inner.start + at;
            slips.push(Slip::put(text, &(at..at + ch.len_utf8()), "").within(text, &code.span));
        }
    }
    slips
}

pub(crate) fn code_translated(text: &str) -> Vec<Slip> {
    codes(text).iter().map(|code| Slip::put(text, &inside(text, code), "命令")).collect()
}

pub(crate) fn code_dropped(text: &str) -> Vec<Slip> {
    codes(text).iter().map(|code| Slip::put(text, &code.span, "")).collect()
}

pub(crate) fn ticks_stripped(text: &str) -> Vec<Slip> {
    codes(text).iter().map(|code| Slip::put(text, &code.span, &code.text)).collect()
}

fn strong(text: &str) -> Vec<Emphasis> {
    view(text, "").emphasis.into_iter().filter(|it| it.kind == EmphasisKind::Strong).collect()
}

/// Which of the marks that are left has no other half, nobody can tell.
pub(crate) fn strong_mark_deleted(text: &str) -> Vec<Slip> {
    let strong = strong(text);
    let (Some(first), Some(last)) = (strong.first(), strong.last()) else { return Vec::new() };
    let all = first.span.start..last.span.end;
    let mut slips = Vec::new();
    for Emphasis { span, .. } in &strong {
        for mark in [span.start..span.start + 2, span.end - 2..span.end] {
            slips.push(Slip::put(text, &mark, "").within(text, &all));
        }
    }
    slips
}

/// `**关键**，所以` to `**关键，**所以`.
pub(crate) fn mark_moved_into_strong(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    for Emphasis { span, .. } in strong(text) {
        let mut after = text[span.end..].chars();
        let Some(mark) = after.next().filter(|ch| "，。；：！？".contains(*ch)) else { continue };
        if after.next().is_some_and(is_han) {
            let changed = span.end - 2..span.end + mark.len_utf8();
            slips.push(Slip::put(text, &changed, &format!("{mark}**")).within(text, &(span.start..changed.end)));
        }
    }
    slips
}

/// The whole text without its emphasis, where it has some.
pub(crate) fn emphasis_stripped(text: &str) -> Vec<Slip> {
    let marked = view(text, "").emphasis;
    if marked.iter().all(|it| it.kind == EmphasisKind::Strikethrough) {
        return Vec::new();
    }
    let mut marks: Vec<Span> = Vec::new();
    for it in marked {
        let length = match it.kind {
            EmphasisKind::Emphasis => 1,
            EmphasisKind::Strong => 2,
            EmphasisKind::Strikethrough => continue,
        };
        marks.extend([it.span.start..it.span.start + length, it.span.end - length..it.span.end]);
    }
    marks.sort_by_key(|mark| mark.start);
    let mut target = text.to_owned();
    marks.iter().rev().for_each(|mark| target.replace_range(mark.clone(), ""));
    vec![Slip { span: 0..target.len(), target }]
}

fn each<'t>(text: &'t str, parts: Vec<Part>, new: impl Fn(&str) -> Option<String> + 't) -> Vec<Slip> {
    let put = |part: &Part| Some(Slip::put(text, &part.span, &new(&text[part.span.clone()])?));
    parts.iter().filter_map(put).collect()
}

/// The name of the placeable with a letter more.
pub(crate) fn placeable_renamed(text: &str) -> Vec<Slip> {
    each(text, view(text, "").placeables, |placeable| {
        let at = placeable.rfind(|ch: char| ch.is_ascii_alphanumeric())? + 1;
        Some(format!("{}s{}", &placeable[..at], &placeable[at..]))
    })
}

pub(crate) fn placeable_dropped(text: &str) -> Vec<Slip> {
    each(text, view(text, "").placeables, |_| Some(String::new()))
}

pub(crate) fn closing_tag_dropped(text: &str) -> Vec<Slip> {
    let mut tags = view(text, "").tags;
    tags.retain(|tag| tag.text.starts_with("</"));
    each(text, tags, |_| Some(String::new()))
}

pub(crate) fn tag_renamed(text: &str) -> Vec<Slip> {
    each(text, view(text, "").tags, |tag| {
        let start = tag.find(|ch: char| ch.is_ascii_alphabetic())?;
        let end = start + tag[start..].find(|ch: char| !ch.is_ascii_alphanumeric())?;
        let new = if &tag[start..end] == "sup" { "sub" } else { "sup" };
        Some(format!("{}{new}{}", &tag[..start], &tag[end..]))
    })
}

pub(crate) fn footnote_dropped(text: &str) -> Vec<Slip> {
    each(text, view(text, "").footnotes, |_| Some(String::new()))
}

pub(crate) fn image_dropped(text: &str) -> Vec<Slip> {
    view(text, "").images.iter().map(|image| Slip::put(text, &image.span, "")).collect()
}
