//! HTML that a document itself holds. Tags that can neither run nor load anything pass, balanced; everything else is
//! shown as text, so that nothing is lost and nothing acts. The list is one of what is known to be harmless.

use std::collections::HashSet;

/// The ids of a page: no two elements share one.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
}

impl Ids {
    /// Returns whether an id was free; it is taken then.
    pub(super) fn claim(&mut self, id: &str) -> bool {
        !id.is_empty() && !id.contains(char::is_whitespace) && self.taken.insert(id.to_owned())
    }

    /// Returns an id that nothing else has: the wanted one, or that with a number.
    pub(super) fn unique(&mut self, wanted: &str) -> String {
        let wanted: String = wanted.split_whitespace().collect::<Vec<_>>().join("-");
        let wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
        if self.claim(&wanted) {
            return wanted;
        }
        let mut count = 2;
        loop {
            let id = format!("{wanted}-{count}");
            if self.claim(&id) {
                return id;
            }
            count += 1;
        }
    }
}

/// Returns text for an element or an attribute in double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for ch in text.chars() {
        push_escaped(ch, &mut out);
    }
    out
}

fn push_escaped(ch: char, out: &mut String) {
    match ch {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\r' => {}
        // Readers of HTML take these for errors wherever they stand.
        ch if (ch.is_control() && ch != '\n' && ch != '\t') || is_no_character(ch) => out.push('\u{fffd}'),
        ch => out.push(ch),
    }
}

fn is_no_character(ch: char) -> bool {
    matches!(ch as u32, 0xFDD0..=0xFDEF) || (ch as u32) & 0xFFFE == 0xFFFE
}

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// To a place on this page, or beside it.
    Near(String),
    /// To the web, or to a program such as mail.
    Far(String),
    /// An image that is written out in the address.
    Image(String),
    /// Nowhere that a page should lead to.
    Unsafe,
}

/// Returns where an address leads, read as browsers read it: blanks and control characters do not count.
pub(super) fn address(written: &str) -> Address {
    let trimmed = written.trim_matches(|ch: char| ch.is_control() || ch == ' ');
    let address: String = trimmed.chars().filter(|ch| !ch.is_control()).collect();
    if address.starts_with(['/', '\\']) && address[1..].starts_with(['/', '\\']) {
        return Address::Far(address);
    }
    let end = address.find(['/', '?', '#', '\\']).unwrap_or(address.len());
    let Some(colon) = address[..end].find(':') else { return Address::Near(address) };
    let scheme = address[..colon].to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" | "mailto" | "tel" => Address::Far(address),
        "data" => {
            let kind = address[colon + 1..].to_ascii_lowercase();
            let kinds = ["png", "jpeg", "gif", "webp", "avif", "svg+xml"].map(|kind| format!("image/{kind}"));
            let is_image =
                kinds.iter().any(|own| kind.strip_prefix(own).is_some_and(|rest| rest.starts_with([';', ','])));
            if is_image { Address::Image(address) } else { Address::Unsafe }
        }
        _ => Address::Unsafe,
    }
}

/// Where HTML stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Between blocks.
    Block,
    /// In a line of text.
    Inline,
}

/// What an element may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Part of a line.
    Phrase,
    /// A block.
    Block,
    /// A block that Markdown may stand in.
    Holder,
}

