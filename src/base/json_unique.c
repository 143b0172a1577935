/* SPDX-License-Identifier: MIT */
#include "base/json_value.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

enum { FEW = 16 };

static int by_name(const void *a, const void *b)
{
	const struct json *x = a, *y = b;
	int order = strcmp(json_key(*x), json_key(*y));

	return order != 0 ? order : json_key_offset(*x) < json_key_offset(*y) ? -1 : 1;
}

/* Few are compared each with each, which is quicker than to sort them; places are not asked for then. */
static bool are_few_and_unlike(struct json object)
{
	const char *names[FEW];
	size_t count = 0;

	for (struct json m = json_first(object); m.node != NULL; m = json_next(m)) {
		const char *name = json_key(m);

		if (count == FEW)
			return false;
		for (size_t i = 0; i < count; i++)
			if (text_same(names[i], name))
				return false;
		names[count++] = name;
	}
	return true;
}

static void refuse_in(struct json object)
{
	struct json *members;
	size_t count, i = 0;

	if (are_few_and_unlike(object))
		return;
	count = json_count(object);
	members = xcalloc(count, sizeof *members);
	for (struct json m = json_first(object); m.node != NULL; m = json_next(m))
		members[i++] = m;
	qsort(members, count, sizeof *members, by_name);
	for (i = 1; i < count; i++) {
		const char *name = json_key(members[i]);

		if (strcmp(json_key(members[i - 1]), name) == 0)
			json_problem_at(object.doc, json_key_offset(members[i]),
					"“%.*s”写了两次，只留一个。", json_shown(name), name);
	}
	free(members);
}

void json_refuse_doubles(struct json value)
{
	if (json_kind(value) == JSON_OBJECT)
		refuse_in(value);
	for (struct json v = json_first(value); v.node != NULL; v = json_next(v))
		json_refuse_doubles(v);
}
