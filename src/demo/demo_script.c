/* SPDX-License-Identifier: MIT */
#include "demo/demo_script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/guide_read.h"
#include "model/progress.h"

enum { FORMAT = 1, SECONDS_MAX = 3600, NAME_MAX_BYTES = 24 };

/* While keys are read, stands for the digit of the beat's step. */
enum { STEP = KEYNAME_LAST };

static const struct {
	const char *name;
	uint32_t key;
} names[] = {
	{ "Step", STEP },
	{ "Enter", KEYNAME_RETURN },
	{ "Esc", KEYNAME_ESC },
	{ "Tab", KEYNAME_TAB },
	{ "Shift-Tab", KEYNAME_BACK_TAB },
	{ "Up", KEYNAME_UP },
	{ "Down", KEYNAME_DOWN },
	{ "Left", KEYNAME_LEFT },
	{ "Right", KEYNAME_RIGHT },
	{ "Home", KEYNAME_HOME },
	{ "End", KEYNAME_END },
	{ "PgUp", KEYNAME_PAGE_UP },
	{ "PgDn", KEYNAME_PAGE_DOWN },
	{ "Backspace", KEYNAME_BACKSPACE },
	{ "Delete", KEYNAME_DELETE },
	{ "F1", KEYNAME_F1 },
	{ "F2", KEYNAME_F2 },
	{ "F3", KEYNAME_F3 },
	{ "Ctrl-A", KEY_CTRL('A') },
	{ "Ctrl-E", KEY_CTRL('E') },
	{ "Ctrl-K", KEY_CTRL('K') },
	{ "Ctrl-R", KEY_CTRL('R') },
	{ "Ctrl-U", KEY_CTRL('U') },
	{ "Ctrl-W", KEY_CTRL('W') },
};

/* Reads "pause 1.5", seconds with at most one decimal; false: the word is no pause. */
static bool read_pause(const char *word, unsigned *ms)
{
	static const char start[] = "pause ";
	char *end;
	long tenths; /* of a second */

	if (strncmp(word, start, sizeof start - 1) != 0)
		return false;
	word += sizeof start - 1;
	if (*word < '0' || *word > '9')
		return false;
	tenths = strtol(word, &end, 10);
	if (tenths > DEMO_PAUSE_MAX)
		return false;
	tenths *= 10;
	if (end[0] == '.' && end[1] >= '0' && end[1] <= '9') {
		tenths += end[1] - '0';
		end += 2;
	}
	*ms = (unsigned)tenths * 100;
	return *end == '\0' && *ms <= DEMO_PAUSE_MAX;
}

static bool read_name(const char *word, struct demo_event *event)
{
	*event = (struct demo_event){ 0, 0 };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(names[i].name, word) == 0) {
			event->key = names[i].key;
			return true;
		}
	return read_pause(word, &event->pause_ms);
}

/* Reads the first event of the keys; returns its length in bytes, 0: it is no event. */
static size_t read_event(const char *keys, struct demo_event *event)
{
	size_t len = strcspn(keys, ">");
	char *word;
	bool known;

	if (keys[0] != '<' || keys[1] == '<') {
		*event = (struct demo_event){ 0, 0 };
		len = text_decode(keys, strlen(keys), &event->key);
		return keys[0] == '<' ? 2 : len;
	}
	if (keys[len] == '\0')
		return 0;
	word = xstrndup(keys + 1, len - 1);
	known = read_name(word, event);
	free(word);
	return known ? len + 1 : 0;
}

/* digit: of the beat's step; 0: there is no guide. */
static void read_keys(struct json value, struct demo_beat *beat, uint32_t digit)
{
	const char *keys = json_string(value, "keys");

	beat->events = guide_take(value, strlen(keys), sizeof *beat->events);
	while (*keys != '\0') {
		struct demo_event *event = &beat->events[beat->event_count];
		size_t len = read_event(keys, event);

		if (len == 0) {
			json_problem(json_member(value, "keys"),
				     "不认得“%.*s”：按键写成 <Enter>、<Tab>、<Down>，停顿写成 "
				     "<pause 1.5>（最长 60 秒），< 本身写成 <<。",
				     (int)text_fit(keys, NAME_MAX_BYTES), keys);
			return;
		}
		if (event->key == STEP) {
			if (json_member(value, "step").node == NULL) {
				json_problem(json_member(value, "keys"),
					     "<Step> 要知道是哪一步：在这一段里写上“step”。");
				return;
			}
			event->key = digit;
		}
		beat->event_count++;
		keys += len;
	}
}

