/* SPDX-License-Identifier: MIT */
#include "support/terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "support/terminal_internal.h"

enum { SLICE_MS = 50 };

static bool wait_for(struct terminal *t, bool (*holds)(struct terminal *t, const char *text),
		     const char *text, int ms)
{
	long end = terminal_now_ms() + ms;

	while (!holds(t, text)) {
		long left = end - terminal_now_ms();

		if (left <= 0)
			return false;
		if (terminal_show_output(t, left < SLICE_MS ? (int)left : SLICE_MS))
			continue;
		terminal_reap(t);
		if (t->exited && !terminal_show_output(t, 0))
			return holds(t, text);
	}
	return true;
}

static bool is_shown(struct terminal *t, const char *text)
{
	return terminal_find(t, text, NULL, NULL);
}

static bool is_gone(struct terminal *t, const char *text)
{
	return !is_shown(t, text);
}

static bool has_exited(struct terminal *t, const char *text)
{
	(void)text;
	terminal_reap(t);
	return t->exited && !terminal_show_output(t, 0);
}

bool terminal_wait_text(struct terminal *t, const char *text, int ms)
{
	return wait_for(t, is_shown, text, ms);
}

bool terminal_wait_gone(struct terminal *t, const char *text, int ms)
{
	return wait_for(t, is_gone, text, ms);
}

bool terminal_wait_exit(struct terminal *t, int ms)
{
	return wait_for(t, has_exited, NULL, ms);
}

/* Reads a file of /proc/PID as a string. False if it cannot be read. */
static bool read_proc(pid_t pid, const char *name, char *out, size_t size)
{
	char path[64];
	ssize_t n;
	int fd;

	snprintf(path, sizeof path, "/proc/%ld/%s", (long)pid, name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	n = read(fd, out, size - 1);
	close(fd);
	out[n > 0 ? n : 0] = '\0';
	return n > 0;
}

static bool is_ppoll(long number)
{
#ifdef SYS_ppoll_time64
	return number == SYS_ppoll || number == SYS_ppoll_time64;
#else
	return number == SYS_ppoll;
#endif
}

/* Whether this system call waits for input without a timeout. A wait with one, such as for the rest
 * of an escape sequence, means that the program is busy. */
static bool is_idle_call(long number, const unsigned long a[5])
{
	if (is_ppoll(number))
		return a[2] == 0;
	switch (number) {
	case SYS_read:
		return a[0] == STDIN_FILENO;
	case SYS_pselect6:
#ifdef SYS_pselect6_time64
	case SYS_pselect6_time64:
#endif
		return a[4] == 0;
#ifdef SYS_poll
	case SYS_poll:
		return (int)a[2] < 0;
#endif
#ifdef SYS__newselect
	case SYS__newselect:
		return a[4] == 0;
#elif defined SYS_select
	case SYS_select:
		return a[4] == 0;
#endif
	default:
		return false;
	}
}

/* Whether /proc/PID/status shows a pending signal: its receiver may still look asleep. */
static bool has_pending_signal(const char *status)
{
	while ((status = strstr(status, "Pnd:")) != NULL) {
		status += strlen("Pnd:");
		if (strtoull(status, NULL, 16) != 0)
			return true;
	}
	return false;
}

/* Reads the system call that the program is blocked in. False if it runs. */
static bool read_call(const struct terminal *t, long *number, unsigned long a[5])
{
	char call[256];

	return read_proc(t->pid, "syscall", call, sizeof call) &&
	       sscanf(call, "%ld %lx %lx %lx %lx %lx", number, a, a + 1, a + 2, a + 3, a + 4) == 6;
}

static bool is_idle(const struct terminal *t)
{
	char status[4096];
	unsigned long a[5];
	long number;

	return read_call(t, &number, a) && read_proc(t->pid, "status", status, sizeof status) &&
	       !has_pending_signal(status) && is_idle_call(number, a);
}

static bool is_writing(struct terminal *t, const char *text)
{
	unsigned long a[5];
	long number;

	(void)text;
	return read_call(t, &number, a) && number == SYS_write && a[0] == STDOUT_FILENO;
}

bool terminal_wait_writing(struct terminal *t, int ms)
{
	return wait_for(t, is_writing, NULL, ms);
}

/* The kernel queues input before it reaches the slave; poll() on the slave flushes the queue,
 * FIONREAD counts only what was flushed. */
static bool has_unread_input(const struct terminal *t)
{
	struct pollfd fd = { .fd = t->slave, .events = POLLIN };
	int count = 0;

	poll(&fd, 1, 0);
	return ioctl(t->slave, FIONREAD, &count) == 0 && count > 0;
}

static bool has_taken(struct terminal *t, const char *text)
{
	unsigned long a[5];
	long number;

	(void)text;
	return !has_unread_input(t) && read_call(t, &number, a) && is_ppoll(number);
}

bool terminal_wait_taken(struct terminal *t, int ms)
{
	return wait_for(t, has_taken, NULL, ms);
}

bool terminal_settle(struct terminal *t, int ms)
{
	long end = terminal_now_ms() + ms;

	do {
		terminal_reap(t);
		while (terminal_show_output(t, 0))
			;
		if (t->exited)
			return true;
		/* Checked twice: between two checks it may wake, read and sleep again. */
		if (!has_unread_input(t) && is_idle(t) && !has_unread_input(t) &&
		    !terminal_show_output(t, 0) && is_idle(t))
			return true;
		terminal_show_output(t, 1);
	} while (terminal_now_ms() < end);
	return false;
}

/* The last occurrence of a string in the output, or NULL. */
static const char *last_of(const struct terminal *t, const char *bytes)
{
	const char *last = NULL, *at = t->output, *end = t->output + t->output_len;

	while (at != NULL && (at = memmem(at, (size_t)(end - at), bytes, strlen(bytes))) != NULL)
		last = at++;
	return last;
}

static const char *mode_left_on(const struct terminal *t)
{
	static const struct {
		const char *on, *off, *what;
	} modes[] = {
		{ "\033[?2004h", "\033[?2004l", "bracketed paste is on" },
		{ "\033[?1000h", "\033[?1000l", "the mouse is on" },
		{ "\033[?1006h", "\033[?1006l", "the mouse reports in SGR form" },
		{ "\033[?1h", "\033[?1l", "cursor keys are in application mode" },
		{ "\033=", "\033>", "the keypad is in application mode" },
	};

	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
		const char *on = last_of(t, modes[i].on), *off = last_of(t, modes[i].off);

		if (on != NULL && (off == NULL || off < on))
			return modes[i].what;
	}
	return NULL;
}

const char *terminal_left_behind(struct terminal *t)
{
	struct termios now;

	if (tcgetattr(t->slave, &now) != 0)
		return "the terminal is gone";
	if (t->alternate)
		return "the alternate screen is on";
	if (!t->cursor_visible)
		return "the cursor is hidden";
	if (now.c_lflag != t->before.c_lflag)
		return "echo, line or signal mode differs";
	if (now.c_iflag != t->before.c_iflag || now.c_oflag != t->before.c_oflag)
		return "input or output mode differs";
	return mode_left_on(t);
}
