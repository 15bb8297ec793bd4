//! Words in the attributes of shortcodes and of components of JSX: `caption="…"` and its like.
//!
//! Which attributes hold words is data: a list of `NAME.ATTRIBUTE`. Only values between quotes count, only on one line.

use crate::markdown::shortcodes;
use crate::text::Span;

/// The attributes that hold words where nothing else is said. A shortcode is named, `*` is any component.
pub const ATTRIBUTES: &[&str] =
    &["figure.alt", "figure.caption", "figure.title", "*.alt", "*.caption", "*.label", "*.title"];

/// What stands around a value, and so how it is written in a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quote {
    /// A shortcode's `"`: a backslash escapes it.
    Escaped,
    /// A shortcode's `` ` ``: nothing escapes it.
    Raw,
    /// A component's `"`: `&quot;` stands for it.
    Double,
    /// A component's `'`: `&#39;` stands for it.
    Single,
}

impl Quote {
    /// Returns a text as it can stand between such quotes, where it can.
    pub fn escaped(self, text: &str) -> String {
        match self {
            Quote::Raw => text.to_owned(),
            Quote::Double => text.replace('"', "&quot;"),
            Quote::Single => text.replace('\'', "&#39;"),
            Quote::Escaped => {
                let mut out = String::with_capacity(text.len());
                let mut escaped = false;
                for ch in text.chars() {
                    if ch == '"' && !escaped {
                        out.push('\\');
                    }
                    escaped = ch == '\\' && !escaped;
                    out.push(ch);
                }
                out
            }
        }
    }
}

/// A value between quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) span: Span,
    pub(super) quote: Quote,
}

/// Returns the wanted values in lines that hold nothing but shortcodes and components.
pub(super) fn values(text: &str, wanted: &[String]) -> Vec<Value> {
    let mut found = Vec::new();
    let codes = shortcodes(text);
    for code in codes.iter().filter(|code| ["{{<", "{{%"].iter().any(|open| text[code.start..].starts_with(open))) {
        // `{{</* figure */>}}` shows a shortcode and is none.
        let inside = code.start + 3..code.end - 3;
        found.extend(
            Tag { text: &text[inside.clone()], at: 0, quotes: &['"', '`'] }.values(inside.start, |name, key| {
                wanted.iter().any(|entry| entry.split_once('.') == Some((name, key)))
            }),
        );
    }
    let mut at = 0;
    while let Some(open) = text[at..].find('<').map(|offset| at + offset) {
        at = open + 1;
        let is_component = text[at..].starts_with(|ch: char| ch.is_ascii_uppercase());
        if let Some(code) = codes.iter().find(|code| code.contains(&open)) {
            at = code.end;
        } else if is_component && let Some(length) = tag_length(&text[open..]) {
            let inside = open + 1..open + length - 1;
            found.extend(Tag { text: &text[inside.clone()], at: 0, quotes: &['"', '\''] }.values(
                inside.start,
                |name, key| {
                    let is_wanted = |entry: &String| {
                        entry
                            .split_once('.')
                            .is_some_and(|(own, attribute)| attribute == key && (own == "*" || own == name))
                    };
                    wanted.iter().any(is_wanted)
                },
            ));
            at = open + length;
        }
    }
    found.sort_by_key(|value| value.span.start);
    found.retain(|value| {
        let value = &text[value.span.clone()];
        !value.contains(['\n', '\r']) && !value.contains("{{") && value.trim() == value && !value.is_empty()
    });
    found
}

/// Returns the bytes of a tag up to its `>`, which stands outside quotes and braces.
fn tag_length(text: &str) -> Option<usize> {
    let (mut braces, mut quote) = (0usize, None);
    for (at, ch) in text.char_indices() {
        match (quote, ch) {
            (Some(open), _) if ch == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(ch),
            (None, '{') => braces += 1,
            (None, '}') => braces = braces.saturating_sub(1),
            (None, '>') if braces == 0 => return Some(at + 1),
            (None, _) => {}
        }
    }
    None
}

/// What stands between the brackets of a shortcode or a component.
struct Tag<'t> {
    text: &'t str,
    at: usize,
    quotes: &'static [char],
}

