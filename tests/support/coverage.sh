#!/bin/sh
# SPDX-License-Identifier: MIT
# coverage.sh BUILD: the lines and branch exits of each source that the tests of BUILD have reached,
# lowest first. A program that is killed writes no counts.
set -eu

build=$1

for source in src/*/*.c; do
	object=$build/${source%.c}
	# Tests run xueji-traceable.
	[ ! -e "$object-traceable.gcda" ] || object=$object-traceable
	gcov -b -n -o "$object.gcno" "$source" 2>/dev/null | awk -F '[:% ]+' -v source="$source" '
		/^File/ { ours = index($0, "\047" source "\047") > 0 }
		ours && /^Lines/ { lines = $3; of_lines = $5 }
		ours && /^Taken/ { taken = $5; of_branches = $7 }
		END { if (of_lines > 0) print source, lines + 0, of_lines + 0, taken + 0, of_branches + 0 }'
done | sort -k2,2n -k4,4n -k1,1 | awk '
	{
		printf "%-36s lines %6.2f %% of %4d   branches %6.2f %% of %4d\n", $1, $2, $3, $4, $5
		lines += $2 * $3; of_lines += $3; taken += $4 * $5; of_branches += $5
	}
	END {
		printf "%-36s lines %6.2f %% of %4d   branches %6.2f %% of %4d\n", "all",
			lines / of_lines, of_lines, taken / of_branches, of_branches
	}'
