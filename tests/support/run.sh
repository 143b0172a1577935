#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh BUILD [NAME...]: every test of BUILD/tests, the short form of tests/torture, then every
# fuzzer for FUZZ_RUNS mutations (3000); or only those named, by shell patterns. A test that passes
# prints one line and its summaries; one that fails prints all its output.
#
# The tests see the same world on every machine: an empty home, no settings of the caller's but
# those listed here, and the source tree and BUILD under names without blanks, by symbolic links.
set -u

umask 022
for name in $(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/\1/p'); do
	case $name in
	PATH | TMPDIR | CC | PKG_CONFIG* | LD_LIBRARY_PATH | *SAN_OPTIONS) ;;
	XUEJI_LINK | UPDATE_FRAMES | TORTURE* | FUZZ_*) ;;
	*) unset "$name" ;;
	esac
done
# Commands of tests do not quote it.
case ${TMPDIR:-} in
*[!A-Za-z0-9/._-]*) unset TMPDIR ;;
esac

build=$(cd "${1:?usage: run.sh BUILD [NAME...]}" && pwd) || exit 1
tree=$(cd "$(dirname "$0")/../.." && pwd) || exit 1
shift
[ $# -gt 0 ] || set -- 'test_*' 'torture_*' 'fuzz_*'
runs=${FUZZ_RUNS:-3000}
passed=0
failed=0
if [ ! -e /proc/self/fd ]; then
	echo 'run.sh: the tests need /proc: mount -t proc proc /proc' >&2
	exit 2
fi

home=$(mktemp -d) || exit 1
trap 'chmod -R u+rwX "$home"; rm -rf "$home"' EXIT
trap 'exit 1' HUP INT TERM
output=$home/output
mkdir "$home/state" && chmod 700 "$home/state"
chmod 711 "$home" # test_privacy runs the program as another user
ln -s "$tree" "$home/tree"
ln -s "$build" "$home/build"
cd "$home/tree" || exit 1
build=$home/build
export HOME="$home" LC_ALL=C.UTF-8 TERM=dumb
export XUEJI_BUILD="$build" XUEJI="$build/xueji-traceable" XUEJI_DATA="$home/tree/data"

# The sum of the numbers in cmocka's lines of one kind, over all groups of a program.
count() {
	sed -n "s/^\\[$1\\].* \\([0-9][0-9]*\\) test(s)$2.*/\\1/p" "$output" |
		awk '{ sum += $1 } END { print sum + 0 }'
}

# Each run has a state folder of its own: what another left behind is nothing to it.
run_test() {
	XDG_STATE_HOME=$(mktemp -d "$home/state/XXXXXX") "$1" >"$output" 2>&1 </dev/null
	status=$?
	all=$(count ========== ' run')
	good=$(count '  PASSED  ' '')
	bad=$(count '  FAILED  ' ', listed')
	skipped=$(count '  SKIPPED ' '')
	# It died before the end, or a sanitizer found something after the last test.
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
	corpus=tests/fuzz/corpus/${1##*/fuzz_}
	[ -d "$corpus" ] || corpus=${corpus%_*} # fuzz_json_strict shares the corpus of fuzz_json
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

# Leaves out objects, and programs whose source is gone.
is_program() {
	[ -f "$1" ] && [ -x "$1" ] && [ -f "tests/${1##*/tests/}.c" ]
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
