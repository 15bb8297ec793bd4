//! What a page says about itself to browsers and search engines: language tags, addresses, Open Graph, JSON-LD.
//!
//! Whatever needs an address is there if the output has a `base-url`, and is absolute (rule O2).

use serde_json::{Map, Value, json};

use crate::locale::{HanScript, han_script};
use crate::publish::Page;
use crate::publish::html::Title;

/// Regions of languages that are written without one, for `og:locale`.
const REGIONS: &[(&str, &str)] = &[
    ("en", "US"),
    ("ja", "JP"),
    ("ko", "KR"),
    ("pt", "BR"),
    ("sv", "SE"),
    ("da", "DK"),
    ("uk", "UA"),
    ("cs", "CZ"),
    ("vi", "VN"),
    ("hi", "IN"),
    ("ar", "SA"),
];

/// Returns the language tag of HTML for a locale: Chinese says its script, so that the right fonts are taken.
pub(super) fn tag(locale: &str) -> String {
    let Some(script) = han_script(locale) else { return locale.replace('_', "-") };
    let parts: Vec<&str> = locale.split(['-', '_']).skip(1).collect();
    let script = match script {
        HanScript::Simplified => "Hans",
        HanScript::Traditional => "Hant",
    };
    let rest = parts.iter().filter(|part| part.len() != 4).map(|part| format!("-{}", part.to_ascii_uppercase()));
    format!("zh-{script}{}", rest.collect::<String>())
}

/// Returns short names for two languages, as `?lang=` takes them: `en` and `zh`, or the tags where these are equal.
pub(super) fn keys(source: &str, target: &str) -> (String, String) {
    let language = |locale: &str| locale.split(['-', '_']).next().unwrap_or(locale).to_ascii_lowercase();
    let (one, other) = (language(source), language(target));
    if one != other { (one, other) } else { (source.to_ascii_lowercase(), target.to_ascii_lowercase()) }
}

/// Returns a locale as Open Graph writes it.
fn graph_locale(tag: &str) -> Option<String> {
    let mut parts = tag.split('-');
    let language = parts.next()?.to_ascii_lowercase();
    let region = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
    let region = region.unwrap_or_else(|| match han_script(tag) {
        Some(HanScript::Simplified) => "CN".to_owned(),
        Some(HanScript::Traditional) => "TW".to_owned(),
        None => {
            let known = REGIONS.iter().find(|(own, _)| *own == language);
            known.map_or_else(|| language.to_ascii_uppercase(), |(_, region)| (*region).to_owned())
        }
    });
    (language.len() == 2).then(|| format!("{language}_{region}"))
}

