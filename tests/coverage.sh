#!/bin/sh
# SPDX-License-Identifier: MIT
# coverage.sh BUILD NAME...: lines and branches of each NAME.c that the tests of BUILD have reached.
set -eu

build=$1
shift
for name in "$@"; do
	source=$(echo src/*/"$name.c")
	gcov -b -n -o "$build/${source%/*}" "$source" 2>/dev/null |
		awk -F '[:% ]+' -v name="$name" '
			/^File/ { ours = index($0, "/" name ".c") > 0 }
			ours && /^Lines/ { lines = $3 }
			ours && /^Taken/ { taken = $5 }
			END { printf "%-22s lines %6s %%   branches %6s %%\n", name, lines, taken }'
done
