/* SPDX-License-Identifier: MIT */
/* Names of the same characters in another order. */
#ifndef NAME_ORDER_H
#define NAME_ORDER_H

#include "rules/characters.h"

/* Adds a finding if the entry has the record's characters in another order, and what the right one
 * is. Both are normalised; given: the record as it stands. */
bool name_order_report(const struct characters *entered, const struct characters *recorded,
		       const struct characters *given, struct findings *out);

#endif
