//! Carry and update on tiny catalogs: what stands in the file afterwards.

use crate::catalog::{SourceCatalog, carry, findings, ids, read, update, write_source};
use crate::glossary::Glossary;
use crate::markdown::Options;
use crate::segment::split;
use crate::status::join;

/// Returns the catalog after a sync of `now`, the last sync having been of `was`.
fn synced(catalog: &str, was: &str, now: &str) -> String {
    let catalog = read(catalog.to_owned(), "en");
    let before = split(was, "en", &Options::default());
    let known = ids(&before.units, &SourceCatalog::default(), std::iter::once(&catalog));
    let known = SourceCatalog::read(&write_source("a.md", "en", &before, &known));
    let document = split(now, "en", &Options::default());
    let ids = ids(&document.units, &known, std::iter::once(&catalog));
    let carried = carry(&document.units, &ids, &catalog);
    update(&catalog, &carried, &document, "a.md", "en", "zh-CN").text
}

#[track_caller]
fn check(catalog: &str, was: &str, now: &str, expected: &str) {
    let text = synced(catalog, was, now);
    assert_eq!(text, expected, "\n{text}");
    assert_eq!(synced(&text, now, now), text, "a second sync changes it again");
}

/// Checks the states of the segments of `now`, and that a sync does not change them.
#[track_caller]
fn check_states(catalog: &str, now: &str, expected: &[&str]) {
    let states = |catalog: &str| -> Vec<&str> {
        let catalog = read(catalog.to_owned(), "en");
        let document = split(now, "en", &Options::default());
        let ids = ids(&document.units, &SourceCatalog::default(), std::iter::once(&catalog));
        let carried = carry(&document.units, &ids, &catalog);
        let entries = join(&document, &carried, &catalog, &Glossary::default());
        entries.iter().flat_map(|entry| &entry.segments).map(|segment| segment.state.name()).collect()
    };
    assert_eq!(states(catalog), expected);
    assert_eq!(states(&synced(catalog, now, now)), expected, "after a sync");
}

const ONE: &str = "# en: We met.\na =\n    我们见面了。\n";
const TWO: &str = "# en: We met.\n# en: Lunch followed.\na =\n    我们见面了。\n    然后是午餐。\n";
const GROUP: &str = "# en: We met.\n# en: Lunch followed.\na =\n    见面后午餐。\n    {\"^\"}\n";
const PAIR: &str = "# en: We met.\na =\n    我们见面了。\n\n# en: Lunch followed.\nb =\n    然后是午餐。\n";

#[test]
fn a_catalog_in_step_is_not_touched() {
    check(TWO, "We met. Lunch followed.\n", "We met. Lunch followed.\n", TWO);
}

#[test]
fn a_split_paragraph_takes_its_lines_along() {
    check(
        TWO,
        "We met. Lunch followed.\n",
        "We met.\n\nLunch followed.\n",
        "# en: We met.\na =\n    我们见面了。\n\n# en: Lunch followed.\nlunch-followed-d8c17c =\n    然后是午餐。\n",
    );
}

#[test]
fn merged_paragraphs_take_their_lines_along() {
    check(
        PAIR,
        "We met.\n\nLunch followed.\n",
        "We met. Lunch followed.\n",
        "# en: We met.\n# en: Lunch followed.\na =\n    我们见面了。\n    然后是午餐。\n",
    );
}

#[test]
fn a_moved_section_changes_nothing() {
    check(PAIR, "We met.\n\nLunch followed.\n", "Lunch followed.\n\nWe met.\n", PAIR);
}

#[test]
fn the_same_text_cut_differently_is_a_group() {
    let catalog = "# en: We met. Lunch followed.\na =\n    见面后午餐。\n";
    check(catalog, "We met. Lunch followed.\n", "We met. Lunch followed.\n", GROUP);
    check(GROUP, "We met. Lunch followed.\n", "# We met. Lunch followed.\n", catalog);
}

#[test]
fn a_line_that_gets_more_to_say_is_stale() {
    let catalog = "# en: We met.\n# en: Lunch followed.\na =\n    我们见面了。\n    {\"\"}\n";
    check(
        catalog,
        "We met. Lunch followed.\n",
        "# We met. Lunch followed.\n",
        "# was f7c9: We met.\n# en: We met. Lunch followed.\na =\n    我们见面了。\n",
    );
}

