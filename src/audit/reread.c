/* SPDX-License-Identifier: MIT */
#include "audit/reread.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "audit/likeness.h"
#include "audit/row_store.h"
#include "base/xalloc.h"

/* Rows in memory at a time; a roster is read once for as many. */
enum { ROWS_MAX = 1 << 17 };

struct reread_row {
	uint32_t row; /* counted through all rosters */
	size_t place; /* of its struct audit_row in the store */
};

/* The rows of the wanted repeats from one on, up to `end`. */
struct batch {
	const struct reread *reread;   /* borrowed */
	const struct repeats *repeats; /* borrowed */
	size_t end, count;
	struct reread_row *items; /* owned; sorted by row */
	struct row_store store;
};

static int by_row(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b; /* struct reread_row begins with its row */

	return (*x > *y) - (*x < *y);
}

/* Opens a roster a second time. Returns NULL if it cannot be read twice, or was changed or
 * replaced. Does not open a pipe: that would wait for another writer. */
static struct roster *open_again(const struct repeats_roster *one,
				 const volatile sig_atomic_t *stop)
{
	struct csv_options csv = { .stop = stop };
	static struct diag ignored;
	struct roster *r;
	struct stat st;

	ignored.count = 0;
	if (strcmp(one->path, "-") == 0 || stat(one->path, &st) < 0 || !S_ISREG(st.st_mode))
		return NULL;
	r = roster_open(one->path, &csv, &ignored);
	if (r == NULL || roster_file_same(roster_file(r), one->file))
		return r;
	roster_close(r);
	return NULL;
}

/* Reads rows of one roster again. numbers: of these rows, sorted. */
static void read_rows(struct batch *out, const struct repeats_roster *one, const uint32_t *numbers,
		      size_t count)
{
	struct roster *roster = open_again(one, out->reread->stop);
	struct audit_row is;

	for (size_t i = 0; i < count && roster != NULL; i++) {
		const struct roster_row *row = NULL;

		if (i == 0 || numbers[i] != numbers[i - 1])
			row = roster_student_at(roster, numbers[i] - one->start, one->even);
		if (row == NULL)
			continue;
		memset(&is, 0, sizeof is);
		audit_row_read(&is, roster, row);
		is.file = out->reread->named ? one->path : NULL;
		out->items[out->count++] =
			(struct reread_row){ numbers[i],
					     row_store_add(&out->store, &is, sizeof is) };
	}
	explicit_bzero(&is, sizeof is);
	roster_close(roster);
}

static void batch_free(struct batch *b)
{
	row_store_free(&b->store);
	free(b->items);
}

/* Reads the rows of the wanted repeats, as many as fit, from one on. */
static void read_batch(struct batch *b, size_t from)
{
	const struct repeats_rosters *rosters = &b->reread->rosters;
	uint32_t *numbers = NULL;
	size_t count = 0;

	batch_free(b);
	*b = (struct batch){ .reread = b->reread, .repeats = b->repeats, .end = from };
	for (; b->end < b->repeats->count && count < ROWS_MAX; b->end++) {
		if (!b->repeats->items[b->end].wanted)
			continue;
		for (size_t k = 0; k < 2; k++) {
			numbers = xgrow(numbers, count, sizeof *numbers);
			numbers[count++] = k == 0 ? b->repeats->items[b->end].first
						  : b->repeats->items[b->end].row;
		}
	}
	if (count > 0)
		qsort(numbers, count, sizeof *numbers, by_row);
	b->items = xcalloc(count, sizeof *b->items);
	for (size_t i = 0, end; i < count; i = end) {
		size_t one = repeats_roster_of(rosters, numbers[i]);

		for (end = i; end < count && repeats_roster_of(rosters, numbers[end]) == one;)
			end++;
		read_rows(b, &rosters->items[one], numbers + i, end - i);
	}
	free(numbers);
}

/* Copies a row of the batch. Returns out, or NULL if the row was not read again. */
static const struct audit_row *row_of(const struct batch *b, uint32_t row, struct audit_row *out)
{
	const struct reread_row *found =
		bsearch(&row, b->items, b->count, sizeof *b->items, by_row);
	size_t place = found != NULL ? found->place : 0;

	return found != NULL && row_store_next(&b->store, &place, out, sizeof *out) ? out : NULL;
}

