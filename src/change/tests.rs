//! What each change is: class, evidence, and what is never form.

use crate::change::{Class, class, classify, form};

#[track_caller]
fn check(was: &str, now: &str, expected: Class) {
    assert_eq!(class(was, now), expected, "{was} -> {now}: {:?}", classify(was, now));
    assert_eq!(class(now, was), expected, "{now} -> {was}: {:?}", classify(now, was));
}

#[test]
fn form_is_wrapping_marks_quotes_and_commas() {
    check("A _b_ c.", "A *b* c.", Class::Form);
    check("A _b_ c.", "A b c.", Class::Form);
    check("__b__ \"c\"", "**b** “c”", Class::Form);
    check("At noon we ate, and left.", "At noon, we ate and  left.", Class::Form);
    check("1\\. Done", "1. Done", Class::Form);
    check("对照 是", "对照是", Class::Form);
    check("See [a][].", "See [a].", Class::Form);
}

#[test]
fn form_is_the_shape_of_dashes_and_dots() {
    check("Wait...", "Wait…", Class::Form);
    check("One - two", "One—two", Class::Form);
    check("One -- two", "One – two", Class::Form);
    check("Pages 5-7", "Pages 5–7", Class::Form);
    check("Run --all", "Run -all", Class::Wording);
    check("re-sign it", "resign it", Class::Rewrite);
}

#[test]
fn form_is_a_listed_misspelling() {
    check("You recieve it.", "You receive it.", Class::Form);
    check("Seperate rooms", "Separate rooms", Class::Form);
    check("Open `recieve`", "Open `receive`", Class::Fact);
    check("Open recieve_all", "Open receive_all", Class::Fact);
    check("See [a](recieve.md)", "See [a](receive.md)", Class::Link);
    check("Teh spoke.", "The spoke.", Class::Wording);
}

#[test]
fn form_is_the_capital_of_a_word_that_is_no_name() {
    check("Getting started: The first", "Getting started: the first", Class::Form);
    for (was, now) in
        [("Tell US now", "Tell us now"), ("It is Polish.", "It is polish."), ("In May, we go", "In may, we go")]
    {
        check(was, now, if was.contains("May") { Class::Polarity } else { Class::Fact });
        assert_ne!(form(was), form(now));
    }
}

#[test]
fn sense_is_never_form() {
    check("It is not on.", "It is now on.", Class::Polarity);
    check("740 seats", "470 seats", Class::Fact);
    check("1,000", "1000", Class::Wording);
    check("It works.", "It works?", Class::Polarity);
    check("It works.", "It works!", Class::Wording);
    check("`a_b`", "`a*b`", Class::Fact);
    check("snake_case", "snake*case", Class::Rewrite);
    check("Run `a, b`", "Run `a b`", Class::Fact);
    check("\\*not bold\\*", "*not bold*", Class::Wording);
    check("Lin Wei", "Lin Wai", Class::Fact);
    check("~~gone~~", "gone", Class::Wording);
    check("2*3", "23", Class::Fact);
}

#[test]
fn the_gravest_class_names_a_change() {
    check("We had 9 rooms.", "We have 10 rooms.", Class::Fact);
    check("It is available to 9 teams.", "It is not available to 10 teams.", Class::Polarity);
    check("Lunch follows.", "Bring your own laptop.", Class::Rewrite);
    check("See [a](b.md) for more talks.", "See [a](c.md) for further talks.", Class::Polarity);
    check("See [a](b.md) for the talks.", "See [a](c.md) for these talks.", Class::Wording);
}

/// Compares the evidence, written `kind:was>now`.
#[track_caller]
fn evidence(was: &str, now: &str, expected: &str) {
    let change = classify(was, now);
    let shown = |text: &Option<String>| text.clone().unwrap_or_default();
    let found = change.evidence.iter().map(|it| format!("{}:{}>{}", it.kind.name(), shown(&it.was), shown(&it.now)));
    assert_eq!(found.collect::<Vec<_>>().join(" "), expected, "{change:?}");
}

#[test]
fn evidence_says_what_changed() {
    evidence("We met at 9 a.m. here.", "We met at 10 a.m. here.", "number:9>10");
    evidence("At 10 a.m. we met.", "At 10 p.m. we met.", "date:a.m.>p.m.");
    evidence("We met on 7 May.", "We met on 8 June.", "number:7>8 date:May>June");
    evidence("It costs $5.", "It costs €5.", "unit:$>€");
    evidence("See [a](b.md).", "See [a](c.md).", "link:b.md>c.md");
    evidence("See a here.", "See [a][] here.", "link:>[]");
    evidence("Run `a`.", "Run `b`.", "code:`a`>`b`");
    evidence("We met Lin Wei.", "We met Lin Wai.", "name:Wei>Wai");
    evidence("It is available.", "It is not available.", "negation:>not");
    evidence("It is available.", "It is unavailable.", "negation:available>unavailable");
    evidence("Please enable it.", "Please disable it.", "negation:enable>disable");
    evidence("It works no longer.", "It works.", "negation:no> limit:longer>");
    evidence("Come before noon.", "Come after noon.", "limit:before>after");
    evidence("Do you do it?", "You do it.", "question:?>");
    evidence("这里可用。", "这里不可用。", "negation:>不");
    evidence("参加者有 740 人。", "参加者有 470 人。", "number:740>470");
}

#[test]
fn equal_values_are_no_other_fact() {
    check("nine rooms are free", "9 rooms are free", Class::Wording);
    check("They don't come.", "They do not come.", Class::Wording);
    check("At 10 a.m. sharp", "At 10 am sharp", Class::Wording);
}

#[test]
fn long_texts_are_told_without_their_order() {
    let long = |end: &str| format!("{}{end}", "word ".repeat(3000));
    check(&long("9"), &long("10"), Class::Fact);
}
