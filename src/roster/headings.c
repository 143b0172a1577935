/* SPDX-License-Identifier: MIT */
#include "roster/headings.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/characters.h"
#include "table/words.h"

enum { HEADING = 160, TIER = 1000, DIGITS_VALUE = 6 /* the fewest of a value */ };

/* The known headings; of the rows for one column the first is the best. Latin letters are upper
 * case, without blanks and marks. */
static const struct {
	/* ROSTER_COLUMN_COUNT: another column, of texts in the last row, else of numbers */
	enum roster_column column;
	const char *names; /* see words.h */
} headings[] = {
	{ ROSTER_NAME, "姓名" },
	{ ROSTER_NAME,
	  "真实姓名 中文姓名 XM KSXM XINGMING 名字 叫什么名字 学生 学生名 中文名 新生 人员姓名" },
	{ ROSTER_NAME, "户名" },
	{ ROSTER_NAME, "孩子 被监护人 子女 儿女" },
	{ ROSTER_NAME, "NAME FULLNAME STUDENTNAME CHINESENAME REALNAME" },
	{ ROSTER_ID_NUMBER, "身份证号" },
	{ ROSTER_ID_NUMBER,
	  "身份证号码 公民身份号码 公民身份证号 公民身份证号码 居民身份证号 居民身份证号码 "
	  "二代身份证号 二代身份证号码 身份证字号 身分证号 身分证字号 身份号码 身份证编号 SFZH "
	  "SFZHM GMSFHM 身分证统一编号 身份证 SFZ 居民身份证 二代身份证 第二代身份证号 "
	  "第二代居民身份证号 第二代居民身份证号码 位身份证号 身分证 身份号 身份证码 居民身份号码 "
	  "身份证明号 身份证ID 身份ID SHENFENZHENG SHENFENZHENGHAO" },
	{ ROSTER_ID_NUMBER, "SFZJH SFZJHM 证件号码 证件号 证件编号 身份证件号码 身份证件号 "
			    "有效证件号码 有效证件号 有效身份证件号码 ZJHM ZJH" },
	{ ROSTER_ID_NUMBER,
	  "IDNUMBER IDNO IDCARD IDCARDNO IDCARDNUMBER IDENTITYCARD "
	  "IDENTITYCARDNO IDENTITYCARDNUMBER IDENTITYNUMBER NATIONALID NATIONALIDNUMBER" },
	{ ROSTER_CANDIDATE_NUMBER,
	  "考生号 高考考生号 高考报名号 高考考号 KSH KSHM 考生编号 普通高考考生号 KAOSHENGHAO "
	  "CANDIDATENO CANDIDATENUMBER" },
	{ ROSTER_SEX, "性别 XB XINGBIE SEX GENDER" },
	{ ROSTER_BIRTH_DATE, "出生日期 出生年月日 生日 公历生日 阳历生日 出生时间 CSRQ "
			     "CHUSHENGRIQI BIRTHDATE BIRTHDAY "
			     "DATEOFBIRTH DOB 出生日" },
	{ ROSTER_BIRTH_DATE, "出生年月 出生 出生年份 出生年 CSNY" },
	{ ROSTER_DOCUMENT_TYPE,
	  "证件类型 身份证件类型 证件类别 证件种类 身份证件类别 身份证件种类 ZJLX 证件名称 "
	  "证照类型 SFZJLX 有效证件类型 有效身份证件类型 DOCUMENTTYPE IDTYPE TYPEOFID" },
	{ ROSTER_ETHNIC_GROUP, "民族 民族成分 族别 MZ MINZU ETHNICITY ETHNICGROUP NATION" },
	{ ROSTER_STUDENT_NUMBER, "学号 XH XUEHAO 学工号 STUDENTID STUDENTNO STUDENTNUMBER" },
	{ ROSTER_COLUMN_COUNT, "序号 编号 行号 NO 工号 教工号 职工号 准考证号 卡号 银行卡号 "
			       "银行账号 一卡通号 人数 学籍号 班号 BH 手机号 "
			       "手机号码 联系电话 电话 入学日期 RXRQ 提交答卷时间 所用时间" },
	{ ROSTER_COLUMN_COUNT,
	  "辅导员 班主任 学校 学院 院系 分院 FY 专业 ZYMC 年级 班级 层次 CC 学制 XZ 职务 职称 "
	  "籍贯 生源地 国籍 国别 国家 国家地区 地区 城市 出生地 语种 特长 毕业中学 政治面貌 "
	  "家庭住址 宿舍 备注 来源 来源详情 开户行 开户银行 NATIONALITY COUNTRY" },
};
enum { HEADING_COUNT = sizeof headings / sizeof headings[0] };

