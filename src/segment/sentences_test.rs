//! The sentence rules on Markdown as people write it, on the golden file, and on anything at all.

use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::segment::{Mask, MaskKind, sentences};
use crate::text::{Span, join_lines};

/// Compares the sentences of a Markdown block with those expected, written with ` | ` between them.
#[track_caller]
fn check(language: &str, markdown: &str, expected: &str) {
    let found = split(language, markdown);
    let expected: Vec<&str> = expected.split(" | ").collect();
    assert_eq!(found, expected, "{language}: {markdown}");
}

fn split(language: &str, markdown: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in parts(markdown) {
        let masks = masks(&part);
        found.extend(sentences(&part, &masks, language).into_iter().map(|span| part[span].to_string()));
    }
    found
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// A footnote reference is one only where its definition exists.
fn with_definitions(markdown: &str) -> String {
    let mut text = markdown.to_string();
    for label in 1..4 {
        if markdown.contains(&format!("[^{label}]")) {
            text.push_str(&format!("\n\n[^{label}]: x"));
        }
    }
    text
}

/// Cuts at hard breaks and joins soft ones.
fn parts(markdown: &str) -> Vec<String> {
    let text = with_definitions(markdown);
    let mut parts = vec![Vec::new()];
    let mut start = 0;
    for (event, span) in Parser::new_ext(&text, options()).into_offset_iter() {
        if span.end > markdown.len() || !matches!(event, Event::SoftBreak | Event::HardBreak) {
            continue;
        }
        parts.last_mut().unwrap().push(markdown[start..span.start].trim_end().to_string());
        if event == Event::HardBreak {
            parts.push(Vec::new());
        }
        start = span.end + markdown[span.end..].len() - markdown[span.end..].trim_start().len();
    }
    parts.last_mut().unwrap().push(markdown[start..].to_string());
    parts.iter().map(join_lines).collect()
}

/// Returns the masks of a text without line breaks, from the events of a Markdown parser.
fn masks(markdown: &str) -> Vec<Mask> {
    let text = with_definitions(markdown);
    let mut masks = Vec::new();
    let mut push = |span: Span, kind| {
        if span.end <= markdown.len() {
            masks.push(Mask { span, kind });
        }
    };
    let mut links: Vec<(Span, Option<Span>)> = Vec::new();
    let mut image = 0;
    for (event, span) in Parser::new_ext(&text, options()).into_offset_iter() {
        if let (Event::End(TagEnd::Image), _) = (&event, image -= i32::from(event == Event::End(TagEnd::Image))) {
            continue;
        }
        if image > 0 {
            image += i32::from(matches!(event, Event::Start(Tag::Image { .. })));
            continue;
        }
        if let Some((_, inner)) = links.last_mut()
            && event != Event::End(TagEnd::Link)
        {
            *inner = Some(inner.clone().map_or(span.start, |inner| inner.start)..span.end);
        }
        match event {
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => push(span, MaskKind::Opaque),
            Event::InlineHtml(tag) | Event::Html(tag) if tag.starts_with("<br") => push(span, MaskKind::Break),
            Event::InlineHtml(_) | Event::Html(_) => push(span, MaskKind::Opaque),
            Event::FootnoteReference(_) => push(span, MaskKind::FootnoteReference),
            Event::Start(Tag::Image { .. }) => {
                image = 1;
                push(span, MaskKind::Opaque);
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                push(span, MaskKind::Opaque)
            }
            Event::Start(Tag::Link { .. }) => links.push((span, None)),
            Event::End(TagEnd::Link) => {
                if let Some((outer, Some(inner))) = links.pop() {
                    push(outer.start..inner.start, MaskKind::LinkEdge);
                    push(inner.clone(), MaskKind::LinkText);
                    push(inner.end..outer.end, MaskKind::LinkEdge);
                }
            }
            Event::Start(Tag::Emphasis) => delimiters(&mut push, span, 1),
            Event::Start(Tag::Strong) => delimiters(&mut push, span, 2),
            Event::Start(Tag::Strikethrough) => {
                let width = if markdown[span.clone()].starts_with("~~") { 2 } else { 1 };
                delimiters(&mut push, span, width);
            }
            _ => {}
        }
    }
    masks.sort_by_key(|mask| (mask.span.start, std::cmp::Reverse(mask.span.end)));
    masks
}

fn delimiters(push: &mut impl FnMut(Span, MaskKind), span: Span, width: usize) {
    push(span.start..span.start + width, MaskKind::Emphasis);
    push(span.end - width..span.end, MaskKind::Emphasis);
}

#[test]
fn english_recaps_and_documentation() {
    for (markdown, expected) in ENGLISH {
        check("en", markdown, expected);
    }
}

#[test]
fn chinese_recaps_and_documentation() {
    for (markdown, expected) in CHINESE {
        check("zh-CN", markdown, expected);
    }
}

#[test]
fn other_languages() {
    for (language, markdown, expected) in OTHERS {
        check(language, markdown, expected);
    }
}

static ENGLISH: &[(&str, &str)] = &[
    // 1. Nothing masked holds a boundary.
    ("Set `a. B` to 1. Then save.", "Set `a. B` to 1. | Then save."),
    ("Look: ![A chart. Two lines.](c.png) shows it. Fine.", "Look: ![A chart. Two lines.](c.png) shows it. | Fine."),
    ("Visit <https://a.io/x.?y=Z.>. Bring ID.", "Visit <https://a.io/x.?y=Z.>. | Bring ID."),
    ("Is it at http://a.io/b? Yes.", "Is it at http://a.io/b? | Yes."),
    ("Ask a.b@c.org! She knows.", "Ask a.b@c.org! | She knows."),
    ("Press <kbd>Enter.</kbd> The window closes.", "Press <kbd>Enter.</kbd> | The window closes."),
    ("The [Why? Because!](x) talk was full. Sorry.", "The [Why? Because!](x) talk was full. | Sorry."),
    ("Read **[this.](x)** Then go.", "Read **[this.](x)** | Then go."),
    ("Go to www.example.org/p. Next slide.", "Go to www.example.org/p. | Next slide."),
    ("See ![a](b.png). ![c](d.png) is next.", "See ![a](b.png). | ![c](d.png) is next."),
    // 2. Breaks.
    ("Room A<br>Room B", "Room A<br> | Room B"),
    ("Done.<br/>Next one.", "Done.<br/> | Next one."),
    ("one\\\ntwo. Three", "one | two. | Three"),
    ("We met in\nMay. It rained.", "We met in May. | It rained."),
    // 3. Absorption.
    ("He said *stop.* She did not.", "He said *stop.* | She did not."),
    ("It is over ([video](v)). We left.", "It is over ([video](v)). | We left."),
    ("“Great.” “Indeed.”", "“Great.” | “Indeed.”"),
    ("Big news![^1][^2] The board agreed.", "Big news![^1][^2] | The board agreed."),
    ("Great night! 🎉🚀 Photos follow.", "Great night! 🎉🚀 | Photos follow."),
    ("Great night! :tada: Photos follow.", "Great night! :tada: | Photos follow."),
    ("She said it. *Nobody* spoke.", "She said it. | *Nobody* spoke."),
    // 4. Pairs.
    ("(The room was hot.) Windows stayed shut.", "(The room was hot.) | Windows stayed shut."),
    ("We ran it (twice. Really.) Before lunch.", "We ran it (twice. Really.) Before lunch."),
    (
        "The talk 'Small. Fast. Safe' drew 90 people. All stayed.",
        "The talk 'Small. Fast. Safe' drew 90 people. | All stayed.",
    ),
    ("The dogs' bowl broke. It's Ana's. Don't ask.", "The dogs' bowl broke. | It's Ana's. | Don't ask."),
    ("A 5\" disk and a 3\" disk. Both work.", "A 5\" disk and a 3\" disk. | Both work."),
    ("Unclosed ( here. Next one.", "Unclosed ( here. | Next one."),
    // 6. What must follow.
    ("We use Rust. iOS and eBPF follow. gRPC too.", "We use Rust. | iOS and eBPF follow. | gRPC too."),
    ("Install Node. npm comes with it.", "Install Node. | npm comes with it."),
    ("It failed. why? nobody knows.", "It failed. why? nobody knows."),
    (
        "It cost a lot. $5 million is no joke. 3 people left.",
        "It cost a lot. | $5 million is no joke. | 3 people left.",
    ),
    ("Thanks to all. @alice took the notes.", "Thanks to all. | @alice took the notes."),
    ("“Really?” he asked. “Yes!” they cried.", "“Really?” he asked. | “Yes!” they cried."),
    ("Use a.b.c or 1.2.3-rc.1. Both work!", "Use a.b.c or 1.2.3-rc.1. | Both work!"),
    // 7. Full stop vetoes.
    (
        "Prof. Chen met Mrs. Li and Lt. Gov. Ray. They talked.",
        "Prof. Chen met Mrs. Li and Lt. Gov. Ray. | They talked.",
    ),
    ("See Smith et al. Section two is short.", "See Smith et al. Section two is short."),
    ("Did it pass? No. I left.", "Did it pass? | No. | I left."),
    ("See pp. 4 and Vol. II, Ch. XI. Done.", "See pp. 4 and Vol. II, Ch. XI. | Done."),
    ("It opens Mon. Oct. 5 at noon.", "It opens Mon. Oct. 5 at noon."),
    ("It opens in Oct. Please register.", "It opens in Oct. | Please register."),
    ("It may rain in May. Bring a coat.", "It may rain in May. | Bring a coat."),
    (
        "Acme Inc. Chairman Bo spoke. He left Acme Inc. We stayed.",
        "Acme Inc. Chairman Bo spoke. | He left Acme Inc. | We stayed.",
    ),
    ("Bring pens, paper, etc. We have tape.", "Bring pens, paper, etc. | We have tape."),
    ("Sammy Davis Jr. Award winners spoke.", "Sammy Davis Jr. Award winners spoke."),
    ("J. A. Doe, Ph.D. Candidate, won.", "J. A. Doe, Ph.D. Candidate, won."),
    ("The U.N. Council met at 5 p.m. Friday.", "The U.N. Council met at 5 p.m. Friday."),
    ("We like .NET and C. The rest is fine.", "We like .NET and C. | The rest is fine."),
    ("2. Run it. Wait.", "2. Run it. | Wait."),
    ("It took 5. Then it stopped.", "It took 5. | Then it stopped."),
    (
        "We asked Yahoo! Finance about it. They like Yahoo! We do not.",
        "We asked Yahoo! Finance about it. | They like Yahoo! | We do not.",
    ),
    ("It lives on 5th st. The bus stops there.", "It lives on 5th st. | The bus stops there."),
    // 8. Ellipsis.
    ("So… we waited. And… Nothing.", "So… we waited. | And… | Nothing."),
    ("Wait... 3 of them?", "Wait... 3 of them?"),
    // 9. Fragments.
    ("Good. — Bad.", "Good. — Bad."),
    ("!!! Watch out. ...", "!!! Watch out. ..."),
    ("Done! </b> !!", "Done! </b> !!"),
    ("One; two: three. Four", "One; two: three. | Four"),
    (
        "**Speed.** *Ada Wu* (ICT) showed v2.0. **Safety.** Next.",
        "**Speed.** | *Ada Wu* (ICT) showed v2.0. | **Safety.** | Next.",
    ),
    ("The \"What's new?\" Track opened.", "The \"What's new?\" Track opened."),
    ("***Note.*** The `x` flag is gone.", "***Note.*** | The `x` flag is gone."),
];

static CHINESE: &[(&str, &str)] = &[
    ("运行 `a。b` 后退出。再试一次。", "运行 `a。b` 后退出。 | 再试一次。"),
    ("官网是 https://a.io/b。欢迎访问！", "官网是 https://a.io/b。 | 欢迎访问！"),
    ("请写信到 a@b.org。我们会回复。", "请写信到 a@b.org。 | 我们会回复。"),
    ("见[为什么？怎么做？](x)一节。完。", "见[为什么？怎么做？](x)一节。 | 完。"),
    ("[看这里。](x)然后继续。", "[看这里。](x) | 然后继续。"),
    ("结束了。**下一个**话题。", "结束了。 | **下一个**话题。"),
    ("他来了。[文档](x)在这里。", "他来了。 | [文档](x)在这里。"),
    ("“好！”他说。“走吧。”", "“好！”他说。 | “走吧。”"),
    ("“太棒了！”主持人笑着说道。全场鼓掌。", "“太棒了！”主持人笑着说道。 | 全场鼓掌。"),
    ("活动以“开源，向未来！”为主题。共有五场演讲。", "活动以“开源，向未来！”为主题。 | 共有五场演讲。"),
    ("她说：「好。」「真的？」我问。", "她说：「好。」 | 「真的？」我问。"),
    ("《你好！》是一首歌。", "《你好！》是一首歌。"),
    ("等等……什么？没事。", "等等……什么？ | 没事。"),
    ("支持 Rust、Go……等语言。", "支持 Rust、Go……等语言。"),
    ("今年（2020 年。）很难。", "今年（2020 年。）很难。"),
    ("共三项：一、快；二、稳；三、省。就这些。", "共三项：一、快；二、稳；三、省。 | 就这些。"),
    ("你好!请进!", "你好! | 请进!"),
    ("由 Foo Inc. 赞助。感谢 J. K. Martins 先生。", "由 Foo Inc. 赞助。 | 感谢 J. K. Martins 先生。"),
    ("大小为 3．5 米。够了。", "大小为 3．5 米。 | 够了。"),
    ("1. 安装工具链。重启。", "1. 安装工具链。 | 重启。"),
    ("第一行。<br>第二行。", "第一行。<br> | 第二行。"),
    ("数据在[^1]。结论见下。[^2]完。", "数据在[^1]。 | 结论见下。[^2] | 完。"),
    ("来了！！！😀😀太好了。", "来了！！！😀😀 | 太好了。"),
    ("他说\"走。\"然后走了。", "他说\"走。\"然后走了。"),
    ("软换行在\n这里。下一句。", "软换行在这里。 | 下一句。"),
    ("使用 Vue 3. Vite 也支持. 很好.", "使用 Vue 3. | Vite 也支持. | 很好."),
    ("“开始？”，他问，“好。”", "“开始？”，他问，“好。”"),
];

static OTHERS: &[(&str, &str, &str)] = &[
    ("ja", "今日は晴れです。明日は雨でしょう。", "今日は晴れです。 | 明日は雨でしょう。"),
    ("ja", "「本当ですか？」と彼は聞いた。はい。", "「本当ですか？」と彼は聞いた。 | はい。"),
    ("ja", "Rust 1.0 が出た！すごい。", "Rust 1.0 が出た！ | すごい。"),
    ("hi", "यह पहला वाक्य है। यह दूसरा है।", "यह पहला वाक्य है। | यह दूसरा है।"),
    ("hi", "वह (सच। हाँ।) आया। ठीक है!", "वह (सच। हाँ।) आया। | ठीक है!"),
    ("es", "Hola. ¿Qué tal? ¡Bien! El Sr. López llegó.", "Hola. | ¿Qué tal? | ¡Bien! | El Sr. López llegó."),
    ("es", "Son las 5. La charla empieza.", "Son las 5. | La charla empieza."),
    ("ar", "هل أنت هنا؟ نعم. شكرا", "هل أنت هنا؟ | نعم. | شكرا"),
    ("de", "„Komm mit.“ Dann ging er. Dr. Müller blieb.", "„Komm mit.“ | Dann ging er. | Dr. Müller blieb."),
    ("ko", "안녕하세요. 반갑습니다! 네.", "안녕하세요. | 반갑습니다! | 네."),
    ("fr", "Vraiment ? Oui. « C'est fini. » Elle part.", "Vraiment ? | Oui. | « C'est fini. » Elle part."),
];

#[test]
fn blank_text_has_no_sentence() {
    assert!(sentences("", &[], "en").is_empty());
    assert!(sentences(" \n ", &[], "en").is_empty());
}

#[test]
fn a_shortcode_begins_a_sentence_and_its_end_closes_one() {
    let text = "See. {{% note %}} Read on. {{% /note %}} Then {x. Y} it. {z} too.";
    let spans = ["{{% note %}}", "{{% /note %}}", "{x. Y}", "{z}"].map(|part| {
        let start = text.find(part).unwrap();
        Mask { span: start..start + part.len(), kind: MaskKind::Opaque }
    });
    let found: Vec<&str> = sentences(text, &spans, "en").into_iter().map(|span| &text[span]).collect();
    assert_eq!(found, ["See.", "{{% note %}} Read on. {{% /note %}}", "Then {x. Y} it.", "{z} too."]);
}

#[test]
fn a_line_end_is_a_space() {
    let text = " One,\ntwo. Three\u{964}\nfour.\nFive ";
    let found: Vec<&str> = sentences(text, &[], "en").into_iter().map(|span| &text[span]).collect();
    assert_eq!(found, ["One,\ntwo.", "Three\u{964}", "four.", "Five"]);
}

#[test]
#[allow(clippy::disallowed_methods, clippy::print_stdout, reason = "the golden file lies outside the repository")]
fn golden_file() {
    let shared =
        std::env::var("DUIZHAO_SHARED").unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").into());
    let Ok(json) = std::fs::read_to_string(format!("{shared}/golden/segmentation.json")) else {
        println!("skipped: no golden/segmentation.json in {shared}");
        return;
    };
    let cases: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let expected: Vec<String> =
            case["sentences"].as_array().unwrap().iter().map(|s| join(s.as_str().unwrap())).collect();
        let found = split(case["lang"].as_str().unwrap(), case["text"].as_str().unwrap());
        if found != expected {
            wrong.push((expected, found));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong: {wrong:#?}", wrong.len(), cases.len());
}

fn join(text: &str) -> String {
    join_lines(text.lines())
}

fn prose() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        ".",
        "!",
        "?",
        "…",
        "。",
        "！",
        "？",
        "．",
        "।",
        "؟",
        " ",
        "  ",
        "\n",
        "\"",
        "'",
        "“",
        "”",
        "(",
        ")",
        "（",
        "）",
        "《",
        "》",
        "[",
        "](x. Y)",
        "[^1]",
        "`a. B`",
        "**",
        "*",
        "<br>",
        "<b>",
        "</b>",
        "![a. B](c)",
        "🎉",
        "http://a.b/c.",
        "a@b.co",
        "No",
        "Inc",
        "The",
        "on",
        "iOS",
        "J",
        "3",
        "你好",
        "说",
        "です",
        "é",
        "\u{2028}",
        ":",
        "www.a",
        "\\",
    ]);
    prop_oneof![4 => prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()), 1 => ".{0,60}"]
}