#[test]
fn a_stale_group_that_is_joined_says_once_what_it_translates() {
    let catalog = GROUP.replacen("# en: We met.", "# was 2c35: We met. Lunch followed.\n# en: We talked.", 1);
    check(
        &catalog,
        "We talked. Lunch followed.\n",
        "# We talked. Lunch followed.\n",
        "# was 2c35: We met. Lunch followed.\n# en: We talked. Lunch followed.\na =\n    见面后午餐。\n",
    );
}

#[test]
fn an_edited_line_between_two_texts_that_both_stand_there_settles() {
    // It was made for `Hi!`, edited while `Hi. Hi!` stood there, and now both are in the source.
    let catalog = "# en: Hi.\na =\n    {\"\"}\n\n# was 1234: Hi!\n# en: Hi. Hi!\nb =\n    你好。\n";
    check(
        catalog,
        "Hi.\n\n# Hi. Hi!\n",
        "Hi. Hi. Hi!\n",
        "# en: Hi.\n# en: Hi.\n# was: Hi. Hi!\n# en: Hi!\nb =\n    {\"\"}\n    {\"\"}\n    你好。\n",
    );
}

#[test]
fn an_untranslated_text_cut_differently_still_takes_a_translation() {
    let catalog = "# en: We met. We met.\na =\n    {\"\"}\n\n# en: We met.\nb =\n    我们见面了。\n";
    let after = "# en: We met.\n# en: We met.\na =\n    我们见面了。\n    {\"\"}\n";
    check(catalog, "# We met. We met.\n\nWe met.\n", "We met. We met.\n", after);
}

#[test]
fn a_cut_elsewhere_with_as_many_sentences_is_a_group() {
    let catalog = "# en: We met. Lunch\n# en: followed.\na =\n    见面。\n    午餐。\n";
    check(
        catalog,
        "We met. Lunch followed.\n",
        "We met. Lunch followed.\n",
        "# en: We met.\n# en: Lunch followed.\na =\n    见面。午餐。\n    {\"^\"}\n",
    );
}

#[test]
fn an_edited_sentence_is_stale() {
    check(
        TWO,
        "We met. Lunch followed.\n",
        "We met. Lunch was good.\n",
        "# en: We met.\n# was 1709: Lunch followed.\n# en: Lunch was good.\na =\n    我们见面了。\n    然后是午餐。\n",
    );
}

#[test]
fn a_change_of_form_is_not_written_down() {
    let marked = ONE.replace("met", "*met*");
    check(&marked, "We *met*.\n", "We _met_.\n", &marked);
    check(ONE, "We met.\n", "We\nmet.\n", ONE);
}

#[test]
fn a_group_is_stale_as_a_whole() {
    check(
        GROUP,
        "We met. Lunch followed.\n",
        "We talked. Lunch followed.\n",
        "# was 2c35: We met. Lunch followed.\n# en: We talked.\n# en: Lunch followed.\na =\n    见面后午餐。\n    {\"^\"}\n",
    );
    check(
        GROUP,
        "We met. Lunch followed.\n",
        "We met. Dinner followed.\n",
        "# was 2c35: We met. Lunch followed.\n# en: We met.\n# en: Dinner followed.\na =\n    见面后午餐。\n    {\"^\"}\n",
    );
}

#[test]
fn a_group_that_is_split_apart_stays_with_its_first_sentence() {
    check(
        GROUP,
        "We met. Lunch followed.\n",
        "We met.\n\nLunch followed.\n",
        "# was 2c35: We met. Lunch followed.\n# en: We met.\na =\n    见面后午餐。\n\n# en: Lunch followed.\nlunch-followed-d8c17c =\n    {\"\"}\n",
    );
    check(
        GROUP,
        "We met. Lunch followed.\n",
        "We met. It rained. Lunch followed.\n",
        "# was 2c35: We met. Lunch followed.\n# en: We met.\n# en: It rained.\n# en: Lunch followed.\na =\n    见面后午餐。\n    {\"\"}\n    {\"\"}\n",
    );
}

#[test]
fn a_group_that_loses_a_sentence_stays_in_its_unit() {
    let catalog =
        "# en: Hi.\n# en: Hi.\na =\n    {\"\"}\n    {\"\"}\n\n# en: Hi.\n# en: Hi.\nb =\n    你好。\n    {\"^\"}\n";
    let after =
        "# en: Hi.\n# en: Hi.\na =\n    {\"\"}\n    {\"\"}\n\n# was 7651: Hi. Hi.\n# en: Hi.\nb =\n    你好。\n";
    check(catalog, "Hi. Hi.\n\nHi. Hi.\n", "Hi. Hi.\n\nHi.\n", after);
}

