/* SPDX-License-Identifier: MIT */
/* What is on the screen, photographed: cells become pixels, and a reader of codes gets the link
 * back. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <zbar.h>

#include "base/xalloc.h"
#include "model/guide.h"
#include "support/shipped.h"
#include "support/terminal.h"

enum { LIMIT_MS = 10000, MODULE = 4 /* pixels */ };

static int brightness(struct terminal *t, VTermColor color)
{
	vterm_screen_convert_color_to_rgb(t->screen, &color);
	return (color.rgb.red + color.rgb.green + color.rgb.blue) / 3;
}

static void fill(unsigned char *pixels, int width, int row, int column, int value)
{
	for (int y = 0; y < MODULE; y++)
		memset(pixels + (row * MODULE + y) * width + column * MODULE, value, MODULE);
}

/* Two pixels high for each cell: what stands above, and below, in the cell's own colours. */
static unsigned char *photograph(struct terminal *t, int *width, int *height)
{
	unsigned char *pixels;

	*width = t->columns * MODULE;
	*height = t->rows * 2 * MODULE;
	pixels = xmalloc((size_t)*width * (size_t)*height);
	for (int row = 0; row < t->rows; row++)
		for (int column = 0; column < t->columns; column++) {
			VTermScreenCell cell = terminal_cell(t, row, column);
			int ink = brightness(t, cell.fg), paper = brightness(t, cell.bg);
			uint32_t c = cell.chars[0];

			if (cell.attrs.reverse) {
				int swap = ink;

				ink = paper;
				paper = swap;
			}
			fill(pixels, *width, row * 2, column,
			     c == 0x2580 || c == 0x2588 ? ink : paper);
			fill(pixels, *width, row * 2 + 1, column,
			     c == 0x2584 || c == 0x2588 ? ink : paper);
		}
	return pixels;
}

/* The text of the code on the screen, owned by the caller; "" when there is none. */
static char *read_code(struct terminal *t)
{
	int width, height;
	unsigned char *pixels = photograph(t, &width, &height);
	zbar_image_scanner_t *scanner = zbar_image_scanner_create();
	zbar_image_t *image = zbar_image_create();
	const zbar_symbol_t *symbol;
	char *text;

	zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
	zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
	zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
	zbar_image_set_size(image, (unsigned)width, (unsigned)height);
	zbar_image_set_data(image, pixels, (unsigned long)width * (unsigned long)height, NULL);
	zbar_scan_image(scanner, image);
	symbol = zbar_image_first_symbol(image);
	text = xstrdup(symbol != NULL ? zbar_symbol_get_data(symbol) : "");
	zbar_image_destroy(image);
	zbar_image_scanner_destroy(scanner);
	free(pixels);
	return text;
}

static struct terminal *start(int rows, int columns, const char *colours)
{
	static char fresh[] = "--fresh", option[] = "--record", file[] = "data/record.example.json";
	char *program = xstrdup(terminal_program()), *setting = xstrdup(colours);
	char *argv[] = { program, fresh, option, file, NULL };
	char *environment[] = { setting, NULL };
	struct terminal *t = terminal_start(rows, columns, argv, environment);

	assert_true(terminal_settle(t, LIMIT_MS));
	free(program);
	free(setting);
	return t;
}

static void type(struct terminal *t, const char *keys)
{
	terminal_type(t, keys);
	assert_true(terminal_settle(t, LIMIT_MS));
}

static void expect_code(struct terminal *t, const char *link)
{
	char *text = read_code(t);

	assert_string_equal(text, link);
	assert_true(terminal_find(t, link, NULL, NULL) || t->columns < 80);
	free(text);
}

/* A window on light paper and one on dark, many colours and eight, and none wanted: always
 * readable. */
static void test_every_theme(void **state)
{
	static const char *const settings[] = { "TERM=xterm-256color", "TERM=xterm", "NO_COLOR=1" };

	(void)state;
	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
		for (int dark = 0; dark < 2; dark++) {
			struct terminal *t = start(24, 80, settings[i]);
			VTermColor ink, paper;

			vterm_color_rgb(&ink, dark ? 255 : 0, dark ? 255 : 0, dark ? 255 : 0);
			vterm_color_rgb(&paper, dark ? 0 : 255, dark ? 0 : 255, dark ? 0 : 255);
			vterm_state_set_default_colors(vterm_obtain_state(t->emulator), &ink,
						       &paper);
			type(t, "1r");
			expect_code(t, guide->steps[0].links[0].url);
			terminal_end(t);
		}
}

static void test_every_link(void **state)
{
	struct terminal *t = start(40, 100, "TERM=xterm-256color");

	(void)state;
	type(t, "1r");
	expect_code(t, guide->steps[0].links[0].url);
	type(t, "\033[B");
	expect_code(t, guide->contacts[0].value);
	type(t, "t");
	terminal_resize(t, 30, 60);
	assert_true(terminal_settle(t, LIMIT_MS));
	expect_code(t, guide->contacts[0].value);
	terminal_end(t);
}

/* The address, and what it is of, is seen together with the code, the longest one too. */
static void test_address_above_the_fold(void **state)
{
	struct terminal *t = start(24, 80, "TERM=xterm-256color");

	(void)state;
	type(t, "1r\033[B");
	expect_code(t, guide->contacts[0].value);
	assert_true(terminal_find(t, guide->contacts[0].value, NULL, NULL));
	assert_true(terminal_find(t, guide->contacts[0].label, NULL, NULL));
	terminal_end(t);
}

/* In a large window, the code is all blanks: no gaps between rows, nothing that GBK or --ascii
 * lacks. */
static void test_large(void **state)
{
	struct terminal *t = start(44, 110, "TERM=xterm-256color");

	(void)state;
	type(t, "1r\033[B");
	expect_code(t, guide->contacts[0].value);
	for (int row = 0; row < t->rows; row++)
		for (int column = 0; column < t->columns; column++) {
			uint32_t c = terminal_cell(t, row, column).chars[0];

			assert_false(c >= 0x2580 && c <= 0x259F);
		}
	terminal_end(t);
}

/* On a projector: bold letters must not brighten the code. */
static void test_in_the_hall(void **state)
{
	struct terminal *t = start(24, 80, "TERM=xterm");

	(void)state;
	type(t, "1tr");
	expect_code(t, guide->steps[0].links[0].url);
	terminal_end(t);
}

static void test_no_room(void **state)
{
	struct terminal *t = start(12, 40, "TERM=xterm");

	(void)state;
	type(t, "1r");
	assert_true(terminal_find(t, "窗口太小", NULL, NULL));
	assert_true(terminal_find(t, guide->steps[0].links[0].url, NULL, NULL));
	terminal_end(t);
}

/* OSC 52, base64 (RFC 4648): `https://www.chsi.com.cn`. */
static void test_copy(void **state)
{
	struct terminal *t = start(24, 80, "TERM=xterm");

	(void)state;
	assert_string_equal(guide->steps[0].links[0].url, "https://www.chsi.com.cn");
	type(t, "1y");
	assert_non_null(strstr(t->output, "\033]52;c;aHR0cHM6Ly93d3cuY2hzaS5jb20uY24=\033\\"));
	terminal_end(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_theme),
		cmocka_unit_test(test_every_link),
		cmocka_unit_test(test_in_the_hall),
		cmocka_unit_test(test_no_room),
		cmocka_unit_test(test_address_above_the_fold),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_copy),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload_shipped);
}
