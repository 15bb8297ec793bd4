//! What is to be done about a change, by the settings.

use crate::change::Change;
use crate::config::{Action, Actions};
use crate::finding::Severity;

/// Returns what the settings say about a change: the strictest of all classes that apply.
///
/// `Patch` only where every class of the change allows it; where the patch is not possible, the
/// segment is stale with the severity of the strictest action that applies.
pub fn on(change: &Change, actions: &Actions) -> Action {
    let all = || change.classes.iter().map(|&class| actions.of(class));
    if all().all(|action| action == Action::Ignore) {
        return Action::Ignore;
    }
    if all().all(|action| matches!(action, Action::Patch | Action::Ignore)) {
        return Action::Patch;
    }
    match severity(change, actions) {
        Severity::Info => Action::Info,
        Severity::Warning => Action::Warning,
        Severity::Error => Action::Error,
    }
}

/// Returns how bad it is that a segment is stale because of `change`.
pub fn severity(change: &Change, actions: &Actions) -> Severity {
    let worst = change.classes.iter().filter_map(|&class| actions.of(class).severity()).max();
    worst.unwrap_or(Severity::Error)
}