/// Elements that pass: their kind, and which of them they must stand in.
const ELEMENTS: &[(&str, Kind, &[&str])] = &[
    ("a", Kind::Phrase, &[]),
    ("abbr", Kind::Phrase, &[]),
    ("b", Kind::Phrase, &[]),
    ("bdi", Kind::Phrase, &[]),
    ("bdo", Kind::Phrase, &[]),
    ("br", Kind::Phrase, &[]),
    ("cite", Kind::Phrase, &[]),
    ("code", Kind::Phrase, &[]),
    ("del", Kind::Phrase, &[]),
    ("dfn", Kind::Phrase, &[]),
    ("em", Kind::Phrase, &[]),
    ("i", Kind::Phrase, &[]),
    ("img", Kind::Phrase, &[]),
    ("ins", Kind::Phrase, &[]),
    ("kbd", Kind::Phrase, &[]),
    ("mark", Kind::Phrase, &[]),
    ("q", Kind::Phrase, &[]),
    ("rp", Kind::Phrase, &["ruby"]),
    ("rt", Kind::Phrase, &["ruby"]),
    ("ruby", Kind::Phrase, &[]),
    ("s", Kind::Phrase, &[]),
    ("samp", Kind::Phrase, &[]),
    ("small", Kind::Phrase, &[]),
    ("span", Kind::Phrase, &[]),
    ("strong", Kind::Phrase, &[]),
    ("sub", Kind::Phrase, &[]),
    ("sup", Kind::Phrase, &[]),
    ("time", Kind::Phrase, &[]),
    ("u", Kind::Phrase, &[]),
    ("var", Kind::Phrase, &[]),
    ("wbr", Kind::Phrase, &[]),
    ("article", Kind::Holder, &[]),
    ("aside", Kind::Holder, &[]),
    ("blockquote", Kind::Holder, &[]),
    ("details", Kind::Holder, &[]),
    ("div", Kind::Holder, &[]),
    ("figure", Kind::Holder, &[]),
    ("section", Kind::Holder, &[]),
    ("caption", Kind::Block, &["table"]),
    ("dd", Kind::Block, &["dl"]),
    ("dl", Kind::Block, &[]),
    ("dt", Kind::Block, &["dl"]),
    ("figcaption", Kind::Block, &["figure"]),
    ("hr", Kind::Block, &[]),
    ("li", Kind::Block, &["ul", "ol"]),
    ("ol", Kind::Block, &[]),
    ("p", Kind::Block, &[]),
    ("pre", Kind::Block, &[]),
    ("summary", Kind::Block, &["details"]),
    ("table", Kind::Block, &[]),
    ("tbody", Kind::Block, &["table"]),
    ("td", Kind::Block, &["tr"]),
    ("tfoot", Kind::Block, &["table"]),
    ("th", Kind::Block, &["tr"]),
    ("thead", Kind::Block, &["table"]),
    ("tr", Kind::Block, &["table", "thead", "tbody", "tfoot"]),
    ("ul", Kind::Block, &[]),
];

/// Elements in which text would be moved out of by a reader of HTML.
const ROWS: &[&str] = &["table", "thead", "tbody", "tfoot", "tr"];

/// Elements without content.
const VOID: &[&str] = &["br", "hr", "img", "wbr"];

