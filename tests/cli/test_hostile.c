/* SPDX-License-Identifier: MIT */
/* Sends what a terminal would obey or hide (escape sequences, C1, bidi and zero-width characters,
 * stacked marks, bad bytes) through every input: files and their names, arguments, environment,
 * keys. Checks every byte that the program writes; a marked word must be in it, which proves that
 * the input was used. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "support/terminal.h"
#include "support/whole_file.h"

enum { LIMIT_MS = 20000, MARKS_MAX = 2 };

#define WORD "HOSTILE"
#define MARKS "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
/* What the strict JSON reader accepts in the text of a guide; it refuses the rest. */
#define UNSEEN                                                                                 \
	"\u202E\u2066\u200E\u061C\u200B\u200D\uFEFF\u2060\xC2\xAD\uFE0F\U000E0041\u3164\u2800" \
	"\u115F\u2028Z" MARKS
#define C1              \
	"\xC2\x9B"      \
	"7;77m\xC2\x9D" \
	"0;t\xC2\x9C\xC2\x85"
#define ESCAPES "\x1B[7;77m\x1B]0;t\a\x1BP7\x1B\\\r\b\x7F\x0E\v"
#define BAD "\xFF\xC0\xAF\xED\xA0\x80\xF4\x90\x80\x80\xE5\xAD"
#define POINT "\"point\": "
static const char accepted[] = WORD UNSEEN;
static const char text[] = WORD UNSEEN C1;
/* Arguments may hold anything but NUL, file names anything but NUL and slash. */
static const char all[] = WORD UNSEEN C1 ESCAPES "\nxueji: forged\n" BAD;

/* Names the first harmful sequence in the output; NULL if there is none. */
static const char *harm_in(const char *bytes, size_t len, const char *controls)
{
	size_t marks = 0;

	for (size_t at = 0, step; at < len; at += step) {
		uint32_t cp = 0;

		step = text_decode(bytes + at, len - at, &cp);
		if (step == 0)
			return "bad UTF-8";
		marks = cp >= 0x300 && text_char_width(cp) == 0 ? marks + 1 : 0;
		if (marks > MARKS_MAX)
			return "piled marks";
		if (cp < ' ' && (cp == 0 || strchr(controls, (int)cp) == NULL))
			return "a control character";
		if (cp >= ' ' && (text_is_invisible(cp) || cp == 0x85 || cp == 0x2028))
			return "what cannot be seen";
	}
	return NULL;
}

static void show_around(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len && i < 2000; i++)
		print_error((unsigned char)bytes[i] < ' ' && bytes[i] != '\n' ? "<%02X>" : "%c",
			    (unsigned char)bytes[i]);
	print_error("\n");
}

static void assert_harmless(const char *bytes, size_t len, const char *controls, const char *where)
{
	const char *harm = harm_in(bytes, len, controls);

	if (harm != NULL) {
		print_error("%s: %s\n", where, harm);
		show_around(bytes, len);
	}
	assert_null(harm);
}

static char folder[256]; /* of this test: data, state, files made */

static char *in_folder(const char *name)
{
	return xasprintf("%s/%s", folder, name);
}

static void write_file(const char *name, const char *bytes, size_t len)
{
	char *path = in_folder(name);

	write_whole_file(path, bytes, len);
	free(path);
}

/* Inserts the hostile text before each string that is shown to people: each with Chinese in it,
 * unless it is a fixed choice. */
