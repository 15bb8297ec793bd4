### The words of duizhao. Keep the messages of all locales in the same order.

## Help: headings and fixed phrases

heading-usage = Usage:
heading-commands = Commands:
heading-arguments = Arguments:
heading-options = Options:
# Stands in the usage line: duizhao [OPTIONS] <COMMAND>
usage-options = [OPTIONS]
usage-command = <COMMAND>
usage-any-command = [COMMAND]
# The description of an option with what clap knows about it.
help-default = { $help } [default: { $value }]
help-values = { $help } [possible values: { $values }]
help-values-separator = {", "}

## Help: commands (help-COMMAND) and their arguments (help-COMMAND-ARGUMENT)

help-duizhao = Keeps translations of Markdown documents in step with their source and publishes the two together
help-init = Writes a settings file that fits this folder
help-init-source = The language the documents are written in
help-init-target = A language to translate into; may be given several times
help-init-merge_driver = Have git merge catalogs record by record in this clone; works in a workspace that is there already
help-init-source_changes = What a change of the source does to check while its translations are behind: it fails, or is only told (advise); without this option a terminal is asked [default: fail]
help-sync = Brings the catalogs up to date with the source
help-sync-documents = Only these documents: paths or globs
help-sync-check = Write nothing; end with 1 if a catalog would change
help-status = Shows how far every translation is
help-status-documents = Only these documents: paths or globs
help-diff = Shows what changed in the source of each stale segment
help-diff-documents = Only these documents: paths or globs
help-diff-since = All segments whose source changed since this git revision, whatever became of their translation
help-diff-carried = Also list translations that were carried along silently, and why
help-impact = Shows what a change of the source would make stale
help-impact-old = The document as it was; two files need no workspace
help-impact-new = The document as it is to be
help-impact-base = The git revision to compare the work tree with [default: HEAD]
help-impact-source = The language of the two files
help-impact-strict = End with 1 if something would become stale
help-check = Reports everything that is wrong; ends with 1 if something is
help-check-documents = Only these documents: paths or globs
help-check-profile = How strict to be: while working, or before a release
help-check-fail_on = End with 1 from this severity on
help-check-base = The git revision to compare translations with [default: HEAD]
help-check-baseline = Leave out what this JSON report of an earlier check has found; it fails nothing
help-check-changed_since = Count and list only what is in lines touched since the branch left this git revision
help-check-pairs = Check the pairs in this file instead, one JSON object a line with `en`, `zh` and `id`; needs no workspace
help-check-fix = Make the safe repairs that the checks propose, then check
help-check-fix_unsafe = Make the unsafe repairs of this check too; may be given several times
help-check-dry_run = Show the repairs as a diff and write nothing; ends with 1 if there are any
help-confirm = States that translations say what the source says now
help-confirm-names = Ids of units, or documents; without any, what is open is shown one by one
help-confirm-all = All documents
help-confirm-interactive = Show them one by one and ask, also where there is no terminal
help-confirm-unchanged = Also lines that nobody changed since the source did
help-confirm-whole = Also records with another number of lines than sentences, as they stand
help-confirm-by = Who says so
help-review = States that a second person has read translations and agrees
help-review-names = Ids of units, or documents
help-review-all = All documents
help-review-by = Who has read them
help-checks = Lists all checks and how severe each is here, while working and before a release
help-checks-document = As it is set for this document
help-waive = Notes above a sentence that a finding about it is none, with the reason; the note dies with the content
help-waive-id = The unit: the name of its record in the catalog
help-waive-code = The check
help-waive-reason = Why: one line, for those who read the catalog
help-prune = Lists translations whose source is gone, and removes them with --yes
help-prune-documents = Only these documents: paths or globs
help-prune-yes = Remove what is listed
help-prune-orphans = Also catalogs whose document is gone
help-undo = Takes back what the last command changed in the catalogs
help-undo-number = The operation to take back, as --list shows it [default: the last one]
help-undo-id = Only bring back the previous translation of this unit
help-undo-list = Show the operations that can be taken back
help-translate = Goes through what is not translated, or no longer holds, one sentence at a time
help-translate-names = Only these: ids of units, or documents
help-translate-interactive = Ask also where there is no terminal: answers are read from standard input
help-translate-by = Who translates [default: the user.name of git]
help-glossary = Lists, checks and imports terms
help-glossary-list = Lists the terms
help-glossary-check = Reports what is wrong with the glossaries; ends with 1 if something is an error
help-glossary-import = Adds terms from a CSV or TBX file; what the glossary says stays
help-glossary-import-file = The file: CSV with a column for each language, or TBX
help-glossary-import-force = Where the file says something else, follow it
help-build = Writes the pages
help-build-wanted = Only these outputs, by name, and these documents: paths or globs
help-build-only = Only the outputs with this name
help-build-check = Write nothing; end with 1 if a page would change
help-build-force = Overwrite pages that were edited or that were not written by duizhao
help-build-fallback = Where a layout would lose content in its dialect, use `interleaved`
help-build-watch = Go on, and write the pages of a document again whenever it or its translation is saved
help-build-missing = What stands for a segment without a translation [default: source]
help-build-stale = What stands for a stale segment [default: keep]
help-build-draft = What stands for a draft [default: source]
help-segments = Shows how files are cut into segments
help-segments-source = The language of the files
help-segments-files = Markdown files; they need not be in a workspace
help-roundtrip = Tests that files come back unchanged, byte for byte
help-roundtrip-pseudo = Also replace every unit by a pseudo-translation and read the result again
help-roundtrip-files = Markdown files; they need not be in a workspace
help-blame = Shows who translated and reviewed each segment, from what, and since when it is stale
help-blame-names = Only these: ids of units, or documents
help-merge = Merges two versions of a catalog record by record; git runs it as a merge driver
help-merge-base = The version that both come from
help-merge-ours = Our version; the result is written here
help-merge-theirs = Their version
help-merge-path = The path of the catalog, for messages
help-explain = Explains the code of a finding, or lists all codes
help-explain-code = The code, such as stale
help-completions = Prints completions for a shell
help-completions-shell = The shell
help-man = Prints the manual page
help-man-command = Of this command
help-help = Shows this help or the help of a command

