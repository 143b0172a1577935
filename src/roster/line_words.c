/* SPDX-License-Identifier: MIT */
#include "roster/line_words.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "table/cell.h"
#include "table/words.h"

enum {
	NAME_USUAL = 4,
	NUMBERED = LINE_TEXT,
	ROLE = 7, /* the most characters of a role */
	WORD = 3  /* bytes of an ideograph */
};

const char LINE_PAGE[] = "页码", LINE_GROUP[] = "班级行", LINE_DAY[] = "日期",
	   ROLE_OF_STUDENT[] = "班干部";

/* What may follow a word for the row to be recognised by it. */
enum behind {
	ENDS,   /* nothing, or a colon, a bracket or the like */
	COUNTS, /* the same, or a digit or 共 */
	ANYHOW, /* anything */
	WITHIN, /* the word may be anywhere in the text */
	BEHIND  /* a value or nothing, and anything may precede the word: 咨询电话：83590000 */
};

/* X(label, what may follow a word, words: see words.h) */
/* clang-format off */
#define LINES(X) \
	X("合计", ANYHOW, "合计 总计 共计 合計 總計 共計 全班共 人数合计 人数总计") \
	X("合计", COUNTS, \
	  "总共 报到率 平均 平均分 平均值 最高分 最低分 最大值 最小值 标准差 及格率 计数 求和 " \
	  "累计 总分 均值 中位数 小结 分计 男小计 女小计 男合计 女合计 平均年龄 应到 实到 Total " \
	  "TOTAL GrandTotal Sum Average") \
	X("合计", BEHIND, "总数 记录数 人数 人數") \
	X(LINE_PAGE, COUNTS, "页码 接上页 接下页 转下页 续表 续上表 正面 背面 反面 續表 轉下頁") \
	X("小计", COUNTS, "Subtotal") \
	X("小计", ANYHOW, "小计 小計 本页 本頁") \
	X("制表人", ENDS, \
	  "制表 制表人 制表单位 登记人 造册人 汇总人 打印人 导出人 统计人 录入 录入人 记录人 " \
	  "主持人 操作员 操作人 製表 製表人 Preparedby") \
	X("填表人", ENDS, "填表 填表人 填报人 填报单位") \
	X("合计", ENDS, "统计 汇总") \
	X("经办人", ENDS, "经办 经办人 经手 经手人 领队 带队老师") \
	X("审核人", ENDS, \
	  "审核 审核人 复核 复核人 复查 复查人 核对 核对人 校对 校对人 审批 初审 复审 审定 " \
	  "審核 審核人 Checkedby Approvedby") \
	X("负责人", ENDS, \
	  "负责人 負責人 学院负责人 班级负责人 领导 学院领导 主管领导 分管领导 校长 院长 " \
	  "系主任") \
	X("书记", ENDS, "书记 团支书 团支部书记") \
	X("班长", ENDS, "班长 副班长") \
	X(ROLE_OF_STUDENT, ENDS, "班助 班委 学委 学长 带班学长 室长 宿舍长 生活委员") \
	X("班主任", ENDS, "班主任") \
	X("教师", ENDS, "指导教师 指导老师 任课教师 任课老师") \
	X("辅导员", ENDS, "辅导员 輔導員") \
	X("联系人", ENDS, "联系人") \
	X("联系方式", ENDS, "QQ 微信 邮编") \
	X("联系方式", BEHIND, \
	  "QQ群 微信群 钉钉群 电话 热线 专线 传真 邮箱 信箱 群号 公众号 视频号 网址 网站 地址") \
	X("注", BEHIND, "编号 文号 版本 版本号 版次 密级 截止") \
	X("签字", WITHIN, "签字 签名 盖章 公章 签章 簽名 簽字 蓋章") \
	X("注", COUNTS, "注 备注 附注 说明") \
	X("注", ENDS, \
	  "填写要求 註 備註 說明 填表说明 填写说明 注意事项 要求 Note Notes Remark " \
	  "Remarks 数据来源") \
	X("说明", ANYHOW, "以上 情况属实 特此证明 同意 不同意") \
	X("说明", WITHIN, "属实") \
	X("说明", ENDS, \
	  "必填 选填 可选 请选择 请输入 请填写 文本 文本型 文本格式 字符 字符型 字符串 " \
	  "下拉选择 男/女 删除 已删除 作废 此行作废 此行无效 隐藏 测试 测试行 测试数据 test " \
	  "Test TEST demo example Example") \
	X("注", COUNTS, "附件 附表 工作表 Sheet No. NO. №") \
	X("注", ANYHOW, "※ 保密 机密 绝密 内部资料") \
	X("以下空白", ANYHOW, "以下空白 以下无正文") \
	X("以下空白", ENDS, \
	  "完 全文完 完毕 结束 名单完 空白 此处空白 此页以下空白 空白行 此行空白 以下无内容 " \
	  "到此为止 结尾 结束行 没有了 完畢 END End THEEND 未完待续 未完 待续") \
	X(LINE_DAY, ENDS, \
	  "年月日 Date 星期一 星期二 星期三 星期四 星期五 星期六 星期日") \
	X(LINE_DAY, BEHIND, "日期 时间") \
	X("签字", ENDS, "印章 手印 指纹 Signature 甲方 乙方") \
	X("分隔线", ENDS, "分割线 分隔线 分隔行") \
	X("单位", ENDS, "学校 单位") \
	X("空位", ENDS, "空床 空铺 空位 空缺") \
	X(LINE_GROUP, ENDS, \
	  "学院 院系 系部 专业 年级 班级 班级名 班级名称 专业名称 Male Female Boys Girls")
