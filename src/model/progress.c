/* SPDX-License-Identifier: MIT */
#include "model/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/xalloc.h"

enum { FORMAT = 2 };

static const int64_t latest = INT64_C(1) << 40;

bool progress_is_token(const char *s, size_t size)
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

uint16_t progress_sample(const struct record *record)
{
	const unsigned char *bytes = (const unsigned char *)record;
	uint16_t sum = 0;

	if (!record->sample)
		return 0;
	for (size_t i = 0; i < offsetof(struct record, sample); i++)
		sum = (uint16_t)(sum * 31u + bytes[i]);
	return sum != 0 ? sum : 1;
}

static bool is_open(const struct progress_entry *e)
{
	return !e->ticked && e->result[0] == '\0' && e->time == 0;
}

/* Returns the index of an entry; p->count if there is none. */
static size_t find_entry(const struct progress *p, enum progress_map map, const char *id)
{
	size_t i = 0;

	while (i < p->count && (p->entries[i].map != map || strcmp(p->entries[i].id, id) != 0))
		i++;
	return i;
}

/* Returns the entry of an id; an open entry if there is none. */
static const struct progress_entry *get(const struct progress *p, enum progress_map map,
					const char *id)
{
	static const struct progress_entry open;
	size_t i = find_entry(p, map, id);

	return i < p->count ? &p->entries[i] : &open;
}

/* Returns the entry of an id, marked as changed, and adds it if there is none. Returns NULL if
 * there is no space or the id is not valid. */
static struct progress_entry *add_entry(struct progress *p, enum progress_map map, const char *id)
{
	size_t i = find_entry(p, map, id);

	if (i == p->count) {
		if (*id == '\0' || i == PROGRESS_MAX || !progress_is_token(id, PROGRESS_ID))
			return NULL;
		p->entries[p->count++] = (struct progress_entry){ .map = map };
		memcpy(p->entries[i].id, id, strlen(id) + 1);
	}
	p->entries[i].changed = true;
	return &p->entries[i];
}

bool progress_ticked(const struct progress *p, const char *id)
{
	return get(p, PROGRESS_TICKS, id)->ticked;
}

const char *progress_result(const struct progress *p, const char *id)
{
	return get(p, PROGRESS_RESULTS, id)->result;
}

int64_t progress_time(const struct progress *p, const char *step)
{
	return get(p, PROGRESS_TIMES, step)->time;
}

bool progress_tick(struct progress *p, const char *id, bool on)
{
	struct progress_entry *e = add_entry(p, PROGRESS_TICKS, id);

	if (e != NULL)
		e->ticked = on;
	return e != NULL;
}

bool progress_set_result(struct progress *p, const char *id, const char *result)
{
	struct progress_entry *e = progress_is_token(result, PROGRESS_RESULT)
					   ? add_entry(p, PROGRESS_RESULTS, id)
					   : NULL;

	if (e != NULL)
		memcpy(e->result, result, strlen(result) + 1);
	return e != NULL;
}

bool progress_set_time(struct progress *p, const char *step, int64_t when)
{
	struct progress_entry *e = add_entry(p, PROGRESS_TIMES, step);

	if (e != NULL)
		e->time = when;
	return e != NULL;
}

void progress_go(struct progress *p, const char *step)
{
	if (!progress_is_token(step, PROGRESS_ID) || strcmp(p->step, step) == 0)
		return;
	memcpy(p->step, step, strlen(step) + 1);
	p->step_changed = true;
}

bool progress_begun(const struct progress *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (!is_open(&p->entries[i]))
			return true;
	return p->step[0] != '\0';
}

void progress_finish(struct progress *p, int64_t when)
{
	p->finished_changed = p->finished_changed || p->finished != when;
	p->finished = when;
}

/* Marks everything as unchanged. */
static void settle_changes(struct progress *p)
{
	for (size_t i = 0; i < p->count; i++)
		p->entries[i].changed = false;
	p->step_changed = p->finished_changed = false;
}

