/* SPDX-License-Identifier: MIT */
#include "wizard/wizard_internal.h"

#include <string.h>

/* Latin letters without their case; Chinese has none. */
static bool contains(const char *text, const char *sought)
{
	return strcasestr(text, sought) != NULL;
}

/* As far as it has been typed. */
static bool begins_one(const struct guide_text *pinyin, const char *sought)
{
	for (size_t i = 0; i < pinyin->count; i++)
		if (strncasecmp(pinyin->lines[i], sought, strlen(sought)) == 0)
			return true;
	return false;
}

bool wizard_answer_matches(const struct wizard *w, const struct faq_answer *answer)
{
	const char *sought = w->search.text;

	if (*sought == '\0' || contains(answer->question, sought) ||
	    contains(w->faq->categories[answer->category], sought) ||
	    begins_one(&answer->pinyin, sought) ||
	    begins_one(&w->faq->pinyin[answer->category], sought))
		return true;
	for (size_t i = 0; i < answer->text.count; i++)
		if (contains(answer->text.lines[i], sought))
			return true;
	return false;
}

/* The index of the n-th answer that is shown. */
static size_t shown_answer(const struct wizard *w, size_t n)
{
	for (size_t i = 0; i < w->faq->answer_count; i++)
		if (wizard_answer_matches(w, &w->faq->answers[i]) && n-- == 0)
			return i;
	return w->faq->answer_count;
}

unsigned wizard_show_overlay(struct wizard *w, enum wizard_overlay overlay)
{
	w->overlay = overlay;
	w->overlay_focus = 0;
	return EFFECT_TURN;
}

/* What was typed is kept nowhere; what the site shows may stand in a slip. */
static bool would_lose(const struct wizard *w)
{
	bool shown = false;

	for (size_t i = 0; i < GUIDE_CHECKS_MAX; i++)
		shown = shown || w->shown[i].len > 0;
	if (w->screen == SCREEN_RESULT)
		return shown && w->slip_written.len == 0;
	return shown || form_typed(&w->rehearsal) ||
	       (!w->record_from_file && form_typed(&w->details));
}

bool wizard_open_overlay(struct wizard *w, struct action a, unsigned *effects)
{
	switch (a.kind) {
	case ACTION_HELP:
		*effects = wizard_show_overlay(w, OVERLAY_HELP);
		return true;
	case ACTION_NOTES:
		*effects = wizard_show_overlay(w, OVERLAY_NOTES);
		return true;
	case ACTION_FAQ:
		line_edit_wipe(&w->search);
		*effects = wizard_show_overlay(w, OVERLAY_FAQ) | (w->faq == NULL ? EFFECT_FAQ : 0);
		return true;
	case ACTION_PRESENTATION:
		w->presentation = !w->presentation;
		*effects = 0;
		return true;
	case ACTION_COMPLAINTS:
		w->from_faq = false;
		*effects = wizard_show_overlay(w, OVERLAY_COMPLAINTS) |
			   (w->faq == NULL ? EFFECT_FAQ : 0);
		return true;
	case ACTION_LEAVE:
		*effects = would_lose(w) ? wizard_show_overlay(w, OVERLAY_LEAVE) : EFFECT_QUIT;
		return true;
	default:
		return false;
	}
}

static unsigned close(struct wizard *w)
{
	w->searching = false;
	switch (w->overlay) {
	case OVERLAY_ANSWER:
		return wizard_show_overlay(w, OVERLAY_FAQ);
	case OVERLAY_REMEDY:
		return wizard_show_overlay(w, OVERLAY_COMPLAINTS);
	case OVERLAY_QR:
		return wizard_show_overlay(w, w->beneath);
	case OVERLAY_COMPLAINTS:
		return wizard_show_overlay(w, w->from_faq ? OVERLAY_FAQ : OVERLAY_NONE);
	default:
		return wizard_show_overlay(w, OVERLAY_NONE);
	}
}

void wizard_close_reading(struct wizard *w)
{
	if (w->overlay == OVERLAY_SLIP || w->overlay == OVERLAY_REPLACE ||
	    w->overlay == OVERLAY_LEAVE)
		return;
	w->overlay = OVERLAY_NONE;
	w->searching = false;
}

static unsigned apply_search(struct wizard *w, struct action a)
{
	if (a.kind == ACTION_CLOSE)
		line_edit_wipe(&w->search);
	if (a.kind == ACTION_NEXT || a.kind == ACTION_CLOSE || a.kind == ACTION_DOWN)
		w->searching = false;
	else
		wizard_edit(w, &w->search, a);
	w->overlay_focus = 0;
	return EFFECT_TURN;
}

static unsigned apply_faq(struct wizard *w, struct action a)
{
	if (w->searching)
		return apply_search(w, a);
	switch (a.kind) {
	case ACTION_SEARCH:
		w->searching = true;
		return 0;
	case ACTION_COMPLAINTS:
		w->from_faq = true;
		return wizard_show_overlay(w, OVERLAY_COMPLAINTS);
	case ACTION_NEXT:
	case ACTION_TOGGLE:
		if (w->overlay_focus >= wizard_row_count(w))
			return 0;
		w->answer = shown_answer(w, w->overlay_focus);
		w->overlay = OVERLAY_ANSWER;
		return EFFECT_TURN;
	case ACTION_CLOSE:
		if (w->search.len == 0)
			return close(w);
		line_edit_wipe(&w->search);
		w->overlay_focus = 0;
		return EFFECT_TURN;
	default:
		return wizard_move_focus(w, a);
	}
}

static unsigned apply_complaints(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_NEXT:
	case ACTION_TOGGLE:
		if (w->overlay_focus >= wizard_row_count(w))
			return 0;
		w->complaint = w->overlay_focus;
		w->overlay = OVERLAY_REMEDY;
		return EFFECT_TURN;
	case ACTION_CLOSE:
		return close(w);
	default:
		return wizard_move_focus(w, a);
	}
}

unsigned wizard_apply_overlay(struct wizard *w, struct action a)
{
	if (w->overlay == OVERLAY_FAQ)
		return apply_faq(w, a);
	if (w->overlay == OVERLAY_COMPLAINTS)
		return apply_complaints(w, a);
	if (w->overlay == OVERLAY_SLIP || w->overlay == OVERLAY_REPLACE)
		return wizard_apply_slip(w, a);
	if (w->overlay == OVERLAY_QR &&
	    (a.kind == ACTION_UP || a.kind == ACTION_DOWN || a.kind == ACTION_PICK))
		return wizard_move_focus(w, a) | EFFECT_TURN;
	if (w->overlay == OVERLAY_LEAVE && a.kind == ACTION_YES)
		return EFFECT_QUIT;
	if (a.kind == ACTION_NEXT || a.kind == ACTION_CLOSE || a.kind == ACTION_NO)
		return close(w);
	return 0;
}
