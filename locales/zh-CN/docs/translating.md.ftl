### duizhao 1 · docs/translating.md · en → zh-CN

## The translator's page

# en: The translator's page
the-translators-page-f2aebd =
    译者须知

# waive: link-target ff8d0fc4 语言切换行：各语言的页面链接到另一种语言
# en: English · [中文](translating.zh-CN.md)
english-23d763 =
    {"["}English](translating.md) · 中文

# en: A catalog is a text file that holds the translation of one document, sentence by sentence.
# en: To work on it you need a text editor, nothing else.
# en: The commands on this page, such as `duizhao sync`, can be run by you or by whoever keeps the documents.
a-catalog-is-70e95c =
    译文目录是一个文本文件，逐句存放一篇文档的译文。
    处理它只需要一个文本编辑器。
    本页提到的命令，例如 `duizhao sync`，可以由你运行，也可以由维护文档的人运行。

## What a catalog looks like

# en: What a catalog looks like
what-a-catalog-fe6155 =
    译文目录的样子

# en: The Chinese of `content/welcome.md` stands in `locales/zh-CN/content/welcome.md.ftl`.
# en: This is a part of it:
the-chinese-of-f22d69 =
    `content/welcome.md` 的中文译文存放在 `locales/zh-CN/content/welcome.md.ftl` 中。
    以下是其中一部分：

# en: There are four records here.
# en: A record holds one unit of the document: a paragraph, a heading, the text of a list item, a cell of a table, a value of the front matter, a footnote, or the description of an image that stands alone.
there-are-four-d18eb5 =
    这里有四条记录。
    一条记录对应文档的一个单元：段落、标题、列表项的文字、表格单元格、文档头信息（front matter）中的值、脚注，或独占一段的图片的说明文字。

# en: Lines that begin with `#` are comments; the `en:` lines among them show the source, one sentence a line.
# en: Such a sentence is a segment.
lines-that-begin-c99320 =
    以 `#` 开头的行是注释；其中的 `en:` 行是原文，一行一句。
    这样的一句就是一个句段。

# en: The line with `=` holds the id of the record.
# en: Leave it as it is.
the-line-with-206a89 =
    带 `=` 的行写着记录的编号，请保持原样。
    {"^"}

# en: Below it stands the translation, indented by four spaces.
# en: **Line 1 translates the first `en:` line, line 2 the second, and so on.**
below-it-stands-8559f4 =
    编号下面是译文，缩进四个空格。
    {"*"}*第 1 行译的是第一个 `en:` 行，第 2 行译的是第二个，依此类推。**

# en: Lines that begin with `##` repeat the headings of the document, to help you find your way.
lines-that-begin-3445d9 =
    以 `##` 开头的行重复文档的标题，方便你查找位置。

## The comment lines

# en: The comment lines
the-comment-lines-3a8c8a =
    注释行

# en: What stands above an `en:` line is about that sentence; what stands below the last `en:` line is about the whole record.
what-stands-above-59d95e =
    `en:` 行上方的注释只与这一句有关；最后一个 `en:` 行下方的注释与整条记录有关。

# en: `en:` is the source.
# en: Only `duizhao sync` writes it, and not for a change of mere form, such as a comma or `*` for `_`.
# en: If the source language is another one, its tag stands there instead, such as `zh-CN:`.
en-is-the-8e798d =
    `en:` 是原文，只由 `duizhao sync` 写入；若只是形式上的改动，例如逗号，或把 `_` 换成 `*`，则不改写。
    {"^"}
    如果原文是别的语言，这里就是那种语言的标签，例如 `zh-CN:`。

# en: `was` and four characters: the source has changed since the sentence was translated, and this is what it said then.
# en: The translation is stale.
was-and-four-b833dc =
    `was` 加四个字符：这句话翻译之后，原文改过，这一行是当时的原文。
    译文已过期。

