//! What an edit of a document does to its translation: one row an edit, with the state, the class and
//! the translation of every sentence afterwards. All of it goes through the carry, and every edit is
//! taken back at the end.

use duizhao::catalog::{self, SourceCatalog};
use duizhao::change::Class;
use duizhao::config::{Action, Actions};
use duizhao::glossary::Glossary;
use duizhao::markdown::Options;
use duizhao::project::lock::Lock;
use duizhao::project::sync;
use duizhao::project::{Loaded, Workspace};
use duizhao::segment;
use duizhao::status::{self, Entry, Segment, State};

/// A document and its two catalogs.
#[derive(Clone)]
struct Files {
    source: String,
    language: &'static str,
    known: String,
    target: String,
}

impl Files {
    /// Syncs, and returns the states and what was patched.
    fn sync(&mut self, actions: &Actions) -> (Vec<Entry>, usize) {
        let document = segment::split(&self.source, self.language, &Options::default());
        let catalog = catalog::read(self.target.clone(), self.language);
        let ids = catalog::ids(&document.units, &SourceCatalog::read(&self.known), std::iter::once(&catalog));
        let head = ("a.md", self.language, "ja");
        let settled = catalog::settle(&catalog, &document, &ids, head, actions);
        let entries = status::join_settled(&document, &settled, &catalog, &Glossary::default());
        let update = settled.update.expect("an open catalog");
        self.target = update.text;
        self.known = catalog::write_source("a.md", self.language, &document, &ids);
        (entries, update.patched.len())
    }
}

/// Shows a segment as `fresh 甲。`, `fact 乙。` (stale, with its class) or `missing`.
fn shown(segment: &Segment) -> String {
    let state = match (segment.state, &segment.change) {
        (State::Translated | State::Reviewed, _) => "fresh",
        (State::Stale, Some(change)) => change.class.name(),
        (state, _) => state.name(),
    };
    format!("{state} {}", if segment.above { "^" } else { &segment.target }).trim_end().to_owned()
}

fn all(entries: &[Entry]) -> Vec<String> {
    entries.iter().flat_map(|entry| &entry.segments).map(shown).collect()
}

/// Translates a document, edits it and compares; then takes the edit back: nothing may be left of it.
#[track_caller]
fn check_with(actions: &Actions, language: &'static str, was: &str, lines: &[&str], now: &str, expected: &[&str]) {
    let mut files = Files { source: was.to_owned(), language, known: String::new(), target: String::new() };
    files.sync(actions);
    assert_eq!(files.target.matches("    {\"\"}\n").count(), lines.len(), "{}", files.target);
    for line in lines {
        files.target = files.target.replacen("{\"\"}", line, 1);
    }
    let before = all(&files.sync(actions).0);
    assert!(before.iter().all(|shown| shown.starts_with("fresh")), "{before:?}");
    let first = files.target.clone();
    files.source = now.to_owned();
    let (entries, patched) = files.sync(actions);
    assert_eq!(all(&entries), expected, "{was:?} -> {now:?}\n{}", files.target);
    assert_eq!(patched, files.patches(&first), "{was:?} -> {now:?}\n{}", files.target);
    let second = files.target.clone();
    assert_eq!((all(&files.sync(actions).0), &files.target), (all(&entries), &second), "a second sync");
    files.source = was.to_owned();
    assert_eq!(all(&files.sync(actions).0), before, "taken back: {now:?} -> {was:?}\n{}", files.target);
}

impl Files {
    /// Counts the lines with a translation that was not there before.
    fn patches(&self, before: &str) -> usize {
        let old: Vec<&str> = before.lines().collect();
        let lines = self.target.lines().filter(|line| line.starts_with("    ") && !line.contains("{\""));
        lines.filter(|line| !old.contains(line)).count()
    }
}

#[track_caller]
fn check(was: &str, lines: &[&str], now: &str, expected: &[&str]) {
    check_with(&Actions::default(), "en", was, lines, now, expected);
}

/// An edit of one sentence, whose translation is `甲。`.
#[track_caller]
fn one(was: &str, now: &str, expected: &str) {
    check(was, &["甲。"], now, &[&format!("{expected} 甲。")]);
}

