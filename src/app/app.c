/* SPDX-License-Identifier: MIT */
#include "app/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/link_open.h"
#include "app/report_file.h"
#include "audit/record_search.h"
#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/sentence.h"
#include "rules/validator.h"
#include "screens/record.h"
#include "screens/result.h"
#include "screens/screens.h"
#include "view/keymap.h"
#include "wizard/check.h"
#include "wizard/navigation.h"
#include "wizard/report.h"
#include "wizard/verdict.h"

static void read_clock(struct wizard *w)
{
	w->now = (int64_t)time(NULL);
	w->today = date_today(w->now);
}

static void start(struct app *app, const char *guide_path, const struct guide *guide,
		  const struct record *record)
{
	struct wizard *w = &app->wizard;

	app->new_screen = true;
	app->guide = guide;
	app->guide_path = guide_path;
	read_clock(w);
	wizard_start(w, guide, record, &w->progress, w->today, w->now);
}

/* Opens the progress. sample: as in progress_sample(); 0: the student's own. */
static void open_progress(struct app *app, uint16_t sample, bool fresh)
{
	struct wizard *w = &app->wizard;
	char notice[PROGRESS_NOTICE];

	progress_file_open(&app->progress_file, sample, &w->progress, notice);
	const bool others = w->progress.sample != sample;

	progress_copy(&w->own, &w->progress);
	if (fresh || !others)
		progress_clear(&w->own);
	if (fresh || others)
		progress_clear(&w->progress);
	w->progress.sample = sample;
	w->unsaved = !progress_file_keeps(&app->progress_file);
	if (notice[0] != '\0')
		wizard_say(w, "%s", notice);
}

/* Sets a notice on what is wrong with the record by itself. */
static void say_fault(struct wizard *w)
{
	const struct record *r = &w->record;
	struct findings found = { 0 };
	char sentence[SENTENCE_MAX];

	validator_holder(r->id_number, r->sex, r->birth_date, VALIDATOR_OWN_RECORD, &found);
	if (w->number_wrong)
		wizard_say(w, "高考信息里的证件号码不像对的：照证件看一眼，不对就请辅导员更正。");
	else if (found.count > 0)
		wizard_say(w, "%s", sentence_make(&found.items[0], SENTENCE_TYPING, sentence));
	explicit_bzero(&found, sizeof found);
}

void app_open(struct app *app, const char *guide_path, const struct guide *guide,
	      const struct record *record, bool fresh, const char *report)
{
	struct wizard *w = &app->wizard;

	open_progress(app, record != NULL ? progress_sample(record) : 0, fresh);
	start(app, guide_path, guide, record);
	if (w->notice[0] == '\0' && record != NULL)
		say_fault(w);
	w->report.automatic = report != NULL && line_edit_set(&w->report.path, report);
	app->changed = fresh;
	if (fresh)
		progress_file_mark(&app->progress_file, true);
}

void app_open_in_memory(struct app *app, const char *guide_path, const struct guide *guide,
			const struct record *record)
{
	app->progress_file.dir = -1;
	app->in_memory = true;
	start(app, guide_path, guide, record);
	app->wizard.unsaved = true;
}

void app_use_roster(struct app *app, const char *path, bool candidates)
{
	app->roster = path;
	wizard_use_roster(&app->wizard, candidates);
}

void app_set_presentation(struct app *app, bool on)
{
	wizard_set_presentation(&app->wizard, on);
}

/* Looks up the record in the roster; returns the effects that follow. */
static unsigned look_up(struct app *app)
{
	struct record_search search = record_search_wanted(&app->wizard);
	struct diag d = { 0 };
	enum record_found result = record_search_file(app->roster, &search, &d);
	unsigned effects = record_search_done(&app->wizard, result, &search.found, d.items[0].text);

	record_wipe(&search.found);
	app->new_screen = app->new_screen || result == RECORD_FOUND; /* shows what differs */
	return effects;
}

static void load_faq(struct app *app)
{
	struct diag d = { 0 };

	app->faq = faq_load_beside(app->guide, app->guide_path, &d);
	app->wizard.faq = app->faq;
	if (d.count > 0)
		wizard_say(&app->wizard, "常见问题读不出来：%.150s", d.items[0].text);
}