## Help: options of every command (help-global-ARGUMENT)

help-global-workspace = The workspace: a folder with duizhao.toml, or one below it
help-global-locale = Only this target language; may be given several times
help-global-format = For people (human), for programs (json), or in a form for CI, editors and pages, which not every command has
help-global-output = Write the result to a file
help-global-lang = The language of the program, not of the documents
help-global-color = When to use colours
help-global-quiet = No summaries, no hints, no progress
help-global-verbose = More details
help-global-help = Shows help
help-global-version = Shows the version

## Small words

label-error = error
label-warning = warning
label-info = info
# Between a label and what follows it.
label-separator = {": "}
list-separator = {", "}
# Between statements about one thing that may hold commas.
clause-separator = {"; "}
state-missing = missing
state-stale = stale
state-draft = draft
state-translated = translated
state-reviewed = reviewed

## Reports

init-wrote = wrote { $path }
# Asked by init; yes is `advise`.
init-question = May a change of the source pass `duizhao check` while its translations are behind, and only be told? [y/N]
sync-added = { $count } new
sync-changed = { $count } changed
sync-obsolete = { $count } obsolete
sync-revived = { $count } came back
sync-emptied = { $count } moved elsewhere
sync-repaired = { $count } with a duplicate id repaired
sync-renamed = renamed from { $path }
sync-removed = removed, all of it is elsewhere now
sync-patched = { $count } patched
sync-patch = patched { $id }: { $was } → { $now }
sync-nothing = { $count ->
    [one] nothing to do: one catalog is in step
   *[other] nothing to do: all { $count } catalogs are in step
}
sync-wrote = { $count ->
    [one] wrote one catalog
   *[other] wrote { $count } catalogs
}
sync-would = { $count ->
    [one] would write one catalog
   *[other] would write { $count } catalogs
}
status-segments = segments
status-fresh = fresh
status-total = total
diff-summary = { $count ->
    [0] nothing is stale
    [one] one stale segment
   *[other] { $count } stale segments in { $documents ->
        [one] one document
       *[other] { $documents } documents
    }
}
since-summary = { $count ->
    [0] no source has changed since { $revision }
    [one] the source of one segment has changed since { $revision }
   *[other] the source of { $count } segments in { $documents ->
        [one] one document
       *[other] { $documents } documents
    } has changed since { $revision }
}
blame-by = translated by { $name }
blame-commit = translated by { $name } in { $commit } ({ $date })
blame-filled-commit = filled in by { $name } in { $commit } ({ $date })
blame-line-uncommitted = its line is not committed yet
blame-line-unknown = nobody is named in the record, and git knows nothing of its line
blame-reviewed = reviewed by { $name }
blame-stale-commit = stale since { $commit } ({ $date }, { $name })
blame-stale-uncommitted = stale since a change that is not committed yet
blame-stale-unknown = stale, and git does not know since when
blame-summary = { $count ->
    [one] 1 segment
   *[other] { $count } segments
}
merge-conflicts = { $path }: { $count ->
    [one] conflict in one record: { $ids }
   *[other] conflicts in { $count } records: { $ids }
}
merge-as-text = { $path }: merged as text, because a version holds conflict markers or is not UTF-8
diff-title = What changed
carried-form = only the form changed
carried-moved = moved here from `{ $from }`
carried-regrouped = cut into sentences differently
carried-returned = gone before, now back
carried-reverted = a change was taken back
carried-ignored = the settings ignore such a change
carried-patched = the same change was made in the translation
carried-summary = { $count ->
    [0] nothing was carried silently
    [one] one translation carried silently
   *[other] { $count } translations carried silently
}
impact-title = Translations
impact-none = no translation would become stale
impact-blocks = { $count ->
    [one] 1 block
   *[other] { $count } blocks
}: { $fresh } fresh, { $stale } stale, { $missing } without a translation
impact-stale = { $count ->
    [0] nothing would become stale
    [one] 1 segment would become stale ({ $words })
   *[other] { $count } segments would become stale ({ $words })
}
impact-missing = { $count ->
    [one] 1 new segment ({ $words })
   *[other] { $count } new segments ({ $words })
}
impact-words = { $count ->
    [one] 1 word
   *[other] { $count } words
}
# { $class } is a name: wording, fact …
impact-is-stale = stale ({ $class })
impact-is-missing = not translated
impact-in = { $what } in { $locale }{ $named ->
    [0] {""}
   *[other] , translated by { $by }
}
impact-translators = translated by { $names }
impact-share = { $name } ({ $count })
impact-not-named = somebody unnamed
impact-document = document
impact-column-stale = stale
impact-column-missing = new
impact-column-words = words
impact-column-by = translated by
impact-sentences = The sentences
impact-more = { $count ->
    [one] One more is not shown.
   *[other] { $count } more are not shown.
}
impact-since = Compared with { $commit }.
github-more = and { $count } more; the log of this step lists them
github-rest = duizhao: { $count } findings that GitHub has no room for
check-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
check-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
check-infos = { $count } info
check-clean = nothing to report
check-summary = { $count ->
    [one] checked 1 document: { $found }
   *[other] checked { $count } documents: { $found }
}
check-known = { $found } and { $count } known from { $file }
check-untouched = { $found }, and { $count } in lines not touched since { $revision }
check-title = Check of the translations
check-column-document = document
check-column-locale = language
check-column-errors = errors
check-column-warnings = warnings
check-column-infos = info
check-column-change = change
check-column-evidence = evidence
sarif-root = The root of the repository; without one, the folder of the workspace.
sarif-source = the source
status-title = State of the translations
badge-label = translations
badge-label-one = translation { $locale }
confirm-done = confirmed
review-done = reviewed
confirm-already = was confirmed already
confirm-missing = there is no translation
confirm-unchanged = nobody changed this line since the source did; if it still holds, say so with --unchanged
confirm-unpaired = its lines do not pair with the sentences; give it one line a sentence, or take it as it stands with --whole
confirm-not-confirmed = not finished; confirm it first
review-own-work = its translator is the reviewer; it takes somebody else
confirm-summary = { $count ->
    [one] one segment taken
   *[other] { $count } segments taken
}
glossary-terms = { $path }: { $count ->
    [0] no terms
    [one] one term
   *[other] { $count } terms
}
glossary-clean = nothing to report
glossary-also = also { $text }
glossary-forbidden = never { $text }
glossary-context = near { $text }
glossary-protected = do not translate
glossary-strict = strict
glossary-conflict = -{ $id }: { $field } is { $ours }, in the file { $theirs }
glossary-replaced = -{ $id }: { $field } was { $ours }, is now { $theirs }
glossary-imported = { $path }: added { $added }, changed { $changed }, the same { $same }, conflicts { $conflicts }
prune-orphan = { $count ->
    [one] no document has this catalog; it holds one translation
   *[other] no document has this catalog; it holds { $count } translations
}
prune-records = { $count ->
    [one] one obsolete record
   *[other] { $count } obsolete records
}
prune-orphans = { $count ->
    [one] one catalog without a document
   *[other] { $count } catalogs without a document
}
prune-nothing = nothing to remove
prune-found = found { $found }
prune-removed = removed { $found }
prune-question = Remove what is listed? [y/N]
prune-done = removed; `duizhao undo` brings it back
undo-whole = { $count ->
    [0] as before
    [one] one record as before
   *[other] { $count } records as before
}
undo-removed = removed; the operation had made it
undo-records = { $count ->
    [one] one record given back
   *[other] { $count } records given back
}
undo-left = { $count ->
    [one] one record changed since stays
   *[other] { $count } records changed since stay
}
undo-left-record = { $id } stays as it is
undo-done = took back operation { $number } ({ $operation })
undo-brought = `{ $id }` is what it was before operation { $number } ({ $operation })
undo-finished = finished operation { $number } ({ $operation }), which was cut short
undo-nothing = nothing of operation { $number } ({ $operation }) could be taken back
undo-listed = { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $records ->
    [one] 1 record
   *[other] { $records } records
}
undo-empty = nothing can be taken back yet
ago-moments = less than a minute ago
ago-minutes = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] 1 hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
build-wrote = wrote { $path }
build-removed = removed { $path }: nothing makes it any more
build-would-remove = would remove { $path }: nothing makes it any more
build-would = would write { $path }
build-same = { $path } is up to date
build-summary = { $count ->
    [one] 1 page, { $changed } changed: { $used }
   *[other] { $count } pages, { $changed } changed: { $used }
}
used-fresh = { $count } fresh
used-source = { $count } { $state } as source
used-kept = { $count } { $state } kept
used-marked = { $count } { $state } marked
used-refused = { $count } { $state } refused
used-omitted = { $count } { $state } left out
segments-summary = { $count ->
    [one] 1 segment
   *[other] { $count } segments
} in { $units ->
    [one] 1 unit
   *[other] { $units } units
}
roundtrip-fallback = the source text stands here: { $text }
roundtrip-differs = comes back changed
roundtrip-same = comes back as it was ({ $count ->
    [one] 1 unit
   *[other] { $count } units
})
roundtrip-summary = { $same } of { $count } files come back as they were ({ $units } units, { $fallbacks } fallbacks)

