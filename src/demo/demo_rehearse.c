/* SPDX-License-Identifier: MIT */
#include "demo/demo_rehearse.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/key.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "demo/demo_command.h"
#include "demo/demo_page.h"
#include "model/record_file.h"
#include "rules/finding.h"
#include "screens/screens.h"
#include "view/frame_make.h"
#include "view/keymap.h"
#include "view/screen_text.h"
#include "wizard/check.h"
#include "wizard/navigation.h"
#include "wizard/verdict.h"

/* Reads the beat's record from the folder of the script, or from the shipped data, which has the
 * example students. A file in neither place is a problem of the script. */
static bool load_record(const char *script_path, const struct demo_beat *beat,
			struct record *record, struct diag *d)
{
	char *path = paths_beside(script_path, beat->record), *shipped;
	struct diag beside = { 0 }, there = { 0 };
	bool loaded = record_load(path, record, &beside);

	free(path);
	if (loaded)
		return true;
	if (beside.items[0].line == 0 && (shipped = paths_data(beat->record, &there)) != NULL) {
		loaded = record_load(shipped, record, &there);
		free(shipped);
	}
	if (loaded)
		return true;
	if (beside.items[0].line > 0)
		*d = beside;
	else if (there.items[0].line > 0)
		*d = there;
	else
		diag_add(d, beat->record_line, beat->record_column, "“%s”%s它要和脚本放在一起。",
			 beat->record, beside.items[0].text);
	return false;
}

struct record *demo_records_load(const struct demo_script *s, const char *script_path,
				 struct diag *d)
{
	struct record *records = xcalloc(s->beat_count, sizeof *records);

	for (size_t i = 0; i < s->beat_count; i++) {
		if (i > 0 && strcmp(s->beats[i].record, s->beats[i - 1].record) == 0)
			records[i] = records[i - 1];
		else if (!load_record(script_path, &s->beats[i], &records[i], d)) {
			free(records);
			return NULL;
		}
	}
	diag_file(d, script_path); /* later problems are the script's again */
	return records;
}

static bool is_typed(uint32_t key)
{
	return key >= ' ' && key != 0x7F && key < KEYNAME_FIRST;
}

/* Returns why a key cannot be pressed now; NULL if it can. */
static const char *objection(struct app *app, uint32_t key)
{
	struct wizard *w = &app->wizard;
	bool editing = screens_editing(w) != NULL;

	if (is_typed(key) && editing)
		return screens_form(w) != NULL || wizard_screen(w) == SCREEN_VERIFY
			       ? "会打进正在填的那一项：写成 <Field …> 或 <Check …>"
			       : NULL;
	return keymap_find(screens_context(w), key).kind == ACTION_NONE ? "在这一页上没有用" : NULL;
}

static void describe(uint32_t key, char out[8])
{
	if (is_typed(key))
		out[text_encode(key, out)] = '\0';
	else
		strcpy(out, "…");
}

static bool play_event(struct app *app, const struct demo_event *event,
		       const struct demo_beat *beat, struct diag *d)
{
	const char *wrong = event->kind == DEMO_KEY ? objection(app, event->key) : NULL;
	char why[DEMO_WHY] = "", key[8];

	if (wrong != NULL) {
		describe(event->key, key);
		return diag_add(d, beat->line, beat->column, "这一段（%s）里的按键“%s”%s。",
				beat->id, key, wrong);
	}
	if (!demo_command_whole(app, event, beat->step, why))
		return diag_add(d, beat->line, beat->column, "这一段（%s）演不下去：%s", beat->id,
				why);
	if (app->quit)
		return diag_add(d, beat->line, beat->column, "这一段（%s）退出了向导。", beat->id);
	return true;
}

static bool page_says(const struct page *p, const char *text)
{
	char *shown = screen_text(text);
	bool says = false;

	for (size_t i = 0; i < p->count && !says; i++)
		says = demo_block_says(&p->blocks[i], shown, false);
	free(shown);
	return says;
}

