//! Texts that look like translations to a check: Chinese for the words, and all that a translation keeps.

use duizhao::fluent::codec::{Value, decode_comment, encode};
use duizhao::markdown::view;
use duizhao::text::{Edit, Span, apply};

const HAN: &str =
    "当天上午来自各家机构的代表为活动致辞随后介绍了开源项目的进展与今后三年的合作计划并回答了现场听众的提问";

/// Returns a translation for the line of a catalog that says what it is of.
///
/// Words become Chinese characters, one for three letters, and marks full-width; markup, code, numbers and
/// names stay. It is what a careful translator would leave to a check: hardly anything to find.
pub(crate) fn translation(comment: &str) -> String {
    let source = decode_comment(comment);
    let view = view(&source, "");
    let mut han = HAN.chars().cycle().skip(source.len() % 32);
    let mut edits = Vec::new();
    let mut tight = false;
    let mut quoted = false;
    let tokens = tokens(&view.visible);
    for (at, token) in tokens.iter().enumerate() {
        let text = &view.visible[token.clone()];
        let next = tokens.get(at + 1).map_or("", |next| &view.visible[next.clone()]);
        let new: Option<String> = if is_word(text) {
            Some(han.by_ref().take(text.len() / 3 + 1).collect())
        } else if text.chars().all(char::is_whitespace) {
            let closes_up = wide(next).is_some() || next == "\"" || (tight && is_word(next));
            closes_up.then(String::new)
        } else if text == "." && !(next.is_empty() || next.starts_with(' ')) {
            None
        } else if text == "\"" {
            quoted = !quoted;
            Some(if quoted { "“" } else { "”" }.to_owned())
        } else {
            wide(text).map(str::to_owned)
        };
        // Behind a full-width mark stands no space at all.
        let behind_mark = at.checked_sub(1).is_some_and(|before| wide(&view.visible[tokens[before].clone()]).is_some());
        let new = if behind_mark && text == " " { Some(String::new()) } else { new };
        tight = new.is_some();
        if let Some(new) = new {
            edits.push(Edit::new(view.raw_span(token), new));
        }
    }
    let filled = apply(&source, edits);
    match Value::from_text(&filled) {
        Value::Text(_) => encode(&filled),
        _ => encode("译文"),
    }
}

/// Cuts a text into words, white space, and single marks; what mixes letters, digits and marks is one word.
fn tokens(text: &str) -> Vec<Span> {
    let mut tokens: Vec<Span> = Vec::new();
    let kind = |ch: char| match ch {
        _ if ch.is_whitespace() => 1,
        _ if ch.is_alphanumeric() || matches!(ch, '\'' | '’' | '-' | '_' | '/' | '@' | '#' | '%' | '$') => 2,
        _ => 0,
    };
    for (at, ch) in text.char_indices() {
        let end = at + ch.len_utf8();
        let joins =
            |last: &Span| kind(ch) > 0 && text[last.clone()].chars().next_back().is_some_and(|it| kind(it) == kind(ch));
        let rest = &text[end..];
        let inner = ch == '.' && rest.starts_with(char::is_alphanumeric) && !text[..at].ends_with(char::is_whitespace);
        match tokens.last_mut() {
            Some(last) if joins(last) || inner || text[last.clone()].ends_with('.') && last.len() > 1 => last.end = end,
            _ => tokens.push(at..end),
        }
    }
    tokens
}

fn is_word(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.all(|ch| ch.is_lowercase() || matches!(ch, '\'' | '’' | '-'))
}

fn wide(text: &str) -> Option<&'static str> {
    Some(match text {
        "," => "，",
        "." => "。",
        ":" => "：",
        ";" => "；",
        "?" => "？",
        "!" => "！",
        "(" => "（",
        ")" => "）",
        _ => return None,
    })
}
