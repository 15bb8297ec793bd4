//! What becomes of two versions of a catalog, as examples.

use super::merge;

/// Merges target catalogs given without their header; in the result `!` stands for a conflict marker's
/// seven signs.
#[track_caller]
fn check(base: &str, ours: &str, theirs: &str, expected: &str) {
    let catalog = |records: &str| format!("### duizhao 1 · a.md · en → zh-CN\n\n{records}");
    let merged = merge(&catalog(base), &catalog(ours), &catalog(theirs)).expect("records");
    assert_eq!(merged.text, catalog(expected));
    assert_eq!(merged.conflicts.is_empty(), !merged.text.contains("<<<<<<<"), "{:?}", merged.conflicts);
}

/// Merges the only record, `noon`, given as its comment lines without `# ` and its target lines, separated by ` = `.
#[track_caller]
fn check_record(base: &str, ours: &str, theirs: &str, expected: &str) {
    let record = |short: &str| {
        let (comments, lines) = short.split_once(" = ").expect("comments and lines");
        let comments: String = comments.split(" / ").map(|line| format!("# {line}\n")).collect();
        let lines: String = lines.split(" / ").map(|line| format!("    {line}\n")).collect();
        format!("{comments}noon =\n{lines}")
    };
    if expected == "conflict" {
        let both = format!("<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n", record(ours), record(theirs));
        return check(&record(base), &record(ours), &record(theirs), &both);
    }
    check(&record(base), &record(ours), &record(theirs), &record(expected));
}

const TWO: &str = r#"en: One. / en: Two. = {""} / {""}"#;

#[test]
fn different_lines_of_one_record_are_both_taken() {
    check_record(
        TWO,
        r#"en: One. / en: Two. = 一。 / {""}"#,
        r#"en: One. / en: Two. = {""} / 二。"#,
        "en: One. / en: Two. = 一。 / 二。",
    );
}

