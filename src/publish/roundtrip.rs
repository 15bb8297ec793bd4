//! Round trips: what comes back when a document is cut, translated (or not), emitted and cut again.

use crate::markdown::Options;
use crate::publish::{Layout, Page, Target, split};
use crate::segment::{self, Document};

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
pub fn pseudo(source: &str, language: &str, options: &Options) -> Pseudo {
    let document = segment::split(source, language, options);
    let targets: Vec<Target> = document
        .units
        .iter()
        .map(|unit| Target::Segments(unit.segments.iter().map(|segment| pseudo_segment(segment)).collect()))
        .collect();
    let page = Page {
        source,
        document: &document,
        targets: targets.clone(),
        source_locale: language,
        locale: "zh-CN",
        key: "page".to_owned(),
        options: options.clone(),
    };
    let emitted = split::LAYOUT.emit(&page);
    let again = segment::split(&emitted.text, language, options);
    let mut result = Pseudo { units: document.units.len(), refused: emitted.refused, differs: None };
    if again.units.len() != document.units.len() {
        result.differs = Some(again.units.len().min(document.units.len()));
    }
    for (at, (unit, target)) in document.units.iter().zip(&targets).enumerate() {
        let Target::Segments(segments) = target else { continue };
        let expected = if result.refused.contains(&at) { unit.joined() } else { crate::text::join_lines(segments) };
        let squashed = |text: &str| text.replace(['\\', ' '], "");
        let same = again
            .units
            .get(at)
            .is_some_and(|other| other.kind == unit.kind && squashed(&other.joined()) == squashed(&expected));
        if !same && result.differs.is_none_or(|differs| at < differs) {
            result.differs = Some(at);
        }
    }
    result
}

/// `译…文`, a hard break kept last.
fn pseudo_segment(segment: &str) -> String {
    match segment.strip_suffix('\\') {
        Some(text) => format!("译{text}文\\"),
        None => format!("译{segment}文"),
    }
}
