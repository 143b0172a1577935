/* SPDX-License-Identifier: MIT */
#include "audit/student_list.h"

#include <stdlib.h>
#include <string.h>

#include "audit/likeness.h"
#include "base/xalloc.h"
#include "rules/characters.h"
#include "rules/resident_id.h"
#include "rules/resident_id_other.h"
#include "table/cell.h"

/* What a number is, the first character of its key. WHOLE: a valid ID number, which makes two rows
 * one student's even if a name has a mistake; the others do so only with the name. */
enum { KEY_WHOLE = 'I', KEY_PART = 'i', KEY_CANDIDATE = 'c', KEY_STUDENT = 's' };

enum { KEYS = sizeof((struct student_row *)0)->keys / sizeof(char *) };

/* A number of a row. */
struct identity {
	const char *key;
	struct student_row *of; /* borrowed */
};

static const char *copy(struct arena *a, const char *s)
{
	size_t size = strlen(s) + 1;

	return memcpy(arena_take(a, size), s, size);
}

/* Whether digits of a number are hidden, or were lost by a spreadsheet: others have what is left of
 * it, too. */
static bool is_part(const char *number)
{
	struct characters c = characters_read(number);
	bool is = strstr(number, "**") != NULL || id_is_scientific(&c);

	characters_wipe(&c);
	return is;
}

/* Returns the key of a number as it was given; NULL if it has fewer digits and letters than
 * `least`, or digits are missing. */
static const char *key_of(struct arena *a, char what, const char *number, size_t least)
{
	char key[1 + RECORD_TEXT];
	const char *copied = NULL;
	size_t len;

	cell_number(number, key + 1);
	len = strlen(key + 1);
	key[0] = what == KEY_PART && id_is_valid(key + 1) ? KEY_WHOLE : what;
	if (len >= least && !is_part(number))
		copied = copy(a, key);
	explicit_bzero(key, sizeof key);
	return copied;
}

static struct student_row *add_row(struct student_list *l, const struct audit_row *row, size_t file,
				   const char *shown)
{
	enum { ID_LEAST = 6, CANDIDATE_LEAST = 8, STUDENT_LEAST = 6 };
	const struct record *student = &row->student;
	struct student_row *new;

	l->rows = xgrow(l->rows, l->count, sizeof *l->rows);
	new = &l->rows[l->count++];
	*new = (struct student_row){
		.file = file,
		.row = row->row,
		.shown = copy(l->arena, shown),
		.name = copy(l->arena, student->name),
		.keys = { key_of(l->arena, KEY_PART, student->id_number, ID_LEAST),
			  key_of(l->arena, KEY_CANDIDATE, student->candidate_number,
				 CANDIDATE_LEAST),
			  key_of(l->arena, KEY_STUDENT, row->student_number, STUDENT_LEAST) },
		.student = l->count, /* until they are sorted: the order in which they were added */
	};
	return new;
}

void student_list_add(struct student_list *l, const struct audit_row *row, size_t file,
		      const char *shown, const struct student_finding *finding)
{
	struct student_row *last = l->count > 0 ? &l->rows[l->count - 1] : NULL;
	struct student_finding *new = arena_take(l->arena, sizeof *new);

	*new = *finding;
	new->next = NULL;
	if (last == NULL || last->row != row->row || last->file != file)
		last = add_row(l, row, file, shown);
	if (last->last != NULL)
		last->last->next = new;
	else
		last->findings = new;
	last->last = new;
}

