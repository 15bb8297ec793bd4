#!/usr/bin/env bash
# Publishes a release: the archives of FOLDER with their checksums, and what CHANGELOG.md says of the version.
#
#   ci/publish.sh TAG FOLDER
#   GH_TOKEN           may write contents; `gh` reads it
#   GITHUB_REPOSITORY  OWNER/NAME
set -euo pipefail

tag=$1
folder=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The section of the version, without its heading.
notes=$(awk -v version="${tag#v}" '
    /^## / { inside = ($2 == version || $2 == "[" version "]"); next }
    inside
' "$here/CHANGELOG.md")
if [[ -z ${notes//[[:space:]]/} ]]; then
    printf 'CHANGELOG.md says nothing of %s\n' "${tag#v}" >&2
    exit 1
fi
cd "$folder"
sha256sum -- duizhao-"$tag"-* >SHA256SUMS
printf '%s\n' "$notes" |
    gh release create "$tag" --repo "${GITHUB_REPOSITORY:?}" --verify-tag --title "$tag" --notes-file - \
        duizhao-"$tag"-* SHA256SUMS
