/* SPDX-License-Identifier: MIT */
/* A key is a Unicode scalar value, control characters included (Ctrl-A is 1), or one of the
 * names below, which begin after the last code point. */
#ifndef KEY_H
#define KEY_H

enum key_name {
	KEYNAME_ESC = 0x1B,
	KEYNAME_TAB = '\t',
	KEYNAME_RETURN = '\r',
	KEYNAME_FIRST = 0x110000,
	KEYNAME_UP = KEYNAME_FIRST,
	KEYNAME_DOWN,
	KEYNAME_LEFT,
	KEYNAME_RIGHT,
	KEYNAME_HOME,
	KEYNAME_END,
	KEYNAME_PAGE_UP,
	KEYNAME_PAGE_DOWN,
	KEYNAME_BACKSPACE,
	KEYNAME_DELETE,
	KEYNAME_BACK_TAB,
	KEYNAME_F1,
	KEYNAME_F2,
	KEYNAME_F3,
	KEYNAME_LAST
};

#define KEY_CTRL(letter) ((letter)&0x1F)

#endif
