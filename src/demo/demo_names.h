/* SPDX-License-Identifier: MIT */
/* Finds what a script names by the ids of the guide and the FAQ, whole or without the part before
 * the first dot. A script names ids because the guide's order and labels may change. */
#ifndef DEMO_NAMES_H
#define DEMO_NAMES_H

#include "app/app.h"

enum named {
	NAMED_STEP,
	NAMED_FIELD,
	NAMED_CHECK,
	NAMED_STATUS,
	NAMED_STUDENT,
	NAMED_PICTURE, /* an answer about a picture, by its label */
	NAMED_DOCUMENT,
	NAMED_ACCOUNT, /* an answer to the question about an account */
	NAMED_MESSAGE,
	NAMED_ANSWER /* of the FAQ, which is read when it is opened */
};

enum { DEMO_WHY = 200 /* bytes of a reason */ };

/* Returns the index of what has this name; SIZE_MAX if there is none. check: the check of a
 * NAMED_PICTURE, ignored for other kinds. */
size_t demo_find(const struct app *app, enum named kind, size_t check, const char *word);

/* Writes to why that there is no such name, and which names there are. why: DEMO_WHY bytes. */
void demo_unknown(const struct app *app, enum named kind, size_t check, const char *word,
		  char *why);

/* Finds an item to tick by its whole id, and sets *step to the index of its step. Returns NULL if
 * there is none. */
const struct guide_item *demo_find_item(const struct guide *g, const char *id, size_t *step);

/* Returns the label of a field of the current form, borrowed; NULL if the form has no field of this
 * id. */
const char *demo_field_label(const struct app *app, const char *word);

/* Returns the text on the screen for the id of a field, check or item, or for "send"; any other
 * word unchanged. Borrowed. */
const char *demo_label(const struct app *app, const char *word);

#endif
