//! The last line of a built file: what it was built from, and a hash that shows whether somebody
//! edited it since.

use std::borrow::Cow;

use crate::text::fingerprint;

/// What a file on disk is to `build`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// Built by us and not touched since.
    Ours,
    /// Built by us, then edited.
    Edited,
    /// Not built by us.
    Foreign,
}

const START: &str = "duizhao: built from ";

/// How a comment opens and closes.
struct Comment(&'static str, &'static str);

const HTML: Comment = Comment("<!-- ", " -->");
/// MDX knows no comments of HTML.
const JSX: Comment = Comment("{/* ", " */}");

/// Returns `text` with the marker behind it, a blank line between.
///
/// The hash does not see how lines end: git may change that when it checks files out.
pub fn marked(text: &str, path: &str, locale: &str) -> String {
    with_comment(text, path, locale, &HTML)
}

/// Like [`marked`], for MDX.
pub fn marked_jsx(text: &str, path: &str, locale: &str) -> String {
    with_comment(text, path, locale, &JSX)
}

fn with_comment(text: &str, path: &str, locale: &str, Comment(open, close): &Comment) -> String {
    let hash = fingerprint(&unix(text)).hex(12);
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = match unix(text) {
        text if text.is_empty() || text.ends_with("\n\n") => String::new(),
        text if text.ends_with('\n') => end.to_owned(),
        _ => end.repeat(2),
    };
    // `-->` in a path would end the comment early, a line break would end its line.
    let path = path.replace("--", "%2D%2D").replace("*/", "*%2F").replace(['\n', '\r'], "%0A");
    format!("{text}{gap}{open}{START}{path} ({locale}); do not edit; {hash}{close}{end}")
}

/// Returns what a file is.
pub fn mark_of(text: &str) -> Marked {
    let text = unix(text);
    let found = [HTML, JSX].into_iter().find_map(|comment| {
        let at = text.rfind(&format!("{}{START}", comment.0))?;
        Some((at, comment.1))
    });
    let Some((at, close)) = found else { return Marked::Foreign };
    let line = text[at..].trim_end();
    let Some(hash) = line.strip_suffix(close).and_then(|line| line.rsplit(' ').next()) else {
        return Marked::Edited;
    };
    // The blank line before the marker is ours as well; try each length it can have.
    let bodies = ["\n\n", "\n", ""].into_iter().filter_map(|gap| text[..at].strip_suffix(gap));
    let ours = bodies.into_iter().any(|body| fingerprint(body).hex(12) == hash);
    if ours { Marked::Ours } else { Marked::Edited }
}

/// Returns whether two files differ in no more than how their lines end.
pub fn same_lines(one: &str, other: &str) -> bool {
    unix(one) == unix(other)
}

fn unix(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_file_is_known_until_it_is_edited() {
        for text in ["# 你好\n", "", "无换行", "x\n\n", "# 你好\r\n\r\n好\r\n"] {
            let built = marked(text, "content/a--b.md", "zh-CN");
            assert!(built.starts_with(text));
            assert_eq!(mark_of(&built), Marked::Ours, "{built:?}");
            assert_eq!(mark_of(&built.replace("\r\n", "\n").replace('\n', "\r\n")), Marked::Ours, "{built:?}");
            assert_eq!(mark_of(&format!("多{built}")), Marked::Edited);
        }
        assert_eq!(mark_of("# 自己写的\n"), Marked::Foreign);
        assert!(!marked("a\r\n", "a.md", "zh-CN").replace("\r\n", "").contains('\n'));
    }
}
