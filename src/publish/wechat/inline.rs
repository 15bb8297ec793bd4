//! Words of an article: raw HTML resolved, links with numbers in place of their addresses, pictures.

use crate::markdown::tree::{Inline, words};
use crate::publish::wechat::allowed::{IMAGE_BYTES, IMAGE_HOST, IMAGE_KINDS, LINK_HOST};
use crate::publish::wechat::article::{Article, filled};
use crate::publish::wechat::html::{self, Piece};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target<'u> {
    /// To an article: the one kind of link that works.
    Article,
    /// Out of WeChat, to this address as it is shown.
    Outside(&'u str),
    /// To a place on the same page.
    Within,
    /// To a file, or to nothing a reader can open.
    Lost,
}

/// Returns where an address leads.
pub(super) fn target(url: &str) -> Target<'_> {
    let url = url.trim();
    if url.starts_with('#') {
        return Target::Within;
    }
    match scheme(url).as_deref() {
        Some("http" | "https") if is_on(url, LINK_HOST) => Target::Article,
        Some("http" | "https" | "ftp" | "ftps") => Target::Outside(url),
        Some("mailto" | "tel") => Target::Outside(url.split_once(':').map_or(url, |(_, rest)| rest)),
        None if url.starts_with("//") => Target::Outside(url),
        _ => Target::Lost,
    }
}

/// Returns what stands before the colon of an address, in lower case.
pub(super) fn scheme(url: &str) -> Option<String> {
    let (scheme, _) = url.split_once(':')?;
    let is_scheme = scheme.starts_with(|ch: char| ch.is_ascii_alphabetic())
        && scheme.chars().all(|ch| ch.is_ascii_alphanumeric() || "+-.".contains(ch));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// Whether an address leads to a host; one with a user or a port in it does not.
fn is_on(url: &str, host: &str) -> bool {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    rest[..end].eq_ignore_ascii_case(host)
}

/// Returns whether a link shows its own address, so that a number for it would say nothing.
pub(super) fn shows_itself(shown: &str, inner: &[Inline]) -> bool {
    let plain = |url: &str| url.trim().trim_end_matches('/').to_owned();
    plain(&words(inner)) == plain(shown)
}

/// What a picture is to WeChat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// It lies where pictures of articles must.
    Uploaded,
    /// A file that can be uploaded.
    Local,
    /// There is a map, and it is not in it.
    Unmapped,
    /// The map leads to another host.
    WrongHost,
    /// A picture of another host, which is filtered.
    Remote,
    /// There is no such file.
    Missing,
    /// Neither JPEG nor PNG nor GIF.
    WrongType,
    /// Larger than what can be uploaded.
    TooLarge,
    /// Not a file and not on the web.
    Unsupported,
}

impl Status {
    /// Returns the name used in JSON.
    pub(super) fn name(self) -> &'static str {
        match self {
            Status::Uploaded => "uploaded",
            Status::Local => "local",
            Status::Unmapped => "unmapped",
            Status::WrongHost => "wrong-host",
            Status::Remote => "remote",
            Status::Missing => "missing",
            Status::WrongType => "wrong-type",
            Status::TooLarge => "too-large",
            Status::Unsupported => "unsupported",
        }
    }

    /// Returns whether an upload of it cannot succeed, whoever does it.
    pub(super) fn is_hopeless(self) -> bool {
        matches!(self, Status::WrongHost | Status::Missing | Status::WrongType | Status::TooLarge | Status::Unsupported)
    }
}

/// A picture of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    /// Where it lies, as the page says.
    pub(super) destination: String,
    /// The address that the article has; `None` where it would not work.
    pub(super) src: Option<String>,
    /// What it shows.
    pub(super) alt: String,
    pub(super) status: Status,
}

impl Picture {
    /// Returns what is to be made of a picture.
    pub(super) fn new(destination: &str, alt: &str, article: &Article) -> Picture {
        let (status, src) = judged(destination, article);
        Picture { destination: destination.to_owned(), src, alt: alt.to_owned(), status }
    }

    /// Returns whether it shows in an article as it is.
    pub(super) fn is_shown(&self) -> bool {
        self.status == Status::Uploaded
    }

    /// Returns the words that stand where it has to be put by hand (W10).
    pub(super) fn placeholder(&self, article: &Article) -> Option<String> {
        let text = article.word("page-image");
        let text = if self.alt.is_empty() { text.replace("{alt} | ", "") } else { text.to_owned() };
        (!matches!(self.status, Status::Uploaded | Status::Remote))
            .then(|| filled(&text, &[("alt", &self.alt), ("path", &shortened(&self.destination))]))
    }
}

