/* SPDX-License-Identifier: MIT */
#include "tui/mouse_report.h"

enum {
	FIELD_MAX = 100000,
	REPORT_MAX = 24, /* bytes: zeros in front must end, too */
	OLD_OFFSET = 32, /* of each byte in the old form */
	BUTTON_LEFT = 0,
	WHEEL_UP = 64,
	WHEEL_DOWN = 65,
	MODIFIERS = 4 | 8 | 16
};

void mouse_report_begin(struct mouse_report *m, enum mouse_form form)
{
	*m = (struct mouse_report){ .form = form };
}

static enum mouse_action action_of(unsigned button)
{
	switch (button & ~(unsigned)MODIFIERS) {
	case BUTTON_LEFT:
		return MOUSE_CLICK;
	case WHEEL_UP:
		return MOUSE_WHEEL_UP;
	case WHEEL_DOWN:
		return MOUSE_WHEEL_DOWN;
	default:
		return MOUSE_NOTHING;
	}
}

static bool finish(struct mouse_report *m, bool pressed, enum mouse_action *action, int *row,
		   int *column)
{
	m->form = MOUSE_NONE;
	*action = MOUSE_NOTHING;
	if (!pressed || m->field != 2 || m->fields[1] == 0 || m->fields[2] == 0)
		return true;
	*action = action_of(m->fields[0]);
	*column = (int)m->fields[1] - 1;
	*row = (int)m->fields[2] - 1;
	return true;
}

bool mouse_report_take(struct mouse_report *m, unsigned char byte, enum mouse_action *action,
		       int *row, int *column)
{
	unsigned *field = &m->fields[m->field];
	bool last = ++m->taken == REPORT_MAX;

	if (m->form == MOUSE_OLD) {
		*field = byte >= OLD_OFFSET ? (unsigned)byte - OLD_OFFSET : 0;
		if (m->field == 2)
			return finish(m, true, action, row, column);
		m->field++;
		return false;
	}
	if (byte == ';' && m->field < 2 && !last) {
		m->field++;
		return false;
	}
	if (byte < '0' || byte > '9' || *field > FIELD_MAX || last)
		return finish(m, byte == 'M', action, row, column);
	*field = *field * 10 + (byte - '0');
	return false;
}
