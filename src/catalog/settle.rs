//! A carry, written down until writing it down changes nothing any more.
//!
//! What one round frees (a broken group, an emptied place) the next may need. A sync does all rounds at
//! once, and the states shown before it are those that stand there afterwards.

use crate::catalog::spare::spare;
use crate::catalog::{Carried, Catalog, Update, carry, read, update};
use crate::config::Actions;
use crate::segment::Document;

/// More rounds than any history has needed; two texts that changed places for ever would stop here.
const MOST_ROUNDS: usize = 5;

/// What a sync makes of a catalog.
#[derive(Debug, Default)]
pub struct Settled {
    /// The carry of the catalog as it is.
    pub carried: Carried,
    /// What is written; `None` for a catalog that is closed.
    pub update: Option<Update>,
    /// The catalog after that with its carry, where it is another one.
    pub after: Option<(Catalog, Carried)>,
}

/// Carries the translations of `catalog` over to `document`, whose units have `ids`.
///
/// `path`, `key` (the source locale) and `locale` head a new catalog; `actions` say which changes of the
/// source leave a translation fresh.
pub fn settle(
    catalog: &Catalog,
    document: &Document,
    ids: &[String],
    (path, key, locale): (&str, &str, &str),
    actions: &Actions,
) -> Settled {
    let mut settled = Settled { carried: carry(&document.units, ids, catalog), ..Settled::default() };
    let patched = spare(&mut settled.carried, catalog, actions);
    if catalog.is_closed() {
        return settled;
    }
    let mut written = update(catalog, &settled.carried, document, path, key, locale);
    written.patched = patched;
    let mut changed = written.text != catalog.text;
    for _ in 0..MOST_ROUNDS {
        if !changed {
            break;
        }
        let next = read(written.text.clone(), key);
        let mut carried = carry(&document.units, ids, &next);
        let patched = spare(&mut carried, &next, actions);
        let mut again = update(&next, &carried, document, path, key, locale);
        again.patched = patched;
        changed = again.text != next.text;
        if changed {
            written.absorb(again);
        }
        settled.after = Some((next, carried));
    }
    settled.update = Some(written);
    settled
}
