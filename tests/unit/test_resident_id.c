/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "roster/fast_path_number.h"
#include "rules/mask.h"
#include "rules/resident_id.h"
#include "support/expect_rows.h"

static const struct date today = { 2026, 9, 12 };

static const struct row form[] = {
	/* what the site takes */
	{ "110000200709010014", NULL, "" },
	{ "11000020070901a", NULL, "id.length@0 id.character@15" },
	{ "1100002007090100141a1", NULL, "id.length@0 id.character@20" },
	{ "1100002007090100141111111", NULL, "id.length@0" },
	{ "1990010112", NULL, "id.length@0" },
	{ "1101011912", NULL, "id.length@0" }, /* as far as 19 of the year */
	{ "1101011812", NULL, "id.other-document@0" },
	{ "9911221912", NULL, "id.other-document@0" },
	{ "ABC1234", NULL, "id.character@0" },
	{ "A100004L", NULL, "id.other-document@0", "护照" }, /* L is 21 */
	{ "110000200709010022", NULL, "" },
	{ "11000020070901009X", NULL, "" },
	{ "65000020070901001X", NULL, "" },
	{ "530000200704042226", NULL, "" },
	{ "440000200802290010", NULL, "" }, /* a leap year */
	{ "810000199408230021", NULL, "" },
	{ "830000199201300022", NULL, "" },
	{ "810000200705200019", NULL, "" },
	{ "820000200705200029", NULL, "" },
	{ "830000200705200012", NULL, "" },
	/* the standard's own: old, no error */
	{ "11010519491231002X", NULL, "id.age@7" },
	{ "440524188001010014", NULL, "id.birth-date@7" }, /* valid, but no student's */
	{ "111111111111111111", NULL, "id.birth-date@7" },
	{ "110000189912310018", NULL, "id.birth-date@7" },
	{ "110000190001010012", NULL, "id.age@7" },
	/* not there */
	{ "", NULL, "id.empty@0" },
	{ " \t\u3000", NULL, "id.empty@0" },
	{ "\u200B", NULL, "id.empty@0" },
	/* blanks, invisibles */
	{ "110000 200709010014", NULL, "id.space@7" },
	{ " 110000 20070901  0014\r\n", NULL, "id.space@1" },
	{ "110 000 200 709 010 014", NULL, "id.space@4" },
	{ "110000 20070901 0014", NULL, "id.space@7" },
	{ "1100 0020 0709 0100 49", NULL, "id.space@5" },
	{ "110000 - 20070901 - 0014", NULL, "id.character@8" },
	{ " 110000-200709010013", NULL, "id.character@8 id.checksum@20" },
	{ "11O000 2007 09010014", NULL, "id.character@3 id.space@7" },
	{ "1100002007 0901001", NULL, "id.space@11" },
	{ "11000020​709010014", NULL, "id.invisible@9" },
	{ "1100002007 090100", NULL, "id.length@0 id.space@11" },
	{ "11OOO02OO7O9010014", NULL, "id.character@3" },
	{ "13800001111", NULL, "id.length@0" },
	{ "110000200709010014 110000200709010022", NULL, "id.length@0" },
	{ "#REF!", NULL, "id.empty@0" },
	{ "\\N", NULL, "id.empty@0" },
	{ "000000000000000000", NULL, "id.empty@0" },
	{ "110000000009010015", NULL, "id.birth-date@7" },
	{ "110000200709010000.0", NULL, "id.spreadsheet@16" },
	{ "110000200709010014\u200B", NULL, "id.invisible@19" },
	{ "\uFEFF110000200709010014", NULL, "id.invisible@1" },
	{ "110000\u202E\u200B20070901\u200E0014", NULL, "id.invisible@7" },
	{ "110000 200709010013", NULL, "id.space@7 id.checksum@19" },
	/* full width */
	{ "１１０000200709010014", NULL, "id.fullwidth@1" },
	{ "1１00002007０90１0014", NULL, "id.fullwidth@2" },
	{ "11000020070901001４", NULL, "id.fullwidth@18" },
	{ "１１００００２００７０９０１００９Ｘ", NULL, "id.fullwidth@1" },
	{ "11000020070901009Ｘ", NULL, "id.x-lookalike@18" },
	{ "Ａ10000200709010014", NULL, "id.character@1" },
	/* the X */
	{ "11000020070901009x", NULL, "id.lowercase-x@18" },
	{ "110000 20070901009x", NULL, "id.space@7 id.lowercase-x@19" },
	{ "11000020070901008x", NULL, "id.lowercase-x@18 id.checksum@18" },
	{ "11000020070901009×", NULL, "id.x-lookalike@18" },
	{ "11000020070901009Х", NULL, "id.x-lookalike@18" }, /* Cyrillic */
	{ "11000020070901009х", NULL, "id.x-lookalike@18" },
	{ "11000020070901009Χ", NULL, "id.x-lookalike@18" }, /* Greek */
	{ "11000020070901009χ", NULL, "id.x-lookalike@18" },
	{ "11000020070901009Ⅹ", NULL, "id.x-lookalike@18" }, /* Roman numeral */
	{ "11000020070901009ⅹ", NULL, "id.x-lookalike@18" },
	{ "11000020070901009Ｘ", NULL, "id.x-lookalike@18" }, /* full-width */
	{ "11000020070901009ｘ", NULL, "id.x-lookalike@18" },
	{ "1100002007090100x", NULL, "id.length@0 id.lowercase-x@17" },
	{ "1100002007X9010014", NULL, "id.character@11" },
	{ "1100002007x9010014", NULL, "id.character@11" },
	/* characters, length */
	{ "11O000200709010014", NULL, "id.character@3" },
	{ "11000020070901001Z", NULL, "id.character@18" },
	{ "١10000200709010014", NULL, "id.character@1" }, /* Arabic digit */
	{ "'110000200709010014", NULL, "id.character@1" },
	{ "110000-20070901-0014", NULL, "id.character@7" },
	{ "110000-20070901-001", NULL, "id.length@0 id.character@7" },
	{ "110000-070901-001", NULL, "id.fifteen@0 id.character@7" },
	{ "110000-00709010014", NULL, "id.character@7" }, /* in place of a digit */
	{ "（110000200709010014）", NULL, "id.character@1" },
	{ "110000-200709010013", NULL, "id.character@7 id.checksum@19" },
	{ "证件号码：110000200709010014", NULL, "id.character@1" },
	/* other digits, parted from it */
	{ "1.110000200709010014", NULL, "id.character@1", "从第 1 位起多了“1.”，删掉" },
	{ "11 110000200709010014", NULL, "id.character@1", "从第 1 位起多了 11，删掉" },
	{ "１、１１００００２００７０９０１００１４", NULL, "id.character@1 id.fullwidth@1" },
	{ "110000200709010014,00", NULL, "id.character@19", "从第 19 位起多了“,00”，删掉" },
	{ "110000200709010014（2班）", NULL, "id.character@19" },
	{ "1.11000020070901009X", NULL, "id.character@1" },
	{ "1.110000200709010013", NULL, "id.character@1 id.checksum@20" },
	{ "1.110000200713010014", NULL, "id.length@0 id.character@2" }, /* no such day */
	{ "text110000200709010014", NULL, "id.character@1", "从第 1 位起多了“text”，删掉" },
	{ "北京", NULL, "id.character@1" },
	{ "李明", NULL, "id.character@1", "这是文字，不是证件号码；姓名填到“姓名”一栏。" },
	{ "李 明明", NULL, "id.character@1" },
	{ "阿依古丽·买买提", NULL, "id.character@1" },
	/* what other columns hold */
	{ "13800001111", NULL, "id.length@0", "这像是手机号，不是证件号码，照证件填。" },
	{ "138 0000 1111", NULL, "id.length@0", "这像是手机号" },
	{ "+86-138-0000-1111", NULL, "id.length@0", "这像是手机号" },
	{ "8613800001111", NULL, "id.length@0", "这像是手机号" },
	{ "13010220070", NULL, "id.length@0", "应为 18 位，少了 7 位" }, /* of Hebei */
	{ "051187654321", NULL, "id.length@0", "这像是电话号码" },
	{ "(0511)87654321", NULL, "id.length@0", "这像是电话号码" },
	{ "26320101150000", NULL, "id.length@0", "这像是考生号" },
	{ "13010220070701", NULL, "id.length@0", "应为 18 位，少了 4 位" },
	{ "2026010101", NULL, "id.length@0", "这像是学号" },
	{ "２０２６０１０１０１", NULL, "id.length@0" },
	{ "20070901", NULL, "id.length@0", "这像是出生日期" },
	{ "2007-09-01", NULL, "id.length@0", "这像是出生日期" },
	{ "6228480402564890018", NULL, "id.length@0", "这像是银行卡号" },
	{ "6228480402564890019", NULL, "id.length@0", "应为 18 位，多了 1 位" },
	{ "1100002007090100144", NULL, "id.length@0", "应为 18 位，多了 1 位" },
	{ "#REF!", NULL, "id.empty@0", "这是表格公式出错的标记，没有号码" },
	/* two in one field */
	{ "110000200709010014 110000200709010022", NULL, "id.length@0", "一格里有两个证件号码" },
	{ "110000200709010014、110000200709010022", NULL, "id.length@0" },
	{ "11000020070901001X/11000020070315018X", NULL, "id.length@0" },
	{ "110000200709010014 13800001111", NULL, "id.length@0",
	  "证件号码旁边还有别的号码，只留证件号码。" },
	{ "身份证:110000200709010014 手机:13800001111", NULL, "id.length@0" },
	{ "110000200709010014（2026010101）", NULL, "id.length@0" },
	{ "手机13800001111", NULL, "id.length@0", "这像是手机号" },
	/* what is taken for a digit */
	{ "11OO00200709010014", NULL, "id.character@3",
	  "第 3、4 位应为数字，现在是“OO”，像 O 的换成 0，像 l 的换成 1。" },
	{ "l1OOO020O70901OO14", NULL, "id.character@1" },
	{ "11００00200709010014", NULL, "id.fullwidth@3" },
	{ "110000200709○10014", NULL, "id.character@13", "像 O 的换成 0，像 l 的换成 1。" },
	{ "11000020070901ОО14", NULL, "id.character@15", "像 O 的换成 0，像 l 的换成 1。" },
	{ "MARY JANE", NULL, "id.character@0" },
	{ "x", NULL, "id.character@0" },
	{ "\37710000200709010014", NULL, "id.character@1" },
	{ "1", NULL, "id.length@0" },
	{ "11000020070901001", NULL, "id.length@0" },
	{ "1100002007090100140", NULL, "id.length@0" },
	{ "110000200709010014110000200709010014", NULL, "id.length@0" },
	{ "a110000200709010014110000200709010014", NULL, "id.length@0" },
	/* fifteen */
	{ "110105491231002", NULL, "id.fifteen@0" },
	{ "11010549123１００２", NULL, "id.fifteen@0 id.fullwidth@12" },
	{ "11010549123100X", NULL, "id.length@0" },
	{ "KAZ110090123105", NULL, "id.other-document@0" },
	/* other documents, by the form of the number alone */
	{ "E12345678", NULL, "id.other-document@0" },
	{ "EA1234567", NULL, "id.other-document@0" },
	{ "H12345678", NULL, "id.other-document@0" },
	{ "M0123456700", NULL, "id.other-document@0" },
	{ "A123456(7)", NULL, "id.other-document@0" },
	{ "A123456-7", NULL, "id.other-document@0" },
	{ "A123456[7]", NULL, "id.other-document@0" },
	{ "E-12345678", NULL, "id.other-document@0" },
	{ "H-12345678", NULL, "id.other-document@0" },
	{ "AB123456(7)", NULL, "id.other-document@0" },
	{ "A123456(A)", NULL, "id.other-document@0" },
	{ "Z123456（7）", NULL, "id.other-document@0" },
	{ "A1234567", NULL, "id.other-document@0" },
	{ "1234567(8)", NULL, "id.other-document@0" },
	{ "5/215299/8", NULL, "id.other-document@0" },
	{ "12345678", NULL, "id.other-document@0" },
	{ "01234567", NULL, "id.other-document@0" },
	{ "0123456789", NULL, "id.other-document@0" },
	{ "0123456789(B)", NULL, "id.other-document@0" },
	{ "A123456789", NULL, "id.other-document@0" },
	{ "G12345678", NULL, "id.other-document@0" },
	{ "H0123456700", NULL, "id.other-document@0" },
	{ "M12345678", NULL, "id.other-document@0" },
	{ "h12345678", NULL, "id.other-document@0" },
	{ "AB123456", NULL, "id.other-document@0" },
	{ "K1234567E", NULL, "id.other-document@0" },
	{ "南字第1234567号", NULL, "id.other-document@0" },
	{ "军字第01234567号", NULL, "id.other-document@0" },
	{ "士字1234567", NULL, "id.other-document@0" },
	{ "士字第P011816X号", NULL, "id.other-document@0" },
	{ "1234567890", NULL, "id.other-document@0" },
	{ "1234567890B", NULL, "id.other-document@0" },
	{ "7123456(7)", NULL, "id.other-document@0" },
	{ "A1234563", NULL, "id.other-document@0" },
	{ "C01X00T47", NULL, "id.other-document@0" }, /* Germany */
	{ "M123A4567", NULL, "id.other-document@0" }, /* Korea */
	/* what only begins like one of these */
	{ "11000020", NULL, "id.length@0" }, /* of a resident ID number */
	{ "20070901", NULL, "id.length@0" }, /* a date of birth */
	{ "19870901", NULL, "id.length@0" },
	{ "1234567", NULL, "id.length@0" },
	{ "1100002007", NULL, "id.length@0" },
	{ "2023123456", NULL, "id.length@0" },
	{ "12345678901", NULL, "id.length@0" },
	{ "字第1234567号", NULL, "id.character@0" },
	{ "南字第123号", NULL, "id.character@0" },
	{ "南字第1234567号8", NULL, "id.character@0" },
	{ "军1234567", NULL, "id.character@0" },
	{ "R12345678(9)", NULL, "id.character@0" },
	{ "12345678(9)", NULL, "id.character@0" },
	{ "2234567(8)", NULL, "id.character@0" },
	{ "KAZ11009012310", NULL, "id.character@0" },
	{ "18位", NULL, "id.character@0" },
	{ "1100002007O9", NULL, "id.length@0 id.character@11" },
	{ "11000O", NULL, "id.character@0" },
	{ "110000O2007", NULL, "id.length@0 id.character@7" },
	{ "AAAA123456", NULL, "id.character@0" },
	{ "G110000200709010014", NULL, "id.other-document@1" },
	{ "g11000020070901009X", NULL, "id.other-document@1" },
	{ "Ｇ110000200709010014", NULL, "id.other-document@1" },
	{ "G110000200709010013", NULL, "id.other-document@1 id.checksum@19" },
	{ "L110000200709010014", NULL, "id.other-document@1" },
	{ "L110000200709010013", NULL, "id.other-document@1" },
	{ "a110000200709010014", NULL, "id.character@1" },
	{ "G11000020070901001", NULL, "id.character@1" },
	{ "320102********0121", NULL, "id.masked@0" },
	{ "3201***********", NULL, "id.masked@0" },
	{ "320102*******0121", NULL, "id.masked@0" },
	{ "320102*********0121", NULL, "id.masked@0" },
	{ "****", NULL, "id.masked@0" },
	{ "11****14", NULL, "id.masked@0" },
	{ "320102••••••••0121", NULL, "id.masked@0" },
	{ "320102____0121", NULL, "id.masked@0" },
	{ "320102…0121", NULL, "id.masked@0" },
	{ "11000020070901009X***", NULL, "id.character@19" },
	{ "32010220070901012*", NULL, "id.character@18" },
	{ "32010220070901012…", NULL, "id.character@18" },
	{ "320102--200709--0121", NULL, "id.character@7" },
	{ "320102***•••••0121", NULL, "id.character@7" },
	{ "320102XXXXXXXX0121", NULL, "id.masked@0" },
	{ "1100XXXXXXXX0014", NULL, "id.masked@0" },
	{ "320102xxxxxxxx012X", NULL, "id.masked@0" },
	{ "320102********012X", NULL, "id.masked@0" },
	{ "320102XXX007010121", NULL, "id.character@7" },
	{ "320102*****X**0121", NULL, "id.character@7" },
	{ "1100XXXX0014", NULL, "id.masked@0" },
	{ "1100XXXXXXXXXXX0014", NULL, "id.masked@0" },
	{ "1100XXX0014", NULL, "id.character@0" },
	{ "########", NULL, "id.spreadsheet@0" },
	{ "##", NULL, "id.character@0" },
	{ "###1", NULL, "id.masked@0" },
	{ "无证件", NULL, "id.empty@0" },
	{ "未提供", NULL, "id.empty@0" },
	{ "同上", NULL, "id.empty@0", "这里没有证件号码" },
	{ "待核实", NULL, "id.empty@0", "这里没有证件号码" },
	{ "未带证件", NULL, "id.empty@0", "这里没有证件号码" },
	{ "护照办理中", NULL, "id.empty@0", "这里没有证件号码" },
	{ "身份证遗失", NULL, "id.empty@0", "这里没有证件号码" },
	{ "=VLOOKUP(A2,B:C,2,0)", NULL, "id.empty@0", "这是公式，没有算出号码" },
	{ "护照", NULL, "id.character@1", "这是文字，不是证件号码" },
	{ "丢失", NULL, "id.empty@0" },
	{ "见附件", NULL, "id.empty@0" },
	{ "略", NULL, "id.empty@0" },
	{ "——", NULL, "id.empty@0" },
	{ "无", NULL, "id.empty@0" },
	{ "null", NULL, "id.empty@0" },
	{ "N/A", NULL, "id.empty@0" },
	{ "110000200709010022.0", NULL, "id.character@19" },
	{ "65000020070901001X.0", NULL, "id.character@19" },
	{ "110,000,200,709,010,014.00", NULL, "id.character@4" },
	{ "110,000,200,709,010,014.0", NULL, "id.character@4" },
	{ "110000-20070901-0014.0", NULL, "id.character@7" },
	{ "110,000,200,709,010,000.00", NULL, "id.spreadsheet@21" },
	/* letters too many */
	{ "110000200709010014x", NULL, "id.character@19" },
	{ "110000200709010014X", NULL, "id.character@19" },
	{ "110000200709010013x", NULL, "id.length@0 id.lowercase-x@19" },
	{ "11000020070901001xx", NULL, "id.character@18" },
	{ "65000020070901001Xx", NULL, "id.character@18" },
	{ "110000200709010023.00", NULL, "id.checksum@18 id.character@19" },
	{ "110,000,200,709,010,014", NULL, "id.character@4" },
	/* province, date, check character: each by itself, and together */
	{ "000000200709010013", NULL, "id.province@1" },
	{ "160000200709010012", NULL, "id.province@1" },
	{ "650000200702290047", NULL, "id.birth-date@7" },
	{ "50000020071301001X", NULL, "id.birth-date@7" },
	{ "110000000009010010", NULL, "id.birth-date@7" },
	{ "990000200713320014", NULL, "id.birth-date@7" },
	{ "560000200713320014", NULL, "id.province@1 id.birth-date@7" },
	{ "110000209901010015", NULL, "id.future@7" },
	{ "110000200709010013", NULL, "id.checksum@18" },
	{ "11204416541220243X", NULL, "id.birth-date@7" },
	/* spreadsheets */
	{ "110000200709010000", NULL, "id.spreadsheet@16" },
	{ "110000000000000000", NULL, "id.spreadsheet@0" },
	{ "1.1E+17", NULL, "id.spreadsheet@0" },
	{ "1.1E+7", NULL, "id.spreadsheet@0" },
	{ "1.10000200709E17", NULL, "id.spreadsheet@0" },
	{ " 1.1e+17", NULL, "id.spreadsheet@0" },
	{ "1.1E+", NULL, "id.character@0" },
	{ "1.1F+17", NULL, "id.character@0" },
	{ "1.1E17a", NULL, "id.character@0" },
	{ "11.1E+17", NULL, "id.character@0" },
	/* other documents */
	{ "932682198501010017", NULL, "id.other-document@1" },
	{ "932156200705200015", NULL, "id.other-document@1" },
	{ "911840200705200026", NULL, "id.other-document@1" },
	{ "911840200705200025", NULL, "id.checksum@18" },
	{ "932156200713200015", NULL, "id.birth-date@7" },
};

