//! A second sync while another process holds the workspace: it waits, then says who that is, and touches nothing.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use duizhao::project::disk::Root;
use duizhao::project::lock::Lock;

use crate::scenario::SYNC;
use crate::tree;

/// Returns what was wrong.
pub(crate) fn check(scratch: &Path) -> Result<(), String> {
    let folder = scratch.join("locked");
    fs::create_dir(&folder).map_err(|error| error.to_string())?;
    (SYNC.prepare)(&folder);
    let root = Root::open(&folder).map_err(|error| error.to_string())?;
    let lock = Lock::acquire(&root, Duration::ZERO).map_err(|error| error.to_string())?;
    let old = tree::take(&folder, SYNC.volatile);
    let start = Instant::now();
    let mut sync = Command::new((SYNC.program)());
    let ended = sync.args(SYNC.arguments).current_dir(&folder).stdin(Stdio::null()).output();
    let ended = ended.map_err(|error| error.to_string())?;
    let stderr = String::from_utf8_lossy(&ended.stderr);
    tree::same(&tree::take(&folder, SYNC.volatile), &old)?;
    drop(lock);
    match ended.status.code() {
        Some(2) if start.elapsed() < Lock::PATIENCE => Err("did not wait".to_owned()),
        Some(2) if stderr.contains(&std::process::id().to_string()) => Ok(()),
        code => Err(format!("ended with {code:?}: {stderr}")),
    }
}