/* The index of a character in a list that ends with 0; -1: not found. */
static int place_in(const uint32_t *list, uint32_t cp)
{
	for (int i = 0; list[i] != 0; i++)
		if (list[i] == cp)
			return i;
	return -1;
}

/* Folds width, case and traditional forms; 0 for a character that means nothing in a heading. */
static uint32_t fold(uint32_t cp)
{
	static const uint32_t ignored[] = U"*:\"'_-?!※★☆“”‘’「」『』。▲●";
	static const uint32_t traditional[] = U"證號碼別學類專業級稱編種體統電話註個導師";
	static const uint32_t simplified[] = U"证号码别学类专业级称编种体统电话注个导师";
	int at;

	cp = text_narrow(cp);
	if (cp >= 'a' && cp <= 'z')
		cp -= 'a' - 'A';
	if (text_is_blank(cp) || text_is_invisible(cp) || cp < ' ' || place_in(ignored, cp) >= 0)
		return 0;
	at = place_in(traditional, cp);
	return at >= 0 ? simplified[at] : cp;
}

/* 1 for what opens a bracket, -1 for what closes one. */
static int bracket(uint32_t cp)
{
	return place_in(U"([{【〔〖《<", cp) >= 0 ? 1 : -(place_in(U")]}】〕〗》>", cp) >= 0);
}

/* Splits s into what is in brackets, （必填）, and the rest, both folded. */
static void split(const char *s, char outside[HEADING], char inside[HEADING])
{
	size_t used[2] = { 0, 0 };
	char *out[2] = { outside, inside };
	int depth = 0;
	uint32_t cp;

	while (text_next(&s, &cp)) {
		int change, where;

		cp = fold(cp);
		change = bracket(cp);
		depth += change > 0 || depth > 0 ? change : 0;
		where = depth > 0;
		if (cp != 0 && change == 0 && used[where] + 4 < HEADING)
			used[where] += text_encode(cp, out[where] + used[where]);
	}
	outside[used[0]] = inside[used[1]] = '\0';
}

/* Skips an enumeration: 1、 1. Q1. 18 一、 第1题. */
static const char *skip_enumeration(const char *s)
{
	size_t ordinal = words_find(s, "第", WORDS_START), step;
	const char *start = ordinal > 0 ? s + ordinal : s + (*s == 'Q'), *p = start;
	bool digits;

	p += strspn(p, "0123456789");
	digits = p > start;
	while (!digits && (step = words_find(p, "一 二 三 四 五 六 七 八 九 十", WORDS_START)) > 0)
		p += step;
	step = words_find(p, ordinal > 0 ? "题. 题、 题" : ". 、", WORDS_START);
	return step > 0 || (digits && ordinal == 0) ? p + step : s;
}

/* Strips from both ends the words that a questionnaire adds. Sets *of_reader if 您 or 你 is among
 * them. */
static const char *strip(char *s, bool *of_reader)
{
	const char *p = skip_enumeration(s),
		   *before = "请输入 请填写 请选择 请问 填写 您的 你的 您 你",
		   *behind = "是什么 是多少 是 为 .";

	for (size_t len; (len = words_next(p, &before, WORDS_START)) > 0; p += len)
		*of_reader = *of_reader || words_find(p, "您 你", WORDS_START) > 0;
	for (size_t len; (len = words_next(p, &behind, WORDS_END)) > 0;)
		if (len < strlen(p))
			s[(size_t)(p - s) + strlen(p) - len] = '\0';
	return p;
}

static const char other_people[] =
	"监护 家长 家庭 家属 父 母 紧急 联系人 户主 配偶 班主 辅导 推荐人 关系 称谓 "
	"担保 亲属 亲友 爸 妈 爷爷 奶奶 外公 外婆 法定代理 教师 老师 导师 班长 介绍人 证明人 陪同 "
	"随行 代办 GUARDIAN PARENT FATHER MOTHER EMERGENCY CONTACT";
/* Words for the student that have one for another person in them. */
static const char wards[] = "被监护 被推荐 被担保 被介绍";
/* Of a name or of a birth date. */
static const char other_forms[] = "曾用 拼音 英文 农历 阴历";

