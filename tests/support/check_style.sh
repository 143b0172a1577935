#!/bin/sh
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2086 # names here have no blanks, lists of them are meant to be split
# check_style.sh BUILD: checks the structure, formatting and static analysis of the sources. Prints
# a line for each rule and what breaks it. BUILD holds the program's objects and internal.a. From
# the environment: CC; CFLAGS_LIBS and LIBS_ALL, the flags of the libraries; INSTALLED, the
# installed headers. Tools that are not installed are passed over.
set -u

build=${1:?usage: check_style.sh BUILD}
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

sources=$(ls src/*/*.c)
headers=$(ls src/*/*.h)
tests=$(ls tests/*/*.c tests/*/*.h)

# rule NAME: holds if its standard input is empty. At the end of a pipe it is a process of its own: what is
# broken is kept in a file.
rule() {
	sed 's/^/  /' >"$work/found"
	if [ -s "$work/found" ]; then
		printf 'broken: %s\n' "$1"
		cat "$work/found"
		: >"$work/broken"
	else
		printf 'holds:  %s\n' "$1"
	fi
}

has() {
	command -v "$1" >/dev/null 2>&1
}

# Prints "FILE HEADER" for each include of a project header.
includes() {
	awk '/^#include "/ { gsub(/"/, "", $2); print FILENAME, $2 }' "$@"
}

for cc in gcc clang; do
	has $cc || continue
	$cc -std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -Wno-unused-function -Isrc -Iinclude \
		-fsyntax-only -x c $headers 2>&1 |
		rule "every header compiles alone ($cc)"
done

# A source includes its own header first, which proves that the header is complete; then the
# system's headers; then the project's in alphabetical order.
awk '
	FNR == 1 {
		ours = 0; last = ""
		own = FILENAME ~ /\.c$/
	}
	/^#include </ {
		if (ours)
			print FILENAME ":" FNR ": a system header after the project'\''s"
		own = 0
	}
	/^#include "/ {
		h = $2; gsub(/"/, "", h)
		if (own) {
			own = 0
			next
		}
		ours = 1
		if (h < last)
			print FILENAME ":" FNR ": " h " after " last
		last = h
	}
' $sources $headers | rule 'own header first, then system headers, then the project in order'

# A source and its headers X.h and X_internal.h count as one file. A file needs those whose headers
# it includes and those that define a symbol it uses.
{
	includes $sources $headers | sed 's|^src/||'
	printf "$build/%s\n" ${sources} | sed 's/\.c$/.o/' | xargs nm -A -P | sed "s|^$build/src/||" | awk '
		{ file = $1; sub(/:$/, "", file) }
		$3 == "U" { uses[++count] = file " " $2; next }
		$3 ~ /^[A-TV-Z]$/ { home[$2] = file }
		END {
			for (i = 1; i <= count; i++) {
				split(uses[i], use)
				if (use[2] in home)
					print use[1], home[use[2]]
			}
		}'
} | sed 's/\(_internal\)*\.[cho] / /; s/\(_internal\)*\.[cho]$//' | awk '$1 != $2' | sort -u >"$work/edges"
tsort "$work/edges" 2>&1 >/dev/null | awk '
	/input contains a loop/ { if (loop) print loop first; loop = first = ""; next }
	{ if (!first) first = $2; loop = loop $2 " -> " }
	END { if (loop) print loop first }' | rule 'no cycle among files, over includes and calls'

# Each line: a layer, then the layers it may include besides itself.
cat >"$work/layers" <<'END'
base
rules base
model rules base
table rules base
roster table rules base
audit roster table model rules base
view model rules base
wizard roster table model rules base
screens wizard view audit model rules base
app screens wizard view audit model rules base
demo app screens wizard view model rules base
plain demo app screens wizard view model rules base
tui demo app screens wizard view model rules base
cli tui plain demo app screens wizard view audit model rules base
END
includes $sources $headers | awk '
	FILENAME != "-" {
		for (i = 1; i <= NF; i++)
			may[$1, $i]
		next
	}
	{
		split($1, from, "/")
		split($2, to, "/")
		if (!((from[2], to[1]) in may))
			print $1 " includes " $2
	}
