//! Reports for programs: the contract of docs/json.md, version 1. Never translated.

use duizhao::catalog::{Outcome, Patched};
use duizhao::change;
use duizhao::finding::{Changed, Finding, Place, Severity};
use duizhao::fluent::messages::Words;
use duizhao::glossary::{Conflict, Term, Wish};
use duizhao::impact::{Block, Effect, Lines, Sentence};
use duizhao::project::blame::{Blamed, Translator};
use duizhao::project::carried::Carried;
use duizhao::project::confirm::ConfirmedSegment;
use duizhao::project::fix::Fixed;
use duizhao::project::git::Origin;
use duizhao::project::impact::{Affected, Amount, LocaleImpact};
use duizhao::project::since::ChangedSegment;
use duizhao::project::terms::Imported;
use duizhao::project::{prune, undo};
use duizhao::status::Counts;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::report::{
    Built, Checked, Diffed, Impact, ListedCheck, ListedGlossary, LocaleStatus, Merged, Mode, Pruned, Report, Roundtrip,
    SegmentedDocument, Stale, Synced,
};
use crate::ui::is_plain;

/// The version of the contract: it grows when a field goes or changes its meaning.
const VERSION: usize = 1;

/// The report for programs.
pub(super) struct Json {
    words: Words,
}

impl Json {
    /// Returns the report, whose messages are in English whatever the reader's language is.
    pub(super) fn new() -> Json {
        let english = duizhao::fluent::messages::locales().swap_remove(0);
        Json { words: Words::new(&english) }
    }

    fn finding(&self, finding: &Finding) -> Value {
        let mut fields = Map::new();
        fields.insert("code".to_owned(), json!(finding.code));
        fields.insert("severity".to_owned(), json!(finding.severity.name()));
        match &finding.pair {
            Some(pair) => fields.insert("pair".to_owned(), json!(pair)),
            None => fields.insert("path".to_owned(), json!(finding.document)),
        };
        if let Some(place) = &finding.source {
            fields.extend(located(place));
        }
        fields.insert("target".to_owned(), finding.target.as_ref().map_or(Value::Null, target));
        fields.insert("locale".to_owned(), json!(finding.locale));
        fields.insert("id".to_owned(), json!(finding.id));
        fields.insert("index".to_owned(), json!(finding.index));
        fields.insert("message".to_owned(), json!(self.words.format(&finding.message)));
        fields.insert("evidence".to_owned(), json!(finding.evidence));
        fields.insert("was".to_owned(), json!(finding.was));
        fields.insert("class".to_owned(), json!(finding.class));
        fields.insert("changed".to_owned(), changed(finding));
        fields.insert("translation".to_owned(), json!(finding.translation));
        fields.insert("fingerprint".to_owned(), json!(finding.fingerprint()));
        Value::Object(fields)
    }
}

impl Report for Json {
    fn init(&self, files: &[String]) -> String {
        line(json!({ "version": VERSION, "files": files }))
    }

    fn sync(&self, synced: &Synced) -> String {
        let catalog = |changed: &duizhao::project::sync::Synced| {
            let update = &changed.update;
            json!({
                "path": changed.path,
                "document": changed.document,
                "locale": changed.locale,
                "new": changed.new,
                "renamed_from": changed.renamed_from,
                "added": update.added,
                "changed": update.changed,
                "obsolete": update.obsolete,
                "revived": update.revived,
                "emptied": update.emptied,
                "repaired": update.repaired,
                "patched": update.patched.iter().map(patched).collect::<Vec<_>>(),
            })
        };
        line(json!({
            "version": VERSION,
            "written": synced.mode == Mode::Written,
            "catalogs": synced.report.changed.iter().map(catalog).collect::<Vec<_>>(),
            "removed": synced.report.removed,
            "closed": synced.report.closed,
        }))
    }

    fn status(&self, locales: &[LocaleStatus]) -> String {
        let document = |(path, counts): &(String, Counts)| json!({ "path": path, "segments": counts_of(counts) });
        let locale = |status: &LocaleStatus| {
            json!({
                "locale": status.locale,
                "documents": status.documents.iter().map(document).collect::<Vec<_>>(),
            })
        };
        line(json!({ "version": VERSION, "locales": locales.iter().map(locale).collect::<Vec<_>>() }))
    }

