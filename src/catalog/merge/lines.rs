//! Merging one record that both sides changed: target line by target line, each with its source line
//! and what stands above it.
//!
//! Lines that say one thing together (`{"^"}`) are merged together. A translation is always taken with
//! the source it was made for: where the sides disagree about the source, it stays unfinished (`was`)
//! until a sync has seen the document. Two different translations of one line are a conflict.

use crate::catalog::merge::Side;
use crate::catalog::{Above, Record, SourceLine, TargetLine, matching};
use crate::fluent::codec::Value;
use crate::text::join_lines;

/// What became of a record.
pub(super) enum Fate {
    /// It is merged.
    Merged(Record),
    /// Our version and theirs, in which only the lines in conflict differ: whoever takes one of them
    /// loses nothing else.
    Conflict(Record, Record),
}

/// Merges a record; `None` where its lines cannot be paired.
pub(super) fn merge(base: Option<&Record>, ours: &Record, theirs: &Record) -> Option<Fate> {
    if !ours.is_regular() || !theirs.is_regular() {
        return None;
    }
    let base = base.filter(|base| base.is_regular());
    let versions = Versions { base, ours, theirs };
    let rows = rows(&versions);
    let about = about_the_record(base.unwrap_or(&Record::default()), ours, theirs);
    let mut sides = [about.clone(), about];
    let mut conflict = false;
    for chunk in chunks(&rows, &versions)? {
        let chunk = &rows[chunk];
        let merged = versions.chunk(chunk);
        conflict |= merged.is_none();
        let own = |record, place: Place| merged.clone().unwrap_or_else(|| as_they_stand(record, chunk, place));
        let lines = [own(ours, |row| row.ours), own(theirs, |row| row.theirs)];
        for (side, lines) in sides.iter_mut().zip(lines) {
            let (sources, targets): (Vec<_>, Vec<_>) = lines.into_iter().unzip();
            side.sources.extend(sources);
            side.targets.extend(targets);
        }
    }
    let [ours, theirs] = sides;
    Some(if conflict { Fate::Conflict(ours, theirs) } else { Fate::Merged(ours) })
}

/// The lines of a chunk in one version.
fn as_they_stand(record: &Record, chunk: &[Row], place: Place) -> Vec<(SourceLine, TargetLine)> {
    let mut places: Vec<usize> = chunk.iter().filter_map(place).collect();
    places.sort_unstable();
    places.into_iter().map(|at| (record.sources[at].clone(), record.targets[at].clone())).collect()
}

struct Versions<'r> {
    base: Option<&'r Record>,
    ours: &'r Record,
    theirs: &'r Record,
}

/// One line of the result: which line it is in each version that has it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Row {
    base: Option<usize>,
    ours: Option<usize>,
    theirs: Option<usize>,
}

/// Which line of one version a row is.
type Place = fn(&Row) -> Option<usize>;

/// A line of a record.
#[derive(Debug, Clone, Copy)]
struct Line<'r> {
    source: &'r SourceLine,
    target: &'r TargetLine,
}

impl Line<'_> {
    fn open(&self) -> impl Iterator<Item = &Above> {
        self.source.above.iter().filter(|above| above.is_open())
    }

    /// Whether both lines say the same: notes and reviews aside.
    fn same(&self, other: &Line<'_>) -> bool {
        self.source.text == other.source.text && self.target.value == other.target.value && self.open().eq(other.open())
    }

    /// Whether the notes are the same too.
    fn equal(&self, other: &Line<'_>) -> bool {
        self.same(other) && self.source.above == other.source.above
    }
}

fn line(record: &Record, at: usize) -> Line<'_> {
    Line { source: &record.sources[at], target: &record.targets[at] }
}

