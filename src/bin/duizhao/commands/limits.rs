//! Which findings of a `check` are listed: not those of `--baseline`, and with `--changed-since` only those in
//! lines that were touched.

use std::path::Path;

use duizhao::finding::Message;
use duizhao::project::baseline::{Baseline, Scope};

use crate::args::{Check, Global};
use crate::failure::Failure;
use crate::report::{Found, Known, Unlisted, Untouched};

/// What was asked for to leave out.
pub(super) struct Limits {
    baseline: Option<Baseline>,
    /// The command that writes the baseline anew.
    anew: String,
    changed_since: Option<String>,
}

impl Limits {
    /// Reads what is needed to know what to leave out.
    pub(super) fn new(own: &Check, global: &Global) -> Result<Limits, Failure> {
        let changed_since = own.changed_since.clone();
        let Some(file) = &own.baseline else {
            return Ok(Limits { baseline: None, anew: String::new(), changed_since });
        };
        let path = file.display();
        if global.output.as_deref().is_some_and(|output| is_same(output, file)) {
            return Err(Message::new("error-baseline-output").with("path", path.to_string()).into());
        }
        let pairs = own.pairs.as_ref().map_or_else(String::new, |pairs| format!(" --pairs {}", pairs.display()));
        let anew = format!("duizhao check{pairs} --format json --output {path}");
        Ok(Limits { baseline: Some(Baseline::read(file)?), anew, changed_since })
    }

    /// Returns the findings that are to be listed, and what is to be said of the others. `found` says of each
    /// whether it is about something touched.
    pub(super) fn applied(&self, found: Vec<(Found, bool)>, scope: Scope<'_>) -> (Vec<Found>, Unlisted) {
        let mut is_new = vec![true; found.len()];
        let baseline = self.baseline.as_ref().map(|baseline| {
            let compared = baseline.compare(&found.iter().map(|(found, _)| &found.finding).collect::<Vec<_>>(), scope);
            is_new = compared.is_new;
            let (file, anew) = (baseline.path.clone(), self.anew.clone());
            Known { file, known: compared.known, gone: compared.gone, anew }
        });
        let news = found.into_iter().zip(is_new).filter(|(_, is_new)| *is_new).map(|(found, _)| found);
        let (touched, others): (Vec<_>, Vec<_>) = news.partition(|(_, is_touched)| *is_touched);
        let revision = self.changed_since.clone();
        let untouched = revision.map(|revision| Untouched { revision, count: others.len() });
        (touched.into_iter().map(|(found, _)| found).collect(), Unlisted { baseline, untouched })
    }
}

/// Whether two names are of one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| path.canonicalize().ok();
    one == other || place(one).is_some_and(|place_of_one| Some(place_of_one) == place(other))
}
