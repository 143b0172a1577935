/* SPDX-License-Identifier: MIT */
#include "app/session.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "app/link_open.h"
#include "app/report_file.h"
#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "roster/lookup.h"
#include "screens/pages.h"
#include "view/keymap.h"
#include "wizard/report.h"

static void tell_time(struct wizard *w)
{
	w->now = (int64_t)time(NULL);
	w->today = date_today(w->now);
}

/* What there is to say of it is left in notice (PROGRESS_NOTICE bytes). */
static void save(struct session *s, bool fresh, char *notice)
{
	bool failed = !progress_file_save(&s->kept, &s->wizard.progress, fresh, notice);

	if (s->save_failed && failed)
		notice[0] = '\0'; /* once is enough */
	s->save_failed = failed;
	s->wizard.unsaved = failed || !progress_file_keeps(&s->kept);
}

void session_open(struct session *s, const char *guide_path, const struct guide *guide,
		  const struct record *record, bool fresh, const char *slip)
{
	struct progress *progress = &s->wizard.progress;
	char notice[PROGRESS_NOTICE];

	s->guide_path = guide_path;
	progress_file_open(&s->kept, progress, notice);
	if (fresh)
		progress_clear(progress);
	tell_time(&s->wizard);
	wizard_start(&s->wizard, guide, record, progress, s->wizard.today, s->wizard.now);
	snprintf(s->wizard.notice, sizeof s->wizard.notice, "%s", notice);
	s->wizard.slip_always = slip != NULL && line_edit_set(&s->wizard.slip, slip);
	s->wizard.unsaved = !progress_file_keeps(&s->kept);
	if (!fresh)
		return;
	save(s, true, notice);
	if (notice[0] != '\0')
		snprintf(s->wizard.notice, sizeof s->wizard.notice, "%s", notice);
}

void session_open_unkept(struct session *s, const char *guide_path, const struct guide *guide,
			 const struct record *record)
{
	s->guide_path = guide_path;
	s->kept.dir = -1;
	s->unkept = true;
	tell_time(&s->wizard);
	wizard_start(&s->wizard, guide, record, &s->wizard.progress, s->wizard.today,
		     s->wizard.now);
	s->wizard.unsaved = true;
}

void session_use_roster(struct session *s, const char *path)
{
	s->roster = path;
	wizard_use_roster(&s->wizard);
}

/* Returns what follows from it. */
static unsigned look_up(struct session *s)
{
	struct record_search search = wizard_lookup(&s->wizard);
	struct diag d = { 0 };
	enum record_found result = lookup(s->roster, &search, &d);
	unsigned effects = wizard_lookup_done(&s->wizard, result, &search.found, d.items[0].text);

	record_wipe(&search.found);
	/* What differs is told on the page. */
	s->turned = s->turned || result == RECORD_FOUND;
	return effects;
}

static void load_faq(struct session *s)
{
	struct diag d = { 0 };

	s->faq = faq_load_beside(s->wizard.guide, s->guide_path, &d);
	s->wizard.faq = s->faq;
	if (d.count > 0)
		snprintf(s->wizard.notice, sizeof s->wizard.notice, "常见问题读不出来：%.150s",
			 d.items[0].text);
}

static void load_regions(struct session *s)
{
	s->regions = region_load_usual();
	s->wizard.regions = s->regions;
}

static void open_link(struct session *s)
{
	struct wizard *w = &s->wizard;
	const char *why;

	if (s->unkept)
		snprintf(w->notice, sizeof w->notice, "演示中不打开浏览器：按 r 让大家扫。");
	else if (link_open(w->link, &why))
		snprintf(w->notice, sizeof w->notice, "正在浏览器里打开 %.150s", w->link);
	else
		snprintf(w->notice, sizeof w->notice, "%s", why);
}

