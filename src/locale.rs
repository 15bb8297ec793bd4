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

/// The two ways to write Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HanScript {
    /// As in the mainland and in Singapore.
    Simplified,
    /// As in Taiwan, Hong Kong and Macao.
    Traditional,
}

/// Returns how Chinese is written in a locale; `None` where its language is another.
pub fn han_script(tag: &str) -> Option<HanScript> {
    let mut parts = tag.split(['-', '_', '.', '@']);
    if !parts.next()?.eq_ignore_ascii_case("zh") {
        return None;
    }
    // The script is written before the region and says more.
    for part in parts {
        if ["hant", "tw", "hk", "mo"].iter().any(|own| part.eq_ignore_ascii_case(own)) {
            return Some(HanScript::Traditional);
        }
        if part.eq_ignore_ascii_case("hans") {
            break;
        }
    }
    Some(HanScript::Simplified)
}

/// Returns the best of `available` for what the reader wants, or the first available.
pub fn negotiate(wanted: &[Locale], available: &[Locale]) -> Option<Locale> {
    let wanted: Vec<_> = wanted.iter().map(|locale| locale.tag.clone()).collect();
    let tags: Vec<_> = available.iter().map(|locale| locale.tag.clone()).collect();
    let best = fluent_langneg::negotiate_languages(&wanted, &tags, None, fluent_langneg::NegotiationStrategy::Lookup);
    best.first().map(|tag| Locale { tag: (**tag).clone() }).or_else(|| available.first().cloned())
}

/// Returns the one of `available` in which a text for `wanted` can be: the same language in the same script, and
/// the same region where both name one. `zh-CN` and `zh-Hans` are one, `zh-CN` and `zh-Hant` are not.
pub fn nearest<'t>(wanted: &str, available: &[&'t str]) -> Option<&'t str> {
    let wanted: Locale = wanted.parse().ok()?;
    let rank = |tag: &&'t str| {
        let own: Locale = tag.parse().ok().filter(|own: &Locale| own.speaks_as(&wanted))?;
        let rank = match (own.tag.region, wanted.tag.region) {
            (own, wanted) if own == wanted => 0,
            (None, _) => 1,
            (_, None) => 2,
            _ => return None,
        };
        Some((rank, *tag))
    };
    available.iter().filter_map(rank).min_by_key(|(rank, _)| *rank).map(|(_, tag)| tag)
}

impl Locale {
    fn speaks_as(&self, other: &Locale) -> bool {
        self.tag.language == other.tag.language && self.script() == other.script()
    }

    /// The script, for Chinese also where the tag does not name it.
    fn script(&self) -> Option<&str> {
        let own = self.tag.script.as_ref().map(|script| script.as_str());
        own.or_else(|| match (self.language(), self.tag.region.as_ref().map(|region| region.as_str())) {
            ("zh", Some("TW" | "HK" | "MO")) => Some("Hant"),
            ("zh", _) => Some("Hans"),
            _ => None,
        })
    }
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

    #[test]
    fn the_script_says_more_than_the_region() {
        let check = |tags: &[&str], script| tags.iter().for_each(|tag| assert_eq!(han_script(tag), script, "{tag}"));
        check(&["zh", "zh-CN", "zh-Hans", "zh-Hans-HK", "zh-SG", "zh_CN.UTF-8"], Some(HanScript::Simplified));
        check(&["zh-TW", "zh-HK", "zh-Hant", "zh-Hant-CN", "zh_TW"], Some(HanScript::Traditional));
        check(&["en", "ja", "yue", ""], None);
    }

    #[test]
    fn chinese_is_told_apart_by_its_script() {
        let columns = ["en", "zh-Hant-HK", "zh-Hans", "note"];
        assert_eq!(nearest("zh-CN", &columns), Some("zh-Hans"));
        assert_eq!(nearest("zh-HK", &columns), Some("zh-Hant-HK"));
        assert_eq!(nearest("zh-TW", &columns), None);
        assert_eq!(nearest("en-GB", &columns), Some("en"));
        assert_eq!(nearest("zh", &["zh-TW", "zh-CN"]), Some("zh-CN"));
        assert_eq!(nearest("ja", &columns), None);
    }
}
