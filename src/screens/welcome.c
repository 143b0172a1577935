/* SPDX-License-Identifier: MIT */
#include "screens/screen.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/xalloc.h"
#include "screens/choose.h"
#include "wizard/verdict.h"

enum { ROWS_MAX = 4 };

/* The rows from top to bottom; some are not always there. */
enum offer { OFFER_OWN_PROGRESS, OFFER_RESUME, OFFER_START, OFFER_AFRESH, OFFER_OWN_RECORD };

static size_t list_offers(const struct wizard *w, enum offer offers[ROWS_MAX])
{
	const bool begun = progress_begun(wizard_offered(w));
	size_t count = 0;

	if (progress_begun(&w->own))
		offers[count++] = OFFER_OWN_PROGRESS;
	offers[count++] = begun ? OFFER_RESUME : OFFER_START;
	if (begun)
		offers[count++] = OFFER_AFRESH;
	if (wizard_uses_sample(w))
		offers[count++] = OFFER_OWN_RECORD;
	return count;
}

/* The latest time in the progress, in seconds since 1970: when it was begun or a step was done; 0
 * if there is none. */
static int64_t last_time(const struct guide *g, const struct progress *p)
{
	int64_t last = p->started;

	for (size_t i = 0; i < g->step_count; i++)
		if (progress_time(p, g->steps[i].id) > last)
			last = progress_time(p, g->steps[i].id);
	return last;
}

/* Adds a row. status: what else is known of it. needed: line mode reads the status together with
 * the label. */
static void add_offer(struct page *p, const struct wizard *w, const char *label, const char *status,
		      bool needed)
{
	bool heard = needed && w->line_mode && *status != '\0';
	struct block *b =
		page_addf(p, BLOCK_CHOICE, "%s%s%s", label, heard ? "，" : "", heard ? status : "");

	if (*status != '\0')
		block_status(b, status, STYLE_QUIET);
}

/* Adds the row to go on with a progress. An earlier run may be another student's, so the row shows
 * only its step and its day, or that it was finished. */
static void add_resume(struct page *p, const struct wizard *w, const struct progress *offered)
{
	bool earlier = offered != &w->progress, done = offered->finished != 0;
	const char *whose = offered == &w->own ? "我自己的" : "";
	size_t step = wizard_resume_step(w, offered);
	char *day = wizard_day(w, last_time(w->guide, offered)), *label, *status;
	/* In line mode the rows are read before the paragraph that says it. */
	char *wrong = w->line_mode && offered == &w->earlier ? wizard_kept_wrong(w) : xstrdup("");

	if (done)
		label = xasprintf("%s%s%s再核对一遍", earlier ? "接着做" : "", whose,
				  earlier ? "：" : "");
	else
		label = xasprintf("接着做%s：第 %zu 步，%s%s", whose, step + 1,
				  w->guide->steps[step].title, day);
	if (offered == &w->own && !done)
		status = xstrdup("");
	else if (earlier)
		status = done ? xasprintf("这台电脑上次做完了%s%s%s", day,
					  *wrong != '\0' ? "，" : "", wrong)
			      : xstrdup("这台电脑上次做到这里");
	else /* the heading shows it */
		status = w->line_mode ? wizard_done_text(w) : xstrdup("");
	add_offer(p, w, label, status, done);
	free(wrong);
	free(status);
	free(label);
	free(day);
}

/* Adds the row to start. With the sample's details it names the invented student, so that students
 * who would fill in their own name know that another one is expected. */
static void add_start(struct page *p, const struct wizard *w)
{
	char *whose = wizard_uses_sample(w) ? xasprintf("先用虚构的%s练一遍", w->record.name)
					    : xstrdup("");

	add_offer(p, w, "开始", whose, false);
	free(whose);
}

static void add_offers(struct page *p, const struct wizard *w)
{
	enum offer offers[ROWS_MAX];
	size_t count = list_offers(w, offers);

	for (size_t i = 0; i < count; i++) {
		switch (offers[i]) {
		case OFFER_OWN_PROGRESS:
			add_resume(p, w, &w->own);
			break;
		case OFFER_RESUME:
			add_resume(p, w, wizard_offered(w));
			break;
		case OFFER_START:
			add_start(p, w);
			break;
		case OFFER_AFRESH:
			add_offer(p, w, "从头开始", "换了人也选它", true);
			break;
		case OFFER_OWN_RECORD:
			add_offer(p, w, "换成我自己的高考信息", "", false);
			break;
		}
		p->blocks[p->count - 1].row = (int)i;
	}
}

