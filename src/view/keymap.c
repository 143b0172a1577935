/* SPDX-License-Identifier: MIT */
#include "view/keymap.h"

#include "base/key.h"

enum {
	TYPED = CONTEXT_TEXT | CONTEXT_SEARCH | CONTEXT_SLIP,
	FORMS = CONTEXT_TEXT | CONTEXT_CHOICE | CONTEXT_BUTTON,
	CHECKS = CONTEXT_VERIFY | CONTEXT_STATUS,
	STEPS = CONTEXT_STEP | CONTEXT_ACTIVITY,
	LINKED = CONTEXT_WELCOME | STEPS | CONTEXT_REGISTERED | CONTEXT_RESULT | CONTEXT_QR,
	QUESTIONS = CONTEXT_FAQ | CONTEXT_COMPLAINTS,
	LISTS = CONTEXT_WELCOME | STEPS | CHECKS | QUESTIONS | CONTEXT_REVIEW,
	PAGES = CONTEXT_WELCOME | STEPS | CONTEXT_REVIEW | CONTEXT_REGISTERED | CHECKS |
		CONTEXT_RESULT,
	QUIET = PAGES | CONTEXT_READ | QUESTIONS, /* nothing is being typed */
	SCROLLED = QUIET | FORMS | CONTEXT_SEARCH
};

