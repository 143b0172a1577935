/* SPDX-License-Identifier: MIT */
/* What a script names: by the ids of guide and FAQ, whole or without what stands before the first dot. The order in
 * the guide, and what its labels say, may change. */
#ifndef DEMO_NAMES_H
#define DEMO_NAMES_H

#include "app/app.h"

enum named {
	NAMED_STEP,
	NAMED_FIELD,
	NAMED_CHECK,
	NAMED_STATUS,
	NAMED_STUDENT,
	NAMED_PICTURE, /* an answer about one, by its label */
	NAMED_DOCUMENT,
	NAMED_ACCOUNT, /* an answer whether there is one */
	NAMED_MESSAGE,
	NAMED_ANSWER /* of the FAQ, which is read when it is opened */
};

enum { DEMO_WHY = 200 /* bytes of a reason */ };

/* The index of what is called so; SIZE_MAX: nothing is. check: whose picture, otherwise ignored. */
size_t demo_find(const struct app *app, enum named kind, size_t check, const char *word);

/* Writes that nothing is called so, and what there is. why: DEMO_WHY bytes. */
void demo_unknown(const struct app *app, enum named kind, size_t check, const char *word,
		  char *why);

/* The item to tick of that whole id, and the index of its step; NULL: there is none. */
const struct guide_item *demo_find_item(const struct guide *g, const char *id, size_t *step);

/* The label of a field of the present form; NULL: it has none of that id. Borrowed. */
const char *demo_field_label(const struct app *app, const char *word);

/* What stands on the screen for the id of a field, check or item, or "send"; any other word stays as it is.
 * Borrowed. */
const char *demo_label(const struct app *app, const char *word);

#endif
