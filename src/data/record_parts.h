/* SPDX-License-Identifier: MIT */
/* How the readers of one record and of many share the work; nobody else includes this. */
#ifndef RECORD_PARTS_H
#define RECORD_PARTS_H

#include "json_in.h"
#include "record.h"

/* Reads a record object. false: the document has a problem, here or before, and *out is empty. */
bool record_read(struct json object, struct record *out);

#endif