static const struct binding bindings[] = {
	{ STEPS, ' ', ACTION_TOGGLE, 0, "空格", "勾选" },
	{ CONTEXT_WELCOME, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "开始" },
	{ CONTEXT_STEP, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "下一步" },
	{ CONTEXT_ACTIVITY, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "做这一步" },
	{ CHECKS, 'y', ACTION_MARK_MATCH, 0, "y", "一致" },
	{ CHECKS, 'n', ACTION_MARK_DIFFER, 0, "n", "不一致" },
	{ CHECKS, '-', ACTION_MARK_ABSENT, 0, "-", "未显示" },
	{ CHECKS, '0', ACTION_MARK_OPEN, 0, "0", "暂不核对" },
	{ CONTEXT_STATUS, KEYNAME_RIGHT, ACTION_CHOICE_NEXT, 0, "← →", "选择" },
	{ CONTEXT_STATUS, KEYNAME_LEFT, ACTION_CHOICE_PREVIOUS, 0, NULL, NULL },
	{ CHECKS, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "看结果" },
	{ CONTEXT_REVIEW, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "改这一项，或提交" },
	{ CONTEXT_REGISTERED, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "继续" },
	{ CONTEXT_RESULT, 's', ACTION_SLIP, 0, "s", "保存结果单" },
	{ CONTEXT_SLIP, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "保存" },
	{ CONTEXT_SLIP, KEYNAME_ESC, ACTION_CLOSE, 0, "Esc", "不保存" },
	{ CONTEXT_SLIP, KEY_CTRL('R'), ACTION_REVEAL, 0, "Ctrl-R", "遮住/不遮姓名和号码" },
	{ CONTEXT_SLIP, KEYNAME_F2, ACTION_ERASE_ALL, 0, "F2", "清空" },
	{ CONTEXT_RESULT, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "结束" },
	{ PAGES, '?', ACTION_HELP, 0, "?", "帮助" },
	{ PAGES, 'q', ACTION_LEAVE, 0, "q", "退出" },
	{ CONTEXT_READ, KEYNAME_RETURN, ACTION_CLOSE, 0, "Enter", "返回" },
	{ QUESTIONS, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "看回答" },
	{ CONTEXT_FAQ, '/', ACTION_SEARCH, 0, "/", "查找" },
	{ CONTEXT_SEARCH, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "看结果" },
	{ CONTEXT_SEARCH, KEYNAME_ESC, ACTION_CLOSE, 0, "Esc", "不找了" },
	{ CONTEXT_LEAVE | CONTEXT_REPLACE, 'y', ACTION_YES, 0, "y", "是" },
	{ CONTEXT_LEAVE | CONTEXT_REPLACE, 'n', ACTION_NO, 0, "n", "否" },
	{ CONTEXT_REPLACE, 'q', ACTION_NO, 0, NULL, NULL },
	{ CONTEXT_LEAVE, 'q', ACTION_YES, 0, NULL, NULL },
	{ CONTEXT_LEAVE | CONTEXT_REPLACE, KEYNAME_RETURN, ACTION_NO, 0, NULL, NULL },
	{ CONTEXT_LEAVE | CONTEXT_REPLACE, KEYNAME_ESC, ACTION_NO, 0, NULL, NULL },

	{ FORMS, KEYNAME_TAB, ACTION_DOWN, 0, "Tab", "下一项" },
	{ CONTEXT_BUTTON, KEYNAME_RETURN, ACTION_NEXT, 0, "Enter", "按下" },
	{ FORMS, KEYNAME_RETURN, ACTION_NEXT, 0, NULL, NULL },
	{ CONTEXT_BUTTON, ' ', ACTION_NEXT, 0, NULL, NULL },
	{ CONTEXT_CHOICE, KEYNAME_RIGHT, ACTION_CHOICE_NEXT, 0, "← →", "更换" },
	{ CONTEXT_CHOICE, KEYNAME_LEFT, ACTION_CHOICE_PREVIOUS, 0, NULL, NULL },
	{ CONTEXT_CHOICE, ' ', ACTION_CHOICE_NEXT, 0, NULL, NULL },
	{ FORMS, KEYNAME_ESC, ACTION_CLOSE, 0, "Esc", "返回" },
	{ FORMS, KEYNAME_F1, ACTION_HELP, 0, "F1", "帮助" },
	{ FORMS, KEYNAME_BACK_TAB, ACTION_UP, 0, "Shift-Tab", "上一项" },
	{ FORMS, KEYNAME_F3, ACTION_COMPLAINTS, 0, "F3", "网站提示怎么办" },
	{ FORMS | CONTEXT_REVIEW | CHECKS, KEY_CTRL('R'), ACTION_REVEAL, 0, "Ctrl-R", "显示/隐藏" },
	{ CONTEXT_TEXT, KEYNAME_F2, ACTION_ERASE_ALL, 0, "F2", "清空本项" },

	{ STEPS, 'b', ACTION_BACK, 0, "b", "上一步" },
	{ CONTEXT_REVIEW | CONTEXT_REGISTERED | CHECKS | CONTEXT_RESULT, 'b', ACTION_BACK, 0, "b",
	  "返回" },
	{ CONTEXT_REVIEW | CONTEXT_REGISTERED | CHECKS, KEYNAME_ESC, ACTION_CLOSE, 0, NULL, NULL },
	{ CONTEXT_READ | QUESTIONS, KEYNAME_ESC, ACTION_CLOSE, 0, "Esc", "返回" },
	{ CONTEXT_READ | QUESTIONS, 'b', ACTION_CLOSE, 0, NULL, NULL },
	{ CONTEXT_READ | QUESTIONS, 'q', ACTION_CLOSE, 0, NULL, NULL },
	{ STEPS | CONTEXT_WELCOME | CONTEXT_REVIEW | CONTEXT_REGISTERED | CONTEXT_RESULT, 'n',
	  ACTION_NOTES, 0, "n", "注意事项" },
	{ PAGES, 'f', ACTION_FAQ, 0, "f", "常见问题" },
	{ PAGES | CONTEXT_FAQ, 'e', ACTION_COMPLAINTS, 0, "e", "网站提示怎么办" },
	{ LINKED, 'o', ACTION_OPEN, 0, "o", "打开网址" },
	{ LINKED, 'r', ACTION_QR, 0, "r", "二维码" },
	{ LINKED, 'y', ACTION_COPY, 0, "y", "复制网址" },
	{ CONTEXT_READ, 'o', ACTION_OPEN, 0, NULL, NULL },
	{ CONTEXT_READ, 'r', ACTION_QR, 0, NULL, NULL },
	{ CONTEXT_READ, 'y', ACTION_COPY, 0, NULL, NULL },
	{ CONTEXT_QR, KEYNAME_DOWN, ACTION_DOWN, 0, "↓ ↑", "换一个" },
	{ CONTEXT_QR, KEYNAME_UP, ACTION_UP, 0, NULL, NULL },
	{ CONTEXT_QR, KEYNAME_RETURN, ACTION_CLOSE, 0, "Enter", "返回" },
	{ CONTEXT_QR, KEYNAME_ESC, ACTION_CLOSE, 0, NULL, NULL },
	{ CONTEXT_QR, 'q', ACTION_CLOSE, 0, NULL, NULL },
	{ CONTEXT_QR, 'b', ACTION_CLOSE, 0, NULL, NULL },
	{ PAGES, 't', ACTION_PROJECT, 0, "t", "投影模式" },
	{ STEPS, 'v', ACTION_CAPTION, 0, "v", "图/文字" },
	{ STEPS, KEYNAME_RIGHT, ACTION_FORWARD, 0, "→", "跳到下一步" },
	{ STEPS, KEYNAME_LEFT, ACTION_BACK, 0, NULL, NULL },
	{ STEPS, KEYNAME_BACKSPACE, ACTION_BACK, 0, NULL, NULL },
	{ CONTEXT_WELCOME | CHECKS | QUESTIONS | CONTEXT_REVIEW, ' ', ACTION_TOGGLE, 0, NULL,
	  NULL },
	{ PAGES, '1', ACTION_STEP, 1, "1-9", "到某一步" },
	{ PAGES, '2', ACTION_STEP, 2, NULL, NULL },
	{ PAGES, '3', ACTION_STEP, 3, NULL, NULL },
	{ PAGES, '4', ACTION_STEP, 4, NULL, NULL },
	{ PAGES, '5', ACTION_STEP, 5, NULL, NULL },
	{ PAGES, '6', ACTION_STEP, 6, NULL, NULL },
	{ PAGES, '7', ACTION_STEP, 7, NULL, NULL },
	{ PAGES, '8', ACTION_STEP, 8, NULL, NULL },
	{ PAGES, '9', ACTION_STEP, 9, NULL, NULL },
	{ PAGES, KEYNAME_F1, ACTION_HELP, 0, NULL, NULL },

	{ LISTS | CONTEXT_READ | CONTEXT_REGISTERED | CONTEXT_RESULT, KEYNAME_DOWN, ACTION_DOWN, 0,
	  "↓ ↑", "上下" },
	{ LISTS | CONTEXT_READ | CONTEXT_REGISTERED | CONTEXT_RESULT, 'j', ACTION_DOWN, 0, NULL,
	  NULL },
	{ LISTS | CONTEXT_READ | CONTEXT_REGISTERED | CONTEXT_RESULT, 'k', ACTION_UP, 0, NULL,
	  NULL },
	{ LISTS | CONTEXT_READ | CONTEXT_REGISTERED | CONTEXT_RESULT, KEYNAME_UP, ACTION_UP, 0,
	  NULL, NULL },
	{ LISTS, KEYNAME_TAB, ACTION_DOWN, 0, NULL, NULL },
	{ LISTS, KEYNAME_BACK_TAB, ACTION_UP, 0, NULL, NULL },
	{ FORMS | CONTEXT_SEARCH, KEYNAME_DOWN, ACTION_DOWN, 0, NULL, NULL },
	{ FORMS, KEYNAME_UP, ACTION_UP, 0, NULL, NULL },
	{ SCROLLED, KEYNAME_PAGE_DOWN, ACTION_PAGE_DOWN, 0, "PgDn PgUp", "翻屏" },
	{ SCROLLED, KEYNAME_PAGE_UP, ACTION_PAGE_UP, 0, NULL, NULL },
	{ CONTEXT_READ, ' ', ACTION_PAGE_DOWN, 0, NULL, NULL },
	{ QUIET, KEYNAME_HOME, ACTION_TOP, 0, NULL, NULL },
	{ QUIET, KEYNAME_END, ACTION_BOTTOM, 0, NULL, NULL },

	{ TYPED, KEYNAME_BACKSPACE, ACTION_ERASE_BEFORE, 0, NULL, NULL },
	{ TYPED, KEYNAME_DELETE, ACTION_ERASE_AFTER, 0, NULL, NULL },
	{ TYPED, KEYNAME_LEFT, ACTION_CARET_LEFT, 0, NULL, NULL },
	{ TYPED, KEYNAME_RIGHT, ACTION_CARET_RIGHT, 0, NULL, NULL },
	{ TYPED, KEYNAME_HOME, ACTION_CARET_HOME, 0, NULL, NULL },
	{ TYPED, KEYNAME_END, ACTION_CARET_END, 0, NULL, NULL },
	{ TYPED, KEY_CTRL('A'), ACTION_CARET_HOME, 0, "Ctrl-A Ctrl-E", "到头、到尾" },
	{ TYPED, KEY_CTRL('E'), ACTION_CARET_END, 0, NULL, NULL },
	{ TYPED, KEY_CTRL('U'), ACTION_ERASE_TO_START, 0, "Ctrl-U Ctrl-K", "删到头、到尾" },
	{ TYPED, KEY_CTRL('K'), ACTION_ERASE_TO_END, 0, NULL, NULL },
	{ TYPED, KEY_CTRL('W'), ACTION_ERASE_WORD, 0, NULL, NULL },
};

