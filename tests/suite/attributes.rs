//! Words in attributes of shortcodes and components: what is a unit, and what a page has in its place.

use duizhao::markdown::{LeafKind, Options};
use duizhao::publish::{self, Page, Style, Target};
use duizhao::segment::{self, Document};

/// The texts of the attributes of a document.
fn attributes(document: &Document) -> Vec<&str> {
    let units = document.units.iter().filter(|unit| unit.kind == LeafKind::Attribute);
    units.map(|unit| unit.segments[0].as_str()).collect()
}

/// Returns a page in a layout, every unit translated into `target`, with how many units were refused.
fn emitted(source: &str, target: &str, layout: &str) -> (String, usize) {
    let document = segment::split(source, "en", &Options::default());
    let page = Page {
        source,
        document: &document,
        targets: vec![Target::Segments(vec![target.to_owned()]); document.units.len()],
        source_locale: "en",
        locale: "zh-CN",
        key: "page".to_owned(),
        options: Options::default(),
        style: Style::default(),
    };
    let emitted = publish::layout(layout).expect("a layout").emit(&page);
    (emitted.text, emitted.refused.len())
}

#[track_caller]
fn check(source: &str, target: &str, layout: &str, expected: &str) {
    assert_eq!(emitted(source, target, layout), (expected.to_owned(), 0));
}

#[track_caller]
fn refused(source: &str, target: &str) {
    assert_eq!(emitted(source, target, "split"), (source.to_owned(), 1));
}

#[test]
fn attributes_of_shortcodes_and_components_are_units() {
    let split = |text| segment::split(text, "en", &Options::default());
    let shortcodes = split(include_str!("../corpus/attributes-of-shortcodes.md"));
    let expected = [
        "The hall",
        "The hall at noon",
        "A map with \"quotes\"",
        "A \\\"quoted\\\" word",
        "Behind it",
        "On a line of its own",
        "In a quote",
        "In an item",
        "In a note",
    ];
    assert_eq!(attributes(&shortcodes), expected);
    let components = split(include_str!("../corpus/attributes-of-components.md"));
    let expected =
        ["The hall, seen from \"above\"", "Doors &amp; stairs", "By tram", "By boat", "In a quote", "In an item"];
    assert_eq!(attributes(&components), expected);
}

#[test]
fn the_settings_say_which_attributes_hold_words() {
    let options = Options { attributes: vec!["alert.title".to_owned()], ..Options::default() };
    let source = "{{% alert title=\"Note\" %}}\n\n<Card title=\"Two\" />\n\n{{< figure alt=\"Three\" >}}\n";
    assert_eq!(attributes(&segment::split(source, "en", &options)), ["Note"]);
}

#[test]
fn a_translation_stands_in_the_quotes_of_its_source() {
    check("{{< figure alt=\"One\" src=\"a.png\" >}}\n", "一", "split", "{{< figure alt=\"一\" src=\"a.png\" >}}\n");
    check("{{< figure alt=\"One\" >}}\n", "说\"一\"", "split", "{{< figure alt=\"说\\\"一\\\"\" >}}\n");
    check("<Card title='One' />\n", "'一'", "split", "<Card title='&#39;一&#39;' />\n");
    check("<Card title=\"One\" />\n", "3~5 \"个\"", "split", "<Card title=\"3~5 &quot;个&quot;\" />\n");
    refused("{{< figure alt=`One` >}}\n", "`一`");
    refused("{{< figure alt=\"One\" >}}\n", "一 >}} 二");
    refused("{{< figure alt=\"One\" >}}\n", "一\\");
}

#[test]
fn a_page_of_both_languages_has_the_shortcode_once() {
    for layout in ["interleaved", "quote", "table", "details"] {
        let (source, page) = ("{{< figure alt=\"One\" >}}\n", "{{< figure alt=\"One / 一\" >}}\n");
        check(source, "一", layout, page);
        check("<Card title=\"One\" />\n", "一", layout, "<Card title=\"One / 一\" />\n");
    }
    let halves = "{{< figure alt=\"One\" >}}\n\n---\n\n{{< figure alt=\"一\" >}}\n";
    check("{{< figure alt=\"One\" >}}\n", "一", "sections", halves);
}
