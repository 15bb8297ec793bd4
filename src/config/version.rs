//! Which versions of the program a workspace asks for: `required-version`, read as Cargo reads requirements.
//!
//! It is read by itself, before all other settings and whatever they are.

use semver::{Version, VersionReq};
use serde::Deserialize;
use toml::Spanned;

use super::problem;
use crate::finding::Message;
use crate::text::LineIndex;

/// The one key that is looked at; any other is left for later.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Required {
    required_version: Option<Spanned<String>>,
}

/// Says where settings ask for another version of the program than `version`.
///
/// Settings that cannot be read are nobody's error here.
pub(super) fn satisfied(text: &str, version: &str) -> Result<(), Message> {
    let Ok(Required { required_version: Some(required) }) = toml::from_str(text) else {
        return Ok(());
    };
    let line = LineIndex::new(text).position(text, required.span().start).line;
    let wrong = |id| problem(id).with("line", line).with("required", required.get_ref().as_str());
    let requirement: VersionReq = required.get_ref().parse().map_err(|_| wrong("settings-required-version-form"))?;
    // A version of ours that cannot be read would be a slip in Cargo.toml, which Cargo refuses.
    let fits = Version::parse(version).is_ok_and(|version| requirement.matches(&version));
    if fits { Ok(()) } else { Err(wrong("settings-required-version").with("version", version)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(settings: &str, version: &str, expected: Result<(), (&str, usize)>) {
        let told = satisfied(settings, version).map_err(|message| {
            let line = message.args.iter().find(|(name, _)| *name == "line").map(|(_, line)| line.clone());
            (message.id, line)
        });
        assert_eq!(told, expected.map_err(|(id, line)| (id, Some(line.into()))), "{settings}");
    }

    #[test]
    fn requirements_are_read_as_cargo_reads_them() {
        let other = |line| Err(("settings-required-version", line));
        check("required-version = '0.1'", "0.1.9", Ok(()));
        check("required-version = '0.1'", "0.2.0", other(1));
        check("required-version = '0.x'", "0.9.0", Ok(()));
        check("required-version = '0.x'", "1.0.0", other(1));
        check("required-version = '>=0.1.2'", "0.1.1", other(1));
        check("required-version = '>=0.1.2'", "3.0.0", Ok(()));
        check("required-version = '>=0.1, <0.3'", "0.3.0", other(1));
        check("\n# now\nrequired-version = '=0.1.2'", "0.1.3", other(3));
    }

    #[test]
    fn what_is_no_requirement_is_named() {
        check("required-version = 'new'", "0.1.0", Err(("settings-required-version-form", 1)));
        check("a = 1\nrequired-version = ''", "0.1.0", Err(("settings-required-version-form", 2)));
    }

    #[test]
    fn other_settings_are_left_for_later() {
        check("", "0.1.0", Ok(()));
        check("future = 1\nrequired-version = '7'", "0.1.0", Err(("settings-required-version", 2)));
        check("required-version = ", "0.1.0", Ok(()));
        check("required-version = 7", "0.1.0", Ok(()));
    }
}
