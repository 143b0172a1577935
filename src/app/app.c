/* SPDX-License-Identifier: MIT */
#include "app/app.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "app/link_open.h"
#include "app/report_file.h"
#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "roster/record_search.h"
#include "screens/record.h"
#include "screens/save_report.h"
#include "screens/screens.h"
#include "view/keymap.h"
#include "wizard/navigation.h"
#include "wizard/report.h"

static void tell_time(struct wizard *w)
{
	w->now = (int64_t)time(NULL);
	w->today = date_today(w->now);
}

/* What there is to say of it is left in notice (PROGRESS_NOTICE bytes). */
static void save(struct app *app, bool fresh, char *notice)
{
	bool failed =
		!progress_file_save(&app->progress_file, &app->wizard.progress, fresh, notice);

	if (app->save_failed && failed)
		notice[0] = '\0'; /* once is enough */
	app->save_failed = failed;
	app->wizard.unsaved = failed || !progress_file_keeps(&app->progress_file);
}

void app_open(struct app *app, const char *guide_path, const struct guide *guide,
	      const struct record *record, bool fresh, const char *slip)
{
	struct progress *progress = &app->wizard.progress;
	char notice[PROGRESS_NOTICE];

	app->guide_path = guide_path;
	progress_file_open(&app->progress_file, progress, notice);
	if (fresh)
		progress_clear(progress);
	tell_time(&app->wizard);
	wizard_start(&app->wizard, guide, record, progress, app->wizard.today, app->wizard.now);
	snprintf(app->wizard.notice, sizeof app->wizard.notice, "%s", notice);
	app->wizard.report.automatic =
		slip != NULL && line_edit_set(&app->wizard.report.path, slip);
	app->wizard.unsaved = !progress_file_keeps(&app->progress_file);
	if (!fresh)
		return;
	save(app, true, notice);
	if (notice[0] != '\0')
		snprintf(app->wizard.notice, sizeof app->wizard.notice, "%s", notice);
}

void app_open_in_memory(struct app *app, const char *guide_path, const struct guide *guide,
			const struct record *record)
{
	app->guide_path = guide_path;
	app->progress_file.dir = -1;
	app->in_memory = true;
	tell_time(&app->wizard);
	wizard_start(&app->wizard, guide, record, &app->wizard.progress, app->wizard.today,
		     app->wizard.now);
	app->wizard.unsaved = true;
}

void app_use_roster(struct app *app, const char *path)
{
	app->roster = path;
	wizard_use_roster(&app->wizard);
}

void app_set_presentation(struct app *app, bool on)
{
	app->wizard.presentation = on;
}

/* Returns what follows from it. */
static unsigned look_up(struct app *app)
{
	struct record_search search = record_search_wanted(&app->wizard);
	struct diag d = { 0 };
	enum record_found result = record_search_file(app->roster, &search, &d);
	unsigned effects = record_search_done(&app->wizard, result, &search.found, d.items[0].text);

	record_wipe(&search.found);
	/* What differs is told on the page. */
	app->new_screen = app->new_screen || result == RECORD_FOUND;
	return effects;
}

static void load_faq(struct app *app)
{
	struct diag d = { 0 };

	app->faq = faq_load_beside(app->wizard.guide, app->guide_path, &d);
	app->wizard.faq = app->faq;
	if (d.count > 0)
		snprintf(app->wizard.notice, sizeof app->wizard.notice, "常见问题读不出来：%.150s",
			 d.items[0].text);
}

static void load_regions(struct app *app)
{
	app->regions = region_load_usual();
	app->wizard.regions = app->regions;
}

static void open_link(struct app *app)
{
	struct wizard *w = &app->wizard;
	const char *why;

	if (app->in_memory)
		snprintf(w->notice, sizeof w->notice, "演示中不打开浏览器：按 r 让大家扫。");
	else if (link_open(w->link, &why))
		snprintf(w->notice, sizeof w->notice, "正在浏览器里打开 %.150s", w->link);
	else
		snprintf(w->notice, sizeof w->notice, "%s", why);
}

static void write_slip(struct app *app)
{
	struct wizard *w = &app->wizard;
	char notice[sizeof w->notice], *slip;
	enum report_written done;

	app->new_screen = true;
	if (app->in_memory) {
		save_report_done(w, true, false, "演示中不写文件；真的自查会存下来。");
		return;
	}
	slip = report_make(w, report_format(w->report.path.text), w->report.revealed);
	done = report_file_write(w->report.path.text, slip, w->report.replace, notice,
				 sizeof notice);
	xwipe(slip);
	save_report_done(w, done == REPORT_WRITTEN, done == REPORT_EXISTS, notice);
}

