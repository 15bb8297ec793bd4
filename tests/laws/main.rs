//! The laws of the catalogs, on random documents, random histories of edits and random slips.
//!
//! `DUIZHAO_CASES` sets the number of cases per law (5000 without it). Everything happens in memory:
//! `workspace` puts the library together the way `project` does, without a disk.

mod bytes;
mod codec;
mod document;
mod history;
mod revert;
mod slips;
mod translator;
mod workspace;

use proptest::test_runner::Config;

/// Returns how every law is run.
pub(crate) fn config() -> Config {
    let cases = std::env::var("DUIZHAO_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(5000);
    Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        max_global_rejects: cases.saturating_mul(8),
        ..Config::default()
    }
}
