//! Nothing changed, nothing lost: a document put together again from its units is the same bytes.

use duizhao::markdown::Options;
use duizhao::project::disk::{DiskError, read_named};
use duizhao::publish::{self, Page, Target};
use duizhao::segment::{self, Document};

use crate::material::{self, Sample, language};

/// Rebuilds every sample from its units and gaps, and emits it with its own sentences for a translation.
#[track_caller]
fn check(samples: &[Sample]) {
    let mut changed = Vec::new();
    for Sample { name, text } in samples {
        for html in [false, true] {
            let options = Options { html, ..Options::default() };
            let document = segment::split(text, language(text), &options);
            if publish::rebuilt(text, &document) != *text {
                changed.push(format!("{name}: rebuilt, html {html}"));
            }
            if emitted_as_it_is(text, &document, &options) != with_keys(text, &document) {
                changed.push(format!("{name}: emitted, html {html}"));
            }
        }
    }
    assert!(changed.is_empty(), "{} of {} differ: {changed:#?}", changed.len(), samples.len());
}

fn emitted_as_it_is(source: &str, document: &Document, options: &Options) -> String {
    let page = Page {
        source,
        document,
        targets: document.units.iter().map(|unit| Target::Segments(unit.segments.clone())).collect(),
        source_locale: language(source),
        locale: "zh-CN",
        key: "page".to_owned(),
        options: options.clone(),
        style: publish::Style::default(),
    };
    publish::layout("split").expect("a layout").emit(&page).text
}

/// The source with the keys that `split` adds to front matter: all that it may change.
fn with_keys(source: &str, document: &Document) -> String {
    let Some(front) = &document.parsed.front_matter else { return source.to_owned() };
    let line_end = &source[source[..front.inside].trim_end_matches(['\n', '\r']).len()..front.inside];
    let mut keys = String::new();
    for (key, value) in [("lang", "zh-CN"), ("translationKey", "page")] {
        if front.keys.iter().any(|own| own == key) {
            continue;
        }
        let line = if front.toml { format!("{key} = \"{value}\"") } else { format!("{key}: {value}") };
        keys += &(line + line_end);
    }
    format!("{}{keys}{}", &source[..front.inside], &source[front.inside..])
}

#[test]
fn corpus_files_come_back_byte_for_byte() {
    check(&material::corpus());
}

#[test]
fn real_documents_come_back_byte_for_byte() {
    let Some((samples, refused)) = material::real_documents() else { return };
    assert_eq!(samples.len() + refused.len(), 162, "refused: {refused:?}");
    check(&samples);
}

#[test]
fn a_file_that_is_not_utf8_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("latin1.md");
    std::fs::write(&path, b"Fine.\n\nCaf\xe9.\n").expect("a file");
    let place = match read_named(&path) {
        Err(DiskError::NotUtf8 { line, column, .. }) => Some((line, column)),
        _ => None,
    };
    assert_eq!(place, Some((3, 4)));
}

#[test]
fn commonmark_examples_come_back_byte_for_byte() {
    let Some(samples) = material::commonmark() else { return };
    assert_eq!(samples.len(), 655);
    check(&samples);
}
