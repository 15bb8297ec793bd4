//! A simplified character in a text for readers of traditional ones.

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::locale::HanScript;
use crate::text::traditional_of;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "simplified-in-traditional",
    severity: [Severity::Error; 2],
    settings: &[],
    // Examples are of simplified Chinese; the tests below have traditional.
    examples: &[Example { source: "Handle this.", target: "处理这个。", reported: &[] }],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text_in(pair, HanScript::Traditional) else { return };
    let known = chinese::Known::new(&pair.source.visible);
    for (at, ch) in text.char_indices() {
        let Some(usual) = traditional_of(ch) else { continue };
        // 简体中文 calls itself so.
        let named = text[at..].starts_with("简体") || known.has(ch);
        if named {
            continue;
        }
        let usual = usual.to_string();
        let message = Message::new("finding-simplified").with("other", usual.as_str());
        report(chinese::fault(pair, &(at..at + ch.len_utf8()), message, &usual, Safety::Unsafe));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::{Profile, Settings, faults};
    use crate::glossary::Glossary;
    use crate::markdown::{LeafKind, view};

    #[track_caller]
    fn check(locale: &str, target: &str, expected: &[&str]) {
        let (source, target) = (view("This is it.", ""), view(target, ""));
        let pair = super::Pair {
            source: &source,
            target: &target,
            kind: LeafKind::Paragraph,
            whole: true,
            source_locale: "en",
            locale,
            glossary: &Glossary::default(),
            settings: &Settings::default(),
            shared: crate::checks::Shared::default(),
        };
        let found = faults(&pair, Profile::Work).into_iter();
        let found: Vec<String> =
            found.map(|(check, _, fault)| format!("{} {}", check.code(), fault.evidence)).collect();
        assert_eq!(found, expected, "{locale}");
    }

    #[test]
    fn each_locale_has_its_characters_and_quotation_marks() {
        let mixed = "這个「體」与“体”。";
        check("zh-CN", mixed, &["quotes-style 「體」", "traditional-in-simplified 這", "traditional-in-simplified 體"]);
        check("zh-Hant-HK", mixed, &["quotes-style “体”", "simplified-in-traditional 个"]);
        check("ja", mixed, &[]);
        check("zh-TW", "简体中文與軟件。", &["regional-term 軟件"]);
        check("zh-HK", "軟件。", &[]);
    }
}