/// Returns the address of a path below the base.
fn address(base: &str, path: &str) -> String {
    let mut out = base.trim_end_matches('/').to_owned();
    out.push('/');
    for byte in path.trim_start_matches('/').bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// What stands in the head of a page that has an address.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) canonical: Option<String>,
    /// Language and address of every page that says the same, and `x-default`.
    pub(super) alternates: Vec<(String, String)>,
    /// Properties of Open Graph.
    pub(super) graph: Vec<(&'static str, String)>,
    /// JSON that may stand in a `<script>`.
    pub(super) json: Option<String>,
}

/// Returns what a page says about itself; `languages` are its tags, that of the page first.
pub(super) fn head(page: &Page<'_>, languages: &[&str], title: &Title) -> Head {
    let web = &page.style.web;
    let Some(base) = &web.base_url else { return Head::default() };
    let canonical = address(base, &web.path);
    let mut alternates: Vec<(String, String)> = Vec::new();
    if web.siblings.len() > 1 {
        alternates.extend(web.siblings.iter().map(|(locale, path)| (tag(locale), address(base, path))));
        alternates.extend(web.siblings.first().map(|(_, path)| ("x-default".to_owned(), address(base, path))));
    }
    let mut graph =
        vec![("og:type", "article".to_owned()), ("og:url", canonical.clone()), ("og:title", title.own.clone())];
    graph.extend(title.description.clone().map(|text| ("og:description", text)));
    let mut locales = languages.iter().filter_map(|tag| graph_locale(tag));
    graph.extend(locales.next().map(|own| ("og:locale", own)));
    graph.extend(locales.map(|other| ("og:locale:alternate", other)));
    let image = title.image.as_ref().and_then(|image| absolute(&canonical, base, image));
    graph.extend(image.clone().map(|image| ("og:image", image)));
    graph.extend(title.date.clone().map(|date| ("article:published_time", date)));
    let json = article(&canonical, languages, title, image);
    Head { canonical: Some(canonical), alternates, graph, json: Some(json) }
}

/// Returns an address that a page names, from the root of the web; `None` for one that leads nowhere.
fn absolute(page: &str, base: &str, written: &str) -> Option<String> {
    use crate::publish::html::raw::{Address, address as read};
    match read(written) {
        Address::Far(to) if to.starts_with("http") => Some(to),
        Address::Near(to) => {
            let host = base.find("://").map_or(0, |at| at + 3);
            let host = base[host..].find('/').map_or(base.len(), |at| host + at);
            if to.starts_with('/') {
                return Some(address(&base[..host], &to));
            }
            let mut folders: Vec<&str> = page[host..].split('/').skip(1).collect();
            folders.pop();
            let mut folders: Vec<String> = folders.into_iter().map(str::to_owned).collect();
            for part in to.split('/') {
                match part {
                    "." | "" => {}
                    ".." => drop(folders.pop()),
                    // What the page names is an address already: its percent signs stay.
                    part => folders.push(address("", part).split_off(1).replace("%25", "%")),
                }
            }
            Some(format!("{}/{}", &base[..host], folders.join("/")))
        }
        _ => None,
    }
}

/// The page as an article of schema.org.
fn article(address: &str, languages: &[&str], title: &Title, image: Option<String>) -> String {
    let mut article = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            article.insert(name.to_owned(), value);
        }
    };
    put("@context", Some(json!("https://schema.org")));
    put("@type", Some(json!("Article")));
    put("headline", Some(json!(title.own)));
    put("alternativeHeadline", title.other.as_ref().map(|other| json!(other)));
    put("description", title.description.as_ref().map(|text| json!(text)));
    put("datePublished", title.date.as_ref().map(|date| json!(date)));
    put("image", image.map(Value::String));
    put("inLanguage", Some(if let [only] = languages { json!(only) } else { json!(languages) }));
    put("url", Some(json!(address)));
    put("mainEntityOfPage", Some(json!(address)));
    // A `</script>` in a title would end the element.
    Value::Object(article).to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_says_its_script() {
        for (locale, expected) in [
            ("zh-CN", "zh-Hans-CN"),
            ("zh", "zh-Hans"),
            ("zh-Hans", "zh-Hans"),
            ("zh-HK", "zh-Hant-HK"),
            ("zh-Hant-HK", "zh-Hant-HK"),
            ("zh_tw", "zh-Hant-TW"),
            ("en-GB", "en-GB"),
        ] {
            assert_eq!(tag(locale), expected);
        }
    }

    #[test]
    fn o3_locales_of_open_graph_have_a_region() {
        for (tag, expected) in [("zh-Hans-CN", "zh_CN"), ("zh-Hant-HK", "zh_HK"), ("en", "en_US"), ("de", "de_DE")] {
            assert_eq!(graph_locale(tag).as_deref(), Some(expected));
        }
        assert_eq!(graph_locale("yue"), None);
    }

    #[test]
    fn two_kinds_of_chinese_have_keys_of_their_own() {
        assert_eq!(keys("en", "zh-CN"), ("en".to_owned(), "zh".to_owned()));
        assert_eq!(keys("zh-CN", "zh-HK"), ("zh-cn".to_owned(), "zh-hk".to_owned()));
    }

    #[test]
    fn o2_an_image_is_found_from_the_page() {
        let of = |image: &str| absolute("https://a.example/x/b/c.html", "https://a.example/x/", image);
        assert_eq!(of("img/照.png").as_deref(), Some("https://a.example/x/b/img/%E7%85%A7.png"));
        assert_eq!(of("../g.png").as_deref(), Some("https://a.example/x/g.png"));
        assert_eq!(of("/g.png").as_deref(), Some("https://a.example/g.png"));
        assert_eq!(of("https://b.example/g.png").as_deref(), Some("https://b.example/g.png"));
        assert_eq!(of("javascript:1"), None);
    }
}
