### duizhao 1 · README.md · en → zh-CN

## duizhao 对照

# en: duizhao 对照
duizhao-387d07 =
    duizhao 对照

# waive: link-target cf8474b0 语言切换行：各语言的页面链接到另一种语言
# en: English · [中文](README.zh-CN.md)
english-9556c6 =
    {"["}English](README.md) · 中文

# en: duizhao keeps the Chinese of English Markdown documents in step with them and publishes the two together.
# en: It cuts documents into sentences, keeps their translations in [Fluent](https://projectfluent.org/) files that translators open in any editor, and brings every translation along when a paragraph is split, merged, moved or edited.
# en: It shows what is missing and what went stale, with a word diff beside the line to work on, and fails a CI run for the same reasons.
# en: It builds the translated page, a page with both languages block by block, a page for browsers, an article for WeChat, and trees for Hugo, VitePress and other generators of sites.
# en: The Markdown is never rewritten: what nobody translated stays as it is, byte for byte.
duizhao-keeps-the-247ffd =
    duizhao 让英文 Markdown 文档的中文译文与原文保持同步，并将二者一同发布。
    它把文档切分成句子，译文存放在 [Fluent](https://projectfluent.org/) 文件中，译者用任何编辑器都能打开；段落被拆分、合并、移动或修改时，每一句译文都会跟着走。
    哪些缺译、哪些过期，一看便知：逐词对比原文的改动，并指出要处理的那一行；CI 也会据此报错。
    它可以生成译文页面、逐块对照的双语页面、供浏览器阅读的网页、微信公众号文章，以及供 Hugo、VitePress 等站点生成器使用的目录树。
    它从不重写 Markdown：没有翻译的部分逐字节保持原样。

## A first look

# en: A first look
a-first-look-3ee23c =
    先看一眼

# en: The last line is the exit status.
# en: The catalog of that document reads like this:
the-last-line-03df84 =
    最后一行是退出状态。
    那个文档的译文目录如下：

# en: Line by line, the message translates the `en:` lines above it.
# en: Correct the translation, delete the `was` line, and the sentence is done.
line-by-line-c66263 =
    消息的各行依次对应上方的各个 `en:` 行。
    改好译文，删除 `was` 行，这句话就完成了。

## Try it

# en: Try it
try-it-3f274f =
    试一试

# en: The two commands need a Rust toolchain and make, nothing else.
the-two-commands-cb7248 =
    下面两条命令只需要 Rust 工具链和 make。

# en: The recap is [LF AI & Data Day Shenzhen](content/lf-ai-data-day-shenzhen-2020.md), 7 November 2020.
the-recap-is-a9a3f9 =
    示例是 2020 年 11 月 7 日 [LF AI & Data Day 深圳站](content/lf-ai-data-day-shenzhen-2020.md)的活动回顾。

## Use it

# en: Use it
use-it-d4c823 =
    使用方法

# en: To install it, run `cargo install --path .` here.
# en: Then, in the folder of your documents:
to-install-it-0f76bc =
    安装：在此处运行 `cargo install --path .`。
    然后在文档所在的文件夹中：

# en: `duizhao init` looks at the folder and writes a settings file, `duizhao.toml`.
duizhao-init-looks-6b4bad =
    `duizhao init` 查看文件夹，写出设置文件 `duizhao.toml`。

# en: `duizhao sync` writes a catalog for every document, with a `{"{\"\"}"}` for each sentence to translate.
duizhao-sync-writes-9210a7 =
    `duizhao sync` 为每个文档写出译文目录，每个待译的句子占一个 `{"{\"\"}"}`。

# en: Translate: replace `{"{\"\"}"}` by the translation.
# en: `{"{\"^\"}"}` says that a sentence is part of the line above.
translate-replace-by-a43646 =
    翻译：把 `{"{\"\"}"}` 换成译文。
    `{"{\"^\"}"}` 表示这句话已并入上一行。

# en: `duizhao status`, `duizhao diff` and `duizhao check` show what is left.
duizhao-status-duizhao-72f6a5 =
    `duizhao status`、`duizhao diff` 和 `duizhao check` 显示还有哪些工作。

# en: `duizhao build` writes the pages that the settings ask for; `duizhao build --watch` does so at every save.
duizhao-build-writes-56e911 =
    `duizhao build` 按设置生成页面；`duizhao build --watch` 则在每次保存时重新生成。

# en: `duizhao check` also reads what is translated: links, code, emphasis, numbers, dates, times and money, compared by what they say: `1.5 million` is `150 万`.
# en: It knows Chinese punctuation, the space between Han and Latin, traditional characters, and the terms of a glossary.
# en: `duizhao check --fix` repairs what needs no thought, and `duizhao waive` notes why a finding is none.
duizhao-check-also-2dfea0 =
    `duizhao check` 也检查译文本身：链接、代码、强调，以及按含义比较的数字、日期、时间和金额：`1.5 million` 就是 `150 万`。
    它懂得中文的标点、中文与西文之间的空格、繁体字，也懂得术语表里的术语。
    `duizhao check --fix` 修改无需斟酌之处，`duizhao waive` 注明某个问题为何不成立。

# en: When the source changes, run `duizhao sync` again; `duizhao check` fails until somebody has looked at what changed.
# en: `duizhao confirm` and `duizhao review` note that a translation holds, for those who prefer a command to an editor.
# en: `duizhao translate` shows one sentence after the other, saves each answer at once, and needs no knowledge of Fluent.
# en: `duizhao impact --base origin/main` says before a merge which translations a change would make stale.
# en: In CI, an action for GitHub, a job for GitLab and hooks for pre-commit do this for every change: see [In CI](docs/ci.md).
# en: With `--baseline` and `--changed-since`, a check leaves out old findings and lines that a branch did not touch.
# en: `duizhao undo` takes back what the last command changed in the catalogs.
# en: The program speaks English and Chinese: `--lang zh-CN`, or the language of the system.
when-the-source-e0fb9f =
    原文改动之后，请再次运行 `duizhao sync`；在有人处理这些改动之前，`duizhao check` 会一直报错。
    不想打开编辑器的话，也可以用 `duizhao confirm` 和 `duizhao review` 记下译文仍然成立。
    `duizhao translate` 逐句显示待译内容，每答一句立即保存，不必懂 Fluent。
    `duizhao impact --base origin/main` 在合并之前指出一次改动会使哪些译文过期。
    在 CI 里，GitHub 的 action、GitLab 的 job 和 pre-commit 的 hook 会在每次改动时做这些事：参阅[在 CI 里使用](docs/ci.md)。
    加上 `--baseline` 和 `--changed-since`，检查就不再列出旧的问题，也不管分支没有动过的行。
    `duizhao undo` 撤销上一条命令对译文目录的改动。
    程序的界面有英文和中文：用 `--lang zh-CN` 指定，否则跟随系统语言。

## Read on

# en: Read on
read-on-45a9c4 =
    延伸阅读

# en: [The translator's page](docs/translating.md), also [in Chinese](docs/translating.zh-CN.md): what stands in a catalog, and what to do with it.
the-translators-page-6ad279 =
    {"["}译者须知](docs/translating.zh-CN.md)（另有[英文版](docs/translating.md)）：译文目录里有什么，该怎么处理。

