//! The line that a finding is about, with carets below what it means.
//!
//! Columns are those of a terminal: a full-width character has two, a combining mark none, and
//! characters of ambiguous width (`“`, `…`, `—`) one.

use std::ops::Range;

use duizhao::finding::{Place, Severity};
use unicode_width::UnicodeWidthChar;

use crate::ui::{Paint, SPELLED_BRACKET, is_plain};

/// No more bytes of a line are kept on either side: no terminal shows more, and a file may be one line.
const REACH: usize = 1000;

/// A tab leads to the next multiple of this.
const TAB: usize = 4;

/// What stands before the first character that is shown of a long line, and behind the last.
const CUT: char = '…';

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excerpt {
    line: usize,
    before: String,
    marked: String,
    after: String,
}

impl Excerpt {
    /// Returns the first line of a place in the file whose text is `text`. What shows the finding is
    /// marked where it stands in the line, else the whole place. A blank place, such as that of a
    /// finding about a file as a whole, has none.
    pub(crate) fn of(text: &str, place: &Place, evidence: &str) -> Option<Excerpt> {
        let meant = text.get(place.span.clone())?;
        let meant = meant.split(['\n', '\r']).next().unwrap_or(meant);
        let end = place.span.start + meant.trim_end().len();
        let meant = meant.trim();
        let mut marked = end.checked_sub(meant.len()).filter(|_| !meant.is_empty())?..end;
        if let Some(at) = meant.find(evidence).filter(|_| !evidence.is_empty()) {
            marked = marked.start + at..marked.start + at + evidence.len();
        }
        let before = &text[boundary(text, marked.start.saturating_sub(REACH))..marked.start];
        let before = before.rsplit(['\n', '\r']).next().unwrap_or(before);
        let after = &text[marked.end..boundary(text, (marked.end + REACH).min(text.len()))];
        let after = after.split(['\n', '\r']).next().unwrap_or(after);
        let end = boundary(text, marked.end.min(marked.start + REACH));
        Some(Excerpt {
            line: place.line,
            before: before.trim_start_matches('\u{feff}').to_owned(),
            marked: text[marked.start..end].to_owned(),
            after: after.to_owned(),
        })
    }

    /// Returns two lines, not wider than `width` columns where there is room for anything at all, and
    /// whether nothing was cut off.
    pub(super) fn drawn(&self, paint: Paint, severity: Severity, width: usize) -> (String, bool) {
        let number = self.line.to_string();
        let gutter = number.len() + 5;
        let row = Row::new(self);
        let window = row.window(width.saturating_sub(gutter).max(20));
        let (text, carets) = row.cut(&window);
        let blank = " ".repeat(number.len());
        let out = format!(
            "  {}{}\n  {}{}\n",
            paint.faint(&format!("{number} | ")),
            text.trim_end(),
            paint.faint(&format!("{blank} | ")),
            paint.on_marks(severity, &carets),
        );
        (out, window == (0..row.width))
    }

    /// Returns whether a text stands in the line as it is.
    pub(super) fn holds(&self, text: &str) -> bool {
        format!("{}{}{}", self.before, self.marked, self.after).contains(text)
    }
}

/// A line laid out: what is shown from which column on, and the columns that are marked.
struct Row {
    cells: Vec<(usize, String)>,
    width: usize,
    marked: Range<usize>,
}

impl Row {
    fn new(excerpt: &Excerpt) -> Row {
        let mut row = Row { cells: Vec::new(), width: 0, marked: 0..0 };
        row.push(&excerpt.before);
        let start = row.width;
        row.push(&excerpt.marked);
        // A mark without a width (a combining character) is pointed at.
        row.marked = start..row.width.max(start + 1);
        row.push(&excerpt.after);
        row.width = row.width.max(row.marked.end);
        row
    }

    fn push(&mut self, text: &str) {
        for ch in text.chars() {
            let (shown, width) = match ch {
                '\t' => (" ".repeat(TAB - self.width % TAB), TAB - self.width % TAB),
                '[' if self.is_command() => (SPELLED_BRACKET.to_owned(), SPELLED_BRACKET.len()),
                ch if is_plain(ch) => (ch.to_string(), ch.width().unwrap_or(0)),
                ch => (ch.escape_unicode().to_string(), ch.escape_unicode().count()),
            };
            self.cells.push((self.width, shown));
            self.width += width;
        }
    }

    /// Whether a bracket would make a command of what stands before it.
    fn is_command(&self) -> bool {
        let before = self.cells.iter().rev().map(|(_, shown)| shown.as_str());
        let mut before = before.skip_while(|shown| shown.bytes().all(|byte| byte.is_ascii_alphabetic()));
        before.next() == Some("#") && before.next() == Some("#")
    }

    /// The columns to show: all, or as many as there is room for around the marked ones.
    fn window(&self, room: usize) -> Range<usize> {
        if self.width <= room {
            return 0..self.width;
        }
        let middle = (self.marked.start + self.marked.end.min(self.marked.start + room)) / 2;
        // The beginning of what is meant matters more than its end.
        let start = middle.saturating_sub(room / 2).min(self.marked.start.saturating_sub(1)).min(self.width - room);
        start..start + room
    }