/* Whether s names another person than the student. */
static bool names_others(const char *s)
{
	const char *ward = strstr(s, "被");
	size_t len = ward != NULL ? words_find(ward, wards, WORDS_START) : 0;
	char rest[HEADING];

	if (len == 0 || strlen(s) >= sizeof rest)
		return words_find(s, other_people, WORDS_ANYWHERE) > 0;
	memcpy(rest, s, (size_t)(ward - s));
	strcpy(rest + (ward - s), ward + len);
	return words_find(rest, other_people, WORDS_ANYWHERE) > 0;
}

bool heading_is_of_others(const char *s)
{
	return names_others(s) || words_find(s, other_forms, WORDS_ANYWHERE) > 0;
}

/* Words for the student, also those that a parent uses. */
static const char students[] =
	"学生 考生 本人 新生 录取 学员 毕业生 个人 同学 报名 投档 被录取人 "
	"被保险人 参保人 申请人 孩子 子女 儿女 被监护人 被推荐人 被担保人 被介绍人";
/* Those of them that may also be a parent, who applies for the student. */
static const char applicants[] = "报名 投档 被保险人 参保人 申请人";
/* What database tables add to a heading: XSXB, xs.xm, STU_NAME, XBDM, 民族代码, ZYMC; and of
 * parents: JZXM, JHRSFZH. */
static const char table_prefixes[] = "STU XS", table_prefixes_of_others[] = "JZ JHR FQ MQ",
		  table_endings[] = "名称 码名称 代码 码 MC DM M";
static const char children[] = "孩子 子女 儿女 学生 考生 被监护人";

bool heading_is_own(const char *s)
{
	return words_find(s, students, WORDS_ANYWHERE) > 0 && !heading_is_of_others(s);
}

/* Words for other people than students, as the title of a list of them ends: 教师名单. */
static const char roles[] =
	"监护人 家长 家庭成员 家属 亲属 父亲 母亲 父母 联系人 户主 配偶 班主任 辅导员 推荐人 "
	"担保人 教师 老师 导师 班长 介绍人 证明人 陪同人 陪同人员 随行人员 教职工 职工 员工 司机 "
	"负责人 工作人员 法定代理人 爷爷 奶奶 外公 外婆 祖父 祖母 领队";

bool heading_is_person(const char *s)
{
	return (words_find(s, students, WORDS_WHOLE) > 0 &&
		words_find(s, applicants, WORDS_WHOLE) == 0) ||
	       words_find(s, "父 母", WORDS_WHOLE) > 0 || words_find(s, roles, WORDS_END) > 0;
}

bool heading_is_relation(const char *s)
{
	return words_find(s, "关系 与学生关系 与本人关系 与学生本人关系 与考生关系 与新生关系 称谓",
			  WORDS_WHOLE) > 0;
}

bool heading_is_title_of_others(const char *s)
{
	static const char ends[] = "信息表 情况表 一览表 信息 名单 名册 情况 通讯录 姓名";
	size_t name = words_find(s, "姓名( 姓名（ 姓名_", WORDS_START);
	char *title = xstrdup(s + name);
	bool found;

	if (name > 0) /* 姓名（家长） */
		title[strlen(title) - words_find(title, ") ）", WORDS_END)] = '\0';
	title[strlen(title) - words_find(title, ends, WORDS_END)] = '\0';
	found = words_find(title, roles, WORDS_END) > 0 &&
		words_find(title, students, WORDS_ANYWHERE) == 0;
	xwipe(title);
	return found;
}

/* Words in brackets behind a heading that say how to fill in the column, not whose it is. */
static const char hints[] =
	"非 注意 填 18 末位 一致 写 楷 汉字 为准 相同 勿 须 请 不 按 文本 格式 数字 必 NAME ID NO";

static const struct heading no_heading = { .kind = HEADING_NONE, .column = ROSTER_COLUMN_COUNT };
static const struct heading others = { .kind = HEADING_OF_OTHERS, .column = ROSTER_COLUMN_COUNT };

/* Headings of names and numbers that are also values of other columns: 人员类别, 证件类型. */
static const char values[] =
	"学生 新生 孩子 子女 儿女 被监护人 身份证 居民身份证 二代身份证 身分证 SFZ";

