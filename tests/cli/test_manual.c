/* SPDX-License-Identifier: MIT */
/* The manual pages: xueji(1) has every command and option of --help, xueji-guide(5) every key, type
 * and limit of the schemas; formatters show both without a warning, within 80 columns. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "support/command.h"
#include "support/count_text.h"
#include "support/help.h"

enum { COLUMNS = 80, SCHEMA_BYTES_MAX = 1024 * 1024 };

static char *page; /* owned: the source of the page under test, \- replaced by - */

static void read_page(const char *path)
{
	FILE *f = fopen(path, "rb");
	size_t n = 0;
	int c;

	assert_non_null(f);
	free(page);
	page = xcalloc(1, 256 * 1024);
	while ((c = fgetc(f)) != EOF)
		if (c != '\\')
			page[n++] = (char)c;
		else if ((c = fgetc(f)) == '-')
			page[n++] = '-';
	fclose(f);
}

static void expect_in_page(const char *text)
{
	if (strstr(page, text) == NULL)
		fail_msg("the page lacks: %s", text);
}

/* Every option or command of the help page. */
static void expect_words_of(const char *help)
{
	struct help_words words = { 0 };

	help_words_add(&words, help);
	for (size_t i = 0; i < words.count; i++) {
		char *bold = xasprintf("\n.B %s", words.items[i]);
		char *both = xasprintf("\n.BI %s", words.items[i]);

		if (strstr(page, bold) == NULL && strstr(page, both) == NULL)
			fail_msg("the page lacks: %s", words.items[i]);
		free(bold);
		free(both);
	}
	help_words_free(&words);
}

/* The synopsis of a command must name the options of its help page and no others. */
static void compare_synopsis(const char *command, const char *help)
{
	/* What is left of font changes by read_page(): B and R. */
	bool usual = strcmp(command, "run") == 0;
	char *start = xasprintf("\nBxueji%s%sR", usual ? "" : " ", usual ? "" : command);
	const char *from = strstr(page, start);
	size_t len, options = 0, described = 0;
	char *synopsis;

	free(start);
	assert_non_null(from);
	len = (size_t)(strstr(from + 1, "\nBxueji") - from);
	synopsis = xstrndup(from, len);
	for (const char *at = synopsis; (at = strstr(at, "B--")) != NULL; at++)
		options++;
	for (const char *at = help; (at = strstr(at, "\n  --")) != NULL; at++) {
		char *word = xasprintf("B%.*sR", (int)strcspn(at + 3, " "), at + 3);

		if (strstr(synopsis, word) == NULL)
			fail_msg("%s: the synopsis lacks %s", command, word + 1);
		free(word);
		described++;
	}
	if (options != described)
		fail_msg("%s: %zu options in the synopsis, %zu in --help", command, options,
			 described);
	free(synopsis);
}

static void test_all_that_help_says(void **state)
{
	struct help_words commands = help_commands();
	char *help = help_page("");

	(void)state;
	read_page("data/man/xueji.1");
	expect_words_of(help);
	free(help);
	assert_true(commands.count > 1);
	for (size_t i = 0; i < commands.count; i++) {
		help = help_page(commands.items[i]);
		expect_words_of(help);
		compare_synopsis(commands.items[i], help);
		free(help);
	}
	help_words_free(&commands);
}

/* Resolves the $ref of a schema node, if it has one. */
static struct json follow(struct json schema, struct json node)
{
	struct json to = json_member(node, "$ref");
	const char *name;

	if (to.node == NULL)
		return node;
	name = strrchr(json_string_value(to), '/') + 1;
	return json_member(json_member(schema, "definitions"), name);
}