static void poison_json(const char *from, const char *to)
{
	size_t len = 0, n = 0;
	char *bytes = whole_file(from, &len), *out = xmalloc(len * 40);

	for (size_t at = 0, end; at < len; at = end) {
		size_t chinese = 0;
		bool is_string = bytes[at] == '"';
		bool points = n >= strlen(POINT) &&
			      memcmp(out + n - strlen(POINT), POINT, strlen(POINT)) == 0;

		end = at + 1;
		for (; is_string && bytes[end] != '"'; end++) {
			chinese += (bytes[end] & 0x80) != 0;
			end += bytes[end] == '\\';
		}
		out[n++] = bytes[at];
		if (!is_string)
			continue;
		/* What a script points at must be on the page. */
		if (points) {
			n = (size_t)(stpcpy(out + n, WORD "\"") - out);
			end++;
			continue;
		}
		/* What a script types is not shown as it stands. */
		if (chinese > 3 && bytes[at + 1] != '<') {
			memcpy(out + n, accepted, sizeof accepted - 1);
			n += sizeof accepted - 1;
		}
		end++;
		memcpy(out + n, bytes + at + 1, end - at - 1);
		n += end - at - 1;
	}
	write_file(to, out, n);
	free(bytes);
	free(out);
}

/* Runs a shell command; returns both its outputs as one, owned. $X: the program, $H: the hostile
 * text, $D: the folder. */
static char *run(const char *command, size_t *len)
{
	char *line = xasprintf("X='%s'; { %s\n} 2>&1", terminal_program(), command);
	FILE *p = popen(line, "r");
	char *out = NULL;
	size_t space = 0;

	*len = 0;
	assert_non_null(p);
	do {
		space += 64 * 1024;
		out = realloc(out, space);
		*len += fread(out + *len, 1, space - *len - 1, p);
	} while (*len + 1 == space);
	out[*len] = '\0';
	pclose(p);
	free(line);
	return out;
}

static void check_command(const char *command, const char *shows)
{
	size_t len;
	char *out = run(command, &len);

	assert_harmless(out, len, "\n", command);
	if (strstr(out, shows) == NULL || strstr(out, "\nxueji: forged\n") != NULL)
		fail_msg("%s: %s", command, out);
	free(out);
}

static void test_words(void **state)
{
	static const char *const commands[] = {
		"$X \"$H\"",
		"$X run \"$H\"",
		"$X \"--$H\"",
		"$X --guide \"$H\" --plain",
		"$X --record \"$H\" --plain",
		"$X --speed \"$H\"",
		"$X --report \"$H\"",
		"$X demo --plain \"$H\"",
		"$X lint \"$H\"",
		"$X check --record \"$H\"",
		"$X audit \"$H\"",
		"printf '姓名,身份证号\\n李明,1\\n' >\"$D/$H\"; $X audit \"$D/$H\"; rm \"$D/$H\"",
		("XUEJI_DATA=\"$H\" $X lint $D/no-such/x; mkdir $D/far; "
		 "cp $X $D/far/alone; XUEJI_DATA=\"$H\" $D/far/alone --plain </dev/null; rm -r "
		 "$D/far"),
		"cp data/record.example.json \"$D/$H\" && $X lint \"$D/$H\" && rm \"$D/$H\"",
		"printf '[1' >\"$D/$H\"; $X lint \"$D/$H\"; rm \"$D/$H\"",
		"printf '姓名,身份证号\\n李明,1,2\\n' >\"$D/$H\"; $X lint \"$D/$H\"; rm \"$D/$H\"",
	};

	(void)state;
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		check_command(commands[i], WORD);
	/* Messages that do not repeat the word. */
	check_command("$X \"-$H\"; $X -$(printf '\\033')", "不是 xueji 的选项");
	check_command("echo | XDG_STATE_HOME=\"/dev/null/$H\" $X --plain", "进度");
	check_command("HOME=\"/dev/null/$H\" XDG_STATE_HOME= $X forget", "进度");
	check_command("TERM=\"$H\" $X demo", "演示");
	check_command("LC_ALL=\"$H\" $X --help", "用法");
}

