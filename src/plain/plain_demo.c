/* SPDX-License-Identifier: MIT */
#include "plain/plain_demo.h"

#include <stdlib.h>

#include "base/charset.h"
#include "base/key.h"
#include "base/text.h"
#include "base/text_wrap.h"
#include "plain/hidden_line.h"
#include "plain/plain_page.h"
#include "screens/screens.h"

static void say_caption(const struct demo_beat *beat, FILE *out)
{
	struct text_span *spans;
	size_t count;
	char *plain = text_emphasis(beat->caption, &spans, &count), *clean = text_clean_line(plain);

	charset_put("\n【", out);
	charset_put(beat->title, out);
	charset_put("】", out);
	charset_put(clean, out);
	fputc('\n', out);
	free(clean);
	free(plain);
	free(spans);
}

static void say_page(const struct demo *d, FILE *out)
{
	struct page page;

	screens_build(&page, &d->app->wizard);
	plain_page(&page, out);
	plain_notice(&page, out);
	page_free(&page);
}

/* false: enough. */
static bool wait_for_line(FILE *in, FILE *out)
{
	char *line = NULL;
	size_t size = 0;
	bool goes_on;

	charset_put("（回车 下一段，q 结束）：", out);
	goes_on = fflush(out) == 0 && hidden_getline(&line, &size, in, false) > 0 && line[0] != 'q';
	free(line);
	return goes_on;
}

void plain_demo(struct demo *d, FILE *in, FILE *out, const char *why)
{
	bool automatic = d->automatic;

	charset_put("学籍自查演示，逐行模式（", out);
	charset_put(why, out);
	charset_put("）。\n", out);
	d->automatic = false;
	demo_start(d, 0);
	wizard_set_line_mode(&d->app->wizard);
	while (d->state != DEMO_OVER) {
		say_caption(&d->script->beats[d->beat], out);
		demo_key(d, KEYNAME_RIGHT, 0);
		say_page(d, out);
		if (d->state != DEMO_OVER && !automatic && !wait_for_line(in, out))
			return;
	}
}