/// An address that holds the whole picture (`data:`) is no name for it.
pub(super) fn shortened(destination: &str) -> String {
    let cut = destination.char_indices().nth(80).map(|(at, _)| at);
    cut.map_or_else(|| destination.to_owned(), |at| format!("{}…", &destination[..at]))
}

fn judged(destination: &str, article: &Article) -> (Status, Option<String>) {
    let file = article.images.get(destination);
    let is_uploaded = |url: &str| scheme(url).as_deref() == Some("https") && is_on(url, IMAGE_HOST);
    let on_web = matches!(scheme(destination).as_deref(), Some("http" | "https")) || destination.starts_with("//");
    if is_uploaded(destination) {
        return (Status::Uploaded, Some(destination.to_owned()));
    }
    if let Some(uploads) = &article.uploads {
        let path = file.map_or(destination, |file| file.path.as_str());
        return match uploads.get(path).or_else(|| uploads.get(destination)) {
            Some(url) if is_uploaded(url) => (Status::Uploaded, Some(url.clone())),
            Some(_) => (Status::WrongHost, None),
            None => (
                of_file(destination, article).filter(|status| *status != Status::Local).unwrap_or(Status::Unmapped),
                None,
            ),
        };
    }
    if on_web {
        return (Status::Remote, Some(destination.to_owned()));
    }
    match of_file(destination, article) {
        None => (Status::Unsupported, None),
        Some(status) => {
            let src = file.map_or(destination, |file| file.src.as_str());
            (status, Some(src.to_owned()).filter(|src| !src.is_empty()))
        }
    }
}

/// What the file of a picture is; `None` where it is none.
fn of_file(destination: &str, article: &Article) -> Option<Status> {
    if scheme(destination).is_some() || destination.starts_with("//") {
        return None;
    }
    let file = article.images.get(destination);
    Some(match file.and_then(|file| Some((file.bytes?, file.kind))) {
        None => Status::Missing,
        Some((_, kind)) if !IMAGE_KINDS.contains(&kind) => Status::WrongType,
        Some((bytes, _)) if bytes > IMAGE_BYTES => Status::TooLarge,
        Some(_) => Status::Local,
    })
}

/// An element of raw HTML that is still open: its name, where it leads if it is a link, and what it holds so far.
#[derive(Default)]
struct Open {
    name: String,
    href: String,
    inner: Vec<Inline>,
}

/// Returns inline content without raw HTML: what `<b>` and its like mean is kept, links and pictures too, all else
/// goes.
pub(super) fn resolved(inlines: &[Inline]) -> Vec<Inline> {
    let mut open = vec![Open::default()];
    let mut unseen: Option<String> = None;
    for inline in inlines {
        if let Inline::Html(raw) = inline {
            let Some(tag) = html::tag(raw) else { continue };
            match &unseen {
                Some(name) if tag.closes && tag.name == *name => unseen = None,
                Some(_) => {}
                None if tag.opens_unseen() => unseen = Some(tag.name),
                None => mark(&mut open, &tag),
            }
        } else if unseen.is_none() {
            push(&mut open, plain(inline));
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().map(|open| open.inner).unwrap_or_default()
}

fn plain(inline: &Inline) -> Inline {
    match inline {
        // Chinese has no italics, and WeChat's readers expect none (W15).
        Inline::Emphasis(inner) | Inline::Strong(inner) => Inline::Strong(resolved(inner)),
        Inline::Strike(inner) => Inline::Strike(resolved(inner)),
        Inline::Link(url, title, inner) => Inline::Link(url.clone(), title.clone(), resolved(inner)),
        other => other.clone(),
    }
}

fn mark(open: &mut Vec<Open>, tag: &html::Tag<'_>) {
    if let Some(Piece::Image(src, alt)) = html::image(tag) {
        push(open, Inline::Image(src, String::new(), alt));
    } else if tag.closes {
        let Some(at) = open.iter().rposition(|own| own.name == tag.name).filter(|at| *at > 0) else { return };
        while open.len() > at {
            close(open);
        }
    } else if html::MARKS.contains(&tag.name.as_str()) {
        let href = html::attribute(tag, "href").unwrap_or_default();
        open.push(Open { name: tag.name.clone(), href, inner: Vec::new() });
    }
}

fn close(open: &mut Vec<Open>) {
    let Some(closed) = open.pop() else { return };
    match closed.name.as_str() {
        "s" | "del" | "strike" => push(open, Inline::Strike(closed.inner)),
        "a" if closed.href.is_empty() => closed.inner.into_iter().for_each(|inline| push(open, inline)),
        "a" => push(open, Inline::Link(closed.href, String::new(), closed.inner)),
        _ => push(open, Inline::Strong(closed.inner)),
    }
}

fn push(open: &mut [Open], inline: Inline) {
    if let Some(open) = open.last_mut() {
        open.inner.push(inline);
    }
}

/// Returns the pictures of inline content that is nothing but pictures: destination, title, alternative text.
pub(super) fn only_pictures(inlines: &[Inline]) -> Option<Vec<(&str, &str, &str)>> {
    let mut found = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Image(destination, title, alt) => found.push((destination.as_str(), title.as_str(), alt.as_str())),
            Inline::Text(text) if text.trim().is_empty() => {}
            Inline::Break => {}
            _ => return None,
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Returns the destinations of all pictures of inline content.
pub(super) fn pictures(inlines: &[Inline]) -> Vec<&str> {
    let mut found = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Image(destination, ..) => found.push(destination.as_str()),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strike(inner) | Inline::Link(_, _, inner) => {
                found.extend(pictures(inner));
            }
            _ => {}
        }
    }
    found
}

/// Returns inline content without some pictures, which stand elsewhere already.
pub(super) fn without(inlines: Vec<Inline>, shown: &[&str]) -> Vec<Inline> {
    let kept = inlines.into_iter().filter(|it| !matches!(it, Inline::Image(url, ..) if shown.contains(&url.as_str())));
    kept.map(|inline| match inline {
        Inline::Strong(inner) => Inline::Strong(without(inner, shown)),
        Inline::Strike(inner) => Inline::Strike(without(inner, shown)),
        Inline::Link(url, title, inner) => Inline::Link(url, title, without(inner, shown)),
        other => other,
    })
    .collect()
}

/// Pushes text with its marks escaped; what XML cannot hold becomes a replacement character (W13).
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            '\n' | '\r' => out.push(' '),
            '\t' | '\u{20}'.. if !matches!(ch, '\u{fffe}' | '\u{ffff}') => out.push(ch),
            _ => out.push('\u{fffd}'),
        }
    }
}

