//! Layout `interleaved`: each block in both languages, source first, in one file without raw HTML.
//!
//! A heading is one heading `first / second`; a list stays one list; a small table has merged cells,
//! a large one is printed twice; code and breaks stand once. Dialect `gfm`.

use unicode_width::UnicodeWidthStr;

use crate::markdown::{self, LeafKind};
use crate::publish::anchors::{self, Anchors, Links};
use crate::publish::split::{front_matter_keys, newline};
use crate::publish::{Emitted, Layout, Page, Patch, Target, lines, settle};
use crate::text::{Edit, Span, join_lines, line_end, trim_line_end};

pub(super) static LAYOUT: Interleaved = Interleaved;

pub(super) struct Interleaved;

/// Between the two languages of a heading, a cell, a title (rule H-5).
const SEPARATOR: &str = " / ";

/// Cells up to this many columns are merged.
const WIDEST_MERGED_CELL: usize = 24;

impl Layout for Interleaved {
    fn name(&self) -> &'static str {
        "interleaved"
    }

    fn emit(&self, page: &Page<'_>) -> Emitted {
        let definitions = anchors::definitions(page);
        let anchors = anchors::anchors(page, false, |leaf| heading_text(page, leaf));
        let weaver = Weaver { page, definitions, anchors, line_end: newline(page.source) };
        let patches = weaver.patches();
        let languages = format!("[{}, {}]", page.source_locale, page.locale);
        let languages = match &page.document.parsed.front_matter {
            Some(front) if front.toml => format!("[\"{}\", \"{}\"]", page.source_locale, page.locale),
            _ => languages,
        };
        let keys = [("lang", page.locale.to_owned()), ("languages", languages), ("translationKey", page.key.clone())];
        let base = front_matter_keys(page, &keys);
        let (mut text, mut refused) = settle(page.source, &page.options, &base, &patches);
        if refused.is_empty()
            && !page.document.parsed.definitions.is_empty()
            && !anchors::has_fixed_references(page, &weaver.definitions)
        {
            // Every reference became an inline link; the definitions have nothing left to define.
            let without: Vec<Edit> = base.iter().cloned().chain(weaver.definitions_removed()).collect();
            let (shorter, refused_now) = settle(page.source, &page.options, &without, &patches);
            if refused_now.is_empty() {
                text = shorter;
            }
        }
        refused.dedup();
        Emitted { text, refused }
    }
}

/// The text of a heading in the output.
fn heading_text(page: &Page<'_>, leaf: usize) -> Option<String> {
    let unit = page.document.units.binary_search_by_key(&leaf, |unit| unit.leaf).ok()?;
    let first = join_lines(&page.document.units[unit].segments);
    Some(match &page.targets[unit] {
        Target::Segments(segments) => merged_marks(&first, &lines::unit_lines(segments).join(" ")),
        _ => first,
    })
}

fn merged(first: &str, second: &str) -> String {
    if second.trim().is_empty() || first.trim() == second.trim() {
        first.to_owned()
    } else {
        format!("{first}{SEPARATOR}{second}")
    }
}

/// Like [`merged`], for Markdown: where a mark of the first text would pair with one of the second
/// (`3~5 / 3~5`), the marks that stand for themselves are escaped.
fn merged_marks(first: &str, second: &str) -> String {
    let together = merged(first, second);
    let apart = merged(&markdown::visible(first), &markdown::visible(second));
    // GitHub pairs single tildes inside words too; the parser that `visible` uses does not.
    let tildes = first.contains('~') && second.contains('~');
    if !tildes && markdown::visible(&together) == apart {
        return together;
    }
    merged(&markdown::with_literal_marks_escaped(first), &markdown::with_literal_marks_escaped(second))
}

struct Weaver<'p> {
    page: &'p Page<'p>,
    definitions: String,
    anchors: Anchors,
    line_end: &'static str,
}