/* No row with a finding is skipped by a roster's fast path either. */
static void test_form(void **state)
{
	const struct fast_path_births births = fast_path_births(today);

	(void)state;
	for (size_t i = 0; i < COUNT(form); i++) {
		struct findings f = { 0 };

		resident_id_check(form[i].value, today, &f);
		expect(&form[i], &f);
		if (f.count > 0 && strlen(form[i].value) == 18)
			assert_false(fast_path_number_valid(form[i].value, &births));
	}
}

/* Each character that is taken for an X, and the ones beside it that are not. */
static void test_every_x(void **state)
{
	static const uint32_t known[] = { 0x00D7, 0x03A7, 0x03C7, 0x0425, 0x0445, 0x2169, 0x2179,
					  0x2573, 0x2715, 0x2716, 0x2A2F, 0xFF38, 0xFF58 };
	size_t count = 0;

	(void)state;
	for (uint32_t cp = 0x80; cp < 0x10000; cp++) {
		char number[32] = "11000020070901009", codes[64];
		struct findings f = { 0 };
		bool listed = false;

		if (text_is_blank(cp) || text_is_invisible(cp) || (cp >= 0xD800 && cp < 0xE000) ||
		    (cp >= 0xFF10 && cp <= 0xFF19))
			continue;
		number[17 + text_encode(cp, number + 17)] = '\0';
		resident_id_check(number, today, &f);
		for (size_t i = 0; i < COUNT(known); i++)
			listed = listed || known[i] == cp;
		assert_string_equal(codes_of(&f, codes, sizeof codes),
				    listed ? "id.x-lookalike@18" : "id.character@18");
		count += listed;
	}
	assert_int_equal(count, COUNT(known));
}

