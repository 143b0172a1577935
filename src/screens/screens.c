/* SPDX-License-Identifier: MIT */
#include "screens/screens.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "screens/screen.h"
#include "view/screen_text.h"
#include "wizard/faq_search.h"
#include "wizard/links.h"
#include "wizard/shown.h"
#include "wizard/steps.h"
#include "wizard/verdict.h"

static const struct screen *const screens[SCREEN_COUNT] = {
	[SCREEN_WELCOME] = &welcome_screen,
	[SCREEN_RECORD] = &record_screen,
	[SCREEN_STEP] = &step_screen,
	[SCREEN_ACCOUNT] = &account_screen,
	[SCREEN_RECOVER] = &recover_screen,
	[SCREEN_REGISTER] = &register_screen,
	[SCREEN_REVIEW] = &review_screen,
	[SCREEN_REGISTERED] = &registered_screen,
	[SCREEN_LOGIN] = &login_screen,
	[SCREEN_VERIFY] = &verify_screen,
	[SCREEN_RESULT] = &result_screen,
	[SCREEN_HELP] = &help_screen,
	[SCREEN_NOTES] = &notes_screen,
	[SCREEN_FAQ] = &faq_screen,
	[SCREEN_FAQ_ANSWER] = &faq_answer_screen,
	[SCREEN_SITE_MESSAGES] = &site_messages_screen,
	[SCREEN_SITE_MESSAGE] = &site_message_screen,
	[SCREEN_QR] = &qr_screen,
	[SCREEN_SAVE_REPORT] = &save_report_screen,
	[SCREEN_LEAVE] = &leave_screen,
	[SCREEN_CHOOSE] = &choose_screen,
};

static const struct screen *shown(const struct wizard *w)
{
	return screens[wizard_screen(w)];
}

const struct form *screens_form(const struct wizard *w)
{
	const size_t at = shown(w)->form;
	const void *form = at == 0 ? NULL : (const char *)w + at;

	return form;
}

const struct form_field *screens_field(const struct wizard *w)
{
	const struct form *form = screens_form(w);

	return form == NULL ? NULL : &form->fields[form->focus];
}

size_t screens_rows(const struct wizard *w)
{
	const struct screen *s = shown(w);
	const struct form *form = screens_form(w);

	if (form != NULL)
		return form->count;
	return s->rows == NULL ? 0 : s->rows(w);
}

size_t screens_focus(const struct wizard *w)
{
	const struct form *form = screens_form(w);

	return form != NULL ? form->focus : w->focus[wizard_screen(w)];
}

struct line_edit *screens_editing(struct wizard *w)
{
	const struct screen *s = shown(w);
	void *form = s->form == 0 ? NULL : (char *)w + s->form;

	if (form != NULL)
		return form_editing(form);
	return s->editing == NULL ? NULL : s->editing(w);
}

static bool has_code(const struct findings *found, const char *code)
{
	for (size_t i = 0; i < found->count; i++)
		if (strcmp(finding_code_name(found->items[i].code), code) == 0)
			return true;
	return false;
}

static bool is_shown(const char *text, const char *shown)
{
	char *other = screen_text(text);
	bool same = strcmp(other, shown) == 0;

	xwipe(other);
	return same;
}

bool screens_find_row(const struct wizard *w, const char *name, size_t *row)
{
	struct page page;
	char *shown = screen_text(name);
	bool found = false;

	screens_build(&page, w);
	for (size_t i = 0; i < page.count && !found; i++) {
		const struct block *b = &page.blocks[i];

		found = b->row != NO_ROW && (is_shown(b->label, shown) || is_shown(b->text, shown));
		if (found)
			*row = (size_t)b->row;
	}
	page_free(&page);
	xwipe(shown);
	return found;
}

bool screens_finding(const struct wizard *w, const char *code)
{
	const struct form *form = screens_form(w);
	const struct form_rules rules = wizard_form_rules(w);
	bool verifying = wizard_screen(w) == SCREEN_VERIFY, has = false;
	size_t count = form != NULL ? form->count
		       : verifying  ? w->guide->verification->check_count
				    : 0;

	for (size_t i = 0; i < count && !has; i++) {
		struct findings found = { 0 };

		if (form != NULL)
			form_check(form, i, &rules, &found);
		else
			wizard_check_shown(w, i, &found);
		has = has_code(&found, code);
		explicit_bzero(&found, sizeof found);
	}
	return has;
}

bool screens_ticking(const struct wizard *w)
{
	const struct screen *s = shown(w);

	return s->ticking != NULL && s->ticking(w);
}

enum key_context screens_context(const struct wizard *w)
{
	static const enum key_context contexts[] = { [SHAPE_TEXT] = CONTEXT_TEXT,
						     [SHAPE_CHOICE] = CONTEXT_CHOICE,
						     [SHAPE_TICK] = CONTEXT_TICK,
						     [SHAPE_BUTTON] = CONTEXT_BUTTON };
	const struct screen *s = shown(w);
	const struct form *form = screens_form(w);

	if (form != NULL)
		return contexts[form_shape(&form->fields[form->focus])];
	return s->context == NULL ? s->keys : s->context(w);
}

static unsigned apply_link(struct wizard *w, enum action_kind kind)
{
	bool chosen = wizard_screen(w) == SCREEN_QR;
	struct guide_link link = wizard_link(w, chosen ? w->focus[SCREEN_QR] : 0);

	if (link.url == NULL) {
		wizard_say(w, "这份指南没有写网址。");
		return 0;
	}
	if (kind == ACTION_QR)
		return wizard_push(w, SCREEN_QR);
	w->link = w->copied = link.url;
	if (kind == ACTION_OPEN)
		return EFFECT_OPEN;
	wizard_say(w, chosen ? "网址已复制；贴不出来就用手机扫。"
			     : "网址已复制；贴不出来就按 r 扫码。");
	return EFFECT_COPY;
}

