//! The steps of the action on the shallow clones that a runner makes, with a fork's branch.

use std::path::Path;

use crate::Desk;

const CATALOG: &str = "locales/zh-CN/talk.md.ftl";
const TALK: &str = "First one.\n\nBetween a.\n\nBetween b.\n\nBetween c.\n\nLast one.\n";

/// A pull request from a fork: number 7, of a branch that `main` went on from.
struct Pull {
    desk: Desk,
    /// Where the branch began.
    began: String,
    /// The tip of `main`.
    tip: String,
    /// The tip of the branch.
    head: String,
    /// Both merged, as GitHub does it.
    merge: String,
}

impl Pull {
    /// Returns one whose branch changes the first sentence, and all of whose sentences were translated.
    fn new() -> Option<Pull> {
        let desk = Desk::new(&["git"])?;
        desk.git("", &["init", "-q", "--bare", "-b", "main", "origin.git"]);
        desk.git("", &["init", "-q", "-b", "main", "author"]);
        desk.write("author/talk.md", TALK);
        let duizhao = Path::new(env!("CARGO_BIN_EXE_duizhao"));
        desk.run("author", duizhao, &["init"], &[]).well();
        desk.run("author", duizhao, &["sync"], &[]).well();
        desk.write(&format!("author/{CATALOG}"), &desk.read(&format!("author/{CATALOG}")).replace("{\"\"}", "译文。"));
        let commit = |subject: &str| {
            desk.git("author", &["add", "-A"]);
            desk.git("author", &["commit", "-q", "-m", subject]);
            desk.git("author", &["rev-parse", "HEAD"])
        };
        let began = commit("start");
        desk.write("author/talk.md", &TALK.replace("Last one", "Last of all"));
        let tip = commit("on main");
        desk.git("author", &["checkout", "-q", "-b", "fork", &began]);
        desk.write("author/talk.md", &TALK.replace("First one", "First of 12"));
        let head = commit("in the fork");
        desk.git("author", &["checkout", "-q", "--detach", "main"]);
        desk.git("author", &["merge", "-q", "--no-ff", "-m", "merge", "fork"]);
        let merge = desk.git("author", &["rev-parse", "HEAD"]);
        let origin = desk.named("origin.git");
        let refs = ["main:main", "HEAD:refs/pull/7/merge", "fork:refs/pull/7/head"];
        desk.git("author", &["push", "-q", &origin, refs[0], refs[1], refs[2]]);
        Some(Pull { desk, began, tip, head, merge })
    }

    /// Makes the clone of a runner, as actions/checkout does; returns its name.
    fn checkout(&self, reference: &str, depth: &[&str]) -> &'static str {
        let desk = &self.desk;
        desk.git("", &["init", "-q", "-b", "main", "runner"]);
        let origin = format!("file://{}", desk.named("origin.git"));
        desk.git("runner", &["remote", "add", "origin", &origin]);
        let reference = format!("+{reference}:refs/remotes/{}", reference.trim_start_matches("refs/"));
        desk.git("runner", &[&["fetch", "-q", "--no-tags"], depth, &["origin", &reference]].concat());
        desk.git("runner", &["checkout", "-q", "--detach", "FETCH_HEAD"]);
        "runner"
    }

    fn is_shallow(&self) -> bool {
        self.desk.git("runner", &["rev-parse", "--is-shallow-repository"]) == "true"
    }

    /// What ci/base.sh finds for the pull request whose event names `event_base`.
    fn base(&self, event_base: &str) -> String {
        let output = self.desk.named("output");
        let variables = [
            ("DUIZHAO_PULL_REQUEST", "7"),
            ("DUIZHAO_EVENT_BASE", event_base),
            ("GITHUB_SHA", &self.merge),
            ("GITHUB_OUTPUT", &output),
        ];
        let found = self.desk.script("runner", "base.sh", &variables).well();
        assert_eq!(self.desk.read("output"), format!("revision={found}"));
        found.trim_end().to_owned()
    }

    /// What it finds where `base` is asked for.
    fn named_base(&self, base: &str) -> crate::Ran {
        self.desk.script("runner", "base.sh", &[("DUIZHAO_BASE", base)])
    }

    fn merge_base(&self, revision: &str) -> String {
        self.desk.git("runner", &["merge-base", revision, "HEAD"])
    }

    fn note(&self, revision: &str) -> crate::Ran {
        let (temp, summary, output) = (self.desk.named("temp"), self.desk.named("summary"), self.desk.named("output"));
        let variables = [
            ("DUIZHAO_REVISION", revision),
            ("RUNNER_TEMP", &temp),
            ("DUIZHAO_PULL_REQUEST", "7"),
            ("GITHUB_STEP_SUMMARY", &summary),
            ("GITHUB_OUTPUT", &output),
        ];
        self.desk.script("runner", "note.sh", &variables)
    }

    fn check(&self, variables: &[(&str, &str)]) -> crate::Ran {
        let (summary, output) = (self.desk.named("summary"), self.desk.named("output"));
        let own = [("GITHUB_STEP_SUMMARY", &*summary), ("GITHUB_OUTPUT", &output)];
        self.desk.script("runner", "check.sh", &[&own, variables].concat())
    }
}