/// Pushes the value of an attribute.
pub(super) fn push_attribute(out: &mut String, text: &str) {
    let start = out.len();
    push_escaped(out, text);
    if out[start..].contains('"') {
        let escaped = out[start..].replace('"', "&quot;");
        out.replace_range(start.., &escaped);
    }
}

/// Returns text whose bidirectional controls are closed, so that what follows stays in order.
pub(super) fn isolated(text: &str) -> String {
    let mut open = Vec::new();
    for ch in text.chars() {
        match ch {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' if open.last() == Some(&ch) => {
                open.pop();
            }
            _ => {}
        }
    }
    text.chars().chain(open.into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_articles_are_links() {
        for url in ["https://mp.weixin.qq.com/s/a", "http://MP.weixin.qq.com", "https://mp.weixin.qq.com?a=b"] {
            assert_eq!(target(url), Target::Article, "{url}");
        }
        for url in [
            "https://mp.weixin.qq.com.example.org/",
            "https://mp.weixin.qq.com@example.org/",
            "https://user@mp.weixin.qq.com/",
            "https://example.org/mp.weixin.qq.com",
            "//mp.weixin.qq.com/s",
        ] {
            assert_eq!(target(url), Target::Outside(url), "{url}");
        }
        assert_eq!(target("mailto:a@example.org"), Target::Outside("a@example.org"));
        assert_eq!(target("#a"), Target::Within);
        for url in ["a.md", "/a", "javascript:alert(1)", "data:text/html,x", ""] {
            assert_eq!(target(url), Target::Lost, "{url}");
        }
    }

    #[test]
    fn controls_of_direction_are_closed() {
        assert_eq!(isolated("a\u{202e}b"), "a\u{202e}b\u{202c}");
        assert_eq!(isolated("a\u{2067}b\u{202a}c\u{202c}"), "a\u{2067}b\u{202a}c\u{202c}\u{2069}");
        assert_eq!(isolated("ab"), "ab");
    }

    #[test]
    fn tags_that_mean_something_become_marks() {
        let inline = |text: &str| match crate::markdown::tree::tree(text).remove(0) {
            crate::markdown::tree::Node::Paragraph(inlines) => resolved(&inlines),
            other => panic!("{other:?}"),
        };
        let text = |text: &str| Inline::Text(text.to_owned());
        assert_eq!(inline("a<b>b</b>c"), [text("a"), Inline::Strong(vec![text("b")]), text("c")]);
        assert_eq!(
            inline("a<b>b<i>c</b>d"),
            [text("a"), Inline::Strong(vec![text("b"), Inline::Strong(vec![text("c")])]), text("d")]
        );
        let link = Inline::Link("https://a.b".to_owned(), String::new(), vec![text("c")]);
        assert_eq!(inline("<a href='https://a.b'>c</a><a id=d></a>"), [link]);
        assert_eq!(inline("a</b><kbd>b</kbd>"), [text("a"), text("b")]);
        assert_eq!(inline("a<script>b</script>c<!-- d -->"), [text("a"), text("c")]);
    }
}
