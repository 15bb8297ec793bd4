//! What `build` costs: documents with full catalogs, each made into three outputs.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use duizhao::project::Workspace;
use duizhao::project::build::{self, Options};
use duizhao::project::lock::Lock;
use duizhao::publish::{Marks, Policies};

use crate::{Outcome, middle, note, tree};

/// How often each size is built, from nothing every time.
const ROUNDS: usize = 5;

/// The full size, and the seconds that it may take.
const DOCUMENTS: (usize, f64) = (2_000, 3.0);

/// The most that twice the input may cost.
const MOST_GROWTH: f64 = 2.5;

const SETTINGS: &str = r#"documents = ["content/**/*.md", "!content/SUMMARY.md"]

[[output]]
name = "translated"
path = "out/{locale}/{path}"

[[output]]
name = "bilingual"
layout = "interleaved"
path = "out/bilingual/{path}"

[[output]]
name = "page"
format = "html"
path = "out/page/{dir}/{stem}.html"
"#;

/// Prints the table.
pub(crate) fn table() -> Outcome<()> {
    println!("{:<40} {:>9} {:>9} {:>8}", "build, three outputs", "best s", "median s", "growth");
    let (full, most) = DOCUMENTS;
    let mut half_median = None;
    for size in [full / 2, full] {
        let tree = tree::of(size, |_| true)?;
        let folder = tree.folder.path();
        fs::write(folder.join("duizhao.toml"), SETTINGS)?;
        let seconds = (0..ROUNDS).map(|_| built(folder)).collect::<Outcome<Vec<f64>>>()?;
        let (best, median) = (seconds.iter().copied().fold(f64::INFINITY, f64::min), middle(seconds));
        let mut line = format!("{:<40} {best:>9.3} {median:>9.3}", format!("{size} documents"));
        if let Some(half) = half_median.replace(median) {
            let growth = median / half;
            let aims = format!("under {most} s, growth below {MOST_GROWTH}");
            line += &format!(" {growth:>8.2}  {}", note(median < most && growth < MOST_GROWTH, &aims));
        }
        println!("{line}");
    }
    println!();
    Ok(())
}

/// Does what the command `build` does before it prints, in a folder without pages; returns the seconds.
fn built(folder: &Path) -> Outcome<f64> {
    for left in ["out", ".duizhao"] {
        if folder.join(left).exists() {
            fs::remove_dir_all(folder.join(left))?;
        }
    }
    let start = Instant::now();
    let workspace = Workspace::open(folder)?;
    let options = Options {
        outputs: Vec::new(),
        documents: workspace.documents.clone(),
        locales: Vec::new(),
        policies: Policies::default(),
        force: false,
        fallback: false,
    };
    let lock = Lock::acquire(&workspace.root, Duration::from_secs(1))?;
    let report = build::build(&workspace, &options, &|_| Marks::default(), Some(&lock))?;
    let seconds = start.elapsed().as_secs_f64();
    if report.built.len() != 3 * workspace.documents.len() {
        return Err(format!("{} pages were built", report.built.len()).into());
    }
    Ok(seconds)
}
