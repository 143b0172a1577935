/* SPDX-License-Identifier: MIT */
/* Keeps many structs in memory, most of whose bytes are zeros, as in struct audit_row: a tenth of
 * their size. Holds personal data. */
#ifndef ROW_STORE_H
#define ROW_STORE_H

#include <stdbool.h>
#include <stddef.h>

/* Initialised with zeros. */
struct row_store {
	unsigned char *bytes; /* owned */
	size_t used, space;
};

/* Adds a copy of an item of size bytes, a multiple of 8. Returns its place. */
size_t row_store_add(struct row_store *s, const void *item, size_t size);

/* Copies the item at a place and moves *place to the next one. false: there are no more. */
bool row_store_next(const struct row_store *s, size_t *place, void *item, size_t size);

/* Wipes and frees what it owns. */
void row_store_free(struct row_store *s);

#endif
