/* SPDX-License-Identifier: MIT */
/* Finds which of the 56 ethnic groups (民族) of GB/T 3304-1991 a cell names. */
#ifndef ETHNIC_GROUP_H
#define ETHNIC_GROUP_H

/* Returns the number, 1 to 56, of a group in GB/T 3304, written as 汉族, 汉, 01, 1, HA, 01-汉族 or
 * 维族; 0: no group, as for 其他. cell is UTF-8; blanks, width and invisible characters make no
 * difference. */
int ethnic_group_read(const char *cell);

#endif