static void add_steps(struct page *p, const struct wizard *w)
{
	for (size_t i = 0; i < w->guide->step_count; i++) {
		const struct guide_step *step = &w->guide->steps[i];
		char *label =
			xasprintf(w->line_mode ? "第 %zu 步，%s" : "%zu  %s", i + 1, step->title);
		struct block *b =
			page_add(p, BLOCK_TABLE_ROW, step->summary != NULL ? step->summary : "");

		block_label(b, label);
		if (wizard_step_state(w, i) != STEP_OPEN)
			b->mark = MARK_DONE;
		free(label);
	}
}

/* Adds the numbers of the laws; the notes show their titles. */
static void add_law_numbers(struct page *p, const struct guide *g)
{
	char *text;
	FILE *out = xmemstream(&text);

	for (size_t i = 0; i < g->law_count; i++)
		fprintf(out, "%s%s", i == 0 ? "依据：" : "；", g->laws[i].number);
	fclose(out);
	if (*text != '\0')
		page_add(p, BLOCK_PARAGRAPH, text)->style = STYLE_QUIET;
	free(text);
}

/* The body lists the steps, so there is no sidebar. */
static void build(struct page *p, const struct wizard *w)
{
	const struct guide *g = w->guide;
	char *done = wizard_done_text(w), *wrong = wizard_kept_wrong(w);

	p->sidebar_count = 0;
	block_status(page_add(p, BLOCK_HEADING, g->title), done, STYLE_GOOD);
	free(done);
	page_add(p, BLOCK_PARAGRAPH, g->purpose);
	page_add(p, BLOCK_GAP, "");
	add_steps(p, w);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH,
		 "什么也不会发出去；姓名、号码、密码不存，只记步骤和每项对不对。");
	page_add(p, BLOCK_GAP, "");
	if (*wrong != '\0' && !(w->line_mode && progress_begun(&w->earlier))) {
		page_add(p, BLOCK_PARAGRAPH, wrong);
		page_add(p, BLOCK_GAP, "");
	}
	free(wrong);
	add_offers(p, w);
	page_add(p, BLOCK_GAP, "");
	add_law_numbers(p, g);
	if (g->deadline != NULL)
		page_addf(p, BLOCK_PARAGRAPH, "截止：%s", g->deadline)->style = STYLE_QUIET;
}

static unsigned open_steps(struct wizard *w)
{
	wizard_take_progress(w);
	return w->record_from_file ? wizard_resume(w) : wizard_push(w, SCREEN_RECORD);
}

static const char *afresh_label(const struct wizard *w, size_t option)
{
	(void)w;
	return option == 0 ? "留着" : "清空，从头开始";
}

static unsigned take_afresh(struct wizard *w, size_t option)
{
	if (option == 0)
		return 0;
	wizard_reset(w);
	w->focus[SCREEN_WELCOME] = 0; /* the focused row no longer exists */
	return open_steps(w) | EFFECT_RESET | EFFECT_SAVE;
}

static unsigned apply(struct wizard *w, struct action a)
{
	const struct chooser afresh = { .title = "以前勾的、核对过的，都清空吗？",
					.count = 2,
					.label = afresh_label,
					.take = take_afresh };
	enum offer offers[ROWS_MAX];

	if (a.kind != ACTION_NEXT && a.kind != ACTION_TOGGLE)
		return EFFECT_UNHANDLED;
	list_offers(w, offers);
	switch (offers[w->focus[SCREEN_WELCOME]]) {
	case OFFER_AFRESH:
		return choose_open(w, &afresh, NO_OPTION);
	case OFFER_OWN_RECORD: /* of another student, maybe: the progress is offered once more */
		progress_clear(&w->own);
		/* fallthrough */
	case OFFER_OWN_PROGRESS:
		if (progress_begun(wizard_offered(w)))
			wizard_say(w, "用示例勾过的，不算你的。");
		wizard_use_own_record(w);
		w->focus[SCREEN_WELCOME] = 0;
		return open_steps(w) | EFFECT_PROGRESS;
	default:
		return open_steps(w);
	}
}

static size_t rows(const struct wizard *w)
{
	enum offer offers[ROWS_MAX];

	return list_offers(w, offers);
}

const struct screen welcome_screen = {
	.name = "欢迎",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_WELCOME,
	.rows = rows,
};
