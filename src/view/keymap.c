/* SPDX-License-Identifier: MIT */
#include "view/keymap.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/key.h"
#include "base/text.h"

enum {
	FORMS = CONTEXT_TEXT | CONTEXT_CHOICE | CONTEXT_TICK | CONTEXT_BUTTON,
	REVIEW_ROWS = CONTEXT_REVIEW | CONTEXT_REVIEW_MASKED,
	REVIEWS = REVIEW_ROWS | CONTEXT_REVIEW_BUTTON,
	EMPTY_CHECKS = CONTEXT_VERIFY | CONTEXT_BY_EYE,
	FULL_CHECKS = CONTEXT_CHECK_TYPED | CONTEXT_CHECK_WHOLE | CONTEXT_CHECK_SETTLED,
	CHECK_TEXTS = EMPTY_CHECKS | FULL_CHECKS,
	CHECKS = CONTEXT_STATUS | CONTEXT_VERIFY_BUTTON, /* nothing is being typed */
	/* Rows of the verification, of forms and of the review in which no caret can move. */
	CARETLESS =
		EMPTY_CHECKS | CONTEXT_CHECK_SETTLED | CHECKS | REVIEWS | (FORMS & ~CONTEXT_TEXT),
	TICKS = CONTEXT_STEP | CONTEXT_ACTIVITY, /* the rows of a step with a box */
	STEPS = TICKS | CONTEXT_TO_DO | CONTEXT_STEP_BUTTON,
	LINKED = CONTEXT_WELCOME | STEPS | CONTEXT_REGISTERED | CONTEXT_RESULT,
	LISTS = CONTEXT_WELCOME | STEPS | CHECKS | CONTEXT_FAQ | REVIEWS | CONTEXT_REGISTERED |
		CONTEXT_RESULT,
	PAGES = CONTEXT_WELCOME | STEPS | REVIEWS | CONTEXT_REGISTERED | CHECKS | CONTEXT_RESULT,
	QUIET = PAGES | CONTEXT_READ | CONTEXT_FAQ,    /* nothing is being typed */
	AFTER = REVIEWS | CONTEXT_REGISTERED | CHECKS, /* screens that a form leads to */
	/* Screens outside PAGES on which nothing is typed. */
	NOT_TYPING = (FORMS & ~CONTEXT_TEXT) | CONTEXT_READ | CONTEXT_FAQ | CONTEXT_QR,
	ANYWHERE = (1 << 28) - 1,
	SCROLLED = QUIET | FORMS | CHECK_TEXTS | CONTEXT_SEARCH | CONTEXT_CHOOSE
};