## Working one by one: translate and confirm

task-author = author's note
task-note = note
task-before = before
task-source = source
task-was = was
task-translation = translation
task-after = after
task-known = known
task-term = term
task-stored = saved: { $place }
translate-prompt = translation (:? for help)>
translate-help =
    Type the translation and press Enter; it is saved at once.
    Enter alone or :s  skip        :c  confirm the translation as it stands
    :e  open the editor            :b  back to the one before
    :q  quit                       ^   said in the line above
    A text that begins with a colon is typed with two.
translate-again = press Enter to leave it so, or type it again
confirm-prompt = c, e, s, q, ?>
confirm-help =
    c  confirm: the translation says what the source says now
    e  open it in the editor       s  skip
    q  quit
session-edit =
    Write the translation below the empty line.
    If it stays as it is, or empty, nothing changes.
session-unchanged = nothing changed
session-changed = this was changed in the meantime; your answer was not saved
session-nothing-above = there is no translation in the line above
session-summary = { $done } done, { $left } left
session-unpaired = { $count ->
    [one] one record was left out because its lines do not pair with its sentences; `duizhao check` shows it
   *[other] { $count } records were left out because their lines do not pair with their sentences; `duizhao check` shows them
}
dialogue-not-utf8 = the line is not UTF-8

## Hints