#[test]
fn the_base_of_a_pull_request_is_what_it_was_merged_into() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/merge", &["--depth=1"]);
    // The event was made before `main` went on.
    assert_eq!(pull.base(&pull.began), pull.tip);
    assert!(pull.is_shallow());
    assert_eq!(pull.merge_base(&pull.tip), pull.tip, "git sees where the change began");
}

#[test]
fn a_branch_that_was_checked_out_itself_is_compared_with_where_it_began() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/head", &["--depth=1"]);
    assert_eq!(pull.base(&pull.tip), pull.tip);
    assert_eq!(pull.merge_base(&pull.tip), pull.began);
    assert_eq!(pull.desk.git("runner", &["rev-parse", "HEAD"]), pull.head);
}

#[test]
fn a_branch_that_others_were_merged_into_is_no_merge_of_github() {
    let Some(pull) = Pull::new() else { return };
    let desk = &pull.desk;
    desk.git("author", &["checkout", "-q", "fork"]);
    desk.git("author", &["merge", "-q", "--no-edit", &pull.tip]);
    desk.git("author", &["push", "-q", &desk.named("origin.git"), "fork:refs/pull/7/head"]);
    pull.checkout("refs/pull/7/head", &["--depth=1"]);
    assert_eq!(pull.base(&pull.tip), pull.tip);
}

#[test]
fn a_base_that_is_named_is_fetched() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/merge", &["--depth=1"]);
    for name in ["main", "origin/main", &pull.tip, &pull.began] {
        let expected = if name == pull.began { &pull.began } else { &pull.tip };
        assert_eq!(pull.named_base(name).well().trim_end(), expected, "{name}");
    }
}

#[test]
fn a_whole_clone_stays_whole() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/head", &[]);
    assert_eq!(pull.named_base("origin/main").well().trim_end(), pull.tip);
    assert!(!pull.is_shallow());
}

#[test]
fn a_push_has_no_base_of_its_own() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/heads/main", &["--depth=1"]);
    let output = pull.desk.named("output");
    let ran = pull.desk.script("runner", "base.sh", &[("GITHUB_SHA", &pull.tip), ("GITHUB_OUTPUT", &output)]);
    assert_eq!((ran.well().as_str(), &*pull.desk.read("output")), ("", "revision=\n"));
    pull.note("").well();
    assert!(!pull.desk.path("temp").exists());
}

#[test]
fn a_base_that_is_no_revision_is_an_error_and_no_option() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/merge", &["--depth=1"]);
    pull.named_base("nowhere").fails_with("cannot fetch `nowhere` from origin");
    for name in ["--upload-pack=touch made", "main:main", "$(touch made)", "-h", "a b", "main\nrevision=x"] {
        pull.named_base(name).fails_with("is no revision");
        assert!(!pull.desk.path("runner/made").exists(), "{name}");
    }
}

