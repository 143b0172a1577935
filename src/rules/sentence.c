/* SPDX-License-Identifier: MIT */
/* How is a finding put into words, and for whom? The words are in kinds.def. */
#include "rules/sentence.h"

#include <ctype.h>
#include <string.h>

#include "base/json_out.h"
#include "base/text.h"

#define SITE "chsi.com.cn"
/* Ways to type the interpunct with Chinese punctuation switched on. Shift+2: 民委发〔2016〕33号. `:
 * 搜狗; ibus-libpinyin 1.15, FallbackEditor; macOS 13, 简体拼音. [: fcitx5-chinese-addons 5.0,
 * punc.mb.zh_CN, where Shift+2 types @. */
#define TYPE_DOT "：试 Shift+2、` 或 [{label}。"
#define CHECK_CARD "，照身份证核对。"
#define FOLLOW_CARD "；照身份证填，请辅导员更正。"
#define TYPE_AGAIN "，这个字重新输入。"
#define TAKE_FULL_NAMES "：换成姓名完整的，再核对一次。"
#define EXPORT "，从原系统重新导出，这一列存成文本。"
#define CORRECT "更正高考信息{row}。"
#define LOST "，存成 GBK 时丢了字，从原表重新导出。"
#define NOT_YOURS "，不算填错；查不到再找辅导员。"
#define UNCHECKED "，没法全核对：照身份证再对一遍，请辅导员更正。"
#define NOT_YOUR_FAULT "，不是你填错了，请辅导员更正。"
#define RECORD_AT_FAULT .typing = NOT_YOUR_FAULT, .roster = "，" CORRECT
#define GO_YOURSELF "，不要打开，自己打 " SITE "。"
#define COPY_AGAIN "，照浏览器地址栏重新抄。"
#define MAIL_IN_FULL "要写全，例如 zhangsan@example.com。"

struct sentence {
	const char *what, *own, *masked, *typing, *roster, *masked_roster;
	bool quotes_signs;
};

static const struct sentence sentences[] = {
#define KIND(id, source, ...) { __VA_ARGS__ },
#include "rules/kinds.def"
#undef KIND
};

/* The sentence that is being written. */
struct line {
	char *out;
	size_t len;
};

static void add_n(struct line *l, const char *s, size_t n)
{
	if (n > SENTENCE_MAX - 1 - l->len)
		n = text_valid_bytes(s, SENTENCE_MAX - 1 - l->len);
	memcpy(l->out + l->len, s, n);
	l->len += n;
	l->out[l->len] = '\0';
}

static void add(struct line *l, const char *s)
{
	add_n(l, s, strlen(s));
}

/* Adds clean text. A line break of the record becomes a blank, as in text_clean_line(). */
static void add_clean(struct line *l, const char *s)
{
	char one[5];
	uint32_t cp;

	while (text_next(&s, &cp)) {
		cp = cp == '\n' ? ' ' : text_clean_char(cp);
		one[cp == 0 ? 0 : text_encode(cp, one)] = '\0';
		add(l, one);
	}
}

static void add_number(struct line *l, size_t n)
{
	char digits[TEXT_NUMBER];
	size_t len = text_number(n, digits);

	add_n(l, digits, len);
}

static const char *unit_of(const struct finding *f)
{
	enum finding_field field = finding_code_field(f->code);

	if (field == FIELD_ID_NUMBER || field == FIELD_CANDIDATE_NUMBER)
		return "位";
	return field == FIELD_NAME || field == FIELD_SHOWN ? "个字" : "个字符";
}

static const char *field_of(const struct finding *f)
{
	enum finding_field field = finding_code_field(f->code);

	return field == FIELD_NAME ? "姓名" : field == FIELD_CANDIDATE_NUMBER ? "考生号" : "号码";
}

static void add_run(struct line *l, size_t at, size_t count)
{
	add_number(l, at);
	if (count > 1) {
		add(l, count == 2 ? "、" : "–");
		add_number(l, at + count - 1);
	}
}

/* Adds the places of a finding: 第 2 位; 第 2、3 位; 第 2–5 位; 第 1、4、7–9 位; nothing for the
 * whole value. */
