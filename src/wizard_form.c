/* SPDX-License-Identifier: MIT */
#include "wizard_parts.h"

#include <stdio.h>

bool wizard_edit(struct line_edit *line, struct action a)
{
	switch (a.kind) {
	case ACTION_INSERT:
		return line_edit_insert(line, a.text), true;
	case ACTION_ERASE_BEFORE:
		return line_edit_backspace(line), true;
	case ACTION_ERASE_AFTER:
		return line_edit_delete(line), true;
	case ACTION_ERASE_TO_START:
		return line_edit_kill_to_start(line), true;
	case ACTION_ERASE_TO_END:
		return line_edit_kill_to_end(line), true;
	case ACTION_ERASE_WORD:
		return line_edit_kill_word(line), true;
	case ACTION_ERASE_ALL:
		return line_edit_wipe(line), true;
	case ACTION_CARET_LEFT:
		return line_edit_left(line), true;
	case ACTION_CARET_RIGHT:
		return line_edit_right(line), true;
	case ACTION_CARET_HOME:
		return line_edit_home(line), true;
	case ACTION_CARET_END:
		return line_edit_end(line), true;
	default:
		return false;
	}
}

static struct form *form_of(struct wizard *w)
{
	return w->screen == SCREEN_RECORD ? &w->details : &w->rehearsal;
}

static void check(const struct wizard *w, const struct form *f, size_t index, struct findings *out)
{
	form_check(f, index, w->guide->form, f == &w->rehearsal ? wizard_record(w) : NULL, w->today,
		   out);
}

/* The button: what is wrong is said once, at its place; after that the student may go on. */
static unsigned submit(struct wizard *w, struct form *f)
{
	size_t wrong = 0, first = f->focus;
	bool skipped = f == &w->details && !form_filled(f);

	for (size_t i = 0; i < f->count && !skipped && !f->warned; i++) {
		struct findings found = { 0 };

		f->fields[i].left = true;
		check(w, f, i, &found);
		if (!findings_any(&found, SEVERITY_ERROR))
			continue;
		first = wrong == 0 ? i : first;
		wrong++;
	}
	if (wrong == 0)
		return wizard_finish_form(w);
	f->warned = true;
	f->focus = first;
	snprintf(w->notice, sizeof w->notice,
		 "有 %zu 项要改。也可以再到“%s”上按一次 Enter 照样继续。", wrong,
		 f->fields[f->count - 1].label);
	return 0;
}

/* Enter on a field: the reason first, then on. */
static unsigned enter(struct wizard *w, struct form *f)
{
	struct form_field *field = &f->fields[f->focus];
	struct findings found = { 0 };

	if (field->kind == FORM_BUTTON)
		return submit(w, f);
	if (!field->left && field->edit.len > 0) {
		field->left = true;
		check(w, f, f->focus, &found);
		if (findings_any(&found, SEVERITY_ERROR))
			return 0;
	}
	form_next(f);
	return 0;
}

static void choose(struct form_field *field, bool forward)
{
	if (field->choice_count == 0)
		return;
	field->choice += forward ? 1 : field->choice_count - 1;
	field->choice %= field->choice_count;
}

static void pick(struct form *f, size_t target)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->fields[i].kind != FORM_SHOWN && target-- == 0) {
			f->focus = i;
			return;
		}
}

unsigned wizard_apply_form(struct wizard *w, struct action a)
{
	struct form *f = form_of(w);
	struct line_edit *line = form_editing(f);

	if (line != NULL && a.kind == ACTION_INSERT && !line_edit_insert(line, a.text)) {
		snprintf(w->notice, sizeof w->notice, "太长了，这一项装不下，没有填进去。");
		return 0;
	}
	if (line != NULL && (a.kind == ACTION_INSERT || wizard_edit(line, a))) {
		f->warned = false;
		return 0;
	}
	switch (a.kind) {
	case ACTION_NEXT:
		return enter(w, f);
	case ACTION_DOWN:
		form_next(f);
		return 0;
	case ACTION_UP:
		form_previous(f);
		return 0;
	case ACTION_PICK:
		pick(f, a.number);
		return 0;
	case ACTION_TOGGLE:
	case ACTION_CHOICE_NEXT:
	case ACTION_CHOICE_PREVIOUS:
		choose(&f->fields[f->focus], a.kind != ACTION_CHOICE_PREVIOUS);
		return 0;
	case ACTION_REVEAL:
		f->revealed = !f->revealed;
		return 0;
	case ACTION_BACK:
	case ACTION_CLOSE:
		return wizard_leave_form(w);
	default:
		return 0;
	}
}
