/* SPDX-License-Identifier: MIT */
/* Compares what the site shows with the gaokao details, check by check. On a row that takes text,
 * typing starts without a key to begin it. */
#include "screens/verify.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/sentence.h"
#include "screens/choose.h"
#include "screens/screen.h"
#include "screens/verify_build.h"
#include "screens/verify_rows.h"
#include "wizard/answer.h"
#include "wizard/check.h"
#include "wizard/mask.h"
#include "wizard/shown.h"
#include "wizard/site_value.h"

static size_t rows(const struct wizard *w)
{
	struct verify_row all[VERIFY_ROWS_MAX];

	return verify_rows(w, all);
}

bool verify_answered(const struct wizard *w)
{
	const struct verify_row row = verify_focused_row(w);

	return row.kind == VERIFY_CHECK && wizard_check_state(w, row.check) != CHECK_OPEN;
}

unsigned verify_open(struct wizard *w, size_t check)
{
	unsigned effects = wizard_push(w, SCREEN_VERIFY);
	size_t missing[GUIDE_CHECKS_MAX], count = wizard_missing(w, missing), n;
	struct verify_row all[VERIFY_ROWS_MAX];

	if (check == FIRST_MISSING && count > 0)
		check = missing[0];
	n = verify_rows(w, all);
	for (size_t i = n; i-- > 0;)
		if (all[i].kind == VERIFY_CHECK &&
		    (all[i].check == check ||
		     (check == FIRST_MISSING &&
		      wizard_check_state(w, all[i].check) == CHECK_DIFFERS)))
			w->focus[SCREEN_VERIFY] = i;
	return effects;
}

/* Focuses the row of a check again: a status may add or remove rows. */
static void refocus(struct wizard *w, size_t check)
{
	struct verify_row all[VERIFY_ROWS_MAX];

	for (size_t i = verify_rows(w, all); i-- > 0;)
		if (all[i].kind == VERIFY_CHECK && all[i].check == check)
			w->focus[SCREEN_VERIFY] = i;
}

/* Chooses the status that was copied as one that is not listed, although it is. */
static void take_listed_status(struct wizard *w, size_t check)
{
	const char *text = w->verify.shown[check].text;

	for (size_t i = 0; *text != '\0' && i < wizard_option_count(w, check); i++)
		if (site_value_same_words(text, wizard_option_label(w, check, i))) {
			line_edit_wipe(&w->verify.shown[check]);
			wizard_choose(w, check, i);
			wizard_say(w, "%s：列表里有「%s」，选上了。", wizard_check(w, check)->label,
				   wizard_option_label(w, check, i));
			refocus(w, check);
			return;
		}
}

static unsigned set_result(struct wizard *w, size_t check, const char *result)
{
	wizard_answer(w, check, result);
	return EFFECT_SAVE;
}

/* The result that a blank gives to a check: the same as the record, or seen if there is no value to
 * compare with. If the value is masked, the student cannot compare it: says so and returns "". */
static const char *blank_says(struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);

	if (wizard_by_eye(w, check))
		return RESULT_SEEN;
	if (!mask_hides(w, c->compare, wizard_expected(w, c->compare), !w->line_mode))
		return RESULT_SAME;
	wizard_say(w, "%s遮着，比不了。按 Ctrl-R 显示，或照网页打。", c->label);
	return "";
}

/* Answers a check as a typed word means, and wipes the text of its row. */
static unsigned answer_by_word(struct wizard *w, size_t check, enum typed_meaning meaning)
{
	line_edit_wipe(&w->verify.shown[check]);
	w->verify.typing = false;
	return set_result(w, check, meaning == TYPED_ABSENT ? RESULT_ABSENT : blank_says(w, check));
}

static bool says_yes(const struct wizard *w, size_t check)
{
	return !wizard_is_choice(wizard_check(w, check)) &&
	       wizard_typed_meaning(w->verify.shown[check].text) == TYPED_YES;
}

/* Ends the typing in the focused row before the focus leaves it: its text is judged as it is. Text
 * that agrees, or says that the site shows nothing, is wiped, because the answer is kept; other
 * text loses the blanks at its end, and a day is written as the record's. */
