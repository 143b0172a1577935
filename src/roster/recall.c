/* SPDX-License-Identifier: MIT */
#include "roster/recall.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/xalloc.h"
#include "roster/likeness.h"

enum { ROWS_MAX = 2048 }; /* rows in memory, two of each repeat */

struct recalled {
	uint32_t row; /* counted through all rosters */
	struct audit_row is;
};

struct rows {
	size_t count;
	struct recalled items[];
};

static int by_row(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b; /* struct recalled begins with its row */

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
static void read_rows(struct rows *out, const struct recall *recall,
		      const struct repeats_roster *one, const uint32_t *numbers, size_t count)
{
	struct fast_path f = { .births = fast_path_births(recall->today),
			       .pass = { true, true, true } };
	struct roster *roster = open_again(one, recall->stop);

	for (size_t i = 0; i < count && roster != NULL; i++) {
		const struct roster_row *row = NULL;
		struct recalled *new = &out->items[out->count];

		if (i == 0 || numbers[i] != numbers[i - 1])
			row = roster_row_at(roster, numbers[i] - one->start, &f);
		if (row == NULL)
			continue;
		new->row = numbers[i];
		audit_row_read(&new->is, roster, row);
		new->is.file = recall->named ? one->path : NULL;
		out->count++;
	}
	roster_close(roster);
}

static bool is_told(const struct recall *recall, const struct repeat *r)
{
	return r->elsewhere == recall->elsewhere;
}

/* Reads the rows of all repeats that are reported. The result is sorted; the caller frees it. */
static struct rows *read_all(const struct recall *recall, const struct repeats *repeats)
{
	uint32_t numbers[ROWS_MAX];
	size_t count = 0;
	struct rows *rows;

	for (size_t i = 0; i < repeats->count && count < ROWS_MAX; i++) {
		if (!is_told(recall, &repeats->items[i]))
			continue;
		numbers[count++] = repeats->items[i].first;
		numbers[count++] = repeats->items[i].row;
	}
	if (count > 0)
		qsort(numbers, count, sizeof *numbers, by_row);
	rows = xcalloc(1, sizeof *rows + count * sizeof *rows->items);
	for (size_t i = 0, end; i < count; i = end) {
		size_t one = repeats_roster_of(&recall->rosters, numbers[i]);

		for (end = i;
		     end < count && repeats_roster_of(&recall->rosters, numbers[end]) == one;)
			end++;
		read_rows(rows, recall, &recall->rosters.items[one], numbers + i, end - i);
	}
	return rows;
}

/* Returns NULL if the row was not read again. */
static const struct audit_row *row_of(const struct rows *rows, uint32_t row)
{
	const struct recalled *found =
		bsearch(&row, rows->items, rows->count, sizeof *rows->items, by_row);

	return found != NULL ? &found->is : NULL;
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

/* Marks the repeats in another roster whose rows, as far as they were read again, have different
 * names. */
static void compare_names(struct repeats *repeats, const struct rows *rows)
{
	for (size_t i = 0; i < repeats->count; i++) {
		struct repeat *r = &repeats->items[i];
		const struct audit_row *row = row_of(rows, r->row), *first = row_of(rows, r->first);

		if (r->kind == KIND_REPEATED_ELSEWHERE && row != NULL && first != NULL &&
		    likeness_of_names(row->student.name, first->student.name) != LIKENESS_SAME)
			repeats_of_names(repeats, r, KIND_REPEATED_ELSEWHERE_OTHER);
	}
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

/* Reports a roster that is a copy, once, instead of a repeat in it. false: it is no copy. */
static bool tell_copy(const struct repeats_rosters *rosters, const struct repeat *r,
		      struct copy *copies, struct sink *sink, struct audit_tally *tally)
{
	enum { LEAST = 3, PERCENT = 90 };
	size_t own = repeats_roster_of(rosters, r->row);
	struct copy *copy = &copies[own];
	const struct audit_row row = { .file = rosters->items[own].path };
	struct finding f = { .code = FINDING_ROSTER_DUPLICATE_ID,
			     .kind = KIND_REPEATED_ROSTER,
			     .count = copy->count,
			     .label = name_of(&rosters->items[copy->of]) };

	if ((copy->count < LEAST &&
	     !roster_file_same(rosters->items[own].file, rosters->items[copy->of].file)) ||
	    copy->count * 100 < rosters->items[own].students * PERCENT ||
	    copy->of != repeats_roster_of(rosters, r->first) ||
	    r->code != FINDING_ROSTER_DUPLICATE_ID || r->kind == KIND_REPEATED_ELSEWHERE_OTHER)
		return false;
	if (!copy->reported)
		sink_tell(sink, tally, &row, NULL, &f);
	copy->reported = true;
	return true;
}

void recall_tell(const struct recall *recall, struct repeats *repeats, struct sink *sink,
		 struct audit_tally *tally)
{
	struct rows *rows = read_all(recall, repeats);
	struct copy *copies;

	compare_names(repeats, rows);
	copies = count_copies(&recall->rosters, repeats);
	for (size_t i = 0; i < repeats->count; i++) {
		struct repeat *r = &repeats->items[i];
		const struct repeats_roster *rosters = recall->rosters.items;
		const struct repeats_roster *own =
			&rosters[repeats_roster_of(&recall->rosters, r->row)];
		const struct repeats_roster *other =
			&rosters[repeats_roster_of(&recall->rosters, r->first)];
		const struct audit_row *row = row_of(rows, r->row), *first = row_of(rows, r->first);
		const struct audit_row unknown = { .row = r->row - own->start,
						   .file = recall->named ? own->path : NULL };
		bool names = r->kind == KIND_FILLED_NAMES;
		struct finding f = { .code = r->code,
				     .kind = r->kind,
				     .count = names              ? r->first - own->start
					      : r->last > r->row ? r->last - own->start
								 : 0,
				     .other = (names ? r->last : r->first) - other->start,
				     .label = recall->elsewhere ? name_of(other)
					      : r->code == FINDING_ROSTER_DUPLICATE_ID ? "证件号码"
										       : "考生号" };

		if (!is_told(recall, r) ||
		    (r->elsewhere && tell_copy(&recall->rosters, r, copies, sink, tally)))
			continue;
		sink_tell(sink, tally, row != NULL ? row : &unknown, names ? NULL : first, &f);
	}
	explicit_bzero(rows->items, rows->count * sizeof *rows->items);
	free(rows);
	free(copies);
}
