/* SPDX-License-Identifier: MIT */
/* A status line that is accepted can be shown with any script at any time. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "demo/notes.h"
#include "fuzz/fuzz_file.h"
#include "view/page.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static struct demo_script *make_script(void)
{
	static const char json[] =
		"{\"format\": 1, \"title\": \"演示\", \"record\": \"r.json\", \"beats\": ["
		"{\"id\": \"a\", \"title\": \"一\", \"caption\": \"二\", \"step\": \"s\", "
		"\"seconds\": 60, \"notes\": [\"三\"], \"keys\": \"1\"}]}";
	struct diag d = { 0 };
	struct demo_script *script = demo_script_load(path_of(json, sizeof json - 1), NULL, &d);

	require(script != NULL);
	return script;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static struct demo_script *script;
	struct notes notes = { .running = true };
	struct page page;
	char *line = xstrndup((const char *)bytes, len);

	if (script == NULL)
		script = make_script();
	notes.script = script;
	if (demo_status_parse(line, &notes.status)) {
		require(notes.status.pid > 0 && notes.status.script[0] == '/');
		require(strnlen(notes.status.script, DEMO_STATUS_PATH) < DEMO_STATUS_PATH);
		for (int64_t now = 0; now < INT64_MAX / 4; now = now * 3 + 1000) {
			notes_page(&notes, now, &page);
			page_free(&page);
		}
	}
	free(line);
	return 0;
}