# en: [Settings](docs/settings.md): every key of `duizhao.toml`.
settings-every-key-e5b98e =
    {"["}设置](docs/settings.md)：`duizhao.toml` 的每一个键。

# en: [Checks](docs/checks.md): what is reported, how badly it counts, and how to use it in CI.
checks-what-is-50128e =
    {"["}检查](docs/checks.md)：会报告什么、有多严重、如何用于 CI。

# en: [Glossary](docs/glossary.md): terms, names that stay as they are, and forbidden words.
glossary-terms-names-60d587 =
    {"["}术语表](docs/glossary.md)：术语、保持原样的名称和禁用的词。

# en: [Reports](docs/reports.md): findings for CI servers, editors and reviewers, and a badge.
reports-findings-for-d895d0 =
    {"["}报告](docs/reports.md)：供 CI 服务器、编辑器和审校者使用的检查结果，以及徽章。

# en: [In CI](docs/ci.md): GitHub with one comment on every pull request, GitLab, pre-commit, and any other server.
in-ci-github-ccf6dc =
    {"["}在 CI 里使用](docs/ci.md)：GitHub（每个 pull request 一条评论）、GitLab、pre-commit，以及其他任何服务器。

# en: [Pages](docs/output.md): what `duizhao build` makes of each kind of block.
pages-what-duizhao-81bb2d =
    {"["}页面](docs/output.md)：`duizhao build` 如何处理每一种内容块。

# en: [With git](docs/git.md): merging catalogs, who translated what, what changed since a revision.
with-git-merging-26ee0b =
    {"["}与 git 配合](docs/git.md)：合并译文目录、谁译了什么、某个版本以来改了什么。

# en: [JSON](docs/json.md): the output for programs.
json-the-output-63f16c =
    {"["}JSON](docs/json.md)：供程序使用的输出。

# en: [Architecture](ARCHITECTURE.md) and [contributing](CONTRIBUTING.md): how it works inside.
architecture-and-contributing-09416a =
    {"["}架构](ARCHITECTURE.md)与[参与贡献](CONTRIBUTING.md)：内部是如何运作的。

# en: [Changes](CHANGELOG.md).
changes-b6461d =
    {"["}更新日志](CHANGELOG.md)。

## Licence

# en: Licence
licence-f5340e =
    许可证

# en: [MIT](LICENSE-MIT) or [Apache-2.0](LICENSE-APACHE), as you prefer.
mit-or-apache-b7f1e0 =
    {"["}MIT](LICENSE-MIT) 或 [Apache-2.0](LICENSE-APACHE)，任选其一。
