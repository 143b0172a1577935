/* SPDX-License-Identifier: MIT */
#include "audit/finding_list.h"

#include <stdlib.h>
#include <string.h>

#include "audit/packed.h"
#include "base/xalloc.h"

/* Holds findings one after the other: row, other row, sentence, then the student, and the other
 * student if there is one, each with a NUL. */
struct finding_chunk {
	struct finding_chunk *next;
	size_t used;
	char bytes[FINDING_LIST_CHUNK];
};

static void add_bytes(struct finding_list *l, struct arena *arena, const char *bytes, size_t len)
{
	struct finding_chunk *last = l->last, *new;

	if (last == NULL || FINDING_LIST_CHUNK - last->used < len) {
		new = arena_take(arena, sizeof *new);
		new->next = NULL;
		new->used = 0;
		if (last == NULL)
			l->first = new;
		else
			last->next = new;
		l->last = last = new;
	}
	memcpy(last->bytes + last->used, bytes, len);
	last->used += len;
}

void finding_list_add(struct finding_list *l, struct arena *arena, const struct listed_finding *f)
{
	char bytes[FINDING_LIST_CHUNK], *to = packed_number(bytes, f->row);

	to = packed_number(to, f->other);
	to = packed_number(to, f->sentence);
	to = stpcpy(to, f->student) + 1;
	if (f->other > 0)
		to = stpcpy(to, f->other_student) + 1;
	add_bytes(l, arena, bytes, (size_t)(to - bytes));
	l->unsorted = l->unsorted || f->row < l->row;
	l->row = f->row;
}

/* Reads the finding at `at` in a chunk. Returns the position behind it. */
static const char *read_finding(const char *at, struct listed_finding *out)
{
	out->row = packed_take_number(&at);
	out->other = packed_take_number(&at);
	out->sentence = packed_take_number(&at);
	out->student = at;
	at += strlen(at) + 1;
	out->other_student = at;
	return out->other > 0 ? at + strlen(at) + 1 : at;
}

/* A finding in a list. order: its index in the list. */
struct placed {
	size_t row, order;
	const char *at;
};

static int by_row(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
				: (x->order > y->order) - (x->order < y->order);
}

/* Most lists are sorted already and need no copy. */
void finding_list_visit(const struct finding_list *l, bool sorted,
			void (*visit)(void *context, const struct listed_finding *f), void *context)
{
	bool sort = sorted && l->unsorted;
	struct listed_finding one;
	struct placed *all = NULL;
	size_t count = 0;

	for (const struct finding_chunk *c = l->first; c != NULL; c = c->next)
		for (const char *at = c->bytes, *next; at < c->bytes + c->used; at = next) {
			next = read_finding(at, &one);
			if (!sort) {
				visit(context, &one);
				continue;
			}
			all = xgrow(all, count, sizeof *all);
			all[count] = (struct placed){ one.row, count, at };
			count++;
		}
	if (count > 0)
		qsort(all, count, sizeof *all, by_row);
	for (size_t i = 0; i < count; i++) {
		read_finding(all[i].at, &one);
		visit(context, &one);
	}
	free(all);
}