static void add_place(struct line *l, const struct finding *f, size_t at)
{
	const char *comma = "";

	if (at == 0)
		return;
	add(l, "第 ");
	if (f->places == 0)
		add_run(l, at, f->count);
	for (size_t i = 0, end; f->places != 0 && i < 64; i = end + 1) {
		for (end = i; end < 64 && (f->places >> end & 1) != 0;)
			end++;
		if (end == i)
			continue;
		add(l, comma);
		add_run(l, i + 1, end - i);
		comma = "、";
	}
	add(l, " ");
	add(l, unit_of(f));
}

/* The word for a character that cannot be shown; NULL: it can. */
static const char *word_for(uint32_t cp)
{
	static const struct {
		uint32_t cp;
		const char *word;
	} known[] = {
		{ 0x09, "制表符" },     { 0x0A, "换行符" },     { 0x0D, "回车符" },
		{ 0x0C, "换页符" },     { 0x20, "空格" },       { 0xA0, "不间断空格" },
		{ 0x200B, "零宽空格" }, { 0x3000, "全角空格" }, { 0xFEFF, "零宽空格" },
		{ 0xFFFD, "乱码" },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].cp == cp)
			return known[i].word;
	if (text_is_blank(cp))
		return "空白";
	if (text_is_invisible(cp))
		return "看不见的字符";
	if (text_char_width(cp) == 0)
		return "附加符号";
	if ((cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000)
		return "自造字";
	if (text_clean_char(cp) == cp)
		return NULL;
	return cp >= 0x20000 && cp < 0x40000 ? "生僻字" : "无法显示的字符";
}

/* Adds one character by name: 空格, “•”（U+2022）, 字母“O” (mistaken for 0). bare: a digit has a
 * blank before it instead of quotes. coded: add the code point; else only where the name does not
 * tell which character it is. */
static void add_character(struct line *l, uint32_t cp, const char *s, bool bare, bool coded)
{
	const char *word = word_for(cp);
	char code[24];

	if (bare && cp >= '0' && cp <= '9') {
		add(l, " ");
		add(l, s);
		return;
	}
	if (word != NULL) {
		add(l, word);
	} else {
		add(l, cp < 0x80 && isalpha((int)cp) ? "字母“" : "“");
		add(l, s);
		add(l, "”");
	}
	snprintf(code, sizeof code, "（U+%04X）", (unsigned)cp);
	if (!text_is_blank(cp) && (coded ? cp >= 0x80 || word != NULL : word != NULL))
		add(l, code);
}

static bool is_shown(uint32_t cp)
{
	return cp == ' ' || word_for(cp) == NULL;
}

/* True if all characters can be shown, also blanks inside. */
static bool is_showable(const char *s)
{
	return *s != ' ' && text_all(s, is_shown);
}

/* False for emoji, and for the character that makes an emoji of another one. */
static bool is_no_emoji(uint32_t cp)
{
	enum { EMOJI_STYLE = 0xFE0F, EMOJI_MIN = 0x1F000, EMOJI_MAX = 0x1FAFF };

	return cp != EMOJI_STYLE && (cp < EMOJI_MIN || cp > EMOJI_MAX);
}

static bool is_curly_quote(uint32_t cp)
{
	return cp == U'“' || cp == U'”';
}

/* Adds several characters: digits and X without quotes, except in names, others in quotes; only the
 * first if not all can be shown, except emoji. */
static void add_named(struct line *l, const struct finding *f, const char *s, bool coded)
{
	bool bare = finding_code_field(f->code) != FIELD_NAME;
	bool digits = bare && s[strspn(s, "0123456789X")] == '\0';
	char first[5] = "";
	size_t step;
	uint32_t cp = 0;

	step = text_decode(s, strlen(s), &cp);
	if (step == 0) {
		add(l, "空的");
	} else if (s[step] != '\0' && !is_showable(s) && !text_all(s, is_no_emoji)) {
		add(l, "表情符号");
	} else if (text_all(s, is_curly_quote)) {
		add(l, "中文引号");
	} else if (s[step] != '\0' && text_all(s, text_is_invisible)) {
		add(l, "看不见的字符");
	} else if (s[step] == '\0' || !is_showable(s)) {
		memcpy(first, s, step);
		add_character(l, cp, first, bare, coded);
	} else {
		add(l, digits ? " " : "“");
		add(l, s);
		add(l, digits ? "" : "”");
	}
}

