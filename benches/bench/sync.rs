//! What `sync` costs on disk, where a source has changed: one very long document, and many with one edit each.
//!
//! Each is made at half its size and at full size; the growth from the one to the other is a row's last figure.
//! Beside it stands what any program pays that puts the same catalogs on disk safely, one after the other: a
//! temporary file, the wait for the medium, the renaming.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use duizhao::project::lock::Lock;
use duizhao::project::{Workspace, sync};

use crate::{Outcome, bare, filler, middle, note, tree};

/// How often each size is synced; the last edit is another one every time.
const ROUNDS: usize = 5;

/// The most that twice the input may cost.
const MOST_GROWTH: f64 = 2.5;

/// The full sizes, and the seconds that they may take.
const PARAGRAPHS: (usize, f64) = (100_000, 20.0);
const DOCUMENTS: (usize, f64) = (2_000, 1.0);

/// Prints the table.
pub(crate) fn table() -> Outcome<()> {
    println!("{:<40} {:>9} {:>9} {:>9} {:>9} {:>8}", "sync", "best s", "median s", "x bare", "x write", "growth");
    row("paragraphs of one document, permuted", PARAGRAPHS, permuted)?;
    row("documents, each with one edit", DOCUMENTS, edited)?;
    println!();
    Ok(())
}

/// The seconds of a sync, of a bare parse of the same documents, and of writing the same catalogs.
struct Run {
    sync: f64,
    bare: f64,
    write: f64,
}

/// A workspace of a size, synced after an edit so many times.
type Runs = fn(usize) -> Outcome<Vec<Run>>;

fn row(name: &str, (full, most): (usize, f64), runs: Runs) -> Outcome<()> {
    let mut half_median = None;
    for size in [full / 2, full] {
        let runs = runs(size)?;
        let seconds: Vec<f64> = runs.iter().map(|run| run.sync).collect();
        let (best, median) = (seconds.iter().copied().fold(f64::INFINITY, f64::min), middle(seconds));
        let ratio = |of: fn(&Run) -> f64| middle(runs.iter().map(|run| run.sync / of(run)).collect());
        let (bare, write) = (ratio(|run| run.bare), ratio(|run| run.write));
        let mut line = format!("{:<40} {best:>9.3} {median:>9.3} {bare:>9.1} {write:>9.1}", format!("{size} {name}"));
        if let Some(half) = half_median.replace(median) {
            let growth = median / half;
            let aims = format!("under {most} s, growth below {MOST_GROWTH}");
            line += &format!(" {growth:>8.2}  {}", note(median < most && growth < MOST_GROWTH, &aims));
        }
        println!("{line}");
    }
    Ok(())
}

/// One document of so many paragraphs, in another order every time.
fn permuted(size: usize) -> Outcome<Vec<Run>> {
    let folder = tempfile::tempdir()?;
    let mut paragraphs: Vec<String> =
        (0..size).map(|at| format!("Sentence {at} speaks of the day {}.\n\n", at * 31)).collect();
    fs::write(folder.path().join("duizhao.toml"), "documents = [\"*.md\"]\n")?;
    let document = folder.path().join("long.md");
    fs::write(&document, paragraphs.concat())?;
    sync_once(folder.path())?;
    let catalog = folder.path().join("locales/zh-CN/long.md.ftl");
    fs::write(&catalog, tree::filled(&fs::read_to_string(&catalog)?, filler::translation))?;
    let mut runs = Vec::new();
    let mut random = 1;
    for _ in 0..ROUNDS {
        shuffle(&mut paragraphs, &mut random);
        fs::write(&document, paragraphs.concat())?;
        runs.push(timed(folder.path(), std::slice::from_ref(&document))?);
    }
    let left = fs::read_to_string(&catalog)?;
    if left.contains("{\"\"}") || left.contains("# was") || left.contains("# obsolete") {
        return Err("a moved paragraph lost its translation".into());
    }
    Ok(runs)
}

/// So many real documents; the last sentence of each is another one every time.
fn edited(size: usize) -> Outcome<Vec<Run>> {
    let tree = tree::of(size, |_| true)?;
    let documents = tree::documents(tree.folder.path())?;
    let mut runs = Vec::new();
    for round in 0..ROUNDS {
        for (document, text) in documents.iter().zip(&tree.texts) {
            fs::write(document, text.replace("This was document", &format!("In round {round} this was document")))?;
        }
        runs.push(timed(tree.folder.path(), &documents)?);
    }
    Ok(runs)
}

fn timed(folder: &Path, documents: &[PathBuf]) -> Outcome<Run> {
    let bare = seconds(|| {
        for document in documents {
            std::hint::black_box(bare(fs::read_to_string(document)?));
        }
        Ok(())
    })?;
    let catalogs = tree::files(&folder.join("locales"), "ftl")?;
    let texts = catalogs.iter().map(fs::read).collect::<Result<Vec<_>, _>>()?;
    let write = seconds(|| {
        for (path, text) in catalogs.iter().zip(&texts) {
            let beside = path.with_extension("new");
            let mut file = fs::File::create(&beside)?;
            file.write_all(text)?;
            file.sync_all()?;
            fs::rename(beside, path)?;
        }
        Ok(())
    })?;
    let sync = seconds(|| match sync_once(folder)? {
        0 => Err("sync changed nothing".into()),
        _ => Ok(()),
    })?;
    Ok(Run { sync, bare, write })
}

fn seconds(work: impl FnOnce() -> Outcome<()>) -> Outcome<f64> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed().as_secs_f64())
}

/// Does what the command `sync` does before it prints; returns how many catalogs changed.
fn sync_once(folder: &Path) -> Outcome<usize> {
    let workspace = Workspace::open(folder)?;
    let lock = Lock::acquire(&workspace.root, Duration::from_secs(1))?;
    Ok(sync::sync(&workspace, &workspace.documents, &[], Some(&lock))?.changed.len())
}

/// Puts texts in a random order (Fisher and Yates), the same one in every run of the bench.
fn shuffle(texts: &mut [String], random: &mut u64) {
    for at in (1..texts.len()).rev() {
        *random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        texts.swap(at, (*random >> 33) as usize % (at + 1));
    }
}
