//! What only the target page has stands on it once, in every layout, and every unit of the source keeps its pair.

use duizhao::markdown::Options;
use duizhao::publish::{self, Addition, Beside, Page, Style, Target};
use duizhao::segment;

use crate::material::{self, language};

#[test]
fn additions_stand_once_in_every_layout() {
    let (options, style) = (Options::default(), Style::default());
    let (mut wrong, mut seen, mut out) = (Vec::new(), 0, 0);
    for sample in material::corpus() {
        let own = language(&sample.text);
        let document = segment::split(&sample.text, own, &options);
        let last = document.units.len().saturating_sub(1);
        for unit in [0, last / 2, last].into_iter().filter(|unit| *unit < document.units.len()) {
            let behind = Addition { unit, side: Beside::Behind, lines: vec!["附加一段。".to_owned()] };
            let lines = ["> 附加一句。", "", "- 附加一项"].map(str::to_owned).to_vec();
            let additions = [behind, Addition { unit, side: Beside::Before, lines }];
            let extended = publish::extended((&sample.text, &document), (own, "zh-CN"), &options, &style, &additions);
            let own_units: Vec<usize> = extended.units.iter().flatten().copied().collect();
            if own_units != (0..document.units.len()).collect::<Vec<_>>() {
                wrong.push(format!("{}: units", sample.name));
            }
            out += extended.refused.len();
            let target = |text: &String| format!("译{text}");
            let translated = |unit: usize| Target::Segments(document.units[unit].segments.iter().map(target).collect());
            let page = Page {
                source: &extended.source,
                document: &extended.document,
                targets: extended.units.iter().map(|unit| unit.map_or(Target::Source, translated)).collect(),
                source_locale: "en",
                locale: "zh-CN",
                key: "page".to_owned(),
                options: options.clone(),
                style: Style { added: extended.added.clone(), ..style.clone() },
            };
            for layout in publish::LAYOUTS {
                let emitted = layout.emit(&page);
                seen += 1;
                // A page that cannot be put together stays in one language.
                let whole = emitted.refused.len() < page.targets.len();
                for (at, words) in [(0, "附加一段。"), (1, "附加一句。"), (1, "附加一项")] {
                    let expected = usize::from(!extended.refused.contains(&at));
                    if whole && emitted.text.matches(words).count() != expected {
                        wrong.push(format!("{} in {}: {words} beside {unit}", sample.name, layout.name()));
                    }
                }
            }
        }
    }
    eprintln!("{seen} pages, {out} additions left out");
    assert!(seen > 1000, "{seen}");
    assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n"));
}