    fn diff(&self, diffed: &Diffed) -> String {
        let segment = |Stale { finding, likely }: &Stale| {
            let was = finding.was.as_deref().unwrap_or("");
            let runs = change::words(was, &finding.evidence);
            let diff: Vec<_> = runs.iter().map(|(tag, text)| json!([tag.name(), text])).collect();
            json!({
                "path": finding.document,
                "line": finding.source.as_ref().map(|place| place.line),
                "id": finding.id,
                "index": finding.index,
                "locale": finding.locale,
                "class": finding.class,
                "changed": changed(finding),
                "was": was,
                "now": finding.evidence,
                "diff": diff,
                "translation": finding.translation,
                "likely": likely.iter().map(|span| [span.start, span.end]).collect::<Vec<_>>(),
                "target": finding.target.as_ref().map(target),
            })
        };
        let mut fields = Map::new();
        fields.insert("version".to_owned(), json!(VERSION));
        fields.insert("segments".to_owned(), json!(diffed.stale.iter().map(segment).collect::<Vec<_>>()));
        if let Some(carried) = &diffed.carried {
            fields.insert("carried".to_owned(), carried.iter().map(carried_segment).collect());
        }
        line(Value::Object(fields))
    }

    fn since(&self, revision: &str, changed: &[ChangedSegment]) -> String {
        let segment = |changed: &ChangedSegment| {
            let runs = change::words(changed.was.as_deref().unwrap_or(""), &changed.now);
            let diff: Vec<_> = runs.iter().map(|(tag, text)| json!([tag.name(), text])).collect();
            json!({
                "path": changed.path,
                "line": changed.source.line,
                "id": changed.id,
                "index": changed.index,
                "locale": changed.locale,
                "state": changed.state.name(),
                "was": changed.was,
                "now": changed.now,
                "diff": diff,
                "translation": changed.translation,
                "target": changed.target.as_ref().map(target),
            })
        };
        let segments: Vec<_> = changed.iter().map(segment).collect();
        line(json!({ "version": VERSION, "since": revision, "segments": segments }))
    }

    fn blame(&self, blamed: &[Blamed]) -> String {
        let segment = |blamed: &Blamed| {
            json!({
                "path": blamed.path,
                "line": blamed.source.line,
                "id": blamed.id,
                "index": blamed.index,
                "locale": blamed.locale,
                "state": blamed.state.name(),
                "made_from": blamed.made_from,
                "translation": Some(&blamed.translation).filter(|text| !text.is_empty()),
                "target": blamed.target.as_ref().map(target),
                "translator": blamed.translator.as_ref().map(translator),
                "reviewers": blamed.reviewers,
                "stale_since": blamed.stale_since.as_ref().map(origin),
            })
        };
        line(json!({ "version": VERSION, "segments": blamed.iter().map(segment).collect::<Vec<_>>() }))
    }

    fn merge(&self, merged: &Merged) -> String {
        line(json!({
            "version": VERSION,
            "path": merged.path,
            "clean": merged.report.clean,
            "as_text": merged.report.as_text,
            "conflicts": merged.report.conflicts,
        }))
    }

    fn impact(&self, impact: &Impact) -> String {
        let of = |path: &str, blocks: &[Block]| blocks.iter().map(|block| unit(path, block)).collect::<Vec<_>>();
        match impact {
            Impact::Document(path, blocks) => line(json!({ "version": VERSION, "units": of(path, blocks) })),
            Impact::Workspace(base, found) => {
                let units: Vec<Value> = found.documents.iter().flat_map(|(path, blocks)| of(path, blocks)).collect();
                line(json!({
                    "version": VERSION,
                    "units": units,
                    "base": base.commit,
                    "locales": found.locales.iter().map(locale_impact).collect::<Vec<_>>(),
                    "closed": found.closed,
                }))
            }
        }
    }

