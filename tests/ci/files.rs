//! The files that servers read: actions, workflows, hooks, and those that docs/ci.md tells people to write.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::{repository, script};

const ACTION: &str = "action.yml";
const COMMENT: &str = "comment/action.yml";

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[track_caller]
fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// All workflows and actions: those of the repository, and those shown in docs/ci.md.
fn files() -> Vec<(String, Value)> {
    let mut files: Vec<_> = [ACTION, COMMENT].map(|path| (path.to_owned(), yaml(&read(path)))).into();
    for entry in fs::read_dir(repository().join(".github/workflows")).expect("workflows") {
        let path = format!(".github/workflows/{}", entry.expect("an entry").file_name().display());
        let value = yaml(&read(&path));
        files.push((path, value));
    }
    let shown = examples().into_iter().filter(|value| value.get("jobs").is_some());
    files.extend(shown.map(|value| ("docs/ci.md".to_owned(), value)));
    files
}

/// The blocks of YAML in docs/ci.md.
fn examples() -> Vec<Value> {
    read("docs/ci.md").split("```yaml\n").skip(1).map(|rest| yaml(rest.split("```").next().unwrap_or(rest))).collect()
}

/// Returns the values of a key, wherever it stands.
fn values<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(name, value)| {
            if name == key {
                found.push(value);
            }
            values(value, key, found);
        }),
        Value::Array(array) => array.iter().for_each(|value| values(value, key, found)),
        _ => {}
    }
}

/// Returns the texts behind a key, wherever it stands.
fn texts<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    let mut found = Vec::new();
    values(value, key, &mut found);
    found.into_iter().filter_map(Value::as_str).collect()
}

fn steps(value: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    values(value, "steps", &mut found);
    found.into_iter().filter_map(Value::as_array).flatten().collect()
}

/// The scripts of `ci/` that a text names.
fn scripts(text: &str) -> Vec<&str> {
    let named = text.match_indices("ci/").map(|(at, _)| text[at + 3..].split([' ', '"']).next().unwrap_or(""));
    named.filter(|name| name.ends_with(".sh")).collect()
}

/// The variables that a script reads, less those every runner sets.
fn variables(name: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(script(name)).expect("a script");
    let of = |at: usize| text[at..].chars().take_while(|ch| ch.is_ascii_uppercase() || *ch == '_').collect();
    text.match_indices("DUIZHAO_").map(|(at, _)| of(at)).collect()
}

#[test]
fn what_comes_from_outside_is_no_part_of_a_script() {
    let mut count = 0;
    for (path, value) in files() {
        for run in texts(&value, "run") {
            count += 1;
            assert!(!run.contains("${{"), "{path}: {run}");
        }
    }
    assert!(count >= 10, "only {count} scripts");
}

#[test]
fn every_script_that_is_called_is_there_and_gets_its_variables() {
    let mut called = BTreeSet::new();
    for (path, value) in files() {
        for step in steps(&value) {
            for name in texts(step, "run").into_iter().flat_map(scripts) {
                let file = fs::metadata(script(name)).unwrap_or_else(|error| panic!("{path}: {name}: {error}"));
                assert_ne!(file.permissions().mode() & 0o111, 0, "{name} is no program");
                let given = step.get("env").and_then(Value::as_object).map(|env| env.keys().cloned().collect());
                let given: BTreeSet<String> = given.unwrap_or_default();
                let missing: Vec<_> = variables(name).difference(&given).cloned().collect();
                assert_eq!(missing, [] as [String; 0], "{path}: {name}");
                called.insert(name.to_owned());
            }
        }
    }
    let there = fs::read_dir(repository().join("ci")).expect("scripts");
    let there: BTreeSet<_> = there.map(|entry| entry.expect("an entry").file_name().display().to_string()).collect();
    assert_eq!(called, there, "called (left), there (right)");
}

#[test]
fn every_script_stops_at_the_first_failure() {
    for entry in fs::read_dir(repository().join("ci")).expect("scripts") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a script");
        assert!(text.starts_with("#!/usr/bin/env bash\n# ") && text.contains("\nset -euo pipefail\n"), "{text}");
    }
}

#[test]
fn the_steps_of_an_action_name_their_shell() {
    for path in [ACTION, COMMENT] {
        let value = yaml(&read(path));
        assert_eq!(value["runs"]["using"], "composite");
        for step in steps(&value) {
            assert!(step.get("uses").is_some() || step["shell"] == "bash", "{path}: {step}");
        }
    }
}

