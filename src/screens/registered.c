/* SPDX-License-Identifier: MIT */
/* Says how a real registration with these inputs would end. */
#include "screens/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { LABELS_MAX = 128 }; /* bytes */

/* Writes the labels of the fields whose state is in `states` (bits by enum form_state), as
 * 姓名、证件号码; labels that do not fit are left out. recorded: only the name and the ID number,
 * which the record has. Returns how many fields there are, including those left out. */
static size_t list_labels(const struct form *f, const struct form_rules *rules, unsigned states,
			  bool recorded, char out[LABELS_MAX])
{
	size_t count = 0, len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < f->count; i++) {
		const struct form_field *field = &f->fields[i];
		const char *label, *of;

		if ((states & 1U << form_state(f, i, rules)) == 0 ||
		    (recorded && field->kind != FORM_NAME && field->kind != FORM_ID_NUMBER))
			continue;
		label = field->kind == FORM_ANSWER ? (field - 1)->label : field->label;
		of = field->kind == FORM_ANSWER ? " 的答案" : "";
		if (len + strlen("、") + strlen(label) + strlen(of) < LABELS_MAX)
			len += (size_t)snprintf(out + len, LABELS_MAX - len, "%s%s%s",
						count > 0 ? "、" : "", label, of);
		count++;
	}
	return count;
}

/* Returns true if the address that was asked for before the form is not the site's. */
static bool is_address_wrong(const struct wizard *w, const struct form_rules *rules)
{
	char labels[LABELS_MAX];

	return list_labels(&w->account_form, rules, 1U << FORM_WRONG, false, labels) > 0;
}

/* Reports only what was checked: only the real site knows whether it accepts the registration. */
static void build_success(struct page *p, const struct wizard *w, const struct form_rules *rules)
{
	const struct form *f = &w->register_form;
	char suspect[LABELS_MAX], labels[LABELS_MAX], *text;
	bool fake = is_address_wrong(w, rules);
	bool suspects = list_labels(f, rules, 1U << FORM_SUSPECT, false, suspect) > 0;
	bool look = fake || suspects;
	struct block *b = page_add(p, BLOCK_VERDICT,
				   look ? "演练做完了，还有要留意的" : "演练做完了，没有查出错");

	if (fake)
		text = xstrdup("地址栏不对：不是学信网的网页，不要在上面注册。");
	else if (look)
		text = xstrdup("提交之前，按 Esc 回去看一眼。");
	else if (list_labels(f, rules, ~(1U << FORM_AGREES), true, labels) > 0)
		text = xasprintf("%s没有比过高考信息，提交前照证件再看一遍。", labels);
	else if (wizard_uses_sample(w))
		text = xstrdup("姓名、证件号码和示例一致。在真的网站上填你自己的。");
	else
		text = xasprintf("姓名、证件号码和%s高考信息一致。",
				 w->record.typed ? "你填的" : "");
	b->mark = look ? MARK_LOOK : MARK_DONE;
	block_status(b, text, look ? STYLE_WARNING : STYLE_GOOD);
	free(text);
	if (suspects) {
		page_add(p, BLOCK_GAP, "");
		page_addf(p, BLOCK_PARAGRAPH, "要留意的：%s", suspect);
	}
}

/* Reports the fields with errors. The sentence follows the most important of them: first the fields
 * that the site finds the record by, then the required ones, then the rest. */
static void build_failure(struct page *p, const struct wizard *w, const struct form_rules *rules,
			  const char *labels)
{
	const struct form *f = &w->register_form;
	const char *says = "改好，或者清空：忘了密码要靠它们。";
	bool required = false;
	struct block *b;

	for (size_t i = 0; i < f->count; i++) {
		const struct form_field *field = &f->fields[i];

		if (form_state(f, i, rules) != FORM_WRONG)
			continue;
		if (field->required && !required)
			says = "真的网站多半不收。";
		required = required || field->required;
		if (field->kind == FORM_NAME || field->kind == FORM_ID_NUMBER ||
		    field->kind == FORM_DOCUMENT)
			says = "真的网站多半不收，或者注册了也查不到学籍。";
	}
	b = page_add(p, BLOCK_VERDICT, required ? "这样注册不行" : "选填的还有要改的");
	b->mark = required ? MARK_WRONG : MARK_LOOK;
	block_status(b, says, required ? STYLE_BAD : STYLE_WARNING);
	page_add(p, BLOCK_GAP, "");
	page_addf(p, BLOCK_PARAGRAPH, "要改的：%s%s", is_address_wrong(w, rules) ? "地址栏、" : "",
		  labels);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_BUTTON, "回去改")->row = 0;
	page_add(p, BLOCK_BUTTON, "不改了，去核对学籍")->row = 1;
}

static void build(struct page *p, const struct wizard *w)
{
	const struct form_rules rules = wizard_form_rules(w);
	char labels[LABELS_MAX];

	if (list_labels(&w->register_form, &rules, 1U << FORM_WRONG, false, labels) > 0) {
		build_failure(p, w, &rules, labels);
		return;
	}
	build_success(p, w, &rules);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH, "真的注册成功后，还要**重新登录**，**再核实一遍**。");
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_BUTTON, "练一遍登录")->row = 0;
	page_add(p, BLOCK_BUTTON, "不练了，去核对学籍")->row = 1;
}

static unsigned go_on(struct wizard *w)
{
	const struct form_rules rules = wizard_form_rules(w);
	struct form *f = &w->register_form;
	bool first = w->focus[SCREEN_REGISTERED] == 0;

	if (first && form_wrong(f, &rules, SEVERITY_ERROR, &f->focus) > 0)
		return wizard_pop(w);
	if (first && w->login_form.count > 0)
		return wizard_push(w, SCREEN_LOGIN);
	wizard_wipe_inputs(w, false);
	return wizard_next_step(w);
}

static unsigned apply(struct wizard *w, struct action a)
{
	return a.kind == ACTION_NEXT || a.kind == ACTION_TOGGLE ? go_on(w) : EFFECT_UNHANDLED;
}

static size_t rows(const struct wizard *w)
{
	(void)w;
	return 2;
}

const struct screen registered_screen = {
	.build = build,
	.apply = apply,
	.keys = CONTEXT_REGISTERED,
	.rows = rows,
};
