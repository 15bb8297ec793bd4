//! What only the page in the target language has: blocks that a catalog adds before or behind a unit.
//!
//! They are put into a copy of the source, beside the outermost block that holds their unit, and stand for themselves
//! there. So every layout and format shows them at their place, once, and every unit of the source keeps its pair.

use crate::markdown::{self, Options};
use crate::publish::safe::safe;
use crate::publish::split::newline;
use crate::publish::{Patch, Style, page};
use crate::segment::{self, Document};
use crate::text::{Edit, Span, line_end};

/// A block that only the target page has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// The unit that it stands beside.
    pub unit: usize,
    /// On which side of it.
    pub side: Beside,
    /// Its lines of Markdown; an empty one parts two blocks.
    pub lines: Vec<String>,
}

/// On which side of its unit an addition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Before it.
    Before,
    /// Behind it.
    Behind,
}

/// A source with the additions of a locale in it.
#[derive(Debug, Clone, Default)]
pub struct Extended {
    /// Its text.
    pub source: String,
    /// Its units.
    pub document: Document,
    /// For each of them the unit of the source that it is; `None` for what was added.
    pub units: Vec<Option<usize>>,
    /// The bytes that were added.
    pub added: Vec<Span>,
    /// The additions that would have changed something else, by their place in the list.
    pub refused: Vec<usize>,
}

/// Returns a source with additions. One that would change how the rest is read, or brings a heading, stays out.
pub fn extended(
    (source, document): (&str, &Document),
    (language, locale): (&str, &str),
    options: &Options,
    style: &Style,
    additions: &[Addition],
) -> Extended {
    let front = document.parsed.front_matter.as_ref();
    let body = front.map_or(markdown::content_start(source), |front| front.span.end);
    let blocks = markdown::blocks(source, body);
    let place = |addition: &Addition| {
        let leaf = document.leaf(&document.units[addition.unit]);
        let at = blocks.partition_point(|block| block.span.start <= leaf.block.start);
        match (at.checked_sub(1).map(|at| &blocks[at].span), addition.side) {
            _ if leaf.field.is_some() => body,
            (None, _) => body,
            (Some(block), Beside::Before) => block.start,
            (Some(block), Beside::Behind) => line_end(source, block.end),
        }
    };
    let safety = page::safety(locale, style);
    let end = newline(source);
    let texts = additions.iter().map(|addition| {
        let lines = addition.lines.iter().map(|line| safe(line, safety).text);
        (place(addition), lines.collect::<Vec<_>>().join(end))
    });
    let mut texts: Vec<(usize, (usize, String))> = texts.enumerate().collect();
    texts.sort_by_key(|(_, (place, _))| *place);
    let with = |accepted: &[&(usize, (usize, String))]| {
        let (text, added) = inserted(source, end, accepted.iter().map(|(_, insertion)| insertion));
        read((source, document), language, options, text, added)
    };
    let all: Vec<_> = texts.iter().collect();
    if let Some(extended) = with(&all) {
        return extended;
    }
    let (mut accepted, mut refused) = (Vec::new(), Vec::new());
    for text in all {
        accepted.push(text);
        if with(&accepted).is_none() {
            accepted.pop();
            refused.push(text.0);
        }
    }
    let bare = Extended { source: source.to_owned(), document: document.clone(), ..Extended::default() };
    let units = (0..document.units.len()).map(Some).collect();
    Extended { refused, ..with(&accepted).unwrap_or(Extended { units, ..bare }) }
}

/// Puts blocks between the lines of a source. Returns the text and the bytes that are new in it.
fn inserted<'i>(source: &str, end: &str, insertions: impl Iterator<Item = &'i (usize, String)>) -> (String, Vec<Span>) {
    let (mut text, mut added) = (String::with_capacity(source.len()), Vec::new());
    let mut done = 0;
    for (at, block) in insertions {
        text.push_str(&source[done..*at]);
        done = *at;
        let start = text.len();
        let above = text.trim_start_matches('\u{feff}');
        let gap = match (above.is_empty() || above.ends_with(&end.repeat(2)), above.ends_with(['\n', '\r'])) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        text.push_str(&end.repeat(gap));
        text.push_str(block);
        text.push_str(end);
        if !source[done..].is_empty() && !source[done..].starts_with(['\n', '\r']) {
            text.push_str(end);
        }
        added.push(start..text.len());
    }
    text.push_str(&source[done..]);
    (text, added)
}

/// Reads a source with something in it; `None` where what it had is not what it was.
fn read(
    (source, document): (&str, &Document),
    language: &str,
    options: &Options,
    text: String,
    added: Vec<Span>,
) -> Option<Extended> {
    let new = segment::split(&text, language, options);
    let is_new = |span: &Span| added.iter().any(|added| added.start <= span.start && span.end <= added.end);
    let mut next = 0..document.units.len();
    let units: Vec<Option<usize>> =
        new.units.iter().map(|unit| if is_new(&unit.span) { None } else { next.next() }).collect();
    let same = new.units.iter().zip(&units).all(|(unit, of)| match of {
        Some(of) => unit.kind == document.units[*of].kind && unit.segments == document.units[*of].segments,
        None => is_new(&unit.span),
    });
    // A list beside a list would be one.
    let body = new.parsed.front_matter.as_ref().map_or(markdown::content_start(&text), |front| front.span.end);
    let overlaps = |span: &Span| added.iter().any(|added| added.start < span.end && span.start < added.end);
    let apart = markdown::blocks(&text, body).iter().all(|block| is_new(&block.span) || !overlaps(&block.span));
    let leaves = new.parsed.leaves.iter().filter(|leaf| !is_new(&leaf.span)).count();
    let holds = same
        && apart
        && next.is_empty()
        && leaves == document.parsed.leaves.len()
        && new.headings.len() == document.headings.len()
        && removed(&text, &added) == source;
    holds.then_some(Extended { source: text, document: new, units, added, refused: Vec::new() })
}

