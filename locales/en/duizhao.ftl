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

help-duizhao = Keeps translations of Markdown documents in step with their source
help-sync = Brings the catalogs up to date with the source
help-help = Shows this help or the help of a command

## Help: options of every command (help-global-ARGUMENT)

help-global-color = When to use colours
help-global-help = Shows help
help-global-version = Shows the version

## Errors: why the work could not be done

error-no-workspace = no duizhao.toml in { $folder } or above it; `duizhao init` makes one
error-settings = { $file }: { $why }
error-no-document = `{ $path }` is not a document of this workspace; `documents` in duizhao.toml says which files are
error-no-unit = no unit has the id `{ $id }`
error-no-revision = git knows no revision `{ $revision }` here; on a shallow clone fetch it first: git fetch --depth=1 origin { $revision }
error-no-output = duizhao.toml has no [[output]]; say there what to build
error-unknown-output = no output is named `{ $name }`; there are: { $known }
error-output-is-document = output `{ $output }` would overwrite the document `{ $path }`; change its path in duizhao.toml
error-path-twice = two outputs would write `{ $path }`: { $one } and { $other }; add {"{"}locale{"}"} or another folder to a path in duizhao.toml
error-output-edited = `{ $path }` was edited after it was built; move the edit to `{ $catalog }` (the text comes from `{ $document }`), or overwrite it with --force
error-output-foreign = `{ $path }` was not written by duizhao; change the output's path in duizhao.toml, or overwrite it with --force
error-read = cannot read `{ $path }`: { $why }
error-write = cannot write `{ $path }`: { $why }
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

finding-stale = the source has changed since this was translated
finding-untranslated = not translated yet
finding-not-started = { $count ->
    [one] nothing is translated yet (one segment)
   *[other] nothing is translated yet ({ $count } segments)
}
finding-draft = filled in ({ $origin }) and not confirmed by anybody
finding-segment-count = { $found ->
    [one] one line for { $expected } sentences; they probably pair as { $pairing } (sentence → line)
   *[other] { $found } lines for { $expected } sentences; they probably pair as { $pairing } (sentence → line)
}
finding-obsolete = the source of `{ $id }` is gone; its translation is kept
finding-out-of-sync = the catalog is behind the source; run `duizhao sync`
finding-confirmed-unchanged = confirmed without a change of the translation
finding-block-changed = the translation would change the structure of the page; the source text stands in its place
finding-forbidden = { $path } was not built: the segment is { $state ->
    [missing] missing
    [stale] stale
   *[other] a draft
}

## Findings about a catalog as a file

damaged-conflict = conflict markers of git; settle the conflict, until then this file is not used
damaged-junk = not understood; it should read: { $hint }
damaged-duplicate = a second record with the id `{ $id }`; `duizhao sync` repairs it
near-miss = `{ $text }` was probably meant to be `{ $meant }:`; it is kept as a note
slip-escape = read as it was meant; `duizhao sync` will escape it: { $text }
slip-full-width = a full-width sign was read as the ASCII one: { $text }
slip-indent = lines of a translation are indented by four spaces: { $text }
slip-no-space = a space is missing behind `#`: { $text }