static const char *name_of(const struct repeats_roster *roster)
{
	return strcmp(roster->path, "-") == 0 ? "标准输入" : roster->path;
}

/* Describes a roster that may be a copy: nearly all its students are in another one, too, as if it
 * was given twice. */
struct copy {
	size_t count, of; /* repeats of rows in another roster; its index */
	bool reported;
};

static bool is_included(const struct reread *reread, const struct repeat *r)
{
	return r->elsewhere == reread->elsewhere;
}

static const struct repeats_roster *roster_of(const struct reread *reread, uint32_t row)
{
	return &reread->rosters.items[repeats_roster_of(&reread->rosters, row)];
}

/* Marks the repeats in another roster whose rows have different names. Where the keys of the names
 * differ, which they do in another encoding, too, the names are read again. */
static void compare_names(const struct reread *reread, struct repeats *repeats)
{
	struct batch b = { .reread = reread, .repeats = repeats };
	struct audit_row own, other;

	for (size_t i = 0; i < repeats->count; i++)
		repeats->items[i].wanted = is_included(reread, &repeats->items[i]) &&
					   repeats->items[i].kind == KIND_REPEATED_ELSEWHERE &&
					   repeats->items[i].other_name;
	for (size_t i = 0; i < repeats->count; i++) {
		struct repeat *r = &repeats->items[i];
		bool differ;

		if (!r->wanted)
			continue;
		if (i >= b.end)
			read_batch(&b, i);
		if (row_of(&b, r->row, &own) != NULL && row_of(&b, r->first, &other) != NULL)
			differ = likeness_of_names(own.student.name, other.student.name) !=
				 LIKENESS_SAME;
		else
			differ = strcmp(roster_of(reread, r->row)->encoding,
					roster_of(reread, r->first)->encoding) == 0;
		if (differ)
			repeats_of_names(repeats, r, KIND_REPEATED_ELSEWHERE_OTHER);
	}
	explicit_bzero(&own, sizeof own);
	explicit_bzero(&other, sizeof other);
	batch_free(&b);
}

/* Counts the students of each roster who have the same ID number and name in another one. The
 * caller frees the result. */
static struct copy *count_copies(const struct repeats_rosters *rosters,
				 const struct repeats *repeats)
{
	struct copy *copies = xcalloc(rosters->count, sizeof *copies);

	for (size_t i = 0; i < repeats->count; i++) {
		const struct repeat *r = &repeats->items[i];
		struct copy *copy = &copies[repeats_roster_of(rosters, r->row)];
		size_t of = repeats_roster_of(rosters, r->first);

		if (!r->elsewhere || r->code != FINDING_ROSTER_DUPLICATE_ID ||
		    r->kind == KIND_REPEATED_ELSEWHERE_OTHER)
			continue;
		if (copy->count == 0)
			copy->of = of;
		copy->count += copy->of == of;
	}
	return copies;
}

/* Returns true if the repeat is one of a copy, which is reported as a whole. */
static bool is_of_copy(const struct reread *reread, const struct repeat *r,
		       const struct copy *copies)
{
	enum { LEAST = 3, PERCENT = 90 };
	const struct repeats_roster *own = roster_of(reread, r->row);
	const struct copy *copy = &copies[own - reread->rosters.items];

	return r->elsewhere && r->code == FINDING_ROSTER_DUPLICATE_ID &&
	       r->kind != KIND_REPEATED_ELSEWHERE_OTHER &&
	       copy->of == repeats_roster_of(&reread->rosters, r->first) &&
	       copy->count * 100 >= own->students * PERCENT &&
	       (copy->count >= LEAST ||
		roster_file_same(own->file, reread->rosters.items[copy->of].file));
}