fn any_mask() -> impl Strategy<Value = (usize, usize, u8)> {
    (0..60_usize, 0..12_usize, 0..6_u8)
}

fn kind(number: u8) -> MaskKind {
    use MaskKind::*;
    [Opaque, Break, FootnoteReference, LinkText, LinkEdge, Emphasis][usize::from(number)]
}

fn assert_lawful(text: &str, masks: &[Mask], spans: &[Span]) {
    let mut done = 0;
    for span in spans {
        assert!(done <= span.start && span.start < span.end, "out of order in {text:?}: {spans:?}");
        assert!(text[done..span.start].trim().is_empty(), "a gap with text in {text:?}: {spans:?}");
        assert_eq!(text[span.clone()].trim(), &text[span.clone()]);
        done = span.end;
    }
    assert!(text[done..].trim().is_empty(), "text behind the last sentence of {text:?}");
    for mask in masks.iter().filter(|mask| mask.kind == MaskKind::Opaque) {
        // A block of HTML takes the white space behind it along.
        let inside =
            |end: usize| mask.span.start < end && end < mask.span.end && !text[end..mask.span.end].trim().is_empty();
        let cut = |span: &&Span| inside(span.end);
        assert!(!spans.iter().any(|span| cut(&span)), "a cut inside {mask:?} of {text:?}: {spans:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn sentences_tile_any_markdown(markdown in prose(), language in prop::sample::select(vec!["en", "zh", "ja", "hi"])) {
        for text in [join(&markdown), markdown] {
            let masks = masks(&text);
            assert_lawful(&text, &masks, &sentences(&text, &masks, language));
        }
    }

    #[test]
    fn no_mask_panics(text in prose(), places in prop::collection::vec(any_mask(), 0..8)) {
        let masks: Vec<Mask> =
            places.iter().map(|&(start, len, number)| Mask { span: start..start + len, kind: kind(number) }).collect();
        let spans = sentences(&text, &masks, "en");
        assert_lawful(&text, &[], &spans);
    }
}
