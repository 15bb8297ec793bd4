//! Disturbs every call by which a command changes the disk, in this process: the call fails, or everything ends there.
//!
//! After each run every file must hold its old or its new content, every translation must stand in a catalog
//! or in the journal, and running the command again must give what an undisturbed run gives. `tests/crash`
//! does the same to the program from outside, at every system call.

#[path = "../crash/tree.rs"]
mod tree;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use duizhao::catalog::{Answer, Confirmation, OwnWork};
use duizhao::project::confirm::{self, Selection};
use duizhao::project::disk::{Call, Gate};
use duizhao::project::lock::Lock;
use duizhao::project::prune::{self, Orphans};
use duizhao::project::translate::{self, Stored};
use duizhao::project::undo::{self, Wanted};
use duizhao::project::{Error, Workspace, journal, sync};
use duizhao::status::State;

use crate::tree::{Entry, Leftovers, Tree};

/// No space left, input/output error: what a disk gives that was good a moment ago.
const ERRORS: [i32; 2] = [28, 5];

type Prepare = fn(&Path);
type Command = fn(&Workspace, &Lock) -> Result<(), Error>;

/// A command and the folder it starts from.
#[derive(Clone, Copy)]
struct Scenario {
    prepare: Prepare,
    command: Command,
    /// Whether running it once more changes nothing. Once more `undo` is the contrary.
    is_idempotent: bool,
}

// What is done.

fn sync_all(workspace: &Workspace, lock: &Lock) -> Result<(), Error> {
    sync::sync(workspace, &workspace.documents, &[], Some(lock)).map(drop)
}

fn confirm_all(workspace: &Workspace, lock: &Lock) -> Result<(), Error> {
    let by = Some("Wei".to_owned());
    confirm_with(workspace, lock, &Confirmation::Confirm { unchanged: true, whole: true, by })
}

fn review_all(workspace: &Workspace, lock: &Lock) -> Result<(), Error> {
    confirm_with(workspace, lock, &Confirmation::Review { name: "Lan".to_owned(), own: OwnWork::Allowed })
}

fn confirm_with(workspace: &Workspace, lock: &Lock, confirmation: &Confirmation) -> Result<(), Error> {
    let selection = Selection { ids: Vec::new(), documents: workspace.documents.clone() };
    confirm::confirm(workspace, &selection, &[], confirmation, lock).map(drop)
}

fn prune_all(workspace: &Workspace, lock: &Lock) -> Result<(), Error> {
    let plan = prune::plan(workspace, &workspace.documents, &[], true, Some(lock))?;
    prune::prune(workspace, &plan, Orphans::Go, lock)
}

/// Answers every open segment in the same words: a run that goes on after another says nothing else.
fn translate_all(workspace: &Workspace, lock: &Lock) -> Result<(), Error> {
    let selection = Selection { ids: Vec::new(), documents: workspace.documents.clone() };
    let open = [State::Missing, State::Stale, State::Draft];
    for key in translate::queue(workspace, &selection, &[], &open)?.keys {
        let shown = translate::task(workspace, &key)?.expect("nobody else works here");
        let answer = Answer::Text("新的说法。".to_owned());
        let stored = translate::store(workspace, &shown, &answer, Some("Wei"), lock)?;
        assert!(matches!(stored, Stored::Done(..)), "{stored:?}");
    }
    Ok(())
}

fn undo_last(workspace: &Workspace, lock: &Lock) -> Result<(), Error> {
    undo::undo(workspace, &Wanted::default(), lock).map(drop)
}

/// Runs a command as the program does, with somebody at the gate.
fn run(folder: &Path, command: Command, gate: Option<Arc<dyn Gate>>) -> Result<(), Error> {
    run_waiting(folder, command, gate, Duration::ZERO)
}

fn run_waiting(folder: &Path, command: Command, gate: Option<Arc<dyn Gate>>, patience: Duration) -> Result<(), Error> {
    let mut workspace = Workspace::open(folder)?;
    if let Some(gate) = gate {
        workspace.root = workspace.root.with_gate(gate);
    }
    let lock = Lock::acquire(&workspace.root, patience)?;
    command(&workspace, &lock)
}

// Where it starts.

