//! Bare URLs and e-mail addresses, which no Markdown parser marks for us.

use crate::segment::characters::is_narrow_letter;
use crate::text::{Span, is_wide};

/// Returns the bare URL whose colon is at `colon`, if `http://` or the like stands there.
pub(super) fn url(text: &str, colon: usize, floor: usize, limit: usize) -> Option<Span> {
    if !text[colon..limit].starts_with("://") {
        return None;
    }
    let scheme = text[floor..colon].bytes().rev().take(12).take_while(u8::is_ascii_alphabetic).count();
    // The scheme first: looking for the end of each `a://a://a://` would take quadratic time.
    if scheme < 2 {
        return None;
    }
    let span = colon - scheme..url_end(text, colon, limit);
    (span.end > colon + 3).then_some(span)
}

/// Returns the bare URL without a scheme whose `www` ends at `dot`.
pub(super) fn www(text: &str, dot: usize, floor: usize, limit: usize) -> Option<Span> {
    let start = dot.checked_sub(3).filter(|&start| start >= floor)?;
    if is_narrow_letter(text[..start].chars().next_back()) {
        return None;
    }
    let span = start..url_end(text, dot, limit);
    (span.end > dot + 1).then_some(span)
}

/// Returns where a URL ends that reaches at least to `at`, less the punctuation of the sentence around it.
fn url_end(text: &str, at: usize, limit: usize) -> usize {
    let ends = |ch: char| {
        ch.is_whitespace() || is_wide(ch) || matches!(ch, '<' | '>' | '"' | '`' | '|' | '“' | '”' | '‘' | '’' | '…')
    };
    let rest = &text[at..limit];
    let mut url = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let mut extra = url.matches(')').count().saturating_sub(url.matches('(').count());
    while let Some(ch) = url.chars().next_back() {
        match ch {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | ']' | '}' => {}
            ')' if extra > 0 => extra -= 1,
            _ => break,
        }
        url = &url[..url.len() - 1];
    }
    at + url.len()
}

/// Returns the e-mail address whose `@` is at `sign`.
pub(super) fn email(text: &str, sign: usize, floor: usize, limit: usize) -> Option<Span> {
    let local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let domain = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
    let before = text[floor..sign].bytes().rev().take(64).take_while(local).count();
    let after = text[sign + 1..limit].bytes().take(255).take_while(domain).count();
    let host = text[sign + 1..sign + 1 + after].trim_end_matches(['.', '-']);
    (before > 0 && host.contains('.')).then(|| sign - before..sign + 1 + host.len())
}
