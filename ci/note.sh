#!/usr/bin/env bash
# Writes what a change would do to the translations: `note.md` and `number` in
# RUNNER_TEMP/duizhao-note, and the summary of the job.
#
#   DUIZHAO_REVISION      what the change is compared with; empty: there is no note
#   RUNNER_TEMP           a folder of this job
#   DUIZHAO_PULL_REQUEST  the number of the pull request, where there is one
#   GITHUB_STEP_SUMMARY   where set, a file that the note is added to
#   GITHUB_OUTPUT         where set, a file that `note=PATH` and `folder=PATH` are added to
#
# A note that cannot be made fails nothing: the check says what is wrong.
set -euo pipefail

folder=${RUNNER_TEMP:?}/duizhao-note
if [[ -z ${DUIZHAO_REVISION-} ]]; then
    exit 0
fi
mkdir -p "$folder"
if ! duizhao impact --base "$DUIZHAO_REVISION" --format markdown --output "$folder/note.md"; then
    exit 0
fi
if [[ ${DUIZHAO_PULL_REQUEST-} =~ ^[1-9][0-9]*$ ]]; then
    printf '%s\n' "$DUIZHAO_PULL_REQUEST" >"$folder/number"
fi
if [[ -n ${GITHUB_STEP_SUMMARY-} ]]; then
    cat "$folder/note.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [[ -n ${GITHUB_OUTPUT-} ]]; then
    printf 'note=%s\nfolder=%s\n' "$folder/note.md" "$folder" >>"$GITHUB_OUTPUT"
fi