static const struct binding bindings[] = {
	{ TICKS, ACTION_TOGGLE, { ' ' }, "空格", "勾选" },
	{ CONTEXT_WELCOME, ACTION_NEXT, { KEYNAME_RETURN, ' ' }, "Enter", "确定" },
	{ CONTEXT_STEP, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "下一步" },
	{ CONTEXT_ACTIVITY, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "确定" },
	{ TICKS, ACTION_DOWN, { KEYNAME_DOWN, KEYNAME_TAB, 'j' }, "上下", "移动" },
	{ CONTEXT_TO_DO | CONTEXT_STEP_BUTTON,
	  ACTION_NEXT,
	  { KEYNAME_RETURN, ' ' },
	  "Enter",
	  "确定" },
	{ STEPS,
	  ACTION_BACK,
	  { KEYNAME_ESC, 'b', KEYNAME_LEFT, KEYNAME_BACKSPACE },
	  "Esc",
	  "上一步" },
	{ STEPS, ACTION_SITE_MESSAGES, { 'e', KEYNAME_F3 }, "e", "网站提示怎么办" },
	{ EMPTY_CHECKS, ACTION_NONE, { 0 }, "打字", "照抄网页" },
	{ CONTEXT_CHECK_WHOLE, ACTION_NONE, { 0 }, "打字", "重抄" },
	{ CONTEXT_CHECK_SETTLED, ACTION_ERASE_BEFORE, { KEYNAME_BACKSPACE }, "退格", "重新打" },
	{ CONTEXT_CHECK_WHOLE, ACTION_CARET_LEFT, { KEYNAME_LEFT }, "左右", "改几个字" },
	{ CONTEXT_VERIFY, ACTION_TOGGLE, { ' ' }, "空格", "一样" },
	{ CONTEXT_BY_EYE, ACTION_TOGGLE, { ' ' }, "空格", "看过" },
	{ EMPTY_CHECKS, ACTION_MARK_ABSENT, { '-' }, "-", "网页上没有" },
	{ CONTEXT_VERIFY, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "下一项" },
	{ FULL_CHECKS, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "下一项" },
	{ CONTEXT_BY_EYE, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "选择" },
	{ CONTEXT_STATUS, ACTION_NEXT, { KEYNAME_RETURN, ' ' }, "Enter", "选择" },
	{ CONTEXT_STATUS, ACTION_MARK_ABSENT, { '-' }, NULL, NULL },
	{ CONTEXT_VERIFY_BUTTON, ACTION_NEXT, { KEYNAME_RETURN, ' ' }, "Enter", "确定" },
	{ CHECK_TEXTS, ACTION_CLOSE, { KEYNAME_ESC }, "Esc", "返回" },
	{ CHECKS, ACTION_CLOSE, { KEYNAME_ESC }, "Esc", "返回" },
	{ CHECKS, ACTION_SITE_MESSAGES, { 'e', KEYNAME_F3 }, "e", "网站提示怎么办" },
	{ CHECK_TEXTS, ACTION_DOWN, { KEYNAME_DOWN, KEYNAME_TAB }, "上下", "移动" },
	{ CHECK_TEXTS, ACTION_SITE_MESSAGES, { KEYNAME_F3 }, "F3", "网站提示怎么办" },
	{ REVIEW_ROWS, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "下一项" },
	{ REVIEW_ROWS, ACTION_TOGGLE, { ' ' }, "空格", "修改" },
	{ CONTEXT_REVIEW_BUTTON, ACTION_NEXT, { KEYNAME_RETURN, ' ' }, "Enter", "确定" },
	{ CONTEXT_REGISTERED, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "确定" },
	{ CONTEXT_RESULT, ACTION_NEXT, { KEYNAME_RETURN, ' ' }, "Enter", "确定" },
	{ CONTEXT_RESULT, ACTION_SAVE_REPORT, { 's' }, "s", "保存结果单" },
	{ CONTEXT_SAVE_REPORT, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "保存" },
	{ CONTEXT_SAVE_REPORT, ACTION_CLOSE, { KEYNAME_ESC }, "Esc", "不保存" },
	{ PAGES, ACTION_HELP, { '?', KEYNAME_F1, KEY_CTRL('G') }, "?", "帮助" },
	{ CONTEXT_WELCOME, ACTION_LEAVE, { 'q', KEYNAME_ESC }, "q", "退出" },
	{ PAGES & ~CONTEXT_WELCOME, ACTION_LEAVE, { 'q' }, "q", "退出" },
	{ CONTEXT_READ, ACTION_CLOSE, { KEYNAME_RETURN, KEYNAME_ESC, 'b' }, "Enter", "返回" },
	{ CONTEXT_READ, ACTION_DOWN, { KEYNAME_DOWN, 'j' }, "上下", "滚动" },
	{ CONTEXT_QR, ACTION_CLOSE, { KEYNAME_RETURN, KEYNAME_ESC, 'b' }, "Enter", "返回" },
	{ CONTEXT_QR, ACTION_DOWN, { KEYNAME_DOWN }, "上下", "换一个" },
	{ CONTEXT_FAQ, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "看回答" },
	{ CONTEXT_FAQ, ACTION_SEARCH, { '/' }, "/", "查找" },
	{ CONTEXT_SEARCH, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "看回答" },
	{ CONTEXT_SEARCH, ACTION_NONE, { 0 }, "打字", "查找" },
	{ CONTEXT_SEARCH, ACTION_CLOSE, { KEYNAME_ESC }, "Esc", "返回" },
	{ CONTEXT_CHOOSE, ACTION_NEXT, { KEYNAME_RETURN, ' ' }, "Enter", "选择" },
	{ CONTEXT_CHOOSE, ACTION_DOWN, { KEYNAME_DOWN, KEYNAME_TAB }, "上下", "移动" },
	{ CONTEXT_CHOOSE, ACTION_CLOSE, { KEYNAME_ESC }, "Esc", "返回" },
	{ CONTEXT_LEAVE, ACTION_NO, { KEYNAME_RETURN, KEYNAME_ESC, 'n' }, "Enter", "留下" },
	{ CONTEXT_LEAVE, ACTION_YES, { 'y' }, "y", "退出" },

	{ CONTEXT_TICK, ACTION_TOGGLE, { ' ' }, "空格", "勾选" },
	{ CONTEXT_TEXT | CONTEXT_TICK, ACTION_NEXT, { KEYNAME_RETURN }, "Enter", "下一项" },
	{ CONTEXT_CHOICE, ACTION_NEXT, { KEYNAME_RETURN, ' ' }, "Enter", "选择" },
	{ CONTEXT_BUTTON, ACTION_NEXT, { KEYNAME_RETURN, ' ' }, "Enter", "确定" },
	{ FORMS, ACTION_DOWN, { KEYNAME_DOWN, KEYNAME_TAB }, "上下", "移动" },
	{ CONTEXT_CHOICE, ACTION_CHOICE_NEXT, { KEYNAME_RIGHT }, NULL, NULL },
	{ CONTEXT_EDITING, ACTION_ERASE_ALL, { KEY_CTRL('U') }, "Ctrl-U", "清空" },
	{ CONTEXT_CHOICE, ACTION_CHOICE_PREVIOUS, { KEYNAME_LEFT }, NULL, NULL },
	{ FORMS, ACTION_CLOSE, { KEYNAME_ESC }, "Esc", "返回" },
	/* Some terminals keep F1 for themselves. */
	{ FORMS | CONTEXT_EDITING, ACTION_HELP, { KEY_CTRL('G'), KEYNAME_F1 }, "Ctrl-G", "帮助" },
	{ FORMS, ACTION_SITE_MESSAGES, { KEYNAME_F3 }, "F3", "网站提示怎么办" },
	{ CONTEXT_REVIEW_MASKED, ACTION_REVEAL, { KEY_CTRL('R') }, "Ctrl-R", "显示或遮住" },

	{ (AFTER & ~CHECKS) | CONTEXT_RESULT, ACTION_CLOSE, { KEYNAME_ESC }, "Esc", "返回" },
	{ AFTER | CONTEXT_RESULT, ACTION_BACK, { 'b' }, NULL, NULL },
	{ CONTEXT_FAQ, ACTION_CLOSE, { KEYNAME_ESC, 'b' }, "Esc", "返回" },
	{ NOT_TYPING, ACTION_HELP, { '?', KEYNAME_F1, KEY_CTRL('G') }, "?", "帮助" },
	{ NOT_TYPING, ACTION_LEAVE, { 'q' }, "q", "退出" },
	{ PAGES, ACTION_NOTES, { 'n' }, "n", "注意事项" },
	{ PAGES, ACTION_FAQ, { 'f' }, "f", "常见问题" },
	{ (PAGES & ~(STEPS | CHECKS)) | CONTEXT_FAQ,
	  ACTION_SITE_MESSAGES,
	  { 'e', KEYNAME_F3 },
	  "e",
	  "网站提示怎么办" },
	{ FORMS | CHECKS | CHECK_TEXTS | CONTEXT_RESULT,
	  ACTION_REVEAL,
	  { KEY_CTRL('R') },
	  "Ctrl-R",
	  "显示或遮住" },
	{ LINKED | CONTEXT_QR, ACTION_OPEN, { 'o' }, "o", "打开网址" },
	{ LINKED, ACTION_QR, { 'r' }, "r", "二维码" },
	{ LINKED | CONTEXT_QR, ACTION_COPY, { 'y' }, "y", "复制网址" },
	{ CONTEXT_READ, ACTION_OPEN, { 'o' }, NULL, NULL },
	{ CONTEXT_READ, ACTION_QR, { 'r' }, NULL, NULL },
	{ CONTEXT_READ, ACTION_COPY, { 'y' }, NULL, NULL },
	{ PAGES, ACTION_PRESENTATION, { 't' }, "t", "投影模式" },
	{ STEPS, ACTION_CAPTION, { 'v' }, "v", "示意图改成文字" },
	{ STEPS, ACTION_FORWARD, { KEYNAME_RIGHT }, "右", "跳到下一步" },
	{ LISTS & ~(STEPS | CONTEXT_WELCOME), ACTION_TOGGLE, { ' ' }, NULL, NULL },
	{ CONTEXT_WELCOME | STEPS, ACTION_STEP, { '1' }, "数字", "到第几步" },

	{ QUIET & ~(CONTEXT_READ | TICKS), ACTION_DOWN, { KEYNAME_DOWN, 'j' }, "上下", "移动" },
	{ LISTS, ACTION_DOWN, { KEYNAME_TAB }, NULL, NULL },
	{ CONTEXT_SEARCH, ACTION_DOWN, { KEYNAME_DOWN, KEYNAME_TAB }, "上下", "移动" },
	{ SCROLLED | CONTEXT_QR, ACTION_UP, { KEYNAME_UP }, NULL, NULL },
	{ SCROLLED & ~CONTEXT_READ, ACTION_UP, { KEYNAME_BACK_TAB }, NULL, NULL },
	{ QUIET, ACTION_UP, { 'k' }, NULL, NULL },
	{ ANYWHERE, ACTION_PAGE_DOWN, { KEYNAME_PAGE_DOWN }, "PgDn PgUp", "翻屏" },
	{ ANYWHERE, ACTION_PAGE_UP, { KEYNAME_PAGE_UP }, NULL, NULL },
	{ CONTEXT_READ, ACTION_PAGE_DOWN, { ' ' }, NULL, NULL },
	{ CARETLESS, ACTION_FIRST_ROW, { KEYNAME_HOME }, NULL, NULL },
	{ CARETLESS, ACTION_LAST_ROW, { KEYNAME_END }, NULL, NULL },
	{ QUIET, ACTION_TOP, { KEYNAME_HOME }, NULL, NULL },
	{ QUIET, ACTION_BOTTOM, { KEYNAME_END }, NULL, NULL },

	{ CONTEXT_EDITING, ACTION_ERASE_BEFORE, { KEYNAME_BACKSPACE }, NULL, NULL },
	{ CONTEXT_EDITING, ACTION_ERASE_AFTER, { KEYNAME_DELETE }, NULL, NULL },
	{ CONTEXT_EDITING, ACTION_CARET_LEFT, { KEYNAME_LEFT }, NULL, NULL },
	{ CONTEXT_EDITING, ACTION_CARET_RIGHT, { KEYNAME_RIGHT }, NULL, NULL },
	{ CONTEXT_CHOOSE, ACTION_CARET_HOME, { KEYNAME_HOME }, NULL, NULL },
	{ CONTEXT_EDITING & ~CONTEXT_CHOOSE,
	  ACTION_CARET_HOME,
	  { KEY_CTRL('A'), KEYNAME_HOME },
	  "Ctrl-A Ctrl-E",
	  "到头、到尾" },
	{ CONTEXT_EDITING, ACTION_CARET_END, { KEY_CTRL('E'), KEYNAME_END }, NULL, NULL },
	{ CONTEXT_EDITING, ACTION_ERASE_TO_END, { KEY_CTRL('K') }, "Ctrl-K", "删到尾" },
	{ CONTEXT_EDITING, ACTION_ERASE_WORD, { KEY_CTRL('W') }, "Ctrl-W", "删一个词" },
	{ CONTEXT_TEXT, ACTION_COPY_DOT, { KEY_CTRL('Y') }, "Ctrl-Y", "复制间隔号“·”" },
};