void progress_merge(struct progress *kept, const struct progress *mine)
{
	for (size_t i = 0; i < mine->count; i++) {
		struct progress_entry *e =
			mine->entries[i].changed
				? add_entry(kept, mine->entries[i].map, mine->entries[i].id)
				: NULL;

		if (e != NULL)
			*e = mine->entries[i];
	}
	if (mine->step_changed)
		memcpy(kept->step, mine->step, sizeof kept->step);
	if (kept->started == 0)
		kept->started = mine->started;
	if (mine->finished_changed)
		kept->finished = mine->finished;
	settle_changes(kept);
}

static void write_map(const struct progress *p, enum progress_map map, FILE *f)
{
	const char *comma = "";

	for (size_t i = 0; i < p->count; i++) {
		const struct progress_entry *e = &p->entries[i];

		if (e->map != map || is_open(e))
			continue;
		fprintf(f, "%s\n  \"%s\"", comma, e->id);
		if (map == PROGRESS_RESULTS)
			fprintf(f, ": \"%s\"", e->result);
		else if (map == PROGRESS_TIMES)
			fprintf(f, ": %lld", (long long)e->time);
		comma = ",";
	}
}

char *progress_write(const struct progress *p)
{
	char *out;
	FILE *f = xmemstream(&out);

	fprintf(f, "{\"format\": %d, ", FORMAT);
	if (p->sample != 0)
		fprintf(f, "\"sample\": %u, ", (unsigned)p->sample);
	fprintf(f, "\"step\": \"%s\", \"started\": %lld, \"finished\": %lld,\n", p->step,
		(long long)p->started, (long long)p->finished);
	fputs(" \"ticks\": [", f);
	write_map(p, PROGRESS_TICKS, f);
	fputs("],\n \"results\": {", f);
	write_map(p, PROGRESS_RESULTS, f);
	fputs("},\n \"times\": {", f);
	write_map(p, PROGRESS_TIMES, f);
	fputs("}}\n", f);
	fclose(f);
	return out;
}

static void require(bool held, struct json value)
{
	if (!held)
		json_problem(value, "不是进度里会有的条目");
}

static void read_maps(struct json root, struct progress *out)
{
	struct json ticks = json_array(root, "ticks"), results = json_object(root, "results"),
		    times = json_object(root, "times");

	for (struct json v = json_first(ticks); v.node != NULL; v = json_next(v))
		require(progress_tick(out, json_string_value(v), true), v);
	for (struct json v = json_first(results); v.node != NULL; v = json_next(v))
		require(progress_set_result(out, json_key(v), json_string_value(v)), v);
	for (struct json v = json_first(times); v.node != NULL; v = json_next(v)) {
		int64_t when = json_integer(times, json_key(v), 0, latest);

		require(progress_set_time(out, json_key(v), when), v);
	}
}

/* Reads the whole document. Returns its format. */
static int64_t read_root(struct json root, struct progress *out)
{
	int64_t format = json_integer(root, "format", FORMAT, INT32_MAX);
	const char *step = json_string_or_null(root, "step");

	if (json_member(root, "sample").node != NULL)
		out->sample = (uint16_t)json_integer(root, "sample", 1, UINT16_MAX);
	out->started = json_integer(root, "started", 0, latest);
	out->finished = json_integer(root, "finished", 0, latest);
	if (step != NULL && progress_is_token(step, sizeof out->step))
		memcpy(out->step, step, strlen(step) + 1);
	else
		require(step == NULL, json_member(root, "step"));
	read_maps(root, out);
	json_no_others(root);
	return format;
}

enum progress_state progress_parse(const char *bytes, size_t len, struct progress *out)
{
	struct diag d = { 0 }; /* not shown: a damaged file is set aside as it is */
	struct json_doc *doc = json_parse(bytes, len, &d);
	enum progress_state state = PROGRESS_DAMAGED;

	progress_clear(out);
	if (doc != NULL && read_root(json_root(doc), out) > FORMAT)
		state = PROGRESS_NEWER;
	else if (doc != NULL && json_ok(doc))
		state = PROGRESS_READ;
	json_close(doc);
	settle_changes(out);
	if (state != PROGRESS_READ)
		progress_clear(out);
	return state;
}