#[test]
fn notes_of_a_broken_group_stay() {
    let catalog = "# en: We met.\n# 注意\n# en: Lunch followed.\na =\n    见面后午餐。\n    {\"^\"}\n";
    check(
        catalog,
        "We met. Lunch followed.\n",
        "We met. It rained. Lunch followed.\n",
        "# was 2c35: We met. Lunch followed.\n# en: We met.\n# en: It rained.\n# 注意\n# en: Lunch followed.\na =\n    见面后午餐。\n    {\"\"}\n    {\"\"}\n",
    );
}

#[test]
fn a_broken_group_that_is_back_is_as_before() {
    for between in [
        "Lunch followed. We met.\n",
        "We met.\n\nLunch followed.\n",
        "We met. It rained. Lunch followed.\n",
        "We met.\n",
        "Lunch followed.\n",
    ] {
        let stale = synced(GROUP, "We met. Lunch followed.\n", between);
        assert_ne!(stale, GROUP);
        check(&stale, between, "We met. Lunch followed.\n", GROUP);
    }
}

#[test]
fn a_stale_group_that_begins_with_what_was_translated_stays_stale() {
    let catalog = "# was 1234: We met. We met.\n# en: We met.\n# en: We met.\n# en: We met.\na =\n    我们见面了。\n    {\"^\"}\n    {\"^\"}\n";
    check(catalog, "We met. We met. We met.\n", "We met. We met. We met.\n", catalog);
    check_states(catalog, "We met. We met. We met.\n", &["stale", "stale", "stale"]);
}

#[test]
fn a_broken_group_that_is_back_in_another_unit_is_found() {
    let catalog = "# was 2c35: We met. Lunch followed.\n# en: We talked.\nb =\n    见面后午餐。\n\n# en: Lunch followed.\na =\n    {\"\"}\n";
    check(catalog, "We talked.\n\nLunch followed.\n", "We met. Lunch followed.\n", GROUP);
}

#[test]
fn a_reverted_edit_leaves_no_trace() {
    for between in ["We met. Lunch was good.\n", "We met.\n", "Lunch followed. We met.\n", "It rained.\n", "# A\n", ""]
    {
        let edited = synced(TWO, "We met. Lunch followed.\n", between);
        check(&edited, between, "We met. Lunch followed.\n", TWO);
    }
}

#[test]
fn an_inserted_section_that_is_reverted_leaves_no_trace() {
    for now in ["We met.\n\n# New\n\nIt rained.\n", "# New\n\nIt rained.\n\nWe met.\n"] {
        let edited = synced(ONE, "We met.\n", now);
        assert_ne!(edited, ONE);
        check(&edited, now, "We met.\n", ONE);
    }
}

#[test]
fn an_edit_reverted_after_the_translation_was_edited_stays_stale() {
    let catalog = synced(ONE, "We met.\n", "We talked.\n").replace("见面", "谈话");
    let back = synced(&catalog, "We talked.\n", "We met.\n");
    check_states(&back, "We met.\n", &["stale"]);
    check(&catalog, "We talked.\n", "We met.\n", "# was: We talked.\n# en: We met.\na =\n    我们谈话了。\n");
    // The way back to the text in between confirms nothing either.
    check_states(&synced(&back, "We met.\n", "We talked.\n"), "We talked.\n", &["stale"]);
}

#[test]
fn a_vanished_sentence_stands_behind_its_unit() {
    let catalog = format!("{TWO}\n# en: End.\nb =\n    完。\n");
    check(
        &catalog,
        "We met. Lunch followed.\n\nEnd.\n",
        "We met.\n\nEnd.\n",
        "# en: We met.\na =\n    我们见面了。\n\n# en: Lunch followed.\n# obsolete:\nlunch-followed-d8c17c =\n    然后是午餐。\n\n# en: End.\nb =\n    完。\n",
    );
}

