### duizhao 1 · docs/translating.md · en

## The translator's page

the-translators-page-f2aebd =
    The translator's page

english-23d763 =
    English · [中文](translating.zh-CN.md)

a-catalog-is-70e95c =
    A catalog is a text file that holds the translation of one document, sentence by sentence.
    To work on it you need a text editor, nothing else.
    The commands on this page, such as `duizhao sync`, can be run by you or by whoever keeps the documents.

## What a catalog looks like

what-a-catalog-fe6155 =
    What a catalog looks like

the-chinese-of-f22d69 =
    The Chinese of `content/welcome.md` stands in `locales/zh-CN/content/welcome.md.ftl`.
    This is a part of it:

there-are-four-d18eb5 =
    There are four records here.
    A record holds one unit of the document: a paragraph, a heading, the text of a list item, a cell of a table, a value of the front matter, a footnote, or the description of an image that stands alone.

lines-that-begin-c99320 =
    Lines that begin with `#` are comments; the `en:` lines among them show the source, one sentence a line.
    Such a sentence is a segment.

the-line-with-206a89 =
    The line with `=` holds the id of the record.
    Leave it as it is.

below-it-stands-8559f4 =
    Below it stands the translation, indented by four spaces.
    {"*"}*Line 1 translates the first `en:` line, line 2 the second, and so on.**

lines-that-begin-3445d9 =
    Lines that begin with `##` repeat the headings of the document, to help you find your way.

## The comment lines

the-comment-lines-3a8c8a =
    The comment lines

what-stands-above-59d95e =
    What stands above an `en:` line is about that sentence; what stands below the last `en:` line is about the whole record.

en-is-the-8e798d =
    `en:` is the source.
    Only `duizhao sync` writes it, and not for a change of mere form, such as a comma or `*` for `_`.
    If the source language is another one, its tag stands there instead, such as `zh-CN:`.

was-and-four-b833dc =
    `was` and four characters: the source has changed since the sentence was translated, and this is what it said then.
    The translation is stale.

draft-says-that-480dc7 =
    `draft:` says that nobody has confirmed the translation, and where it comes from.
    You may write one yourself above a sentence that you are not sure of.

reviewed-says-that-54a876 =
    `reviewed:` says that a second person agrees.
    It holds until the source or the translation changes.
    `duizhao review ID --by NAME` writes it.

by-says-who-94f44e =
    `by:` says who translated the record.

obsolete-says-that-9e0150 =
    `obsolete:` says that the source of the record is gone.
    There is nothing to do.

every-other-comment-c348c4 =
    Every other comment is your own note.
    Write as many as you like; they are kept and move with their sentence.

## Two special lines

two-special-lines-c4c0e8 =
    Two special lines

means-that-the-a5ccdb =
    `{"{\"\"}"}` means that the sentence is not translated yet.
    Write the translation in its place.

means-that-the-86b2e1 =
    `{"{\"^\"}"}` means that the sentence is said in the line above: you made one sentence of two.

the-other-way-a5b4da =
    The other way round, two sentences of yours for one sentence of the source share a line.

## How to finish a stale line

how-to-finish-2b8cdf =
    How to finish a stale line

compare-the-was-d84285 =
    Compare the `was` line with the `en:` line below it.
    `duizhao diff` shows the words that changed, and between `[~` and `~]` the words of the translation that are probably meant.

correct-the-translation-029cbe =
    Correct the translation if the change matters.

delete-the-was-ca879d =
    Delete the `was` line.

only-step-3-3d5753 =
    Only step 3 finishes the sentence.
    If the translation still holds as it stands, step 3 is all there is to do; `duizhao check` then mentions it once more, as `confirmed-unchanged`, until the change is committed.
    A draft is finished in the same way: read it, correct it, delete the `draft:` line.

duizhao-confirm-id-baaa52 =
    `duizhao confirm ID` deletes these lines for you, `ID` being the id of the record; the path of a document does it for all of its records.
    It passes over a stale line that nobody has edited; with `--unchanged` it takes that one too.
    Without an id, it goes through everything that is stale or a draft, one by one.

