//! Locales: a thin layer over `unic-langid`, with the few facts about a language that we use.

use std::fmt;
use std::str::FromStr;

use unic_langid::LanguageIdentifier;

/// A language tag (BCP 47), such as `en` or `zh-CN`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Locale {
    tag: LanguageIdentifier,
}

impl Locale {
    /// Returns the primary language, such as `zh`.
    pub fn language(&self) -> &str {
        self.tag.language.as_str()
    }

    /// Returns the language identifier for libraries that want one.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.tag
    }

    /// Returns whether text in this language is written without spaces between words.
    pub fn is_wide(&self) -> bool {
        matches!(self.language(), "zh" | "ja" | "yue")
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tag.fmt(f)
    }
}

impl FromStr for Locale {
    type Err = String;

    /// Parses a tag; POSIX forms such as `zh_CN.UTF-8` are understood.
    fn from_str(tag: &str) -> Result<Locale, String> {
        let plain = tag.split(['.', '@']).next().unwrap_or(tag);
        match plain.parse() {
            Ok(tag) if plain != "und" && !plain.is_empty() => Ok(Locale { tag }),
            _ => Err(format!("`{tag}` is not a language tag")),
        }
    }
}

/// Returns the best of `available` for what the reader wants, or the first available.
pub fn negotiate(wanted: &[Locale], available: &[Locale]) -> Option<Locale> {
    let wanted: Vec<_> = wanted.iter().map(|locale| locale.tag.clone()).collect();
    let tags: Vec<_> = available.iter().map(|locale| locale.tag.clone()).collect();
    let best = fluent_langneg::negotiate_languages(&wanted, &tags, None, fluent_langneg::NegotiationStrategy::Lookup);
    best.first().map(|tag| Locale { tag: (**tag).clone() }).or_else(|| available.first().cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posix_names_and_chinese_variants_negotiate() {
        let locale = |tag: &str| tag.parse::<Locale>().expect("a tag");
        let ours = [locale("en"), locale("zh-CN")];
        assert_eq!(negotiate(&[locale("zh_CN.UTF-8")], &ours), Some(locale("zh-CN")));
        assert_eq!(negotiate(&[locale("zh-Hans-CN")], &ours), Some(locale("zh-CN")));
        assert_eq!(negotiate(&[locale("fr")], &ours), Some(locale("en")));
        assert!("C".parse::<Locale>().is_err());
    }
}