static void test_files(void **state)
{
	static const struct {
		const char *bytes, *shows; /* in the message */
	} rows[] = {
		{ "{\"steps\": 1, \"$H\": 2}", WORD },
		{ "{\"steps\": \"$H\"", "断了" },
		{ "{\"steps\": [{\"id\": \"$H\"}]}", "xueji: " },
		{ "{\"beats\": [{\"id\": \"a\", \"keys\": \"<$H>\"}], \"$H\": 1}", WORD },
		{ "{\"name\": \"$H\", \"id_number\": \"1\", \"sex\": \"$H\"}", "sex" },
		{ "{\"answers\": [{\"category\": \"$H\"}], \"categories\": [\"$H\"], \"$H\": 1}",
		  WORD },
		{ "{\"$H\": 1, \"$H\": 2}", "认不出是哪种文件" },
		{ "{\"$H\\u202e\": 1, \"answers\": 1}", WORD },
		{ "$H", "xueji: " },
		{ "$H,$H\n$H,$H\n", "xueji: " },
		{ "姓名,$H\n$H,1\n", "xueji: " },
		{ "姓名,身份证号\n$H,1,$H\n$H\n", "xueji: " },
	};

	(void)state;
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
			const char *rest = rows[i].bytes, *mark;
			const char *put = k == 0 ? accepted : all;
			char *bytes = NULL, *path = in_folder("file");
			size_t len = 0;
			FILE *f = open_memstream(&bytes, &len);

			assert_non_null(f);
			for (; (mark = strstr(rest, "$H")) != NULL; rest = mark + 2)
				fprintf(f, "%.*s%s", (int)(mark - rest), rest, put);
			fputs(rest, f);
			fclose(f);
			write_file("file", bytes, len);
			check_command("$X lint $D/file", k == 0 ? rows[i].shows : "xueji: ");
			check_command("$X --guide $D/file --plain </dev/null", "xueji: ");
			check_command("$X --record $D/file --plain </dev/null", "");
			check_command("$X audit $D/file; $X audit --reveal $D/file", "");
			check_command("$X audit --json --reveal $D/file", "");
			free(bytes);
			free(path);
		}
}

/* Hostile data: printed, in plain mode, and in reports. */
static void test_printed(void **state)
{
	(void)state;
	check_command("$X lint $D/*.json", "没有问题");
	check_command("XUEJI_DATA=$D $X </dev/null | cat", WORD);
	check_command("XUEJI_DATA=$D $X --plain --fresh --record $D/record.example.json </dev/null",
		      WORD);
	check_command("XUEJI_DATA=$D $X demo --plain </dev/null", WORD);
	check_command("printf "
		      "'n\\nm\\nm\\nb\\ng1\\nf\\n1\\nm\\nm\\nb\\n"
		      "%s\\nb\\nb\\ne\\n1\\nb\\nb\\ng4\\n1\\n%s\\n/b\\n"
		      "g5\\n2\\n%s\\n%s\\n/学籍状态\\n%s\\n/q\\ny\\n' \"$H\" \"$H\" "
		      "\"$H\" \"$H\" \"$H\" | XUEJI_DATA=$D $X --plain --fresh --record "
		      "$D/record.example.json",
		      WORD);
	for (const char *const *kind = (const char *const[]){ "txt", "md", "json", NULL };
	     *kind != NULL; kind++) {
		char *command = xasprintf(
			"printf 'g5\\n2\\n%%s\\n%%s\\n/看结果\\n1\\ns\\n1\\n"
			"%%s.%s\\n\\n' \"$T\" \"$T\" $D/report | XUEJI_DATA=$D $X --plain --fresh "
			"--record $D/record.example.json | tail -n 3; cat $D/report.%s",
			*kind, *kind);

		check_command(command, WORD);
		free(command);
	}
	check_command(
		"printf '%s\\n%s\\n' \"$T\" \"$T\" | $X check; printf '%s\\n%s\\n' \"$H\" 1 | "
		"$X check; printf '%s\\n%s\\n' \"$T\" \"$T\" | $X check --json",
		WORD);
	check_command(
		"printf '李%s\\n110000200709010014\\n' \"$T\" | XUEJI_DATA=$D $X check --record "
		"data/record.example.json",
		WORD);
	check_command(
		"printf '姓名,身份证号\\n%s,%s\\n李%s,1\\n' \"$T\" \"$T\" \"$T\" >$D/roster.csv;"
		"$X audit --reveal $D/roster.csv; $X audit --reveal --json $D/roster.csv",
		WORD);
	/* A table of regions with such names is refused: no finding about the region. */
	check_command("printf '李明\n110199200709010011\n' | XUEJI_DATA=$D $X check", "格式对");
}