static void load_regions(struct app *app)
{
	app->regions = region_load_shipped();
	app->wizard.regions = app->regions;
}

static void open_link(struct app *app)
{
	const char *url = app->wizard.link, *why;

	if (app->in_memory) {
		wizard_say(&app->wizard, "演示时不打开浏览器，按 r 让大家扫码。");
		return;
	}
	switch (link_open(url, &why)) {
	case LINK_OPENED:
		wizard_say(&app->wizard, "已在浏览器里打开 %.150s", url);
		break;
	case LINK_OPENING:
		wizard_say(&app->wizard, "已交给浏览器：%.150s 没有出来就按 r 扫码。", url);
		break;
	case LINK_FAILED:
		wizard_say(&app->wizard, "%s", why);
		break;
	}
}

static void write_report(struct app *app)
{
	struct wizard *w = &app->wizard;
	char notice[sizeof w->notice], *report, *path;
	enum report_written done;

	app->new_screen = true;
	if (app->in_memory) {
		result_report_done(w, true, false, "演示时不写文件，自己查的时候会存。");
		return;
	}
	if (w->report.asked)
		report_file_add_end(&w->report.path);
	report = report_make(w, report_format(w->report.path.text), w->report.form);
	path = report_file_path(w->report.path.text);
	done = report_file_write(path, report, w->report.overwrite, notice, sizeof notice);
	free(path);
	xwipe(report);
	result_report_done(w, done == REPORT_WRITTEN, done == REPORT_EXISTS, notice);
}

static enum scroll_request scroll_of(enum action_kind kind)
{
	switch (kind) {
	case ACTION_PAGE_UP:
		return SCROLL_PAGE_UP;
	case ACTION_PAGE_DOWN:
		return SCROLL_PAGE_DOWN;
	case ACTION_TOP:
		return SCROLL_TOP;
	case ACTION_BOTTOM:
		return SCROLL_BOTTOM;
	default:
		return SCROLL_KEEP;
	}
}

static void carry_out(struct app *app, unsigned effects)
{
	if (effects & EFFECT_NEW_SCREEN) {
		app->new_screen = true;
		app->scroll =
			screens_editing(&app->wizard) != NULL || screens_focus(&app->wizard) > 0
				? SCROLL_FOLLOW
				: SCROLL_KEEP;
	}
	if ((effects & EFFECT_PROGRESS) && !app->in_memory) {
		const bool chosen = progress_begun(&app->wizard.own);

		progress_file_close(&app->progress_file);
		open_progress(app, app->wizard.progress.sample, false);
		if (!chosen) /* it may be somebody else's */
			wizard_offer_progress(&app->wizard);
	}
	if (effects & EFFECT_SAVE) {
		app->changed = true;
		progress_file_mark(&app->progress_file, effects & EFFECT_RESET);
	}
	if (effects & EFFECT_FAQ)
		load_faq(app);
	if (effects & EFFECT_REGIONS)
		load_regions(app);
	if (effects & EFFECT_REPORT)
		write_report(app);
	if (effects & EFFECT_OPEN)
		open_link(app);
	if (effects & EFFECT_COPY)
		app->clipboard = app->wizard.copied;
	if (effects & EFFECT_QUIT)
		app->quit = true;
}

void app_apply(struct app *app, struct action action)
{
	struct wizard *w = &app->wizard;
	size_t row = screens_focus(w);
	bool moves = action.kind == ACTION_UP || action.kind == ACTION_DOWN;
	unsigned effects;

	if (action.kind == ACTION_NONE)
		return;
	app->scroll = scroll_of(action.kind);
	if (app->scroll != SCROLL_KEEP)
		return;
	app->scroll = SCROLL_FOLLOW;
	read_clock(w);
	effects = screens_apply(w, action);
	if (effects & EFFECT_LOOKUP)
		effects |= look_up(app);
	carry_out(app, effects);
	/* Up and Down scroll if the focus cannot move any further. */
	if (moves && effects == 0 && row == screens_focus(w))
		app->scroll = action.kind == ACTION_UP ? SCROLL_LINE_UP : SCROLL_LINE_DOWN;
}

static void offer_help(struct app *app)
{
	const struct binding *help = keymap_shown(screens_context(&app->wizard), ACTION_HELP);

	if (help == NULL || app->help_offered || app->wizard.notice[0] != '\0')
		return;
	app->help_offered = true;
	wizard_say(&app->wizard, "这里没有这个键，按 %s 看有哪些。", help->label);
}

