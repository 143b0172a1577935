/* SPDX-License-Identifier: MIT */
/* How the sources of the contact's rules share the work; nobody else includes this. */
#ifndef CONTACT_PARTS_H
#define CONTACT_PARTS_H

#include <stdbool.h>
#include <stdint.h>

/* A letter, digit or sign of ASCII in the width of an ideograph. */
bool contact_is_fullwidth(uint32_t cp);

/* The same in ASCII; any other character is left as it is. */
uint32_t contact_narrow(uint32_t cp);

#endif