/* The page's word for the type of a node. */
static const char *kind_of(struct json schema, struct json node)
{
	static const char *const texts[][2] = {
		{ "/plain", "文字" }, { "/maybe", "文字" },      { "/marked", "强调文字" },
		{ "/id", "编号" },    { "/paragraphs", "段落" }, { "/some_paragraphs", "段落" }
	};
	static const char *const types[][2] = { { "string", "文字" },
						{ "boolean", "真假" },
						{ "array", "列表" },
						{ "object", "对象" } };
	const char *ref = json_string_or_null(node, "$ref"), *type;

	for (size_t i = 0; ref != NULL && i < sizeof texts / sizeof texts[0]; i++)
		if (strcmp(strrchr(ref, '/'), texts[i][0]) == 0)
			return texts[i][1];
	node = follow(schema, node);
	if (json_member(node, "enum").node != NULL)
		return "选一个";
	if (json_member(node, "const").node != NULL)
		return "数字";
	type = json_string(node, "type");
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
		if (strcmp(type, types[i][0]) == 0)
			return types[i][1];
	fail_msg("a kind that the page has no word for: %s", type);
	return NULL;
}

/* The section of the page on the object at a path ("": the whole file), owned. */
static char *section_of(const char *chapter, const char *path)
{
	const char *from = strstr(page, chapter), *line, *end;

	assert_non_null(from);
	for (line = strstr(from, "\n.SS "); line != NULL; line = strstr(line + 1, "\n.SS ")) {
		char *heading = xstrndup(line + 5, strcspn(line + 5, "\n"));
		char *name, *rest = heading;
		bool found = false;

		while ((name = strsep(&rest, "\"")) != NULL)
			for (char *next = name; next != NULL;) {
				char *one = next;

				next = strstr(one, "、");
				if (next != NULL) {
					*next = '\0';
					next += strlen("、");
				}
				found = found ||
					strcmp(one, *path == '\0' ? "整个文件" : path) == 0;
			}
		free(heading);
		if (found)
			break;
	}
	if (line == NULL)
		fail_msg("%s: no section on %s", chapter, path);
	end = strstr(line + 1, "\n.S");
	return xstrndup(line, end == NULL ? SIZE_MAX : (size_t)(end - line) + 1);
}

/* The entry of a key in a section, owned. */
static char *entry_of(const char *section, const char *key, const char *kind)
{
	char *tag = xasprintf("\n.BR %s \" %s\"\n", key, kind);
	const char *at = strstr(section, tag), *end;

	if (at == NULL)
		fail_msg("no entry %s (%s) in%s", key, kind, section);
	at += strlen(tag);
	free(tag);
	end = strstr(at, "\n.TP");
	return xstrndup(at, end == NULL ? strlen(at) : (size_t)(end - at));
}

static void expect_in_entry(const char *entry, const char *text, const char *key)
{
	if (strstr(entry, text) == NULL)
		fail_msg("%s does not say %s: %s", key, text, entry);
}

static bool is_required(struct json object, const char *key)
{
	struct json list = json_member(object, "required");

	for (struct json one = json_first(list); one.node != NULL; one = json_next(one))
		if (strcmp(json_string_value(one), key) == 0)
			return true;
	return false;
}

/* The entry must say whether the key is optional, its choices and its limits. */
static void compare_entry(const char *entry, struct json object, struct json node, const char *key)
{
	struct json most = json_member(node, "maxItems");
	char *words = NULL;

	assert_int_equal(strstr(entry, "可以不写") == NULL, is_required(object, key));
	for (struct json one = json_first(json_member(node, "enum")); one.node != NULL;
	     one = json_next(one)) {
		words = xasprintf("\n%s  ", json_string_value(one));
		expect_in_entry(entry, words, key);
		free(words);
	}
	if (json_member(node, "minItems").node != NULL)
		expect_in_entry(entry, "至少一项", key);
	if (most.node != NULL) {
		words = xasprintf("最多 %d 项", (int)json_integer(node, "maxItems", 0, 1000));
		expect_in_entry(entry, words, key);
		free(words);
	}
}