enum { BINDING_COUNT = sizeof bindings / sizeof bindings[0] };

static bool has_key(const struct binding *b, uint32_t key)
{
	for (size_t i = 0; i < BINDING_KEYS; i++)
		if (b->keys[i] == key)
			return key != 0;
	return false;
}

/* Maps full-width characters and capitals to the keys they are on: the input method may still be on
 * after a Chinese name was typed, and so may Caps Lock. */
static uint32_t plain_key(uint32_t key)
{
	key = text_narrow(key);
	switch (key) {
	case 0x3000: /* the ideographic space */
		return ' ';
	case 0x3001: /* 、 is on the key of / */
		return '/';
	case '\n':
		return KEYNAME_RETURN;
	default:
		return key >= 'A' && key <= 'Z' ? key + ('a' - 'A') : key;
	}
}

struct action keymap_find(enum key_context context, uint32_t key)
{
	unsigned digit;

	key = plain_key(key);
	digit = key >= '1' && key <= '9' ? key - '0' : 0;
	for (const struct binding *b = bindings; b < bindings + BINDING_COUNT; b++)
		if ((b->contexts & context) &&
		    (has_key(b, key) || (digit > 0 && b->action == ACTION_STEP)))
			return (struct action){ b->action, digit, NULL };
	return (struct action){ ACTION_NONE, 0, NULL };
}

const struct binding *keymap_next(enum key_context context, const struct binding *binding)
{
	for (binding = binding == NULL ? bindings : binding + 1; binding < bindings + BINDING_COUNT;
	     binding++)
		if (binding->label != NULL && (binding->contexts & context))
			return binding;
	return NULL;
}

const struct binding *keymap_shown(enum key_context context, enum action_kind action)
{
	const struct binding *b = NULL;

	while ((b = keymap_next(context, b)) != NULL && b->action != action)
		;
	return b;
}

const char *keymap_brief(const char *hint)
{
	static const char *const words[][2] = {
		{ "照抄网页", "照抄" }, { "网页上没有", "没有" }, { "下一项", "往下" },
		{ "改几个字", "改字" }, { "保存结果单", "保存" }, { "网站提示怎么办", "网站提示" },
		{ "重新打", "重打" },
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(hint, words[i][0]) == 0)
			return words[i][1];
	return hint;
}