#[test]
fn form_makes_nothing_stale() {
    one("We recieve guests.", "We receive guests.", "fresh");
    one("Rooms are seperate.", "Rooms are separate.", "fresh");
    one("We ate and left.", "We ate, and left.", "fresh");
    one("An *open* day.", "An _open_ day.", "fresh");
    one("An **open** day.", "An __open__ day.", "fresh");
    one("An open day.", "An *open* day.", "fresh");
    one("We say \"open\".", "We say “open”.", "fresh");
    one("It’s on.", "It's on.", "fresh");
    one("We ate - and left.", "We ate — and left.", "fresh");
    one("And then...", "And then…", "fresh");
    one("We met\nin a\nhall.", "We met in\na hall.", "fresh");
    one("We met\nin a hall.\n", "We met\r\nin a hall.\r\n", "fresh");
    one("Room \\#1 is open.", "Room #1 is open.", "fresh");
    one("## Getting Here", "## Getting here", "fresh");
    one("## Talks", "## Talks {#talks}", "fresh");
    one("## Talks\n", "Talks\n=====\n", "fresh");
}

#[test]
fn traps_are_never_form() {
    one("It is not on.", "It is now on.", "polarity");
    one("There are 740 seats.", "There are 470 seats.", "fact");
    one("We met Lin Wei.", "We met Lin Wai.", "fact");
    one("It works.", "It works?", "polarity");
    one("It works.", "It works!", "wording");
    one("It is Polish.", "It is polish.", "fact");
    one("Ask US.", "Ask us.", "fact");
    one("Call `a_b`.", "Call `a*b`.", "fact");
    one("Call `recieve`.", "Call `receive`.", "fact");
    one("We met ~~there~~ here.", "We met there here.", "wording");
    one("The form is here.", "The from is here.", "wording");
    one("You can loose it.", "You can lose it.", "wording");
}

#[test]
fn polarity_is_told() {
    one("Wi-fi is available.", "Wi-fi is not available.", "polarity");
    one("Wi-fi is available.", "Wi-fi is unavailable.", "polarity");
    one("It is open.", "It is no longer open.", "polarity");
    one("They do come.", "They don't come.", "polarity");
    one("Come before lunch.", "Come after lunch.", "polarity");
    one("Members eat here.", "Only members eat here.", "polarity");
    one("It takes more time.", "It takes less time.", "polarity");
    one("Enable the camera.", "Disable the camera.", "polarity");
    one("You may leave.", "You must leave.", "polarity");
    one("Come with your laptop.", "Come without your laptop.", "polarity");
}

#[test]
fn facts_are_told() {
    one("We meet at 9.", "We meet at 10.", "fact");
    one("At 10 a.m. we meet.", "At 10 p.m. we meet.", "fact");
    one("It is on 7 May.", "It is on 7 June.", "fact");
    one("It is on 2020-11-07.", "It is on 2020-11-08.", "fact");
    one("We meet on Friday.", "We meet on Monday.", "fact");
    one("It costs $5.", "It costs €5.", "fact");
    one("Half of us came.", "A third of us came.", "fact");
    one("Use version 1.2.", "Use version 1.3.", "fact");
    one("Run `sync` now.", "Run `status` now.", "fact");
    one("Open config.toml first.", "Open settings.toml first.", "fact");
    one("We met in Shenzhen.", "We met in Shanghai.", "fact");
    one("Some 5 km away.", "Some 5 miles away.", "fact");
}

#[test]
fn rewording_is_told() {
    one("We meet in the big hall.", "We meet in the great hall.", "wording");
    one("The doors open early today.", "The doors open quite early today.", "wording");
    one("The hall has nine rooms.", "The hall has 9 rooms.", "wording");
    one("Lunch follows.", "Bring your own laptop.", "rewrite");
    one("The big hall had 9 rooms.", "The great hall has 10 rooms.", "fact");
    one("## Talks", "## Sessions", "rewrite");
}