#[test]
fn a_vanished_sentence_and_a_new_unit_of_the_same_text_get_different_ids() {
    let catalog = "# en: We met.\n# en: Lunch.\n# en: Lunch.\na =\n    我们见面了。\n    {\"\"}\n    午餐。\n";
    let after = synced(catalog, "We met. Lunch. Lunch.\n", "We met.\n\nLunch.\n");
    let seen = read(after.clone(), "en");
    assert!(findings(&seen, "a.ftl", "zh-CN").is_empty(), "{after}");
}

#[test]
fn a_vanished_paragraph_is_obsolete_where_it_stood_and_comes_back() {
    let obsolete = synced(PAIR, "We met.\n\nLunch followed.\n", "Lunch followed.\n");
    check(
        PAIR,
        "We met.\n\nLunch followed.\n",
        "Lunch followed.\n",
        "# en: We met.\n# obsolete:\na =\n    我们见面了。\n\n# en: Lunch followed.\nb =\n    然后是午餐。\n",
    );
    check(&obsolete, "Lunch followed.\n", "Lunch followed.\n\nWe met.\n", PAIR);
}

#[test]
fn an_untranslated_paragraph_that_vanishes_leaves_nothing() {
    let catalog = format!("{ONE}\n# en: End.\nb =\n    {{\"\"}}\n");
    check(&catalog, "We met.\n\nEnd.\n", "We met.\n", ONE);
}

#[test]
fn of_two_equal_paragraphs_the_translation_stays() {
    let catalog = "# en: We met.\na =\n    {\"\"}\n\n# en: We met.\nb =\n    我们见面了。\n";
    let known = "We met.\n\nWe met.\n";
    let after = synced(catalog, known, "We met.\n");
    check_states(&after, "We met.\n", &["translated"]);
}

#[test]
fn stripped_comments_are_restored_as_drafts() {
    let stripped = TWO.replace("# en: We met.\n# en: Lunch followed.\n", "");
    let document = split("We met. Lunch followed.\n", "en", &Options::default());
    let catalog = read(stripped, "en");
    let carried = carry(&document.units, &["a".to_owned()], &catalog);
    let text = update(&catalog, &carried, &document, "a.md", "en", "zh-CN").text;
    assert_eq!(
        text,
        "# draft: restored\n# en: We met.\n# draft: restored\n# en: Lunch followed.\na =\n    我们见面了。\n    然后是午餐。\n"
    );
}

#[test]
fn a_lost_source_line_makes_nothing_fresh() {
    let lost = TWO.replace("# en: Lunch followed.\n", "");
    let document = split("We met. Lunch followed.\n", "en", &Options::default());
    let catalog = read(lost, "en");
    let carried = carry(&document.units, &["a".to_owned()], &catalog);
    let text = update(&catalog, &carried, &document, "a.md", "en", "zh-CN").text;
    assert_eq!(
        text,
        "# draft: restored\n# en: We met.\n# draft: restored\n# en: Lunch followed.\na =\n    我们见面了。\n    然后是午餐。\n"
    );
}

#[test]
fn irregular_line_counts_are_kept_as_they_are() {
    let more = "# en: We met.\n# en: Lunch followed.\na =\n    我们见面了。\n    然后\n    是午餐。\n";
    check(more, "We met. Lunch followed.\n", "We met. Lunch followed.\n", more);
    check_states(more, "We met. Lunch followed.\n", &["draft", "draft"]);
}

#[test]
fn an_irregular_record_that_pairs_again_is_a_draft() {
    let less = "# en: We met.\n# was 1234: Dinner followed.\n# en: Lunch followed.\na =\n    见面后午餐。\n";
    check(
        less,
        "We met. Lunch followed.\n",
        "We met then.\n",
        "# was 1234: Dinner followed.\n# draft: restored\n# en: We met then.\na =\n    见面后午餐。\n",
    );
}

#[test]
fn equal_duplicates_become_one_and_different_ones_get_a_counter() {
    check(&format!("{ONE}\n{ONE}"), "We met.\n", "We met.\n", ONE);
    let other = ONE.replace("我们见面了", "大家见面了");
    check(
        &format!("{ONE}\n{other}"),
        "We met.\n",
        "We met.\n",
        "# en: We met.\na =\n    我们见面了。\n\n# en: We met.\n# obsolete:\na-2 =\n    大家见面了。\n",
    );
}