/// Pairs the lines of all versions: ours in their order, and what only they have behind what stands
/// above it there.
fn rows(versions: &Versions<'_>) -> Vec<Row> {
    let Versions { base, ours, theirs } = versions;
    let from_base = |side: &Record| match base {
        Some(base) => aligned(&base.sources, &side.sources),
        None => vec![None; side.sources.len()],
    };
    let (base_of_ours, base_of_theirs) = (from_base(ours), from_base(theirs));
    let mut ours_of_theirs: Vec<Option<usize>> = base_of_theirs
        .iter()
        .map(|base| base.and_then(|base| base_of_ours.iter().position(|own| *own == Some(base))))
        .collect();
    if base.is_none() {
        ours_of_theirs = aligned(&ours.sources, &theirs.sources);
    } else {
        // Both added the same sentence.
        let new = |of: &[Option<usize>]| (0..of.len()).filter(|&at| of[at].is_none()).collect::<Vec<_>>();
        let (own, other) = (new(&base_of_ours), new(&base_of_theirs));
        let text = |record: &'_ Record, at: usize| record.sources[at].text.clone();
        let olds: Vec<String> = own.iter().map(|&at| text(ours, at)).collect();
        let news: Vec<String> = other.iter().map(|&at| text(theirs, at)).collect();
        for (to, from) in matching::equal(&olds, &news).into_iter().enumerate() {
            ours_of_theirs[other[to]] = from.map(|from| own[from]);
        }
    }
    let own_row = |at: usize| Row {
        base: base_of_ours[at],
        ours: Some(at),
        theirs: ours_of_theirs.iter().position(|own| *own == Some(at)),
    };
    let mut rows: Vec<Row> = (0..ours.sources.len()).map(own_row).collect();
    let mut place = 0;
    for at in 0..theirs.sources.len() {
        if ours_of_theirs[at].is_none() {
            rows.insert(place, Row { base: base_of_theirs[at], ours: None, theirs: Some(at) });
        }
        place = rows.iter().position(|row| row.theirs == Some(at)).map_or(place, |found| found + 1);
    }
    rows
}

/// Returns for each new line the old one it comes from: of the same text, else the one that its `was`
/// line names, else an edit between the same neighbours.
fn aligned(old: &[SourceLine], new: &[SourceLine]) -> Vec<Option<usize>> {
    let (olds, news): (Vec<&str>, Vec<&str>) =
        (old.iter().map(|line| line.text.as_str()).collect(), new.iter().map(|line| line.text.as_str()).collect());
    let mut paired = matching::equal(&olds, &news);
    for at in 0..new.len() {
        let Some((_, was)) = new[at].was().filter(|_| paired[at].is_none()) else { continue };
        let fits =
            |from: &usize| !paired.contains(&Some(*from)) && (old[*from].made_from() == was || olds[*from] == was);
        paired[at] = (0..old.len()).find(fits);
    }
    let rewritten = |_: &[&str], _: &[&str], from: &[usize], to: &[usize]| matching::rewritten(from, to);
    for edits in [matching::edits, rewritten] {
        for (from, to) in matching::gaps(&paired, old.len()) {
            for (from, to) in edits(&olds, &news, &from, &to) {
                if !paired.contains(&Some(from)) {
                    paired[to] = Some(from);
                }
            }
        }
    }
    paired
}

/// Returns the runs of rows that hang together: no version says a line of one in a line of another.
///
/// `None` where such a run would be torn apart.
fn chunks(rows: &[Row], versions: &Versions<'_>) -> Option<Vec<std::ops::Range<usize>>> {
    let mut joined = vec![false; rows.len()];
    let sides: [(Option<&Record>, Place); 3] = [
        (versions.base, |row| row.base),
        (Some(versions.ours), |row| row.ours),
        (Some(versions.theirs), |row| row.theirs),
    ];
    for (record, place) in sides {
        let Some(record) = record else { continue };
        for (row, at) in rows.iter().enumerate().filter_map(|(row, it)| Some((row, place(it)?))) {
            if at == 0 || record.targets[at].value != Value::Above {
                continue;
            }
            // A head that went is no reason: then the line is torn off in that version alone.
            let Some(head) = rows.iter().position(|row| place(row) == Some(at - 1)) else { continue };
            if head > row {
                return None;
            }
            joined[head + 1..=row].fill(true);
        }
    }
    let starts: Vec<usize> = (0..rows.len()).filter(|&row| !joined[row]).collect();
    let ends = starts.iter().skip(1).copied().chain([rows.len()]);
    Some(starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect())
}

