/* SPDX-License-Identifier: MIT */
/* How the sources of the address's rules share the work; nobody else includes this. */
#ifndef SITE_ADDRESS_INTERNAL_H
#define SITE_ADDRESS_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/characters.h"

#define SITE "chsi.com.cn"

/* An address without blanks and what cannot be seen; given and plain have the same places. */
struct address {
	struct characters given;
	struct characters plain; /* Latin letters for those that look like them; lower case */
	size_t start, end;       /* indexes: what stands before the path, with user-info and port */
};

enum { SITE_OWNER = 40 };

/* Letters, digits, hyphens and dots alone. */
struct site_host {
	char *name;             /* owned; lower case */
	const size_t *place;    /* borrowed; of each of its characters */
	bool named_behind;      /* the site's name occurs in the path, where it means nothing */
	char owner[SITE_OWNER]; /* site_check_host() fills it in */
};

bool site_is_host_character(uint32_t cp);
bool site_is_among(uint32_t cp, const char *set); /* ASCII */

/* The Latin letter or ASCII sign that a character looks like, in lower case; any other as it is. */
character_fold site_fold;

/* Adds a finding for each run of foreign characters up to the path, and for a backslash anywhere. */
void site_check_characters(const struct address *a, struct findings *out);

/* Adds a finding for the first character from start to end that no host has, if no other rule named
 * it. Returns whether there is none. */
bool site_check_host_characters(const struct address *a, size_t start, size_t end,
				struct findings *out);

/* How sentences speak of a host: the labels that say whose it is, cut to fit. */
const char *site_owner(const char *name, char out[SITE_OWNER]);

/* Adds one finding for a host that is not the site's: the reason that says most. */
void site_check_host(const struct site_host *host, struct findings *out);

#endif