static void settle(struct wizard *w)
{
	struct verify_row row = verify_focused_row(w);
	struct line_edit *shown = &w->verify.shown[row.check];

	w->verify.typing = w->verify.touched = false;
	if (!verify_is_text(w, row))
		return;
	if (says_yes(w, row.check))
		answer_by_word(w, row.check, TYPED_YES);
	if (wizard_answer_is(w, row.check, RESULT_SAME) &&
	    (wizard_is_contradicted(w, row.check) ||
	     (w->number_wrong && wizard_check(w, row.check)->compare == GUIDE_COMPARE_ID_NUMBER))) {
		/* The site shows the same as the record, and the record is wrong: judge that value
		 * as if it were typed. */
		line_edit_set(shown, wizard_expected(w, wizard_check(w, row.check)->compare));
		wizard_note_shown(w, row.check);
	}
	if (wizard_check_equal(w, row.check) || wizard_answer_is(w, row.check, RESULT_ABSENT)) {
		line_edit_wipe(shown);
	} else {
		const enum guide_compare compare = wizard_check(w, row.check)->compare;
		char *typed = wizard_typed(w, row.check);
		char *written = *wizard_expected(w, compare) != '\0'
					? site_value_written(compare, typed)
					: xstrdup(typed);

		line_edit_set(shown, written);
		xwipe(written);
		xwipe(typed);
		if (wizard_is_choice(wizard_check(w, row.check)))
			take_listed_status(w, row.check);
	}
}

static void go_down(struct wizard *w)
{
	settle(w);
	wizard_move_focus(w, rows(w), (struct action){ .kind = ACTION_DOWN });
}

/* Gives an answer, or takes it back if it is given already. */
static unsigned answer(struct wizard *w, size_t check, const char *result)
{
	return set_result(w, check, wizard_answer_is(w, check, result) ? "" : result);
}

static const char *option_label(const struct wizard *w, size_t option)
{
	return wizard_option_label(w, verify_focused_row(w).check, option);
}

/* Answers the focused check with an option. If no option fits, the text that was searched for, else
 * the text that the list asked about, is what the site shows. Focuses the next row, unless the
 * value on the site can still be typed: no option fits, or a check by eye differs. */
static unsigned take_option(struct wizard *w, size_t option)
{
	size_t check = verify_focused_row(w).check;
	struct line_edit *shown = &w->verify.shown[check];
	char *typed = xstrdup(choose_unlisted(w)); /* the answer may change the rows */
	const bool copied = w->verify.typing;      /* the list asks about a text just copied */

	w->verify.typing = false;
	wizard_choose(w, check, option);
	if (wizard_check_state(w, check) == CHECK_OPEN) /* the text was mistyped */
		line_edit_wipe(shown);
	if (wizard_is_choice(wizard_check(w, check)) &&
	    (*typed != '\0' || !copied || !wizard_takes_text(w, check)))
		line_edit_set(shown, wizard_takes_text(w, check) ? typed : "");
	xwipe(typed);
	refocus(w, check);
	if (shown->len > 0 || !wizard_takes_text(w, check) ||
	    (wizard_by_eye(w, check) && wizard_check_state(w, check) != CHECK_DIFFERS))
		go_down(w);
	return EFFECT_SAVE;
}

static unsigned type(struct wizard *w, struct verify_row row, struct action a);
static unsigned list_options(struct wizard *w, size_t check);

/* Takes text that was typed in a list as what the site shows. */
static unsigned type_anew(struct wizard *w, const char *text)
{
	const struct verify_row row = verify_focused_row(w);

	/* 对 in answer to 真是这样？ does not say that the value is the record's. */
	if (wizard_typed_meaning(text) == TYPED_YES && !wizard_by_eye(w, row.check))
		return list_options(w, row.check);
	line_edit_wipe(&w->verify.shown[row.check]);
	return type(w, row, (struct action){ ACTION_INSERT, 0, text });
}

