//! The comment on a pull request: what is taken from a run of somebody else's code, and what is not.

use std::fs;
use std::path::Path;

use crate::{Desk, Ran};

const HEAD: &str = "0123456789012345678901234567890123456789";
const MARK: &str = "<!-- duizhao impact -->\n";
const NOTE: &str = "<!-- duizhao impact -->\n### x\n\n|---|--:|--:|--:|---|\n";

/// A GitHub that has one pull request, and a run with a note for it; `None` without jq, which reads its answers.
fn run() -> Option<Desk> {
    let desk = Desk::new(&["jq", "awk"])?;
    desk.program(
        "gh",
        r#"
printf '%s\n' "$*" >>"$DESK/calls"
filter=${*: -1}
case "$*" in
    *"--method "*) cp "${filter#body=@}" "$DESK/posted" ;;
    *"api repos/o/r/pulls/7 "*) jq -r "$filter" "$DESK/pull.json" ;;
    *"repos/o/r/issues/7/comments?"*) jq -r "$filter" "$DESK/comments.json" ;;
    *) exit 1 ;;
esac"#,
    );
    desk.write("pull.json", &format!("{{\"head\":{{\"sha\":\"{HEAD}\"}}}}"));
    desk.write("comments.json", "[]");
    desk.write("note/note.md", NOTE);
    desk.write("note/number", "7\n");
    Some(desk)
}

fn comment(desk: &Desk) -> Ran {
    let note = desk.named("note");
    desk.script("", "comment.sh", &[("DUIZHAO_NOTE", &note), ("DUIZHAO_HEAD", HEAD), ("GITHUB_REPOSITORY", "o/r")])
}

/// The calls that write.
fn writes(desk: &Desk) -> Vec<String> {
    desk.read("calls").lines().filter(|call| call.contains("--method")).map(str::to_owned).collect()
}

/// A comment on the pull request.
fn said(id: u32, login: &str, body: &str) -> serde_json::Value {
    serde_json::json!({"id": id, "user": {"login": login}, "body": body})
}

#[test]
fn the_first_note_is_a_new_comment_and_the_next_one_replaces_it() {
    let Some(desk) = run() else { return };
    comment(&desk).well();
    assert!(writes(&desk)[0].starts_with("api --silent --method POST repos/o/r/issues/7/comments "));
    assert_eq!(desk.read("posted"), NOTE);
    let others = [
        said(1, "wei", "what is this?"),
        said(2, "wei", NOTE),
        said(3, "github-actions[bot]", "something else"),
        said(4, "github-actions[bot]", NOTE),
        said(5, "github-actions[bot]", NOTE),
    ];
    desk.write("comments.json", &serde_json::Value::from(others.to_vec()).to_string());
    comment(&desk).well();
    assert!(writes(&desk)[1].starts_with("api --silent --method PATCH repos/o/r/issues/comments/4 "));
}

#[test]
fn a_note_of_nothing_makes_no_comment_and_updates_one() {
    let Some(desk) = run() else { return };
    desk.write("note/note.md", &format!("{MARK}### x\n\nNothing.\n"));
    comment(&desk).well();
    assert_eq!(writes(&desk), [] as [&str; 0]);
    desk.write("comments.json", &serde_json::json!([said(4, "github-actions[bot]", NOTE)]).to_string());
    comment(&desk).well();
    assert_eq!(writes(&desk).len(), 1);
}

#[test]
fn a_run_without_a_note_is_no_error() {
    let Some(desk) = run() else { return };
    fs::remove_file(desk.path("note/number")).expect("removed");
    comment(&desk).well();
    fs::remove_dir_all(desk.path("note")).expect("removed");
    comment(&desk).well();
    assert_eq!(desk.read("calls"), "");
}

#[test]
fn a_note_for_another_commit_is_not_posted() {
    let Some(desk) = run() else { return };
    desk.write("pull.json", "{\"head\":{\"sha\":\"9876543210987654321098765432109876543210\"}}");
    let ran = comment(&desk);
    assert!(ran.stderr.contains("was not for the commit"), "{}", ran.stderr);
    ran.well();
    assert_eq!(writes(&desk), [] as [&str; 0]);
}

#[test]
fn what_is_no_number_reaches_nobody() {
    let Some(desk) = run() else { return };
    for number in ["", "0", "-7", "7 8", "7/../8", "$(touch made)", "七", "7;ls", "99999999999", &"7".repeat(30)] {
        desk.write("note/number", number);
        comment(&desk).fails_with("is none");
    }
    assert_eq!(desk.read("calls"), "");
    assert!(!desk.path("made").exists());
}