#[test]
fn the_same_translation_on_both_sides_is_one_and_two_are_a_conflict() {
    check_record(
        TWO,
        "en: One. / en: Two. = 一。 / 二。",
        r#"en: One. / en: Two. = 一。 / {""}"#,
        "en: One. / en: Two. = 一。 / 二。",
    );
    check_record(TWO, r#"en: One. / en: Two. = 壹。 / {""}"#, r#"en: One. / en: Two. = 一。 / {""}"#, "conflict");
}

#[test]
fn whoever_takes_one_side_of_a_conflict_loses_nothing_else() {
    let record = |one: &str, two: &str| format!("# en: One.\n# en: Two.\nnoon =\n    {one}\n    {two}\n");
    let both = format!("<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n", record("一。", "二。"), record("壹。", "二。"));
    check(&record("{\"\"}", "{\"\"}"), &record("一。", "{\"\"}"), &record("壹。", "二。"), &both);
}

#[test]
fn who_finished_a_line_is_believed() {
    let stale = "was 3f9a: Old. / en: New. / en: Two. = 新。 / {\"\"}";
    let finished = "en: New. / en: Two. = 新。 / {\"\"}";
    check_record(
        stale,
        finished,
        "was 3f9a: Old. / en: New. / en: Two. = 新。 / 二。",
        "en: New. / en: Two. = 新。 / 二。",
    );
    let noted = "was 3f9a: Old. / 注 / en: New. / en: Two. = 新。 / {\"\"}";
    check_record(stale, finished, noted, "注 / en: New. / en: Two. = 新。 / {\"\"}");
    check_record(
        "draft: engine X / en: New. = 新。",
        "draft: engine X / 注 / en: New. = 新。",
        "en: New. = 新。",
        "注 / en: New. = 新。",
    );
}

#[test]
fn a_draft_that_was_rewritten_is_not_confirmed_by_who_saw_the_old_one() {
    check_record(
        "draft: engine X / en: New. = 新。",
        "draft: engine X / en: New. = 很新。",
        "en: New. = 新。",
        "draft: engine X / en: New. = 很新。",
    );
}

#[test]
fn a_translation_of_the_old_source_stays_unfinished() {
    let was = |line: &str, text: &str| format!("was {}: {text}", crate::text::fingerprint(line).hex(4));
    // They translated, we edited the English.
    let (old, older) = (was("旧。", "Old."), was("老。", "Old."));
    check_record("en: Old. = {\"\"}", "en: New. = {\"\"}", "en: Old. = 旧。", &format!("{old} / en: New. = 旧。"));
    let edited = format!("{old} / en: New. = 旧。");
    check_record("en: Old. = 旧。", &edited, "en: Old. = 老。", &format!("{older} / en: New. = 老。"));
    // Each edited the English, one finished the translation of it.
    let (theirs, expected) = (format!("{old} / en: Other. = 旧。"), was("新。", "New."));
    check_record("en: Old. = 旧。", "en: New. = 新。", &theirs, &format!("{expected} / en: Other. = 新。"));
    // A group is stale as a whole.
    check_record(
        "en: One. / en: Two. = 一。 / 二。",
        "en: One. / was 0000: Two. / en: Two now. = 一。 / 二。",
        r#"en: One. / en: Two. = 一和二。 / {"^"}"#,
        &format!(r#"{} / en: One. / en: Two now. = 一和二。 / {{"^"}}"#, was("一和二。", "One. Two.")),
    );
}

#[test]
fn an_edit_of_the_source_reaches_what_the_other_side_left_alone() {
    check_record(
        "en: One. / en: Two. = 一。 / {\"\"}",
        "was 50d6: One. / en: One now. / en: Two. = 一。 / {\"\"}",
        "en: One. / en: Two. = 一。 / 二。",
        "was 50d6: One. / en: One now. / en: Two. = 一。 / 二。",
    );
}

#[test]
fn sentences_that_were_added_and_removed_are_paired() {
    check_record(
        "en: One. / en: Two. = 一。 / 二。",
        "en: Zero. / en: One. / en: Two. = {\"\"} / 一。 / 二。",
        "en: One. = 甲。",
        "en: Zero. / en: One. = {\"\"} / 甲。",
    );
}

#[test]
fn sentences_said_together_are_merged_together() {
    let base = "en: One. / en: Two. = 一。 / 二。";
    check_record(base, r#"en: One. / en: Two. = 一和二。 / {"^"}"#, "en: One. / en: Two. = 一。 / 貳。", "conflict");
    check_record(
        base,
        r#"en: One. / en: Two. = 一和二。 / {"^"}"#,
        "en: One. / 注 / en: Two. = 一。 / 二。",
        r#"en: One. / 注 / en: Two. = 一和二。 / {"^"}"#,
    );
}

#[test]
fn the_words_about_a_record_are_merged() {
    check_record(
        TWO,
        r#"en: One. / en: Two. / 甲 / by: Wei = 一。 / {""}"#,
        r#"en: One. / en: Two. / 乙 / by: Lan = {""} / 二。"#,
        "en: One. / en: Two. / 甲 / 乙 / by: Wei, Lan = 一。 / 二。",
    );
    check_record(
        "en: One. = 一。",
        "en: One. / obsolete: = 一。",
        "注 / en: One. = 一。",
        "注 / en: One. / obsolete: = 一。",
    );
}

#[test]
fn new_records_of_both_sides_follow_their_neighbours() {
    let record = |id: &str| format!("# en: {id}\n{id} =\n    {{\"\"}}\n");
    let list = |ids: &str| ids.split(' ').map(record).collect::<Vec<_>>().join("\n");
    check(&list("a b"), &list("a x b"), &list("a y b z"), &list("a x y b z"));
    check(&list("a b"), &list("x a b"), &list("y a b"), &list("x y a b"));
    check(&list("a b"), &list("a x b"), &list("a x b y"), &list("a x b y"));
    check(&list("a b c"), &list("a c"), &list("a b c x"), &list("a c x"));
    check(&list("a"), &format!("## G\n\n{}", list("a")), &list("a x"), &format!("## G\n\n{}", list("a x")));
}

#[test]
fn what_is_damaged_or_not_ours_is_taken_whole() {
    let good = "# en: One.\none =\n    一。\n\n# en: Two.\ntwo-a1b2c3 =\n    二。\n";
    let damaged = good.replace("two-a1b2c3 =", "two-a1b2c3");
    check(good, &good.replace('一', "甲"), &damaged, &damaged.replace('一', "甲"));
    let merged = merge("-a = x\n-b = y\n", "-a = 甲\n-b = y\n", "-a = x\n-b = 乙\n").expect("records");
    assert_eq!(merged.text, "-a = 甲\n-b = 乙\n");
    assert_eq!(merge("-a = x\n", "-a = 甲\n", "-a = 乙\n").expect("records").conflicts, ["-a"]);
    assert_eq!(merge("", "<<<<<<< a\n", "-a = 乙\n"), None);
}

#[test]
fn a_source_catalog_has_no_conflicts() {
    let catalog = |text: &str| format!("### duizhao 1 · a.md · en\n\na =\n    {text}\n");
    let theirs = format!("{}\nb =\n    B.\n", catalog("Theirs."));
    let merged = merge(&catalog("Base."), &catalog("Ours."), &theirs).expect("records");
    assert_eq!(merged.text, format!("{}\nb =\n    B.\n", catalog("Ours.")));
    assert!(merged.conflicts.is_empty());
}

#[test]
fn line_ends_and_byte_order_mark_are_ours() {
    let header = "### duizhao 1 · a.md · en → zh-CN\n\n";
    let record = |id: &str, text: &str| format!("# en: {id}\n{id} =\n    {text}\n");
    let base = format!("{header}{}\n{}", record("a", "{\"\"}"), record("b", "{\"\"}"));
    let ours = format!("\u{feff}{}", base.replacen("{\"\"}", "甲", 1).replace('\n', "\r\n"));
    let theirs = format!("{header}{}\n{}", record("a", "{\"\"}"), record("b", "乙"));
    let merged = merge(&base, &ours, &theirs).expect("records").text;
    assert_eq!(merged, ours.replace("{\"\"}", "乙"));
}

#[test]
fn additions_of_both_sides_survive() {
    let record = |line: &str| format!("# en: One.\nnoon =\n    {line}\n");
    let added = |id: &str| format!("\n# add after: noon\n{id} =\n    扫码关注\n");
    let ours = format!("{}{}", record("一。"), added("follow-us"));
    let theirs = format!("{}{}", record("{\"\"}"), added("join-us"));
    let both = format!("{}{}{}", record("一。"), added("follow-us"), added("join-us"));
    check(&record("{\"\"}"), &ours, &theirs, &both);
}
