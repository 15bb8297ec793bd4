//! The articles that the rules are tried on: the recap as `build` makes it, and hostile documents.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use duizhao::finding::{Finding, Message};
use duizhao::fluent::messages::Words as Spoken;
use duizhao::markdown::Options;
use duizhao::project::Workspace;
use duizhao::project::build::{self, Report};
use duizhao::publish::wechat::{Article, WORDS, Words};
use duizhao::publish::{Made, Marks, Order, Page, Policies, Style, Target};
use duizhao::segment::split;

pub(crate) const RECAP: &str = "content/lf-ai-data-day-shenzhen-2020.md";

pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// An article with what it was made of.
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) source: String,
    pub(crate) target: String,
    pub(crate) fragment: String,
    pub(crate) made: Made,
}

/// Documents that try to break out, in both languages.
static HOSTILE: &[(&str, &str, &str)] = &[
    (
        "raw HTML",
        "# One\n\n<script>alert('<p>')</script>\n\n<div class=\"x\" onclick=\"y()\" style=\"position:fixed\">Shown <b>bold</b> &amp; <a href=\"https://html.example/\">linked</a></div>\n\nInline <span id=\"a\" onclick=\"b()\">span</span> <img src=\"javascript:alert(1)\" onerror=\"x\"> <br> and <kbd>K</kbd><script>bad()</script> end.\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>\n\n<!-- comment -->\n\n<iframe src=\"https://frame.example\"></iframe>\n\n<style>p{color:#000}</style>\n\n<svg><text>drawn</text></svg>\n\n<p>Unclosed <b>tags <i>here\n\n</section></section>\n",
        "# 一\n\n<script>alert('<p>')</script>\n\n<div class=\"x\" onclick=\"y()\" style=\"position:fixed\">Shown <b>bold</b> &amp; <a href=\"https://html.example/\">linked</a></div>\n\n行内<span id=\"a\" onclick=\"b()\">标签</span> <img src=\"javascript:alert(1)\" onerror=\"x\"> <br> 与 <kbd>K</kbd><script>bad()</script> 完。\n\n<details><summary>More</summary>\n\n隐藏。\n\n</details>\n\n<!-- comment -->\n\n<iframe src=\"https://frame.example\"></iframe>\n\n<style>p{color:#000}</style>\n\n<svg><text>drawn</text></svg>\n\n<p>Unclosed <b>tags <i>here\n\n</section></section>\n",
    ),
    (
        "lists",
        "- One\n  - Two\n    - Three\n      1. Four\n      2. Four and a half\n    - Back at three\n  - Back at two\n\n  After the nested list.\n- Last\n\n---\n\n1. First\n   - Nested\n2. Second\n\n---\n\n7. Seven\n8. Eight\n\n---\n\n- [ ] To do\n- [x] Done\n  - Nested in a task\n\n---\n\n- > Quoted\n  >\n  > - in a list\n- - Bare\n",
        "- 一\n  - 二\n    - 三\n      1. 四\n      2. 四又半\n    - 回到三\n  - 回到二\n\n  在内层列表之后。\n- 末\n\n---\n\n1. 第一\n   - 内层\n2. 第二\n\n---\n\n7. 七\n8. 八\n\n---\n\n- [ ] 待办\n- [x] 已办\n  - 任务之内\n\n---\n\n- > 引用\n  >\n  > - 在列表中\n- - 光秃\n",
    ),
    (
        "tables",
        "| A | B | C | D | E |\n| :-- | --: | :-: | --- | --- |\n| one | `a \\| b` | **c** | [d](https://cell.example/) | |\n",
        "| 甲 | 乙 | 丙 | 丁 | 戊 |\n| :-- | --: | :-: | --- | --- |\n| 一 | `a \\| b` | **三** | [四](https://cell.example/) | |\n",
    ),
    (
        "code",
        "Run `a  <b>  &amp; c` now.\n\n```make\nall:\n\tcc  -o x <in.c >out && echo \"1+1>2\"\n\n\t\tdeep &nbsp; &lt;\n```\n\n    indented\n      more\n\n- Item\n\n  ```sh\n  make demo\n  ```\n",
        "现在运行 `a  <b>  &amp; c`。\n\n```make\nall:\n\tcc  -o x <in.c >out && echo \"1+1>2\"\n\n\t\tdeep &nbsp; &lt;\n```\n\n    indented\n      more\n\n- 项\n\n  ```sh\n  make demo\n  ```\n",
    ),
    (
        "links",
        "See [an article](https://mp.weixin.qq.com/s/abc?a=1&b=2), [one](https://one.example/), [one again](https://one.example/), [here](#there), <https://auto.example/x>, https://bare.example/y and [fake](https://mp.weixin.qq.com.evil.example/). Also [two][two], [a file](other.md), [bad](javascript:alert(1)) and <me@mail.example>.\n\n[**Bold** `code`](https://two.example/?a=1&b=\"<x>\")\n\n## There\n\n[two]: https://two.example/ \"Title\"\n",
        "参见[一篇文章](https://mp.weixin.qq.com/s/abc?a=1&b=2)、[其一](https://one.example/)、[又一次](https://one.example/)、[此处](#there)、<https://auto.example/x>、<https://bare.example/y> 与[假的](https://mp.weixin.qq.com.evil.example/)。另见[其二][two]、[文件](other.md)、[坏的](javascript:alert(1))和 <me@mail.example>。\n\n[**粗体** `code`](https://two.example/?a=1&b=\"<x>\")\n\n## 彼处\n\n[two]: https://two.example/ \"Title\"\n",
    ),
    (
        "notes",
        "Twice[^a] and again[^a], another[^b].\n\n> Quoted[^c].\n\n[^a]: First note, with a [link](https://note.example/) and[^c].\n[^b]: Second.\n\n    With a paragraph.\n\n    - And a list\n[^c]: Third.\n[^unused]: Nobody asks.\n",
        "两次[^a]，又一次[^a]，另一处[^b]。\n\n> 引用[^c]。\n\n[^a]: 第一条，带[链接](https://note.example/)与[^c]。\n[^b]: 第二条。\n\n    带一段。\n\n    - 带列表\n[^c]: 第三条。\n[^unused]: 无人问津。\n",
    ),
    (
        "words",
        "# Title *one*\n\nAn *emphasised* and ***very strong*** ~~struck~~ word, 1+1>2, R&D, \"quoted\", LF AI & Data.\n\n> [!WARNING]\n> Be careful.\n\nRight to left: \u{202e}abc\u{202c} and \u{202e}open.\n\nNot closed \u{2067}[isolate \u{202e}x](https://bidi.example/).\n\nA hard\\\nbreak and a control \u{1} character \u{fffe}.\n\n#### Four\n\n###### Six\n\n***\n",
        "# 标题*一*\n\n*强调*与***很强***、~~划去~~的字，1+1>2、R&D、“引用”、LF AI & Data。\n\n> [!WARNING]\n> 当心。\n\n从右到左：\u{202e}abc\u{202c}与\u{202e}未闭合。\n\n未闭合\u{2067}[隔离 \u{202e}x](https://bidi.example/)。\n\n硬\\\n换行与控制字符 \u{1} 和 \u{fffe}。\n\n#### 四\n\n###### 六\n\n***\n",
    ),
    (
        "pictures",
        "![Group photo](img/g.jpg \"All speakers\")\n\n![](https://remote.example/a.png)\n\nText with ![icon](img/i.png) inside, and [![linked](img/l.png)](https://picture.example/).\n\n![Data](data:image/png;base64,AAAA)\n",
        "![合影](img/g.jpg \"All speakers\")\n\n![](https://remote.example/a.png)\n\n文中有 ![图标](img/i.png)，还有[![带链接](img/l.png)](https://picture.example/)。\n\n![数据](data:image/png;base64,AAAA)\n",
    ),
];

