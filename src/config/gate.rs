//! `[gate]`: how much of the translations must be done, and what a change of the source does to a check.

use serde::Deserialize;
use toml::Spanned;

use crate::finding::Message;
use crate::text::Span;

/// What must hold for `check` to pass besides its findings.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Gate {
    /// What a change of the source does while its translations are behind.
    pub source_changes: SourceChanges,
    /// At most so much without a translation.
    pub missing: Option<Spanned<Percent>>,
    /// At most so much stale.
    pub stale: Option<Spanned<Percent>>,
    /// At most so much unconfirmed.
    pub draft: Option<Spanned<Percent>>,
    /// At least so much translated, reviewed or not.
    pub translated: Option<Spanned<Percent>>,
    /// At least so much reviewed.
    pub reviewed: Option<Spanned<Percent>>,
    /// What differs for some documents and locales; the first entry that names a state counts.
    pub r#override: Vec<GateOverride>,
}

/// What differs for some documents and locales.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct GateOverride {
    /// The documents: globs; all if empty.
    pub documents: Vec<String>,
    /// The locales; all targets if empty.
    pub locales: Vec<Spanned<String>>,
    /// As in `Gate`.
    pub missing: Option<Spanned<Percent>>,
    /// As in `Gate`.
    pub stale: Option<Spanned<Percent>>,
    /// As in `Gate`.
    pub draft: Option<Spanned<Percent>>,
    /// As in `Gate`.
    pub translated: Option<Spanned<Percent>>,
    /// As in `Gate`.
    pub reviewed: Option<Spanned<Percent>>,
}

/// What a change of the source does to `check` while its translations are behind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceChanges {
    /// It fails as the severities say.
    #[default]
    Fail,
    /// It is told; only what breaks a translation fails.
    Advise,
}

impl SourceChanges {
    /// Returns the name used in settings.
    pub fn name(self) -> &'static str {
        match self {
            SourceChanges::Fail => "fail",
            SourceChanges::Advise => "advise",
        }
    }
}

/// A share: a number from 0 to 100, with two decimals at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "f64")]
pub struct Percent {
    /// Hundredths of a percent, so that shares are compared exactly.
    pub hundredths: usize,
}

impl TryFrom<f64> for Percent {
    type Error = &'static str;

    fn try_from(percent: f64) -> Result<Percent, &'static str> {
        let hundredths = percent * 100.0;
        let is_exact = (hundredths - hundredths.round()).abs() < 1e-6;
        match (0.0..=100.0).contains(&percent) && is_exact {
            true => Ok(Percent { hundredths: hundredths.round() as usize }),
            false => Err("a share is a number of percent from 0 to 100, with two decimals at most"),
        }
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        match rest {
            0 => write!(f, "{whole}"),
            _ => f.write_str(format!("{whole}.{rest:02}").trim_end_matches('0')),
        }
    }
}

/// What a threshold is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// What has no translation.
    Missing,
    /// What is stale.
    Stale,
    /// What nobody has confirmed.
    Draft,
    /// What is translated, reviewed or not.
    Translated,
    /// What is reviewed.
    Reviewed,
}

impl Measure {
    /// All of them, as the settings list them.
    pub const ALL: [Measure; 5] =
        [Measure::Missing, Measure::Stale, Measure::Draft, Measure::Translated, Measure::Reviewed];

    /// Returns the name used in settings: that of a state.
    pub fn name(self) -> &'static str {
        match self {
            Measure::Missing => "missing",
            Measure::Stale => "stale",
            Measure::Draft => "draft",
            Measure::Translated => "translated",
            Measure::Reviewed => "reviewed",
        }
    }

    /// Returns whether there must be at least as much; of the others there may be at most as much.
    pub fn is_least(self) -> bool {
        matches!(self, Measure::Translated | Measure::Reviewed)
    }
}

/// A threshold that is about a document in a locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold<'g> {
    /// What is measured.
    pub measure: Measure,
    /// How much is asked for, or allowed.
    pub percent: Percent,
    /// Where it stands in the settings.
    pub start: usize,
    /// The same, where it ends.
    pub end: usize,
    /// The documents that it is measured over; all others if empty.
    pub documents: &'g [String],
}

