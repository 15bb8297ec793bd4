//! Every unit translated into `译…文`: the same units come back, and few had to be refused.

use duizhao::markdown::Options;
use duizhao::{publish, segment};

use crate::material::{self, Sample, language};

/// Units whose translation does not fit where the source stood, as this suite expects them.
const KNOWN: &str = include_str!("../golden/fallbacks.txt");

/// What one corpus showed.
struct Seen {
    units: usize,
    /// `NAME:LINE` of each refused unit, for `tests/corpus` with its text.
    refused: Vec<String>,
    /// `NAME:LINE` of the first unit of each document that came back other than it went in.
    different: Vec<String>,
}

fn translated(samples: &[Sample]) -> Seen {
    let mut seen = Seen { units: 0, refused: Vec::new(), different: Vec::new() };
    for Sample { name, text } in samples {
        let options = Options::default();
        let result = publish::pseudo(text, language(text), &options);
        seen.units += result.units;
        if result.refused.is_empty() && result.differs.is_none() {
            continue;
        }
        let document = segment::split(text, language(text), &options);
        let place = |at: usize| match document.units.get(at) {
            Some(unit) => format!("{name}:{}", unit.line),
            None => format!("{name}: more units than before"),
        };
        let words = |at: usize| if name.starts_with("corpus/") { document.units[at].joined() } else { String::new() };
        seen.refused
            .extend(result.refused.iter().map(|&at| format!("{} {}", place(at), words(at)).trim_end().to_owned()));
        seen.different.extend(result.differs.map(place));
    }
    seen
}

#[track_caller]
fn check(corpus: &str, samples: &[Sample], most: impl Fn(usize) -> usize) {
    let seen = translated(samples);
    eprintln!("{corpus}: {} of {} units refused", seen.refused.len(), seen.units);
    seen.refused.iter().for_each(|line| eprintln!("  {line}"));
    assert!(seen.different.is_empty(), "came back other than they went in: {:#?}", seen.different);
    let known: Vec<&str> = KNOWN.lines().filter(|line| line.starts_with(&format!("{corpus}/"))).collect();
    assert_eq!(seen.refused, known, "tests/golden/fallbacks.txt says otherwise");
    assert!(seen.refused.len() <= most(seen.units));
}

#[test]
fn every_translation_fits_into_the_corpus() {
    check("corpus", &material::corpus(), |_| 0);
}

#[test]
fn one_translation_in_a_thousand_may_not_fit_into_a_real_document() {
    let Some((samples, _)) = material::real_documents() else { return };
    check("A-roundtrip", &samples, |units| units / 1000);
}

#[test]
fn six_translations_may_not_fit_into_commonmark_examples() {
    let Some(samples) = material::commonmark() else { return };
    check("commonmark", &samples, |_| 6);
}