/// Returns the words of an article in a language.
fn words(locale: &str) -> Words {
    let spoken = Spoken::new(&locale.parse().expect("a tag"));
    let place = |message: Message, name| message.with(name, format!("{{{name}}}"));
    let word = |id| ["alt", "path", "count", "most"].into_iter().fold(Message::new(id), place);
    WORDS.iter().map(|id| (*id, spoken.format(&word(id)))).collect()
}

pub(crate) fn article() -> Article {
    Article { words: (words("en"), words("zh-CN")), ..Article::default() }
}

/// Returns what the format makes of a document and its translation, which have the same units.
pub(crate) fn made(source: &str, target: &str, article: Article) -> Made {
    let options = Options::default();
    let (document, translated) = (split(source, "en", &options), split(target, "zh-CN", &options));
    assert_eq!(document.units.len(), translated.units.len(), "{source}");
    let targets = translated.units.iter().map(|unit| Target::Segments(unit.segments.clone())).collect();
    let page = Page {
        source,
        document: &document,
        targets,
        source_locale: "en",
        locale: "zh-CN",
        key: "page".to_owned(),
        options,
        style: Style { order: Order::TargetFirst, article, ..Style::default() },
    };
    duizhao::publish::format("wechat").expect("the format").files(&page, "interleaved")
}

