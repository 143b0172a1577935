/* SPDX-License-Identifier: MIT */
#include "audit/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void tally_uncompared(struct audit_tally *t, enum finding_kind of, size_t rows)
{
	switch (of) {
	case KIND_SEX_UNREAD:
		t->uncompared[ROSTER_SEX].unread += rows;
		break;
	case KIND_BIRTH_UNREAD:
	case KIND_BIRTH_HASHES:
		t->uncompared[ROSTER_BIRTH_DATE].unread += rows;
		break;
	case KIND_GROUP_UNREAD:
	case KIND_RECORD_GROUP_UNREAD:
		t->uncompared[ROSTER_ETHNIC_GROUP].unread += rows;
		break;
	case KIND_RECORD_EMPTY:
	case KIND_RECORD_UNSURE:
		t->record_empty += rows;
		break;
	default:
		break;
	}
}

void tally_finding(struct audit_tally *t, const struct finding *f)
{
	t->kinds[f->code]++;
	if (f->kind == KIND_SCIENTIFIC && f->code == FINDING_CANDIDATE_SPREADSHEET)
		t->candidate_scientific++;
	else if (f->kind == KIND_SCIENTIFIC)
		t->scientific++;
	tally_uncompared(t, f->kind, 1);
	t->severities[finding_code_severity(f->code)]++;
}

size_t tally_findings(const struct audit_tally *t)
{
	return t->severities[SEVERITY_ERROR] + t->severities[SEVERITY_WARNING] +
	       t->severities[SEVERITY_NOTE];
}

static void add_counts(size_t *to, const size_t *from, size_t count)
{
	for (size_t i = 0; i < count; i++)
		to[i] += from[i];
}

void tally_add(struct audit_tally *total, const struct audit_tally *one)
{
	total->rows += one->rows;
	add_counts(total->states, one->states, AUDIT_STATES);
	add_counts(total->severities, one->severities, SEVERITY_ERROR + 1);
	add_counts(total->kinds, one->kinds, FINDING_CODE_COUNT);
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		total->uncompared[c].unread += one->uncompared[c].unread;
		total->uncompared[c].empty += one->uncompared[c].empty;
		total->lacks[c].empty += one->lacks[c].empty;
	}
	total->record_empty += one->record_empty;
	total->doubtful_by_repeat += one->doubtful_by_repeat;
	total->skipped.count += one->skipped.count;
	total->skipped.titles += one->skipped.titles;
	total->interrupted = total->interrupted || one->interrupted;
}

void uncompared_add(struct uncompared *u, size_t row)
{
	u->empty++;
	row_runs_add(&u->rows, row);
}

void tally_sort(struct audit_tally *t)
{
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		row_runs_sort(&t->uncompared[c].rows);
		row_runs_sort(&t->lacks[c].rows);
	}
}

void skipped_add(struct skipped *s, const struct roster_row *row)
{
	struct changed_columns *change;

	if (row->kind == ROW_TITLE) {
		s->titles++;
		return;
	}
	s->rows = xgrow(s->rows, s->count, sizeof *s->rows);
	s->rows[s->count++] = (struct skipped_row){ row->row, row->label };
	if (row->order == NULL)
		return;
	s->orders = xgrow(s->orders, s->order_count, sizeof *s->orders);
	change = &s->orders[s->order_count++];
	*change = (struct changed_columns){ .row = row->row,
					    .label = row->order,
					    .birth_parts = row->columns->birth_parts };
	memcpy(change->index, row->columns->index, sizeof change->index);
}

void skipped_free(struct skipped *s)
{
	free(s->rows);
	free(s->orders);
	*s = (struct skipped){ 0 };
}

void tally_free(struct audit_tally *t)
{
	skipped_free(&t->skipped);
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		row_runs_free(&t->uncompared[c].rows);
		row_runs_free(&t->lacks[c].rows);
	}
}
