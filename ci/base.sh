#!/usr/bin/env bash
# Finds the revision that a change is compared with, fetches what a shallow clone lacks of it, and prints its hash.
#
#   DUIZHAO_BASE          a revision or a branch of `origin`; empty: what the change will be merged into
#   DUIZHAO_PULL_REQUEST  the number of the pull request, where there is one
#   DUIZHAO_EVENT_BASE    the tip of the branch it goes to, as the event names it
#   GITHUB_SHA            the commit that the event is about; of a pull request its merge
#   GITHUB_OUTPUT         where set, a file that `revision=HASH` is added to
#
# Where nothing is known to compare with, nothing is printed.
set -euo pipefail

fail() {
    printf 'duizhao: %s\n' "$1" >&2
    exit 1
}

# Prints the hash of a revision; fails where the clone does not have it.
commit() {
    git rev-parse --quiet --verify --end-of-options "$1^{commit}"
}

is_shallow() {
    [[ $(git rev-parse --is-shallow-repository) == true ]]
}

fetch() {
    git fetch --quiet --no-tags "$@"
}

# The parents of HEAD as it was written. In a shallow clone git itself says that there are none.
parents() {
    git cat-file commit HEAD | sed -n '/^$/q; s/^parent //p'
}

# What was merged into for this event: with the commits around it, so that git sees where the change began.
# The event itself may name an older tip.
merged_into() {
    local first
    [[ -n ${DUIZHAO_PULL_REQUEST-} && $(git rev-parse HEAD) == "${GITHUB_SHA-}" ]] || return 1
    [[ $(parents | wc -l) -eq 2 ]] || return 1
    first=$(parents | sed -n 1p)
    if is_shallow; then
        fetch --depth=2 origin "$GITHUB_SHA" 2>/dev/null || fetch --depth=1 origin "$first" || return 1
    fi
    commit "$first"
}

# Prints the hash of what was asked for, fetched where need be.
found() {
    local name=$1 depth=()
    commit "$name" && return
    name=${name#origin/}
    [[ $name =~ ^[0-9a-f]{40,64}$ ]] || git check-ref-format --allow-onelevel "$name" 2>/dev/null ||
        fail "\`$1\` is no revision"
    if is_shallow; then depth=(--depth=1); fi
    fetch ${depth[@]+"${depth[@]}"} -- origin "$name" || fail "cannot fetch \`$name\` from origin"
    commit FETCH_HEAD
}

asked=${DUIZHAO_BASE:-${DUIZHAO_EVENT_BASE-}}
revision=
if [[ -z ${DUIZHAO_BASE-} ]] && revision=$(merged_into); then
    :
elif [[ -n $asked ]]; then
    revision=$(found "$asked")
    # Without the commit where the branch began, what others did since counts as taken back.
    if is_shallow && ! git merge-base "$revision" HEAD >/dev/null; then
        fetch --unshallow origin "$revision" "$(git rev-parse HEAD)" ||
            printf 'duizhao: the history could not be fetched: compared with %s itself\n' "$revision" >&2
    fi
fi
if [[ -n $revision ]]; then
    printf '%s\n' "$revision"
fi
if [[ -n ${GITHUB_OUTPUT-} ]]; then
    printf 'revision=%s\n' "$revision" >>"$GITHUB_OUTPUT"
fi