#[test]
fn the_note_says_what_the_change_does_and_whose_request_it_is() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/merge", &["--depth=1"]);
    pull.note(&pull.base(&pull.tip)).well();
    let note = pull.desk.read("temp/duizhao-note/note.md");
    assert!(note.starts_with("<!-- duizhao impact -->\n") && note.contains("+ First of 12."), "{note}");
    assert!(!note.contains("Last"), "what others changed on main is not in it: {note}");
    assert_eq!(pull.desk.read("temp/duizhao-note/number"), "7\n");
    assert_eq!(pull.desk.read("summary"), note);
    assert!(
        pull.desk
            .read("output")
            .ends_with(&format!("note={0}/note.md\nfolder={0}\n", pull.desk.named("temp/duizhao-note")))
    );
}

#[test]
fn a_check_that_fails_leaves_its_summary() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/merge", &["--depth=1"]);
    let ran = pull.check(&[("DUIZHAO_REVISION", &pull.base(&pull.tip))]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    // Both sentences are stale; the document alone is part of the change.
    let places: Vec<_> = ran.stdout.lines().map(|line| line.split(",end").next().expect("a place")).collect();
    assert_eq!(places[..2], ["::error file=talk.md,line=1", "::error file=talk.md,line=9"], "{}", ran.stdout);
    let summary = pull.desk.read("summary");
    assert!(!summary.contains("could not") && !ran.stdout.contains("could not"), "{summary}");
    assert!(summary.contains("2 errors") && summary.contains("| talk.md | zh-CN | 2 |"), "{summary}");
    assert!(pull.desk.read("output").ends_with("status=1\n"));
}

#[test]
fn a_check_that_finds_nothing_leaves_its_summary() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/merge", &["--depth=1"]);
    assert_eq!(pull.check(&[("DUIZHAO_FAIL_ON", "never")]).status, 0);
    assert!(pull.desk.read("summary").contains("2 errors"));
}

#[test]
fn a_check_that_cannot_work_says_so_in_its_summary() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/merge", &["--depth=1"]);
    let ran = pull.check(&[("DUIZHAO_PROFILE", "holiday")]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("holiday"), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("::error title=duizhao::"), "{}", ran.stdout);
    let summary = pull.desk.read("summary");
    assert!(summary.starts_with("duizhao could not check the translations") && summary.contains('。'), "{summary}");
    assert!(pull.desk.read("output").ends_with("status=2\n"));
}

#[test]
fn arguments_are_words_and_nothing_in_them_is_expanded() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/merge", &["--depth=1"]);
    pull.desk.program("duizhao", r#"printf '<%s>' "$@" >>"$DESK/arguments""#);
    let further = "--locale zh-CN *\n$(touch made) `touch made`;touch made";
    let ran = pull.check(&[("DUIZHAO_ARGUMENTS", further), ("DUIZHAO_REVISION", &pull.tip)]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let expected = format!(
        "<check><--profile><work><--fail-on><error><--base><{}><--locale><zh-CN><*><$(touch><made)><`touch><made`;touch><made><--format><github>",
        pull.tip
    );
    assert_eq!(pull.desk.read("arguments").split("<check>").nth(1), expected.split("<check>").nth(1));
    assert!(!pull.desk.path("runner/made").exists());
}

#[test]
fn only_what_changed_is_asked_for_where_there_is_something_to_compare_with() {
    let Some(pull) = Pull::new() else { return };
    pull.checkout("refs/pull/7/merge", &["--depth=1"]);
    pull.desk.program("duizhao", r#"printf '%s\n' "$*" >>"$DESK/arguments""#);
    pull.check(&[("DUIZHAO_CHANGED_ONLY", "true")]).well();
    pull.check(&[("DUIZHAO_CHANGED_ONLY", "true"), ("DUIZHAO_REVISION", &pull.tip)]).well();
    let arguments = pull.desk.read("arguments");
    let asked: Vec<_> = arguments.lines().map(|line| line.contains("--changed-since")).collect();
    assert_eq!(asked, [false, false, true, true], "{arguments}");
    assert!(arguments.contains(&format!("--base {0} --changed-since {0}", pull.tip)), "{arguments}");
}
