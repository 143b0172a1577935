/* SPDX-License-Identifier: MIT */
#include "demo/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/paths.h"

enum { VERSION = 1, PATH_SIZE = 512, LINE_SIZE = STAGE_PATH + 128 };

static int open_folder(bool make)
{
	char path[PATH_SIZE];

	return paths_open_state(make, path, sizeof path);
}

/* Never half a line: the reader sees the old one or the new. */
void stage_write(const struct stage *stage)
{
	char line[LINE_SIZE];
	int dir = open_folder(true), fd;
	int len = snprintf(line, sizeof line, "%d %ld %u %u %" PRId64 " %s\n", VERSION, stage->pid,
			   stage->beat, stage->state, stage->since, stage->script);

	if (dir < 0)
		return;
	unlinkat(dir, PATHS_STAGE_NEW, 0);
	fd = openat(dir, PATHS_STAGE_NEW, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		    0600);
	if (fd >= 0 && len > 0 && file_write_all(fd, line, (size_t)len))
		renameat(dir, PATHS_STAGE_NEW, dir, PATHS_STAGE);
	if (fd >= 0)
		close(fd);
	close(dir);
}

bool stage_parse(char *line, struct stage *out)
{
	int version, path = 0;
	int64_t pid;

	line[strcspn(line, "\n")] = '\0';
	if (sscanf(line, "%d %" SCNd64 " %u %u %" SCNd64 " %n", &version, &pid, &out->beat,
		   &out->state, &out->since, &path) < 5 ||
	    path == 0 || version != VERSION || pid <= 0 || pid > INT_MAX || out->since < 0 ||
	    line[path] != '/' || strlen(line + path) >= sizeof out->script)
		return false;
	out->pid = (long)pid;
	strcpy(out->script, line + path);
	return true;
}

bool stage_read(struct stage *out)
{
	char line[LINE_SIZE];
	int dir = open_folder(false), fd;
	ssize_t n;

	if (dir < 0)
		return false;
	fd = openat(dir, PATHS_STAGE, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	close(dir);
	if (fd < 0)
		return false;
	n = read(fd, line, sizeof line - 1);
	close(fd);
	if (n <= 0)
		return false;
	line[n] = '\0';
	return stage_parse(line, out) && (kill((pid_t)out->pid, 0) == 0 || errno == EPERM);
}

void stage_clear(void)
{
	struct stage stage;
	int dir;

	/* Another demo may have begun meanwhile: its word stays. */
	if (stage_read(&stage) && stage.pid != (long)getpid())
		return;
	dir = open_folder(false);
	if (dir < 0)
		return;
	unlinkat(dir, PATHS_STAGE, 0);
	close(dir);
}
