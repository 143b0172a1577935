/* SPDX-License-Identifier: MIT */
#include "demo/demo_status.h"

#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/paths.h"

enum { VERSION = 3, LINE_SIZE = DEMO_STATUS_PATH + 128 };

/* Descriptor of the file written last, which is locked; -1: none. */
static int own = -1;

static void remove_own(void)
{
	if (own >= 0)
		close(own);
	own = -1;
}

/* Renames a new, locked file over the old one, so that a reader never sees half a line or a file
 * that is not locked yet. */
void demo_status_write(const struct demo_status *status)
{
	char line[LINE_SIZE], path[PATHS_STATE];
	int dir = paths_open_state(true, path), fd;
	int len = snprintf(line, sizeof line, "%d %ld %u %u %d %u %" PRId64 " %" PRId64 " %s\n",
			   VERSION, status->pid, status->beat, status->state, status->blank,
			   status->automatic, status->began, status->since, status->script);

	if (dir < 0)
		return;
	unlinkat(dir, PATHS_DEMO_STATUS_NEW, 0);
	fd = openat(dir, PATHS_DEMO_STATUS_NEW,
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd >= 0 && len > 0 && file_write_all(fd, line, (size_t)len)) {
		flock(fd, LOCK_EX | LOCK_NB);
		renameat(dir, PATHS_DEMO_STATUS_NEW, dir, PATHS_DEMO_STATUS);
	}
	close(dir);
	remove_own();
	own = fd;
}

bool demo_status_parse(char *line, struct demo_status *out)
{
	int version, blank, path = 0;
	int64_t pid;

	line[strcspn(line, "\n")] = '\0';
	if (sscanf(line, "%d %" SCNd64 " %u %u %d %u %" SCNd64 " %" SCNd64 " %n", &version, &pid,
		   &out->beat, &out->state, &blank, &out->automatic, &out->began, &out->since,
		   &path) < 8 ||
	    path == 0 || version != VERSION || pid <= 0 || pid > INT_MAX || out->began < 0 ||
	    out->since < out->began || line[path] != '/' ||
	    strlen(line + path) >= sizeof out->script)
		return false;
	out->pid = (long)pid;
	out->blank = blank != 0;
	strcpy(out->script, line + path);
	return true;
}

bool demo_status_read(struct demo_status *out)
{
	char line[LINE_SIZE], path[PATHS_STATE];
	int dir = paths_open_state(false, path), fd;
	ssize_t n = 0;

	if (dir < 0)
		return false;
	fd = openat(dir, PATHS_DEMO_STATUS, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	close(dir);
	if (fd < 0)
		return false;
	/* If nobody holds the lock, the demo has crashed. Where files cannot be locked, the demo
	 * counts as running. */
	if (flock(fd, LOCK_SH | LOCK_NB) < 0)
		n = read(fd, line, sizeof line - 1);
	close(fd);
	if (n <= 0)
		return false;
	line[n] = '\0';
	return demo_status_parse(line, out);
}

void demo_status_clear(void)
{
	struct stat ours, there;
	char path[PATHS_STATE];
	int dir = paths_open_state(false, path);

	if (dir >= 0 && own >= 0 && fstat(own, &ours) == 0 &&
	    fstatat(dir, PATHS_DEMO_STATUS, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
	    ours.st_dev == there.st_dev && ours.st_ino == there.st_ino)
		unlinkat(dir, PATHS_DEMO_STATUS, 0);
	if (dir >= 0)
		close(dir);
	remove_own();
}
