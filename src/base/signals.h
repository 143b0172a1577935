/* SPDX-License-Identifier: MIT */
/* Signals come in only while the program waits, for keys or for the terminal to take what is written, so that
 * none interrupts a save. */
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
enum { SIGNALS_RESCUE_MAX = 256 /* bytes */ };

extern const int signals_fatal[SIGNALS_FATAL]; /* the crashing ones first */

/* Blocks and catches all that end, stop or resize; ignores what is told by a failed write instead. */
void signals_take(void);

/* The mask to wait with: as it was before signals_take(). */
const sigset_t *signals_waiting_mask(void);

/* The signal that asks the program to end, or SIGTSTP; 0: none. Asking takes it. */
int signals_ending(void);
bool signals_resized(void);

/* A terminal may stop taking what is written to it. On: signals that end come in, and hurry the program; off
 * once it is written. */
void signals_while_writing(bool on);

/* Gives the program two seconds to end as this signal asks; then the terminal gets its modes back, as far as
 * it lets itself be told, and the program dies of it. 0: no hurry any more. */
void signals_hurry(int number);

/* On a crash: writes these bytes (copied) and gives the terminal its modes back, then dies of it. On
 * exit(), which ncurses calls when it gets no memory: the same, then ends as xalloc_die(). Of no bytes:
 * not any more. At most SIGNALS_RESCUE_MAX bytes. */
void signals_rescue(const char *bytes, size_t len, const struct termios *modes);

/* Dies of the signal, so that the caller's status tells the truth. */
_Noreturn void signals_die(int number);

/* Stops as ^Z asks; returns when continued. */
void signals_stop(void);

#endif
