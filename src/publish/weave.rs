//! Both languages in one block: a heading `first / second`, a table with merged cells, a list with two paragraphs an
//! item. One patch a unit, or one a table that is printed twice.

use unicode_width::UnicodeWidthStr;

use crate::markdown::{self, LeafKind};
use crate::publish::anchors::{self, Anchors, Links};
use crate::publish::split::newline;
use crate::publish::{Order, Page, Patch, lines};
use crate::text::{Edit, Span, join_lines, line_end, trim_line_end};

/// Cells up to this many columns are merged.
const WIDEST_MERGED_CELL: usize = 24;

/// Returns the text of a heading in both languages, before links are rewritten.
pub(super) fn heading_text(page: &Page<'_>, leaf: usize) -> Option<String> {
    let unit = page.document.units.binary_search_by_key(&leaf, |unit| unit.leaf).ok()?;
    let source = join_lines(&page.document.units[unit].segments);
    Some(match page.translation(unit) {
        Some(lines) => merged_marks(page, &source, &lines.join(" ")),
        None => source,
    })
}

/// Like [`Style::merged`](crate::publish::Style), for Markdown: where a mark of the first text would pair with one of
/// the second (`3~5 / 3~5`), the marks that stand for themselves are escaped.
fn merged_marks(page: &Page<'_>, source: &str, target: &str) -> String {
    let together = page.style.merged(source, target);
    let apart = page.style.merged(&markdown::visible(source), &markdown::visible(target));
    // GitHub pairs single tildes inside words too; the parser that `visible` uses does not.
    let tildes = source.contains('~') && target.contains('~');
    if !tildes && markdown::visible(&together) == apart {
        return together;
    }
    page.style.merged(&markdown::with_literal_marks_escaped(source), &markdown::with_literal_marks_escaped(target))
}

/// The two languages of a page, put into the blocks of the source.
pub(super) struct Weaver<'p> {
    page: &'p Page<'p>,
    pub(super) definitions: String,
    pub(super) anchors: Anchors,
    line_end: &'static str,
}

