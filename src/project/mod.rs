//! A workspace on disk: the layer that touches files and runs programs. Everything below it works on values.

pub mod baseline;
pub mod blame;
pub mod build;
mod built;
pub mod carried;
pub mod confirm;
mod crossings;
pub mod disk;
pub mod fix;
pub mod git;
mod homes;
mod images;
pub mod impact;
pub mod init;
pub mod journal;
pub mod lock;
pub mod merge;
mod moves;
mod outputs;
pub mod pairs;
mod parallel;
pub mod prune;
mod readers;
mod seal;
pub mod since;
pub mod sync;
pub mod terms;
pub mod touched;
pub mod translate;
pub mod undo;
pub mod waive;
mod walk;
mod workspace;

pub use parallel::in_parallel;
pub use workspace::{Error, Loaded, LoadedTarget, Watch, Workspace};

/// The codes of findings that are about a workspace, a page or a glossary, not about one catalog; sorted.
pub const CODES: [&str; 18] = [
    "block-changed",
    "dead-anchor",
    "emphasis-dropped",
    crate::gate::CODE,
    "orphan-catalog",
    "page-template",
    "publish-forbidden",
    "remote-image",
    "table-prose",
    "term-attribute",
    "term-contradiction",
    "term-twice",
    "term-untranslated",
    "wechat-image",
    "wechat-length",
    "wechat-link",
    "wechat-table",
    "wechat-title",
];
