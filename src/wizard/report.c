/* SPDX-License-Identifier: MIT */
#include "wizard/report_internal.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

/* What differs between text and Markdown. */
struct style {
	const char *title, *heading, *item, *done, *open;
};

static const struct style styles[] = {
	[REPORT_TEXT] = { "", "", "  ", "[x]", "[ ]" },
	[REPORT_MARKDOWN] = { "# ", "## ", "- ", "- [x]", "- [ ]" },
};

enum report_format report_format(const char *path)
{
	const char *dot = strrchr(path, '.');

	if (dot != NULL && strcasecmp(dot, ".md") == 0)
		return REPORT_MARKDOWN;
	return dot != NULL && strcasecmp(dot, ".json") == 0 ? REPORT_JSON : REPORT_TEXT;
}

/* What Markdown would take for its own is escaped. */
static void put(const struct style *style, const char *text, FILE *out)
{
	char *clean = text_clean_line(text);

	for (const char *p = clean; *p != '\0'; p++) {
		if (style == &styles[REPORT_MARKDOWN] && strchr("\\`*_[]<>#|", *p) != NULL)
			fputc('\\', out);
		fputc(*p, out);
	}
	xwipe(clean);
}

static void put_pair(const struct style *style, const char *label, const char *value, FILE *out)
{
	if (value == NULL || *value == '\0')
		return;
	fputs(style->item, out);
	put(style, label, out);
	fputs("：", out);
	put(style, value, out);
	fputc('\n', out);
}

static void put_heading(const struct style *style, const char *text, FILE *out)
{
	fprintf(out, "\n%s", style->heading);
	put(style, text, out);
	fputs(*style->heading != '\0' ? "\n\n" : "\n", out);
}

static void put_steps(const struct wizard *w, const struct style *style, FILE *out)
{
	put_heading(style, "步骤", out);
	for (size_t i = 0; i < w->guide->step_count; i++) {
		const char *when = report_time(wizard_step_time(w, i));

		fprintf(out, "%s%s %zu ", *style->heading == '\0' ? style->item : "",
			wizard_step_done(w, i) ? style->done : style->open, i + 1);
		put(style, w->guide->steps[i].title, out);
		fprintf(out, "%s%s%s\n", *when != '\0' ? "（" : "", when,
			*when != '\0' ? "）" : "");
	}
}

static void put_item(const struct wizard *w, size_t check, const struct style *style, bool reveal,
		     FILE *out)
{
	struct report_item item;

	report_item_make(w, check, reveal, &item);
	put_heading(style, item.label, out);
	put_pair(style, "网站显示", item.shown, out);
	put_pair(style, "应为", item.right, out);
	for (size_t i = 0; i < item.found.count; i++)
		put_pair(style, "差别", item.found.items[i].message, out);
	put_pair(style, "怎么办", item.advice, out);
	put_pair(style, "要带", item.proof, out);
	put_pair(style, "找谁", item.corrector, out);
	report_item_wipe(&item);
}

static void put_head(const struct wizard *w, const struct style *style, bool reveal, FILE *out)
{
	char *name = report_name(w, reveal), *number = report_number(w, reveal);
	int student = wizard_student(w);

	fprintf(out, "%s学籍自查结果单\n\n", style->title);
	put_pair(style, "姓名", name, out);
	put_pair(style, "证件号码", number, out);
	if (student != NO_CHOICE)
		put_pair(style, "学生类别", w->guide->verification->students[student].label, out);
	put_pair(style, "结论", wizard_verdict_says(w)->title, out);
	put_pair(style, "开始", report_time(w->progress.started), out);
	put_pair(style, "完成", report_time(w->progress.finished), out);
	put_pair(style, "写于", report_time(w->now), out);
	put_pair(style, "截止", w->guide->deadline, out);
	xwipe(name);
	xwipe(number);
}

static void write_text(const struct wizard *w, const struct style *style, bool reveal, FILE *out)
{
	const struct guide *g = w->guide;
	int student = wizard_student(w);

	put_head(w, style, reveal, out);
	for (size_t i = 0;
	     student != NO_CHOICE && i < g->verification->students[student].advice.count; i++)
		put_pair(style, "注意", g->verification->students[student].advice.lines[i], out);
	for (size_t i = 0; g->verification != NULL && i < g->verification->check_count; i++)
		if (report_is_problem(w, i))
			put_item(w, i, style, reveal, out);
	put_steps(w, style, out);
	put_heading(style, "有问题找谁", out);
	for (size_t i = 0; i < g->contact_count; i++)
		put_pair(style, g->contacts[i].label, g->contacts[i].value, out);
	fprintf(out, "\n");
	put(style, "这是本人对照网页填的演练记录，不是学信网的证明。", out);
	fprintf(out, "\n");
}

char *report_make(const struct wizard *w, enum report_format format, bool reveal)
{
	char *bytes;
	size_t len;
	FILE *out = xmemstream(&bytes, &len);

	if (format == REPORT_JSON)
		report_write_json(w, reveal, out);
	else
		write_text(w, &styles[format], reveal, out);
	fclose(out);
	return bytes;
}
