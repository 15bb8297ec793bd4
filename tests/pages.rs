//! The recap in every layout and dialect, as it was read once (tests/golden/NOTES.md): the page for GitHub whole, the
//! others as what differs from it. And every pair of a layout and a dialect that would lose content is refused.

use std::fs;
use std::path::{Path, PathBuf};

use duizhao::finding::Message;
use duizhao::project::build::{self, Options, Report};
use duizhao::project::lock::Lock;
use duizhao::project::{Error, Workspace};
use duizhao::publish::{DIALECTS, LAYOUTS, Marks, Policies};

const RECAP: &str = "content/lf-ai-data-day-shenzhen-2020.md";

/// What loses content: raw HTML is dropped, or there are no tables.
const FORBIDDEN: [(&str, &str); 3] = [("details", "hugo"), ("details", "cn-editor"), ("table", "commonmark")];

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the recap with one output a pair.
fn workspace(pairs: &[(&str, &str)]) -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().expect("a folder");
    for path in [RECAP, &format!("locales/zh-CN/{RECAP}.ftl"), &format!("locales/en/{RECAP}.ftl")] {
        let to = folder.path().join(path);
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        fs::copy(repository().join(path), to).expect("copied");
    }
    let mut settings = "documents = [\"content/**/*.md\"]\n".to_owned();
    for (layout, dialect) in pairs {
        settings += &format!(
            "[[output]]\nname = \"{layout}-{dialect}\"\nlayout = \"{layout}\"\ndialect = \"{dialect}\"\n\
             path = \"out/{layout}.{dialect}.md\"\ncell-width = 400\n"
        );
    }
    fs::write(folder.path().join("duizhao.toml"), settings).expect("written");
    let workspace = Workspace::open(folder.path()).expect("a workspace");
    (folder, workspace)
}

fn marks(locale: &str) -> Marks {
    let (language, notes) = if locale == "en" { ("English", "Notes") } else { ("中文", "注释") };
    Marks { language: language.to_owned(), notes: notes.to_owned(), ..Marks::default() }
}

fn built(workspace: &Workspace, fallback: bool) -> Result<Report, Error> {
    let options = Options {
        outputs: Vec::new(),
        documents: vec![RECAP.to_owned()],
        locales: Vec::new(),
        policies: Policies::default(),
        force: false,
        fallback,
    };
    let lock = Lock::acquire(&workspace.root, std::time::Duration::ZERO).expect("a lock");
    build::build(workspace, &options, &marks, Some(&lock))
}

fn pairs() -> Vec<(&'static str, &'static str)> {
    let all = LAYOUTS.iter().flat_map(|layout| DIALECTS.iter().map(|dialect| (layout.name(), dialect.name)));
    all.filter(|pair| !FORBIDDEN.contains(pair)).collect()
}

#[track_caller]
fn golden(path: &Path, seen: &str) {
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, seen).expect("written");
    }
    let expected = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(seen, expected, "{}: SNAPSHOTS=overwrite writes it, then read it", path.display());
}

#[test]
fn the_recap_reads_in_every_layout_and_dialect_as_it_did() {
    let pairs = pairs();
    let (folder, workspace) = workspace(&pairs);
    let report = built(&workspace, false).expect("built");
    assert_eq!(report.findings, []);
    assert_eq!(report.built.len(), pairs.len());
    let page = |layout: &str, dialect: &str| {
        fs::read_to_string(folder.path().join(format!("out/{layout}.{dialect}.md"))).expect("a page")
    };
    for (layout, dialect) in pairs {
        let gfm = page(layout, "gfm");
        let golden_file = |name: String| repository().join("tests/golden/pages").join(name);
        if dialect == "gfm" {
            golden(&golden_file(format!("{layout}.md")), &gfm);
            continue;
        }
        let other = page(layout, dialect);
        let diff = similar::TextDiff::from_lines(&gfm, &other).unified_diff().context_radius(0).to_string();
        golden(&golden_file(format!("{layout}.{dialect}.diff")), &diff);
    }
    // Built again, nothing changes (rule S10).
    let again = built(&workspace, false).expect("built");
    assert!(again.built.iter().all(|file| !file.changed));
}

#[test]
fn a_layout_that_would_lose_content_is_refused_and_the_one_that_works_is_named() {
    for (layout, dialect) in FORBIDDEN {
        let (_folder, refusing) = workspace(&[(layout, dialect)]);
        let Err(Error::Message(Message { id, args })) = built(&refusing, false) else { panic!("{layout} {dialect}") };
        assert_eq!(id, "error-layout-dialect");
        assert!(format!("{args:?}").contains("interleaved"));
        let report = built(&refusing, true).expect("built with --fallback");
        assert_eq!(report.built.len(), 1);
    }
}
