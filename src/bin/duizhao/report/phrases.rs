//! What reports for people say about findings and about the impact of a change, whatever their form.

use duizhao::finding::{Changed, Finding, Message, Place, Severity};
use duizhao::impact::{Block, Effect};
use duizhao::project::impact::{Affected, Amount, LocaleImpact};

use crate::report::{Checked, human, places};
use crate::ui::{Paint, Ui, on_one_line};

/// So many things that changed are named; the diff shows the rest.
const MOST_SHOWN: usize = 5;

/// Returns what is wrong, on one line.
pub(super) fn message(ui: &Ui, finding: &Finding) -> String {
    on_one_line(&ui.text(&finding.message))
}

/// Returns what shows it, a line each: the other place, what changed, the texts.
pub(super) fn details(ui: &Ui, finding: &Finding) -> Vec<String> {
    details_beside(ui, finding, places(finding).1)
}

/// Returns the same with another place beside the one that is shown.
pub(super) fn details_beside(ui: &Ui, finding: &Finding, other: Option<&Place>) -> Vec<String> {
    let plain = Paint { on: false };
    let source = match &finding.was {
        Some(was) => human::changed(plain, was, &finding.evidence),
        None => on_one_line(&finding.evidence),
    };
    let translation = on_one_line(finding.translation.as_deref().unwrap_or(""));
    let lines = [other.map(human::place), class(ui, finding), Some(source), Some(translation)];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect()
}

/// Returns what changed, in words: `fact: number 9 → 10`.
pub(super) fn class(ui: &Ui, finding: &Finding) -> Option<String> {
    let name = |id: String, name: &str| ui.words.text(&id).unwrap_or_else(|| name.to_owned());
    let one = |it: &Changed| {
        let (was, now) = (it.was.as_deref(), it.now.as_deref());
        let id = match (was, now) {
            (Some(_), Some(_)) => "changed-replaced",
            (None, _) => "changed-added",
            (_, None) => "changed-gone",
        };
        let message = Message::new(id).with("kind", name(format!("kind-{}", it.kind), it.kind));
        let message = message.with("was", on_one_line(was.unwrap_or("")));
        ui.text(&message.with("now", on_one_line(now.unwrap_or(""))))
    };
    let class = finding.class.map(|class| name(format!("class-{class}"), class))?;
    let shown: Vec<String> = finding.changed.iter().take(MOST_SHOWN).map(one).collect();
    if shown.is_empty() {
        return Some(class);
    }
    let more = if finding.changed.len() > MOST_SHOWN { "…" } else { "" };
    let (gap, between) = (ui.word("label-separator"), ui.word("list-separator"));
    Some(format!("{class}{gap}{}{more}", shown.join(&between)))
}

/// Returns the word for a severity.
pub(super) fn severity(ui: &Ui, severity: Severity) -> String {
    ui.word(match severity {
        Severity::Error => "label-error",
        Severity::Warning => "label-warning",
        Severity::Info => "label-info",
    })
}

/// Returns how many findings there are: `1 error, 2 warnings`.
pub(super) fn counts<'f>(ui: &Ui, findings: impl Iterator<Item = &'f Finding> + Clone) -> String {
    let count = |severity| findings.clone().filter(|finding| finding.severity == severity).count();
    let parts: Vec<String> = [
        ("check-errors", count(Severity::Error)),
        ("check-warnings", count(Severity::Warning)),
        ("check-infos", count(Severity::Info)),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(id, count)| ui.text(&Message::new(id).with("count", count)))
    .collect();
    if parts.is_empty() { ui.word("check-clean") } else { parts.join(&ui.word("list-separator")) }
}

/// Returns what a check came to, in one sentence.
pub(super) fn checked(ui: &Ui, checked: &Checked) -> String {
    let mut found = counts(ui, checked.findings());
    if let Some(baseline) = checked.unlisted.baseline.as_ref().filter(|baseline| baseline.known > 0) {
        let message = Message::new("check-known").with("found", found).with("count", baseline.known);
        found = ui.text(&message.with("file", on_one_line(&baseline.file)));
    }
    if let Some(untouched) = checked.unlisted.untouched.as_ref().filter(|untouched| untouched.count > 0) {
        let message = Message::new("check-untouched").with("found", found).with("count", untouched.count);
        found = ui.text(&message.with("revision", on_one_line(&untouched.revision)));
    }
    ui.text(&Message::new("check-summary").with("count", checked.count).with("found", found))
}

/// Returns the heads of the table of what was found in each document.
pub(super) fn heads(ui: &Ui) -> Vec<String> {
    let ids = ["check-column-document", "check-column-locale", "check-column-errors"];
    ids.into_iter().chain(["check-column-warnings", "check-column-infos"]).map(|id| ui.word(id)).collect()
}

/// Returns the row of a document.
pub(super) fn row(path: &str, locale: &str, found: &[&Finding]) -> Vec<String> {
    let count = |severity| found.iter().filter(|finding| finding.severity == severity).count().to_string();
    let counts = [Severity::Error, Severity::Warning, Severity::Info].map(count);
    [path.to_owned(), locale.to_owned()].into_iter().chain(counts).collect()
}

/// Returns what becomes of the blocks of a document.
pub(super) fn blocks(ui: &Ui, blocks: &[Block]) -> String {
    let count = |effect| blocks.iter().filter(|block| block.effect == effect).count();
    let message = Message::new("impact-blocks").with("count", blocks.len()).with("fresh", count(Effect::Fresh));
    ui.text(&message.with("stale", count(Effect::Stale)).with("missing", count(Effect::Missing)))
}

/// Returns what becomes of a segment, and in which locale where one is given.
pub(super) fn effect(ui: &Ui, effect: Effect, class: Option<&str>) -> String {
    match effect {
        Effect::Stale => ui.text(&Message::new("impact-is-stale").with("class", class.unwrap_or(""))),
        Effect::Missing | Effect::Fresh => ui.word("impact-is-missing"),
    }
}

/// Returns how much of a locale is affected: `2 segments would become stale (23 words), 1 new segment (8 words)`.
pub(super) fn amounts(ui: &Ui, locale: &LocaleImpact) -> String {
    let phrase = |id, effect| {
        let amount = Amount::of(locale.with(effect));
        let words = ui.text(&Message::new("impact-words").with("count", amount.words));
        (amount.segments, ui.text(&Message::new(id).with("count", amount.segments).with("words", words)))
    };
    let (_, stale) = phrase("impact-stale", Effect::Stale);
    match phrase("impact-missing", Effect::Missing) {
        (0, _) => stale,
        (_, missing) => format!("{stale}{}{missing}", ui.word("list-separator")),
    }
}

/// Returns the translators of what becomes stale with their number of segments: `Wei (2), not named (1)`.
pub(super) fn translators(ui: &Ui, of: &[(Option<&str>, Amount)]) -> String {
    let one = |(name, amount): &(Option<&str>, Amount)| {
        let name = name.map_or_else(|| ui.word("impact-not-named"), str::to_owned);
        ui.text(&Message::new("impact-share").with("name", name).with("count", amount.segments))
    };
    of.iter().map(one).collect::<Vec<_>>().join(&ui.word("list-separator"))
}

/// Returns what becomes of a segment in a locale, and whose work that was.
pub(super) fn affected(ui: &Ui, locale: &str, one: &Affected) -> String {
    let what = effect(ui, one.effect, one.class);
    let message = Message::new("impact-in").with("what", what).with("locale", locale);
    let message = message.with("named", usize::from(one.by.is_some()));
    ui.text(&message.with("by", one.by.as_deref().unwrap_or("")))
}