# en: `draft:` says that nobody has confirmed the translation, and where it comes from.
# en: You may write one yourself above a sentence that you are not sure of.
draft-says-that-480dc7 =
    `draft:` 表示译文还没有人确认，并说明译文的来历。
    对没有把握的句子，你也可以自己在上方加一行 `draft:`。

# en: `reviewed:` says that a second person agrees.
# en: It holds until the source or the translation changes.
# en: `duizhao review ID --by NAME` writes it.
reviewed-says-that-54a876 =
    `reviewed:` 表示另有一人审阅通过。
    原文或译文一改动，它便失效。
    这一行由 `duizhao review ID --by NAME` 写入。

# en: `by:` says who translated the record.
by-says-who-94f44e =
    `by:` 记下这条记录的译者。

# en: `obsolete:` says that the source of the record is gone.
# en: There is nothing to do.
obsolete-says-that-9e0150 =
    `obsolete:` 表示这条记录的原文已经不在了，无须处理。
    {"^"}

# en: Every other comment is your own note.
# en: Write as many as you like; they are kept and move with their sentence.
every-other-comment-c348c4 =
    其他注释都是你自己的备注。
    想写多少就写多少；备注会一直保留，并跟着所属的句子走。

## Two special lines

# en: Two special lines
two-special-lines-c4c0e8 =
    两种特殊的行

# en: `{"{\"\"}"}` means that the sentence is not translated yet.
# en: Write the translation in its place.
means-that-the-a5ccdb =
    `{"{\"\"}"}` 表示这句话还没有翻译，请把它换成译文。
    {"^"}

# en: `{"{\"^\"}"}` means that the sentence is said in the line above: you made one sentence of two.
means-that-the-86b2e1 =
    `{"{\"^\"}"}` 表示这句话已经在上一行里说了：你把两句合成了一句。

# en: The other way round, two sentences of yours for one sentence of the source share a line.
the-other-way-a5b4da =
    反过来，如果你把原文的一句译成了两句，就把两句写在同一行。

## How to finish a stale line

# en: How to finish a stale line
how-to-finish-2b8cdf =
    如何处理过期的行

# en: Compare the `was` line with the `en:` line below it.
# en: `duizhao diff` shows the words that changed, and between `[~` and `~]` the words of the translation that are probably meant.
compare-the-was-d84285 =
    对照 `was` 行和下面的 `en:` 行。
    `duizhao diff` 会标出改动的词，并用 `[~` 和 `~]` 括出译文中很可能与之对应的词。

# en: Correct the translation if the change matters.
correct-the-translation-029cbe =
    如果改动影响译文，就改好译文。

# en: Delete the `was` line.
delete-the-was-ca879d =
    删除 `was` 行。

# en: Only step 3 finishes the sentence.
# en: If the translation still holds as it stands, step 3 is all there is to do; `duizhao check` then mentions it once more, as `confirmed-unchanged`, until the change is committed.
# en: A draft is finished in the same way: read it, correct it, delete the `draft:` line.
only-step-3-3d5753 =
    做完第 3 步，这句话才算完成。
    如果译文无须改动，只做第 3 步就行；在改动提交之前，`duizhao check` 会再提一次，代码是 `confirmed-unchanged`。
    草稿也照此处理：读一遍，改好，删除 `draft:` 行。

# en: `duizhao confirm ID` deletes these lines for you, `ID` being the id of the record; the path of a document does it for all of its records.
# en: It passes over a stale line that nobody has edited; with `--unchanged` it takes that one too.
# en: Without an id, it goes through everything that is stale or a draft, one by one.
duizhao-confirm-id-baaa52 =
    `duizhao confirm ID` 会替你删除这些行，`ID` 是记录的编号；换成文档的路径，就处理该文档的所有记录。
    过期之后没有人动过的行，它会跳过；加上 `--unchanged` 才一并确认。
    不给编号时，它会把过期的和草稿状态的句段逐一过一遍。