const NAMES: [&str; 3] = ["a", "b", "c"];

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn documents(folder: &Path) {
    write(folder, "duizhao.toml", "documents = [\"content/*.md\"]\n");
    for name in NAMES {
        let text = format!("# Talk {name}\n\nThe doors open at nine. Lunch is at noon.\n\nBring a friend.\n");
        write(folder, &format!("content/{name}.md"), &text);
    }
}

/// Documents that are translated, each sentence in words of its own.
fn translated(folder: &Path) {
    documents(folder);
    run(folder, sync_all, None).unwrap();
    for name in NAMES {
        let path = folder.join(format!("locales/zh-CN/content/{name}.md.ftl"));
        let mut catalog = fs::read_to_string(&path).unwrap();
        for number in 0..4 {
            catalog = catalog.replacen("{\"\"}", &format!("{name} 的第 {number} 句译文。"), 1);
        }
        fs::write(&path, catalog).unwrap();
    }
}

/// The same after the author changed every document: a sentence edited, one gone, a paragraph moved.
fn edited(folder: &Path) {
    translated(folder);
    for name in NAMES {
        let text = format!("# Talk {name}\n\nBring a friend or two.\n\nThe doors open at ten.\n");
        write(folder, &format!("content/{name}.md"), &text);
    }
}

/// The same, and so many new documents that the catalogs are waited for together.
fn many(folder: &Path) {
    edited(folder);
    for number in 0..5 {
        write(folder, &format!("content/more-{number}.md"), "The doors open at nine.\n");
    }
}

/// One sentence for each document that no other sentence is like.
const OWN: [&str; 3] =
    ["Parking costs nothing on Sundays.", "Volunteers cook for everybody.", "Slides appear online within days."];

/// Translated, and then the paragraph of each document moved to the next one.
fn exchanged(folder: &Path) {
    write(folder, "duizhao.toml", "documents = [\"content/*.md\"]\n");
    for (name, own) in NAMES.iter().zip(OWN) {
        write(folder, &format!("content/{name}.md"), &format!("# Talk {name}\n\nThe doors open at nine.\n\n{own}\n"));
    }
    run(folder, sync_all, None).unwrap();
    for name in NAMES {
        let path = folder.join(format!("locales/zh-CN/content/{name}.md.ftl"));
        let mut catalog = fs::read_to_string(&path).unwrap();
        for number in 0..3 {
            catalog = catalog.replacen("{\"\"}", &format!("{name} 的第 {number} 句译文。"), 1);
        }
        fs::write(path, catalog).unwrap();
    }
    for (name, own) in NAMES.iter().zip([OWN[2], OWN[0], OWN[1]]) {
        write(folder, &format!("content/{name}.md"), &format!("{own}\n\n# Talk {name}\n\nThe doors open at nine.\n"));
    }
}

fn synced(folder: &Path) {
    edited(folder);
    run(folder, sync_all, None).unwrap();
}