static struct heading find_rank(const char *s, unsigned tier)
{
	for (unsigned i = 0; i < HEADING_COUNT; i++)
		if (words_find(s, headings[i].names, WORDS_WHOLE) > 0)
			return (struct heading){ .kind = headings[i].column != ROSTER_COLUMN_COUNT
								 ? HEADING_COLUMN
							 : i + 1 < HEADING_COUNT ? HEADING_NUMBER
										 : HEADING_OTHER,
						 .column = headings[i].column,
						 .rank = i + tier,
						 .value = i + 1 == HEADING_COUNT ||
							  words_find(s, values, WORDS_WHOLE) > 0 };
	return no_heading;
}

/* The bytes of a word that s begins with and of the point behind it: xs. */
static size_t prefix(const char *s, const char *list)
{
	size_t len = words_find(s, list, WORDS_START);

	return len + (len > 0 && s[len] == '.');
}

/* Finds a heading with what database tables add: 民族代码, XBDM. With such an ending it is never
 * the name or the ID number. */
static struct heading find_coded(const char *s)
{
	size_t start = prefix(s, table_prefixes), len = strlen(s), tail;
	const char *tails = table_endings;
	char word[HEADING];
	struct heading h = start > 0 ? find_rank(s + start, TIER) : no_heading;

	while (h.kind == HEADING_NONE && (tail = words_next(s, &tails, WORDS_END)) > 0) {
		memcpy(word, s + start, len - start - tail);
		word[len - start - tail] = '\0';
		h = find_rank(word, TIER);
		if (h.column == ROSTER_NAME || h.column == ROSTER_ID_NUMBER)
			h = no_heading;
	}
	return h;
}

/* Whether s is a database's heading of another person: JZXM, jz.sfzh. */
static bool is_of_others_table(const char *s)
{
	size_t start = prefix(s, table_prefixes_of_others);

	return start > 0 && find_rank(s + start, 0).kind != HEADING_NONE;
}

/* Finds a heading behind the words for the student: 姓名, 学生姓名, 学生本人的姓名. */
static struct heading find(const char *s)
{
	struct heading h = find_rank(s, 0);
	bool of_child = words_find(s, children, WORDS_START) > 0;
	unsigned tier = TIER;

	for (size_t len; h.kind == HEADING_NONE; h = find_rank(s, tier)) {
		len = words_find(s, students, WORDS_START);
		if (len == 0)
			return h;
		if (words_find(s, applicants, WORDS_START) > 0)
			tier = 2 * TIER;
		s += len + words_find(s + len, "的", WORDS_START);
	}
	if (h.rank >= TIER && h.column == ROSTER_ID_NUMBER) /* 新生身份证 is no kind of document */
		h.value = false;
	h.of_child = of_child;
	return h;
}

/* Finds the heading that the parts of s name: 姓名/Name, 身份证号或护照号. HEADING_OTHER if they
 * disagree; no heading if there is only one part. */
static struct heading find_in_parts(const char *s)
{
	struct heading found = no_heading, one;
	char part[HEADING];

	while (*s != '\0') {
		size_t len = 0, skip = 0;

		while (s[len] != '\0' &&
		       (skip = words_find(s + len, "/ | \\ 、 或", WORDS_START)) == 0)
			len++;
		memcpy(part, s, len);
		part[len] = '\0';
		one = find(part);
		explicit_bzero(part, len);
		if (one.kind != HEADING_NONE && found.kind != HEADING_NONE &&
		    (one.kind != found.kind || one.column != found.column))
			return (struct heading){ .kind = HEADING_OTHER,
						 .column = ROSTER_COLUMN_COUNT };
		if (found.kind == HEADING_NONE)
			found = one;
		s += len + skip;
	}
	return found;
}

/* Copies the characters of a heading that are not ASCII, 姓名 of 姓名Name. Returns false if all or
 * none are, or if it has a number: 身份证号1100… */
static bool drop_latin(const char *s, char out[HEADING])
{
	size_t len = strlen(s), used = 0, digits = 0;

	for (size_t i = 0; i < len; i++) {
		digits += s[i] >= '0' && s[i] <= '9';
		if ((unsigned char)s[i] >= 0x80)
			out[used++] = s[i];
	}
	out[used] = '\0';
	return used > 0 && used < len && digits < DIGITS_VALUE;
}

static const char names_and_numbers[] =
	"姓名 身份证号码 身份证号 公民身份号码 证件号码 证件号 身份证件号";