#[test]
fn a_link_is_patched_where_it_is_certain() {
    check("See [it](a.md).", &["见[它](a.md)。"], "See [it](b.md).", &["fresh 见[它](b.md)。"]);
    check("See ![it](a.png) here.", &["见![它](a.png)。"], "See ![it](b.png) here.", &["fresh 见![它](b.png)。"]);
    check("See [it][a].\n\n[a]: x\n[b]: y", &["见[它][a]。"], "See [it][b].\n\n[a]: x\n[b]: y", &["fresh 见[它][b]。"]);
    check("See <https://a.b> here.", &["见 <https://a.b>。"], "See <https://a.c> here.", &["fresh 见 <https://a.c>。"]);
    check("See https://a.b here.", &["见 https://a.b 。"], "See https://a.c here.", &["fresh 见 https://a.c 。"]);
    // Not there, twice, only as a part of another, or not alone.
    check("See [it](a.md).", &["见它。"], "See [it](b.md).", &["link 见它。"]);
    check("See [it](a.md).", &["见[它](a.md)[者](a.md)。"], "See [it](b.md).", &["link 见[它](a.md)[者](a.md)。"]);
    check("See [it](a.md).", &["见[它](x/a.md)。"], "See [it](b.md).", &["link 见[它](x/a.md)。"]);
    check("See [it](a.md).", &["见[它](a.md)。"], "See [her](b.md).", &["wording 见[它](a.md)。"]);
    check("See it.", &["见它。"], "See [it](a.md).", &["link 见它。"]);
    // In another paragraph, and beside a sentence that changed too.
    check(
        "One is here. See [it](a.md) now.\n\nTwo.",
        &["一。", "见[它](a.md)。", "二。"],
        "One is here.\n\nTwo. See [it](b.md) now.",
        &["fresh 一。", "fresh 二。", "fresh 见[它](b.md)。"],
    );
}

#[test]
fn numbers_and_code_are_patched_where_the_settings_say_so() {
    let actions = Actions::default().with(Class::Fact, Action::Patch);
    let check = |was, line, now, expected| check_with(&actions, "en", was, &[line], now, &[expected]);
    check("We meet at 9.", "9 点见。", "We meet at 10.", "fresh 10 点见。");
    check("Run `a`.", "运行 `a`。", "Run `b`.", "fresh 运行 `b`。");
    check("Run `a` at [b](c).", "在[乙](c)运行 `a`。", "Run `d` at [b](e).", "fresh 在[乙](e)运行 `d`。");
    check("We meet at 9.", "九点见。", "We meet at 10.", "fact 九点见。");
    check("We meet at 9.", "19 点见。", "We meet at 10.", "fact 19 点见。");
    check("At 9 a.m. we meet.", "上午 9 点见。", "At 9 p.m. we meet.", "fact 上午 9 点见。");
    check("We see 1 hall.", "见 1 厅。", "We see 2 halls.", "fact 见 1 厅。");
    check("We do meet at 9.", "9 点见。", "We do not meet at 10.", "polarity 9 点见。");
}

#[test]
fn settings_that_ignore_hide_nothing_graver() {
    let actions = Actions::default().with(Class::Wording, Action::Ignore).with(Class::Link, Action::Ignore);
    let check = |was, line, now, expected| check_with(&actions, "en", was, &[line], now, &[expected]);
    check("We meet in the big hall.", "在大厅见。", "We meet in the great hall.", "fresh 在大厅见。");
    check("See [it](a.md).", "见[它](a.md)。", "See [it](b.md).", "fresh 见[它](a.md)。");
    check("We meet in 9 halls.", "在 9 厅见。", "We met in 10 halls.", "fact 在 9 厅见。");
    check("Wi-fi is available.", "有网。", "Wi-fi is not available.", "polarity 有网。");
    check("Lunch follows.", "午餐。", "Bring your own laptop.", "rewrite 午餐。");
}

#[test]
fn small_changes_do_not_add_up_unseen() {
    let actions = Actions::default().with(Class::Wording, Action::Ignore);
    let mut files = Files {
        source: "We meet in the big hall today.".to_owned(),
        language: "en",
        known: String::new(),
        target: String::new(),
    };
    files.sync(&actions);
    files.target = files.target.replacen("{\"\"}", "今天在大厅见。", 1);
    let mut state = |source: &str| {
        files.source = source.to_owned();
        all(&files.sync(&actions).0)
    };
    assert_eq!(state("We meet in the great hall today."), ["fresh 今天在大厅见。"]);
    assert_eq!(state("We gather in the great hall today."), ["fresh 今天在大厅见。"]);
    assert_eq!(state("Guests gather near the great hall today."), ["rewrite 今天在大厅见。"]);
}

