/* SPDX-License-Identifier: MIT */
#include "wizard/login_check.h"

#include <string.h>

#include "base/text.h"

/* Returns the next character of *text that is no blank, made half-width, and moves *text past it; 0
 * at the end. */
static uint32_t next_plain(const char **text)
{
	uint32_t cp = ' ';

	while (**text != '\0' && text_is_blank(cp))
		*text += text_decode(*text, strlen(*text), &cp);
	return text_is_blank(cp) ? 0 : text_narrow(cp);
}

static bool is_same_but_typed(const char *a, const char *b)
{
	uint32_t left, right;

	do {
		left = next_plain(&a);
		right = next_plain(&b);
	} while (left == right && left != 0);
	return left == right;
}

/* True if a login name looks like the value of a field of that kind, give or take one digit. */
static bool looks_like(enum form_kind kind, const char *name)
{
	enum { MOBILE = 11, NUMBER = 18 }; /* characters */
	size_t len = strlen(name), digits = strspn(name, "0123456789");

	switch (kind) {
	case FORM_MOBILE:
		return digits == len && name[0] == '1' && name[1] >= '3' && len + 1 >= MOBILE &&
		       len <= MOBILE + 1;
	case FORM_ID_NUMBER:
		return digits + 1 >= len && len + 1 >= NUMBER && len <= NUMBER + 1;
	default:
		return strchr(name, '@') != NULL;
	}
}

/* What is wrong with the login name, which may be any of three registered values: mobile number, ID
 * number or email; FINDING_KIND_COUNT if nothing is. *label: label of the field whose value the
 * name looks like. */
static enum finding_kind wrong_login_name(const char *name, const struct form *registered,
					  const char **label)
{
	enum finding_kind kind = KIND_LOGIN_NAME;

	for (size_t i = 0; i < registered->count; i++) {
		const struct form_field *field = &registered->fields[i];

		if (field->edit.len == 0 ||
		    (field->kind != FORM_MOBILE && field->kind != FORM_ID_NUMBER &&
		     field->kind != FORM_EMAIL))
			continue;
		if (strcmp(field->edit.text, name) == 0)
			return FINDING_KIND_COUNT;
		if (is_same_but_typed(field->edit.text, name))
			kind = KIND_LOGIN_TYPED;
		else if (kind == KIND_LOGIN_NAME && looks_like(field->kind, name)) {
			kind = KIND_LOGIN_OTHER;
			*label = field->label;
		}
	}
	return kind;
}

void login_check(const char *name, const char *password, const struct form *registered,
		 struct findings *out)
{
	const char *right = form_find(registered, FORM_PASSWORD)->edit.text, *label = NULL;
	enum finding_kind kind = text_all_blank(name) ? KIND_LOGIN_NAME_EMPTY
						      : wrong_login_name(name, registered, &label);

	if (kind == FINDING_KIND_COUNT && *password == '\0')
		kind = KIND_LOGIN_PASSWORD_EMPTY;
	else if (kind == FINDING_KIND_COUNT && strcmp(password, right) != 0)
		kind = is_same_but_typed(password, right) ? KIND_LOGIN_PASSWORD_TYPED
							  : KIND_LOGIN_PASSWORD;
	if (kind != FINDING_KIND_COUNT)
		findings_add(out, FINDING_LOGIN, kind, 0, 0)->label = label;
}