impl<'p> Weaver<'p> {
    /// Returns the weaver of a page: its headings have both languages.
    pub(super) fn new(page: &'p Page<'p>) -> Weaver<'p> {
        let definitions = anchors::definitions(page);
        let anchors = anchors::anchors(page, page.style.dialect.ids, |leaf| heading_text(page, leaf));
        Weaver { page, definitions, anchors, line_end: newline(page.source) }
    }

    /// Returns the patches of the units that are `wanted`, in order.
    pub(super) fn patches(&self, wanted: impl Fn(usize) -> bool) -> Vec<Patch> {
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
                    if wanted(at) {
                        patches.extend(self.table(table, at..end));
                    }
                    at = end;
                }
                None => {
                    if wanted(at) {
                        patches.extend(self.block(at));
                    }
                    at += 1;
                }
            }
        }
        patches
    }

    fn rewritten(&self, segments: &[String]) -> Vec<String> {
        segments.iter().map(|segment| self.anchors.rewrite(segment, &self.definitions, Links::Inline)).collect()
    }

    /// The lines of both languages; those of the target only where they say something of their own.
    fn both(&self, unit: usize) -> (Vec<String>, Option<Vec<String>>) {
        let source = self.rewritten(&lines::unit_lines(&self.page.document.units[unit].segments));
        let target = self.page.translation(unit).map(|target| self.rewritten(&target));
        let target = target.filter(|target| *target != source);
        (source, target)
    }

    /// The lines in the order of the page.
    fn ordered(&self, unit: usize) -> (Vec<String>, Option<Vec<String>>) {
        match (self.page.style.order, self.both(unit)) {
            (Order::TargetFirst, (source, Some(target))) => (target, Some(source)),
            (_, both) => both,
        }
    }

    fn block(&self, at: usize) -> Option<Patch> {
        let unit = &self.page.document.units[at];
        let leaf = self.page.document.leaf(unit);
        if let (Some(field), Some(front)) = (leaf.field, &self.page.document.parsed.front_matter) {
            let (source, target) = self.both(at);
            let value = self.page.style.merged(&source.join(" "), &target?.join(" "));
            let bytes = front.fields[field].written(&value, front.toml, self.line_end);
            return Some(self.patch(at, vec![Edit::new(leaf.span.clone(), bytes)], vec![(leaf.kind, value)]));
        }
        if leaf.kind == LeafKind::Attribute {
            // An attribute is no Markdown: nothing in it leads anywhere or pairs up.
            let text = self.page.style.merged(&unit.segments.join(" "), &self.page.translation(at)?.join(" "));
            let written = lines::write(&[text], leaf, "", self.line_end);
            let edit = Edit::new(leaf.span.clone(), written.bytes);
            return Some(self.patch(at, vec![edit], vec![(leaf.kind, written.text)]));
        }
        let prefix = lines::prefix(self.page.source, leaf);
        if leaf.kind.is_one_line() {
            let (source, target) = self.both(at);
            let target = target.map_or_else(String::new, |target| target.join(" "));
            let text = merged_marks(self.page, &source.join(" "), &target);
            let written = lines::write(&[text], leaf, &prefix, self.line_end);
            let mut edits = vec![Edit::new(leaf.span.clone(), written.bytes)];
            if leaf.kind == LeafKind::Alt {
                edits.extend(anchors::image_tail(self.page, leaf, &self.definitions, Links::Inline));
            }
            return Some(self.patch(at, edits, vec![(leaf.kind, written.text)]));
        }
        let (first, second) = self.ordered(at);
        let unchanged = first == unit.segments;
        if leaf.kind == LeafKind::Footnote
            && leaf.quotes > 0
            && let Some(second) = &second
        {
            return Some(self.one_paragraph(at, first, second, &prefix));
        }
        let first = lines::write(&first, leaf, &prefix, self.line_end);
        let Some(second) = second else {
            if unchanged {
                return None;
            }
            let edit = Edit::new(leaf.span.clone(), first.bytes);
            return Some(self.patch(at, vec![edit], vec![(leaf.kind, first.text)]));
        };
        let second = lines::write(&second, leaf, &prefix, self.line_end);
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
    fn one_paragraph(&self, at: usize, first: Vec<String>, second: &[String], prefix: &str) -> Patch {
        let leaf = self.page.document.leaf(&self.page.document.units[at]);
        let mut both = first;
        if let Some(last) = both.last_mut() {
            last.push('\\');
        }
        both.extend(second.iter().cloned());
        let written = lines::write(&both, leaf, prefix, self.line_end);
        self.patch(at, vec![Edit::new(leaf.span.clone(), written.bytes)], vec![(leaf.kind, written.text)])
    }

    fn patch(&self, unit: usize, edits: Vec<Edit>, expected: Vec<(LeafKind, String)>) -> Patch {
        let leaf = self.page.document.units[unit].leaf;
        Patch { units: unit..unit + 1, leaves: leaf..leaf + 1, edits, expected }
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

    fn table(&self, table: usize, units: std::ops::Range<usize>) -> Vec<Patch> {
        let pairs: Vec<(Vec<String>, Option<Vec<String>>)> = units.clone().map(|unit| self.ordered(unit)).collect();
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
        Some(Patch { units, leaves: from..to, edits: vec![Edit::new(span, bytes)], expected })
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
            let written = lines::write(segments, leaf, "", self.line_end);
            edits.push(Edit::new(leaf.span.start - span.start..leaf.span.end - span.start, written.bytes));
            expected.push((leaf.kind, written.text));
        }
        (crate::text::apply(&self.page.source[span.clone()], edits), expected)
    }
}

#[derive(Clone, Copy)]
enum Side {
    First,
    Second,
}
