/* SPDX-License-Identifier: MIT */
#include "rules/candidate_number.h"

#include <string.h>

#include "roster/cell.h"
#include "rules/characters.h"
#include "rules/resident_id_internal.h"
#include "rules/resident_id_sound.h"

static bool is_digits(const char *s, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (s[i] < '0' || s[i] > '9')
			return false;
	return true;
}

bool candidate_number_sound(const char *number)
{
	return is_digits(number, CANDIDATE_DIGITS) && id_province_known(number + 2);
}

void candidate_number_check(const char *number, struct findings *out)
{
	struct characters all = characters_read(number);

	if (id_is_scientific(&all))
		findings_add(
			out, FINDING_CANDIDATE, 0,
			"考生号被表格软件存成了科学计数，原来的数字已经丢了。从原表重新导出。");
	else if (all.count > 0 &&
		 (all.count != CANDIDATE_DIGITS || !is_digits(number, CANDIDATE_DIGITS)))
		findings_add(out, FINDING_CANDIDATE, 0,
			     "考生号通常是 14 位数字，现为 %zu 个字符。别和准考证号、学号弄混。",
			     all.count);
	else if (all.count > 0 && !id_province_known(number + 2))
		findings_add(out, FINDING_CANDIDATE, 3,
			     "考生号第 3、4 位通常是省份代码，这里不是。核对一下。");
	characters_wipe(&all);
}

void candidate_number_check_entered(const char *entered, struct findings *out)
{
	char digits[CELL_CANDIDATE];

	if (*entered == '\0')
		findings_add(out, FINDING_CANDIDATE_EMPTY, 0,
			     "还没有填考生号。录取通知书、高考报名表上都有。");
	else if (!cell_candidate(entered, digits))
		findings_add(out, FINDING_CANDIDATE_CHARACTER, 0,
			     "考生号只有数字，一般是 14 位。照录取通知书重新输入。");
	else
		candidate_number_check(digits, out);
	explicit_bzero(digits, sizeof digits);
}

uint64_t candidate_number_key(const char *number)
{
	uint64_t key = 0;

	for (int i = 0; i < CANDIDATE_DIGITS; i++)
		key = key * 10 + (uint64_t)(number[i] - '0');
	return key;
}
