/* SPDX-License-Identifier: MIT */
/* Signals come in only while the program waits, so that none interrupts curses or a save. */
#ifndef SIGNALS_H
#define SIGNALS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* All that end or stop a program that does not catch them, but for SIGKILL and SIGSTOP. */
enum {
	SIGNALS_CRASHING = 7,
	SIGNALS_ENDING = 11,
	SIGNALS_FATAL = SIGNALS_CRASHING + SIGNALS_ENDING
};
extern const int signals_fatal[SIGNALS_FATAL]; /* the crashing ones first */

/* Blocks and catches all that end, stop or resize; ignores what is told by a failed write instead. */
void signals_take(void);

/* The mask to wait with: as it was before signals_take(). */
const sigset_t *signals_waiting_mask(void);

/* The signal that asks the program to end, or SIGTSTP; 0: none. Asking takes it. */
int signals_ending(void);
bool signals_resized(void);

/* On a crash: writes these bytes (copied) and gives the terminal its modes back, then dies of it. On
 * exit(), which ncurses calls when it gets no memory: the same, then ends as xalloc_die(). Of no bytes:
 * not any more. */
void signals_rescue(const char *bytes, size_t len, const struct termios *modes);

/* Dies of the signal, so that the caller's status tells the truth. */
_Noreturn void signals_die(int number);

/* Stops as ^Z asks; returns when continued. */
void signals_stop(void);

#endif
