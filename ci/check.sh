#!/usr/bin/env bash
# Checks the translations: annotations to stdout, a table of all findings to the summary of the job, whatever
# the outcome. The exit status is that of `duizhao check`.
#
#   DUIZHAO_PROFILE, DUIZHAO_FAIL_ON  the options of these names
#   DUIZHAO_REVISION      what the change is compared with, if anything
#   DUIZHAO_CHANGED_ONLY  `true`: only what the change touched
#   DUIZHAO_ARGUMENTS     further arguments, between blanks; nothing in them is expanded
#   GITHUB_STEP_SUMMARY   where set, a file that the table is added to
#   GITHUB_OUTPUT         where set, a file that `status=N` is added to
set -euo pipefail

arguments=(check --profile "${DUIZHAO_PROFILE:-work}" --fail-on "${DUIZHAO_FAIL_ON:-error}")
if [[ -n ${DUIZHAO_REVISION-} ]]; then
    arguments+=(--base "$DUIZHAO_REVISION")
    if [[ ${DUIZHAO_CHANGED_ONLY-} == true ]]; then
        arguments+=(--changed-since "$DUIZHAO_REVISION")
    fi
fi
further=()
read -r -d '' -a further <<<"${DUIZHAO_ARGUMENTS-}" || true
# Bash 3.2, which macOS has, takes an empty list for an unset one.
arguments+=(${further[@]+"${further[@]}"})

status=0
duizhao "${arguments[@]}" --format github || status=$?
if ((status > 1)); then
    printf '::error title=duizhao::the translations could not be checked; the log of this step says why\n'
fi

# The same findings again, as a table. Findings are no failure of the summary.
summary() {
    local status=0
    duizhao "${arguments[@]}" --format markdown || status=$?
    ((status < 2))
}

could_not() {
    printf 'duizhao could not check the translations; the log of the step says why.\n\n'
    printf 'duizhao 未能检查译文，原因见该步骤的日志。\n'
}

if [[ -n ${GITHUB_STEP_SUMMARY-} ]]; then
    { { ((status < 2)) && summary; } || could_not; } >>"$GITHUB_STEP_SUMMARY"
fi
if [[ -n ${GITHUB_OUTPUT-} ]]; then
    printf 'status=%s\n' "$status" >>"$GITHUB_OUTPUT"
fi
exit "$status"