type Element = (&'static str, Kind, &'static [&'static str]);

fn element(name: &str) -> Option<Element> {
    // A heading of HTML has no place in the outline of the page: it looks like one, and that is all.
    if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "center") {
        return Some(("div", Kind::Holder, &[]));
    }
    let name = match name {
        "tt" => "code",
        "strike" => "s",
        "font" | "big" | "nobr" => "span",
        other => other,
    };
    ELEMENTS.iter().copied().find(|(own, ..)| *own == name)
}

/// The elements of HTML that are open among blocks that stand beside each other, or in one line of text.
#[derive(Debug)]
pub(super) struct Tags {
    open: Vec<&'static str>,
    place: Place,
    /// Whether all of it stands in a link.
    linked: bool,
}

/// A tag as it is written.
struct Tag<'t> {
    name: String,
    closes: bool,
    /// `<a/>`
    is_empty: bool,
    attributes: Vec<(String, &'t str)>,
    length: usize,
}

impl Tags {
    pub(super) fn new(place: Place, linked: bool) -> Tags {
        Tags { open: Vec::new(), place, linked }
    }

    /// Returns whether no element is open.
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Returns whether what follows stands in a link.
    pub(super) fn is_linked(&self) -> bool {
        self.linked || self.open.contains(&"a")
    }

    /// Writes a piece of HTML. `far` gets the addresses of images that are elsewhere.
    pub(super) fn write(&mut self, html: &str, ids: &mut Ids, far: &mut Vec<String>, out: &mut String) {
        let mut at = 0;
        while let Some(ch) = html[at..].chars().next() {
            let rest = &html[at..];
            if rest.starts_with("<!--") {
                at += rest.find("-->").map_or(rest.len(), |end| end + 3);
                continue;
            }
            if ch == '<'
                && let Some(tag) = tag(rest)
                && self.tag(&tag, ids, far, out)
            {
                at += tag.length;
                continue;
            }
            if !ch.is_whitespace() {
                self.leave_rows(out);
            }
            match (ch, reference(rest)) {
                ('&', Some(length)) => {
                    out.push_str(&rest[..length]);
                    at += length;
                }
                _ => {
                    push_escaped(ch, out);
                    at += ch.len_utf8();
                }
            }
        }
    }

    /// Ends what no Markdown may stand in.
    pub(super) fn end_block(&mut self, out: &mut String) {
        let is_holder = |name: &&str| element(name).is_some_and(|(_, kind, _)| kind == Kind::Holder);
        let keep = self.open.iter().position(|name| !is_holder(name)).unwrap_or(self.open.len());
        self.close_to(keep, out);
    }

    /// Ends everything.
    pub(super) fn close(&mut self, out: &mut String) {
        self.close_to(0, out);
    }

    fn close_to(&mut self, length: usize, out: &mut String) {
        while self.open.len() > length
            && let Some(name) = self.open.pop()
        {
            out.push_str(&format!("</{name}>"));
        }
    }

    /// Text in a table, but in no cell, would be moved before it.
    fn leave_rows(&mut self, out: &mut String) {
        while self.open.last().is_some_and(|name| ROWS.contains(name)) {
            self.close_to(self.open.len() - 1, out);
        }
    }

    /// Writes a tag and returns true, or returns false where it may not pass.
    fn tag(&mut self, tag: &Tag<'_>, ids: &mut Ids, far: &mut Vec<String>, out: &mut String) -> bool {
        let Some((name, kind, parents)) = element(&tag.name) else { return false };
        if self.place == Place::Inline && kind != Kind::Phrase {
            return false;
        }
        if tag.closes {
            // One that closes nothing says nothing.
            if let Some(at) = self.open.iter().rposition(|open| *open == name) {
                self.close_to(at, out);
            }
            return true;
        }
        if !parents.is_empty() {
            let Some(at) = self.open.iter().rposition(|open| parents.contains(open)) else { return false };
            self.close_to(at + 1, out);
        } else {
            self.leave_rows(out);
        }
        if kind != Kind::Phrase
            && let Some(at) = self.open.iter().rposition(|open| *open == "p")
        {
            self.close_to(at, out);
        }
        if name == "a" && self.is_linked() {
            return true;
        }
        if name == "img" {
            self.image(tag, far, out);
            return true;
        }
        out.push_str(&format!("<{name}{}>", self.attributes(name, tag, ids)));
        if !VOID.contains(&name) {
            self.open.push(name);
            if tag.is_empty {
                self.close_to(self.open.len() - 1, out);
            }
        }
        true
    }

    fn attributes(&self, name: &str, tag: &Tag<'_>, ids: &mut Ids) -> String {
        let mut out = String::new();
        if tag.name != name && tag.name.starts_with('h') {
            out.push_str(" class=\"heading\"");
        } else if tag.name == "center"
            || tag.attributes.iter().any(|(own, value)| own == "align" && value.eq_ignore_ascii_case("center"))
        {
            out.push_str(" class=\"centre\"");
        }
        for (own, value) in &tag.attributes {
            let value = decoded(value);
            let passes = match (name, own.as_str()) {
                (_, "dir") => matches!(value.as_str(), "ltr" | "rtl" | "auto"),
                (_, "lang") => !value.is_empty() && value.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '-'),
                (_, "title") | ("time", "datetime") | ("details", "open") | ("ol", "reversed") => true,
                ("ol", "start") | ("td" | "th", "colspan" | "rowspan") => {
                    !value.is_empty() && value.len() < 4 && value.bytes().all(|byte| byte.is_ascii_digit())
                }
                (_, "id") => ids.claim(&value),
                ("a", "href") => match address(&value) {
                    Address::Near(to) | Address::Far(to) => {
                        out.push_str(&format!(" href=\"{}\"", escaped(&to)));
                        false
                    }
                    _ => false,
                },
                _ => false,
            };
            // A second attribute of the name would be one too many.
            if passes && !out.contains(&format!(" {own}=")) {
                out.push_str(&format!(" {own}=\"{}\"", escaped(&value)));
            }
        }
        out
    }

    fn image(&self, tag: &Tag<'_>, far: &mut Vec<String>, out: &mut String) {
        let value = |name: &str| tag.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| decoded(value));
        let size = |name: &str| {
            let digits = value(name).filter(|value| value.len() < 6 && value.bytes().all(|byte| byte.is_ascii_digit()));
            digits.filter(|value| !value.is_empty()).map_or(String::new(), |value| format!(" {name}=\"{value}\""))
        };
        let (source, words) = (value("src").unwrap_or_default(), value("alt").unwrap_or_default());
        let sizes = size("width") + &size("height");
        out.push_str(&picture(&source, &words, &sizes, self.is_linked(), far));
    }
}

