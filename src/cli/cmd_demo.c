/* SPDX-License-Identifier: MIT */
/* `xueji demo`: plays a script on the terminal, prints it line by line, or writes a handout. */
#include "cli/cmd.h"

#include <limits.h>
#include <stdlib.h>

#include "app/report_file.h"
#include "base/paths.h"
#include "base/xalloc.h"
#include "cli/front_end.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "demo/demo.h"
#include "demo/demo_rehearse.h"
#include "demo/handout.h"
#include "plain/plain.h"

static int play_demo(struct demo *demo, const struct options *o)
{
	const char *why;
	int signal;

	if (use_plain_mode(o, &why)) {
		bool read_all = plain_demo(demo, stdin, stdout, why);

		demo_end(demo);
		return end_of_plain(read_all, 0);
	}
	signal = tui_run(demo->app, demo, tui_options_of(o), &why);
	demo_end(demo);
	if (signal == TUI_NO_TERMINAL)
		return output_trouble("演示要在终端里放：", why);
	return end_of_tui(signal, 0);
}

static int write_handout(const struct demo *demo, const char *path)
{
	enum handout_format format;
	enum report_written written;
	char notice[256], *text;

	if (!handout_format(path, &format))
		return output_trouble(path, "：讲义只能写成 .html、.md 或 .txt。");
	text = handout_make(demo, format);
	written = report_file_write(path, text, false, notice, sizeof notice);
	free(text);
	if (written == REPORT_EXISTS)
		return output_trouble(path, "：已经有这个文件，换个名字，或先删掉它。");
	return written == REPORT_FAILED ? output_trouble(notice, "") : 0;
}

int cmd_demo(const struct options *o)
{
	static struct app app; /* static because it is large */
	struct diag d = { 0 };
	struct demo_script *script = NULL;
	struct record *records = NULL;
	struct demo demo = { .app = &app,
			     .automatic = option_given(o, OPTION_AUTO),
			     .presentation = true,
			     .speed = o->speed };
	char absolute[PATH_MAX], *path, *script_path;
	struct guide *guide = inputs_guide(o, &path, &d);
	int status;

	script_path = o->file_count > 0 ? xstrdup(o->files[0]) : paths_data("demo.json", &d);
	if (guide != NULL && script_path != NULL)
		script = demo_script_load(script_path, guide, &d);
	if (script != NULL)
		records = demo_records_load(script, script_path, &d);
	demo.script = script;
	demo.guide_path = path;
	demo.guide = guide;
	demo.records = records;
	if (records == NULL || !demo_rehearse(&demo, &d)) {
		status = inputs_trouble(&d);
	} else {
		demo.script_path = realpath(script_path, absolute);
		status = option_given(o, OPTION_HANDOUT)
				 ? write_handout(&demo, o->given[OPTION_HANDOUT])
				 : play_demo(&demo, o);
	}
	free(records);
	demo_script_free(script);
	guide_free(guide);
	free(script_path);
	free(path);
	return status;
}