# en: `duizhao diff` and `duizhao check` also say what kind of change it is: `link`, `wording`, `fact` (a number, a date, a name, code), `polarity` (not, only, before, more) or `rewrite`.
# en: Where only a link changed, `duizhao sync` changes it in your line too if it stands there once, and lists that as patched.
duizhao-diff-and-184131 =
    `duizhao diff` 和 `duizhao check` 还会说明改动属于哪一类：`link`（链接）、`wording`（措辞）、`fact`（数字、日期、名称、代码）、`polarity`（是否、仅、前后、多少）或 `rewrite`（重写）。
    如果只改了链接，而它在你的译文行中只出现一次，`duizhao sync` 会一并改好，并列为已修补。

# en: Not every change makes a translation stale.
# en: Other line breaks in a paragraph, other quotation marks, `_` instead of `*`, a corrected misspelling, or a comma more or less within a sentence leave it as it is.
# en: `duizhao diff --carried` lists what was carried along in silence, and why.
not-every-change-ee2e22 =
    并非每次改动都会使译文过期。
    段落中换行位置不同、引号样式不同、以 `_` 代替 `*`、改正拼写错误，或句中多一个、少一个逗号，都不影响译文的状态。
    `duizhao diff --carried` 列出哪些译文未作提示即沿用，以及原因。

## Without an editor

# en: Without an editor
without-an-editor-a72d26 =
    不用编辑器

# en: `duizhao translate` shows one sentence at a time: its neighbours and notes, what changed, how sentences like it were translated, and the terms in it.
# en: Type the translation and press Enter.
# en: It is saved at once, and what the checks find is shown.
# en: Enter alone passes on to the next sentence, `:c` confirms what stands there, `:e` opens your editor, `:b` goes back, `:q` quits, and `^` says that the line above says it.
# en: Quit whenever you like; nothing gets lost.
duizhao-translate-shows-cf610b =
    `duizhao translate` 一次显示一句：它的前后文和备注、改动之处、相近句子的译法，以及其中的术语。
    输入译文，按回车键。
    译文立即保存，检查发现的问题随即显示。
    只按回车键是跳到下一句，`:c` 确认现有译文，`:e` 打开编辑器，`:b` 返回上一句，`:q` 退出，`^` 表示已并入上一行。
    随时可以退出，什么都不会丢。

## To take something back

# en: To take something back
to-take-something-6f2548 =
    撤销

# en: `duizhao undo` takes back what the last command changed in the catalogs.
# en: `duizhao undo --list` shows the last twenty, `duizhao undo 7` takes back one of them, and `duizhao undo --id ID` brings back the previous translation of one record.
# en: What you have changed since then stays as it is.
duizhao-undo-takes-8dbb41 =
    `duizhao undo` 撤销上一条命令对译文目录的改动。
    `duizhao undo --list` 列出最近二十次操作，`duizhao undo 7` 撤销其中一次，`duizhao undo --id ID` 恢复某条记录的上一版译文。
    此后你改过的内容保持不变。

## Markdown, escapes and slips

# en: Markdown, escapes and slips
markdown-escapes-and-ef99b0 =
    Markdown、转义与笔误

