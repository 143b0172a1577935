/* SPDX-License-Identifier: MIT */
/* `xueji lint`: reports the problems of data files. */
#include "cli/cmd.h"

#include <stdio.h>
#include <stdlib.h>

#include "audit/records.h"
#include "audit/roster_lint.h"
#include "base/charset.h"
#include "base/file.h"
#include "base/json.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cli/output.h"
#include "demo/demo_rehearse.h"
#include "demo/demo_script.h"
#include "model/faq.h"
#include "model/guide.h"
#include "model/guide_lint.h"
#include "model/record_file.h"
#include "rules/record.h"
#include "rules/sentence.h"
#include "rules/validator.h"

static void lint_faq(const char *path, struct diag *d)
{
	faq_free(faq_load(path, d));
}

static void lint_record(const char *path, struct diag *d)
{
	static struct record record;
	struct json_doc *doc = json_load(path, RECORD_BYTES_MAX, d);
	struct findings found = { 0 };
	char sentence[SENTENCE_MAX];

	if (doc != NULL && record_read(json_root(doc), &record))
		validator_holder(record.id_number, record.sex, record.birth_date,
				 VALIDATOR_OWN_RECORD, &found);
	for (size_t i = 0; i < found.count; i++)
		json_problem(json_member(json_root(doc), found.items[i].code == FINDING_ID_SEX
								 ? "sex"
								 : "birth_date"),
			     "%s", sentence_make(&found.items[i], SENTENCE_ROSTER, sentence));
	json_close(doc);
	record_wipe(&record);
}

static void lint_records(const char *path, struct diag *d)
{
	static struct record record;
	struct records *rs = records_open(path, d);
	bool any = false;

	while (rs != NULL && records_next(rs, &record, NULL, d))
		any = true;
	if (rs != NULL && !any && !records_failed(rs))
		records_nobody(rs, d);
	records_close(rs);
	record_wipe(&record);
}

/* Path of the guide to rehearse scripts with, set by find_guide(); NULL: the shipped one. */
static const char *guide_given;

static void rehearse(const struct demo_script *script, const char *path, const char *guide_path,
		     const struct guide *guide, struct diag *d)
{
	static struct app app; /* static because it is large */
	struct record *records = demo_records_load(script, path, d);
	struct demo demo = { .script = script,
			     .app = &app,
			     .guide_path = guide_path,
			     .guide = guide,
			     .records = records };

	if (records != NULL)
		demo_rehearse(&demo, d);
	free(records);
}

static void lint_demo(const char *path, struct diag *d)
{
	struct diag none = { 0 };
	char *guide_path =
		guide_given != NULL ? xstrdup(guide_given) : paths_data("guide.json", &none);
	struct guide *guide = guide_path == NULL ? NULL : guide_load(guide_path, &none);
	struct demo_script *script = demo_script_load(path, guide, d);

	if (guide == NULL && guide_given != NULL)
		diag_add(d, 0, 0, "没有排演：%s 有问题，先改好它。", guide_given);
	else if (guide == NULL)
		diag_add(d, 0, 0,
			 "没有指南可以排演：把它也写上，xueji lint guide.json demo.json。");
	else if (script != NULL)
		rehearse(script, path, guide_path, guide, d);
	demo_script_free(script);
	guide_free(guide);
	free(guide_path);
}

static void lint_roster(const char *path, struct diag *d)
{
	roster_lint(path, d);
}

/* key: a JSON member that only this kind of file has. says: printed after the name of a file
 * without problems. */
static const struct kind {
	const char *key, *name, *says;
	void (*lint)(const char *path, struct diag *d);
} kinds[] = {
	{ "steps", "指南", "，没有问题\n", guide_lint },
	{ "answers", "常见问题", "，没有问题\n", lint_faq },
	{ "beats", "演示脚本", "，没有问题\n", lint_demo },
	{ "id_number", "高考信息", "，格式没有问题\n", lint_record },
	{ "name", "高考信息", "，格式没有问题\n", lint_record },
};

static const struct kind *find_kind(struct json root)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (json_member(root, kinds[i].key).node != NULL)
			return &kinds[i];
	return NULL;
}

/* Returns the kind of a file, by its content. NULL: the problems are in d. */
static const struct kind *recognise(const char *path, struct diag *d)
{
	static const struct kind roster = { NULL, "名册", "，格式没有问题，内容用 xueji audit 看\n",
					    lint_roster };
	static const struct kind list = { NULL, "高考信息", "，格式没有问题\n", lint_records };
	struct json_doc *doc;
	const struct kind *kind;
	char first = file_first_byte(path);
	bool report;

	if (first == '[')
		return &list;
	/* file_first_byte() gives '\0' for a file that cannot be read: the JSON reader says why. */
	if (first != '{' && first != '\0')
		return &roster;
	doc = json_load(path, GUIDE_BYTES_MAX, d);
	if (doc == NULL)
		return NULL;
	report = json_member(json_root(doc), "verdict_text").node != NULL; /* it has steps, too */
	kind = report ? NULL : find_kind(json_root(doc));
	if (report)
		json_problem(json_root(doc), "这是自查的结果单，程序写的，不用检查");
	else if (kind == NULL)
		json_problem(
			json_root(doc),
			"认不出是哪种文件：指南有 steps，常见问题有 answers，演示脚本有 beats，"
			"高考信息有 name 和 id_number");
	json_close(doc);
	return kind;
}

static int lint_file(const char *path, FILE *out)
{
	struct diag d = { 0 };
	const struct kind *kind = recognise(path, &d);
	char *clean;

	if (kind != NULL)
		kind->lint(path, &d);
	if (d.count > 0 || kind == NULL) {
		bool unread = d.items[0].line == 0;

		diag_print(&d, unread ? stderr : out, 0);
		return unread ? STATUS_TROUBLE : 1;
	}
	clean = text_clean_line(path);
	charset_printf(out, "%s：%s%s", clean, kind->name, kind->says);
	free(clean);
	return 0;
}

/* Sets guide_given to the first guide among the files; without one, to the first JSON file of
 * unknown kind, which may be a broken guide. */
static void find_guide(const struct options *o)
{
	const char *unknown = NULL;

	guide_given = NULL;
	for (int i = 0; i < o->file_count && guide_given == NULL; i++) {
		struct diag d = { 0 };
		const struct kind *kind;

		if (file_first_byte(o->files[i]) != '{')
			continue;
		kind = recognise(o->files[i], &d);
		if (kind != NULL && kind->lint == guide_lint)
			guide_given = o->files[i];
		else if (kind == NULL && unknown == NULL)
			unknown = o->files[i];
	}
	if (guide_given == NULL)
		guide_given = unknown;
}

int cmd_lint(const struct options *o)
{
	int status = 0;

	find_guide(o);

	for (int i = 0; i < o->file_count; i++) {
		int one = lint_file(o->files[i], stdout);

		status = one > status ? one : status;
	}
	return output_end(status);
}