static void test_progress(void **state)
{
	char *command = xasprintf(
		"mkdir -p $D/state/xueji; chmod 700 $D/state/xueji; P=$D/state/xueji/progress.json;"
		"for t in '{\"format\":1,\"%%s\":1}' "
		"'{\"format\":1,\"step\":\"%%s\",\"items\":{}}' "
		"'{\"format\":1,\"items\":{\"%%s\":\"%%s\"}}' "
		"'{\"format\":2,\"ticks\":[\"%%s\"],\"results\":{\"a\":\"%%s\"}}' '%%s'; do printf "
		"\"$t\" \"$%s\" "
		"\"$%s\" >$P; XDG_STATE_HOME=$D/state $X --plain </dev/null; done",
		"H", "T");

	(void)state;
	check_command(command, "进度");
	free(command);
}

/* Only the sequences of curses are allowed; the text between them is checked like any other. */
static void assert_screen_harmless(struct terminal *t, const char *where)
{
	char *plain = xmalloc(t->output_len + 1);
	size_t n = 0;

	for (size_t at = 0; at < t->output_len; at++) {
		const char *from = t->output + at + 1, *end = from;

		if (t->output[at] != '\033') {
			plain[n++] = t->output[at];
			continue;
		}
		if (*end == '[')
			end += 1 + strspn(end + 1, "?0123456789;");
		else if (*end == '(')
			end++;
		if (strchr(*from == '['   ? "ABCDGHJKLMPSTXdhlmnrt@"
			   : *from == '(' ? "B0"
					  : "=>78M",
			   *end) == NULL ||
		    strncmp(from, "[7;77m", 6) == 0)
			fail_msg("%s: ESC %.20s", where, from);
		at += (size_t)(end + 1 - from);
	}
	assert_harmless(plain, n, "\r\n\b\t", where);
	free(plain);
}

static void assert_cells_harmless(struct terminal *t, const char *where)
{
	const char *shown = terminal_text(t);

	assert_harmless(shown, strlen(shown), "\n", where);
}

/* Starts the program in a terminal, with the hostile data. */
static struct terminal *start(const char *first, const char *second, int rows, int columns)
{
	char *data = xasprintf("XUEJI_DATA=%s", folder), *record = in_folder("record.example.json");
	char *state_home = xasprintf("XDG_STATE_HOME=%s/state", folder);
	char program[512], option[] = "--record", fresh[] = "--fresh";
	char *one = xstrdup(first != NULL ? first : option);
	char *two = xstrdup(second != NULL ? second : record);
	char *argv[] = { program, one, two, first == NULL ? fresh : NULL, NULL };
	char *environment[] = { data, state_home, NULL };
	struct terminal *t;

	snprintf(program, sizeof program, "%s", terminal_program());
	if (second == NULL && first != NULL)
		argv[2] = NULL;
	t = terminal_start(rows, columns, argv, environment);
	assert_true(terminal_wait_text(t, WORD, LIMIT_MS));
	free(data);
	free(record);
	free(state_home);
	free(one);
	free(two);
	return t;
}

static void type_and_look(struct terminal *t, const char *keys, const char *where)
{
	terminal_type(t, keys);
	assert_true(terminal_settle(t, LIMIT_MS));
	assert_cells_harmless(t, where);
}