# en: The translation is Markdown, as the source is.
# en: Keep the bold type, the links, the code and the footnote marks.
# en: Keep a `\` at the end of a line: it breaks the line on the page.
# en: A link to a heading of the same page keeps its address, such as `(#lunch)`; `duizhao build` fits it to the translated heading.
# en: What makes a line a heading, a list item or a quotation is not part of the catalog, so do not add `#`, `-` or `>` in front.
the-translation-is-f70567 =
    译文和原文一样，都是 Markdown。
    加粗、链接、代码和脚注标记都要保留。
    行末的 `\` 也要保留：页面在这里换行。
    指向同一页面内标题的链接保留原来的地址，例如 `(#lunch)`；`duizhao build` 会让它对应译后的标题。
    决定一行是标题、列表项还是引用的符号不在译文目录里，因此不要在前面加 `#`、`-` 或 `>`。

# en: Fluent, the format of the catalog, gives a meaning to `{"{` and `}"}`, and to `[`, `*` and `.` at the beginning of a line.
# en: The program writes them in an escaped form: `{"{\"[\"}"}设置](docs/settings.md)` is the link `[设置](docs/settings.md)`.
# en: You need not do so.
# en: Type what you mean, and the next `duizhao sync` writes it properly; only where the `en:` line holds such a form, copy it.
# en: The same goes for other slips: a tab, full-width spaces or no indentation at all, a full-width `＃`, `＝` or `：`, `｛“”｝` for `{"{\"\"}"}`, a missing space behind `#`.
# en: `duizhao check` lists most of them as `catalog-slip`; nothing needs to be done.
fluent-the-format-8dea4f =
    译文目录的格式是 Fluent；在 Fluent 中，`{"{` 和 `}"}` 以及行首的 `[`、`*` 和 `.` 有特殊含义。
    程序会把它们写成转义形式：`{"{\"[\"}"}设置](docs/settings.md)` 就是链接 `[设置](docs/settings.md)`。
    你不必这样写。
    想写什么就直接写，下次 `duizhao sync` 会改成规范的写法；只有 `en:` 行里出现这种形式时，才需要照抄。
    其他笔误也是如此：用制表符或全角空格缩进、忘了缩进、全角的 `＃`、`＝` 或 `：`、把 `{"{\"\"}"}` 写成 `｛“”｝`、`#` 后面漏了空格。
    其中大多数会由 `duizhao check` 以 `catalog-slip` 列出，不用处理。

# en: A mistyped key, such as `drfat:`, is kept as a note and reported as `unknown-key`.
# en: As long as a mistyped `was` or `draft` stands there, the sentence counts as a draft.
a-mistyped-key-4fa43e =
    拼错的键，例如 `drfat:`，会当作备注保留，并以 `unknown-key` 报告。
    只要拼错的 `was` 或 `draft` 还在，这句话就算草稿。

# en: `{"{"} -pengcheng-lab {"}"}` stands for a term of the glossary, `locales/zh-CN/glossary.ftl`, where `-pengcheng-lab = 鹏城实验室` says what to write for it.
# en: The glossary also says which other words are allowed (`.also`), which are forbidden (`.forbidden`) and which names stay as they are (`.dnt`).
# en: `duizhao check` reports a translation that says otherwise, and `duizhao glossary list` shows all terms.
pengcheng-lab-stands-b5b209 =
    `{"{"} -pengcheng-lab {"}"}` 代表术语表 `locales/zh-CN/glossary.ftl` 中的一个术语，其中 `-pengcheng-lab = 鹏城实验室` 规定了它的写法。
    术语表还规定了哪些说法同样可用（`.also`）、哪些禁用（`.forbidden`）、哪些名称不翻译（`.dnt`）。
    译文与之不符时，`duizhao check` 会报告；`duizhao glossary list` 可列出全部术语。

## What the checks find

# en: What the checks find
what-the-checks-4e9e60 =
    检查能发现什么

# en: `duizhao check` reads the translations too: whether links, code, numbers and dates are those of the source, and whether the punctuation, the spaces and the characters are those of good Chinese.
# en: Each finding has a code, such as `numbers`; `duizhao explain numbers` says what it means and what to do.
# en: `duizhao check --fix` repairs only what is certain, and leaves the rest to you.
# en: Where a finding is wrong, `duizhao waive ID CODE --reason TEXT` notes that, until the sentence or its translation changes.
duizhao-check-reads-8c7c4b =
    `duizhao check` 也会读译文：链接、代码、数字和日期是否与原文一致，标点、空格和用字是否合乎中文的规范。
    每个问题都有代号，例如 `numbers`；`duizhao explain numbers` 会说明它是什么意思、该怎么办。
    `duizhao check --fix` 只改有把握的地方，其余留给你决定。
    如果某个问题是误报，用 `duizhao waive ID CODE --reason TEXT` 注明，直到这句原文或译文改变为止。

## When the document changes

# en: When the document changes
when-the-document-75ded1 =
    文档改动之后

# en: `duizhao sync` brings the catalog in step with the document.
# en: Every translation stays with its sentence:
duizhao-sync-brings-06cfe4 =
    `duizhao sync` 使译文目录与文档保持同步。
    每一句译文都跟着它的原文走：

# en: A paragraph is split, joined with another or moved: the lines move along.
# en: Nothing gets lost, and nothing becomes stale.
a-paragraph-is-e0a444 =
    段落被拆分、合并或移动：各行随之移动。
    译文不会丢失，也不会过期。

# en: A sentence is repeated: the new place gets the same translation, with `draft: repetition` above it.
a-sentence-is-669aa7 =
    句子重复出现：新的位置沿用同样的译文，上方标有 `draft: repetition`。

# en: A sentence is edited: a `was` line appears, and the translation is stale.
a-sentence-is-dfa568 =
    句子被修改：出现 `was` 行，译文过期。

# en: One of several sentences that share a translation by `{"{\"^\"}"}` is edited: they are stale together.
one-of-several-6b5eaf =
    几句原文用 `{"{\"^\"}"}` 合译为一句，其中一句被修改：它们一起过期。

# en: A sentence is added: a `{"{\"\"}"}` appears.
a-sentence-is-431af2 =
    新增句子：出现 `{"{\"\"}"}`。

# en: A sentence or a paragraph is deleted: its translation goes to a record marked `obsolete:`.
# en: If the text comes back, so does the translation.
# en: `duizhao prune` lists such records; with `--yes` it removes them.
# en: Where sentences moved to another document since the last `duizhao sync`, `prune`, `confirm` and `translate` ask for that first.
a-sentence-or-4f0b67 =
    句子或段落被删除：译文移到标有 `obsolete:` 的记录中。
    如果原文恢复，译文也随之恢复。
    `duizhao prune` 列出这样的记录，加上 `--yes` 则将其删除。
    如果上次 `duizhao sync` 之后有句子移到了别的文档，`prune`、`confirm` 和 `translate` 会要求先运行它。

# en: A change is taken back: the `was` line goes.
# en: If you have edited the translation in the meantime, the `was` line stays and shows the text that stood there in between.
a-change-is-88dd82 =
    改动被撤回：`was` 行消失。
    如果你在此期间改过译文，`was` 行会留下，并显示撤回之前的原文。

# en: The same holds between documents.
# en: A section that moves to another document takes its translations along, and a document that gets another name or folder keeps its catalogs: `duizhao sync` moves them.
# en: A copy is something else: where a sentence also stays in its old document, the new place begins without a translation.
between-documents-nothing-4092bf =
    文档之间也是如此。
    一节内容移到另一个文档时，译文随之移动；文档改名或换了文件夹，译文目录也会保留：由 `duizhao sync` 负责移动。
    复制则不同：句子若仍留在原文档中，新的位置起初没有译文。

## When something is wrong

# en: When something is wrong
when-something-is-3aec6b =
    出问题时

# en: `duizhao check` names the file, the line and what is wrong.
duizhao-check-names-9a0f8a =
    `duizhao check` 会指出文件、行号和问题所在。

## damaged-record

# en: damaged-record
damaged-record-e86341 =
    damaged-record

# en: A part of the catalog could not be understood, most often because the id of a record or its `=` is missing.
# en: Its sentences count as missing; your text stays where it is, and the other records are not affected.
# en: Correct the line shown, then run `duizhao sync`.
# en: If the finding is about a second record with the same id, `duizhao sync` alone repairs it.
# en: If it says that the file is not UTF-8, save the file as UTF-8 in your editor.
a-part-of-35a7b1 =
    译文目录中有一部分无法理解，多半是因为缺了记录的编号或编号后的 `=`。
    其中的句子算作缺译；你写的文字原样保留，其他记录不受影响。
    改好所指的行，然后运行 `duizhao sync`。
    如果报告的是编号相同的第二条记录，只需运行 `duizhao sync`。
    如果报告说文件不是 UTF-8，请在编辑器中将文件另存为 UTF-8。

## segment-count

# en: segment-count
segment-count-cb2e11 =
    segment-count

# en: The record has more or fewer lines than the source has sentences, so no line can be trusted to belong to its sentence, and all of them count as drafts.
# en: The finding proposes which line belongs to which sentence: `1 → 1, 1 → 2, 2 → 3` means that the first sentence takes lines 1 and 2, and the second takes line 3.
# en: Join lines that belong to one sentence, write `{"{\"^\"}"}` where a sentence is said in the line above, and `{"{\"\"}"}` where one is missing.
# en: `duizhao confirm ID --whole` takes the record as it stands.
the-record-has-9e045b =
    记录的行数与原文的句数不一致，无法确定哪一行对应哪一句，因此所有行都算草稿。
    报告会建议对应关系：`1 → 1, 1 → 2, 2 → 3` 表示第 1、2 行译的是第一句，第 3 行译的是第二句。
    把属于同一句的行合成一行；某一句已经在上一行里说了，就写 `{"{\"^\"}"}`；缺译的句子写 `{"{\"\"}"}`。
    `duizhao confirm ID --whole` 会按现有的行确认这条记录。

## Merging in git

# en: Merging in git
merging-in-git-f6c862 =
    在 git 中合并

# en: Catalogs merge like any other text, and mostly without your help: work on different records does not collide.
# en: After `duizhao init --merge-driver`, once in each clone, only two different translations of one sentence are a conflict.
# en: Where git stops, it leaves `<<<<<<<`, `=======` and `>>>>>>>` in the file.
# en: Choose the lines you want, delete these three, and run `duizhao sync` and `duizhao check`.
catalogs-merge-like-761255 =
    译文目录和其他文本一样合并，大多不用你动手：各人处理不同的记录，就不会冲突。
    每个克隆运行一次 `duizhao init --merge-driver` 之后，只有同一句话出现两种不同译文时才算冲突。
    git 合并不了的地方，会在文件里留下 `<<<<<<<`、`=======` 和 `>>>>>>>`。
    留下你要的行，删除这三种标记，然后运行 `duizhao sync` 和 `duizhao check`。

# en: Until then nothing in that file is used: all its sentences count as missing, and `duizhao sync` leaves the file alone.
# en: Do not run `duizhao build` in the meantime; its pages would show the source.
until-then-nothing-0f3234 =
    在此之前，这个文件中的内容一概不用：所有句子都算缺译，`duizhao sync` 也不会改动这个文件。
    此时不要运行 `duizhao build`，否则页面上全是原文。

# en: For a conflict in a source catalog, below `locales/en/`, take either side; `duizhao sync` writes the file anew.
for-a-conflict-1633cc =
    如果 `locales/en/` 下的原文目录发生冲突，任选一方即可；`duizhao sync` 会重新写出这个文件。

## What never to worry about

# en: What never to worry about
what-never-to-d6519d =
    不必担心的事

# en: The document: the program never writes into it.
the-document-the-325da2 =
    文档：程序从不改写文档。

# en: Your translations: no command throws one away.
your-translations-no-d4cced =
    译文：没有哪个命令会丢弃译文。

# en: The four or eight characters behind `was` and `reviewed:`: they notice whether a line has been edited.
# en: Nobody needs to compute them.
the-four-or-e04d72 =
    `was` 和 `reviewed:` 行里的四个或八个字符：程序靠它们判断一行是否改过，谁都不必计算。
    {"^"}

# en: The order of the records: each is found by its name.
the-order-of-df5471 =
    记录的顺序：程序按编号查找记录。

# en: A translation that would break the page, such as one that begins with an HTML block: `duizhao build` reports it as `block-changed` and puts the source in its place.
a-translation-that-77d025 =
    会破坏页面的译文，例如以 HTML 块开头的译文：`duizhao build` 会以 `block-changed` 报告，并改用原文。