/* Reports a roster that is a copy, once, instead of a repeat in it. */
static void report_copy(const struct reread *reread, const struct repeat *r, struct copy *copies,
			struct sink *sink, struct audit_tally *tally)
{
	size_t own = repeats_roster_of(&reread->rosters, r->row);
	const struct audit_row row = { .file = reread->rosters.items[own].path };
	struct finding f = { .code = FINDING_ROSTER_DUPLICATE_ID,
			     .kind = KIND_REPEATED_ROSTER,
			     .count = copies[own].count,
			     .label = name_of(&reread->rosters.items[copies[own].of]) };

	if (!copies[own].reported)
		sink_report(sink, tally, &row, NULL, &f);
	copies[own].reported = true;
}

static void report_repeat(const struct batch *b, const struct repeat *r, struct sink *sink,
			  struct audit_tally *tally)
{
	const struct repeats_roster *own = roster_of(b->reread, r->row),
				    *other = roster_of(b->reread, r->first);
	struct audit_row row, first;
	bool names = r->kind == KIND_FILLED_NAMES;
	const struct finding f = { .code = r->code,
				   .kind = r->kind,
				   .count = names              ? r->first - own->start
					    : r->last > r->row ? r->last - own->start
							       : 0,
				   .other = (names ? r->last : r->first) - other->start,
				   .label = b->reread->elsewhere ? name_of(other)
					    : r->code == FINDING_ROSTER_DUPLICATE_ID ? "证件号码"
										     : "考生号" };

	if (row_of(b, r->row, &row) == NULL)
		row = (struct audit_row){ .row = r->row - own->start,
					  .file = b->reread->named ? own->path : NULL };
	sink_report(sink, tally, &row, names ? NULL : row_of(b, r->first, &first), &f);
	explicit_bzero(&row, sizeof row);
	explicit_bzero(&first, sizeof first);
}

void reread_report(const struct reread *reread, struct repeats *repeats, struct sink *sink,
		   struct audit_tally *tally)
{
	struct batch b = { .reread = reread, .repeats = repeats };
	struct copy *copies;

	compare_names(reread, repeats);
	copies = count_copies(&reread->rosters, repeats);
	for (size_t i = 0; i < repeats->count; i++)
		repeats->items[i].wanted = is_included(reread, &repeats->items[i]) &&
					   !is_of_copy(reread, &repeats->items[i], copies);
	for (size_t i = 0; i < repeats->count; i++) {
		const struct repeat *r = &repeats->items[i];

		if (r->wanted && i >= b.end)
			read_batch(&b, i);
		if (r->wanted)
			report_repeat(&b, r, sink, tally);
		else if (is_included(reread, r))
			report_copy(reread, r, copies, sink, tally);
	}
	batch_free(&b);
	free(copies);
}

/* Reports a finding with each of its rows. */
static void report_each(const struct reread *reread, const struct finding *f,
			const struct row_runs *rows, struct sink *sink)
{
	const struct repeats_roster *one = reread->rosters.items;
	struct roster *roster = open_again(one, reread->stop);
	struct audit_row is;

	for (size_t i = 0; i < rows->count; i++)
		for (size_t row = rows->items[i].first; row <= rows->items[i].last; row++) {
			const struct roster_row *found =
				roster != NULL ? roster_student_at(roster, row, one->even) : NULL;

			is = (struct audit_row){ .row = row };
			if (found != NULL)
				audit_row_read(&is, roster, found);
			is.file = reread->named ? one->path : NULL;
			sink->finding(sink, &is, NULL, f, NULL);
		}
	explicit_bzero(&is, sizeof is);
	roster_close(roster);
}

void reread_report_rows(const struct reread *reread, const struct finding *f,
			const struct row_runs *rows, struct sink *sink, struct audit_tally *tally)
{
	enum { WHOLE_PERCENT = 90 };
	const struct audit_row all = { .file = reread->named ? reread->rosters.items->path : NULL };
	bool whole = rows == NULL || rows->rows * 100 >= tally->rows * WHOLE_PERCENT;

	tally_finding(tally, f);
	if (whole || !reread->by_student || rows->of_records)
		sink->finding(sink, &all, NULL, f, whole ? NULL : rows);
	else
		report_each(reread, f, rows, sink);
}
