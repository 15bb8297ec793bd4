### duizhao 1 · README.md · en

## duizhao 对照

duizhao-387d07 =
    duizhao 对照

english-9556c6 =
    English · [中文](README.zh-CN.md)

duizhao-keeps-the-247ffd =
    duizhao keeps the Chinese of English Markdown documents in step with them and publishes the two together.
    It cuts documents into sentences, keeps their translations in [Fluent](https://projectfluent.org/) files that translators open in any editor, and brings every translation along when a paragraph is split, merged, moved or edited.
    It shows what is missing and what went stale, with a word diff beside the line to work on, and fails a CI run for the same reasons.
    It builds the translated page, a page with both languages block by block, a page for browsers, an article for WeChat, and trees for Hugo, VitePress and other generators of sites.
    The Markdown is never rewritten: what nobody translated stays as it is, byte for byte.

## A first look

a-first-look-3ee23c =
    A first look

the-last-line-03df84 =
    The last line is the exit status.
    The catalog of that document reads like this:

line-by-line-c66263 =
    Line by line, the message translates the `en:` lines above it.
    Correct the translation, delete the `was` line, and the sentence is done.

## Try it

try-it-3f274f =
    Try it

the-two-commands-cb7248 =
    The two commands need a Rust toolchain and make, nothing else.

the-recap-is-a9a3f9 =
    The recap is [LF AI & Data Day Shenzhen](content/lf-ai-data-day-shenzhen-2020.md), 7 November 2020.

## Use it

use-it-d4c823 =
    Use it

to-install-it-0f76bc =
    To install it, run `cargo install --path .` here.
    Then, in the folder of your documents:

duizhao-init-looks-6b4bad =
    `duizhao init` looks at the folder and writes a settings file, `duizhao.toml`.

duizhao-sync-writes-9210a7 =
    `duizhao sync` writes a catalog for every document, with a `{"{\"\"}"}` for each sentence to translate.

translate-replace-by-a43646 =
    Translate: replace `{"{\"\"}"}` by the translation.
    `{"{\"^\"}"}` says that a sentence is part of the line above.

duizhao-status-duizhao-72f6a5 =
    `duizhao status`, `duizhao diff` and `duizhao check` show what is left.

duizhao-build-writes-56e911 =
    `duizhao build` writes the pages that the settings ask for; `duizhao build --watch` does so at every save.

duizhao-check-also-2dfea0 =
    `duizhao check` also reads what is translated: links, code, emphasis, numbers, dates, times and money, compared by what they say: `1.5 million` is `150 万`.
    It knows Chinese punctuation, the space between Han and Latin, traditional characters, and the terms of a glossary.
    `duizhao check --fix` repairs what needs no thought, and `duizhao waive` notes why a finding is none.

when-the-source-e0fb9f =
    When the source changes, run `duizhao sync` again; `duizhao check` fails until somebody has looked at what changed.
    `duizhao confirm` and `duizhao review` note that a translation holds, for those who prefer a command to an editor.
    `duizhao translate` shows one sentence after the other, saves each answer at once, and needs no knowledge of Fluent.
    `duizhao impact --base origin/main` says before a merge which translations a change would make stale.
    In CI, an action for GitHub, a job for GitLab and hooks for pre-commit do this for every change: see [In CI](docs/ci.md).
    With `--baseline` and `--changed-since`, a check leaves out old findings and lines that a branch did not touch.
    `duizhao undo` takes back what the last command changed in the catalogs.
    The program speaks English and Chinese: `--lang zh-CN`, or the language of the system.

## Read on

read-on-45a9c4 =
    Read on

the-translators-page-6ad279 =
    {"["}The translator's page](docs/translating.md), also [in Chinese](docs/translating.zh-CN.md): what stands in a catalog, and what to do with it.

settings-every-key-e5b98e =
    {"["}Settings](docs/settings.md): every key of `duizhao.toml`.

checks-what-is-50128e =
    {"["}Checks](docs/checks.md): what is reported, how badly it counts, and how to use it in CI.

glossary-terms-names-60d587 =
    {"["}Glossary](docs/glossary.md): terms, names that stay as they are, and forbidden words.

reports-findings-for-d895d0 =
    {"["}Reports](docs/reports.md): findings for CI servers, editors and reviewers, and a badge.

in-ci-github-ccf6dc =
    {"["}In CI](docs/ci.md): GitHub with one comment on every pull request, GitLab, pre-commit, and any other server.

pages-what-duizhao-81bb2d =
    {"["}Pages](docs/output.md): what `duizhao build` makes of each kind of block.

with-git-merging-26ee0b =
    {"["}With git](docs/git.md): merging catalogs, who translated what, what changed since a revision.

json-the-output-63f16c =
    {"["}JSON](docs/json.md): the output for programs.

architecture-and-contributing-09416a =
    {"["}Architecture](ARCHITECTURE.md) and [contributing](CONTRIBUTING.md): how it works inside.

changes-b6461d =
    {"["}Changes](CHANGELOG.md).

## Licence

licence-f5340e =
    Licence

mit-or-apache-b7f1e0 =
    {"["}MIT](LICENSE-MIT) or [Apache-2.0](LICENSE-APACHE), as you prefer.
