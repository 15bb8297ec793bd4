//! Path templates: where the page of a document goes.
//!
//! `{lang_dir}` and `{lang_suffix}` are empty for the source language, so that one template names both files of a site
//! whose first language lies in the root.

use crate::config::sites::Tags;

/// What fills a template.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'f> {
    /// The path of the document, what `strip` names already taken off.
    pub path: &'f str,
    /// The language of the page.
    pub locale: &'f str,
    /// Whether that is the language of the document.
    pub is_source: bool,
    /// The slug of its front matter; the stem of its name where there is none.
    pub slug: Option<&'f str>,
    /// The date of its front matter: year, month, day.
    pub date: Option<(&'f str, &'f str, &'f str)>,
}

/// The words that a template may have in braces; `{date:…}` is another.
const WORDS: &[&str] = &[
    "path",
    "dir",
    "section",
    "stem",
    "name",
    "ext",
    "locale",
    "lang",
    "lang_dir",
    "lang_suffix",
    "slug",
    "date",
    "year",
    "month",
];

/// What begins the word for a date in a form of its own: `{date:%Y-%m-%d}`.
const DATE: &str = "date:";

/// A piece of a template: words as they are, or what stands in braces.
enum Piece<'t> {
    Text(&'t str),
    Word(&'t str),
}

fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        pieces.push(Piece::Text(&rest[..open]));
        let close = rest[open..].find('}').map_or(rest.len(), |at| open + at);
        pieces.push(Piece::Word(&rest[open + 1..close]));
        rest = rest.get(close + 1..).unwrap_or_default();
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// Returns the first word of a template that means nothing.
pub(super) fn unknown(template: &str) -> Option<&str> {
    pieces(template).into_iter().find_map(|piece| match piece {
        Piece::Word(word) if !WORDS.contains(&word) && !is_date(word) => Some(word),
        _ => None,
    })
}

fn is_date(word: &str) -> bool {
    let Some(form) = word.strip_prefix(DATE) else { return false };
    let left = ["%Y", "%m", "%d"].iter().fold(form.to_owned(), |form, part| form.replace(part, ""));
    left.len() < form.len() && !left.contains(['%', '/', '\\'])
}

/// Returns whether the page's place depends on the front matter of its document.
pub(super) fn reads_front_matter(template: &str) -> bool {
    let of_content = |word: &str| matches!(word, "slug" | "date" | "year" | "month") || word.starts_with(DATE);
    pieces(template).iter().any(|piece| matches!(piece, Piece::Word(word) if of_content(word)))
}

/// Returns a template filled in. A word that needs a date where the document has none says `undated`.
pub(super) fn filled(template: &str, facts: &Facts<'_>, tags: &Tags) -> String {
    let (dir, name) = facts.path.rsplit_once('/').unwrap_or(("", facts.path));
    let (stem, ext) = name.rsplit_once('.').unwrap_or((name, ""));
    let lang = tags.of(facts.locale);
    let mut out = String::new();
    for piece in pieces(template) {
        let word = match piece {
            Piece::Text(text) => {
                out.push_str(text);
                continue;
            }
            Piece::Word(word) => word,
        };
        let (year, month, day) = facts.date.unwrap_or(("undated", "undated", "undated"));
        match word {
            "path" => out.push_str(facts.path),
            "dir" | "section" => out.push_str(dir),
            "stem" => out.push_str(stem),
            "name" => out.push_str(name),
            "ext" => out.push_str(ext),
            "locale" => out.push_str(facts.locale),
            "lang" => out.push_str(&lang),
            "lang_dir" if facts.is_source => {}
            "lang_dir" => out.push_str(&lang),
            "lang_suffix" if facts.is_source => {}
            "lang_suffix" => {
                out.push('.');
                out.push_str(&lang);
            }
            // The name of a bundle's page says what it is; its slug would hide that.
            "slug" if matches!(stem, "index" | "_index") => out.push_str(stem),
            "slug" => out.push_str(&facts.slug.map_or_else(|| stem.to_owned(), as_name)),
            "year" => out.push_str(year),
            "month" => out.push_str(month),
            "date" if facts.date.is_none() => out.push_str("undated"),
            "date" => out.push_str(&format!("{year}-{month}-{day}")),
            _ if facts.date.is_none() => out.push_str("undated"),
            _ => {
                let form = word.strip_prefix(DATE).unwrap_or_default();
                out.push_str(&form.replace("%Y", year).replace("%m", month).replace("%d", day));
            }
        }
    }
    let mut path = out;
    while path.contains("//") {
        path = path.replace("//", "/");
    }
    path.trim_start_matches('/').to_owned()
}

/// Rule T1: a slug is a name, never a way out of the folder.
fn as_name(slug: &str) -> String {
    let name: String = slug.chars().map(|ch| if matches!(ch, '/' | '\\') { '-' } else { ch }).collect();
    name.trim_start_matches('.').to_owned()
}
