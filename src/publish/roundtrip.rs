//! Round trips: what comes back when a document is cut, translated (or not), emitted and cut again.

use crate::markdown::{LeafKind, Options};
use crate::publish::anchors::separated;
use crate::publish::{Layout, Page, Style, Target, split, unit_lines};
use crate::segment::{self, Document, Unit};
use crate::text::join_lines;

/// What a round trip with a pseudo-translation showed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pseudo {
    /// How many units the document has.
    pub units: usize,
    /// Units whose pseudo-translation could not be put in place.
    pub refused: Vec<usize>,
    /// The first unit that came back other than it went in.
    pub differs: Option<usize>,
}

/// Returns the source rebuilt from its units and the gaps between them.
///
/// Equal to the source whenever spans are in order and in bounds, which is what it shows.
pub fn rebuilt(source: &str, document: &Document) -> String {
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for unit in &document.units {
        let (Some(gap), Some(text)) = (source.get(at..unit.span.start), source.get(unit.span.clone())) else {
            return out;
        };
        out.push_str(gap);
        out.push_str(text);
        at = unit.span.end;
    }
    out.push_str(&source[at..]);
    out
}

/// Translates every unit into `译…文`, emits, and cuts the result again.
///
/// Each unit must read again, byte for byte, what went in; only the fragments of in-page links, which
/// follow their headings, may be others.
pub fn pseudo(source: &str, language: &str, options: &Options) -> Pseudo {
    let document = segment::split(source, language, options);
    let target = |unit: &Unit| Target::Segments(unit.segments.iter().map(|text| pseudo_segment(text)).collect());
    let page = Page {
        source,
        document: &document,
        targets: document.units.iter().map(target).collect(),
        source_locale: language,
        locale: "zh-CN",
        key: "page".to_owned(),
        options: options.clone(),
        style: Style::default(),
    };
    let emitted = split::LAYOUT.emit(&page);
    let before = unit_texts(source, &document, options);
    let again = segment::split(&emitted.text, language, options);
    let after = unit_texts(&emitted.text, &again, options);
    let expected = document.units.iter().enumerate().map(|(at, unit)| match emitted.refused.contains(&at) {
        true => before[at].clone(),
        false => {
            let written = written(unit.kind, &page.translation(at).unwrap_or_default());
            let quote = document.leaf(unit).quote;
            (unit.kind, quote.map_or_else(|| separated(&written), |quote| quote.escaped(&written)))
        }
    });
    let same = |(seen, expected): (&(LeafKind, String), (LeafKind, String))| {
        seen.0 == expected.0 && without_fragments(&seen.1) == without_fragments(&expected.1)
    };
    let differs = after.iter().zip(expected).position(|pair| !same(pair));
    let shorter = (before.len() != after.len()).then(|| before.len().min(after.len()));
    Pseudo { units: document.units.len(), refused: emitted.refused, differs: differs.or(shorter) }
}

/// What the units' leaves say, before it is cut into sentences.
fn unit_texts(source: &str, document: &Document, options: &Options) -> Vec<(LeafKind, String)> {
    let leaves = segment::leaf_texts(source, options);
    document.units.iter().map(|unit| leaves[unit.leaf].clone()).collect()
}

/// What must be read for these segments: joined, hard breaks being line ends and no characters.
fn written(kind: LeafKind, segments: &[String]) -> String {
    let lines = unit_lines(segments);
    let last = lines.len().saturating_sub(1);
    let broken = |(at, line): (usize, String)| match line.strip_suffix('\\') {
        Some(text) if at < last && kind != LeafKind::Html => text.to_owned(),
        _ => line,
    };
    join_lines(lines.into_iter().enumerate().map(broken))
}

/// Removes the fragment of every `](#fragment…)`.
fn without_fragments(text: &str) -> String {
    let mut parts = text.split("](#");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find([')', ' ', '"', '\'']).unwrap_or(part.len());
        out.push_str("](#");
        out.push_str(&part[end..]);
    }
    out
}

/// `译…文`, a hard break kept last.
fn pseudo_segment(segment: &str) -> String {
    match segment.strip_suffix('\\') {
        Some(text) => format!("译{text}文\\"),
        None => format!("译{segment}文"),
    }
}