/// Returns an image: one that is elsewhere is a link with its words, since a page loads nothing (rule P6).
pub(super) fn picture(source: &str, words: &str, attributes: &str, linked: bool, far: &mut Vec<String>) -> String {
    match address(source) {
        Address::Near(source) | Address::Image(source) => {
            let role = if words.trim().is_empty() { " role=\"presentation\"" } else { "" };
            format!("<img src=\"{}\" alt=\"{}\"{role}{attributes}>", escaped(&source), escaped(words.trim()))
        }
        Address::Far(to) => {
            far.push(to.clone());
            let name = to.rsplit('/').find(|part| !part.is_empty()).unwrap_or(&to);
            let words = escaped(if words.trim().is_empty() { name } else { words });
            if linked { words } else { format!("<a href=\"{}\">{words}</a>", escaped(&to)) }
        }
        Address::Unsafe => escaped(words),
    }
}

/// Reads the tag that a text begins with.
fn tag(text: &str) -> Option<Tag<'_>> {
    let mut rest = text.strip_prefix('<')?;
    let closes = rest.starts_with('/');
    rest = if closes { &rest[1..] } else { rest };
    let length = rest.find(|ch: char| !ch.is_ascii_alphanumeric()).unwrap_or(rest.len());
    if !rest.starts_with(|ch: char| ch.is_ascii_alphabetic()) {
        return None;
    }
    let name = rest[..length].to_ascii_lowercase();
    rest = &rest[length..];
    let mut attributes = Vec::new();
    loop {
        let before = rest.len();
        rest = rest.trim_start();
        if let Some(end) = rest.strip_prefix('>') {
            return Some(Tag { name, closes, is_empty: false, attributes, length: text.len() - end.len() });
        }
        if let Some(end) = rest.strip_prefix("/>") {
            return Some(Tag { name, closes, is_empty: true, attributes, length: text.len() - end.len() });
        }
        if rest.len() == before {
            return None;
        }
        let length = rest.find(|ch: char| ch.is_whitespace() || "\"'<>/=`".contains(ch)).unwrap_or(rest.len());
        if length == 0 {
            return None;
        }
        let own = rest[..length].to_ascii_lowercase();
        rest = &rest[length..];
        let mut value = "";
        if let Some(behind) = rest.trim_start().strip_prefix('=') {
            let behind = behind.trim_start();
            (value, rest) = match behind.chars().next()? {
                quote @ ('"' | '\'') => behind[1..].split_once(quote)?,
                _ => behind.split_at(behind.find(|ch: char| ch.is_whitespace() || "\"'<>=`".contains(ch))?),
            };
        }
        attributes.push((own, value));
    }
}

