/* SPDX-License-Identifier: MIT */
/* The limit on core files: none of this process, as they would hold what was typed; the usual one
 * of programs that it starts. */
#ifndef CORE_DUMP_H
#define CORE_DUMP_H

/* Forbids core files; remembers the limit that was there at the first call. */
void core_dump_forbid(void);

/* Gives that limit back, until core_dump_forbid() is called again. */
void core_dump_restore(void);

#endif
