# SPDX-License-Identifier: MIT
# Makes src/rules/name_table.c from two files of the Unicode Character Database (Debian: unicode-data):
#
#	cd /usr/share/unicode && LC_ALL=C awk -f PROJECT/src/rules/name_table.awk \
#		EquivalentUnifiedIdeograph.txt UnicodeData.txt > PROJECT/src/rules/name_table.c
#
# Radicals and strokes go to their Equivalent_Unified_Ideograph, CJK compatibility ideographs to their
# canonical decomposition. The twelve unified ideographs among the latter have none, and stay.

function number(hex,    i, n)
{
	n = 0
	for (i = 1; i <= length(hex); i++)
		n = n * 16 + index("123456789ABCDEF", substr(hex, i, 1))
	return n
}

function utf8(n)
{
	if (n >= 65536)
		return sprintf("%c%c%c%c", 240 + int(n / 262144), 128 + int(n / 4096) % 64,
			128 + int(n / 64) % 64, 128 + n % 64)
	return sprintf("%c%c%c", 224 + int(n / 4096), 128 + int(n / 64) % 64, 128 + n % 64)
}

function row_end()
{
	if (column > 0)
		printf "\""
	column = 0
}

function value(n)
{
	printf("%s%s", column == 0 ? "\n\tU\"" : "", n > 0 ? utf8(n) : "\\0")
	if (++column == 40)
		row_end()
}

FNR == 1 && match($0, /[0-9]+\.[0-9]+\.[0-9]+/) {
	version = substr($0, RSTART, RLENGTH)
}

FILENAME ~ /EquivalentUnifiedIdeograph/ && /^[0-9A-F]/ {
	split($1, ends, /\.\./)
	sub(/.*; */, "")
	last = number(ends[2] == "" ? ends[1] : ends[2])
	for (cp = number(ends[1]); cp <= last; cp++)
		real[cp] = number($1)
}

FILENAME ~ /UnicodeData/ {
	split($0, field, ";")
	if (field[2] ~ /^CJK COMPATIBILITY IDEOGRAPH/ && field[6] ~ /^[0-9A-F]+$/)
		real[number(field[1])] = number(field[6])
}

END {
	print "/* SPDX-License-Identifier: MIT AND Unicode-DFS-2016 */"
	print "/* Made by name_table.awk from the Unicode Character Database " version ", files"
	print " * EquivalentUnifiedIdeograph.txt and UnicodeData.txt: do not edit."
	print " * © 1991-2022 Unicode, Inc., https://www.unicode.org/license.txt */"
	print "/* clang-format off */"
	print "#include \"rules/name_table.h\""

	# A small gap is cheaper filled with zeros than made a run of its own.
	for (cp = 11904; cp < 196608; cp++) {
		if (!(cp in real))
			continue
		if (runs == 0 || cp - last > 16) {
			if (runs > 0) {
				row_end()
				print ";"
			}
			first[++runs] = cp
			last = cp - 1
			printf "\nstatic const uint32_t from_%04X[] =", cp
		}
		while (++last < cp)
			value(0)
		value(real[cp])
		size[runs] = cp - first[runs] + 1
	}
	row_end()
	print ";\n"
	print "const struct name_run name_lookalikes[] = {"
	for (i = 1; i <= runs; i++)
		printf "\t{ 0x%04X, %d, from_%04X },\n", first[i], size[i], first[i]
	print "};"
	print "const size_t name_lookalike_runs = sizeof name_lookalikes / sizeof *name_lookalikes;"
}