/* Returns true if the site shows words for a check, never a number. */
static bool is_in_words(const struct guide_check *check)
{
	switch (check->compare) {
	case GUIDE_COMPARE_NAME:
	case GUIDE_COMPARE_SEX:
	case GUIDE_COMPARE_ETHNIC_GROUP:
	case GUIDE_COMPARE_INSTITUTION:
	case GUIDE_COMPARE_LEVEL:
	case GUIDE_COMPARE_MAJOR:
		return true;
	default:
		return false;
	}
}

static unsigned list_options(struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);
	const char *shown = w->verify.shown[check].text;
	/* Two asterisks would mark emphasis in the heading. */
	const bool asked =
		*shown != '\0' && strstr(shown, "**") == NULL && !verify_hides_typed(w, check);
	const struct chooser chooser = { .title = c->label,
					 .count = wizard_option_count(w, check),
					 .label = option_label,
					 .take = take_option,
					 .value = asked ? shown : NULL,
					 .typed = wizard_is_choice(c) ? NULL : type_anew,
					 .digits = !is_in_words(c) };
	int choice = wizard_choice(w, check);

	return choose_open(w, &chooser, choice == NO_CHOICE ? NO_OPTION : (size_t)choice);
}

static unsigned fold(struct wizard *w, enum check_group group)
{
	bool *unfolded = &w->verify.unfolded[group - GROUP_EMPTY];

	*unfolded = !*unfolded;
	if (w->line_mode)
		return EFFECT_NEW_SCREEN;
	w->focus[SCREEN_VERIFY] += *unfolded; /* focus the first row of the group */
	return 0;
}

/* Reports what is wrong with the text of a check. */
static void say_finding(struct wizard *w, size_t check)
{
	bool hidden = verify_hides_typed(w, check);
	struct findings found = { 0 };
	char sentence[SENTENCE_MAX];

	wizard_check_shown(w, check, &found);
	if (found.count > 0)
		wizard_say(w, "%s：%s", wizard_check(w, check)->label,
			   sentence_make(&found.items[0], SENTENCE_SITE | wizard_reader(w, hidden),
					 sentence));
	explicit_bzero(sentence, sizeof sentence);
	explicit_bzero(&found, sizeof found);
}

/* Returns true if the text typed for a status that is not listed is part of one that is. */
static bool resembles_listed(const struct wizard *w, size_t check)
{
	const char *text = w->verify.shown[check].text;

	for (size_t i = 0; w->verify.typing && i < wizard_option_count(w, check); i++)
		if ((int)i != wizard_choice(w, check) &&
		    site_value_has_words(wizard_option_label(w, check, i), text) &&
		    !site_value_same_words(wizard_option_label(w, check, i), text))
			return true;
	return false;
}

/* Handles Enter: opens the list of options if the check needs one; else reports a finding that was
 * not shown yet and focuses the next row, because what is typed next belongs there. */
static unsigned enter_text(struct wizard *w, size_t check)
{
	bool shown = !w->verify.typing || wizard_shown_complete(w, check) || w->line_mode;

	if (says_yes(w, check)) {
		answer_by_word(w, check, TYPED_YES);
		if (!wizard_answer_is(w, check, "")) /* it is not masked */
			go_down(w);
		return EFFECT_SAVE;
	}
	if (verify_opens_list(w, check)) {
		if (w->verify.shown[check].len > 0)
			say_finding(w, check);
		return list_options(w, check);
	}
	if (wizard_is_choice(wizard_check(w, check)) && resembles_listed(w, check)) {
		wizard_say(w, "列表里有相近的：是就选它，都不是就选“别的”。");
		return list_options(w, check);
	}
	if (!shown)
		say_finding(w, check);
	go_down(w);
	return EFFECT_SAVE;
}

static unsigned enter(struct wizard *w, struct verify_row row)
{
	switch (row.kind) {
	case VERIFY_RECORD:
		return wizard_enter_record(w);
	case VERIFY_GROUP:
		return fold(w, row.group);
	case VERIFY_RESULT:
		return wizard_finish(w);
	default:
		return verify_is_text(w, row) ? enter_text(w, row.check)
					      : list_options(w, row.check);
	}
}

