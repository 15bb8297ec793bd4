#!/usr/bin/env bash
# Puts the note that a workflow with a read-only token left behind into the one comment on its pull request.
#
#   DUIZHAO_NOTE       the folder with `note.md` and `number`, as ci/note.sh writes them
#   DUIZHAO_HEAD       the commit that workflow ran for, as GitHub names it
#   GITHUB_REPOSITORY  OWNER/NAME
#   GH_TOKEN           may write to pull requests; `gh` reads it
#
# Whoever sent the change wrote both files, or could have: nothing of them is run, the number counts only if its
# pull request is at that commit, and a note that `duizhao impact` would not write is not posted.
set -euo pipefail
export LC_ALL=C

note=${DUIZHAO_NOTE:?}/note.md
number_file=$DUIZHAO_NOTE/number
repository=repos/${GITHUB_REPOSITORY:?}
author='github-actions[bot]'
mark='<!-- duizhao impact -->'

fail() {
    printf 'duizhao: %s\n' "$1" >&2
    exit 1
}

leave() {
    printf 'duizhao: %s: there is nothing to say\n' "$1" >&2
    exit 0
}

is_plain_file() {
    [[ -f $1 && ! -L $1 ]]
}

# Whether the note $1 has nothing in it but the forms of `duizhao impact --format markdown`, whose texts hold no
# mark of Markdown, no HTML, no address and nobody's name: those stand as numbered entities, or in blocks of code.
is_note() {
    # awk may end a line at a zero byte. Both programs only read.
    # shellcheck disable=SC2094
    tr -d '\000' <"$1" | cmp -s - "$1" || return 1
    awk -v mark="$mark" '
        function refuse() { refused = 1; exit 1 }
        /[\001-\010\013-\037\177]/ { refuse() }
        NR == 1 { if ($0 != mark) refuse(); next }
        in_code && $0 == "```" { in_code = 0; next }
        in_code { if ($0 !~ /^[-+] /) refuse(); next }
        $0 == "```diff" { in_code = 1; next }
        $0 == "<details>" || $0 == "</details>" { next }
        {
            line = $0
            if (line ~ /^<summary>.*<\/summary>$/) { sub(/^<summary>/, "", line); sub(/<\/summary>$/, "", line) }
            sub(/^### /, "", line)
            gsub(/\*\*/, "", line)
            # An at sign or a number sign would call somebody without the space of no width behind it.
            gsub(/&#(35|64);\342\200\213/, "", line)
            if (line ~ /&#(35|64);/) refuse()
            gsub(/&#[1-9][0-9]?[0-9]?;/, "", line)
            if (line ~ /[][<>@#&`!*_~\\]/ || line ~ /:\/\// || tolower(line) ~ /www\./) refuse()
        }
        END { if (refused || in_code || NR == 0) exit 1 }
    ' "$1"
}

is_plain_file "$note" || leave 'no note came with the run'
is_plain_file "$number_file" || leave 'the run was for no pull request'
[[ $(wc -c <"$note") -le 65000 ]] || fail 'the note is too long for a comment'
number=$(tr -d '\r\n' <"$number_file")
[[ $number =~ ^[1-9][0-9]{0,9}$ ]] || fail 'the number of the pull request is none'
[[ ${DUIZHAO_HEAD-} =~ ^[0-9a-f]{40,64}$ ]] || fail 'the commit of the run is not known'
is_note "$note" || fail 'the note is none that duizhao writes: it is not posted'

# Also where somebody pushed since: the run of that commit has the newer note.
head=$(gh api "$repository/pulls/$number" --jq .head.sha)
[[ $head == "$DUIZHAO_HEAD" ]] || leave "the run was not for the commit that pull request $number is at"

own=".[] | select(.user.login == \"$author\") | select(.body | startswith(\"$mark\")) | .id"
comments=$(gh api --paginate "$repository/issues/$number/comments?per_page=100" --jq "$own")
comment=${comments%%$'\n'*}
if [[ $comment =~ ^[0-9]+$ ]]; then
    gh api --silent --method PATCH "$repository/issues/comments/$comment" --field "body=@$note"
elif grep -q '^|---|' "$note"; then
    gh api --silent --method POST "$repository/issues/$number/comments" --field "body=@$note"
else
    leave 'the change touches no translation'
fi