static const struct row compared[] = {
	{ "110000200709010014", "110000200709010014", "" },
	{ "110000 200709010014", "110000 200709010014", "" },
	/* layers, the entry's fault */
	{ "110000 200709010014", "110000200709010014", "id.space@7" },
	{ "110,000,200,709,010,014.00", "110000200709010014", "id.character@4" },
	{ "110,000,200,709,010,024.00", "110000200709010014", "id.mismatch@22" },
	{ "110000200709010014x", "110000200709010014", "id.mismatch@19" },
	{ "110000\u200B200709010014", "110000200709010014", "id.invisible@7" },
	{ "11000020070901００14", "110000200709010014", "id.fullwidth@15" },
	{ "11000020070901009x", "11000020070901009X", "id.lowercase-x@18" },
	{ "11000020070901009Ⅹ", "11000020070901009X", "id.x-lookalike@18" },
	{ "11000020070901009Ｘ", "11000020070901009X", "id.x-lookalike@18" },
	{ "110000 20070901009x", "11000020070901009X", "id.lowercase-x@19" },
	/* other documents, on either side */
	{ "H12345678", "110000200709010014", "id.mismatch@0" },
	{ "110000200709010014", "H12345678", "id.mismatch@0" },
	{ "110000", "H12345678", "id.mismatch@1" },
	{ "H12345678", "H12345679", "id.mismatch@9" },
	{ "H12345678", "E12345678", "id.mismatch@1" },
	{ "H12345678", "110000", "id.mismatch@1" },
	{ "G110000200709010014", "110000200709010014", "id.mismatch@1" },
	{ "G110000200709010022", "110000200709010014", "id.mismatch@1" },
	{ "L110000200709010014", "110000200709010014", "id.mismatch@1" },
	{ "110000200709010014", "G110000200709010014", "id.character@0",
	  "高考信息的号码里多了字母“G”" },
	{ "110000-20070901-0014", "110000200709010014", "id.character@7" },
	{ "110000200709010014", "110000-20070901-0014", "id.character@0",
	  "高考信息的号码里多了“-”，不是你填错了" },
	{ "110000200709010014", "110000********0014", "id.masked@0",
	  "高考信息的号码有几位被遮住了" },
	{ "110000********0014", "110000200709010014", "id.masked@0", "号码有几位被遮住了" },
	{ "110000********0022", "110000200709010014", "id.mismatch@17",
	  "第 17、18 位应为 14，现在是 22。" },
	{ "110000200709010022", "110000********0014", "id.mismatch@17",
	  "第 17、18 位应为 14，现在是 22。" },
	{ "1****************4", "210000200709010014", "id.mismatch@1" },
	{ "1100****0022", "110000200709010014", "id.masked@0" }, /* of another length */
	{ "1.110000200709010014", "110000200709010014", "id.character@1" },
	{ "110000200709010014", "1.110000200709010014", "id.character@0",
	  "高考信息的号码里多了“.”，不是你填错了" },
	{ "1.110000200709010041", "110000200709010014", "id.mismatch@19",
	  "第 19、20 位互换了，应为 14。" },
	{ "110000200709010\u200B14", "110000200709010014", "id.mismatch@16" },
	{ "110000-20070901-0041", "110000200709010014", "id.mismatch@19",
	  "第 19、20 位互换了，应为 14。" },
	{ "110000200709010014.0", "110000200709010014", "id.character@19",
	  "末尾多了表格软件加的“.0”" },
	{ "########", "110000200709010014", "id.spreadsheet@0", "列太窄" },
	/* what is a number by itself is not at fault where the record is none */
	{ "110000200709010014", "110000200709010024", "id.mismatch@17",
	  "从第 17 位起与高考信息不同，是那里的号码不对；照身份证填，请辅导员更正。" },
	{ "110000200709010014", "11000020070901001", "id.mismatch@18", "是那里的号码不对" },
	/* it may be right but for its brackets, or its width */
	{ "110000200709010014", "(110000200709010022)", "id.mismatch@17",
	  "第 17、18 位应为 22，现在是 14。" },
	{ "110000200709010014", "１１００００２００７０９０１００２２", "id.mismatch@17",
	  "第 17、18 位应为 22，现在是 14。" },
	{ "110000200709010014", "(110000200709010024)", "id.mismatch@17", "是那里的号码不对" },
	/* and where both are none, no digit of the record is advised */
	{ "110000200709010024", "110000200709010034", "id.checksum@18", "抄错了" },
	{ "110000200709010014q", "110000200709010041", "id.character@19", "多了" },
	{ "1100002007q09010014", "110000200709010041", "id.character@11", "多了" },
	{ "1100002007090100145", "110000200709010041", "id.length@0", "多了 1 位" },
	/* several digits are one mistake */
	{ "1100000709010014", "110000200709010014", "id.mismatch@7",
	  "第 7、8 位漏了 20，补上它。" },
	{ "110000070901001", "110000200709010014", "id.fifteen@0", "15 位旧写法" },
	{ "110000200709010014110000200709010014", "110000200709010014", "id.length@0",
	  "一格里有两个证件号码" },
	{ "1100002007090100910", "11000020070901009X", "id.mismatch@18",
	  "第 18、19 位应为字母“X”，现在是 10。" },
	/* quoted as it was typed */
	{ "11000020070901001x", "110000200709010014", "id.mismatch@18",
	  "第 18 位应为 4，现在是字母“x”。" },
	/* the record's */
	{ "110000200709010014", " 110000200709010014", "id.space@0" },
	{ "110000200709010014", "110000200709010014\u200B", "id.invisible@0" },
	{ "110000200709010014", "11000020070901００14", "id.fullwidth@15" },
	{ "11000020070901009X", "11000020070901009x", "id.lowercase-x@18" },
	{ "11000020070901009X", "11000020070901009Х", "id.x-lookalike@18" },
	/* fifteen */
	{ "110105491231002", "11010519491231002X", "id.fifteen@0" },
	{ "11010519491231002X", "110105491231002", "id.fifteen@0" },
	{ "110105491231002", "11010520491231002X", "id.fifteen@0" },
	{ "110105491231002", "11010518491231002X", "id.fifteen@0" },
	{ "110105491231002", "11010619491231002X", "id.fifteen@0" },
	{ "110105491231003", "11010519491231002X", "id.mismatch@7" },
	/* spreadsheets */
	{ "110000200709010014", "110000200709010000", "id.spreadsheet@16" },
	{ "110000200709011236", "110000200709011000", "id.spreadsheet@16" },
	{ "110000200709011000", "110000200709011236", "id.spreadsheet@16" },
	/* 0 fits as a check character */
	{ "530000200708080011", "530000200708080000", "id.spreadsheet@16" },
	{ "530000200708080000", "530000200708080011", "id.spreadsheet@16" },
	{ "110000200709011236", "110000200709010000", "id.mismatch@15" },
	{ "110000200709010000", "110000200709010014", "id.spreadsheet@16" },
	{ "110000200709010014", "1.1E+17", "id.spreadsheet@0" },
	{ "1.1E+17", "110000200709010014", "id.spreadsheet@0" },
	{ "110000-20070901-0014", "110000200709010014", "id.character@7" },
	{ "F12345678", "E12345678", "id.mismatch@1" },
	{ "110000200709010014", "110000200709020000", "id.mismatch@14" },
	{ "11000020070901a000", "11000020070901b014", "id.character@15" },
	/* exchanged */
	{ "110000200790010014", "110000200709010014", "id.mismatch@11" },
	{ "110000200709010041", "110000200709010014", "id.mismatch@17" },
	{ "010000200709010114", "110000200709010014", "id.mismatch@1" },
	{ "11 0000200790010014", "110000200709010014", "id.mismatch@12" },
	/* one too many, one missing */
	{ "1100002007090100144", "110000200709010014", "id.mismatch@19" },
	{ "1100003200709010014", "110000200709010014", "id.mismatch@7" },
	{ "11000020070901001", "110000200709010014", "id.mismatch@17" },
	{ "10000200709010014", "110000200709010014", "id.mismatch@2" },
	{ "11000020709010014", "110000200709010014", "id.mismatch@9" },
	/* the rest */
	{ "110000200709010024", "110000200709010014", "id.mismatch@17" },
	{ "110000200709010022", "110000200709010014", "id.mismatch@17" },
	{ "530000200704042226", "110000200709010014", "id.mismatch@1" },
	{ "110000", "110000200709010014", "id.mismatch@6" },
	{ "1100002007090100145", "11000020070901002", "id.length@0" },
	{ "", "110000200709010014", "id.mismatch@0" },
	{ "1100002007090100￥", "110000200709010014", "id.mismatch@17" },
	{ "110105491231002", "1101054912310021", "id.fifteen@0" },
	{ "1100002007090100", "1100002007090101", "id.length@0" },
	{ "11000020070901001", "530000200704042226", "id.mismatch@1" },
	{ "1100002007090100144", "530000200704042226", "id.mismatch@1" },
	{ "110000200709010012", "110000200709010031", "id.checksum@18" },
};

