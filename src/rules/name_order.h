/* SPDX-License-Identifier: MIT */
/* Reports names of the same characters in another order. */
#ifndef NAME_ORDER_H
#define NAME_ORDER_H

#include "rules/characters.h"

/* Adds a finding with the right order if the entry has the record's characters in another one.
 * entered, recorded: normalised; given: the record as it was given. */
bool name_order_report(const struct characters *entered, const struct characters *recorded,
		       const struct characters *given, struct findings *out);

#endif
