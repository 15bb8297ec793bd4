//! The words of a page for its readers: ours, and before them those that a workspace has in its `pages.ftl`.
//!
//! Numbers and dates are written as the language of the words writes them: `{ $count }` and `{ NUMBER($count) }` give
//! `1,234`, `{ DATETIME($date) }` gives `7 November 2020` or `2020 年 11 月 7 日`. Lists are joined by `、` or a comma.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::types::{FluentNumber, FluentValue};
use fluent_bundle::{FluentArgs, FluentError, FluentResource};

use crate::fluent::file;
use crate::locale::Locale;

/// Our own words, by locale; the first stand in for what another lacks.
const OURS: [(&str, &str); 2] = [
    ("en", include_str!("../../../locales/en/notices.ftl")),
    ("zh-CN", include_str!("../../../locales/zh-CN/notices.ftl")),
];

/// The messages that a workspace may have words of its own for.
pub const PAGE_MESSAGES: [&str; 11] = [
    "credits",
    "mark-draft",
    "mark-missing",
    "mark-stale",
    "notice-draft",
    "notice-machine",
    "notice-missing",
    "notice-omitted",
    "notice-stale",
    "page-language",
    "page-notes",
];

/// What fills a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A text; of `DATETIME` a date such as `2020-11-07`.
    Text(String),
    /// A number.
    Count(usize),
    /// Names, to be joined as the language joins them.
    Names(Vec<String>),
}

/// What is known about a page, by the name of its variable.
pub type Facts = Vec<(&'static str, Fact)>;

/// What is wrong with the words of a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The line, from 1.
    pub line: usize,
    /// What it is.
    pub fault: Fault,
}

/// A fault in the words of a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is no Fluent.
    Syntax,
    /// A message that no page has.
    Unknown(String),
    /// A message refers to something that there is not.
    Reference(String),
}

/// The words of a page in one locale.
pub struct PageWords {
    locale: Locale,
    own: Option<FluentBundle<FluentResource>>,
    ours: (Locale, FluentBundle<FluentResource>),
}

impl PageWords {
    /// Returns the words for a locale. `own` is the text of the workspace's file.
    pub fn read(locale: &Locale, own: Option<&str>) -> Result<PageWords, Wrong> {
        let (tag, source) =
            OURS.into_iter().find(|(tag, _)| tag.split('-').next() == Some(locale.language())).unwrap_or(OURS[0]);
        let spoken = tag.parse().unwrap_or_else(|_| locale.clone());
        let ours = bundle(&spoken, FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource));
        let own = own.map(|text| own_words(locale, text)).transpose()?;
        Ok(PageWords { locale: locale.clone(), own, ours: (spoken, ours) })
    }

    /// Returns a message, the workspace's where it has one.
    pub fn format(&self, id: &str, facts: &Facts) -> String {
        let own = self.own.as_ref().and_then(|bundle| formatted(bundle, &self.locale, id, facts));
        own.or_else(|| formatted(&self.ours.1, &self.ours.0, id, facts)).map_or_else(String::new, |(text, _)| text)
    }

    /// Returns a message that only the workspace's file holds.
    pub fn own(&self, id: &str, facts: &Facts) -> Option<String> {
        Some(formatted(self.own.as_ref()?, &self.locale, id, facts)?.0)
    }

    /// Returns a text of the settings with its placeables filled in.
    pub fn filled(&self, text: &str, facts: &Facts) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let filled = label(&self.locale, text).and_then(|bundle| formatted(&bundle, &self.locale, LABEL, facts));
        filled.map_or_else(|| text.to_owned(), |(text, _)| text)
    }
}

/// Returns what a text of the settings refers to that there is not, or the text itself where it is no Fluent.
pub fn label_fault(text: &str) -> Option<String> {
    if !text.contains('{') {
        return None;
    }
    let locale: Locale = OURS[0].0.parse().ok()?;
    let Some(bundle) = label(&locale, text) else { return Some(text.to_owned()) };
    fault(&bundle, &locale, LABEL)
}

const LABEL: &str = "label";

fn label(locale: &Locale, text: &str) -> Option<FluentBundle<FluentResource>> {
    // A text may begin with what opens an attribute or a variant.
    let source = format!("{LABEL} = {{\"\"}}{}", text.replace(['\n', '\r'], " "));
    Some(bundle(locale, FluentResource::try_new(source).ok()?))
}

fn own_words(locale: &Locale, text: &str) -> Result<FluentBundle<FluentResource>, Wrong> {
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let at = errors.first().map_or(0, |error| error.slice.as_ref().unwrap_or(&error.pos).start);
        Wrong { line: line(at), fault: Fault::Syntax }
    })?;
    let bundle = bundle(locale, resource);
    for message in file::read(text).messages().filter(|message| !message.id.starts_with('-')) {
        let wrong = |fault| Wrong { line: line(message.header.start), fault };
        if !PAGE_MESSAGES.contains(&message.id.as_str()) {
            return Err(wrong(Fault::Unknown(message.id.clone())));
        }
        if let Some(name) = fault(&bundle, locale, &message.id) {
            return Err(wrong(Fault::Reference(name)));
        }
    }
    Ok(bundle)
}