static void test_comparison(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(compared); i++) {
		struct findings f = { 0 };

		resident_id_compare(compared[i].value, compared[i].other, &f);
		expect(&compared[i], &f);
	}
}

static void test_words(void **state)
{
	static const struct {
		const char *value, *recorded, *words;
	} rows[] = {
		{ "11000020070901009x", NULL, "第 18 位是小写 x，按 Shift+X 改成大写。" },
		{ "11000020070901009Х", NULL, "（U+0425）" },
		{ "11O000200709010014", NULL,
		  "第 3 位应为数字，现在是字母“O”，像 O 的换成 0，像 l 的换成 1。" },
		{ "110000\u3000200709010014", NULL, "第 7 位是全角空格，删掉它。" },
		{ "110000\u200B200709010014", NULL, "第 7 位是零宽空格（U+200B）" },
		{ "11000020070901001", NULL, "应为 18 位，少了 1 位" },
		{ "650000200702290047", NULL, "没有 2007-02-29 这一天" },
		{ "110000200790010014", "110000200709010014", "第 11、12 位互换了，应为 09。" },
		{ "010000200709010114", "110000200709010014",
		  "第 1 位和第 16 位互换了，应为 1 和 0。" },
		{ "11000020709010014", "110000200709010014", "第 9 位漏了 0" },
		{ "11000020070901001", "110000200709010014", "第 18 位漏了 4" },
		{ "110000 0709010014", "110000200709010014", "第 7、8 位漏了 20" },
		{ "110000200701090014", "110000200709010014", "第 12 位和第 14 位互换了" },
		{ "110000200701590014", "110000200709010014", "第 12–14 位应为 901，现在是 159" },
		{ "1100003200709010014", "110000200709010014", "第 7 位多了 3" },
		{ "530000200704042226", "110000200709010014",
		  "有 8 位不同，先看第 1 位：应为 1，现在是 5。" },
		{ "110000200713010014", "110000200709010014", "第 11、12 位应为 09，现在是 13。" },
		{ "110000", "110000200709010014", "后面还少 12 位" },
		{ "2", "110000200709010014",
		  "从第 1 位起与高考信息不同：登记的是 18 位，这里是 1 位，照证件核对。" },
		{ "4", "110000200709010014", "登记的是 18 位，这里是 1 位，照证件核对。" },
		{ "110014", "110000200709010014", "登记的是 18 位，这里是 6 位，照证件核对。" },
		{ "223511422112542348", "110000200709010014",
		  "有 18 位不同，先看第 1 位：应为 1，现在是 2。" },
		{ "11000314180901014X", "110000200709010014", "先看第 6 位" },
		{ "110000200709010024", "110000200709010014", "第 17 位应为 1，现在是 2。" },
		{ "11100020070901014", "110000200709010014", "登记的是 18 位，这里是 17 位" },
		{ "110000200709010014", "110000200709010000", "没法全核对" },
		{ "110000-20070901-0014", NULL, "从第 7 位起多了“-”，删掉，只留数字和大写 X。" },
		{ "（110000200709010014）", NULL,
		  "从第 1 位起多了“（）”，删掉，只留数字和大写 X。" },
		{ "证件号码：110000200709010014", NULL, "从第 1 位起多了“证件号码：”，" },
		{ "（110000200709010014）", "110000200709010014", "从第 1 位起多了“（）”，" },
		{ "111111111111111111", NULL,
		  "第 7–14 位是出生日期，1111-11-11 出生的不会是新生，照身份证核对。" },
		{ "H12345678", NULL,
		  "这像是港澳居民来往内地通行证的号码，证件类型选它或相近的一项，都没有才选“其他”"
		  "。" },
		{ "M12345678", NULL, "港澳居民来往内地通行证" },
		{ "12345678", NULL, "台湾居民来往大陆通行证" },
		{ "0123456789(B)", NULL, "台湾居民来往大陆通行证" },
		{ "A123456(7)", NULL, "香港身份证" },
		{ "1234567(8)", NULL, "澳门身份证" },
		{ "A123456789", NULL, "台湾身份证" },
		{ "E12345678", NULL, "护照" },
		{ "KAZ110090123105", NULL, "外国人永久居留身份证" },
		{ "932156200705200015", NULL, "外国人永久居留身份证" },
		{ "南字第1234567号", NULL, "军官证" },
		{ "110 000 200 709 010 014", NULL, "第 4、8、12、16、20 位是空格，删掉它。" },
		{ "110000 - 20070901 - 0014", NULL,
		  "从第 8 位起多了“-”，删掉，只留数字和大写 X。" },
		{ "G110000200709010014", NULL, "这是学籍号，网站不收：去掉字母 G，留下后 18 位。" },
		{ "G110000200709010014", "110000200709010014",
		  "这是学籍号，网站不收：去掉字母 G，" },
		{ "L110000200709010014", NULL, "L 开头的学籍号里没有身份证号，照证件填。" },
		{ "H12345678", "110000200709010014",
		  "这像是港澳居民来往内地通行证的号码，高考登记的是另一种证件，填登记的那个。" },
		{ "110000200709010014", "H12345678",
		  "高考登记的像是港澳居民来往内地通行证的号码，这里是另一种证件，填登记的那个。" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		if (rows[i].recorded != NULL)
			resident_id_compare(rows[i].value, rows[i].recorded, &f);
		else
			resident_id_check(rows[i].value, today, &f);
		expect_words(rows[i].value, &f, rows[i].words);
	}
}

/* A number of nobody: a province's code, some day, a check character that fits. */
static void make_number(uint32_t *seed, char out[19])
{
	static const int provinces[] = { 11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34,
					 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
					 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83 };
	uint32_t r = *seed = *seed * 1664525u + 1013904223u;

	snprintf(out, 19, "%02d0000%04u%02u%02u%03u", provinces[(r >> 8) % COUNT(provinces)],
		 1990 + (r >> 16) % 20, 1 + (r >> 12) % 12, 1 + (r >> 20) % 28, (r >> 10) % 1000);
	out[17] = resident_id_check_char(out);
	out[18] = '\0';
}

/* The mistake must be seen by itself, and against the record be placed where it was made. */
static void expect_mistake(const char *wrong, const char *right, size_t at)
{
	struct findings f = { 0 }, against = { 0 };

	resident_id_check(wrong, today, &f);
	assert_true(findings_any(&f, SEVERITY_ERROR));
	resident_id_compare(wrong, right, &against);
	assert_int_equal(against.count, 1);
	assert_true(against.items[0].code == FINDING_ID_MISMATCH ||
		    against.items[0].code == FINDING_ID_SPREADSHEET);
	if (against.items[0].code == FINDING_ID_MISMATCH)
		assert_int_equal(against.items[0].at, at);
	assert_true(findings_sound(&f, wrong) && findings_sound(&against, wrong));
}

static void test_every_mistake_of_a_thousand_numbers(void **state)
{
	uint32_t seed = 11643;

	(void)state;
	for (int n = 0; n < 1000; n++) {
		char right[19], wrong[19];
		struct findings f = { 0 };

		make_number(&seed, right);
		resident_id_check(right, today, &f);
		resident_id_compare(right, right, &f);
		assert_int_equal(f.count, 0);
		for (size_t i = 0; i < 18; i++) {
			for (const char *c = "0123456789X"; *c != '\0'; c++) {
				if (*c == right[i] || (*c == 'X' && i < 17))
					continue;
				memcpy(wrong, right, sizeof wrong);
				wrong[i] = *c;
				expect_mistake(wrong, right, i + 1);
			}
			if (i == 17 || right[i] == right[i + 1])
				continue;
			memcpy(wrong, right, sizeof wrong);
			wrong[i] = right[i + 1];
			wrong[i + 1] = right[i];
			expect_mistake(wrong, right, i + 1);
		}
	}
}

/* No sentence tells more than a few digits of the record that were not entered. */
static void expect_secret(const char *entered, const char *recorded)
{
	enum { TOLD_MAX = 6 };
	static const unsigned hows[] = { SENTENCE_TYPING, SENTENCE_ROSTER,
					 SENTENCE_TYPING | SENTENCE_MASKED,
					 SENTENCE_ROSTER | SENTENCE_MASKED };
	struct findings f = { 0 };

	resident_id_compare(entered, recorded, &f);
	assert_true(f.count > 0 || strcmp(entered, recorded) == 0 || *entered == '\0');
	for (size_t i = 0; i < f.count * COUNT(hows); i++) {
		char sentence[SENTENCE_MAX];

		sentence_make(&f.items[i / COUNT(hows)], hows[i % COUNT(hows)], sentence);
		for (size_t at = 0; at + TOLD_MAX < strlen(recorded); at++) {
			char told[TOLD_MAX + 2];

			snprintf(told, sizeof told, "%.*s", TOLD_MAX + 1, recorded + at);
			if (strstr(sentence, told) != NULL && strstr(entered, told) == NULL)
				fail_msg("%s: %s", entered, sentence);
		}
	}
}

static void test_no_finding_quotes_the_record(void **state)
{
	static const char right[] = "110000200709010014", other[] = "659003198112283427";

	(void)state;
	for (size_t from = 0; from <= 18; from++) {
		for (size_t to = from; to <= 18; to++) {
			char part[19] = "", rest[40] = "", mixed[60] = "", padded[24];

			snprintf(part, sizeof part, "%.*s", (int)(to - from), right + from);
			expect_secret(part, right);
			snprintf(padded, sizeof padded, "8%s8", part);
			expect_secret(padded, right);
			snprintf(rest, sizeof rest, "%.*s%.*s", (int)from, right, (int)(18 - to),
				 right + to);
			expect_secret(rest, right);
			snprintf(mixed, sizeof mixed, "%.*s%.*s%.*s", (int)from, right,
				 (int)(to - from), other + from, (int)(18 - to), right + to);
			expect_secret(mixed, right);
		}
	}
}

/* One known mistake, its code. */
static void test_round_trip(void **state)
{
	uint32_t seed = 1999;

	(void)state;
	for (int n = 0; n < 1000; n++) {
		static const struct {
			const char *insert;
			const char *code;
		} mistakes[] = { { " ", "id.space" },
				 { "\u3000", "id.space" },
				 { "\u200B", "id.invisible" },
				 { "\u202E", "id.invisible" } };
		char right[19], wrong[32], codes[64], want[64];
		size_t at = (size_t)n % 19;

		make_number(&seed, right);
		for (size_t s = 0; s < COUNT(mistakes); s++) {
			struct findings f = { 0 }, against = { 0 };

			snprintf(wrong, sizeof wrong, "%.*s%s%s", (int)at, right,
				 mistakes[s].insert, right + at);
			snprintf(want, sizeof want, "%s@%zu", mistakes[s].code, at + 1);
			resident_id_check(wrong, today, &f);
			assert_string_equal(codes_of(&f, codes, sizeof codes), want);
			resident_id_compare(wrong, right, &against);
			assert_string_equal(codes_of(&against, codes, sizeof codes), want);
		}
	}
}

static void test_read(void **state)
{
	static const char *const refused[] = { "",
					       "11000020070901001",
					       "1100002007090100144",
					       "11000020070901009x",
					       "1100002007090100X4",
					       "1100002007090100 4" };
	struct resident_id id = { .male = true };

	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++)
		assert_false(resident_id_read(refused[i], &id));
	assert_true(id.male && id.birth.year == 0);
	assert_true(resident_id_read("11010519491231002X", &id));
	assert_string_equal(id.region, "110105");
	assert_int_equal(id.birth.year, 1949);
	assert_int_equal(id.birth.month, 12);
	assert_int_equal(id.birth.day, 31);
	assert_false(id.male);
	assert_true(resident_id_read("110000200799990014", &id));
	assert_true(id.male && id.birth.month == 99);
}

