//! What an article has to know of the disk: the sizes and kinds of its pictures, and where they were uploaded to.

use std::collections::BTreeMap;

use crate::config::output::Limits;
use crate::finding::Message;
use crate::project::disk::Root;
use crate::project::outputs::Planned;
use crate::project::workspace::{Error, bad_settings};
use crate::publish::wechat::{self, Article, ImageFile};
use crate::publish::{self, Marks, Page};

/// So many bytes tell what a picture is.
const START: u64 = 256;

/// Returns what a page's article is told; `words` are those of the source and of the target language.
pub(super) fn article(
    root: &Root,
    planned: &Planned<'_>,
    page: &Page<'_>,
    (document, path): (&str, &str),
    words: (&Marks, &Marks),
) -> Result<Article, Error> {
    let Some(images) = planned.format.images(page) else { return Ok(Article::default()) };
    let output = planned.output;
    let images = images.into_iter().map(|destination| {
        let file = file(root, document, path, &destination);
        (destination, file)
    });
    Ok(Article {
        author: output.author.clone(),
        source_url: output
            .source_url
            .as_deref()
            .map(|url| source_url(url, &output.name, page, document))
            .transpose()?,
        limits: match output.limits {
            Limits::Paste => wechat::Limits::Paste,
            Limits::Api => wechat::Limits::Api,
        },
        uploads: output.image_map.as_deref().map(|map| uploads(root, map)).transpose()?,
        images: images.filter_map(|(destination, file)| Some((destination, file?))).collect(),
        words: (words.0.article.clone(), words.1.article.clone()),
    })
}

/// Returns where the original of a document stands on the web.
fn source_url(template: &str, output: &str, page: &Page<'_>, document: &str) -> Result<String, Error> {
    let (dir, name) = document.rsplit_once('/').unwrap_or(("", document));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let values = [
        ("path", document),
        ("dir", dir),
        ("name", name),
        ("stem", stem),
        ("slug", &page.key),
        ("locale", page.locale),
    ];
    let mut url = String::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let (word, behind) = behind.split_once('}').unwrap_or((behind, ""));
        let Some((_, value)) = values.iter().find(|(known, _)| *known == word) else {
            let message = bad_settings("settings-source-url").with("name", output).with("word", format!("{{{word}}}"));
            return Err(Error::Message(message));
        };
        url.push_str(before);
        url.push_str(&escaped(value));
        rest = behind;
    }
    Ok(url + rest)
}

/// Reads the file that says where pictures were uploaded to: an object, from paths to addresses.
fn uploads(root: &Root, path: &str) -> Result<BTreeMap<String, String>, Error> {
    let wrong = |id, problem: String| Error::Message(Message::new(id).with("path", path).with("problem", problem));
    let text = root.read(path)?.ok_or_else(|| wrong("error-image-map-missing", String::new()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    serde_json::from_str(text).map_err(|error| wrong("error-image-map", error.to_string()))
}

/// Returns what is known of the file that a picture of a document names; `None` where it names none.
fn file(root: &Root, document: &str, page: &str, destination: &str) -> Option<ImageFile> {
    if destination.starts_with("//") || destination.split(['/', '?', '#']).next()?.contains(':') {
        return None;
    }
    let plain = destination.split(['?', '#']).next().unwrap_or_default();
    let path = resolved(document, &unescaped(plain));
    // What leads out of the workspace, or cannot be read, is no file of ours.
    let start = path.as_deref().and_then(|path| root.read_start(path, START).ok().flatten());
    let path = path.unwrap_or_else(|| destination.to_owned());
    let (kind, bytes) = start.map_or(("", None), |(start, bytes)| (kind(&start), Some(bytes)));
    let src = if bytes.is_some() { escaped(&relative(page, &path)) } else { destination.to_owned() };
    Some(ImageFile { path, src, bytes, kind })
}

/// Returns the path in the workspace that a path in a document stands for; one with `/` in front begins at the top.
fn resolved(document: &str, destination: &str) -> Option<String> {
    let from = if destination.starts_with('/') { "" } else { publish::folder(document) };
    publish::resolved(from, destination)
}

/// Returns how a file is reached from another one.
fn relative(from: &str, to: &str) -> String {
    publish::relative(publish::folder(from), to)
}

/// Undoes percent escapes; what is none stays.
fn unescaped(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let hex = behind.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        let hex = hex.filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

fn escaped(path: &str) -> String {
    let mut out = String::new();
    for ch in path.chars() {
        match ch {
            ' ' | '%' | '?' | '#' | '"' | '<' | '>' => out.push_str(&format!("%{:02X}", ch as u32)),
            ch => out.push(ch),
        }
    }
    out
}

/// Returns what a picture is by its first bytes; nothing where that is not known.
fn kind(start: &[u8]) -> &'static str {
    match start {
        [0xFF, 0xD8, 0xFF, ..] => "jpg",
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => "png",
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => "gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "webp",
        [b'B', b'M', ..] => "bmp",
        start if start.windows(4).any(|bytes| bytes == b"<svg") => "svg",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_document() {
        assert_eq!(resolved("content/a.md", "img/b.png").as_deref(), Some("content/img/b.png"));
        assert_eq!(resolved("content/a.md", "../b.png").as_deref(), Some("b.png"));
        assert_eq!(resolved("content/a.md", "/b.png").as_deref(), Some("b.png"));
        assert_eq!(resolved("a.md", "../../etc/passwd"), None);
        assert_eq!(unescaped("%E5%9B%BE%20a%zz.png"), "图 a%zz.png");
    }

    #[test]
    fn pages_reach_files_in_other_folders() {
        assert_eq!(relative("out/wechat/a.html", "content/img/b.png"), "../../content/img/b.png");
        assert_eq!(relative("content/a.html", "content/img/b.png"), "img/b.png");
        assert_eq!(relative("a.html", "b.png"), "b.png");
    }

    #[test]
    fn kinds_are_told_by_bytes() {
        assert_eq!(kind(b"\xFF\xD8\xFF\xE0"), "jpg");
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n...."), "png");
        assert_eq!(kind(b"GIF89a"), "gif");
        assert_eq!(kind(b"RIFF....WEBPVP8 "), "webp");
        assert_eq!(kind(b"<?xml?><svg>"), "svg");
        assert_eq!(kind(b"<html>"), "");
    }
}