impl<'r> Versions<'r> {
    /// Merges the lines of one chunk; `None` is a conflict.
    fn chunk(&self, rows: &[Row]) -> Option<Vec<(SourceLine, TargetLine)>> {
        let lines = |record: &'r Record, place: Place| -> Vec<Line<'r>> {
            rows.iter().filter_map(place).map(|at| line(record, at)).collect()
        };
        let ours = lines(self.ours, |row| row.ours);
        let theirs = lines(self.theirs, |row| row.theirs);
        let base = self.base.map_or_else(Vec::new, |base| lines(base, |row| row.base));
        // What was said in the line above must not come to stand below another one.
        let in_order = |place: Place| rows.iter().filter_map(place).is_sorted();
        if !in_order(|row| row.ours) || !in_order(|row| row.theirs) {
            return None;
        }
        let kept = |lines: &[Line<'_>]| Some(lines.iter().map(|it| (it.source.clone(), it.target.clone())).collect());
        let equal = |a: &[Line<'_>], b: &[Line<'_>]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.equal(b));
        if ours.len() < rows.len() || theirs.len() < rows.len() {
            return match () {
                () if equal(&theirs, &base) => kept(&ours),
                () if equal(&ours, &base) => kept(&theirs),
                // Deleted on one side and changed on the other: nothing that was written is lost.
                () if ours.is_empty() => kept(&theirs),
                () if theirs.is_empty() => kept(&ours),
                () => None,
            };
        }
        let base_lines: Vec<Option<Line<'_>>> = rows.iter().map(|row| Some(line(self.base?, row.base?))).collect();
        let (target, source) = sides(&base, &ours, &theirs)?;
        let of = |side: Side| if side == Side::Ours { &ours } else { &theirs };
        let (taken, left) = (of(target), of(target.other()));
        let mut merged: Vec<(SourceLine, TargetLine)> = Vec::with_capacity(rows.len());
        for at in 0..rows.len() {
            let mut source_line = taken[at].source.clone();
            source_line.above = notes(base_lines[at].as_ref(), &taken[at], &left[at]);
            source_line.text.clone_from(&of(source)[at].source.text);
            merged.push((source_line, taken[at].target.clone()));
        }
        for head in (0..rows.len()).filter(|&at| taken[at].target.has_text()) {
            let said_above = |at: &usize| taken[*at].target.value == Value::Above;
            let end = (head + 1..rows.len()).find(|at| !said_above(at)).unwrap_or(rows.len());
            let differs = (head..end).any(|at| merged[at].0.text != taken[at].source.text);
            if differs && merged[head].0.was().is_none() {
                let text = join_lines(taken[head..end].iter().map(|line| line.source.text.as_str()));
                merged[head].0.above.push(Above::Was { hash: taken[head].target.hash(), text });
            }
        }
        Some(merged)
    }
}