/// Returns the recap and all hostile documents as articles.
pub(crate) fn samples() -> &'static [Sample] {
    static SAMPLES: OnceLock<Vec<Sample>> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let hostile = HOSTILE.iter().map(|(name, source, target)| {
            let made = made(source, target, article());
            assert!(made.refused.is_empty(), "{name}");
            let fragment = made.files[0].text.clone();
            Sample { name, source: (*source).to_owned(), target: (*target).to_owned(), fragment, made }
        });
        std::iter::once(recap()).chain(hostile).collect()
    })
}

pub(crate) fn sample(name: &str) -> &'static Sample {
    samples().iter().find(|sample| sample.name == name).expect("a sample")
}

/// A folder with a workspace.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new(files: &[(&str, &[u8])]) -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        files.iter().for_each(|(path, bytes)| folder.write(path, bytes));
        folder
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let to = self.0.path().join(path);
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        fs::write(to, bytes).expect("written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.path().join(path).exists()
    }

    /// Builds the output `wechat`.
    pub(crate) fn build(&self) -> Result<Report, String> {
        let workspace = Workspace::open(self.0.path()).map_err(|error| format!("{:?}", error.message()))?;
        let options = build::Options {
            outputs: vec!["wechat".to_owned()],
            documents: workspace.documents.clone(),
            locales: Vec::new(),
            policies: Policies::default(),
            force: false,
            fallback: false,
        };
        let marks = |locale: &str| Marks {
            notes: if locale == "en" { "Notes" } else { "注释" }.to_owned(),
            article: words(locale),
            ..Marks::default()
        };
        let lock = duizhao::project::lock::Lock::acquire(&workspace.root, std::time::Duration::ZERO).expect("a lock");
        build::build(&workspace, &options, &marks, Some(&lock)).map_err(|error| format!("{:?}", error.message()))
    }
}

/// Returns a copy of what the recap is built from.
pub(crate) fn recap_folder() -> Folder {
    let folder = Folder::new(&[]);
    for path in ["duizhao.toml", RECAP, &format!("locales/zh-CN/{RECAP}.ftl"), &format!("locales/en/{RECAP}.ftl")] {
        folder.write(path, &fs::read(repository().join(path)).expect("a file"));
    }
    for path in ["README.md", "docs/translating.md"] {
        folder.write(path, b"");
    }
    folder
}

/// The path of an article of the recap with another ending.
pub(crate) fn recap_path(ending: &str) -> String {
    let stem = Path::new(RECAP).file_stem().and_then(|stem| stem.to_str()).expect("a name");
    format!("out/wechat/{stem}.wechat{ending}")
}

fn recap() -> Sample {
    let folder = recap_folder();
    folder.build().expect("built");
    let fragment = folder.read(&recap_path(".html"));
    let read = |path: String| fs::read_to_string(repository().join(path)).expect("a file");
    Sample { name: "recap", source: read(RECAP.to_owned()), target: String::new(), fragment, made: Made::default() }
}

/// Returns the codes of findings with their severities.
pub(crate) fn codes(findings: &[Finding]) -> Vec<(&'static str, &'static str)> {
    findings.iter().map(|finding| (finding.code, finding.severity.name())).collect()
}