fn removed(text: &str, added: &[Span]) -> String {
    crate::text::apply(text, added.iter().map(|span| Edit::new(span.clone(), "")).collect())
}

/// Takes what was added out of the patches for the language of the source, which does not have it.
pub(super) fn without(added: &[Span], document: &Document, patches: &mut Vec<Patch>) {
    if added.is_empty() {
        return;
    }
    let leaves = &document.parsed.leaves;
    for span in added {
        let from = leaves.partition_point(|leaf| leaf.span.start < span.start);
        let to = leaves.partition_point(|leaf| leaf.span.start < span.end);
        patches.retain(|patch| patch.leaves.end <= from || patch.leaves.start >= to);
        let edits = vec![Edit::new(span.clone(), "")];
        patches.push(Patch { units: 0..0, leaves: from..to, edits, expected: Vec::new() });
    }
    patches.sort_by_key(|patch| (patch.leaves.start, patch.leaves.end));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::{Page, Target, layout};

    /// Returns a page whose units say `译`, with additions: unit, side, text.
    #[track_caller]
    fn page(name: &str, source: &str, additions: &[(usize, Beside, &str)]) -> (String, Vec<usize>) {
        let options = Options::default();
        let document = segment::split(source, "en", &options);
        let addition = |(unit, side, text): &(usize, Beside, &str)| Addition {
            unit: *unit,
            side: *side,
            lines: text.lines().map(str::to_owned).collect(),
        };
        let additions: Vec<Addition> = additions.iter().map(addition).collect();
        let style = Style::default();
        let extended = extended((source, &document), ("en", "zh-CN"), &options, &style, &additions);
        let translated = Target::Segments(vec!["译".to_owned()]);
        let page = Page {
            source: &extended.source,
            document: &extended.document,
            targets: extended.units.iter().map(|unit| unit.map_or(Target::Source, |_| translated.clone())).collect(),
            source_locale: "en",
            locale: "zh-CN",
            key: "page".to_owned(),
            options,
            style: Style { added: extended.added.clone(), ..style },
        };
        (layout(name).expect("a layout").emit(&page).text, extended.refused)
    }

    #[track_caller]
    fn check(name: &str, source: &str, additions: &[(usize, Beside, &str)], expected: &str) {
        assert_eq!(page(name, source, additions), (expected.to_owned(), Vec::new()));
    }

    const BEHIND: Beside = Beside::Behind;

    #[test]
    fn additions_stand_beside_the_block_of_their_unit() {
        check(
            "split",
            "# A\nB.\n",
            &[(0, BEHIND, "扫码关注\n\n![二维码](qr.png)")],
            "# 译\n\n扫码关注\n\n![二维码](qr.png)\n\n译\n",
        );
        check(
            "split",
            "A.\n\n- B.\n- C.\n",
            &[(1, Beside::Before, "前"), (1, BEHIND, "后")],
            "译\n\n前\n\n- 译\n- 译\n\n后\n",
        );
        check(
            "split",
            "---\ntitle: T\nlang: zh-CN\ntranslationKey: t\n---\nA.",
            &[(0, BEHIND, "前"), (1, BEHIND, "后")],
            "---\ntitle: 译\nlang: zh-CN\ntranslationKey: t\n---\n\n前\n\n译\n\n后\n",
        );
        check("split", "A.\r\nB.\r\n", &[(0, Beside::Before, "说**“前”**这")], "说“**前**”这\r\n\r\n译\r\n");
    }

    #[test]
    fn pages_of_both_languages_have_them_once() {
        for name in ["interleaved", "quote", "table", "details", "sections"] {
            let (text, refused) =
                page(name, "A.\n\nB.\r\n\nC.\n", &[(0, BEHIND, "加\n\n- 一\n- 二"), (2, BEHIND, "末")]);
            assert_eq!(refused, [0; 0]);
            let count = |word: &str| text.matches(word).count();
            assert_eq!((count("加"), count("- 二"), count("末"), count("译")), (1, 1, 1, 3), "{name}: {text}");
        }
        let halves = "A.\n\nB.\n\n---\n\n译\n\n加\n\n译\n";
        check("sections", "A.\n\nB.\n", &[(0, BEHIND, "加")], halves);
    }

    #[test]
    fn what_would_change_the_rest_stays_out() {
        let additions = [(0, BEHIND, "```\n开"), (0, BEHIND, "好"), (0, BEHIND, "# 题")];
        assert_eq!(page("split", "A.\n\nB.\n", &additions), ("译\n\n好\n\n译\n".to_owned(), vec![0, 2]));
        assert_eq!(page("split", "- A.\n", &[(0, BEHIND, "- 一")]), ("- 译\n".to_owned(), vec![0]));
    }
}
