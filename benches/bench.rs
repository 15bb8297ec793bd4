//! What the work costs, in one run: speed beside a bare parse of the same bytes, `sync` and `build` of much at once,
//! peak memory, growth.
//!
//! `make bench` runs it. Ratios count more than figures: a machine has good and bad minutes, so the
//! measures of a table take turns, and each round is divided by its own bare pass. Nothing here
//! fails; what misses an aim is marked.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use duizhao::checks::Profile;
use duizhao::finding::Finding;
use duizhao::markdown::Options;
use duizhao::project::Workspace;
use duizhao::segment::split;
use duizhao::status::Counts;
use pulldown_cmark::{Options as ParserOptions, Parser};

#[path = "bench/build.rs"]
mod build;
#[path = "bench/filler.rs"]
mod filler;
#[path = "bench/growth.rs"]
mod growth;
#[path = "bench/peers.rs"]
mod peers;
#[path = "bench/sync.rs"]
mod sync;
#[path = "bench/tree.rs"]
mod tree;

/// How often each measure of a table is taken.
const ROUNDS: usize = 7;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Outcome<()> {
    // Cargo adds `--bench` for its own harness.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let wanted = |table: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == table);
    if let [mode, work, folder] = &arguments[..]
        && mode == "--peak"
    {
        peak_of(work, Path::new(folder))?;
        println!("{}", peak().unwrap_or(0));
        return Ok(());
    }
    if wanted("speed") || wanted("memory") {
        let tree = tree::make()?;
        println!("{} documents, {:.1} MB, from {}", tree.texts.len(), megabytes(tree.bytes), tree.origin);
        println!("{} segments, all translated\n", translated(&Workspace::open(tree.folder.path())?)?);
        if wanted("speed") {
            speed(&tree)?;
        }
        if wanted("memory") {
            memory(&tree)?;
        }
    }
    // Only when asked for: it needs programs that `make bench-peers` installs.
    if arguments.iter().any(|argument| argument == "peers") {
        return peers::table();
    }
    if wanted("sync") {
        sync::table()?;
    }
    if wanted("build") {
        build::table()?;
    }
    if wanted("growth") {
        growth::table();
    }
    Ok(())
}

/// One kind of work over the whole tree.
struct Measure<'m> {
    name: &'static str,
    work: Box<dyn Fn() -> Outcome<usize> + 'm>,
    aim: Aim,
    times: Vec<Duration>,
}

/// What a measure should not exceed.
enum Aim {
    None,
    /// So many times the bare pass.
    Bare(f64),
    /// So long in all.
    Seconds(f64),
}

fn speed(tree: &tree::Tree) -> Outcome<()> {
    let options = Options::default();
    let folder = tree.folder.path();
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let two = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    let extract = || Ok(tree.texts.iter().map(|text| split(text, "en", &options).units.len()).sum());
    let measure = |name, aim, work| Measure { name, work, aim, times: Vec::new() };
    let mut measures = [
        measure("bare pulldown-cmark, 1 thread", Aim::None, Box::new(|| Ok(tree.texts.iter().map(bare).sum()))),
        measure("extraction, 1 thread", Aim::Bare(3.0), Box::new(extract)),
        measure("status, 1 thread", Aim::None, Box::new(|| one.install(|| status(folder)))),
        measure("status, 2 threads", Aim::Seconds(1.0), Box::new(|| two.install(|| status(folder)))),
        measure("check, 2 threads", Aim::Seconds(2.0), Box::new(|| two.install(|| check(folder)))),
    ];
    for _ in 0..ROUNDS {
        for measure in &mut measures {
            let start = Instant::now();
            black_box((measure.work)()?);
            measure.times.push(start.elapsed());
        }
    }
    println!("{:<32} {:>8} {:>9} {:>9} {:>9}", "", "MB/s", "best s", "median s", "x bare");
    let bare_times = measures[0].times.clone();
    for measure in &measures {
        let ratios = measure.times.iter().zip(&bare_times).map(|(time, bare)| time.as_secs_f64() / bare.as_secs_f64());
        let seconds: Vec<f64> = measure.times.iter().map(Duration::as_secs_f64).collect();
        let (ratio, median) = (middle(ratios.collect()), middle(seconds.clone()));
        let best = seconds.into_iter().fold(f64::INFINITY, f64::min);
        let note = match measure.aim {
            Aim::None => String::new(),
            Aim::Bare(limit) => note(ratio <= limit, &format!("within {limit}x")),
            Aim::Seconds(limit) => note(median <= limit, &format!("under {limit} s")),
        };
        let rate = megabytes(tree.bytes) / median;
        println!("{:<32} {rate:>8.1} {best:>9.3} {median:>9.3} {ratio:>9.2}  {note}", measure.name);
    }
    println!();
    Ok(())
}

