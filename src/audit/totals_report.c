/* SPDX-License-Identifier: MIT */
#include "audit/totals_report.h"

#include "audit/source_report.h"
#include "base/charset.h"
#include "base/text.h"

enum {
	BAR = 22,
	WHAT = 10, /* columns of the label of a total */
	TITLE = 24
};

/* Writes a label, padded to `columns` columns, and a count. */
static void put_count(FILE *out, const char *what, int columns, size_t count)
{
	int width = text_width(what);

	charset_printf(out, "  %s%*s%10zu", what, width < columns ? columns - width : 0, "", count);
}

/* Writes a count and its share in percent, without decimals if there are fewer than 100 students.
 * Shows 0 % only for none and 100 % only for all. */
static void put_share(FILE *out, const char *what, size_t part, size_t whole)
{
	int decimals = whole < 100 ? 0 : whole < 1000 ? 1 : 2;
	double least = decimals == 0 ? 1 : decimals == 1 ? 0.1 : 0.01;
	double share = 100.0 * (double)part / (double)whole;

	if (part > 0 && share < least)
		share = least;
	if (part < whole && share > 100 - least)
		share = 100 - least;
	put_count(out, what, WHAT, part);
	charset_printf(out, "%8.*f%%\n", decimals, share);
}

/* Writes a line such as 2 人没有考生号，没有核对（第 8、11 行）. unit: the word for the rows of
 * the records, whose cells they are; NULL: of the roster. */
static void write_empty(FILE *out, const struct uncompared *u, enum roster_column column,
			const char *unit, size_t most)
{
	if (u->empty == 0)
		return;
	charset_printf(out,
		       unit != NULL ? "  %zu 人的%s在高考信息里空着或者认不出来，没有比对"
				    : "  %zu 人没有%s，没有核对",
		       u->empty, column_title(column));
	if (u->rows.count > 0) {
		charset_printf(out, unit != NULL ? "（那里的第 " : "（第 ");
		source_report_rows(out, &u->rows, most);
		charset_printf(out, " %s）", unit != NULL ? unit : "行");
	}
	charset_printf(out, "\n");
}

void totals_report_write(FILE *out, const struct audit_summary *summary, size_t most)
{
	const struct audit_tally *t = summary->tally;
	bool compared = summary->records.path != NULL;
	const char *unit = summary->records.roster != NULL ? "行" : "个人";

	if (t->interrupted)
		charset_printf(out, "按 Ctrl-C 停下了，只到这里为止：\n");
	if (t->rows == 0)
		return;
	put_count(out, "学生", WHAT, t->rows);
	charset_printf(out, "\n");
	if (compared)
		put_share(out, "与高考一致", t->states[AUDIT_AGREED], t->rows);
	if (!compared || t->states[AUDIT_CLEAN] > 0)
		put_share(out, "格式对", t->states[AUDIT_CLEAN], t->rows);
	put_share(out, "有错", t->states[AUDIT_WRONG], t->rows);
	put_share(out, "要留意", t->states[AUDIT_DOUBTFUL], t->rows);
	/* The numbers are those of the JSON summary. */
	put_count(out, "问题", WHAT, tally_findings(t));
	charset_printf(out, "（错 %zu，留意 %zu，提示 %zu）\n", t->severities[SEVERITY_ERROR],
		       t->severities[SEVERITY_WARNING], t->severities[SEVERITY_NOTE]);
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		write_empty(out, &t->uncompared[c], (enum roster_column)c, NULL, most);
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		write_empty(out, &t->lacks[c], (enum roster_column)c, unit, most);
	if (t->record_empty > 0)
		charset_printf(out,
			       "  %zu 人在高考信息里的姓名或证件号码空着或者看不全，没有比对\n",
			       t->record_empty);
	if (t->doubtful_by_repeat > 0)
		charset_printf(out,
			       "  要留意的有 %zu 人自己没有问题：另一行的号码和他相同，姓名不同\n",
			       t->doubtful_by_repeat);
}

/* Sorts the codes by their number of findings, the most frequent first; equal ones stay in the
 * order of FINDING_CODES. Returns how many codes have findings. */
static size_t sort_kinds(const struct audit_tally *t, enum finding_code kinds[FINDING_CODE_COUNT])
{
	const size_t *counts = t->kinds;
	size_t count = 0;

	for (size_t code = 0; code < FINDING_CODE_COUNT; code++) {
		size_t i = count;

		if (counts[code] == 0)
			continue;
		for (; i > 0 && counts[kinds[i - 1]] < counts[code]; i--)
			kinds[i] = kinds[i - 1];
		kinds[i] = (enum finding_code)code;
		count++;
	}
	return count;
}

size_t totals_report_chart(FILE *out, const struct audit_tally *tally,
			   enum finding_code kinds[FINDING_CODE_COUNT])
{
	size_t count = sort_kinds(tally, kinds);

	if (count > 0)
		charset_printf(out, "\n各类问题\n");
	for (size_t i = 0; i < count; i++) {
		size_t found = tally->kinds[kinds[i]], most = tally->kinds[kinds[0]];
		int bar = (int)((found * BAR + most - 1) / most);

		put_count(out, finding_code_title(kinds[i]), TITLE, found);
		charset_printf(out, "  %.*s\n", bar, "######################");
	}
	return count;
}
