//! Sentences through `segment::split`: the golden cases, and no sentence end inside code or a link.

use duizhao::markdown::Options;
use duizhao::segment;
use duizhao::text::{Span, join_lines, joins_tight};
use pulldown_cmark::{Event, Parser, Tag};

use crate::material::{self, Sample, json_values, language, shared};

/// Golden cases that come out otherwise: one begins with `1. `, which opens a list in a document.
const DISPUTED: usize = 1;

/// Returns the segments of a text of one block, hard breaks without their mark.
fn segments(text: &str, language: &str) -> Vec<String> {
    // A footnote reference is one only where its definition exists.
    let source = format!("{text}\n\n[^1]: 1\n\n[^2]: 2\n");
    let mut units = segment::split(&source, language, &Options::default()).units;
    assert_eq!(units.len(), 1, "{text}");
    let segments = units.remove(0).segments.into_iter();
    segments.map(|segment| segment.strip_suffix('\\').map_or(segment.clone(), str::to_owned)).collect()
}

#[test]
fn golden_sentences_come_out_of_a_document() {
    let Some(path) = shared("golden/segmentation.json") else { return };
    let cases = &json_values(&path)[0];
    let cases = cases.as_array().expect("cases");
    assert_eq!(cases.len(), 60);
    let mut wrong = Vec::new();
    for case in cases {
        let said = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
        let joined = |text: String| join_lines(text.lines().map(str::trim));
        let expected: Vec<String> =
            case["sentences"].as_array().expect("sentences").iter().map(|it| joined(said(it))).collect();
        let found = segments(&said(&case["text"]), &said(&case["lang"]));
        if found != expected {
            wrong.push((expected, found));
        }
    }
    eprintln!("{} of {} golden cases exact; not: {wrong:#?}", cases.len() - wrong.len(), cases.len());
    assert!(wrong.len() <= DISPUTED);
}

/// Checks that each code span, image, link and autolink lies within one segment.
#[track_caller]
fn check(samples: &[Sample]) {
    let mut cut = Vec::new();
    let mut spans = 0;
    for Sample { name, text } in samples {
        for unit in segment::split(text, language(text), &Options::default()).units {
            let (joined, segments) = joined_with_places(&unit.segments);
            for span in uncuttable(&joined) {
                spans += 1;
                if !segments.iter().any(|segment| segment.start <= span.start && span.end <= segment.end) {
                    cut.push(format!("{name}:{}: {}", unit.line, &joined[span]));
                }
            }
        }
    }
    assert!(spans > 0);
    assert!(cut.is_empty(), "{} of {spans} spans cut: {cut:#?}", cut.len());
}

/// The segments joined, and the span of each; those between which there is a hard break share one,
/// as that ends a segment wherever it stands.
fn joined_with_places(segments: &[String]) -> (String, Vec<Span>) {
    let mut joined = String::new();
    let mut places: Vec<Span> = Vec::new();
    let mut broken = false;
    for segment in segments {
        // What stood for a hard break would escape what follows on the same line.
        let (segment, breaks) = segment.strip_suffix('\\').map_or((segment.as_str(), false), |text| (text, true));
        if !joins_tight(&joined, segment) {
            joined.push(' ');
        }
        let start = joined.len();
        joined.push_str(segment);
        match places.last_mut().filter(|_| broken) {
            Some(place) => place.end = joined.len(),
            None => places.push(start..joined.len()),
        }
        broken = breaks;
    }
    (joined, places)
}

fn uncuttable(text: &str) -> Vec<Span> {
    let whole =
        |event: &Event<'_>| matches!(event, Event::Code(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. }));
    Parser::new(text).into_offset_iter().filter(|(event, _)| whole(event)).map(|(_, span)| span).collect()
}

#[test]
fn no_sentence_of_the_corpus_ends_inside_code_or_a_link() {
    check(&material::corpus());
}

#[test]
fn no_sentence_of_a_real_document_ends_inside_code_or_a_link() {
    let Some((samples, _)) = material::real_documents() else { return };
    check(&samples);
}
