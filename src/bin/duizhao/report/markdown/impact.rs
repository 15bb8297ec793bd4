//! The impact of a change as Markdown, for a comment on a pull request.
//!
//! Documents and catalogs are written by whoever sent the change. Names stand escaped, sentences in
//! blocks of code, so that neither can add markup, break the table or call people.

use std::collections::BTreeMap;
use std::fmt::Write;

use duizhao::finding::Message;
use duizhao::impact::{Block, Effect};
use duizhao::project::impact::{Affected, Amount, Base, LocaleImpact, Report};

use super::{escaped, fitting};
use crate::report::{Impact, phrases};
use crate::ui::{Ui, on_one_line};

/// By this a program finds its comment again, to replace it.
const MARK: &str = "<!-- duizhao impact -->\n";

/// Returns the report.
pub(in crate::report) fn impact(ui: &Ui, impact: &Impact) -> String {
    let mut out = MARK.to_owned();
    match impact {
        Impact::Document(path, blocks) => document(ui, &mut out, path, blocks),
        Impact::Workspace(base, found) => workspace(ui, &mut out, base, found),
    }
    out
}

fn document(ui: &Ui, out: &mut String, path: &str, blocks: &[Block]) {
    title(ui, out);
    let _ = writeln!(out, "{}\n", escaped(&phrases::blocks(ui, blocks)));
    let sentences = blocks.iter().flat_map(|block| block.segments.iter().map(move |sentence| (block, sentence)));
    let changed = sentences.filter(|(_, sentence)| sentence.effect != Effect::Fresh);
    let shown = changed.map(|(block, sentence)| {
        let about = phrases::effect(ui, sentence.effect, sentence.class.map(|class| class.name()));
        let place = format!("{path}:{}", block.lines.0);
        change(ui, &place, &about, sentence.was.as_deref(), &sentence.text)
    });
    details(ui, out, shown);
}

fn workspace(ui: &Ui, out: &mut String, base: &Base, found: &Report) {
    title(ui, out);
    let touched = found.locales.iter().filter(|locale| !locale.affected.is_empty());
    for locale in touched {
        let gap = ui.word("label-separator");
        let _ = writeln!(out, "**{}**{gap}{}\n", escaped(&locale.locale), escaped(&phrases::amounts(ui, locale)));
        table(ui, out, locale);
        let shown = locale.affected.iter().map(|one| {
            let place = format!("{}:{}", one.source.path, one.source.line);
            change(ui, &place, &phrases::affected(ui, &locale.locale, one), one.was.as_deref(), &one.now)
        });
        details(ui, out, shown);
    }
    if found.locales.iter().all(|locale| locale.affected.is_empty()) {
        let _ = writeln!(out, "{}\n", escaped(&ui.word("impact-none")));
    }
    for path in &found.closed {
        let message = Message::new("error-closed").with("path", path.as_str());
        let _ = writeln!(out, "{}\n", escaped(&ui.text(&message)));
    }
    let commit = base.commit.get(..12).unwrap_or(&base.commit);
    let _ = writeln!(out, "{}", escaped(&ui.text(&Message::new("impact-since").with("commit", commit))));
}

fn title(ui: &Ui, out: &mut String) {
    let _ = writeln!(out, "### {}\n", escaped(&ui.word("impact-title")));
}

/// A row for each document: what becomes stale, what is new, whose work it was.
fn table(ui: &Ui, out: &mut String, locale: &LocaleImpact) {
    let heads = ["impact-document", "impact-column-stale", "impact-column-missing", "impact-column-words"];
    let heads = heads.map(|id| escaped(&ui.word(id)));
    let _ = writeln!(out, "| {} | {} |", heads.join(" | "), escaped(&ui.word("impact-column-by")));
    let _ = writeln!(out, "|---|--:|--:|--:|---|");
    let mut documents: BTreeMap<&str, Vec<Affected>> = BTreeMap::new();
    for one in &locale.affected {
        documents.entry(&one.source.path).or_default().push(one.clone());
    }
    for (path, affected) in documents {
        let own = LocaleImpact { locale: locale.locale.clone(), affected };
        let count = |effect| Amount::of(own.with(effect)).segments;
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            escaped(path),
            count(Effect::Stale),
            count(Effect::Missing),
            Amount::of(&own.affected).words,
            escaped(&phrases::translators(ui, &own.translators())),
        );
    }
    out.push('\n');
}

/// A fold with as many of the changes as there is room for.
fn details(ui: &Ui, out: &mut String, changes: impl Iterator<Item = String>) {
    let shown = fitting(ui, out.len(), changes);
    if !shown.is_empty() {
        let summary = escaped(&ui.word("impact-sentences"));
        let _ = writeln!(out, "<details>\n<summary>{summary}</summary>\n\n{shown}</details>\n");
    }
}

/// One changed sentence: where it stands, and as a diff what it said and says.
fn change(ui: &Ui, place: &str, about: &str, was: Option<&str>, now: &str) -> String {
    let gap = ui.word("label-separator");
    let mut out = format!("{}{gap}{}\n\n```diff\n", escaped(place), escaped(about));
    // A line that begins with a sign cannot end the block of code.
    if let Some(was) = was {
        let _ = writeln!(out, "- {}", on_one_line(was));
    }
    let _ = writeln!(out, "+ {}\n```\n", on_one_line(now));
    out
}

#[cfg(test)]
mod tests {
    use duizhao::finding::Place;

    use super::*;
    use crate::report::tests::{calls, html, tags, ui};

    /// A report in which everything that others write says `text`.
    fn report(text: &str) -> String {
        let source = Place { path: text.to_owned(), span: 0..0, line: 1, column: 1, end_line: 1, end_column: 1 };
        let affected = Affected {
            source,
            id: "a".to_owned(),
            index: 0,
            effect: Effect::Stale,
            class: Some("wording"),
            was: Some(text.to_owned()),
            now: text.to_owned(),
            words: 1,
            by: Some(text.to_owned()),
            translation: None,
            target: None,
        };
        let locale = LocaleImpact { locale: "zh-CN".to_owned(), affected: vec![affected] };
        let found = Report { locales: vec![locale], closed: vec![text.to_owned()], ..Report::default() };
        let base = Base { commit: "0123456789abcdef".to_owned(), is_shared: true };
        impact(&ui(), &Impact::Workspace(base, found))
    }

    #[track_caller]
    fn check(text: &str) {
        let page = html(&report(text));
        assert_eq!(tags(&page), tags(&html(&report("plain"))), "{page}");
        assert!(!calls(&page), "{page}");
    }

    #[test]
    fn nothing_in_a_document_becomes_markup() {
        check("a|b.md");
        check("`x` | y `` ``` ~~~");
        check("<b>x</b> <!-- --> </details>");
        check("*x* _y_ ~~z~~ [x](https://e.org) ![x](y)");
        check("www.e.org https://e.org mailto:w@e.org");
        check("a\\|b\n\n# c\n```\n| d |\n</details>\n<script>");
    }

    #[test]
    fn nobody_is_called() {
        check("@wei w@wei.org #1 o/r#1");
        assert!(calls("<p>@wei</p>") && !calls("<p><code>@wei</code></p>"));
    }

    #[test]
    fn a_comment_has_room_on_github() {
        let long = "word ".repeat(300);
        let one = |at: usize| change(&ui(), &format!("a.md:{at}"), "stale", Some(&long), &long);
        let mut out = String::new();
        details(&ui(), &mut out, (0..100).map(one));
        assert!(out.len() < 65_536 && out.contains("a.md:0") && out.contains("more are not shown"), "{}", out.len());
    }
}
