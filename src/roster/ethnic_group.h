/* SPDX-License-Identifier: MIT */
/* Which of the 56 ethnic groups (民族) does a cell name? GB/T 3304-1991. */
#ifndef ETHNIC_GROUP_H
#define ETHNIC_GROUP_H

/* The number of GB/T 3304, 1 to 56, of 汉族, 汉, 01, 1, HA, 01-汉族, 维族. cell: UTF-8; blanks, width and what cannot be
 * seen make no difference. 0: it names none, as 其他 does. */
int ethnic_group_read(const char *cell);

#endif
