#!/bin/sh
# SPDX-License-Identifier: MIT
# bench_roster.sh BUILD: measures the audit of a roster of BENCH_ROWS rows (10000000) against wc -l
# of the same file, the median of BENCH_TIMES rounds (7). Then rosters of a tenth of the rows, all odd
# in one way, for half as many rounds.
set -eu

build=${1:?usage: bench_roster.sh BUILD}
rows=${BENCH_ROWS:-10000000}
times=${BENCH_TIMES:-7}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM

"$build/tests/bench/bench_roster" "$rows" "$folder/utf8.csv"
"$build/tests/bench/bench_roster" "$rows" "$folder/gb.csv" GB18030
"$build/tests/bench/bench_roster" $((rows / 10)) "$folder/tenth.csv"
"$build/tests/bench/bench_roster" "$rows" "$folder/sound.csv" UTF-8 0
"$build/tests/bench/bench_roster" $((rows / 10)) "$folder/odd.csv" UTF-8 100
audit="exec $build/xueji audit"

echo "名册 $rows 行：UTF-8 $(wc -c <"$folder/utf8.csv") 字节，GB18030 $(wc -c <"$folder/gb.csv") 字节；$times 轮的中位数，比值对 wc -l"
"$build/tests/bench/bench_turns" "$times" \
	"wc -l" "exec wc -l $folder/utf8.csv" \
	"awk: length of the number" "exec awk -F, 'length(\$2) != 18 { n++ } END { print n }' $folder/utf8.csv" \
	"audit --no-duplicates" "$audit --no-duplicates $folder/utf8.csv" \
	"audit --no-duplicates, GB18030" "$audit --no-duplicates $folder/gb.csv" \
	"audit --no-duplicates --json" "$audit --no-duplicates --json $folder/utf8.csv" \
	"audit" "$audit $folder/utf8.csv" \
	"audit, GB18030" "$audit $folder/gb.csv" \
	"audit --no-duplicates, all sound" "$audit --no-duplicates $folder/sound.csv" \
	"audit, all sound" "$audit $folder/sound.csv" \
	"audit --no-duplicates, a tenth" "$audit --no-duplicates $folder/tenth.csv" \
	"audit, a tenth" "$audit $folder/tenth.csv"

echo
echo "每行都有毛病，$((rows / 10)) 行，对同一文件的 wc -l：先是各种混在一起，再一种一种来"
"$build/tests/bench/bench_turns" $(((times + 1) / 2)) \
	"wc -l" "exec wc -l $folder/odd.csv" \
	"audit --no-duplicates" "$audit --no-duplicates $folder/odd.csv" | tail -n +2
# of_way WAY [wide]: status 1: there is no such way
of_way() {
	label=$("$build/tests/bench/bench_roster" $((rows / 10)) "$folder/odd.csv" UTF-8 100 "$@") || return
	"$build/tests/bench/bench_turns" $(((times + 1) / 2)) \
		"wc -l" "exec wc -l $folder/odd.csv" \
		"$label" "$audit --no-duplicates $folder/odd.csv" | tail -n +2
}
way=0
while of_way $way; do
	way=$((way + 1))
done

echo
echo "十列的名册也这样"
for way in 0 5 16 17 32 46 47; do
	of_way $way wide
done