    fn check(&self, checked: &Checked) -> String {
        #[derive(Serialize)]
        struct Findings<E> {
            version: usize,
            findings: E,
            #[serde(skip_serializing_if = "Option::is_none")]
            baseline: Option<Value>,
            #[serde(skip_serializing_if = "Option::is_none")]
            changed_since: Option<Value>,
        }
        let findings = Each(checked.findings().map(|finding| self.finding(finding)));
        let baseline = checked.unlisted.baseline.as_ref();
        let baseline = baseline.map(|baseline| json!({ "known": baseline.known, "gone": baseline.gone }));
        let untouched = checked.unlisted.untouched.as_ref();
        let changed_since = untouched.map(|it| json!({ "revision": it.revision, "left_out": it.count }));
        let findings = Findings { version: VERSION, findings, baseline, changed_since };
        visible(serde_json::to_string(&findings).expect("values")) + "\n"
    }

    fn confirm(&self, _: &'static str, confirmed: &[ConfirmedSegment]) -> String {
        let segment = |segment: &ConfirmedSegment| {
            json!({
                "id": segment.id,
                "index": segment.index,
                "locale": segment.locale,
                "target": target(&segment.place),
                "outcome": outcome(segment.outcome),
            })
        };
        line(json!({ "version": VERSION, "segments": confirmed.iter().map(segment).collect::<Vec<_>>() }))
    }

    fn fixes(&self, fixed: &[Fixed]) -> String {
        let fix = |fix: &Fixed| {
            json!({
                "id": fix.id,
                "index": fix.index,
                "locale": fix.locale,
                "target": target(&fix.place),
                "was": fix.was,
                "now": fix.now,
                "codes": fix.codes,
            })
        };
        line(json!({ "version": VERSION, "fixes": fixed.iter().map(fix).collect::<Vec<_>>() }))
    }

    fn checks(&self, checks: &[ListedCheck]) -> String {
        let check = |check: &ListedCheck| {
            let [work, release] = check.severity.map(|severity| severity.map_or("off", Severity::name));
            json!({ "code": check.code, "work": work, "release": release, "set": check.is_set })
        };
        line(json!({ "version": VERSION, "checks": checks.iter().map(check).collect::<Vec<_>>() }))
    }

    fn waive(&self, waived: &[Finding]) -> String {
        let findings: Vec<_> = waived.iter().map(|finding| self.finding(finding)).collect();
        line(json!({ "version": VERSION, "findings": findings }))
    }

    fn prune(&self, pruned: &Pruned) -> String {
        let record = |record: &prune::Obsolete| {
            json!({
                "id": record.id,
                "locale": record.locale,
                "target": target(&record.place),
                "source": record.source,
                "translation": record.translation,
            })
        };
        let orphan = |orphan: &prune::Orphan| {
            json!({
                "path": orphan.path,
                "locale": orphan.locale,
                "translated": orphan.translated,
                "removed": pruned.took_orphans(),
            })
        };
        line(json!({
            "version": VERSION,
            "written": pruned.mode == Mode::Written,
            "records": pruned.plan.records.iter().map(record).collect::<Vec<_>>(),
            "orphans": pruned.plan.orphans.iter().map(orphan).collect::<Vec<_>>(),
            "closed": pruned.plan.closed,
        }))
    }

    fn undo(&self, undone: &undo::Undone) -> String {
        let file = |file: &undo::UndoneFile| {
            let outcome = match file.outcome {
                undo::Outcome::Whole => "whole",
                undo::Outcome::Removed => "removed",
                undo::Outcome::Records => "records",
                undo::Outcome::Left => "left",
            };
            json!({ "path": file.path, "outcome": outcome, "records": file.records, "left": file.left })
        };
        line(json!({
            "version": VERSION,
            "number": undone.number,
            "operation": undone.operation,
            "finished": undone.finished,
            "files": undone.files.iter().map(file).collect::<Vec<_>>(),
        }))
    }

    fn operations(&self, operations: &[undo::Listed]) -> String {
        let operation = |listed: &undo::Listed| {
            let summary = listed.operation.as_ref()?;
            Some(json!({
                "number": listed.entry.number,
                "operation": summary.name,
                "files": summary.files,
                "records": summary.records,
            }))
        };
        line(json!({
            "version": VERSION,
            "operations": operations.iter().filter_map(operation).collect::<Vec<_>>(),
        }))
    }

