/* SPDX-License-Identifier: MIT */
#include "tui/key_decoder.h"

#include <string.h>

#include "base/key.h"
#include "base/text.h"

bool key_decoder_byte(struct key_decoder *d, unsigned char byte, uint32_t *key)
{
	uint32_t cp = 0;

	if (!charset_decode(&d->charset, byte, &cp) || cp == 0)
		return false;
	if (d->pasting) {
		if (d->len < PASTE_MAX)
			d->len += text_encode(cp, d->pasted + d->len);
		return false;
	}
	*key = cp == 0x7F || cp == '\b' ? KEYNAME_BACKSPACE : cp;
	return true;
}

/* No character goes on behind what is none. */
static void begin_anew(struct key_decoder *d)
{
	memset(&d->charset, 0, sizeof d->charset);
}

bool key_decoder_name(struct key_decoder *d, uint32_t name, uint32_t *key)
{
	begin_anew(d);
	*key = name;
	return name != 0 && !d->pasting;
}

void key_decoder_wipe(struct key_decoder *d)
{
	if (d->pasting || d->len == 0)
		return;
	explicit_bzero(d->pasted, sizeof d->pasted);
	d->len = 0;
}

void key_decoder_paste_begin(struct key_decoder *d)
{
	begin_anew(d);
	d->pasting = false;
	key_decoder_wipe(d);
	d->pasting = true;
}

const char *key_decoder_paste_end(struct key_decoder *d)
{
	begin_anew(d);
	if (!d->pasting)
		return NULL;
	d->pasting = false;
	return d->pasted;
}
