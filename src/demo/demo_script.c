/* SPDX-License-Identifier: MIT */
#include "demo/demo_script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/key.h"
#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "model/guide_read.h"
#include "model/progress.h"
#include "rules/finding.h"
#include "wizard/verdict.h"

enum {
	SECONDS_MAX = 3600,
	NAME_MAX_BYTES = 24,
	CAPTION_ROWS = 3,
	CAPTION_COLUMNS = 38 /* in a window of 40 columns */
};

static const struct {
	const char *name;
	uint32_t key;
} names[] = {
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

/* Reads "pause 1.5", seconds with at most one decimal. Returns false if the word is not a pause. */
static bool read_pause(const char *word, unsigned *ms)
{
	unsigned seconds = 0, tenth = 0;
	int len = 0;

	sscanf(word, "pause %2u%n.%1u%n", &seconds, &len, &tenth, &len);
	*ms = seconds * 1000 + tenth * 100;
	return len > 0 && word[len] == '\0' && *ms <= DEMO_PAUSE_MAX;
}

static bool read_key(const char *word, struct demo_event *event)
{
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(names[i].name, word) == 0) {
			event->key = names[i].key;
			return true;
		}
	return false;
}

/* Reads a command, its target, and all that follows, such as "Field name 李 明", into the arena.
 * Returns what is wrong; NULL if nothing is. */
static const char *read_command(struct json value, const char *word, struct demo_event *event)
{
	static const struct {
		const char *name;
		enum demo_event_kind kind;
		int least, most; /* words behind the name; the second may be several */
		const char *wrong;
	} commands[] = {
		{ "Step", DEMO_STEP, 0, 1, NULL },
		{ "Field", DEMO_FIELD, 1, 2, "没写完：写成 <Field name 李明>" },
		{ "Code", DEMO_CODE, 0, 0, NULL },
		{ "Check", DEMO_CHECK, 2, 2, "没写完：写成 <Check name 一样>" },
		{ "Choose", DEMO_CHOOSE, 2, 2, "没写完：写成 <Choose status registered>" },
		{ "Tick", DEMO_TICK, 0, 1, NULL },
		{ "Open", DEMO_OPEN, 1, 2, "没写完：写成 <Open form>" },
		{ "Press", DEMO_PRESS, 1, 1, "没写完：写成 <Press next>" },
	};
	size_t len = strcspn(word, " ");

	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		const char *rest = word + len + strspn(word + len, " ");
		size_t target = strcspn(rest, " ");
		char *copy;
		int words;

		if (strlen(commands[i].name) != len || strncmp(commands[i].name, word, len) != 0)
			continue;
		copy = guide_take(value, strlen(rest) + 1, 1);
		strcpy(copy, rest);
		event->kind = commands[i].kind;
		event->target = copy;
		event->text = copy + target + (copy[target] == ' ');
		copy[target] = '\0';
		words = (*event->target != '\0') + (*event->text != '\0');
		return words < commands[i].least  ? commands[i].wrong
		       : words > commands[i].most ? "后面多了字，删掉"
						  : NULL;
	}
	return "不认得：有 Step、Field、Code、Check、Choose、Tick、Open、Press，和 <Enter>、<PgDn> "
	       "这样的键";
}

static const char *read_word(struct json value, const char *word, struct demo_event *event)
{
	static const char pause[] = "pause";

	if (read_key(word, event))
		return NULL;
	if (strncmp(word, pause, sizeof pause - 1) != 0)
		return read_command(value, word, event);
	event->kind = DEMO_PAUSE;
	return read_pause(word, &event->pause_ms) ? NULL : "不对：停顿写成 <pause 1.5>，最长 60 秒";
}

/* Reads the first event of the keys, and sets *len to its length in bytes. Returns what is wrong;
 * NULL if nothing is. */
static const char *read_event(struct json value, const char *keys, size_t *len,
			      struct demo_event *event)
{
	const char *wrong;
	char *word;

