//! The program's own words: messages with an id and arguments, shown in the reader's language.
//!
//! The texts are `locales/<locale>/duizhao.ftl`, for the checks `checks.ftl` and for pages `notices.ftl`, compiled in; English stands behind every other
//! locale. A new locale is one file and one line in `FILES`. Nothing here reads the environment:
//! which language the reader wants is the program's question.

mod page;

pub use page::{Fact, Facts, Fault, PAGE_MESSAGES, PageWords, Wrong, label_fault};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::finding::{Arg, Message};
use crate::locale::{Locale, negotiate};

/// The locales we speak; the first one stands in for what another lacks.
const FILES: [(&str, &str); 2] = [
    (
        "en",
        concat!(
            include_str!("../../locales/en/duizhao.ftl"),
            "\n",
            include_str!("../../locales/en/checks.ftl"),
            "\n",
            include_str!("../../locales/en/notices.ftl")
        ),
    ),
    (
        "zh-CN",
        concat!(
            include_str!("../../locales/zh-CN/duizhao.ftl"),
            "\n",
            include_str!("../../locales/zh-CN/checks.ftl"),
            "\n",
            include_str!("../../locales/zh-CN/notices.ftl")
        ),
    ),
];

/// The program's words in one locale, English behind it.
pub struct Words {
    locale: Locale,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Words {
    /// Returns the words in the one of our locales nearest to `locale`.
    pub fn new(locale: &Locale) -> Words {
        let best = negotiate(std::slice::from_ref(locale), &locales()).unwrap_or_else(|| locale.clone());
        let mut bundles = Vec::new();
        for (tag, source) in FILES {
            let Ok(theirs) = tag.parse::<Locale>() else { continue };
            if theirs == best {
                bundles.insert(0, bundle(&theirs, source));
            } else if tag == FILES[0].0 {
                bundles.push(bundle(&theirs, source));
            }
        }
        Words { locale: best, bundles }
    }

    /// Returns the locale that was chosen.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Returns the message as text. An id that no file holds is our bug: it is shown as it is.
    pub fn format(&self, message: &Message) -> String {
        let text = self.lookup(message.id, &message.args);
        debug_assert!(text.is_some(), "no message `{}` in duizhao.ftl", message.id);
        text.unwrap_or_else(|| message.id.to_owned())
    }

    /// Returns the text of a message without arguments, or none if no file holds the id.
    pub fn text(&self, id: &str) -> Option<String> {
        self.lookup(id, &[])
    }

    fn lookup(&self, id: &str, args: &[(&'static str, Arg)]) -> Option<String> {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, text.as_str()),
                Arg::Count(count) => values.set(*name, *count),
            }
        }
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            // What went wrong stands in the text as `{$name}`, which says more than nothing.
            Some(bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
        })
    }
}

/// Returns the locales the program speaks, the default first.
pub fn locales() -> Vec<Locale> {
    FILES.iter().filter_map(|(tag, _)| tag.parse().ok()).collect()
}

fn bundle(locale: &Locale, source: &str) -> FluentBundle<FluentResource> {
    // Junk and duplicates are caught by the tests; here the messages that can be read are used.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new_concurrent(vec![locale.identifier().clone()]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::{Path, PathBuf};

    use fluent_syntax::ast::Entry;
    use fluent_syntax::parser;

    use super::*;

    /// The variables of each message and attribute; a message without value and attributes has no entry.
    type Shape = BTreeMap<String, BTreeSet<String>>;

    fn words(tag: &str) -> Words {
        Words::new(&tag.parse().expect("a tag"))
    }

    /// Reads a file strictly: no junk, no id twice.
    fn shape(tag: &str, source: &str) -> Shape {
        let file = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{tag}: {errors:?}"));
        let mut shape = Shape::new();
        for entry in &file.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), &message.value, &message.attributes),
                Entry::Term(_) => panic!("{tag}: a term; our own words have none"),
                _ => continue,
            };
            let patterns = value.iter().map(|pattern| (id.clone(), pattern));
            let others = attributes.iter().map(|it| (format!("{id}.{}", it.id.name), &it.value));
            for (id, pattern) in patterns.chain(others) {
                let text = format!("{pattern:?}");
                let names = text.split("VariableReference { id: Identifier { name: \"").skip(1);
                let names = names.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
                assert!(shape.insert(id.clone(), names).is_none(), "{tag}: `{id}` twice");
            }
        }
        shape
    }

    fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in folder.read_dir().expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                rust_files(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }

    /// Returns the string literals that are the first argument of `call`, unit tests left out.
    fn literals<'a>(source: &'a str, call: &str) -> Vec<&'a str> {
        let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or(source);
        let after = code.split(call).skip(1);
        after.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next()).collect()
    }

    #[test]
    fn all_locales_hold_the_same_messages() {
        let (first, source) = FILES[0];
        let expected = shape(first, source);
        for (tag, source) in FILES {
            let found = shape(tag, source);
            for id in expected.keys().chain(found.keys()) {
                assert_eq!(expected.get(id), found.get(id), "`{id}` in {first} (left) and {tag} (right)");
            }
        }
        assert_eq!(locales().len(), FILES.len());
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "reads our own source")]
    fn every_id_in_the_code_exists() {
        let known = shape(FILES[0].0, FILES[0].1);
        let mut files = Vec::new();
        rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
        assert!(files.len() > 10);
        for file in files.into_iter().filter(|file| !file.ends_with("tests.rs")) {
            let source = std::fs::read_to_string(&file).expect("a source file");
            for call in ["Message::new(", "words.text(", "problem(", "bad_settings(", "at("] {
                for id in literals(&source, call) {
                    assert!(known.contains_key(id), "{}: no message `{id}`", file.display());
                }
            }
        }
        assert_eq!(literals("Message::new(\n \"a-b\")words.text(id)", "Message::new("), ["a-b"]);
    }

    #[test]
    fn words_come_in_the_language_asked_for() {
        assert_eq!(words("zh_CN.UTF-8").text("heading-usage").as_deref(), Some("用法："));
        assert_eq!(words("zh-TW").locale().to_string(), "zh-CN");
        assert_eq!(words("fr").locale().to_string(), "en");
        assert_eq!(words("fr").text("heading-usage").as_deref(), Some("Usage:"));
        assert_eq!(words("en").text("no-such-message"), None);
    }

    #[test]
    fn arguments_are_shown_plainly() {
        let words = words("zh-CN");
        let message = Message::new("help-default").with("help", "颜色").with("value", 1_234_567);
        assert_eq!(words.format(&message), "颜色（默认：1234567）");
    }

    #[test]
    fn words_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&words("en"));
    }
}