static void test_age_and_today(void **state)
{
	static const struct {
		struct date today;
		const char *codes;
	} rows[] = {
		{ { 0, 0, 0 }, "" }, /* not known */
		{ { 2007, 8, 31 }, "id.future@7" },
		{ { 2007, 9, 1 }, "id.age@7" },
		{ { 2019, 8, 31 }, "id.age@7" },
		{ { 2019, 9, 1 }, "" },
		{ { 2068, 8, 31 }, "" },
		{ { 2068, 9, 1 }, "id.age@7" },
		{ { 2019, 10, 1 }, "" },
	};
	char codes[64];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		resident_id_check("110000200709010014", rows[i].today, &f);
		assert_string_equal(codes_of(&f, codes, sizeof codes), rows[i].codes);
	}
}

static void test_mask(void **state)
{
	static const char *const rows[][2] = {
		{ "", "" },
		{ "1", "1" },
		{ "12", "12" },
		{ "123", "1*3" },
		{ "11010519491231002X", "1****************X" },
		{ "１10105194912310020000", "１******************0" },
		{ "\3772\200", "�*�" },
		{ "𬱖000000000000000000𬱖", "𬱖******************𬱖" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *mask = mask_text(mask_number(rows[i][0]));

		assert_string_equal(mask, rows[i][1]);
		free(mask);
	}
}

/* Which document a number is taken for. */
static void test_documents(void **state)
{
	static const char *const rows[][2] = {
		{ "H12345678", "港澳居民来往内地通行证" },
		{ "M1234567800", "港澳居民来往内地通行证" },
		{ "22345678", "台湾居民来往大陆通行证" },
		{ "12345678", "台湾居民来往大陆通行证或澳门身份证" },
		{ "52345678", "台湾居民来往大陆通行证或澳门身份证" },
		{ "72345678", "台湾居民来往大陆通行证或澳门身份证" },
		{ "1234567890", "台湾居民来往大陆通行证" },
		{ "1234567890(B)", "台湾居民来往大陆通行证" },
		{ "1234567(8)", "澳门身份证" },
		{ "A123456(7)", "香港身份证" },
		/* without brackets: those whose check character fits */
		{ "A1234563", "香港身份证" },
		{ "h8562492", "香港身份证" },
		{ "B100000A", "香港身份证" },
		{ "C1000010", "香港身份证" },
		{ "A1234567", "护照或香港身份证" },
		{ "A123456A", "护照" },
		{ "A123456789", "台湾身份证" },
		{ "E12345678", "护照" },
		{ "C01X00T47", "护照" },
		{ "KAZ110090123105", "外国人永久居留身份证" },
		{ "士字第P011816X号", "军官证" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		resident_id_check(rows[i][0], (struct date){ 0 }, &f);
		assert_int_equal(f.count, 1);
		assert_int_equal(f.items[0].code, FINDING_ID_OTHER_DOCUMENT);
		assert_string_equal(f.items[0].should, rows[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_form),
		cmocka_unit_test(test_every_x),
		cmocka_unit_test(test_comparison),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_every_mistake_of_a_thousand_numbers),
		cmocka_unit_test(test_no_finding_quotes_the_record),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_age_and_today),
		cmocka_unit_test(test_mask),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
