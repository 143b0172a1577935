#!/bin/sh
# SPDX-License-Identifier: MIT
# flakes.sh BUILD TIMES: runs the whole suite TIMES times, three at once for each core. Prints the
# output of the runs that failed, and their number.
set -u

build=${1:?usage: flakes.sh BUILD TIMES}
times=${2:?usage: flakes.sh BUILD TIMES}
here=$(dirname "$0")
logs=$(mktemp -d) || exit 1
trap 'rm -rf "$logs"' EXIT
trap 'exit 1' HUP INT TERM

# shellcheck disable=SC2016 # the inner shell expands these
seq "$times" | xargs -P "$((3 * $(getconf _NPROCESSORS_ONLN)))" -I '{}' \
	sh -c 'sh "$1/run.sh" "$2" >"$3/$4" 2>&1 || mv "$3/$4" "$3/$4.failed"' \
	sh "$here" "$build" "$logs" '{}'

failed=0
for log in "$logs"/*.failed; do
	[ -e "$log" ] || continue
	failed=$((failed + 1))
	cat "$log"
done
printf 'flakes: the suite %s times under triple load: %s failed\n' "$times" "$failed"
[ "$failed" -eq 0 ]
