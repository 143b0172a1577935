/* SPDX-License-Identifier: MIT */
/* What only the whole roster tells. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "roster/audit_internal.h"

enum { ALARM_SHARE = 100, ALARM_LEAST = 3 };

static void found(struct audit *a, size_t row, const struct findings *f)
{
	a->row = (struct audit_row){ .row = row };
	for (size_t i = 0; i < f->count; i++)
		audit_found(a, &a->row, &f->items[i]);
}

/* Each row that repeats an earlier one is told with the first row of all. Leaves those told at the front
 * of the entries; returns how many. */
static size_t tell_doubles(struct audit *a, struct doubles_entry *entries, size_t count,
			   enum finding_code code, const char *what)
{
	struct doubles_entry first = { 0 };
	struct findings f = { 0 };
	size_t told = 0;

	for (size_t i = 0; i < count; i++) {
		f.count = 0;
		f.brief = !audit_wants(a, code);
		if (entries[i].key != first.key) {
			first = entries[i];
			continue;
		}
		findings_add(&f, code, 0, "%s与第 %u 行相同，%s", what, first.row,
			     (entries[i].tag ^ first.tag) >> AUDIT_STATE_BITS == 0
				     ? "姓名也相同：多半录入了两次，删去一行。"
				     : "姓名却不同：至少有一行抄错了，对照证件核对。");
		found(a, entries[i].row, &f);
		entries[told++] = entries[i];
	}
	return told;
}

static int by_row(const void *a, const void *b)
{
	const struct doubles_entry *x = a, *y = b;

	return (x->row > y->row) - (x->row < y->row);
}

/* The rows that were told, in one way or in both, are wrong ones now. */
static void count_doubles(struct audit *a, struct doubles_entry *all, size_t count)
{
	size_t *states = a->tally.states;

	qsort(all, count, sizeof *all, by_row);
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && all[i].row == all[i - 1].row)
			continue;
		states[all[i].tag & AUDIT_STATE_MASK]--;
		states[AUDIT_WRONG]++;
	}
}

/* Both together, owned by the caller. */
static struct doubles_entry *join(const struct doubles_entry *a, size_t a_count,
				  const struct doubles_entry *b, size_t b_count)
{
	struct doubles_entry *all = xcalloc(a_count + b_count + 1, sizeof *all);

	for (size_t i = 0; i < a_count + b_count; i++)
		all[i] = i < a_count ? a[i] : b[i - a_count];
	return all;
}

static void wipe(struct doubles_entry *entries, size_t count)
{
	if (count > 0)
		explicit_bzero(entries, count * sizeof *entries);
	free(entries);
}

void audit_find_doubles(struct audit *a)
{
	struct doubles_entry *numbers, *candidates, *all;
	size_t number_count, candidate_count, number_told, candidate_told;

	if (a->numbers == NULL)
		return;
	numbers = doubles_find(a->numbers, &number_count);
	number_told =
		tell_doubles(a, numbers, number_count, FINDING_ROSTER_DUPLICATE_ID, "证件号码");
	candidates = doubles_find(a->candidates, &candidate_count);
	candidate_told = tell_doubles(a, candidates, candidate_count,
				      FINDING_ROSTER_DUPLICATE_CANDIDATE, "考生号");
	all = join(numbers, number_told, candidates, candidate_told);
	count_doubles(a, all, number_told + candidate_told);
	wipe(numbers, number_count);
	wipe(candidates, candidate_count);
	wipe(all, number_told + candidate_told);
}

void audit_find_left(struct audit *a)
{
	size_t at = 0, row;

	if (a->records == NULL)
		return;
	memset(&a->row, 0, sizeof a->row);
	while (record_index_left(a->records, &at, &a->row.student, &row)) {
		struct findings f = { 0 };

		findings_add(&f, FINDING_ROSTER_MISSING, 0,
			     "高考信息第 %zu 行的这个人，名册里没有。没有报到的不必理会。", row);
		audit_found(a, &a->row, &f.items[0]);
	}
	record_wipe(&a->row.student);
}

/* By nature one number in eleven hundred ends in 000. */
static void find_spreadsheet(struct audit *a, struct findings *f)
{
	const struct audit_tally *t = &a->tally;

	if (t->rounded >= ALARM_LEAST && t->rounded * ALARM_SHARE > t->rows)
		findings_add(f, FINDING_ROSTER_SPREADSHEET, 0,
			     "%zu 个证件号码以 000 结尾，占 %zu%%，平常不到 0.1%%：这份名册经过表格"
			     "软件，末三位丢了。从原系统重新导出，号码一列存成文本。",
			     t->rounded, t->rounded * 100 / t->rows);
	if (t->scientific > 0)
		findings_add(f, FINDING_ROSTER_SPREADSHEET, 0,
			     "%zu 个证件号码成了 1.1E+17 这样的科学计数，原来的数字丢了。"
			     "从原系统重新导出，号码一列存成文本。",
			     t->scientific);
}

void audit_find_columns(struct audit *a)
{
	size_t line = roster_mixed_line(a->roster);
	struct findings f = { 0 };

	find_spreadsheet(a, &f);
	if (line > 0)
		findings_add(&f, FINDING_ROSTER_ENCODING, 0,
			     "文件里有两种编码：从第 %zu 行起不再是前面的 %s。"
			     "两个文件拼在一起之前，都先另存为 UTF-8。",
			     line, roster_encoding_name(roster_encoding(a->roster)));
	found(a, 0, &f);
}