#[test]
fn workflows_say_what_they_may_do_and_run_nothing_of_strangers_with_more() {
    let (mut count, mut after) = (0, 0);
    for (path, value) in files().into_iter().filter(|(_, value)| value.get("jobs").is_some()) {
        count += 1;
        let allowed = value["permissions"].as_object().unwrap_or_else(|| panic!("{path}: no permissions"));
        assert!(allowed.values().all(|value| value == "read"), "{path}: every job may write");
        let events = value["on"].as_object().unwrap_or_else(|| panic!("{path}: no events"));
        assert!(!events.contains_key("pull_request_target"), "{path}");
        let used = texts(&value, "uses");
        if events.contains_key("workflow_run") {
            after += 1;
            assert!(!used.iter().any(|used| used.contains("checkout")), "{path}: {used:?}");
        }
        for step in steps(&value).into_iter().filter(|step| texts(step, "uses").concat().contains("/checkout@")) {
            assert_eq!(step["with"]["persist-credentials"], false, "{path}: the token stays on the disk");
        }
    }
    assert!(count >= 4 && after >= 1, "{count} workflows, {after} after others");
}

#[test]
fn actions_of_others_are_those_of_github_by_their_version() {
    for (path, value) in files() {
        for used in texts(&value, "uses") {
            let (name, version) = used.split_once('@').unwrap_or((used, "v"));
            let known = used == "./" || name.starts_with("OWNER/duizhao") || name.starts_with("actions/");
            assert!(known && version.starts_with('v'), "{path}: {used}");
        }
    }
}

/// The names of the first cells of the table below a heading of docs/ci.md.
fn listed(heading: &str) -> BTreeSet<String> {
    let text = read("docs/ci.md");
    let (_, rest) = text.split_once(&format!("\n{heading}\n")).expect("the heading");
    let rows = rest.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.strip_prefix("| `")?.split('`').next());
    cells.map(str::to_owned).collect()
}

fn names(value: &Value) -> BTreeSet<String> {
    value.as_object().expect("a table").keys().cloned().collect()
}

#[test]
fn every_input_and_output_is_used_and_described() {
    let (text, value) = (read(ACTION), yaml(&read(ACTION)));
    assert_eq!(names(&value["inputs"]), listed("### Inputs"));
    assert_eq!(names(&value["outputs"]), listed("### Outputs"));
    for name in names(&value["inputs"]) {
        assert!(text.contains(&format!("inputs.{name} ")), "{name}");
    }
    let ids: BTreeSet<_> = texts(&value["runs"], "id").into_iter().collect();
    let used = text.match_indices("steps.").map(|(at, _)| text[at + 6..].split('.').next().unwrap_or(""));
    assert!(used.into_iter().all(|id| ids.contains(id)), "{ids:?}");
    // What people are told to write is known to the action.
    for (path, value) in files() {
        for step in steps(&value)
            .into_iter()
            .filter(|step| step["uses"].as_str().is_some_and(|uses| uses == "./" || uses.starts_with("OWNER/duizhao@")))
        {
            let known = names(&yaml(&text)["inputs"]);
            let asked = step.get("with").map(names).unwrap_or_default();
            assert!(asked.is_subset(&known), "{path}: {asked:?}");
        }
    }
}

#[test]
fn hooks_call_the_program_for_the_files_it_reads() {
    let hooks = yaml(&read(".pre-commit-hooks.yaml"));
    let hooks = hooks.as_array().expect("hooks");
    assert_eq!(hooks.len(), 2);
    let described = read("docs/ci.md");
    for hook in hooks {
        let text = |key: &str| hook[key].as_str().unwrap_or_else(|| panic!("no {key}"));
        assert_eq!((text("language"), &hook["pass_filenames"]), ("rust", &Value::Bool(false)));
        assert!(described.contains(&format!("id: {}", text("id"))), "{hook}");
        let mut words = text("entry").split(' ');
        assert_eq!(words.next(), Some("duizhao"));
        let arguments: Vec<_> = words.chain(["--help"]).collect();
        let helped = std::process::Command::new(env!("CARGO_BIN_EXE_duizhao")).args(arguments).output();
        assert!(helped.expect("it starts").status.success(), "{hook}");
    }
}