' "$work/layers" - | rule 'a layer includes only those below it'

grep -l '^#include <\(curses\|term\|ncurses.*\)\.h>' $sources $headers | grep -v '^src/tui/tui' |
	rule 'only tui includes curses'
grep -l '^#include <cJSON' $sources $headers | grep -v '^src/base/json\.c$' |
	rule 'only json includes cJSON'
nm -u "$build/internal.a" | awk 'NF == 2 { print $2 }' | sort -u >"$work/wanted"
for library in libncursesw libtinfo; do
	$CC -print-file-name=$library.so.6
done | xargs nm -D --defined-only 2>/dev/null | awk 'NF == 3 { sub(/@.*/, "", $3); print $3 }' |
	sort -u | comm -12 - "$work/wanted" | rule 'the library uses nothing of curses'

# Unused: reached neither from main() nor from a function of an installed header.
exported=$(awk '/^[a-z].*\(/ { sub(/\(.*/, ""); sub(/.*[ *]/, ""); print "-Wl,-u," $0 }' $INSTALLED)
env -u MAKEFLAGS -u MAKELEVEL make -s BUILD="$build/style" CFLAGS='-O0 -ffunction-sections' \
	CPPFLAGS= LDFLAGS= "$build/style/xueji" 2>&1 | rule 'the program builds without a warning'
$CC -Wl,--gc-sections,--print-gc-sections $exported -o "$work/xueji" "$build"/style/src/tui/tui*.o \
	"$build/style/src/cli/main.o" -Wl,--whole-archive "$build/style/internal.a" \
	-Wl,--no-whole-archive $LIBS_ALL 2>&1 |
	sed -n "s/.*removing unused section '\.text\.\([A-Za-z0-9_]*\)' in file '.*internal\.a(\(.*\)\.o)'.*/\1 \2/p" |
	while read -r name file; do
		case $name in
		csv_open_bytes | csv_width) ;; # tests use these: input from memory
		*) printf '%s: %s()\n' "$file" "$name" ;;
		esac
	done | rule 'no unused function'

awk '
	/^[a-z].*\)$/ || /^\t*[a-z].*\)$/ { name = $0 }
	/^\{$/ { first = FNR; open = 1 }
	/^\}$/ && open {
		open = 0
		if (FNR - first > 60)
			print FILENAME ":" first ": " FNR - first " lines: " name
	}
' $sources | rule 'no function of more than 60 lines'

awk 'FNR == 2 && !/^\/\* / { print FILENAME ": line 2 does not say what it is for" }' $headers |
	rule 'every header begins with a sentence'

# tests/unit/test_X.c tests src/*/X.c or src/*/X.h.
exists() {
	for path in "$@"; do
		[ ! -e "$path" ] || return 0
	done
	return 1
}
for f in tests/unit/test_*.c; do
	name=${f#tests/unit/test_}
	exists src/*/"$name" src/*/"${name%.c}.h" || printf '%s: no such source\n' "$f"
done | rule 'every unit test is named after a source'

grep -n ' $\|	$' $sources $headers $tests Makefile .ci/* tests/*/*.sh | rule 'no blanks at the ends of lines'

if has clang-format; then
	clang-format --dry-run -Werror $sources $headers $tests 2>&1 | grep 'error:' |
		rule 'formatting (clang-format)'
fi
if has shellcheck; then
	shellcheck -s sh .ci/* tests/*/*.sh | rule 'shell scripts (shellcheck)'
fi
if has cppcheck; then
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr \
		--suppress=missingIncludeSystem --suppress=internalAstError -D_GNU_SOURCE \
		-D__linux__ '-D_Noreturn=__attribute__((noreturn))' -Isrc -Iinclude $sources 2>&1 | rule 'cppcheck'
fi
if has clang-tidy; then
	printf '%s\n' $sources | xargs -P 2 -I@ clang-tidy --quiet @ -- -std=c17 -D_GNU_SOURCE \
		-DXUEJI_VERSION='"0"' -DXUEJI_DATADIR='"/"' -Isrc -Iinclude $CFLAGS_LIBS 2>/dev/null |
		rule clang-tidy
fi

[ ! -e "$work/broken" ]
