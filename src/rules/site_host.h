/* SPDX-License-Identifier: MIT */
/* The host of an address, of letters, digits, hyphens and dots alone, lower case. */
#ifndef SITE_HOST_H
#define SITE_HOST_H

#include "rules/finding.h"

#define SITE "chsi.com.cn"

/* True if it is not the real site's; sets what is wrong with it, and where in the name. */
bool site_host_fault(const char *name, enum finding_kind *kind, const char **at);

/* Writes whose it is: the labels that somebody has registered, cut at the front to 20 bytes. */
void site_host_owner(const char *name, char out[FINDING_TEXT]);

#endif