enum { BINDING_COUNT = sizeof bindings / sizeof bindings[0] };

static enum context overlay_context(const struct wizard *w)
{
	switch (w->overlay) {
	case OVERLAY_FAQ:
		return w->searching ? CONTEXT_SEARCH : CONTEXT_FAQ;
	case OVERLAY_COMPLAINTS:
		return CONTEXT_COMPLAINTS;
	case OVERLAY_QR:
		return CONTEXT_QR;
	case OVERLAY_SLIP:
		return CONTEXT_SLIP;
	case OVERLAY_REPLACE:
		return CONTEXT_REPLACE;
	case OVERLAY_LEAVE:
		return CONTEXT_LEAVE;
	default:
		return CONTEXT_READ;
	}
}

static enum context form_context(const struct form *f)
{
	switch (form_shape(&f->fields[f->focus])) {
	case SHAPE_TEXT:
		return CONTEXT_TEXT;
	case SHAPE_BUTTON:
		return CONTEXT_BUTTON;
	default:
		return CONTEXT_CHOICE;
	}
}

static enum context verify_context(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	const struct guide_check *check;

	if (w->typing)
		return CONTEXT_TEXT;
	check = &v->checks[wizard_check_index(w, w->focus)];
	return wizard_is_choice(check) ? CONTEXT_STATUS : CONTEXT_VERIFY;
}

