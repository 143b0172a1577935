/* SPDX-License-Identifier: MIT */
/* Carries out one event of a script in the app. Fields, checks, items and options are named by the guide's ids,
 * whole or without what stands before the first dot: their order on the screen may change. */
#ifndef DEMO_COMMAND_H
#define DEMO_COMMAND_H

#include "app/app.h"
#include "demo/demo_script.h"

enum demo_progress {
	COMMAND_MORE, /* call again, with the next part */
	COMMAND_DONE,
	COMMAND_FAILED /* nothing was done: the reason is in why */
};

enum { DEMO_WHY = 200 /* bytes of a reason */ };

/* Carries out part (from 0) of an event: of a text the focus, then one character each time, so that a player
 * can press them at a human speed. step: the beat's, for events that name none. why: DEMO_WHY bytes. */
enum demo_progress demo_command(struct app *app, const struct demo_event *event, const char *step,
				size_t part, char *why);

/* The same in one go; false: it failed. */
bool demo_command_whole(struct app *app, const struct demo_event *event, const char *step,
			char *why);

/* What stands on the screen for the id of a field, check or item, or "send"; any other word stays as it is.
 * Borrowed. */
const char *demo_name(const struct app *app, const char *word);

#endif
