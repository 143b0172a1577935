#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh BUILD [NAME...]: every test of BUILD/tests, the parts of the torture in their short form, then
# every fuzzer for FUZZ_RUNS mutations (3000); or only those named, by shell patterns. What passes says one
# line, and what it has to sum up; what fails shows all it said. Keeps to a home folder of its own.
set -u

build=$(cd "${1:?usage: run.sh BUILD [NAME...]}" && pwd) || exit 1
runs=${FUZZ_RUNS:-3000}
here=$(dirname "$0")/..
shift
[ $# -gt 0 ] || set -- 'test_*' 'torture_*' 'fuzz_*'
passed=0
failed=0

home=$(mktemp -d) || exit 1
trap 'chmod -R u+rwX "$home"; rm -rf "$home"' EXIT
trap 'exit 1' HUP INT TERM
output=$home/output
mkdir "$home/state"
export HOME="$home" XDG_STATE_HOME="$home/state" XUEJI_BUILD="$build"
XUEJI=$build/xueji
[ ! -x "$build/xueji-traceable" ] || XUEJI=$build/xueji-traceable
export XUEJI

# The number cmocka says in its lines of a kind, over all groups of a program.
count() {
	sed -n "s/^\\[$1\\].* \\([0-9][0-9]*\\) test(s)$2.*/\\1/p" "$output" |
		awk '{ sum += $1 } END { print sum + 0 }'
}

run_test() {
	"$1" >"$output" 2>&1 </dev/null
	status=$?
	all=$(count ========== ' run')
	good=$(count '  PASSED  ' '')
	bad=$(count '  FAILED  ' ', listed')
	skipped=$(count '  SKIPPED ' '')
	# Died on the way, or a sanitizer has found something behind the last test.
	if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$all" -eq 0 ]; }; then
		bad=1
	fi
	passed=$((passed + good))
	failed=$((failed + bad))
	if [ "$bad" -gt 0 ]; then
		printf '%s: %s failed, status %s\n' "${1##*/}" "$bad" "$status"
		cat "$output"
	elif [ "$skipped" -gt 0 ]; then
		printf '%s: %s, %s skipped\n' "${1##*/}" "$good" "$skipped"
	else
		printf '%s: %s\n' "${1##*/}" "$good"
	fi
	[ "$bad" -gt 0 ] || sed -n 's/^torture: /  /p' "$output"
}

run_fuzzer() {
	corpus=$here/fuzz/corpus/${1##*/fuzz_}
	[ -d "$corpus" ] || corpus=${corpus%_*} # json_strict reads what json does
	[ -d "$corpus" ] || corpus=
	if FUZZ_KEEP="$home/last" "$1" "$runs" ${corpus:+"$corpus"} >"$output" 2>&1 </dev/null; then
		passed=$((passed + 1))
		printf '%s: %s runs\n' "${1##*/}" "$runs"
	else
		failed=$((failed + 1))
		printf '%s: failed\n' "${1##*/}"
		cat "$output"
		printf 'the last input, by od -c:\n'
		od -c "$home/last" | head -n 100
	fi
}

# Not what depends or objects are, nor what is left of a test that is no more.
is_program() {
	[ -f "$1" ] && [ -x "$1" ] && [ -f "$here/${1##*/tests/}.c" ]
}

for name in "$@"; do
	# shellcheck disable=SC2231 # NAME is a pattern
	for program in "$build"/tests/*/$name; do
		is_program "$program" || continue
		case $program in
		*/fuzz_*) run_fuzzer "$program" ;;
		*) run_test "$program" ;;
		esac
	done
done

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