/* Up and down first bring into view what lies between the mark and the window; at either end of the
 * list they scroll on. */
static bool scroll(struct app *app, enum action_kind kind)
{
	struct viewport *v = &app->viewport;
	size_t count = screens_rows(&app->wizard), at = screens_focus(&app->wizard);
	int page = v->height > 1 ? v->height - 1 : 1;

	switch (kind) {
	case ACTION_PAGE_DOWN:
		viewport_scroll(v, page);
		return true;
	case ACTION_PAGE_UP:
		viewport_scroll(v, -page);
		return true;
	case ACTION_TOP:
		viewport_scroll(v, -v->top);
		return true;
	case ACTION_BOTTOM:
		viewport_scroll(v, v->total);
		return true;
	case ACTION_DOWN:
		if (!viewport_beyond(v, 1) && count > 0 && at + 1 < count)
			return false;
		viewport_scroll(v, viewport_beyond(v, 1) ? page : 1);
		return true;
	case ACTION_UP:
		if (!viewport_beyond(v, -1) && count > 0 && at > 0)
			return false;
		viewport_scroll(v, viewport_beyond(v, -1) ? -page : -1);
		return true;
	default:
		return false;
	}
}

void app_apply(struct app *app, struct action action)
{
	char notice[PROGRESS_NOTICE] = "";
	unsigned effects;

	if (action.kind == ACTION_NONE || scroll(app, action.kind))
		return;
	tell_time(&app->wizard);
	effects = screens_apply(&app->wizard, action);
	if (effects & EFFECT_LOOKUP)
		effects |= look_up(app);
	app->viewport.follow = true;
	if (effects & EFFECT_NEW_SCREEN) {
		app->new_screen = true;
		memset(&app->viewport, 0, sizeof app->viewport);
		app->viewport.follow = screens_editing(&app->wizard) != NULL;
	}
	if (effects & EFFECT_SAVE)
		save(app, effects & EFFECT_RESET, notice);
	if (effects & EFFECT_FAQ)
		load_faq(app);
	if (effects & EFFECT_REGIONS)
		load_regions(app);
	if (effects & EFFECT_REPORT)
		write_slip(app);
	if (effects & EFFECT_OPEN)
		open_link(app);
	if (effects & EFFECT_COPY) {
		app->copy = app->wizard.link;
		snprintf(app->wizard.notice, sizeof app->wizard.notice,
			 "网址已交给终端的剪贴板：粘贴不出来的，按 r 用手机扫。");
	}
	/* Said only once: it must not be covered by what else there is to say. */
	if (notice[0] != '\0')
		snprintf(app->wizard.notice, sizeof app->wizard.notice, "%s", notice);
	if (effects & EFFECT_QUIT)
		app->quit = true;
}

void app_tick(struct app *app)
{
	tell_time(&app->wizard);
}

void app_key(struct app *app, uint32_t key)
{
	bool typed = key >= ' ' && key != 0x7F && key < KEYNAME_FIRST;
	char text[5];

	if (typed && screens_editing(&app->wizard) != NULL) {
		text[text_encode(key, text)] = '\0';
		app_apply(app, (struct action){ ACTION_INSERT, 0, text });
		explicit_bzero(text, sizeof text);
		return;
	}
	app_apply(app, keymap_find(screens_context(&app->wizard), key));
}

void app_click(struct app *app, struct hit hit)
{
	switch (hit.kind) {
	case HIT_ROW:
		app_apply(app, (struct action){ ACTION_CLICK, hit.number, NULL });
		break;
	case HIT_STEP:
		app_apply(app, (struct action){ ACTION_STEP, hit.number, NULL });
		break;
	case HIT_KEY:
		app_key(app, hit.key);
		break;
	case HIT_NONE:
		break;
	}
}

void app_wheel(struct app *app, int lines)
{
	viewport_scroll(&app->viewport, lines);
}

void app_paste(struct app *app, const char *text)
{
	if (screens_editing(&app->wizard) != NULL)
		app_apply(app, (struct action){ ACTION_INSERT, 0, text });
}

int app_close(struct app *app)
{
	int status = wizard_exit_status(&app->wizard);
	char notice[PROGRESS_NOTICE];

	if (app->save_failed)
		save(app, false, notice);
	progress_file_close(&app->progress_file);
	faq_free(app->faq);
	region_free(app->regions);
	wizard_wipe(&app->wizard);
	memset(app, 0, sizeof *app);
	return status;
}