static int compare(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* By roster and row, then in the order in which they were added. */
static int by_place(const void *a, const void *b)
{
	const struct student_row *x = a, *y = b;

	return x->file != y->file ? compare(x->file, y->file)
	       : x->row != y->row ? compare(x->row, y->row)
				  : compare(x->student, y->student);
}

static int by_student(const void *a, const void *b)
{
	const struct student_row *x = a, *y = b;

	return x->student != y->student ? compare(x->student, y->student) : by_place(a, b);
}

/* By key, then by name. */
static int by_key(const void *a, const void *b)
{
	const struct identity *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	if (order == 0)
		order = strcmp(x->of->name, y->of->name);
	return order != 0 ? order : by_place(x->of, y->of);
}

/* Adds the findings of the same row to those that were added before. One of them may be without the
 * student, if the row could not be read again. */
static void join(struct student_row *row, const struct student_row *again)
{
	bool unknown = row->name[0] == '\0' && row->keys[0] == NULL;
	struct student_row joined = unknown ? *again : *row;

	row->last->next = again->findings;
	joined.findings = row->findings;
	joined.last = again->last;
	*row = joined;
}

/* Makes one of the entries of the same row. */
static void join_rows(struct student_list *l)
{
	size_t kept = 0;

	if (l->count > 0)
		qsort(l->rows, l->count, sizeof *l->rows, by_place);
	for (size_t i = 0; i < l->count; i++) {
		struct student_row *last = kept > 0 ? &l->rows[kept - 1] : NULL;

		if (last != NULL && last->file == l->rows[i].file && last->row == l->rows[i].row)
			join(last, &l->rows[i]);
		else
			l->rows[kept++] = l->rows[i];
	}
	l->count = kept;
}

/* Returns the first known row of the student of a row, by index. */
static size_t first_of(struct student_row *rows, size_t at)
{
	while (rows[at].student != at)
		at = rows[at].student = rows[rows[at].student].student;
	return at;
}

/* Whether the first other number that both rows have is the same student's, too. same: what number
 * they share. True if there is none. */
static bool others_agree(const struct student_row *a, const struct student_row *b, char same)
{
	for (size_t k = 0; k < KEYS; k++) {
		const char *x = a->keys[k], *y = b->keys[k];

		if (x == NULL || y == NULL || *x == same)
			continue;
		return strcmp(x, y) == 0 ||
		       (k == 0 && likeness_of_numbers(x + 1, y + 1) >= LIKENESS_WEAK);
	}
	return true;
}

/* Returns true if two rows with the same number are one student's. */
static bool is_same(const struct student_row *a, const struct student_row *b, char same)
{
	enum likeness likeness = likeness_of_names(a->name, b->name);
	bool whole = same == KEY_WHOLE;

	if (whole && (*a->name == '\0' || *b->name == '\0'))
		likeness = LIKENESS_WEAK;
	return likeness >= (whole ? LIKENESS_WEAK : LIKENESS_NEAR) &&
	       ((whole && likeness >= LIKENESS_NEAR) || others_agree(a, b, same));
}

/* Joins the students of two rows with the same number if they are one. Returns false if not. */
static bool unite(struct student_row *rows, const struct identity *a, const struct identity *b)
{
	size_t x = first_of(rows, (size_t)(a->of - rows)),
	       y = first_of(rows, (size_t)(b->of - rows));

	if (!is_same(a->of, b->of, *a->key) || !others_agree(&rows[x], &rows[y], *a->key))
		return false;
	if (x < y)
		rows[y].student = x;
	else
		rows[x].student = y;
	return true;
}

/* Finds the rows of each student by their numbers: compares each row with the one before it in the
 * order of names, and with the first. */
static void find_students(struct student_row *rows, const struct identity *identities, size_t count)
{
	const struct identity *first = identities;

	for (size_t i = 1; i < count; i++) {
		const struct identity *own = &identities[i];

		if (strcmp(first->key, own->key) != 0)
			first = own;
		else if (!unite(rows, own - 1, own))
			unite(rows, first, own);
	}
}

void student_list_sort(struct student_list *l)
{
	struct identity *identities;
	size_t count = 0;

	join_rows(l);
	identities = xcalloc(l->count, KEYS * sizeof *identities);
	for (size_t i = 0; i < l->count; i++) {
		struct student_row *row = &l->rows[i];

		row->student = i;
		for (size_t k = 0; k < KEYS; k++)
			if (row->keys[k] != NULL)
				identities[count++] = (struct identity){ row->keys[k], row };
	}
	if (count > 0)
		qsort(identities, count, sizeof *identities, by_key);
	find_students(l->rows, identities, count);
	for (size_t i = 0; i < l->count; i++)
		l->rows[i].student = first_of(l->rows, i);
	if (l->count > 0)
		qsort(l->rows, l->count, sizeof *l->rows, by_student);
	free(identities);
}

bool student_list_has(const struct student_row *rows, size_t count, size_t file, size_t row)
{
	const struct student_row key = { .file = file, .row = row, .student = rows[0].student };

	return bsearch(&key, rows, count, sizeof key, by_student) != NULL;
}

void student_list_free(struct student_list *l)
{
	free(l->rows);
	l->rows = NULL;
	l->count = 0;
}
