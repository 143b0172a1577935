/* SPDX-License-Identifier: MIT */
#include "rules/person_name.h"

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/characters.h"
#include "rules/person_name_internal.h"

static void check_dot(const struct characters *c, size_t i, struct findings *out)
{
	bool inside = i > 0 && i + 1 < c->count;

	if (c->cp[i] != INTERPUNCT && inside)
		characters_report(c, i, 1, FINDING_NAME_INTERPUNCT, SLIP_DOT_WRONG, out);
	else if (!inside || c->cp[i - 1] == INTERPUNCT)
		characters_report(c, i, 1, FINDING_NAME_INTERPUNCT, SLIP_DOT_NEEDLESS, out);
}

static void check_private(const struct characters *c, size_t i, struct findings *out)
{
	uint32_t real = person_name_fold_lookalike(person_name_fold_private(c->cp[i]));
	bool known = name_is_ideograph(real);
	struct finding *f = characters_report(c, i, 1, FINDING_NAME_PUA,
					      known ? SLIP_PRIVATE_KNOWN : SLIP_PRIVATE, out);

	if (known)
		character_quote(real, f->should);
}

/* What no name holds, and no other rule has a better word for. */
static bool is_of_no_name(uint32_t cp)
{
	return !name_is_latin(cp) && !name_is_ideograph(cp) && cp != INTERPUNCT &&
	       !person_name_is_dot(cp) && !text_is_blank(cp) && !text_is_invisible(cp) &&
	       !name_is_private(cp) && person_name_fold_lookalike(cp) == cp;
}

static void check_each(const struct characters *c, struct findings *out)
{
	for (size_t i = 0; i < c->count; i++) {
		uint32_t cp = c->cp[i], real = person_name_fold_lookalike(cp);

		if (cp == INTERPUNCT || person_name_is_dot(cp))
			check_dot(c, i, out);
		else if (name_is_private(cp))
			check_private(c, i, out);
		else if (real != cp)
			character_quote(real, characters_report(c, i, 1, FINDING_NAME_LOOKALIKE,
								SLIP_LOOKALIKE, out)
						      ->should);
	}
}

static void check_length(size_t count, struct findings *out)
{
	if (count < NAME_LENGTH_MIN)
		findings_add(out, FINDING_NAME_SHORT, SLIP_NAME_SHORT, 0, count);
	else if (count > NAME_LENGTH_MAX)
		findings_add(out, FINDING_NAME_LONG, SLIP_NAME_LONG, 0, count)->other =
			NAME_LENGTH_MAX;
}

/* What a Latin name is made of besides letters is as good as a letter. */
static uint32_t pass_latin_mark(const struct characters *c, size_t i)
{
	return name_is_latin_mark(c, i) ? 'A' : c->cp[i];
}

void person_name_check(const char *name, struct findings *out)
{
	struct characters given = characters_read(name);
	struct characters all = characters_fold(&given, pass_latin_mark);
	struct characters bare = characters_bare(&all);

	if (bare.count == 0) {
		findings_add(out, FINDING_NAME_EMPTY, SLIP_NAME_EMPTY, 0, 0);
	} else {
		check_length(bare.count, out);
		characters_report_unseen(&all, FINDING_NAME_SPACE, FINDING_NAME_INVISIBLE, out);
		characters_report_runs(&all, name_is_fullwidth_latin, FINDING_NAME_FULLWIDTH,
				       SLIP_FULLWIDTH, out);
		characters_report_runs(&all, is_of_no_name, FINDING_NAME_CHARACTER,
				       SLIP_NAME_CHARACTER, out);
		check_each(&bare, out);
	}
	characters_wipe(&given);
	characters_wipe(&all);
	characters_wipe(&bare);
}

char *person_name_mask(const char *name)
{
	struct characters c = characters_read(name);
	char *mask = xmalloc(c.count + 4);
	size_t n = 0;

	if (c.count > 0)
		n = text_encode(c.cp[0], mask);
	for (size_t i = 1; i < c.count; i++)
		mask[n++] = '*';
	mask[n] = '\0';
	characters_wipe(&c);
	return mask;
}