/* clang-format on */

static const struct {
	const char *label;
	enum behind behind;
	const char *words;
} lines[] = {
#define X(...) { __VA_ARGS__ },
	LINES(X)
#undef X
};

/* All of these words. Most names begin with a character that begins none of them. */
static const char line_words[] =
#define X(label, behind, words) words " "
	LINES(X)
#undef X
	;

/* Endings of a text that names a group or a table. */
static const struct {
	const char *label, *tails;
	/* most characters of a name with this ending: four with 班 (李小班), three with 大学
	 * (张大学); NUMBERED: any, a number must stand directly before the ending */
	size_t name;
} groups[] = {
	{ "标题", "名单 名册", NAME_USUAL },
	{ "标题", "花名册 登记表 信息表 统计表 一览表 汇总表 明细表 学校", 2 },
	{ "标题", "大学", 3 },
	{ "标题", ".csv .xlsx .xls .txt", 0 }, /* between files that were joined */
	{ LINE_GROUP, "班 级", NAME_USUAL },
	{ LINE_GROUP, "学院 专业 书院 学堂", 3 },
	{ LINE_GROUP, "教研室", 2 },
	{ "单位", "处 办公室 委员会", 2 },
	{ "单位", "中心", 3 },
	{ "合计", "汇总 合计 总计", 3 },
	{ "合计", "计数 求和 平均值 最大值 最小值", 2 },
	{ "小计", "小计", 3 },
	{ LINE_GROUP, "连 排 组 队 场 号车 车 辆", NUMBERED },
};

/* Endings of the roles of people, and those that only a name beside them makes a role. */
static const struct {
	const char *label, *tails;
} roles[] = {
	{ "教师", "老师 教师 导师 班导 辅导员 主任 校长 院长 处长 科长 助教 教授 教练 "
		  "秘书 干事 带队" },
	{ "工作人员", "教官 连长 排长 营长 领队 负责 负责人 值班 值班人 医生 校医 护士 阿姨 师傅 "
		      "司机 会计 出纳 "
		      "监考 主考 巡考 宿管 联络员 统计员 管理员 信息员" },
	{ ROLE_OF_STUDENT,
	  "委员 班长 班委 学委 班助 导生 组长 队长 室长 舍长 楼长 学长 学姐 团支书 书记" },
};
static const char role_tails[] = "员 长 师 导 任 官 人";