enum context keymap_context(const struct wizard *w)
{
	return w->overlay != OVERLAY_NONE ? overlay_context(w) : keymap_page_context(w);
}

enum context keymap_page_context(const struct wizard *w)
{
	const struct form *form = wizard_form(w);

	if (form != NULL)
		return form_context(form);
	switch (w->screen) {
	case SCREEN_WELCOME:
		return CONTEXT_WELCOME;
	case SCREEN_REVIEW:
		return CONTEXT_REVIEW;
	case SCREEN_REGISTERED:
		return CONTEXT_REGISTERED;
	case SCREEN_VERIFY:
		return verify_context(w);
	case SCREEN_RESULT:
		return CONTEXT_RESULT;
	default:
		return wizard_activity_open(w) ? CONTEXT_ACTIVITY : CONTEXT_STEP;
	}
}

struct action keymap_find(enum context context, uint32_t key)
{
	if (key == '\n')
		key = KEYNAME_RETURN;
	for (size_t i = 0; i < BINDING_COUNT; i++)
		if ((bindings[i].contexts & context) && bindings[i].key == key)
			return (struct action){ bindings[i].action, bindings[i].number, NULL };
	return (struct action){ ACTION_NONE, 0, NULL };
}

const struct binding *keymap_next(enum context context, const struct binding *row)
{
	for (row = row == NULL ? bindings : row + 1; row < bindings + BINDING_COUNT; row++)
		if (row->label != NULL && (row->contexts & context))
			return row;
	return NULL;
}
