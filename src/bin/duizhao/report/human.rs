//! Reports for people: places first, one finding a paragraph, a summary in one line.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use comfy_table::{CellAlignment, Table, presets};
use duizhao::catalog::Outcome;
use duizhao::change::{self, Tag};
use duizhao::finding::{Finding, Message, Place, Severity};
use duizhao::glossary::{Term, Wish};
use duizhao::impact::{Block, Effect};
use duizhao::project::blame::{Blamed, Translator};
use duizhao::project::carried::Carried;
use duizhao::project::confirm::ConfirmedSegment;
use duizhao::project::fix::Fixed;
use duizhao::project::git::Origin;
use duizhao::project::impact::{Affected, LocaleImpact};
use duizhao::project::since::ChangedSegment;
use duizhao::project::terms::Imported;
use duizhao::project::undo;
use duizhao::publish::Used;
use duizhao::status::{Counts, State};
use duizhao::text::Span;

use crate::report::{
    Built, Checked, Diffed, Excerpt, Found, Impact, ListedCheck, ListedGlossary, LocaleStatus, Merged, Mode, Pruned,
    Report, Roundtrip, SegmentedDocument, Stale, Synced, phrases, places, runs, share, why,
};
use crate::ui::{Paint, Ui, Volume, at_line_start, guarded, on_one_line, shown};

/// The report for people.
pub(super) struct Human<'u> {
    pub(super) ui: &'u Ui,
}