#[test]
fn paragraphs_and_sentences_move_without_loss() {
    let two = ["甲。", "乙。"];
    check("One is here. Two is there.", &two, "One is here.\n\nTwo is there.", &["fresh 甲。", "fresh 乙。"]);
    check("One is here.\n\nTwo is there.", &two, "One is here. Two is there.", &["fresh 甲。", "fresh 乙。"]);
    check(
        "One is here. Two is there.\n\nThree is away.",
        &["甲。", "乙。", "丙。"],
        "One is here.\n\nThree is away. Two is there.",
        &["fresh 甲。", "fresh 丙。", "fresh 乙。"],
    );
    check(
        "# Aa\n\nOne is here.\n\n# Bb\n\nTwo is there.",
        &["子", "甲。", "丑", "乙。"],
        "# Bb\n\nTwo is there.\n\n# Aa\n\nOne is here.",
        &["fresh 丑", "fresh 乙。", "fresh 子", "fresh 甲。"],
    );
    check("- Aa one\n- Cc two", &two, "- Aa one\n- Bb new\n- Cc two", &["fresh 甲。", "missing", "fresh 乙。"]);
    check(
        "Ask us. One is here.\n\nAsk us. Two is there.\n\nAsk us.",
        &["问一。", "甲。", "问二。", "乙。", "问三。"],
        "Ask us. One is here.\n\nAsk them. Two is there.\n\nAsk us.",
        &["fresh 问一。", "fresh 甲。", "wording 问二。", "fresh 乙。", "fresh 问三。"],
    );
    check("# Old way\n\nOne is here.", &["旧", "甲。"], "# New way\n\nOne is here.", &["polarity 旧", "fresh 甲。"]);
    check(
        "One is here. Two is there.",
        &two,
        "One is here. Three came. Two is there.",
        &["fresh 甲。", "missing", "fresh 乙。"],
    );
    check("One is here. Two is there.", &two, "Two is there.", &["fresh 乙。"]);
}

#[test]
fn whole_documents_change_their_form() {
    let was = "# A way\n\nWe met *here*, and\nate. We left at 9.\n\n- One \"is\" here\n";
    let now = "# A way\r\n\r\nWe met _here_ and ate.\r\nWe left at 9.\r\n\r\n* One “is” here\r\n";
    check(was, &["子", "甲。", "乙。", "丙"], now, &["fresh 子", "fresh 甲。", "fresh 乙。", "fresh 丙"]);
}

#[test]
fn what_stands_alone_between_the_same_neighbours_was_rewritten() {
    let lines = ["甲。", "乙。", "丙。", "丁。"];
    let states = ["fresh 甲。", "fresh 乙。", "rewrite 丙。", "fresh 丁。"];
    let apart = |middle: &str| format!("One is here.\n\nTwo follows it.\n\n{middle}\n\nEnd comes.");
    let together = |middle: &str| format!("One is here. Two follows it.\n\n{middle}\n\nEnd comes.");
    check(&together("Old words."), &lines, &apart("What remains."), &states);
    check(&apart("Old words."), &lines, &together("What remains."), &states);
    check(&together("## Old words"), &lines, &apart("## What remains"), &states);
    let inside = "One is here. Two follows it. Old words.\n\nEnd comes.";
    check(inside, &lines, &apart("What remains."), &states);
    check(&apart("Old words."), &lines, &inside.replace("Old words", "What remains"), &states);
}

#[test]
fn chinese_and_japanese_sources_have_classes_too() {
    let check = |language, was, now, expected: &str| {
        check_with(&Actions::default(), language, was, &["甲。"], now, &[&format!("{expected} 甲。")]);
    };
    check("zh", "这里可以上网。", "这里不可以上网。", "polarity");
    check("zh", "到场七百四十人。", "到场四百七十人。", "fact");
    check("zh", "到场 740 人。", "到场 470 人。", "fact");
    check("zh", "我们在大厅见面。", "我们在大堂见面。", "wording");
    check("zh", "先吃饭，再开会。", "先吃饭， 再开会。", "fresh");
    check("ja", "ここで使えます。", "ここで使えません。", "polarity");
}

