//! Brackets and quotation marks of a text and which of them belong together.

use crate::text::Span;

/// Which brackets a text has.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Brackets {
    /// Those that belong together, by their ends.
    pub(super) pairs: Vec<(Span, Span)>,
    /// Those that have no other half, in order.
    pub(super) loose: Vec<Span>,
}

/// Returns the kind of a bracket and whether it opens. Both widths of round brackets are one kind; square ones
/// are only looked at to know intervals such as `[0, 1)`.
fn kind(ch: char) -> Option<(usize, bool)> {
    Some(match ch {
        '（' | '(' => (ROUND, true),
        '）' | ')' => (ROUND, false),
        '[' => (SQUARE, true),
        ']' => (SQUARE, false),
        '‘' => (SINGLE, true),
        '’' => (SINGLE, false),
        '《' => (3, true),
        '》' => (3, false),
        '〈' => (4, true),
        '〉' => (4, false),
        '【' => (5, true),
        '】' => (5, false),
        '「' => (6, true),
        '」' => (6, false),
        '『' => (7, true),
        '』' => (7, false),
        '“' => (8, true),
        '”' => (8, false),
        '［' => (9, true),
        '］' => (9, false),
        _ => return None,
    })
}

const KINDS: usize = 10;
const ROUND: usize = 0;
const SQUARE: usize = 1;
const SINGLE: usize = 2;

/// Returns the brackets of a text.
pub(super) fn brackets(text: &str) -> Brackets {
    let mut found = Brackets::default();
    // Invariant: no more entries of a kind than `open` says, so that looking for one that is not there costs nothing.
    let mut stack: Vec<(usize, Span)> = Vec::new();
    let mut open = [0usize; KINDS];
    for (at, ch) in text.char_indices() {
        let Some((kind, opens)) = kind(ch) else { continue };
        let span = at..at + ch.len_utf8();
        if opens {
            if !is_face(text, &span) {
                stack.push((kind, span));
                open[kind] += 1;
            }
            continue;
        }
        if let Some((top, _)) = stack.last()
            && ((*top == SQUARE && kind == ROUND) || (*top == ROUND && kind == SQUARE && open[SQUARE] == 0))
        {
            // An interval: [0, 1) or (0, 1].
            open[*top] -= 1;
            stack.pop();
            continue;
        }
        if open[kind] == 0 {
            if !is_spare(text, &span, kind) {
                found.loose.push(span);
            }
            continue;
        }
        while let Some((other, start)) = stack.pop() {
            open[other] -= 1;
            if other == kind {
                found.pairs.push((start, span.clone()));
                break;
            }
            if other != SQUARE {
                found.loose.push(start);
            }
        }
    }
    found.loose.extend(stack.into_iter().filter(|(kind, _)| *kind != SQUARE).map(|(_, span)| span));
    found.loose.sort_by_key(|span| span.start);
    found.pairs.sort_by_key(|(start, _)| start.start);
    found
}

/// Whether a closing mark needs no other half: `1)`, `a)`, `:)`, an apostrophe.
fn is_spare(text: &str, span: &Span, kind: usize) -> bool {
    let before = text[..span.start].chars().next_back();
    match kind {
        SQUARE => true,
        ROUND => {
            let word = text[..span.start].chars().rev().take_while(char::is_ascii_alphanumeric).take(3).count();
            let (head, own) = text[..span.start].split_at(span.start - word);
            // `A 至 F）` ends a bracket that was lost; `第 1) 步` counts.
            let spaced = head.ends_with(' ') && own.bytes().all(|byte| byte.is_ascii_digit());
            let begins = head.trim_end_matches(' ').chars().next_back().is_none_or(|ch| "，；。：、,;.:".contains(ch));
            let counted = matches!(word, 1 | 2) && (begins || spaced);
            counted || is_face(text, span)
        }
        SINGLE => before.is_some_and(|ch| ch.is_ascii_alphanumeric()),
        _ => false,
    }
}

/// Whether a bracket is the mouth of a face: `:)`, `:-(`, `;)`.
fn is_face(text: &str, span: &Span) -> bool {
    let head = &text[..span.start];
    let mouth = matches!(&text[span.clone()], "(" | ")");
    mouth
        && [":", ";", ":-", ";-", "=", "^_^"].iter().any(|eyes| {
            head.strip_suffix(eyes).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '。', '，', '！']))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pairs: usize, loose: &[&str]) {
        let found = brackets(text);
        let written: Vec<&str> = found.loose.iter().map(|span| &text[span.clone()]).collect();
        assert_eq!((found.pairs.len(), written), (pairs, loose.to_vec()), "{text}");
    }

    #[test]
    fn brackets_find_their_other_half() {
        check("（O(1)）“《书》”", 4, &[]);
        check("（实验室", 0, &["（"]);
        check("实验室）", 0, &["）"]);
        check("“实验（室”", 1, &["（"]);
        check("（a)", 1, &[]);
        check("1) 一；b) 二，步骤 3) 三", 0, &[]);
        check("六个报告厅 A 至 F）", 0, &["）"]);
        check("基金会那时名为 AI）", 0, &["）"]);
        check("[0, 1) 与 (0, 1] 之间", 0, &[]);
        check("很好 :) 不好 :-(", 0, &[]);
        check("it’s 一个 users’ 词", 0, &[]);
        check("链接](/a)", 1, &[]);
    }
}