#[test]
fn line_ends_and_byte_order_mark_are_kept() {
    let crlf = TWO.replace('\n', "\r\n");
    let after = synced(&crlf, "We met. Lunch followed.\n", "We met. Lunch was good.\n\nEnd.\n");
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    check(
        &format!("\u{feff}{ONE}"),
        "We met.\n",
        "We talked.\n",
        "\u{feff}# was f7c9: We met.\n# en: We talked.\na =\n    我们见面了。\n",
    );
    check(
        &format!("\u{feff}{ONE}"),
        "We met.\n",
        "It rained a lot.\n\nWe met.\n",
        "\u{feff}# en: It rained a lot.\nit-rained-a-35a5c0 =\n    {\"\"}\n\n# en: We met.\na =\n    我们见面了。\n",
    );
}

#[test]
fn notes_attributes_terms_waivers_and_reviews_are_kept() {
    let catalog = "# 译注：会议\n# waive: numbers 1234 same\n# reviewed: Lin 12345678\n# en: We met at { -lab }.\n# en: End.\n# about all\n# by: Wei\na =\n    在{ -lab }见面。\n    完。\n    .title = 标题\n";
    check(
        catalog,
        "We met at { -lab }. End.\n",
        "We met at { -lab }. The end.\n",
        "# 译注：会议\n# waive: numbers 1234 same\n# reviewed: Lin 12345678\n# en: We met at {\"{ -lab }\"}.\n# was 8de6: End.\n# en: The end.\n# about all\n# by: Wei\na =\n    在{ -lab }见面。\n    完。\n    .title = 标题\n",
    );
}

#[test]
fn a_record_with_odd_spacing_keeps_its_bytes() {
    let odd = "#  free comment\n\n\n#   en:   We met.\na   =   我们见面了。   \n\n\n\n";
    check(
        &format!("{odd}# en: End.\nb = 完。\n"),
        "We met.\n\nEnd.\n",
        "We met.\n\nThe end.\n",
        "#  free comment\n\n\n#   en:   We met.\na   =   我们见面了。   \n\n\n\n# was 8de6: End.\n# en: The end.\nb =\n    完。\n",
    );
    check(
        &format!("{odd}# en: End.\nb = 完。"),
        "We met.\n\nEnd.\n",
        "We met.\n\nEnd.\n",
        &format!("{odd}# en: End.\nb = 完。"),
    );
}

#[test]
fn slips_are_mended_by_the_next_write() {
    let slip = "# en: [We](a) met.\na =\n\t[我们](a)见面了。\n";
    check(slip, "[We](a) met.\n", "[We](a) met.\n", "# en: [We](a) met.\na =\n    {\"[\"}我们](a)见面了。\n");
}

#[test]
fn a_key_with_a_slip_keeps_its_segment_open() {
    for key in [
        "wsa 1234: We met.",
        "was1234: We met.",
        "w as 1234: We met.",
        "was 1234 We met.",
        "was 1234; We met.",
        "drafft: x",
        "dra ft: x",
        "draft memory 87%",
    ] {
        check_states(&format!("# {key}\n# en: We talked.\na =\n    我们谈话。\n"), "We talked.\n", &["draft"]);
    }
    for note in ["was this meant?", "by Wei: look again", "Wei: 见面", "see: drafts"] {
        check_states(&format!("# {note}\n# en: We talked.\na =\n    我们谈话。\n"), "We talked.\n", &["translated"]);
    }
}

/// Checks that damage in record `b` leaves record `a` usable and every byte in the file.
#[track_caller]
fn check_damage(damaged: &str, message: &str) {
    let text = format!("{ONE}\n{damaged}\n# en: End.\nc =\n    完。\n");
    let catalog = read(text.clone(), "en");
    let found: Vec<_> =
        findings(&catalog, "a.ftl", "zh-CN").iter().map(|finding| (finding.code, finding.message.id)).collect();
    assert_eq!(found, [("damaged-record", message)], "{damaged}");
    let document = split("We met.\n\nLunch followed.\n\nEnd.\n", "en", &Options::default());
    let carried = carry(&document.units, &["a", "lunch-b", "c"].map(str::to_owned), &catalog);
    let entries = join(&document, &carried, &catalog, &Glossary::default());
    let states: Vec<&str> = entries.iter().map(|entry| entry.state().name()).collect();
    assert_eq!((states[0], states[2]), ("translated", "translated"));
    let after = update(&catalog, &carried, &document, "a.md", "en", "zh-CN").text;
    assert!(after.contains(damaged), "{after}");
}

