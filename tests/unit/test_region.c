/* SPDX-License-Identifier: MIT */
/* The shipped table names a place as it was; a table with a mistake is refused. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/region.h"
#include "support/expect_rows.h"
#include "support/memory_file.h"

#define SMALL_TEXT                     \
	"# 说明\n"                   \
	"320000\t1998\t\t江苏省\n"  \
	"320900\t1998\t\t盐城市\n"  \
	"320902\t1998\t2003\t城区\n" \
	"320902\t2003\t\t亭湖区\n"
#define HANZI_4 "汉汉汉汉"
#define HANZI_16 HANZI_4 HANZI_4 HANZI_4 HANZI_4

static const char SMALL[] = SMALL_TEXT;
static struct regions *shipped;

static int load_shipped(void **state)
{
	(void)state;
	setenv("XUEJI_DATA", "data", 1);
	shipped = region_load_shipped();
	return shipped == NULL ? -1 : 0;
}

static int free_shipped(void **state)
{
	(void)state;
	region_free(shipped);
	return 0;
}

static struct regions *load(const char *text)
{
	struct regions *r = region_load(path_of_text(text));

	if (r == NULL)
		fail_msg("refused:\n%s", text);
	return r;
}

struct place {
	const char *digits;
	int year;
	const char *name;
	bool known;
	int until;
};

static void expect_places(const struct regions *r, const struct place *places, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct place *p = &places[i];
		struct region found;

		memset(&found, 'x', sizeof found);
		if (region_find(r, p->digits, p->year, &found) != (p->name[0] != '\0') ||
		    strcmp(found.name, p->name) != 0 || found.known != p->known ||
		    found.until != p->until)
			fail_msg("%s in %d: %s, %d, until %d", p->digits, p->year, found.name,
				 found.known, found.until);
	}
}

static void test_names(void **state)
{
	static const struct place places[] = {
		{ "320902200709010014", 2007, "江苏省盐城市亭湖区", true, 0 },
		{ "320900", 0, "江苏省盐城市", true, 0 },
		{ "320000", 0, "江苏省", true, 0 },
		/* A municipality is named once, what stands in the prefecture's place never. */
		{ "110000", 2007, "北京市", true, 0 },
		{ "110100", 2007, "北京市", true, 0 },
		{ "110101", 2007, "北京市东城区", true, 0 },
		{ "110228", 2007, "北京市密云县", true, 2015 },
		{ "500381", 2004, "重庆市江津市", true, 2005 },
		{ "429004", 2007, "湖北省仙桃市", true, 0 },
		{ "659001", 1999, "新疆维吾尔自治区石河子市", true, 0 },
		{ "320101", 2007, "江苏省南京市市辖区", true, 0 },
		{ "441900", 2007, "广东省东莞市", true, 0 },
		{ "522700", 2007, "贵州省黔南布依族苗族自治州", true, 0 },
		{ "530925", 2007, "云南省临沧市双江拉祜族佤族布朗族傣族自治县", true, 0 },
		{ "654022", 2007, "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县", true, 0 },
		{ "710000", 0, "台湾省", true, 0 },
		{ "810000199408230021", 1994, "香港特别行政区", true, 0 },
		{ "820000200705200029", 2007, "澳门特别行政区", true, 0 },
		{ "830000199201300022", 1992, "台湾地区", true, 0 },
	};

	(void)state;
	expect_places(shipped, places, COUNT(places));
}

