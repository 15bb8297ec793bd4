//! Work on many things at once, with results in their order.

use rayon::prelude::*;

/// Returns what `then` makes of each item, in order; the items are worked on in parallel.
pub fn in_parallel<I: Sync, T: Send>(items: &[I], then: impl Fn(&I) -> T + Sync + Send) -> Vec<T> {
    items.par_iter().map(then).collect()
}
