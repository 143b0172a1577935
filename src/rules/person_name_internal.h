/* SPDX-License-Identifier: MIT */
/* How the sources of the name's rules share the work; nobody else includes this. */
#ifndef PERSON_NAME_INTERNAL_H
#define PERSON_NAME_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/characters.h"

/* A letter of a Latin name, full-width ones too. */
bool name_is_latin(uint32_t cp);
bool name_is_fullwidth_latin(uint32_t cp);

/* An ideograph, U+3007 and the twelve unified ones among the compatibility ideographs too. */
bool name_is_ideograph(uint32_t cp);

bool name_is_private(uint32_t cp);

/* Whether a blank, comma, full stop, hyphen or apostrophe stands where Latin names have one. */
bool name_is_latin_mark(const struct characters *c, size_t i);

#endif