/// Returns what a message refers to that there is not, for any kind of page.
///
/// What stands before a passage or names a language is the same on every page: it knows nothing of one.
fn fault(bundle: &FluentBundle<FluentResource>, locale: &Locale, id: &str) -> Option<String> {
    if id.starts_with("mark-") || id.starts_with("page-") {
        return formatted(bundle, locale, id, &Facts::new())?.1;
    }
    let name = || Fact::Names(vec!["Wei".to_owned()]);
    let text = |text: &str| Fact::Text(text.to_owned());
    let pages = ["page", "passages"].into_iter().flat_map(|extent| [1, 2].map(|count| (extent, count)));
    pages.flat_map(|page| ["translators", "reviewers", "both"].map(|who| (page, who))).find_map(
        |((extent, count), who)| {
            let facts = vec![
                ("count", Fact::Count(count)),
                ("date", text("2020-11-07")),
                ("extent", text(extent)),
                ("locale", text("zh-CN")),
                ("reviewers", name()),
                ("source", text("en")),
                ("translators", name()),
                ("who", text(who)),
            ];
            formatted(bundle, locale, id, &facts)?.1
        },
    )
}

/// Returns a message, and the first thing it refers to that there is not.
fn formatted(
    bundle: &FluentBundle<FluentResource>,
    locale: &Locale,
    id: &str,
    facts: &Facts,
) -> Option<(String, Option<String>)> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut values = FluentArgs::with_capacity(facts.len());
    for (name, fact) in facts {
        match fact {
            Fact::Text(text) => values.set(*name, text.as_str()),
            Fact::Count(count) => values.set(*name, *count),
            Fact::Names(names) => values.set(*name, names.join(if locale.is_wide() { "、" } else { ", " })),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
    Some((text, errors.iter().find_map(missing)))
}

fn missing(error: &FluentError) -> Option<String> {
    let FluentError::ResolverError(error) = error else { return None };
    Some(match error {
        ResolverError::Reference(ReferenceKind::Variable { id }) => format!("${id}"),
        ResolverError::Reference(ReferenceKind::Function { id }) => format!("{id}()"),
        ResolverError::Reference(ReferenceKind::Term { id, .. }) => format!("-{id}"),
        ResolverError::Reference(ReferenceKind::Message { id, .. }) => id.clone(),
        ResolverError::NoValue(id) => id.clone(),
        other => other.to_string(),
    })
}

fn bundle(locale: &Locale, resource: FluentResource) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.identifier().clone()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale.language() {
        "de" | "es" | "id" | "it" | "nl" | "pt" | "tr" => |value, _| grouped(value, ".", ","),
        "cs" | "fi" | "fr" | "nb" | "pl" | "ru" | "sv" | "uk" => |value, _| grouped(value, "\u{a0}", ","),
        _ => |value, _| grouped(value, ",", "."),
    }));
    let date = date_writer(locale);
    // A name that is taken twice would be our bug; a message that uses it then says so.
    let _ = bundle.add_function("NUMBER", number);
    let _ = bundle.add_function("DATETIME", move |values, _| match values.first() {
        Some(FluentValue::String(text)) => FluentValue::from(date(text).unwrap_or_else(|| text.to_string())),
        _ => FluentValue::Error,
    });
    bundle.add_resource_overriding(resource);
    bundle
}

/// `NUMBER($n)`, with the options of Fluent that say how many digits are shown and whether they stand in groups.
fn number<'v>(values: &[FluentValue<'v>], options: &FluentArgs<'_>) -> FluentValue<'v> {
    match values.first() {
        Some(FluentValue::Number(number)) => {
            let mut number = number.clone();
            number.options.merge(options);
            FluentValue::Number(number)
        }
        _ => FluentValue::Error,
    }
}

