/* SPDX-License-Identifier: MIT */
#include "model/guide_lint.h"

#include <string.h>

#include "base/json.h"
#include "model/faq.h"
#include "model/guide.h"

static void check_faq(struct json root, const struct guide *g, const char *path)
{
	struct diag problems = { 0 };
	struct faq *faq = faq_load_beside(g, path, &problems);
	const struct problem *first = &problems.items[0];

	faq_free(faq);
	if (problems.count > 0 && first->line == 0)
		json_problem(json_member(root, "faq"),
			     "指南旁边的“%s”，%s把它放过来，或删掉“faq”这一项。", g->faq_file,
			     first->text);
	else if (problems.count > 0)
		json_problem(json_member(root, "faq"), "“%s”第 %zu 行不对，先改好它：%s",
			     g->faq_file, first->line, first->text);
}

/* Reports names that stand twice in a list, which a reader cannot tell apart. key: the literal of
 * the member that is shown. */
static void check_names(struct json list, const char *key)
{
	for (struct json v = json_first(list); v.node != NULL; v = json_next(v)) {
		const char *name = json_string(v, key);

		for (struct json w = json_first(list); w.node != v.node; w = json_next(w))
			if (strcmp(json_string(w, key), name) == 0) {
				json_problem(json_member(v, key),
					     "“%s”前面已经有了，分不出是哪一个：换个叫法。", name);
				break;
			}
	}
}

static void check_form(struct json value, const struct guide_form *form)
{
	struct json fields = json_array(value, "fields"), field = json_first(fields);
	bool password = false;

	for (size_t i = 0; i < form->field_count; i++, field = json_next(field)) {
		password = password || form->fields[i].kind == GUIDE_FIELD_PASSWORD;
		if (form->fields[i].kind == GUIDE_FIELD_PASSWORD_AGAIN && !password)
			json_problem(json_member(field, "kind"),
				     "前面没有“kind”为 password 的一项，没有密码可以再写一遍。");
	}
	check_names(fields, "label");
	check_names(json_array(value, "documents"), "label");
	check_names(json_array_or_none(json_member(value, "before"), "options"), "label");
}

static void check_verification(struct json value, const struct guide_verification *v)
{
	struct json statuses = json_array(value, "statuses"), status = json_first(statuses),
		    checks = json_array(value, "checks");
	bool pass = false, compares = false;

	for (size_t i = 0; i < v->status_count; i++, status = json_next(status)) {
		const struct guide_status *s = &v->statuses[i];

		pass = pass || s->outcome == OUTCOME_PASS;
		if (s->outcome == OUTCOME_PASS && (s->other || s->unlisted))
			json_problem(json_member(status, "outcome"),
				     "没有列出的状态、查不到的学籍，不能算自查成功：改成 wait。");
	}
	if (!pass)
		json_problem(statuses, "没有一种状态的“outcome”是 pass，谁也不能自查成功。");
	for (size_t i = 0; i < v->check_count; i++)
		compares = compares ||
			   (v->checks[i].fatal && v->checks[i].compare != GUIDE_COMPARE_STATUS &&
			    v->checks[i].compare != GUIDE_COMPARE_STUDENT);
	if (!compares)
		json_problem(checks, "没有一项写了“required”或“fatal”，什么也不比就算自查成功。");
	check_names(checks, "label");
	check_names(statuses, "label");
	check_names(json_array_or_none(value, "students"), "label");
}

/* Reports a form or a verification that no step opens. */
static void check_steps(struct json root, const struct guide *g)
{
	bool opened[ACTIVITY_VERIFY + 1] = { false };

	for (size_t i = 0; i < g->step_count; i++)
		opened[g->steps[i].activity] = true;
	if (g->form != NULL && !opened[ACTIVITY_REGISTER])
		json_problem(json_member(root, "form"),
			     "没有一步的“activity”是 register，这张表单谁也打不开。");
	if (g->verification != NULL && !opened[ACTIVITY_VERIFY])
		json_problem(json_member(root, "verification"),
			     "没有一步的“activity”是 verify，核对谁也打不开。");
	check_names(json_array(root, "steps"), "title");
	for (struct json v = json_first(json_array(root, "steps")); v.node != NULL;
	     v = json_next(v))
		check_names(json_array(v, "items"), "text");
}

void guide_lint(const char *path, struct diag *d)
{
	struct guide *g = guide_load(path, d);
	/* Reads the file again, because struct guide does not keep the places of values. */
	struct json_doc *doc = g != NULL ? json_load(path, GUIDE_BYTES_MAX, d) : NULL;

	if (doc != NULL) {
		struct json root = json_root(doc);

		check_faq(root, g, path);
		check_steps(root, g);
		if (g->form != NULL)
			check_form(json_member(root, "form"), g->form);
		if (g->verification != NULL)
			check_verification(json_member(root, "verification"), g->verification);
	}
	json_close(doc);
	guide_free(g);
}
