/* SPDX-License-Identifier: MIT */
/* Reads a student's gaokao record from JSON. */
#ifndef RECORD_FILE_H
#define RECORD_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/json.h"
#include "rules/record.h"

enum { RECORD_BYTES_MAX = 64 * 1024 };

/* Reads a record file. On failure returns false, d says why, and *out is empty. Name and ID number
 * are taken unchanged, because the validator judges them, but control characters are refused. */
bool record_load(const char *path, struct record *out, struct diag *d);

/* Reads one record object of a larger document. Returns false, with *out empty, if the document
 * has a problem here or had one before. */
bool record_read(struct json object, struct record *out);

#endif
