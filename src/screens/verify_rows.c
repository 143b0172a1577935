/* SPDX-License-Identifier: MIT */
#include "screens/verify_rows.h"

#include "wizard/answer.h"
#include "wizard/mask.h"
#include "wizard/shown.h"

bool verify_is_unfolded(const struct wizard *w, enum check_group group)
{
	return group == GROUP_MUST || w->verify.unfolded[group - GROUP_EMPTY];
}

size_t verify_rows(const struct wizard *w, struct verify_row out[VERIFY_ROWS_MAX])
{
	const int groups = wizard_is_listed(w) ? GROUP_COUNT : GROUP_MUST + 1;
	size_t checks[GUIDE_CHECKS_MAX], rows = 0;

	if (wizard_lacks_record(w))
		out[rows++] = (struct verify_row){ .kind = VERIFY_RECORD };
	for (int group = GROUP_MUST; group < groups; group++) {
		size_t count = wizard_checks(w, (enum check_group)group, checks);

		if (group != GROUP_MUST && count > 0)
			out[rows++] =
				(struct verify_row){ 0, VERIFY_GROUP, (enum check_group)group };
		for (size_t i = 0; verify_is_unfolded(w, (enum check_group)group) && i < count; i++)
			if (!wizard_is_unlisted(w, checks[i]))
				out[rows++] =
					(struct verify_row){ checks[i], VERIFY_CHECK, GROUP_MUST };
	}
	out[rows++] = (struct verify_row){ .kind = VERIFY_RESULT };
	return rows;
}

struct verify_row verify_focused_row(const struct wizard *w)
{
	struct verify_row all[VERIFY_ROWS_MAX];
	size_t count = verify_rows(w, all), focus = w->focus[SCREEN_VERIFY];

	return all[focus < count ? focus : count - 1];
}

bool verify_is_text(const struct wizard *w, struct verify_row row)
{
	return row.kind == VERIFY_CHECK && wizard_takes_text(w, row.check);
}

bool verify_is_settled(const struct wizard *w, size_t check)
{
	enum check_state state = wizard_check_state(w, check);

	return !w->line_mode && w->verify.shown[check].len == 0 &&
	       !wizard_is_choice(wizard_check(w, check)) &&
	       (wizard_check_equal(w, check) || state == CHECK_SAME || state == CHECK_SEEN ||
		state == CHECK_ABSENT);
}

bool verify_opens_list(const struct wizard *w, size_t check)
{
	return wizard_option_count(w, check) > 0 && !verify_is_settled(w, check) &&
	       (w->verify.shown[check].len == 0 || wizard_check_state(w, check) == CHECK_OPEN ||
		(w->line_mode && !w->verify.typing));
}

bool verify_starts_anew(const struct wizard *w, size_t check)
{
	bool whole = wizard_by_eye(w, check) || wizard_is_choice(wizard_check(w, check)) ||
		     wizard_shown_complete(w, check) ||
		     wizard_check_state(w, check) == CHECK_DIFFERS;

	return !w->verify.touched && !w->line_mode && whole && w->verify.shown[check].len > 0;
}

bool verify_hides_typed(const struct wizard *w, size_t check)
{
	return mask_hides(w, wizard_check(w, check)->compare, w->verify.shown[check].text, true);
}
