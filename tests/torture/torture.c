/* SPDX-License-Identifier: MIT */
#include "torture/torture.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "model/progress_file.h"
#include "model/record_file.h"

enum { PATH_LEN = 256, PATHS = 4, KEPT_BYTES = 64 * 1024 };

static char home[PATH_LEN];

size_t torture_number(const char *name, size_t in_short, size_t in_long)
{
	const char *form = getenv("TORTURE");
	char variable[64];

	snprintf(variable, sizeof variable, "TORTURE_%s", name);
	if (getenv(variable) != NULL)
		return strtoul(getenv(variable), NULL, 10);
	return form != NULL && strcmp(form, "long") == 0 ? in_long : in_short;
}

void torture_say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	printf("torture: ");
	vprintf(format, args);
	printf("\n");
	va_end(args);
	fflush(stdout);
}

uint64_t torture_seed(void)
{
	return torture_number("SEED", 20220429, 20220429) | 1; /* xorshift never leaves 0 */
}

/* xorshift64*: unlike rand(), the same numbers on every system. */
size_t torture_below(uint64_t *seed, size_t limit)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (size_t)(((*seed * 0x2545F4914F6CDD1DU) >> 16) % limit);
}

int torture_make_home(void **state)
{
	/* A tmpfs if there is one: the same system calls, but fsync() costs nothing. */
	const char *const places[] = { getenv("TMPDIR"), "/dev/shm", P_tmpdir };
	bool made = false;

	(void)state;
	for (size_t i = 0; i < sizeof places / sizeof places[0] && !made; i++) {
		if (places[i] == NULL)
			continue;
		snprintf(home, sizeof home, "%s/xueji-torture-XXXXXX", places[i]);
		made = mkdtemp(home) != NULL;
	}
	if (!made)
		return -1;
	setenv("HOME", home, 1);
	setenv("XDG_STATE_HOME", torture_path("state"), 1);
	return 0;
}

int torture_remove_home(void **state)
{
	char *command = xasprintf("rm -rf '%s'", home);
	int status = system(command);

	(void)state;
	free(command);
	return status;
}

const char *torture_path(const char *name)
{
	static char paths[PATHS][PATH_LEN * 2];
	static size_t next;
	char *path = paths[next++ % PATHS];

	snprintf(path, sizeof paths[0], "%s/%s", home, name);
	return path;
}

const struct guide *torture_guide(void)
{
	static struct guide *guide;
	struct diag d = { 0 };

	if (guide == NULL)
		guide = guide_load("data/guide.json", &d);
	assert_non_null(guide);
	return guide;
}

const struct record *torture_sample(void)
{
	static struct record sample;
	struct diag d = { 0 };

	assert_true(record_given(&sample) || record_load("data/record.example.json", &sample, &d));
	return &sample;
}

/* Enough entries that the file is written in several chunks. */
enum { OTHERS = 40 };

static const char *other(size_t i)
{
	static char id[PROGRESS_ID];

	snprintf(id, sizeof id, "others.entry-%zu", i);
	return id;
}

void torture_keep_others(void)
{
	struct progress_file file;
	struct progress p;
	char notice[PROGRESS_NOTICE];
	bool any;

	assert_true(progress_file_forget(&file, &any, notice));
	progress_file_open(&file, 0, &p, notice);
	p.sample = progress_sample(torture_sample());
	for (size_t i = 0; i < OTHERS; i++)
		progress_tick(&p, other(i), true);
	progress_file_mark(&file, true);
	assert_true(progress_file_save(&file, &p, notice));
	assert_string_equal(notice, "");
	progress_file_close(&file);
}

bool torture_kept(struct progress *out)
{
	struct diag d = { 0 };
	size_t len;
	char *bytes = file_read(torture_path(TORTURE_KEPT), KEPT_BYTES, &len, &d);
	bool whole = bytes != NULL && progress_parse(bytes, len, out) == PROGRESS_READ &&
		     access(torture_path(TORTURE_KEPT ".damaged"), F_OK) != 0;

	if (bytes == NULL)
		progress_clear(out);
	free(bytes);
	for (size_t i = 0; i < OTHERS; i++)
		whole = whole && progress_ticked(out, other(i));
	return whole;
}

bool torture_lock_is_free(void)
{
	int fd = open(torture_path(TORTURE_FOLDER "/progress.lock"), O_RDWR | O_CLOEXEC);
	bool is_free = fd < 0 || flock(fd, LOCK_EX | LOCK_NB) == 0;

	if (fd >= 0)
		close(fd);
	return is_free;
}

bool torture_has(const char *tool)
{
	char *command = xasprintf("command -v %s >/dev/null 2>&1", tool);
	bool has = system(command) == 0;

	free(command);
	return has;
}