impl Gate {
    /// Returns the threshold for a document in a locale; `matches` says whether a glob means its path.
    pub fn threshold(&self, measure: Measure, locale: &str, matches: impl Fn(&str) -> bool) -> Option<Threshold<'_>> {
        let documents = |over: &GateOverride| over.documents.is_empty() || over.documents.iter().any(|it| matches(it));
        let locales =
            |over: &GateOverride| over.locales.is_empty() || over.locales.iter().any(|own| own.get_ref() == locale);
        let wanted = self.r#override.iter().filter(|over| documents(over) && locales(over));
        let first = wanted.filter_map(|over| Some((over.of(measure)?, &over.documents[..]))).next();
        let (found, documents) = first.or_else(|| Some((self.of(measure)?, &[][..])))?;
        let Span { start, end } = found.span();
        Some(Threshold { measure, percent: *found.get_ref(), start, end, documents })
    }

    /// Returns whether there is any threshold.
    pub fn has_thresholds(&self) -> bool {
        let own = Measure::ALL.into_iter().any(|measure| self.of(measure).is_some());
        own || self.r#override.iter().any(|over| Measure::ALL.into_iter().any(|measure| over.of(measure).is_some()))
    }

    fn of(&self, measure: Measure) -> Option<&Spanned<Percent>> {
        match measure {
            Measure::Missing => self.missing.as_ref(),
            Measure::Stale => self.stale.as_ref(),
            Measure::Draft => self.draft.as_ref(),
            Measure::Translated => self.translated.as_ref(),
            Measure::Reviewed => self.reviewed.as_ref(),
        }
    }

    /// A locale that is no target would be about nothing, and nobody would see it.
    pub(super) fn checked(&self, text: &str, targets: &[String]) -> Result<(), Message> {
        let locales = self.r#override.iter().flat_map(|over| &over.locales);
        match locales.into_iter().find(|locale| !targets.contains(locale.get_ref())) {
            None => Ok(()),
            Some(locale) => {
                let line = text[..locale.span().start].matches('\n').count() + 1;
                let wrong = super::problem("settings-gate-locale").with("line", line);
                Err(wrong.with("locale", locale.get_ref().as_str()).with("known", targets.join(", ")))
            }
        }
    }
}

impl GateOverride {
    fn of(&self, measure: Measure) -> Option<&Spanned<Percent>> {
        match measure {
            Measure::Missing => self.missing.as_ref(),
            Measure::Stale => self.stale.as_ref(),
            Measure::Draft => self.draft.as_ref(),
            Measure::Translated => self.translated.as_ref(),
            Measure::Reviewed => self.reviewed.as_ref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::read;

    #[track_caller]
    fn gate(text: &str) -> Gate {
        read(text).unwrap_or_else(|error| panic!("{error:?}")).gate
    }

    #[test]
    fn the_first_entry_that_names_a_state_counts() {
        let text = "targets = [\"ja\", \"zh-CN\"]\n[gate]\ntranslated = 90\nstale = 5\n\
                    [[gate.override]]\nlocales = [\"ja\"]\ntranslated = 50.5\n\
                    [[gate.override]]\ndocuments = [\"a\"]\ntranslated = 100\n";
        let gate = gate(text);
        let asked = |measure, locale, path: &str| {
            let found = gate.threshold(measure, locale, |glob| glob == path)?;
            assert_eq!(text[found.start..found.end].parse::<f64>().ok(), found.percent.to_string().parse().ok());
            Some(found.percent.to_string())
        };
        for (measure, locale, path, expected) in [
            (Measure::Translated, "zh-CN", "b", Some("90")),
            (Measure::Translated, "zh-CN", "a", Some("100")),
            (Measure::Translated, "ja", "a", Some("50.5")),
            (Measure::Stale, "ja", "a", Some("5")),
            (Measure::Reviewed, "ja", "a", None),
        ] {
            assert_eq!(asked(measure, locale, path).as_deref(), expected, "{measure:?} {locale} {path}");
        }
    }

    #[test]
    fn nothing_is_asked_for_by_default() {
        assert!(!gate("").has_thresholds());
        assert_eq!(gate("").source_changes, SourceChanges::Fail);
        assert!(gate("[gate]\ndraft = 0").has_thresholds());
        assert!(gate("[[gate.override]]\nreviewed = 1").has_thresholds());
        assert_eq!(gate("[gate]\nsource-changes = \"advise\"").source_changes, SourceChanges::Advise);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        for (text, expected) in [
            ("[gate]\ntranslatd = 1", "line 2"),
            ("[gate]\n\ntranslated = 101", "line 3"),
            ("[gate]\ntranslated = -1", "line 2"),
            ("[gate]\ntranslated = 99.999", "line 2"),
            ("[gate]\ntranslated = \"95\"", "line 2"),
            ("[gate]\nsource-changes = \"no\"", "line 2"),
            ("[[gate.override]]\npath = \"a\"", "line 2"),
        ] {
            let error = format!("{:?}", read(text).expect_err(text));
            assert!(error.contains(expected), "{text}: {error}");
        }
        let error = read("[[gate.override]]\nlocales = [\"zh-CN\",\n\"ja\"]").expect_err("no target");
        assert_eq!(error.id, "settings-gate-locale");
        assert!(error.args.contains(&("line", 3.into())), "{error:?}");
    }

    #[test]
    fn shares_are_written_as_they_are_read() {
        for (percent, shown) in
            [(0.0, "0"), (99.9, "99.9"), (33.33, "33.33"), (100.0, "100"), (10.0, "10"), (5.05, "5.05")]
        {
            assert_eq!(Percent::try_from(percent).expect("a share").to_string(), shown);
        }
    }
}