impl Report for Human<'_> {
    fn init(&self, files: &[String]) -> String {
        let line = |path: &String| self.line(&Message::new("init-wrote").with("path", path.as_str()));
        files.iter().map(line).collect()
    }

    fn sync(&self, synced: &Synced) -> String {
        let mut out = String::new();
        for changed in &synced.report.changed {
            let update = &changed.update;
            let parts: Vec<String> = [
                ("sync-added", &update.added),
                ("sync-changed", &update.changed),
                ("sync-obsolete", &update.obsolete),
                ("sync-revived", &update.revived),
                ("sync-emptied", &update.emptied),
                ("sync-repaired", &update.repaired),
            ]
            .into_iter()
            .map(|(id, ids)| (id, ids.len()))
            .chain([("sync-patched", update.patched.len())])
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| self.text(&Message::new(id).with("count", count)))
            .collect();
            let renamed = changed.renamed_from.as_deref().filter(|_| changed.new).map(shown);
            let renamed = renamed.map(|path| self.text(&Message::new("sync-renamed").with("path", path)));
            let parts: Vec<String> = renamed.into_iter().chain(parts).collect();
            let parts = parts.join(&self.word("list-separator"));
            let gap = if parts.is_empty() { String::new() } else { self.word("label-separator") };
            out.push_str(&format!("{}{gap}{parts}\n", self.ui.paint.strong(&shown(&changed.path))));
            for patched in &update.patched {
                for (was, now) in &patched.tokens {
                    let message = Message::new("sync-patch").with("id", patched.id.as_str());
                    let message = message.with("was", was.as_str()).with("now", now.as_str());
                    out.push_str(&format!("  {}", self.line(&message)));
                }
            }
            if self.ui.volume == Volume::Verbose {
                let all = [&update.added, &update.changed, &update.obsolete, &update.revived, &update.repaired];
                out.extend(all.into_iter().flatten().map(|id| format!("  {id}\n")));
            }
        }
        for path in &synced.report.removed {
            let gap = self.word("label-separator");
            let removed = self.text(&Message::new("sync-removed"));
            out.push_str(&format!("{}{gap}{removed}\n", self.ui.paint.strong(&shown(path))));
        }
        let count = synced.report.changed.len();
        let summary = match synced.mode {
            _ if count == 0 => {
                Message::new("sync-nothing").with("count", synced.report.catalogs - synced.report.closed.len())
            }
            Mode::Written => Message::new("sync-wrote").with("count", count),
            Mode::Looked => Message::new("sync-would").with("count", count),
        };
        out + &self.summary(&summary)
    }

    fn status(&self, locales: &[LocaleStatus]) -> String {
        let mut out = String::new();
        for locale in locales {
            let mut table = Table::new();
            table.load_style(presets::NOTHING);
            let states = ["missing", "stale", "draft", "translated", "reviewed"];
            let mut head = vec![locale.locale.clone(), self.word("status-segments")];
            head.extend(states.map(|state| self.state(state)));
            head.push(self.word("status-fresh"));
            table.set_header(head);
            for (path, counts) in &locale.documents {
                table.add_row(row(&shown(path), counts));
            }
            if locale.documents.len() > 1 {
                table.add_row(row(&self.word("status-total"), &locale.total()));
            }
            for column in table.column_iter_mut().skip(1) {
                column.set_cell_alignment(CellAlignment::Right);
            }
            if let Some(column) = table.column_mut(0) {
                column.set_padding((0, 1));
            }
            let text = table.to_string();
            for (at, line) in text.lines().enumerate() {
                let line = line.trim_end();
                out.push_str(&if at == 0 { self.ui.paint.strong(line) } else { line.to_owned() });
                out.push('\n');
            }
        }
        out
    }

    fn diff(&self, diffed: &Diffed) -> String {
        let mut out = String::new();
        for Stale { finding, likely } in &diffed.stale {
            let (first, second) = shown_places(finding);
            let id = finding.id.as_deref().unwrap_or("");
            out.push_str(&format!("{} {}\n", self.ui.paint.strong(&first), self.ui.paint.faint(id)));
            if let Some(second) = second {
                out.push_str(&format!("  {}\n", self.ui.paint.faint(&second)));
            }
            out.extend(phrases::class(self.ui, finding).map(|class| format!("    {class}\n")));
            out.push_str(&self.texts(finding.was.as_deref(), &finding.evidence, None));
            let translation = finding.translation.as_deref().unwrap_or("");
            if !translation.is_empty() {
                out.push_str(&format!("    {}\n", pointed(self.ui.paint, translation, likely)));
            }
            out.push('\n');
        }
        let carried = diffed.carried.as_deref().unwrap_or_default();
        out.extend(carried.iter().map(|carried| self.carried(carried)));
        out += &self.summary(&diffed.summary());
        if let Some(carried) = &diffed.carried {
            out += &self.summary(&Message::new("carried-summary").with("count", carried.len()));
        }
        out
    }

    fn since(&self, revision: &str, changed: &[ChangedSegment]) -> String {
        let mut out = String::new();
        for segment in changed {
            let about = format!("{} {}", segment.id, self.state(segment.state.name()));
            out.push_str(&self.places(segment.target.as_ref(), &segment.source, &about));
            out.push_str(&self.texts(segment.was.as_deref(), &segment.now, segment.translation.as_deref()));
            out.push('\n');
        }
        let documents: std::collections::BTreeSet<_> = changed.iter().map(|segment| &segment.path).collect();
        let summary = Message::new("since-summary").with("count", changed.len()).with("documents", documents.len());
        out + &self.summary(&summary.with("revision", revision))
    }

    fn blame(&self, blamed: &[Blamed]) -> String {
        let mut out = String::new();
        for segment in blamed {
            let about = format!("{} {}", segment.id, self.state(segment.state.name()));
            out.push_str(&self.places(segment.target.as_ref(), &segment.source, &about));
            out.push_str(&self.texts(None, &segment.made_from, Some(&segment.translation)));
            let told = self.told(segment);
            if !told.is_empty() {
                out.push_str(&format!("    {}\n", self.ui.paint.faint(&told)));
            }
            out.push('\n');
        }
        out + &self.summary(&Message::new("blame-summary").with("count", blamed.len()))
    }

    fn merge(&self, merged: &Merged) -> String {
        let (path, report) = (merged.path.as_str(), &merged.report);
        let message = match report.as_text {
            true => Message::new("merge-as-text").with("path", path),
            false if report.clean => return String::new(),
            false => Message::new("merge-conflicts")
                .with("path", path)
                .with("count", report.conflicts.len())
                .with("ids", report.conflicts.join(&self.word("list-separator"))),
        };
        self.line(&message)
    }

    fn impact(&self, impact: &Impact) -> String {
        match impact {
            Impact::Document(path, blocks) => {
                let changed = blocks.iter().filter(|block| block.effect != Effect::Fresh);
                let shown: String = changed.map(|block| self.block(path, block)).collect();
                shown + &self.closing(&phrases::blocks(self.ui, blocks))
            }
            Impact::Workspace(_, found) => found.locales.iter().map(|locale| self.locale_impact(locale)).collect(),
        }
    }

    fn check(&self, checked: &Checked) -> String {
        let one = |found: &Found| self.found(&found.finding, found.excerpt.as_ref());
        checked.found.iter().map(one).collect::<String>() + &self.closing(&phrases::checked(self.ui, checked))
    }

    fn confirm(&self, done: &'static str, confirmed: &[ConfirmedSegment]) -> String {
        let mut out = String::new();
        for segment in confirmed {
            let id = match segment.outcome {
                Outcome::Done => done,
                Outcome::Already if self.ui.volume < Volume::Verbose => continue,
                Outcome::Already => "confirm-already",
                Outcome::Missing => "confirm-missing",
                Outcome::Unchanged => "confirm-unchanged",
                Outcome::Unpaired => "confirm-unpaired",
                Outcome::NotConfirmed => "confirm-not-confirmed",
                Outcome::OwnWork => "review-own-work",
            };
            let place = self.ui.paint.strong(&place(&segment.place));
            out.push_str(&format!("{place}{}{}\n", self.word("label-separator"), self.word(id)));
            if !segment.translation.is_empty() {
                out.push_str(&format!("  {}\n", at_line_start(&segment.translation)));
            }
        }
        let taken = confirmed.iter().filter(|segment| segment.outcome == Outcome::Done).count();
        out + &self.summary(&Message::new("confirm-summary").with("count", taken))
    }

    fn fixes(&self, fixed: &[Fixed]) -> String {
        let mut out = String::new();
        for fix in fixed {
            let codes = self.ui.paint.faint(&fix.codes.join(", "));
            out.push_str(&format!("{} {codes}\n", self.ui.paint.strong(&place(&fix.place))));
            out.push_str(&self.texts(Some(&fix.was), &fix.now, None));
            out.push('\n');
        }
        out + &self.summary(&Message::new("check-would-fix").with("count", fixed.len()))
    }

    fn checks(&self, checks: &[ListedCheck]) -> String {
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        for check in checks {
            let level = |severity: Option<Severity>| severity.map_or("off", Severity::name).to_owned();
            let what = self.ui.words.text(&format!("check-{}", check.code)).unwrap_or_default();
            let mark = if check.is_set { "duizhao.toml" } else { "" };
            let [work, release] = check.severity.map(level);
            table.add_row([check.code.to_owned(), work, release, what, mark.to_owned()]);
        }
        if let Some(column) = table.column_mut(0) {
            column.set_padding((0, 1));
        }
        table.to_string().lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    fn waive(&self, waived: &[Finding]) -> String {
        let all: String = waived.iter().map(|finding| self.found(finding, None)).collect();
        all + &self.summary(&Message::new("waive-done").with("count", waived.len()))
    }

    fn prune(&self, pruned: &Pruned) -> String {
        let mut out = String::new();
        for record in &pruned.plan.records {
            let head = self.ui.paint.strong(&place(&record.place));
            out.push_str(&format!("{head} {}\n", self.ui.paint.faint(&record.id)));
            let texts = [&record.source, &record.translation].into_iter().filter(|text| !text.is_empty());
            out.extend(texts.map(|text| format!("    {}\n", at_line_start(text))));
        }
        for orphan in &pruned.plan.orphans {
            let about = Message::new("prune-orphan").with("count", orphan.translated);
            let head = self.ui.paint.strong(&shown(&orphan.path));
            out.push_str(&format!("{head}{}{}", self.word("label-separator"), self.line(&about)));
        }
        let orphans = if pruned.mode == Mode::Looked || pruned.took_orphans() { pruned.plan.orphans.len() } else { 0 };
        let counts = [("prune-records", pruned.plan.records.len()), ("prune-orphans", orphans)];
        let parts = counts.into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> = parts.map(|(id, count)| self.text(&Message::new(id).with("count", count))).collect();
        let found = parts.join(&self.word("list-separator"));
        let summary = match pruned.mode {
            _ if parts.is_empty() => Message::new("prune-nothing"),
            Mode::Written => Message::new("prune-removed").with("found", found),
            Mode::Looked => Message::new("prune-found").with("found", found),
        };
        out + &self.summary(&summary)
    }

    fn undo(&self, undone: &undo::Undone) -> String {
        let mut out = String::new();
        for file in &undone.files {
            let count = file.records.len();
            let mut parts = match file.outcome {
                undo::Outcome::Whole => vec![Message::new("undo-whole").with("count", count)],
                undo::Outcome::Removed => vec![Message::new("undo-removed")],
                undo::Outcome::Records => vec![Message::new("undo-records").with("count", count)],
                undo::Outcome::Left => Vec::new(),
            };
            if file.outcome == undo::Outcome::Left || !file.left.is_empty() {
                parts.push(Message::new("undo-left").with("count", file.left.len()));
            }
            let parts: Vec<String> = parts.iter().map(|part| self.text(part)).collect();
            let head = self.ui.paint.strong(&shown(&file.path));
            let parts = parts.join(&self.word("list-separator"));
            out.push_str(&format!("{head}{}{parts}\n", self.word("label-separator")));
            if self.ui.volume == Volume::Verbose {
                out.extend(file.records.iter().map(|id| format!("  {}\n", shown(id))));
            }
            out.extend(file.left.iter().map(|id| {
                let left = Message::new("undo-left-record").with("id", id.as_str());
                format!("  {}", self.line(&left))
            }));
        }
        let id = match undone {
            _ if undone.finished => "undo-finished",
            _ if undone.id.is_some() => "undo-brought",
            _ if undone.files.iter().all(|file| file.outcome == undo::Outcome::Left) => "undo-nothing",
            _ => "undo-done",
        };
        let number = undone.number.to_string();
        let record = undone.id.as_deref().unwrap_or("");
        let summary = Message::new(id).with("number", number).with("operation", undone.operation.as_str());
        let summary = summary.with("id", record);
        out + &self.summary(&summary)
    }

    fn operations(&self, operations: &[undo::Listed]) -> String {
        let mut out = String::new();
        for listed in operations {
            let Some(summary) = &listed.operation else { continue };
            let about = Message::new("undo-listed").with("files", summary.files).with("records", summary.records);
            let mut line = format!("{:>4}  {:<10}{}", listed.entry.number, shown(&summary.name), self.text(&about));
            let age = listed.entry.written.and_then(|written| SystemTime::now().duration_since(written).ok());
            if let Some(age) = age {
                line += &format!("{}{}", self.word("list-separator"), self.text(&ago(age)));
            }
            out.push_str(&format!("{line}\n"));
        }
        if out.is_empty() { self.summary(&Message::new("undo-empty")) } else { out }
    }

    fn glossaries(&self, glossaries: &[ListedGlossary]) -> String {
        let mut out = String::new();
        for glossary in glossaries {
            for term in &glossary.terms {
                out.push_str(&self.term(term, &glossary.source));
            }
            let count = Message::new("glossary-terms").with("path", glossary.path.as_str());
            out.push_str(&self.summary(&count.with("count", glossary.terms.len())));
        }
        out
    }

    fn glossary_check(&self, findings: &[Finding]) -> String {
        let mut out: String = findings.iter().map(|finding| self.finding(finding)).collect();
        if findings.is_empty() {
            out += &self.summary(&Message::new("glossary-clean"));
        }
        out
    }

    fn glossary_import(&self, wish: Wish, imported: &[Imported]) -> String {
        let mut out = String::new();
        for one in imported {
            for conflict in &one.conflicts {
                let id = if wish == Wish::Replace { "glossary-replaced" } else { "glossary-conflict" };
                let message = Message::new(id)
                    .with("id", conflict.id.as_str())
                    .with("field", conflict.field.as_str())
                    .with("ours", conflict.ours.as_str())
                    .with("theirs", conflict.theirs.as_str());
                let head = self.ui.paint.strong(&shown(&one.path));
                out.push_str(&format!("{head}{}{}", self.word("label-separator"), self.line(&message)));
            }
            let message = Message::new("glossary-imported").with("path", one.path.as_str());
            let message = message.with("added", one.added.len()).with("changed", one.changed.len());
            out += &self.summary(&message.with("same", one.same).with("conflicts", one.conflicts.len()));
        }
        out
    }

    fn build(&self, built: &Built) -> String {
        let mut out: String = built.report.findings.iter().map(|finding| self.finding(finding)).collect();
        for file in &built.report.built {
            let id = match built.mode {
                Mode::Written if file.changed => "build-wrote",
                Mode::Looked if file.changed => "build-would",
                _ if self.ui.volume == Volume::Verbose => "build-same",
                _ => continue,
            };
            out.push_str(&self.line(&Message::new(id).with("path", file.path.as_str())));
        }
        let gone = if built.mode == Mode::Written { "build-removed" } else { "build-would-remove" };
        for path in &built.report.removed {
            out.push_str(&self.line(&Message::new(gone).with("path", path.as_str())));
        }
        let mut used = Used::default();
        for file in &built.report.built {
            used.fresh += file.used.fresh;
            for (what, count) in &file.used.counts {
                *used.counts.entry(*what).or_insert(0) += count;
            }
        }
        let changed = built.report.built.iter().filter(|file| file.changed).count();
        let summary = Message::new("build-summary")
            .with("count", built.report.built.len())
            .with("changed", changed)
            .with("used", self.used(&used));
        out + &self.summary(&summary)
    }

    fn segments(&self, documents: &[SegmentedDocument]) -> String {
        let mut out = String::new();
        for document in documents {
            for unit in &document.units {
                let lines = if unit.line == unit.end_line {
                    unit.line.to_string()
                } else {
                    format!("{}-{}", unit.line, unit.end_line)
                };
                let head = format!("{}:{lines}", shown(&document.path));
                let id = unit.id.as_deref().unwrap_or("");
                let about = format!("{} {id}", unit.kind);
                out.push_str(&format!("{} {}\n", self.ui.paint.strong(&head), self.ui.paint.faint(about.trim_end())));
                out.extend(unit.segments.iter().map(|segment| format!("    {}\n", at_line_start(segment))));
            }
        }
        let units = documents.iter().map(|document| document.units.len()).sum::<usize>();
        let segments =
            documents.iter().flat_map(|document| &document.units).map(|unit| unit.segments.len()).sum::<usize>();
        let summary = Message::new("segments-summary").with("count", segments).with("units", units);
        out + &self.summary(&summary)
    }

    fn roundtrip(&self, files: &[Roundtrip]) -> String {
        let mut out = String::new();
        for file in files {
            for (line, text) in &file.fallbacks {
                let message = Message::new("roundtrip-fallback").with("text", shown(text));
                out.push_str(&format!(
                    "{}:{line}{}{}",
                    shown(&file.path),
                    self.word("label-separator"),
                    self.line(&message)
                ));
            }
            if !file.identical {
                let place = file.differs.map_or(String::new(), |line| format!(":{line}"));
                let message = Message::new("roundtrip-differs");
                let line =
                    format!("{}{place}{}{}", shown(&file.path), self.word("label-separator"), self.line(&message));
                out.push_str(&line);
            } else if self.ui.volume == Volume::Verbose {
                let message = Message::new("roundtrip-same").with("count", file.units);
                out.push_str(&format!("{}{}{}", shown(&file.path), self.word("label-separator"), self.line(&message)));
            }
        }
        let same = files.iter().filter(|file| file.identical).count();
        let summary = Message::new("roundtrip-summary")
            .with("count", files.len())
            .with("same", same)
            .with("units", files.iter().map(|file| file.units).sum::<usize>())
            .with("fallbacks", files.iter().map(|file| file.fallbacks.len()).sum::<usize>());
        out + &self.summary(&summary)
    }
}