static void test_the_name_of_the_year(void **state)
{
	static const struct place places[] = {
		{ "320902", 1985, "江苏省盐城市城区", true, 0 },
		{ "320902", 1998, "江苏省盐城市城区", true, 0 },
		{ "320902", 2002, "江苏省盐城市城区", true, 0 },
		{ "320902", 2003, "江苏省盐城市亭湖区", true, 0 },
		{ "320902", 2099, "江苏省盐城市亭湖区", true, 0 },
		{ "320902", 0, "江苏省盐城市亭湖区", true, 0 },
		/* One code, two counties, and years when it had none. */
		{ "410307", 2004, "河南省洛阳市洛龙区", true, 0 },
		{ "410307", 2008, "河南省洛阳市洛龙区", true, 0 },
		{ "410307", 2025, "河南省洛阳市偃师区", true, 0 },
		/* The prefecture as it was called when the county was there. */
		{ "320821", 0, "江苏省淮阴市淮阴县", true, 1998 },
		{ "320821", 2010, "江苏省淮阴市淮阴县", true, 1998 },
		{ "320800", 0, "江苏省淮安市", true, 0 },
		{ "420621", 1998, "湖北省襄樊市襄阳县", true, 1998 },
		{ "420602", 2007, "湖北省襄樊市襄城区", true, 0 },
		{ "420602", 0, "湖北省襄阳市襄城区", true, 0 },
		{ "142401", 1999, "山西省晋中地区榆次市", true, 1998 },
		{ "460030", 1998, "海南省白沙黎族自治县", true, 1998 },
		{ "130321", 1998, "河北省秦皇岛市青龙满族自治县", true, 0 },
		{ "340102", 1998, "安徽省合肥市东市区", true, 0 },
		{ "500112", 2007, "重庆市渝北区", true, 2020 },
		{ "512501", 1985, "四川省宜宾地区宜宾市", true, 2001 },
		{ "612422", 2000, "陕西省安康地区汉阴县", true, 1998 },
		{ "440527", 1985, "广东省汕头市普宁县", true, 2001 },
	};

	(void)state;
	expect_places(shipped, places, COUNT(places));
}

static void test_what_is_not_known(void **state)
{
	static const struct place places[] = {
		{ "320999", 2007, "江苏省盐城市", false, 0 },
		{ "329902", 2007, "江苏省", false, 0 },
		{ "110199", 2007, "北京市", false, 0 },
		{ "429099", 2007, "湖北省", false, 0 },
		{ "810001", 2007, "香港特别行政区", false, 0 },
		{ "990000", 2007, "", false, 0 },
		{ "000000", 0, "", false, 0 },
		{ "932156", 2007, "", false, 0 },
		{ "32090", 2007, "", false, 0 },
		{ "32090X", 2007, "", false, 0 },
		{ "３２０９０２", 2007, "", false, 0 },
		{ "", 0, "", false, 0 },
	};

	(void)state;
	expect_places(shipped, places, COUNT(places));
}

