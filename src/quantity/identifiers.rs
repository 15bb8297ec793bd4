//! Names that hold digits: `GPT-4`, `IPv6`, `v1.2`, `C++17`. They are the same in every language.

use std::collections::HashSet;

use crate::quantity::lexer::{Token, lex};
use crate::text::Span;

/// Returns the names of a source that its translation does not hold; case, hyphens and spaces do not count.
pub fn missing_names(source: &str, target: &str) -> Vec<Span> {
    if !source.contains(|ch: char| ch.is_numeric()) {
        return Vec::new();
    }
    let names: Vec<Span> =
        lex(source).into_iter().filter(|it| it.token == Token::Identifier).map(|it| it.span).collect();
    if names.is_empty() {
        return names;
    }
    let known = spellings(target);
    names
        .into_iter()
        .filter(|span| is_kept(&source[span.clone()]) && !known.contains(&squeezed(&source[span.clone()])))
        .collect()
}

/// Everything in a text that may be a name: identifiers, and words with the number behind them.
fn spellings(text: &str) -> HashSet<String> {
    let lexemes = lex(text);
    let mut known = HashSet::new();
    for (at, lexeme) in lexemes.iter().enumerate() {
        if lexeme.token == Token::Identifier {
            known.insert(squeezed(&text[lexeme.span.clone()]));
        }
        let behind = lexemes.get(at + 1).map(|next| (&next.token, next.span.end));
        let behind = match behind {
            Some((Token::Mark('-'), _)) => lexemes.get(at + 2).map(|next| (&next.token, next.span.end)),
            other => other,
        };
        if let (Token::Word(_), Some((Token::Number { .. }, end))) = (&lexeme.token, behind) {
            known.insert(squeezed(&text[lexeme.span.start..end]));
        }
    }
    known
}

fn squeezed(name: &str) -> String {
    let kept = name.chars().filter(|ch| !matches!(ch, '-' | '_' | ' ' | '\u{a0}')).flat_map(char::to_lowercase);
    let name: String = kept.collect();
    // A plural: H100s.
    let stem = name.strip_suffix('s').filter(|stem| stem.ends_with(|ch: char| ch.is_ascii_digit()));
    stem.map(str::to_owned).unwrap_or(name)
}

/// Returns whether a name has no words in another language: a quarter (`Q3`) or a fiscal year has.
fn is_kept(name: &str) -> bool {
    let digits = name.trim_start_matches(|ch: char| ch.is_ascii_alphabetic());
    let letters = &name[..name.len() - digits.len()];
    let period = match letters {
        "Q" | "H" => digits.len() == 1,
        "FY" | "CY" => digits.len() <= 4,
        "W" | "Day" | "day" => digits.len() <= 2,
        _ => false,
    };
    !(period && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