duizhao-diff-and-184131 =
    `duizhao diff` and `duizhao check` also say what kind of change it is: `link`, `wording`, `fact` (a number, a date, a name, code), `polarity` (not, only, before, more) or `rewrite`.
    Where only a link changed, `duizhao sync` changes it in your line too if it stands there once, and lists that as patched.

not-every-change-ee2e22 =
    Not every change makes a translation stale.
    Other line breaks in a paragraph, other quotation marks, `_` instead of `*`, a corrected misspelling, or a comma more or less within a sentence leave it as it is.
    `duizhao diff --carried` lists what was carried along in silence, and why.

## Without an editor

without-an-editor-a72d26 =
    Without an editor

duizhao-translate-shows-cf610b =
    `duizhao translate` shows one sentence at a time: its neighbours and notes, what changed, how sentences like it were translated, and the terms in it.
    Type the translation and press Enter.
    It is saved at once, and what the checks find is shown.
    Enter alone passes on to the next sentence, `:c` confirms what stands there, `:e` opens your editor, `:b` goes back, `:q` quits, and `^` says that the line above says it.
    Quit whenever you like; nothing gets lost.

## To take something back

to-take-something-6f2548 =
    To take something back

duizhao-undo-takes-8dbb41 =
    `duizhao undo` takes back what the last command changed in the catalogs.
    `duizhao undo --list` shows the last twenty, `duizhao undo 7` takes back one of them, and `duizhao undo --id ID` brings back the previous translation of one record.
    What you have changed since then stays as it is.

## Markdown, escapes and slips

markdown-escapes-and-ef99b0 =
    Markdown, escapes and slips