static void test_the_note(void **state)
{
	static const struct {
		const char *number, *codes;
	} cases[] = {
		{ "320902200709010014", "" },
		{ "110000200709010014", "" },
		{ "142401200709010014", "" }, /* abolished is no fault */
		{ "320999200709010014", "id.region@1" },
		{ "320999199712310014", "id.region@1" },
		{ "650000200702290047", "" },
		{ "653099200702290047", "id.region@1" },
		{ "320101200709010014", "" },
		{ "512501198501010014", "" },
		{ "320999", "" },
		{ "32099920070901001x", "" },
		{ "329900200709010014", "id.region@1" },
		{ "810001199408230021", "id.region@1" }, /* no permit has another code */
		{ "830000199201300022", "" },
		{ "932156200705200015", "" }, /* another document */
		{ "990000200709010014", "" }, /* id.province says so */
		{ "32099", "" },
		{ " 320999200709010014", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct findings f = { 0 };

		region_check(shipped, cases[i].number, &f);
		expect_codes(cases[i].number, &f, cases[i].codes);
		assert_false(findings_any(&f, SEVERITY_WARNING));
		f.count = 0;
		region_check(NULL, cases[i].number, &f);
		assert_int_equal(f.count, 0);
	}
}

static void test_edited_by_hand(void **state)
{
	static const char *const texts[] = {
		SMALL_TEXT,
		"\xEF\xBB\xBF" SMALL_TEXT,
		"\n" SMALL_TEXT "\n\r\n# 完",
		"320000\t1998\t\t江苏省\r\n320900\t1998\t\t盐城市\r\n"
		"320902\t1998\t2003\t城区\r\n320902\t2003\t\t亭湖区",
		"\xEF\xBB\xBF# 说明\r\n\r\n320000\t1998\t\t江苏省\r\n320900\t1998\t\t盐城市\r\n"
		"320902\t1998\t2002\t城区\r\n320902\t2003\t\t亭湖区\r\n",
	};
	static const struct place places[] = {
		{ "320902", 1998, "江苏省盐城市城区", true, 0 },
		{ "320902", 2007, "江苏省盐城市亭湖区", true, 0 },
		{ "320903", 2007, "江苏省盐城市", false, 0 },
		{ "110101", 2007, "", false, 0 },
		{ "999999", 2007, "", false, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct regions *r = load(texts[i]);

		expect_places(r, places, COUNT(places));
		region_free(r);
	}
}

static void test_the_longest_names(void **state)
{
	struct regions *r = load("320000\t1998\t\t" HANZI_16 "\n320900\t1998\t\t" HANZI_16
				 "\n320902\t1998\t2003\t" HANZI_16 "\n");
	struct region found;

	(void)state;
	assert_true(region_find(r, "320902", 0, &found));
	assert_string_equal(found.name, HANZI_16 HANZI_16 HANZI_16);
	assert_int_equal(found.until, 2003);
	region_free(r);
}

static void test_a_county_without_its_province(void **state)
{
	struct regions *r = load("320902\t2003\t\t亭湖区\n");
	static const struct place places[] = {
		{ "320902", 0, "亭湖区", true, 0 },
		{ "320903", 0, "", false, 0 },
	};
	struct findings f = { 0 };

	(void)state;
	expect_places(r, places, COUNT(places));
	region_check(r, "320903200709010014", &f);
	assert_int_equal(f.count, 0);
	region_free(r);
}

static void test_mistakes(void **state)
{
	/* The first `from` of the small table becomes `to`. */
	static const struct {
		const char *from, *to;
	} mistakes[] = {
		{ "320902\t1998", "32090\t1998" },
		{ "320902\t1998", "3209021\t1998" },
		{ "320902\t1998", " 320902\t1998" },
		{ "320902\t1998", "32090二\t1998" },
		{ "320902\t1998", "320902 1998" },
		{ "320902\t1998\t2003\t城区", "320902" },
		{ "# 说明", "说明" },
		{ "1998\t2003", "998\t2003" },
		{ "1998\t2003", "19980\t2003" },
		{ "1998\t2003", "\t2003" },
		{ "1998\t2003\t城区", "1998" },
		{ "2003\t城区", "203\t城区" },
		{ "2003\t城区", "今\t城区" },
		{ "2003\t城区", "2003" },
		{ "2003\t城区", "城区" },
		{ "2003\t城区", "1997\t城区" },
		{ "城区", "" },
		{ "城区", HANZI_16 "汉" },
		{ "城区", "城 区" },
		{ "城区", "城\t区" },
		{ "城区", "城\r区" },
		{ "城区", "城\x01区" },
		{ "城区", "城\xE2\x80\x8B区" },
		{ "城区", "城　区" },
		{ "城区", "城\xB3\xC7" },
		{ "320902\t2003", "320901\t2003" },
		{ "320902\t2003", "320902\t2002" },
		{ "320902\t1998\t2003\t城区\n", "320902\t1998\t\t城区\n" },
	};
	char text[512];

	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++) {
		const char *from = strstr(SMALL, mistakes[i].from);

		snprintf(text, sizeof text, "%.*s%s%s", (int)(from - SMALL), SMALL, mistakes[i].to,
			 from + strlen(mistakes[i].from));
		if (region_load(path_of_text(text)) != NULL)
			fail_msg("taken:\n%s", text);
	}
}

static void test_no_table(void **state)
{
	static const char nul[] = "320000\t1998\t\t江\0省\n";
	char path[MEMORY_FILE_PATH];
	int fd;

	(void)state;
	assert_null(region_load(path_of_text("# 只有说明\n\n")));
	fd = memory_file(nul, sizeof nul - 1, path);
	assert_null(region_load(path));
	close(fd);
	region_free(NULL);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_the_name_of_the_year),
		cmocka_unit_test(test_what_is_not_known),
		cmocka_unit_test(test_the_note),
		cmocka_unit_test(test_edited_by_hand),
		cmocka_unit_test(test_the_longest_names),
		cmocka_unit_test(test_a_county_without_its_province),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_no_table),
	};

	return cmocka_run_group_tests(tests, load_shipped, free_shipped);
}