/// Returns the length of the character reference that a text begins with.
fn reference(text: &str) -> Option<usize> {
    let name = text.strip_prefix('&')?;
    let end = name.find(';').filter(|end| (2..32).contains(end))?;
    let plain = name.starts_with(|ch: char| ch.is_ascii_alphabetic())
        && name[..end].bytes().all(|byte| byte.is_ascii_alphanumeric());
    (plain || numbered(&name[..end]).is_some()).then_some(end + 2)
}

/// Returns the character that `#38` or `#x26` stands for.
fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code).filter(|ch| !ch.is_control() && !is_no_character(*ch))
}

/// Returns an attribute's value with the references that hide an address read.
fn decoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let name = rest.split(';').next().filter(|name| name.len() < rest.len() && name.len() < 10).unwrap_or_default();
        let ch = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            name => numbered(name),
        };
        match ch {
            Some(ch) => {
                out.push(ch);
                rest = &rest[name.len() + 1..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let (mut out, mut tags) = (String::new(), Tags::new(Place::Block, false));
        tags.write(html, &mut Ids::default(), &mut Vec::new(), &mut out);
        tags.close(&mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn harmless_tags_pass_and_are_balanced() {
        check("<p align=\"center\">a<br/>b", "<p class=\"centre\">a<br>b</p>");
        check("<details open><summary>x</summary>", "<details open=\"\"><summary>x</summary></details>");
        check("<b><i>x</b></i>", "<b><i>x</i></b>");
        check("<p>a<div>b</div></p>", "<p>a</p><div>b</div>");
        check("<h1 id=\"top\">x</h1>", "<div class=\"heading\" id=\"top\">x</div>");
        check("<table><tr><td>a<td>b</table>", "<table><tr><td>a</td><td>b</td></tr></table>");
        check("a &amp; b &copy; &#20013; & c", "a &amp; b &copy; &#20013; &amp; c");
        check("<!-- no -->x<!-- open", "x");
    }

    #[test]
    fn what_could_act_is_text() {
        check("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
        check("<iframe src=x></iframe>", "&lt;iframe src=x&gt;&lt;/iframe&gt;");
        check("<b onclick=\"x()\" style='y'>z</b>", "<b>z</b>");
        check("<svg/onload=alert(1)>", "&lt;svg/onload=alert(1)&gt;");
        check("<a href=\"&#106;avascript:alert(1)\">x</a>", "<a>x</a>");
        check("<a href=\" java\nscript:alert(1)\">x</a>", "<a>x</a>");
        check("<a href=\"javascript&colon;alert(1)\">x</a>", "<a href=\"javascript&amp;colon;alert(1)\">x</a>");
        check("<img src=x onerror=alert(1)>", "<img src=\"x\" alt=\"\" role=\"presentation\">");
        check("<td>lost", "&lt;td&gt;lost");
    }

    #[test]
    fn addresses_are_read_as_browsers_read_them() {
        assert_eq!(address("a/b.md#c:d"), Address::Near("a/b.md#c:d".to_owned()));
        assert_eq!(address("//host/x"), Address::Far("//host/x".to_owned()));
        assert_eq!(address("/\\host/x"), Address::Far("/\\host/x".to_owned()));
        assert_eq!(address("HTTPS://x"), Address::Far("HTTPS://x".to_owned()));
        for bad in
            ["javascript:1", "JaVa\tScript:1", "vbscript:1", "data:text/html,x", "file:///etc", "\u{1}javascript:1"]
        {
            assert_eq!(address(bad), Address::Unsafe, "{bad:?}");
        }
        assert!(matches!(address("data:image/png;base64,AA"), Address::Image(_)));
    }
}