void app_key(struct app *app, uint32_t key)
{
	bool typed = key >= ' ' && key != 0x7F && key < KEYNAME_FIRST;
	struct action action;
	char text[5];

	if (typed && screens_editing(&app->wizard) != NULL) {
		text[text_encode(key, text)] = '\0';
		app_apply(app, (struct action){ ACTION_INSERT, 0, text });
		explicit_bzero(text, sizeof text);
		return;
	}
	action = keymap_find(screens_context(&app->wizard), key);
	/* No shortcut is a Chinese character, so one is inserted, as the first of a text. Where
	 * nothing can be typed, a form says so. */
	if (action.kind == ACTION_NONE && typed &&
	    (text_is_ideograph(key) || screens_form(&app->wizard) != NULL)) {
		text[text_encode(key, text)] = '\0';
		action = (struct action){ ACTION_INSERT, 0, text };
	}
	/* On the leave screen, a character that is no answer belongs to a word for the screen
	 * below. It answers no, so that a y in that word does not quit. A second q only asks
	 * again. */
	if (action.kind == ACTION_NONE && typed && wizard_screen(&app->wizard) == SCREEN_LEAVE &&
	    text_narrow(key) != 'q' && text_narrow(key) != 'Q')
		action.kind = ACTION_NO;
	if (action.kind == ACTION_NONE)
		offer_help(app);
	app_apply(app, action);
}

void app_show_row(struct app *app)
{
	app->wizard.notice[0] = '\0';
	app->scroll = SCROLL_FOLLOW;
}

void app_paste(struct app *app, const char *text)
{
	if (screens_editing(&app->wizard) != NULL)
		app_apply(app, (struct action){ ACTION_INSERT, 0, text });
	else
		wizard_say(&app->wizard, "这里不用填，粘贴的内容没有用上。");
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

void app_tick(struct app *app)
{
	read_clock(&app->wizard);
}

int64_t app_now(const struct app *app)
{
	return app->wizard.now;
}

bool app_save(struct app *app)
{
	char notice[PROGRESS_NOTICE];
	bool failed, reported = app->save_failed;

	if (!app->changed)
		return false;
	app->changed = false;
	failed = !progress_file_save(&app->progress_file, &app->wizard.progress, notice);
	app->save_failed = failed;
	app->wizard.unsaved = failed || !progress_file_keeps(&app->progress_file);
	if (notice[0] == '\0' || (failed && reported))
		return false;
	wizard_say(&app->wizard, "%s", notice);
	return true;
}

void app_say_kept(struct app *app, char out[APP_KEPT])
{
	const struct wizard *w = &app->wizard;
	size_t checks[GUIDE_CHECKS_MAX];
	bool compared = wizard_missing(w, checks) < wizard_asked(w);
	char *done = wizard_done_text(w), *wrong = wizard_kept_wrong(w);

	out[0] = '\0';
	app->changed = app->progress_file.pending;
	app_save(app);
	if (app->in_memory || !progress_begun(wizard_offered(w)))
		; /* there is nothing to say */
	else if (progress_begun(&w->earlier))
		snprintf(out, APP_KEPT, "上次的进度还留着。");
	else if (w->unsaved)
		snprintf(out, APP_KEPT, "这次没有记进度。");
	else if (*done != '\0')
		snprintf(out, APP_KEPT, "%s%s。%s", done,
			 !w->verify.passed       ? "，这次没有核对完"
			 : wizard_uses_sample(w) ? "，你自己的还没有核对"
						 : "",
			 wrong);
	else
		snprintf(out, APP_KEPT, "已记到第 %zu 步。下次运行 xueji 接着做%s。",
			 wizard_resume_step(w, wizard_offered(w)) + 1,
			 compared ? "，核对要重来" : "");
	free(done);
	free(wrong);
}

int app_close(struct app *app)
{
	int status = wizard_exit_status(&app->wizard);

	app->changed = app->progress_file.pending;
	app_save(app);
	progress_file_close(&app->progress_file);
	faq_free(app->faq);
	region_free(app->regions);
	wizard_wipe(&app->wizard);
	memset(app, 0, sizeof *app);
	return status;
}
