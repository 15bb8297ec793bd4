//! Whether cost is linear in size: the same content at four sizes, each twice the one before.
//!
//! A row is flagged when a byte of the largest size costs more than twice a byte of the smallest.

use std::hint::black_box;
use std::time::Instant;

use duizhao::catalog::{self, Carried, Catalog, SourceCatalog};
use duizhao::glossary::Glossary;
use duizhao::markdown::Options;
use duizhao::segment::{Document, split};
use duizhao::status;

use crate::{bare, filler, megabytes, tree};

/// The four sizes are this much of a recipe's full size.
const PARTS: [usize; 4] = [8, 4, 2, 1];
/// A size that takes longer, its preparation included, is not doubled.
const PATIENCE: f64 = 3.0;

/// Prints the table.
pub(crate) fn table() {
    println!("{:<32} {:>7}  ns per byte at 1/8, 1/4, 1/2, 1/1 of it", "growth", "MB");
    for (name, full, recipe) in DOCUMENTS {
        row(name, *full, |size| {
            let text = recipe(size);
            (text.len(), Box::new(move || drop(black_box(split(&text, "en", &Options::default())))))
        });
    }
    row("bare parse: lazy lines in quotes", 16_000, |size| {
        let text = lazy_quotes(size);
        let bytes = text.len();
        let parse = move || {
            black_box(bare(&text));
        };
        (bytes, Box::new(parse))
    });
    for (name, full, recipe) in CHANGES {
        row(name, *full, |size| {
            let (before, after) = recipe(size);
            let (before, known) = translated(&before);
            (after.len() + before.len(), Box::new(move || update(&before, &known, &after)))
        });
    }
}

/// A text of so many repeats.
type Recipe = fn(usize) -> String;

/// What extraction is tried on: name, repeats at full size, text.
const DOCUMENTS: &[(&str, usize, Recipe)] = &[
    ("prose and markup", 8_000, |n| PAGE.repeat(n)),
    ("one paragraph of 4 MB", 40_000, |n| LINES.repeat(n)),
    ("one line of 4 MB", 40_000, |n| LINES.replace('\n', " ").repeat(n)),
    ("hard breaks in one paragraph", 200_000, |n| "A line of *verse*\\\n".repeat(n)),
    ("nested >", 100_000, |n| format!("{}a\n", ">".repeat(n))),
    ("lazy lines in quotes", 16_000, lazy_quotes),
    ("lazy lines in lists", 16_000, |n| format!("{}a\n{}", "- ".repeat(n), "a\n".repeat(n))),
    ("nested -", 100_000, |n| format!("{}a\n", "- ".repeat(n))),
    ("nested [", 100_000, |n| format!("{}a\n", "[".repeat(n))),
    ("nested [](", 100_000, |n| format!("{}a\n", "[a](".repeat(n))),
    ("nested [ closed", 100_000, |n| format!("{}a{}\n", "[".repeat(n), "](b)".repeat(n))),
    ("nested *", 100_000, |n| format!("{}a\n", "*".repeat(n))),
    ("emphasis open and shut", 100_000, |n| format!("{}{}\n", "*a ".repeat(n), "b*".repeat(n))),
    ("nested (", 100_000, |n| format!("{}a\n", "(\"a. B ".repeat(n))),
    ("open shortcodes", 100_000, |n| format!("{}a\n", "{{< a ".repeat(n))),
    ("shortcodes in one paragraph", 100_000, |n| "Text {{< a >}} and\n".repeat(n)),
    ("foreign lines in one paragraph", 100_000, |n| "Some text here\n{{< a >}}\n".repeat(n)),
    ("open tags", 100_000, |n| "<a ".repeat(n)),
    ("list items", 200_000, |n| "- One item of the list.\n".repeat(n)),
    ("indented list items", 1_000, |n| (0..n).map(|at| format!("{}- a\n", " ".repeat(at % 200))).collect()),
    ("table rows", 100_000, |n| format!("| a | b |\n|---|---|\n{}", "| one *x* | two |\n".repeat(n))),
    ("headings", 100_000, |n| "## A heading of it\n\nText.\n\n".repeat(n)),
    ("references", 50_000, |n| (0..n).map(|at| format!("See [a{at}].\n\n[a{at}]: /b\n\n")).collect()),
    ("footnotes", 50_000, |n| (0..n).map(|at| format!("See[^{at}].\n\n[^{at}]: A note.\n\n")).collect()),
    ("addresses", 100_000, |n| "at https://a.example/b, ".repeat(n)),
    ("danda", 100_000, |n| "यह है। और वह। ".repeat(n)),
    ("front matter", 2_000, |n| {
        let keys: String = (0..n).map(|at| format!("key{at}: a value\n")).collect();
        format!("---\ntitle: A title\n{keys}---\n\nText.\n")
    }),
];

const PAGE: &str = "## The opening\n\nThree [organisations](https://a.example) opened the *day*. They closed at 5 p.m. with\n\
    `make check` and a plan. See `a.b` too.\n\n- First the plan.\n- Then the work, e.g. this one.\n\n\
    > A quote with **weight**. And\n> another line.\n\n```sh\nmake test\n```\n\n";

