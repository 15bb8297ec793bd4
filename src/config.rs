//! Settings: `duizhao.toml`, typed. Unknown keys are errors that name the key.

pub mod gate;
pub mod output;
pub mod sites;
pub mod template;
mod version;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::config::gate::Gate;
use crate::config::output::Output;
use crate::finding::{Message, Severity};
use crate::locale::Locale;
use crate::markdown::Options;

/// The name of the settings file.
pub const FILE: &str = "duizhao.toml";

/// The rules by which sentences are cut; catalogs name the version they were cut with.
pub const SEGMENTER: u32 = 1;

/// The settings of a workspace.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Which versions of the program may work here; any where nothing is said.
    pub required_version: Option<String>,
    /// The language that documents are written in.
    pub source: String,
    /// The source language of documents that differ, by glob.
    pub sources: BTreeMap<String, String>,
    /// The languages to translate into.
    pub targets: Vec<String>,
    /// Which files are documents: paths and globs.
    pub documents: Vec<String>,
    /// The folder of the catalogs.
    pub catalogs: String,
    /// Folder names that differ from the locale's tag.
    pub folders: BTreeMap<String, String>,
    /// The version of the sentence rules.
    pub segmenter: u32,
    /// How documents are read.
    pub markdown: MarkdownConfig,
    /// What stands for segments that are not fresh.
    pub publish: PublishConfig,
    /// What a change of the source does to its translation; the first entry that says it counts.
    pub changes: Vec<Changes>,
    /// Who may review.
    pub review: ReviewConfig,
    /// How much must be done, and what a change of the source does to `check`.
    pub gate: Gate,
    /// What is set about each check, by its code.
    pub checks: BTreeMap<String, CheckConfig>,
    /// What differs for some documents; the first entry that names a check counts.
    pub r#override: Vec<Override>,
    /// What `build` makes.
    pub output: Vec<Output>,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            required_version: None,
            source: "en".to_owned(),
            sources: BTreeMap::new(),
            targets: vec!["zh-CN".to_owned()],
            documents: Vec::new(),
            catalogs: "locales".to_owned(),
            folders: BTreeMap::new(),
            segmenter: SEGMENTER,
            markdown: MarkdownConfig::default(),
            publish: PublishConfig::default(),
            changes: Vec::new(),
            review: ReviewConfig::default(),
            gate: Gate::default(),
            checks: BTreeMap::new(),
            r#override: Vec::new(),
            output: Vec::new(),
        }
    }
}

/// How documents are read.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MarkdownConfig {
    /// Front-matter keys whose values are translated.
    pub front_matter: Vec<String>,
    /// Whether HTML blocks with visible text are units.
    pub html: bool,
    /// Attributes of shortcodes and components whose values are units, as `NAME.ATTRIBUTE`.
    pub attributes: Vec<String>,
}

impl Default for MarkdownConfig {
    fn default() -> MarkdownConfig {
        let options = Options::default();
        MarkdownConfig { front_matter: options.front_matter, html: options.html, attributes: options.attributes }
    }
}

/// What stands for segments that are not fresh.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PublishConfig {
    /// For a segment without a translation.
    pub missing: Missing,
    /// For a stale one.
    pub stale: Stale,
    /// For an unconfirmed one.
    pub draft: Draft,
}

/// Who may review.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReviewConfig {
    /// Whether nobody may review a record that names them as its translator.
    pub four_eyes: bool,
}

/// How much the findings of a check matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing is reported.
    Off,
    /// Told, never a reason to fail.
    Info,
    /// Worth a look.
    Warning,
    /// Fails the check.
    Error,
}

/// What is set about a check. Its own keys are known to the check alone.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct CheckConfig {
    /// How much its findings matter, in both profiles.
    pub severity: Option<Level>,
    /// Its own keys.
    #[serde(flatten)]
    pub keys: BTreeMap<String, Value>,
}

/// The value of a key that only a check knows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// One of several words.
    Text(String),
    /// Words.
    List(Vec<String>),
}

/// What differs for some documents.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// The documents: globs; all if empty.
    pub documents: Vec<String>,
    /// How much the findings of a check matter there, by its code.
    pub checks: BTreeMap<String, Level>,
}

/// What stands for a segment without a translation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The source text; in a bilingual page, once.
    #[default]
    Source,
    /// The source text with a mark.
    Mark,
    /// Nothing.
    Omit,
    /// No page.
    Fail,
}

/// What stands for a stale segment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stale {
    /// The translation as it is.
    #[default]
    Keep,
    /// The translation with a mark.
    Mark,
    /// The source text.
    Source,
    /// No page.
    Fail,
}