hint-no-documents = this workspace has no documents; `documents` in duizhao.toml says where they are
hint-after-init = made for { $tree ->
    [Markdown] a folder of Markdown files
    [README] a README
   *[other] { $tree }
}; look through duizhao.toml, then run `duizhao sync`
hint-behind = { $count ->
    [one] the catalogs of one document are behind its source; `duizhao sync` brings them up to date
   *[other] the catalogs of { $count } documents are behind their source; `duizhao sync` brings them up to date
}
# { $command } is typed as it stands.
hint-merge-driver = git merges catalogs record by record in a clone that is told so, by `duizhao init --merge-driver` or: { $command }
hint-merge-driver-on = git merges the catalogs of this clone record by record from now on
hint-baseline-gone = { $count ->
    [one] one finding of the baseline is gone
   *[other] { $count } findings of the baseline are gone
}; make it anew with: { $command }
# { $command } is typed as it stands.
hint-advice = { $count ->
    [one] one translation is behind its source, which fails nothing here
   *[other] { $count } translations are behind their source, which fails nothing here
} (`source-changes` in duizhao.toml); `{ $command }` shows what a change of the source makes stale
hint-glossary-force = what the glossary says differently stayed; `duizhao glossary import --force` follows the file
hint-prune = nothing was removed; `duizhao prune --yes` removes what is listed
hint-prune-orphans = catalogs without a document stay; if a document was renamed, rename its catalogs; if it was deleted, `duizhao prune --orphans --yes` removes them
hint-unreadable-entry = `{ $path }` cannot be read and is left out
hint-no-merge-base = where this branch left `{ $revision }` is not in this clone; compared with `{ $revision }` itself, so what changed there since counts as taken back. All of the history helps: git fetch --unshallow

## What marks a segment on a page

page-language = English
page-notes = Notes
page-contents = Contents
page-skip = Skip to content
page-switch = Language
page-back = Back to the text
page-alert = { $kind ->
    [tip] Tip
    [important] Important
    [warning] Warning
    [caution] Caution
   *[note] Note
}
mark-missing = (not translated yet){" "}
mark-stale = (being updated){" "}
mark-draft = (draft){" "}

## What an article for WeChat adds

page-references = References
page-note-sign = n
page-image = [Image: { $alt } | { $path }]
page-alert-note = Note
page-alert-tip = Tip
page-alert-important = Important
page-alert-warning = Warning
page-alert-caution = Caution
page-preview = Preview
page-copy = Copy the article
page-copied = Copied: paste it into the editor
page-copy-by-hand = The browser does not let the page copy. The article is selected: press Ctrl+C (⌘C on a Mac)
page-digest = Digest
page-length = { $count } of { $most } characters

## Errors: why the work could not be done