impl Weaver<'_> {
    fn patches(&self) -> Vec<Patch> {
        let mut patches = Vec::new();
        let mut at = 0;
        while at < self.page.document.units.len() {
            let unit = &self.page.document.units[at];
            let leaf = self.page.document.leaf(unit);
            match leaf.cell {
                Some((table, ..)) => {
                    let end = self.page.document.units[at..]
                        .iter()
                        .position(|unit| self.page.document.leaf(unit).cell.is_none_or(|(other, ..)| other != table))
                        .map_or(self.page.document.units.len(), |count| at + count);
                    patches.extend(self.table(table, at..end));
                    at = end;
                }
                None => {
                    patches.extend(self.block(at));
                    at += 1;
                }
            }
        }
        patches
    }

    fn rewritten(&self, segments: &[String]) -> Vec<String> {
        segments.iter().map(|segment| self.anchors.rewrite(segment, &self.definitions, Links::Inline)).collect()
    }

    fn both(&self, unit: usize) -> (Vec<String>, Option<Vec<String>>) {
        let first = self.rewritten(&self.page.document.units[unit].segments);
        let second = match &self.page.targets[unit] {
            Target::Segments(segments) => Some(self.rewritten(segments)),
            Target::Source | Target::Omitted => None,
        };
        let second = second.filter(|second| *second != first);
        (first, second)
    }

    fn block(&self, at: usize) -> Option<Patch> {
        let unit = &self.page.document.units[at];
        let leaf = self.page.document.leaf(unit);
        let (first, second) = self.both(at);
        if let (Some(field), Some(front)) = (leaf.field, &self.page.document.parsed.front_matter) {
            let value = merged(&first.join(" "), &lines::unit_lines(&second?).join(" "));
            let bytes = front.fields[field].written(&value, front.toml, self.line_end);
            return Some(self.patch(at, vec![Edit::new(leaf.span.clone(), bytes)], vec![(leaf.kind, value)]));
        }
        let prefix = lines::prefix(self.page.source, leaf);
        if leaf.kind.is_one_line() {
            let second = second.map_or_else(String::new, |second| lines::unit_lines(&second).join(" "));
            let text = merged_marks(&lines::unit_lines(&first).join(" "), &second);
            let written = lines::write(&[text], leaf, &prefix, self.line_end);
            let mut edits = vec![Edit::new(leaf.span.clone(), written.bytes)];
            edits.extend(self.anchor_removed(at));
            if leaf.kind == LeafKind::Alt {
                edits.extend(anchors::image_tail(self.page, leaf, &self.definitions, Links::Inline));
            }
            return Some(self.patch(at, edits, vec![(leaf.kind, written.text)]));
        }
        let unchanged = first == unit.segments;
        let first = lines::write(&lines::unit_lines(&first), leaf, &prefix, self.line_end);
        let Some(second) = second else {
            if unchanged {
                return None;
            }
            let edit = Edit::new(leaf.span.clone(), first.bytes);
            return Some(self.patch(at, vec![edit], vec![(leaf.kind, first.text)]));
        };
        if leaf.kind == LeafKind::Footnote && leaf.quotes > 0 {
            return Some(self.one_paragraph(at, &second, &prefix));
        }
        let second = lines::write(&lines::unit_lines(&second), leaf, &prefix, self.line_end);
        let end = line_end(self.page.source, leaf.span.end);
        let end = leaf.span.end + trim_line_end(&self.page.source[leaf.span.end..end]).len();
        let (line_end, blank) = (self.line_end, prefix.trim_end());
        let gap = if self.next_needs_gap(end, &prefix, leaf.kind, leaf.quotes) {
            format!("{line_end}{blank}")
        } else {
            String::new()
        };
        let bytes = format!("{}{line_end}{blank}{line_end}{prefix}{}{gap}", first.bytes, second.bytes);
        let below = if leaf.kind == LeafKind::ListItem { LeafKind::Paragraph } else { leaf.kind };
        Some(self.patch(
            at,
            vec![Edit::new(leaf.span.start..end, bytes)],
            vec![(leaf.kind, first.text), (below, second.text)],
        ))
    }

    /// Both languages with a hard break between them: a footnote in a quote ends at a blank line on
    /// GitHub, and what follows is code.
    fn one_paragraph(&self, at: usize, second: &[String], prefix: &str) -> Patch {
        let unit = &self.page.document.units[at];
        let leaf = self.page.document.leaf(unit);
        let mut both = lines::unit_lines(&self.rewritten(&unit.segments));
        if let Some(last) = both.last_mut() {
            last.push('\\');
        }
        both.extend(lines::unit_lines(second));
        let written = lines::write(&both, leaf, prefix, self.line_end);
        self.patch(at, vec![Edit::new(leaf.span.clone(), written.bytes)], vec![(leaf.kind, written.text)])
    }

    fn patch(&self, unit: usize, edits: Vec<Edit>, expected: Vec<(LeafKind, String)>) -> Patch {
        let leaf = self.page.document.units[unit].leaf;
        Patch { unit, leaves: leaf..leaf + 1, edits, expected }
    }

    /// Rule S7: whether what follows directly would run into the second language.
    fn next_needs_gap(&self, end: usize, prefix: &str, kind: LeafKind, quotes: usize) -> bool {
        let source = self.page.source;
        let start = line_end(source, end);
        let line = trim_line_end(&source[start..line_end(source, start)]);
        let content = &line[markdown::prefix_length(line, quotes)..];
        if content.trim().is_empty() {
            return false;
        }
        if kind != LeafKind::ListItem {
            return true;
        }
        // The next item of the same list follows at once; what is indented belongs to this item.
        let indent = |text: &str| text.len() - text.trim_start_matches([' ', '\t']).len();
        let inside = |text: &str| text.rfind('>').map_or(indent(text), |at| indent(&text[at + 1..]));
        let marked = line.rfind('>').filter(|_| quotes > 0).map_or(indent(line), |at| indent(&line[at + 1..]));
        marked >= inside(prefix)
    }

    /// `{#id}` shows as text on GitHub: it goes, and links follow the computed anchor.
    fn anchor_removed(&self, unit: usize) -> Option<Edit> {
        let leaf = self.page.document.leaf(&self.page.document.units[unit]);
        leaf.anchor.as_ref()?;
        let end = line_end(self.page.source, leaf.span.end);
        let rest = &self.page.source[leaf.span.end..end];
        let open = rest.find('{')?;
        let close = open + rest[open..].find('}')? + 1;
        let open = rest[..open].trim_end().len();
        Some(Edit::new(leaf.span.end + open..leaf.span.end + close, ""))
    }

    fn table(&self, table: usize, units: std::ops::Range<usize>) -> Vec<Patch> {
        let pairs: Vec<(Vec<String>, Option<Vec<String>>)> = units.clone().map(|unit| self.both(unit)).collect();
        let width = |segments: &Vec<String>| markdown::visible(&segments.join(" ")).width();
        let small = pairs.iter().all(|(first, second)| {
            width(first) <= WIDEST_MERGED_CELL
                && second.as_ref().is_none_or(|second| width(second) <= WIDEST_MERGED_CELL)
        });
        if small || pairs.iter().all(|(_, second)| second.is_none()) {
            return units.filter_map(|unit| self.block(unit)).collect();
        }
        self.twice(table, units, &pairs).into_iter().collect()
    }

    /// Two complete tables, first then second.
    fn twice(
        &self,
        table: usize,
        units: std::ops::Range<usize>,
        pairs: &[(Vec<String>, Option<Vec<String>>)],
    ) -> Option<Patch> {
        let parsed = &self.page.document.parsed;
        let span = parsed.tables.get(table)?.span.clone();
        let of_table = |leaf: &markdown::Leaf| leaf.cell.is_some_and(|(other, ..)| other == table);
        let from = parsed.leaves.iter().position(of_table)?;
        let to = parsed.leaves.iter().rposition(of_table)? + 1;
        let start = self.page.source[..span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let indent: String = self.page.source[start..span.start]
            .chars()
            .map(|ch| if matches!(ch, '>' | '\t') { ch } else { ' ' })
            .collect();
        let mut expected = Vec::new();
        let (first, mut cells) = self.cells(&span, from..to, units.clone(), pairs, Side::First);
        expected.append(&mut cells);
        let (second, mut cells) = self.cells(&span, from..to, units.clone(), pairs, Side::Second);
        expected.append(&mut cells);
        let (line_end, blank) = (self.line_end, indent.trim_end());
        let bytes = format!("{first}{line_end}{blank}{line_end}{indent}{second}");
        Some(Patch { unit: units.start, leaves: from..to, edits: vec![Edit::new(span, bytes)], expected })
    }

    fn cells(
        &self,
        span: &Span,
        leaves: std::ops::Range<usize>,
        units: std::ops::Range<usize>,
        pairs: &[(Vec<String>, Option<Vec<String>>)],
        side: Side,
    ) -> (String, Vec<(LeafKind, String)>) {
        let mut edits = Vec::new();
        let mut expected = Vec::new();
        for at in leaves {
            let leaf = &self.page.document.parsed.leaves[at];
            let unit = units.clone().find(|&unit| self.page.document.units[unit].leaf == at);
            let Some(unit) = unit else {
                expected.push((leaf.kind, self.page.source[leaf.span.clone()].trim_end().to_owned()));
                continue;
            };
            let (first, second) = &pairs[unit - units.start];
            let segments = match side {
                Side::First => first,
                Side::Second => second.as_ref().unwrap_or(first),
            };
            let written = lines::write(&lines::unit_lines(segments), leaf, "", self.line_end);
            edits.push(Edit::new(leaf.span.start - span.start..leaf.span.end - span.start, written.bytes));
            expected.push((leaf.kind, written.text));
        }
        (crate::text::apply(&self.page.source[span.clone()], edits), expected)
    }

    fn definitions_removed(&self) -> Vec<Edit> {
        let source = self.page.source;
        let definitions = self.page.document.parsed.definitions.iter();
        definitions
            .map(|definition| {
                let start = source[..definition.span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
                let end = line_end(source, definition.span.end.saturating_sub(1).max(start));
                Edit::new(start..end, "")
            })
            .collect()
    }
}

#[derive(Clone, Copy)]
enum Side {
    First,
    Second,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Options;
    use crate::segment::split;

    /// Emits a page whose units have one line of translation each.
    #[track_caller]
    fn check(source: &str, targets: &[&str], expected: &str) {
        let document = split(source, "en", &Options::default());
        let page = Page {
            source,
            document: &document,
            targets: targets.iter().map(|target| Target::Segments(vec![(*target).to_owned()])).collect(),
            source_locale: "en",
            locale: "zh-CN",
            key: "page".to_owned(),
            options: Options::default(),
        };
        assert_eq!(LAYOUT.emit(&page), Emitted { text: expected.to_owned(), refused: Vec::new() });
    }

    #[test]
    fn a_task_keeps_its_box_and_holds_both_languages() {
        check("- [ ] Do it.\n- [x] Rest.\n", &["做。", "歇。"], "- [ ] Do it.\n\n  做。\n- [x] Rest.\n\n  歇。\n");
        check("> 1. [ ] Do it.\n", &["做。"], "> 1. [ ] Do it.\n>\n>    做。\n");
    }
}