/* Whether s ends in a heading (父亲姓名, GUARDIANID) or begins with one of names or numbers
 * (姓名_父亲). */
static bool ends_in_heading(const char *s)
{
	bool found = words_find(s, "ID", WORDS_END) > 0 ||
		     words_find(s, names_and_numbers, WORDS_START) > 0;

	for (size_t i = 0; i < HEADING_COUNT && !found; i++)
		found = words_find(s, headings[i].names, WORDS_END) > 0;
	return found;
}

/* Whether s is the heading of another person's column: 父亲姓名. */
static bool is_of_others(const char *s)
{
	return heading_is_of_others(s) && ends_in_heading(s);
}

/* Recognises the columns of a name that is in two: 姓 and 名. */
static enum heading_kind name_part(const char *s)
{
	if (words_find(s, "姓 姓氏 LASTNAME FAMILYNAME SURNAME", WORDS_WHOLE) > 0)
		return HEADING_FAMILY_NAME;
	return words_find(s, "名 FIRSTNAME GIVENNAME", WORDS_WHOLE) > 0 ? HEADING_GIVEN_NAME
									: HEADING_NONE;
}

/* Finds a heading with the word for the student behind it: 姓名_学生. */
static struct heading find_start(const char *s)
{
	size_t len = words_find(s, names_and_numbers, WORDS_START);
	char name[HEADING];

	if (len == 0 || words_find(s + len, students, WORDS_WHOLE) == 0)
		return no_heading;
	memcpy(name, s, len);
	name[len] = '\0';
	return find_rank(name, TIER);
}

static const char documents[] = "PASSPORT PASSPORTNO PASSPORTNUMBER 护照号 护照号码 护照编号 "
				"通行证号 通行证号码 台胞证号 台胞证号码 "
				"回乡证号 回乡证号码 居留证号 居留证号码 "
				"其他证件号 其他证件号码 其它证件号 其它证件号码";

/* Finds a heading by its end: 投保人姓名, 户口本身份证号, 护照号码. One with a word for the
 * student, 借款学生姓名, ranks better, a former one, 原姓名, worse, and the number that
 * replaces another best. */
static struct heading find_end(const char *s)
{
	bool name = words_find(s, "姓名", WORDS_END) > 0;
	bool number = !name && words_find(s, names_and_numbers, WORDS_END) > 0;
	bool document = words_find(s, documents, WORDS_END) > 0;
	bool own = words_find(s, students, WORDS_ANYWHERE) > 0;
	bool former = words_find(s, "原 旧 曾 更正前 变更前 修改前 更名前 改名前", WORDS_START) > 0;
	bool newer = number && words_find(s, "更正后 更新后 修改后 变更后", WORDS_START) > 0;

	if (!name && !number && !document)
		return no_heading;
	return (struct heading){ .kind = HEADING_COLUMN,
				 .column = name ? ROSTER_NAME : ROSTER_ID_NUMBER,
				 .rank = newer ? 0
					       : (unsigned)(3 * TIER + 2 * former + document - own),
				 .document = document,
				 .loose = true };
}

/* The bytes of a heading without the type and widths that a column of a DBF file has: KSH,C,14 and
 * KSH_N_9_2. */
static size_t without_type(const char *s)
{
	size_t len = strlen(s), end = len;

	for (int i = 0; i < 2; i++) {
		size_t digits = end;

		while (digits > 0 && s[digits - 1] >= '0' && s[digits - 1] <= '9')
			digits--;
		if (digits == end || digits == 0 || strchr(",_", s[digits - 1]) == NULL)
			break;
		end = digits - 1;
	}
	return end > 2 && strchr("CNDLFM", s[end - 1]) != NULL && strchr(",_", s[end - 2]) != NULL
		       ? end - 2
		       : len;
}

/* Reads a heading that is split into the text outside brackets and the text inside. */
static struct heading read_parts(char *outside, char *inside)
{
	char chinese[HEADING];
	struct heading h = no_heading;
	bool bracketed = *outside == '\0', of_reader = false;
	bool hinted = words_find(inside, hints, WORDS_ANYWHERE) > 0;
	const char *text = strip(bracketed ? inside : outside, &of_reader);