/// What stands for an unconfirmed segment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Draft {
    /// The translation as it is.
    Use,
    /// The translation with a mark.
    Mark,
    /// The source text.
    #[default]
    Source,
    /// No page.
    Fail,
}

/// How much a change of the source matters, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Wrapping, emphasis, quotes, spacing, inner commas, a listed misspelling: the translation still holds.
    Form,
    /// Only where links and images lead.
    Link,
    /// A light edit.
    Wording,
    /// Numbers, dates, money, versions, code, names.
    Fact,
    /// Not, only, before, more: the sense is turned round or limited otherwise.
    Polarity,
    /// Little in common.
    Rewrite,
}

impl Class {
    /// All classes, the least first.
    pub const ALL: [Class; 6] =
        [Class::Form, Class::Link, Class::Wording, Class::Fact, Class::Polarity, Class::Rewrite];

    /// Returns the name used in settings and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Class::Form => "form",
            Class::Link => "link",
            Class::Wording => "wording",
            Class::Fact => "fact",
            Class::Polarity => "polarity",
            Class::Rewrite => "rewrite",
        }
    }
}

/// What is done about a change of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Nothing: the translation stays fresh.
    Ignore,
    /// The same is done in the translation where that is certain; else the segment is stale.
    Patch,
    /// The segment is stale, with a finding of this severity.
    Info,
    /// The same.
    Warning,
    /// The same.
    Error,
}

impl Action {
    /// Returns how bad it is that a segment is stale; `None` where it is not.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Action::Ignore => None,
            Action::Info => Some(Severity::Info),
            Action::Warning => Some(Severity::Warning),
            Action::Patch | Action::Error => Some(Severity::Error),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Action::Ignore => "ignore",
            Action::Patch => "patch",
            Action::Info => "info",
            Action::Warning => "warning",
            Action::Error => "error",
        }
    }
}

/// What is done about each class of change, for some documents.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Changes {
    /// Only these documents: globs; all if empty.
    pub documents: Vec<String>,
    /// For `Class::Form`.
    pub form: Option<Action>,
    /// For `Class::Link`.
    pub link: Option<Action>,
    /// For `Class::Wording`.
    pub wording: Option<Action>,
    /// For `Class::Fact`.
    pub fact: Option<Action>,
    /// For `Class::Polarity`.
    pub polarity: Option<Action>,
    /// For `Class::Rewrite`.
    pub rewrite: Option<Action>,
}

impl Changes {
    /// Returns what is set for a class.
    pub fn of(&self, class: Class) -> Option<Action> {
        match class {
            Class::Form => self.form,
            Class::Link => self.link,
            Class::Wording => self.wording,
            Class::Fact => self.fact,
            Class::Polarity => self.polarity,
            Class::Rewrite => self.rewrite,
        }
    }

    /// What cannot be undone unseen must not be settable: a changed number is never nothing.
    fn checked(&self) -> Result<(), Message> {
        for class in Class::ALL {
            let Some(action) = self.of(class) else { continue };
            let allowed = match action {
                Action::Ignore => class <= Class::Wording,
                Action::Patch => matches!(class, Class::Link | Class::Fact),
                _ => class != Class::Form,
            };
            if !allowed {
                let wrong = problem("settings-change").with("class", class.name());
                return Err(wrong.with("action", action.name()));
            }
        }
        Ok(())
    }
}

/// What is done about each class of change in one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actions([Action; 6]);

impl Default for Actions {
    fn default() -> Actions {
        Actions([Action::Ignore, Action::Patch, Action::Error, Action::Error, Action::Error, Action::Error])
    }
}

impl Actions {
    /// Returns what is done about a class.
    pub fn of(&self, class: Class) -> Action {
        self.0[class as usize]
    }

    /// Returns the same with another action for a class.
    #[must_use]
    pub fn with(mut self, class: Class, action: Action) -> Actions {
        self.0[class as usize] = action;
        self
    }
}

/// Reads settings. The error says which line and what is wrong.
pub fn read(text: &str) -> Result<Config, Message> {
    // Settings for a later version may hold keys that this one does not know, so the version comes first.
    version::satisfied(text, env!("CARGO_PKG_VERSION"))?;
    let unreadable = |error: toml::de::Error| problem("error-settings").with("why", error.to_string().trim_end());
    let config: Config = toml::from_str(text).map_err(unreadable)?;
    config.gate.checked(text, &config.targets)?;
    config.checked()
}

fn problem(id: &'static str) -> Message {
    Message { id, args: vec![("file", FILE.into())] }
}

