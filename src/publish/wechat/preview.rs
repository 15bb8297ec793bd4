//! A page to look at an article as a phone shows it, and to copy it from.

use crate::publish::Page;
use crate::publish::wechat::allowed::FRAGMENT_CHARS;
use crate::publish::wechat::article::filled;
use crate::publish::wechat::facts::Facts;
use crate::publish::wechat::inline::push_attribute;

const TEMPLATE: &str = include_str!("preview.html");

/// Returns the page around a fragment.
pub(super) fn preview(page: &Page<'_>, facts: &Facts, fragment: &str) -> String {
    let article = &page.style.article;
    let escaped = |text: &str| {
        let mut out = String::new();
        push_attribute(&mut out, text);
        out
    };
    let word = |id| escaped(article.word(id));
    let (count, most) = (fragment.chars().count().to_string(), FRAGMENT_CHARS.to_string());
    let length = filled(article.word("page-length"), &[("count", &count), ("most", &most)]);
    filled(
        TEMPLATE,
        &[
            ("LANG", &escaped(page.locale)),
            ("TITLE", &escaped(&facts.title)),
            ("AUTHOR", &escaped(&facts.author)),
            ("DIGEST", &escaped(&facts.digest)),
            ("DIGEST-WORD", &word("page-digest")),
            ("PREVIEW", &word("page-preview")),
            ("COPY", &word("page-copy")),
            ("COPIED", &word("page-copied")),
            ("BY-HAND", &word("page-copy-by-hand")),
            ("LENGTH", &escaped(&length)),
            ("FRAGMENT", fragment.trim_end()),
        ],
    )
}
