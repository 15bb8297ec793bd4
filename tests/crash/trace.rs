//! System calls as strace writes them down.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The calls that can change a disk. `openat` counts when it may create or write.
pub(crate) const MUTATING: &str = "openat,open,creat,write,pwrite64,writev,pwritev,copy_file_range,sendfile,fallocate,\
    fsync,fdatasync,syncfs,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,chmod,fchmod,fchmodat,chown,fchown,\
    fchownat,ftruncate,truncate,link,linkat,symlink,symlinkat";

/// One call that changed, or could have changed, the folder under test.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// The call's name.
    pub(crate) name: String,
    /// Which of its thread's calls of this name it is, from 1: strace counts by thread.
    pub(crate) when: usize,
    /// The files it is about, in the order of its arguments.
    pub(crate) paths: Vec<PathBuf>,
    /// The flags of an `openat`.
    pub(crate) truncates: bool,
    /// Whether it succeeded.
    pub(crate) succeeded: bool,
}

/// Returns the calls of a trace (`strace -f -y -s 0 -o`) that are about something below `folder`.
pub(crate) fn parse(trace: &str, folder: &Path) -> Vec<Call> {
    let mut begun: HashMap<&str, String> = HashMap::new();
    let mut counts: HashMap<(String, String), usize> = HashMap::new();
    let mut calls = Vec::new();
    for line in trace.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if let Some(start) = rest.strip_suffix(" <unfinished ...>") {
            begun.insert(thread, start.to_string());
            continue;
        }
        let whole = match rest.split_once(" resumed>") {
            Some((_, end)) => begun.remove(thread).unwrap_or_default() + end,
            None => rest.to_string(),
        };
        let Some((name, arguments)) = whole.split_once('(') else { continue };
        let count = counts.entry((thread.to_string(), name.to_string())).or_default();
        *count += 1;
        calls.extend(call(name, *count, arguments, folder));
    }
    calls
}

fn call(name: &str, when: usize, arguments: &str, folder: &Path) -> Option<Call> {
    let (arguments, result) = arguments.rsplit_once(" = ")?;
    if name.starts_with("open") && !["O_CREAT", "O_WRONLY", "O_RDWR", "O_TRUNC"].iter().any(|it| arguments.contains(it))
    {
        return None;
    }
    let paths: Vec<PathBuf> = if arguments.contains('"') && !is_by_descriptor(name) {
        quoted(arguments).into_iter().map(|path| folder.join(path)).collect()
    } else {
        annotated(arguments)
    };
    let about = paths.iter().any(|path| path.starts_with(folder));
    let truncates = arguments.contains("O_TRUNC") || name == "creat";
    about.then(|| Call { name: name.to_string(), when, paths, truncates, succeeded: !result.starts_with('-') })
}

/// Returns whether a call names its file by an open descriptor; its strings are then content.
fn is_by_descriptor(name: &str) -> bool {
    name.contains("write")
        || matches!(name, "fsync" | "fdatasync" | "syncfs" | "fchmod" | "fchown" | "ftruncate" | "fallocate")
}

/// Returns the quoted strings. A relative one counts from the folder, which is where the program runs.
fn quoted(arguments: &str) -> Vec<String> {
    arguments.split('"').skip(1).step_by(2).map(str::to_string).collect()
}

/// Returns the paths of descriptors: `fsync(5</tmp/x>)`.
fn annotated(arguments: &str) -> Vec<PathBuf> {
    arguments.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(path, _)| path.into()).collect()
}
