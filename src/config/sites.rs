//! What the generators of sites expect: where the pages of each language lie, what renders them, how they call a
//! language. One record a target.

use std::collections::BTreeMap;

/// A tree that a generator of sites reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Site {
    /// Its name in duizhao.toml.
    pub name: &'static str,
    /// Where the page in the language of the document lies.
    pub source: &'static str,
    /// Where a page in another language lies.
    pub target: &'static str,
    /// What renders its pages.
    pub dialect: &'static str,
    /// How it calls a language.
    pub naming: Naming,
    /// The folders that its documents usually lie in, longest first.
    pub strip: &'static [&'static str],
}

/// How a generator calls a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// By its tag: `zh-CN`.
    Tag,
    /// By its tag in small letters: `zh-cn`.
    Small,
    /// By its first part where that says it all: `zh` for Chinese of the mainland, `zh-hk` for Hong Kong's.
    Short,
}

const fn site(
    name: &'static str,
    [source, target]: [&'static str; 2],
    dialect: &'static str,
    naming: Naming,
    strip: &'static [&'static str],
) -> Site {
    Site { name, source, target, dialect, naming, strip }
}

const BY_LANGUAGE: &[&str] = &["content/{source}", "content"];

/// Every target.
pub static SITES: &[Site] = &[
    site("hugo-dir", ["content/{lang}/{section}/{name}"; 2], "hugo", Naming::Short, BY_LANGUAGE),
    site(
        "hugo-file",
        ["content/{section}/{name}", "content/{section}/{stem}{lang_suffix}.{ext}"],
        "hugo",
        Naming::Short,
        BY_LANGUAGE,
    ),
    site("vitepress", ["{lang_dir}/{section}/{name}"; 2], "vitepress", Naming::Short, &["docs", "content"]),
    site(
        "docusaurus-docs",
        ["docs/{section}/{name}", "i18n/{lang}/docusaurus-plugin-content-docs/current/{section}/{name}"],
        "docusaurus",
        Naming::Tag,
        &["docs", "content"],
    ),
    site(
        "docusaurus-blog",
        ["blog/{date}-{name}", "i18n/{lang}/docusaurus-plugin-content-blog/{date}-{name}"],
        "docusaurus",
        Naming::Tag,
        &["blog", "content"],
    ),
    site("mdbook", ["{lang}/src/{section}/{name}"; 2], "mdbook", Naming::Short, &["{source}/src", "src", "content"]),
    site(
        "starlight",
        ["src/content/docs/{section}/{name}", "src/content/docs/{lang}/{section}/{name}"],
        "starlight",
        Naming::Small,
        &["src/content/docs", "content"],
    ),
    site(
        "mkdocs",
        ["docs/{section}/{name}", "docs/{section}/{stem}{lang_suffix}.{ext}"],
        "gfm",
        Naming::Short,
        &["docs", "content"],
    ),
    site("github", ["{path}", "{section}/{stem}{lang_suffix}.{ext}"], "gfm", Naming::Tag, &[]),
];

/// Returns the target with a name.
pub fn site_named(name: &str) -> Option<&'static Site> {
    SITES.iter().find(|site| site.name == name)
}

/// How languages are called on a site.
#[derive(Debug, Clone)]
pub struct Tags<'t> {
    /// What the settings say.
    pub own: &'t BTreeMap<String, String>,
    /// What the generator expects.
    pub naming: Naming,
}

impl Tags<'_> {
    /// Returns what a language is called.
    pub fn of(&self, locale: &str) -> String {
        if let Some(own) = self.own.get(locale) {
            return own.clone();
        }
        match self.naming {
            Naming::Tag => locale.to_owned(),
            Naming::Small => locale.to_lowercase(),
            Naming::Short => short(locale),
        }
    }
}

/// `zh-CN` and `zh-Hans` are `zh`; `zh-Hant-HK` is `zh-hk`; a region elsewhere tells two variants apart and stays.
fn short(locale: &str) -> String {
    let parts: Vec<&str> = locale.split('-').collect();
    match parts.as_slice() {
        ["zh", "CN" | "Hans"] | ["zh", "Hans", "CN"] => "zh".to_owned(),
        [language, script, region] if script.len() == 4 => format!("{language}-{region}").to_lowercase(),
        _ => locale.to_lowercase(),
    }
}