#[test]
fn damage_stays_in_its_record() {
    check_damage("# en: Lunch followed.\nlunch-b\n    然后是午餐。\n", "damaged-junk");
    check_damage("# en: Lunch followed.\n午餐 = 然后是午餐。\n", "damaged-bad-id");
    check_damage("lunch-b: 然后是午餐。\n", "damaged-junk");
    check_damage("# en: Lunch followed.\n    然后是午餐。\n", "damaged-no-id");
}

#[test]
fn a_unit_with_a_damaged_record_takes_nothing() {
    let catalog = "# en: We met.\nwe-met-1\n    {\"\"}\n\n# en: We met.\n# obsolete:\nb =\n    我们见面了。\n";
    let catalog = read(catalog.to_owned(), "en");
    let document = split("We met.\n", "en", &Options::default());
    let carried = carry(&document.units, &["we-met-1".to_owned()], &catalog);
    assert_eq!(update(&catalog, &carried, &document, "a.md", "en", "zh-CN").text, catalog.text);
}

#[test]
fn an_unclosed_brace_is_text() {
    let catalog = "# en: We met.\na =\n    我们{见面了。\n";
    check(catalog, "We met.\n", "We met.\n", "# en: We met.\na =\n    我们{\"{\"}见面了。\n");
    check_states(catalog, "We met.\n", &["translated"]);
}

#[test]
fn conflict_markers_close_the_file() {
    let catalog = read(format!("<<<<<<< ours\n{ONE}=======\n{TWO}>>>>>>> theirs\n"), "en");
    assert!(catalog.is_closed() && catalog.records.is_empty());
}

#[test]
fn a_was_line_that_slipped_below_its_source_line_goes_back() {
    let slipped = "# en: We gathered.\n# was 1a2b: We met.\na =\n    我们见面了。\n";
    let mended = "# was 1a2b: We met.\n# en: We gathered.\na =\n    我们见面了。\n";
    check(slipped, "We gathered.\n", "We gathered.\n", mended);
    check_states(slipped, "We gathered.\n", &["stale"]);
    check_states("# en: We met.\n# draft: memory 87%\na =\n    我们见面了。\n", "We met.\n", &["draft"]);
}

#[test]
fn a_broken_was_line_makes_nothing_fresh() {
    for broken in ["# was 1a2b: We\nmet.\n", "# was 1a\n2b: We met.\n", "# \nwas 1a2b: We met.\n"] {
        check_states(&format!("{broken}# en: We gathered.\na =\n    我们见面了。\n"), "We gathered.\n", &["draft"]);
    }
    let elsewhere = "what is this\n\n# en: We met.\na =\n    我们见面了。\n";
    check_states(elsewhere, "We met.\n", &["translated"]);
}

#[test]
fn an_indented_comment_is_a_comment() {
    check_states("    # was 1a2b: We met.\n# en: We gathered.\na =\n    我们见面了。\n", "We gathered.\n", &["stale"]);
    check_states("# was 1a2b: We met.\n\t＃ en: We gathered.\na =\n    我们见面了。\n", "We gathered.\n", &["stale"]);
    check_states("# en: We met.\na =\n    # 我们见面了。\n", "We met.\n", &["translated"]);
}

#[test]
fn a_group_that_comes_back_does_not_swallow_another() {
    let catalog = "# was 347d: We met. Lunch followed.\n# en: We met.\n# en: We talked.\n# en: Lunch followed.\na =\n    \
                   译文1。\n    谈话后午餐。\n    {\"^\"}\n";
    let hash = crate::text::fingerprint("译文1。").hex(4);
    let catalog = catalog.replace("347d", &hash);
    let text = synced(&catalog, "We met. We talked. Lunch followed.\n", "We met. Lunch followed. We talked.\n");
    assert!(text.contains("译文1。") && text.contains("谈话后午餐。"), "{text}");
    check_states(&text, "We met. Lunch followed. We talked.\n", &["translated", "translated", "stale"]);
}

#[test]
fn an_edited_line_is_finished_by_no_return_of_a_source() {
    let edited = "# was 1a2b: It opens at nine.\n# en: It opens at ten.\na =\n    九点开门！\n";
    let back = synced(edited, "It opens at ten.\n", "It opens at nine.\n");
    assert!(back.contains("# was: It opens at ten."), "{back}");
    let hash = crate::text::fingerprint("九点开门！").hex(4);
    let restored = back.replace("九点开门！", "九点开门。").replace("1a2b", &hash);
    check_states(&restored, "It opens at ten.\n", &["stale"]);
}