/// Reads a text the way extraction does and looks at nothing.
fn bare(text: impl AsRef<str>) -> usize {
    let options = ParserOptions::ENABLE_TABLES
        | ParserOptions::ENABLE_FOOTNOTES
        | ParserOptions::ENABLE_STRIKETHROUGH
        | ParserOptions::ENABLE_TASKLISTS
        | ParserOptions::ENABLE_HEADING_ATTRIBUTES
        | ParserOptions::ENABLE_GFM;
    Parser::new_ext(text.as_ref(), options).into_offset_iter().map(|(_, range)| range.len() & 1).sum()
}

/// Does what the command `status` does before it prints.
fn status(folder: &Path) -> Outcome<usize> {
    let workspace = Workspace::open(folder)?;
    Ok(counts(&workspace)?.total)
}

fn translated(workspace: &Workspace) -> Outcome<usize> {
    let counts = counts(workspace)?;
    let done = counts.translated == counts.total;
    if done { Ok(counts.total) } else { Err(format!("the tree is not translated: {counts:?}").into()) }
}

fn counts(workspace: &Workspace) -> Outcome<Counts> {
    let all = workspace.each(&workspace.documents, &[], |loaded| {
        Ok(loaded.targets.iter().map(|target| Counts::of(&target.entries)).fold(Counts::default(), Counts::plus))
    })?;
    Ok(all.into_iter().fold(Counts::default(), Counts::plus))
}

/// Does what the command `check` does before it prints.
fn check(folder: &Path) -> Outcome<usize> {
    let workspace = Workspace::open(folder)?;
    let findings = workspace.each(&workspace.documents, &[], |loaded| {
        let of = |target| loaded.check(target, None, Profile::Work);
        Ok(loaded.targets.iter().flat_map(of).collect::<Vec<Finding>>())
    })?;
    Ok(findings.iter().map(Vec::len).sum())
}

/// Each kind of work in a process of its own, because a peak never goes down.
fn memory(tree: &tree::Tree) -> Outcome<()> {
    if peak().is_none() {
        println!("peak memory: unavailable on this system\n");
        return Ok(());
    }
    let program = std::env::current_exe()?;
    let folder = tree.folder.path();
    println!("{:<32} {:>9} {:>9}", "peak memory", "MB", "x input");
    for (work, name) in [
        ("one", "extraction, one document"),
        ("extract", "extraction, the tree"),
        ("status", "status, the tree"),
        ("check", "check, the tree"),
    ] {
        let child = Command::new(&program).arg("--peak").arg(work).arg(folder).output()?;
        let bytes: usize = String::from_utf8(child.stdout)?.trim().parse()?;
        let ratio = bytes as f64 / tree.bytes as f64;
        println!("{name:<32} {:>9.1} {ratio:>9.2}  {}", megabytes(bytes), note(ratio < 10.0, "under 10x"));
    }
    println!();
    Ok(())
}

fn peak_of(work: &str, folder: &Path) -> Outcome<()> {
    let options = Options::default();
    match work {
        "one" => {
            let mut whole = String::new();
            for path in tree::documents(folder)? {
                whole.push_str(&fs::read_to_string(path)?);
            }
            black_box(split(&whole, "en", &options));
        }
        "extract" => {
            for path in tree::documents(folder)? {
                black_box(split(&fs::read_to_string(path)?, "en", &options));
            }
        }
        "status" => drop(black_box(status(folder)?)),
        _ => drop(black_box(check(folder)?)),
    }
    Ok(())
}

/// Returns the most memory this process ever held, in bytes, where the system says so (Linux).
fn peak() -> Option<usize> {
    let text = fs::read_to_string(PathBuf::from("/proc/self/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: usize = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn note(met: bool, aim: &str) -> String {
    format!("{} (aim: {aim})", if met { "ok" } else { "MISSED" })
}