static void write_slip(struct session *s)
{
	struct wizard *w = &s->wizard;
	char notice[sizeof w->notice], *slip;
	enum report_written done;

	s->turned = true;
	if (s->unkept) {
		wizard_slip_done(w, true, false, "演示中不写文件；真的自查会存下来。");
		return;
	}
	slip = report_make(w, report_format(w->slip.text), w->slip_revealed);
	done = report_file_write(w->slip.text, slip, w->slip_replace, notice, sizeof notice);
	xwipe(slip);
	wizard_slip_done(w, done == REPORT_WRITTEN, done == REPORT_EXISTS, notice);
}

/* Up and down first bring into view what lies between the mark and the window; at either end of the
 * list they scroll on. */
static bool scroll(struct session *s, enum action_kind kind)
{
	struct viewport *v = &s->viewport;
	size_t count = wizard_row_count(&s->wizard), at = wizard_row(&s->wizard);
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

void session_apply(struct session *s, struct action action)
{
	char notice[PROGRESS_NOTICE] = "";
	unsigned effects;

	if (action.kind == ACTION_NONE || scroll(s, action.kind))
		return;
	tell_time(&s->wizard);
	effects = wizard_apply(&s->wizard, action);
	if (effects & EFFECT_LOOKUP)
		effects |= look_up(s);
	s->viewport.follow = true;
	if (effects & EFFECT_TURN) {
		s->turned = true;
		memset(&s->viewport, 0, sizeof s->viewport);
		s->viewport.follow = wizard_editing(&s->wizard) != NULL;
	}
	if (effects & EFFECT_SAVE)
		save(s, effects & EFFECT_FRESH, notice);
	if (effects & EFFECT_FAQ)
		load_faq(s);
	if (effects & EFFECT_REGIONS)
		load_regions(s);
	if (effects & EFFECT_SLIP)
		write_slip(s);
	if (effects & EFFECT_OPEN)
		open_link(s);
	if (effects & EFFECT_COPY) {
		s->copy = s->wizard.link;
		snprintf(s->wizard.notice, sizeof s->wizard.notice,
			 "网址已交给终端的剪贴板：粘贴不出来的，按 r 用手机扫。");
	}
	/* Said only once: it must not be covered by what else there is to say. */
	if (notice[0] != '\0')
		snprintf(s->wizard.notice, sizeof s->wizard.notice, "%s", notice);
	if (effects & EFFECT_QUIT)
		s->quit = true;
}

void session_tick(struct session *s)
{
	tell_time(&s->wizard);
}

void session_key(struct session *s, uint32_t key)
{
	bool typed = key >= ' ' && key != 0x7F && key < KEYNAME_FIRST;
	char text[5];

	if (typed && wizard_editing(&s->wizard) != NULL) {
		text[text_encode(key, text)] = '\0';
		session_apply(s, (struct action){ ACTION_INSERT, 0, text });
		explicit_bzero(text, sizeof text);
		return;
	}
	session_apply(s, keymap_find(screen_key_context(&s->wizard), key));
}

void session_click(struct session *s, struct hit hit)
{
	switch (hit.kind) {
	case HIT_ROW:
		session_apply(s, (struct action){ ACTION_CLICK, hit.number, NULL });
		break;
	case HIT_STEP:
		session_apply(s, (struct action){ ACTION_STEP, hit.number, NULL });
		break;
	case HIT_KEY:
		session_key(s, hit.key);
		break;
	case HIT_NONE:
		break;
	}
}

void session_wheel(struct session *s, int lines)
{
	viewport_scroll(&s->viewport, lines);
}

void session_paste(struct session *s, const char *text)
{
	if (wizard_editing(&s->wizard) != NULL)
		session_apply(s, (struct action){ ACTION_INSERT, 0, text });
}

int session_close(struct session *s)
{
	int status = wizard_exit_status(&s->wizard);
	char notice[PROGRESS_NOTICE];

	if (s->save_failed)
		save(s, false, notice);
	progress_file_close(&s->kept);
	faq_free(s->faq);
	region_free(s->regions);
	wizard_wipe(&s->wizard);
	memset(s, 0, sizeof *s);
	return status;
}