bool line_is_role(const char *label)
{
	return words_find(label,
			  "制表人 填表人 经办人 审核人 负责人 班主任 教师 辅导员 联系人 签字",
			  WORDS_WHOLE) > 0;
}

bool line_is_of_no_student(const char *label)
{
	return words_find(label, "班主任 辅导员 教师 工作人员 联系方式 注", WORDS_WHOLE) > 0;
}

bool line_is_example(const char *s)
{
	return strstr(s, "例") != NULL && (words_find(s, "示例 样例 范例", WORDS_ANYWHERE) > 0 ||
					   words_find(s, "举例 例:", WORDS_START) > 0);
}

static size_t count_digits(const char *s)
{
	return cell_digits(s, strlen(s));
}

/* Whether s may follow a word. */
static bool goes_on(const char *s, enum behind behind)
{
	s += strspn(s, " ");
	if (*s == '\0' || behind == ANYHOW || words_find(s, ": ( , ; = . 、", WORDS_START) > 0)
		return true;
	return behind == COUNTS &&
	       ((*s >= '0' && *s <= '9') || words_find(s, "共", WORDS_START) > 0);
}

/* Whether a text is counts of people and nothing else: 共30人, 男1女1, 已报到5人，未报到2人. */
static bool counts_people(const char *s)
{
	static const char digits[] = "0123456789";
	bool people = words_find(s, "男 女", WORDS_START) > 0;

	do {
		size_t words = strcspn(s, digits), count = strspn(s + words, digits), unit;

		if ((unsigned char)*s < 0x80 || words > 8 * WORD || count == 0)
			return false;
		s += words + count;
		s += strspn(s, " ");
		unit = words_find(s, "人 名 位", WORDS_START);
		people = people || unit > 0;
		s += unit;
		s += words_find(s, ", ; . 、 。", WORDS_START);
		s += strspn(s, " ");
	} while (*s != '\0');
	return people;
}

/* The label of a page (第 1 页 共 2 页, 1/2, - 1 -, Page 1 of 2) or a count (共 30 人); NULL:
 * neither. */
static const char *counting(const char *s)
{
	size_t digits = count_digits(s), step;
	bool page = words_find(s, "页 頁 Page page PAGE", WORDS_ANYWHERE) > 0 &&
		    (digits > 0 || words_find(s, "第 共", WORDS_ANYWHERE) > 0); /* not 张页 */
	const char *p = s;
	char day[CELL_BIRTH];

	if (digits <= 8 && strchr(s, ':') != NULL && s[strspn(s, " 0123456789:-~")] == '\0')
		return LINE_DAY; /* 9:00-10:00 */
	if (digits > 6)
		return NULL;
	if (digits > 5 && digits < strlen(s) && cell_birth(s, day))
		return LINE_DAY; /* 2026/9/1 */
	if (counts_people(s) ||
	    (words_find(s, "共", WORDS_START) > 0 &&
	     words_find(s + 3 + strspn(s + 3, " 0123456789"), "人 名 条 位", WORDS_START) > 0))
		return "合计";
	while ((step = strspn(p, " 0123456789/-,()")) > 0 ||
	       (step = words_find(
			p, "第 共 页 頁 张 — – Page page PAGE of 一 二 三 四 五 六 七 八 九 十",
			WORDS_START)) > 0)
		p += step;
	if (*p != '\0')
		return NULL;
	return page || (digits > 0 && words_find(s, "/ - — –", WORDS_ANYWHERE) > 0) ? LINE_PAGE
										    : NULL;
}