/// A workspace on disk: paths with their text; `duizhao.toml` is written beside them.
struct Disk(tempfile::TempDir);

impl Disk {
    fn write(&self, files: &[(&str, &str)]) {
        let folder = self.0.path();
        for name in ["a.md", "b.md"] {
            let _ = std::fs::remove_file(folder.join(name));
        }
        for (path, text) in files.iter().chain([&("duizhao.toml", "documents = [\"*.md\"]\n")]) {
            std::fs::write(folder.join(path), text).expect("written");
        }
    }

    fn sync(&self) {
        let workspace = Workspace::open(self.0.path()).expect("a workspace");
        let lock = Lock::acquire(&workspace.root, Lock::PATIENCE).expect("free");
        sync::sync(&workspace, &workspace.documents, &[], Some(&lock)).expect("synced");
    }

    /// Returns every segment as `PATH: STATE TRANSLATION`.
    fn shown(&self) -> Vec<String> {
        let workspace = Workspace::open(self.0.path()).expect("a workspace");
        let of = |loaded: Loaded| {
            let entries: Vec<_> = loaded.targets.iter().flat_map(|target| all(&target.entries)).collect();
            Ok(entries.into_iter().map(|shown| format!("{}: {shown}", loaded.path)).collect::<Vec<_>>())
        };
        workspace.each(&workspace.documents, &[], of).expect("loaded").concat()
    }
}

/// Translates `a.md` line by line, edits the workspace and compares; then takes the edit back.
#[track_caller]
fn check_files(was: &str, lines: &[&str], now: &[(&str, &str)], expected: &[&str]) {
    let disk = Disk(tempfile::tempdir().expect("a folder"));
    disk.write(&[("a.md", was)]);
    disk.sync();
    let catalog = disk.0.path().join("locales/zh-CN/a.md.ftl");
    let mut text = std::fs::read_to_string(&catalog).expect("a catalog");
    for line in lines {
        text = text.replacen("{\"\"}", line, 1);
    }
    std::fs::write(&catalog, text).expect("written");
    let before = disk.shown();
    disk.write(now);
    assert_eq!(disk.shown(), expected, "before a sync");
    disk.sync();
    assert_eq!(disk.shown(), expected, "after a sync");
    disk.write(&[("a.md", was)]);
    disk.sync();
    assert_eq!(disk.shown(), before, "taken back");
}

const SECTIONS: &str = "# Aa\n\nOne is here.\n\n# Bb\n\nSee [it](x.md).\n";
const SAID: [&str; 4] = ["子", "甲。", "丑", "见[它](x.md)。"];

#[test]
fn a_file_is_renamed() {
    let expected = ["b.md: fresh 子", "b.md: fresh 甲。", "b.md: fresh 丑", "b.md: fresh 见[它](x.md)。"];
    check_files(SECTIONS, &SAID, &[("b.md", SECTIONS)], &expected);
}

#[test]
fn a_file_is_split_in_two() {
    let (a, b) = ("# Aa\n\nOne is here.\n", "# Bb\n\nSee [it](x.md).\n");
    let expected = ["a.md: fresh 子", "a.md: fresh 甲。", "b.md: fresh 丑", "b.md: fresh 见[它](x.md)。"];
    check_files(SECTIONS, &SAID, &[("a.md", a), ("b.md", b)], &expected);
}

#[test]
fn a_section_moves_to_another_file_and_its_link_changes() {
    let (a, b) = ("# Aa\n\nOne is here.\n", "# New\n\n# Bb\n\nSee [it](../x.md).\n");
    let expected =
        ["a.md: fresh 子", "a.md: fresh 甲。", "b.md: missing", "b.md: fresh 丑", "b.md: fresh 见[它](../x.md)。"];
    check_files(SECTIONS, &SAID, &[("a.md", a), ("b.md", b)], &expected);
}
