/* SPDX-License-Identifier: MIT */
#include "model/guide_lint.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/paths.h"
#include "model/guide.h"

static void check_faq(struct json root, const struct guide *g, const char *path)
{
	char *faq;

	if (g->faq_file == NULL)
		return;
	faq = paths_beside(path, g->faq_file);
	if (access(faq, R_OK) < 0)
		json_problem(json_member(root, "faq"),
			     "指南旁边的这个文件打不开：%s。把它放过来，或删掉“faq”这一项。",
			     file_error_text(errno));
	free(faq);
}

static void check_passwords(struct json fields, const struct guide_form *form)
{
	bool password = false;
	struct json field = json_first(fields);

	for (size_t i = 0; i < form->field_count; i++, field = json_next(field)) {
		password = password || form->fields[i].kind == GUIDE_FIELD_PASSWORD;
		if (form->fields[i].kind == GUIDE_FIELD_PASSWORD_AGAIN && !password)
			json_problem(json_member(field, "kind"),
				     "前面没有“kind”为 password 的一项，没有密码可以再写一遍。");
	}
}

static void check_statuses(struct json statuses, const struct guide_verification *v)
{
	for (size_t i = 0; i < v->status_count; i++)
		if (v->statuses[i].outcome == OUTCOME_PASS)
			return;
	json_problem(statuses, "没有一种状态的“outcome”是 pass，谁也不能自查成功。");
}

void guide_lint(const char *path, struct diag *d)
{
	struct guide *g = guide_load(path, d);
	/* Reads the file again, because struct guide does not keep the places of values. */
	struct json_doc *doc = g != NULL ? json_load(path, GUIDE_BYTES_MAX, d) : NULL;

	if (doc != NULL) {
		struct json root = json_root(doc);

		check_faq(root, g, path);
		if (g->form != NULL)
			check_passwords(json_array(json_member(root, "form"), "fields"), g->form);
		if (g->verification != NULL)
			check_statuses(json_array(json_member(root, "verification"), "statuses"),
				       g->verification);
	}
	json_close(doc);
	guide_free(g);
}
