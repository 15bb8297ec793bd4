//! Which findings of a `check` count: not those of `--baseline`.

use std::path::Path;

use duizhao::finding::Message;
use duizhao::project::baseline::{Baseline, Scope};

use crate::args::{Check, Global};
use crate::failure::Failure;
use crate::report::{Found, Known, Unlisted};

/// What was asked for to leave out.
pub(super) struct Limits {
    baseline: Option<Baseline>,
    /// The command that writes the baseline anew.
    anew: String,
}

impl Limits {
    /// Reads what is needed to know what to leave out.
    pub(super) fn new(own: &Check, global: &Global) -> Result<Limits, Failure> {
        let Some(file) = &own.baseline else { return Ok(Limits { baseline: None, anew: String::new() }) };
        let path = file.display();
        if global.output.as_deref().is_some_and(|output| is_same(output, file)) {
            return Err(Message::new("error-baseline-output").with("path", path.to_string()).into());
        }
        let pairs = own.pairs.as_ref().map_or_else(String::new, |pairs| format!(" --pairs {}", pairs.display()));
        let anew = format!("duizhao check{pairs} --format json --output {path}");
        Ok(Limits { baseline: Some(Baseline::read(file)?), anew })
    }

    /// Returns the findings that are to be listed, and what is to be said of the others.
    pub(super) fn applied(&self, found: Vec<Found>, scope: Scope<'_>) -> (Vec<Found>, Unlisted) {
        let Some(baseline) = &self.baseline else { return (found, Unlisted::default()) };
        let compared = baseline.compare(&found.iter().map(|found| &found.finding).collect::<Vec<_>>(), scope);
        let (file, anew) = (baseline.path.clone(), self.anew.clone());
        let known = Known { file, known: compared.known, gone: compared.gone, anew };
        let news = found.into_iter().zip(compared.is_new).filter(|(_, is_new)| *is_new).map(|(found, _)| found);
        (news.collect(), Unlisted { baseline: Some(known) })
    }
}

/// Whether two names are of one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| path.canonicalize().ok();
    one == other || place(one).is_some_and(|place_of_one| Some(place_of_one) == place(other))
}