#[test]
fn a_record_that_is_emptied_hands_on_what_it_says_about_itself() {
    let pair = PAIR.replace("# en: Lunch followed.\nb =", "# en: Lunch followed.\n# by: Wei\nb =");
    let pair = format!("{pair}    .title = 属性\n");
    let text = synced(&pair, "We met.\n\nLunch followed.\n", "We met. Lunch followed.\n");
    assert!(text.contains("# by: Wei") && text.contains(".title = 属性"), "{text}");
}

#[test]
fn a_note_above_a_broken_group_stands_once() {
    let noted = GROUP.replace("# en: We met.", "# 注意。\n# en: We met.");
    let text = synced(&noted, "We met. Lunch followed.\n", "Lunch followed. We talked. We met.\n");
    assert_eq!(text.matches("# 注意。").count(), 1, "{text}");
    let back = synced(&text, "Lunch followed. We talked. We met.\n", "We met. Lunch followed. We talked.\n");
    assert_eq!(back.matches("# 注意。").count(), 1, "{back}");
    check_states(&back, "We met. Lunch followed. We talked.\n", &["translated", "translated", "missing"]);
}

#[test]
fn a_merge_of_units_that_is_taken_back_gives_each_its_line() {
    let catalog = format!("{PAIR}\n# en: End.\nc =\n    完。\n");
    let before = "We met.\n\nLunch followed.\n\nEnd.\n";
    let merged = synced(&catalog, before, "# We met. Lunch followed.\n\nEnd.\n");
    let back = synced(&merged, "# We met. Lunch followed.\n\nEnd.\n", "We met. Lunch followed.\n\nEnd.\n");
    check_states(&back, "We met. Lunch followed.\n\nEnd.\n", &["translated", "translated", "translated"]);
}

#[test]
fn a_group_that_is_back_in_another_unit_keeps_the_notes_within() {
    let noted = GROUP.replace("# en: Lunch", "# 注意。\n# en: Lunch");
    let now = "We sat.\n\nLunch followed.\n";
    let split = synced(
        &synced(&noted, "We met. Lunch followed.\n", "We sat. Lunch followed.\n"),
        "We sat. Lunch followed.\n",
        now,
    );
    let back = synced(&split, now, "We met. Lunch followed.\n");
    check_states(&back, "We met. Lunch followed.\n", &["translated", "translated"]);
    assert_eq!(back.matches("# 注意。").count(), 1, "{back}");
}

#[test]
fn a_record_with_no_line_is_no_original_of_a_repetition() {
    check_states("# en: We met.\na =\n    .note = x\n", "We met.\n\nWe met.\n", &["missing", "missing"]);
}

const ADDED: &str =
    "# add after: a\n# 二维码由小王维护。\nfollow-us =\n    扫码关注：\n    {\"\"}\n    ![二维码](qr.png)\n";

#[test]
fn an_addition_is_no_record_and_no_sync_touches_it() {
    let catalog = format!("{ONE}\n{ADDED}");
    check(&catalog, "We met.\n", "We met.\n", &catalog);
    check_states(&catalog, "We met.\n", &["translated"]);
    let read = read(catalog.clone(), "en");
    assert_eq!(read.records.len(), 1);
    let addition = &read.additions[0];
    assert_eq!((addition.id.as_str(), addition.anchor.as_str(), addition.before), ("follow-us", "a", false));
    assert_eq!(addition.lines.len(), 3);
    // Its unit goes, the addition stays for somebody to see to.
    let gone = synced(&catalog, "We met.\n", "");
    assert!(gone.contains(ADDED) && gone.contains("# obsolete:"), "{gone}");
    assert!(findings(&read, "a.ftl", "zh-CN").is_empty());
}

#[test]
fn a_record_with_source_lines_is_no_addition() {
    let catalog = read("# add after: b\n# en: We met.\na =\n    我们见面了。\n".to_owned(), "en");
    assert_eq!((catalog.records.len(), catalog.additions.len()), (1, 0));
    let twice = read(format!("{ADDED}\n{ADDED}"), "en");
    assert_eq!(findings(&twice, "a.ftl", "zh-CN").len(), 1);
}