/* True if the template goes on with that part. */
static bool is_part(const char *template, const char *part)
{
	return strncmp(template, part, strlen(part)) == 0;
}

static void add_row(struct line *l, const struct finding *f)
{
	if (f->record == 0)
		return;
	add(l, "第 ");
	add_number(l, f->record);
	add(l, f->in_list ? " 个人" : " 行");
}

static void add_part(struct line *l, const char *part, const struct finding *f, unsigned how)
{
	const bool own = (how & SENTENCE_OWN_RECORD) != 0;
	/* In the form the reader types both values. */
	const char *mine = how & SENTENCE_SITE ? "你填的" : "先填的";

	if (is_part(part, "{place}"))
		add_place(l, f, f->at);
	else if (is_part(part, "{other:place}"))
		add_place(l, f, f->other);
	else if (is_part(part, "{at}"))
		add_number(l, f->at);
	else if (is_part(part, "{other}"))
		add_number(l, f->other);
	else if (is_part(part, "{count}"))
		add_number(l, f->count);
	else if (is_part(part, "{unit}"))
		add(l, unit_of(f));
	else if (is_part(part, "{field}"))
		add(l, field_of(f));
	else if (is_part(part, "{label}"))
		add(l, f->label != NULL ? f->label : "");
	else if (is_part(part, "{is:plain}"))
		add_clean(l, f->is);
	else if (is_part(part, "{should:plain}"))
		add_clean(l, f->should);
	else if (is_part(part, "{is"))
		add_named(l, f, f->is, is_part(part, "{is:code}"));
	else if (is_part(part, "{should"))
		add_named(l, f, f->should, is_part(part, "{should:code}"));
	else if (is_part(part, "{ought}")) {
		add(l, own ? mine : "应为");
		add(l, own ? "是" : "");
	} else if (is_part(part, "{now}"))
		add(l, how & SENTENCE_SITE ? "网站是" : "现在是");
	else if (is_part(part, "{record}"))
		add(l, own ? mine : "高考信息");
	else if (is_part(part, "{recorded}"))
		add(l, own ? mine : "高考登记的");
	else if (is_part(part, "{row}"))
		add_row(l, f);
}

static void add_template(struct line *l, const char *template, const struct finding *f,
			 unsigned how)
{
	for (const char *brace; *template != '\0'; template = strchrnul(brace, '}') + 1) {
		brace = strchrnul(template, '{');
		add_n(l, template, (size_t)(brace - template));
		if (*brace == '\0')
			return;
		add_part(l, brace, f, how);
	}
}

/* True for punctuation and symbols. */
static bool is_symbol(uint32_t cp)
{
	cp = text_narrow(cp);
	if (cp < 0x80)
		return !isalnum((int)cp);
	return (cp >= 0x2010 && cp <= 0x2BFF) ||
	       (cp >= 0x3000 && cp <= 0x3020 && cp != U'々' && cp != U'〇');
}

/* The bytes of a label, or of a class such as 2班, at the start of s; 0: there is none. */
static size_t label_bytes(const char *s)
{
	static const char *const labels[] = {
		"居民", "公民", "身份证", "身份", "证件", "号码", "号", "护照", "姓名",
		"学生", "本人", "已核对", "ID",   "Id",   "id",   "No", "NO",   "no",
	};
	enum { CLASS_MAX = 4 };
	size_t digits = strspn(s, "0123456789");

	if (digits > 0 && digits <= CLASS_MAX && is_part(s + digits, "班"))
		return digits + strlen("班");
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (is_part(s, labels[i]))
			return strlen(labels[i]);
	return 0;
}

