/* SPDX-License-Identifier: MIT */
#include "roster/lookup.h"

#include "roster/records.h"

bool lookup_possible(const char *path, struct diag *d)
{
	struct records *records = records_open(path, d);
	struct record one = { 0 };
	bool possible = false;

	if (records == NULL)
		return false;
	while (!possible && records_next(records, &one, NULL, d))
		possible = one.candidate_number[0] != '\0';
	record_wipe(&one);
	if (!possible && !records_failed(records))
		diag_add(d, 0, 0,
			 "名册里没有考生号，学生无从查起：请加上“考生号”一列，填 14 位考生号。");
	records_close(records);
	return possible;
}

enum record_found lookup(const char *path, struct record_search *search, struct diag *d)
{
	struct records *records = records_open(path, d);
	struct record one;
	bool failed;

	if (records == NULL)
		return RECORD_UNREAD;
	while (records_next(records, &one, NULL, d))
		record_search_offer(search, &one);
	record_wipe(&one);
	failed = records_failed(records);
	records_close(records);
	return failed ? RECORD_UNREAD : record_search_end(search);
}