fn grouped(value: &FluentValue<'_>, group: &str, point: &str) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = FluentNumber::as_string(number);
    let (sign, plain) = plain.strip_prefix('-').map_or(("", &*plain), |rest| ("-", rest));
    let (whole, part) = plain.split_once('.').map_or((plain, None), |(whole, part)| (whole, Some(part)));
    let mut out = sign.to_owned();
    for (at, digit) in whole.char_indices() {
        if number.options.use_grouping && at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    if let Some(part) = part {
        out.push_str(point);
        out.push_str(part);
    }
    Some(out)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns how a language writes `2020-11-07`; one that we do not know keeps that.
fn date_writer(locale: &Locale) -> impl Fn(&str) -> Option<String> + use<> {
    let (language, tag) = (locale.language().to_owned(), locale.to_string());
    move |text| {
        let (year, month, day) = date(text)?;
        Some(match language.as_str() {
            "zh" => format!("{year} 年 {month} 月 {day} 日"),
            "ja" | "yue" => format!("{year}年{month}月{day}日"),
            "en" if tag.ends_with("-US") => format!("{} {day}, {year}", MONTHS[month - 1]),
            "en" => format!("{day} {} {year}", MONTHS[month - 1]),
            _ => format!("{year}-{month:02}-{day:02}"),
        })
    }
}

/// Reads `2020-11-07`, whatever time stands behind it.
fn date(text: &str) -> Option<(usize, usize, usize)> {
    let mut parts = text.trim().splitn(3, '-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
    let rest = parts.next()?;
    let digits = rest.len() - rest.trim_start_matches(|ch: char| ch.is_ascii_digit()).len();
    let day = rest[..digits].parse().ok().filter(|day| (1..=31).contains(day))?;
    Some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tag: &str, own: &str) -> Result<PageWords, Wrong> {
        PageWords::read(&tag.parse().expect("a tag"), Some(own))
    }

    fn facts(count: usize) -> Facts {
        let names = |names: &[&str]| Fact::Names(names.iter().map(|name| (*name).to_owned()).collect());
        vec![
            ("count", Fact::Count(count)),
            ("date", Fact::Text("2020-11-07T09:00:00+08:00".to_owned())),
            ("extent", Fact::Text("passages".to_owned())),
            ("translators", names(&["Lan", "Wei"])),
            ("reviewers", names(&[])),
            ("who", Fact::Text("translators".to_owned())),
        ]
    }

    #[track_caller]
    fn check(tag: &str, own: &str, id: &str, count: usize, expected: &str) {
        assert_eq!(words(tag, own).map(|words| words.format(id, &facts(count))), Ok(expected.to_owned()));
    }

    #[test]
    fn our_own_words_hold_for_every_page() {
        for (tag, source) in OURS {
            let locale: Locale = tag.parse().expect("a tag");
            assert!(own_words(&locale, source).is_ok(), "{tag}");
        }
    }

    #[test]
    fn numbers_lists_and_plural_forms_are_those_of_the_language() {
        check("en", "", "notice-stale", 1, "The original of one passage has changed since it was translated.");
        check("en", "", "notice-stale", 1234, "The original of 1,234 passages has changed since they were translated.");
        check("zh-CN", "", "notice-stale", 1234, "原文已有更新，本页有 1,234 处译文尚未跟进。");
        check("zh-CN", "", "credits", 1, "译者：Lan、Wei");
        check("en", "", "credits", 1, "Translated by Lan, Wei");
        check("fr", "credits = { $count }", "credits", 1234, "1\u{a0}234");
        check("en", "credits = { NUMBER($count, useGrouping: \"false\") }", "credits", 1234, "1234");
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        let check = |tag, expected| check(tag, "credits = { DATETIME($date) }", "credits", 1, expected);
        check("zh-CN", "2020 年 11 月 7 日");
        check("ja", "2020年11月7日");
        check("en", "7 November 2020");
        check("en-US", "November 7, 2020");
        check("fr", "2020-11-07");
        assert_eq!(date("2020-13-01"), None);
        assert_eq!(date("last year"), None);
    }

    #[test]
    fn words_of_the_workspace_stand_before_ours() {
        check("ja", "-team = 翻訳チーム\ncredits = { -team }", "credits", 1, "翻訳チーム");
        check("ja", "", "credits", 1, "Translated by Lan, Wei");
    }

    #[test]
    fn faults_are_named_with_their_line() {
        #[track_caller]
        fn check(own: &str, line: usize, fault: Fault) {
            assert_eq!(words("en", own).err(), Some(Wrong { line, fault }));
        }
        check("credits = x\n\nnotice-stael = y\n", 3, Fault::Unknown("notice-stael".to_owned()));
        check("# a\ncredits = { $translator }\n", 2, Fault::Reference("$translator".to_owned()));
        check("credits = { DATE($date) }\n", 1, Fault::Reference("DATE()".to_owned()));
        check("credits = x\nnotice-stale = { y\n", 2, Fault::Syntax);
        check("mark-draft = { $count }\n", 1, Fault::Reference("$count".to_owned()));
        let hidden = "notice-stale = { $extent ->\n   [page] { $nobody }\n  *[passages] x\n }\n";
        check(hidden, 1, Fault::Reference("$nobody".to_owned()));
    }

    #[test]
    fn labels_are_filled_where_they_have_braces() {
        let words = words("zh-CN", "").expect("words");
        assert_eq!(words.filled("中文 [*]", &facts(1)), "中文 [*]");
        assert_eq!(words.filled("[译于 { DATETIME($date) }]", &facts(1)), "[译于 2020 年 11 月 7 日]");
        assert_eq!(label_fault("{ $nobody }"), Some("$nobody".to_owned()));
        assert_eq!(label_fault("{ oh"), Some("{ oh".to_owned()));
        assert_eq!(label_fault("{ NUMBER($count) }"), None);
    }
}
