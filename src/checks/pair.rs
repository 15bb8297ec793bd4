//! Checks of one source text and its translation, with or without a workspace around them.

use std::cell::OnceCell;

use crate::checks::readings::Readings;
use crate::checks::{Check, Settings};
use crate::finding::{Fix, Message, Safety, Severity};
use crate::glossary::Glossary;
use crate::locale::HanScript;
use crate::markdown::{LeafKind, View};
use crate::text::{Edit, Span};

use super::Profile;

/// A source text with its translation, each seen once for all checks.
#[derive(Debug)]
pub struct Pair<'p> {
    /// The source; for a stale translation the text that it was made from.
    pub source: &'p View,
    /// The translation.
    pub target: &'p View,
    /// What kind of block it is.
    pub kind: LeafKind,
    /// Whether it is a whole block: a check of its end or its length has all of it.
    pub whole: bool,
    /// The source locale.
    pub source_locale: &'p str,
    /// The target locale.
    pub locale: &'p str,
    /// The terms of the target locale.
    pub glossary: &'p Glossary,
    /// What the settings say about the checks.
    pub settings: &'p Settings,
    /// What several checks ask for, found once.
    pub shared: Shared<'p>,
}

/// What several checks ask about a pair. It is found when the first of them asks.
#[derive(Debug, Default)]
pub struct Shared<'p> {
    pub(super) readings: OnceCell<Option<Readings<'p>>>,
    pub(super) script: OnceCell<Option<HanScript>>,
}

/// Something wrong with a translation.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Its bytes in the translation as Markdown; `None` where the whole is meant or something is not there.
    pub target: Option<Span>,
    /// What is wrong.
    pub message: Message,
    /// The piece in question: of the translation, or what it lacks of the source.
    pub evidence: String,
    /// What would repair it.
    pub fix: Option<Fix>,
    /// How much it matters, where that is not what its check says of all.
    pub severity: Option<Severity>,
}

impl<'p> Pair<'p> {
    /// Returns the same source with another translation.
    #[must_use]
    pub fn with_target<'t>(&self, target: &'t View) -> Pair<'t>
    where
        'p: 't,
    {
        Pair {
            source: self.source,
            target,
            kind: self.kind,
            whole: self.whole,
            source_locale: self.source_locale,
            locale: self.locale,
            glossary: self.glossary,
            settings: self.settings,
            shared: Shared::default(),
        }
    }
}

impl Fault {
    /// Returns a fault at `visible` bytes of what a reader sees of the translation.
    pub fn at(pair: &Pair<'_>, visible: &Span, message: Message) -> Fault {
        let span = pair.target.raw_span(visible);
        Fault {
            evidence: pair.target.raw[span.clone()].to_owned(),
            target: Some(span),
            message,
            fix: None,
            severity: None,
        }
    }

    /// Returns a fault at bytes of the translation as Markdown.
    pub fn at_raw(pair: &Pair<'_>, span: Span, message: Message) -> Fault {
        Fault {
            evidence: pair.target.raw[span.clone()].to_owned(),
            target: Some(span),
            message,
            fix: None,
            severity: None,
        }
    }

    /// Returns a fault of the translation as a whole; `evidence` is what it lacks.
    pub fn lacking(evidence: impl Into<String>, message: Message) -> Fault {
        Fault { target: None, message, evidence: evidence.into(), fix: None, severity: None }
    }

    /// Returns the fault with a severity of its own.
    #[must_use]
    pub fn graded(self, severity: Severity) -> Fault {
        Fault { severity: Some(severity), ..self }
    }

    /// Returns the fault with its repair: `replacement` for the bytes it is at.
    #[must_use]
    pub fn fixed(self, replacement: impl Into<String>, safety: Safety) -> Fault {
        let edits = self.target.clone().map(|span| Edit::new(span, replacement)).into_iter().collect();
        self.fixed_by(edits, safety)
    }