impl Human<'_> {
    /// A term in one line: what it is called, what to write, and what else is known.
    fn term(&self, term: &Term, language: &str) -> String {
        let listed = |parts: &[String]| parts.join(&self.word("list-separator"));
        let mut line = format!("{} → {}", listed(&term.wordings_in(language)), term.translation);
        let mut more = Vec::new();
        let mut note = |id, text: String| more.push(self.text(&Message::new(id).with("text", text)));
        for (id, parts) in [
            ("glossary-also", &term.also),
            ("glossary-forbidden", &term.forbidden),
            ("glossary-context", &term.context),
        ] {
            if !parts.is_empty() {
                note(id, listed(parts));
            }
        }
        for (id, is_set) in [("glossary-protected", term.is_protected), ("glossary-strict", term.is_strict)] {
            if is_set {
                note(id, String::new());
            }
        }
        more.extend(term.kind.clone());
        if !more.is_empty() {
            line += &format!("  {}", self.ui.paint.faint(&shown(&more.join("; "))));
        }
        format!("{} {}\n", self.ui.paint.strong(&shown(&format!("-{}", term.id))), shown(&line))
    }

    fn text(&self, message: &Message) -> String {
        shown(&self.ui.text(message))
    }

    fn word(&self, id: &'static str) -> String {
        self.ui.word(id)
    }

    fn line(&self, message: &Message) -> String {
        format!("{}\n", self.text(message))
    }

    fn state(&self, state: &str) -> String {
        self.ui.words.text(&format!("state-{state}")).unwrap_or_else(|| state.to_owned())
    }

    fn summary(&self, message: &Message) -> String {
        if self.ui.volume == Volume::Quiet { String::new() } else { self.line(message) }
    }

    /// A closing line that is made up already.
    fn closing(&self, text: &str) -> String {
        if self.ui.volume == Volume::Quiet { String::new() } else { format!("{}\n", shown(text)) }
    }

    /// One finding: a line that editors can jump to, then the other place and what shows it.
    pub(super) fn finding(&self, finding: &Finding) -> String {
        self.found(finding, None)
    }

    /// The same with the line that it is about.
    fn found(&self, finding: &Finding, excerpt: Option<&Excerpt>) -> String {
        let label = format!("{}[{}]", phrases::severity(self.ui, finding.severity), finding.code);
        let (first, second) = shown_places(finding);
        let gap = self.word("label-separator");
        let mut out = format!(
            "{}: {}{gap}{}\n",
            self.ui.paint.strong(&first),
            self.ui.paint.severity(finding.severity, &label),
            phrases::message(self.ui, finding)
        );
        if let Some(second) = second {
            out.push_str(&format!("  {}\n", self.ui.paint.faint(&second)));
        }
        let drawn = excerpt.map(|excerpt| excerpt.drawn(self.ui.paint, finding.severity, self.ui.width));
        let whole = excerpt.filter(|_| drawn.as_ref().is_some_and(|(_, whole)| *whole));
        out.extend(drawn.map(|(text, _)| text));
        out + &self.evidence(finding, whole)
    }

    /// A translation that was carried silently.
    fn carried(&self, carried: &Carried) -> String {
        let paint = self.ui.paint;
        let at = format!("{}:{}", at_line_start(&carried.document), carried.line);
        let why = self.text(&why(carried));
        let mut out = format!("{} {}\n", paint.strong(&place(&carried.target)), paint.faint(&carried.id));
        out.push_str(&format!("  {}{}{why}\n", paint.faint(&at), self.word("label-separator")));
        out.push_str(&format!("    {}\n", changed(paint, &carried.was, &carried.now)));
        out + &format!("    {}\n\n", at_line_start(&carried.translation))
    }

    /// A block whose translation does not hold: its sentences that are not fresh.
    fn block(&self, path: &str, block: &Block) -> String {
        let place = self.ui.paint.strong(&format!("{}:{}", at_line_start(path), block.lines.0));
        let gap = self.word("label-separator");
        let shown = block.segments.iter().filter(|sentence| sentence.effect != Effect::Fresh);
        let sentence = |sentence: &duizhao::impact::Sentence| {
            let head = phrases::effect(self.ui, sentence.effect, sentence.class.map(|class| class.name()));
            format!("{place}{gap}{head}\n{}", self.change(sentence.was.as_deref(), &sentence.text))
        };
        shown.map(sentence).collect()
    }

    fn locale_impact(&self, locale: &LocaleImpact) -> String {
        let shown: String = locale.affected.iter().map(|one| self.affected(&locale.locale, one)).collect();
        let (gap, amounts) = (self.word("label-separator"), phrases::amounts(self.ui, locale));
        let mut out = shown + &self.closing(&format!("{}{gap}{amounts}", locale.locale));
        let translators = locale.translators();
        if !translators.is_empty() {
            let names = phrases::translators(self.ui, &translators);
            out += &self.summary(&Message::new("impact-translators").with("names", names));
        }
        out
    }

    fn affected(&self, locale: &str, one: &Affected) -> String {
        let about = shown(&phrases::affected(self.ui, locale, one));
        let mut out = format!("{}{}{about}\n", self.ui.paint.strong(&place(&one.source)), self.word("label-separator"));
        if let Some(target) = &one.target {
            out.push_str(&format!("  {}\n", self.ui.paint.faint(&place(target))));
        }
        out.push_str(&self.change(one.was.as_deref(), &one.now));
        if let Some(translation) = &one.translation {
            out.push_str(&format!("    {}\n", at_line_start(translation)));
        }
        out
    }

    /// A text, as a word diff where there is an old one.
    fn change(&self, was: Option<&str>, now: &str) -> String {
        match was {
            Some(was) => format!("    {}\n", changed(self.ui.paint, was, now)),
            None => format!("    {}\n", at_line_start(now)),
        }
    }

    /// What changed, then the source and the translation, less what stands in the line already shown.
    fn evidence(&self, finding: &Finding, seen: Option<&Excerpt>) -> String {
        let class = phrases::class(self.ui, finding).map_or_else(String::new, |class| format!("    {class}\n"));
        // A space by itself says nothing to those who do not see the line around it.
        let is_news = |text: &&str| !text.trim().is_empty() && !seen.is_some_and(|line| line.holds(text));
        let translation = finding.translation.as_deref().filter(is_news);
        let source = Some(finding.evidence.as_str()).filter(|text| finding.was.is_some() || is_news(text));
        class + &self.texts(finding.was.as_deref(), source.unwrap_or(""), translation)
    }

    /// The two places of a segment, the catalog first, and what else is to say of it in their line.
    fn places(&self, target: Option<&Place>, source: &Place, about: &str) -> String {
        let (first, second) = match target {
            Some(target) => (place(target), Some(place(source))),
            None => (place(source), None),
        };
        let mut out = format!("{} {}\n", self.ui.paint.strong(&first), self.ui.paint.faint(about));
        if let Some(second) = second {
            out.push_str(&format!("  {}\n", self.ui.paint.faint(&second)));
        }
        out
    }

    /// Who translated and reviewed a segment, and since when it is stale.
    fn told(&self, blamed: &Blamed) -> String {
        let told = |origin: &Origin, known, uncommitted, unknown| match origin {
            Origin::Commit(commit) => Message::new(known)
                .with("name", commit.author.as_str())
                .with("commit", commit.hash.as_str())
                .with("date", commit.date.as_str()),
            Origin::Uncommitted => Message::new(uncommitted),
            Origin::Unknown => Message::new(unknown),
        };
        let mut parts = Vec::new();
        parts.extend(blamed.translator.as_ref().map(|translator| match translator {
            Translator::Named(name) => Message::new("blame-by").with("name", name.as_str()),
            Translator::Line(line) if blamed.state == State::Draft => {
                told(line, "blame-filled-commit", "blame-line-uncommitted", "blame-line-unknown")
            }
            Translator::Line(line) => told(line, "blame-commit", "blame-line-uncommitted", "blame-line-unknown"),
        }));
        parts.extend(blamed.reviewers.iter().map(|name| Message::new("blame-reviewed").with("name", name.as_str())));
        parts.extend(
            blamed
                .stale_since
                .as_ref()
                .map(|since| told(since, "blame-stale-commit", "blame-stale-uncommitted", "blame-stale-unknown")),
        );
        parts.iter().map(|part| self.text(part)).collect::<Vec<_>>().join(&self.word("clause-separator"))
    }

    /// The source, as a word diff where there is an old one, and the translation below it.
    fn texts(&self, was: Option<&str>, now: &str, translation: Option<&str>) -> String {
        let mut out = String::new();
        if was.is_some() || !now.is_empty() {
            out.push_str(&self.change(was, now));
        }
        if let Some(translation) = translation.filter(|text| !text.is_empty()) {
            out.push_str(&format!("    {}\n", at_line_start(translation)));
        }
        out
    }

    /// What stands in the pages: `12 fresh, 1 stale kept, 2 missing as source`.
    fn used(&self, used: &Used) -> String {
        let mut parts = vec![self.text(&Message::new("used-fresh").with("count", used.fresh))];
        let sorted: BTreeMap<_, _> = used.counts.iter().collect();
        for ((state, policy), count) in sorted {
            let id = format!("used-{policy}");
            let message = match id.as_str() {
                "used-source" => "used-source",
                "used-kept" => "used-kept",
                "used-marked" => "used-marked",
                "used-refused" => "used-refused",
                _ => "used-omitted",
            };
            parts.push(self.text(&Message::new(message).with("count", *count).with("state", self.state(state))));
        }
        parts.join(&self.word("list-separator"))
    }
}

