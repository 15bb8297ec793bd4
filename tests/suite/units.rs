//! What is a unit and what is not, in the shortest documents that show it.

use duizhao::markdown::Options;
use duizhao::segment;

/// Compares the units, written `KIND LINE: SEGMENT | SEGMENT`.
#[track_caller]
fn check(source: &str, expected: &[&str]) {
    let document = segment::split(source, "en", &Options::default());
    let shown = |unit: &segment::Unit| format!("{} {}: {}", unit.kind.name(), unit.line, unit.segments.join(" | "));
    let units: Vec<String> = document.units.iter().map(shown).collect();
    assert_eq!(units, expected, "{source}");
}

#[test]
fn code_blocks_hold_no_units() {
    check("```\nlet it = be;\n```\n\n    indented code\n\nA text.\n", &["paragraph 7: A text."]);
    check("- Run:\n\n  ~~~ sh\n  make all\n  ~~~\n> ```\n> quoted\n", &["list-item 1: Run:"]);
}

#[test]
fn an_escape_at_the_start_belongs_to_the_unit() {
    check("- \\_one\\_ item\n", &["list-item 1: \\_one\\_ item"]);
    check("\\*One\\* line.\n", &["paragraph 1: \\*One\\* line."]);
    check("![\\*Stage](a.png)\n", &["alt 1: \\*Stage"]);
}

#[test]
fn a_key_with_a_colon_is_front_matter() {
    check(
        "---\ntitle: A night\ncSpell:ignore: otel\n---\n\nText.\n",
        &["front-matter 2: A night", "paragraph 6: Text."],
    );
}

#[test]
fn an_escaped_brace_is_no_heading_id() {
    check("# Set \\{#id} ##\n\n# Set {#id}\n", &["heading 1: Set \\{#id}", "heading 3: Set"]);
}

#[test]
fn a_break_in_a_heading_is_a_space() {
    check("One line  \nand another\\\nand the last\n---\n", &["heading 1: One line and another and the last"]);
}

#[test]
fn a_shortcode_over_lines_inside_a_sentence_does_not_cut_it() {
    check(
        "The boat {{< cite\n  author=\"Lind\"\n  year=\"2024\" >}} was late.\n{{< a\n  b >}}\nText.\n",
        &["paragraph 1: The boat {{< cite author=\"Lind\" year=\"2024\" >}} was late.", "paragraph 6: Text."],
    );
}