#[test]
fn links_to_other_files_are_not_followed() {
    let Some(desk) = run() else { return };
    desk.write("secret", NOTE);
    fs::remove_file(desk.path("note/note.md")).expect("removed");
    std::os::unix::fs::symlink(desk.path("secret"), desk.path("note/note.md")).expect("linked");
    comment(&desk).well();
    assert_eq!(desk.read("calls"), "");
}

#[test]
fn a_note_that_duizhao_would_not_write_is_not_posted() {
    let Some(desk) = run() else { return };
    let too_long = format!("{NOTE}{}", "a\n".repeat(40_000));
    desk.write("note/note.md", &too_long);
    comment(&desk).fails_with("too long");
    for text in [
        "[a](b)",
        "![a](b)",
        "<b>a</b>",
        "<script>",
        "<img src=x",
        "a!",
        "</details><details open>",
        "<summary><a href=x>a</a></summary>",
        "<!-- a -->",
        "@wei",
        "&#64;wei",
        "&#0064;wei",
        "&#x40;wei",
        "&commat;wei",
        "#1",
        "&#35;1",
        "https://example.org",
        "WWW.example.org",
        "wei@example.org",
        "`a`",
        "~~~",
        "> a",
        "# a",
        "a\\",
        "a\rb",
        "a\u{1b}b",
        "a\0b",
        "```",
        "```diff",
        "```diff\nfree\n```",
        "```diff\n+ a\n``` \n```",
        "```diff\n+ a\r```\r[a](b)\n```",
        "```html\n```",
    ] {
        desk.write("note/note.md", &format!("{NOTE}{text}\n"));
        let ran = comment(&desk);
        assert!(ran.status == 1 && ran.stderr.contains("none that duizhao writes"), "{text:?}: {}", ran.stderr);
    }
    desk.write("note/note.md", "hello\n");
    comment(&desk).fails_with("none that duizhao writes");
    assert_eq!(desk.read("calls"), "");
}

/// A document with whatever might be mistaken for markup.
const HOSTILE: &str = "# <b>a</b> | `b` @wei #1 [c](https://example.org)\n\n\
    Here ``` is no fence, @wei, #1, www.example.org, <script>alert(1)</script> </details> ![x](y).\n\n\
    A *b* _c_ ~~d~~ \\* &amp; &#64; ::error:: ##[error] {{ x }} ${{ y }} 100 % \u{202e}abc.\n\n\
    Nobody changed this.\n";

#[test]
fn every_note_that_duizhao_writes_is_posted() {
    let Some(desk) = Desk::new(&["git"]).and_then(|_| run()) else { return };
    let duizhao = |arguments: &[&str]| desk.run("fork", Path::new(env!("CARGO_BIN_EXE_duizhao")), arguments, &[]);
    let path = "fork/a@wei #1 [b](c) `d`.md";
    desk.git("", &["init", "-q", "fork"]);
    desk.write("fork/duizhao.toml", "documents = ['*.md']\n");
    desk.write(path, HOSTILE);
    desk.write("fork/b.md", "Plain.\n");
    duizhao(&["sync"]).well();
    let catalogs = "fork/locales/zh-CN";
    for entry in fs::read_dir(desk.path(catalogs)).expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a catalog");
        let by = "# by: @wei <b>#1</b> [a](b)\n";
        let text = text.replace("{\"\"}", "译文。");
        let text: Vec<_> = text
            .split_inclusive('\n')
            .map(|line| if line.ends_with(" =\n") { format!("{by}{line}") } else { line.to_owned() })
            .collect();
        fs::write(path, text.concat()).expect("written");
    }
    desk.git("fork", &["add", "-A"]);
    desk.git("fork", &["commit", "-q", "-m", "start"]);
    desk.write(path, &HOSTILE.replace("100", "200").replace(" is no fence", " has @lan #2").replace("`b`", "`e`"));
    for lang in ["en", "zh-CN"] {
        let note = desk.named("note/note.md");
        duizhao(&["impact", "--lang", lang, "--format", "markdown", "--output", &note]).well();
        let written = desk.read("note/note.md");
        assert!(written.matches("```diff").count() == 3 && written.contains("&#64;"), "{written}");
        comment(&desk).well();
        assert_eq!(desk.read("posted"), written);
    }
    duizhao(&[
        "impact",
        "--base",
        "HEAD",
        "--locale",
        "zh-CN",
        "--format",
        "markdown",
        "--output",
        &desk.named("note/note.md"),
    ])
    .well();
    desk.write(path, HOSTILE);
    duizhao(&["impact", "--format", "markdown", "--output", &desk.named("note/note.md")]).well();
    comment(&desk).well();
}