static unsigned copy_dot(struct wizard *w)
{
	w->copied = "·";
	wizard_say(w, "间隔号“·”已复制；贴不出来，就从屏幕上抄这一个。");
	return EFFECT_COPY;
}

/* Applies the general meaning of an action, for screens that do not handle it. */
static unsigned apply_anywhere(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_STEP:
		if (progress_begun(&w->earlier)) {
			wizard_say(w, "先选一行：接着做，还是从头开始。");
			return 0;
		}
		if (a.number > w->guide->step_count)
			wizard_say(w, "一共 %zu 步。", w->guide->step_count);
		return wizard_go_to_step(w, a.number - 1);
	case ACTION_BACK:
	case ACTION_CLOSE:
		return wizard_pop(w);
	case ACTION_HELP:
		if (wizard_screen(w) == SCREEN_HELP)
			return wizard_pop(w);
		w->help_context = screens_context(w);
		return wizard_push(w, SCREEN_HELP);
	case ACTION_NOTES:
		return wizard_push(w, SCREEN_NOTES);
	case ACTION_FAQ:
		return faq_search_open(w);
	case ACTION_SITE_MESSAGES:
		return site_messages_open(w);
	case ACTION_PRESENTATION:
		wizard_set_presentation(w, !w->presentation);
		return 0;
	case ACTION_LEAVE:
		return wizard_leave(w);
	case ACTION_QR:
	case ACTION_OPEN:
	case ACTION_COPY:
		return apply_link(w, a.kind);
	case ACTION_COPY_DOT:
		return copy_dot(w);
	case ACTION_INSERT:
		wizard_say(w, "这里不用打字，刚才打的没有用上。");
		return 0;
	default:
		return wizard_move_focus(w, screens_rows(w), a) & ~(unsigned)EFFECT_UNHANDLED;
	}
}

/* Returns true if the first click on a row acts. Rows with more than one answer are only focused by
 * the first click and changed by the next. */
static bool acts_at_once(const struct wizard *w)
{
	const enum key_context context = screens_context(w);

	return context != CONTEXT_CHOICE &&
	       (wizard_screen(w) != SCREEN_VERIFY || context == CONTEXT_VERIFY_BUTTON);
}

static unsigned click(struct wizard *w, struct action a)
{
	bool focused = screens_focus(w) == a.number;
	unsigned effects;

	if (a.number >= screens_rows(w))
		return 0;
	a.kind = ACTION_PICK;
	effects = screens_apply(w, a);
	a.kind = ACTION_TOGGLE;
	return focused || acts_at_once(w) ? effects | screens_apply(w, a) : effects;
}

unsigned screens_apply(struct wizard *w, struct action a)
{
	const struct screen *s = shown(w);
	unsigned effects = EFFECT_UNHANDLED;

	if (a.kind == ACTION_CLICK)
		return click(w, a);
	w->notice[0] = '\0';
	if (s->apply != NULL)
		effects = s->apply(w, a);
	if (effects & EFFECT_UNHANDLED)
		effects = apply_anywhere(w, a);
	if (effects & EFFECT_SAVE)
		wizard_note_done(w);
	return effects;
}

static void build_sidebar(struct page *p, const struct wizard *w)
{
	p->sidebar_count = w->guide->step_count;
	for (size_t i = 0; i < p->sidebar_count; i++) {
		bool here = i == w->step && (wizard_has_screen(w, SCREEN_STEP) ||
					     wizard_has_screen(w, SCREEN_RESULT));
		struct step_count count = wizard_step_count(w, i);

		p->sidebar[i] = (struct sidebar_entry){ .title = w->guide->steps[i].title,
							.here = here,
							.done = (unsigned)count.done,
							.count = (unsigned)count.count,
							.mark = wizard_step_state(w, i) != STEP_OPEN
									? MARK_DONE
								: here ? MARK_HERE
								       : MARK_UNTOUCHED };
	}
}

/* Sets the badge: where the student is, or, in the rehearsal, that nothing is sent. */
static void add_badge(struct page *p, const struct wizard *w, const struct screen *s)
{
	/* Not a rehearsal: an account is recovered on the real site. */
	bool rehearsed = s != &recover_screen && (wizard_has_screen(w, SCREEN_ACCOUNT) ||
						  wizard_has_screen(w, SCREEN_REGISTER));

	p->badge_is_step = !rehearsed && s->name == NULL;
	p->badge = rehearsed ? xstrdup("演练，什么也不会发出去")
		   : s->name != NULL
			   ? xstrdup(s->name)
			   : xasprintf("第 %zu 步，共 %zu 步", w->step + 1, w->guide->step_count);
}

static char *sample_of(const struct wizard *w)
{
	char *name = text_clean_line(w->record.name), *says = xasprintf("示例：%s（虚构）", name);

	free(name);
	return says;
}

void screens_build(struct page *p, const struct wizard *w)
{
	const struct screen *s = shown(w);

	memset(p, 0, sizeof *p);
	p->title = screen_text_line(w->guide->title);
	add_badge(p, w, s);
	p->sample = wizard_uses_sample(w) ? sample_of(w) : NULL;
	p->notice = w->notice;
	p->context = screens_context(w);
	p->captions = w->captions;
	p->presentation = w->presentation;
	p->row = screens_focus(w) < screens_rows(w) ? (int)screens_focus(w) : NO_ROW;
	build_sidebar(p, w);
	s->build(p, w);
}