/// One sentence of each document changed and synced: an answer is the only change of its file.
fn one_stale(folder: &Path) {
    translated(folder);
    for name in NAMES {
        let path = folder.join(format!("content/{name}.md"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace("at noon", "at one")).unwrap();
    }
    run(folder, sync_all, None).unwrap();
}

/// Synced, and a document is gone.
fn shrunk(folder: &Path) {
    synced(folder);
    fs::remove_file(folder.join("content/c.md")).unwrap();
}

fn pruned(folder: &Path) {
    shrunk(folder);
    run(folder, prune_all, None).unwrap();
}

fn undone(folder: &Path) {
    pruned(folder);
    run(folder, undo_last, None).unwrap();
}

fn first_synced(folder: &Path) {
    documents(folder);
    run(folder, sync_all, None).unwrap();
}

/// Synced, and then a translator went on in one catalog.
fn worked_on(folder: &Path) {
    synced(folder);
    let path = folder.join("locales/zh-CN/content/b.md.ftl");
    let catalog = fs::read_to_string(&path).unwrap();
    fs::write(path, catalog.replace("b 的第 0 句译文。", "b 的标题改过了。")).unwrap();
}

const SYNC: Scenario = Scenario { prepare: edited, command: sync_all, is_idempotent: true };
const UNDO: Scenario = Scenario { prepare: synced, command: undo_last, is_idempotent: false };

// Who stands at the gate.

/// What happens at a call.
#[derive(Debug)]
enum Event {
    /// A picture of the folder is taken: what a kill would leave.
    Picture,
    /// The n-th call fails with this error.
    Error(usize, i32),
    /// At the n-th call an editor saves the file.
    Edit(usize, &'static str),
}

/// A gate that counts calls and lets something happen at one or all of them.
#[derive(Debug)]
struct Disturber {
    folder: PathBuf,
    event: Event,
    calls: AtomicUsize,
    pictures: Mutex<Vec<(String, Tree)>>,
}

impl Disturber {
    fn new(folder: &Path, event: Event) -> Arc<Disturber> {
        let folder = folder.to_path_buf();
        Arc::new(Disturber { folder, event, calls: AtomicUsize::new(0), pictures: Mutex::default() })
    }
}

/// What the editor adds.
const NOTE: &str = "\n# a translator's note\n";

impl Gate for Disturber {
    fn pass(&self, call: Call, path: &Path) -> io::Result<()> {
        let now = self.calls.fetch_add(1, Ordering::Relaxed);
        match self.event {
            Event::Picture => {
                let path = path.strip_prefix(&self.folder).unwrap_or(path).display();
                let picture = (format!("{call:?} {now} {path}"), tree::take(&self.folder, VOLATILE));
                self.pictures.lock().unwrap().push(picture);
            }
            Event::Error(at, code) if at == now => return Err(io::Error::from_raw_os_error(code)),
            Event::Edit(at, file) if at == now => {
                let path = self.folder.join(file);
                let text = fs::read_to_string(&path).unwrap();
                fs::write(path, text + NOTE).unwrap();
            }
            _ => {}
        }
        Ok(())
    }
}

// What must hold.

/// A process id, and the journal, which has an entry more after every run.
const VOLATILE: &[&str] = &[".duizhao/lock"];
const JOURNAL: &str = ".duizhao/journal/*.jsonl";

/// Returns the files that are compared.
fn work(tree: &Tree) -> Tree {
    let is_work = |path: &String| !tree::is_volatile(path, &[JOURNAL]);
    tree.iter().filter(|(path, _)| is_work(path)).map(|(path, entry)| (path.clone(), entry.clone())).collect()
}

/// Returns the lines of translation in texts.
fn translations<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeSet<String> {
    let is_translation = |line: &&str| line.starts_with("    ") && line.contains("译文");
    texts.flat_map(str::lines).filter(is_translation).map(|line| line.trim().to_owned()).collect()
}

fn in_catalogs(tree: &Tree) -> BTreeSet<String> {
    let text = |(path, entry): (&String, &Entry)| match entry {
        Entry::File(bytes, _) if path.ends_with(".ftl") => Some(String::from_utf8(bytes.clone()).unwrap()),
        _ => None,
    };
    let texts: Vec<String> = tree.iter().filter_map(text).collect();
    translations(texts.iter().map(String::as_str))
}

/// Every line that was there is in a catalog or in the journal, and every entry of the journal is whole.
fn nothing_is_lost(folder: &Path, old: &Tree) -> Result<(), String> {
    let root = Workspace::open(folder).map_err(|error| error.to_string())?.root;
    let mut found = in_catalogs(&tree::take(folder, &[]));
    for entry in journal::entries(&root).map_err(|error| error.to_string())? {
        let operation = journal::read(&root, &entry).ok_or(format!("{} is torn", entry.path))?;
        found.extend(translations(operation.files.iter().filter_map(|kept| kept.before.as_deref())));
    }
    let lost: Vec<String> = in_catalogs(old).into_iter().filter(|line| !found.contains(line)).collect();
    if lost.is_empty() { Ok(()) } else { Err(format!("lost: {lost:?}")) }
}

/// What a scenario does undisturbed.
struct Quiet {
    scenario: Scenario,
    old: Tree,
    new: Tree,
    pictures: Vec<(String, Tree)>,
}

fn watch(scenario: Scenario, folder: &Path) -> Quiet {
    (scenario.prepare)(folder);
    let old = tree::take(folder, VOLATILE);
    let gate = Disturber::new(folder, Event::Picture);
    run(folder, scenario.command, Some(gate.clone())).unwrap();
    let new = work(&tree::take(folder, VOLATILE));
    assert!(work(&old) != new, "the scenario does nothing");
    let pictures = std::mem::take(&mut *gate.pictures.lock().unwrap());
    Quiet { scenario, old, new, pictures }
}

impl Quiet {
    /// Judges what a disturbed run left in a folder, and runs the command again.
    fn judge(&self, folder: &Path, leftovers: Leftovers) -> Result<(), String> {
        let now = work(&tree::take(folder, VOLATILE));
        tree::torn(&now, &work(&self.old), &self.new, leftovers)?;
        nothing_is_lost(folder, &self.old)?;
        let is_done = now == self.new;
        if self.scenario.is_idempotent || !is_done {
            let again = run(folder, self.scenario.command, None);
            again.map_err(|error| format!("running it again: {error}"))?;
            let now = work(&tree::take(folder, VOLATILE));
            tree::same(&now, &self.new).map_err(|it| format!("after running it again: {it}"))?;
            nothing_is_lost(folder, &self.old)?;
        }
        Ok(())
    }

    /// Ends everything before each call; once more with the temporary files torn in half.
    fn kill_everywhere(&self, folder: &Path, failed: &mut Vec<String>) -> usize {
        for (call, picture) in &self.pictures {
            for torn in [false, true] {
                tree::put(picture, folder);
                for path in picture.keys().filter(|path| torn && tree::is_temporary(path)) {
                    let bytes = fs::read(folder.join(path)).unwrap();
                    fs::write(folder.join(path), &bytes[..bytes.len() / 2]).unwrap();
                }
                if let Err(message) = self.judge(folder, Leftovers::Allowed) {
                    failed.push(format!("killed at {call}: {message}"));
                }
            }
        }
        2 * self.pictures.len()
    }

    /// Lets each call fail.
    fn fail_everywhere(&self, folder: &Path, failed: &mut Vec<String>) -> usize {
        for (at, (call, _)) in self.pictures.iter().enumerate() {
            for code in ERRORS {
                tree::put(&self.old, folder);
                let gate = Disturber::new(folder, Event::Error(at, code));
                let ended = run(folder, self.scenario.command, Some(gate));
                let judged = match ended {
                    Ok(()) => Err("ended well".to_owned()),
                    Err(_) => self.judge(folder, Leftovers::Refused),
                };
                failed.extend(judged.err().map(|message| format!("error {code} at {call}: {message}")));
            }
        }
        ERRORS.len() * self.pictures.len()
    }
}

#[track_caller]
fn check(scenario: Scenario) -> usize {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().canonicalize().unwrap().join("work");
    fs::create_dir(&folder).unwrap();
    let quiet = watch(scenario, &folder);
    let mut failed = Vec::new();
    let runs = quiet.kill_everywhere(&folder, &mut failed) + quiet.fail_everywhere(&folder, &mut failed);
    assert!(failed.is_empty(), "{} of {runs} runs failed:\n{}", failed.len(), failed.join("\n"));
    runs
}

#[test]
fn disturbed_sync_loses_nothing() {
    let first = check(Scenario { prepare: documents, ..SYNC });
    let runs = check(SYNC);
    assert!(first > 100 && runs > 100, "{first} and {runs} runs");
}

#[test]
fn disturbed_sync_of_many_documents_loses_nothing() {
    assert!(check(Scenario { prepare: many, ..SYNC }) > 200);
}

#[test]
fn disturbed_sync_of_sentences_that_change_places_loses_nothing() {
    assert!(check(Scenario { prepare: exchanged, ..SYNC }) > 50);
}

#[test]
fn disturbed_confirm_loses_nothing() {
    assert!(check(Scenario { prepare: synced, command: confirm_all, ..SYNC }) > 50);
    assert!(check(Scenario { prepare: translated, command: review_all, ..SYNC }) > 50);
}

#[test]
fn disturbed_translate_loses_nothing() {
    assert!(check(Scenario { prepare: one_stale, command: translate_all, ..SYNC }) > 100);
}

#[test]
fn disturbed_prune_loses_nothing() {
    assert!(check(Scenario { prepare: shrunk, command: prune_all, ..SYNC }) > 50);
}

#[test]
fn disturbed_undo_loses_nothing() {
    assert!(check(UNDO) > 100);
    assert!(check(Scenario { prepare: worked_on, ..UNDO }) > 100);
}

#[test]
fn disturbed_undo_of_removed_and_new_catalogs_loses_nothing() {
    assert!(check(Scenario { prepare: pruned, ..UNDO }) > 50);
    assert!(check(Scenario { prepare: undone, ..UNDO }) > 50);
    assert!(check(Scenario { prepare: first_synced, ..UNDO }) > 50);
}

/// Whatever a command did, undo gives the old files back, and undo of that the new ones.
#[test]
fn undo_gives_back_every_byte_and_undo_of_undo_takes_it_again() {
    let scenarios: [(Prepare, Command); 5] = [
        (documents, sync_all),
        (edited, sync_all),
        (synced, confirm_all),
        (translated, review_all),
        (shrunk, prune_all),
    ];
    for (prepare, command) in scenarios {
        let folder = tempfile::tempdir().unwrap();
        let now = || {
            let mut work = work(&tree::take(folder.path(), VOLATILE));
            // Folders stay.
            work.retain(|_, entry| *entry != Entry::Folder);
            work.remove(".duizhao/.gitignore");
            work
        };
        prepare(folder.path());
        let old = now();
        run(folder.path(), command, None).unwrap();
        let new = now();
        assert_ne!(old, new);
        for expected in [&old, &new, &old] {
            run(folder.path(), undo_last, None).unwrap();
            assert_eq!(tree::same(&now(), expected), Ok(()));
        }
    }
}

#[test]
fn file_saved_by_an_editor_meanwhile_is_never_overwritten() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().canonicalize().unwrap().join("work");
    fs::create_dir(&folder).unwrap();
    let file = "locales/zh-CN/content/b.md.ftl";
    let commands: [(Prepare, Command); 4] =
        [(edited, sync_all), (synced, confirm_all), (shrunk, prune_all), (synced, undo_last)];
    for (prepare, command) in commands {
        let quiet = watch(Scenario { prepare, command, is_idempotent: false }, &folder);
        let mut refused = 0;
        for (at, (call, _)) in quiet.pictures.iter().enumerate() {
            tree::put(&quiet.old, &folder);
            let gate = Disturber::new(&folder, Event::Edit(at, file));
            let ended = run(&folder, command, Some(gate));
            refused += usize::from(ended.is_err_and(|error| error.to_string().contains("changed by another program")));
            let text = fs::read_to_string(folder.join(file)).unwrap();
            assert!(text.ends_with(NOTE), "edited at {call}");
            nothing_is_lost(&folder, &quiet.old).unwrap();
        }
        assert!(refused > 5, "only {refused} edits were met");
    }
}

/// Starts a second sync in the middle of the first.
#[derive(Debug)]
struct Rival {
    folder: PathBuf,
    patience: Duration,
    running: Mutex<Option<thread::JoinHandle<Result<(), String>>>>,
}

impl Gate for Rival {
    fn pass(&self, call: Call, path: &Path) -> io::Result<()> {
        let mut running = self.running.lock().unwrap();
        if call == Call::Rename && running.is_none() && path.extension().is_some_and(|kind| kind == "ftl") {
            let (folder, patience) = (self.folder.clone(), self.patience);
            let rival = move || run_waiting(&folder, sync_all, None, patience).map_err(|error| error.to_string());
            *running = Some(thread::spawn(rival));
            // Without patience it is over before the first goes on.
            while patience.is_zero() && !running.as_ref().unwrap().is_finished() {
                thread::yield_now();
            }
        }
        Ok(())
    }
}

#[track_caller]
fn check_rival(patience: Duration, expected: Result<(), String>) {
    let folder = tempfile::tempdir().unwrap();
    edited(folder.path());
    let rival = Arc::new(Rival { folder: folder.path().to_path_buf(), patience, running: Mutex::default() });
    run(folder.path(), sync_all, Some(rival.clone())).unwrap();
    let running = rival.running.lock().unwrap().take().unwrap();
    assert_eq!(running.join().unwrap(), expected);
    let alone = tempfile::tempdir().unwrap();
    edited(alone.path());
    run(alone.path(), sync_all, None).unwrap();
    let now = |folder: &Path| work(&tree::take(folder, VOLATILE));
    assert_eq!(tree::same(&now(folder.path()), &now(alone.path())), Ok(()));
}

#[test]
fn second_sync_is_told_who_works() {
    check_rival(Duration::ZERO, Err(format!("`.duizhao/lock` is locked by process {}", std::process::id())));
}

#[test]
fn second_sync_waits_for_the_first_and_finds_nothing_to_do() {
    check_rival(Duration::from_secs(60), Ok(()));
}