/* True if the page shows a finding; a page shows only the findings of the focused row. */
static bool shows_finding(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].kind == BLOCK_FINDING && p->blocks[i].style != STYLE_QUIET)
			return true;
	return false;
}

/* Returns the first code, in the order of the enum, of an error on the screen; "" if there is
 * none. */
static const char *found(const struct app *app)
{
	for (int i = 0; i < FINDING_CODE_COUNT; i++) {
		const char *code = finding_code_name((enum finding_code)i);

		if (finding_code_severity((enum finding_code)i) == SEVERITY_ERROR &&
		    screens_finding(&app->wizard, code))
			return code;
	}
	return "";
}

/* True if a window of the usual size, 80 columns and 24 rows, shows the whole page. */
static bool fits(const struct page *p)
{
	struct frame f;
	int below;

	frame_make(&f, p, 24, 80, false, (struct scroll){ 0 });
	below = f.below;
	frame_free(&f);
	return below == 0;
}

static bool expect(const struct app *app, const struct demo_beat *beat, const struct page *page,
		   struct diag *d)
{
	const struct demo_expect *e = &beat->expect;
	const char *verdict =
		app->guide->verification == NULL ? "" : demo_verdicts[wizard_verdict(&app->wizard)];

	if (e->finding != NULL && !screens_finding(&app->wizard, e->finding))
		return diag_add(d, e->line, e->column, "这一段（%s）演完，没有查出 %s%s%s。",
				beat->id, e->finding, *found(app) != '\0' ? "；查出的是 " : "",
				found(app));
	if (e->finding != NULL && !shows_finding(page))
		return diag_add(
			d, e->line, e->column,
			"这一段（%s）查出了 %s，但光标不在那一项：把它的 <Field …> 写在最后。",
			beat->id, e->finding);
	if (e->verdict != NULL && strcmp(e->verdict, verdict) != 0) {
		char *missing = app->guide->verification == NULL
					? xstrdup("")
					: wizard_missing_text(&app->wizard);

		diag_add(d, e->line, e->column, "这一段（%s）演完，结论是 %s，不是 %s%s%.100s。",
			 beat->id, verdict, e->verdict, *missing != '\0' ? "；" : "", missing);
		free(missing);
		return false;
	}
	if (e->text != NULL && !page_says(page, e->text))
		return diag_add(d, e->line, e->column, "这一段（%s）演完，屏幕上没有“%.80s”。",
				beat->id, e->text);
	if (beat->slide.heading != NULL && !fits(page))
		return diag_add(d, beat->line, beat->column,
				"这一段（%s）的 slide 太长：80 列、24 行的窗口里放不下。",
				beat->id);
	if (beat->point != NULL && page->row == NO_ROW && page->target == NULL)
		return diag_add(d, beat->point_line, beat->point_column,
				"这一段（%s）指的“%.80s”不在屏幕上。", beat->id, beat->point);
	return true;
}

bool demo_rehearse(const struct demo *rehearsed, struct diag *d)
{
	struct demo demo = demo_unattended(rehearsed);
	const struct demo_script *s = demo.script;
	bool fine = true;

	demo_start(&demo, 0);
	for (size_t i = 0; i < s->beat_count && fine; i++) {
		const struct demo_beat *beat = &s->beats[i];
		struct page page;

		for (size_t k = 0; k < beat->event_count && fine; k++)
			fine = play_event(demo.app, &beat->events[k], beat, d);
		demo.event = beat->event_count;
		demo_key(&demo, KEYNAME_RIGHT, 0); /* finishes the beat */
		demo_build(&demo, &page);
		fine = fine && expect(demo.app, beat, &page, d);
		page_free(&page);
		demo_key(&demo, beat->hands ? KEYNAME_PAGE_DOWN : KEYNAME_RIGHT, 0);
	}
	demo_end(&demo);
	return fine;
}
