//! What the settings say about checks: how severe each is, for which documents, and its own keys.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::checks::{ALL, Profile, Setting, codes};
use crate::config::{CheckConfig, Config, Level, Override, Value};
use crate::finding::{Message, Severity};

/// What is set about the checks of one document.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    levels: HashMap<&'static str, Level>,
    choices: HashMap<(&'static str, &'static str), String>,
    lists: HashMap<(&'static str, &'static str), Vec<String>>,
}

impl Settings {
    /// Reads the settings for a document; `matches` says whether a glob means its path.
    ///
    /// The error names the first code, key or value that is not known.
    pub fn new(config: &Config, matches: impl Fn(&str) -> bool) -> Result<Settings, Message> {
        let mut settings = Settings::default();
        for (code, check) in &config.checks {
            settings.add(known(code)?, check)?;
        }
        let wanted = |it: &&Override| it.documents.is_empty() || it.documents.iter().any(|glob| matches(glob));
        // The first that names a code counts, so it is set last.
        for over in config.r#override.iter().rev() {
            for (code, level) in &over.checks {
                let code = known(code)?;
                if wanted(&over) {
                    settings.levels.insert(code, *level);
                }
            }
        }
        Ok(settings)
    }

    fn add(&mut self, code: &'static str, check: &CheckConfig) -> Result<(), Message> {
        if let Some(level) = check.severity {
            self.levels.insert(code, level);
        }
        let own = ALL.iter().find(|own| own.code() == code).map_or(&[][..], |own| own.settings());
        for (name, value) in &check.keys {
            let wrong = |id: &'static str, known: String| {
                Err(Message::new(id)
                    .with("file", crate::config::FILE)
                    .with("code", code)
                    .with("key", name.as_str())
                    .with("known", known))
            };
            let Some(setting) = own.iter().find(|setting| setting.name == name) else {
                let known: Vec<&str> = own.iter().map(|setting| setting.name).chain(["severity"]).collect();
                return wrong("settings-check-key", known.join(", "));
            };
            match value {
                Value::Text(text) if setting.values.contains(&text.as_str()) => {
                    self.choices.insert((code, setting.name), text.clone());
                }
                Value::List(words) if setting.values.is_empty() => {
                    self.lists.insert((code, setting.name), words.clone());
                }
                _ if setting.values.is_empty() => return wrong("settings-check-list", String::new()),
                _ => return wrong("settings-check-value", setting.values.join(", ")),
            }
        }
        Ok(())
    }

    /// Returns how much findings of a code matter, where nothing else is set `default`; `None` where they are off.
    pub fn severity(&self, code: &str, default: Severity) -> Option<Severity> {
        match self.levels.get(code) {
            None => Some(default),
            Some(Level::Off) => None,
            Some(Level::Info) => Some(Severity::Info),
            Some(Level::Warning) => Some(Severity::Warning),
            Some(Level::Error) => Some(Severity::Error),
        }
    }

    /// Returns whether something is set about the severity of a code.
    pub fn is_set(&self, code: &str) -> bool {
        self.levels.contains_key(code)
    }

    /// Returns what is chosen for a key of a check.
    pub fn choice(&self, code: &'static str, name: &'static str) -> &str {
        self.choices
            .get(&(code, name))
            .map_or_else(|| PRESETS.get(&(code, name)).map_or("", |preset| preset.value), String::as_str)
    }

    /// Returns the words of a key that is a list.
    pub fn list(&self, code: &'static str, name: &'static str) -> Vec<&str> {
        match self.lists.get(&(code, name)) {
            Some(words) => words.iter().map(String::as_str).collect(),
            None => PRESETS.get(&(code, name)).map(|preset| preset.words.clone()).unwrap_or_default(),
        }
    }
}

/// What holds for a key where nothing is set.
struct Preset {
    value: &'static str,
    words: Vec<&'static str>,
}

/// All of them, by code and key: checks ask at every pair.
static PRESETS: LazyLock<HashMap<(&str, &str), Preset>> = LazyLock::new(|| {
    let settings = ALL.iter().flat_map(|check| check.settings().iter().map(|setting| (check.code(), setting)));
    let words = |list: &'static str| list.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
    let preset = |(code, own): (&'static str, &'static Setting)| {
        ((code, own.name), Preset { value: own.default, words: words(own.default) })
    };
    settings.map(preset).collect()
});

fn known(code: &str) -> Result<&'static str, Message> {
    let known = codes();
    known.iter().find(|known| **known == code).copied().ok_or_else(|| {
        let wrong = Message::new("settings-check-code").with("file", crate::config::FILE).with("code", code);
        wrong.with("known", known.join(", "))
    })
}

/// Returns every check with its severity here, in both profiles; `None` where it is off.
pub fn listed(settings: &Settings) -> BTreeMap<&'static str, [Option<Severity>; 2]> {
    let of = |check: &&dyn crate::checks::Check| {
        let severity = |profile| settings.severity(check.code(), check.severity(profile));
        (check.code(), [severity(Profile::Work), severity(Profile::Release)])
    };
    ALL.iter().map(of).collect()
}