impl Config {
    fn checked(self) -> Result<Config, Message> {
        let tags = self.targets.iter().chain([&self.source]).chain(self.sources.values());
        for tag in tags {
            let Ok(locale) = tag.parse::<Locale>() else {
                return Err(problem("settings-tag").with("tag", tag.as_str()));
            };
            if locale.to_string() != *tag {
                let wrong = problem("settings-tag-form").with("tag", tag.as_str());
                return Err(wrong.with("locale", locale.to_string()));
            }
        }
        if self.targets.is_empty() {
            return Err(problem("settings-no-target"));
        }
        if self.targets.contains(&self.source) && self.sources.is_empty() {
            return Err(problem("settings-target-is-source").with("locale", self.source.as_str()));
        }
        if self.segmenter != SEGMENTER {
            let wrong = problem("settings-segmenter").with("found", self.segmenter as usize);
            return Err(wrong.with("known", SEGMENTER as usize));
        }
        for output in &self.output {
            output.checked()?;
        }
        let is_attribute =
            |entry: &String| entry.split_once('.').is_some_and(|(of, own)| !of.is_empty() && !own.is_empty());
        if let Some(entry) = self.markdown.attributes.iter().find(|entry| !is_attribute(entry)) {
            return Err(problem("settings-attribute").with("word", entry.as_str()));
        }
        for changes in &self.changes {
            changes.checked()?;
        }
        let mut names: Vec<&str> = self.output.iter().map(|output| output.name.as_str()).collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(problem("settings-name-twice").with("name", pair[0]));
        }
        Ok(self)
    }

    /// Returns how documents are read.
    pub fn options(&self) -> Options {
        Options {
            front_matter: self.markdown.front_matter.clone(),
            html: self.markdown.html,
            attributes: self.markdown.attributes.clone(),
        }
    }

    /// Returns what is done about changes of a document; `matches` says whether a glob means its path.
    pub fn actions(&self, matches: impl Fn(&str) -> bool) -> Actions {
        let wanted =
            |changes: &&Changes| changes.documents.is_empty() || changes.documents.iter().any(|it| matches(it));
        let mut actions = Actions::default();
        // The first entry counts, so it is set last.
        for changes in self.changes.iter().filter(wanted).rev() {
            for class in Class::ALL {
                actions = changes.of(class).map_or(actions, |action| actions.with(class, action));
            }
        }
        actions
    }

    /// Returns the folder name of a locale.
    pub fn folder<'c>(&'c self, locale: &'c str) -> &'c str {
        self.folders.get(locale).map_or(locale, String::as_str)
    }

    /// Returns the path of a document's catalog in a locale.
    pub fn catalog_path(&self, document: &str, locale: &str) -> String {
        format!("{}/{}/{document}.ftl", self.catalogs, self.folder(locale))
    }

    /// Returns the path of a locale's glossary.
    pub fn glossary_path(&self, locale: &str) -> String {
        format!("{}/{}/glossary.ftl", self.catalogs, self.folder(locale))
    }

    /// Returns the path of the workspace's own words for the pages of a locale.
    pub fn page_words_path(&self, locale: &str) -> String {
        format!("{}/{}/pages.ftl", self.catalogs, self.folder(locale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::template::Facts;

    /// The path of a document's page in each of some languages, the first of which is its own.
    #[track_caller]
    fn check_paths(output: &str, document: &str, locales: &[&str], expected: &[&str]) {
        let config = read(&format!("[[output]]\nname = \"a\"\n{output}")).expect("settings");
        let facts = |locale| Facts {
            path: document,
            locale,
            is_source: locale == locales[0],
            slug: Some("the-day"),
            date: Some(("2020", "11", "17")),
        };
        let paths: Vec<String> =
            locales.iter().map(|locale| config.output[0].path_of(&facts(locale), locales[0])).collect();
        assert_eq!(paths, expected);
    }

    #[test]
    fn output_paths_follow_their_template() {
        let paths = |path: &str| format!("path = \"{path}\"");
        check_paths(
            &paths("{dir}/{stem}.{locale}.md"),
            "README.md",
            &["en", "zh-CN"],
            &["README.en.md", "README.zh-CN.md"],
        );
        check_paths(&paths("{dir}/{stem}.{locale}.md"), "content/a.b.md", &["ja"], &["content/a.b.ja.md"]);
        let stripped = "strip = \"content/en\"\npath = \"content/{locale}/{path}\"";
        check_paths(stripped, "content/en/a/b.md", &["ja"], &["content/ja/a/b.md"]);
        check_paths(
            &paths("{lang_dir}/{year}/{month}/{slug}{lang_suffix}.{ext}"),
            "a/b.md",
            &["en", "zh-CN"],
            &["2020/11/the-day.md", "zh-CN/2020/11/the-day.zh-CN.md"],
        );
        check_paths(&paths("{date:%Y%m%d}/{section}/{name}"), "a/index.md", &["en"], &["20201117/a/index.md"]);
        check_paths(&paths("{section}/{slug}.md"), "a/index.md", &["en"], &["a/index.md"]);
    }

    #[test]
    fn t7_sites_have_their_trees() {
        let check = |target: &str, document: &str, expected: [&str; 3]| {
            let output = format!("target = \"{target}\"\nroot = \".\"");
            check_paths(&output, document, &["en", "zh-CN", "zh-Hant-HK"], &expected);
        };
        check(
            "hugo-dir",
            "content/en/posts/a.md",
            ["content/en/posts/a.md", "content/zh/posts/a.md", "content/zh-hk/posts/a.md"],
        );
        check(
            "hugo-file",
            "content/posts/a.md",
            ["content/posts/a.md", "content/posts/a.zh.md", "content/posts/a.zh-hk.md"],
        );
        check("vitepress", "guide/a.md", ["guide/a.md", "zh/guide/a.md", "zh-hk/guide/a.md"]);
        check(
            "docusaurus-docs",
            "docs/a.mdx",
            [
                "docs/a.mdx",
                "i18n/zh-CN/docusaurus-plugin-content-docs/current/a.mdx",
                "i18n/zh-Hant-HK/docusaurus-plugin-content-docs/current/a.mdx",
            ],
        );
        check(
            "docusaurus-blog",
            "blog/a.md",
            [
                "blog/2020-11-17-a.md",
                "i18n/zh-CN/docusaurus-plugin-content-blog/2020-11-17-a.md",
                "i18n/zh-Hant-HK/docusaurus-plugin-content-blog/2020-11-17-a.md",
            ],
        );
        check("mdbook", "src/a.md", ["en/src/a.md", "zh/src/a.md", "zh-hk/src/a.md"]);
        check(
            "starlight",
            "src/content/docs/a.md",
            ["src/content/docs/a.md", "src/content/docs/zh-cn/a.md", "src/content/docs/zh-hant-hk/a.md"],
        );
        check("mkdocs", "docs/a.md", ["docs/a.md", "docs/a.zh.md", "docs/a.zh-hk.md"]);
        check("github", "README.md", ["README.md", "README.zh-CN.md", "README.zh-Hant-HK.md"]);
    }

    #[test]
    fn t1_no_slug_leads_out_of_the_folder() {
        let config = read("[[output]]\nname = \"a\"\npath = \"out/{slug}.md\"").expect("settings");
        let facts = Facts { path: "a.md", locale: "en", is_source: true, slug: Some("../../etc/passwd"), date: None };
        assert_eq!(config.output[0].path_of(&facts, "en"), "out/-..-etc-passwd.md");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let error = |text: &str| read(text).expect_err("wrong");
        let unknown = error("sorce = \"en\"");
        assert!(format!("{:?}", unknown.args).contains("sorce"));
        assert_eq!(error("targets = [\"en\"]").id, "settings-target-is-source");
        assert_eq!(error("targets = [\"zh_CN\"]").id, "settings-tag-form");
        assert_eq!(error("[[output]]\nname = \"a\"\npath = \"{x}\"").id, "settings-placeholder");
    }

    #[test]
    fn what_changes_the_sense_is_never_ignored() {
        let allowed = |line: &str| read(&format!("[[changes]]\n{line}")).map(|_| ()).map_err(|error| error.id);
        for line in ["wording = \"ignore\"", "link = \"ignore\"", "fact = \"patch\"", "rewrite = \"info\""] {
            assert_eq!(allowed(line), Ok(()), "{line}");
        }
        for class in ["fact", "polarity", "rewrite"] {
            assert_eq!(allowed(&format!("{class} = \"ignore\"")), Err("settings-change"));
        }
        for line in ["polarity = \"patch\"", "wording = \"patch\"", "form = \"error\""] {
            assert_eq!(allowed(line), Err("settings-change"), "{line}");
        }
        assert_eq!(allowed("other = \"error\""), Err("error-settings"));
    }

    #[test]
    fn the_first_entry_that_names_a_class_counts() {
        let text = "[[changes]]\ndocuments = [\"old\"]\nwording = \"ignore\"\n[[changes]]\nwording = \"info\"\nfact = \"warning\"\n";
        let config = read(text).expect("settings");
        let of = |path: &str, class| config.actions(|glob| glob == path).of(class);
        assert_eq!((of("old", Class::Wording), of("old", Class::Fact)), (Action::Ignore, Action::Warning));
        assert_eq!((of("new", Class::Wording), of("new", Class::Polarity)), (Action::Info, Action::Error));
        assert_eq!((of("new", Class::Link), of("new", Class::Form)), (Action::Patch, Action::Ignore));
    }
}
