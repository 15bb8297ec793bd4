//! What reports for people say about the impact of a change, in a terminal and in Markdown.

use duizhao::finding::Message;
use duizhao::impact::{Block, Effect};
use duizhao::project::impact::{Affected, Amount, LocaleImpact};

use crate::ui::Ui;

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
