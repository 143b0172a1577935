/* SPDX-License-Identifier: MIT */
/* Says how a real registration with these inputs would end. */
#include "screens/screen.h"

#include <stdio.h>
#include <string.h>

enum { LABELS_MAX = 128 }; /* bytes */

/* Writes the labels of the fields in which something is wrong, as 姓名、证件号码; those that do not fit are left
 * out. Returns how many there are. */
static size_t list_wrong(const struct form *f, const struct form_rules *rules, char out[LABELS_MAX])
{
	size_t wrong = 0, len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < f->count; i++) {
		const char *label = f->fields[i].label;

		if (form_state(f, i, rules) != FORM_WRONG)
			continue;
		if (len + strlen("、") + strlen(label) < LABELS_MAX)
			len += (size_t)snprintf(out + len, LABELS_MAX - len, "%s%s",
						wrong > 0 ? "、" : "", label);
		wrong++;
	}
	return wrong;
}

/* Whether both the name and the number were compared with a record and agree. */
static bool compared(const struct form *f, const struct form_rules *rules)
{
	bool name = false, number = false;

	for (size_t i = 0; i < f->count; i++) {
		bool agrees = form_state(f, i, rules) == FORM_AGREES;

		name = name || (agrees && f->fields[i].kind == FORM_NAME);
		number = number || (agrees && f->fields[i].kind == FORM_ID_NUMBER);
	}
	return name && number;
}

static void build_success(struct page *p, const struct wizard *w, const struct form_rules *rules)
{
	struct block *b = page_add(p, BLOCK_VERDICT, "演练成功");

	b->mark = MARK_DONE;
	if (!compared(&w->register_form, rules))
		block_status(b,
			     "格式都对。姓名和证件号码没有和高考信息比过，提交前再对一遍身份证。",
			     STYLE_GOOD);
	else if (wizard_uses_sample(w))
		block_status(b, "和示例都对得上。在真的网站上填你自己的，就这样填。", STYLE_GOOD);
	else
		block_status(b, "姓名、证件号码与高考一致。在真的网站上照样填，就能注册。",
			     STYLE_GOOD);
}

static void build_failure(struct page *p, const char *labels)
{
	struct block *b = page_add(p, BLOCK_VERDICT, "这样注册不行");

	b->mark = MARK_WRONG;
	block_status(b, "真的网站会不接受，或者注册了也查不到学籍。", STYLE_BAD);
	page_add(p, BLOCK_GAP, "");
	page_addf(p, BLOCK_PARAGRAPH, "要改的：%s", labels);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_BUTTON, "回去改")->row = 0;
	page_add(p, BLOCK_BUTTON, "不改了，去核对学籍")->row = 1;
}

static void build(struct page *p, const struct wizard *w)
{
	const struct form_rules rules = wizard_form_rules(w);
	char labels[LABELS_MAX];

	if (list_wrong(&w->register_form, &rules, labels) > 0) {
		build_failure(p, labels);
		return;
	}
	build_success(p, w, &rules);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH,
		 "真的注册成功后，要回到学信网首页**重新登录**，打开个人信息**再核实一遍**。");
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