    fn glossaries(&self, glossaries: &[ListedGlossary]) -> String {
        let glossary = |glossary: &ListedGlossary| {
            json!({
                "locale": glossary.locale,
                "path": glossary.path,
                "terms": glossary.terms.iter().map(term).collect::<Vec<_>>(),
            })
        };
        line(json!({ "version": VERSION, "glossaries": glossaries.iter().map(glossary).collect::<Vec<_>>() }))
    }

    fn glossary_check(&self, findings: &[Finding]) -> String {
        let findings: Vec<Value> = findings.iter().map(|finding| self.finding(finding)).collect();
        line(json!({ "version": VERSION, "findings": findings }))
    }

    fn glossary_import(&self, wish: Wish, imported: &[Imported]) -> String {
        let conflict = |conflict: &Conflict| {
            json!({
                "id": conflict.id,
                "field": conflict.field,
                "ours": conflict.ours,
                "theirs": conflict.theirs,
                "replaced": wish == Wish::Replace,
            })
        };
        let glossary = |one: &Imported| {
            json!({
                "locale": one.locale,
                "path": one.path,
                "added": one.added,
                "changed": one.changed,
                "same": one.same,
                "conflicts": one.conflicts.iter().map(conflict).collect::<Vec<_>>(),
            })
        };
        line(json!({ "version": VERSION, "glossaries": imported.iter().map(glossary).collect::<Vec<_>>() }))
    }

    fn build(&self, built: &Built) -> String {
        let file = |file: &duizhao::project::build::Built| {
            let counts = file.used.counts.iter();
            let used: Vec<_> = counts
                .map(|((state, policy), count)| json!({ "state": state, "used": policy, "segments": count }))
                .collect();
            json!({
                "path": file.path,
                "document": file.document,
                "locale": file.locale,
                "changed": file.changed,
                "fresh": file.used.fresh,
                "not_fresh": used,
            })
        };
        line(json!({
            "version": VERSION,
            "written": built.mode == Mode::Written,
            "files": built.report.built.iter().map(file).collect::<Vec<_>>(),
            "removed": built.report.removed,
            "findings": built.report.findings.iter().map(|finding| self.finding(finding)).collect::<Vec<_>>(),
        }))
    }

    fn segments(&self, documents: &[SegmentedDocument]) -> String {
        // Derived: a tree of values for every sentence of a large site would cost more than finding them.
        #[derive(Serialize)]
        struct Segments<'s> {
            version: usize,
            documents: &'s [SegmentedDocument],
        }
        visible(serde_json::to_string(&Segments { version: VERSION, documents }).expect("strings and numbers")) + "\n"
    }

    fn roundtrip(&self, files: &[Roundtrip]) -> String {
        let file = |file: &Roundtrip| {
            let fallbacks: Vec<_> =
                file.fallbacks.iter().map(|(line, text)| json!({ "line": line, "text": text })).collect();
            json!({
                "path": file.path,
                "units": file.units,
                "identical": file.identical,
                "fallbacks": fallbacks,
                "differs": file.differs,
            })
        };
        line(json!({ "version": VERSION, "files": files.iter().map(file).collect::<Vec<_>>() }))
    }
}

fn changed(finding: &Finding) -> Value {
    let one = |it: &Changed| json!({ "kind": it.kind, "was": it.was, "now": it.now });
    finding.changed.iter().map(one).collect()
}

fn patched(patched: &Patched) -> Value {
    let tokens: Vec<_> = patched.tokens.iter().map(|(was, now)| json!([was, now])).collect();
    json!({ "id": patched.id, "index": patched.index, "tokens": tokens })
}

fn carried_segment(carried: &Carried) -> Value {
    json!({
        "path": carried.document,
        "line": carried.line,
        "id": carried.id,
        "index": carried.index,
        "locale": carried.locale,
        "how": carried.how.name(),
        "from": carried.from,
        "was": carried.was,
        "now": carried.now,
        "translation": carried.translation,
        "target": target(&carried.target),
    })
}

/// Values that are made one after the other while they are written: a tree of all of them takes much
/// more memory than their text.
pub(super) struct Each<I>(pub(super) I);

impl<I: Iterator<Item = Value> + Clone> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