const LINES: &str =
    "The *first* talk began at nine. It had `code` and a [link](https://a.example/b), and\nit ended early. ";

fn lazy_quotes(size: usize) -> String {
    format!("{}a\n{}", ">".repeat(size), "a\n".repeat(size))
}

/// What catalogs are tried on: name, repeats at full size, the text before and after.
type Change = (&'static str, usize, fn(usize) -> (String, String));
const CHANGES: &[Change] = &[
    ("catalog: nothing changed", 200_000, |n| (numbered(0..n), numbered(0..n))),
    ("catalog: equal paragraphs", 100_000, |n| ("The same.\n\n".repeat(n), "The same.\n\n".repeat(n))),
    ("catalog: half of it edited", 40_000, |n| (numbered(0..n), edited(n, |at| at % 2 == 0))),
    ("catalog: every other 100 edited", 40_000, |n| (numbered(0..n), edited(n, |at| at / 100 % 2 == 0))),
    ("catalog: all edited", 40_000, |n| (numbered(0..n), edited(n, |_| true))),
    ("catalog: all rewritten", 40_000, |n| (numbered(0..n), "Words of no kin.\n\n".repeat(n))),
    ("catalog: reversed", 100_000, |n| (numbered(0..n), numbered((0..n).rev()))),
    ("catalog: shuffled", 100_000, |n| (numbered(0..n), numbered((0..n).map(|at| at * 7_919 % n)))),
    ("catalog: first half gone", 100_000, |n| (numbered(0..n), numbered(n / 2..n))),
    ("catalog: merged to one paragraph", 20_000, |n| (numbered(0..n), numbered(0..n).replace("\n\n", "\n"))),
    ("catalog: split from one paragraph", 20_000, |n| (numbered(0..n).replace("\n\n", "\n"), numbered(0..n))),
    ("catalog: headings edited", 40_000, |n| {
        let headings = |word: &str| (0..n).map(|at| format!("## The {word} of part {at}\n\n")).collect::<String>();
        (headings("matter"), headings("story"))
    }),
];

fn numbered(numbers: impl Iterator<Item = usize>) -> String {
    numbers.map(|at| format!("Sentence {at} speaks of the day {}.\n\n", at * 31)).collect()
}

fn edited(size: usize, is_edited: impl Fn(usize) -> bool) -> String {
    let word = |at| if is_edited(at) { "told" } else { "speaks" };
    (0..size).map(|at| format!("Sentence {at} {} of the day {}.\n\n", word(at), at * 31)).collect()
}

/// Returns the full catalog of a document, and its source catalog.
fn translated(text: &str) -> (String, SourceCatalog) {
    let document = split(text, "en", &Options::default());
    let empty = Catalog::default();
    let ids = catalog::ids(&document.units, &SourceCatalog::default(), std::iter::once(&empty));
    let carried = catalog::carry(&document.units, &ids, &empty);
    let written = catalog::update(&empty, &carried, &document, "a.md", "en", "zh-CN");
    let known = catalog::write_source("a.md", "en", &document, &ids);
    (tree::filled(&written.text, filler::translation), SourceCatalog::read(&known))
}

/// Does what `sync` does to one catalog, and all that `status` and `check` do.
fn update(before: &str, known: &SourceCatalog, after: &str) {
    let document = split(after, "en", &Options::default());
    let catalog = catalog::read(before.to_owned(), "en");
    let ids = catalog::ids(&document.units, known, std::iter::once(&catalog));
    let carried: Carried = catalog::carry(&document.units, &ids, &catalog);
    black_box(status::join(&document, &carried, &catalog, &Glossary::default()));
    black_box(catalog::findings(&catalog, "a.md.ftl", "zh-CN"));
    black_box(catalog::update(&catalog, &carried, &document, "a.md", "en", "zh-CN"));
    black_box(catalog::write_source("a.md", "en", &document as &Document, &ids));
}

/// Measures one recipe at all sizes; `prepare` gives the bytes and the work.
fn row(name: &str, full: usize, prepare: impl Fn(usize) -> (usize, Box<dyn Fn()>)) {
    let mut costs: Vec<f64> = Vec::new();
    let (mut most, mut spent) = (0, 0.0);
    for part in PARTS {
        if spent > PATIENCE {
            break;
        }
        let start = Instant::now();
        let (bytes, work) = prepare(full / part);
        let prepared = start.elapsed().as_secs_f64();
        spent = best(&work);
        most = bytes;
        costs.push(spent * 1e9 / bytes as f64);
        spent = spent.max(prepared);
    }
    let shown: Vec<String> = costs.iter().map(|cost| format!("{cost:>9.1}")).collect();
    let grown = costs.last().zip(costs.first()).map_or(1.0, |(last, first)| last / first);
    let note = if costs.len() < PARTS.len() {
        "GROWS, not tried further"
    } else if grown > 2.0 {
        "GROWS"
    } else {
        ""
    };
    println!("{name:<32} {:>7.2} {}  {note}", megabytes(most), shown.concat());
}

/// Returns the seconds of the best of three; of one where that is long.
fn best(work: &dyn Fn()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed().as_secs_f64());
        if best > 1.0 {
            break;
        }
    }
    best
}
