#!/bin/sh
# SPDX-License-Identifier: MIT
# fuzz.sh BUILD NAME...: runs these fuzzers of BUILD/tests, built with libFuzzer, for FUZZ_RUNS
# executions or else for FUZZ_SECONDS (60), on inputs of at most FUZZ_MAX_LEN bytes (1024). New
# inputs are added to BUILD/corpus; inputs that fail are written to BUILD.
set -u

build=${1:?usage: fuzz.sh BUILD NAME...}
shift
here=$(dirname "$0")
limit=-max_total_time=${FUZZ_SECONDS:-60}
[ -z "${FUZZ_RUNS:-}" ] || limit=-runs=$FUZZ_RUNS

for name in "$@"; do
	mkdir -p "$build/corpus/$name" || exit 1
	known=$here/corpus/$name
	[ -d "$known" ] || known=${known%_*} # fuzz_json_strict shares the corpus of fuzz_json
	[ -d "$known" ] || known=
	if "$build/tests/fuzz/fuzz_$name" "$limit" -max_len="${FUZZ_MAX_LEN:-1024}" -print_final_stats=1 \
		-artifact_prefix="$build/$name-" "$build/corpus/$name" ${known:+"$known"} \
		>"$build/$name.log" 2>&1; then
		awk -v name="$name" '
			/number_of_executed_units/ { runs = $2 }
			/average_exec_per_sec/ { rate = $2 }
			END { printf "%-16s %11d runs %8d a second\n", name, runs, rate }' "$build/$name.log"
	else
		printf '%s: failed\n' "$name"
		tail -n 60 "$build/$name.log"
		exit 1
	fi
done