fn term(term: &Term) -> Value {
    json!({
        "id": term.id,
        "translation": term.translation,
        "wordings": term.wordings,
        "also": term.also,
        "forbidden": term.forbidden,
        "context": term.context,
        "dnt": term.is_protected,
        "strict": term.is_strict,
        "case": if term.is_exact { "exact" } else { "any" },
        "kind": term.kind,
        "note": term.note,
    })
}

fn line(value: Value) -> String {
    visible(value.to_string()) + "\n"
}

/// Returns JSON with escapes for control characters and marks of direction, which JSON itself lets stand:
/// the same value, and a text that shows what it says.
pub(super) fn visible(json: String) -> String {
    let plain = |ch: char| is_plain(ch) || ch == '\n';
    if json.chars().all(plain) {
        return json;
    }
    // None of them is beyond U+FFFF, and they can stand in strings alone.
    let one = |ch: char| if plain(ch) { ch.to_string() } else { format!("\\u{:04x}", u32::from(ch)) };
    json.chars().map(one).collect()
}

fn unit(path: &str, block: &Block) -> Value {
    let lines = |&(line, end_line): &Lines| json!({ "line": line, "end_line": end_line });
    let from: Vec<Value> = block.from.iter().map(lines).collect();
    json!({
        "path": path,
        "line": block.lines.0,
        "end_line": block.lines.1,
        "state": block.effect.name(),
        "class": block.class.map(|class| class.name()),
        "from": if from.is_empty() { Value::Null } else { json!(from) },
        "segments": block.segments.iter().map(sentence).collect::<Vec<_>>(),
        "gone": block.gone,
    })
}

fn sentence(sentence: &Sentence) -> Value {
    json!({
        "text": sentence.text,
        "state": sentence.effect.name(),
        "class": sentence.class.map(|class| class.name()),
        "was": sentence.was,
        "draft": sentence.draft,
    })
}

fn locale_impact(locale: &LocaleImpact) -> Value {
    let amount = |amount: Amount| json!({ "segments": amount.segments, "words": amount.words });
    let by = |(name, amount): (Option<&str>, Amount)| json!({ "name": name, "segments": amount.segments, "words": amount.words });
    json!({
        "locale": locale.locale,
        "stale": amount(Amount::of(locale.with(Effect::Stale))),
        "missing": amount(Amount::of(locale.with(Effect::Missing))),
        "by": locale.translators().into_iter().map(by).collect::<Vec<_>>(),
        "segments": locale.affected.iter().map(affected).collect::<Vec<_>>(),
    })
}

fn affected(one: &Affected) -> Value {
    json!({
        "path": one.source.path,
        "line": one.source.line,
        "end_line": one.source.end_line,
        "id": one.id,
        "index": one.index,
        "state": one.effect.name(),
        "class": one.class,
        "was": one.was,
        "now": one.now,
        "words": one.words,
        "by": one.by,
        "translation": one.translation,
        "target": one.target.as_ref().map(target),
    })
}

fn counts_of(counts: &Counts) -> Value {
    json!({
        "total": counts.total,
        "missing": counts.missing,
        "draft": counts.draft,
        "stale": counts.stale,
        "translated": counts.translated,
        "reviewed": counts.reviewed,
    })
}

fn located(place: &Place) -> Map<String, Value> {
    let fields = json!({
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "span": [place.span.start, place.span.end],
    });
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn target(place: &Place) -> Value {
    let mut fields = located(place);
    fields.insert("path".to_owned(), json!(place.path));
    Value::Object(fields)
}

fn translator(translator: &Translator) -> Value {
    match translator {
        Translator::Named(name) => json!({ "from": "record", "name": name }),
        Translator::Line(line) => origin(line),
    }
}

fn origin(origin: &Origin) -> Value {
    match origin {
        Origin::Commit(commit) => {
            json!({ "from": "git", "name": commit.author, "commit": commit.hash, "date": commit.date })
        }
        Origin::Uncommitted => json!({ "from": "uncommitted" }),
        Origin::Unknown => json!({ "from": "unknown" }),
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "done",
        Outcome::Already => "already",
        Outcome::Missing => "missing",
        Outcome::Unchanged => "unchanged",
        Outcome::Unpaired => "unpaired",
        Outcome::NotConfirmed => "not-confirmed",
        Outcome::OwnWork => "own-work",
    }
}