/* A click on the focused row answers a row without text; it never certifies text that was typed. */
static unsigned toggle(struct wizard *w, struct verify_row row)
{
	if (!verify_is_text(w, row))
		return enter(w, row);
	return w->verify.shown[row.check].len == 0 ? answer(w, row.check, blank_says(w, row.check))
						   : 0;
}

static unsigned say_absent(struct wizard *w, struct verify_row row)
{
	if (row.kind != VERIFY_CHECK ||
	    wizard_check(w, row.check)->compare == GUIDE_COMPARE_STATUS ||
	    wizard_check(w, row.check)->compare == GUIDE_COMPARE_STUDENT)
		return 0;
	return answer(w, row.check, RESULT_ABSENT);
}

/* Skips the blanks before a text. */
static const char *skip_blanks(const char *text)
{
	const char *next = text;
	uint32_t cp;

	while (text_next(&next, &cp) && text_is_blank(cp))
		text = next;
	return text;
}

/* The part of a typed or pasted text that a row takes: no blanks at its beginning; of 姓名：李明,
 * only the name; of an ID number, no blanks at all, because it is shown in groups. Owned by the
 * caller, who wipes it. */
static char *taken(const struct guide_check *check, const struct line_edit *line, const char *text)
{
	size_t len = strlen(check->label), n = 0;
	char *out;
	uint32_t cp;

	if (line->len == 0)
		text = skip_blanks(text);
	if (line->len == 0 && strncmp(text, check->label, len) == 0) {
		const char *value = skip_blanks(text + len);

		value += strncmp(value, "：", strlen("：")) == 0 ? strlen("：") : *value == ':';
		value = skip_blanks(value);
		text = *value != '\0' ? value : text;
	}
	out = xstrdup(text);
	if (check->compare != GUIDE_COMPARE_ID_NUMBER)
		return out;
	while (text_next(&text, &cp))
		if (cp != 0xFFFD &&
		    (cp < ' ' || !text_is_blank(cp))) /* line ends are left to wizard_edit() */
			n += text_encode(text_narrow(cp), out + n);
	explicit_bzero(out + n, strlen(out + n)); /* the rest of the text */
	return out;
}

/* Refuses typed or pasted text, with a notice, if it would overwrite an answer or a whole text by
 * mistake. A blank on an answered row is refused because the key may be held down. Returns true if
 * the text is refused. */
static bool refuses(struct wizard *w, size_t check, const char *text)
{
	const char *label = wizard_check(w, check)->label;
	bool absent = wizard_check_state(w, check) == CHECK_ABSENT;
	const char *done = absent                    ? "记了网页上没有"
			   : wizard_by_eye(w, check) ? "看过了"
						     : "已经核对过";
	enum typed_meaning meaning = wizard_typed_meaning(text);

	if (verify_is_settled(w, check) && (meaning == TYPED_SAME || meaning == TYPED_YES) &&
	    !absent)
		wizard_say(w, "%s%s，按 Enter 到下一项。", label, done);
	else if (verify_is_settled(w, check) && meaning == TYPED_VALUE)
		wizard_say(w, "%s%s。要重新打，先按退格。", label, done);
	else if (verify_starts_anew(w, check) && meaning == TYPED_SAME)
		wizard_say(w, "%s打过了。要改成“%s”，先按 Ctrl-U 清空。", label,
			   wizard_by_eye(w, check) ? "看过" : "一样");
	else
		return false;
	return true;
}

static bool insert(struct wizard *w, size_t check, const char *text)
{
	struct line_edit *line = &w->verify.shown[check];
	char *part = taken(wizard_check(w, check), line, text);
	bool inserted;

	if (verify_starts_anew(w, check)) {
		line_edit_wipe(line);
		wizard_say(w, "从头打了。只改几个字的，先按左右或退格。");
	}
	inserted = wizard_edit(w, line, (struct action){ ACTION_INSERT, 0, part });
	xwipe(part);
	return inserted;
}

