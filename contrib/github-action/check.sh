#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The step "Check" of action.yml: annotations go to the log, SARIF to a file, the rest of what GitHub
# does not show (it takes ten annotations a level) to the summary of the job.
set -u -o pipefail

here=$(dirname -- "${BASH_SOURCE[0]}")
program=${CLAIMDIFF_PROGRAM:-$here/../../build/claimdiff}
sarif=${CLAIMDIFF_SARIF:-claimdiff.sarif}
summary=$(mktemp) || exit 2
trap 'rm -f -- "$summary"' EXIT

# add_lines ARRAY OPTION TEXT: an argument for each line of the text that is not empty.
add_lines() {
    local -n array=$1
    local line
    while IFS= read -r line; do
        [ -z "$line" ] || array+=("$2$line")
    done <<<"$3"
}

options=(--no-progress --format=github "--output=sarif=$sarif" "--output=summary=$summary")
paths=()
add_lines options --fail-on= "${CLAIMDIFF_FAIL_ON_EACH:-}"
add_lines paths '' "${CLAIMDIFF_PATHS:-.}"
[ -z "${CLAIMDIFF_BASELINE_FILE:-}" ] || options+=("--baseline=$CLAIMDIFF_BASELINE_FILE")
[ "${CLAIMDIFF_UNREAD_PASSES:-false}" != true ] || options+=(--allow-unread)

# Of a setting's own name, the program would take them for the user's.
unset CLAIMDIFF_PROGRAM CLAIMDIFF_PATHS CLAIMDIFF_FAIL_ON_EACH CLAIMDIFF_BASELINE_FILE \
    CLAIMDIFF_UNREAD_PASSES CLAIMDIFF_SARIF
status=0
"$program" check "${options[@]}" -- "${paths[@]}" || status=$?
[ "$status" -le 2 ] || status=2 # not there, or killed

cat -- "$summary" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
{
    echo "status=$status"
    [ ! -s "$sarif" ] || echo "sarif=$sarif"
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