/// Returns the side whose translation is taken with what is open about it, and the side whose source is.
///
/// All three have the same lines; the base may have fewer. `None` is a conflict.
fn sides(base: &[Line<'_>], ours: &[Line<'_>], theirs: &[Line<'_>]) -> Option<(Side, Side)> {
    let same = |a: &[Line<'_>], b: &[Line<'_>]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b));
    if same(ours, theirs) || same(theirs, base) {
        return Some((Side::Ours, Side::Ours));
    }
    if same(ours, base) {
        return Some((Side::Theirs, Side::Theirs));
    }
    let values = |lines: &[Line<'_>]| lines.iter().map(|line| line.target.value.clone()).collect::<Vec<_>>();
    let texts = |lines: &[Line<'_>]| lines.iter().map(|line| line.source.text.clone()).collect::<Vec<_>>();
    let finished = |lines: &[Line<'_>]| lines.iter().all(|line| line.open().next().is_none());
    let missing = |lines: &[Line<'_>]| lines.iter().all(|line| line.target.value == Value::Missing);
    // The side whose source is newer, where only one of them has changed it.
    let newer = match (texts(ours) == texts(base), texts(theirs) == texts(base)) {
        _ if texts(ours) == texts(theirs) => None,
        (false, true) => Some(Side::Ours),
        (true, false) => Some(Side::Theirs),
        _ => None,
    };
    let target = if values(ours) == values(theirs) {
        match (finished(ours), finished(theirs)) {
            (true, false) => Side::Ours,
            (false, true) => Side::Theirs,
            _ => newer.unwrap_or(Side::Ours),
        }
    } else if values(theirs) == values(base) || missing(theirs) {
        Side::Ours
    } else if values(ours) == values(base) || missing(ours) {
        Side::Theirs
    } else {
        return None;
    };
    let taken = if target == Side::Ours { ours } else { theirs };
    let source = match newer {
        Some(newer) => newer,
        // Nobody knows which source the merged document has. The translation holds for its own side's,
        // and must not pass for one of the other's.
        None if texts(ours) != texts(theirs) && finished(taken) => target.other(),
        None => target,
    };
    Some((target, source))
}

/// What stands above a line: what is open about it on the side that is taken, the notes of both.
fn notes(base: Option<&Line<'_>>, chosen: &Line<'_>, other: &Line<'_>) -> Vec<Above> {
    let base: &[Above] = base.map_or(&[], |base| &base.source.above);
    let (chosen, other) = (&chosen.source.above, &other.source.above);
    let stays = |above: &&Above| above.is_open() || !base.contains(above) || other.contains(above);
    let added = |above: &&Above| !above.is_open() && !base.contains(above) && !chosen.contains(above);
    chosen.iter().filter(stays).chain(other.iter().filter(added)).cloned().collect()
}

/// Merges what a record says about itself; it has no lines yet.
fn about_the_record(base: &Record, ours: &Record, theirs: &Record) -> Record {
    Record {
        id: ours.id.clone(),
        obsolete: newer(&base.obsolete, &ours.obsolete, &theirs.obsolete).clone(),
        by: by(&base.by, &ours.by, &theirs.by),
        tail: ours
            .tail
            .iter()
            .filter(|line| !base.tail.contains(line) || theirs.tail.contains(line))
            .chain(theirs.tail.iter().filter(|line| !base.tail.contains(line) && !ours.tail.contains(line)))
            .cloned()
            .collect(),
        attributes: attributes(&base.attributes, &ours.attributes, &theirs.attributes),
        ..Record::default()
    }
}

/// What the side says that changed it; ours if both did.
fn newer<'v, V: PartialEq>(base: &V, ours: &'v V, theirs: &'v V) -> &'v V {
    if ours == base { theirs } else { ours }
}

/// Two people who worked on one record are both named.
fn by(base: &Option<String>, ours: &Option<String>, theirs: &Option<String>) -> Option<String> {
    match (ours, theirs) {
        (Some(one), Some(other)) if ours != base && theirs != base && one != other => Some(format!("{one}, {other}")),
        _ => newer(base, ours, theirs).clone(),
    }
}

fn attributes(base: &str, ours: &str, theirs: &str) -> String {
    if ours == base || theirs == base || ours == theirs {
        return newer(&base, &ours, &theirs).to_string();
    }
    let mut merged = ours.to_owned();
    for line in
        theirs.lines().filter(|line| !ours.lines().any(|own| own == *line) && !base.lines().any(|old| old == *line))
    {
        if !merged.is_empty() && !merged.ends_with('\n') {
            merged.push('\n');
        }
        merged.push_str(line);
        merged.push('\n');
    }
    merged
}
