//! What a page says about itself stands on it once, in every layout and dialect, and all else of the page is read as
//! before.

use duizhao::markdown::Options;
use duizhao::publish::{self, DIALECTS, Notice, Page, Style, Target};
use duizhao::segment::{self, leaf_texts};

use crate::material::{self, Sample, language};

const SOURCE: &str = "The original of 2 passages has changed.";
const TARGET: &str = "原文已有更新，约 3~5 处译文**“尚未”**跟进。";
const CREDITS: &str = "译者：Wei\\_Lin、Lan · 审校：Zhang";

/// Returns the page of a sample, its texts in both languages those of the source, but for a word.
fn page<'p>(sample: &'p Sample, document: &'p segment::Document, style: Style) -> Page<'p> {
    let target =
        |unit: &segment::Unit| Target::Segments(unit.segments.iter().map(|text| format!("译{text}")).collect());
    Page {
        source: &sample.text,
        document,
        targets: document.units.iter().map(target).collect(),
        source_locale: "en",
        locale: "zh-CN",
        key: "page".to_owned(),
        options: Options::default(),
        style,
    }
}

#[test]
fn asides_stand_once_and_change_nothing_else() {
    let format = publish::format("markdown").expect("a format");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for sample in material::corpus() {
        let document = segment::split(&sample.text, language(&sample.text), &Options::default());
        for dialect in DIALECTS.iter().filter(|dialect| matches!(dialect.name, "gfm" | "docusaurus" | "cn-editor")) {
            for layout in publish::LAYOUTS.iter().filter(|layout| layout.suits(dialect)) {
                let plain = Style { dialect, cell_width: usize::MAX, ..Style::default() };
                let bilingual = layout.name() != "split";
                let notice = Notice { source: bilingual.then(|| SOURCE.to_owned()), target: TARGET.to_owned() };
                let told = Style { notice: Some(notice), credits: Some(CREDITS.to_owned()), ..plain.clone() };
                let made = |style| format.files(&page(&sample, &document, style), layout.name()).files.remove(0).text;
                let (before, after) = (made(plain), made(told));
                let leaves = |text: &str| leaf_texts(text, &Options::default());
                let (old, mut new) = (leaves(&before), leaves(&after));
                let count = new.len();
                new.retain(|(_, text)| text != CREDITS && text != SOURCE && !text.ends_with("跟进。"));
                let own = if bilingual { 3 } else { 2 };
                let lines = layout.name() == "split" || (after.ends_with('\n') && !after.ends_with("\n\n"));
                if new != old || count != old.len() + own || !lines {
                    wrong.push(format!("{} in {}, {}", sample.name, layout.name(), dialect.name));
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 1000, "{seen}");
    assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n"));
}