/* The digit of the key that goes to a step; 0 after a problem. */
static uint32_t find_step(struct json value, const char *id, const struct guide *guide)
{
	char known[GUIDE_STEPS_MAX * (PROGRESS_RESULT + sizeof "、")] = "";
	size_t n = 0;

	for (size_t i = 0; i < guide->step_count; i++) {
		if (text_same(guide->steps[i].id, id))
			return '1' + (uint32_t)i;
		n += (size_t)sprintf(known + n, "%s%s", i > 0 ? "、" : "", guide->steps[i].id);
	}
	json_problem(value, "指南里没有“%s”这一步；有：%s。", id, known);
	return 0;
}

/* Sets *step; returns its digit, 0: none. */
static uint32_t read_step(struct json beat, const char **step, const struct guide *guide)
{
	struct json value = json_member(beat, "step");

	*step = "";
	if (json_kind(value) == JSON_NUMBER) {
		json_problem(value, "“step”写这一步在指南里的编号，如 \"register\"，不写第几步；"
				    "开场和收尾不写。");
		return 0;
	}
	*step = json_string_value(value);
	if (**step == '\0' || !guide_check_id(value, *step) || guide == NULL)
		return 0;
	return find_step(value, *step, guide);
}

static void read_beat(struct json value, struct demo_beat *beat, const struct guide *guide,
		      struct guide_ids *ids)
{
	static const char *const keys[] = { "id",   "title",   "caption", "notes",
					    "step", "seconds", "keys",    NULL };
	uint32_t digit;

	json_only(value, keys);
	beat->id = guide_read_id(value, ids);
	beat->title = json_string(value, "title");
	beat->caption = guide_read_marked(value, "caption");
	beat->notes = guide_read_text(json_array_or_none(value, "notes"));
	digit = read_step(value, &beat->step, guide);
	beat->seconds = (unsigned)json_integer(value, "seconds", 1, SECONDS_MAX);
	read_keys(value, beat, digit);
}

static void read_script(struct json root, struct demo_script *s, const struct guide *guide)
{
	static const char *const keys[] = { "$schema", "format", "title", "record", "beats", NULL };
	struct json beats = json_array(root, "beats");
	struct guide_ids ids = { 0 };

	json_only(root, keys);
	json_integer(root, "format", FORMAT, FORMAT);
	s->title = json_string(root, "title");
	s->record = json_string(root, "record");
	if (strchr(s->record, '/') != NULL)
		json_problem(json_member(root, "record"), "只写文件名：它要和脚本放在一起。");
	if (guide_count(beats) > DEMO_BEATS_MAX)
		json_problem(beats, "最多 %d 段。", DEMO_BEATS_MAX);
	s->beats = guide_take(beats, json_count(beats), sizeof *s->beats);
	for (struct json v = json_first(beats); v.node != NULL; v = json_next(v))
		read_beat(v, &s->beats[s->beat_count++], guide, &ids);
}

static struct demo_script *take_doc(struct json_doc *doc, const struct guide *guide)
{
	struct demo_script *s;

	if (doc == NULL)
		return NULL;
	s = xcalloc(1, sizeof *s);
	json_keep(doc, &s->memory);
	read_script(json_root(doc), s, guide);
	if (!json_ok(doc)) {
		demo_script_free(s);
		s = NULL;
	}
	json_close(doc);
	return s;
}

struct demo_script *demo_script_load(const char *path, const struct guide *guide, struct diag *d)
{
	return take_doc(json_load(path, DEMO_BYTES_MAX, d), guide);
}

struct demo_script *demo_script_parse(const char *bytes, size_t len, const struct guide *guide,
				      struct diag *d)
{
	return take_doc(json_parse(bytes, len, d), guide);
}

void demo_script_free(struct demo_script *s)
{
	if (s == NULL)
		return;
	arena_wipe(&s->memory);
	free(s);
}
