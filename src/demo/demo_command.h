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
	COMMAND_FAILED /* the event cannot be carried out; the reason is in `why` */
};

/* Carries out one part (from 0) of an event. For a text, part 0 focuses the field and each later
 * part types a character, so that the player can type at a human speed. step: the beat's, for
 * events that name no step. why: DEMO_WHY bytes. */
enum command_result demo_command(struct app *app, const struct demo_event *event, const char *step,
				 size_t part, char *why);

/* Carries out all parts of an event. Returns false if it fails. */
bool demo_command_whole(struct app *app, const struct demo_event *event, const char *step,
			char *why);

#endif