    /// The text of a window and the carets below it.
    fn cut(&self, window: &Range<usize>) -> (String, String) {
        let left = usize::from(window.start > 0);
        let right = usize::from(window.end < self.width);
        let inner = window.start + left..window.end - right;
        let ends = self.cells.iter().skip(1).map(|(column, _)| *column).chain([self.width]);
        let mut text = String::new();
        let mut at = inner.start;
        let fits = |column: usize, end: usize| column >= inner.start && end <= inner.end;
        for ((column, shown), end) in self.cells.iter().zip(ends).filter(|((column, _), end)| fits(*column, *end)) {
            if text.is_empty() {
                // Half of a wide character may have been cut off.
                let gap = " ".repeat(column - at);
                text = if left == 1 { format!("{CUT}{gap}") } else { gap };
            }
            text.push_str(shown);
            at = end;
        }
        if right == 1 {
            text.push(CUT);
        }
        let start = self.marked.start.clamp(inner.start, inner.end);
        let end = self.marked.end.clamp(start, inner.end.max(start));
        let carets = format!("{}{}", " ".repeat(start - window.start), "^".repeat((end - start).max(1)));
        (text, carets)
    }
}

/// Returns the last boundary of characters up to `at`.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws `text`, whose part between `[` and `]` is the place.
    fn drawn(text: &str, evidence: &str, width: usize) -> String {
        let start = text.find('[').expect("a start");
        let end = text.find(']').expect("an end") - 1;
        let text = text.replace(['[', ']'], "");
        let place = Place::new("a", &text, start..end);
        let excerpt = Excerpt::of(&text, &place, evidence).expect("in the text");
        excerpt.drawn(Paint { on: false }, Severity::Error, width).0
    }

    #[track_caller]
    fn check(text: &str, evidence: &str, width: usize, expected: [&str; 2]) {
        assert_eq!(drawn(text, evidence, width), format!("{}\n{}\n", expected[0], expected[1]));
    }

    #[test]
    fn carets_stand_below_full_width_characters() {
        check("对[译文]x", "", 80, ["  1 | 对译文x", "    |   ^^^^"]);
        check("“a”…—[b]", "", 80, ["  1 | “a”…—b", "    |      ^"]);
        check("e\u{301}[b]", "", 80, ["  1 | e\u{301}b", "    |  ^"]);
    }

    #[test]
    fn evidence_in_the_line_narrows_the_carets() {
        check("a\n    [7 日 2021 年]\n", "2021", 80, ["  2 |     7 日 2021 年", "    |          ^^^^"]);
        check("[7 日]\n", "2021", 80, ["  1 | 7 日", "    | ^^^^"]);
    }

    #[test]
    fn tabs_are_expanded_and_controls_spelled_out() {
        check("a\tb[c]", "", 80, ["  1 | a   bc", "    |      ^"]);
        check("\u{1b}[\u{202e}]", "", 80, ["  1 | \\u{1b}\\u{202e}", "    |       ^^^^^^^^"]);
    }

    #[test]
    fn a_place_of_several_lines_shows_the_first() {
        check("# x\n[# a\nb]\n", "", 80, ["  2 | # a", "    | ^^^"]);
        check("\u{feff}[ab]", "", 80, ["  1 | ab", "    | ^^"]);
        check("a\n[    b ]c", "", 80, ["  2 |     b c", "    |     ^"]);
    }

    #[test]
    fn a_blank_place_is_not_shown() {
        for (text, span) in [("ab", 0..0), ("a\n  \nb", 2..4), ("ab", 1..9)] {
            let place = Place { path: "a".into(), span, line: 1, column: 1, end_line: 1, end_column: 1 };
            assert_eq!(Excerpt::of(text, &place, ""), None);
        }
    }

    #[test]
    fn long_lines_are_cut_around_the_carets() {
        let text = format!("{}[here]{}", "a".repeat(50), "b".repeat(50));
        check(
            &text,
            "",
            26,
            ["  1 | …aaaaaaahereaaaaaaa…".replace("hereaaaaaaa", "herebbbbbbb").as_str(), "    |         ^^^^"],
        );
        let wide = format!("{}[汉字]{}", "对".repeat(50), "照".repeat(50));
        let shown = drawn(&wide, "", 27);
        let widths = shown.lines().map(|line| line.chars().filter_map(UnicodeWidthChar::width).sum::<usize>());
        assert!(widths.max() <= Some(27), "{shown}");
        let (line, carets) = shown.split_once('\n').expect("two lines");
        let before: usize = line.split("汉").next().expect("its start").chars().filter_map(|ch| ch.width()).sum();
        assert_eq!(carets.trim_end().find('^'), Some(before), "{shown}");
    }

    #[test]
    fn a_marked_part_wider_than_the_terminal_shows_its_beginning() {
        let shown = drawn(&format!("    [{}]", "x".repeat(300)), "", 40);
        assert!(shown.starts_with("  1 | …") || shown.starts_with("  1 |     x"), "{shown}");
        assert!(shown.lines().all(|line| line.chars().count() <= 40), "{shown}");
    }

    #[test]
    fn one_line_of_megabytes_is_not_copied() {
        let text = format!("{}[x]{}", "对".repeat(9000), "照".repeat(9000));
        let at = text.find('[').expect("in the text");
        let place = Place { path: "a".into(), span: at..at + 3, line: 1, column: 1, end_line: 1, end_column: 1 };
        let excerpt = Excerpt::of(&text, &place, "").expect("in the text");
        assert!(excerpt.before.len() < REACH + 4 && excerpt.after.len() <= REACH);
    }
}
