//! Raw HTML of a page: its words, line breaks and pictures, and nothing else of it.

/// What is kept of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// A line ends.
    Break,
    /// A block ends.
    Paragraph,
    /// A picture: where it lies, and what it shows.
    Image(String, String),
    /// A tag that means something for the words in it, as it is written.
    Mark(String),
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// Its name in lower case.
    pub(super) name: String,
    /// Whether it closes an element.
    pub(super) closes: bool,
    /// What stands behind the name.
    rest: &'t str,
}

impl Tag<'_> {
    /// Returns whether no reader sees what follows, up to the tag that closes it.
    pub(super) fn opens_unseen(&self) -> bool {
        !self.closes && UNSEEN.contains(&self.name.as_str()) && !self.rest.ends_with('/')
    }
}

/// Elements whose content no reader sees.
static UNSEEN: &[&str] = &[
    "script",
    "style",
    "iframe",
    "object",
    "svg",
    "math",
    "template",
    "noscript",
    "head",
    "title",
    "textarea",
    "select",
    "audio",
    "video",
    "canvas",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
];

/// Elements whose meaning is kept.
pub(super) static MARKS: &[&str] = &["b", "strong", "em", "i", "s", "del", "strike", "a"];

/// Elements that end a line of words.
static BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "details",
    "summary",
    "figure",
    "figcaption",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "pre",
    "form",
    "center",
    "address",
    "picture",
];

/// Returns what is kept of a block of HTML.
pub(super) fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let open = rest.find('<').unwrap_or(rest.len());
        push_text(&mut pieces, &rest[..open]);
        rest = &rest[open..];
        let Some((tag, end)) = markup(rest) else {
            let first = rest.chars().next().map_or(0, char::len_utf8);
            push_text(&mut pieces, &rest[..first]);
            rest = &rest[first..];
            continue;
        };
        let raw = &rest[..end];
        rest = &rest[end..];
        let Some(tag) = tag else { continue };
        match tag.name.as_str() {
            name if tag.opens_unseen() => rest = behind_end(rest, name),
            "br" => pieces.push(Piece::Break),
            "img" => pieces.extend(image(&tag)),
            name if MARKS.contains(&name) => pieces.push(Piece::Mark(raw.to_owned())),
            name if BLOCKS.contains(&name) && pieces.last().is_some_and(|last| *last != Piece::Paragraph) => {
                pieces.push(Piece::Paragraph);
            }
            _ => {}
        }
    }
    pieces
}

/// Returns the tag that a piece of inline HTML is; `None` for a comment and the like.
pub(super) fn tag(html: &str) -> Option<Tag<'_>> {
    markup(html).and_then(|(tag, _)| tag)
}

/// Returns the picture that a tag shows.
pub(super) fn image(tag: &Tag<'_>) -> Option<Piece> {
    if tag.name != "img" || tag.closes {
        return None;
    }
    attribute(tag, "src").map(|src| Piece::Image(src, attribute(tag, "alt").unwrap_or_default()))
}

/// Returns the value of an attribute.
pub(super) fn attribute(tag: &Tag<'_>, name: &str) -> Option<String> {
    attributes(tag.rest).into_iter().find(|(own, _)| own == name).map(|(_, value)| value)
}

/// The tag, comment, declaration or instruction that a text begins with, and where it ends.
fn markup(text: &str) -> Option<(Option<Tag<'_>>, usize)> {
    let until = |mark: &str, from: usize| text[from..].find(mark).map_or(text.len(), |at| from + at + mark.len());
    if text.starts_with("<!--") {
        return Some((None, until("-->", 4)));
    }
    if text.starts_with("<![CDATA[") {
        return Some((None, until("]]>", 9)));
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        return Some((None, until(">", 2)));
    }
    let closes = text.starts_with("</");
    let start = if closes { 2 } else { 1 };
    let name: String = text.get(start..)?.chars().take_while(|ch| ch.is_ascii_alphanumeric() || *ch == '-').collect();
    if !text.starts_with('<') || !name.starts_with(|ch: char| ch.is_ascii_alphabetic()) {
        return None;
    }
    let from = start + name.len();
    let mut quote = None;
    let end = text[from..].char_indices().find(|(_, ch)| match (quote, ch) {
        (None, '>') => true,
        (None, '"' | '\'') => {
            quote = Some(*ch);
            false
        }
        (Some(open), ch) if open == *ch => {
            quote = None;
            false
        }
        _ => false,
    });
    let (close, end) = end.map_or((text.len(), text.len()), |(at, _)| (from + at, from + at + 1));
    Some((Some(Tag { name: name.to_ascii_lowercase(), closes, rest: &text[from..close] }), end))
}