error-pipe = the reader of the output has gone
error-tag = { $why }; a language tag looks like en or zh-CN
error-target-is-source = `{ $locale }` cannot be source and target at once
error-already = `{ $path }` is there already; edit it, or delete it first
error-unknown-locale = `{ $locale }` is no target of this workspace; there are: { $known }
error-unknown-code = there is no code `{ $code }`; there are: { $known }
error-no-command = there is no command `{ $name }`
error-format = no format `{ $format }` here; there are: { $known }
error-confirm-what = say what to confirm: ids of units, documents, or --all; on a terminal, or with --interactive, they are shown one by one
error-translate-terminal = translate asks questions, and this is no terminal; with --interactive it reads the answers from standard input
error-renamed = the catalogs of `{ $path }` still lie under its old name; run `duizhao sync` first
error-moved = sentences of `{ $path }` moved from or to another document, and the catalogs do not say so yet; run `duizhao sync` first
error-editor = the editor `{ $editor }` failed; nothing changed
error-closed = `{ $path }` was left alone: it holds conflict markers or is not UTF-8; `duizhao check` shows where
error-catalog-closed = nothing was built: `{ $path }` holds conflict markers or is not UTF-8; `duizhao check` shows where
error-roundtrip = not all files could be read
error-no-workspace = no duizhao.toml in { $folder } or above it; `duizhao init` makes one
error-settings = { $file }: { $why }
settings-required-version = { $file }:{ $line }: this workspace asks for duizhao { $required }, and this is { $version }; install a version that fits, or change `required-version`
settings-required-version-form = { $file }:{ $line }: `required-version = "{ $required }"` is not a requirement; one looks like "0.1", ">=0.1.2" or ">=0.1, <0.3"
settings-tag = { $file }: `{ $tag }` is not a language tag; one looks like en or zh-CN
settings-tag-form = { $file }: the language tag `{ $tag }` is written `{ $locale }`
settings-no-target = { $file }: `targets` names no language
settings-target-is-source = { $file }: `{ $locale }` is the source; it cannot be a target too
settings-segmenter = { $file }: segmenter = { $found } is not known; this version has { $known }
settings-name-twice = { $file }: two outputs are named `{ $name }`
settings-change = { $file }: `{ $class }` in `changes` cannot be `{ $action }`: `ignore` is for `form`, `link` and `wording`, `patch` for `link` and `fact`, and `form` is always ignored
settings-placeholder = { $file }: output `{ $name }`: `{ $word }` in its path is not known
settings-target-site = { $file }: output `{ $name }`: target `{ $word }` is none of { $known }
settings-attribute = { $file }: markdown.attributes: `{ $word }` names no attribute; write NAME.ATTRIBUTE, such as figure.caption or *.title
settings-no-path = { $file }: output `{ $name }` needs a `path`, or a `target` that gives it one
settings-base-url = { $file }: output `{ $name }`: base-url `{ $word }` is no address that begins with https:// or http:// and has no query
settings-file = { $file }: output `{ $name }`: there is no file `{ $path }`
settings-format = { $file }: output `{ $name }`: format `{ $word }` is none of { $known }
settings-dialect = { $file }: output `{ $name }`: dialect `{ $word }` is none of { $known }
settings-layout = { $file }: output `{ $name }`: format `{ $format }` has no layout `{ $word }`; it has { $known }
error-template = the template `{ $path }` cannot be used: { $why }
settings-label = { $file }: output `{ $name }`: a label refers to `{ $word }`, which there is not; text in braces is Fluent
error-layout-dialect = output `{ $output }`: layout `{ $layout }` would lose content in dialect `{ $dialect }`; set layout = "{ $instead }", or build with --fallback
error-page-words-syntax = `{ $path }`, line { $line }: this is no Fluent
error-page-words-unknown = `{ $path }`, line { $line }: no page has a message `{ $id }`; there are: { $known }
error-page-words-reference = `{ $path }`, line { $line }: the message refers to `{ $name }`, which there is not
settings-glob = { $file }: documents: { $why }
error-no-document = `{ $path }` is not a document of this workspace; `documents` in duizhao.toml says which files are
error-terms-file = no terms can be read from `{ $path }`: { $why }
error-terms-locales = `{ $path }` has no terms in { $source } and one of { $targets }
error-baseline = `{ $path }` is no baseline: it is not what `duizhao check --format json` writes ({ $why })
error-baseline-version = `{ $path }` is a report of version { $found }, and this program reads version { $known }; make it anew with: duizhao check --format json --output { $path }
error-baseline-output = `{ $path }` is read as the baseline, so the report cannot go there; without --baseline it is made anew
error-pairs = { $path }, line { $line }: no pair; a line is a JSON object with the texts `en` and `zh`, and an `id` if there is one ({ $why })
settings-gate-locale = { $file }, line { $line }: `{ $locale }` in `gate` is no target; there are: { $known }
settings-check-code = { $file }: no check is called `{ $code }`; there are { $known }
settings-check-key = { $file }: the check `{ $code }` has no key `{ $key }`; it has { $known }
settings-check-value = { $file }: `{ $key }` of the check `{ $code }` can be one of { $known }
settings-check-list = { $file }: `{ $key }` of the check `{ $code }` is a list of words
error-no-operation = there is no operation { $number }; `duizhao undo --list` shows which there are
error-no-version = the journal has no other version of `{ $id }`
error-nothing-to-undo = there is nothing to undo
error-no-unit = no unit has the id `{ $id }`
error-no-repository = this folder is in no git repository, so there is no revision `{ $revision }`
error-not-owned = git does not read this repository because the folder belongs to somebody else; if you trust it, run in the top folder of the repository: git config --global --add safe.directory "$PWD"
error-no-git = the program `git` is not installed, or not in PATH; without it there is no revision `{ $revision }`
error-no-commit = this repository has no commit yet, so there is no revision `{ $revision }` to compare with; commit the documents first: git add -A, then git commit
error-unknown-revision = git knows no revision `{ $revision }` here; `git branch --all` and `git tag` list the names it knows
error-no-revision = git knows no revision `{ $revision }` here; fetch it first: { $fetch }
error-shallow = git knows no revision `{ $revision }` in this shallow clone; on GitHub add the line `fetch-depth: 0` below `with:` of the step `actions/checkout`, elsewhere run: { $fetch }
error-no-merge-base = where this branch left `{ $revision }` is not in this shallow clone; on GitHub add the line `fetch-depth: 0` below `with:` of the step `actions/checkout`, elsewhere run: git fetch --unshallow
error-no-diff = git cannot compare the work tree with `{ $revision }`
error-no-merge-driver = git could not be told about the merge driver; is this folder in a git repository?
error-merge = `{ $path }` was left as it was: a version of it holds conflict markers or is not UTF-8, and git could not merge them as text
hint-watching = waiting for changes; Ctrl-C ends this
error-watch = changes cannot be watched: { $why }
error-neither = `{ $path }` is neither a document nor an output of this workspace; its outputs are { $known }
error-no-output = duizhao.toml has no [[output]]; say there what to build
error-unknown-output = no output is named `{ $name }`; there are: { $known }
settings-source-url = { $file }: output `{ $name }`: { $word } in `source-url` is none of {"{path}"}, {"{dir}"}, {"{name}"}, {"{stem}"}, {"{slug}"}, {"{locale}"}
error-image-map-missing = there is no image map `{ $path }`; take `image-map` out of the output, or write the file
error-image-map = `{ $path }` is no image map, an object of JSON that leads from paths to addresses: { $problem }
error-output-is-document = output `{ $output }` would overwrite the document `{ $path }`; change its path in duizhao.toml
error-path-twice = two outputs would write `{ $path }`: { $one } and { $other }; add {"{"}locale{"}"} or another folder to a path in duizhao.toml
error-output-edited = `{ $path }` was edited after it was built; move the edit to `{ $catalog }` (the text comes from `{ $document }`), or overwrite it with --force
error-output-foreign = `{ $path }` was not written by duizhao; change the output's path in duizhao.toml, or overwrite it with --force
error-read = cannot read `{ $path }`: { $kind ->
    [not-found] no such file
    [denied] permission denied
    [no-folder] a part of the path is no folder
    [full] the disk is full
    [read-only] the file system is read-only
   *[other] { $why }
}
error-write = cannot write `{ $path }`: { $kind ->
    [not-found] no such file
    [denied] permission denied
    [no-folder] a part of the path is no folder
    [full] the disk is full
    [read-only] the file system is read-only
   *[other] { $why }
}
error-not-utf8 = `{ $path }` is not UTF-8: the first bad byte is at line { $line }, column { $column }; save the file as UTF-8
error-too-large = `{ $path }` is larger than { $limit } MiB
error-not-regular = `{ $path }` is not a regular file
error-outside = `{ $path }` is not a path inside the workspace
error-in-git = `{ $path }` is in a `.git` folder, which is not touched
error-dangling = `{ $path }` is a link to a file that does not exist
error-collision = `{ $path }` and `{ $other }` cannot both be written: on some disks they are one path
error-changed = `{ $path }` was changed by another program in the meantime and was not overwritten; run the command again
error-locked = { $pid ->
    [0] `{ $path }` is locked by another process; wait until it is done
   *[other] `{ $path }` is locked by process { $pid }; wait until it is done
}

