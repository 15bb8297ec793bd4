//! Patching a translation: the one confirmation by machine.
//!
//! Allowed only where nothing but addresses, numbers or code changed, and each stands once, as a whole,
//! in the old source and in the translation, and nowhere in the new source. The rule is the same in
//! both directions, so that a source taken back takes its patches back.

use crate::change::token::{Token, tokens};
use crate::change::{Change, Evidence, Kind, form};
use crate::text::{Edit, apply};

/// Returns `target` with the tokens of `change` replaced, or `None` where that is not certain.
pub fn patch(was: &str, now: &str, change: &Change, target: &str) -> Option<String> {
    let pairs: Option<Vec<(Kind, &str, &str)>> = change.evidence.iter().map(replaced).collect();
    let pairs = pairs.filter(|pairs| !pairs.is_empty())?;
    let (old, new, said) = (tokens(was), tokens(now), tokens(target));
    let mut edits = (Vec::new(), Vec::new());
    for (kind, from, to) in pairs {
        let here = only(was, &old, kind, from)?;
        only(now, &new, kind, to)?;
        let there = only(target, &said, kind, from)?;
        if occurs(&old, kind, to) || occurs(&new, kind, from) || occurs(&said, kind, to) {
            return None;
        }
        edits.0.push(Edit::new(here.span.clone(), to));
        edits.1.push(Edit::new(there.span.clone(), to));
    }
    // Nothing but these tokens changed.
    (form(&apply(was, edits.0)) == form(now)).then(|| apply(target, edits.1))
}

fn replaced(evidence: &Evidence) -> Option<(Kind, &str, &str)> {
    let exact = matches!(evidence.kind, Kind::Link | Kind::Number | Kind::Code);
    Some((evidence.kind, evidence.was.as_deref()?, evidence.now.as_deref()?)).filter(|_| exact)
}

/// The one token that is written like this, where no other has its value.
fn only<'k>(text: &str, tokens: &'k [Token], kind: Kind, token: &str) -> Option<&'k Token> {
    let written = tokens.iter().find(|it| it.kind == Some(kind) && text[it.span.clone()] == *token)?;
    let same = tokens.iter().filter(|it| it.kind == Some(kind) && it.key == written.key).count();
    (same == 1).then_some(written)
}

fn occurs(tokens: &[Token], kind: Kind, text: &str) -> bool {
    let key = crate::change::token::tokens(text).into_iter().next().map(|token| token.key);
    let key = key.filter(|_| kind != Kind::Link);
    tokens.iter().any(|token| token.kind == Some(kind) && (token.key == text || Some(&token.key) == key.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::classify;

    /// Patches, and takes the patch back.
    #[track_caller]
    fn check(was: &str, now: &str, target: &str, expected: Option<&str>) {
        let patched = patch(was, now, &classify(was, now), target);
        assert_eq!(patched.as_deref(), expected, "{was} -> {now}");
        if let Some(patched) = patched {
            let back = patch(now, was, &classify(now, was), &patched);
            assert_eq!(back.as_deref(), Some(target), "{now} -> {was}");
        }
    }

    #[test]
    fn one_token_is_replaced() {
        check("See [a](b.md).", "See [a](c.md).", "见[甲](b.md)。", Some("见[甲](c.md)。"));
        check("See [a](b) and [c](d).", "See [a](e) and [c](f).", "见[丙](d)和[甲](b)。", Some("见[丙](f)和[甲](e)。"));
        check("We met 9 teams.", "We met 10 teams.", "我们见了 9 支队伍。", Some("我们见了 10 支队伍。"));
        check("Run `a` now.", "Run `b` now.", "现在运行 `a`。", Some("现在运行 `b`。"));
    }

    #[test]
    fn what_is_not_certain_is_left() {
        // Not there, only as a part of another, twice, or in words.
        check("We met 9 teams.", "We met 10 teams.", "我们见了九支队伍。", None);
        check("We met 9 teams.", "We met 10 teams.", "我们见了 19 支队伍。", None);
        check("We met 9 teams.", "We met 10 teams.", "9 日见了 9 支队伍。", None);
        check("See [a](b).", "See [a](c).", "见甲。", None);
        check("See [a](b).", "See [a](b/c).", "见[甲](b/c)。", None);
        // Two that changed places, and one that stands twice in the source.
        check("[a](b) [c](d)", "[a](d) [c](b)", "[甲](b) [丙](d)", None);
        check("[a](b) [c](b)", "[a](d) [c](b)", "[甲](b)", None);
        check("One of 1 room.", "One of 2 room.", "1 间之一。", None);
        // Something else changed too.
        check("At 9 a.m. sharp", "At 8 p.m. sharp", "上午 9 点", None);
        check("1 seat", "2 seats", "1 个座位", None);
        check("See [a](b).", "Read [a](c).", "见[甲](b)。", None);
    }
}