fn row(name: &str, counts: &Counts) -> Vec<String> {
    let numbers = [counts.total, counts.missing, counts.stale, counts.draft, counts.translated, counts.reviewed];
    let mut row = vec![name.to_owned()];
    row.extend(numbers.map(|number| number.to_string()));
    row.push(format!("{} %", share(counts)));
    row
}

/// How long ago something was, in the largest unit that fits.
fn ago(age: Duration) -> Message {
    let minutes = (age.as_secs() / 60) as usize;
    match minutes {
        0 => Message::new("ago-moments"),
        1..60 => Message::new("ago-minutes").with("count", minutes),
        60..1440 => Message::new("ago-hours").with("count", minutes / 60),
        _ => Message::new("ago-days").with("count", minutes / 1440),
    }
}

/// The place to work on, or the document, and the other place.
fn shown_places(finding: &Finding) -> (String, Option<String>) {
    let (first, second) = places(finding);
    (first.map_or_else(|| at_line_start(&finding.document), place), second.map(place))
}

/// Returns a word diff on one line.
pub(super) fn changed(paint: Paint, was: &str, now: &str) -> String {
    let runs = change::words(was, now);
    let shown = runs.iter().map(|(tag, text)| match tag {
        Tag::Equal => on_one_line(text),
        Tag::Delete => paint.deleted(&on_one_line(text)),
        Tag::Insert => paint.inserted(&on_one_line(text)),
    });
    guarded(shown.collect())
}

/// Returns a translation on one line with its likely parts marked.
pub(super) fn pointed(paint: Paint, translation: &str, likely: &[Span]) -> String {
    let shown = runs(translation, likely).into_iter().map(|(meant, text)| match meant {
        true => paint.likely(&on_one_line(text)),
        false => on_one_line(text),
    });
    guarded(shown.collect())
}

pub(super) fn place(place: &Place) -> String {
    format!("{}:{}:{}", at_line_start(&place.path), place.line, place.column)
}