the-translation-is-f70567 =
    The translation is Markdown, as the source is.
    Keep the bold type, the links, the code and the footnote marks.
    Keep a `\` at the end of a line: it breaks the line on the page.
    A link to a heading of the same page keeps its address, such as `(#lunch)`; `duizhao build` fits it to the translated heading.
    What makes a line a heading, a list item or a quotation is not part of the catalog, so do not add `#`, `-` or `>` in front.

fluent-the-format-8dea4f =
    Fluent, the format of the catalog, gives a meaning to `{"{` and `}"}`, and to `[`, `*` and `.` at the beginning of a line.
    The program writes them in an escaped form: `{"{\"[\"}"}设置](docs/settings.md)` is the link `[设置](docs/settings.md)`.
    You need not do so.
    Type what you mean, and the next `duizhao sync` writes it properly; only where the `en:` line holds such a form, copy it.
    The same goes for other slips: a tab, full-width spaces or no indentation at all, a full-width `＃`, `＝` or `：`, `｛“”｝` for `{"{\"\"}"}`, a missing space behind `#`.
    `duizhao check` lists most of them as `catalog-slip`; nothing needs to be done.

a-mistyped-key-4fa43e =
    A mistyped key, such as `drfat:`, is kept as a note and reported as `unknown-key`.
    As long as a mistyped `was` or `draft` stands there, the sentence counts as a draft.

pengcheng-lab-stands-b5b209 =
    `{"{"} -pengcheng-lab {"}"}` stands for a term of the glossary, `locales/zh-CN/glossary.ftl`, where `-pengcheng-lab = 鹏城实验室` says what to write for it.
    The glossary also says which other words are allowed (`.also`), which are forbidden (`.forbidden`) and which names stay as they are (`.dnt`).
    `duizhao check` reports a translation that says otherwise, and `duizhao glossary list` shows all terms.

## What the checks find

what-the-checks-4e9e60 =
    What the checks find

duizhao-check-reads-8c7c4b =
    `duizhao check` reads the translations too: whether links, code, numbers and dates are those of the source, and whether the punctuation, the spaces and the characters are those of good Chinese.
    Each finding has a code, such as `numbers`; `duizhao explain numbers` says what it means and what to do.
    `duizhao check --fix` repairs only what is certain, and leaves the rest to you.
    Where a finding is wrong, `duizhao waive ID CODE --reason TEXT` notes that, until the sentence or its translation changes.

## When the document changes

when-the-document-75ded1 =
    When the document changes

duizhao-sync-brings-06cfe4 =
    `duizhao sync` brings the catalog in step with the document.
    Every translation stays with its sentence:

a-paragraph-is-e0a444 =
    A paragraph is split, joined with another or moved: the lines move along.
    Nothing gets lost, and nothing becomes stale.

a-sentence-is-669aa7 =
    A sentence is repeated: the new place gets the same translation, with `draft: repetition` above it.

a-sentence-is-dfa568 =
    A sentence is edited: a `was` line appears, and the translation is stale.

one-of-several-6b5eaf =
    One of several sentences that share a translation by `{"{\"^\"}"}` is edited: they are stale together.

a-sentence-is-431af2 =
    A sentence is added: a `{"{\"\"}"}` appears.

a-sentence-or-4f0b67 =
    A sentence or a paragraph is deleted: its translation goes to a record marked `obsolete:`.
    If the text comes back, so does the translation.
    `duizhao prune` lists such records; with `--yes` it removes them.
    Where sentences moved to another document since the last `duizhao sync`, `prune`, `confirm` and `translate` ask for that first.

a-change-is-88dd82 =
    A change is taken back: the `was` line goes.
    If you have edited the translation in the meantime, the `was` line stays and shows the text that stood there in between.

between-documents-nothing-4092bf =
    The same holds between documents.
    A section that moves to another document takes its translations along, and a document that gets another name or folder keeps its catalogs: `duizhao sync` moves them.
    A copy is something else: where a sentence also stays in its old document, the new place begins without a translation.

## When something is wrong

when-something-is-3aec6b =
    When something is wrong

duizhao-check-names-9a0f8a =
    `duizhao check` names the file, the line and what is wrong.

## damaged-record

damaged-record-e86341 =
    damaged-record

a-part-of-35a7b1 =
    A part of the catalog could not be understood, most often because the id of a record or its `=` is missing.
    Its sentences count as missing; your text stays where it is, and the other records are not affected.
    Correct the line shown, then run `duizhao sync`.
    If the finding is about a second record with the same id, `duizhao sync` alone repairs it.
    If it says that the file is not UTF-8, save the file as UTF-8 in your editor.

## segment-count

segment-count-cb2e11 =
    segment-count

the-record-has-9e045b =
    The record has more or fewer lines than the source has sentences, so no line can be trusted to belong to its sentence, and all of them count as drafts.
    The finding proposes which line belongs to which sentence: `1 → 1, 1 → 2, 2 → 3` means that the first sentence takes lines 1 and 2, and the second takes line 3.
    Join lines that belong to one sentence, write `{"{\"^\"}"}` where a sentence is said in the line above, and `{"{\"\"}"}` where one is missing.
    `duizhao confirm ID --whole` takes the record as it stands.

## Merging in git

merging-in-git-f6c862 =
    Merging in git

catalogs-merge-like-761255 =
    Catalogs merge like any other text, and mostly without your help: work on different records does not collide.
    After `duizhao init --merge-driver`, once in each clone, only two different translations of one sentence are a conflict.
    Where git stops, it leaves `<<<<<<<`, `=======` and `>>>>>>>` in the file.
    Choose the lines you want, delete these three, and run `duizhao sync` and `duizhao check`.

until-then-nothing-0f3234 =
    Until then nothing in that file is used: all its sentences count as missing, and `duizhao sync` leaves the file alone.
    Do not run `duizhao build` in the meantime; its pages would show the source.

for-a-conflict-1633cc =
    For a conflict in a source catalog, below `locales/en/`, take either side; `duizhao sync` writes the file anew.

## What never to worry about

what-never-to-d6519d =
    What never to worry about

the-document-the-325da2 =
    The document: the program never writes into it.

your-translations-no-d4cced =
    Your translations: no command throws one away.

the-four-or-e04d72 =
    The four or eight characters behind `was` and `reviewed:`: they notice whether a line has been edited.
    Nobody needs to compute them.

the-order-of-df5471 =
    The order of the records: each is found by its name.

a-translation-that-77d025 =
    A translation that would break the page, such as one that begins with an HTML block: `duizhao build` reports it as `block-changed` and puts the source in its place.
