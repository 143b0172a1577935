/* SPDX-License-Identifier: MIT */
#include "roster/row_fields.h"

#include <stdint.h>
#include <string.h>

#include "roster/fast_path.h"
#include "table/number_cell.h"

/* Removes the apostrophe by which a spreadsheet marks a text, or ="…". An apostrophe at the other
 * end is removed with it if the number is marked, too; else both stay. */
static struct slice without_mark(struct slice name, bool marked)
{
	bool paired = name.len > 1 && name.bytes[name.len - 1] == '\'';

	if (name.len >= 3 && memcmp(name.bytes, "=\"", 2) == 0 && name.bytes[name.len - 1] == '"')
		return (struct slice){ name.bytes + 2, name.len - 3 };
	if (name.len == 0 || name.bytes[0] != '\'' || (paired && !marked))
		return name;
	return (struct slice){ name.bytes + 1, name.len - 1 - paired };
}

enum { CURLY = 2 };

/* The curly quotes in the file's encoding. */
static const char *const *curly_of(enum encoding encoding)
{
	static const char *const utf8[CURLY] = { "”", "“" };
	static const char *const gb18030[CURLY] = { "\xA1\xB1", "\xA1\xB0" };

	return encoding == ENCODING_GB18030 ? gb18030 : utf8;
}

static bool holds(struct slice s, const char *quote)
{
	return quote != NULL && s.len > 0 && s.bytes <= quote && quote < s.bytes + s.len;
}

/* Removes a quote that was read as text, further quotes at both ends, and a curly quote that was
 * meant to close it: roster_fault() reports them. */
static struct slice without_quote(enum encoding encoding, const char *quote, struct slice s)
{
	size_t skip;

	if (!holds(s, quote))
		return s;
	skip = (size_t)(quote + 1 - s.bytes);
	s = (struct slice){ s.bytes + skip, s.len - skip };
	for (; s.len > 0 && s.bytes[0] == '"'; s.bytes++)
		s.len--;
	while (s.len > 0 && s.bytes[s.len - 1] == '"')
		s.len--;
	for (size_t i = 0; i < CURLY; i++) {
		const char *curly = curly_of(encoding)[i];
		size_t len = strlen(curly);

		if (s.len > len && memcmp(s.bytes + s.len - len, curly, len) == 0)
			s.len -= len;
	}
	return s;
}

bool row_fields_name_valid(enum encoding encoding, struct slice name)
{
	return name.len > 0 && encoding != ENCODING_ASCII && fast_path_name_valid(encoding, name);
}

static bool has_number(const struct table_row *row, size_t index)
{
	return index < row->count && number_cell_bare(row->cells[index]).len > 0;
}

static size_t find_number(const struct columns *columns, const struct table_row *row)
{
	size_t own = columns->index[ROSTER_ID_NUMBER];

	if (has_number(row, own) || columns->spare == COLUMN_ABSENT)
		return own;
	if (has_number(row, columns->spare))
		return columns->spare;
	for (size_t i = 0; i < row->count; i++)
		if (columns_is_document(columns, i) && has_number(row, i))
			return i;
	return own;
}

void row_fields_take(const struct columns *columns, enum encoding encoding,
		     const struct table_row *row, struct roster_row *out)
{
	const struct slice none = { 0 };
	struct slice *name = &out->fields[ROSTER_NAME], *number = &out->fields[ROSTER_ID_NUMBER];
	struct slice marked;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		size_t at = columns->index[c];

		out->fields[c] = at < row->count ? row->cells[at] : none;
		if (row->quote != NULL)
			out->fields[c] = without_quote(encoding, row->quote, out->fields[c]);
	}
	out->candidate_rounded = columns->candidates_rounded &&
				 number_cell_is_rounded(out->fields[ROSTER_CANDIDATE_NUMBER]);
	if (out->candidate_rounded)
		out->fields[ROSTER_CANDIDATE_NUMBER] = none;
	out->number_at = find_number(columns, row);
	if (out->number_at != columns->index[ROSTER_ID_NUMBER])
		*number = without_quote(encoding, row->quote, row->cells[out->number_at]);
	if (name->len == 0 && number->len > 0 && columns->latin < row->count &&
	    !number_cell_is_id(*number))
		*name = without_quote(encoding, row->quote, row->cells[columns->latin]);
	marked = *name;
	*name = without_mark(marked, number_cell_is_marked(*number));
	out->name_mark = name->len < marked.len ? *marked.bytes : '\0';
	out->name_mark_paired = out->name_mark == '\'' && name->len + 1 < marked.len;
	out->name_valid = row_fields_name_valid(encoding, *name);
	out->number_whole = number_cell_is_id(*number);
}

bool row_fields_is_cell(const struct columns *columns, const struct table_row *row,
			const struct roster_row *taken, enum roster_column c)
{
	const struct slice *field = &taken->fields[c], *cell = &row->cells[columns->index[c]];

	return columns->index[c] < row->count && field->bytes == cell->bytes &&
	       field->len == cell->len;
}

struct slice row_fields_name_bare(enum encoding encoding, struct slice name,
				  char out[ROSTER_NAME_BARE])
{
	static const char *const wide[] = { "\u3000", "\xA1\xA1" };
	bool gb18030 = encoding == ENCODING_GB18030;
	const char *blank = wide[gb18030];
	size_t used = 0, len = strlen(blank), step;

	if (name.len > ROSTER_NAME_BARE - CSV_BEYOND)
		return name;
	for (size_t at = 0; at < name.len; at += step) {
		const char *p = name.bytes + at;

		if (name.len - at >= len && memcmp(p, blank, len) == 0) {
			step = len;
			continue;
		}
		step = gb18030 && (unsigned char)*p >= 0x80 && at + 1 < name.len ? 2 : 1;
		if (*p == ' ')
			continue;
		memcpy(out + used, p, step);
		used += step;
	}
	return (struct slice){ out, used };
}

size_t row_fields_find_quote(enum encoding encoding, const struct table_row *row, bool *curly)
{
	size_t at = 0;

	while (at < row->count && !holds(row->cells[at], row->quote))
		at++;
	*curly = false;
	if (at == row->count)
		return SIZE_MAX;
	for (size_t i = 0; i < CURLY; i++) {
		const char *quote = curly_of(encoding)[i];

		*curly = *curly || memmem(row->cells[at].bytes, row->cells[at].len, quote,
					  strlen(quote)) != NULL;
	}
	return at;
}