## Findings

class-form = form
class-link = link
class-wording = wording
class-fact = fact
class-polarity = polarity
class-rewrite = rewrite
kind-link = link
kind-number = number
kind-date = date
kind-unit = unit
kind-code = code
kind-name = name
kind-negation = negation
kind-limit = limit
kind-question = question mark
changed-replaced = { $kind } { $was } → { $now }
changed-added = { $kind } { $now } added
changed-gone = { $kind } { $was } gone
finding-stale = the source has changed since this was translated
finding-untranslated = not translated yet
finding-not-started = { $count ->
    [one] nothing is translated yet (one segment)
   *[other] nothing is translated yet ({ $count } segments)
}
finding-draft = { $origin ->
    [restored] lines of the comment above were missing; whether the translation still says what the source says is for somebody to confirm
    [unclear] a line above could not be understood; whether the translation still says what the source says is for somebody to confirm
   *[other] filled in ({ $origin }) and not confirmed by anybody
}
finding-segment-count = sentences in the source: { $expected }, noted above the translation: { $noted }, lines of the translation: { $found }; they probably pair as { $pairing } (sentence → line)
finding-obsolete = the source of `{ $id }` is gone; its translation is kept
finding-addition-lost = the addition `{ $id }` stands beside `{ $anchor }`, which the document does not have; no page shows it
finding-addition-refused = the addition `{ $id }` would change the structure of { $path }, or has a heading; it is left out
finding-orphan = no document has this catalog; if the document was renamed, rename the catalog as well, if it was deleted, delete it
finding-unknown-term = the glossary has no term `-{ $id }`
finding-out-of-sync = the catalog is behind the source; run `duizhao sync`
finding-confirmed-unchanged = confirmed without a change of the translation
# { $state } is missing, stale, draft, translated or reviewed. What is reviewed is translated too.
finding-gate-least = { $locale }: { $count } of { $total } { $touched ->
    [0] segments
   *[other] touched segments
}{ $scoped ->
    [0] {""}
   *[other] {" "}in { $documents }
} are { $state ->
    [reviewed] reviewed
   *[translated] translated
} ({ $share } %); at least { $wanted } % must be
finding-gate-most = { $locale }: { $count } of { $total } { $touched ->
    [0] segments
   *[other] touched segments
}{ $scoped ->
    [0] {""}
   *[other] {" "}in { $documents }
} are { $state ->
    [missing] missing
    [stale] stale
   *[draft] drafts
} ({ $share } %); at most { $wanted } % may be
finding-block-changed = the translation would change the structure of { $path }; the source text stands in its place
finding-dead-anchor = nothing on { $path } has the anchor `{ $anchor }`
finding-emphasis-dropped = emphasis beside punctuation cannot be written for the readers of { $path }; the words stand there without it
finding-page-template = { $path } was not built: its template fails: { $why }
finding-remote-image = { $path } shows a link in place of the image { $address }: a page loads nothing from elsewhere
finding-table-prose = { $path } was not built: the cells of its table would be { $width } columns wide on the average, and { $most } are allowed
finding-wechat-image = { $path }: the image `{ $image }` { $status ->
    [local] does not show in WeChat until it is uploaded; a line of text marks its place
    [unmapped] is not in the image map; a line of text stands in its place
    [wrong-host] leads to an address in the image map that WeChat does not show: it must begin with https://mmbiz.qpic.cn/
    [remote] stands on another site, and WeChat leaves out what does
    [missing] is no file of the workspace
    [wrong-type] is neither JPEG nor PNG nor GIF
    [too-large] is larger than the 1 MiB that can be uploaded
   *[unsupported] is neither a file nor an address
}
finding-wechat-length = { $over ->
    [yes] { $path } is too long for an article: { $count } characters of HTML, and WeChat takes fewer than { $most }
   *[no] { $path } has { $count } of the { $most } characters of HTML that an article may have
}
finding-wechat-link = { $path }: the link to `{ $link }` leads nowhere in an article; its words stand there without it
finding-wechat-table = { $path }: a table has { $columns } columns; on a phone { $most } can be read
finding-wechat-title = { $field ->
    [no-title] { $path } has no title, which WeChat asks for
    [title] { $path }: the title has { $count } characters, and WeChat takes { $most }
    [author] { $path }: the name of the author has { $count } characters, and WeChat takes { $most }
    [digest] { $path }: the digest has { $count } characters, and WeChat takes { $most }
   *[source-url] { $path }: the address of the original has { $count } bytes, and WeChat takes { $most }
}
finding-forbidden = { $path } was not built: the segment is { $state ->
    [missing] missing
    [stale] stale
   *[other] a draft
}

