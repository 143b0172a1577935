/* SPDX-License-Identifier: MIT */
/* bench_turns TIMES LABEL COMMAND [LABEL COMMAND ...]: runs the commands in turn for TIMES rounds
 * and discards their output. Prints for each the median of seconds, the median ratio to the first
 * command of the same round, and peak memory. Turns spread the noise of the machine over all
 * commands. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS_MAX = 16, TIMES_MAX = 101 };

static double seconds[COMMANDS_MAX][TIMES_MAX], ratios[COMMANDS_MAX][TIMES_MAX];
static long peaks[COMMANDS_MAX]; /* KiB */

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Returns wall-clock seconds; raises *peak to the peak memory in KiB. */
static double run(const char *command, long *peak)
{
	double start = now();
	struct rusage usage;
	int status;
	pid_t child = fork();

	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);

		dup2(null, STDOUT_FILENO);
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	if (wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		fprintf(stderr, "bench_turns: failed: %s\n", command);
		exit(2);
	}
	if (usage.ru_maxrss > *peak)
		*peak = usage.ru_maxrss;
	return now() - start;
}

static int compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double median(double *values, int count)
{
	qsort(values, (size_t)count, sizeof *values, compare);
	return values[count / 2];
}

int main(int argc, char **argv)
{
	int times = argc > 3 ? atoi(argv[1]) : 0, commands = (argc - 2) / 2;

	if (times < 1 || times > TIMES_MAX || commands > COMMANDS_MAX) {
		fputs("usage: bench_turns TIMES LABEL COMMAND [LABEL COMMAND ...]\n", stderr);
		return 2;
	}
	for (int t = -1; t < times; t++) { /* the first round warms up */
		for (int c = 0; c < commands; c++) {
			double used = run(argv[3 + 2 * c], &peaks[c]);

			if (t < 0)
				continue;
			seconds[c][t] = used;
			ratios[c][t] = used / seconds[0][t];
		}
	}
	for (int c = 0; c < commands; c++)
		printf("%-40s %8.3f s %7.2f x %8.1f MB\n", argv[2 + 2 * c],
		       median(seconds[c], times), median(ratios[c], times),
		       (double)peaks[c] / 1024);
	return 0;
}
