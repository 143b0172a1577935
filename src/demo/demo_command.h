/* SPDX-License-Identifier: MIT */
/* Carries out one event of a script in the app. */
#ifndef DEMO_COMMAND_H
#define DEMO_COMMAND_H

#include "app/app.h"
#include "demo/demo_names.h"
#include "demo/demo_script.h"

enum command_result {
	COMMAND_MORE, /* call again, with the next part */
	COMMAND_DONE,
	COMMAND_FAILED /* nothing was done: the reason is in why */
};

/* Carries out part (from 0) of an event: of a text the focus, then one character each time, so that a player
 * can press them at a human speed. step: the beat's, for events that name none. why: DEMO_WHY bytes. */
enum command_result demo_command(struct app *app, const struct demo_event *event, const char *step,
				 size_t part, char *why);

/* The same in one go; false: it failed. */
bool demo_command_whole(struct app *app, const struct demo_event *event, const char *step,
			char *why);

#endif
