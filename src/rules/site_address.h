/* SPDX-License-Identifier: MIT */
/* Tells if an address that a browser shows is the real site's: chsi.com.cn and its sub-domains
 * only. */
#ifndef SITE_ADDRESS_H
#define SITE_ADDRESS_H

#include "rules/finding.h"

/* Adds what is wrong with an address, pasted or typed, with or without its scheme, and where: a
 * scheme that is not http(s), user-info before @, a character that no host has, another host; a
 * note for plain http. Adds nothing else when it is the site's (RFC 3986 §3). */
void site_address_check(const char *address, struct findings *out);

#endif