	*event = (struct demo_event){ .target = "", .text = "" };
	if (keys[0] != '<' || keys[1] == '<') {
		*len = text_decode(keys, strlen(keys), &event->key);
		*len += keys[0] == '<';
		return NULL;
	}
	*len = 1 + strcspn(keys + 1, "<>");
	if (keys[*len] != '>')
		return "少了后面的 >；要打 < 这个字，写成 <<";
	word = xstrndup(keys + 1, *len - 1);
	++*len;
	wrong = read_word(value, word, event);
	free(word);
	if (wrong == NULL && (event->kind == DEMO_STEP || event->kind == DEMO_TICK) &&
	    *event->target == '\0' && json_member(value, "step").node == NULL)
		return "要知道是哪一步：在这一段里写上“step”";
	return wrong;
}

static void read_keys(struct json value, struct demo_beat *beat)
{
	struct json member = json_member(value, "keys");
	const char *keys = json_string_or_null(value, "keys");
	size_t len;

	json_place(member.node != NULL ? member : value, &beat->line, &beat->column);
	if (keys == NULL || *keys == '\0')
		return;
	beat->events = guide_take(value, strlen(keys), sizeof *beat->events);
	for (; *keys != '\0'; keys += len) {
		const char *wrong =
			read_event(value, keys, &len, &beat->events[beat->event_count++]);

		if (wrong == NULL)
			continue;
		json_problem(member, "这一段（%s）里的“%.*s”%s。", beat->id,
			     (int)(len < NAME_MAX_BYTES ? len : text_fit(keys, NAME_MAX_BYTES)),
			     keys, wrong);
		return;
	}
}

static void find_step(struct json value, const char *id, const struct guide *guide)
{
	char known[GUIDE_STEPS_MAX * (PROGRESS_RESULT + sizeof "、")] = "";
	size_t n = 0;

	for (size_t i = 0; i < guide->step_count; i++) {
		if (text_same(guide->steps[i].id, id))
			return;
		n += (size_t)sprintf(known + n, "%s%s", i > 0 ? "、" : "", guide->steps[i].id);
	}
	json_problem(value, "指南里没有“%s”这一步；有：%s。", id, known);
}

static void read_beat_step(struct json beat, const char **step, const struct guide *guide)
{
	struct json value = json_member(beat, "step");

	*step = "";
	if (json_kind(value) == JSON_NUMBER) {
		json_problem(value, "“step”写这一步在指南里的编号，如 \"register\"，不写第几步；"
				    "开场和收尾不写。");
		return;
	}
	*step = json_string_value(value);
	if (**step != '\0' && guide_check_id(value, *step) && guide != NULL)
		find_step(value, *step, guide);
}

static void read_slide(struct json value, struct demo_slide *slide)
{
	if (value.node == NULL)
		return;
	slide->heading = json_string(value, "heading");
	slide->text = guide_read_text(json_array_or_none(value, "text"));
	slide->school = json_bool_or(value, "school", false);
	slide->deadline = json_bool_or(value, "deadline", false);
	slide->contacts = json_bool_or(value, "contacts", false);
	slide->qr = json_bool_or(value, "qr", false);
	json_no_others(value);
}

const char *const demo_verdicts[] = { [VERDICT_OPEN] = "open",
				      [VERDICT_PASS] = "pass",
				      [VERDICT_WAIT] = "wait",
				      [VERDICT_FAIL] = "fail",
				      NULL };

/* True for a code that a form or the verification can show. */
static bool is_code(const char *name)
{
	for (int code = 0; code < FINDING_CODE_COUNT; code++)
		if (strcmp(finding_code_name((enum finding_code)code), name) == 0)
			return finding_code_field((enum finding_code)code) != FIELD_ROW;
	return false;
}

