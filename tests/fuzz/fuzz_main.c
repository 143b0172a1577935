/* SPDX-License-Identifier: MIT */
/* Runs a fuzz target without libFuzzer: `fuzz_x RUNS [FILE|FOLDER]...` feeds it each file, then
 * RUNS mutations of them, which depend only on the seed, $FUZZ_SEED. Each input is first written to
 * the file $FUZZ_KEEP, if set, which holds the last one after a crash. */
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/xalloc.h"

enum { INPUT_MAX = 64 * 1024, CHANGES_MAX = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

struct input {
	uint8_t *bytes; /* owned */
	size_t len;
};

struct corpus {
	struct input *items; /* owned */
	size_t count;
};

/* xorshift64*: unlike rand(), the same numbers on every system. */
static uint64_t next(uint64_t *seed)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return *seed * 0x2545F4914F6CDD1DU;
}

/* A random number, 0 to limit - 1; 0 if limit is 0. */
static size_t below(uint64_t *seed, size_t limit)
{
	return limit == 0 ? 0 : (size_t)((next(seed) >> 16) % limit);
}

static void add_input(struct corpus *c, const uint8_t *bytes, size_t len)
{
	struct input *added;

	c->items = xgrow(c->items, c->count, sizeof *c->items);
	added = &c->items[c->count++];
	added->bytes = xmalloc(len + 1);
	added->len = len;
	memcpy(added->bytes, bytes, len);
}

static bool add_file(struct corpus *c, const char *path)
{
	static uint8_t bytes[INPUT_MAX];
	FILE *f = fopen(path, "rb");
	bool good;

	if (f != NULL)
		add_input(c, bytes, fread(bytes, 1, sizeof bytes, f));
	good = f != NULL && !ferror(f);
	if (!good)
		perror(path);
	if (f != NULL)
		fclose(f);
	return good;
}

/* Adds a file, or the files of a folder in the order of their names. */
static bool add_path(struct corpus *c, const char *path)
{
	struct dirent **entries;
	struct stat st;
	bool good = true;
	int count;

	if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
		return add_file(c, path);
	count = scandir(path, &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		char *name = xasprintf("%s/%s", path, entries[i]->d_name);

		if (stat(name, &st) == 0 && S_ISREG(st.st_mode))
			good = add_file(c, name) && good;
		free(name);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return good && count >= 0;
}

/* Strings that parsers treat specially. */
static const char *const tokens[] = {
	"\"",
	"\\",
	"{",
	"}",
	"[",
	"]",
	",",
	":",
	"\n",
	"\r\n",
	"\x1B[",
	"\xFF",
	"\xC0\x80",
	"\xED\xA0\x80",
	"\xF4\x90\x80\x80",
	"\xEF\xBB\xBF",
	"\xE2\x80\xAE",
	"\xE2\x80\x8B",
	"\xCC\x81\xCC\x81\xCC\x81",
	"\xE3\x85\xA4",
	"\xF0\xA0\xAE\xB7",
	"\xE5\xAD\xA6\xE4\xBF\xA1",
	"\xE3\x80\x82",
	"\xE2\x80\x9C",
	"\xC2\xB7",
	"**",
	"https://a.cn/b",
	"1e999",
	"-1",
	"99999999999999999999",
	"\\u0000",
	"\\ud800",
	"X",
	" ",
};

/* Inserts len bytes at offset `at`, unless the input gets too long. */
static void insert(struct input *in, size_t at, const void *bytes, size_t len)
{
	if (in->len + len > INPUT_MAX)
		return;
	memmove(in->bytes + at + len, in->bytes + at, in->len - at);
	memcpy(in->bytes + at, bytes, len);
	in->len += len;
}

static void erase(struct input *in, size_t at, size_t len)
{
	memmove(in->bytes + at, in->bytes + at + len, in->len - at - len);
	in->len -= len;
}

/* Makes one random change. Short runs are more likely, they keep more of the structure. */
static void change(struct input *in, const struct corpus *c, uint64_t *seed)
{
	const struct input *other = &c->items[below(seed, c->count)];
	size_t at = below(seed, in->len), run = below(seed, 1 + below(seed, 64));
	const char *token = tokens[below(seed, sizeof tokens / sizeof tokens[0])];
	uint8_t block[64];

	switch (below(seed, 6)) {
	case 0:
		if (in->len > 0)
			in->bytes[at] ^= (uint8_t)(1U << below(seed, 8));
		break;
	case 1:
		if (in->len > 0)
			in->bytes[at] = (uint8_t)below(seed, 256);
		break;
	case 2:
		insert(in, at, token, strlen(token));
		break;
	case 3:
		erase(in, at, run < in->len - at ? run : in->len - at);
		break;
	case 4: /* copy a run to another place */
		run = run < in->len - at ? run : in->len - at;
		memcpy(block, in->bytes + at, run);
		insert(in, below(seed, in->len), block, run);
		break;
	default: /* splice the head with the tail of another input */
		run = below(seed, other->len);
		in->len = at;
		insert(in, at, other->bytes + run, other->len - run);
	}
}

/* Copies the input to a block of its exact size: a sanitizer sees any access past the end. */
static void run_one(const uint8_t *bytes, size_t len)
{
	const char *keep = getenv("FUZZ_KEEP");
	uint8_t *exact = xmalloc(len > 0 ? len : 1);
	FILE *f = keep != NULL ? fopen(keep, "wb") : NULL;

	if (f != NULL) {
		fwrite(bytes, 1, len, f);
		fclose(f);
	}
	memcpy(exact, bytes, len);
	LLVMFuzzerTestOneInput(exact, len);
	free(exact);
}

static void mutate(const struct corpus *c, unsigned long runs, uint64_t seed)
{
	struct input in = { xmalloc(INPUT_MAX), 0 };

	for (unsigned long i = 0; i < runs; i++) {
		const struct input *from = &c->items[below(&seed, c->count)];

		memcpy(in.bytes, from->bytes, from->len);
		in.len = from->len;
		for (size_t n = 1 + below(&seed, CHANGES_MAX); n > 0; n--)
			change(&in, c, &seed);
		run_one(in.bytes, in.len);
	}
	free(in.bytes);
}

int main(int argc, char **argv)
{
	const char *wanted = getenv("FUZZ_SEED");
	uint64_t seed = wanted != NULL ? strtoull(wanted, NULL, 10) : 20220429;
	unsigned long runs = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	struct corpus corpus = { 0 };
	bool good = true;

	printf("seed %llu, %lu runs\n", (unsigned long long)seed, runs);
	fflush(stdout);
	add_input(&corpus, (const uint8_t *)"", 0);
	for (int i = 2; i < argc; i++)
		good = add_path(&corpus, argv[i]) && good;
	for (size_t i = 0; i < corpus.count; i++)
		run_one(corpus.items[i].bytes, corpus.items[i].len);
	mutate(&corpus, runs, seed != 0 ? seed : 1); /* xorshift never leaves 0 */
	for (size_t i = 0; i < corpus.count; i++)
		free(corpus.items[i].bytes);
	free(corpus.items);
	return good ? 0 : 2;
}