    /// Returns the fault with edits of the translation that repair it.
    #[must_use]
    pub fn fixed_by(self, edits: Vec<Edit>, safety: Safety) -> Fault {
        Fault { fix: Some(Fix { edits, safety }), ..self }
    }
}

/// A source, a translation, and what a check says about them: its tests and its documentation.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The source text.
    pub source: &'static str,
    /// The translation.
    pub target: &'static str,
    /// The pieces that are reported, in order; none where all is well.
    pub reported: &'static [&'static str],
}

/// A setting of a check, in `[checks.CODE]`.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its key.
    pub name: &'static str,
    /// Its value where nothing is set; of a list, its words with commas between them.
    pub default: &'static str,
    /// The values it can have; none for a list of words.
    pub values: &'static [&'static str],
}

/// A check that looks at one pair at a time.
pub(super) struct PairCheck {
    pub(super) code: &'static str,
    /// How much its findings matter while translating, and before publishing.
    pub(super) severity: [Severity; 2],
    pub(super) settings: &'static [Setting],
    pub(super) examples: &'static [Example],
    pub(super) run: fn(&Pair<'_>, &mut dyn FnMut(Fault)),
}

impl Check for PairCheck {
    fn code(&self) -> &'static str {
        self.code
    }

    fn severity(&self, profile: Profile) -> Severity {
        match profile {
            Profile::Work => self.severity[0],
            Profile::Release => self.severity[1],
        }
    }

    fn settings(&self) -> &'static [Setting] {
        self.settings
    }

    fn examples(&self) -> &'static [Example] {
        self.examples
    }

    fn pair(&self, pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
        (self.run)(pair, report);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::ALL;
    use crate::markdown::view;

    /// The terms of the examples.
    const TERMS: &str = "\
-pengcheng-lab = 鹏城实验室
    .en = Pengcheng Lab
-paddle = 飞桨（PaddlePaddle）
    .en = PaddlePaddle
-openi = OpenI 启智社区
    .en = OpenI Community
    .forbidden = 奇智社区
-zte = 中兴通讯
    .en = ZTE
    .forbidden = 中兴
-angel = Angel
    .en = Angel
    .dnt = yes
    .forbidden = 天使
-mindspore = MindSpore
    .en = MindSpore
    .dnt = yes
    .also = 昇思
-zhipeng-huang = 黄之鹏
    .en = Zhipeng Huang
    .kind = person
";

    #[test]
    fn every_check_reports_what_its_examples_say_and_its_fixes_hold() {
        let settings = Settings::default();
        let glossary = Glossary::read(TERMS);
        for check in ALL {
            for example in check.examples() {
                let faults = |target: &str| -> Vec<Fault> {
                    let (source, target) = (view(example.source, ""), view(target, ""));
                    let pair = Pair {
                        source: &source,
                        target: &target,
                        kind: LeafKind::Paragraph,
                        whole: true,
                        source_locale: "en",
                        locale: "zh-CN",
                        glossary: &glossary,
                        settings: &settings,
                        shared: Shared::default(),
                    };
                    let mut faults = Vec::new();
                    check.pair(&pair, &mut |fault| faults.push(fault));
                    faults
                };
                let found = faults(example.target);
                let evidence: Vec<&str> = found.iter().map(|fault| fault.evidence.as_str()).collect();
                assert_eq!(evidence, example.reported, "{}: {example:?}", check.code());
                let edits: Vec<Edit> =
                    found.into_iter().filter_map(|fault| fault.fix).flat_map(|fix| fix.edits).collect();
                if edits.is_empty() {
                    continue;
                }
                let fixed = crate::text::apply(example.target, edits);
                let left = faults(&fixed).into_iter().filter(|fault| fault.fix.is_some()).count();
                assert_eq!(left, 0, "{}: {example:?} became {fixed:?}", check.code());
            }
        }
    }
}