/// What stands behind the end of an element whose content is not seen.
fn behind_end<'t>(text: &'t str, name: &str) -> &'t str {
    let is_end = |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
    let Some(at) = text.match_indices("</").map(|(at, _)| at).find(is_end) else { return "" };
    text[at..].find('>').map_or("", |end| &text[at + end + 1..])
}

fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start_matches(|ch: char| ch.is_whitespace() || ch == '/');
    while !rest.is_empty() {
        let end = rest.find(|ch: char| ch.is_whitespace() || ch == '=' || ch == '/').unwrap_or(rest.len());
        // A lone `=` is a name of its own: something is always taken.
        let end = if end == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { end };
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            (value, rest) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
        }
        found.push((name, decoded(value)));
        rest = rest.trim_start_matches(|ch: char| ch.is_whitespace() || ch == '/');
    }
    found
}

/// White space is one space, as browsers show it.
fn push_text(pieces: &mut Vec<Piece>, raw: &str) {
    let decoded = decoded(raw);
    let mut text = String::new();
    for ch in decoded.chars() {
        let ch = if matches!(ch, '\n' | '\r' | '\t') { ' ' } else { ch };
        if ch != ' ' || !text.ends_with(' ') {
            text.push(ch);
        }
    }
    match pieces.last_mut() {
        Some(Piece::Text(before)) => {
            let before_ends = before.ends_with(' ');
            before.push_str(if before_ends { text.trim_start_matches(' ') } else { &text });
        }
        _ => {
            let text = text.trim_start_matches(' ');
            if !text.is_empty() {
                pieces.push(Piece::Text(text.to_owned()));
            }
        }
    }
}

/// Undoes the character references that people write; others stay as they are.
fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let reference = rest.find(';').filter(|end| *end <= 10).map(|end| &rest[1..end]);
        match reference.and_then(character) {
            Some(ch) => {
                out.push(ch);
                rest = &rest[rest.find(';').map_or(1, |end| end + 1)..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "copy" => '©',
        "reg" => '®',
        "hellip" => '…',
        "mdash" => '—',
        "ndash" => '–',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "middot" => '·',
        "times" => '×',
        "rarr" => '→',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &[Piece]) {
        assert_eq!(pieces(html), expected, "{html}");
    }

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    #[test]
    fn words_stay_and_tags_go() {
        check(
            "<div class=\"a>b\">One &amp; <i x>two<br>three</div>",
            &[
                text("One & "),
                Piece::Mark("<i x>".to_owned()),
                text("two"),
                Piece::Break,
                text("three"),
                Piece::Paragraph,
            ],
        );
        check("a < b &unknown; &#x4e2d;", &[text("a < b &unknown; 中")]);
    }

    #[test]
    fn what_no_reader_sees_goes_with_its_content() {
        check("a<script>alert('<p>')</SCRIPT >b<!-- c -->d<style>x", &[text("abd")]);
        check("<!DOCTYPE html><?php a ?>b", &[text("b")]);
    }

    #[test]
    fn pictures_are_found() {
        check(
            "<p><img alt='群 &quot;照&quot;' src=img/a.png width=1/></p>",
            &[Piece::Image("img/a.png".to_owned(), "群 \"照\"".to_owned()), Piece::Paragraph],
        );
        check("<img alt=x>", &[]);
    }

    #[test]
    fn broken_tags_end_with_the_text() {
        check("a<u", &[text("a")]);
        check("a<!-- b", &[text("a")]);
        check("<>中", &[text("<>中")]);
        check("<u =\"b\" = c>d", &[text("d")]);
    }
}
