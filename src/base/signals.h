/* SPDX-License-Identifier: MIT */
/* Signals are delivered only while the program waits: for keys, or for a slow terminal. None
 * interrupts a save. */
#ifndef SIGNALS_H
#define SIGNALS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* The signals that by default end or stop a program, except SIGKILL and SIGSTOP. */
enum {
	SIGNALS_CRASHING = 7,
	SIGNALS_ENDING = 11,
	SIGNALS_FATAL = SIGNALS_CRASHING + SIGNALS_ENDING
};
enum { SIGNALS_RESCUE_MAX = 256 /* bytes */ };

extern const int signals_fatal[SIGNALS_FATAL]; /* the crashing ones first */

/* Catches the fatal signals, SIGTSTP and SIGWINCH, and blocks all but the crashing ones. Ignores
 * SIGPIPE: a failed write returns an error. */
void signals_take(void);

/* Undoes signals_take(), but still ignores SIGPIPE. */
void signals_release(void);

/* Returns the mask for ppoll(): the mask from before signals_take(). */
const sigset_t *signals_waiting_mask(void);

/* Returns the signal that asked the program to end or stop since the last call; 0: none. */
int signals_ending(void);

/* True if SIGWINCH came since the last call. */
bool signals_resized(void);

/* Brackets a write to the terminal, which may block: on before it, off after it. Signals that
 * end the program are delivered in between, and start signals_hurry(). */
void signals_while_writing(bool on);

/* Gives the program two seconds to end as this signal asks. Then the handler restores the
 * terminal, without waiting for it, and the program dies of the signal. 0 cancels. */
void signals_hurry(int number);

/* Registers the bytes and modes that restore the terminal after a crash, or after exit(), which
 * ncurses calls when memory is out. Copies at most SIGNALS_RESCUE_MAX bytes. len 0: there is
 * nothing to restore any more. */
void signals_rescue(const char *bytes, size_t len, const struct termios *modes);

/* Lets a signal have its default effect. Returns if the effect is to stop and the program is
 * continued. */
void signals_raise_default(int number);

/* Ends the program by the signal's default action, so that its parent sees the signal. */
_Noreturn void signals_die(int number);

/* Stops the program as ^Z does; returns when it is continued. */
void signals_stop(void);

#endif
