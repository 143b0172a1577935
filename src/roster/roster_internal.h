/* SPDX-License-Identifier: MIT */
/* How the roster's own sources share the work; nobody else includes this. */
#ifndef ROSTER_INTERNAL_H
#define ROSTER_INTERNAL_H

#include <iconv.h>
#include <stdint.h>

#include "roster/roster.h"

enum { ROSTER_PROBE_ROWS = 64, ROSTER_ORDER_MAX = 64 };

/* Bytes of ASCII alone, NUL among them: of any encoding. */
static inline bool roster_is_ascii(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.bytes[i] >= 0x80)
			return false;
	return true;
}

/* What turns a file's bytes into UTF-8. */
struct roster_text {
	enum roster_encoding encoding;
	iconv_t gb18030; /* owned; (iconv_t)-1: not opened, or the system has none */
};

/* Makes ready to decode GB 18030. false: the system cannot. */
bool roster_text_ready(struct roster_text *text);

/* The encoding most lines speak for. complete: the last line is whole. */
enum roster_encoding roster_encoding_find(struct slice head, bool complete);

/* Decodes as roster_utf8() promises. */
bool roster_decode(struct roster_text *text, struct slice s, char *out, size_t size);

/* Characters; a bad byte counts as one. */
size_t roster_count_utf8(const char *bytes, size_t len);
size_t roster_count_gb18030(const char *bytes, size_t len);

#define ROSTER_ABSENT ((size_t)-1)

/* ROSTER_COLUMN_COUNT: a heading that says no more than that this is the header. */
struct roster_heading {
	enum roster_column column;
	size_t rank; /* the lower, the better the heading tells the column */
};

/* Whether a cell is a heading, blanks, stars, width, case and （必填） aside. */
bool roster_heading(struct roster_text *text, struct slice cell, struct roster_heading *out);

struct roster_columns {
	size_t index[ROSTER_COLUMN_COUNT]; /* of the cell, from 0; ROSTER_ABSENT */
	size_t header_row;                 /* 0: none */
	size_t skip;                       /* rows before the first student */
	size_t width;
	/* What the cells are, up to the last that matters; count 0: too many to keep. */
	enum roster_column order[ROSTER_ORDER_MAX];
	size_t count;
	bool extra; /* there are other columns than name and number */
};

/* The first rows, whole ones only, to be gone through as often as needed. */
struct roster_probe {
	struct slice head; /* borrowed */
	size_t line;       /* of its first row, in the file */
	char delimiter;
	struct roster_text *text; /* borrowed */
};

/* Finds the columns. false: d says what is missing and what was seen, never a student's data. */
bool roster_columns_find(const struct roster_probe *probe, struct roster_columns *out,
			 struct diag *d);

/* The same where there is no header, by what the cells hold. false: not plain to see. */
bool roster_columns_by_content(const struct roster_probe *probe, struct roster_columns *out);

/* Name and number as they stand in the header, in the file's encoding. */
struct roster_repeat {
	struct slice name, number; /* bytes owned */
};

struct roster {
	int own_fd; /* -1: none */
	struct csv_in *in;
	struct roster_text text;
	struct roster_columns columns;
	enum roster_column present[ROSTER_COLUMN_COUNT];
	size_t present_count;
	struct roster_repeat header;
	unsigned long long total; /* bytes; 0: not known */
	size_t mixed_line;
	const struct csv_row *cells; /* borrowed; NULL: none yet */
	struct roster_row row;
};

/* From now on the file is of this encoding. */
void roster_settle(struct roster *r, enum roster_encoding encoding);

#endif