static void compare(struct json schema, struct json node, const char *chapter, const char *path)
{
	struct json keys = json_member(node, "properties");
	char *section, *entry, *below;

	if (json_member(node, "items").node != NULL) {
		below = xasprintf("%s[]", path);
		compare(schema, follow(schema, json_member(node, "items")), chapter, below);
		free(below);
	}
	for (struct json one = json_first(json_member(node, "oneOf")); one.node != NULL;
	     one = json_next(one))
		compare(schema, follow(schema, one), chapter, path);
	if (keys.node == NULL)
		return;
	section = section_of(chapter, path);
	for (struct json each = json_first(keys); each.node != NULL; each = json_next(each)) {
		struct json to = follow(schema, each);

		entry = entry_of(section, json_key(each), kind_of(schema, each));
		compare_entry(entry, node, to, json_key(each));
		free(entry);
		below = xasprintf("%s%s%s", path, *path != '\0' ? "." : "", json_key(each));
		compare(schema, to, chapter, below);
		free(below);
	}
	/* No entry for a key that the schema lacks. */
	assert_int_equal(count_text(section, "\n.TP\n"), json_count(keys));
	free(section);
}

static void compare_file(const char *path, const char *chapter)
{
	struct diag d = { 0 };
	struct json_doc *doc = json_load(path, SCHEMA_BYTES_MAX, &d);

	assert_non_null(doc);
	compare(json_root(doc), json_root(doc), chapter, "");
	json_close(doc);
}

static void test_all_that_the_schemas_say(void **state)
{
	(void)state;
	read_page("data/man/xueji-guide.5");
	compare_file("data/guide.schema.json", "\n.SH 指南 guide.json");
	compare_file("data/faq.schema.json", "\n.SH 常见问题 faq.json");
	/* Limits that the schemas have as patterns and descriptions. */
	expect_in_page("最多 31 个字");
	expect_in_page("最多 512 个");
	expect_in_page("各不超过 1 MB");
}

static const char *const paths[] = { "data/man/xueji.1", "data/man/xueji-guide.5" };

static void test_version(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		char *command = xasprintf("grep \"\\\"$($X --version)\\\"\" %s", paths[i]);

		command_expect(command, 0);
		free(command);
	}
}

static void expect_narrow(const char *text)
{
	for (const char *at = text; *at != '\0'; at += strcspn(at, "\n") + 1) {
		char *line = xstrndup(at, strcspn(at, "\n"));

		if (text_width(line) > COLUMNS)
			fail_msg("too wide: %s", line);
		free(line);
		if (at[strcspn(at, "\n")] == '\0')
			break;
	}
}

/* With each formatter installed; skipped without one. */
static void test_shown(void **state)
{
	static const char *const ways[] = {
		"command -v groff >/dev/null || exit 77; groff -k -Tutf8 -man -ww -P-cbou $F",
		"command -v mandoc >/dev/null || exit 77; mandoc -Tutf8 -Wwarning $F | "
		"sed 's/.\\x08//g'",
	};
	size_t shown = 0;

	(void)state;
	for (size_t i = 0; i < 2; i++)
		for (size_t k = 0; k < 2; k++) {
			char *command = xasprintf("F=%s; %s", paths[i], ways[k]);
			int status = command_run(command);

			free(command);
			if (status == 77)
				continue;
			shown++;
			assert_int_equal(status, 0);
			if (strcasestr(command_output(), "warning: ") != NULL)
				fail_msg("%s", command_output());
			command_says("\n另见\n");
			expect_narrow(command_output());
		}
	if (shown == 0)
		skip();
}

static int tear_down(void **state)
{
	(void)state;
	free(page);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_that_help_says),
		cmocka_unit_test(test_all_that_the_schemas_say),
		cmocka_unit_test(test_version),
		cmocka_unit_test(test_shown),
	};

	return cmocka_run_group_tests(tests, NULL, tear_down);
}