## Findings about a catalog as a file

damaged-conflict = conflict markers of git; settle the conflict, until then this file is not used
damaged-not-utf8 = the file is not UTF-8 from here on; save it as UTF-8, until then it is not used
damaged-junk = not understood; it should read: { $hint }
damaged-no-id = the line with the id is missing above this one; the other catalogs of the document, or `duizhao segments`, show the id
damaged-term = not understood as a term; a term reads: -name = Text
damaged-term-twice = the term `{ $id }` stands here a second time
damaged-bad-id = an id is made of the letters a to z, digits and hyphens, and is not translated; the other catalogs of the document, or `duizhao segments`, show it
damaged-duplicate = a second record with the id `{ $id }`; `duizhao sync` repairs it
near-miss = `{ $text }` was probably meant to be `{ $meant }:`; it is kept as a note
slip-escape = read as it was meant; `duizhao sync` will escape it: { $text }
slip-full-width = a full-width sign was read as the ASCII one: { $text }
slip-indent = lines of a translation are indented by four spaces: { $text }
slip-indented-comment = a comment was read although it does not begin at the start of its line
slip-no-space = a space is missing behind `#`: { $text }

## Explanations of the codes (explain-CODE)

explain-stale = The source sentence has changed since its translation was made. Open the catalog at the line shown: above the sentence stands `# was …`, what was translated. Change the translation where the change matters, then delete the `was` line; that finishes it. The class of the change (link, wording, fact, polarity, rewrite) says what to look for; `[[changes]]` in `duizhao.toml` sets what each class does.
explain-untranslated = The line is {"{"}""{"}"}: nobody has translated the sentence. Write the translation in its place.
explain-draft = A translation was filled in by a machine, from the memory, or beside damaged lines, and nobody has confirmed it. Read it, correct it, and delete the `draft:` line above the sentence.
explain-segment-count = The record has another number of lines than the source has sentences, so no line can be trusted to belong to its sentence. Give every sentence one line; a line that is said in the one above is {"{"}"^"{"}"}. `duizhao confirm --whole` takes the record as it stands.
explain-orphan-catalog = A catalog lies where the catalog of a document would, but there is no such document. Usually the document was renamed: rename the catalog in every language too, and its translations are back. If the document was deleted on purpose, delete the catalog.
explain-unknown-term = The translation refers to a term, { "{" } -name { "}" }, that glossary.ftl of the language does not have, so the page would show the reference instead of a word. Add the term to the glossary, or write the word.
explain-damaged-record = A record of the catalog cannot be understood, or two records have the same id, or the file has conflict markers. The record counts as missing; its text is kept. Correct the line shown.
explain-catalog-slip = A small slip (a missing escape, a tab, a full-width sign) was read as it was meant. Nothing needs to be done: the next sync writes it properly.
explain-unknown-key = A comment line looks like one of the program's keys but is none, so it is kept as a note. If it was meant to be the key, correct it.
explain-confirmed-unchanged = Compared with the base revision, a stale segment became fresh although its translation is the same as before. That is right where the change did not matter; look at it once.
explain-obsolete = The source of the record is gone. The translation is kept, feeds the translation memory, and comes back if the text does.
explain-addition-lost = A record without source lines and with `# add after: ID` or `# add before: ID` is a block that only the page in the target language has. The document has no unit with this id any more, so the block has no place. Write the id of another record of the catalog there, or delete the addition. `build` also reports an addition that would change how the rest of the page is read.
explain-catalog-out-of-sync = The catalog does not show the source as it is today. All states are right all the same; `duizhao sync` writes them down, and `duizhao sync --check` fails where that was forgotten.
explain-block-changed = The translation would open another block, break a table or swallow its neighbours on the page. The source text stands in its place. Usually an escape (`\`) before the first character or before a `|` helps.
explain-gate = A threshold of `[gate]` in `duizhao.toml` is not met: too few segments are translated or reviewed, or too many are missing, stale or drafts. Bring the translations up to it, or set another one at the line shown. Segments are counted as `duizhao status` counts them, except that what is reviewed is translated too.
explain-dead-anchor = A link within the page leads to a heading that is not there, in any language. Anchors are the `{"{"}#id{"}"}` of a heading, else its text in small letters with hyphens, as GitHub computes it. Correct the link in the document.
explain-emphasis-dropped = Markdown closes emphasis only beside white space or punctuation on its outer side, or beside a letter on its inner side. Here neither holds, moving the punctuation out would change what is emphasised, and the dialect of the page renders no HTML. Put a space beside the mark, or word the sentence otherwise.
explain-page-template = The template of a page of HTML is well-formed, but something in it cannot be worked out, such as a variable that does not exist. The page was not written. docs/output.md lists the variables.
explain-remote-image = A page of HTML makes no request to other hosts: whoever opens it tells nobody. An image with an address of the web is therefore a link with its description. Put the file beside the document and name it by a relative path.
explain-table-prose = Layout `table` is for short texts: long paragraphs in two narrow columns cannot be read on a phone. Take the layout `interleaved`, or allow wider cells with `cell-width` in the output.
explain-wechat-image = WeChat shows only images that were uploaded to it: JPEG, PNG or GIF, at most 1 MiB each. Upload those that the `.json` beside the article lists and put them in where the text says so, or name a file with `image-map` that leads from the path of each to its address on mmbiz.qpic.cn.
explain-wechat-length = WeChat counts the characters of an article with its tags and styles, and its interface takes fewer than 20,000. The size is told after every build; from 18,000 on it is a warning. With `limits = "api"` in the output, what is too long is an error. Cut the article in two, or leave out a table.
explain-wechat-link = Readers of an article can follow links to other articles only; addresses on the web stand at its end with a number. A link to a file or to another document is neither: give its address on the web.
explain-wechat-table = A phone is 375 points wide. A table with many columns has to be scrolled sideways there, and few readers notice that they can. Make it narrower, or turn it into a list.
explain-wechat-title = Title, author and digest are fields of the editor with limits of their own: 32, 16 and 128 characters; the address of the original may have 1,024 bytes. The title is the translated one alone. Shorten the translation of `title` or `description`, or set `author` in the output.
explain-publish-forbidden = The policy for segments of this state is `fail`, so the page was not written.

check-fixed = { $count ->
    [0] nothing to repair
    [one] repaired one sentence; `duizhao undo` takes it back
   *[other] repaired { $count } sentences; `duizhao undo` takes it back
}
check-would-fix = { $count ->
    [0] nothing to repair
    [one] would repair one sentence
   *[other] would repair { $count } sentences
}

waive-done = { $count ->
    [one] the finding above is waived as long as the sentence and its translation stay as they are
   *[other] the { $count } findings above are waived as long as their sentences and translations stay as they are
}
error-no-finding = nothing to waive: `{ $code }` reports nothing about `{ $id }`
error-reason = a waiver needs a reason on one line: --reason "…"
