/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/characters.h"
#include "support/command.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void expect(const struct characters *c, const char *text, const char *places)
{
	char bytes[64], said[64];
	size_t n = 0, p = 0;

	for (size_t i = 0; i < c->count; i++) {
		n += text_encode(c->cp[i], bytes + n);
		p += (size_t)snprintf(said + p, sizeof said - p, "%zu ", c->place[i]);
	}
	bytes[n] = said[p] = '\0';
	assert_string_equal(bytes, text);
	assert_string_equal(said, places);
}

static void test_read_and_fold(void **state)
{
	struct characters c = characters_read(" Ａb\u200B\xFF明 "), bare, narrow, lower;

	(void)state;
	expect(&c, " Ａb\u200B\uFFFD明 ", "1 2 3 4 5 6 7 ");
	bare = characters_bare(&c);
	expect(&bare, "Ａb\uFFFD明", "2 3 5 6 ");
	narrow = characters_fold(&bare, character_narrow);
	expect(&narrow, "Ab\uFFFD明", "2 3 5 6 ");
	lower = characters_fold(&narrow, character_lower);
	expect(&lower, "ab\uFFFD明", "2 3 5 6 ");
	characters_wipe(&c);
	assert_int_equal(c.count, 0);
	assert_null(c.cp);
	characters_wipe(&bare);
	characters_wipe(&narrow);
	characters_wipe(&lower);
}

static void test_compare(void **state)
{
	static const struct {
		const char *a, *b;
		struct difference d;
		bool equal;
	} rows[] = {
		{ "", "", { 0, 0, 0 }, true },         { "", "a", { 0, 0, 1 }, false },
		{ "ab", "ab", { 2, 0, 0 }, true },     { "ab", "a", { 1, 1, 0 }, false },
		{ "ab", "ac", { 1, 1, 1 }, false },    { "ab", "abc", { 2, 0, 1 }, false },
		{ "axxb", "acb", { 1, 2, 1 }, false }, { "aa", "aaa", { 2, 0, 1 }, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct characters a = characters_read(rows[i].a), b = characters_read(rows[i].b);
		struct difference d = characters_difference(&a, &b);

		assert_memory_equal(&d, &rows[i].d, sizeof d);
		assert_int_equal(characters_differ(&a, &b), d.first);
		assert_int_equal(characters_equal(a, b), rows[i].equal);
		characters_wipe(&a);
		characters_wipe(&b);
	}
}

static bool is_a(uint32_t cp)
{
	return cp == 'a';
}

static void test_places(void **state)
{
	struct characters c = characters_read("xaab"), none = characters_read("");

	(void)state;
	assert_int_equal(characters_at(&c, 3), 'b');
	assert_int_equal(characters_at(&c, 4), 0);
	assert_int_equal(characters_place(&c, 3), 4);
	assert_int_equal(characters_place(&c, 9), 4);
	assert_int_equal(characters_place(&none, 0), 0);
	assert_int_equal(characters_run(&c, 1, is_a), 3);
	assert_int_equal(characters_run(&c, 0, is_a), 0);
	assert_int_equal(characters_find(&c, 0, 'b'), 3);
	assert_int_equal(characters_find(&c, 0, 'z'), 4);
	assert_int_equal(characters_find(&c, 2, 'a'), 2);
	assert_true(characters_hold(&c, 1, "aab"));
	assert_false(characters_hold(&c, 1, "aabc"));
	assert_true(characters_hold(&c, 4, ""));
	characters_wipe(&c);
	characters_wipe(&none);
}

static void test_quotes(void **state)
{
	static const struct {
		size_t from, count;
		const char *is;
	} rows[] = {
		{ 0, 1, "明" }, { 1, 2, "白a" }, { 1, 0, "" },
		{ 2, 9, "a" },  { 3, 1, "" },    { 4, 1, "" },
	};
	struct characters c = characters_read("明白a"), many;
	char out[FINDING_TEXT];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		characters_quote(characters_part(&c, rows[i].from, rows[i].count), out);
		assert_string_equal(out, rows[i].is);
	}
	characters_wipe(&c);
	many = characters_read(
		"𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖");
	characters_quote(many, out);
	assert_int_equal(strlen(out), FINDING_TEXT - 4);
	characters_wipe(&many);
	character_quote('7', out);
	assert_string_equal(out, "7");
}

/* Runs with all that is between, and at either end; blanks by where they are. */
static void test_runs(void **state)
{
	static const struct {
		const char *value;
		struct {
			enum finding_kind kind;
			size_t at, count;
			const char *is;
		} found[3];
		size_t characters;
	} rows[] = {
		{ "ab", { { 0 } }, 0 },
		{ "", { { 0 } }, 0 },
		{ " a", { { KIND_BLANK_START, 1, 1, " " } }, 1 },
		{ "a  ", { { KIND_BLANK_END, 2, 2, "  " } }, 2 },
		{ "a\u3000b", { { KIND_BLANK, 2, 1, "\u3000" } }, 1 },
		{ " a \tb ",
		  { { KIND_BLANK_START, 1, 1, " " },
		    { KIND_BLANK, 3, 2, " \t" },
		    { KIND_BLANK_END, 6, 1, " " } },
		  4 },
		{ "  ", { { KIND_BLANK_START, 1, 2, "  " } }, 2 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct characters c = characters_read(rows[i].value);
		struct findings f = { 0 };
		size_t k = 0;

		assert_int_equal(characters_report_runs(&c, text_is_blank, FINDING_NAME_SPACE,
							KIND_BLANK, &f),
				 rows[i].characters);
		for (; k < 3 && rows[i].found[k].at > 0; k++) {
			assert_int_equal(f.items[k].kind, rows[i].found[k].kind);
			assert_int_equal(f.items[k].at, rows[i].found[k].at);
			assert_int_equal(f.items[k].count, rows[i].found[k].count);
			assert_string_equal(f.items[k].is, rows[i].found[k].is);
		}
		assert_int_equal(f.count, k);
		characters_wipe(&c);
	}
}

/* A run with something between that was left out before covers its place, too. */
static void test_report_counts_places(void **state)
{
	struct characters all = characters_read("1 2 3"), bare = characters_bare(&all);
	struct findings f = { 0 };

	(void)state;
	characters_report(characters_part(&bare, 0, 2), FINDING_ID_CHARACTER, KIND_NOT_DIGIT, &f);
	assert_int_equal(f.items[0].at, 1);
	assert_int_equal(f.items[0].count, 3);
	assert_string_equal(f.items[0].is, "12");
	characters_wipe(&all);
	characters_wipe(&bare);
}

#ifndef __SANITIZE_ADDRESS__
/* The tests of the rules once more, with a C library that checks each block when it is freed; not
 * that of the validator, which has a free() of its own. */
static void test_no_rule_writes_past_its_memory(void **state)
{
	static const char *const names[] = { "person_name",  "resident_id", "contact",
					     "site_address", "region",      "xueji" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		setenv("NAME", names[i], 1);
		command_expect(
			"LD_PRELOAD=libc_malloc_debug.so.0 GLIBC_TUNABLES=glibc.malloc.check=3 "
			"\"${XUEJI_BUILD:-build}/tests/unit/test_$NAME\" 2>&1",
			0);
	}
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_and_fold),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_report_counts_places),
#ifndef __SANITIZE_ADDRESS__
		cmocka_unit_test(test_no_rule_writes_past_its_memory),
#endif
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
