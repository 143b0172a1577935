# SPDX-License-Identifier: MIT
# Makes src/rules/name_table.c from two files of the Unicode Character Database (Debian:
# unicode-data):
#
#	cd /usr/share/unicode && perl PROJECT/src/rules/name_table.pl >PROJECT/src/rules/name_table.c
#
# Radicals and strokes go to their Equivalent_Unified_Ideograph, CJK compatibility ideographs to
# their canonical decomposition. The twelve unified ideographs among the latter have none, and stay.
use strict;
use warnings;
use utf8;
use open qw(:std :utf8);

my ($version, %real, @runs);

open my $radicals, '<', 'EquivalentUnifiedIdeograph.txt' or die $!;
while (<$radicals>) {
	$version //= $1 if /(\d+\.\d+\.\d+)/;
	my ($first, $last, $real) = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)/ or next;
	$real{$_} = hex $real for hex $first .. hex($last // $first);
}
open my $data, '<', 'UnicodeData.txt' or die $!;
while (<$data>) {
	my ($cp, $name, $decomposition) = (split /;/)[0, 1, 5];
	$real{hex $cp} = hex $decomposition
		if $name =~ /^CJK COMPATIBILITY IDEOGRAPH/ && $decomposition =~ /^[0-9A-F]+$/;
}

print <<"END";
/* SPDX-License-Identifier: MIT AND Unicode-DFS-2016 */
/* Made by name_table.pl from the Unicode Character Database $version, files
 * EquivalentUnifiedIdeograph.txt and UnicodeData.txt: do not edit.
 * © 1991-2022 Unicode, Inc., https://www.unicode.org/license.txt */
/* clang-format off */
#include "rules/name_table.h"
END

# A small gap is cheaper filled with zeros than made a run of its own.
for my $cp (sort { $a <=> $b } keys %real) {
	push @runs, { first => $cp } if !@runs || $cp - $runs[-1]{last} > 16;
	$runs[-1]{last} = $cp;
}
for my $run (@runs) {
	my @values = map { exists $real{$_} ? chr $real{$_} : '\0' } $run->{first} .. $run->{last};
	printf "\nstatic const uint32_t from_%04X[] =", $run->{first};
	print "\n\tU\"", splice(@values, 0, 40), '"' while @values;
	print ";\n";
}
print "\nconst struct name_run name_lookalikes[] = {\n";
printf "\t{ 0x%04X, %d, from_%04X },\n", $_->{first}, $_->{last} - $_->{first} + 1, $_->{first} for @runs;
print "};\nconst size_t name_lookalike_runs = sizeof name_lookalikes / sizeof *name_lookalikes;\n";
