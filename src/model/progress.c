/* SPDX-License-Identifier: MIT */
#include "model/progress.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/xalloc.h"

enum { FORMAT = 1 };

static bool is_token(const char *s, size_t size)
{
	size_t len = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789._-");

	return len < size && s[len] == '\0';
}

void progress_clear(struct progress *p)
{
	memset(p, 0, offsetof(struct progress, entries));
}

void progress_copy(struct progress *to, const struct progress *from)
{
	memmove(to, from,
		offsetof(struct progress, entries) + from->count * sizeof from->entries[0]);
}

static struct progress_entry *find(struct progress *p, const char *id)
{
	for (size_t i = 0; i < p->count; i++)
		if (strcmp(p->entries[i].id, id) == 0)
			return &p->entries[i];
	return NULL;
}

const char *progress_state(const struct progress *p, const char *id)
{
	for (size_t i = 0; i < p->count; i++)
		if (strcmp(p->entries[i].id, id) == 0)
			return p->entries[i].state;
	return "";
}

bool progress_is(const struct progress *p, const char *id, const char *state)
{
	return strcmp(progress_state(p, id), state) == 0;
}

static struct progress_entry *put(struct progress *p, const char *id, const char *state)
{
	struct progress_entry *e = find(p, id);

	if (!is_token(state, PROGRESS_STATE))
		return NULL;
	if (e == NULL) {
		if (*id == '\0' || p->count == PROGRESS_MAX || !is_token(id, PROGRESS_ID))
			return NULL;
		e = &p->entries[p->count++];
		memset(e, 0, sizeof *e);
		memcpy(e->id, id, strlen(id) + 1);
	}
	memcpy(e->state, state, strlen(state) + 1);
	return e;
}

void progress_set(struct progress *p, const char *id, const char *state)
{
	struct progress_entry *e = put(p, id, state);

	if (e != NULL)
		e->changed = true;
}

void progress_go(struct progress *p, const char *step)
{
	if (!is_token(step, PROGRESS_ID) || strcmp(p->step, step) == 0)
		return;
	memcpy(p->step, step, strlen(step) + 1);
	p->step_changed = true;
}

bool progress_begun(const struct progress *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->entries[i].state[0] != '\0')
			return true;
	return p->step[0] != '\0';
}

void progress_finish(struct progress *p, int64_t when)
{
	p->finished_changed = p->finished_changed || p->finished != when;
	p->finished = when;
}

void progress_merge(struct progress *kept, const struct progress *mine)
{
	for (size_t i = 0; i < mine->count; i++)
		if (mine->entries[i].changed)
			put(kept, mine->entries[i].id, mine->entries[i].state);
	if (mine->step_changed)
		memcpy(kept->step, mine->step, sizeof kept->step);
	if (kept->started == 0)
		kept->started = mine->started;
	if (mine->finished_changed)
		kept->finished = mine->finished;
}

void progress_settle(struct progress *p)
{
	for (size_t i = 0; i < p->count; i++)
		p->entries[i].changed = false;
	p->step_changed = p->finished_changed = false;
}

char *progress_write(const struct progress *p)
{
	char *out;
	size_t len;
	const char *comma = "";
	FILE *f = xmemstream(&out, &len);

	fprintf(f, "{\"format\": %d, \"step\": \"%s\", \"started\": %lld, \"finished\": %lld,\n",
		FORMAT, p->step, (long long)p->started, (long long)p->finished);
	fputs(" \"items\": {", f);
	for (size_t i = 0; i < p->count; i++) {
		const struct progress_entry *e = &p->entries[i];

		if (e->state[0] == '\0')
			continue;
		fprintf(f, "%s\n  \"%s\": \"%s\"", comma, e->id, e->state);
		comma = ",";
	}
	fputs("\n}}\n", f);
	fclose(f);
	return out;
}

static void read_items(struct json items, struct progress *out)
{
	for (struct json v = json_first(items); v.node != NULL; v = json_next(v)) {
		const char *state = json_string_value(v);

		if (put(out, json_key(v), state) == NULL)
			json_problem(v, "不是进度里会有的条目");
	}
}

bool progress_parse(const char *bytes, size_t len, struct progress *out, bool *newer,
		    struct diag *d)
{
	static const char *const keys[] = {
		"format", "step", "started", "finished", "items", NULL
	};
	struct json_doc *doc = json_parse(bytes, len, d);
	struct json root;
	const char *step;
	bool ok;

	progress_clear(out);
	*newer = false;
	if (doc == NULL)
		return false;
	root = json_root(doc);
	*newer = json_integer(root, "format", 0, INT32_MAX) > FORMAT;
	json_only(root, keys);
	out->started = json_integer(root, "started", 0, 1L << 40);
	out->finished = json_integer(root, "finished", 0, 1L << 40);
	step = json_string_or_null(root, "step");
	if (step != NULL && !is_token(step, sizeof out->step))
		json_problem(json_member(root, "step"), "不是步骤的编号");
	else if (step != NULL)
		memcpy(out->step, step, strlen(step) + 1);
	read_items(json_object(root, "items"), out);
	ok = json_ok(doc);
	json_close(doc);
	if (!ok)
		progress_clear(out);
	return ok;
}