/* Every screen, in a wide and in a narrow window. */
static void test_every_page(void **state)
{
	static const char *const keys[] = {
		"?",      "\r",     "n",      "\r",     "f",      "\r",   "\r",     "\033",
		"e",      "\r",     "\r",     "\033",   "1",      "t",    "t",      "v",
		"v",      "2",      "v",      "n",      "\033",   "3",    "v",      "4",
		"\r",     "\t",     "\t",     "\t",     "\r",     "\t\t", "\033OR", "\033",
		"\033",   "\033",   "5",      "\r",     "\033[C", "\t",   "yn",     "\033[C",
		"\033[B", "\033[B", "\033[B", "n",      "\033",   "?",    "\r",     "\033[B",
		"\033[B", "\033[B", "\033[C", "\033[C", "\r",     "s",    "\033",
	};

	(void)state;
	for (int wide = 1; wide >= 0; wide--) {
		struct terminal *t = start(NULL, NULL, wide ? 50 : 20, wide ? 120 : 44);
		size_t shown = 0;

		for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
			type_and_look(t, keys[i], keys[i]);
			shown += terminal_find(t, WORD, NULL, NULL);
		}
		assert_in_range(shown, sizeof keys / sizeof keys[0] / 2, 999);
		assert_screen_harmless(t, "every page");
		terminal_end(t);
	}
}

/* From the welcome page to the name in the form. */
#define TO_NAME "4\r\t\t\r\t\t\t\t\t"

static void test_keys(void **state)
{
	char *report = xasprintf("5\r\rs\025%s/", folder);
	const char *const ways[] = { TO_NAME, "f/", "5\r\033[B\033[Bn", report };
	int here = open(".", O_RDONLY | O_DIRECTORY);

	(void)state;
	assert_int_equal(chdir(folder), 0); /* what is typed may be the name of a report */
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		struct terminal *t = start(NULL, NULL, 30, 100);

		type_and_look(t, ways[i], ways[i]);
		terminal_paste(t, text);
		type_and_look(t, "", ways[i]);
		if (!terminal_find(t, WORD, NULL, NULL))
			fail_msg("%s\n%s", ways[i], terminal_text(t));
		terminal_type_n(t, UNSEEN, sizeof UNSEEN - 1);
		type_and_look(t, "", ways[i]);
		terminal_paste(t, all);
		type_and_look(t, "\t\r", ways[i]);
		terminal_type_n(t, all, sizeof all - 1);
		type_and_look(t, "", ways[i]);
		assert_screen_harmless(t, ways[i]);
		terminal_end(t);
	}
	assert_int_equal(fchdir(here), 0);
	close(here);
	free(report);
}

static void test_demo_and_notes(void **state)
{
	struct terminal *t = start("demo", NULL, 30, 100), *notes;

	(void)state;
	notes = start("notes", NULL, 30, 100);
	for (int beat = 0; beat < 12; beat++) {
		terminal_type(t, "\033[6~");
		assert_true(terminal_wait_text(t, WORD, LIMIT_MS));
		assert_cells_harmless(t, "demo");
	}
	terminal_type(t, "q");
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	assert_screen_harmless(t, "demo");
	terminal_type(notes, "q");
	assert_true(terminal_wait_exit(notes, LIMIT_MS));
	assert_screen_harmless(notes, "notes");
	terminal_end(t);
	terminal_end(notes);
}

static int make_folder(void **state)
{
	const char *tmp = getenv("TMPDIR");
	char table[256];

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	snprintf(folder, sizeof folder, "%s/xueji-hostile-XXXXXX", tmp != NULL ? tmp : P_tmpdir);
	if (mkdtemp(folder) == NULL)
		return -1;
	poison_json("data/guide.json", "guide.json");
	poison_json("data/faq.json", "faq.json");
	poison_json("data/demo.json", "demo.json");
	poison_json("data/record.example.json", "record.example.json");
	poison_json("data/record.second.json", "record.second.json");
	snprintf(table, sizeof table, "110000\t1998\t\t%s北京市\n", text);
	write_file("regions.tsv", table, strlen(table));
	setenv("H", all, 1);
	setenv("T", text, 1);
	setenv("D", folder, 1);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	return system("rm -rf \"$D\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),          cmocka_unit_test(test_files),
		cmocka_unit_test(test_printed),        cmocka_unit_test(test_progress),
		cmocka_unit_test(test_every_page),     cmocka_unit_test(test_keys),
		cmocka_unit_test(test_demo_and_notes),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
