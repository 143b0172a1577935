/* SPDX-License-Identifier: MIT */
/* Limits core files: none of this process, whose memory holds what was typed; the original limit
 * for the programs it starts. */
#ifndef CORE_DUMP_H
#define CORE_DUMP_H

/* Forbids core files; remembers the limit that was there at the first call. */
void core_dump_forbid(void);

/* Restores that limit until core_dump_forbid() is called again. */
void core_dump_restore(void);

#endif
