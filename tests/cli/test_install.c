/* SPDX-License-Identifier: MIT */
/* What `make install` puts where, and that it works there with no source tree in sight; `make
 * uninstall`; `make dist`. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>

#include "support/command.h"

/* Ours, unlike a make's that runs the suite: quiet, and without its job server. */
#define MAKE "env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s BUILD=\"${XUEJI_BUILD:-build}\" "

static int set_up(void **state)
{
	(void)state;
	if (command_run("printf '%s' \"$(mktemp -d)\"") != 0)
		return -1;
	setenv("TO", command_output(), 1);
	return command_run(MAKE "install PREFIX=/opt/here DESTDIR=\"$TO\"");
}

static int tear_down(void **state)
{
	(void)state;
	return command_run("rm -rf \"$TO\"");
}

static void test_what_is_installed(void **state)
{
	static const char *const places[] = {
		"/bin/xueji\n",
		"/include/xueji.h\n",
		"/lib/libxueji.a\n",
		"/lib/pkgconfig/xueji.pc\n",
		"/share/bash-completion/completions/xueji\n",
		"/share/fish/vendor_completions.d/xueji.fish\n",
		"/share/man/man1/xueji.1\n",
		"/share/man/man5/xueji-guide.5\n",
		"/share/xueji/guide.json\n",
		"/share/xueji/guide.schema.json\n",
		"/share/xueji/regions.tsv\n",
		"/share/zsh/site-functions/_xueji\n",
	};

	(void)state;
	command_expect("find \"$TO\" -type f", 0);
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
		command_says(places[i]);
	command_expect("find \"$TO\" -type f -perm /111", 0);
	command_says("/bin/xueji\n");
	command_expect("find \"$TO\" -type f -perm /111 | wc -l | grep -x '[ ]*1'", 0);
}

/* From another folder, under another prefix than it was made for. */
static void test_a_moved_prefix(void **state)
{
	(void)state;
	command_expect("mkdir \"$TO/elsewhere\" && mv \"$TO/opt/here\" \"$TO/elsewhere/new\"", 0);
	command_expect("cd / && \"$TO/elsewhere/new/bin/xueji\" </dev/null | head -n 40", 0);
	command_says("第 1 步，共 5 步：登录学信网");
	command_expect("cd / && ln -s \"$TO/elsewhere/new/bin/xueji\" \"$TO/link\" &&"
		       "printf '李明\\n110999200709010015\\n' | \"$TO/link\" check --json",
		       0);
	command_says("id.region");
	command_expect("cd / && \"$TO/link\" demo --plain --auto </dev/null | tail -n 40", 0);
	command_says("【自查成功】");
	command_expect(
		"cd / && PKG_CONFIG_PATH=\"$TO/elsewhere/new/lib/pkgconfig\" &&"
		"export PKG_CONFIG_PATH && test -f \"$(pkg-config --cflags-only-I xueji |"
		"sed 's/^-I//; s/ *$//')/xueji.h\" &&"
		"test -f \"$(pkg-config --libs-only-L xueji | sed 's/^-L//; s/ "
		"*$//')/libxueji.a\" &&"
		"\"$TO/link\" --version | grep -x \"xueji $(pkg-config --modversion xueji)\"",
		0);
	command_expect("mv \"$TO/elsewhere/new\" \"$TO/opt/here\"", 0);
}

static void test_header_stands_alone(void **state)
{
	(void)state;
	for (int standard = 0; standard < 2; standard++)
		command_expect(standard == 0
				       ? "${CC:-cc} -std=c99 -Wall -Wextra -Wpedantic -Werror "
					 "-fsyntax-only -x c \"$TO/opt/here/include/xueji.h\""
				       : "${CC:-cc} -std=c23 -Wall -Wextra -Wpedantic -Werror "
					 "-fsyntax-only -x c \"$TO/opt/here/include/xueji.h\" || "
					 "${CC:-cc} -std=c2x -Wall -Wextra -Wpedantic -Werror "
					 "-fsyntax-only -x c \"$TO/opt/here/include/xueji.h\"",
			       0);
}

/* The archive's global names are the header's functions, and it needs nothing but the C library. */
static void test_library_exports_its_header(void **state)
{
	(void)state;
	command_expect("sed -n 's/^[a-z].*[ *]\\(xueji_[a-z_]*\\)(.*/\\1/p' "
		       "\"$TO/opt/here/include/xueji.h\" | sort >\"$TO/promised\" && "
		       "test -s \"$TO/promised\" && "
		       "nm -g --defined-only \"$TO/opt/here/lib/libxueji.a\" | "
		       "awk 'NF == 3 { print $3 }' | sort | diff \"$TO/promised\" -",
		       0);
	command_expect("nm -u \"$TO/opt/here/lib/libxueji.a\" | "
		       "grep -E 'cJSON|curs|unibreak|linebreak|iconv|QR' | wc -l | grep -x ' *0'",
		       0);
}

static void test_nothing_is_left_and_nothing_else_taken(void **state)
{
	(void)state;
	command_expect("touch \"$TO/opt/here/share/man/man1/other.1\"", 0);
	command_expect(MAKE "uninstall PREFIX=/opt/here DESTDIR=\"$TO\"", 0);
	command_expect("cd \"$TO\" && find . ! -type d -path '*here*' && find . -path '*xueji*'",
		       0);
	assert_string_equal(command_output(), "./opt/here/share/man/man1/other.1\n");

	/* What a school has put beside ours stays. */
	command_expect(MAKE "install PREFIX=/opt/here DESTDIR=\"$TO\" >/dev/null &&"
			    "echo mine >\"$TO/opt/here/share/xueji/mine.json\" &&" MAKE
			    "uninstall PREFIX=/opt/here DESTDIR=\"$TO\" >/dev/null &&"
			    "cd \"$TO\" && cat opt/here/share/xueji/*",
		       0);
	assert_string_equal(command_output(), "mine\n");
}

/* The tarball holds the tree and no more. Building and testing it is `make distcheck`. */
static void test_dist(void **state)
{
	(void)state;
	/* In a folder of its own: another suite may be at it with the same build. */
	command_expect(MAKE "BUILD=\"$TO/made\" dist | tail -n 1", 0);
	command_says(".tar.gz");
	command_expect("mkdir \"$TO/dist\" && tar -xzf \"$TO\"/made/xueji-*.tar.gz -C \"$TO/dist\"",
		       0);
	command_expect("cd \"$TO\"/dist/xueji-* && test -x .ci/run -a -f Makefile &&"
		       "find . -type f -exec cksum {} + >\"$TO/sums\"",
		       0);
	command_expect("cut -d ' ' -f 3- \"$TO/sums\" | tr '\\n' '\\0' | xargs -0 cksum |"
		       "cmp - \"$TO/sums\"",
		       0);
	/* Without git it is the same again. */
	command_expect(
		"cd \"$TO\"/dist/xueji-* && env -u MAKEFLAGS -u MAKELEVEL -u BUILD make -s dist && "
		"cd build &&"
		"tar -xzf *.tar.gz && diff -r --exclude=build .. xueji-*/",
		0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_installed),
		cmocka_unit_test(test_a_moved_prefix),
		cmocka_unit_test(test_header_stands_alone),
		cmocka_unit_test(test_library_exports_its_header),
		cmocka_unit_test(test_nothing_is_left_and_nothing_else_taken),
		cmocka_unit_test(test_dist),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