impl Tag<'_> {
    fn values(mut self, base: usize, wanted: impl Fn(&str, &str) -> bool) -> Vec<Value> {
        let mut found = Vec::new();
        self.blanks();
        let name = self.word();
        loop {
            self.blanks();
            let key = self.word();
            self.blanks();
            if self.text[self.at..].starts_with('=') && !key.is_empty() {
                self.at += 1;
                self.blanks();
                if let Some((span, open)) = self.quoted() {
                    let quote = match (open, self.quotes.contains(&'`')) {
                        ('`', _) => Quote::Raw,
                        ('\'', _) => Quote::Single,
                        (_, true) => Quote::Escaped,
                        (_, false) => Quote::Double,
                    };
                    if wanted(&self.text[name.clone()], &self.text[key]) {
                        found.push(Value { span: base + span.start..base + span.end, quote });
                    }
                    continue;
                }
            }
            if self.quoted().is_none() && !self.braces() && key.is_empty() {
                // A `/` or whatever else is no attribute.
                let Some(ch) = self.text[self.at..].chars().next() else { return found };
                self.at += ch.len_utf8();
            }
        }
    }

    fn blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn word(&mut self) -> Span {
        let rest = &self.text[self.at..];
        let ends = |ch: char| ch.is_whitespace() || matches!(ch, '=' | '"' | '\'' | '`' | '{' | '}' | '/' | '<' | '>');
        let start = self.at;
        self.at += rest.find(ends).unwrap_or(rest.len());
        start..self.at
    }

    /// Takes a value between quotes.
    fn quoted(&mut self) -> Option<(Span, char)> {
        let open = self.text[self.at..].chars().next().filter(|ch| self.quotes.contains(ch))?;
        let escapes = open == '"' && self.quotes.contains(&'`');
        let start = self.at + 1;
        let mut escaped = false;
        for (at, ch) in self.text[start..].char_indices() {
            if ch == open && !escaped {
                self.at = start + at + 1;
                return Some((start..start + at, open));
            }
            escaped = escapes && ch == '\\' && !escaped;
        }
        self.at = self.text.len();
        None
    }

    /// Skips an expression in braces.
    fn braces(&mut self) -> bool {
        if !self.text[self.at..].starts_with('{') {
            return false;
        }
        let mut depth = 0usize;
        for (at, ch) in self.text[self.at..].char_indices() {
            match ch {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.at += at + 1;
                return true;
            }
        }
        self.at = self.text.len();
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let wanted: Vec<String> = ATTRIBUTES.iter().map(|entry| (*entry).to_owned()).collect();
        let found: Vec<&str> = values(text, &wanted).into_iter().map(|value| &text[value.span]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_of_shortcodes_and_components_are_found() {
        check(r#"{{< figure src="a.png" caption="A hall" alt=`The "hall"` >}}"#, &["A hall", r#"The "hall""#]);
        check(r#"{{% figure title="Say \"hi\" now" %}} {{< figure alt="B" >}}"#, &[r#"Say \"hi\" now"#, "B"]);
        check(r#"<TabItem value="linux" label="Linux">"#, &["Linux"]);
        check(r#"<Figure at={{x: ">"}} caption='It is "here"' alt={alt}/>"#, &[r#"It is "here""#]);
        check("<Card\n  title=\"One\"\n  icon='x' />", &["One"]);
    }

    #[test]
    fn all_else_is_left_alone() {
        check(r#"{{< youtube id="x" title="A film" >}}"#, &[]);
        check(r#"{{< /figure >}} {{</* figure caption="Shown" */>}}"#, &[]);
        check(r#"{{< figure caption="{{ .Site }}" title=" " alt="" >}}"#, &[]);
        check("{{< figure caption=\"Two\nlines\" >}}", &[]);
        check(r#"<div title="No component"> </Tabs> <Tabs"#, &[]);
        check(r#"<Foo render={() => <Bar title="x"/>} title = "Y" />"#, &["Y"]);
        check(r#"<Foo title=""#, &[]);
        check(r#"{{< figure caption="open >}}"#, &[]);
    }

    #[test]
    fn quotes_in_a_value_are_written_as_its_language_does() {
        assert_eq!(Quote::Escaped.escaped(r#"a "b" \"c\" \\"#), r#"a \"b\" \"c\" \\"#);
        assert_eq!(Quote::Double.escaped("a \"b\" 'c'"), "a &quot;b&quot; 'c'");
        assert_eq!(Quote::Single.escaped("a 'b'"), "a &#39;b&#39;");
    }
}