/* Whether a text is a line drawn with characters: ————, ======, ……. */
static bool is_rule(const char *s)
{
	size_t count = 0;
	uint32_t cp;

	for (; text_next(&s, &cp); count += cp == 0x2026 ? 3 : 1)
		if (!((cp < 0x80 && strchr("-_=*~#.", (int)cp) != NULL) ||
		      (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2026 ||
		      (cp >= 0x2500 && cp <= 0x257F) || cp == 0x3002))
			return false;
	return count >= 3;
}

size_t line_characters(const char *s)
{
	size_t count = 0;

	for (; *s != '\0'; s++)
		count += ((unsigned char)*s & 0xC0) != 0x80;
	return count;
}

/* The bytes of the sign that s begins with, if it is one that frames a line; else 0. */
static size_t frame_at(const char *s)
{
	return *s == ' ' ? 1 : words_find(s, "( ) [ ] < > - * = : 【 】 — 《 》", WORDS_START);
}

static void strip_frame(const char *s, char out[LINE_TEXT])
{
	size_t len, step;

	while ((step = frame_at(s)) > 0)
		s += step;
	len = strlen(s);
	memcpy(out, s, len + 1);
	while (len > 0) {
		step = (unsigned char)out[len - 1] < 0x80 || len < 3 ? 1 : 3;
		if (frame_at(out + len - step) == 0)
			break;
		out[len -= step] = '\0';
	}
}

void line_unframe(const char *s, char out[LINE_TEXT])
{
	char *bracket;

	strip_frame(s, out);
	bracket = strchr(out, '(');
	if (bracket != NULL)
		*bracket = '\0';
}

/* The characters that words begin with, that words found anywhere begin with, that groups end with
 * and that roles end with. */
static const struct known {
	words_set begins, within, ends, roles;
} * known(void)
{
	static struct known k;
	static bool ready;

	if (ready)
		return &k;
	words_set_add(k.begins, line_words, WORDS_FIRST);
	words_set_add(k.within, "例 页 頁", WORDS_FIRST); /* examples; pages without a digit */
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (lines[i].behind == WITHIN)
			words_set_add(k.within, lines[i].words, WORDS_FIRST);
		else if (lines[i].behind == BEHIND)
			words_set_add(k.ends, lines[i].words, WORDS_LAST);
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
		words_set_add(k.ends, groups[i].tails, WORDS_LAST);
	for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
		words_set_add(k.roles, roles[i].tails, WORDS_LAST);
	words_set_add(k.roles, role_tails, WORDS_LAST);
	ready = true;
	return &k;
}

/* The last character of the first len bytes; 0: none. */
static uint32_t last_character(const char *s, size_t len)
{
	size_t at = len;
	uint32_t last = 0;

	while (at > 0 && ((unsigned char)s[--at] & 0xC0) == 0x80)
		;
	text_decode(s + at, len - at, &last);
	return last;
}

const char *line_role(const char *s, bool beside)
{
	static const char students[] =
		"党员 团员 学员 队员 成员 会员 社员 特长 本人 病人 军人 残疾人 职业人";
	size_t characters = line_characters(s);

	if (characters < 2 || characters > ROLE || characters * WORD != strlen(s) ||
	    !words_set_has(known()->roles, last_character(s, strlen(s))) ||
	    words_find(s, students, WORDS_END) > 0)
		return NULL;
	for (size_t i = sizeof roles / sizeof roles[0]; i-- > 0;)
		if (words_find(s, roles[i].tails, WORDS_END) > 0)
			return roles[i].label;
	return beside && words_find(s, role_tails, WORDS_END) > 0 ? "工作人员" : NULL;
}

/* Whether the first len bytes of s end with a word of a list. Cuts s off there and restores it. */
static bool ends_with(char *s, size_t len, const char *list)
{
	char behind = s[len];
	bool ends;

	s[len] = '\0';
	ends = words_find(s, list, WORDS_END) > 0;
	s[len] = behind;
	return ends;
}

/* s is the same afterwards. */
static const char *known_word(char *s)
{
	const struct known *k = known();
	const char *label = NULL, *rest = s;
	bool begins, ends, within = false;
	size_t len = 0, step; /* len: what stands before a mark or a digit */
	uint32_t cp;

	while ((unsigned char)s[len] >= 'A')
		len++;
	begins = text_decode(s, strlen(s), &cp) > 0 && words_set_has(k->begins, cp);
	ends = words_set_has(k->ends, last_character(s, len));
	while (!within && text_next(&rest, &cp))
		within = words_set_has(k->within, cp);
	for (size_t i = 0; i < sizeof lines / sizeof lines[0] && label == NULL; i++) {
		const char *list = lines[i].words;
		enum behind behind = lines[i].behind;
		bool found = false;

		if (behind == WITHIN)
			found = within && words_find(s, list, WORDS_ANYWHERE) > 0;
		else if (behind == BEHIND)
			found = ends && ends_with(s, len, list);
		else if (begins && words_find(s, list, WORDS_START) > 0)
			while (!found && (step = words_next(s, &list, WORDS_START)) > 0)
				found = goes_on(s + step, behind);
		label = found ? lines[i].label : NULL;
	}
	return label;
}

bool line_is_none(const char *s)
{
	const struct known *k = known();
	bool first = true;
	uint32_t cp = 0;

	for (; text_next(&s, &cp); first = false)
		if ((cp < 0x3400 && cp != 0xB7) || (cp > 0x9FFF && cp < 0x20000) ||
		    words_set_has(k->within, cp) || (first && words_set_has(k->begins, cp)))
			return false;
	return !words_set_has(k->ends, cp);
}

/* Ignores the blanks in 合　计 and 制 表 人, and the frame of --完-- and （合计）. */
const char *line_word(const char *s)
{
	char bare[LINE_TEXT] = "", inside[LINE_TEXT];
	const char *label;
	size_t used = 0;

	if (line_is_none(s))
		return NULL;
	for (const char *p = s; *p != '\0'; p++)
		if (*p != ' ')
			bare[used++] = *p;
	bare[used] = '\0';
	label = known_word(bare);
	if (label == NULL && frame_at(bare) > 0) {
		line_unframe(bare, inside);
		label = known_word(inside);
		explicit_bzero(inside, sizeof inside);
	}
	explicit_bzero(bare, sizeof bare);
	if (label != NULL)
		return label;
	return is_rule(s) ? "分隔线" : counting(s);
}

/* line_group() for a text without its frame. */
static const char *group_of(const char *bare)
{
	const char *behind = bare;

	if (!words_set_has(known()->ends, last_character(bare, strlen(bare))))
		return NULL;
	for (size_t step;
	     (step = words_find(behind, "第 一 二 三 四 五 六 七 八 九 十", WORDS_START)) > 0;)
		behind += step; /* 第十二班 */
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
		size_t tail = words_find(bare, groups[i].tails, WORDS_END);
		const char *end = bare + strlen(bare) - tail;

		if (tail == 0)
			continue;
		if (end == bare ? tail > WORD /* 名单 */
				: count_digits(groups[i].name == NUMBERED ? end - 1 : bare) > 0 ||
					  line_characters(bare) > groups[i].name ||
					  (behind > bare && behind == end))
			return groups[i].label;
	}
	return NULL;
}

const char *line_group(const char *s)
{
	char bare[LINE_TEXT];
	const char *label;

	if (line_is_none(s))
		return NULL;
	line_unframe(s, bare);
	label = group_of(bare);
	if (label == NULL && strchr(s, '(') != NULL) { /* 高一(3)班 */
		strip_frame(s, bare);
		label = group_of(bare);
	}
	explicit_bzero(bare, sizeof bare);
	return label;
}

void line_read(struct decoder *decoder, struct slice cell, char out[LINE_TEXT])
{
	char text[LINE_TEXT];

	decoder_read(decoder, cell, text, sizeof text);
	cell_fold(text, out, LINE_TEXT);
	explicit_bzero(text, sizeof text);
}

bool line_test(struct decoder *decoder, struct slice cell, bool (*passes)(const char *s))
{
	char s[LINE_TEXT];
	bool is;

	line_read(decoder, cell, s);
	is = passes(s);
	explicit_bzero(s, sizeof s);
	return is;
}

bool line_is(const char *s)
{
	return line_word(s) != NULL || line_group(s) != NULL;
}