/* True for symbols, labels and classes, which tell nothing about a person. */
static bool is_impersonal(const char *s)
{
	size_t label;
	uint32_t cp;

	if (*s == '\0')
		return false;
	while (*s != '\0') {
		label = label_bytes(s);
		s += label;
		if (label == 0 && text_next(&s, &cp) && !is_symbol(cp))
			return false;
	}
	return true;
}

static const char *report_of(enum finding_kind kind, unsigned how)
{
	const struct sentence *s = &sentences[kind];

	if ((how & SENTENCE_MASKED) && (how & SENTENCE_ROSTER) && s->masked_roster != NULL)
		return s->masked_roster;
	if ((how & SENTENCE_MASKED) && s->masked != NULL)
		return s->masked;
	return (how & SENTENCE_OWN_RECORD) && s->own != NULL ? s->own : s->what;
}

/* Returns what the reader can do; "" if the sentence ends without it. */
static const char *advice_on(enum finding_kind kind, unsigned how)
{
	const struct sentence *s = &sentences[kind];
	bool blames_record = finding_blames_record(kind);

	if (s->typing == NULL)
		return "";
	if ((how & SENTENCE_ROSTER) && s->roster != NULL)
		return s->roster;
	if ((how & SENTENCE_OWN_RECORD) && blames_record)
		return "；高考信息是你自己填的，填错了就回去改。";
	if ((how & SENTENCE_SITE) && !blames_record && *s->what != '\0')
		return "。";
	return s->typing;
}

const char *sentence_make(const struct finding *f, unsigned how, char out[SENTENCE_MAX])
{
	struct line l = { out, 0 };

	out[0] = '\0';
	if (sentences[f->kind].quotes_signs && is_impersonal(f->is))
		how &= ~(unsigned)SENTENCE_MASKED;
	add_template(&l, report_of(f->kind, how), f, how);
	add_template(&l, advice_on(f->kind, how), f, how);
	return out;
}

/* Returns true if a sentence names all characters that a finding counts, not only the first. */
static bool names_run(enum finding_kind kind)
{
	return strstr(sentences[kind].what, "{place}") != NULL || kind == KIND_BIRTH_DATE ||
	       kind == KIND_BIRTH_LONG_AGO || kind == KIND_BIRTH_COMING || kind == KIND_ROUNDED;
}

uint64_t sentence_places(const struct finding *f)
{
	size_t count = names_run(f->kind) ? f->count : 1;
	uint64_t places = f->places;

	/* The check character tells that something is wrong, not where. */
	if (places != 0 || f->at == 0 || f->kind == KIND_CHECKSUM)
		return places;
	for (size_t i = f->at - 1; i < PLACES_MAX && i < f->at - 1 + count; i++)
		places |= UINT64_C(1) << i;
	if (f->kind == KIND_SWAPPED_FAR && f->other <= PLACES_MAX)
		places |= UINT64_C(1) << (f->other - 1);
	return places;
}

bool sentence_names_record(enum finding_kind kind)
{
	const struct sentence *s = &sentences[kind];

	return strstr(s->what, "{row}") != NULL ||
	       (s->roster != NULL && strstr(s->roster, "{row}") != NULL);
}

static bool quotes(const char *template)
{
	return strstr(template, "{is") != NULL || strstr(template, "{should") != NULL;
}

bool sentence_quotes(enum finding_kind kind, unsigned how)
{
	return quotes(report_of(kind, how)) || quotes(advice_on(kind, how)) ||
	       sentences[kind].quotes_signs;
}

void sentence_write_json(const struct finding *f, enum severity severity, unsigned how, FILE *out)
{
	bool by_other = strstr(sentences[f->kind].what, "{other:place}") != NULL;
	char message[SENTENCE_MAX];

	fprintf(out, "\"field\": \"%s\", \"code\": \"%s\", \"severity\": \"%s\", \"at\": %zu, ",
		finding_field_name(finding_code_field(f->code)), finding_code_name(f->code),
		severity_name(severity), by_other ? f->other : f->at);
	fputs("\"message\": ", out);
	json_out_string(sentence_make(f, how, message), out);
	explicit_bzero(message, sizeof message);
}