static void read_expect(struct json value, struct demo_expect *expect)
{
	if (value.node == NULL)
		return;
	json_place(value, &expect->line, &expect->column);
	expect->finding = json_string_or_null(value, "finding");
	if (expect->finding != NULL && !is_code(expect->finding))
		json_problem(json_member(value, "finding"),
			     "没有“%.40s”这种错；代号如 name.space，xueji check --json 会写出来。",
			     expect->finding);
	if (json_first(value).node == NULL)
		json_problem(value, "写上演完应当有的：finding、verdict 或 text。");
	expect->text = json_string_or_null(value, "text");
	if (json_member(value, "verdict").node != NULL)
		expect->verdict = demo_verdicts[json_choice(value, "verdict", demo_verdicts, -1)];
	json_no_others(value);
}

/* Reads the file name of a record, which is beside the script or in the shipped data. A beat that
 * names none keeps the script's record. */
static void read_record_name(struct json object, struct demo_beat *beat)
{
	struct json member = json_member(object, "record");
	const char *name = json_string_or_null(object, "record");

	if (name == NULL)
		return;
	beat->record = name;
	json_place(member, &beat->record_line, &beat->record_column);
	if (strchr(name, '/') != NULL)
		json_problem(member, "只写文件名：它要和脚本放在一起。");
}

/* Reports a caption that a small window would cut. */
static void check_caption(struct json value, const char *caption)
{
	size_t count;
	char *plain = text_unmarked(caption);

	free(text_wrap(plain, CAPTION_COLUMNS, &count));
	if (count > CAPTION_ROWS)
		json_problem(value, "字幕太长：40 列的窗口里最多 %d 行，约 %d 个字。", CAPTION_ROWS,
			     CAPTION_ROWS * CAPTION_COLUMNS / 2);
	free(plain);
}

static void read_beat(struct json value, struct demo_beat *beat, const struct guide *guide,
		      struct guide_ids *ids)
{
	beat->id = guide_read_id(value, ids);
	beat->title = json_string(value, "title");
	beat->caption = guide_read_marked(value, "caption");
	check_caption(json_member(value, "caption"), beat->caption);
	beat->notes = guide_read_text(json_array_or_none(value, "notes"));
	beat->seconds = (unsigned)json_integer(value, "seconds", 1, SECONDS_MAX);
	read_record_name(value, beat);
	beat->point = json_string_or_null(value, "point");
	json_place(json_member(value, "point"), &beat->point_line, &beat->point_column);
	beat->hands = json_bool_or(value, "hands", false);
	read_beat_step(value, &beat->step, guide);
	read_keys(value, beat);
	read_slide(json_object_or_none(value, "slide"), &beat->slide);
	read_expect(json_object_or_none(value, "expect"), &beat->expect);
	json_no_others(value);
}

static void read_whole(struct json root, struct demo_script *s, const struct guide *guide)
{
	struct json beats = json_array(root, "beats");
	struct demo_beat first = { .record = "" }; /* defaults for the beats */
	struct guide_ids ids = { 0 };

	guide_read_format(root);
	s->title = json_string(root, "title");
	json_string(root, "record");
	read_record_name(root, &first);
	s->record = first.record;
	if (guide_count(beats) > DEMO_BEATS_MAX)
		json_problem(beats, "最多 %d 段。", DEMO_BEATS_MAX);
	s->beats = guide_take(beats, json_count(beats), sizeof *s->beats);
	for (struct json v = json_first(beats); v.node != NULL; v = json_next(v)) {
		s->beats[s->beat_count] = first;
		read_beat(v, &s->beats[s->beat_count++], guide, &ids);
	}
	json_no_others(root);
}

struct demo_script *demo_script_load(const char *path, const struct guide *guide, struct diag *d)
{
	struct demo_script *s = xcalloc(1, sizeof *s);
	struct json_doc *doc = json_load_kept(path, DEMO_BYTES_MAX, &s->memory, d);

	if (doc != NULL)
		read_whole(json_root(doc), s, guide);
	if (json_close(doc))
		return s;
	demo_script_free(s);
	return NULL;
}

void demo_script_free(struct demo_script *s)
{
	if (s == NULL)
		return;
	arena_wipe(&s->memory);
	free(s);
}