	if (name_part(text) != HEADING_NONE)
		return (struct heading){ .kind = name_part(text), .column = ROSTER_COLUMN_COUNT };
	h = find(text);
	if (h.kind == HEADING_NONE)
		h = find_in_parts(text);
	if (h.kind == HEADING_NONE && drop_latin(text, chinese)) {
		h = find(chinese);
		if (h.kind == HEADING_NONE)
			h = is_of_others(chinese) ? others : find_end(chinese);
		h.numbered = strchr("0123456789", text[strlen(text) - 1]) != NULL;
		h.rank += h.numbered ? TIER : 0; /* 姓名1 ranks below 姓名 */
	}
	if (h.kind == HEADING_NONE)
		h = find_coded(text);
	if (h.kind == HEADING_NONE)
		h = find_start(text);
	if (h.kind == HEADING_NONE ? is_of_others(text) || is_of_others_table(text)
				   : !bracketed && !hinted && heading_is_of_others(inside))
		h.kind = HEADING_OF_OTHERS;
	else if (h.kind == HEADING_NONE)
		h = find_end(text);
	else if (!bracketed && words_find(inside, students, WORDS_ANYWHERE) > 0)
		h.rank = h.rank % TIER +
			 (words_find(inside, applicants, WORDS_START) > 0 ? 2 * TIER : TIER);
	else if (!bracketed && *inside != '\0' && !hinted)
		h.rank += 4 * TIER; /* another person's: 姓名（接站人） */
	h.of_others = names_others(text) || is_of_others_table(text);
	h.other_person = h.of_others && h.kind != HEADING_COLUMN &&
			 words_find(text,
				    "姓名 名字 关系 称谓 监护人 家长 父亲 母亲 联系人 身份证号 "
				    "身份证号码 证件号 证件号码 NAME GUARDIAN PARENT FATHER MOTHER",
				    WORDS_END) > 0;
	h.english = h.kind != HEADING_COLUMN &&
		    (words_find(text, "英文姓名 英文名 拼音姓名 姓名拼音", WORDS_END) > 0 ||
		     words_find(inside, "英文 拼音", WORDS_ANYWHERE) > 0 ||
		     words_find(text, "英文姓名 ENGLISHNAME", WORDS_START) > 0);
	if (h.english && h.kind == HEADING_NONE)
		h.kind = HEADING_OF_OTHERS;
	h.of_reader = of_reader && !h.of_child;
	explicit_bzero(chinese, sizeof chinese);
	return h;
}

/* Nearly all names and numbers have no letter, no character that is a heading by itself or a
 * traditional form, and no character that ends words of headings or for people behind one that
 * begins them. */
bool heading_is_none(const char *s)
{
	static const char *const more[] = { names_and_numbers, documents, other_people, other_forms,
					    students,          roles,     "姓氏" };
	static words_set begins, ends, alone;
	static bool ready;
	bool begun = false;
	uint32_t cp;

	for (size_t i = 0; i < HEADING_COUNT + sizeof more / sizeof *more && !ready; i++) {
		const char *list = i < HEADING_COUNT ? headings[i].names : more[i - HEADING_COUNT];

		words_set_add(begins, list, WORDS_FIRST);
		words_set_add(ends, list, WORDS_LAST);
	}
	if (!ready)
		words_set_add(alone,
			      "姓 名 您 你 父 母 爸 妈 證 號 碼 別 學 類 專 業 級 稱 編 種 體 統 "
			      "電 話 註 個 導 師",
			      WORDS_FIRST);
	ready = true;
	while (text_next(&s, &cp)) {
		if (cp < 'A') /* nearly all characters of a number */
			continue;
		cp = text_narrow(cp);
		if (is_ascii_letter(cp) || words_set_has(alone, cp) ||
		    (begun && words_set_has(ends, cp)))
			return false;
		begun = begun || words_set_has(begins, cp);
	}
	return true;
}

struct heading heading_read(const char *s)
{
	char whole[HEADING], outside[HEADING] = "", inside[HEADING] = "";
	struct heading h;
	size_t len;

	if (*s == '\0' || strlen(s) >= HEADING || heading_is_none(s))
		return no_heading;
	len = without_type(s);
	memcpy(whole, s, len);
	whole[len] = '\0';
	split(whole, outside, inside);
	h = read_parts(outside, inside);
	h.own = h.kind == HEADING_COLUMN && h.rank < TIER;
	explicit_bzero(whole, sizeof whole);
	explicit_bzero(outside, sizeof outside);
	explicit_bzero(inside, sizeof inside);
	return h;
}