/* Returns true if a text answers a check as soon as it is typed. */
static bool answers(const char *text)
{
	return wizard_typed_meaning(text) == TYPED_SAME ||
	       wizard_typed_meaning(text) == TYPED_ABSENT;
}

/* Applies an action to the text of a row; EFFECT_UNHANDLED if it does not edit text. Words that
 * answer the check are not kept as its text. */
static unsigned type(struct wizard *w, struct verify_row row, struct action a)
{
	struct line_edit *line = &w->verify.shown[row.check];
	bool choice = wizard_is_choice(wizard_check(w, row.check));
	size_t len = line->len;

	if (len == 0 && !choice && (a.kind == ACTION_ERASE_BEFORE || a.kind == ACTION_ERASE_ALL))
		return set_result(w, row.check, "");
	if (a.kind == ACTION_INSERT && choice && text_all_blank(a.text) &&
	    (len == 0 || verify_starts_anew(w, row.check)))
		return list_options(w, row.check);
	if (a.kind == ACTION_INSERT && !choice && refuses(w, row.check, a.text))
		return 0;
	if (a.kind == ACTION_INSERT && !choice && len == 0 && answers(a.text))
		return answer_by_word(w, row.check, wizard_typed_meaning(a.text));
	if (a.kind == ACTION_INSERT ? !insert(w, row.check, a.text) : !wizard_edit(w, line, a))
		return EFFECT_UNHANDLED;
	w->verify.touched = true;
	if (line->len == len && a.kind != ACTION_INSERT) /* the caret moved */
		return 0;
	if (!choice && answers(line->text))
		return answer_by_word(w, row.check, wizard_typed_meaning(line->text));
	w->verify.typed = row.check;
	w->verify.typing = true;
	if (choice)
		return 0;
	return wizard_note_shown(w, row.check) ? EFFECT_SAVE : 0;
}

static unsigned apply(struct wizard *w, struct action a)
{
	struct verify_row row = verify_focused_row(w);
	unsigned effects = verify_is_text(w, row) ? type(w, row, a) : EFFECT_UNHANDLED;

	if (effects != EFFECT_UNHANDLED)
		return effects;
	switch (a.kind) {
	case ACTION_NEXT:
		return enter(w, row);
	case ACTION_REVEAL:
		w->verify.revealed = !w->verify.revealed;
		return 0;
	case ACTION_TOGGLE:
		return toggle(w, row);
	case ACTION_MARK_ABSENT:
		return say_absent(w, row);
	case ACTION_INSERT:
		if (row.kind == VERIFY_CHECK)
			return list_options(w, row.check) | choose_screen.apply(w, a);
		wizard_say(w, "这一行不用打字。");
		return 0;
	default:
		if (a.kind != ACTION_PICK || a.number != w->focus[SCREEN_VERIFY])
			settle(w);
		return EFFECT_UNHANDLED;
	}
}

static enum key_context context(const struct wizard *w)
{
	struct verify_row row = verify_focused_row(w);

	if (row.kind != VERIFY_CHECK)
		return CONTEXT_VERIFY_BUTTON;
	if (!verify_is_text(w, row))
		return CONTEXT_STATUS;
	if (verify_is_settled(w, row.check))
		return CONTEXT_CHECK_SETTLED;
	if (verify_starts_anew(w, row.check))
		return CONTEXT_CHECK_WHOLE;
	if (!w->line_mode &&
	    (w->verify.shown[row.check].len > 0 || wizard_is_choice(wizard_check(w, row.check))))
		return CONTEXT_CHECK_TYPED;
	return wizard_option_count(w, row.check) > 0 ? CONTEXT_BY_EYE : CONTEXT_VERIFY;
}

static struct line_edit *editing(struct wizard *w)
{
	struct verify_row row = verify_focused_row(w);

	return verify_is_text(w, row) ? &w->verify.shown[row.check] : NULL;
}

const struct screen verify_screen = {
	.build = verify_build,
	.apply = apply,
	.context = context,
	.rows = rows,
	.editing = editing,
};
