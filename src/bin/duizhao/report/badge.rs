//! How much is translated, as a badge: the numbers for shields.io, or a picture of our own.

use duizhao::finding::Message;
use duizhao::status::Counts;
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use crate::report::json::visible;
use crate::report::{LocaleStatus, html};
use crate::ui::Ui;

/// From which share of fresh segments on a badge has which colour: its name at shields.io, and the colour.
const COLORS: &[(usize, &str, &str)] = &[
    (100, "brightgreen", "#2a8a12"),
    (90, "green", "#5a7d0a"),
    (75, "yellowgreen", "#737a10"),
    (50, "yellow", "#8a6d00"),
    (25, "orange", "#b0530f"),
    (0, "red", "#c0392b"),
];

/// For a workspace without segments.
const NOTHING: (&str, &str) = ("lightgrey", "#6a6a6a");

/// Half of an em of the font, the width of a narrow column.
const COLUMN: usize = 7;

/// The space before and behind a text.
const PADDING: usize = 6;

struct Badge {
    label: String,
    message: String,
    color: (&'static str, &'static str),
}

/// Returns the badge as an endpoint of shields.io.
pub(super) fn json(ui: &Ui, locales: &[LocaleStatus]) -> String {
    let Badge { label, message, color: (color, _) } = badge(ui, locales);
    visible(format!("{}\n", json!({ "schemaVersion": 1, "label": label, "message": message, "color": color })))
}

/// Returns the badge as a picture.
pub(super) fn svg(ui: &Ui, locales: &[LocaleStatus]) -> String {
    let Badge { label, message, color: (_, color) } = badge(ui, locales);
    let length = |text: &str| text.width() * COLUMN;
    let (left, right) = (length(&label), length(&message));
    let (middle, width) = (left + 2 * PADDING, left + right + 4 * PADDING);
    let (label, message) = (html::escaped(&label), html::escaped(&message));
    let text = |x: usize, length: usize, text: &str| {
        format!("<text x=\"{x}\" y=\"14\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\">{text}</text>\n")
    };
    let texts = text(PADDING, left, &label) + &text(middle + PADDING, right, &message);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"20\" role=\"img\" aria-label=\"{label}: {message}\">\n\
         <title>{label}: {message}</title>\n\
         <clipPath id=\"edge\"><rect width=\"{width}\" height=\"20\" rx=\"3\"/></clipPath>\n\
         <g clip-path=\"url(#edge)\">\n<rect width=\"{middle}\" height=\"20\" fill=\"#444\"/>\n\
         <rect x=\"{middle}\" width=\"{}\" height=\"20\" fill=\"{color}\"/>\n</g>\n\
         <g fill=\"#fff\" font-family=\"Verdana,'Noto Sans CJK SC',sans-serif\" font-size=\"11\">\n{texts}</g>\n</svg>\n",
        width - middle,
    )
}

/// All locales together; `--locale` asks for one.
fn badge(ui: &Ui, locales: &[LocaleStatus]) -> Badge {
    let total = locales.iter().fold(Counts::default(), |sum, locale| sum.plus(locale.total()));
    let label = match locales {
        [one] => ui.text(&Message::new("badge-label-one").with("locale", one.locale.as_str())),
        _ => ui.word("badge-label"),
    };
    if total.total == 0 {
        return Badge { label, message: "–".to_owned(), color: NOTHING };
    }
    let share = super::share(&total);
    let color = COLORS.iter().find(|(from, ..)| share >= *from).map_or(NOTHING, |(_, name, color)| (*name, *color));
    Badge { label, message: format!("{share} %"), color }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::ui;

    #[track_caller]
    fn check(counts: &[(usize, usize)], expected: [&str; 3]) {
        let locale = |(number, (fresh, total)): (usize, &(usize, usize))| LocaleStatus {
            locale: ["zh-CN", "ja"][number].to_owned(),
            documents: vec![("a.md".to_owned(), Counts { translated: *fresh, total: *total, ..Counts::default() })],
        };
        let locales: Vec<_> = counts.iter().enumerate().map(locale).collect();
        let badge: serde_json::Value = serde_json::from_str(&json(&ui(), &locales)).expect("JSON");
        let [label, message, color] = expected;
        let wanted = json!({ "schemaVersion": 1, "label": label, "message": message, "color": color });
        assert_eq!(badge, wanted);
        let svg = svg(&ui(), &locales);
        let picture = roxmltree::Document::parse(&svg).expect("XML");
        let texts = picture.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
        assert_eq!(texts.filter_map(|node| node.text()).collect::<Vec<_>>(), [label, message]);
    }

    #[test]
    fn the_colour_goes_by_the_share_of_fresh_segments() {
        check(&[(200, 200)], ["translation zh-CN", "100 %", "brightgreen"]);
        check(&[(199, 200)], ["translation zh-CN", "99 %", "green"]);
        check(&[(179, 200)], ["translation zh-CN", "89 %", "yellowgreen"]);
        check(&[(74, 100)], ["translation zh-CN", "74 %", "yellow"]);
        check(&[(25, 100)], ["translation zh-CN", "25 %", "orange"]);
        check(&[(0, 3)], ["translation zh-CN", "0 %", "red"]);
        check(&[(0, 0)], ["translation zh-CN", "–", "lightgrey"]);
    }

    #[test]
    fn several_languages_are_counted_together() {
        check(&[(10, 10), (0, 10)], ["translations", "50 %", "yellow"]);
    }
}
